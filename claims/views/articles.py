"""An article as published, with its claims marked in the text, and what changed from one version of it to another."""

from collections.abc import Iterable

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import models as rows
from articles.models import Article, ArticleVersion
from articles.parsing.types import Passage, PassageKind
from claims.models import Appearance, Verdict
from claims.texts.differences import compare
from claims.texts.stretches import stretches_of
from claims.views.highlight import Mark, blocks_of, readable
from claims.views.page import absolute, moved, moved_file, only_parameters, public_page
from claims.views.page_markup import article_page

CLAIMS = 500  # marks in one text, of which a longer one is not readable either
VERSIONS = 20  # the newest, listed


@public_page
def article(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The current version of an article whose whole text is public."""
    only_parameters(request, ())
    found = get_object_or_404(Article.objects.public().select_related("publisher", "copy_of__publisher"), pk=pk)
    if redirect := moved(found, pk, slug, request):
        return redirect
    version = get_object_or_404(ArticleVersion.objects.prefetch_related("passages"), article=found, is_current=True)
    appearances = list(
        Appearance.objects.public()
        .filter(version=version)
        .select_related("claim", "source")
        .defer("claim__search_vector")
        .order_by("start", "end", "id")[:CLAIMS]
    )
    verdicts: dict[int, Verdict] = {}
    for verdict in Verdict.objects.public().filter(claim__appearances__version=version).select_related("rating__scale"):
        verdicts.setdefault(verdict.claim_id, verdict)
    marks = [
        Mark(number, seen.start, seen.end, seen.claim.get_absolute_url(), seen.claim.text)
        for number, seen in enumerate(appearances, start=1)
    ]
    canonical = absolute(found.get_absolute_url())
    return render(
        request,
        "claims/article.html",
        {
            "canonical": canonical,
            "json_ld": article_page(found, claims=[seen.claim for seen in appearances], canonical=canonical),
            "article": found,
            "version": version,
            "earlier": _versions(found).exclude(pk=version.pk)[:VERSIONS],
            "blocks": blocks_of(version.text, _passages(version.passages.all()), marks, title=version.title),
            "claims": [
                (mark.number, seen, verdicts.get(seen.claim_id)) for mark, seen in zip(marks, appearances, strict=True)
            ],
        },
    )


@public_page
def versions(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Two versions of a public article side by side: the last two, or those that `?earlier=` and `?later=` number."""
    only_parameters(request, {"earlier", "later"})
    found = get_object_or_404(Article.objects.public().select_related("publisher"), pk=pk)
    if redirect := moved_file(found, pk, slug, "article_versions"):
        return redirect
    captured = list(_versions(found)[:VERSIONS])
    if len(captured) < 2:
        raise Http404("There is one version of this text.")
    numbers = {
        name: _number(request.GET.get(name, ""), otherwise=one.number)
        for name, one in (("earlier", captured[1]), ("later", captured[0]))
    }
    if numbers["earlier"] >= numbers["later"]:
        raise BadRequest(_("The earlier version has the lower number."))
    texts = {one.number: one for one in found.versions.filter(number__in=numbers.values()).prefetch_related("passages")}
    if len(texts) < 2:
        raise Http404("There is no such version.")
    before, after = texts[numbers["earlier"]], texts[numbers["later"]]
    stretches = stretches_of(compare(*(readable(one.text, _passages(one.passages.all())) for one in (before, after))))
    return render(
        request,
        "claims/versions.html",
        {
            "canonical": absolute(reverse("article_versions", args=[found.pk, found.slug])),
            "article": found,
            "captured": captured,
            "before": before,
            "after": after,
            "stretches": stretches,
            "changes": sum(stretch.row.changed for stretch in stretches),
        },
    )


def _versions(article: Article) -> QuerySet[ArticleVersion]:
    return article.versions.defer("text").order_by("-number")


def _number(text: str, *, otherwise: int) -> int:
    if not text:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise BadRequest(_("A version has a number."))
    return int(text)


def _passages(passages: Iterable[rows.Passage]) -> list[Passage]:
    return [
        Passage(PassageKind(row.kind), row.start, row.end, row.author, row.published_on, row.title, row.site)
        for row in passages
    ]
