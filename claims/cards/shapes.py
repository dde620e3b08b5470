"""The shapes beside words, as on the pages (templates/components/icon.html): on a square of 20 units, edges smooth.

Pillow draws without smoothing, so a shape is drawn large and made small.
"""

from collections.abc import Callable
from functools import cache

from PIL import Image, ImageDraw

Point = tuple[float, float]
Colour = str
UNITS = 20
LARGER = 4  # times, before it is made small
STROKE = 1.9
TICK: tuple[Point, ...] = ((5.6, 10.4), (8.6, 13.4), (14.4, 6.8))
CROSS: tuple[tuple[Point, ...], ...] = (((6.6, 6.6), (13.4, 13.4)), ((13.4, 6.6), (6.6, 13.4)))
OCTAGON: tuple[Point, ...] = ((6.3, 1), (13.7, 1), (19, 6.3), (19, 13.7), (13.7, 19), (6.3, 19), (1, 13.7), (1, 6.3))
ARROWS: tuple[tuple[Point, ...], ...] = (
    ((2, 7), (15, 7)),
    ((11, 3), (15, 7), (11, 11)),
    ((18, 13), (5, 13)),
    ((9, 9), (5, 13), (9, 17)),
)
# The wordmark, on a square of 32: answers on two sides, and the cross between them.
MARK: tuple[tuple[Point, ...], ...] = (
    ((6, 8), (15, 8)),
    ((6, 16), (12, 16)),
    ((6, 24), (9, 24)),
    ((26, 8), (21, 8)),
    ((26, 16), (18, 16)),
    ((26, 24), (21, 24)),
)
MARK_CROSS: tuple[tuple[Point, ...], ...] = (((12, 10), (20, 22)), ((20, 10), (12, 22)))


class Pen:
    """Draws in units and in one colour, on a square that is `LARGER` times as large as it will be."""

    def __init__(self, size: int, colour: Colour, paper: Colour = "", *, units: int = UNITS) -> None:
        self.size, self.colour, self.paper = size, colour, paper
        self.scale = size * LARGER / units
        self.image = Image.new("RGBA", (size * LARGER, size * LARGER))
        self.draw = ImageDraw.Draw(self.image)

    def line(self, points: tuple[Point, ...], *, stroke: float = STROKE, colour: Colour = "") -> None:
        """A line with round ends and corners."""
        width = round(stroke * self.scale)
        self.draw.line(self._at(points), fill=colour or self.colour, width=width, joint="curve")
        for x, y in self._at(points):
            box = (x - width / 2, y - width / 2, x + width / 2, y + width / 2)
            self.draw.ellipse(box, fill=colour or self.colour)

    def on_solid(self, points: tuple[Point, ...]) -> None:
        """A line in the colour of the paper."""
        self.line(points, stroke=2.3, colour=self.paper)

    def disc(self) -> None:
        self.draw.ellipse(self._round(), fill=self.colour)

    def ring(self) -> None:
        self.draw.ellipse(self._round(), outline=self.colour, width=self._stroke)

    def dashes(self) -> None:
        for start in range(0, 360, 30):
            self.draw.arc(self._round(), start, start + 16, fill=self.colour, width=self._stroke)

    def half_disc(self) -> None:
        self.draw.pieslice(self._round(), 90, 270, fill=self.colour)

    def hook(self) -> None:
        """The upper part of a question mark."""
        box = [self.scale * part for part in (7, 4.6, 13, 10.6)]
        self.draw.arc(box, 180, 70, fill=self.colour, width=self._stroke)

    def polygon(self, points: tuple[Point, ...]) -> None:
        self.draw.polygon(self._at(points), fill=self.colour)

    def done(self) -> Image.Image:
        return self.image.resize((self.size, self.size), Image.Resampling.LANCZOS)

    @property
    def _stroke(self) -> int:
        return round(STROKE * self.scale)

    def _round(self) -> list[float]:
        return [self.scale * part for part in (1, 1, UNITS - 1, UNITS - 1)]

    def _at(self, points: tuple[Point, ...]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]


def _check(pen: Pen) -> None:
    pen.disc()
    pen.on_solid(TICK)


def _mostly_check(pen: Pen) -> None:
    pen.ring()
    pen.line(TICK)


def _half(pen: Pen) -> None:
    pen.ring()
    pen.half_disc()


def _mostly_cross(pen: Pen) -> None:
    pen.ring()
    for line in CROSS:
        pen.line(line)


def _cross(pen: Pen) -> None:
    pen.polygon(OCTAGON)
    for line in CROSS:
        pen.on_solid(line)


def _arrows(pen: Pen) -> None:
    for line in ARROWS:
        pen.line(line)


def _unchecked(pen: Pen) -> None:
    pen.dashes()
    pen.line(((6.5, 10), (13.5, 10)))


def _open(pen: Pen) -> None:
    pen.ring()
    pen.line(((10, 5.5), (10, 10), (13, 12.4)))


def _warning(pen: Pen) -> None:
    pen.line(((10, 2), (1.6, 17.4), (18.4, 17.4), (10, 2)))
    pen.line(((10, 8), (10, 12)))
    pen.line(((10, 14.5), (10, 14.6)))


def _question(pen: Pen) -> None:
    pen.dashes()
    pen.hook()
    pen.line(((10, 11), (10, 12.4)))
    pen.line(((10, 15.2), (10, 15.3)))


SHAPES: dict[str, Callable[[Pen], None]] = {
    "check": _check,
    "mostly-check": _mostly_check,
    "half": _half,
    "mostly-cross": _mostly_cross,
    "cross": _cross,
    "arrows": _arrows,
    "unchecked": _unchecked,
    "open": _open,
    "question": _question,
    "warning": _warning,
}


@cache
def shape(name: str, size: int, colour: Colour, paper: Colour) -> Image.Image:
    """The shape `name`, to be pasted with itself as its mask. Raises KeyError for one that there is not."""
    pen = Pen(size, colour, paper)
    SHAPES[name](pen)
    return pen.done()


@cache
def mark(size: int, near: Colour, far: Colour) -> Image.Image:
    """The sign of the site."""
    pen = Pen(size, near, units=32)
    for line in MARK:
        pen.line(line, stroke=2.6)
    for line in MARK_CROSS:
        pen.line(line, stroke=2.6, colour=far)
    return pen.done()
