"""What a date expression is, and what it is read against."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from claims.vocabulary import Precision


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: `text[start:end]`.

    `value` is what it means in TIMEX3 (ISO 24617-1, which extends ISO 8601): 2025-02-24, 2025-02, 2025, 2025-W09,
    2025-W09-WE (a weekend), 2025-Q3, 2025-H1, 2025-SU (a summer), 202X (a decade), 19XX (a century), PAST_REF,
    PRESENT_REF, FUTURE_REF; empty where nothing tells which is meant.

    `day` is the first day of a day, week, month or year; None where it is unknown and for all other values, which
    are no dates to set an event by.
    """

    start: int
    end: int
    day: date | None
    precision: Precision
    vague: bool = False  # a week, "the year": known less finely than `precision` says
    value: str = ""

    @property
    def iso(self) -> str:
        """The date as finely as it is known: 2025-02-24, 2025-02 or 2025; empty where `day` is unknown."""
        return iso(self.day, self.precision) if self.day else ""


@dataclass(slots=True)
class Setting:
    """What dates are read against: the text, the day of publication, whether the clause around a position looks
    ahead, and what was spoken of before: the last date, and the quarter that figures are reported for."""

    text: str
    today: date | None
    ahead: Callable[[int], bool]
    focus: DateMention | None = None
    quarter: tuple[int, int] | None = None


Reading = Callable[[re.Match[str], Setting], DateMention | None]
GAP = r"\s{1,4}"
"""White space between words: bounded, as a run of any length between two optional parts takes quadratic time."""


class Rule(NamedTuple):
    """A pattern and how its matches are read. Only a text that has one of `triggers`, in small letters, is searched:
    most paragraphs need few of the patterns."""

    triggers: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Reading


def rule(triggers: str, pattern: str, read: Reading, *, cased: bool = False) -> Rule:
    """A rule whose pattern ignores case unless `cased`; a blank in it stands for white space between words."""
    return Rule(tuple(triggers.split()), re.compile(pattern.replace(" ", GAP), 0 if cased else re.IGNORECASE), read)


def iso(day: date, precision: Precision) -> str:
    """The day cut to its precision: 2025-02-24, 2025-02 or 2025."""
    return day.isoformat()[: {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[precision]]


def mention(
    span: tuple[int, int], day: date | None, precision: Precision, *, vague: bool = False, value: str = ""
) -> DateMention:
    """A date with its day; `value` follows from it unless given."""
    return DateMention(*span, day, precision, vague, value or (iso(day, precision) if day else ""))


def period(span: tuple[int, int], value: str) -> DateMention:
    """A value without a day to set an event by: a quarter, a decade, "now"."""
    return DateMention(*span, None, Precision.YEAR, vague=True, value=value)
