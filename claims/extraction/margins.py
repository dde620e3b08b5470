"""By how many votes something was won or lost: "a lead of 2,000 votes", "lost by 58 votes"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.extraction.comparators import WINDOW
from claims.extraction.figure_types import Figure, figure_of
from claims.extraction.numerals import Numeral, numerals
from claims.vocabulary import Comparator

_CHEAP = re.compile(r"\b(?:votes?|ballots?)\b", re.IGNORECASE)
_BETWEEN = r"(?:\s+(?:was|is|of|by|to|at|only|just|came|amounted|stood|narrowed|shrank|grew|exactly|a|mere|the))*\s*$"
_NAMED = re.compile(rf"\b(?:margin|majority|plurality|lead|edge|difference|gap|advantage){_BETWEEN}", re.IGNORECASE)
_NEEDED = re.compile(
    r"\b(?:absolute|required|necessary|needed|two[- ]thirds|three[- ]fifths|simple|qualified|overall)\s+\w+\s+of\s+$",
    re.IGNORECASE,
)
_CONTEST = re.compile(
    r"\b(?:w[io]n|wins|winning|lost|loses?|losing|beat(?:en|s)?|defeat(?:ed|s)?|ahead|lead(?:s|ing)?|led|"
    r"trail(?:s|ed|ing)?|behind|surviv(?:ed|es|ing)|prevail(?:ed|s)|edged|scraped|squeaked|fell|failed|"
    r"re-?elected|victory|short|went down|go down)\b[^.;:]{0,80}?\bby\s+(?:only |just |a mere |merely |a )?$",
    re.IGNORECASE,
)
_NARROWLY = re.compile(r"\bby\s+(?:only |just |a mere |merely |no more than )$", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[.;:,]\s+)By\s+(?:only |just |a mere )?$")
_WITHIN = re.compile(r"\b(?:within|separated by|apart by|divided by)\s+(?:only |just )?$", re.IGNORECASE)
_VOTES = re.compile(
    r"\s+(?:votes?|ballots?)\b(?!\s*,?\s*(?:to|against|for|in favou?r|cast|with|and|in support|of the)\b)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+votes?\s+(?:of|apart|between)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\s+votes?\s+(?:ahead|behind|clear|apart|in front|adrift|in it|better off)\b", re.IGNORECASE)
_HYPHENED = re.compile(
    r"[- ]vote[- ](?:margin|majority|lead|edge|difference|plurality|gap|victory|defeat|win|loss|advantage)\b",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"\b(?:a single|a lone)(?= vote\b)", re.IGNORECASE)
_GIVE_OR_TAKE = re.compile(r"\s+votes?,? (?:give or take|or thereabouts)\b", re.IGNORECASE)


def find_margins(text: str, masked: Sequence[tuple[int, int]] = ()) -> list[Figure]:
    """The margins of one sentence, in order, each over its number and the word "votes".

    Fires on "a lead of no more than 2,000 votes" (at most), "the difference came to 10,555 votes", "lost by 58 votes",
    "a 36-vote majority", "within a dozen votes of success", "carried by a single vote", "By ten votes, Peru chose".
    Leaves alone "by 336 votes to 300", "adopted by 93 votes", "an absolute majority of 251 votes", "bought 300 votes".
    """
    if not _CHEAP.search(text):
        return []
    single = [
        Numeral(match.start(), match.end(), Decimal(1), Decimal(1), in_words=True) for match in _SINGLE.finditer(text)
    ]
    found = sorted((*numerals(text), *single), key=lambda numeral: numeral.start)
    return [
        margin
        for numeral in found
        if numeral.value == numeral.value // 1 > 0
        and not numeral.currency
        and not any(numeral.start < stop and begin < numeral.end for begin, stop in masked)
        and (margin := _margin(text, numeral))
    ]


def is_threshold(text: str, start: int, end: int) -> bool:
    """Whether the number at `start`–`end` is a majority that is needed, not one that was won: "the absolute majority of
    251"."""
    needed = re.match(r"\s+(?:votes?\s+)?(?:needed|required|necessary)\b", text[end : end + WINDOW])
    return bool(needed or _NEEDED.search(text[max(0, start - WINDOW) : start]))


def _margin(text: str, numeral: Numeral) -> Figure | None:
    figure = figure_of(text, numeral)
    hyphened = _HYPHENED.match(text, numeral.end)
    if hyphened:
        return replace(figure, end=hyphened.end())
    ahead = _AHEAD.match(text, numeral.end)
    if ahead:
        return replace(figure, end=ahead.end())
    before = text[max(0, figure.start - 2 * WINDOW) : figure.start]
    votes = _VOTES.match(text, numeral.end)
    if _WITHIN.search(before):
        votes = _OF.match(text, numeral.end) or votes
        return replace(figure, end=votes.end()) if votes else None
    if not votes or is_threshold(text, figure.start, numeral.end):
        return None
    known = _NAMED.search(before) or _CONTEST.search(before) or _OPENING.search(before)
    small = _NARROWLY.search(before) or (numeral.value == 1 and re.search(r"\bby\s+$", before))
    if not (known or small):
        return None
    rough = _GIVE_OR_TAKE.match(text, numeral.end)
    if rough:
        return replace(figure, end=rough.end(), comparator=Comparator.APPROX)
    return replace(figure, end=max(votes.end(), figure.end))
