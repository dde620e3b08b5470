"""What people at the desk say to each other about an item: never public, never changed afterwards."""

from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Model, Q

from articles.models import tracked


class CommentQuerySet(models.QuerySet["Comment"]):
    def on(self, item: Model) -> Self:
        """The comments on `item`, in the order in which they were made."""
        return self.filter(content_type=ContentType.objects.get_for_model(item), object_id=item.pk).order_by("pk")

    def open(self) -> Self:
        """Comments that nobody has resolved yet."""
        return self.filter(resolved_at=None)


@tracked
class Comment(models.Model):
    """A remark on any item of the desk, or on one passage of it: `quote` is then the exact words, `field` names the
    text that they stand in, and `start` counts the characters (code points) of that text before them, as it was when
    the comment was made. Words that have been mended since are found again by `claims.passages`, or not at all."""

    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, db_index=False, related_name="+")
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey("content_type", "object_id")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="comments")
    text = models.TextField()
    field = models.CharField(max_length=40, blank=True, help_text="The text in which the quoted words stand")
    quote = models.TextField(blank=True, help_text="The exact words that it is about")
    start = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ("content_type", "object_id", "id")
        indexes = (models.Index(fields=["content_type", "object_id", "id"], name="comment_item"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(text=""), name="comment_has_text", violation_error_message="Write a comment first."
            ),
            models.CheckConstraint(
                condition=Q(field="", quote="", start__isnull=True)
                | (~Q(field="") & ~Q(quote="") & Q(start__isnull=False)),
                name="comment_passage_is_whole",
                violation_error_message="A passage has its words, and where they stand.",
            ),
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="comment_resolved_by_someone",
                violation_error_message="A resolved comment says who resolved it, and when.",
            ),
        )
        triggers = (
            pgtrigger.Protect(name="kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="said_once",
                fields=["content_type", "object_id", "author", "text", "field", "quote", "start", "created_at"],
            ),
        )

    def __str__(self) -> str:
        return f"{self.author}: {self.text[:80]}"
