"""Claims: what the machine suggests is accepted or rejected by people, one by one or a page at a time."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Model, OuterRef, Prefetch, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims import rules
from claims.actions import review
from claims.admin.assigned import AssignableAdmin, AssignedFilter
from claims.admin.base import ReadOnlyAdmin, RelatedFilter, attempt, back, desk_user, short
from claims.admin.claim_search import desk_search
from claims.admin.headings import TopicInline
from claims.admin.late import QueueFilter
from claims.admin.merging import Mergeable
from claims.admin.quotes import quote_in_context, with_surroundings
from claims.admin.workbench import WITH_VERDICTS, verdict_in_force
from claims.models import Appearance, Claim, ClaimTopic, Measurement, RejectionReason, Verdict

WORDS = ("text", "short_text", "language")
SHOWN = 30
"""Appearances on the page of one claim; the list of appearances has the rest."""


class RejectForm(forms.Form):
    """Why a suggestion is turned down."""

    reason = forms.ModelChoiceField(
        RejectionReason.objects.offered(), label="Why?", widget=forms.RadioSelect, empty_label=None
    )
    note = forms.CharField(max_length=200, label="Anything to add?", required=False)


@admin.register(Claim)
class ClaimAdmin(Mergeable[Claim], AssignableAdmin[Claim]):
    """People with the permission edit the words until a published verdict rests on them; the status is changed by
    accepting and rejecting."""

    list_display = ("line", "decide", "status", "whose", "where", "event", "score", "created_at")
    list_display_links = ("line",)
    list_filter = (
        QueueFilter,
        "status",
        AssignedFilter,
        ("event", RelatedFilter),
        ("appearances__version__article__publisher", RelatedFilter),
        "created_at",
    )
    list_select_related = ("event", "assignee")
    search_fields = ("text",)
    search_help_text = "Words of the claim, its event or its source"
    sortable_by = ("created_at",)
    autocomplete_fields = ("event",)
    readonly_fields = ("status", "status_reason", "method", "score", "created_at")
    fields = (*WORDS, "event", "status", "status_reason", "method", "score", "created_at")
    inlines = (TopicInline,)
    history_of: ClassVar[tuple[tuple[type[Model], str], ...]] = ((ClaimTopic, "claim"),)
    actions = ("accept_selected", "reject_selected", "assign_selected")
    change_form_template = "admin/claims/claim/change_form.html"

    def get_readonly_fields(self, request: HttpRequest, obj: Claim | None = None) -> Any:
        """With the words that a submitted or published verdict is about, which the database keeps as they are. Where a
        form that was opened before still sends them, its refusal is what the editor has to read."""
        always = super().get_readonly_fields(request, obj)
        resting = (Verdict.Status.SUBMITTED, Verdict.Status.PUBLISHED)
        frozen = obj is not None and obj.verdicts.filter(status__in=resting).exists()
        return (*WORDS, *always) if frozen and not request.POST.keys() & set(WORDS) else always

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        first = Appearance.objects.filter(claim=OuterRef("pk")).order_by("pk")
        return (
            super()
            .get_queryset(request)
            .annotate(
                publisher_name=Subquery(first.values("version__article__publisher__name")[:1]),
                made_in=Subquery(
                    Appearance.objects.filter(claim=OuterRef("pk"))
                    .order_by()
                    .values("claim")
                    .annotate(n=Count("pk"))
                    .values("n")
                ),
            )
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Claim], search_term: str
    ) -> tuple[QuerySet[Claim], bool]:
        """By words (the last may be begun only), by words of the event, or by who said it."""
        return desk_search(queryset, search_term) if search_term.strip() else queryset, False

    @admin.display(description="Claim")
    def line(self, claim: Claim) -> str:
        return short(claim.text)

    @admin.display(description="Made in")
    def where(self, claim: Any) -> str:
        more = (claim.made_in or 0) - 1
        return f"{claim.publisher_name or '–'}{f' and {more} more' if more > 0 else ''}"

    @admin.display(description="Decide")
    def decide(self, claim: Claim) -> SafeString | str:
        """Buttons in the row. They belong to the list's own form, which carries the token against forgery."""
        if claim.status != Claim.Status.SUGGESTED:
            return ""
        return format_html(
            '<span class="cc-row"><button type="submit" class="cc-button cc-small" formaction="{}" formnovalidate '
            'aria-label="Accept: {}">Accept</button> '
            '<a class="cc-link" href="{}" aria-label="Reject: {}">Reject</a></span>',
            self.address("accept", claim.pk),
            short(claim.text, 60),
            self.address("reject", claim.pk),
            short(claim.text, 60),
        )

    def get_list_display(self, request: HttpRequest) -> Any:
        columns = super().get_list_display(request)
        return columns if self.has_review_permission(request) else [name for name in columns if name != "decide"]

    def has_review_permission(self, request: HttpRequest) -> bool:
        """Django's admin asks this for the actions below."""
        return desk_user(request).has_perm("claims.review_claim")

    @admin.action(description="Accept the chosen claims", permissions=["review"])
    def accept_selected(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        user = desk_user(request)
        for claim in queryset:
            review.accept_claim(claim=claim, by=user)
        messages.success(request, f"Accepted: {len(queryset)}.")

    @admin.action(description="Reject the chosen claims…", permissions=["review"])
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Claim]) -> HttpResponse | None:
        """Asks for the reason first; the same form then comes back with it."""
        user = desk_user(request)
        form = RejectForm(request.POST if "reason" in request.POST else None)
        if not form.is_valid():
            return self._ask_reason(request, list(queryset), form, action="reject_selected")
        rejected = 0
        for claim in queryset:
            try:
                review.reject_claim(claim=claim, by=user, **form.cleaned_data)
                rejected += 1
            except ValidationError as refusal:
                messages.error(request, f"{short(claim.text, 60)}: {' '.join(refusal.messages)}")
        messages.success(request, f"Rejected: {rejected}.")
        return None

    def get_urls(self) -> list[URLPattern]:
        steps = {"accept": self.accept_view, "reject": self.reject_view}
        return [
            path(f"<path:object_id>/{name}/", self.admin_site.admin_view(view), name=f"claims_claim_{name}")
            for name, view in steps.items()
        ] + super().get_urls()

    def accept_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        claim, user = self.existing(request, object_id), desk_user(request)
        attempt(request, lambda: review.accept_claim(claim=claim, by=user), done=f"Accepted: {short(claim.text, 60)}")
        return back(request, self.address("change", claim.pk))

    def reject_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """GET asks for the reason, POST rejects."""
        claim, user = self.existing(request, object_id), desk_user(request)
        if not self.has_review_permission(request):
            raise PermissionDenied
        form = RejectForm(request.POST or None)
        if not form.is_valid():
            return self._ask_reason(request, [claim], form)
        done = attempt(
            request,
            lambda: review.reject_claim(claim=claim, by=user, **form.cleaned_data),
            done=f"Rejected: {short(claim.text, 60)}",
        )
        return HttpResponseRedirect(
            f"{self.address('changelist')}?status__exact=suggested" if done else self.address("change", claim.pk)
        )

    def _ask_reason(
        self, request: HttpRequest, claims: list[Claim], form: RejectForm, *, action: str = ""
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "Reject",
            "opts": self.opts,
            "claims": claims,
            "form": form,
            "action": action,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/claims/claim/reject.html", context)

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False,
        form_url: str = "", obj: Claim | None = None,
    ) -> HttpResponse:  # fmt: skip
        if obj is not None:
            verdicts = list(obj.verdicts.select_related(*WITH_VERDICTS).order_by("pk"))
            context.update(
                appearances=appearances_of(obj),
                verdicts=verdicts,
                published_verdict=verdict_in_force(verdicts),
                may_review=rules.may_review(desk_user(request), obj),
                may_write=desk_user(request).has_perm("claims.add_verdict"),
                is_public=obj.status == Claim.Status.ACCEPTED,
            )
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: bool) -> None:
        """A claim written by hand is an editor's, and says so."""
        if not change:
            obj.method = "editor"
        super().save_model(request, obj, form, change)


