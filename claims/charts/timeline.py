"""Figures over time: a step line for each source, with a break where what it counts changes.

Each step holds until the same source gives its next figure. Figures of another basis (measure, unit, event) are never
joined to it, and nor are those of another source.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import ceil

from claims.charts.axes import EDGE, Scale, axis, days_axis, shorten
from claims.charts.words import ENGLISH, Words

HEIGHT = 180  # px of the plot itself
TOP = 14
LINE = 20  # px between the labels at the right
MOST_LINES = 8  # sources whose lines can still be told apart
LETTERS, WIDE_LETTERS = 15, 24  # that fit there on a phone, and on a line of 40rem
LEFT = 14.0  # percent at the left for the values of the axis
LABEL = 30.0  # percent at the right that the labels of the lines may take


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of one source. `basis` names what is counted and how; `is_stated` tells that the text itself says of
    which day the figure is, where otherwise `day` is the day it was said; `told` is the figure in words."""

    who: str
    value: float
    day: date
    basis: str
    told: str = ""
    is_stated: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure drawn: `x` in percent, `y` in px."""

    x: float
    y: float
    label: str
    is_stated: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch in which a figure holds, and the jump to the next: both ends in percent and px."""

    x1: float
    x2: float
    y1: float
    y2: float


@dataclass(frozen=True, slots=True)
class Line:
    """One source, and its name as it fits. `label_y` is where its name stands, clear of the other names."""

    who: str
    label: str
    wide_label: str
    style: int
    marks: tuple[Mark, ...]
    steps: tuple[Step, ...]
    label_y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of an axis: percent across or px down, and its words."""

    at: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in the table. `revision` is what changed since the same source last counted the same: "+92"."""

    point: Point
    revision: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """`rows` is the same as a table; `left_out` counts the sources that are only there."""

    lines: tuple[Line, ...]
    days: tuple[Tick, ...]
    values: tuple[Tick, ...]
    plot: float
    height: int
    axis_y: int
    rows: tuple[Row, ...]
    left_out: int
    summary: str
    note: str
    form: str = "timeline"


def timeline(points: Sequence[Point], words: Words = ENGLISH) -> Timeline | None:
    """The step lines, or None where there are not at least two figures of two days. Of too many sources those are drawn
    that give most figures."""
    if len({point.day for point in points}) < 2:
        return None
    everything = sorted(points, key=lambda point: (point.day, point.who, point.value))
    given = Counter(point.who for point in everything)
    sources = [who for who, _ in given.most_common(MOST_LINES)]
    rows = [point for point in everything if point.who in sources]
    low, high = min(point.value for point in rows), max(point.value for point in rows)
    bottom, top, marks = axis(low, high, words)
    start, end, days = days_axis(rows[0].day.toordinal(), rows[-1].day.toordinal(), words)
    across = Scale(start, end, left=LEFT, right=LABEL)
    axis_y = TOP + HEIGHT

    def down(value: float) -> float:
        return round(axis_y - HEIGHT * (value - bottom) / (top - bottom), 1)

    told = {who: [point for point in rows if point.who == who] for who in sorted(sources)}
    lines = tuple(_apart([_line(number, said, across, down, words) for number, said in enumerate(told.values())]))
    return Timeline(
        lines=lines,
        days=tuple(Tick(across(day), label, "start" if day == start else "end") for day, label in days),
        values=tuple(Tick(down(value), label) for value, label in marks),
        plot=100 - LABEL + EDGE,
        height=max(axis_y + 26, ceil(lines[-1].label_y) + 8),
        axis_y=axis_y,
        rows=_revised(everything, words),
        left_out=len(given) - len(sources),
        summary=" ".join(_in_words(who, said, words) for who, said in told.items()),
        note="" if bottom <= 0 else words.axis_note(bottom),
    )


def _line(number: int, points: Sequence[Point], across: Scale, down: Callable[[float], float], words: Words) -> Line:
    steps: list[Step] = []
    for one, other in pairwise(points):
        if one.basis != other.basis:
            continue
        x1, x2, y1, y2 = across(one.day.toordinal()), across(other.day.toordinal()), down(one.value), down(other.value)
        steps += [Step(x1, x2, y1, y1), Step(x2, x2, y1, y2)]
    return Line(
        who=points[0].who,
        label=shorten(points[0].who, LETTERS),
        wide_label=shorten(points[0].who, WIDE_LETTERS),
        style=number % 4,
        marks=tuple(
            Mark(across(point.day.toordinal()), down(point.value), words.short(point.value), point.is_stated)
            for point in points
        ),
        steps=tuple(steps),
        label_y=down(points[-1].value),
    )


def _revised(points: Sequence[Point], words: Words) -> tuple[Row, ...]:
    last: dict[tuple[str, str], float] = {}
    rows = []
    for point in points:
        before = last.get((point.who, point.basis))
        change = 0.0 if before is None else point.value - before
        rows.append(Row(point, f"{'+' if change > 0 else '−'}{words.number(abs(change))}" if change else ""))
        last[point.who, point.basis] = point.value
    return tuple(rows)


def _apart(lines: Sequence[Line]) -> list[Line]:
    """The lines with their names moved down until none stands upon another."""
    placed: list[Line] = []
    for line in sorted(lines, key=lambda line: line.label_y):
        y = max(line.label_y, placed[-1].label_y + LINE) if placed else max(line.label_y, float(TOP))
        placed.append(replace(line, label_y=y))
    return placed


def _in_words(who: str, points: Sequence[Point], words: Words) -> str:
    told = ", ".join(
        words.gettext("%(figure)s on %(day)s") % {"figure": words.number(point.value), "day": words.day(point.day)}
        for point in points
    )
    if any(one.basis != other.basis for one, other in pairwise(points)):
        told += "; " + words.gettext("what it counts changes in between")
    return f"{who}{words.colon}{told}."
