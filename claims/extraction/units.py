"""What a number counts: its unit noun, lengths in kilometres, and the numbers that count nothing (years, ages,
labels)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.extraction import lexicon
from claims.extraction.figures import Figure
from claims.vocabulary import Comparator

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LABELS = (
    "No|No.|Nos.|Article|Section|Chapter|Flight|Highway|Route|Page|Channel|Phase|Level|Type|Room|Gate|Boeing|Airbus|"
    "Title|Volume|"
    "Part|Unit|Day|Week|Group"
)
_LABEL = re.compile(rf"(?:\b(?:{_LABELS.replace('.', '[.]')})\s|#)$")
_AGE = re.compile(r"[\s-]years?[\s-](?:old|of age)\b")
_MODIFIES = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "det", "poss"})


def unit_token(number: Token, sentence: Span) -> Token | None:
    """The noun that a number counts; None where it stands bare.

    "26 A1B2 heavy tanks" → tanks, "dozens of people" → people, "90-minute call" → minute, "541 of the victims" →
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


def counts_nothing(text: str, figure: Figure, unit: Token | None) -> bool:
    """Whether a number is a label ("No. 1", "Flight 370"), an age ("35 years old", "aged 35") or a year."""
    before = text[max(0, figure.core_start - 12) : figure.core_start]
    aged = _AGE.match(text, figure.core_end) or re.search(r"\baged\s+$", before)
    return bool(_LABEL.search(before) or aged) or _is_year(text, figure, unit)


def _is_year(text: str, figure: Figure, unit: Token | None) -> bool:
    """ "the 2008 declaration", "2014 and 2022 invasions", "2014"; not "2,014 soldiers", "some 2000 people"."""
    digits = text[figure.core_start : figure.core_end]
    if len(digits) != 4 or not digits.isdigit() or not 1800 <= figure.value <= 2100:
        return False
    if figure.comparator is not Comparator.EXACT:
        return False
    after = text[figure.core_end : figure.core_end + 12]
    joined = re.match(r"(?:\s*[-–,]\s*|\s+(?:and|or|to)\s+)(?:1[89]|20)\d\d\b", after)
    return unit is None or unit.tag_ in {"NN", "NNP", "NNPS"} or joined is not None


def kilometres(text: str, figure: Figure, word: str) -> tuple[Decimal, Decimal | None] | None:
    """Value and upper value in kilometres where the unit is a length, rounded to as many digits as the text gives:
    "52 miles" is 84 km, not 83.685888. None for other units."""
    attached = re.match(r"(?:km|ft|m)\b", text[figure.core_end : figure.core_end + 4])
    factor = lexicon.LENGTHS.get(attached[0] if attached else word)
    if factor is None:
        return None
    return _scaled(figure.value, factor), None if figure.value_max is None else _scaled(figure.value_max, factor)


def _scaled(value: Decimal, factor: str) -> Decimal:
    exact = value * Decimal(factor)
    if factor == "1" or not exact:
        return value
    digits = len(value.normalize().as_tuple().digits)
    return exact.quantize(Decimal(1).scaleb(exact.adjusted() - digits + 1), ROUND_HALF_UP)
