"""Claims: the list with its search, and the page of one claim."""

from django.core.exceptions import BadRequest
from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from articles.models import Article
from claims.claimreview import claim_markup, claim_review
from claims.models import Appearance, Claim, Contradiction, Correction, PositionAppearance, Verdict
from claims.search import ClaimFilter, contradicted
from claims.views.markup import claim_facts, review_facts
from claims.views.page import absolute, moved, only_parameters, page_of, public_page
from claims.views.positions import compare, with_positions

FIRST_APPEARANCES = 1
RELATED = 6


def for_lists(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """`claims` with what a row of a list shows: current verdicts, the first appearance, whether sources disagree."""
    verdicts = Verdict.objects.public().select_related("rating__scale", "publisher")
    first = with_articles(Appearance.objects.public())[:FIRST_APPEARANCES]
    return (
        claims.defer("search_vector")
        .annotate(is_contradicted=contradicted())
        .prefetch_related(
            Prefetch("verdicts", verdicts, "current_verdicts"), Prefetch("appearances", first, "first_appearances")
        )
    )


def with_articles(appearances: QuerySet[Appearance]) -> QuerySet[Appearance]:
    """`appearances` with article, outlet and source, earliest first. The texts of articles stay in the database."""
    return (
        appearances.select_related("version__article__publisher", "source")
        .defer("version__text")
        .order_by(F("version__article__published_on").asc(nulls_last=True), "-version__number", "start", "id")
    )


@public_page
def claims(request: HttpRequest) -> HttpResponse:
    """All public claims, newest first, or what a search and filters leave of them."""
    only_parameters(request, {*ClaimFilter.base_filters, "page"})
    found = ClaimFilter(request.GET, queryset=Claim.objects.public(), request=request)
    if not found.is_valid():
        raise BadRequest(
            " ".join(
                f"{found.form.fields[name].label or name}: {message}"
                for name, messages in found.errors.items()
                for message in messages
            )
        )
    page = page_of(request, for_lists(found.qs))
    return render(
        request,
        "claims/claims.html",
        {
            "canonical": absolute(reverse("claims")),
            "form": found.form,
            "page": page,
            "is_approximate": found.is_approximate,
            "is_filtered": any(request.GET.get(name) for name in ClaimFilter.base_filters),
            "event": found.form.cleaned_data.get("event"),
        },
    )


@public_page
def claim(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One claim: the finding, the exact words, the rating and why, evidence, disagreement, history."""
    found = get_object_or_404(Claim.objects.public().select_related("event").defer("search_vector"), pk=pk)
    if redirect := moved(found, slug, request):
        return redirect
    canonical = absolute(found.get_absolute_url())
    verdicts = list(
        Verdict.objects.public()
        .filter(claim=found)
        .select_related("rating__scale", "publisher", "author", "published_by")
    )
    corrections = list(
        Correction.objects.public().filter(verdict__claim=found).select_related("verdict__publisher", "made_by")
    )
    verdict = verdicts[0] if verdicts else None
    cited = list(verdict.cited_evidence.select_related("evidence__publisher")) if verdict else []
    appearances = newest_of_each_article(
        with_articles(Appearance.objects.public().filter(claim=found)).annotate(
            article_is_public=Exists(Article.objects.public().filter(pk=OuterRef("version__article")))
        )
    )
    taken = PositionAppearance.objects.filter(position__contradiction=OuterRef("pk"), appearance__claim=found)
    others = Claim.objects.public().filter(event=found.event_id).exclude(pk=found.pk)
    review = review_facts(verdict, cited, corrections) if verdict else None
    facts = claim_facts(found, appearances, url=canonical)
    return render(
        request,
        "claims/claim.html",
        {
            "canonical": canonical,
            "claim": found,
            "verdict": verdict,
            "other_verdicts": verdicts[1:],
            "evidence": cited,
            "corrections": corrections,
            "appearances": appearances,
            "independent": len({seen.version.article.copy_of_id or seen.version.article_id for seen in appearances}),
            "comparisons": compare(with_positions(Contradiction.objects.public().filter(Exists(taken)))),
            "related": for_lists(others)[:RELATED] if found.event_id else (),
            "json_ld": claim_review(facts, review) if review else claim_markup(facts),
        },
    )


def newest_of_each_article(appearances: QuerySet[Appearance]) -> list[Appearance]:
    """One appearance for each article, from the newest version that makes the claim: a claim that stands in two
    versions of a text was made once. One that stands in an earlier version only is kept, and the page says so."""
    newest: dict[int, Appearance] = {}
    for appearance in appearances:
        newest.setdefault(appearance.version.article_id, appearance)
    return list(newest.values())
