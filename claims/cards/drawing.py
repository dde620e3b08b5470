"""What stands where on a card."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from claims.cards import faces, shapes
from claims.cards.faces import BOLD, REGULAR, SEMIBOLD, Lines, can_write, fit

SIZE = (1200, 630)
EDGE = 64
WIDTH = SIZE[0] - 2 * EDGE
FOOT = 542  # where the line with the name of the site begins
PAPER, INK, SOFT, RULE, SUNK = "#fbfaf7", "#1c1f22", "#575b5e", "#d9d5cb", "#e4e0d6"
NEAR, FAR = "#0b5560", "#c04a1b"
GOOD, BAD, MIDDLE, NEUTRAL = "#1b6b3c", "#a8321c", "#7a5600", "#4a4f6a"
COLOURS = {
    "check": GOOD,
    "mostly-check": GOOD,
    "half": MIDDLE,
    "open": MIDDLE,
    "mostly-cross": BAD,
    "cross": BAD,
    "arrows": NEUTRAL,
    "question": NEUTRAL,
    "unchecked": SOFT,
    "warning": NEUTRAL,
}
FILLS = {
    "votes_for": "#1f5fa8",
    "votes_against": "#c04a1b",
    "abstentions": "#8b8676",
    "not_voting": "#d5d1c5",
}
MOST_ROWS, ROW_DRAWN, ROW_WRITTEN = 3, 82, 72  # and the height of each, in pixels


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim. `icon` is the shape of its rating; `claim` is empty where nobody has checked it, and the headline then
    is the claim itself. `unwritten` stands for words that the typeface has no letters for."""

    rating: str
    icon: str
    headline: str
    claim: str
    who: str
    site: str
    unwritten: str


@dataclass(frozen=True, slots=True)
class Row:
    """One answer. Its strip is `parts` (kind, start and width in percent of the whole) or a dot at `at` with a whisker
    from `low` to `high`, all in percent; with neither it has none. A record is a diamond."""

    answer: str
    who: str
    parts: tuple[tuple[str, float, float], ...] = ()
    at: float | None = None
    low: float = 0
    high: float = 0
    is_record: bool = False
    is_borne_out: bool = False

    @property
    def is_drawn(self) -> bool:
        """Whether it has a strip."""
        return bool(self.parts) or self.at is not None


@dataclass(frozen=True, slots=True)
class ContradictionCard:
    """A question and its first answers; `more` says of how many they are, in words."""

    status: str
    icon: str
    question: str
    rows: Sequence[Row]
    more: str
    site: str
    unwritten: str


@dataclass(frozen=True, slots=True)
class SiteCard:
    """The site itself, for pages that have no picture of their own."""

    title: str
    words: str
    site: str


Card = ClaimCard | ContradictionCard | SiteCard


