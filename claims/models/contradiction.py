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
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify

from articles.models import tracked
from claims.models.claim import Appearance, Measurement
from claims.models.event import Event
from claims.models.evidence import Evidence
from claims.vocabulary import DISMISSALS, ContradictionKind, ContradictionStatus, Gate, Resolution

UNSETTLED = (ContradictionStatus.SUGGESTED, ContradictionStatus.OPEN, ContradictionStatus.UNDER_REVIEW)


PUBLIC = (ContradictionStatus.OPEN, ContradictionStatus.UNDER_REVIEW, ContradictionStatus.RESOLVED)


class ContradictionQuerySet(models.QuerySet["Contradiction"]):
    def public(self) -> Self:
        """Contradictions that an editor has opened: not the machine's suggestions, nor what was dismissed."""
        return self.filter(status__in=PUBLIC)

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
    evidence = models.ManyToManyField(Evidence, through="ContradictionEvidence", related_name="contradictions")

    objects = ContradictionQuerySet.as_manager()

    class Meta:
        ordering = ("-found_at", "-id")
        permissions = (("resolve_contradiction", "Can open, resolve, dismiss and reopen contradictions"),)
        indexes = (
            models.Index(fields=["-found_at", "-id"], name="contradiction_newest"),
            models.Index(fields=["status", "-found_at", "-id"], name="contradiction_status_newest"),
            models.Index(fields=["kind"], name="contradiction_kind"),
            models.Index(fields=["gate"], name="contradiction_gate"),
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
        return reverse("contradiction", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        return slugify(self.question)[:60].strip("-") or "contradiction"


@tracked
class Position(models.Model):
    """One answer to the question, and everyone who gives it. `key` names the answer for detection; `figures` holds it
    as numbers for charts, by measure: {"votes_for": 93, "votes_against": 8, "abstentions": 73}."""

    contradiction = models.ForeignKey(Contradiction, on_delete=models.PROTECT, related_name="positions")
    key = models.CharField(max_length=200, editable=False)
    answer = models.CharField(max_length=200)
    figures = models.JSONField(default=dict, blank=True)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, blank=True, related_name="positions")
    is_at_fault = models.BooleanField(default=False, help_text="The editor found this answer to be an error")
    outlet_corrected = models.BooleanField(null=True, blank=True, help_text="Has who gave it corrected it since?")
    appearances = models.ManyToManyField(Appearance, through="PositionAppearance", related_name="positions")

    class Meta:
        ordering = ("contradiction", "id")
        constraints = (models.UniqueConstraint(fields=["contradiction", "key"], name="position_once"),)
        triggers = (
            # Evidence that supports it is attached to the same contradiction.
            pgtrigger.ReadOnly(name="stays_in_its_contradiction", fields=["contradiction"]),
            # The other side of `error_names_position`: what a decision rests on is not taken from under it.
            pgtrigger.Trigger(
                name="error_keeps_position",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(old__is_at_fault=True),
                func="""
                    IF EXISTS (
                        SELECT 1 FROM claims_contradiction
                        WHERE id = OLD.contradiction_id AND resolution = 'source_error'
                    ) AND NOT EXISTS (
                        SELECT 1 FROM claims_position WHERE contradiction_id = OLD.contradiction_id AND is_at_fault
                    ) THEN
                        RAISE EXCEPTION 'A source error names the position that is in error.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        )

    def __str__(self) -> str:
        return self.answer


class PositionAppearance(models.Model):
    """An appearance that takes a position, and the figure in it that does. Appearances with one `origin` are copies of
    one text and count as one independent voice."""

    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="memberships")
    appearance = models.ForeignKey(Appearance, on_delete=models.PROTECT, related_name="memberships")
    measurement = models.ForeignKey(
        Measurement, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    origin = models.CharField(max_length=100)

    class Meta:
        ordering = ("position", "id")
        constraints = (models.UniqueConstraint(fields=["position", "appearance"], name="position_appearance_once"),)
        triggers = (
            pgtrigger.Trigger(
                name="figure_of_the_appearance",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF NEW.measurement_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM claims_measurement
                        WHERE id = NEW.measurement_id AND appearance_id = NEW.appearance_id
                    ) THEN
                        RAISE EXCEPTION 'The figure stands in another appearance.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return f"{self.position} · {self.appearance}"


@tracked
class ContradictionEvidence(models.Model):
    """Evidence attached to a contradiction, and the position that it bears out, if it does."""

    contradiction = models.ForeignKey(Contradiction, on_delete=models.PROTECT, related_name="attached_evidence")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="attachments")
    supports = models.ForeignKey(Position, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
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
