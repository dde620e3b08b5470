"""What people did at the desk, kept so that it can be undone."""

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Step(models.Model):
    """One thing done to one item, with what takes it back.

    `data` are the arguments it was done with and `inverse` the action and arguments that bring back what was before;
    `left` is how the item was left, by which is seen whether somebody has changed it since. Steps of one `batch` were
    taken at once and are undone at once. Undoing is a step of its own, which `reverses` the first: nothing here is ever
    changed, an undone step can be done again by undoing the undoing, and no step is undone twice.
    """

    class Action(models.TextChoices):
        ACCEPT = "accept", "Accepted"
        REJECT = "reject", "Rejected"
        EDIT = "edit", "Edited"
        MERGE = "merge", "Merged"
        SPLIT = "split", "Split off again"
        SUGGEST = "suggest", "Put back among the suggestions"

    batch = models.UUIDField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="steps")
    action = models.CharField(max_length=10, choices=Action)
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, db_index=False, related_name="+")
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey()
    data = models.JSONField(default=dict)
    inverse = models.JSONField()
    left = models.JSONField()
    at = models.DateTimeField(auto_now_add=True)
    reverses = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="reversal", help_text="What it undoes"
    )

    class Meta:
        ordering = ("-id",)
        indexes = (
            models.Index(fields=["by", "-id"], name="step_latest_of_person"),
            models.Index(fields=["content_type", "object_id", "-id"], name="step_of_item"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.object_id}"
