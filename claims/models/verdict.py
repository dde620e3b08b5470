"""What we found: dated reviews of one claim, and the public record of what changed in them.

A Verdict goes draft → submitted → published. From publication on its words are frozen by a trigger: a change is a new
Verdict that supersedes it, and a Correction that says publicly what changed and why. The database itself refuses a
verdict published by its author or without citable evidence; the actions in claims.actions.verdicts say so more kindly.
"""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.models import Publisher, tracked
from claims.models.claim import Claim
from claims.models.evidence import Evidence
from claims.models.rating import Rating

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
        PUBLISHED = "published", "Published"
        SUPERSEDED = "superseded", "Superseded by a correction"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class ChangeKind(models.TextChoices):
        CORRECTION = "correction", "Correction: something was wrong"
        UPDATE = "update", "Update: something new is known"
        CLARIFICATION = "clarification", "Clarification: something was unclear"

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
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
    published_at = models.DateTimeField(null=True, blank=True)
    needs_review = models.CharField(
        max_length=300, blank=True, help_text="Why this verdict must be looked at again; empty where it need not"
    )
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
        )
        indexes = (
            models.Index(fields=["status", "-published_at", "-id"], name="verdict_status_newest"),
            models.Index(fields=["-published_at", "-id"], name="verdict_newest"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["claim", "publisher", "language"],
                condition=Q(status="published"),
                name="verdict_one_current",
                violation_error_message="This claim already has a published verdict: correct that one instead.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=DRAFTS)
                | (Q(published_by__isnull=False, published_at__isnull=False) & ~Q(published_by=F("author"))),
                name="verdict_published_by_another",
                violation_error_message="A verdict is published by someone other than its author.",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True, change_kind="", change_reason="")
                | (Q(supersedes__isnull=False) & ~Q(change_kind="") & ~Q(change_reason="")),
                name="verdict_change_has_reason",
                violation_error_message="Say what kind of change this is, and why.",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(name="author_stays", fields=["author", "claim", "publisher"]),
            pgtrigger.Protect(
                name="published_is_kept",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__status__in=("published", "superseded", "withdrawn")),
            ),
            # What the word `published` promises, checked for every way of getting there.
            pgtrigger.Trigger(
                name="publish_rules",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('draft', 'submitted') THEN
                        RAISE EXCEPTION 'A verdict starts as a draft.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF TG_OP = 'UPDATE' AND OLD.status IN ('draft', 'submitted') THEN
                        IF NEW.status = 'published' AND OLD.status <> 'submitted' THEN
                            RAISE EXCEPTION 'A verdict is submitted before it is published.'
                                USING ERRCODE = 'integrity_constraint_violation';
                        END IF;
                        IF NEW.status IN ('superseded', 'withdrawn') THEN
                            RAISE EXCEPTION 'Only a published verdict can be superseded or withdrawn.'
                                USING ERRCODE = 'integrity_constraint_violation';
                        END IF;
                    END IF;
                    IF NEW.supersedes_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM claims_verdict earlier WHERE earlier.id = NEW.supersedes_id
                          AND (earlier.claim_id, earlier.publisher_id) = (NEW.claim_id, NEW.publisher_id)
                    ) THEN
                        RAISE EXCEPTION 'A verdict supersedes one on the same claim by the same publisher.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    -- Whoever publishes has read these words and did not write them.
                    IF TG_OP = 'UPDATE' AND OLD.status = 'submitted' AND NEW.status <> 'draft' AND
                       (NEW.rating_id, NEW.headline, NEW.summary, NEW.body, NEW.language,
                        NEW.supersedes_id, NEW.change_kind, NEW.change_reason) IS DISTINCT FROM
                       (OLD.rating_id, OLD.headline, OLD.summary, OLD.body, OLD.language,
                        OLD.supersedes_id, OLD.change_kind, OLD.change_reason) THEN
                        RAISE EXCEPTION 'A submitted verdict is sent back before its words are changed.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF TG_OP = 'UPDATE' AND OLD.status = 'submitted' AND NEW.status = 'published' THEN
                        -- What the verdict is about waits for this publication, and then finds itself frozen.
                        PERFORM 1 FROM claims_claim WHERE id = NEW.claim_id FOR SHARE;
                        -- The lock makes a change of the evidence at this moment wait, and then find it frozen.
                        PERFORM 1 FROM claims_verdictevidence cited
                        JOIN claims_evidence evidence ON evidence.id = cited.evidence_id
                        WHERE cited.verdict_id = NEW.id FOR SHARE OF evidence;
                        IF NOT EXISTS (
                            SELECT 1 FROM claims_verdictevidence cited
                            JOIN claims_evidence evidence ON evidence.id = cited.evidence_id
                            WHERE cited.verdict_id = NEW.id
                              AND (evidence.archive_url <> '' OR evidence.archive_exception <> '')
                        ) THEN
                            RAISE EXCEPTION
                                'A verdict is published on evidence with an archive link or a stated exception.'
                                USING ERRCODE = 'integrity_constraint_violation';
                        END IF;
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="rating_of_own_scale",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM claims_rating rating JOIN claims_ratingscale scale ON scale.id = rating.scale_id
                        WHERE rating.id = NEW.rating_id AND scale.publisher_id = NEW.publisher_id
                    ) THEN
                        RAISE EXCEPTION 'A verdict gives a rating from a scale of its own publisher.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="published_is_frozen",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__status__in=("published", "superseded", "withdrawn")),
                func="""
                    IF (to_jsonb(NEW) - 'status' - 'needs_review') IS DISTINCT FROM
                       (to_jsonb(OLD) - 'status' - 'needs_review') THEN
                        RAISE EXCEPTION 'A published verdict is not changed: publish a correction that supersedes it.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF NEW.status <> OLD.status
                       AND NOT (OLD.status = 'published' AND NEW.status IN ('superseded', 'withdrawn')) THEN
                        RAISE EXCEPTION 'A published verdict can only be superseded or withdrawn.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            # At commit, so that the correction can be written in the same transaction as what it corrects.
            pgtrigger.Trigger(
                name="change_is_explained",
                operation=pgtrigger.Update,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(old__status="published")
                & pgtrigger.Q(new__status__in=("superseded", "withdrawn")),
                func="""
                    IF NOT EXISTS (SELECT 1 FROM claims_correction WHERE verdict_id = NEW.id) THEN
                        RAISE EXCEPTION 'A published verdict is superseded or withdrawn only with a public correction.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        )

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return self.claim.get_absolute_url()


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
            pgtrigger.Trigger(
                name="frozen_once_submitted",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                declare=[("concerned", "bigint[]")],
                func="""
                    concerned := ARRAY[
                        CASE WHEN TG_OP <> 'INSERT' THEN OLD.verdict_id END,
                        CASE WHEN TG_OP <> 'DELETE' THEN NEW.verdict_id END
                    ];
                    -- Waits for a publication under way, whose outcome the next statement sees.
                    PERFORM 1 FROM claims_verdict WHERE id = ANY(concerned) ORDER BY id FOR NO KEY UPDATE;
                    IF EXISTS (
                        SELECT 1 FROM claims_verdict WHERE id = ANY(concerned) AND status <> 'draft'
                    ) THEN
                        RAISE EXCEPTION 'Only a draft changes what it cites: send it back, or publish a correction.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return str(self.evidence)
