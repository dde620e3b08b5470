"""Find numerals, in digits and in words, and read their values.

Our regular expressions find where a numeral starts and ends, `text2num` reads the words. Left alone: parts of names and
symbols (F-16, M1A1, ES-11/8, COVID-19, 24703L202), ordinals (21st), decades (1990s), clock times and whatever the
caller masks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from text_to_num import text2num

from claims.extraction import currencies, units
from claims.vocabulary import Comparator

LONGEST_NUMERAL = 25
"""Characters: no quantity in the news is longer; a serial number or a key may be."""
LARGEST = Decimal(10) ** 21
"""No quantity in the news is larger, and none that is stored may be 10 ** 24."""

SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6, "mn": 10**6, "mln": 10**6,
    "m": 10**6, "crore": 10**7, "billion": 10**9, "bn": 10**9, "bln": 10**9, "b": 10**9, "trillion": 10**12,
    "tn": 10**12, "trln": 10**12,
}  # fmt: skip

_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = "|".join(sorted((*_UNITS.split(), *_TEENS.split(), *_TENS.split()), key=len, reverse=True))
_SCALE_WORDS = "hundred|thousand|million|billion|trillion"
_VULGAR = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625",
    "⅞": "0.875", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8",
}  # fmt: skip
_DENOMINATORS = "2|3|4|5|8|16|32|64"
"""Of fractions in digits; others are more often dates ("9/11") or scores out of ten."""

_DIGITS = re.compile(
    r"(?:(?<![\w/])(?<![\w/][.,:])(?:(?<![^\W\d]-)|(?<=\d[kmbt]-)|(?<=\d(?:bn|mn|tn|km|kg|cm|mm|ft|MW|GW|GB)-))"
    r"|(?<=(?<![^\W_])[A-Z]{3})|(?<=(?<![^\W_])Rs))"
    rf"(?:(?P<vulgar>(?:\d{{1,3}}\s?)?[{''.join(_VULGAR)}])"
    rf"|(?:(?P<whole>\d{{1,3}})(?:-|\s(?:and\s)?))?(?P<over>\d{{1,2}})/(?P<under>{_DENOMINATORS})(?![\w/]|\.\d)"
    r"|(?P<digits>\d{1,3}(?:,\d{3})++(?!\d)(?:\.\d++)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})++(?!\d)"
    r"|\d{1,2}(?:,\d\d(?!\d))++,\d{3}(?!\d)|\d{1,3}(?:,\s0\d\d)++(?!\d)|\d{1,3}(?: \d{3}){0,3} 000(?!\d)"
    r"|\d++(?:\.\d++)?|\.\d++)"
    r"(?![/:.,]\d))"
)
_SCALE = re.compile(
    rf"(?:\s?-\s?|\s)?(?:(?P<word>{_SCALE_WORDS}|lakh|crore|mln|bln|trln|bn|mn|tn)s?|(?P<letter>[kmb]))(?![^\W_])",
    re.IGNORECASE,
)
_MODEL = re.compile(r"-(?:[A-Z]|\d{1,4}s)(?!\w)")
"""After a number that is a name: "10-K", "747-400s"."""
_SCALES_IN_A_ROW = 2  # "2 lakh crore"
_THINGS = re.compile(
    r"\s(?:[a-z-]+\s)?(?:people|yen|won|yuan|(?!hurdles|metres|meters|across|towards|was|has|is|as|its|this|ones)"
    r"[a-z]{2,}[^s\W]s)\b",
    re.IGNORECASE,
)
"""After "2.4m": what can be counted in millions. Otherwise m is for metres."""

_NEAR = 80
"""Characters over which "2.4m people" tells how the next m is meant."""

_VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "tens of thousands": 20_000,
    "hundreds of thousands": 200_000, "millions": 2 * 10**6, "tens of millions": 20 * 10**6,
    "hundreds of millions": 200 * 10**6, "billions": 2 * 10**9, "tens of billions": 20 * 10**9,
    "hundreds of billions": 200 * 10**9, "trillions": 2 * 10**12,
}  # fmt: skip
_WORDS = re.compile(
    rf"(?<![\w-])(?:(?P<part>half|(?:an? )?quarter|three[- ]quarters?)[- ](?:of[- ])?(?:an?[- ])?"
    rf"(?P<part_scale>{_SCALE_WORDS}|dozen)"
    r"|(?P<vague>(?:tens|hundreds) of (?:thousands|millions|billions)|dozens|scores(?= of\b)|hundreds|thousands|"
    r"millions|billions|trillions)"
    rf"|(?P<few>a couple(?: of)?|a few|several) (?P<few_scale>(?:hundred )?(?:{_SCALE_WORDS}|dozen))"
    rf"|(?P<dozen>(?:an?|{_SMALL}) dozen)"
    r"|(?P<single>(?<!not )(?<!without )an? single(?= (?:\w+ )?(?:person|man|woman|child|civilian|soldier|fighter|"
    r"victim|passenger|death|fatality|casualty|injury|life)\b))"
    r"|(?<!net )(?<!ground )(?P<zero>zero)(?![\s-](?:tolerance|sum|hour|in\b|emission|waste|carbon|day))"
    rf"|(?P<words>(?:(?:{_SMALL})|an? (?:{_SCALE_WORDS}))(?:[-\s]+(?:and\s+)?(?:{_SMALL}|{_SCALE_WORDS}))*))"
    r"(?![\w])(?!-(?:first|second|third|quarter|(?:four|fif|six|seven|eigh|nin|ten)th)s?\b)",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(r"(?:\s+|-)and(?:\s+|-)a(?:\s+|-)half\b", re.IGNORECASE)
_LONGEST_PHRASE = 12
_PARTS = {"half": "0.5", "quarter": "0.25", "three quarter": "0.75", "three quarters": "0.75"}


@dataclass(frozen=True, slots=True)
class Numeral:
    """One numeral as it stands. `bare` is its value before the scale word, which a range may have to share.
    `multiple_of` is what a vague word names: a dozen of "dozens", which is read as at least two."""

    start: int
    end: int
    value: Decimal
    bare: Decimal
    scale: int = 1
    currency: str = ""
    comparator: Comparator = Comparator.EXACT
    in_words: bool = False
    multiple_of: Decimal | None = None


def numerals(text: str) -> Iterator[Numeral]:
    """All numerals of `text`, in order, without overlaps.

    Fires on "17,000", "1.2 million", "$84bn", "$1-trillion", "10 1/2", "2.4m people", "eighty-eight", "a hundred and
    fifty-three", "half a million", "a dozen", "dozens" (at least 24). Leaves alone "F-16", "21st", "1990s", "3:15",
    "11/8", "24703L202" and 26-digit keys.
    """
    found = sorted((*_in_digits(text), *_in_words(text)), key=lambda numeral: (numeral.start, -numeral.end))
    end = 0
    for numeral in found:
        if numeral.start >= end:
            yield numeral
            end = numeral.end


@lru_cache(maxsize=4096)
def read_words(words: str) -> Decimal | None:
    """The value of a number in words ("four hundred thirty-two" → 432), or None where the words are no number."""
    phrase = re.sub(r"[-\s]+", " ", words.casefold()).strip()
    phrase = re.sub(r"^an? ", "one ", phrase)
    try:
        return Decimal(text2num(phrase, "en"))
    except ValueError:
        return None


def _in_digits(text: str) -> Iterator[Numeral]:
    in_millions = -_NEAR
    for match in _DIGITS.finditer(text):
        bare = _value(match)
        if bare is None:
            continue
        first, end = match.start(), match.end()
        money = currencies.before(text, first)
        if not money and text[first - 1 : first].isalnum():  # "FAB500"
            continue
        start, currency, factor = money or (first, "", Decimal(1))
        scale, stop = _scale(text, end, money=bool(currency), large=end - in_millions < _NEAR)
        if stop == end + 1 and not currency:
            in_millions = stop
        if stop == end and (_MODEL.match(text, end) or _glued(text, end)):
            continue
        half = _AND_A_HALF.match(text, stop)
        if half:
            bare += Decimal("0.5")
            more, stop = _scale(text, half.end(), money=False, large=False)
            scale *= more
        if _negative(text, start):
            start, bare = start - 1, -bare
        value = bare * scale * factor
        if abs(value) < LARGEST:
            yield Numeral(start, stop, value, bare, scale, currency)


def _glued(text: str, end: int) -> bool:
    """Whether letters that are no unit follow at once: "21st", "24703L202", not "70km"."""
    return text[end : end + 1].isalnum() and not units.attached(text, end)


def _value(match: re.Match[str]) -> Decimal | None:
    if match["digits"]:
        digits = re.sub(r"[,\s]", "", match["digits"])
        return Decimal(digits) if len(digits) <= LONGEST_NUMERAL else None
    if match["vulgar"]:
        return Decimal(match["vulgar"][:-1].strip() or 0) + Decimal(_VULGAR[match["vulgar"][-1]])
    over, under = Decimal(match["over"]), Decimal(match["under"])
    return round(Decimal(match["whole"] or 0) + over / under, 6) if 0 < over < under else None


def _scale(text: str, end: int, *, money: bool, large: bool) -> tuple[int, int]:
    """The scale words after a number, multiplied, and where they end. "5m" is metres, except of money, of things that
    come in millions, and where these were spoken of before (`large`)."""
    scale = 1
    for _ in range(_SCALES_IN_A_ROW):
        match = _SCALE.match(text, end)
        if not match:
            break
        if match["letter"] and not money:
            close = match.start("letter") == end
            if not close or not (large or _THINGS.match(text, match.end())):
                break
        scale, end = scale * SCALES[(match["word"] or match["letter"]).casefold()], match.end()
    return scale, end


def _negative(text: str, start: int) -> bool:
    """A minus sign just before, at the start of a word: "at -5", not "10 -5", "F-16" or "15-20"."""
    if text[start - 1 : start] not in {"-", "−"} or start < 1:
        return False
    before = text[max(0, start - 4) : start - 1]
    return not before or (before[-1] in " \t\n(" and not before.rstrip()[-1:].isdigit())


def _in_words(text: str) -> Iterator[Numeral]:
    for match in _WORDS.finditer(text):
        phrase = " ".join(match[0].casefold().split())
        if match["words"]:
            yield from _read_longest(text, match.start(), match.end())
            continue
        comparator, multiple_of = Comparator.EXACT, None
        if match["zero"]:
            value = Decimal(0)
        elif match["single"]:
            value = Decimal(1)
        elif match["vague"]:
            value, comparator = Decimal(_VAGUE[phrase]), Comparator.AT_LEAST
            multiple_of = value / 2
        elif match["few"]:
            multiple_of = _scale_value(match["few_scale"])
            value = 2 * multiple_of
            couple = "couple" in match["few"].casefold()
            comparator = Comparator.APPROX if couple else Comparator.AT_LEAST
            multiple_of = None if couple else multiple_of
        elif match["dozen"]:
            value = 12 * (read_words(phrase.removesuffix(" dozen")) or Decimal(1))
        else:
            part = match["part"].casefold().replace("-", " ")
            value = Decimal(_PARTS[part.removeprefix("a ")]) * _scale_value(match["part_scale"])
        yield Numeral(
            match.start(), match.end(), value, value, comparator=comparator, in_words=True, multiple_of=multiple_of
        )


def _scale_value(words: str) -> Decimal:
    value = Decimal(1)
    for word in words.casefold().split():
        value *= 12 if word == "dozen" else SCALES[word]
    return value


def _read_longest(text: str, start: int, end: int) -> Iterator[Numeral]:
    """Read number words from the left, as many at a time as make one number: "two three" is two numerals."""
    words = list(re.finditer(r"[^\W_]+", text[start:end]))
    first = 0
    while first < len(words):
        for last in range(min(len(words), first + _LONGEST_PHRASE), first, -1):
            begin, stop = start + words[first].start(), start + words[last - 1].end()
            value = read_words(text[begin:stop])
            if value is not None and words[last - 1][0].casefold() != "and":
                scale = SCALES.get(words[last - 1][0].casefold(), 1) if last - first > 1 else 1
                half = _AND_A_HALF.match(text, stop)
                if half:
                    more, stop = _scale(text, half.end(), money=False, large=False)
                    value, scale = (value + scale * Decimal("0.5")) * more, scale * more
                yield Numeral(begin, stop, value, value / scale, scale, in_words=True)
                first = last
                break
        else:
            first += 1
