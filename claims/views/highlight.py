"""A captured text cut into paragraphs and runs, so that a template can mark the claims in it.

Claims may overlap. The text is therefore cut wherever one begins or ends; each run links to the shortest claim that
covers it, and where a claim ends its number follows, so that a longer claim around it can be reached as well.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from articles.parsing.types import Passage, PassageKind

PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim's place in the text, in characters, with its number on the page and where it leads."""

    number: int
    start: int
    end: int
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Text under the same marks throughout. `mark` is the shortest of them; `ending` are those that end with it."""

    text: str
    mark: Mark | None
    overlaps: bool
    ending: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A passage to show: its kind, its own author, date and origin where it has them, and its paragraphs of runs."""

    kind: str
    author: str
    published_on: date | None
    title: str
    site: str
    paragraphs: tuple[tuple[Run, ...], ...]


def blocks_of(text: str, passages: Iterable[Passage], marks: Sequence[Mark], *, title: str = "") -> list[Block]:
    """What a reader sees of `text`: boilerplate is left out, and so is a passage that only repeats `title`."""
    blocks = []
    for passage in _whole(text, passages):
        words = text[passage.start : passage.end].strip()
        if passage.kind == PassageKind.BOILERPLATE or not words:
            continue
        if passage.kind == PassageKind.TITLE and words == title.strip():
            continue
        paragraphs = tuple(
            tuple(_runs(text, start, end, marks)) for start, end in _paragraphs(text, passage.start, passage.end)
        )
        blocks.append(
            Block(passage.kind, passage.author, passage.published_on, passage.title, passage.site, paragraphs)
        )
    return blocks


def readable(text: str, passages: Iterable[Passage]) -> str:
    """`text` without its boilerplate."""
    kept = (passage for passage in _whole(text, passages) if passage.kind != PassageKind.BOILERPLATE)
    return "".join(text[passage.start : passage.end] for passage in kept)


def _whole(text: str, passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, and between them as body what no passage covers, since parsing marks whatever is not body."""
    at = 0
    for passage in sorted(passages, key=lambda passage: passage.start):
        if passage.start > at:
            yield Passage(PassageKind.BODY, at, passage.start)
        yield passage
        at = passage.end
    if at < len(text):
        yield Passage(PassageKind.BODY, at, len(text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in PARAGRAPH_BREAK.finditer(text, start, end):
        if text[at : found.start()].strip():
            yield at, found.start()
        at = found.end()
    if text[at:end].strip():
        yield at, end


def _runs(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Run]:
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(place for mark in here for place in (mark.start, mark.end) if start < place < end)})
    for first, last in pairwise(cuts):
        over = sorted(
            (mark for mark in here if mark.start <= first and mark.end >= last), key=lambda mark: mark.end - mark.start
        )
        yield Run(
            text=text[first:last],
            mark=over[0] if over else None,
            overlaps=len(over) > 1,
            ending=tuple(mark for mark in over if mark.end == last),
        )
