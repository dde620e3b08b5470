"""What readers report as wrong: the queue, and a page for each report with what it is about beside it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, URLPattern, path

from claims.actions import reporting
from claims.admin.assigned import AssignableAdmin, AssignedFilter
from claims.admin.base import attempt, desk_user, short
from claims.admin.late import QueueFilter
from claims.admin.talk import page_of
from claims.models import Claim, ErrorReport, Verdict

View = Callable[[HttpRequest, str], HttpResponse]


class WordsForm(forms.Form):
    """What the reader is told."""

    words = forms.CharField(
        label="What the reader is told",
        max_length=5_000,
        help_text="Readers see it on the page of their report. Thank them, and say what was changed or why nothing is.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what the reader is told."},
    )


@admin.register(ErrorReport)
class ErrorReportAdmin(AssignableAdmin[ErrorReport]):
    """Readers write these, and actions settle them, so there is no form that writes the fields themselves."""

    actions = ("assign_selected",)
    list_display = ("reference", "line", "page", "state", "whose", "created_at")
    list_filter = (QueueFilter, "state", AssignedFilter, "created_at")
    list_select_related = ("assignee",)
    search_fields = ("reference__exact",)
    search_help_text = "The reference, such as CC-7F3K2QXM"
    sortable_by = ("created_at",)
    change_form_template = "admin/claims/errorreport/change_form.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: ErrorReport | None = None) -> bool:
        """The fields are never edited; what may be done has buttons of its own."""
        return False

    @admin.display(description="What is wrong")
    def line(self, report: ErrorReport) -> str:
        return short(report.text)

    def get_urls(self) -> list[URLPattern]:
        steps: dict[str, View] = {
            "take": self.take_view,
            "answer": self.answer_view,
            "dismiss": self.dismiss_view,
            "clear_contact": self.clear_contact_view,
        }
        return [
            path(
                f"<path:object_id>/{name.replace('_', '-')}/",
                self.admin_site.admin_view(view),
                name=f"claims_errorreport_{name}",
            )
            for name, view in steps.items()
        ] + super().get_urls()

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The report. A form that was refused comes back from the step itself, not from here."""
        if object_id is None or request.method != "GET":
            return super().changeform_view(request, object_id, form_url, extra_context)
        return self._page(request, self.existing(request, object_id))

    def take_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._step(request, object_id, reporting.take, "You have it in hand.")

    def clear_contact_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._step(request, object_id, reporting.clear_contact, "Taken out: it says no more whom it is from.")

    def answer_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._settle(request, object_id, reporting.answer, "answer", "Answered: the reader can see it now.")

    def dismiss_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._settle(request, object_id, reporting.dismiss, "dismiss", "Dismissed: the reader can see why.")

    def _step(self, request: HttpRequest, object_id: str, action: Callable[..., None], done: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        report, user = self.existing(request, object_id), desk_user(request)
        attempt(request, lambda: action(report=report, by=user), done=done)
        return HttpResponseRedirect(self.address("change", report.pk))

    def _settle(
        self, request: HttpRequest, object_id: str, action: Callable[..., None], name: str, done: str
    ) -> HttpResponse:
        """Answer or dismiss. What was typed stays where it is refused."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        report, user = self.existing(request, object_id), desk_user(request)
        form = WordsForm(request.POST, prefix=name)
        if form.is_valid():
            words = form.cleaned_data["words"]
            if attempt(request, lambda: action(report=report, by=user, words=words), done=done):
                return HttpResponseRedirect(self.address("change", report.pk))
        return self._page(request, self.existing(request, object_id), **{f"{name}_form": form})

    def _page(self, request: HttpRequest, report: ErrorReport, **bound: WordsForm) -> HttpResponse:
        user, record = desk_user(request), report.record
        may_answer = user.has_perm(reporting.ANSWERS)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Report {report.reference}",
            "opts": self.opts,
            "original": report,
            "media": self.media,
            "record": record,
            "record_page": _page_of(record),
            "verdict": _verdict_on(record),
            "others": _others(report),
            "may_correct": user.has_perm("claims.add_verdict"),
            "may_answer": may_answer,
            "may_take": may_answer and not (report.state == "in_hand" and report.assignee_id == user.pk),
            "answer_form": WordsForm(prefix="answer"),
            "dismiss_form": WordsForm(prefix="dismiss"),
            **bound,
        }
        return TemplateResponse(request, self.change_form_template, context, status=422 if bound else 200)


def _page_of(record: Model | None) -> str:
    """The desk's own page of what a report is about; empty where there is none."""
    try:
        return page_of(record) if record else ""
    except NoReverseMatch:
        return ""


def _verdict_on(record: Model | None) -> Verdict | None:
    """The published verdict that would have to be corrected."""
    if not isinstance(record, Claim):
        return None
    published = Verdict.objects.filter(claim=record, status=Verdict.Status.PUBLISHED)
    return published.select_related("rating", "publisher").first()


def _others(report: ErrorReport) -> list[ErrorReport]:
    """The newest other reports on the same record."""
    if report.object_id is None:
        return []
    same = ErrorReport.objects.filter(content_type=report.content_type_id, object_id=report.object_id)
    return list(same.exclude(pk=report.pk).order_by("-pk")[:10])
