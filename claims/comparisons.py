"""Contradictions as pages show them: answers, the reports that give each, and the chart of both.

Everything that a contradiction's page, a claim's page, the home page and the desk's workbench draw is fetched here, in
a number of queries that does not grow with the rows: contradictions, positions, memberships, evidence, roll calls. A
row of a list shows much less: see `claims.questions`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf, isfinite
from typing import Self

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext

from articles.models import Article
from claims import charts
from claims.chart_words import HERE, number
from claims.charts import figures
from claims.charts.timeline import Point, Timeline, timeline
from claims.models import Appearance, Claim, Contradiction, ContradictionEvidence, Event, Position, PositionAppearance
from claims.records import Record, Tallies, events_of, recorded, records_of
from claims.told import answered, figures_of, in_words, outlets, point_of, voice_of
from claims.vocabulary import Comparator, ContradictionKind

MOST_APART = 8
"""Originators that each have a row of their own in a chart; of more, those with one answer share it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer and everyone who gives it. `words` is the answer in the page's language where it is a figure; `sum` is
    the tally against the membership; `gap` is the distance from the figure that evidence bears out."""

    position: Position
    words: str
    reports: Sequence[PositionAppearance]
    outlets: str
    independent: int
    sum: str
    gap: str
    evidence: Sequence[ContradictionEvidence]
    voices: Sequence[str]


@dataclass(frozen=True)
class Comparison:
    """A contradiction with its answers, ready to be put into a table, and drawn once somebody asks. `reports` are
    texts, however many of their words are quoted; `measured` are the lowest and the highest figure that the most exact
    evidence allows."""

    contradiction: Contradiction
    replies: Sequence[Reply]
    records: Sequence[Record]
    reports: int
    independent: int
    measured: tuple[float, float] | None

    @cached_property
    def chart(self) -> charts.Chart | None:
        kept = [record.answer for record in self.records]
        return charts.draw([*kept, *_drawn(self.replies, events_of(self.contradiction))], HERE)

    @cached_property
    def timeline(self) -> Timeline | None:
        return timeline([point for reply in self.replies for point in _points(reply)], HERE)

    @cached_property
    def leads(self) -> Mapping[int, PositionAppearance]:
        """For each report that relays another one's text that other report."""
        return _leads(report for reply in self.replies for report in reply.reports)

    @property
    def relays(self) -> int:
        """How many reports repeat what another one has."""
        return self.reports - self.independent

    @classmethod
    def of(cls, contradiction: Contradiction, found: Tallies) -> Self:
        """From a contradiction fetched by `with_positions` and the roll calls of its events."""
        evidence = contradiction.attached_evidence.all()
        positions = list(contradiction.positions.all())
        borne_out = {attached.supports_id for attached in evidence if attached.supports_id}
        telling = [attached.figures for attached in evidence if attached.figures]
        telling += [position.figures for position in positions if position.pk in borne_out]
        measured = min(filter(None, map(_allowed, telling)), key=lambda found: found[1] - found[0], default=None)
        replies = []
        for position in positions:
            reports = list(position.memberships.all())
            replies.append(
                Reply(
                    position=position,
                    words=answered(position),
                    reports=reports,
                    outlets=outlets(reports),
                    independent=len({report.origin for report in reports}),
                    sum=_sum(position, contradiction),
                    gap="" if position.pk in borne_out else gap_in_words(gap(position.figures, measured)),
                    evidence=[attached for attached in evidence if attached.supports_id == position.pk],
                    voices=[voice_of(report.appearance) for report in reports],
                )
            )
        everyone = [report for reply in replies for report in reply.reports]
        return cls(
            contradiction=contradiction,
            replies=replies,
            records=records_of(contradiction, positions, evidence, found),
            reports=len({report.appearance.version.article_id for report in everyone}),
            independent=len({report.origin for report in everyone}),
            measured=measured,
        )


