"""What a figure is, and how one numeral is read as one: with its unit, its comparator and its sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from claims.extraction import comparators
from claims.extraction.comparators import WINDOW
from claims.extraction.numerals import SCALES, Numeral
from claims.extraction.units import PERCENT, Reading, is_currency, rated, read_unit
from claims.vocabulary import Comparator

_SCALE_AFTER_CODE = re.compile(r"\s(hundred|thousand|million|billion|trillion|mn|bn)\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged|ages?)\s+(?:of\s+|between\s+|from\s+)?$", re.IGNORECASE)
_MINUS = re.compile(r"\bminus\s$", re.IGNORECASE)
_SPACED_MINUS = re.compile(r"(?:^|[^\s\d]\s)[-−]\s$")
_COLD = frozenset({"celsius", "fahrenheit", "degree"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: `start`–`end` cover its words with comparator, currency and unit of measurement, `core` only the
    (last) numeral.

    `unit` is the name of a unit of measurement or an ISO 4217 code (see `units`), empty where a noun or nothing is
    counted. A `share` ("two-thirds of", "one in five") is a value between 0 and 1.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    value: Decimal
    value_max: Decimal | None = None
    comparator: Comparator = Comparator.EXACT
    unit: str = ""
    share: bool = False
    whole: Figure | None = None
    superseded: bool = False
    in_words: bool = False
    multiple_of: Decimal | None = None

    @property
    def total(self) -> Decimal | None:
        """The whole that this figure is a part of: 31 of "26 out of 31"."""
        return None if self.whole is None else self.whole.value

    @property
    def currency(self) -> str:
        """The ISO 4217 code of an amount, also of one per share or barrel; empty for what is no money."""
        first = self.unit.partition(" per ")[0]
        return first if is_currency(first) else ""

    @property
    def percent(self) -> bool:
        """Whether the value is in hundredths of a whole."""
        return self.unit.partition(" per ")[0] in {PERCENT, "percentage point"}


def figure_of(text: str, numeral: Numeral) -> Figure:
    """One numeral with the unit, the comparator and the minus sign beside it."""
    found, value = unit_of(text, numeral)
    start, end = numeral.start, found.end
    comparator = numeral.comparator
    before = text[max(0, start - WINDOW) : start]
    name = found.unit
    if not name and _AGED.search(before):
        name = "year of age"
    minus = _MINUS.search(before) or (_SPACED_MINUS.search(before) if name in _COLD else None)
    if minus and value > 0:
        value, start = -value, start - (2 if before.endswith(("- ", "− ")) else len("minus "))
    around = comparators.leading(text, start)
    if around:
        comparator, start = around
    else:
        after = comparators.trailing(text, end)
        if after:
            comparator, end = after
    return Figure(
        start, end, numeral.start, numeral.end, value, None, comparator, name, in_words=numeral.in_words,
        multiple_of=numeral.multiple_of,
    )  # fmt: skip


def unit_of(text: str, numeral: Numeral) -> tuple[Reading, Decimal]:
    """The unit of a numeral and its value, which the unit may multiply ("30 MUSD", "75 USD million")."""
    found = read_unit(text, numeral.end, numeral.value)
    if numeral.currency:
        end = found.end if found and is_currency(found.unit) else numeral.end
        return rated(text, Reading(numeral.currency, end)), numeral.value
    if not found:
        return Reading("", numeral.end), numeral.value
    value = numeral.value * found.factor
    scale = _SCALE_AFTER_CODE.match(text, found.end) if is_currency(found.unit) and numeral.scale == 1 else None
    if scale:
        found, value = Reading(found.unit, scale.end()), value * SCALES[scale[1].casefold()]
    return found, value
