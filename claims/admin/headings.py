"""The desk's own words: topics of claims, and reasons for rejecting them. None is deleted: what is out of use is
retired, and keeps its place in what was decided."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import Field, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest

from claims.admin.base import DeskAdmin, DeskInline
from claims.admin.lists import number_of
from claims.models import Claim, ClaimTopic, RejectionReason, Topic


class WordsAdmin(DeskAdmin[Any]):
    """Words that are retired and offered again, many at a time."""

    actions = ("retire_selected", "restore_selected")

    @admin.display(description="Offered", boolean=True)
    def offered(self, row: Any) -> bool:
        return not row.is_retired

    @admin.action(description="Retire the chosen ones", permissions=["change"])
    def retire_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._offer(request, queryset, is_retired=True)

    @admin.action(description="Offer the chosen ones again", permissions=["change"])
    def restore_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._offer(request, queryset, is_retired=False)

    def _offer(self, request: HttpRequest, queryset: QuerySet[Any], *, is_retired: bool) -> None:
        changed = self.model._base_manager.filter(pk__in=queryset.values("pk"), is_retired=not is_retired)
        number = changed.update(is_retired=is_retired)
        messages.success(request, f"{'Retired' if is_retired else 'Offered again'}: {number}.")


@admin.register(Topic)
class TopicAdmin(WordsAdmin):
    list_display = ("name", "description", "claim_count", "offered")
    list_filter = ("is_retired",)
    search_fields = ("name", "slug", "description", "wikidata_id")
    fields = ("name", "slug", "description", "wikidata_id", "is_retired")
    prepopulated_fields: ClassVar = {"slug": ("name",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).annotate(claim_count=number_of(ClaimTopic, "topic"))
        return rows

    def get_readonly_fields(self, request: HttpRequest, obj: Topic | None = None) -> tuple[str, ...]:
        """An address that readers may have kept stays."""
        return ("slug",) if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Topic | None = None) -> Any:
        return {} if obj else self.prepopulated_fields

    @admin.display(description="Claims")
    def claim_count(self, topic: Any) -> int:
        return int(topic.claim_count)


@admin.register(RejectionReason)
class RejectionReasonAdmin(WordsAdmin):
    """The order is changed in the list itself."""

    list_display = ("name", "description", "order", "given", "offered")
    list_display_links = ("name",)
    list_editable = ("order",)
    list_filter = ("is_retired",)
    search_fields = ("name", "description")
    fields = ("name", "description", "order", "is_retired")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).annotate(given_count=number_of(Claim, "rejected_for"))
        return rows

    def formfield_for_dbfield(self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any) -> Any:
        """In the list the heading of the column is not tied to its inputs."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "order":
            field.widget.attrs["aria-label"] = "Order"
        return field

    def get_readonly_fields(self, request: HttpRequest, obj: RejectionReason | None = None) -> tuple[str, ...]:
        """The name of a reason that was given stays, since past decisions are read by it: retire it and add another."""
        return ("name",) if obj and obj.claims.exists() else ()

    @admin.display(description="Given")
    def given(self, reason: Any) -> int:
        return int(reason.given_count)


class TopicInline(DeskInline[ClaimTopic, Claim]):
    """The topics of a claim: added and taken away, never turned into another."""

    model = ClaimTopic
    fields = ("topic",)
    extra = 1
    hide_title = True
    verbose_name = "topic"
    verbose_name_plural = "topics"

    def get_queryset(self, request: HttpRequest) -> QuerySet[ClaimTopic]:
        return super().get_queryset(request).select_related("topic")

    def has_change_permission(self, request: HttpRequest, obj: Claim | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Claim | None = None) -> bool:
        return request.user.has_perm("claims.delete_claimtopic")

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> "ModelChoiceField[Any] | None":
        if db_field.name == "topic":
            kwargs["queryset"] = Topic.objects.offered()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
