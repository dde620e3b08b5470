"""Claims: the list with its search, and the page of one claim."""

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.citations import bibtex
from claims.claimreview import claim_markup, claim_review
from claims.comparisons import compare, with_positions
from claims.editions import address_of, homes, shown_verdict
from claims.facets import ClaimFilter
from claims.listing import among, narrowed
from claims.markup import claim_facts, review_facts, with_articles
from claims.models import Appearance, Claim, Contradiction, Correction, PositionAppearance, Verdict
from claims.search import BEST, best, contradicted
from claims.tables import table_of
from claims.texts.sections import without_unknowns
from claims.views.appearances import sightings_of
from claims.views.lists import asked, draw, in_order, newest, public_list, ranked_page
from claims.views.marked import headline, marked
from claims.views.page import found_or_merged, moved, only_parameters, public_page
from claims.views.sharing import share_claim

FIRST_APPEARANCES = 1
RELATED = 6
QUESTIONS = 5


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


@public_list
def claims(request: HttpRequest) -> HttpResponse:
    """All public claims, newest first, or what a search and filters leave of them; what is searched for, best first."""
    found = asked(request, ClaimFilter, Claim.objects.public())
    rows = for_lists(Claim.objects.public())
    if found.search:
        few = narrowed(found.facets)
        ranked = best(found.qs if few is None else found.qs.filter(pk__in=among(few)), found.search)
        listing = ranked_page(request, ranked[:BEST], count=len(ranked))
        rows = rows.annotate(headline=headline(found.search))
    else:
        listing = newest(request, Claim.objects.public(), found, by="created_at")
    page = in_order(rows, listing)
    for row in page if found.search else ():
        row.marked = marked(row.headline, row.text)  # type: ignore[attr-defined]  # for the template
    return draw(
        request,
        "claims",
        found,
        listing,
        {
            "claims": page,
            "listed": page,
            "search": found.search,
            "event": found.form.cleaned_data.get("event"),
            "most_ranked": BEST,
        },
    )


@public_page
def claim(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One claim: the finding, the exact words, the rating and why, evidence, disagreement, history."""
    found = found_or_merged(Claim.objects.public().select_related("event").defer("search_vector"), pk)
    if redirect := moved(found, pk, slug, request):
        return redirect
    only_parameters(request, {"page"})
    verdicts = list(
        Verdict.objects.public()
        .filter(claim=found)
        .select_related("rating__scale", "publisher", "author", "published_by")
    )
    corrections = list(Correction.objects.public().filter(verdict__claim=found).select_related("verdict"))
    verdict = shown_verdict(verdicts)
    canonical = address_of(found, verdict)
    cited = list(verdict.cited_evidence.select_related("evidence__publisher")) if verdict else []
    replies = list(verdict.reply_requests.all()) if verdict else []
    seen = sightings_of(found, request)
    taken = PositionAppearance.objects.filter(position__contradiction=OuterRef("pk"), appearance__claim=found)
    others = Claim.objects.public().filter(event=found.event_id).exclude(pk=found.pk)
    review = review_facts(verdict, cited, corrections) if verdict and verdict.writer else None
    facts = claim_facts(found, list(seen.page), url=canonical)
    told = claim_review(facts, review) if review else claim_markup(facts)
    questions = with_positions(Contradiction.objects.public().filter(Exists(taken)))
    comparisons = compare(questions[: QUESTIONS + 1])
    body, unknown = without_unknowns(verdict.body) if verdict else ("", "")
    return render(
        request,
        "claims/claim.html",
        {
            "canonical": canonical,
            "share": share_claim(
                found, verdict, seen.first, is_withdrawn=bool(corrections) and not verdict, page=canonical
            ),
            "homes": homes(verdicts),
            "claim": found,
            "verdict": verdict,
            "other_verdicts": [other for other in verdicts if other is not verdict],
            "evidence": cited,
            "replies": replies,
            "corrections": corrections,
            "body": body,
            "unknown": unknown,
            "appearances": seen,
            "comparisons": [(comparison, table_of(comparison).told()) for comparison in comparisons[:QUESTIONS]],
            "more_questions": len(comparisons) > QUESTIONS,
            "bibtex": bibtex(
                key=f"crosscheck-claim-{found.pk}",
                author=verdict.publisher.name if verdict else "Crosscheck",
                title=verdict.headline if verdict else found.text,
                url=canonical,
                published=verdict.published_at.date() if verdict and verdict.published_at else None,
            ),
            "related": for_lists(others)[:RELATED] if found.event_id else (),
            # What follows the first page of appearances is quoted as that page, which alone says what it is.
            "json_ld": told if seen.page.number == 1 else None,
        },
    )
