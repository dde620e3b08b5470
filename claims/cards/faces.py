"""Letters: the one typeface, and words broken into lines that fit.

Source Sans 3 has Latin, Greek and Cyrillic letters. What else there is it would draw as boxes, so whoever draws asks
first (`can_write`) and says something else instead.
"""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

FILE = Path(__file__).parent / "fonts" / "SourceSans3.ttf"
REGULAR, SEMIBOLD, BOLD = 400, 600, 700
MISSING = "\uffff"  # no character, so no typeface has it
ELLIPSIS = "…"
MOST = 300  # letters of any text: more never fit on a card


@cache
def face(size: int, weight: int = REGULAR) -> ImageFont.FreeTypeFont:
    """The typeface at `size` pixels."""
    font = ImageFont.truetype(str(FILE), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def can_write(text: str) -> bool:
    """Whether every letter of `text` has a shape here, and is written from left to right."""
    return all(_has(character) for character in text)


@lru_cache(maxsize=4096)
def _has(character: str) -> bool:
    if unicodedata.bidirectional(character) in {"R", "AL"} or unicodedata.category(character) in {"Cc", "Cs", "Co"}:
        return False
    return character.isspace() or _shape(character) != _shape(MISSING)


@lru_cache(maxsize=4096)
def _shape(character: str) -> tuple[tuple[int, int], bytes]:
    mask = face(32).getmask(character)
    return mask.size, bytes(mask)


@dataclass(frozen=True, slots=True)
class Lines:
    """Words set in `size`, at most `width` pixels wide."""

    lines: tuple[str, ...]
    size: int
    weight: int

    @property
    def leading(self) -> int:
        """From one line to the next, in pixels."""
        return round(self.size * 1.16)

    @property
    def height(self) -> int:
        return self.leading * len(self.lines)


def fit(text: str, *, width: int, lines: int, sizes: tuple[int, ...], weight: int = REGULAR) -> Lines:
    """`text` in the largest of `sizes` in which it fits, or shortened in the last."""
    words = unicodedata.normalize("NFC", " ".join(text.split()))
    words = words if len(words) <= MOST else words[:MOST] + ELLIPSIS
    for size in sizes:
        broken = _broken(words, width=width, size=size, weight=weight, most=lines + 1)
        whole = size == sizes[-1] or all(length(word, size, weight) <= width for word in words.split(" "))
        if whole and len(broken) <= lines:
            return Lines(tuple(broken), size, weight)
    return Lines(tuple(_shortened(broken[:lines], width=width, size=size, weight=weight)), size, weight)


@lru_cache(maxsize=4096)
def length(words: str, size: int, weight: int = REGULAR) -> float:
    """How wide `words` are, in pixels. Kept, since measuring is most of the work and words come again."""
    return face(size, weight).getlength(words)


def _broken(text: str, *, width: int, size: int, weight: int, most: int) -> list[str]:
    """`text` in lines, of which it makes no more than `most`. A word that is wider than a line is cut."""
    lines, taken, space = [""], 0.0, length(" ", size, weight)
    for word in text.split(" "):
        wide = length(word, size, weight)
        if lines[-1] and taken + space + wide <= width:
            lines[-1], taken = f"{lines[-1]} {word}", taken + space + wide
            continue
        if lines[-1]:
            lines.append("")
        while wide > width and len(lines) <= most:
            cut = _longest(word, width=width, size=size, weight=weight)
            lines[-1:] = [word[:cut], ""]
            word = word[cut:]  # noqa: PLW2901 - the rest of it
            wide = length(word, size, weight)
        lines[-1], taken = word, wide
        if len(lines) > most:
            break
    return lines[:most]


def _shortened(lines: list[str], *, width: int, size: int, weight: int) -> list[str]:
    """`lines` with an ellipsis for what comes after them."""
    last = lines[-1]
    while last and length(last + ELLIPSIS, size, weight) > width:
        head, _, _ = last.rpartition(" ")
        last = head or last[:-1]
    return [*lines[:-1], last.rstrip(" ,;:–—-.…") + ELLIPSIS]


def _longest(word: str, *, width: int, size: int, weight: int) -> int:
    """How many letters of `word` fit, at least one."""
    font, cuts = face(size, weight), range(1, min(len(word), 120) + 1)
    return max(1, bisect_left(cuts, True, key=lambda cut: font.getlength(word[:cut]) > width))
