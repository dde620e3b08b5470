"""The words of the claims that readers see: what a misspelt search is corrected against."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models


class Word(models.Model):
    """A word as claims spell it. `key` is the word without its accents, by which it is found and likened: the claims
    are too many to be compared letter by letter, their different words are not. Written by claims.actions.words."""

    word = models.CharField(max_length=60, primary_key=True)
    key = models.CharField(max_length=60, editable=False)

    class Meta:
        ordering = ("word",)
        indexes = (
            models.Index(fields=["key"], name="word_key"),
            GinIndex(OpClass("key", name="gin_trgm_ops"), name="word_trigram"),
        )

    def __str__(self) -> str:
        return self.word
