"""Where sources disagree: the object that Crosscheck exists for.

One Contradiction stands for one question about one event (or about events that readers would confuse), with as many
Positions as there are answers. It is not a link between two claims, because three outlets may give three figures, and
because the question and not the pair is what an editor settles.

The machine's part (`question`, `kind`, `gate`, `suggested_resolution`, `rule`, `score`, `explanation`) and the editor's
part (`status`, `resolution`, `resolution_note`, `resolved_by`) are apart: running detection again rewrites the first
and never touches the second.
"""

from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.text import slugify

from articles.addresses import path_to
from articles.models import tracked
from claims.models.event import Event
from claims.models.evidence import Evidence
from claims.models.merging import follows
from claims.vocabulary import DISMISSALS, ContradictionKind, ContradictionStatus, Gate, Resolution

UNSETTLED = (ContradictionStatus.SUGGESTED, ContradictionStatus.OPEN, ContradictionStatus.UNDER_REVIEW)


PUBLIC = (ContradictionStatus.OPEN, ContradictionStatus.UNDER_REVIEW, ContradictionStatus.RESOLVED)
OPENED = f"IN ({', '.join(repr(status.value) for status in PUBLIC)})"  # the same in SQL


class ContradictionQuerySet(models.QuerySet["Contradiction"]):
    def public(self) -> Self:
        """Contradictions that an editor has opened: not the machine's suggestions, nor what was dismissed."""
        return self.filter(status__in=PUBLIC)

    def still_open(self) -> Self:
        """Those of them that nobody has settled."""
        return self.public().exclude(status=ContradictionStatus.RESOLVED)

    def unsettled(self) -> Self:
        """What still waits for an editor's decision, suggestions included."""
        return self.filter(status__in=UNSETTLED)


