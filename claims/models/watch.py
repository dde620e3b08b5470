"""Who wants to be told of what happens to an item of the desk."""

from typing import Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Model


class WatchQuerySet(models.QuerySet["Watch"]):
    def on(self, item: Model) -> Self:
        """All who have watched `item`, those who no longer want to among them."""
        return self.filter(content_type=ContentType.objects.get_for_model(item), object_id=item.pk)


class Watch(models.Model):
    """One person watches one item. The row stays when they switch it off, so that nothing they do at the item later
    begins it again behind their back."""

    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, db_index=False, related_name="+")
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="watches")
    is_on = models.BooleanField(default=True)

    objects = WatchQuerySet.as_manager()

    class Meta:
        ordering = ("content_type", "object_id", "user")
        constraints = (
            models.UniqueConstraint(fields=["content_type", "object_id", "user"], name="watch_once_per_person"),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.object_id}"
