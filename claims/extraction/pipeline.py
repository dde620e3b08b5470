"""The one public function of extraction: a text in, its sentences and claims out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from claims.extraction.claims import VERSION, Reader
from claims.extraction.reading import read
from claims.extraction.speakers import Cast
from claims.extraction.types import Extraction, Stretch

if TYPE_CHECKING:
    from spacy.language import Language

METHOD = f"extraction/{VERSION}"
"""Changes whenever the same text may give other claims: what was extracted by another method is worth extracting
again."""


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

    `spans` are the stretches to read, in order and without overlaps (None: all of it); each is read on its own, and a
    `Stretch` brings its own day and author. `published_on` resolves relative dates elsewhere; `author` is the name
    under which the whole text speaks in the first person (empty for an outlet's own voice). `nlp` is the English
    pipeline of `load_nlp`. A text in another language (BCP 47) gives an empty Extraction: the rules read English only.

    Raises ValueError for a span outside the text. Never raises on what the text contains, and takes time linear in it.
    """
    if language and not language.casefold().startswith("en"):
        return Extraction((), ())
    stretches = [
        _stretch(span, len(text), published_on, author) for span in (spans if spans is not None else [(0, len(text))])
    ]
    paragraphs = list(read(text, stretches, nlp))
    cast = Cast()
    for paragraph in paragraphs:
        cast.add(paragraph.doc)
    reader = Reader(cast)
    for paragraph in paragraphs:
        reader.read(paragraph)
    return Extraction(tuple(reader.sentences), tuple(reader.claims))


def _stretch(span: tuple[int, int] | Stretch, length: int, published_on: date | None, author: str) -> Stretch:
    stretch = span if isinstance(span, Stretch) else Stretch(span[0], span[1], published_on, author)
    if not 0 <= stretch.start <= stretch.end <= length:
        raise ValueError(f"The span {stretch.start}–{stretch.end} is not within the text of {length} characters.")
    return stretch
