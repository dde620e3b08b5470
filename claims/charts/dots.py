"""Figures or days on one axis: a row for each who gives one, sorted by value."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claims.charts.answers import Answer
from claims.charts.axes import EDGE, EDGE_OF_ARROW, LABEL_LIMIT, Scale, axis, days_axis, shorten
from claims.charts.figures import bound_of
from claims.charts.words import ENGLISH, Words
from claims.vocabulary import Comparator

WIDE_LABEL_LIMIT = 84  # characters on a line of 40rem, from where the style sheet shows the longer labels
ROW = 54
LINE_OF_LABEL = 20

Ranges = Sequence[tuple[Answer, tuple[float, float]]]
"""Answers with the lowest and the highest value of each, the same twice where it is no range."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure or date. `low` and `high` are the ends of the whisker, equal to `x` where there is none; `bound` is
    AT_LEAST or AT_MOST where an arrow leads on from it. A record is a diamond, what evidence bears out a filled dot,
    the rest an open one. The wide labels are for lines of 40rem and more."""

    label: str
    who: str
    wide_label: str
    wide_who: str
    x: float
    low: float
    high: float
    bound: Comparator | None
    is_record: bool
    is_borne_out: bool
    y: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis; `anchor` is SVG's text-anchor, so that the outer labels stay inside."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class DotChart:
    """`note` says where the axis starts when that is not at 0; `evidence` is where each figure of evidence draws its
    line, and the words under it; `dated` tells that the axis is one of days."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    height: int
    axis_y: int
    evidence: tuple[Tick, ...]
    note: str
    summary: str
    dated: bool = False
    more: str = ""
    form: str = "dots"

    @property
    def bounds(self) -> frozenset[Comparator]:
        """Which arrows there are, for the legend."""
        return frozenset(dot.bound for dot in self.dots if dot.bound)

    @property
    def marks(self) -> frozenset[str]:
        """Which marks there are, for the legend."""
        return frozenset("record" if dot.is_record else "borne" if dot.is_borne_out else "open" for dot in self.dots)


def dot_chart(ranges: Ranges, words: Words = ENGLISH, *, dated: bool = False) -> DotChart:
    """A row for each of `ranges`; with `dated` the values are proleptic Gregorian ordinals of days."""
    rows = sorted(ranges, key=lambda row: (row[1], row[0].who))
    low, high = rows[0][1][0], max(last for _, (_, last) in rows)
    start, end, marks = days_axis(low, high, words) if dated else axis(low, high, words)
    bounds = [None if dated else bound_of(answer.figures) for answer, _ in rows]
    place = Scale(
        start,
        end,
        left=EDGE_OF_ARROW if Comparator.AT_MOST in bounds else EDGE,
        right=EDGE_OF_ARROW if Comparator.AT_LEAST in bounds else EDGE,
    )
    dots = tuple(
        Dot(
            **_labels(answer),
            x=place((first + last) / 2),
            low=place(first),
            high=place(last),
            bound=bound,
            is_record=answer.is_record,
            is_borne_out=answer.is_evidence,
            y=row * ROW,
        )
        for row, ((answer, (first, last)), bound) in enumerate(zip(rows, bounds, strict=True))
    )
    axis_y = len(dots) * ROW
    evidence = _lines(
        [(answer.answer, dot.x) for (answer, _), dot in zip(rows, dots, strict=True) if dot.is_record], words
    )
    first, last = rows[0][0], rows[-1][0]
    told = {"first": first.answer, "first_who": first.who, "last": last.answer, "last_who": last.who}
    return DotChart(
        dots=dots,
        ticks=tuple(
            Tick(place(mark), label, "start" if mark == marks[0][0] else "end" if mark == marks[-1][0] else "middle")
            for mark, label in marks
        ),
        height=axis_y + 24 + LINE_OF_LABEL * len(evidence),
        axis_y=axis_y,
        evidence=evidence,
        note="" if dated or start <= 0 else words.axis_note(start),
        summary=words.gettext("The answers run from %(first)s (%(first_who)s) to %(last)s (%(last_who)s).") % told
        + _arrows(bounds, words),
        dated=dated,
    )


def _lines(found: Sequence[tuple[str, float]], words: Words) -> tuple[Tick, ...]:
    """One line for each place where evidence stands, named under the axis, one name below the other."""
    places = {x: answer for answer, x in reversed(found)}
    return tuple(
        Tick(
            x,
            shorten(words.gettext("Evidence: %(answer)s") % {"answer": places[x]}),
            "start" if x < 35 else "end" if x > 65 else "middle",
        )
        for x in sorted(places)
    )


def _labels(answer: Answer) -> dict[str, str]:
    """What stands over a dot, for narrow and for wide lines: who says it gets the room that the answer leaves."""
    label, wide_label = shorten(answer.answer, 24), shorten(answer.answer, 52)
    return {
        "label": label,
        "who": shorten(answer.who, max(12, LABEL_LIMIT - len(label))),
        "wide_label": wide_label,
        "wide_who": shorten(answer.who, WIDE_LABEL_LIMIT - len(wide_label)),
    }


def _arrows(bounds: Collection[Comparator | None], words: Words) -> str:
    """What the arrows mean, for those who do not see the legend."""
    meanings = (
        (Comparator.AT_LEAST, words.gettext("An arrow to the right means “at least”.")),
        (Comparator.AT_MOST, words.gettext("An arrow to the left means “at most”.")),
    )
    return "".join(f" {meaning}" for bound, meaning in meanings if bound in bounds)
