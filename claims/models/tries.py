"""How often secrets were tried lately."""

from django.db import models


class Tries(models.Model):
    """The tries of one kind by one account or address, or by all. Written and swept up by claims.accounts.limits."""

    key = models.CharField(max_length=64, primary_key=True, help_text="A keyed hash of what is counted")
    until = models.DateTimeField(help_text="When the tries that were made are all made up for")

    class Meta:
        ordering = ("until",)
        verbose_name_plural = "tries"
        indexes = (models.Index(fields=["until"], name="tries_until"),)

    def __str__(self) -> str:
        return self.key[:12]
