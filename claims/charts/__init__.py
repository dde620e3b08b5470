"""Where the marks of a chart go. Pure geometry: templates draw what comes out of here.

Across, positions and widths are percentages of the chart's width; down, they are pixels. So a chart fills a phone and a
wide screen alike while its letters keep their size. Four rules hold (interfaces.md, "Disagreement, drawn"):

- a tally is one stacked bar, in the order for, against, abstaining, not voting; its length is the membership of the
  body where that is known, so bars of one body share one denominator;
- what a report leaves unstated is hatched, never zero;
- a single figure is a dot, with a whisker only for the range that the report itself gives; evidence is a diamond;
- different reports are never merged into one interval.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from claims.charts.figures import CHOICES, WORDS, day_of, membership_of, range_of, sum_in_words, tally_of

LABEL_LIMIT = 44  # characters of 14 px that fit on a phone's line
ROW_OF_BAR = 86
ROW_OF_DOT = 54
SMALLEST = 1e-6  # spread of an axis: measurements are kept to six decimals
CROP_BELOW = 0.15  # a spread below this share of the largest value cannot be seen on an axis from 0


@dataclass(frozen=True, slots=True)
class Answer:
    """One row to draw: what is said, by whom, as figures (`Position.figures`), and of a body of how many members."""

    answer: str
    who: str
    figures: Mapping[str, object]
    membership: int | None = None
    is_evidence: bool = False  # the record itself, or an answer that evidence bears out


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar. `count` is printed inside only where it fits."""

    kind: str
    count: int
    x: float
    width: float
    middle: float
    fits: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One tally. `stated` repeats the counts in words; `sum` says how they relate to the membership."""

    label: str
    stated: str
    sum: str
    exceeds: bool
    is_evidence: bool
    segments: tuple[Segment, ...]
    y: int

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(segment.kind for segment in self.segments)


@dataclass(frozen=True, slots=True)
class TallyChart:
    """`kinds` are the kinds of segments that occur and their words; `shared_membership` is the one denominator of all
    bars, or None where they are of different bodies."""

    bars: tuple[Bar, ...]
    kinds: tuple[tuple[str, str], ...]
    height: int
    shared_membership: int | None
    summary: str
    form: str = "tally"


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure or date. `low` and `high` are the ends of the whisker, equal to `x` where there is none."""

    label: str
    who: str
    x: float
    low: float
    high: float
    is_evidence: bool
    y: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis; `anchor` is SVG's text-anchor, so that the outer labels stay inside."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class DotChart:
    """`note` says where the axis starts when that is not at 0; `evidence_x` is where evidence draws its line."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    height: int
    axis_y: int
    evidence_x: float | None
    note: str
    summary: str
    form: str = "dots"


def draw(answers: Sequence[Answer]) -> TallyChart | DotChart | None:
    """The chart that suits the answers, or None where fewer than two of them have figures of one form. An answer
    without such figures is left to the table, and the summary says so."""
    tallies = [answer for answer in answers if tally_of(answer.figures)]
    if len(tallies) > 1:
        return tally_chart(tallies, left_out=len(answers) - len(tallies))
    values = [(answer, found) for answer in answers if (found := range_of(answer.figures))]
    if len(values) > 1:
        return _dots(values, dated=False, left_out=len(answers) - len(values))
    days = [(answer, found) for answer in answers if (found := day_of(answer.figures))]
    if len(days) > 1:
        return _dots(days, dated=True, left_out=len(answers) - len(days))
    return None


def shorten(text: str, limit: int = LABEL_LIMIT) -> str:
    """`text` cut at a word to at most `limit` characters, since lines of an SVG do not wrap."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;") + "…"


def tally_chart(answers: Sequence[Answer], *, left_out: int = 0) -> TallyChart:
    """Bars of answers that all have a tally, the record first. `left_out` answers are in the table only."""
    ordered = sorted(answers, key=lambda answer: not answer.is_evidence)
    members = {_denominator(answer) for answer in ordered}
    most = max(sum((tally_of(answer.figures) or {}).values()) for answer in ordered)
    bars = tuple(_bar(answer, row=row, without_membership=most) for row, answer in enumerate(ordered))
    return TallyChart(
        bars=bars,
        kinds=tuple((kind, WORDS[kind]) for kind in WORDS if any(kind in bar.kinds for bar in bars)),
        height=len(bars) * ROW_OF_BAR - 14,
        shared_membership=members.pop() if len(members) == 1 else None,
        summary=" ".join(f"{bar.label}: {bar.stated} ({bar.sum})." for bar in bars) + _left_out(left_out),
    )


