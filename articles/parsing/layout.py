"""One article's lines: which is the headline, who wrote it and when, what is caption or credit, and what is the text.

The same reading serves an article that is a document by itself and one that somebody pasted into a forum. The head is
where headline, standfirst, name and date stand before the text gets going; the tail is its last few lines. Only whole
lines are judged, and a line that no rule knows is text.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from articles.parsing.boilerplate import ends_sentence
from articles.parsing.bylines import is_about_author, is_credit, is_dateline, is_name, is_role, read_byline, read_site
from articles.parsing.dates import parse_date_line
from articles.parsing.lines import BULLETS, Line
from articles.parsing.types import PassageKind

_MAX_HEAD_LINES = 20
_MAX_HEAD_SENTENCES = 2  # a standfirst may be a sentence or two
_LONG = 320  # characters: a paragraph of the text, never a line of the head
_TAIL_LINES = 5
_MAX_TITLE = 200
_UNWRAPPED = 110  # characters: longer lines are paragraphs, so the file does not break them
_SAME_TITLE = 0.6  # share of the shorter of two headlines that both have in one piece
_MIN_CAPTION = 20


@dataclass(frozen=True, slots=True)
class Reading:
    """What the lines of one article turned out to be; `kinds` has one kind for each line."""

    kinds: tuple[PassageKind, ...]
    title: str = ""
    byline: str = ""
    published_on: date | None = None
    site: str = ""


def read_article(
    lines: Sequence[Line],
    boilerplate: Collection[int],
    *,
    title: str = "",
    month_first: bool | None = None,
    today: date | None = None,
) -> Reading:
    """Read `lines`, of which those with an index in `boilerplate` are not for reading.

    `title` is the headline where it is known from elsewhere; then only a line that repeats it is marked as the title.
    """
    reader = _Reader(lines, boilerplate, month_first, today)
    reader.read_head()
    reader.read_tail()
    reader.mark_captions()
    reader.choose_title(title)
    reader.mark_about_author()
    return Reading(tuple(reader.kinds), reader.title, reader.byline, reader.published_on, reader.site)


class _Reader:
    def __init__(
        self, lines: Sequence[Line], boilerplate: Collection[int], month_first: bool | None, today: date | None
    ):
        self.lines = lines
        self.kinds = [PassageKind.BOILERPLATE if i in boilerplate else PassageKind.BODY for i in range(len(lines))]
        self.month_first, self.today = month_first, today
        self.title = self.byline = self.site = ""
        self.published_on: date | None = None
        self.text_lines = [i for i in range(len(lines)) if self.kinds[i] is PassageKind.BODY]
        self.head: list[int] = []
        self.headlines: list[int] = []  # lines of the head that may be its title, in order

    def read_head(self) -> None:
        sentences = 0
        for i in self.text_lines[:_MAX_HEAD_LINES]:
            text = self.lines[i].text
            if len(text) > _LONG or sentences > _MAX_HEAD_SENTENCES:
                break
            self.head.append(i)
            if self._read_meta(i) or is_credit(text):
                continue
            sentences += ends_sentence(text) and text[-1] not in "?!"
            if not sentences:
                self.headlines.append(i)
        self._read_lone_name()

    def _read_meta(self, i: int) -> bool:
        """Mark line `i` where it is a date, a byline, a role or an address; say whether it was."""
        text = self.lines[i].short
        if not text:
            return False
        dated = parse_date_line(text, month_first=self.month_first, today=self.today)
        found, rest = dated or (None, text)
        byline = read_byline(rest) if rest else ""
        site = read_site(text) if i in self.head else ""  # below a text, an address is of something else
        if byline or site or is_role(text) or is_dateline(text) or (dated and (not rest or is_name(rest))):
            self.byline = self.byline or byline or (rest if dated and is_name(rest) else "")
            self.site = self.site or site
            if dated:
                self.published_on = self.published_on or found
            self.kinds[i] = PassageKind.META
            return True
        return False

    def _read_lone_name(self) -> None:
        """A name alone on its line is the author's below a headline, unless a byline already said so."""
        if self.byline:
            return
        for before, i in zip(self.headlines, self.headlines[1:], strict=False):
            if is_name(self.lines[i].text) and self._is_headline(before, above_name=True):
                self.byline = self.lines[i].text
                self.kinds[i] = PassageKind.META
                self.headlines = self.headlines[: self.headlines.index(i)]
                return

    def read_tail(self) -> None:
        for i in self.text_lines[-_TAIL_LINES:]:
            if self.kinds[i] is PassageKind.BODY and i not in self.head:
                self._read_meta(i)

    def mark_captions(self) -> None:
        """Credits anywhere, and a caption given twice in a row (as alternative text and below the picture)."""
        for i in self.text_lines:
            text = self.lines[i].short
            if not text or self.kinds[i] is not PassageKind.BODY:
                continue
            twice = i and len(text) >= _MIN_CAPTION and self.lines[i - 1].text == text and not ends_sentence(text)
            if twice or is_credit(text):
                self._mark_caption(i)

    def _mark_caption(self, i: int) -> None:
        self.kinds[i] = PassageKind.META
        above = self.lines[i - 1].text if i else ""
        if len(above) >= _MIN_CAPTION and self.lines[i].text.startswith(above) and not ends_sentence(above):
            self.kinds[i - 1] = PassageKind.META

    def choose_title(self, known: str) -> None:
        if known:
            same = [i for i in self.head if _folded(self.lines[i].text) == _folded(known)]
            self.title = known
        else:
            same = self._find_title()
            self.title = self.lines[same[0]].text.lstrip("# ") if same else ""
        for nth, i in enumerate(same):
            self.kinds[i] = PassageKind.META if nth else PassageKind.TITLE

    def _find_title(self) -> list[int]:
        """The line of the title first, then other lines of the head that repeat it, whole or cut off."""
        candidates = [i for i in self.headlines if self.kinds[i] is PassageKind.BODY and self._is_headline(i)]
        if not candidates:
            return []
        title = candidates[0]
        alike = [i for i in self.headlines[:6] if _share_a_piece(self.lines[title].text, self.lines[i].text)]
        # Below an address stands a link preview, often garbled; the headline proper comes after it.
        if len(alike) > 1 and title and read_site(self.lines[title - 1].short):
            title = alike[-1]
        return [title, *(i for i in alike if i != title)]

    def _is_headline(self, i: int, *, above_name: bool = False) -> bool:
        text = self.lines[i].text
        if len(text) > _MAX_TITLE or len(text.split()) < 2 or text[0] in BULLETS or text[-1] in ".,;:":
            return False
        letter = next((character for character in text if character.isalpha()), "")
        if not letter or letter.islower() or i >= self.text_lines[-1]:
            return False
        below = self.lines[i + 1]
        return (
            above_name
            or below.after_blank
            or below.after_space
            or below.after_nbsp
            or self.kinds[i + 1] is not PassageKind.BODY
            or len(below.text) > _UNWRAPPED
        )

    def mark_about_author(self) -> None:
        near = len(self.head) + 2  # the text's first paragraphs: a long presentation is no line of the head
        for i in {*self.text_lines[:near], *self.text_lines[-_TAIL_LINES:]}:
            if self.kinds[i] is PassageKind.BODY and is_about_author(self.lines[i].text, self.byline):
                self.kinds[i] = PassageKind.META


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _share_a_piece(one: str, other: str) -> bool:
    a, b = _folded(one), _folded(other)
    piece = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    return piece.size >= _SAME_TITLE * min(len(a), len(b))
