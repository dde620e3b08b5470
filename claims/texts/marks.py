"""A text cut into runs, so that a page can mark stretches of it that may overlap. The runs joined are the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to mark, in characters, and by what `key` the page knows it."""

    key: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Text under the same marks throughout: their keys, the shortest stretch first, and those that begin and end
    here."""

    text: str
    keys: tuple[int, ...]
    starting: tuple[int, ...]
    ending: tuple[int, ...]


def runs_of(text: str, marks: Sequence[Mark]) -> Iterator[Run]:
    """The runs of `text`, in order. Marks outside the text are cut to it."""
    cuts = sorted({0, len(text), *(min(place, len(text)) for mark in marks for place in (mark.start, mark.end))})
    waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    over: list[Mark] = []
    for start, end in pairwise(cuts):
        begun: list[Mark] = []
        while waiting and waiting[-1].start <= start:
            begun.append(waiting.pop())
        over = sorted(
            (mark for mark in [*over, *begun] if mark.end > start), key=lambda mark: (mark.end - mark.start, mark.key)
        )
        yield Run(
            text=text[start:end],
            keys=tuple(mark.key for mark in over),
            starting=tuple(mark.key for mark in begun if mark.end > start),
            ending=tuple(mark.key for mark in over if mark.end <= end or end == len(text)),
        )
