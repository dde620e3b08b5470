"""Records that were found to be one, or to be two."""

from typing import Self

import pgtrigger
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from articles.models import tracked


class Kind(models.TextChoices):
    """What can be merged and split. The values are the models' names."""

    CLAIM = "claim", "Claim"
    EVENT = "event", "Event"
    SOURCE = "source", "Source"


class MergeQuerySet(models.QuerySet["Merge"]):
    def of(self, kind: str, key: int) -> Self:
        """Merges and splits that the record took part in, newest first."""
        return self.filter(Q(kept=key) | Q(absorbed=key), kind=kind).order_by("-pk")


@tracked
class Merge(models.Model):
    """One record taken into another, or a part taken out of one, with all that is needed to take it back.

    `kept` and `absorbed` are keys and not relations: one list holds merges of claims, events and sources, and one that
    was undone does not hold on to records that the machine made and may take back. Of a split, `kept` is what was split
    and `absorbed` the part that stands by itself since. `moved` are the keys of the rows that went over, by the
    relation ("claims.appearance.claim"); `changed` has for the kept and the absorbed record what each field held before
    and after.
    """

    class Operation(models.TextChoices):
        MERGE = "merge", "Merged"
        SPLIT = "split", "Split"

    kind = models.CharField(max_length=10, choices=Kind)
    operation = models.CharField(max_length=10, choices=Operation)
    kept = models.BigIntegerField()
    absorbed = models.BigIntegerField()
    moved = models.JSONField(default=dict)
    changed = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="merges")
    at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="undone_merges",
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        indexes = (
            models.Index(fields=["kind", "kept", "-id"], name="merge_kept"),
            models.Index(fields=["kind", "absorbed", "-id"], name="merge_absorbed"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "absorbed"],
                condition=Q(operation="merge", undone_at__isnull=True),
                name="merge_absorbed_once",
                violation_error_message="It was merged already.",
            ),
            models.CheckConstraint(
                condition=~Q(kept=F("absorbed")),
                name="merge_of_two",
                violation_error_message="It cannot be merged into itself.",
            ),
            models.CheckConstraint(
                condition=Q(undone_by__isnull=True, undone_at__isnull=True)
                | Q(undone_by__isnull=False, undone_at__isnull=False, operation="merge"),
                name="merge_undone_by_someone",
                violation_error_message="What undoes a merge is a person; a split is merged back.",
            ),
        )
        triggers = (
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="told_as_it_was", exclude=["undone_by", "undone_at"]),
            pgtrigger.Trigger(
                name="undone_once",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__undone_at__isnull=False),
                func="""
                    RAISE EXCEPTION 'This merge has been undone already.'
                        USING ERRCODE = 'integrity_constraint_violation';
                """,
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_operation_display()}: {self.kind} {self.absorbed}, {self.kind} {self.kept}"


@tracked
class KeptApart(models.Model):
    """Two records that look alike and that a person has found to be two. Nobody is asked again."""

    kind = models.CharField(max_length=10, choices=Kind)
    lower = models.BigIntegerField(help_text="The smaller of the two keys")
    higher = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        verbose_name_plural = "pairs kept apart"
        indexes = (models.Index(fields=["kind", "higher"], name="kept_apart_higher"),)
        constraints = (
            models.UniqueConstraint(fields=["kind", "lower", "higher"], name="kept_apart_once"),
            models.CheckConstraint(
                condition=Q(lower__lt=F("higher")),
                name="kept_apart_in_order",
                violation_error_message="The smaller key comes first.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.lower} is not {self.higher}"
