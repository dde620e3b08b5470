"""Read the unit of measurement that follows a number: "km", "per cent", "square metres", "dollars a barrel", "°C".

Every unit has one name, whatever way it is written: the names of `unit_table`, ISO 4217 codes for currencies, and
"… per …" for rates ("USD per barrel", "kilometre per hour"). Nouns that are merely counted ("26 tanks") are no units.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from claims.extraction import currencies
from claims.extraction.unit_table import NAMES, SYMBOLS, UNITS, Unit

PERCENT = "percent"

_OPEN = re.compile(r"\s{0,2}(?:[-–]\s?)?[(\[{<]?")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_NUMBER = re.compile(r"\s?\d")
_SIGN = re.compile(
    rf"(?:{'|'.join(re.escape(sign) for sign in currencies.SIGNS)})|"
    r"[^\w\s]|(?:[^\W\d_]{1,5}[23²³]?)(?![^\W_])|[^\W\d_²³]{1,3}(?=[\s.,;:)]|$)"
)
_T_SHIRT = re.compile(r"[^\W\d_]-[^\W\d_]")
_WORDS = re.compile(
    r"(?P<first>(?:U\.S\.|sq\.|cu\.|[^\W\d_]{1,24}))(?:[\s-]{1,2}(?P<second>[^\W\d_]{1,24})(?:[\s-]{1,2}(?P<third>[^\W\d_]{1,24}))?)?"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_SCALE_OF_DEGREES = re.compile(
    r"(?:\s?(?P<word>celsius|celcius|centigrade|fahrenheit|farenheit|kelvin)|(?<=°)\s?(?P<sign>[CFK])|\s?(?P<letter>[CF]))\b",
    re.IGNORECASE,
)
_OLD = re.compile(r"[\s-]{1,3}(?:old|of age)\b", re.IGNORECASE)
_PER = re.compile(
    r"\s?/\s?(?P<sign>[^\W\d_]{1,6}[23²³]?|[^\W\d_]{1,24})(?![^\W_])"
    r"|[\s-]{1,3}per[\s-]{1,3}(?P<noun>(?!cent\b)[^\W\d_]{1,24})(?![^\W_])"
    r"|[\s-]{1,3}an?[\s-]{1,3}(?P<each>second|minute|hour|day|week|month|year|night|share|barrel|bushel|dozen|piece|head|"
    r"gallon|litre|liter|tonne|ton|pound|kilo|kilogram|ounce|unit|ticket|seat|pint|pack|bottle|person|household|square "
    r"(?:foot|metre|meter|mile)|mile|kilometre|kilometer)\b(?!\s(?:ago|earlier|before|later|after|on)\b)",
    re.IGNORECASE,
)
_SPACED_SYMBOLS = frozenset({"m", "g", "t", "l", "L", "W", "V", "%", "°", "º", "‰", "℃", "℉", "％", "¢"})
"""Symbols of one character that may stand apart from their number; the others ("5 C", "2 h") are too often words."""
_WORDLIKE = frozenset({"in", "bar", "cal", "ct", "min", "mins", "rad", "ac", "mi", "mt", "mw", "us"})
"""Symbols of more characters that must stand close to their number, for they are words or parts of them."""
_COMMON_WORDS = frozenset({"KRW", "BRL", "PEN", "DEM"})
"""Currencies whose names are common words ("the five won"): taken only of large numbers and of decimals."""
_LARGE_COUNT = 1000
_MONEY = re.compile(
    r"£|\b(?:pay|pays|paid|paying|cost(?:s|ing)?|price[ds]?|worth|fine[ds]?|spen[dt]|spending|earn(?:s|ed|ing)?|salary|"
    r"wages?|sterling|profits?|loss(?:es)?|debts?|budget|money|cash|bought|buy|sold|sell|invest\w*|fund(?:s|ed|ing)?|"
    r"revenues?|sales|loans?|bonus|tax(?:es)?|fees?|bills?|rent|stole|raised|donat\w*|savings?|pension|euros?|dollars?)\b",
    re.IGNORECASE,
)
_WEIGHT = re.compile(
    r"\b(?:weigh\w*|heav(?:y|ier)|los[et]|losing|shed|gain(?:ed|s)?|drop(?:ped)?|lift\w*|carr(?:y|ied)|kilo\w*|tons?|"
    r"tonnes?|ounces?|bab(?:y|ies)|cargo|luggage|bombs?|meat|fish|overweight|body)\b",
    re.IGNORECASE,
)
_NEAR = 60
_LARGE_SUM = 10_000


@dataclass(frozen=True, slots=True)
class Reading:
    """The unit found and where its words end; `factor` multiplies the number where the unit says so ("30 MUSD")."""

    unit: str
    end: int
    factor: Decimal = Decimal(1)


def read_unit(text: str, end: int, value: Decimal) -> Reading | None:
    """The unit that follows the number `value`, which ends at `end`; None where only a noun follows, or nothing.

    Fires on "5km", "20 (kg)", "90-minute", "30 degrees Celsius", "100t", "3 per cent", "$" of "10 $", "dollars a
    share", "km/h". Leaves alone "two second-half goals", "the five won", "3 in 2020" and "5 t-shirts".
    """
    opened = _OPEN.match(text, end)
    start = opened.end() if opened else end
    found = _symbol(text, start, end) or _named(text, start, value)
    if found is None:
        return None
    found = _graded(text, found)
    found = rated(text, found)
    if start > end and text[found.end : found.end + 1] == _BRACKETS.get(text[start - 1]):
        return Reading(found.unit, found.end + 1, found.factor)
    return found


def rated(text: str, found: Reading) -> Reading:
    """The unit with what it is per, where the text says so: "a barrel", "per capita", "/h"."""
    per = _PER.match(text, found.end)
    if not per or (found.unit == PERCENT and not per["each"]):
        return found
    below = _denominator(per["each"] or per["noun"] or per["sign"])
    return Reading(f"{found.unit} per {below}", per.end(), found.factor)


def attached(text: str, end: int) -> bool:
    """Whether the letters just after a number are a unit: "70km", not "21st" or "24703L202"."""
    return _symbol(text, end, end) is not None or _named(text, end, Decimal(1)) is not None


def unit_named(phrase: str) -> str:
    """The one name of a unit that is written in words or symbols ("metric tons", "$", "km/h"); the phrase itself, in
    small letters, where it is no unit."""
    words = phrase.strip()
    found = read_unit(f"5 {words}", 1, Decimal(_LARGE_SUM)) if words else None
    return found.unit if found and found.end == len(words) + 2 else words.casefold()


def unit(name: str) -> Unit | None:
    """What is known of a unit; None for currencies, rates and counted nouns."""
    return UNITS.get(name)


def is_unit(name: str) -> bool:
    """Whether a name is one of a unit of measurement or a currency, or of a rate of one ("USD per barrel")."""
    first = name.partition(" per ")[0]
    return name in UNITS or first in UNITS or is_currency(first)


def kilometres(name: str, value: Decimal) -> Decimal | None:
    """A length in kilometres, rounded to as many digits as the text gives, but two at least: "52 miles" is 84 km, not
    83.685888. None for what is no length."""
    known = UNITS.get(name)
    if known is None or known.dimension != "length" or not known.size:
        return None
    exact = value * known.size / 1000
    if known.name == "kilometre" or not exact:
        return value
    digits = max(2, len(value.normalize().as_tuple().digits))
    return exact.quantize(Decimal(1).scaleb(exact.adjusted() - digits + 1), ROUND_HALF_UP)


def is_currency(name: str) -> bool:
    """Whether a unit is a currency by its ISO 4217 code."""
    return name in currencies.CODES


def _symbol(text: str, start: int, end: int) -> Reading | None:
    match = _SIGN.match(text, start)
    if not match or _T_SHIRT.match(text, start):
        return None
    symbol = match[0]
    bracketed = text[start - 1] in _BRACKETS
    money = None if bracketed else currencies.coded(symbol)
    if money and not (symbol in currencies.SIGNS and _NUMBER.match(text, match.end())):
        return Reading(money[0], match.end(), money[1])
    name = SYMBOLS.get(symbol)
    apart = symbol in _SPACED_SYMBOLS or (len(symbol) > 1 and symbol not in _WORDLIKE)
    return Reading(name, match.end()) if name and (start == end or bracketed or apart) else None


def _named(text: str, start: int, value: Decimal) -> Reading | None:
    match = _WORDS.match(text, start)
    if not match:
        return None
    for last in ("third", "second", "first"):
        if match[last] is None:
            continue
        stop = match.end(last)
        phrase = " ".join(re.split(r"[\s-]+", text[start:stop].casefold()))
        if phrase in {"pound", "pounds"}:
            return Reading("GBP" if _is_money(text, start, value) else "pound", stop)
        code = currencies.NAMES.get(phrase)
        if code and (code not in _COMMON_WORDS or value >= _LARGE_COUNT or value % 1):
            return Reading(code, stop)
        name = NAMES.get(phrase)
        if name and not (phrase == "second" and value != 1 and text[start - 1 : start].isspace()):
            return Reading(name, stop)
    return None


def _is_money(text: str, start: int, value: Decimal) -> bool:
    """Pounds sterling rather than pounds of weight, by the words around, then by how many."""
    if value >= 10**6:
        return True
    around = text[max(0, start - _NEAR) : start + _NEAR]
    if text[start - 1 : start] == "-" or re.match(r"pounds? of\b", text[start : start + 12], re.IGNORECASE):
        return bool(_MONEY.search(around)) and not _WEIGHT.search(around)
    if _WEIGHT.search(around):
        return False
    return bool(_MONEY.search(around)) or value >= _LARGE_SUM


def _graded(text: str, found: Reading) -> Reading:
    """The scale of degrees ("30 degrees Celsius", "75° F"), and ages ("ten years old")."""
    if found.unit == "degree":
        scale = _SCALE_OF_DEGREES.match(text, found.end)
        if scale:
            letter = (scale["word"] or scale["sign"] or scale["letter"])[0].casefold()
            return Reading({"c": "celsius", "f": "fahrenheit", "k": "kelvin"}[letter], scale.end(), found.factor)
    if found.unit in {"year", "month", "week", "day"}:
        old = _OLD.match(text, found.end)
        if old:
            return Reading(f"{found.unit} of age", old.end(), found.factor)
    return found


def _denominator(written: str) -> str:
    word = " ".join(written.casefold().split())
    return SYMBOLS.get(written) or NAMES.get(word) or {"kilo": "kilogram", "s": "second"}.get(word, word)
