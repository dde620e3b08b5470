"""All quantities of a text: each number with its comparator and its unit, as the claims are measured by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.extraction.bodies import symbol_spans
from claims.extraction.counted import is_year, measured_in, unit_token
from claims.extraction.dates import find_dates
from claims.extraction.figure_types import Figure
from claims.extraction.figures import figures
from claims.extraction.reading import read, text_of
from claims.extraction.times import find_times
from claims.extraction.types import Stretch
from claims.vocabulary import Comparator

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span, Token

_LENGTH_OF_TIME = re.compile(
    r"\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]"
    r"(?:second|minute|hour|day|week|month|year|decade)s?\b",
    re.IGNORECASE,
)
_NOT_ONE = frozenset({"no", "the", "this", "that", "which", "every", "each", "any", "another", "some"})
"""Before "one", which then counts nothing: "no one", "the one thing"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity at `text[start:end]`, its comparator and unit of measurement included.

    `unit` is the name of a unit ("kilometre per hour", "percent", "year of age"), an ISO 4217 code ("USD", "USD per
    barrel"), the lemma of the noun that is counted ("tank"), or empty. `value_max` is the upper end of a range. A
    `share` ("two-thirds of them") is between 0 and 1. `multiple_of` is set for vague plurals: "dozens" has the value
    24 (at least) and is a multiple of 12.
    """

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    comparator: Comparator
    unit: str
    share: bool = False
    multiple_of: Decimal | None = None


def find_quantities(text: str, *, nlp: Language) -> list[Quantity]:
    """The quantities of `text`, in order, without overlaps; `nlp` is the pipeline of `load_nlp`.

    Leaves alone years and dates, clock times, ordinals, scores, telephone numbers, document symbols and numbers that
    only name something ("Flight 370"); reads "three years ago" as three years. Never raises on what the text contains,
    and takes time linear in it.
    """
    found: list[Quantity] = []
    for paragraph in read(text, [Stretch(0, len(text))], nlp):
        loose = figures(text_of(paragraph.doc), list(no_quantities(text_of(paragraph.doc))))
        for sentence in paragraph.sentences:
            own = [figure for figure in loose if sentence.start_char <= figure.start < sentence.end_char]
            found += (_quantity(figure, noun, paragraph.offset) for figure, noun in _counting(sentence, own))
    return found


def no_quantities(text: str) -> Iterator[tuple[int, int]]:
    """Dates, times and symbols; not "three years ago", which tells how long as well as when."""
    yield from symbol_spans(text)
    for time in find_times(text):
        yield time.start, time.end
    for mention in find_dates(text, None, lambda _: False):
        if not _LENGTH_OF_TIME.search(text, mention.start, mention.end):
            yield mention.start, mention.end


def _counting(sentence: Span, found: list[Figure]) -> Iterator[tuple[Figure, Token | None]]:
    wholes = [figure.whole for figure in found if figure.whole]
    for figure in sorted([*found, *wholes], key=lambda figure: figure.start):
        tokens = sentence.doc.char_span(figure.core_start, figure.core_end, alignment_mode="expand")
        noun = unit_token(tokens[-1], sentence) if tokens else None
        if not tokens or is_year(text_of(sentence.doc), figure, noun):
            continue
        if tokens.text.casefold() == "one" and not figure.unit and (noun is None or not _counts_one(tokens, noun)):
            continue
        yield figure, noun


def _counts_one(one: Span, noun: Token) -> bool:
    """ "one dealer said", "one more test"; not "one of them", "no one", "the one thing"."""
    before = one.doc[one.start - 1].lower_ if one.start else ""
    return before not in _NOT_ONE and one.doc[one.end].lower_ not in {"of", "another", "day"} and noun.i - one.end <= 3


def _quantity(figure: Figure, noun: Token | None, offset: int) -> Quantity:
    return Quantity(
        start=figure.start + offset,
        end=figure.end + offset,
        value=figure.value,
        value_max=figure.value_max,
        comparator=figure.comparator,
        unit=measured_in(figure, noun) or _lemma(noun),
        share=figure.share,
        multiple_of=figure.multiple_of,
    )


def _lemma(noun: Token | None) -> str:
    """The counted noun in the singular; the parser leaves names as they are ("Palestinians")."""
    if noun is None:
        return ""
    lemma = noun.lemma_.casefold()
    return lemma.removesuffix("s") if noun.tag_ == "NNPS" else lemma
