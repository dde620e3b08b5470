"""ratings_differ/1: two desks rate one claim differently.

Fires where two publishers lie at least APART from each other on the line from 1, false, to 5, true: "False" against
"Half true". Leaves alone "False" beside "Mostly false", ratings that are no place on the line, and what one desk says
in two languages. Whether both looked at the same thing at the same time, only reading their reviews tells, so an editor
is asked for the scope.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.detection.types import Finding, FoundPosition, fingerprint
from claims.vocabulary import ContradictionKind, Gate

RATINGS = "ratings_differ/1"
APART = 2
_LONGEST_CLAIM = 250


@dataclass(frozen=True, slots=True)
class Rated:
    """How a publisher rates the claim, and where that lies on the line: see claims.claimreview.scale."""

    publisher: str
    rating: str
    place: int
    day: str


def question_of(claim: int) -> str:
    """The name of the question whether that claim is so."""
    return fingerprint("ratings", claim)


def ratings_differ(claim: int, text: str, rated: Sequence[Rated]) -> Finding | None:
    """What the ratings of one claim come to."""
    pairs = [pair for pair in combinations(rated, 2) if pair[0].publisher != pair[1].publisher]
    widest = max((abs(one.place - other.place) for one, other in pairs), default=0)
    if widest < APART:
        return None
    by_place: dict[int, list[Rated]] = defaultdict(list)
    for each in sorted(rated, key=lambda each: (each.place, each.publisher)):
        by_place[each.place].append(each)
    cut = text if len(text) <= _LONGEST_CLAIM else f"{text[: _LONGEST_CLAIM - 1].rstrip()}…"
    told = "; ".join(
        f"{each.publisher} rates it “{each.rating[:60]}” ({place} of 5, {each.day})"
        for place, every in by_place.items()
        for each in every
    )
    return Finding(
        fingerprint=question_of(claim),
        question=f"Is it so: “{cut}”?",
        kind=ContradictionKind.VERDICT,
        gate=Gate.NEEDS_SCOPE,
        rule=RATINGS,
        score=0.1 + 0.2 * widest,
        explanation=f"On the line from 1, false, to 5, true, desks differ: {told}.",
        positions=tuple(
            FoundPosition(
                key=f"rated {place}",
                answer="; ".join(f"{each.rating[:60]} ({each.publisher})" for each in every)[:200],
                members=(),
                figures={"claim": claim, "place": place},
            )
            for place, every in by_place.items()
        ),
    )
