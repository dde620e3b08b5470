"""What figures mean beside each other: comparators, rounding, and one wording for people.

"More than 140" is true of 141 and, in the trade's use of the words, not of 400: who knows of 400 does not write "more
than 140". "At least 13 dead" says only that no fewer are known. "Some 100,000" admits what rounds to it.
"""

from dataclasses import dataclass
from decimal import Decimal

from claims.detection.types import Figure, Shown
from claims.vocabulary import Comparator

_LOOSEST = Decimal("0.10")
_TIGHTEST = Decimal("0.03")
_BEYOND, _BELOW = Decimal("0.5"), Decimal("0.2")
"""How far beyond "more than" a figure still fits, and how far below "up to"."""
_WORDS = {
    Comparator.EXACT: "",
    Comparator.APPROX: "about ",
    Comparator.AT_LEAST: "at least ",
    Comparator.AT_MOST: "at most ",
    Comparator.RANGE: "",
}


@dataclass(frozen=True, slots=True)
class Span:
    """The values that a figure admits, both ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Span") -> bool:
        return self.low <= other.high and other.low <= self.high


def admits(figure: Figure) -> Span:
    """The values that a figure admits. `figure.value` must be set."""
    value = figure.value
    if value is None:
        raise ValueError(f"“{figure.quote}” is no number.")
    if figure.comparator == Comparator.RANGE and figure.value_max is not None:
        return Span(value, figure.value_max)
    slack = abs(value) * rounding(value)
    if figure.comparator == Comparator.APPROX:
        return Span(value - slack, value + slack)
    if figure.comparator == Comparator.AT_LEAST:
        return Span(value, value + abs(value) * _BEYOND)
    if figure.comparator == Comparator.AT_MOST:
        return Span(value - abs(value) * _BELOW, value)
    return Span(value, value)


def rounding(value: Decimal) -> Decimal:
    """How far, as a share, an approximate figure may be off by its significant digits: 100,000 by a tenth, 97,500 by
    0.3 per cent but never held to less than three."""
    if not value:
        return Decimal(0)
    digits = value.normalize().as_tuple().digits
    step = Decimal(1) / (2 * Decimal("".join(map(str, digits))))
    return min(_LOOSEST, max(_TIGHTEST, step))


def agree(one: Figure, other: Figure) -> bool:
    """Whether both figures can be true of one thing at one time. Symmetric.

    An exact round figure is read as rounded where the other gives more digits of the same: 2 million and 2,000,001.
    """
    if admits(one).meets(admits(other)):
        return True
    return _rounds_to(one, other) or _rounds_to(other, one)


def _rounds_to(rough: Figure, fine: Figure) -> bool:
    """Whether `fine` rounded to the digits of `rough` is `rough`: 1.2 million of 1,234,567. Not for small numbers,
    where a count is a count: 30 is not 31."""
    if rough.value is None or fine.value is None or rough.comparator == fine.comparator == Comparator.RANGE:
        return False
    exponent = rough.value.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent < 3 or abs(rough.value) < 10_000:
        return False
    unit = Decimal(1).scaleb(exponent)
    return (fine.value / unit).to_integral_value() * unit == rough.value and abs(
        fine.value - rough.value
    ) <= _TIGHTEST * abs(rough.value)


def shown(figure: Figure) -> str:
    """The figure in words for people: "at least 12", "15 to 30", "40,000"."""
    if figure.value is None:
        return figure.value_text
    number = plain(figure.value)
    if figure.comparator == Comparator.RANGE and figure.value_max is not None:
        number = f"{number} to {plain(figure.value_max)}"
    return f"{_WORDS[figure.comparator]}{number}{f' {figure.unit}' if figure.unit.isupper() else ''}"


def plain(value: Decimal) -> str:
    """A number without needless zeros, with thousands marked."""
    return f"{int(value):,}" if value == value.to_integral_value() else f"{value.normalize():,f}"


def number(value: Decimal) -> int | float:
    """A number as JSON has it."""
    return int(value) if value == value.to_integral_value() else float(value)


def charted(figure: Figure) -> dict[str, Shown]:
    """The figure for charts: value, value_max where it is a range, unit, comparator."""
    if figure.value is None:
        return {}
    chart: dict[str, Shown] = {
        "value": number(figure.value),
        "unit": figure.unit,
        "comparator": figure.comparator.value,
    }
    if figure.value_max is not None:
        chart["value_max"] = number(figure.value_max)
    return chart
