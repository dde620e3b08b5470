"""Articles, and what was found in them. Here and not in `articles`, which knows nothing of claims."""

import hashlib
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from articles.actions import add_article
from articles.models import Article, ArticleVersion, IngestAttempt
from claims.actions.pipeline import process, waiting
from claims.admin.article_form import AddArticleForm
from claims.admin.base import RelatedFilter, desk_user, short
from claims.admin.claims import SHOWN, context_of
from claims.admin.comparison import ComparisonAdmin
from claims.admin.lists import number_of
from claims.admin.queues import failing_runs
from claims.admin.quotes import with_surroundings
from claims.admin.reader import ReaderAdmin
from claims.models import Appearance, Measurement

OUTCOMES = {
    IngestAttempt.Outcome.ADDED: "Added.",
    IngestAttempt.Outcome.NEW_VERSION: "The text has changed since it was last taken in: this is a new version.",
    IngestAttempt.Outcome.UNCHANGED: "This text is on record already; nothing was added.",
}


@admin.register(Article)
class ArticleAdmin(ReaderAdmin, ComparisonAdmin):
    """Adding one runs the pipeline on it and shows what was found."""

    list_display = ("line", "publisher", "published_on", "version_count", "claim_count", "is_public", "added_at")
    list_display_links = ("line",)
    list_filter = (("publisher", RelatedFilter), "is_public", "published_on", "added_at")
    list_select_related = ("publisher",)
    search_fields = ("title", "url")
    search_help_text = "Title or address"
    autocomplete_fields = ("publisher", "copy_of")
    readonly_fields = ("identifier", "added_at")
    fields = (
        "publisher",
        "title",
        "byline",
        "language",
        "published_on",
        "url",
        "is_based_on",
        "note",
        "is_public",
        "copy_of",
        "identifier",
        "added_at",
    )
    change_form_template = "admin/claims/article/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        claims = Appearance.objects.filter(version__article=OuterRef("pk")).order_by().values("version__article")
        return (
            super()
            .get_queryset(request)
            .select_related("publisher", "copy_of")
            .annotate(
                version_count=number_of(ArticleVersion, "article"),
                claim_count=Coalesce(Subquery(claims.annotate(n=Count("claim", distinct=True)).values("n")), 0),
            )
        )

    @admin.display(description="Title")
    def line(self, article: Article) -> str:
        return short(article.title)

    @admin.display(description="Versions")
    def version_count(self, article: Any) -> int:
        return int(article.version_count)

    @admin.display(description="Claims")
    def claim_count(self, article: Any) -> int:
        return int(article.claim_count)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The form for a new text. It is taken in first and read afterwards, so that no failure loses it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = AddArticleForm(
            request.POST or None, request.FILES or None, may_make_public=self.has_change_permission(request)
        )
        if form.is_valid() and (attempt := self._take_in(request, form)) is not None:
            return self._read(request, attempt)
        context = {
            **self.admin_site.each_context(request),
            "title": "Add article",
            "opts": self.opts,
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/claims/article/add.html", context)

    def _take_in(self, request: HttpRequest, form: AddArticleForm) -> IngestAttempt | None:
        try:
            return add_article(
                parsed=form.parsed,
                publisher=form.cleaned_data["publisher"],
                identifier=f"pasted:{hashlib.sha256(form.parsed.text.encode()).hexdigest()[:24]}",
                note=form.cleaned_data["note"],
                is_public=form.cleaned_data.get("is_public", False),
                only_new=not self.has_change_permission(request),
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
            return None

    def _read(self, request: HttpRequest, attempt: IngestAttempt) -> HttpResponse:
        if attempt.version is None:
            raise ValueError(f"The attempt {attempt} says that it succeeded, but names no version.")
        messages.success(request, OUTCOMES[IngestAttempt.Outcome(attempt.outcome)])
        return self._process(request, attempt.version.article_id)

    def get_urls(self) -> list[URLPattern]:
        read = path("<path:object_id>/read/", self.admin_site.admin_view(self.read_view), name="articles_article_read")
        return [read, *super().get_urls()]

    def read_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Try again what failed."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self.existing(request, object_id)
        if not self.has_add_permission(request):
            raise PermissionDenied
        return self._process(request, article.pk)

    def _process(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """Take the current version through what stations it has not been through, and show the article."""
        outcome = process(versions=waiting(retry_failed=True).filter(article=article_id))
        for cause in outcome.failed.values():
            messages.error(request, f"The text is kept, but reading it failed: {cause}")
        if outcome.contradictions:
            number = len(outcome.contradictions)
            messages.success(request, f"It bears on {number} contradiction{'s' if number > 1 else ''}: see the queue.")
        return HttpResponseRedirect(self.address("change", article_id))

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False,
        form_url: str = "", obj: Article | None = None,
    ) -> HttpResponse:  # fmt: skip
        if obj is not None:
            context.update(
                versions=obj.versions.defer("text").annotate(passage_count=Count("passages")).order_by("-number"),
                failures=failing_runs().filter(version__article=obj),
                found=found_in(obj),
                found_count=Appearance.objects.filter(version__article=obj, version__is_current=True).count(),
                may_read=self.has_add_permission(request),
                may_review=desk_user(request).has_perm("claims.review_claim"),
            )
        return super().render_change_form(request, context, add, change, form_url, obj)


def found_in(article: Article) -> list[dict[str, Any]]:
    """The claims of the current version in reading order, each quote in its context."""
    rows = with_surroundings(
        Appearance.objects.filter(version__article=article, version__is_current=True)
        .select_related("claim", "source", "version__article__publisher")
        .defer("version__text")
        .prefetch_related(Prefetch("measurements", Measurement.objects.order_by("start")), "positions__contradiction")
        .order_by("start", "pk")
    )[:SHOWN]
    return [{"appearance": row, "claim": row.claim, "quote": context_of(row)} for row in rows]
