"""Sentences of a thread that repeat what stood earlier in it: quoted without a mark, as copied threads often are."""

import re
from collections.abc import Iterator
from dataclasses import replace

from articles.parsing.lines import BLANK
from articles.parsing.types import Passage, PassageKind

_SENTENCE_BREAK = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s+|\n+")
_QUOTES = str.maketrans("“”„‘’", '"""\'\'')
_MIN_REPEATED = 40  # characters: a shorter run that recurs may be chance


class Memory:
    """The sentences of a thread so far, each with the passage it first stood in."""

    def __init__(self, source: str):
        self._source = source
        self._said: dict[str, Passage] = {}

    def add(self, passage: Passage) -> None:
        """Remember the sentences of a passage that somebody wrote or quoted."""
        if passage.kind in {PassageKind.BODY, PassageKind.POST, PassageKind.QUOTED}:
            for sentence, _, _ in self._sentences(passage):
                self._said.setdefault(sentence, passage)

    def cut(self, passage: Passage) -> Iterator[Passage]:
        """A post's passage with the runs of sentences already known cut out as QUOTED, from their first author.

        Any other passage comes back as it is.
        """
        if passage.kind is not PassageKind.POST:
            yield passage
            return
        own_start = passage.start
        for origin, start, end in self._known_runs(passage):
            yield from self._trimmed(passage, own_start, start)
            yield replace(origin, kind=PassageKind.QUOTED, start=start, end=end)
            own_start = end
        yield from self._trimmed(passage, own_start, passage.end)

    def _known_runs(self, passage: Passage) -> Iterator[tuple[Passage, int, int]]:
        run: tuple[Passage, int, int] | None = None
        for sentence, start, end in self._sentences(passage):
            origin = self._said.get(sentence)
            if origin:
                run = (run[0], run[1], end) if run else (origin, start, end)
                continue
            if run and run[2] - run[1] >= _MIN_REPEATED:
                yield run
            run = None
        if run and run[2] - run[1] >= _MIN_REPEATED:
            yield run

    def _sentences(self, passage: Passage) -> Iterator[tuple[str, int, int]]:
        """Each sentence of a passage, folded for comparison, with its place in the source."""
        position = passage.start
        text = self._source[passage.start : passage.end]
        for stop in [*(match.end() for match in _SENTENCE_BREAK.finditer(text)), len(text)]:
            for part in self._trimmed(passage, position, passage.start + stop):
                sentence = self._source[part.start : part.end]
                yield " ".join(sentence.split()).casefold().translate(_QUOTES), part.start, part.end
            position = passage.start + stop

    def _trimmed(self, passage: Passage, start: int, end: int) -> Iterator[Passage]:
        """The passage from `start` to `end` without white space around it, if anything is left."""
        text = self._source[start:end]
        if text.strip(BLANK):
            yield replace(passage, start=end - len(text.lstrip(BLANK)), end=start + len(text.rstrip(BLANK)))
