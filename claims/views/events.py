"""One event: what it was, how each member voted, what is claimed of it."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from claims import charts
from claims.charts import figures
from claims.models import Claim, Contradiction, Event, RollCallVote
from claims.views.claims import for_lists
from claims.views.page import absolute, moved, public_page
from claims.views.positions import MEASURES, compare, with_positions

BALLOT_ORDER = list(MEASURES)
ORDERS: dict[str, Callable[[RollCallVote], tuple[int, str]]] = {
    "state": lambda vote: (0, vote.state.name),
    "vote": lambda vote: (BALLOT_ORDER.index(vote.choice), vote.state.name),
}
CLAIMS = 20


@public_page
def event(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The event's facts, its roll call (sorted by `?sort=`, searched by `?state=`), claims and contradictions."""
    found = get_object_or_404(Event.objects.public().prefetch_related("identifiers"), pk=pk)
    if redirect := moved(found, slug, request):
        return redirect
    sort = request.GET.get("sort", "state")
    if sort not in ORDERS:
        raise BadRequest("The roll call can be sorted by “state” and by “vote”.")
    roll_call = list(RollCallVote.objects.filter(event=found).select_related("state", "evidence"))
    searched = " ".join(request.GET.get("state", "").split())[:100]
    listed = [vote for vote in roll_call if searched.casefold() in vote.state.name.casefold()]
    about = Contradiction.objects.public().filter(Q(event=found) | Q(positions__event=found)).distinct()
    claims = for_lists(Claim.objects.public().filter(event=found))
    return render(
        request,
        "claims/event.html",
        {
            "canonical": absolute(found.get_absolute_url()),
            "event": found,
            "columns": [
                (choice, [vote.state for vote in roll_call if vote.choice == choice]) for choice in RollCallVote.Choice
            ],
            "chart": record_chart(found, roll_call),
            "roll_call": sorted(listed, key=ORDERS[sort]),
            "roll_call_size": len(roll_call),
            "record": roll_call[0].evidence if roll_call else None,
            "sort": sort,
            "searched": searched,
            "is_asked": bool({"sort", "state"} & set(request.GET)),
            "claims": claims[:CLAIMS],
            "claim_count": claims.count(),
            "comparisons": compare(with_positions(about)),
        },
    )


def record_chart(event: Event, roll_call: list[RollCallVote]) -> charts.TallyChart | None:
    """The roll call as one bar."""
    if not roll_call:
        return None
    tally = dict.fromkeys(figures.CHOICES, 0)
    for vote in roll_call:
        tally[MEASURES[vote.choice]] += 1
    return charts.tally_chart(
        [charts.Answer(event.title, event.body or "Roll call", tally, event.membership, is_evidence=True)]
    )
