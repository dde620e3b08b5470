"""The records that people keep: who publishes, who speaks, what happened, what it rests on, how we rate."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from articles.models import Publisher
from claims.admin.base import (
    BaseInlineFormSet,
    DeskAdmin,
    DeskInline,
    ModelForm,
    ReadOnlyAdmin,
    ReadOnlyInline,
    RelatedFilter,
    short,
)
from claims.extraction.names import fold_name
from claims.models import (
    Correction,
    Event,
    EventIdentifier,
    Evidence,
    Rating,
    RatingScale,
    RollCallVote,
    Source,
    SourceAlias,
    Verdict,
)
from claims.models.verdict import DRAFTS


@admin.register(Publisher)
class PublisherAdmin(DeskAdmin[Publisher]):
    list_display = ("name", "kind", "country", "url", "article_count")
    list_filter = ("kind", "country")
    search_fields = ("name", "slug", "url")
    prepopulated_fields: ClassVar = {"slug": ("name",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publisher]:
        return super().get_queryset(request).annotate(article_count=Count("articles"))

    @admin.display(description="Articles", ordering="article_count")
    def article_count(self, publisher: Any) -> int:
        return int(publisher.article_count)


class AliasForm(ModelForm[SourceAlias]):
    """A name of a source. Two names that fold to one key are the same name, so the key is checked here."""

    class Meta:
        model = SourceAlias
        fields = ("name",)

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        key = fold_name(name)
        if not key:
            raise forms.ValidationError("This name has no letters or figures to tell it by.")
        taken = SourceAlias.objects.filter(key=key).exclude(pk=self.instance.pk).select_related("source").first()
        if taken is not None:
            raise forms.ValidationError(f"This name belongs to {taken.source} already.")
        return name


class AliasFormSet(BaseInlineFormSet[SourceAlias, Source, ModelForm[SourceAlias]]):
    def clean(self) -> None:
        super().clean()
        keys = [fold_name(form.cleaned_data["name"]) for form in self.forms if form.cleaned_data.get("name")]
        if len(keys) != len(set(keys)):
            raise forms.ValidationError("The same name is there twice.")


class AliasInline(DeskInline[SourceAlias, Source]):
    model = SourceAlias
    form = AliasForm
    formset = AliasFormSet
    hide_title = True

    def has_delete_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        """A name given by mistake may go: the history keeps it."""
        return request.user.has_perm("claims.delete_sourcealias")


@admin.register(Source)
class SourceAdmin(DeskAdmin[Source]):
    list_display = ("name", "kind", "iso3", "wikidata_id", "said")
    list_filter = ("kind",)
    search_fields = ("name", "aliases__name", "wikidata_id", "iso3")
    search_help_text = "Any of its names, its Wikidata id or state code"
    inlines = (AliasInline,)
    history_of: ClassVar[tuple[tuple[type[Model], str], ...]] = ((SourceAlias, "source"),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return super().get_queryset(request).annotate(said=Count("appearances", distinct=True))

    @admin.display(description="Quoted", ordering="said")
    def said(self, source: Any) -> int:
        return int(source.said)


class IdentifierInline(DeskInline[EventIdentifier, Event]):
    model = EventIdentifier
    hide_title = True

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """A symbol given by mistake may go: the history keeps it."""
        return request.user.has_perm("claims.delete_eventidentifier")


class RollCallInline(ReadOnlyInline[RollCallVote, Event]):
    model = RollCallVote
    fields = ("state", "choice", "evidence")
    hide_title = True
    verbose_name_plural = "roll call"

    def get_queryset(self, request: HttpRequest) -> QuerySet[RollCallVote]:
        return super().get_queryset(request).select_related("state", "evidence")


@admin.register(Event)
class EventAdmin(DeskAdmin[Event]):
    list_display = ("line", "kind", "date", "body", "membership", "claim_count", "is_confirmed")
    list_display_links = ("line",)
    list_filter = ("kind", "is_confirmed", "date", "body")
    search_fields = ("title", "identifiers__value", "place", "body")
    search_help_text = "Title, symbol, place or body"
    date_hierarchy = "date"
    inlines = (IdentifierInline, RollCallInline)
    history_of: ClassVar[tuple[tuple[type[Model], str], ...]] = ((EventIdentifier, "event"), (RollCallVote, "event"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        return super().get_queryset(request).annotate(claim_count=Count("claims", distinct=True))

    @admin.display(description="Event", ordering="title")
    def line(self, event: Event) -> str:
        return short(event.title)

    @admin.display(description="Claims", ordering="claim_count")
    def claim_count(self, event: Any) -> int:
        return int(event.claim_count)


@admin.register(Evidence)
class EvidenceAdmin(DeskAdmin[Evidence]):
    """What a published verdict rests on is frozen by the database, so its page is for reading."""

    list_display = ("line", "kind", "publisher", "has_archive", "cited", "retrieved_at")
    list_display_links = ("line",)
    list_filter = ("kind", ("publisher", RelatedFilter), ("archive_url", admin.EmptyFieldListFilter), "retrieved_at")
    list_select_related = ("publisher",)
    search_fields = ("title", "url", "quote", "publisher__name")
    search_help_text = "Title, address, words or publisher"
    autocomplete_fields = ("publisher",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        counted = super().get_queryset(request).select_related("publisher")
        return counted.annotate(cited=Count("citations", distinct=True))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"retrieved_at": timezone.now(), **super().get_changeform_initial_data(request)}

    def has_change_permission(self, request: HttpRequest, obj: Evidence | None = None) -> bool:
        return super().has_change_permission(request, obj) and (
            obj is None or not Verdict.objects.exclude(status__in=DRAFTS).filter(cited_evidence__evidence=obj).exists()
        )

    @admin.display(description="Title", ordering="title")
    def line(self, evidence: Evidence) -> str:
        return short(evidence.title)

    @admin.display(description="Archived", boolean=True)
    def has_archive(self, evidence: Evidence) -> bool:
        return bool(evidence.archive_url or evidence.archive_exception)

    @admin.display(description="Cited", ordering="cited")
    def cited(self, evidence: Any) -> int:
        return int(evidence.cited)


class RatingInline(DeskInline[Rating, RatingScale]):
    model = Rating
    prepopulated_fields: ClassVar = {"slug": ("name",)}
    hide_title = True


@admin.register(RatingScale)
class RatingScaleAdmin(DeskAdmin[RatingScale]):
    list_display = ("name", "publisher", "worst", "best", "steps")
    list_filter = (("publisher", RelatedFilter),)
    list_select_related = ("publisher",)
    search_fields = ("name", "publisher__name")
    autocomplete_fields = ("publisher",)
    inlines = (RatingInline,)
    history_of: ClassVar[tuple[tuple[type[Model], str], ...]] = ((Rating, "scale"),)

    def get_readonly_fields(self, request: HttpRequest, obj: RatingScale | None = None) -> Any:
        """A scale stays with its publisher."""
        return ("publisher",) if obj else ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[RatingScale]:
        return super().get_queryset(request).select_related("publisher").annotate(steps=Count("ratings"))

    @admin.display(description="Ratings", ordering="steps")
    def steps(self, scale: Any) -> int:
        return int(scale.steps)


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin[Correction]):
    """Made by publishing a correction or withdrawing a verdict, and kept for good."""

    list_display = ("line", "kind", "verdict", "made_by", "made_at")
    list_display_links = ("line",)
    list_filter = ("kind", "made_at")
    list_select_related = ("verdict", "made_by")
    search_fields = ("reason", "before", "after", "verdict__headline")
    date_hierarchy = "made_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Correction]:
        return super().get_queryset(request).select_related("verdict", "replacement", "made_by")

    @admin.display(description="Reason", ordering="reason")
    def line(self, correction: Correction) -> str:
        return short(correction.reason)
