"""Where a claim was made, and the figures that stand there."""

from typing import Self

import pgtrigger
from django.db import models
from django.db.models import F, Q

from articles.models import ArticleVersion, tracked
from claims.models.claim import Claim
from claims.models.merging import follows
from claims.models.source import Source
from claims.vocabulary import Comparator, Modality, Stance


def words_of(*, parent: str, start: str, end: str) -> pgtrigger.Trigger:
    """The trigger that holds a quote to the text it was taken from. `parent` selects that text for the NEW row."""
    return pgtrigger.Trigger(
        name="quote_is_in_text",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.Before,
        declare=[("source_text", "text")],
        func=f"""
            {parent}
            IF substring(source_text FROM NEW.{start} + 1 FOR NEW."{end}" - NEW.{start}) IS DISTINCT FROM NEW.quote
               OR NEW."{end}" > char_length(source_text) THEN
                RAISE EXCEPTION 'The quote is not what the article says between characters % and %.',
                    NEW.{start}, NEW."{end}" USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        """,
    )


class AppearanceQuerySet(models.QuerySet["Appearance"]):
    def public(self) -> Self:
        """Appearances of public claims."""
        return self.filter(claim__status=Claim.Status.ACCEPTED)

    def quotable(self) -> Self:
        """Appearances that a public contradiction may quote: also of claims that nobody has reviewed yet, since its own
        review stands for theirs, but never of a claim that an editor has rejected."""
        return self.exclude(claim__status=Claim.Status.REJECTED)


@tracked
class Appearance(models.Model):
    """Where a claim was made: the exact words, who said them and how. `source` is empty where the outlet speaks in its
    own voice; `source_name` keeps the name as the article gives it."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="appearances")
    version = models.ForeignKey(ArticleVersion, on_delete=models.PROTECT, related_name="appearances")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="appearances")
    source_name = models.CharField(max_length=200, blank=True)
    cue = models.CharField(
        max_length=60, blank=True, help_text="The word that attributes it: said, denied, according to"
    )
    stance = models.CharField(max_length=10, choices=Stance.choices(), default=Stance.ASSERTS)
    modality = models.CharField(max_length=12, choices=Modality.choices(), default=Modality.ACTUAL)
    said_on = models.DateField(null=True, blank=True)
    refers_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        help_text="What it denies or echoes",
    )
    method = models.CharField(max_length=60)
    score = models.FloatField(default=1.0)

    objects = AppearanceQuerySet.as_manager()

    class Meta:
        ordering = ("version", "start")
        indexes = (
            models.Index(
                "source",
                F("said_on").desc(nulls_last=True),
                F("id").desc(),
                condition=Q(source__isnull=False),
                name="appearance_source_newest",
            ),
        )
        constraints = (
            models.UniqueConstraint(fields=["version", "start", "end", "claim"], name="appearance_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="appearance_end_after_start"),
        )
        triggers = (
            # Its figures count the characters of this text: elsewhere they would no longer be what is quoted.
            pgtrigger.ReadOnly(name="stays_in_its_text", fields=["version"]),
            words_of(
                parent="SELECT text INTO source_text FROM articles_articleversion WHERE id = NEW.version_id;",
                start="start",
                end="end",
            ),
            follows(claim_id="claims_claim", source_id="claims_source"),
        )

    def __str__(self) -> str:
        return f"“{self.quote[:80]}”"


class MeasurementQuerySet(models.QuerySet["Measurement"]):
    def public(self) -> Self:
        """Figures in appearances of public claims."""
        return self.filter(appearance__claim__status=Claim.Status.ACCEPTED)


@tracked
class Measurement(models.Model):
    """A figure, date, outcome or vote that an Appearance reports. Those of one tally share a `group` above 0."""

    appearance = models.ForeignKey(Appearance, on_delete=models.PROTECT, related_name="measurements")
    measure = models.SlugField(max_length=40)
    quote = models.CharField(max_length=300)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    value = models.DecimalField(max_digits=30, decimal_places=6, null=True, blank=True)
    value_max = models.DecimalField(max_digits=30, decimal_places=6, null=True, blank=True)
    value_text = models.CharField(max_length=100, blank=True)
    comparator = models.CharField(max_length=10, choices=Comparator.choices(), default=Comparator.EXACT)
    unit = models.CharField(max_length=60, blank=True)
    total = models.DecimalField(max_digits=30, decimal_places=6, null=True, blank=True)
    group = models.PositiveSmallIntegerField(default=0)
    as_of = models.DateField(null=True, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    score = models.FloatField(default=1.0)

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        ordering = ("appearance", "start")
        indexes = (models.Index(fields=["measure", "value"], name="measurement_value"),)
        constraints = (
            models.UniqueConstraint(fields=["appearance", "measure", "start", "end"], name="measurement_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="measurement_end_after_start"),
            models.CheckConstraint(
                condition=(Q(value__isnull=False, value_text="") | (Q(value__isnull=True) & ~Q(value_text=""))),
                name="measurement_number_or_text",
            ),
            models.CheckConstraint(
                condition=Q(value_max__isnull=True)
                | Q(comparator="range", value__isnull=False, value_max__gte=F("value")),
                name="measurement_range_in_order",
            ),
        )
        triggers = (
            # Positions name a figure and the appearance that it stands in.
            pgtrigger.ReadOnly(name="stays_in_its_appearance", fields=["appearance"]),
            words_of(
                parent="""
                    SELECT version.text INTO source_text FROM claims_appearance appearance
                    JOIN articles_articleversion version ON version.id = appearance.version_id
                    WHERE appearance.id = NEW.appearance_id;
                """,
                start="start",
                end="end",
            ),
        )

    def __str__(self) -> str:
        return f"{self.measure}: {self.quote}"
