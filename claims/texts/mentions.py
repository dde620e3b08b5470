"""Names in a comment: `@ida` tells Ida.

A username may hold dots, dashes and more (Django's rule), and a sentence may end right after it, so each mention is
tried with the marks at its end and without them. What follows a letter is an e-mail address and mentions nobody.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

P = TypeVar("P")
MENTION = re.compile(r"(?<![\w.@+-])@([\w.@+-]+)")
MARKS = ".@+-"


@dataclass(frozen=True, slots=True)
class Piece(Generic[P]):
    """Some of a comment's words; `person` is who they name, if they name somebody."""

    text: str
    person: P | None = None


def names(text: str) -> list[str]:
    """What `text` may mention, in reading order: for "@ida." both "ida." and "ida"."""
    return [name for mention in MENTION.finditer(text) for name in _readings(mention[1])]


def named(text: str, people: Mapping[str, P]) -> tuple[dict[str, P], list[str]]:
    """Whom `text` mentions, by name, and the names that nobody has. `people` is by username."""
    found: dict[str, P] = {}
    unknown: list[str] = []
    for mention in MENTION.finditer(text):
        name, person = _whose(mention[1], people)
        if person is None:
            unknown.append(mention[1].rstrip(MARKS))
        else:
            found[name] = person
    return found, [name for name in unknown if name]


def pieces(text: str, people: Mapping[str, P]) -> Iterator[Piece[P]]:
    """`text` cut where it mentions somebody; joined, the pieces are `text` again."""
    at = 0
    for mention in MENTION.finditer(text):
        name, person = _whose(mention[1], people)
        if person is None:
            continue
        if mention.start() > at:
            yield Piece(text[at : mention.start()])
        at = mention.start(1) + len(name)
        yield Piece(text[mention.start() : at], person)
    if at < len(text):
        yield Piece(text[at:])


def _whose(mentioned: str, people: Mapping[str, P]) -> tuple[str, P | None]:
    """The longest reading that is somebody's name: as it is written, or else whatever its capitals."""
    folded = {name.lower(): person for name, person in people.items()}
    for name in _readings(mentioned):
        person = people.get(name) or folded.get(name.lower())
        if person is not None:
            return name, person
    return "", None


def _readings(mentioned: str) -> Iterable[str]:
    while mentioned:
        yield mentioned
        if mentioned[-1] not in MARKS:
            return
        mentioned = mentioned[:-1]
