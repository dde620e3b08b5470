"""Who asserts."""

from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.functions import Upper
from django.utils.text import slugify

from articles.addresses import path_to
from articles.models import tracked
from claims.extraction.names import fold_name
from claims.models.lookups import some
from claims.models.merging import follows, one_hop
from claims.vocabulary import SourceKind


class SourceQuerySet(models.QuerySet["Source"]):
    def public(self) -> Self:
        """Sources that readers meet: heard in a public claim or contradiction, or voting in a public event."""
        from claims.models.appearance import Appearance
        from claims.models.event import Event, RollCallVote
        from claims.models.part import Part

        source = OuterRef("pk")
        return self.filter(merged_into__isnull=True).filter(
            some(Appearance.objects.public().filter(source=source))
            | some(Part.objects.filter(source=source))
            | some(RollCallVote.objects.filter(state=source, event__in=Event.objects.public()))
        )


@tracked
class Source(models.Model):
    """A person, a state, an organisation or unnamed officials, with the names it goes by."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=12, choices=SourceKind.choices())
    wikidata_id = models.CharField(max_length=20, blank=True)
    iso3 = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3 code of a state")
    description = models.CharField(max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="absorbed"
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        indexes = (
            GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="source_trigram"),
            models.Index(fields=["merged_into"], condition=Q(merged_into__isnull=False), name="source_merged_into"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")),
                name="source_not_merged_into_itself",
                violation_error_message="It cannot be merged into itself.",
            ),
        )
        triggers = (one_hop("claims_source"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return path_to("source", self.pk, self.slug)

    @property
    def slug(self) -> str:
        return slugify(self.name)[:60].strip("-") or "source"


@tracked
class SourceAlias(models.Model):
    """A name of a Source. `key` is the name folded (case, accents, transliteration), and leads to one Source only."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="aliases")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, unique=True, editable=False)

    class Meta:
        ordering = ("name",)
        indexes = (GinIndex(OpClass("key", name="gin_trgm_ops"), name="source_alias_trigram"),)
        verbose_name_plural = "source aliases"
        triggers = (follows(source_id="claims_source"),)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = fold_name(self.name)
        super().save(*args, **kwargs)
