"""An article as published, with its claims marked in the text."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.models import Article, ArticleVersion
from articles.parsing.types import Passage, PassageKind
from claims.models import Appearance, Verdict
from claims.views.highlight import Mark, blocks_of
from claims.views.page import absolute, moved, public_page


@public_page
def article(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The current version of an article whose whole text is public."""
    found = get_object_or_404(Article.objects.public().select_related("publisher", "copy_of__publisher"), pk=pk)
    if redirect := moved(found, slug, request):
        return redirect
    version = get_object_or_404(ArticleVersion.objects.prefetch_related("passages"), article=found, is_current=True)
    appearances = list(
        Appearance.objects.public()
        .filter(version=version)
        .select_related("claim", "source")
        .defer("claim__search_vector")
        .order_by("start", "end", "id")
    )
    verdicts: dict[int, Verdict] = {}
    for verdict in Verdict.objects.public().filter(claim__appearances__version=version).select_related("rating__scale"):
        verdicts.setdefault(verdict.claim_id, verdict)
    marks = [
        Mark(number, seen.start, seen.end, seen.claim.get_absolute_url(), seen.claim.text)
        for number, seen in enumerate(appearances, start=1)
    ]
    passages = [
        Passage(PassageKind(row.kind), row.start, row.end, row.author, row.published_on, row.title, row.site)
        for row in version.passages.all()
    ]
    return render(
        request,
        "claims/article.html",
        {
            "canonical": absolute(found.get_absolute_url()),
            "article": found,
            "version": version,
            "blocks": blocks_of(version.text, passages, marks, title=version.title),
            "claims": [
                (mark.number, seen, verdicts.get(seen.claim_id)) for mark, seen in zip(marks, appearances, strict=True)
            ],
        },
    )
