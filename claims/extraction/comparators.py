"""How a figure is meant: the words beside a number that make it a rough one or a bound ("nearly", "at least", "or so").

"More than" and "over" give at_least, "fewer than" and "as many as" at_most, "some", "nearly" and "just under" approx.
"""

import re

from claims.vocabulary import Comparator

WINDOW = 48
"""Characters looked at before and after a number."""

_OPEN = r"[\"'“‘]?"
_FILL = r"(?:\s+(?:the|an?|some|about|just|only|around|estimated|another|a total of|roughly|nearly|almost))*"
_APPROX = (
    r"about|around|approximately|approx\.?|some|roughly|nearly|almost|close to|nearing|an? estimated|estimated|circa|"
    r"ca\.|"
    r"in the region of|(?:in|on) the order of|more or less|just under|just over|just short of|just about|"
    r"an average of|~|≈|±"
)
_AT_LEAST = (
    r"at least|(?:slightly |far |well |much )?more than|(?:well |slightly |just )?over|above|no (?:fewer|less) than|"
    r"not less than|upwards? of|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|"
    r"(?:have |has |had )passed|beyond|a minimum of|greater than|higher than|larger than|>|≥|as (?:early|few|little) as"
)
_AT_MOST = (
    r"(?<!gone )(?<!went )(?<!rose )(?<!risen )(?<!climbed )(?<!jumped )up to|"
    r"as (?:many|much|high|large) as|at most|(?:no|not) more than|(?:slightly |far |well )?(?:less|fewer) than|"
    r"below|under|a maximum of|lower than|<|≤|up to some|a ceiling of"
)
_BEFORE = [
    (
        comparator,
        re.compile(
            rf"(?:^|[\s(\"'“‘—–-])(?P<words>{_OPEN}(?:{words}){_OPEN.replace('?', '')}?{_FILL})\s*$", re.IGNORECASE
        ),
    )
    for comparator, words in (
        (Comparator.AT_MOST, _AT_MOST),
        (Comparator.AT_LEAST, _AT_LEAST),
        (Comparator.APPROX, _APPROX),
    )
]
_AFTER = [
    (
        Comparator.AT_LEAST,
        re.compile(
            r"(?:\s+\w+){0,2}\s+(?:or more|at least|and counting|and (?:up|above))\b|\+(?!\s*\d)|-plus\b|"
            r" plus\b(?!\s\S{0,3}\d)",
            re.IGNORECASE,
        ),
    ),
    (Comparator.APPROX, re.compile(r"(?:\s+\w+){0,2}\s+(?:or so|or thereabouts)\b|-odd\b|-ish\b", re.IGNORECASE)),
    (Comparator.AT_MOST, re.compile(r"(?:\s+\w+){0,2}\s+(?:or (?:fewer|less)|at most)\b", re.IGNORECASE)),
]


def leading(text: str, start: int) -> tuple[Comparator, int] | None:
    """The comparator in the words just before `start` and where they begin; the longest wins: "no fewer than" over the
    "fewer than" in it."""
    before = text[max(0, start - WINDOW) : start]
    found = [(match.start("words"), kind) for kind, pattern in _BEFORE for match in pattern.finditer(before)]
    if not found:
        return None
    position, comparator = min(found)
    return comparator, start + position - len(before)


def trailing(text: str, end: int) -> tuple[Comparator, int] | None:
    """The comparator in the words just after `end` ("40 people or more", "500+") and where they stop."""
    for comparator, pattern in _AFTER:
        match = pattern.match(text, end, end + WINDOW)
        if match:
            return comparator, match.end()
    return None
