"""What was asserted, where, and with which figures."""

from typing import Self

import pgtrigger
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.text import slugify

from articles.models import ArticleVersion, tracked
from claims.models.event import Event
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


class ClaimQuerySet(models.QuerySet["Claim"]):
    def public(self) -> Self:
        """Claims that an editor has accepted. A suggestion of the machine is not public, nor is a rejected one."""
        return self.filter(status=Claim.Status.ACCEPTED)


@tracked
class Claim(models.Model):
    """One checkable proposition, in canonical words. It may be made in many places: those are its Appearances."""

    class Status(models.TextChoices):
        SUGGESTED = "suggested", "Suggested"
        ACCEPTED = "accepted", "Accepted"
        REJECTED = "rejected", "Rejected"

    text = models.TextField()
    short_text = models.CharField(max_length=75, blank=True, help_text="For ClaimReview, where the text is longer")
    language = models.CharField(max_length=16, default="en")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, blank=True, related_name="claims")
    status = models.CharField(max_length=10, choices=Status, default=Status.SUGGESTED)
    status_reason = models.CharField(max_length=300, blank=True)
    method = models.CharField(max_length=60, help_text="The rule that suggested it, or “editor”")
    score = models.FloatField(default=1.0, help_text="How sure the rule is that this can and should be checked, 0 to 1")
    created_at = models.DateTimeField(auto_now_add=True)
    search_vector = models.GeneratedField(
        expression=SearchVector("text", config="english"), output_field=SearchVectorField(), db_persist=True
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-id")
        permissions = (("review_claim", "Can accept or reject suggested claims"),)
        indexes = (
            models.Index(fields=["status", "-created_at", "-id"], name="claim_status_newest"),
            models.Index(fields=["-created_at", "-id"], name="claim_newest"),
            GinIndex(fields=["search_vector"], name="claim_search"),
            GinIndex(OpClass(Upper("text"), name="gin_trgm_ops"), name="claim_trigram"),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="claim_has_text"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="claim_score_0_to_1"),
            models.CheckConstraint(
                condition=~Q(status="rejected") | ~Q(status_reason=""),
                name="claim_rejected_with_reason",
                violation_error_message="Say why the claim is rejected.",
            ),
        )
        triggers = (
            # What readers were told a verdict is about does not change or vanish under it.
            pgtrigger.Trigger(
                name="kept_under_verdict",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF (NEW.text, NEW.short_text, NEW.language) IS DISTINCT FROM
                       (OLD.text, OLD.short_text, OLD.language) AND EXISTS (
                        SELECT 1 FROM claims_verdict WHERE claim_id = NEW.id AND status IN ('submitted', 'published')
                    ) OR NEW.status <> OLD.status AND OLD.status = 'accepted' AND EXISTS (
                        SELECT 1 FROM claims_verdict WHERE claim_id = NEW.id AND status = 'published'
                    ) THEN
                        RAISE EXCEPTION 'A verdict rests on this claim: send it back or withdraw it first.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("claim", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        return slugify(self.text)[:60].strip("-") or "claim"


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
        )

    def __str__(self) -> str:
        return f"“{self.quote[:80]}”"


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
