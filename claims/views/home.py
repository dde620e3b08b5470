"""The front page."""

from collections.abc import Sequence

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from claims.comparisons import Comparison, compare, with_positions
from claims.models import Contradiction, Correction, Event, Verdict
from claims.questions import questions, with_answers
from claims.views.page import absolute, only_parameters, public_page
from claims.views.page_markup import home_page
from claims.vocabulary import ContradictionStatus

SETTLED = 3  # of which the first that can be drawn leads the page
OPEN = 5
VERDICTS = 6
EVENTS = 5
NEWEST = 500  # contradictions that events are ranked by


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """The newest verdicts, a contradiction that was settled lately, drawn, those still open, the contested events."""
    only_parameters(request, ())
    public = Contradiction.objects.public()
    settled = list(
        public.filter(status=ContradictionStatus.RESOLVED)
        .order_by("-resolved_at", "-pk")
        .values_list("pk", flat=True)[:SETTLED]
    )
    still_open = list(Contradiction.objects.still_open().values_list("pk", flat=True)[: OPEN + 1])
    lead = drawn_first(settled) or drawn_first(still_open)
    rows = {row.contradiction.pk: row for row in questions(with_answers(public.filter(pk__in=still_open)))}
    if lead:
        rows.pop(lead.contradiction.pk, None)
    verdicts = (
        Verdict.objects.public().select_related("claim", "rating__scale", "publisher").defer("claim__search_vector")
    )
    return render(
        request,
        "claims/home.html",
        {
            "canonical": absolute(reverse("home")),
            "json_ld": home_page(canonical=absolute(reverse("home"))),
            "lead": lead,
            "questions": [rows[pk] for pk in still_open if pk in rows][:OPEN],
            "verdicts": verdicts[:VERDICTS],
            "events": contested(),
            "correction": Correction.objects.public().first(),
        },
    )


def drawn_first(contradictions: Sequence[int]) -> Comparison | None:
    """The first of the public contradictions with these keys that there is a chart of."""
    public = Contradiction.objects.public().filter(pk__in=contradictions)
    compared = {each.contradiction.pk: each for each in compare(with_positions(public))}
    return next((compared[pk] for pk in contradictions if pk in compared and compared[pk].chart), None)


def contested() -> list[tuple[Event, int, int]]:
    """The events with the most questions and outlets among the newest public contradictions, and how many of each."""
    newest = Contradiction.objects.public().values("pk")[:NEWEST]
    rows = (
        Contradiction.objects.public()
        .filter(pk__in=newest, event__isnull=False)
        .order_by()
        .values("event")
        .annotate(questions=Count("pk", distinct=True), outlets=Count("parts__publisher", distinct=True))
        .order_by("-questions", "-outlets", "-event")[:EVENTS]
    )
    ranked = {row["event"]: row for row in rows}
    events = Event.objects.public().in_bulk(list(ranked))
    return [(events[pk], row["questions"], row["outlets"]) for pk, row in ranked.items() if pk in events]
