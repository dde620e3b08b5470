"""The way into extraction: texts in, their sentences and claims out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claims.extraction.claims import VERSION, Reader
from claims.extraction.reading import read_all
from claims.extraction.speakers import Cast
from claims.extraction.types import Extraction, Stretch

if TYPE_CHECKING:
    from spacy.language import Language

METHOD = f"extraction/{VERSION}"
"""Changes whenever the same text may give other claims: what was extracted by another method is worth extracting
again."""


@dataclass(frozen=True, slots=True)
class Request:
    """One text to read, with what is known of it.

    `spans` are the stretches to read, in order and without overlaps (None: all of it); each is read on its own, and a
    `Stretch` brings its own day and author. `published_on` resolves relative dates elsewhere; `author` is the name
    under which the whole text speaks in the first person (empty for an outlet's own voice). A text in another language
    than English (BCP 47) gives an empty Extraction: the rules read English only.
    """

    text: str
    spans: Sequence[tuple[int, int] | Stretch] | None = None
    published_on: date | None = None
    language: str = "en"
    author: str = ""


def extract(
    text: str,
    *,
    spans: Sequence[tuple[int, int] | Stretch] | None = None,
    published_on: date | None = None,
    language: str = "en",
    author: str = "",
    nlp: Language,
) -> Extraction:
    """Sentences and claims of `text`, each anchored to its exact words: `text[start:end] == quote`.

    `nlp` is the English pipeline of `load_nlp`; for the rest see `Request`. Raises ValueError for a span outside the
    text. Never raises on what the text contains, and takes time linear in it.
    """
    return next(extract_all([Request(text, spans, published_on, language, author)], nlp=nlp))


def extract_all(requests: Sequence[Request], *, nlp: Language) -> Iterator[Extraction]:
    """What `extract` gives for each text, in order. The texts are parsed together, which is much faster than one by
    one."""
    texts = [(request.text, _stretches(request)) for request in requests]
    for paragraphs in read_all(texts, nlp):
        cast = Cast()
        for paragraph in paragraphs:
            cast.add(paragraph.doc)
        reader = Reader(cast)
        for paragraph in paragraphs:
            reader.read(paragraph)
        yield Extraction(tuple(reader.sentences), tuple(reader.claims))


def _stretches(request: Request) -> list[Stretch]:
    if request.language and not request.language.casefold().startswith("en"):
        return []
    spans = request.spans if request.spans is not None else [(0, len(request.text))]
    return [_stretch(span, len(request.text), request.published_on, request.author) for span in spans]


def _stretch(span: tuple[int, int] | Stretch, length: int, published_on: date | None, author: str) -> Stretch:
    stretch = span if isinstance(span, Stretch) else Stretch(span[0], span[1], published_on, author)
    if not 0 <= stretch.start <= stretch.end <= length:
        raise ValueError(f"The span {stretch.start}–{stretch.end} is not within the text of {length} characters.")
    return stretch
