"""All dates of a whole text, resolved: what reports when, without the claims."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from claims.extraction.date_types import DateMention
from claims.extraction.dates import find_dates
from claims.extraction.reading import read, text_of
from claims.extraction.tense import looks_ahead
from claims.extraction.types import Stretch

if TYPE_CHECKING:
    from spacy.language import Language


def dates_in(text: str, *, published_on: date | None, nlp: Language) -> list[DateMention]:
    """All date expressions of `text` in order, each with its TIMEX3 value, precision and offsets into `text`.

    `published_on` is the day that relative dates are told from; without it they are marked but not resolved. Never
    raises on what the text contains; takes time linear in it, nearly all of it for spaCy's parse.
    """
    paragraphs = list(read(text, [Stretch(0, len(text), published_on)], nlp))
    starts = [paragraph.offset for paragraph in paragraphs]

    def is_future(position: int) -> bool:
        number = bisect_right(starts, position) - 1
        if number < 0:
            return False
        paragraph = paragraphs[number]
        inside = position - paragraph.offset
        return inside < len(text_of(paragraph.doc)) and looks_ahead(paragraph.doc, inside)

    return find_dates(text, published_on, is_future)
