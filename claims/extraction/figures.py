"""From numerals to figures: what is meant by a number in its words ("nearly $250 billion", "26 tanks out of 31").

Each rule looks at a window of fixed length around a numeral, so a text of any length is read in linear time.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.extraction import currencies
from claims.extraction.comparators import WINDOW
from claims.extraction.figure_types import Figure, figure_of, unit_of
from claims.extraction.labels import label_spans
from claims.extraction.numerals import SCALES, Numeral, numerals
from claims.extraction.shares import halves, shares
from claims.extraction.units import unit
from claims.vocabulary import Comparator

_RANGE = re.compile(r"\s*(?:-|–|—|\bto\b|\band\b|\bor\b|\buntil\b)\s*", re.IGNORECASE)
OUT_OF = re.compile(
    r"(?:\s+[\w'’-]+){0,6}?\s+(?:out of(?: an?)?(?: (?:possible|total)(?: of)?)?|of (?:an? )?(?:possible|"
    r"total)(?: of)?|of (?:the|its|their|all|those))\s*$",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(r"\ball but $", re.IGNORECASE)
_DIRECT_OF = re.compile(r"\s+of\s*$", re.IGNORECASE)
_TO = re.compile(r"\bto\s+(?:about |around |some |at least |more than |over |just )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
_RANGING_FROM = re.compile(r"\brang\w+ from\s*$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rose|risen|fell|fallen|climbed|dropped|gained|lost|slid|slipped|sank|jumped|leapt|surged|soared|tumbled|"
    r"plunged|added|shed|increased|decreased|declined|advanced|eased|edged|grew|grown|up|down|higher|lower)"
    r"(?:\s+(?:by|about|nearly|almost|over|some|another|as much as))*\s*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween(?:\s+(?:about|some|around))?\s*$", re.IGNORECASE)
_PART_GAP = re.compile(r"\s?(?:,\s)?(?:and\s)?")
_ALONE = re.compile(r"\s*(?:$|[.,;:!?)]|(?:more|less|each)\b)")
_PLAYED = re.compile(
    r"\b(?:won|lost|wins?|beat(?:en)?|drew|draw|defeat(?:ed)?|victory|lead|led|trail\w*|scored?|ahead)\b[^.;\d]{0,24}$",
    re.IGNORECASE,
)
_MOST_GOALS = 30


def figures(text: str, masked: Sequence[tuple[int, int]]) -> list[Figure]:
    """All figures of `text` outside the `masked` spans (dates, times, symbols, tallies), in order, without overlaps.

    Fires on "some 90,000", "$15 to 30 billion", "between 62 and 70", "26 tanks out of 31", "two-thirds of", "one in
    five", "1,500,000 + 1", "6ft 2in", "half an hour". Leaves alone scores ("won 3-1"), "two-thirds majority",
    "Flight 370", "2021-22"; reads "from 540 to 290" not as a range but as two figures, the first superseded.
    """
    named = [*masked, *label_spans(text)]
    hidden = _Spans(named)
    parts = [share for share in (*shares(text), *halves(text)) if not hidden.meet(share.start, share.end)]
    hidden = _Spans([*named, *((share.start, share.end) for share in parts)])
    found = [numeral for numeral in numerals(text) if not hidden.meet(numeral.start, numeral.end)]
    return sorted([*parts, *_joined(text, found)], key=lambda figure: figure.start)


class _Spans:
    """Spans merged into disjoint ones, so that a look-up takes logarithmic time."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.ends: list[int] = []
        self.starts: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(end, self.ends[-1])
            else:
                self.starts.append(start)
                self.ends.append(end)

    def meet(self, start: int, end: int) -> bool:
        """Whether any of the spans overlaps this one."""
        place = bisect_left(self.ends, start + 1)
        return place < len(self.starts) and self.starts[place] < end


def _joined(text: str, found: Sequence[Numeral]) -> list[Figure]:
    """Join numerals into ranges, sums and parts of a whole, in one pass from the left."""
    result: list[Figure] = []
    position, end = 0, 0
    while position < len(found):
        if found[position].start < end:  # "a dozen" of "64 cents a dozen"
            position += 1
            continue
        figure, used = _next(text, found, position)
        position += used
        if figure:
            result.append(figure)
            end = figure.end
    return result


def _next(text: str, found: Sequence[Numeral], position: int) -> tuple[Figure | None, int]:
    """The figure that starts with a numeral, None for a score, and how many numerals it takes."""
    numeral = found[position]
    following = found[position + 1] if position + 1 < len(found) else None
    if following is None or following.start - numeral.end > 2 * WINDOW:
        return figure_of(text, numeral), 1
    gap = text[numeral.end : following.start]
    if _score(text, gap, numeral, following):
        return None, 2
    pair = _sum(text, numeral, following, gap) or _range(text, numeral, following)
    pair = pair or _part(text, numeral, following, gap)
    if pair:
        return pair, 2
    figure, used = figure_of(text, numeral), 1
    while position + used < len(found):
        longer = _compound(text, figure, found[position + used])
        if longer is None:
            break
        figure, used = longer, used + 1
    return replace(figure, superseded=bool(_TO.search(gap)) and _from(text, numeral)), used


