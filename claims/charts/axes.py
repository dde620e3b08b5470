"""The axis of a chart: where it starts and ends, what is marked on it, where a value stands, and what fits as words."""

from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from claims.charts.words import ENGLISH, Words

SMALLEST = 1e-6  # spread of an axis: measurements are kept to six decimals
LABEL_LIMIT = 44  # characters of 14 px that fit on a phone's line
EDGE = 2.0  # percent that stay clear on either side, so that no mark is cut
EDGE_OF_ARROW = 8.0  # 22 px of a phone's chart
CROP_BELOW = 0.15  # a spread below this share of the largest value cannot be seen on an axis from 0


def axis(low: float, high: float, words: Words = ENGLISH) -> tuple[float, float, list[tuple[float, str]]]:
    """Start, end and marks, from 0 unless the spread would vanish there."""
    cropped = low > 0 and high > low and (high - low) / high < CROP_BELOW
    bottom = low - (high - low) / 2 if cropped else min(low, 0.0)
    top = max(high, 0.0)
    if top - bottom < SMALLEST:
        top = bottom + 1
    rough = (top - bottom) / 4
    power = 10.0 ** floor(log10(rough))
    step = next(size * power for size in (1, 2, 5, 10) if size * power >= rough)
    if float(low).is_integer() and float(high).is_integer():
        step = max(step, 1.0)  # half a vote or half a victim is no mark to read
    start, end = floor(bottom / step) * step, ceil(top / step) * step
    count = round((end - start) / step)
    marks = [start + step * number for number in range(count + 1)]
    return start, end, [(mark, words.short(mark)) for mark in marks]


def days_axis(low: float, high: float, words: Words = ENGLISH) -> tuple[float, float, list[tuple[float, str]]]:
    """The first and last day, which are also the only marks: between them stands what the dots themselves say."""
    ends = [(low, _day(low, words)), (high, _day(high, words))]
    return (low - 1, high + 1, ends[:1]) if low == high else (low, high, ends)


def _day(ordinal: float, words: Words) -> str:
    return words.day(date.fromordinal(int(ordinal)))


@dataclass(frozen=True, slots=True)
class Scale:
    """Values to percent across, with `left` and `right` percent clear at the edges."""

    start: float
    end: float
    left: float
    right: float

    def __call__(self, value: float) -> float:
        across = (value - self.start) / (self.end - self.start)
        return round(self.left + (100 - self.left - self.right) * across, 2)


def shorten(text: str, limit: int = LABEL_LIMIT) -> str:
    """`text` cut at a word to at most `limit` characters, since lines of an SVG do not wrap."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;") + "…"
