"""Find the words that somebody gave in a text: where they say, else where the words stand once, else what is close.

Words are never moved in silence: `Found.how` says by which of these they were found, and where nothing is certain
`NotFoundError` says why. All offsets are characters (code points); a browser counts UTF-16 units, see `code_points`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

CLOSE = 0.75
"""Share of the words that has to agree for a stretch to count as close (0 to 1)."""
CLEAR = 0.1
"""How much closer the closest has to be than the next."""
SHORTEST = 4
"""Words below which nothing is called close: one word in three is another statement."""
_TRIED = 8
_DRIFT = 4
_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")


class How(StrEnum):
    """By what words were found."""

    POSITION = "position"  # they stand exactly where they were said to stand
    WORDS = "words"  # they stand in the text once, or once in these surroundings; white space may differ
    CLOSE = "close"  # other words stand there, nearly the same


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text: `text[start:end]`."""

    start: int
    end: int
    how: How


class NotFoundError(ValueError):
    """The words cannot be placed; the message says why and what to do, in a sentence for people."""


def code_points(text: str, units: int) -> int:
    """The offset in characters of what stands `units` UTF-16 units into `text`, as browsers count.

    An offset inside a pair counts as the place before it; one beyond the end as the end.
    """
    left = max(units, 0)
    for place, character in enumerate(text):
        left -= 2 if ord(character) > 0xFFFF else 1
        if left < 0:
            return place
    return len(text)


def find(text: str, words: str, *, start: int | None = None, before: str = "", after: str = "") -> Found:
    """Where `words` stand in `text`. `start` is where they are said to stand, `before` and `after` what surrounds them.

    White space at the ends of `words` is left out. Raises NotFoundError where they stand nowhere, or in several places
    that nothing tells apart. Takes time linear in the text.
    """
    wanted = words.strip()
    if not wanted:
        raise NotFoundError("Give the words as they stand in the text.")
    places = [(match.start(), match.end()) for match in _pattern(wanted).finditer(text)]
    if start is not None:
        lead = len(words) - len(words.lstrip())
        here = [place for place in places if place[0] in (start, start + lead)]
        if here:
            return Found(*here[0], How.POSITION)
    if len(places) > 1 and (before.strip() or after.strip()):
        places = [place for place in places if _surrounded(text, place, before, after)] or places
    if len(places) == 1:
        return Found(*places[0], How.WORDS)
    if places:
        raise NotFoundError(
            f"These words stand in the text {len(places)} times. Select them in the text, or give more of the sentence."
        )
    return _closest(text, wanted)


def _pattern(words: str) -> re.Pattern[str]:
    """The words with any white space between them: line ends change on their way through a form."""
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()))


def _surrounded(text: str, place: tuple[int, int], before: str, after: str) -> bool:
    lead, rest = before.split(), after.split()
    ends = text[max(0, place[0] - 4 * len(before) - 20) : place[0]].split()[-len(lead) :] if lead else []
    opens = text[place[1] : place[1] + 4 * len(after) + 20].split()[: len(rest)] if rest else []
    return [*ends, *opens] == [*lead, *rest]


def _closest(text: str, words: str) -> Found:
    """The one stretch whose words nearly are `words`. Every word that both have votes for where the stretch begins, and
    only the stretches with most votes are compared."""
    wanted = [match.group().casefold() for match in _WORD.finditer(words)]
    spans = [match.span() for match in _WORD.finditer(text)]
    there = [text[start:end].casefold() for start, end in spans]
    missing = NotFoundError("These words do not stand in the text. Copy them from it exactly, or select them there.")
    if len(wanted) < SHORTEST:
        raise missing
    compared = sorted((_compared(there, wanted, place) for place in _beginnings(there, wanted)), reverse=True)
    if not compared or compared[0][0] < CLOSE:
        raise missing
    score, first, last = compared[0]
    others = [other for other, start, end in compared[1:] if start > last or end < first]
    if others and others[0] > score - CLEAR:
        raise NotFoundError("Several places in the text are close to these words. Select the one that is meant.")
    return Found(spans[first][0], spans[last][1], How.CLOSE)


def _beginnings(there: Sequence[str], wanted: Sequence[str]) -> list[int]:
    offsets: dict[str, list[int]] = {}
    for offset, word in enumerate(wanted):
        offsets.setdefault(word, []).append(offset)
    rare = {word for word, number in Counter(there).items() if word in offsets and number <= 200}
    votes = Counter(
        (place - offset) // _DRIFT
        for place, word in enumerate(there)
        if word in rare
        for offset in offsets[word][:_TRIED]
    )
    return [max(0, place * _DRIFT) for place, _ in votes.most_common(_TRIED)]


def _compared(there: Sequence[str], wanted: Sequence[str], place: int) -> tuple[float, int, int]:
    """How alike the words from about `place` on are to those wanted, and the first and last of them that agree."""
    low = max(0, place - _DRIFT)
    window = there[low : place + len(wanted) + 2 * _DRIFT]
    blocks = [
        block for block in SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks() if block.size
    ]
    if not blocks:
        return 0.0, place, place
    # What stands before the first or after the last word that agrees belongs to it as far as the words wanted do.
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(window), blocks[-1].b + len(wanted) - blocks[-1].a) - 1
    agreeing = sum(block.size for block in blocks)
    return 2 * agreeing / (len(wanted) + last - first + 1), low + first, low + last
