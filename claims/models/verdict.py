"""What we found: dated reviews of one claim, and the public record of what changed in them.

A Verdict goes draft → submitted → published, or → scheduled → published where it is approved before its time. From
publication on its words are frozen by a trigger: a change is a new Verdict that supersedes it, and a Correction that
says publicly what changed and why. The database itself refuses a verdict published by someone who has written in it,
or without citable evidence (claims.models.verdict_rules); the actions in claims.actions.verdicts say so more kindly.

A review of another desk is `imported`: it was published there, so it is published from the start, with that desk's date
and by nobody here (`author` is who took it over). The database allows that for other publishers alone, and never turns
one kind into the other, so that it is no way around our own second eyes. A changed review is a new one that supersedes.
"""

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from articles.models import Publisher, tracked
from claims.models import verdict_rules
from claims.models.claim import Claim
from claims.models.evidence import Evidence
from claims.models.rating import Rating
from claims.models.user import User

DRAFTS = ("draft", "submitted")


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def public(self) -> Self:
        """Verdicts in force: published and not superseded or withdrawn, on claims that are themselves public."""
        return self.filter(status=Verdict.Status.PUBLISHED, claim__status=Claim.Status.ACCEPTED)


@tracked
class Verdict(models.Model):
    """One review of one claim by one publisher in one language."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        SUBMITTED = "submitted", "Waiting for second eyes"
        SCHEDULED = "scheduled", "Approved, to be published at a set time"
        PUBLISHED = "published", "Published"
        SUPERSEDED = "superseded", "Superseded by a correction"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class ChangeKind(models.TextChoices):
        CORRECTION = "correction", "Correction: something was wrong"
        UPDATE = "update", "Update: something new is known"
        CLARIFICATION = "clarification", "Clarification: something was unclear"
        REOPENING = "reopening", "Taken up again after it was withdrawn"

    class ReviewCause(models.TextChoices):
        """What called for another look at it: readers are told this, and of the reason only what an editor wrote."""

        EDITOR = "editor", "An editor"
        CONTRADICTION = "contradiction", "A contradiction that was opened again"
        REPORTS = "reports", "Reports that were taken from the claim"

    class Origin(models.TextChoices):
        WRITTEN = "written", "Written at this desk"
        IMPORTED = "imported", "Taken over from the desk that published it"

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.WRITTEN, editable=False)
    publisher = models.ForeignKey(Publisher, on_delete=models.PROTECT, related_name="verdicts")
    language = models.CharField(max_length=16, default="en")
    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="verdicts")
    headline = models.CharField(max_length=200, help_text="States the finding, not the question")
    summary = models.TextField(help_text="The reason in one or two sentences")
    body = models.TextField(blank=True, help_text="Markdown")
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="authored_verdicts")
    created_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="published_verdicts"
    )
    publish_at = models.DateTimeField(
        null=True, blank=True, verbose_name="embargoed until", help_text="It does not go out before"
    )
    publish_error = models.CharField(
        max_length=300, blank=True, help_text="Why it could not be published at its time; empty where nothing failed"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(
        default=0, editable=False, help_text="Counts the changes of its words, so that two people at once both notice"
    )
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        help_text="Who changed its words last",
    )
    writers = ArrayField(
        models.BigIntegerField(), default=list, editable=False, help_text="Everyone who has written in it; a trigger's"
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="assigned_verdicts",
        help_text="Who is asked to read it",
    )
    needs_review = models.CharField(
        max_length=300, blank=True, help_text="Why this verdict must be looked at again; empty where it need not"
    )
    review_cause = models.CharField(max_length=13, choices=ReviewCause, blank=True, editable=False)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    change_kind = models.CharField(max_length=13, choices=ChangeKind, blank=True)
    change_reason = models.TextField(blank=True, help_text="What changed and why, for readers")
    evidence = models.ManyToManyField(Evidence, through="VerdictEvidence", related_name="verdicts")

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ("-published_at", "-id")
        permissions = (
            ("submit_verdict", "Can submit verdicts for second eyes"),
            ("publish_verdict", "Can publish verdicts of others"),
            ("edit_any_draft", "Can write in the drafts of others"),
        )
        indexes = (
            models.Index(fields=["status", "-published_at", "-id"], name="verdict_status_newest"),
            models.Index(fields=["-published_at", "-id"], name="verdict_newest"),
            GinIndex(OpClass(Upper("headline"), name="gin_trgm_ops"), name="verdict_trigram"),
            models.Index(fields=["assignee", "status"], condition=Q(assignee__isnull=False), name="verdict_assignee"),
            models.Index(fields=["-published_at", "-id"], condition=~Q(needs_review=""), name="verdict_marked_newest"),
            models.Index(fields=["author", "status"], name="verdict_author_status"),
            models.Index(fields=["publish_at"], condition=Q(status="scheduled"), name="verdict_due"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["claim", "publisher", "language"],
                condition=Q(status="published"),
                name="verdict_one_current",
                violation_error_message="This claim already has a published verdict: correct that one instead.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=DRAFTS, published_by__isnull=True, published_at__isnull=True)
                | Q(origin="imported")
                | (
                    Q(status="scheduled", published_by__isnull=False, publish_at__isnull=False)
                    & Q(published_at__isnull=True)
                    & ~Q(published_by=F("author"))
                )
                | (
                    ~Q(status__in=(*DRAFTS, "scheduled"))
                    & Q(published_by__isnull=False, published_at__isnull=False)
                    & ~Q(published_by=F("author"))
                ),
                name="verdict_published_by_another",
                violation_error_message="A verdict is published by someone other than its author.",
            ),
            models.CheckConstraint(
                condition=Q(origin="written")
                | (Q(published_by__isnull=True, published_at__isnull=False) & ~Q(status__in=(*DRAFTS, "scheduled"))),
                name="verdict_imported_is_published",
                violation_error_message="A review of another desk is taken over as it was published, by nobody here.",
            ),
            models.CheckConstraint(
                condition=Q(review_cause="") | ~Q(needs_review=""),
                name="verdict_cause_has_reason",
                violation_error_message="Say why the verdict must be looked at again.",
            ),
            models.CheckConstraint(
                condition=Q(publish_error="") | Q(status="scheduled"),
                name="verdict_error_of_scheduled",
                violation_error_message="Only what waits for its time can have failed to be published.",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True, change_kind="", change_reason="")
                | (Q(supersedes__isnull=False) & ~Q(change_kind="") & ~Q(change_reason="")),
                name="verdict_change_has_reason",
                violation_error_message="Say what kind of change this is, and why.",
            ),
        )
        triggers = verdict_rules.TRIGGERS

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return self.claim.get_absolute_url()

    @property
    def writer(self) -> User | None:
        """Who wrote it. Nobody here wrote what was imported: its author is who took it over."""
        return self.author if self.origin == self.Origin.WRITTEN else None


@tracked
class VerdictEvidence(models.Model):
    """Evidence that a verdict cites, in the order in which readers see it."""

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="cited_evidence")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="citations")
    order = models.PositiveSmallIntegerField(default=0)
    note = models.CharField(max_length=300, blank=True, help_text="What it shows")

    class Meta:
        ordering = ("verdict", "order", "id")
        constraints = (models.UniqueConstraint(fields=["verdict", "evidence"], name="verdict_evidence_once"),)
        triggers = (
            verdict_rules.frozen_once_submitted(
                "Only a draft changes what it cites: send it back, or publish a correction."
            ),
        )

    def __str__(self) -> str:
        return str(self.evidence)
