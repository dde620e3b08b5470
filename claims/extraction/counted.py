"""What a number counts, by the parse: the noun it belongs to, and the numbers that count nothing (years, names)."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.extraction.figure_types import Figure
from claims.extraction.lexicon import PERSONS
from claims.extraction.unit_table import NAMES, SYMBOLS
from claims.extraction.units import unit
from claims.vocabulary import Comparator

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OF_A_YEAR = re.compile(
    r"(?:\b(?:its|their|his|her|our|in|since|late|early|mid|the|for|from|of)|['’]\s?s)[\s-]$", re.IGNORECASE
)
_MODIFIES = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "det", "poss"})


def unit_token(number: Token, sentence: Span) -> Token | None:
    """The noun that a number counts; None where it stands bare.

    "26 A1B2 heavy tanks" → tanks, "dozens of people" → people, "90-minute call" → minute, "120 of the victims" →
    victims; "Police counted 312,000" → None.
    """
    following = sentence.doc[number.i + 1 : min(sentence.end, number.i + 8)]
    if len(following) > 1 and following[0].text in {"-", "–"} and not following[1].like_num:
        return following[1]
    head = number
    for _ in range(4):
        above = head.head
        modifies = head.dep_ in _MODIFIES and above.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
        if not modifies or above.i <= head.i or above.i >= sentence.end:
            break
        head = above
    if head.i > number.i and head.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return head
    if len(following) and following[0].lower_ == "of":
        noun = next((child for child in following[0].children if child.dep_ == "pobj"), None)
        return noun if noun is not None and noun.pos_ in {"NOUN", "PROPN"} and noun.i < sentence.end else None
    run = list(takewhile(lambda token: token.pos_ in {"ADJ", "NOUN", "PROPN", "NUM"} or token.tag_ == "NNS", following))
    for token in following[: len(run) + 1]:  # one further: the parser takes "tanks" of "26 Abrams tanks" for a verb
        if token.tag_ == "NNS" or (token.lower_.endswith("s") and token.dep_ == "nsubjpass"):
            return token
    return run[0] if run and run[0].pos_ == "NOUN" else None


def measured_in(figure: Figure, noun: Token | None) -> str:
    """The unit of measurement of a figure, also where other words part it from the number ("three more years"); empty
    for a noun that is merely counted."""
    if figure.unit or noun is None:
        return figure.unit
    symbol = SYMBOLS.get(noun.text, "") if len(noun) > 1 else ""
    known = unit(symbol or NAMES.get(noun.lemma_.casefold(), ""))
    return known.name if known and known.dimension in {"time", "calendar", "length"} else ""


def is_year(text: str, figure: Figure, noun: Token | None) -> bool:
    """Whether a number is a year: "the 2008 declaration", "2014 and 2022 invasions", "2014"; not "2,014 soldiers",
    "some 2000 people"."""
    digits = text[figure.core_start : figure.core_end]
    if len(digits) != 4 or not digits.isdigit() or not 1800 <= figure.value <= 2100:
        return False
    if figure.unit or figure.comparator is not Comparator.EXACT:
        return False
    after = text[figure.core_end : figure.core_end + 12]
    joined = re.match(r"(?:\s*[-–,]\s*|\s+(?:and|or|to)\s+)(?:1[89]|20)\d\d\b", after)
    if noun is None or noun.tag_ in {"NN", "NNP", "NNPS"} or joined is not None:
        return True
    return bool(_OF_A_YEAR.search(text, max(0, figure.core_start - 12), figure.core_start)) and (
        noun.lemma_.casefold() not in PERSONS
    )
