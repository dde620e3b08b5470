"""What changed between two versions of a text: sentence by sentence, and within changed sentences word by word.

Sentences are compared first and words only where sentences differ, so that a long text with few changes takes time
linear in its length. Nothing is left out: the earlier runs joined are the earlier text, the later runs the later one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_WORDS = 1_500
"""Words of a changed stretch on one side up to which it is compared word by word; a longer one is marked whole."""
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?…][\"'”’)\]]*[^\S\n]+|\n\s*)|[^\n]+\Z")
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of one side, and whether it is not in the other."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of both texts, side by side."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether the two sides differ."""
        return any(piece.changed for piece in (*self.before, *self.after))


def compare(before: str, after: str) -> list[Row]:
    """The two texts as rows, those that are the same between those that differ."""
    earlier, later = sentences(before), sentences(after)
    rows = []
    for tag, a1, a2, b1, b2 in _opcodes(earlier, later):
        old, new = "".join(earlier[a1:a2]), "".join(later[b1:b2])
        rows.append(Row((Piece(old, False),), (Piece(new, False),)) if tag == "equal" else _words(old, new))
    return rows


def sentences(text: str) -> list[str]:
    """The text in sentences and lines, each with the white space after it; joined they are the text."""
    found = _SENTENCE.findall(text)
    rest = len(text) - sum(map(len, found))
    return [*found, text[-rest:]] if rest else found


def _words(old: str, new: str) -> Row:
    earlier, later = _WORD.findall(old), _WORD.findall(new)
    if max(len(earlier), len(later)) > MOST_WORDS:
        return Row(_pieces([(old, True)]), _pieces([(new, True)]))
    before: list[tuple[str, bool]] = []
    after: list[tuple[str, bool]] = []
    for tag, a1, a2, b1, b2 in _opcodes(earlier, later):
        gone, come = "".join(earlier[a1:a2]), "".join(later[b1:b2])
        # A space alone between two changed words belongs to the change: otherwise every word is a change of its own.
        changed = tag != "equal" or (gone.isspace() and bool(before) and before[-1][1])
        before.append((gone, changed))
        after.append((come, changed))
    return Row(_pieces(before), _pieces(after))


def _pieces(found: Sequence[tuple[str, bool]]) -> tuple[Piece, ...]:
    """Neighbours of one kind joined, empty ones dropped."""
    pieces: list[Piece] = []
    for text, changed in found:
        if not text:
            continue
        if pieces and pieces[-1].changed == changed:
            pieces[-1] = Piece(pieces[-1].text + text, changed)
        else:
            pieces.append(Piece(text, changed))
    return tuple(pieces)


def _opcodes(earlier: Sequence[str], later: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """difflib's, over what is left when the same beginning and end are set aside: most versions differ little."""
    shortest = min(len(earlier), len(later))
    head = next((place for place in range(shortest) if earlier[place] != later[place]), shortest)
    left = shortest - head
    tail = next((place for place in range(left) if earlier[-1 - place] != later[-1 - place]), left)
    if head:
        yield "equal", 0, head, 0, head
    middle = SequenceMatcher(None, earlier[head : len(earlier) - tail], later[head : len(later) - tail])
    for tag, a1, a2, b1, b2 in middle.get_opcodes():
        yield tag, head + a1, head + a2, head + b1, head + b2
    if tail:
        yield "equal", len(earlier) - tail, len(earlier), len(later) - tail, len(later)
