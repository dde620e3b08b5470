"""Plain text: an article, a newsletter or a forum thread, with its passages.

A text without a headline keeps the title "": whoever stores it decides what to call it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from articles.parsing.boilerplate import ends_sentence, find_boilerplate
from articles.parsing.dates import months_come_first
from articles.parsing.decode import MAX_BYTES, decode
from articles.parsing.forum import Thread, read_thread
from articles.parsing.layout import Reading, read_article
from articles.parsing.lines import BLANK, BULLETS, Line, split_lines
from articles.parsing.posts import is_thread
from articles.parsing.types import ParsedArticle, ParseError, Passage, PassageKind

_HTML = re.compile(r"\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_NAME_DATE = re.compile(r"(?:.*[/\\])?(\d{4})-(\d{2})-(\d{2})(?!\d)", re.DOTALL)
_WRAPPED = range(40, 111)  # characters: the length of a line that a mail program or editor broke


def parse_text(
    data: bytes | str, *, name: str = "", today: date | None = None, max_bytes: int = MAX_BYTES
) -> ParsedArticle:
    """Read a .txt file or a pasted text.

    `name` is the file's name; where the text gives no date of publication, a name that begins with one
    ("2025-06-20 vote.txt") does. No date later than the day after `today` is believed. `max_bytes` limits the size.
    Raises ParseError, with one plain sentence, for what cannot be read: too large, empty, binary, of unknown encoding,
    HTML.
    """
    text = decode(data, max_bytes=max_bytes)
    if _HTML.match(text):
        raise ParseError("This is a web page (HTML), not plain text; save it with a name that ends in .html.")
    return mark_passages(text, named_date=_date_in_name(name), today=today)


def mark_passages(
    text: str, *, title: str = "", named_date: date | None = None, today: date | None = None
) -> ParsedArticle:
    """Find the passages of a decoded text, and its title, byline and date where it shows them.

    `title` is the headline where it is known from elsewhere; `named_date` is used where the text gives no date.
    """
    lines = list(split_lines(text))
    boilerplate = find_boilerplate(lines)
    month_first = months_come_first(text)
    if is_thread(lines):
        thread = read_thread(text, lines, boilerplate, title=title, month_first=month_first, today=today)
        top: Thread | Reading = thread
        passages = thread.passages
    else:
        top = read_article(lines, boilerplate, title=title, month_first=month_first, today=today)
        passages = tuple(_article_passages(lines, top.kinds))
    return ParsedArticle(
        text,
        title=top.title,
        byline=top.byline,
        published_on=top.published_on or named_date,
        publisher=top.site,
        passages=passages,
    )


def _article_passages(lines: Sequence[Line], kinds: Collection[PassageKind]) -> Iterator[Passage]:
    """One passage for each line, without its bullet; lines that an editor broke in mid-sentence are one paragraph."""
    current: Passage | None = None
    last: Line | None = None
    for line, kind in zip(lines, kinds, strict=True):
        if current and last and current.kind is kind is PassageKind.BODY and _continues(last, line):
            current = Passage(kind, current.start, line.end)
        else:
            if current:
                yield current
            current = Passage(kind, line.start + _bullet_width(line.text, kind), line.end)
        last = line
    if current:
        yield current


def _bullet_width(text: str, kind: PassageKind) -> int:
    """How many characters of a line are its bullet, which belongs to no passage."""
    words = text[2:].lstrip(BLANK) if kind is PassageKind.BODY and text[0] in BULLETS and text[1:2] in BLANK else ""
    return len(text) - len(words) if words else 0


def _continues(above: Line, line: Line) -> bool:
    return (
        not (line.after_blank or line.after_space or line.after_nbsp)
        and len(above.text) in _WRAPPED
        and len(line.text) < _WRAPPED.stop
        and not ends_sentence(above.text)
        and line.text[0] not in BULLETS
    )


def _date_in_name(name: str) -> date | None:
    match = _NAME_DATE.match(name)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
