"""Figures of nought: "nobody died", "no reports of deaths", "neither deaths nor injuries", "no one is missing"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.extraction.reading import text_of
from claims.extraction.types import ExtractedMeasurement

if TYPE_CHECKING:
    from spacy.tokens import Span

_NONE_OF = (
    r"deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|injur(?:y|ies)|victims|dead|wounded|injured|loss(?:es)? of life|lives"
)
_FATES = r"killed|died|dead|injured|hurt|harmed|wounded|missing|unaccounted for|lost|arrested|detained"
_NOBODY = re.compile(
    rf"\b(?:(?:nobody|no one|no-one|none of (?:the|those|them)(?: \w+)?(?: aboard| on board)?)"
    rf"(?P<verb>(?:\s+else)?\s+(?:(?:was|were|is|are|had|has|have|been|being|seriously|badly|reported|still)\s+){{0,4}}"
    rf"(?:{_FATES}))"
    rf"|(?:no|without|neither)(?: reports? of| known| reported| confirmed| any| further){{0,3}} (?P<what>{_NONE_OF}))\b"
    rf"(?:\s+(?:or|nor|and)\s+(?P<more>{_NONE_OF})\b)?(?P<after>\s+(?:was|were|been)\s+lost)?",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"further|else", re.IGNORECASE)
_MEASURES = (
    ("missing", re.compile(r"missing|unaccounted", re.IGNORECASE)),
    ("detained", re.compile(r"arrest|detain", re.IGNORECASE)),
    ("injured", re.compile(r"injur|hurt|wound|harm", re.IGNORECASE)),
)


def nobody(sentence: Span) -> list[ExtractedMeasurement]:
    """ "nobody died", "no fatalities", "no reports of deaths" are a figure of nought; "no one said", "no further
    deaths" and "no lives" alone are not."""
    result = []
    for match in _NOBODY.finditer(text_of(sentence.doc), sentence.start_char, sentence.end_char):
        if _FURTHER.search(match[0]) or ((match["what"] or "").casefold() == "lives" and not match["after"]):
            continue
        told = match["verb"] or match["what"]
        end = match.end() if match["verb"] or not match["more"] else match.end("what")
        result.append(_nought(_measure(told, match[0]), match[0][: end - match.start()], match.start()))
        if match["more"] and match["what"]:
            result.append(_nought(_measure(match["more"], match[0]), match["more"], match.start("more")))
    return result


def _measure(word: str, phrase: str) -> str:
    known = next((measure for measure, pattern in _MEASURES if pattern.search(word)), "")
    both = "casualt" in word.casefold() and "report" not in phrase.casefold()
    return known or ("casualties" if both else "killed")


def _nought(measure: str, quote: str, start: int) -> ExtractedMeasurement:
    return ExtractedMeasurement(measure, quote, start, start + len(quote), Decimal(0), unit="person")
