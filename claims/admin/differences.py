"""Two texts side by side, with the words marked in which they differ."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `differs` where the other text has something else, or nothing, in its place."""

    text: str
    differs: bool


def compare(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """`one` and `other` cut into what they share and what they do not.

    >>> compare("at least 93 votes", "at least 89 votes")[0][1]
    Piece(text='93', differs=True)
    """
    left, right = WORDS.findall(one), WORDS.findall(other)
    ours: list[Piece] = []
    theirs: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        for pieces, words in ((ours, left[a:b]), (theirs, right[c:d])):
            if words:
                pieces.append(Piece("".join(words), tag != "equal"))
    return ours, theirs
