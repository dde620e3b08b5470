"""Every figure that stands in a text, without the parser: what a reader of the words could hold against a source."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from claims.extraction.figure_types import Figure
from claims.extraction.figures import figures
from claims.extraction.quantities import no_quantities

_CHAIN = re.compile(r"(?<![\w/.,–-])\d{1,4}(?:[-–]\d{1,4}){1,3}(?![\w/–-]|[.,]\d)")
"""Counts in a row: "93–8–73". The figures' own rules take "93-8" for the score of a match."""


def printed_figures(text: str) -> list[Figure]:
    """The figures of `text` in order, also the parts of a whole ("26 of 31") and of a row of counts ("93–8–73") one by
    one. Leaves alone years and dates, clock times, ordinals, document symbols and numbers that only name something.
    Takes time linear in the text."""
    masked = list(no_quantities(text))
    rows = [
        row.span() for row in _CHAIN.finditer(text) if not any(s < row.end() and row.start() < e for s, e in masked)
    ]
    found = [
        figure
        for figure in figures(text, masked)
        if not any(start <= figure.core_start < end for start, end in rows) or figure.value_max is not None
    ]
    taken = [(figure.start, figure.end) for figure in found]
    found += [figure.whole for figure in found if figure.whole]
    for start, end in rows:
        if _meets((start, end), taken):
            continue
        for count in re.finditer(r"\d+", text[start:end]):
            place = (start + count.start(), start + count.end())
            found.append(Figure(*place, *place, Decimal(count[0])))
    return sorted((replace(figure, whole=None) for figure in found), key=lambda figure: figure.start)


def _meets(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
