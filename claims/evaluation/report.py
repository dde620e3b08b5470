"""What an evaluation gives: one row of scores for each system, ours first, as frozen values."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

T = TypeVar("T")

Score = float | int | None
"""None where a system does not give what the score needs."""


class Track(Protocol):
    """Passes items through and shows how far it is; `total` is their number, `label` what is being done."""

    def __call__(self, items: Iterable[T], *, total: int, label: str) -> Iterable[T]: ...


def silent(items: Iterable[T], *, total: int, label: str) -> Iterable[T]:  # noqa: ARG001 - the form that Track asks for
    """A Track that shows nothing."""
    return items


@contextmanager
def tracked(track: Track, *, total: int, label: str) -> Iterator[Callable[[object], None]]:
    """A Track for work that reports each item by a call. The work need not report all of them."""
    steps = iter(track(range(total), total=total, label=label))

    def advance(_: object) -> None:
        next(steps, None)

    yield advance
    for _ in steps:
        pass


@dataclass(frozen=True, slots=True)
class Row:
    """The scores of one system, in the order in which they are shown."""

    system: str
    scores: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one evaluation. `items` counts what was judged, named by `unit` ("sentences"). `details` is
    further JSON-ready data; `notes` are sentences that a reader of the scores needs; `misses` describe single errors of
    ours."""

    task: str
    items: int
    unit: str
    rows: tuple[Row, ...]
    details: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """For programs."""
        return {
            "task": self.task,
            "items": self.items,
            "unit": self.unit,
            "systems": {row.system: dict(row.scores) for row in self.rows},
            "details": dict(self.details),
            "notes": list(self.notes),
            "misses": list(self.misses),
        }
