"""An answer to the question of a contradiction, and who gives it in which words."""

from typing import Self

import pgtrigger
from django.db import models

from articles.models import tracked
from claims.models.appearance import Appearance, Measurement
from claims.models.claim import Claim
from claims.models.contradiction import Contradiction
from claims.models.event import Event
from claims.models.merging import follows


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
            follows(event_id="claims_event"),
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


class PositionAppearanceQuerySet(models.QuerySet["PositionAppearance"]):
    def public(self) -> Self:
        """Those of public contradictions, in words that may be quoted."""
        return self.quotable().filter(position__contradiction__in=Contradiction.objects.public())

    def quotable(self) -> Self:
        """Those in words that may be quoted, as Appearance says it, without looking for each appearance twice."""
        return self.exclude(appearance__claim__status=Claim.Status.REJECTED)


class PositionAppearance(models.Model):
    """An appearance that takes a position, and the figure in it that does. Appearances with one `origin` are copies of
    one text and count as one independent voice."""

    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="memberships")
    appearance = models.ForeignKey(Appearance, on_delete=models.PROTECT, related_name="memberships")
    measurement = models.ForeignKey(
        Measurement, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    origin = models.CharField(max_length=100)

    objects = PositionAppearanceQuerySet.as_manager()

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
