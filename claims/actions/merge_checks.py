"""What is to be said of two records before they are merged: what the kept one takes on, what readers will see, what to
think of first, and what is in the way."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef

from claims.actions.describing import TERMS
from claims.actions.detect import touched
from claims.models import (
    Claim,
    Contradiction,
    Event,
    Measurement,
    PositionAppearance,
    RollCallVote,
    Source,
    Verdict,
)
from claims.vocabulary import Precision

NAMED = 5
"""Contradictions, states or figures that a sentence names before it counts the rest."""
_UNSEEN = "Nothing changes: neither is public."


@dataclass(slots=True)
class Draft:
    """What is to be said, while it is collected. The fields are those of a Plan."""

    places: int = 0
    """Where the absorbed claim was made and the kept one was not."""
    taken_on: dict[str, Any] = field(default_factory=dict)
    left_with: dict[str, Any] = field(default_factory=dict)
    readers: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)


# --- claims -----------------------------------------------------------------------------------------------------
def claims(keep: Claim, absorb: Claim, draft: Draft) -> None:
    """Look at two claims."""
    status = Claim.Status
    if absorb.verdicts.exists():
        draft.obstacles.append(
            "There are verdicts on both claims, and each stays with the words that it was given on. Withdraw the one "
            f"on “{absorb}”, and reject that claim as checked already."
            if keep.verdicts.exists()
            else f"There is a verdict on “{absorb}”: keep that claim, and merge the other into it."
        )
    if absorb.status == status.REJECTED and keep.status != status.REJECTED:
        draft.obstacles.append(f"“{absorb}” was rejected: keep that one, or accept it before you merge.")
    if keep.status == status.REJECTED and absorb.status == status.ACCEPTED:
        draft.obstacles.append(f"“{keep}” was rejected and the other is public: keep the public one, or accept this.")
    if keep.status == status.SUGGESTED and absorb.status == status.ACCEPTED:
        draft.taken_on |= {"status": status.ACCEPTED, "status_reason": ""}
    event = keep.event_id or absorb.event_id
    draft.taken_on |= {"event_id": event, "assignee_id": keep.assignee_id or absorb.assignee_id}
    draft.left_with |= {
        "status": status.MERGED, "status_reason": "", "rejected_for_id": None, "event_id": event, "assignee_id": None,
    }  # fmt: skip
    if keep.event_id and absorb.event_id and keep.event_id != absorb.event_id:
        draft.warnings.append(
            f"They are about two events: “{keep.event}” and “{absorb.event}”. What is told of the second will count "
            "for the first."
        )
    if keep.language != absorb.language:
        draft.warnings.append(f"They are in two languages: {keep.language} and {absorb.language}.")
    draft.warnings += _other_figures(keep, absorb) + _two_answers(keep, absorb)
    _readers_of_claims(keep, absorb, draft)


def _readers_of_claims(keep: Claim, absorb: Claim, draft: Draft) -> None:
    public = {claim.pk for claim in (keep, absorb) if claim.status == Claim.Status.ACCEPTED}
    if not public:
        draft.readers.append(_UNSEEN)
        return
    if keep.pk not in public:
        draft.readers.append(f"“{keep}” becomes public.")
    if absorb.pk in public:
        draft.readers.append(f"The page of “{absorb}” leads to “{keep}” from now on.")
    if draft.places:
        more = "1 more place" if draft.places == 1 else f"{draft.places} more places"
        draft.readers.append(f"The page of “{keep}” shows {more} where it was made.")
    for verdict in Verdict.objects.public().filter(claim=keep).select_related("rating"):
        draft.warnings.append(f"The published verdict “{verdict.rating}” will stand above what moves: does it fit?")


def _other_figures(keep: Claim, absorb: Claim) -> list[str]:
    """Two claims that count the same and come to other figures are seldom one."""
    told: list[dict[tuple[str, str], set[str]]] = []
    for claim in (keep, absorb):
        figures: dict[tuple[str, str], set[str]] = {}
        rows = Measurement.objects.filter(appearance__claim=claim).values_list("measure", "subject", "quote", "value")
        for measure, subject, quote, value in rows.order_by("measure", "start"):
            figures.setdefault((measure, subject), set()).add(f"{value.normalize():f}" if value is not None else quote)
        told.append(figures)
    ours, theirs = told
    different = [
        f"{_listed(ours[key])} and {_listed(theirs[key])} ({key[0].replace('_', ' ')})"
        for key in ours
        if key in theirs and not ours[key] & theirs[key]
    ]
    return [f"They give different figures: {'; '.join(different[:NAMED])}."] if different else []


def _two_answers(keep: Claim, absorb: Claim) -> list[str]:
    taken: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = PositionAppearance.objects.filter(appearance__claim__in=(keep, absorb))
    for question, position, claim in rows.values_list("position__contradiction", "position", "appearance__claim"):
        taken[question][claim].add(position)
    apart = [
        question for question, by in taken.items() if by[keep.pk] and by[absorb.pk] and not by[keep.pk] & by[absorb.pk]
    ]
    questions = Contradiction.objects.filter(pk__in=apart).exclude(status="dismissed").order_by("pk")
    return [
        f"They give different answers to “{contradiction}”: merged, that disagreement is no longer seen."
        for contradiction in questions[:NAMED]
    ]


# --- events -----------------------------------------------------------------------------------------------------
def events(keep: Event, absorb: Event, draft: Draft) -> None:
    """Look at two events."""
    otherwise = RollCallVote.objects.filter(event=keep, state=OuterRef("state")).exclude(choice=OuterRef("choice"))
    states = RollCallVote.objects.filter(Exists(otherwise), event=absorb).values_list("state__name", flat=True)
    if states:
        draft.obstacles.append(f"Their roll calls differ on {_listed(states)}: these are two votes.")
    finer = keep.date_precision != Precision.DAY and absorb.date_precision == Precision.DAY
    if absorb.date and (finer or not keep.date):
        draft.taken_on |= {"date": absorb.date, "date_precision": absorb.date_precision}
    draft.taken_on |= {
        "place": keep.place or absorb.place,
        "body": keep.body or absorb.body,
        "membership": keep.membership or absorb.membership,
        "sponsors": sorted({*keep.sponsors, *absorb.sponsors}),
        "participants": sorted({*keep.participants, *absorb.participants}),
        "terms": list(dict.fromkeys([*keep.terms, *absorb.terms]))[:TERMS],
        "is_confirmed": True,
    }
    exact = Precision.DAY
    if keep.date and absorb.date and keep.date != absorb.date and keep.date_precision == absorb.date_precision == exact:
        draft.warnings.append(f"They are on two days: {keep.date:%-d %B %Y} and {absorb.date:%-d %B %Y}.")
    if keep.kind != absorb.kind:
        draft.warnings.append(
            f"They are of two kinds: {keep.get_kind_display().lower()} and {absorb.get_kind_display().lower()}."
        )
    if keep.body and absorb.body and keep.body != absorb.body:
        draft.warnings.append(f"They name two bodies: {keep.body} and {absorb.body}. A vote in each is two events.")
    symbols = [sorted(event.identifiers.values_list("value", flat=True)) for event in (keep, absorb)]
    if all(symbols):
        draft.warnings.append(f"They have symbols of their own: {_listed(symbols[0])} and {_listed(symbols[1])}.")
    for contradiction in touched().filter(event=absorb)[:NAMED]:
        draft.warnings.append(
            f"The contradiction “{contradiction}” ({contradiction.get_status_display().lower()}) moves as it is: see "
            "whether it is still asked of one event."
        )
    public = set(Event.objects.public().filter(pk__in=(keep.pk, absorb.pk)).values_list("pk", flat=True))
    if absorb.pk in public:
        draft.readers.append(f"The page of “{absorb}” leads to “{keep}” from now on, with all that was on it.")
    draft.readers.append("Contradictions are looked for again in what is told of both." if public else _UNSEEN)


# --- sources ----------------------------------------------------------------------------------------------------
def sources(keep: Source, absorb: Source, draft: Draft) -> None:
    """Look at two sources."""
    shared = RollCallVote.objects.filter(state=absorb, event__roll_call__state=keep).select_related("event").first()
    if shared and keep.pk != absorb.pk:
        draft.obstacles.append(f"Both vote in the roll call of “{shared.event}”: these are two states.")
    if keep.iso3 and absorb.iso3 and keep.iso3 != absorb.iso3:
        draft.obstacles.append(f"They are two states: {keep.iso3} and {absorb.iso3}.")
    draft.taken_on |= {
        "wikidata_id": keep.wikidata_id or absorb.wikidata_id,
        "iso3": keep.iso3 or absorb.iso3,
        "description": keep.description or absorb.description,
    }
    if keep.kind != absorb.kind:
        draft.warnings.append(
            f"They are of two kinds: {keep.get_kind_display().lower()} and {absorb.get_kind_display().lower()}."
        )
    if keep.wikidata_id and absorb.wikidata_id and keep.wikidata_id != absorb.wikidata_id:
        draft.warnings.append(f"They are two things on Wikidata: {keep.wikidata_id} and {absorb.wikidata_id}.")
    public = Source.objects.public().filter(pk=absorb.pk).exists()
    draft.readers.append(
        f"What “{absorb}” said is shown as said by “{keep}”; the words of the articles stay." if public else _UNSEEN
    )


def _listed(words: Iterable[str]) -> str:
    names = sorted(words)
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")
