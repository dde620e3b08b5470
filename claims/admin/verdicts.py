"""Verdicts: drafted by one person, published by another."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Field, ForeignKey, Model, QuerySet
from django.forms.models import ModelChoiceField
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html, format_html_join

from articles.models import Publisher
from claims.actions import verdicts
from claims.admin.base import DeskAdmin, RelatedFilter, attempt, desk_user, short
from claims.admin.verdict_forms import CitedInline, CorrectionForm, WithdrawForm, may_write, wanted_evidence
from claims.models import Claim, Correction, Rating, User, Verdict, VerdictEvidence


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
class VerdictAdmin(DeskAdmin[Verdict]):
    """The form writes a draft's words; every change of status is a button that calls its action."""

    list_display = ("line", "rating", "status", "author", "publisher", "published_by", "published_at", "cited")
    list_display_links = ("line",)
    list_filter = (
        "status",
        WhoseFilter,
        ReviewFilter,
        ("publisher", RelatedFilter),
        ("rating", RelatedFilter),
        "language",
    )
    list_select_related = ("rating", "author", "publisher", "published_by")
    search_fields = ("headline", "summary", "claim__text", "author__username")
    search_help_text = "Headline, summary, claim or author"
    autocomplete_fields = ("claim",)
    inlines = (CitedInline,)
    history_of: ClassVar[tuple[tuple[type[Model], str], ...]] = ((VerdictEvidence, "verdict"),)
    change_form_template = "admin/claims/verdict/change_form.html"
    frozen = ("claim", "publisher", "written_by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Verdict]:
        related = ("claim", "publisher", "author", "rating__scale", "published_by", "supersedes")
        return super().get_queryset(request).select_related(*related).annotate(citations=Count("cited_evidence"))

    @admin.display(description="Headline", ordering="headline")
    def line(self, verdict: Verdict) -> str:
        return short(verdict.headline)

    @admin.display(description="Author")
    def written_by(self, verdict: Verdict) -> str:
        """In words: a link to the user would be a dead end for all but superusers."""
        return str(verdict.author)

    @admin.display(description="Evidence", ordering="citations")
    def cited(self, verdict: Any) -> int:
        return int(verdict.citations)

    # --- the form -----------------------------------------------------------------------------------------------
    def has_change_permission(self, request: HttpRequest, obj: Verdict | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_write(desk_user(request), obj))

    def get_fieldsets(self, request: HttpRequest, obj: Verdict | None = None) -> Any:
        words = ("rating", "headline", "summary", "body", "language")
        if obj is None:
            return [(None, {"fields": ("claim", *words)})]
        change = ("change_kind", "change_reason") if obj.supersedes_id else ()
        return [(None, {"fields": (*self.frozen, *words, *change)})]

    def get_readonly_fields(self, request: HttpRequest, obj: Verdict | None = None) -> tuple[str, ...]:
        return self.frozen if obj else ()

    def get_form(self, request: HttpRequest, obj: Verdict | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        for name in ("change_kind", "change_reason"):
            if name in form.base_fields:
                form.base_fields[name].required = True
        if (rating := form.base_fields.get("rating")) is not None:
            ratings = _ratings_of(obj.publisher if obj else _own_desk())
            rating.queryset = ratings  # type: ignore[attr-defined]  # a model choice
            rating.help_text = _definitions(ratings)
        return form

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> "ModelChoiceField[Any] | None":
        if db_field.name == "claim":
            kwargs["queryset"] = Claim.objects.exclude(status=Claim.Status.REJECTED)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "summary":
            field.widget.attrs["rows"] = 3
        if db_field.name in ("claim", "rating") and hasattr(field.widget, "can_add_related"):
            field.widget.can_add_related = field.widget.can_change_related = field.widget.can_view_related = False
        return field

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if request.method == "GET" and obj.pk is None:
            # Given on GET only: a row that equals what it began with would count as untouched and not be saved.
            kwargs["initial"] = [
                {"evidence": pk, "order": order} for order, pk in enumerate(wanted_evidence(request), 1)
            ]
        return kwargs

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if _own_desk() is None:
            messages.error(
                request, "Add our own desk as a publisher first (kind “Our own desk”), and its rating scale."
            )
            return HttpResponseRedirect(self.address("changelist"))
        return super().add_view(request, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Verdict, form: Any, change: bool) -> None:
        if not change:
            obj.author = desk_user(request)
            obj.publisher = Publisher.objects.own()
        super().save_model(request, obj, form, change)

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False,
        form_url: str = "", obj: Verdict | None = None,
    ) -> HttpResponse:  # fmt: skip
        if obj is not None:
            context.update(self._panel(desk_user(request), obj))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _panel(self, user: User, verdict: Verdict, **forms: forms.Form) -> dict[str, Any]:
        """What the page says of where the verdict stands, and the steps open to `user`."""
        status = Verdict.Status(verdict.status)
        waits, in_force = status in (Verdict.Status.DRAFT, Verdict.Status.SUBMITTED), status == Verdict.Status.PUBLISHED
        submits, publishes = user.has_perm("claims.submit_verdict"), user.has_perm("claims.publish_verdict")
        own = verdict.author_id == user.pk
        return {
            "verdict": verdict,
            "obstacles": list(verdicts.obstacles(verdict)) if waits else [],
            "own": own,
            "may_submit": submits and status == Verdict.Status.DRAFT and own,
            "may_send_back": submits and status == Verdict.Status.SUBMITTED and (own or publishes),
            "may_publish": publishes and status == Verdict.Status.SUBMITTED and not own,
            "only_another_may": own and publishes and status in (Verdict.Status.SUBMITTED, Verdict.Status.PUBLISHED),
            "may_confirm": in_force and publishes and bool(verdict.needs_review),
            "may_correct": in_force and user.has_perm("claims.add_verdict"),
            "may_withdraw": in_force and publishes and not own,
            "in_force": in_force and verdict.claim.status == Claim.Status.ACCEPTED,
            "corrections": list(Correction.objects.filter(verdict=verdict).select_related("made_by")),
            "successor": Verdict.objects.filter(supersedes=verdict).first(),
            "correction_form": CorrectionForm(prefix="correct"),
            "withdraw_form": WithdrawForm(prefix="withdraw"),
            **forms,
        }

    # --- the steps ----------------------------------------------------------------------------------------------
    def get_urls(self) -> list[URLPattern]:
        steps: dict[str, Callable[[HttpRequest, str], HttpResponse]] = {
            "submit": self._simple_step(verdicts.submit, "Submitted: another editor can publish it now."),
            "send_back": self._simple_step(verdicts.send_back, "Sent back: it is a draft again."),
            "publish": self.publish_view,
            "confirm": self._simple_step(verdicts.confirm, "Noted: it stands as it is."),
            "correct": self.correct_view,
            "withdraw": self.withdraw_view,
        }
        return [
            path(
                f"<path:object_id>/{name.replace('_', '-')}/",
                self.admin_site.admin_view(view),
                name=f"claims_verdict_{name}",
            )
            for name, view in steps.items()
        ] + super().get_urls()

    def _simple_step(self, action: Callable[..., None], done: str) -> Callable[[HttpRequest, str], HttpResponse]:
        def view(request: HttpRequest, object_id: str) -> HttpResponse:
            if request.method != "POST":
                return HttpResponseNotAllowed(["POST"])
            verdict, user = self.existing(request, object_id), desk_user(request)
            attempt(request, lambda: action(verdict=verdict, by=user), done=done)
            return HttpResponseRedirect(self.address("change", verdict.pk))

        return view

    def publish_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Publish the words that the page showed, and no others."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        verdict, user = self.existing(request, object_id), desk_user(request)
        seen = parse_datetime(request.POST.get("seen", ""))
        attempt(
            request,
            lambda: verdicts.publish(verdict=verdict, by=user, seen=seen or verdict.created_at),
            done="Published: readers see it now.",
        )
        return HttpResponseRedirect(self.address("change", verdict.pk))

    def correct_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Start a correction, and go on to its draft."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        verdict, user = self.existing(request, object_id), desk_user(request)
        form = CorrectionForm(request.POST, prefix="correct")
        if not form.is_valid():
            return self._with_errors(request, verdict, form)
        drafts: list[Verdict] = []
        attempt(
            request,
            lambda: drafts.append(
                verdicts.start_correction(
                    verdict=verdict,
                    by=user,
                    kind=Verdict.ChangeKind(form.cleaned_data["kind"]),
                    reason=form.cleaned_data["reason"],
                )
            ),
            done="This draft has the published words: change them, then submit it.",
        )
        return HttpResponseRedirect(self.address("change", drafts[0].pk if drafts else verdict.pk))

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        verdict, user = self.existing(request, object_id), desk_user(request)
        form = WithdrawForm(request.POST, prefix="withdraw")
        if not form.is_valid():
            return self._with_errors(request, verdict, form)
        attempt(
            request,
            lambda: verdicts.withdraw(verdict=verdict, by=user, reason=form.cleaned_data["reason"]),
            done="Withdrawn, with a public note.",
        )
        return HttpResponseRedirect(self.address("change", verdict.pk))

    def _with_errors(self, request: HttpRequest, verdict: Verdict, form: forms.Form) -> HttpResponse:
        for errors in form.errors.values():
            for sentence in errors:
                messages.error(request, str(sentence))
        return HttpResponseRedirect(self.address("change", verdict.pk))


def _own_desk() -> Publisher | None:
    return Publisher.objects.filter(kind=Publisher.Kind.OWN).first()


def _ratings_of(publisher: Publisher | None) -> QuerySet[Rating]:
    return Rating.objects.filter(scale__publisher=publisher)


def _definitions(ratings: QuerySet[Rating]) -> str:
    """What each rating means, under the select that offers them."""
    lines = format_html_join("", "<li><strong>{}</strong>: {}</li>", ((r.name, r.definition) for r in ratings))
    return format_html('<ul class="cc-definitions">{}</ul>', lines)
