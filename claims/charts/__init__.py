"""Where the marks of a chart go. Pure geometry: templates draw what comes out of here.

Across, positions and widths are percentages of the chart's width; down, they are pixels. So a chart fills a phone and a
wide screen alike while its letters keep their size. Five rules hold (interfaces.md, "Disagreement, drawn"):

- a tally is one stacked bar, in the order for, against, abstaining, not voting; its length is the membership of the
  body where that is known, so bars of one body share one denominator;
- what a report leaves unstated is hatched, never zero;
- yes and no are columns of sources, without a score;
- a single figure is a dot, with a whisker only for the range that the report itself gives, and an arrow where the
  figure is only a limit ("at least 140"); evidence is a diamond, and what nothing bears out is an open dot;
- different reports are never merged into one interval.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.charts.answers import Answer
from claims.charts.axes import shorten
from claims.charts.dots import DotChart, dot_chart
from claims.charts.figures import day_of, range_of, tally_of
from claims.charts.sides import SidesChart, sides_chart
from claims.charts.tallies import TallyChart, tally_chart
from claims.charts.words import ENGLISH, Words

__all__ = [
    "ENGLISH",
    "Answer",
    "Chart",
    "DotChart",
    "SidesChart",
    "TallyChart",
    "Words",
    "dot_chart",
    "draw",
    "shorten",
    "tally_chart",
]

MOST_ROWS = 24
"""Rows of one chart; beyond it a picture is no longer read, and the table has them all."""

Chart = TallyChart | DotChart | SidesChart


def draw(answers: Sequence[Answer], words: Words = ENGLISH) -> Chart | None:
    """The chart that suits the answers, or None where fewer than two of them have figures of one form. An answer
    without such figures is left to the table, and so are the least told of too many; `more` says so."""
    if tallies := _fitting([answer for answer in answers if tally_of(answer.figures)]):
        return _whole(tally_chart(tallies, words), left_out=len(answers) - len(tallies), words=words)
    for values, dated in ((range_of, False), (day_of, True)):
        if rows := _fitting([answer for answer in answers if values(answer.figures)]):
            chart = dot_chart([(row, found) for row in rows if (found := values(row.figures))], words, dated=dated)
            return _whole(chart, left_out=len(answers) - len(rows), words=words)
    return sides_chart(answers, words)


def _fitting(answers: Sequence[Answer]) -> list[Answer]:
    """As many of `answers` as can be read at once, records and what most say before the rest, in their own order; none
    where there is nothing to compare."""
    if len(answers) < 2:
        return []
    first = sorted(answers, key=lambda answer: (not answer.is_record, -len(answer.voices)))[:MOST_ROWS]
    kept = set(map(id, first))
    return [answer for answer in answers if id(answer) in kept]


def _whole(chart: TallyChart | DotChart, *, left_out: int, words: Words) -> TallyChart | DotChart:
    """What a chart does not show has to be said."""
    if not left_out:
        return chart
    told = words.ngettext(
        "%(count)s more answer is not drawn: see the table.",
        "%(count)s more answers are not drawn: see the table.",
        left_out,
    )
    return replace(chart, more=told % {"count": words.number(left_out)})
