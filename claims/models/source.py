"""Who asserts."""

from typing import Any

from django.db import models
from django.utils.text import slugify

from articles.models import tracked
from claims.extraction.names import fold_name
from claims.vocabulary import SourceKind


@tracked
class Source(models.Model):
    """A person, a state, an organisation or unnamed officials, with the names it goes by."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=12, choices=SourceKind.choices())
    wikidata_id = models.CharField(max_length=20, blank=True)
    iso3 = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3 code of a state")
    description = models.CharField(max_length=300, blank=True)

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