@tracked
class Contradiction(models.Model):
    """Two or more answers to one question."""

    # the machine's part
    fingerprint = models.CharField(
        max_length=64, unique=True, editable=False, help_text="Names the question for detection"
    )
    question = models.CharField(max_length=300)
    kind = models.CharField(max_length=16, choices=ContradictionKind.choices())
    gate = models.CharField(max_length=12, choices=Gate.choices())
    suggested_resolution = models.CharField(max_length=32, choices=Resolution.choices(), blank=True)
    rule = models.CharField(max_length=60, help_text="Name and version of the rule that found it")
    score = models.FloatField()
    explanation = models.TextField(help_text="Why the rule fired, in one plain sentence with the figures")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, blank=True, related_name="contradictions")
    found_at = models.DateTimeField(auto_now_add=True)
    opened_at = models.DateTimeField(
        null=True,
        editable=False,
        help_text="When readers could see it first; a trigger's, empty where they never could",
    )
    changed_at = models.DateTimeField(
        default=timezone.now, editable=False, help_text="When its status changed; a trigger's"
    )
    # the editor's part
    status = models.CharField(
        max_length=12, choices=ContradictionStatus.choices(), default=ContradictionStatus.SUGGESTED
    )
    resolution = models.CharField(max_length=32, choices=Resolution.choices(), blank=True)
    resolution_note = models.TextField(blank=True, help_text="The editor's explanation, shown to readers")
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="resolved_contradictions",
    )
    resolved_at = models.DateTimeField(null=True, blank=True)
    reopened_reason = models.CharField(max_length=300, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="assigned_contradictions",
    )
    evidence = models.ManyToManyField(Evidence, through="ContradictionEvidence", related_name="contradictions")

    objects = ContradictionQuerySet.as_manager()

    class Meta:
        ordering = ("-found_at", "-id")
        permissions = (("resolve_contradiction", "Can open, resolve, dismiss and reopen contradictions"),)
        indexes = (
            models.Index(fields=["-found_at", "-id"], name="contradiction_newest"),
            models.Index(fields=["status", "-found_at", "-id"], name="contradiction_status_newest"),
            models.Index(fields=["-changed_at", "-id"], condition=Q(status__in=PUBLIC), name="contradiction_changed"),
            models.Index(fields=["-resolved_at"], condition=Q(resolved_at__isnull=False), name="contradiction_settled"),
            models.Index(
                fields=["-found_at", "-id"], condition=~Q(reopened_reason=""), name="contradiction_reopened_newest"
            ),
            models.Index(fields=["-score", "id"], condition=Q(status__in=UNSETTLED), name="contradiction_queue"),
            models.Index(fields=["kind"], name="contradiction_kind"),
            models.Index(fields=["gate"], name="contradiction_gate"),
            GinIndex(OpClass(Upper("question"), name="gin_trgm_ops"), name="contradiction_trigram"),
            models.Index(
                fields=["assignee", "status"],
                condition=Q(assignee__isnull=False),
                name="contradiction_assignee",
            ),
        )
        constraints = (
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="contradiction_score_0_to_1"),
            models.CheckConstraint(
                condition=(
                    Q(status__in=UNSETTLED, resolution="", resolved_by__isnull=True, resolved_at__isnull=True)
                    | (
                        Q(status="resolved", resolved_by__isnull=False, resolved_at__isnull=False)
                        & ~Q(resolution="")
                        & ~Q(resolution__in=sorted(DISMISSALS))
                        & ~Q(resolution_note="")
                    )
                    | (
                        Q(status="dismissed", resolved_by__isnull=False, resolved_at__isnull=False)
                        & Q(resolution__in=sorted(DISMISSALS))
                        & ~Q(resolution_note="")
                    )
                ),
                name="contradiction_settled_by_someone",
                violation_error_message="A settled contradiction names its resolution, the reason and who decided.",
            ),
        )
        triggers = (
            follows(event_id="claims_event"),
            # What readers are told of its days only moves forward, however often it is settled and reopened.
            pgtrigger.Trigger(
                name="keeps_its_days",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=f"""
                    IF TG_OP = 'UPDATE' THEN
                        NEW.opened_at = COALESCE(OLD.opened_at, NEW.opened_at);
                        IF NEW.status <> OLD.status THEN
                            NEW.changed_at = statement_timestamp();
                        END IF;
                    END IF;
                    IF NEW.status {OPENED} THEN
                        NEW.opened_at = COALESCE(NEW.opened_at, statement_timestamp());
                    END IF;
                    RETURN NEW;
                """,
            ),
            # At commit, so that the positions can be marked in the same transaction.
            pgtrigger.Trigger(
                name="error_names_position",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__resolution="source_error"),
                func="""
                    IF EXISTS (
                        SELECT 1 FROM claims_contradiction WHERE id = NEW.id AND resolution = 'source_error'
                    ) AND NOT EXISTS (
                        SELECT 1 FROM claims_position WHERE contradiction_id = NEW.id AND is_at_fault
                    ) THEN
                        RAISE EXCEPTION 'A source error names the position that is in error.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        )

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        return path_to("contradiction", self.pk, self.slug)

    @property
    def slug(self) -> str:
        return slugify(self.question)[:60].strip("-") or "contradiction"


@tracked
class ContradictionEvidence(models.Model):
    """Evidence attached to a contradiction, and the position that it bears out, if it does."""

    contradiction = models.ForeignKey(Contradiction, on_delete=models.PROTECT, related_name="attached_evidence")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="attachments")
    supports = models.ForeignKey("Position", on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
    figures = models.JSONField(
        default=dict, blank=True, help_text="What the document itself counts, by measure, as in a position"
    )
    note = models.CharField(max_length=300, blank=True)
    attached_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    attached_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("contradiction", "id")
        constraints = (
            models.UniqueConstraint(fields=["contradiction", "evidence"], name="contradiction_evidence_once"),
        )
        triggers = (
            pgtrigger.Trigger(
                name="supports_own_position",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF NEW.supports_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM claims_position
                        WHERE id = NEW.supports_id AND contradiction_id = NEW.contradiction_id
                    ) THEN
                        RAISE EXCEPTION 'The position belongs to another contradiction.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return str(self.evidence)
