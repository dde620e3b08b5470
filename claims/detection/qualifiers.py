"""How the words around a figure qualify it: replaced by another, a part of another, or not yet the last word."""

import re
from dataclasses import replace

from claims.detection.types import Figure
from claims.detection.voices import voice

_REPLACED_BEFORE = re.compile(
    r"\b(?:until then|at first|initially|originally|earlier|previously|"
    r"first (?:put|reported|given|estimated|thought|figures?|counts?|estimates?|reports?)|"
    r"to begin with|from|instead of|down from|up from)\b"
    r"(?:\s+[\w'’]+){0,6}\s*$",
    re.IGNORECASE,
)
_REPLACED_AFTER = re.compile(
    r"^[^.;:]{0,24}\b(?:to begin with|at first|initially|originally|had been reported)\b", re.IGNORECASE
)
_PROVISIONAL = re.compile(
    r"\b(?:so far|as yet|up to now|until now|feared|at this stage|preliminary|provisional|initial|"
    r"no (?:immediate )?reports? of|not yet|expected to (?:rise|grow|climb|increase))\b",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"^(?:\s\w+){0,2}\s?of (?:them|those|whom|these|the (?:victims|dead|killed|injured|total))\b", re.IGNORECASE
)
_PART_BEFORE = re.compile(
    r"\b(?:including|of whom|among them|of them|in one|alone),?(?:\s+[\w'’]+){0,3}\s*$|"
    r"(?<!number )(?<!count )(?<!toll )\bof the (?:dead|killed|victims|injured|missing|total),?(?:\s+[\w'’]+){0,3}\s*$",
    re.IGNORECASE,
)


def qualified(figure: Figure, words: str, start: int) -> Figure:
    """The figure, which stands at `start` in `words`, with what the words around it say of it."""
    end = start + len(figure.quote)
    return replace(
        figure,
        superseded=figure.superseded or replaced(words, start, end),
        partial=partial(words, start, end),
        provisional=provisional(words, start, end),
        voice=voice(words, start, end),
    )


def replaced(words: str, start: int, end: int) -> bool:
    """Whether the words around a figure at `words[start:end]` say that another has taken its place: "had first been
    put at 900", "was cut from about 500 to 300". Leaves alone "people from 12 towns"."""
    before, after = words[max(0, start - 60) : start], words[end : end + 60]
    found = _REPLACED_BEFORE.search(before)
    if found and found[0].casefold().startswith(("from", "down from", "up from")):
        return bool(re.match(r"[^.;]{0,30}\bto\s+\W?\d", after))
    return bool(found or _REPLACED_AFTER.match(after))


def partial(words: str, start: int, end: int) -> bool:
    """Whether the words say that the figure is a part of another: "eight of them", "120 of the victims", "including
    300"."""
    before, after = words[max(0, start - 40) : start], words[end : end + 40]
    return bool(_PART_AFTER.match(after) or _PART_BEFORE.search(before))


def provisional(words: str, start: int, end: int) -> bool:
    """Whether the words say that the figure may still grow: "12 dead so far", "feared dead", "a preliminary count".
    Leaves alone "12 were killed in all"."""
    return bool(_PROVISIONAL.search(words[max(0, start - 60) : end + 60]))
