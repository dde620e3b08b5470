"""Turn a text into parsed paragraphs whose offsets still point into it, in linear time whatever comes.

The parser costs far more than all rules together, so every paragraph is parsed once, in batches. Paragraphs longer
than `LONGEST` characters are cut at a sentence end or a space: spaCy's memory grows with the length of one document. A
run of more than `LONGEST_RUN` characters without a space is no prose (a key, a table without blanks, a picture as
text): its characters are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extraction.types import Stretch

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

LONGEST = 4_000
LONGEST_RUN = 400
BATCH = 64
"""Paragraphs that are parsed together."""
LONGEST_DATELINE = 60
"""Characters of text that must follow a dateline ("KYIV, Ukraine (AP) - "), which is skipped: it is no part of a
sentence."""

_RUN = re.compile(rf"\S{{{LONGEST_RUN},}}")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|[\u2028\u2029\f\v]+")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+){0,3}(?:,\s+[A-Z][\w.]*(?: "
    r"[A-Z]\w*)?)?(?:,\s+[A-Z][a-z]+\.? \d{1,2})?\s*(?:\([A-Za-z ]{2,20}\)\s*)?(?:[-–—]+|:(?!\s[^.]{0,60}$))\s+"
    r"|[A-Z]\w+(?: [A-Z]\w+){0,2}(?:,\s+[A-Z]\w+)?\s*(?:\([A-Z][A-Za-z ]{1,20}\)\s*[-–—]+|\s[-–—])\s+)(?=[\"“A-Z])"
)
_HARD_WRAP = range(50, 101)
_CLOSERS = frozenset("\"'”’)]»")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One parsed paragraph: `text[offset : offset + len(doc.text)] == doc.text`. `index` counts within the stretch."""

    doc: Doc
    offset: int
    stretch: Stretch
    number: int
    index: int
    sentences: tuple[Span, ...]


def read(text: str, stretches: Sequence[Stretch], nlp: Language) -> Iterator[Paragraph]:
    """Parse every paragraph of every stretch, in text order; `number` is the stretch's place in the list."""
    for found in read_all([(text, stretches)], nlp):
        yield from found


def read_all(texts: Sequence[tuple[str, Sequence[Stretch]]], nlp: Language) -> Iterator[list[Paragraph]]:
    """The paragraphs of each text with its stretches, as `read` gives them. Many short texts share one batch of the
    parser, which is much faster so."""
    places = [
        [
            (number, index, start, end)
            for number, stretch in enumerate(stretches)
            for index, (start, end) in enumerate(paragraphs(text, stretch.start, stretch.end))
        ]
        for text, stretches in texts
    ]
    pieces = (text[start:end] for (text, _), found in zip(texts, places, strict=True) for _, _, start, end in found)
    docs = nlp.pipe(pieces, batch_size=BATCH)
    for (_, stretches), found in zip(texts, places, strict=True):
        yield [
            Paragraph(doc, start, stretches[number], number, index, tuple(sentences(doc)))
            for (number, index, start, _), doc in zip(found, docs, strict=False)
        ]


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the paragraphs in `text[start:end]`, trimmed of white space and never longer than `LONGEST`.

    A blank line parts paragraphs. A single line break does too ("Police: 180,000" below "Organisers: 540,000"), except
    where the text is hard-wrapped: a line of 50 to 100 characters that ends without a full stop goes on in the next.
    """
    for block_start, block_end in _between(_BLANK_LINE, text, start, end):
        first = line = block_start
        position = text.find("\n", first, block_end)
        while position != -1:
            if not _wrapped(text, line, position):
                yield from _pieces(text, first, position)
                first = position + 1
            line = position + 1
            position = text.find("\n", line, block_end)
        yield from _pieces(text, first, block_end)


def text_of(doc: Doc) -> str:
    """The text of a document, kept with it: spaCy joins `doc.text` from the tokens anew each time."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def words_of(span: Span) -> str:
    """The text of a span, cut out of its document's; spaCy joins `span.text` from the tokens anew each time."""
    return text_of(span.doc)[span.start_char : span.end_char]


def entities(span: Span) -> list[Span]:
    """The names that lie wholly within a span. spaCy makes all names of the document anew for each `span.ents`."""
    named: Sequence[Span] | None = span.doc.user_data.get("entities")
    if named is None:
        named = span.doc.user_data["entities"] = span.doc.ents
    return [entity for entity in named if span.start <= entity.start and entity.end <= span.end]


def sentences(doc: Doc) -> Iterator[Span]:
    """The parser's sentences, mended: one that opens with a small letter or a closing quotation mark goes on from the
    one before, unless that ended with a full stop; one of white space alone is dropped."""
    bounds: list[tuple[int, int]] = []
    for sentence in doc.sents:
        words = words_of(sentence)
        first = words.lstrip()[:1]
        if not first:
            continue
        if bounds and (first.islower() or first in ",;)" or words.strip() in _CLOSERS):
            before = doc[max(bounds[-1][0], bounds[-1][1] - 4) : bounds[-1][1]].text.rstrip().rstrip("\"'”’)")
            if not before.endswith((".", "!", "?")) or words.strip() in _CLOSERS:
                bounds[-1] = (bounds[-1][0], sentence.end)
                continue
        bounds.append((sentence.start, sentence.end))
    for start, end in bounds:
        written = [index for index in range(start, end) if not doc[index].is_space]
        if written:
            yield doc[written[0] : written[-1] + 1]


def _between(separator: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in separator.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _wrapped(text: str, start: int, end: int) -> bool:
    line = text[start:end].rstrip()
    return len(line) in _HARD_WRAP and line[-1] not in '.!?:;"”'


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for run_start, run_end in _between(_RUN, text, start, end):
        yield from _cut(text, run_start, run_end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        stops = [match.end() for match in _SENTENCE_END.finditer(window, LONGEST // 2)]
        cut = stops[-1] if stops else window.rfind(" ", LONGEST // 2) + 1 or LONGEST
        yield from _trimmed(text, start, start + cut)
        start += cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    dateline = _DATELINE.match(text, start, end)
    if dateline and end - dateline.end() > LONGEST_DATELINE:
        start = dateline.end()
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    if end > start:
        yield start, end
