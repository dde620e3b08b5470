"""Two versions of a text side by side, without the long stretches that are the same in both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.texts.differences import Piece, Row

AROUND = 160
"""Characters of unchanged text that stay in view on each side of a change."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A row of the comparison. Unchanged text shows its `head` and `tail`; `hidden` is what lies between them."""

    row: Row
    head: str = ""
    hidden: str = ""
    tail: str = ""

    @property
    def sides(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """The pieces of the earlier text and of the later one, without unchanged white space at the end."""
        return _trimmed(self.row.before), _trimmed(self.row.after)


def stretches_of(rows: Sequence[Row]) -> list[Stretch]:
    """`rows`, of which those that did not change are cut to what stands around a change."""
    found = []
    for place, row in enumerate(rows):
        if row.changed:
            found.append(Stretch(row))
            continue
        text = "".join(piece.text for piece in row.after).strip("\r\n")
        if len(text) <= 4 * AROUND:
            found.append(Stretch(row, head=text))
            continue
        # Up to a space near by: words stay whole.
        head = text.find(" ", AROUND, 2 * AROUND) + 1 if place else 0
        tail = text.rfind(" ", len(text) - 2 * AROUND, len(text) - AROUND) + 1 if place < len(rows) - 1 else len(text)
        found.append(Stretch(row, text[:head], text[head : tail or len(text)], text[tail or len(text) :]))
    return found


def _trimmed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if not pieces or pieces[-1].changed:
        return pieces
    return (*pieces[:-1], replace(pieces[-1], text=pieces[-1].text.rstrip()))
