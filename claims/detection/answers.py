"""Sort reports of one quantity into answers.

Agreement is not transitive: "more than 80" goes with 89 and with 93, which do not go together. So answers are made from
the firmest figures first, and a loose figure joins an answer only when it fits that one and no other; what fits several
answers takes no side.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Answer(Generic[T]):
    """One answer: the item that defines it, and all that give it."""

    lead: T
    items: list[T] = field(default_factory=list)


def sort_out(items: Iterable[T], *, firmness: Callable[[T], object], agree: Callable[[T, T], bool]) -> list[Answer[T]]:
    """The answers that `items` give, firmest lead first. `firmness` is a sort key, smallest first, without ties."""
    answers: list[Answer[T]] = []
    for item in sorted(items, key=firmness):  # type: ignore[arg-type]  # a key of mixed tuples that compare
        fitting = [answer for answer in answers if agree(answer.lead, item)]
        if not fitting:
            answers.append(Answer(item, [item]))
        elif len(fitting) == 1:
            fitting[0].items.append(item)
    return answers
