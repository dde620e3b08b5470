"""A forum thread: its posts, what they quote from each other, and articles pasted into them.

In reading order:

1. a post that opens with an address or headline, a name or date, and long text is a pasted article, up to its end;
2. lines below "ana said:" or led by ">" are quoted, by that author;
3. sentences that stood earlier in the thread are quoted, by the author they had there; the rest is the post's own.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from articles.parsing.bylines import read_site
from articles.parsing.layout import Reading, read_article
from articles.parsing.lines import Line
from articles.parsing.posts import Post, split_posts
from articles.parsing.repeats import Memory
from articles.parsing.types import Passage, PassageKind

_QUOTE_HEADER = re.compile(
    r"(?:on .{6,60}, )?(?P<before>[^\s.!?:,;][^.!?:;]{0,39}?) (?:said|wrote|posted|schrieb)\s?:"
    r"|(?:quote from:?|originally posted by:?) (?P<after>.{1,40}?)(?: on .{6,60})?"
    r"|\[quote(?:=\"?(?P<tag>[^\",;\]]{1,40})[^\]]{0,60})?\]",
    re.IGNORECASE,
)
_QUOTE_END = re.compile(r"click to expand.{0,3}|\[/quote\]", re.IGNORECASE)
_NOTICE_SUBJECT = re.compile(
    r"\b(?:rules?|post(?:s|ing|ed)?|threads?|forums?|members?|moderators?|links?|guidelines|register|accounts?)\b",
    re.IGNORECASE,
)
_NOTICE_TONE = re.compile(
    r"\b(?:we are|we will|please|must|thank you|thanks|welcome to|are not allowed)\b", re.IGNORECASE
)
_NOTICE_SUBJECTS = 2
_QUOTED_BY_NOBODY = Passage(PassageKind.QUOTED, 0, 1)  # a quote whose author is not known; its place comes later
_NO_USERS = frozenset(
    ("i", "he", "she", "it", "we", "you", "they", "who", "which", "officials", "police", "and", "also")
)
_MAX_QUOTE_LINES = 500  # a mark further down ends some other quote
_MIN_PASTED = 600  # characters of text below the head of a pasted article
_MIN_PASTED_UNDATED = 1500  # the same, where neither a name nor a date stands in its head
_SHORT_POST = 160
_POSTS_IN_A_ROW = 3
_ANCHORS = 15  # lines of a post in which a pasted article may begin


def _is_user(name: str) -> bool:
    return " " not in name and name.lower() not in _NO_USERS


@dataclass(frozen=True, slots=True)
class Thread:
    """The passages of a thread, in text order, and the title, byline, date and site that stand above its posts."""

    passages: tuple[Passage, ...]
    title: str = ""
    byline: str = ""
    published_on: date | None = None
    site: str = ""


def read_thread(
    source: str,
    lines: Sequence[Line],
    boilerplate: Collection[int],
    *,
    title: str = "",
    month_first: bool | None = None,
    today: date | None = None,
) -> Thread:
    """Read the `lines` of `source`, of which those with an index in `boilerplate` are not for reading, as a thread."""
    reader = _ThreadReader(source, lines, set(boilerplate), month_first, today)
    passages = tuple(reader.read(title))
    top = reader.top
    return Thread(passages, top.title, top.byline, top.published_on, top.site)


class _ThreadReader:
    def __init__(
        self, source: str, lines: Sequence[Line], page: set[int], month_first: bool | None, today: date | None
    ):
        self.lines, self.page = lines, page
        self.memory = Memory(source)
        self.month_first, self.today = month_first, today
        self.top = Reading(())  # what stands above the posts
        self.kinds = [PassageKind.BOILERPLATE if i in page else PassageKind.POST for i in range(len(lines))]
        self.origins: list[Passage | None] = [None] * len(lines)  # whose words a line is, where known

    def read(self, title: str) -> Iterator[Passage]:
        posts = split_posts(self.lines, self.page, month_first=self.month_first, today=self.today)
        self._read_opening(posts[0], title)
        authors = {post.author for post in posts}
        for post in posts:
            own = Passage(PassageKind.POST, 0, 1, author=post.author, published_on=post.published_on)
            for i in range(post.first, post.last):
                self.origins[i] = own
                if i < post.body and self.kinds[i] is PassageKind.POST:
                    self.kinds[i] = PassageKind.META
            if not post.opening:
                self._read_quotes(post, authors)
                self._read_pasted(post, closed=len(posts) > 1)
            passages = [part for passage in self._passages(post) for part in self.memory.cut(passage)]
            yield from passages
            for passage in passages:
                self.memory.add(replace(passage, **self._top_origin()) if post.opening else passage)

    def _top_origin(self) -> dict[str, Any]:
        """Whose the words of an article are that posts stand below, for where a post repeats them."""
        top = self.top
        return {"author": top.byline, "published_on": top.published_on, "title": top.title, "site": top.site}

    def _read_opening(self, opening: Post, title: str) -> None:
        """The site's notice to its members and the thread's title, which stand before the first post's words."""
        for i in range(opening.first, opening.last):
            text = self.lines[i].short
            if len(set(map(str.lower, _NOTICE_SUBJECT.findall(text)))) < _NOTICE_SUBJECTS or not _NOTICE_TONE.search(
                text
            ):
                break
            self.kinds[i] = PassageKind.BOILERPLATE
            self.page.add(i)
        first = next((i for i in range(opening.first, opening.last) if i not in self.page), opening.last)
        if opening.opening:
            # One line more, so that a title with nothing below it but the first post is seen to stand above something.
            self.top = self._article(first, opening.last + 1, title)
            self.kinds[first : opening.last] = self.top.kinds[:-1]
            return
        if first < opening.last and read_site(self.lines[first].short):
            self.top = Reading((), title)  # the thread opens with a pasted article, whose title is its own
            return
        reading = self._article(first, opening.last, title)
        self.top = Reading((), reading.title)
        for i, kind in enumerate(reading.kinds, first):
            if kind is PassageKind.TITLE:
                self.kinds[i] = kind

    def _article(self, first: int, last: int, title: str = "") -> Reading:
        page = {i - first for i in range(first, last) if i in self.page}
        return read_article(self.lines[first:last], page, title=title, month_first=self.month_first, today=self.today)

    def _read_quotes(self, post: Post, authors: Collection[str]) -> None:
        """Mark ">" lines, and what stands below a quote's header up to its end mark or the end of the paragraph."""
        i = post.body
        while i < post.last:
            line = self.lines[i]
            header = _QUOTE_HEADER.fullmatch(line.short)
            if line.text[0] == ">":
                above = i > post.body and self.kinds[i - 1] is PassageKind.QUOTED
                self._mark_quoted(i, self.origins[i - 1] if above else _QUOTED_BY_NOBODY)
            i += 1
            if not header:
                continue
            end = self._marked_end(i, post.last)
            author = header["before"] or header["after"] or header["tag"] or ""
            if header["before"] and end is None and author not in authors and not _is_user(author):
                continue  # "The minister said:" leads in the poster's own account
            self.kinds[i - 1] = PassageKind.META
            if end is None:
                end = next((k for k in range(i + 1, post.last) if self.lines[k].after_blank), post.last)
            origin = replace(_QUOTED_BY_NOBODY, author=author)
            for k in range(i, end):
                self._mark_quoted(k, origin)
            i = end

    def _marked_end(self, start: int, last: int) -> int | None:
        """The line at which a mark, or the end of its ">" lines, ends the quote that begins at line `start`."""
        arrows = start < last and self.lines[start].text[0] == ">"
        for i in range(start, min(last, start + _MAX_QUOTE_LINES)):
            text = self.lines[i].short
            if _QUOTE_END.fullmatch(text) or (arrows and self.lines[i].text[0] != ">"):
                return i
            if _QUOTE_HEADER.fullmatch(text):
                break
        return None

    def _mark_quoted(self, i: int, origin: Passage | None) -> None:
        if self.kinds[i] is PassageKind.POST:
            self.kinds[i] = PassageKind.QUOTED
            self.origins[i] = origin

    def _read_pasted(self, post: Post, *, closed: bool) -> None:
        """Mark an article pasted into a post. It ends with the post, or, where nothing shows posts' ends, above the
        first thing that only a page prints or the first run of short lines."""
        own = [i for i in range(post.body, post.last) if self.kinds[i] is PassageKind.POST]
        if not own:
            return
        sites = [i for i in own[:_ANCHORS] if read_site(self.lines[i].short)]
        for first in [*sites, own[0]]:
            last = post.last if closed else self._texture_end(first, post.last)
            reading = self._article(first, last)
            if not self._is_pasted(reading, first):
                continue
            origin = Passage(
                PassageKind.QUOTED, 0, 1, reading.byline, reading.published_on, reading.title, reading.site
            )
            for i, kind in enumerate(reading.kinds, first):
                if self.kinds[i] is PassageKind.POST:
                    self.kinds[i] = PassageKind.QUOTED if kind is PassageKind.BODY else kind
                    self.origins[i] = origin
            return

    def _is_pasted(self, reading: Reading, first: int) -> bool:
        text = sum(len(self.lines[i].text) for i, kind in enumerate(reading.kinds, first) if kind is PassageKind.BODY)
        known = sum(map(bool, (reading.byline, reading.published_on, reading.title)))
        if text < _MIN_PASTED or not known:
            return False
        if reading.site:
            return known > 1 or bool(reading.byline or reading.published_on) or text >= _MIN_PASTED_UNDATED
        return known == 3

    def _texture_end(self, first: int, last: int) -> int:
        read = short = 0
        for i in range(first, last):
            length = len(self.lines[i].text)
            if read >= _MIN_PASTED and i in self.page:
                return i - 1  # what a forum prints there stands below the words of a post
            short = short + 1 if length < _SHORT_POST else 0
            if read >= _MIN_PASTED and short == _POSTS_IN_A_ROW:
                return i - short + 1
            read += length if length >= _SHORT_POST else 0
        return last

    def _passages(self, post: Post) -> Iterator[Passage]:
        """The post's lines, joined where neighbours are of one kind and origin."""
        current: Passage | None = None
        origin: Passage | None = None
        for i in range(post.first, post.last):
            line, kind = self.lines[i], self.kinds[i]
            whose = self.origins[i]
            if current and kind is current.kind and whose is origin and kind in {PassageKind.POST, PassageKind.QUOTED}:
                current = replace(current, end=line.end)
                continue
            if current:
                yield current
            origin = whose
            current = Passage(kind, line.start, line.end)
            if origin and kind not in {PassageKind.META, PassageKind.BOILERPLATE}:
                current = replace(origin, kind=kind, start=line.start, end=line.end)
        if current:
            yield current
