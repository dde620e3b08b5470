"""What parsing hands over: one captured text and the passages in it, as frozen values."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PassageKind(StrEnum):
    """What a stretch of a captured text is. Claims are looked for in BODY, POST and QUOTED only."""

    TITLE = "title"
    META = "meta"  # byline, dateline, caption, credit
    BODY = "body"
    POST = "post"  # one contribution in a forum thread or comment section
    QUOTED = "quoted"  # somebody else's article or post, pasted in
    BOILERPLATE = "boilerplate"  # cookie notices, share lines, related posts, attachment markers


@dataclass(frozen=True, slots=True)
class Passage:
    """`text[start:end]` of a captured text, in characters (code points). Passages never overlap and are in text order.

    `author`, `published_on`, `title` and `site` are set where the passage has its own, different from the article's:
    a forum post's author, or the origin of pasted material.
    """

    kind: PassageKind
    start: int
    end: int
    author: str = ""
    published_on: date | None = None
    title: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """One article as captured. `text` is kept as it came (only line ends and byte-order marks are normalised), so that
    offsets into it stay true; what is not for reading is marked as a passage, not cut out."""

    text: str
    title: str = ""
    byline: str = ""
    language: str = "en"  # BCP 47
    published_on: date | None = None
    url: str = ""
    publisher: str = ""
    passages: tuple[Passage, ...] = field(default=())


class ParseError(ValueError):
    """The input cannot be read as an article. The message says why in one plain sentence for the person who sent it."""
