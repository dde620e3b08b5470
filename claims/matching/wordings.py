"""What in the words of a text tells which happening it is about: names, numbers, figures, days, and the rarer words.

Read off the text and its measurements alone, so that the reports of an article can be weighed without a second parse.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from claims.extraction.types import ExtractedMeasurement

_TOKEN = re.compile(
    r"(?<!\w)(?P<number>\d{1,15}(?:,\d{3})*(?:\.\d{1,15})?)(?:st|nd|rd|th|am|pm|[mk]?m|ft)?(?!\w)|\w+(?:['’][^\W\d_]+)*"
)
"""A number, or a word; "76ers" and "A320" are words."""
_BY_UNIT = frozenset({"count", "amount", "distance"})
"""Measures that only their unit makes comparable: a count of ships is not one of pirates."""
_LOOSE = frozenset({"ordinal", "duration", "percentage", "age"})
"""Measures that are said of too many things to tell happenings apart."""
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = {form: month for month in _MONTHS for form in (month, month[:3])} | {"sept": "september"}
_FEMALE = frozenset({
    "she", "her", "hers", "herself", "woman", "women", "girl", "girls", "lady", "female", "mrs", "ms", "actress",
    "queen", "wife", "widow", "mother", "grandmother", "daughter", "sister", "mum", "mom", "girlfriend",
})  # fmt: skip
_MALE = frozenset({
    "he", "him", "his", "himself", "man", "men", "boy", "boys", "male", "mr", "actor", "king", "husband", "widower",
    "father", "grandfather", "son", "brother", "dad", "boyfriend",
})  # fmt: skip
_SAYING = frozenset({
    "say", "says", "said", "tell", "tells", "told", "report", "reports", "reported", "according", "announce",
    "announces", "announced",
})  # fmt: skip
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ingly", "edly", "ings", "ing", "ians", "ian", "ies", "ers", "er", "ed", "es",
    "ly", "s", "e", "y",
)  # fmt: skip
_SHORTEST = 4
_HEADLINE = 0.6
"""Share of words with a capital above which capitals tell nothing of names."""
_CENTURIES = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Wording:
    """`words` are stems without function words and verbs of saying; `names` those of them with a capital, where
    capitals mean names; `numbers` all numbers that are no year; `figures` what extraction read: measure, unit (where
    the measure needs one) and value. `gender` is that of the people spoken of: 1 where all words for them are female,
    -1 where all are male, else 0."""

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    numbers: frozenset[Decimal] = frozenset()
    figures: frozenset[tuple[str, str, Decimal]] = frozenset()
    days: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    years: frozenset[Decimal] = frozenset()
    gender: int = 0


def wording(text: str, measurements: Iterable[ExtractedMeasurement] = ()) -> Wording:
    """The wording of one text and of the figures that extraction read in it, in time linear in its length."""
    tokens = list(_TOKEN.finditer(text))
    words = [(at, token[0], _plain(token[0])) for at, token in enumerate(tokens) if not token["number"]]
    plain = {folded for _, _, folded in words}
    telling = [(at, token, folded) for at, token, folded in words if len(folded) > 1 and folded not in _empty()]
    capital = [(at, folded) for at, token, folded in telling if token[0].isupper()]
    names = capital if len(capital) <= _HEADLINE * len(telling) else []
    values = {each: Decimal(each.replace(",", "")) for token in tokens if (each := token["number"])}
    years = {value for each, value in values.items() if "," not in each and _is_year(value)}
    figures = {
        (each.measure, each.unit if each.measure in _BY_UNIT else "", each.value)
        for each in measurements
        if each.value is not None and each.measure not in _LOOSE
    }
    return Wording(
        words=frozenset(_stem(folded) for _, _, folded in telling),
        names=frozenset(_stem(folded) for at, folded in names if at > 0),
        numbers=frozenset({*values.values(), *(value for _, _, value in figures)} - years),
        figures=frozenset(figures),
        days=_DAYS & plain,
        months=frozenset(_MONTH[folded] for _, token, folded in words if folded in _MONTH and token[0].isupper()),
        years=frozenset(years),
        gender=bool(_FEMALE & plain) - bool(_MALE & plain),
    )


def _is_year(value: Decimal) -> bool:
    return value == value.to_integral_value() and int(value) in _CENTURIES


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


@cache
def _empty() -> frozenset[str]:
    """Words that carry no meaning of their own, and those that are read apart."""
    from spacy.lang.en.stop_words import STOP_WORDS  # spaCy takes a second to import

    return frozenset(STOP_WORDS) | _SAYING | _DAYS | frozenset(_MONTH)


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    """A word without its usual endings; at least four letters of it stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
