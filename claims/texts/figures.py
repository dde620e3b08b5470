"""Figures of a written text beside those that are known: which words are statements, and what bears a figure out."""

import re
from decimal import Decimal

from claims.extraction.figure_types import Figure
from claims.vocabulary import Comparator

_NOT_PROSE = re.compile(
    r"(?<=\])\([^)\s]*(?:\s+\"[^\"]*\")?\)|<?https?://[^\s>)]+>?|^[ \t]*\d+[.)](?=[ \t])|`[^`\n]*`", re.MULTILINE
)
_MARKUP = re.compile(r"[*_#>\[\]`|]+|^[ \t]*-(?= )", re.MULTILINE)
_NEAR = Decimal("0.1")
_ROUND = Decimal("0.005")


def prose(markdown: str) -> str:
    """`markdown` with what is no statement (targets of links, numbers of a list, code) blanked out, offsets kept."""
    return _NOT_PROSE.sub(lambda match: " " * len(match[0]), markdown)


def is_borne_out(figure: Figure, known: set[Decimal]) -> bool:
    """Whether one of the `known` values is what the figure says: the same, or for a rough one near enough."""
    return all(
        any(_says(figure, value, other) for other in known)
        for value in (figure.value, figure.value_max)
        if value is not None
    )


def _says(figure: Figure, value: Decimal, other: Decimal) -> bool:
    if value == other:
        return True
    if (figure.share and abs(value * 100 - other) <= 100 * _ROUND) or (figure.percent and value == other * 100):
        return True
    if figure.share and abs(value - other) <= _ROUND:
        return True
    margin = abs(other) * _NEAR
    if figure.comparator is Comparator.APPROX:
        return abs(value - other) <= margin / 2
    if figure.comparator is Comparator.AT_LEAST:
        return 0 <= other - value <= margin or (figure.multiple_of is not None and other >= value)
    return figure.comparator is Comparator.AT_MOST and 0 <= value - other <= margin


def around(text: str, figure: Figure) -> str:
    """The words about a figure, so that one finds it."""
    start, end = max(0, figure.start - 30), min(len(text), figure.end + 30)
    cut = " ".join(_MARKUP.sub("", text[start:end]).split())
    return ("…" if start else "") + cut + ("…" if end < len(text) else "")
