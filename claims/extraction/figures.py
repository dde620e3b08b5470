"""From numerals to figures: what is meant by a number in its words ("nearly $250 billion", "26 tanks out of 31").

Each rule looks at a window of fixed length around a numeral, so a text of any length is read in linear time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.extraction.numerals import SCALES, Numeral, numerals, read_words
from claims.vocabulary import Comparator

WINDOW = 48
_OPEN = r"[\"'“‘]?"
_FILL = r"(?:\s+(?:the|an?|some|about|just|only|around|estimated|another|a total of|roughly|nearly|almost))*"

_APPROX = (
    r"about|around|approximately|approx\.?|some|roughly|nearly|almost|close to|nearing|an? estimated|estimated|circa|"
    r"ca\.|"
    r"in the region of|in the order of|more or less|just under|just over|just short of|just about|an average of|~|≈"
)
_AT_LEAST = (
    r"at least|(?:slightly |far |well |much )?more than|(?:well |slightly |just )?over|above|no (?:fewer|less) than|"
    r"not less than|upwards? of|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|"
    r"(?:have |has |had )passed|beyond|a minimum of|greater than|higher than|larger than|>|≥|as (?:early|few|little) as"
)
_AT_MOST = (
    r"up to|as (?:many|much|high|large) as|at most|(?:no|not) more than|(?:slightly |far |well )?(?:less|fewer) than|"
    r"below|under|a maximum of|lower than|<|≤|up to some|a ceiling of"
)
_BEFORE = [
    (
        comparator,
        re.compile(
            rf"(?:^|[\s(\"'“‘—–-])(?P<words>{_OPEN}(?:{words}){_OPEN.replace('?', '')}?{_FILL})\s*$", re.IGNORECASE
        ),
    )
    for comparator, words in (
        (Comparator.AT_MOST, _AT_MOST),
        (Comparator.AT_LEAST, _AT_LEAST),
        (Comparator.APPROX, _APPROX),
    )
]
_AFTER = [
    (
        Comparator.AT_LEAST,
        re.compile(
            r"(?:\s+\w+){0,2}\s+(?:or more|at least|and counting|and (?:up|above))\b|\+(?!\s*\d)|-plus\b| plus\b",
            re.IGNORECASE,
        ),
    ),
    (Comparator.APPROX, re.compile(r"(?:\s+\w+){0,2}\s+(?:or so|or thereabouts)\b|-odd\b|-ish\b", re.IGNORECASE)),
    (Comparator.AT_MOST, re.compile(r"(?:\s+\w+){0,2}\s+(?:or (?:fewer|less)|at most)\b", re.IGNORECASE)),
]
_RANGE = re.compile(r"\s*(?:-|–|—|\bto\b|\band\b|\bor\b)\s*", re.IGNORECASE)
OUT_OF = re.compile(
    r"(?:\s+[\w'’-]+){0,6}?\s+(?:out of(?: an?)?(?: (?:possible|total)(?: of)?)?|of (?:an? )?(?:possible|"
    r"total)(?: of)?|of (?:the|its|their|all|those))\s*$",
    re.IGNORECASE,
)
_DIRECT_OF = re.compile(r"\s+of\s*$", re.IGNORECASE)
_CURRENCY_WORD = re.compile(
    r"[\s-]*(?:(?P<of>US|U\.S\.|American|Australian|Canadian|Hong Kong|New Zealand|Singapore|British)\s+)?"
    r"(?P<word>dollars?|euros?|pounds?(?: sterling)?|yen|yuan|renminbi|roubles?|rubles?|rupees?|hryvnias?|francs?|"
    r"shekels?|won|lira|"
    r"USD|EUR|GBP|JPY|CNY|RUB|INR|UAH|CHF|CAD|AUD|ILS)\b(?!\s+(?:of (?:flesh|weight)))",
    re.IGNORECASE,
)
_CODES = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "pound sterling": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rouble": "RUB", "ruble": "RUB", "rupee": "INR", "hryvnia": "UAH", "franc": "CHF",
    "shekel": "ILS", "won": "KRW", "lira": "TRY",
}  # fmt: skip
_DOLLARS = {"australian": "AUD", "canadian": "CAD", "hong kong": "HKD", "new zealand": "NZD", "singapore": "SGD"}
_CODE_BEFORE = re.compile(r"\b(USD|EUR|GBP|JPY|CNY|RUB|INR|UAH|CHF|CAD|AUD|ILS)\s?$")
_PERCENT = re.compile(r"\s?(?:%|-?per\s?cent\b|-?percent\b|-?percentage points?\b|pc\b)", re.IGNORECASE)
_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<n>one|two|three|four|five|six|seven|eight|nine|a|\d+)[-\s](?P<part>half|third|quarter|fifth|"
    r"sixth|tenth)s?"
    r"|(?P<one>one|two|three|four|nine|1) (?:in|out of)(?: every)? (?P<of>two|three|four|five|six|seven|eight|nine|"
    r"ten|\d+)"
    r"|(?P<half>half)(?= (?:of|the)\b))(?![\w-])(?! (?:majority|time|hour|century|year|million|billion|place|"
    r"a million))",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: `start`–`end` cover its words with comparator and currency, `core` only the (last) numeral."""

    start: int
    end: int
    core_start: int
    core_end: int
    value: Decimal
    value_max: Decimal | None = None
    comparator: Comparator = Comparator.EXACT
    currency: str = ""
    percent: bool = False
    total: Decimal | None = None
    superseded: bool = False
    in_words: bool = False


