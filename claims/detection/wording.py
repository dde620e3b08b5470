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
    "ations", "ation", "ition", "ating", "ated", "ates", "ate", "ments", "ment", "ions", "ion", "ingly", "edly", "ings",
    "ing", "ians", "ian", "ia", "ans", "an", "ers", "er", "ors", "or", "ed", "es", "ly", "s", "e", "a",
)  # fmt: skip
_LONG = ("at", "ment")
_SHORTEST = 3
_IRREGULAR = """
be am is are was were been being; bear bore born; beat beaten; become became; begin began begun; bend bent; bind bound;
bite bit bitten; blow blew blown; break broke broken; bring brought; build built; burn burnt; buy bought; catch caught;
child children; choose chose chosen; come came; deal dealt; die died dies dying dead death; dig dug; do did done does;
draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fail failure; fall fell fallen; feed fed;
feel felt; fight fought; find found; flee fled; fly flew flown flies; foot feet; forbid forbade forbidden;
forget forgot forgotten; freeze froze frozen; get got gotten; give gave given; go went gone goes; grow grew grown;
hang hung; have has had; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid;
lead led; leave left; lend lent; lose lost loser losing; lie lain lying; light lit; make made; man men; mean meant;
meet met; person people persons; reject rejection; ride rode ridden; ring rang rung; rise rose risen; run ran;
say said; see saw seen; seek sought; sell sold; send sent; shake shook shaken; shoot shot; show shown;
shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; spend spent;
spin spun; stand stood; steal stole stolen; stick stuck; strike struck; succeed success successful successfully;
swear swore sworn; sweep swept; swim swam swum; take took taken; teach taught; tear tore torn; tell told; think thought;
throw threw thrown; tie tied tying; understand understood; use used using; wake woke woken; wear wore worn; weep wept;
win won; withdraw withdrew withdrawn withdrawal; woman women; write wrote written; deny denial; refuse refusal;
approve approval; pay paid payment payments; arrive arrival; survive survival
"""
"""Forms of one word that no ending explains, the one to which the others fold first."""


@cache
def _empty() -> frozenset[str]:
    """Words that carry no meaning of their own."""
    from spacy.lang.en.stop_words import STOP_WORDS  # spaCy takes a second to import

    return frozenset(STOP_WORDS) | frozenset(_SAYING.split())


@cache
def _irregular() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _IRREGULAR.split(";"):
        first, *others = line.split()
        for other in others:
            found.setdefault(other, first)
    return found


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What the forms of a word have in common: "deny", "denies" and "denied" give one stem, as do "meet" and "met",
    "plan" and "planned". At least three letters stay."""
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    plain = _irregular().get(plain, plain)
    plain = re.sub(r"ie[sd]$", "y", plain) if len(plain) > _SHORTEST + 1 else plain
    for ending in _ENDINGS:
        left = len(plain) - len(ending)
        if plain.endswith(ending) and left >= _SHORTEST + ending.startswith(_LONG):
            plain = plain[: -len(ending)]
            break
    plain = plain.rstrip("e") if len(plain) > _SHORTEST else plain
    if len(plain) > _SHORTEST and plain[-1] == plain[-2]:
        plain = plain[:-1]
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
