"""Verdicts: drafted by one person, published by another."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from claims.admin.assigned import AssignableAdmin, AssignedFilter
from claims.admin.base import RelatedFilter, desk_user, short
from claims.admin.late import QueueFilter
from claims.admin.lists import number_of
from claims.admin.second_eyes import SecondEyes
from claims.admin.writing import WritingAdmin
from claims.models import ReplyRequest, Verdict, VerdictEvidence


class WhoseFilter(admin.SimpleListFilter):
    title = "author"
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("mine", "Mine"), ("others", "Of others")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Verdict]) -> QuerySet[Verdict]:
        if self.value() == "mine":
            return queryset.filter(author=desk_user(request))
        return queryset.exclude(author=desk_user(request)) if self.value() == "others" else queryset


class ReviewFilter(admin.SimpleListFilter):
    title = "to look at again"
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("needed", "Yes")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Verdict]) -> QuerySet[Verdict]:
        return queryset.exclude(needs_review="") if self.value() == "needed" else queryset


@admin.register(Verdict)
class VerdictAdmin(AssignableAdmin[Verdict], WritingAdmin, SecondEyes):
    """The editor writes a draft's words; every change of status is a button that calls its action."""

    actions = ("assign_selected",)
    list_display = ("line", "rating", "status", "whose", "author", "publisher", "published_by", "published_at", "cited")
    list_display_links = ("line",)
    list_filter = (
        QueueFilter,
        "status",
        WhoseFilter,
        AssignedFilter,
        ReviewFilter,
        ("publisher", RelatedFilter),
        ("rating", RelatedFilter),
        "language",
    )
    list_select_related = ("rating", "author", "publisher", "published_by")
    search_fields = ("headline",)
    search_help_text = "Words of the headline"
    sortable_by = ("published_at",)
    history_of: ClassVar[tuple[tuple[type[Model], str], ...]] = (
        (VerdictEvidence, "verdict"),
        (ReplyRequest, "verdict"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Verdict]:
        related = ("claim", "publisher", "author", "rating__scale", "published_by", "assignee", "supersedes")
        return (
            super()
            .get_queryset(request)
            .select_related(*related)
            .annotate(citations=number_of(VerdictEvidence, "verdict"))
        )

    @admin.display(description="Headline")
    def line(self, verdict: Verdict) -> str:
        return short(verdict.headline)

    @admin.display(description="Evidence")
    def cited(self, verdict: Any) -> int:
        return int(verdict.citations)