def figures(text: str, masked: Sequence[tuple[int, int]]) -> list[Figure]:
    """All figures of `text` outside the `masked` spans (dates, times, symbols, tallies), in order, without overlaps.

    Fires on "some 90,000", "$15 to 30 billion", "between 62 and 70", "26 tanks out of 31", "two-thirds of", "one in
    five", "1,500,000 + 1". Leaves alone scores ("won 3-1"), "two-thirds majority", "from 540 to 290" as a range (two
    figures, the first superseded).
    """
    shares = [figure for figure in _shares(text) if not _hidden(figure.start, figure.end, masked)]
    hidden = [*masked, *((figure.start, figure.end) for figure in shares)]
    found = [numeral for numeral in numerals(text) if not _hidden(numeral.start, numeral.end, hidden)]
    return sorted([*shares, *_joined(text, found)], key=lambda figure: figure.start)


def _hidden(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for begin, stop in spans)


def _joined(text: str, found: list[Numeral]) -> Iterator[Figure]:
    """Join numerals into ranges, sums and parts of a whole, in one pass from the left."""
    position = 0
    while position < len(found):
        numeral = found[position]
        following = found[position + 1] if position + 1 < len(found) else None
        gap = text[numeral.end : following.start] if following and following.start - numeral.end <= 2 * WINDOW else None
        if following and gap is not None:
            if gap in {" + ", "+"}:
                merged = replace(numeral, end=following.end, value=numeral.value + following.value)
                yield figure_of(text, merged)
                position += 2
                continue
            ranged = _range(text, numeral, following, gap)
            if ranged:
                yield ranged
                position += 2
                continue
            if _score(gap, numeral, following):
                position += 2
                continue
            part = figure_of(text, numeral)
            if (OUT_OF.fullmatch(gap) or _DIRECT_OF.fullmatch(gap)) and following.value >= numeral.value > 0:
                yield replace(part, total=following.value)
                position += 2
                continue
            if re.search(r"\bto\s+(?:about |around |some |at least |more than |over |just )?$", gap) and _from(
                text, numeral
            ):
                yield replace(part, superseded=True)
                position += 1
                continue
        yield figure_of(text, numeral)
        position += 1


