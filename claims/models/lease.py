"""Who is at what right now."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Lease(models.Model):
    """One person has an item before them until a time, so that nobody else decides it meanwhile. Past that time the
    row means nothing, and the next to come takes it over."""

    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey()
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="leases")
    until = models.DateTimeField()

    class Meta:
        ordering = ("until", "id")
        constraints = (models.UniqueConstraint(fields=["content_type", "object_id"], name="lease_one_per_item"),)

    def __str__(self) -> str:
        return f"{self.holder} until {self.until:%H:%M}"
