"""Where the posts of a forum thread begin and end.

A thread shows itself by what forum software prints: headers of posts ("by ana » 20 June 2025", "#4" below a date,
"Reply #4 on: …"), "Similar threads", "Click to expand…". Posts begin at such headers or, where a copied page lost them,
at lines of nothing but no-break spaces (or of plain spaces), which end each post's body.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles.parsing.dates import find_dates, parse_date_line
from articles.parsing.lines import Line

_FURNITURE = re.compile(
    r"similar threads|click to expand.{0,3}|you must log in or register to reply here.{0,2}|thread starter.{0,40}"
    r"|(?:reaction score|reactions|last edited(?: by .{1,40})?|joined|trophy points): .{1,100}"
    r"|\[attachment deleted by admin\]|users (?:browsing|viewing) this (?:forum|thread|topic).{0,100}|post reply"
    r"|quote from:? .{1,60}|originally posted by .{1,60}",
    re.IGNORECASE,
)
_HEADERS = (
    re.compile(r"(?:post(?:ed)? )?by:? (?P<author>\S.{0,39}?) (?:»|on:?) (?P<date>.{6,60})", re.IGNORECASE),
    re.compile(r"« (?:reply #\d+ )?on:? (?P<date>.{6,60}?) »", re.IGNORECASE),
)
_NUMBER = re.compile(r"#\d{1,6}")
_SUBJECT = re.compile(r"re: .{1,200}", re.IGNORECASE)
_MIN_HEADERS = 2
_MIN_SEPARATORS = 2
_MAX_AUTHOR = 30


@dataclass(frozen=True, slots=True)
class Post:
    """The lines `first` to `last` (exclusive) of one post, of which those before `body` are its header.

    The `opening` is what stands above the first post's header: the thread's title, or an article that the posts are on.
    """

    first: int
    body: int
    last: int
    author: str = ""
    published_on: date | None = None
    opening: bool = False


def is_thread(lines: Sequence[Line]) -> bool:
    """Whether forum software printed this page: two post headers, two lines of its furniture, or one and separators."""
    if sum(1 for _ in _find_headers(lines)) >= _MIN_HEADERS:
        return True
    furniture = sum(1 for line in lines if line.short and _FURNITURE.fullmatch(line.text))
    return furniture >= 2 or bool(furniture and _separators(lines))


def split_posts(
    lines: Sequence[Line], boilerplate: Collection[int], *, month_first: bool | None = None, today: date | None = None
) -> list[Post]:
    """The posts of a thread, in order and without gaps: from header to header, or else from separator to separator."""
    headers = list(_find_headers(lines))
    if len(headers) < _MIN_HEADERS:
        starts = sorted({0, *_separators(lines)})
        return [Post(a, a, b) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    opened: list[Post] = []
    for index, named, written in headers:
        first, above = _header_start(lines, boilerplate, index, opened[-1].body if opened else 0)
        if named:
            above = named
        elif above:
            first -= 1
        found = next(find_dates(written, month_first=month_first, today=today), None)
        opened.append(Post(first, index + 1, 0, above, found[0] if found else None))
    ends = [*(post.first for post in opened[1:]), len(lines)]
    posts = [replace(post, last=end) for post, end in zip(opened, ends, strict=True)]
    return [Post(0, 0, posts[0].first, opening=True), *posts] if posts[0].first else posts


def _header_start(lines: Sequence[Line], boilerplate: Collection[int], index: int, floor: int) -> tuple[int, str]:
    """Where the header that ends at line `index` begins, and the line above it if that may be its author's name."""
    first = index
    while first > floor:
        above = lines[first - 1].short
        dated = parse_date_line(above)
        if first - 1 not in boilerplate and not _SUBJECT.fullmatch(above) and not (dated and not dated[1]):
            break
        first -= 1
    name = lines[first - 1].text if first > floor else ""
    return first, name if 0 < len(name) <= _MAX_AUTHOR and name[-1] not in ".!?,:;" else ""


def _find_headers(lines: Sequence[Line]) -> Iterator[tuple[int, str, str]]:
    """The lines that head a post, each with the author and the date that it names ("" where it names none)."""
    for index, line in enumerate(lines):
        if not line.short:
            continue
        for pattern in _HEADERS:
            if (match := pattern.fullmatch(line.text)) and next(find_dates(match["date"]), None):
                yield index, match.groupdict().get("author") or "", match["date"]
        if (
            index
            and _NUMBER.fullmatch(line.text)
            and (dated := parse_date_line(lines[index - 1].short))
            and not dated[1]
        ):
            yield index, "", lines[index - 1].text


def _separators(lines: Sequence[Line]) -> list[int]:
    """The lines that stand below a separator: no-break spaces, or plain spaces where other gaps are truly empty."""
    nbsp = [index for index, line in enumerate(lines) if line.after_nbsp]
    if len(nbsp) >= _MIN_SEPARATORS:
        return nbsp
    space = [index for index, line in enumerate(lines) if line.after_space]
    empty = sum(1 for line in lines if line.after_blank and not line.after_space)
    return space if len(space) >= _MIN_SEPARATORS and empty else []
