"""Contradictions as pages show them: answers, the reports that give each, and the chart of both.

Everything that a contradiction's page, a claim's page and the home page draw is fetched here, in a number of queries
that does not grow with the rows: contradictions, positions, memberships, evidence, and the roll calls.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Self

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet

from articles.models import Article
from claims import charts
from claims.charts import figures
from claims.models import (
    Appearance,
    Claim,
    Contradiction,
    ContradictionEvidence,
    Event,
    Position,
    PositionAppearance,
    RollCallVote,
)
from claims.vocabulary import Comparator

MEASURES = {"yes": "votes_for", "no": "votes_against", "abstain": "abstentions", "not_voting": "not_voting"}


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer and everyone who gives it. `sum` is the tally against the membership; `gap` is the distance from the
    figure that evidence bears out."""

    position: Position
    reports: Sequence[PositionAppearance]
    outlets: str
    independent: int
    sum: str
    gap: str
    evidence: Sequence[ContradictionEvidence]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A contradiction with its answers, ready to be drawn and put into a table."""

    contradiction: Contradiction
    replies: Sequence[Reply]
    chart: charts.TallyChart | charts.DotChart | None
    reports: int
    independent: int

    @classmethod
    def of(cls, contradiction: Contradiction, records: dict[int, dict[str, int]]) -> Self:
        """From a contradiction fetched by `with_positions` and the roll calls of its events."""
        evidence = contradiction.attached_evidence.all()
        positions = contradiction.positions.all()
        borne_out = {attached.supports_id for attached in evidence if attached.supports_id}
        measured = next(
            (found for position in positions if position.pk in borne_out and (found := _exact(position)) is not None),
            None,
        )
        replies = []
        for position in positions:
            reports = list(position.memberships.all())
            replies.append(
                Reply(
                    position=position,
                    reports=reports,
                    outlets=outlets(reports),
                    independent=len({report.origin for report in reports}),
                    sum=_sum(position, contradiction),
                    gap="" if position.pk in borne_out else _gap(position, measured),
                    evidence=[attached for attached in evidence if attached.supports_id == position.pk],
                )
            )
        everyone = [report for reply in replies for report in reply.reports]
        return cls(
            contradiction=contradiction,
            replies=replies,
            chart=charts.draw([*_records(contradiction, replies, records), *map(_answer, replies)]),
            reports=len(everyone),
            independent=len({report.origin for report in everyone}),
        )


def with_positions(contradictions: QuerySet[Contradiction]) -> QuerySet[Contradiction]:
    """`contradictions` with all that a comparison needs. The texts of articles stay in the database, and so do reports
    of rejected claims, with the answers that nobody else gives."""
    quotable = Appearance.objects.quotable()
    positions = Position.objects.filter(Exists(quotable.filter(positions=OuterRef("pk"))))
    memberships = (
        PositionAppearance.objects.filter(appearance__in=quotable)
        .select_related("appearance__claim", "appearance__source", "appearance__version__article__publisher")
        .defer("appearance__version__text", "appearance__claim__search_vector")
        .annotate(
            claim_is_public=Exists(Claim.objects.public().filter(pk=OuterRef("appearance__claim"))),
            article_is_public=Exists(Article.objects.public().filter(pk=OuterRef("appearance__version__article"))),
        )
        .order_by("appearance__version__article__published_on", "id")
    )
    return contradictions.select_related("event").prefetch_related(
        Prefetch("positions", positions.select_related("event")),
        Prefetch("positions__memberships", memberships),
        Prefetch("attached_evidence", ContradictionEvidence.objects.select_related("evidence__publisher")),
    )


def compare(contradictions: Iterable[Contradiction]) -> list[Comparison]:
    """Comparisons of contradictions that `with_positions` fetched: one more query, for the roll calls."""
    found = list(contradictions)
    events = {event.pk for contradiction in found for event in events_of(contradiction)}
    records = recorded(events) if events else {}
    return [Comparison.of(contradiction, records) for contradiction in found]


def events_of(contradiction: Contradiction) -> list[Event]:
    """The events that the question or an answer is about, each once."""
    everything = [contradiction.event, *(position.event for position in contradiction.positions.all())]
    return list({event.pk: event for event in everything if event}.values())


def recorded(events: Iterable[int]) -> dict[int, dict[str, int]]:
    """The tallies of the roll calls of `events`. Every choice is there, since a roll call names every member."""
    tallies: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(figures.CHOICES, 0))
    rows = RollCallVote.objects.filter(event__in=events).values_list("event", "choice").annotate(Count("pk")).order_by()
    for event, choice, count in rows:
        tallies[event][MEASURES[choice]] = count
    return dict(tallies)


def outlets(reports: Sequence[PositionAppearance]) -> str:
    """Who publishes an answer, in a few words: "Reuters, Le Monde and 3 more"."""
    names = list(dict.fromkeys(report.appearance.version.article.publisher.name for report in reports))
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} more"


def _records(
    contradiction: Contradiction, replies: Sequence[Reply], records: dict[int, dict[str, int]]
) -> list[charts.Answer]:
    """The roll calls, which stand first among the tallies."""
    if not any(figures.tally_of(reply.position.figures) for reply in replies):
        return []
    return [
        charts.Answer(
            answer=event.title,
            who=f"Roll call, {event.body}" if event.body else "Roll call",
            figures=records[event.pk],
            membership=event.membership,
            is_evidence=True,
        )
        for event in events_of(contradiction)
        if event.pk in records
    ]


def _answer(reply: Reply) -> charts.Answer:
    position = reply.position
    event = position.event or position.contradiction.event
    return charts.Answer(
        answer=position.answer,
        who=reply.outlets,
        figures=position.figures,
        membership=event.membership if event else None,
        is_evidence=bool(reply.evidence),
    )


def _sum(position: Position, contradiction: Contradiction) -> str:
    stated = figures.tally_of(position.figures)
    if stated is None:
        return ""
    event = position.event or contradiction.event
    return figures.sum_in_words(
        stated, figures.membership_of(position.figures) or (event.membership if event else None)
    )


def _exact(position: Position) -> float | None:
    found = figures.range_of(position.figures)
    return found[0] if found and found[0] == found[1] else None


def _allowed(position: Position) -> tuple[float, float] | None:
    """The values that an answer allows: "at least 140" allows any number above it."""
    found = figures.range_of(position.figures)
    comparator = position.figures.get("comparator")
    if found and comparator == Comparator.AT_LEAST:
        return found[0], inf
    if found and comparator == Comparator.AT_MOST:
        return -inf, found[1]
    return found


def _gap(position: Position, measured: float | None) -> str:
    """How far an answer is from the figure that evidence bears out; empty where there is nothing to compare."""
    allowed = _allowed(position)
    if allowed is None or measured is None:
        return ""
    low, high = allowed
    if low > measured:
        return f"{low - measured:,g} above the evidence"
    if high < measured:
        return f"{measured - high:,g} below the evidence"
    return "agrees with the evidence"
