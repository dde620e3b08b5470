"""Who asserts."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.text import slugify

from articles.models import tracked
from claims.extraction.names import fold_name
from claims.vocabulary import SourceKind


class SourceQuerySet(models.QuerySet["Source"]):
    def public(self) -> Self:
        """Sources that readers meet: heard in a public claim or contradiction, or voting in a public event."""
        from claims.models.claim import Appearance
        from claims.models.contradiction import Contradiction, PositionAppearance
        from claims.models.event import Event, RollCallVote

        source = OuterRef("pk")
        in_positions = PositionAppearance.objects.filter(
            position__contradiction__in=Contradiction.objects.public(), appearance__in=Appearance.objects.quotable()
        )
        return self.filter(
            Exists(Appearance.objects.public().filter(source=source))
            | Exists(in_positions.filter(appearance__source=source))
            | Exists(RollCallVote.objects.filter(state=source, event__in=Event.objects.public()))
        )


@tracked
class Source(models.Model):
    """A person, a state, an organisation or unnamed officials, with the names it goes by."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=12, choices=SourceKind.choices())
    wikidata_id = models.CharField(max_length=20, blank=True)
    iso3 = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3 code of a state")
    description = models.CharField(max_length=300, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

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
        verbose_name_plural = "source aliases"

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = fold_name(self.name)
        super().save(*args, **kwargs)
