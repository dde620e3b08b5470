"""Find numerals, in digits and in words, and read their values.

Our regular expressions find where a numeral starts and ends, `text2num` reads the words. Left alone: parts of names and
symbols (F-16, M1A1, ES-11/8, COVID-19), ordinals (21st), decades (1990s), clock times and whatever the caller masks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from text_to_num import text2num

from claims.vocabulary import Comparator

LONGEST_NUMERAL = 25
"""Characters: no quantity in the news is longer; a serial number or a key may be."""

SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6, "mn": 10**6, "mln": 10**6,
    "m": 10**6, "crore": 10**7, "billion": 10**9, "bn": 10**9, "bln": 10**9, "b": 10**9, "trillion": 10**12,
    "tn": 10**12, "trln": 10**12,
}  # fmt: skip

CURRENCIES = {
    "us$": "USD", "$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "r$": "BRL", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW",
    "₺": "TRY", "₪": "ILS",
}  # fmt: skip

_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = "|".join(sorted((*_UNITS.split(), *_TEENS.split(), *_TENS.split()), key=len, reverse=True))
_SCALE_WORDS = "hundred|thousand|million|billion|trillion"

_DIGITS = re.compile(
    r"(?<![\w/])(?<![\w/][.,:])(?<![^\W\d]-)"
    r"(?P<currency>(?:(?:US|AU?|CA?|NZ|HK|S|R)\s?)?\$\s?|[£€¥₹₽₴₩₺₪]\s?)?"
    rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,{LONGEST_NUMERAL}}}(?:\.\d{{1,{LONGEST_NUMERAL}}})?)"
    rf"(?:[\s-]?(?P<scale>{_SCALE_WORDS}|lakh|crore|mln|bln|trln|bn|mn|tn|k|m|b)\b)?"
    r"(?=$|[^\w]|km\b|m\b|kg\b|cm\b|mm\b|mph\b|kmh\b|ft\b|pc\b)(?!/\w)(?!:\d)(?![.,]\d)",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?<![\w-])(?:(?P<half>half|a quarter of|three[- ]quarters of) an? (?P<half_scale>{_SCALE_WORDS}|dozen)"
    rf"|(?P<vague>(?:tens|hundreds) of (?:thousands|millions)|dozens|scores|hundreds|thousands|millions|billions)"
    rf"|(?P<dozen>(?:an?|{_SMALL}) dozen)"
    rf"|(?P<words>(?:(?:{_SMALL})|an? (?:{_SCALE_WORDS}))(?:[-\s]+(?:and\s+)?(?:{_SMALL}|{_SCALE_WORDS}))*))"
    r"(?![\w])(?!-(?:third|quarter|fifth|sixth|tenth)s?\b)",
    re.IGNORECASE,
)
_VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "tens of thousands": 20_000,
    "hundreds of thousands": 200_000, "millions": 2 * 10**6, "tens of millions": 20 * 10**6,
    "hundreds of millions": 200 * 10**6, "billions": 2 * 10**9,
}  # fmt: skip
_LONGEST_PHRASE = 12
_PARTS = {"half": Decimal("0.5"), "a quarter of": Decimal("0.25"), "three quarters of": Decimal("0.75")}


@dataclass(frozen=True, slots=True)
class Numeral:
    """One numeral as it stands. `bare` is its value before the scale word, which a range may have to share."""

    start: int
    end: int
    value: Decimal
    bare: Decimal
    scale: int = 1
    currency: str = ""
    comparator: Comparator = Comparator.EXACT
    in_words: bool = False


def numerals(text: str) -> Iterator[Numeral]:
    """All numerals of `text`, in order, without overlaps.

    Fires on "17,000", "1.2 million", "$84bn", "$1-trillion", "eighty-eight", "a hundred and fifty-three", "half a
    million", "a dozen", "dozens" (at least 24). Leaves alone "F-16", "21st", "1990s", "3:15", "11/8" and 26-digit
    keys.
    """
    found = sorted((*_in_digits(text), *_in_words(text)), key=lambda numeral: (numeral.start, -numeral.end))
    end = 0
    for numeral in found:
        if numeral.start >= end:
            yield numeral
            end = numeral.end


def read_words(words: str) -> Decimal | None:
    """The value of a number in words ("four hundred thirty-two" → 432), or None where the words are no number."""
    phrase = re.sub(r"[-\s]+", " ", words.casefold()).strip()
    phrase = re.sub(r"^an? ", "one ", phrase)
    try:
        return Decimal(text2num(phrase, "en"))
    except ValueError:
        return None


def _in_digits(text: str) -> Iterator[Numeral]:
    for match in _DIGITS.finditer(text):
        digits = match["digits"].replace(",", "")
        currency = "".join((match["currency"] or "").split()).casefold()
        scale_word = (match["scale"] or "").casefold()
        end = match.end()
        if len(scale_word) == 1 and not currency:  # "5m" alone may be metres or minutes
            end, scale_word = match.end("digits"), ""
            if text[end : end + 1].isalpha() and text[end : end + 1] in "kKbB":
                continue
        bare, scale = Decimal(digits), SCALES.get(scale_word, 1)
        start = match.start() if currency else match.start("digits")
        yield Numeral(start, end, bare * scale, bare, scale, CURRENCIES.get(currency, ""))


def _in_words(text: str) -> Iterator[Numeral]:
    for match in _WORDS.finditer(text):
        phrase = " ".join(match[0].casefold().split())
        if match["vague"]:
            value = Decimal(_VAGUE[phrase])
            yield Numeral(match.start(), match.end(), value, value, comparator=Comparator.AT_LEAST, in_words=True)
            continue
        if match["half"]:
            scale_word = match["half_scale"].casefold()
            value = _PARTS[match["half"].casefold().replace("-", " ")] * (
                12 if scale_word == "dozen" else SCALES[scale_word]
            )
        elif match["dozen"]:
            value = 12 * (read_words(phrase.removesuffix(" dozen")) or Decimal(1))
        else:
            yield from _read_longest(text, match.start(), match.end())
            continue
        yield Numeral(match.start(), match.end(), value, value, in_words=True)


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
                yield Numeral(begin, stop, value, value / scale, scale, in_words=True)
                first = last
                break
        else:
            first += 1
