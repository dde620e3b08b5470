"""Where the marks of a chart go. Pure geometry: templates draw what comes out of here.

Across, positions and widths are percentages of the chart's width; down, they are pixels. So a chart fills a phone and a
wide screen alike while its letters keep their size. Four rules hold (interfaces.md, "Disagreement, drawn"):

- a tally is one stacked bar, in the order for, against, abstaining, not voting; its length is the membership of the
  body where that is known, so bars of one body share one denominator;
- what a report leaves unstated is hatched, never zero;
- a single figure is a dot, with a whisker only for the range that the report itself gives, and an arrow where the
  figure is only a limit ("at least 140"); evidence is a diamond;
- different reports are never merged into one interval.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claims.charts.axes import EDGE, EDGE_OF_ARROW, Scale, axis, days_axis, short
from claims.charts.figures import CHOICES, WORDS, bound_of, day_of, membership_of, range_of, sum_in_words, tally_of
from claims.vocabulary import Comparator

LABEL_LIMIT = 44  # characters of 14 px that fit on a phone's line
WIDE_LABEL_LIMIT = 84  # and on a line of 40rem, from where site.css shows the longer labels
ROW_OF_BAR = 86
ROW_OF_DOT = 54


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
    """One figure or date. `low` and `high` are the ends of the whisker, equal to `x` where there is none; `bound` is
    AT_LEAST or AT_MOST where an arrow leads on from it. The wide labels are for lines of 40rem and more."""

    label: str
    who: str
    wide_label: str
    wide_who: str
    x: float
    low: float
    high: float
    bound: Comparator | None
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

    @property
    def bounds(self) -> frozenset[Comparator]:
        """Which arrows there are, for the legend."""
        return frozenset(dot.bound for dot in self.dots if dot.bound)


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
    start, end, marks = days_axis(low, high) if dated else axis(low, high)
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
            is_evidence=answer.is_evidence,
            y=row * ROW_OF_DOT,
        )
        for row, ((answer, (first, last)), bound) in enumerate(zip(rows, bounds, strict=True))
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
        note="" if dated or start <= 0 else f"The axis starts at {short(start)}, not at 0.",
        summary=f"The answers run from {first.answer} ({first.who}) to {last.answer} ({last.who})."
        + _arrows(bounds)
        + _left_out(left_out),
    )


def _denominator(answer: Answer) -> int | None:
    return membership_of(answer.figures) or answer.membership


def _labels(answer: Answer) -> dict[str, str]:
    """What stands over a dot, for narrow and for wide lines: who says it gets the room that the answer leaves."""
    label, wide_label = shorten(answer.answer, 24), shorten(answer.answer, 52)
    return {
        "label": label,
        "who": shorten(answer.who, max(12, LABEL_LIMIT - len(label))),
        "wide_label": wide_label,
        "wide_who": shorten(answer.who, WIDE_LABEL_LIMIT - len(wide_label)),
    }


def _arrows(bounds: Collection[Comparator | None]) -> str:
    """What the arrows mean, for those who do not see the legend."""
    meanings = ((Comparator.AT_LEAST, "right"), (Comparator.AT_MOST, "left"))
    return "".join(
        f" An arrow to the {side} means “{bound.label.lower()}”." for bound, side in meanings if bound in bounds
    )


def _left_out(count: int) -> str:
    """What a chart does not show has to be said."""
    if not count:
        return ""
    return f" {count} more {'answer has' if count == 1 else 'answers have'} no such figure: see the table."


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2)
