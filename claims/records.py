"""What counts for itself beside the reports of a contradiction: the roll call of an event, and documents attached."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext

from claims import charts
from claims.chart_words import HERE
from claims.charts import figures, stated
from claims.models import Contradiction, ContradictionEvidence, Event, Position, RollCallVote

MEASURES = {"yes": "votes_for", "no": "votes_against", "abstain": "abstentions", "not_voting": "not_voting"}
Tallies = Mapping[int, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Record:
    """A roll call, a document with its figures, or a document that bears an answer out. `event` is what it is of."""

    answer: charts.Answer
    words: str
    event: int | None
    url: str = ""


def recorded(events: Iterable[int]) -> dict[int, dict[str, int]]:
    """The tallies of the roll calls of `events`. Every choice is there, since a roll call names every member."""
    tallies: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(figures.CHOICES, 0))
    rows = RollCallVote.objects.filter(event__in=events).values_list("event", "choice").annotate(Count("pk")).order_by()
    for event, choice, count in rows:
        tallies[event][MEASURES[choice]] = count
    return dict(tallies)


def records_of(
    contradiction: Contradiction,
    positions: Sequence[Position],
    evidence: Iterable[ContradictionEvidence],
    found: Tallies,
) -> list[Record]:
    """The roll calls, which stand first among the tallies, and then the documents."""
    kept = _roll_calls(contradiction, positions, found)
    return kept + _documents(contradiction, evidence, [record.answer.figures for record in kept])


def events_of(contradiction: Contradiction) -> list[Event]:
    """The events that the question or an answer is about, each once."""
    everything = [contradiction.event, *(position.event for position in contradiction.positions.all())]
    return list({event.pk: event for event in everything if event}.values())


def roll_call_record(event: Event, tally: Mapping[str, int]) -> Record:
    """The roll call of `event` as what reports are held against."""
    who = gettext("Roll call, %(body)s") % {"body": event.body} if event.body else gettext("Roll call")
    return Record(
        charts.Answer(
            answer=event.title,
            who=who,
            figures=tally,
            membership=event.membership,
            is_evidence=True,
            is_record=True,
        ),
        words=stated.in_words({**tally, **({"membership": event.membership} if event.membership else {})}, HERE),
        event=event.pk,
    )


def _roll_calls(contradiction: Contradiction, positions: Sequence[Position], found: Tallies) -> list[Record]:
    if not any(figures.tally_of(position.figures) for position in positions):
        return []
    return [roll_call_record(event, found[event.pk]) for event in events_of(contradiction) if event.pk in found]


def _documents(
    contradiction: Contradiction, evidence: Iterable[ContradictionEvidence], drawn: Sequence[Mapping[str, object]]
) -> list[Record]:
    """The documents with figures of their own, or those of the answer that they bear out. A record of a vote that only
    repeats its roll call stands there once."""
    membership = contradiction.event.membership if contradiction.event else None
    answers = {position.pk: position for position in contradiction.positions.all()}
    records = []
    for attached in evidence:
        supported = answers.get(attached.supports_id or 0)
        told = _of_a_body(attached.figures or (supported.figures if supported else {}), membership)
        if not told or any(_repeats(told, record) for record in drawn):
            continue
        words = stated.in_words(told, HERE)
        records.append(
            Record(
                charts.Answer(
                    answer=words,
                    who=attached.evidence.title,
                    figures=told,
                    membership=membership,
                    is_evidence=True,
                    is_record=True,
                ),
                words=words,
                event=(supported and supported.event_id) or contradiction.event_id,
                url=attached.evidence.url,
            )
        )
    return records


def _of_a_body(told: Mapping[str, object], membership: int | None) -> dict[str, object]:
    """Votes that a document counts, beside the membership: what the event's body has, unless the document says."""
    votes = membership is not None and not set(figures.CHOICES).isdisjoint(told)
    return {"membership": membership, **told} if votes else dict(told)


def _repeats(document: Mapping[str, object], record: Mapping[str, object]) -> bool:
    counts = figures.tally_of(document)
    return counts is not None and counts.items() <= record.items()
