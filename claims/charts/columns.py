"""Two columns side by side for each of several spans of time, such as what came in and what was decided per week."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.charts.axes import axis

HEIGHT = 160  # pixels from the axis to the highest mark
LABEL_EVERY = 3  # labels of twelve weeks would run into each other on a phone
SHARE = 0.36  # of a span's width that one column takes


@dataclass(frozen=True, slots=True)
class Column:
    """One span of time with its two counts."""

    label: str
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Bar:
    """Percent across, pixels down from the top of the chart."""

    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A height on the axis, or a label under it."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class ColumnsChart:
    """`summary` says in words what is drawn."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Mark, ...]
    height: int
    summary: str


def columns_chart(columns: Sequence[Column], *, first: str, second: str) -> ColumnsChart:
    """The chart of `columns`, oldest first. `first` and `second` are the words for what is counted."""
    most = max((max(column.first, column.second) for column in columns), default=0)
    _, top, marks = axis(0, most)
    span = 100 / max(len(columns), 1)
    width = round(span * SHARE, 2)
    bars, labels = [], []
    for number, column in enumerate(columns):
        middle = span * (number + 0.5)
        for kind, count, x in (("first", column.first, middle - width), ("second", column.second, middle)):
            height = round(HEIGHT * count / top, 1)
            bars.append(Bar(kind, round(x, 2), HEIGHT - height, width, height))
        if (len(columns) - 1 - number) % LABEL_EVERY == 0:
            labels.append(Mark(round(middle, 2), column.label))
    return ColumnsChart(
        bars=tuple(bars),
        marks=tuple(Mark(HEIGHT - HEIGHT * value / top, label) for value, label in marks),
        labels=tuple(labels),
        height=HEIGHT,
        summary=(
            f"From {columns[0].label} to {columns[-1].label}, {sum(column.first for column in columns):,} {first} and "
            f"{sum(column.second for column in columns):,} {second}."
            if columns
            else ""
        ),
    )
