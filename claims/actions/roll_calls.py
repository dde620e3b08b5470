"""Keep the record of a vote, and hold what sources say of it against it. Nothing is decided: an editor resolves."""

import pycountry
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.actions import review
from claims.actions.acting import acting
from claims.detection.choices import VOTE_POSITION
from claims.extraction.names import canonical_name, fold_name
from claims.extraction.roll_call_files import RollCall
from claims.models import (
    Contradiction,
    Event,
    EventIdentifier,
    Evidence,
    Measurement,
    Position,
    RollCallVote,
    Source,
    SourceAlias,
    User,
)
from claims.models.contradiction import UNSETTLED
from claims.vocabulary import ContradictionKind, EventKind, Resolution, SourceKind

BALLOTS = VOTE_POSITION.partition("/")[0]
"""The rule, of any version, that finds differences in how one member voted."""
EXCEPTION = "Permanent record of the UN Digital Library; the document symbol resolves it."


def keep_roll_call(*, call: RollCall, by: User) -> bool:
    """Keep the votes as primary evidence of their event, found by its symbol or made, and attach it to the unsettled
    contradictions on its tally. False where all of it was there already.

    Raises ValidationError where another record of the vote is kept, or for a code that is no state's.
    """
    with acting(by=by, permission="claims.change_event", doing="keep roll call"):
        known = EventIdentifier.objects.filter(value=call.symbol).select_related("event").first()
        event = known.event if known else _event(call)
        kept = {vote.state.iso3: str(vote.choice) for vote in event.roll_call.select_related("state")}
        if kept and kept != call.votes:
            raise ValidationError(f"{call.symbol}: another record of this vote is kept already.")
        quote = " | ".join(
            f"{name}: {call.count(choice)}"
            for name, choice in (("Yes", "yes"), ("No", "no"), ("Abstentions", "abstain"), ("Non-Voting", "not_voting"))
        )
        if kept:
            return False
        evidence, _ = Evidence.objects.get_or_create(
            url=call.url,
            locator=f"Roll call of {call.date.isoformat()}",
            quote=quote,
            defaults={
                "kind": Evidence.Kind.PRIMARY,
                "title": f"Voting record: {call.symbol}, {call.title}"[:300],
                "archive_exception": EXCEPTION,
                "retrieved_at": timezone.now(),
            },
        )
        states = {code: _state(code) for code in call.votes}
        RollCallVote.objects.bulk_create(
            RollCallVote(event=event, state=states[code], choice=choice, evidence=evidence)
            for code, choice in call.votes.items()
        )
        _hold_against(event, call, evidence, by=by)
        _hold_ballots(event, call, evidence, states, by=by)
        return True


def _event(call: RollCall) -> Event:
    event = Event.objects.create(
        kind=EventKind.VOTE,
        title=f"{call.body} vote on {call.symbol}, {call.title}"[:300],
        date=call.date,
        body=call.body,
        membership=call.membership,
        is_confirmed=True,
    )
    EventIdentifier.objects.create(event=event, value=call.symbol)
    return event


def _state(code: str) -> Source:
    """The state with that code. Raises ValidationError where there is none."""
    if found := Source.objects.filter(iso3=code, merged_into__isnull=True).first():
        return found
    country = pycountry.countries.get(alpha_3=code)
    if country is None:
        raise ValidationError(f"There is no state with the code {code[:10]}.")
    name = getattr(country, "common_name", country.name)
    alias = SourceAlias.objects.filter(key=fold_name(name)).select_related("source").first()
    source = alias.source if alias else Source.objects.create(name=name, kind=SourceKind.STATE, iso3=code)
    if alias is None:
        SourceAlias.objects.create(source=source, name=name)
    return source


def _hold_against(event: Event, call: RollCall, evidence: Evidence, *, by: User) -> None:
    """Attach the record to each unsettled contradiction on the tally, with its figures and the position that has them.
    Where others have other figures, an error of theirs is what the rule suggests."""
    tally = {
        "votes_for": call.count("yes"),
        "votes_against": call.count("no"),
        "abstentions": call.count("abstain"),
        "not_voting": call.count("not_voting"),
    }
    asked = Contradiction.objects.filter(event=event, status__in=UNSETTLED, kind=ContradictionKind.NUMERIC)
    for contradiction in asked.prefetch_related("positions"):
        right = [position for position in contradiction.positions.all() if _agrees(position, tally)]
        stated = [position for position in contradiction.positions.all() if set(position.figures) & set(tally)]
        if not stated:
            continue
        review.attach_evidence(
            contradiction=contradiction,
            evidence=evidence,
            by=by,
            supports=right[0] if len(right) == 1 else None,
            figures=tally,
            note=f"The roll call of {call.symbol}."[:300],
        )
        _suggest_error(contradiction, among=len(stated), right=len(right))


def _hold_ballots(event: Event, call: RollCall, evidence: Evidence, states: dict[str, Source], *, by: User) -> None:
    """The same for each unsettled contradiction on how one member voted: the record bears out one position."""
    asked = Contradiction.objects.filter(event=event, status__in=UNSETTLED, rule__startswith=BALLOTS)
    for contradiction in asked.prefetch_related("positions"):
        state = _member_asked(contradiction, states)
        if state is None:
            continue
        stated = list(contradiction.positions.all())
        right = next((position for position in stated if position.key == call.votes[state]), None)
        vote = RollCallVote.Choice(call.votes[state]).label
        review.attach_evidence(
            contradiction=contradiction,
            evidence=evidence,
            by=by,
            supports=right,
            note=f"The roll call of {call.symbol}: {states[state]}, {vote}."[:300],
        )
        _suggest_error(contradiction, among=len(stated), right=int(right is not None))


def _member_asked(contradiction: Contradiction, states: dict[str, Source]) -> str | None:
    """The code of the member whose vote it is about; None for one that is not in the roll call."""
    figures = Measurement.objects.filter(memberships__position__contradiction=contradiction).exclude(subject="")
    names = {fold_name(name) for said in set(figures.values_list("subject", flat=True)) for name in _spelt(said)}
    sources = set(SourceAlias.objects.filter(key__in=names).values_list("source", flat=True))
    found = {code for code, state in states.items() if state.pk in sources or fold_name(state.name) in names}
    return found.pop() if len(found) == 1 else None


def _spelt(name: str) -> tuple[str, str]:
    return name, canonical_name(name)


def _suggest_error(contradiction: Contradiction, *, among: int, right: int) -> None:
    """Where not all of the positions are `right` by the record, an error is what the rule suggests."""
    if among > right and not contradiction.suggested_resolution:
        contradiction.suggested_resolution = Resolution.SOURCE_ERROR
        contradiction.save(update_fields=["suggested_resolution"])


def _agrees(position: Position, tally: dict[str, int]) -> bool:
    figures = {measure: value for measure, value in position.figures.items() if measure in tally}
    return bool(figures) and all(tally[measure] == value for measure, value in figures.items())
