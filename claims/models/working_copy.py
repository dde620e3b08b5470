"""Words that somebody has typed and not saved yet."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.claim import Claim
from claims.models.verdict import Verdict


class WorkingCopy(models.Model):
    """What one person has typed in the form of a verdict, kept while they type so that no crash takes it.

    It is not the verdict: nobody else sees it, and the history has a line for each explicit save, not for each pause of
    the fingers. `tab` is the open page that writes here; another one asks before it takes the row over.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="working_copies"
    )
    verdict = models.ForeignKey(
        Verdict, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="working_copies"
    )
    claim = models.ForeignKey(
        Claim,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="working_copies",
        help_text="What a new verdict is to be about",
    )
    tab = models.CharField(max_length=40)
    revision = models.PositiveIntegerField(default=0, help_text="The revision of the verdict that it was made from")
    words = models.JSONField(help_text="As typed, valid or not")
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-saved_at", "-id")
        verbose_name_plural = "working copies"
        constraints = (
            models.UniqueConstraint(fields=["person", "verdict"], name="working_copy_once"),
            models.UniqueConstraint(fields=["person", "claim"], name="working_copy_once_new"),
            models.CheckConstraint(
                condition=Q(verdict__isnull=True, claim__isnull=False) | Q(verdict__isnull=False, claim__isnull=True),
                name="working_copy_of_one_thing",
            ),
        )

    def __str__(self) -> str:
        return f"Unsaved words of {self.person}"