def _sum(text: str, first: Numeral, second: Numeral, gap: str) -> Figure | None:
    """ "1,500,000 + 1"."""
    if gap not in {" + ", "+"}:
        return None
    return figure_of(text, replace(first, end=second.end, value=first.value + second.value))


def _part(text: str, part: Numeral, whole: Numeral, gap: str) -> Figure | None:
    """ "26 tanks out of 31", "three of the five"."""
    if not (OUT_OF.fullmatch(gap) or _DIRECT_OF.fullmatch(gap)) or not whole.value >= part.value > 0:
        return None
    figure = replace(figure_of(text, part), whole=figure_of(text, whole))
    if not _ALL_BUT.search(text, max(0, part.start - WINDOW), part.start):
        return figure
    start = part.start - len("all but ")
    return replace(figure, start=start, core_start=start, value=whole.value - part.value)


def _range(text: str, low: Numeral, high: Numeral) -> Figure | None:
    """Two numerals that bound one figure: "between 62 and 70", "15 to 30 billion", "62-70", "$15-30bn", "€5m–€7m",
    "two or three"; not "rose 3% to 78 points", "from 540 to 290"."""
    found, _ = unit_of(text, low)
    joiner = text[found.end : high.start]
    if not _RANGE.fullmatch(joiner):
        return None
    first, whole = figure_of(text, low), figure_of(text, high)
    if found.unit and whole.unit != found.unit and (whole.unit or not low.currency):
        return None
    lower = low.value
    if low.scale == 1 and high.scale > 1 and low.bare < high.bare and low.value < SCALES["thousand"]:
        lower = low.bare * high.scale
    before = text[max(0, low.start - WINDOW) : low.start]
    between = _BETWEEN.search(before)
    if lower >= high.value or not (between or _bounds(joiner.strip().casefold(), first, whole, before)):
        return None
    start = low.start - len(before) + between.start() if between else first.start
    return replace(
        whole, start=start, core_start=low.start, value=lower, value_max=high.value, comparator=Comparator.RANGE,
        unit=whole.unit or first.unit,
    )  # fmt: skip


def _bounds(joiner: str, low: Figure, high: Figure, before: str) -> bool:
    """Whether two numbers joined by a dash or a word are a range: "5 to 7", "two or three", not "fell $2 to $45"."""
    if joiner == "and":
        return False
    if joiner == "or":
        return high.value - low.value == 1
    if joiner == "to":
        moved = _FROM.search(before) or (low.unit and low.unit == high.unit and _MOVED.search(before))
        return not moved or bool(_RANGING_FROM.search(before))
    return True


def _compound(text: str, figure: Figure, numeral: Numeral) -> Figure | None:
    """A figure and a smaller one that goes with it: "6ft 2in", "2 hours and 30 minutes", "13 dollars 45"."""
    if not 0 < numeral.start - figure.end <= 5 or not _PART_GAP.fullmatch(text[figure.end : numeral.start]):
        return None
    if not figure.unit or numeral.currency or figure.value_max is not None or numeral.value < 0:
        return None
    smaller, value = unit_of(text, numeral)
    if figure.currency:
        coin = currencies.SUBUNITS.get(smaller.unit)
        said = not smaller.unit and "," not in text[figure.end : numeral.start] and 10 <= value < 100
        if (
            coin is None
            and said
            and _ALONE.match(text, numeral.end)
            and figure.value == figure.value.to_integral_value()
        ):
            coin = "0.01"
        if coin is None or value >= 100:
            return None
        total = figure.value + value * Decimal(coin)
    else:
        large, small = unit(figure.unit), unit(smaller.unit)
        if not large or not small or large.dimension != small.dimension or not 0 < small.size < large.size:
            return None
        if value * small.size >= large.size:
            return None
        total = round(figure.value + value * small.size / large.size, 6)
    return replace(figure, end=smaller.end, core_end=numeral.end, value=total)


def _from(text: str, numeral: Numeral) -> bool:
    return bool(_FROM.search(text[max(0, numeral.start - WINDOW) : numeral.start]))


def _score(text: str, gap: str, first: Numeral, second: Numeral) -> bool:
    """ "won 3-1", "lost 0-2": digits joined by a hyphen that are no range are a score or a code, not figures."""
    if gap.strip() not in {"-", "–"} or first.in_words or first.currency or second.currency:
        return False
    played = max(first.value, second.value) < _MOST_GOALS and _PLAYED.search(
        text[max(0, first.start - WINDOW) : first.start]
    )
    return first.value >= second.value or bool(played)
