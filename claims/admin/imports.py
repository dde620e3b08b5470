"""Reviews of other desks, uploaded at the desk: what becomes of each row, while it is taken in and afterwards."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.cache import add_never_cache_headers

from claims.actions import uploads
from claims.admin.base import ReadOnlyAdmin, attempt, desk_user
from claims.claimreview.reading import UnreadableError, kind_of
from claims.models import ImportRow, ImportRun, User

ROWS = 50
"""Rows of the report on one page."""
DAYS: dict[str, bool | None] = {"": None, "day": False, "month": True}
Outcome = ImportRow.Outcome


class UploadForm(forms.Form):
    """A file of reviews, and what is taken where it does not say."""

    file = forms.FileField(
        label="File",
        help_text="A page with ClaimReview markup, JSON-LD, a DataFeed, JSON Lines or a table (.html, .json, .jsonl, "
        f".csv), up to {uploads.LARGEST // 1_000_000} MB",
        widget=forms.FileInput(attrs={"accept": ".json,.jsonld,.jsonl,.ndjson,.csv,.html,.htm,.txt"}),
    )
    publisher = forms.CharField(
        label="Publisher", max_length=200, required=False, help_text="Of reviews that do not name theirs"
    )
    language = forms.RegexField(
        r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
        label="Language",
        max_length=16,
        required=False,
        help_text="Of reviews that do not say theirs, such as en or pt-BR",
        error_messages={"invalid": "A language is a tag such as en or pt-BR."},
    )
    days = forms.ChoiceField(
        label="How 5/4/2017 is read",
        choices=[("", "As each review makes likely"), ("day", "5 April: day first"), ("month", "4 May: month first")],
        required=False,
    )
    publish = forms.BooleanField(
        label="Readers see them at once",
        required=False,
        help_text="Otherwise they wait until an editor accepts their claims.",
    )

    def __init__(self, *args: Any, may_publish: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_publish:
            del self.fields["publish"]

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > uploads.LARGEST:
            raise ValidationError(f"The file is larger than {uploads.LARGEST // 1_000_000} MB.")
        try:
            kind_of(file.name or "")
        except UnreadableError as error:
            raise ValidationError(str(error)) from error
        return file

    def take_in(self, by: User) -> ImportRun:
        """Raises ValidationError for what the action refuses."""
        told = self.cleaned_data
        return uploads.upload(
            by=by,
            name=told["file"].name,
            content=told["file"].read(),
            publisher=told["publisher"],
            language=told["language"] or "und",
            month_first=DAYS[told["days"]],
            publish=told.get("publish", False),
        )


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin[ImportRun]):
    """Runs are written by the import. People upload a file, and read what became of it."""

    list_display = ("name", "state", "rows", "added", "updated", "unchanged", "refused", "by", "started_at")
    list_filter = ("kind",)
    list_select_related: ClassVar[tuple[str, ...]] = ("by",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportRun]:
        return super().get_queryset(request).defer("content")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return desk_user(request).has_perm("claims.import_reviews")

    @admin.display(description="State")
    def state(self, run: ImportRun) -> str:
        if run.finished_at:
            return "Taken in"
        return "Broken off" if run.error else "Being taken in" if run.rows else "Waiting for its turn"

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The form, and once the file is there, the page on which its rows are counted."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        user = desk_user(request)
        may_publish = user.has_perm("claims.review_claim")
        form = UploadForm(request.POST or None, request.FILES or None, may_publish=may_publish)
        if form.is_valid():
            try:
                return HttpResponseRedirect(self.address("change", form.take_in(user).pk))
            except ValidationError as refusal:
                form.add_error("file", refusal.messages)
        return self._page(request, "add", "Import reviews", {"form": form})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """How far it is, and what became of each row."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        run = self.existing(request, object_id)
        chosen = request.GET.get("outcome", "")
        outcome = chosen if chosen in Outcome.values else ""
        after = request.GET.get("after", "")
        rows = self._rows(run, outcome, int(after) if after.isdecimal() and len(after) < 10 else 0)
        shown = {
            "run": run,
            "state": self.state(run),
            "is_running": not run.finished_at and not run.error,
            "may_go_on": bool(run.error) and self.has_add_permission(request) and uploads.may_go_on(run),
            "outcomes": [(one.value, one.label, getattr(run, one.value)) for one in Outcome],
            "outcome": outcome,
            "rows": rows[:ROWS],
            "following": rows[ROWS - 1].number if len(rows) > ROWS else None,
            "is_first": not after,
        }
        return self._page(request, "change", run.name, shown)

    @staticmethod
    def _rows(run: ImportRun, outcome: str, after: int) -> list[ImportRow]:
        """One more than a page of the report, beginning after a row."""
        rows = run.report.filter(number__gt=after, **({"outcome": outcome} if outcome else {}))
        told = rows.select_related("verdict__claim", "verdict__publisher", "verdict__rating")
        return list(told.defer("verdict__claim__search_vector").order_by("number")[: ROWS + 1])

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<path:object_id>/go-on/", wrap(self.go_on_view), name="claims_importrun_go_on"),
            path("<path:object_id>/report.csv", wrap(self.report_view), name="claims_importrun_report"),
            *super().get_urls(),
        ]

    def go_on_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        run, user = self.existing(request, object_id), desk_user(request)
        attempt(request, lambda: uploads.go_on(run=run, by=user), done="It goes on where it was broken off.")
        return HttpResponseRedirect(self.address("change", run.pk))

    def report_view(self, request: HttpRequest, object_id: str) -> StreamingHttpResponse:
        """Every row with what became of it, for a spreadsheet."""
        run = self.existing(request, object_id)
        answer = StreamingHttpResponse(uploads.report_lines(run), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="import-{run.pk}.csv"'
        add_never_cache_headers(answer)
        return answer

    def _page(self, request: HttpRequest, page: str, title: str, shown: dict[str, Any]) -> HttpResponse:
        context = {**self.admin_site.each_context(request), "title": title, "opts": self.opts, **shown}
        answer = TemplateResponse(request, f"admin/claims/importrun/{page}.html", context)
        add_never_cache_headers(answer)
        return answer
