"""Where sources disagree: the list, and one question with all its answers."""

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from claims.comparisons import compare, with_positions
from claims.facets import ContradictionFilter
from claims.milestones import milestones_of
from claims.models import Appearance, Contradiction, Verdict
from claims.questions import questions, with_answers
from claims.rated import ratings_of
from claims.records import events_of
from claims.tables import table_of
from claims.views.lists import asked, draw, in_order, newest, public_list
from claims.views.page import absolute, moved, only_parameters, page_of, public_page
from claims.views.page_markup import contradiction_page
from claims.views.sharing import share_contradiction

REPORTS = 50
CHECKED = 12


@public_list
def contradictions(request: HttpRequest) -> HttpResponse:
    """All contradictions that an editor has opened, newest first, or what the filters leave of them."""
    public = Contradiction.objects.public()
    found = asked(request, ContradictionFilter, public)
    listing = newest(request, public, found, by="found_at")
    rows = questions(in_order(with_answers(public), listing))
    event = found.form.cleaned_data.get("event")
    context = {"questions": rows, "listed": [row.contradiction for row in rows], "event": event}
    return draw(request, "contradictions", found, listing, context)


@public_page
def contradiction(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One question: status, gate, the answers drawn and tabled, the machine's reading and the editor's."""
    found = get_object_or_404(
        with_positions(Contradiction.objects.public()).select_related("event", "resolved_by"), pk=pk
    )
    if redirect := moved(found, pk, slug, request):
        return redirect
    only_parameters(request, {"page"})
    (comparison,) = compare([found])
    table = table_of(comparison).told()
    ratings = ratings_of(found)
    taken = Appearance.objects.filter(claim=OuterRef("claim"), positions__contradiction=found)
    verdicts = (
        Verdict.objects.public()
        .filter(Exists(taken))
        .select_related("claim", "rating__scale", "publisher")
        .defer("claim__search_vector")[:CHECKED]
    )
    canonical = absolute(found.get_absolute_url())
    events = events_of(found)
    return render(
        request,
        "claims/contradiction.html",
        {
            "canonical": canonical,
            "json_ld": contradiction_page(comparison, events=events, canonical=canonical),
            "share": share_contradiction(comparison, page=canonical),
            "contradiction": found,
            "comparison": comparison,
            "table": table,
            "ratings": ratings,
            "page": page_of(request, table.lines, size=REPORTS),
            "csv": reverse("contradiction-figures", args=[found.pk, found.slug]),
            "milestones": milestones_of(found),
            "events": events,
            "evidence": found.attached_evidence.all(),
            "verdicts": verdicts,
        },
    )
