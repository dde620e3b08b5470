"""Contradictions as rows of a list: the question and its first answers, each with who publishes it.

A list reads neither the reports nor the evidence, however many there are: of each answer it asks which outlets give it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, Min, OuterRef, Prefetch, Q, QuerySet

from claims.models import Appearance, Claim, Contradiction, Position, PositionAppearance
from claims.told import listed
from claims.vocabulary import ContradictionKind

SHOWN = 4
"""Answers of one question that a list shows."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, and the outlets that give it in a few words."""

    position: Position
    outlets: str


@dataclass(frozen=True, slots=True)
class Question:
    """A contradiction with its first answers. `more` counts the others."""

    contradiction: Contradiction
    answers: list[Answer]
    more: int


def with_answers(contradictions: QuerySet[Contradiction]) -> QuerySet[Contradiction]:
    """`contradictions` with their answers, without those that only reports of rejected claims give."""
    told = Appearance.objects.quotable().filter(positions=OuterRef("pk"))
    positions = Position.objects.filter(Exists(told) | Q(contradiction__kind=ContradictionKind.VERDICT))
    return contradictions.select_related("event").prefetch_related(Prefetch("positions", positions))


def questions(contradictions: Iterable[Contradiction]) -> list[Question]:
    """Rows for contradictions that `with_answers` fetched: one more query, for the outlets."""
    rows = [(each, list(each.positions.all())) for each in contradictions]
    named = _outlets([position.pk for _, positions in rows for position in positions[:SHOWN]])
    return [
        Question(
            contradiction=contradiction,
            answers=[Answer(position, listed(named[position.pk])) for position in positions[:SHOWN]],
            more=len(positions[SHOWN:]),
        )
        for contradiction, positions in rows
    ]


def _outlets(positions: list[int]) -> dict[int, list[str]]:
    """The outlets that give each answer, in the order in which they first did."""
    article = "appearance__version__article__"
    given = (
        PositionAppearance.objects.filter(position__in=positions)
        .exclude(appearance__claim__status=Claim.Status.REJECTED)  # as `quotable`, without reading appearances twice
        .values_list("position", f"{article}publisher__name")
        .annotate(day=Min(f"{article}published_on"), first=Min("pk"))
        .order_by(F("day").asc(nulls_last=True), "first")
    )
    named: dict[int, list[str]] = defaultdict(list)
    for position, name, *_ in given:
        named[position].append(name)
    return named
