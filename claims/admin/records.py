"""The records that people keep: who publishes, who speaks, what happened, what it rests on."""

from typing import Any, ClassVar

import pycountry
from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from articles.models import Article, Publisher
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
from claims.admin.lists import number_of
from claims.admin.merging import Mergeable
from claims.extraction.names import fold_name
from claims.models import (
    Appearance,
    Claim,
    Correction,
    Event,
    EventIdentifier,
    Evidence,
    RollCallVote,
    Source,
    SourceAlias,
    Verdict,
    VerdictEvidence,
)
from claims.models.verdict import DRAFTS


class PublisherForm(ModelForm[Publisher]):
    """A publisher, with a country that there is. The admin gives it its fields."""

    def clean_country(self) -> str:
        code: str = self.cleaned_data["country"].upper()
        if code and pycountry.countries.get(alpha_2=code) is None:
            raise forms.ValidationError("There is no country with this code: two letters, such as KE or GB.")
        return code


@admin.register(Publisher)
class PublisherAdmin(DeskAdmin[Publisher]):
    list_display = ("name", "kind", "country", "url", "article_count")
    sortable_by = ("name", "kind", "country")
    list_filter = ("kind", "country")
    search_fields = ("name", "slug", "url")
    search_help_text = "Name, short name or address"
    form = PublisherForm
    fields = ("name", "slug", "kind", "url", "country", "about")
    prepopulated_fields: ClassVar = {"slug": ("name",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publisher]:
        return super().get_queryset(request).annotate(article_count=number_of(Article, "publisher"))

    def get_readonly_fields(self, request: HttpRequest, obj: Publisher | None = None) -> tuple[str, ...]:
        """The short name is in addresses that readers and programs keep."""
        return ("slug",) if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Publisher | None = None) -> Any:
        return {} if obj else self.prepopulated_fields

    @admin.display(description="Articles")
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
class SourceAdmin(Mergeable[Source]):
    list_display = ("name", "kind", "iso3", "wikidata_id", "said")
    sortable_by = ("name",)
    list_filter = ("kind",)
    search_fields = ("name", "aliases__name", "wikidata_id", "iso3")
    search_help_text = "Any of its names, its Wikidata id or state code"
    exclude = ("merged_into",)
    inlines = (AliasInline,)
    history_of: ClassVar[tuple[tuple[type[Model], str], ...]] = ((SourceAlias, "source"),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return super().get_queryset(request).annotate(said=number_of(Appearance, "source"))

    @admin.display(description="Quoted")
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
class EventAdmin(Mergeable[Event]):
    list_display = ("line", "kind", "date", "body", "membership", "claim_count", "is_confirmed")
    list_display_links = ("line",)
    list_filter = ("kind", "is_confirmed", "date")
    search_fields = ("title",)
    search_help_text = "Words of the title, or a symbol"
    sortable_by = ("date",)
    change_form_template = "admin/claims/event/change_form.html"
    exclude = ("merged_into",)
    inlines = (IdentifierInline, RollCallInline)
    history_of: ClassVar[tuple[tuple[type[Model], str], ...]] = ((EventIdentifier, "event"), (RollCallVote, "event"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        return super().get_queryset(request).annotate(claim_count=number_of(Claim, "event"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Event], search_term: str
    ) -> tuple[QuerySet[Event], bool]:
        """A symbol names one event; anything else is words of a title."""
        named = queryset.filter(identifiers__value__iexact=search_term.strip())
        return (
            (named, False)
            if search_term and named.exists()
            else super().get_search_results(request, queryset, search_term)
        )

    @admin.display(description="Event")
    def line(self, event: Event) -> str:
        return short(event.title)

    @admin.display(description="Claims")
    def claim_count(self, event: Any) -> int:
        return int(event.claim_count)


@admin.register(Evidence)
class EvidenceAdmin(DeskAdmin[Evidence]):
    """What a published verdict rests on is frozen by the database, so its page is for reading."""

    list_display = ("line", "kind", "publisher", "has_archive", "cited", "retrieved_at")
    list_display_links = ("line",)
    list_filter = ("kind", ("publisher", RelatedFilter), ("archive_url", admin.EmptyFieldListFilter), "retrieved_at")
    list_select_related = ("publisher",)
    search_fields = ("title", "url")
    search_help_text = "Title or address"
    autocomplete_fields = ("publisher",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        counted = super().get_queryset(request).select_related("publisher")
        return counted.annotate(cited=number_of(VerdictEvidence, "evidence"))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"retrieved_at": timezone.now(), **super().get_changeform_initial_data(request)}

    def has_change_permission(self, request: HttpRequest, obj: Evidence | None = None) -> bool:
        return super().has_change_permission(request, obj) and (
            obj is None or not Verdict.objects.exclude(status__in=DRAFTS).filter(cited_evidence__evidence=obj).exists()
        )

    @admin.display(description="Title")
    def line(self, evidence: Evidence) -> str:
        return short(evidence.title)

    @admin.display(description="Archived", boolean=True)
    def has_archive(self, evidence: Evidence) -> bool:
        return bool(evidence.archive_url or evidence.archive_exception)

    @admin.display(description="Cited")
    def cited(self, evidence: Any) -> int:
        return int(evidence.cited)


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin[Correction]):
    """Made by publishing a correction or withdrawing a verdict, and kept for good."""

    list_display = ("line", "kind", "verdict", "made_by", "made_at")
    list_display_links = ("line",)
    list_filter = ("kind", "made_at")
    list_select_related = ("verdict", "made_by")
    search_fields = ("reason",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Correction]:
        return super().get_queryset(request).select_related("verdict", "replacement", "made_by")

    @admin.display(description="Reason")
    def line(self, correction: Correction) -> str:
        return short(correction.reason)
