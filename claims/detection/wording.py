"""How much two propositions say the same, by their content words.

Words are cut to a rough stem, so that "denied" and "denies", "Russian" and "Russia" meet. This finds the same statement
in similar words; it cannot tell that two different statements mean the same, and does not try to.
"""

import re
from functools import cache, lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SAYING = """
say says said tell told claim claims claimed deny denies denied report reports reported according state states stated
declare declares declared monday tuesday wednesday thursday friday saturday sunday year years day days week month
"""
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ingly",
    "edly",
    "ings",
    "ing",
    "ians",
    "ian",
    "ies",
    "ers",
    "er",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
_SHORTEST = 4


@cache
def _empty() -> frozenset[str]:
    """Words that carry no meaning of their own."""
    from spacy.lang.en.stop_words import STOP_WORDS  # spaCy takes a second to import

    return frozenset(STOP_WORDS) | frozenset(_SAYING.split())


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its usual endings; at least four letters of it stay."""
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return plain[: -len(ending)]
    return plain


@lru_cache(maxsize=16384)
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning: no stop words, no verbs of saying, no days of the week."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.casefold() not in _empty() and len(word) > 1)


@lru_cache(maxsize=16384)
def names(text: str) -> frozenset[str]:
    """The stems of capitalised words that are not merely the first of the text."""
    found = [match for match in _WORD.finditer(text) if match[0][0].isupper() and match[0].casefold() not in _empty()]
    return frozenset(stem(match[0]) for match in found if match.start() > 0 or len(found) == 1)


def similarity(one: str, other: str) -> float:
    """Content words in common as a share of both (Dice's coefficient, 0 to 1): a short text is not the same as a long
    one that happens to hold its words."""
    left, right = content(one), content(other)
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0
