"""What the figures of a position say: a tally, a single number or range, a day. Read with care, since they are JSON.

Forms: `{"votes_for": 93, "votes_against": 8, "abstentions": 73, "membership": 193}`, any of them left out
where the report does not state it; `{"value": 130, "value_max": 150, "comparator": "range"}`; `{"date": "2026-03-03"}`;
`{"polarity": "yes"}`.
"""

from collections.abc import Mapping
from datetime import date
from typing import TypeGuard

from claims.charts.words import CHOICES
from claims.vocabulary import Comparator

__all__ = ["CHOICES", "LARGEST", "bound_of", "day_of", "is_number", "membership_of", "range_of", "tally_of"]

LARGEST = 1e24  # as in Measurement: thirty digits, six of them decimals


def tally_of(figures: Mapping[str, object]) -> dict[str, int] | None:
    """The stated counts of a vote by measure, or None where `figures` is no tally. One count alone is one only beside
    the membership, which says what it is a part of."""
    counts = {choice: figures.get(choice) for choice in CHOICES}
    stated = {choice: count for choice, count in counts.items() if type(count) is int and count >= 0}
    return stated if len(stated) > 1 or (stated and membership_of(figures)) else None


def membership_of(figures: Mapping[str, object]) -> int | None:
    """The membership that a position's own figures name."""
    members = figures.get("membership")
    return members if type(members) is int and members > 0 else None


def range_of(figures: Mapping[str, object]) -> tuple[float, float] | None:
    """The lowest and highest value that a single figure names, the same twice where it is no range."""
    value, highest = figures.get("value"), figures.get("value_max")
    if not is_number(value):
        return None
    return float(value), max(float(value), float(highest)) if is_number(highest) else float(value)


def bound_of(figures: Mapping[str, object]) -> Comparator | None:
    """AT_LEAST or AT_MOST where the number is only a limit: "at least 140" says nothing of how many more."""
    comparator = figures.get("comparator")
    return next((bound for bound in (Comparator.AT_LEAST, Comparator.AT_MOST) if bound == comparator), None)


def day_of(figures: Mapping[str, object]) -> tuple[float, float] | None:
    """The day that `{"date": "2026-03-03"}` names, twice, as a proleptic Gregorian ordinal."""
    try:
        day = float(date.fromisoformat(str(figures.get("date", ""))).toordinal())
    except ValueError:
        return None
    return day, day


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether `value` is a number that a measurement can hold."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST
