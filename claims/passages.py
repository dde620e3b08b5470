"""Passages of a text, by their exact words: found again after the text was changed, or not at all. Pure.

A place is counted in characters (code points) of the text as a reader sees it. Words are never moved to others that
merely look alike: a passage is where it was, or where the same words now stand alone, or nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """`quote` at `start` in the text that is called `field`."""

    field: str
    quote: str
    start: int


class PassageError(ValueError):
    """The words are not there, or not just once; the message says so to a person."""


def find(text: str, quote: str, start: int) -> int | None:
    """Where `quote`, once at `start`, stands in `text` now; None where it is gone or stands in several other places."""
    if text.startswith(quote, start):
        return start
    first = text.find(quote)
    return first if first >= 0 and text.find(quote, first + 1) < 0 else None


def locate(texts: Mapping[str, str], quote: str, *, field: str = "", start: int | None = None) -> Passage:
    """The passage of `texts` that somebody has selected (`field` and `start` are known) or copied (they are not).

    A copy may differ in white space. Raises PassageError where the words are not there, or in more than one place.
    """
    if field in texts and start is not None and quote and texts[field].startswith(quote, start):
        return Passage(field, quote, start)
    words = quote.split()
    if not words:
        raise PassageError("Select the words that you mean, or copy them.")
    found = [(name, place) for name, text in texts.items() if field in ("", name) for place in _places(text, words)]
    if not found:
        raise PassageError("Those words do not stand here: copy them exactly.")
    if len(found) > 1:
        raise PassageError(f"Those words stand here {len(found)} times: copy a few more, so that it is clear which.")
    name, (begin, end) = found[0]
    return Passage(name, texts[name][begin:end], begin)


def _places(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where the words follow each other, whatever white space parts them."""
    squeezed: list[str] = []
    places: list[int] = []
    for position, character in enumerate(text):
        blank = character.isspace()
        if not (blank and squeezed and squeezed[-1] == " "):
            squeezed.append(" " if blank else character)
            places.append(position)
    line, wanted = "".join(squeezed), " ".join(words)
    found, begin = [], line.find(wanted)
    while begin >= 0:
        found.append((places[begin], places[begin + len(wanted) - 1] + 1))
        begin = line.find(wanted, begin + 1)
    return found
