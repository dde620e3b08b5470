"""The scales on which desks rate, and the steps of each."""

import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from articles.models import Publisher, tracked


@tracked
class RatingScale(models.Model):
    """A publisher's scale. Higher is truer; `worst` is at least 1, as schema.org's Rating wants it."""

    publisher = models.ForeignKey(Publisher, on_delete=models.PROTECT, related_name="rating_scales")
    name = models.CharField(max_length=100)
    worst = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    best = models.PositiveSmallIntegerField(default=5)

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
    name = models.CharField(max_length=60, help_text="What readers see, and schema.org's alternateName")
    slug = models.SlugField(max_length=60)
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    definition = models.TextField(help_text="When we give this rating, in words for readers")

    class Meta:
        ordering = ("scale", F("value").asc(nulls_last=True), "name")
        constraints = (
            models.UniqueConstraint(fields=["scale", "slug"], name="rating_once"),
            models.UniqueConstraint(fields=["scale", "value"], name="rating_value_once"),
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
            # The verdict holds only a reference: were the rating renamed, every verdict that gives it would say
            # something else without a correction.
            pgtrigger.Trigger(
                name="frozen_once_given",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF (NEW.name, NEW.value) IS DISTINCT FROM (OLD.name, OLD.value) AND EXISTS (
                        SELECT 1 FROM claims_verdict
                        WHERE rating_id = OLD.id AND status NOT IN ('draft', 'submitted')
                    ) THEN
                        RAISE EXCEPTION 'A rating that published verdicts give keeps name and value: make a new one.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return self.name