def _bar(answer: Answer, *, row: int, without_membership: int) -> Bar:
    stated = tally_of(answer.figures) or {}
    membership = _denominator(answer)
    total = sum(stated.values())
    whole = max(membership or without_membership, total, 1)
    unstated = ""
    words = [f"{stated[choice]} {WORDS[choice]}" for choice in CHOICES if choice in stated]
    widths = [(choice, stated[choice]) for choice in CHOICES if choice in stated]
    missing = [choice for choice in CHOICES if choice not in stated]
    if missing and membership and total < membership:
        # Where the first missing count would stand: what a report leaves out at the front is not moved to the end.
        place = sum(choice in stated for choice in CHOICES[: CHOICES.index(missing[0])])
        widths.insert(place, ("unstated", membership - total))
    if missing and (membership is None or total < membership):
        unstated = f"; {' and '.join(WORDS[choice] for choice in missing)} not stated"
    segments, taken = [], 0
    for kind, count in widths:
        if count == 0:
            continue
        x, width = _percent(taken, whole), _percent(count, whole)
        fits = kind != "unstated" and width >= 2.5 * len(str(count))
        segments.append(Segment(kind, count, x, width, round(x + width / 2, 2), fits))
        taken += count
    return Bar(
        label=shorten(answer.who, 30),
        stated=", ".join(words) + unstated,
        sum=sum_in_words(stated, membership),
        exceeds=membership is not None and total > membership,
        is_evidence=answer.is_evidence,
        segments=tuple(segments),
        y=row * ROW_OF_BAR,
    )


def _dots(ranges: Sequence[tuple[Answer, tuple[float, float]]], *, dated: bool, left_out: int) -> DotChart:
    rows = sorted(ranges, key=lambda row: (row[1], row[0].who))
    low, high = rows[0][1][0], max(last for _, (_, last) in rows)
    start, end, marks = _days_axis(low, high) if dated else _axis(low, high)
    place = _Scale(start, end)
    dots = tuple(
        Dot(
            label=shorten(answer.answer, 24),
            who=shorten(answer.who, max(12, LABEL_LIMIT - min(len(answer.answer), 24))),
            x=place((first + last) / 2),
            low=place(first),
            high=place(last),
            is_evidence=answer.is_evidence,
            y=row * ROW_OF_DOT,
        )
        for row, (answer, (first, last)) in enumerate(rows)
    )
    axis_y = len(dots) * ROW_OF_DOT
    first, last = rows[0][0], rows[-1][0]
    return DotChart(
        dots=dots,
        ticks=tuple(
            Tick(place(mark), label, "start" if mark == marks[0][0] else "end" if mark == marks[-1][0] else "middle")
            for mark, label in marks
        ),
        height=axis_y + 24,
        axis_y=axis_y,
        evidence_x=next((dot.x for dot in dots if dot.is_evidence), None),
        note="" if dated or start <= 0 else f"The axis starts at {_short(start)}, not at 0.",
        summary=f"The answers run from {first.answer} ({first.who}) to {last.answer} ({last.who})."
        + _left_out(left_out),
    )


def _denominator(answer: Answer) -> int | None:
    return membership_of(answer.figures) or answer.membership


def _left_out(count: int) -> str:
    """What a chart does not show has to be said."""
    if not count:
        return ""
    return f" {count} more {'answer has' if count == 1 else 'answers have'} no such figure: see the table."


def _axis(low: float, high: float) -> tuple[float, float, list[tuple[float, str]]]:
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
    return start, end, [(mark, _short(mark)) for mark in marks]


def _days_axis(low: float, high: float) -> tuple[float, float, list[tuple[float, str]]]:
    """The first and last day, which are also the only marks: between them stands what the dots themselves say."""
    if low == high:
        return low - 1, high + 1, [(low, _day(low))]
    return low, high, [(low, _day(low)), (high, _day(high))]


def _day(ordinal: float) -> str:
    day = date.fromordinal(int(ordinal))
    return f"{day.day} {day:%b %Y}"


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values to percent across, two percent clear of either edge so that no mark is cut."""

    start: float
    end: float

    def __call__(self, value: float) -> float:
        return round(2 + 96 * (value - self.start) / (self.end - self.start), 2)


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2)


def _short(value: float) -> str:
    """A number short enough for an axis: 1,500 · 20m · 300bn."""
    for size, unit in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:g}{unit}"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:g}"
