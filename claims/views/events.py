"""One event: what it was, how each member voted, what is measured and claimed of it."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import BadRequest
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from claims.charts import figures
from claims.measured import BALLOT, figures_of_event, groups_of, tallies_of
from claims.models import Claim, Contradiction, Event, Position, RollCallVote
from claims.questions import questions, with_answers
from claims.records import MEASURES, Record, roll_call_record
from claims.views.claims import for_lists
from claims.views.page import absolute, found_or_merged, moved, only_parameters, public_page
from claims.views.page_markup import event_page
from claims.voting import ORDER, Member, roll_call_of, votes_of

CLAIMS = 20
QUESTIONS = 10
LINES = 25  # rows of one measure that the page shows; the file has them all
ORDERS: dict[str, Callable[[Member], tuple[int, str]]] = {
    "state": lambda member: (0, member.state.name),
    "vote": lambda member: (ORDER.index(member.vote.choice), member.state.name),
    "reports": lambda member: (-len(member.ballots), member.state.name),
}


class RollCallForm(forms.Form):
    """What of the roll call to show, and in which order. Everything is optional."""

    state = forms.CharField(required=False, max_length=100, label=gettext_lazy("State"))
    vote = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Vote"),
        choices=[
            ("", gettext_lazy("Any vote")),
            ("yes", gettext_lazy("Yes")),
            ("no", gettext_lazy("No")),
            ("abstain", gettext_lazy("Abstained")),
            ("not_voting", gettext_lazy("Did not vote")),
        ],
    )
    reports = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Reports"),
        choices=[
            ("", gettext_lazy("Reported or not")),
            ("some", gettext_lazy("Reported")),
            ("differ", gettext_lazy("Reported otherwise than recorded")),
        ],
    )
    sort = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Sort by"),
        choices=[
            ("state", gettext_lazy("State")),
            ("vote", gettext_lazy("Vote")),
            ("reports", gettext_lazy("Most reported")),
        ],
    )

    def chosen(self, members: Sequence[Member]) -> list[Member]:
        """The members that fit, in the order asked for."""
        asked = self.cleaned_data
        words = " ".join(asked["state"].split()).casefold()
        found = [
            member
            for member in members
            if words in member.state.name.casefold()
            and asked["vote"] in ("", member.vote.choice)
            and (asked["reports"] != "some" or member.ballots)
            and (asked["reports"] != "differ" or member.is_contested)
        ]
        return sorted(found, key=ORDERS[asked["sort"] or "state"])


@public_page
def event(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The event's facts, its roll call, everything that reports measure about it, contradictions and claims."""
    found = found_or_merged(Event.objects.public().prefetch_related("identifiers"), pk)
    if redirect := moved(found, pk, slug, request):
        return redirect
    only_parameters(request, RollCallForm.base_fields)
    form = RollCallForm(request.GET)
    if not form.is_valid():
        raise BadRequest(" ".join(str(message) for messages in form.errors.values() for message in messages))
    claims = list(for_lists(Claim.objects.public().filter(event=found))[: CLAIMS + 1])
    rows = questions(with_answers(about(found))[: QUESTIONS + 1])
    canonical = absolute(found.get_absolute_url())
    return render(
        request,
        "claims/event.html",
        {
            "canonical": canonical,
            "json_ld": event_page(found, claims=claims[:CLAIMS], canonical=canonical),
            "event": found,
            **measured(found, form),
            "claims": claims[:CLAIMS],
            "more_claims": len(claims) > CLAIMS,
            "questions": rows[:QUESTIONS],
            "more_questions": len(rows) > QUESTIONS,
            "csv": reverse("event-figures", args=[found.pk, found.slug]),
            "roll_call_csv": reverse("event-roll-call", args=[found.pk, found.slug]),
        },
    )


def about(event: Event) -> QuerySet[Contradiction]:
    """The public contradictions on `event`, or in which an answer is about it: the newest of either, so that the list
    of them is read by index."""
    public = Contradiction.objects.public()
    answered = Position.objects.filter(event=event).values("contradiction")
    own = public.filter(event=event).values("pk")[: QUESTIONS + 1]
    others = public.filter(pk__in=answered).values("pk")[: QUESTIONS + 1]
    return public.filter(Q(pk__in=own) | Q(pk__in=others))


def measured(event: Event, form: RollCallForm) -> dict[str, Any]:
    """What the record and the reports count."""
    roll_call = roll_call_of(event)
    found = figures_of_event(event)
    record = record_of(event, roll_call)
    votes = votes_of(roll_call, found)
    tallies = tallies_of(found, event=event, record=record)
    elsewhere = {*(figures.CHOICES if tallies else ()), *([BALLOT] if roll_call else ())}
    return {
        "form": form,
        "is_asked": any(form.cleaned_data.values()),
        "columns": [
            (choice, [vote.state for vote in roll_call if vote.choice == choice]) for choice in RollCallVote.Choice
        ],
        "record": roll_call[0].evidence if roll_call else None,
        "votes": votes,
        "members": form.chosen(votes.members),
        "tallies": tallies,
        "groups": groups_of(found, without=elsewhere),
        "lines": f":{LINES}",
        "most": LINES,
    }


def record_of(event: Event, roll_call: Sequence[RollCallVote]) -> Record | None:
    """The roll call as one tally."""
    if not roll_call:
        return None
    tally = dict.fromkeys(figures.CHOICES, 0)
    for vote in roll_call:
        tally[MEASURES[vote.choice]] += 1
    return roll_call_record(event, tally)