class Sheet:
    """A card under the pen: `y` is where the next line begins."""

    def __init__(self, site: str) -> None:
        self.image = Image.new("RGB", SIZE, PAPER)
        self.draw = ImageDraw.Draw(self.image)
        self.y = 54
        self.draw.line((EDGE, FOOT, SIZE[0] - EDGE, FOOT), fill=RULE, width=2)
        sign = shapes.mark(46, NEAR, FAR)
        self.image.paste(sign, (EDGE, FOOT + 22), sign)
        self.draw.text((EDGE + 60, FOOT + 45), "Crosscheck", INK, faces.face(38, BOLD), anchor="lm")
        if can_write(site):
            line = fit(site, width=620, lines=1, sizes=(34,))
            self.draw.text((SIZE[0] - EDGE, FOOT + 45), line.lines[0], SOFT, faces.face(34), anchor="rm")

    def band(self, colour: str) -> None:
        """The colour of the whole along its upper edge: beside word and shape, never instead of them."""
        self.draw.rectangle((0, 0, SIZE[0], 16), fill=colour)

    def badge(self, icon: str, word: str, *, size: int, colour: str) -> None:
        """A shape and its word."""
        sign = shapes.shape(icon, size, colour, PAPER)
        line = fit(word, width=WIDTH - size - 24, lines=1, sizes=(round(size * 0.92), round(size * 0.7)), weight=BOLD)
        self.image.paste(sign, (EDGE, self.y), sign)
        at = (EDGE + size + 24, self.y + size // 2 - 4)
        self.draw.text(at, line.lines[0], colour, faces.face(line.size, BOLD), anchor="lm")
        self.y += size

    def write(self, text: Lines, *, colour: str = INK, x: int = EDGE) -> None:
        """Lines from the left edge down."""
        font = faces.face(text.size, text.weight)
        for line in text.lines:
            self.draw.text((x, self.y), line, colour, font)
            self.y += text.leading

    def strip(self, row: Row, *, height: int = 26) -> None:
        """The drawing of one answer across the whole width."""
        middle = self.y + height // 2
        if row.parts:
            self.draw.rectangle((EDGE, self.y, EDGE + WIDTH, self.y + height), outline=RULE, width=2)
            for kind, start, width in row.parts:
                box = (_x(start), self.y, max(_x(start + width) - 3, _x(start) + 2), self.y + height)
                if kind in FILLS:
                    self.draw.rectangle(box, fill=FILLS[kind])
                else:
                    self._hatch(box)
        elif row.at is not None:
            self.draw.line((EDGE, middle, EDGE + WIDTH, middle), fill=SUNK, width=8)
            if row.high > row.low:
                self.draw.line((_x(row.low), middle, _x(row.high), middle), fill=NEAR, width=8)
            x, reach = _x(row.at), height // 2 + 3
            if row.is_record:
                self.draw.polygon(
                    ((x, middle - reach), (x + reach, middle), (x, middle + reach), (x - reach, middle)), fill=GOOD
                )
            else:
                self.draw.ellipse((x - reach, middle - reach, x + reach, middle + reach), fill=NEAR)
        else:
            return
        self.y += height

    def _hatch(self, box: tuple[int, int, int, int]) -> None:
        left, top, right, bottom = box
        self.draw.rectangle(box, fill=PAPER, outline="#aaa594", width=2)
        for x in range(left + 8, right, 16):
            self.draw.line((x, bottom, min(x + bottom - top, right), top), fill="#aaa594", width=2)


def draw(card: Card) -> bytes:
    """The card as a PNG of `SIZE`."""
    sheet = Sheet(card.site)
    match card:
        case ClaimCard():
            _claim(sheet, card)
        case ContradictionCard():
            _contradiction(sheet, card)
        case SiteCard():
            _site(sheet, card)
    held = io.BytesIO()
    sheet.image.save(held, "PNG", compress_level=6)
    return held.getvalue()


def _claim(sheet: Sheet, card: ClaimCard) -> None:
    colour = COLOURS[card.icon]
    sheet.band(colour)
    if can_write(card.rating):
        sheet.badge(card.icon, card.rating, size=92, colour=colour)
    sheet.y += 26
    if not can_write(card.headline):
        sheet.write(fit(card.unwritten, width=WIDTH, lines=3, sizes=(60, 54), weight=SEMIBOLD))
        return
    lines = 3 if card.claim or card.who else 4
    sheet.write(fit(card.headline, width=WIDTH, lines=lines, sizes=(66, 60, 54), weight=SEMIBOLD))
    sheet.y += 14
    room = (FOOT - 12 - sheet.y) // 44
    who = card.who if can_write(card.who) else ""
    if card.claim and can_write(card.claim) and room - bool(who) > 0:
        sheet.write(fit(card.claim, width=WIDTH, lines=min(2, room - bool(who)), sizes=(38,)), colour=SOFT)
    if who and room > 0:
        sheet.write(fit(who, width=WIDTH, lines=1, sizes=(38, 34), weight=SEMIBOLD), colour=SOFT)


def _contradiction(sheet: Sheet, card: ContradictionCard) -> None:
    sheet.band(COLOURS[card.icon])
    if can_write(card.status):
        sheet.badge(card.icon, card.status, size=50, colour=COLOURS[card.icon])
    if card.more and can_write(card.more):
        sheet.draw.text((SIZE[0] - EDGE, sheet.y - 29), card.more, SOFT, faces.face(34), anchor="rm")
    sheet.y += 16
    if not can_write(card.question):
        sheet.write(fit(card.unwritten, width=WIDTH, lines=3, sizes=(60, 54), weight=SEMIBOLD))
        return
    sheet.write(fit(card.question, width=WIDTH, lines=2, sizes=(60, 54, 48), weight=SEMIBOLD))
    sheet.y += 12
    for row in [row for row in card.rows if can_write(row.answer)][:MOST_ROWS]:
        if sheet.y + (ROW_DRAWN if row.is_drawn else ROW_WRITTEN) > FOOT:
            break
        _answer(sheet, row)
        sheet.y += 10


def _answer(sheet: Sheet, row: Row) -> None:
    """The answer at the left, who gives it after it on the same line, and the strip below. Words alone are larger."""
    sizes = (42, 38) if row.is_drawn else (56, 48, 42)
    answer = fit(row.answer, width=WIDTH * 2 // 3, lines=1, sizes=sizes, weight=BOLD)
    y, taken = sheet.y, round(faces.face(answer.size, BOLD).getlength(answer.lines[0]))
    sheet.write(answer, colour=GOOD if row.is_record or row.is_borne_out else INK)
    if row.who and can_write(row.who) and WIDTH - taken > 160:
        who = fit(row.who, width=WIDTH - taken - 24, lines=1, sizes=(34,), weight=REGULAR)
        sheet.draw.text((EDGE + taken + 24, y + answer.size), who.lines[0], SOFT, faces.face(34), anchor="ls")
    sheet.y += 4
    sheet.strip(row)


def _site(sheet: Sheet, card: SiteCard) -> None:
    sheet.band(NEAR)
    sheet.y += 60
    sheet.write(fit(card.title, width=WIDTH, lines=1, sizes=(120,), weight=BOLD))
    sheet.y += 20
    sheet.write(fit(card.words, width=WIDTH, lines=4, sizes=(56, 50)), colour=SOFT)


def _x(percent: float) -> int:
    return EDGE + round(WIDTH * min(max(percent, 0), 100) / 100)
