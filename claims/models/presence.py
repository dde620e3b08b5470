"""Who has which page of the desk open just now."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Model

GONE_AFTER = timedelta(seconds=30)
"""An open page calls every ten seconds; after three calls missed its reader has left."""
IDLE_AFTER = timedelta(minutes=10)
"""Without a key or a click for this long a reader is idle."""


class PresenceQuerySet(models.QuerySet["Presence"]):
    def here(self, record: Model, *, now: datetime) -> Self:
        """Those who have the page of `record` open at `now`."""
        kind = ContentType.objects.get_for_model(record)
        return self.filter(content_type=kind, object_id=record.pk, seen_at__gt=now - GONE_AFTER)


class Presence(models.Model):
    """One person on the page of one record of any kind. Overwritten in place: it has no history and means none."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="presences"
    )
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, db_index=False, related_name="+")
    object_id = models.BigIntegerField()
    seen_at = models.DateTimeField()
    active_at = models.DateTimeField(help_text="When they last typed or clicked")

    objects = PresenceQuerySet.as_manager()

    class Meta:
        ordering = ("active_at", "id")
        indexes = (models.Index(fields=["person", "seen_at"], name="presence_of_person"),)
        constraints = (models.UniqueConstraint(fields=["content_type", "object_id", "person"], name="presence_once"),)

    def __str__(self) -> str:
        return f"{self.person} on {self.content_type} {self.object_id}"

    def is_idle(self, now: datetime) -> bool:
        return self.active_at < now - IDLE_AFTER