def appearances_of(claim: Claim) -> list[dict[str, Any]]:
    """Where `claim` was made: each quote in its context, with its figures."""
    rows = with_surroundings(
        claim.appearances.select_related("source", "version__article__publisher")
        .defer("version__text")
        .prefetch_related(Prefetch("measurements", Measurement.objects.order_by("start")), "positions__contradiction")
        .order_by("pk")
    )[:SHOWN]
    return [{"appearance": row, "quote": context_of(row)} for row in rows]


def context_of(row: Any) -> Any:
    """The Quote of an appearance that carries its surroundings."""
    return quote_in_context(before=row.text_before, words=row.quote, after=row.text_after, starts_at=row.start)


@admin.register(Appearance)
class AppearanceAdmin(ReadOnlyAdmin[Appearance]):
    """Where claims were made. The anchors come from extraction and from selecting text, not from this form."""

    list_display = ("line", "claim_line", "publisher", "source", "stance", "modality", "said_on")
    list_display_links = ("line",)
    list_filter = (
        "stance",
        "modality",
        ("source", RelatedFilter),
        ("version__article__publisher", RelatedFilter),
        "said_on",
    )
    list_select_related = ("claim", "source", "version__article__publisher")
    search_fields = ("claim__text",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appearance]:
        related = ("claim", "source", "version__article__publisher", "refers_to")
        return super().get_queryset(request).select_related(*related).defer("version__text")

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        return lookup == "positions__id__exact" or super().lookup_allowed(lookup, value, request)

    @admin.display(description="Quote")
    def line(self, appearance: Appearance) -> str:
        return short(appearance.quote)

    @admin.display(description="Claim")
    def claim_line(self, appearance: Appearance) -> str:
        return short(appearance.claim.text, 60)

    @admin.display(description="Publisher")
    def publisher(self, appearance: Appearance) -> Model:
        return appearance.version.article.publisher