def with_positions(contradictions: QuerySet[Contradiction]) -> QuerySet[Contradiction]:
    """`contradictions` with all that a comparison needs. The texts of articles stay in the database, and so do reports
    of rejected claims, with the answers that nobody else gives; those that are ratings need no report."""
    quotable = Appearance.objects.quotable()
    positions = Position.objects.filter(
        Exists(quotable.filter(positions=OuterRef("pk"))) | Q(contradiction__kind=ContradictionKind.VERDICT)
    )
    memberships = (
        PositionAppearance.objects.filter(appearance__in=quotable)
        .select_related(
            "measurement", "appearance__claim", "appearance__source", "appearance__version__article__publisher"
        )
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
    rows = list(contradictions)
    events = {event.pk for contradiction in rows for event in events_of(contradiction)}
    found = recorded(events) if events else {}
    return [Comparison.of(contradiction, found) for contradiction in rows]


def gap(told: Mapping[str, object], measured: tuple[float, float] | None) -> float | None:
    """How far a figure is above (or, negative, below) what evidence gives; None where there is nothing to compare. "At
    least 140" allows any number above it; evidence that says no more than that bears none of these out."""
    allowed = _allowed(told)
    if allowed is None or measured is None:
        return None
    (low, high), (lowest, highest) = allowed, measured
    apart = max(low - highest, 0.0) or min(high - lowest, 0.0)
    return apart if apart or isfinite(highest - lowest) else None


def gap_in_words(distance: float | None) -> str:
    """A `gap` told to readers; empty where there is none to tell."""
    if distance is None:
        return ""
    if not distance:
        return gettext("agrees with the evidence")
    told = {"number": number(abs(distance))}
    return (
        gettext("%(number)s above the evidence") if distance > 0 else gettext("%(number)s below the evidence")
    ) % told


def _leads(reports: Iterable[PositionAppearance]) -> dict[int, PositionAppearance]:
    """For each report that relays a text, the earliest one of that text. What one article says twice it relays not."""
    texts = defaultdict(list)
    for report in reports:
        texts[report.origin].append(report)
    leads: dict[int, PositionAppearance] = {}
    for copies in texts.values():
        first, *others = sorted(
            copies, key=lambda report: (str(report.appearance.version.article.published_on), report.pk)
        )
        own = first.appearance.version.article_id
        leads |= {report.pk: first for report in others if report.appearance.version.article_id != own}
    return leads


def _drawn(replies: Sequence[Reply], events: Sequence[Event]) -> list[charts.Answer]:
    """A row for each originator while these are few; for each answer where they are many, or say yes or no."""
    apart = sum(reply.independent for reply in replies) <= MOST_APART
    bodies = {event.body for event in events}
    return [
        answer
        for reply in replies
        for answer in _rows(
            reply,
            apart=apart and "polarity" not in reply.position.figures,
            place=reply.position.event.body if reply.position.event and len(bodies) > 1 else "",
        )
    ]


def _rows(reply: Reply, *, apart: bool, place: str) -> Iterable[charts.Answer]:
    """The rows of one answer; `place` is the body it is about, where others are about another one."""
    texts: dict[str, list[PositionAppearance]] = defaultdict(list)
    for report in reply.reports:
        texts[report.origin if apart else ""].append(report)
    event = reply.position.event or reply.position.contradiction.event
    for reports in texts.values():
        told = figures_of(reports[0], reply.position) if apart else reply.position.figures
        said_by = outlets(reports)
        yield charts.Answer(
            answer=in_words(told) or reply.words,
            who=f"{said_by}{HERE.colon}{place}" if place else said_by,
            figures=told,
            membership=event.membership if event else None,
            is_evidence=bool(reply.evidence),
            voices=tuple(voice_of(report.appearance) for report in reports),
        )


def _points(reply: Reply) -> Iterable[Point]:
    """The figure of each report with the day that it is of, for the step line of whoever gives it."""
    if figures.range_of(reply.position.figures) is None:
        return
    for report in reply.reports:
        figure = report.measurement
        if figure and (point := point_of(figure, report.appearance, basis=str(reply.position.event_id))):
            yield point


def _sum(position: Position, contradiction: Contradiction) -> str:
    told = figures.tally_of(position.figures)
    if told is None:
        return ""
    event = position.event or contradiction.event
    return HERE.sum(told, figures.membership_of(position.figures) or (event.membership if event else None))


def _allowed(told: Mapping[str, object]) -> tuple[float, float] | None:
    """The lowest and the highest number that a figure allows."""
    found = figures.range_of(told)
    comparator = told.get("comparator")
    if found and comparator == Comparator.AT_LEAST:
        return found[0], inf
    if found and comparator == Comparator.AT_MOST:
        return -inf, found[1]
    return found
