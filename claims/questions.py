"""Contradictions as rows of a list: the question and its first answers, each with who publishes or says it.

A list reads neither the reports nor the evidence, however many there are: of each answer it asks which outlets give it,
and who is quoted with it where one outlet has them all.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Exists, F, Min, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from claims.models import Appearance, Claim, Contradiction, Position, PositionAppearance
from claims.told import listed, voice
from claims.vocabulary import ContradictionKind

Voice = tuple[str, str]
"""Who says something, or nobody where the outlet speaks for itself, and in which outlet."""

SHOWN = 4
"""Answers of one question that a list shows."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, and the outlets that give it in a few words, or those whom the only outlet quotes."""

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
    given = _given([position.pk for _, positions in rows for position in positions[:SHOWN]])
    return [
        Question(
            contradiction=contradiction,
            answers=_answers(positions[:SHOWN], given),
            more=len(positions[SHOWN:]),
        )
        for contradiction, positions in rows
    ]


def _answers(positions: list[Position], given: Mapping[int, list[Voice]]) -> list[Answer]:
    is_one = len({outlet for position in positions for _, outlet in given[position.pk]}) == 1
    return [
        Answer(position, listed(voice(*each) if is_one else each[1] for each in given[position.pk]))
        for position in positions
    ]


def _given(positions: list[int]) -> dict[int, list[Voice]]:
    """Who gives each answer and where, in the order in which they first did."""
    article = "appearance__version__article__"
    given = (
        PositionAppearance.objects.filter(position__in=positions)
        .exclude(appearance__claim__status=Claim.Status.REJECTED)  # as `quotable`, without reading appearances twice
        .values_list(
            "position",
            Coalesce("appearance__source__name", "appearance__source_name"),
            f"{article}publisher__name",
        )
        .annotate(day=Min(f"{article}published_on"), first=Min("pk"))
        .order_by(F("day").asc(nulls_last=True), "first")
    )
    voices: dict[int, list[Voice]] = defaultdict(list)
    for position, speaker, outlet, *_ in given:
        voices[position].append((speaker, outlet))
    return voices
