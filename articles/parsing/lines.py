"""A text as its lines with content, each knowing where it stands and what stands before it."""

from collections.abc import Iterator
from dataclasses import dataclass

# Python's white space, and characters that print nothing but do not count as white space.
BLANK = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + "\u200b\u200e\u200f\u2060\ufeff"
BULLETS = "•‣◦▪●*-–—>"

SHORT = 400  # characters; a longer line is always text, so no pattern is ever run on one


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is `source[start:end]`: one line without the white space around it, never empty."""

    start: int
    end: int
    text: str
    after_blank: bool = False  # an empty line stands before it
    after_space: bool = False  # a line of spaces alone stands before it
    after_nbsp: bool = False  # a line of no-break spaces stands before it

    @property
    def short(self) -> str:
        """The text if a pattern may be run on it, else ""."""
        return self.text if len(self.text) <= SHORT else ""


def split_lines(source: str) -> Iterator[Line]:
    """The lines of `source` (ended by LF alone) that hold more than white space, in order."""
    start = 0
    blank = space = nbsp = False
    for raw in source.split("\n"):
        text = raw.strip(BLANK)
        if text:
            begin = start + len(raw) - len(raw.lstrip(BLANK))
            yield Line(begin, begin + len(text), text, blank, space, nbsp)
            blank = space = nbsp = False
        elif "\xa0" in raw:
            nbsp = True
        elif raw:
            space = True
        else:
            blank = True
        start += len(raw) + 1
