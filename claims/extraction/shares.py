"""Figures in words that are parts of one: shares ("two-thirds of", "one in five") and halves ("half an hour")."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claims.extraction.figure_types import Figure, figure_of
from claims.extraction.numerals import Numeral, read_words
from claims.extraction.units import read_unit
from claims.vocabulary import Comparator

_PARTS = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth"
_FRACTION = re.compile(
    rf"(?<![\w-])(?:one(?:\s?-\s?|\s)(?P<one_part>half|{_PARTS})"
    rf"|(?P<n>two|three|four|five|six|seven|eight|nine)(?:\s?-\s?|\s)(?P<parts>half|{_PARTS})s"
    rf"|a (?P<a_part>half|{_PARTS})(?= of\b)|(?<=\bby )a (?P<by_part>{_PARTS})"
    r"|(?P<one>one|two|three|four|nine|1) (?:in|out of)(?: every)? (?P<of>two|three|four|five|six|seven|eight|nine|"
    r"ten|\d{1,4})"
    r"|(?P<half>half)(?= (?:of|the)\b))(?![\w-])(?! (?:majority|time|hour|century|year|million|billion|place|"
    r"(?:of )?an? (?:hundred|thousand|million|billion|trillion)))",
    re.IGNORECASE,
)
_DIVISORS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_HALF_UNIT = re.compile(r"(?<![\w-])half(?:[\s-]an?)?[\s-](?=\w)(?!(?:year|day|time|life)\b)", re.IGNORECASE)
_POINT = re.compile(r"points?\b", re.IGNORECASE)
_NOT_A_HALF = re.compile(
    r"\b(?:first|second|latter|other|final|last|next|this|each|either|the|and a)[\s-]$", re.IGNORECASE
)


def shares(text: str) -> Iterator[Figure]:
    for match in _FRACTION.finditer(text):
        part = match["one_part"] or match["parts"] or match["a_part"] or match["by_part"] or match["half"]
        over = _small(match["n"] or match["one"] or "one")
        under = Decimal(_DIVISORS[part.casefold()]) if part else _small(match["of"])
        if not 0 < over < under <= 1000:
            continue
        share = _of_words(text, match, over / under)
        rough = share.comparator is Comparator.EXACT and 100 * over % under != 0
        yield replace(share, share=not share.unit, comparator=Comparator.APPROX if rough else share.comparator)


def halves(text: str) -> Iterator[Figure]:
    """ "half an hour", "a half-mile", "half a point": half of a unit of measurement, which is no share."""
    for match in _HALF_UNIT.finditer(text):
        known = read_unit(text, match.end(), Decimal(1)) or _POINT.match(text, match.end())
        if known and not _NOT_A_HALF.search(text[max(0, match.start() - 10) : match.start()]):
            yield _of_words(text, match, Decimal("0.5"))


def _of_words(text: str, match: re.Match[str], value: Decimal) -> Figure:
    end = match.start() + len(match[0].rstrip("- "))
    return figure_of(text, Numeral(match.start(), end, round(value, 6), value, in_words=True))


def _small(word: str) -> Decimal:
    return Decimal(word) if word.isdecimal() else read_words(word) or Decimal(0)
