"""Why suggestions are turned down: kept as records, so that a desk words its own reasons."""

from typing import Self

from django.db import models

from articles.models import tracked


class RejectionReasonQuerySet(models.QuerySet["RejectionReason"]):
    def offered(self) -> Self:
        """Reasons that can be given today."""
        return self.filter(is_retired=False)


@tracked
class RejectionReason(models.Model):
    """One reason for which a suggested claim is rejected."""

    name = models.CharField(max_length=80, unique=True)
    description = models.CharField(max_length=300, blank=True, help_text="When to choose it")
    order = models.PositiveSmallIntegerField(default=0, help_text="Lower comes first")
    is_retired = models.BooleanField(default=False, help_text="No longer offered; past decisions keep it")

    objects = RejectionReasonQuerySet.as_manager()

    class Meta:
        ordering = ("order", "name")

    def __str__(self) -> str:
        return self.name