def figure_of(text: str, numeral: Numeral) -> Figure:
    """One numeral with the comparator, currency or percent sign beside it."""
    start, end = numeral.start, numeral.end
    comparator, currency = numeral.comparator, numeral.currency
    code = _CODE_BEFORE.search(text, max(0, start - 5), start)
    if code and not currency:
        currency, start = code[1], code.start()
    word = None if currency else _CURRENCY_WORD.match(text, end, end + WINDOW)
    if word:
        currency, end = _currency(word), word.end()
    percent = _PERCENT.match(text, end, end + WINDOW)
    if percent:
        end = percent.end()
    before = text[max(0, start - WINDOW) : start]
    leading = [(match.start("words"), kind) for kind, pattern in _BEFORE for match in pattern.finditer(before)]
    if leading:  # the longest wins: "no fewer than" over the "fewer than" in it
        position, comparator = min(leading)
        start += position - len(before)
    else:
        for kind, pattern in _AFTER:
            match = pattern.match(text, end, end + WINDOW)
            if match:
                comparator, end = kind, match.end()
                break
    return Figure(
        start, end, numeral.start, numeral.end, numeral.value, None, comparator, currency, bool(percent),
        in_words=numeral.in_words,
    )  # fmt: skip


def _currency(word: re.Match[str]) -> str:
    name = word["word"].casefold()
    singular = name if name in _CODES else name.removesuffix("s")
    if singular == "dollar":
        return _DOLLARS.get((word["of"] or "").casefold(), "USD")
    return _CODES.get(singular, name.upper())


def _range(text: str, low: Numeral, high: Numeral, gap: str) -> Figure | None:
    """Two numerals that bound one figure: "between 62 and 70", "15 to 30 billion", "62-70", "$15-30bn"."""
    plain = gap
    unit = _PERCENT.match(gap)
    if unit:
        plain = gap[unit.end() :]
    if not _RANGE.fullmatch(plain):
        return None
    lower = low.value
    if low.scale == 1 and high.scale > 1 and low.bare < high.bare and low.value < SCALES["thousand"]:
        lower = low.bare * high.scale
    before = text[max(0, low.start - WINDOW) : low.start]
    between = re.search(r"\bbetween(?:\s+(?:about|some|around))?\s*$", before, re.IGNORECASE)
    joiner = plain.strip().casefold()
    if lower >= high.value or (joiner in {"and", "or"} and not between):
        return None
    if joiner == "to" and _from(text, low) and not re.search(r"\brang\w+ from\s*$", before, re.IGNORECASE):
        return None
    whole = figure_of(text, high)
    first = figure_of(text, low)
    start = low.start - len(before) + between.start() if between else first.start
    return replace(
        whole, start=start, core_start=low.start, value=lower, value_max=high.value, comparator=Comparator.RANGE,
        currency=whole.currency or first.currency,
    )  # fmt: skip


def _from(text: str, numeral: Numeral) -> bool:
    before = text[max(0, numeral.start - WINDOW) : numeral.start]
    return bool(re.search(r"\bfrom\b(?:\s+\w+){0,3}\s*$", before, re.IGNORECASE))


def _score(gap: str, first: Numeral, second: Numeral) -> bool:
    """ "won 3-1": digits joined by a hyphen that are no range are a score or a code, not figures."""
    return gap.strip() in {"-", "–"} and first.value >= second.value and not first.in_words


def _shares(text: str) -> Iterator[Figure]:
    for match in _FRACTION.finditer(text):
        if match["half"]:
            value = Decimal(50)
        elif match["part"]:
            count = _small(match["n"])
            value = Decimal(100) * count / _PARTS[match["part"].casefold()]
        else:
            whole = _small(match["of"])
            if not whole or _small(match["one"]) >= whole or whole > 1000:
                continue
            value = Decimal(100) * _small(match["one"]) / whole
        exact = value == value.to_integral_value()
        numeral = Numeral(match.start(), match.end(), round(value, 2), value, in_words=True)
        figure = figure_of(text, numeral)
        comparator = Comparator.APPROX if figure.comparator is Comparator.EXACT and not exact else figure.comparator
        yield replace(figure, percent=True, comparator=comparator)


def _small(word: str) -> Decimal:
    return Decimal(1) if word.casefold() == "a" else read_words(word) or Decimal(word if word.isdigit() else 0)
