"""The scales on which desks rate, and the steps of each."""

from typing import Self

import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from articles.models import Publisher, tracked


class RatingScaleQuerySet(models.QuerySet["RatingScale"]):
    def public(self) -> Self:
        """Our own desk's scales, and those that a public verdict is on."""
        from claims.models.verdict import Verdict

        given = Verdict.objects.public().filter(rating__scale=OuterRef("pk"))
        return self.filter(Q(publisher__kind=Publisher.Kind.OWN) | Exists(given))


class RatingQuerySet(models.QuerySet["Rating"]):
    def public(self) -> Self:
        """Our own desk's ratings, and those that a public verdict gives."""
        from claims.models.verdict import Verdict

        given = Verdict.objects.public().filter(rating=OuterRef("pk"))
        return self.filter(Q(scale__publisher__kind=Publisher.Kind.OWN) | Exists(given))


@tracked
class RatingScale(models.Model):
    """A publisher's scale. Higher is truer; `worst` is at least 1, as schema.org's Rating wants it."""

    publisher = models.ForeignKey(Publisher, on_delete=models.PROTECT, related_name="rating_scales")
    name = models.CharField(max_length=100)
    worst = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    best = models.PositiveSmallIntegerField(default=5)
    is_imported = models.BooleanField(
        default=False, editable=False, help_text="Made by an import: what another desk calls its ratings"
    )
    is_retired = models.BooleanField(default=False, help_text="No longer offered; verdicts that are on it stay")

    objects = RatingScaleQuerySet.as_manager()

    class Meta:
        ordering = ("publisher", "name")
        constraints = (
            models.UniqueConstraint(fields=["publisher", "name"], name="rating_scale_once"),
            models.CheckConstraint(
                condition=Q(worst__gte=1, worst__lt=F("best")),
                name="rating_scale_worst_below_best",
                violation_error_message="The worst rating is at least 1 and below the best.",
            ),
        )
        triggers = (
            # Its verdicts are of the same publisher.
            pgtrigger.ReadOnly(name="stays_with_its_publisher", fields=["publisher"]),
            pgtrigger.Trigger(
                name="holds_its_ratings",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF EXISTS (
                        SELECT 1 FROM claims_rating
                        WHERE scale_id = NEW.id AND value NOT BETWEEN NEW.worst AND NEW.best
                    ) THEN
                        RAISE EXCEPTION 'A rating of this scale would lie outside it.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF (NEW.worst, NEW.best) IS DISTINCT FROM (OLD.worst, OLD.best) AND EXISTS (
                        SELECT 1 FROM claims_verdict verdict JOIN claims_rating rating ON rating.id = verdict.rating_id
                        WHERE rating.scale_id = OLD.id AND verdict.status NOT IN ('draft', 'submitted')
                    ) THEN
                        RAISE EXCEPTION 'A scale that a published verdict is on keeps its bounds: make a new scale.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return self.name


@tracked
class Rating(models.Model):
    """One step of a scale. `value` is empty for outcomes that are not on the line from false to true."""

    scale = models.ForeignKey(RatingScale, on_delete=models.PROTECT, related_name="ratings")
    name = models.CharField(max_length=4000, help_text="What readers see, and schema.org's alternateName")
    slug = models.SlugField(max_length=60)
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    normalised = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        editable=False,
        help_text="Its place on the line from 1, false, to 5, true, by which desks are compared",
    )
    definition = models.TextField(help_text="When we give this rating, in words for readers")

    objects = RatingQuerySet.as_manager()

    class Meta:
        ordering = ("scale", F("value").asc(nulls_last=True), "name")
        constraints = (
            models.UniqueConstraint(fields=["scale", "slug"], name="rating_once"),
            models.UniqueConstraint(fields=["scale", "value"], name="rating_value_once"),
            models.CheckConstraint(
                condition=Q(normalised__isnull=True) | Q(normalised__gte=1, normalised__lte=5),
                name="rating_normalised_1_to_5",
                violation_error_message="The line from false to true goes from 1 to 5.",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(name="stays_on_its_scale", fields=["scale"]),
            pgtrigger.Trigger(
                name="value_within_scale",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF NEW.value IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM claims_ratingscale scale
                        WHERE scale.id = NEW.scale_id AND NEW.value BETWEEN scale.worst AND scale.best
                    ) THEN
                        RAISE EXCEPTION 'The value lies outside the scale.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            # The verdict holds only a reference: were the rating renamed or defined anew, every verdict that gives it
            # would say something else without a correction.
            pgtrigger.Trigger(
                name="frozen_once_given",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF (NEW.name, NEW.value, NEW.definition) IS DISTINCT FROM (OLD.name, OLD.value, OLD.definition)
                       AND EXISTS (
                        SELECT 1 FROM claims_verdict
                        WHERE rating_id = OLD.id AND status NOT IN ('draft', 'submitted')
                    ) THEN
                        RAISE EXCEPTION 'A rating that published verdicts give is kept as it is: make a new scale.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return self.name
