"""A seal on the history: what its lines were at one time, chained to the seal before."""

import pgtrigger
from django.db import models
from django.db.models import Q


class HistorySeal(models.Model):
    """The hashes of every line of the history that was written since the seal before, and of that seal.

    Triggers keep the lines from being changed, but who owns the database can switch triggers off. Such a change no
    longer fits the seals, and since each holds the one before it, a copy of the newest `digest` kept elsewhere vouches
    for all of them.
    """

    made_at = models.DateTimeField(auto_now_add=True)
    previous = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="next")
    ranges = models.JSONField(help_text="For each history table: keys, number of lines, columns and their SHA-256")
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the ranges and the seal before")

    class Meta:
        ordering = ("-id",)
        permissions = (("read_log", "Can read the log of the whole desk"),)
        constraints = (
            models.UniqueConstraint(
                fields=["previous"],
                condition=Q(previous__isnull=True),
                nulls_distinct=False,
                name="history_seal_one_first",
                violation_error_message="There is a first seal already.",
            ),
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"),
                name="history_seal_digest_is_hex",
                violation_error_message="A digest is 64 hexadecimal digits in lower case.",
            ),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M} {self.digest[:12]}"
