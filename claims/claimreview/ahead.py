"""Reads reviews in a second process while the first one writes: of two cores, each has its part of an import.

A file of one chunk is read where it is asked for. No more than AHEAD chunks wait to be written, so memory stays flat.
"""

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import islice
from multiprocessing import get_context

from claims.claimreview.incoming import Incoming, RefusedError, incoming
from claims.claimreview.reading import Found

AHEAD = 2
"""Chunks that are read, or are being read, while one is written."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is taken where a row does not say it: see `incoming`."""

    today: date
    language: str = "und"
    publisher: str = ""
    month_first: bool | None = None

    def read(self, chunk: list[Found]) -> list["Row"]:
        """The number of each row with its review, or with the reason for which there is none."""
        return [(found.number, self._one(found)) for found in chunk]

    def _one(self, found: Found) -> Incoming | str:
        if found.review is None:
            return found.error
        try:
            return incoming(
                found.review,
                today=self.today,
                language=self.language,
                publisher=self.publisher,
                month_first=self.month_first,
            )
        except RefusedError as refusal:
            return str(refusal)


Row = tuple[int, Incoming | str]


def read_ahead(rows: Iterator[Found], reading: Reading, *, size: int) -> Generator[list[Row], None, None]:
    """The rows in their order, in chunks of `size`."""
    chunk, following = list(islice(rows, size)), list(islice(rows, size))
    if not following:
        yield from [reading.read(chunk)] if chunk else []
        return
    # Spawned, because a copy of this process would have its connections to the database too.
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as reader:
        coming: deque[Future[list[Row]]] = deque(reader.submit(reading.read, each) for each in (chunk, following))
        while coming:
            if len(coming) <= AHEAD and (chunk := list(islice(rows, size))):
                coming.append(reader.submit(reading.read, chunk))
            yield coming.popleft().result()
