"""Records that the machine writes, to be read, searched and filtered: parts of articles and of the pipeline's work."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from articles.models import ArticleVersion, IngestAttempt, Passage
from claims.admin.base import ReadOnlyAdmin, RelatedFilter, short
from claims.admin.queues import failing_attempts, failing_runs
from claims.models import (
    ContradictionEvidence,
    EventIdentifier,
    Measurement,
    PipelineRun,
    Position,
    PositionAppearance,
    Rating,
    RollCallVote,
    SourceAlias,
    VerdictEvidence,
)


class FailingFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("failing", "Still failing")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() != "failing":
            return queryset
        failing: QuerySet[Any] = failing_attempts() if queryset.model is IngestAttempt else failing_runs()
        return queryset.filter(pk__in=failing.values("pk"))


@admin.register(ArticleVersion)
class VersionAdmin(ReadOnlyAdmin[ArticleVersion]):
    list_display = ("line", "number", "is_current", "publisher", "captured_at")
    list_display_links = ("line",)
    list_filter = ("is_current", ("article__publisher", RelatedFilter), "captured_at")
    list_select_related = ("article__publisher",)
    search_fields = ("title", "article__url", "content_sha256")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArticleVersion]:
        rows = super().get_queryset(request).select_related("article__publisher")
        match = request.resolver_match
        return rows.defer("text") if match and match.url_name == "articles_articleversion_changelist" else rows

    @admin.display(description="Title", ordering="title")
    def line(self, version: ArticleVersion) -> str:
        return short(version.title)

    @admin.display(description="Publisher", ordering="article__publisher__name")
    def publisher(self, version: ArticleVersion) -> Model:
        return version.article.publisher


@admin.register(Passage)
class PassageAdmin(ReadOnlyAdmin[Passage]):
    list_display = ("__str__", "version", "kind", "author", "published_on", "title", "site")
    list_filter = ("kind", "published_on")
    search_fields = ("author", "title", "site", "version__title")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Passage]:
        return super().get_queryset(request).select_related("version").defer("version__text")


@admin.register(IngestAttempt)
class AttemptAdmin(ReadOnlyAdmin[IngestAttempt]):
    list_display = ("line", "outcome", "why", "at")
    list_display_links = ("line",)
    list_filter = (FailingFilter, "outcome", "at")
    search_fields = ("identifier", "reason")

    def get_queryset(self, request: HttpRequest) -> QuerySet[IngestAttempt]:
        return super().get_queryset(request).select_related("version").defer("version__text")

    @admin.display(description="Text", ordering="identifier")
    def line(self, attempt: IngestAttempt) -> str:
        return short(attempt.identifier)

    @admin.display(description="Reason", ordering="reason")
    def why(self, attempt: IngestAttempt) -> str:
        return short(attempt.reason)


@admin.register(PipelineRun)
class RunAdmin(ReadOnlyAdmin[PipelineRun]):
    list_display = ("version", "station", "method", "why", "at")
    list_filter = (FailingFilter, "station", "method", "at")
    search_fields = ("version__title", "error", "method")

    def get_queryset(self, request: HttpRequest) -> QuerySet[PipelineRun]:
        return super().get_queryset(request).select_related("version").defer("version__text")

    @admin.display(description="Error", ordering="error")
    def why(self, run: PipelineRun) -> str:
        return short(run.error) or "–"


@admin.register(Measurement)
class MeasurementAdmin(ReadOnlyAdmin[Measurement]):
    list_display = ("measure", "quote", "value", "value_max", "value_text", "unit", "comparator", "as_of", "appearance")
    list_filter = ("measure", "comparator", "unit", "as_of")
    list_select_related = ("appearance",)
    search_fields = ("measure", "quote", "subject", "appearance__quote", "appearance__claim__text")


@admin.register(Position)
class PositionAdmin(ReadOnlyAdmin[Position]):
    list_display = ("answer", "contradiction", "event", "is_at_fault")
    list_filter = ("is_at_fault", ("contradiction", RelatedFilter))
    list_select_related = ("contradiction", "event")
    search_fields = ("answer", "contradiction__question")


@admin.register(PositionAppearance)
class PositionAppearanceAdmin(ReadOnlyAdmin[PositionAppearance]):
    list_display = ("position", "appearance", "measurement", "origin")
    list_filter = (("position", RelatedFilter),)
    list_select_related = ("position", "appearance", "measurement")
    search_fields = ("position__answer", "appearance__quote", "origin")

    def get_queryset(self, request: HttpRequest) -> QuerySet[PositionAppearance]:
        return super().get_queryset(request).select_related(*self.list_select_related)


@admin.register(ContradictionEvidence)
class ContradictionEvidenceAdmin(ReadOnlyAdmin[ContradictionEvidence]):
    """Attached on the page of the contradiction."""

    list_display = ("evidence", "contradiction", "supports", "attached_by", "attached_at")
    list_filter = (("evidence", RelatedFilter), ("contradiction", RelatedFilter), "attached_at")
    list_select_related = ("evidence", "contradiction", "supports", "attached_by")
    search_fields = ("evidence__title", "contradiction__question", "note")


@admin.register(VerdictEvidence)
class VerdictEvidenceAdmin(ReadOnlyAdmin[VerdictEvidence]):
    """Cited on the page of the verdict."""

    list_display = ("evidence", "verdict", "order", "note")
    list_filter = (("evidence", RelatedFilter), ("verdict", RelatedFilter))
    list_select_related = ("evidence", "verdict")
    search_fields = ("evidence__title", "verdict__headline", "note")


@admin.register(SourceAlias)
class SourceAliasAdmin(ReadOnlyAdmin[SourceAlias]):
    """Kept on the page of the source."""

    list_display = ("name", "source", "key")
    list_filter = (("source", RelatedFilter),)
    list_select_related = ("source",)
    search_fields = ("name", "source__name", "key")


@admin.register(EventIdentifier)
class EventIdentifierAdmin(ReadOnlyAdmin[EventIdentifier]):
    """Kept on the page of the event."""

    list_display = ("value", "event")
    list_filter = (("event", RelatedFilter),)
    list_select_related = ("event",)
    search_fields = ("value", "event__title")


@admin.register(RollCallVote)
class RollCallVoteAdmin(ReadOnlyAdmin[RollCallVote]):
    """From the record of the vote."""

    list_display = ("state", "event", "choice", "evidence")
    list_filter = ("choice", ("event", RelatedFilter), ("state", RelatedFilter))
    list_select_related = ("state", "event", "evidence")
    search_fields = ("state__name", "event__title")


@admin.register(Rating)
class RatingAdmin(ReadOnlyAdmin[Rating]):
    """Kept on the page of its scale."""

    list_display = ("name", "scale", "value", "definition")
    list_filter = (("scale", RelatedFilter),)
    list_select_related = ("scale",)
    search_fields = ("name", "definition", "scale__name")
