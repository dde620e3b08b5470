"""Names of people, states and forums: one spelling for many.

Pure look-ups and string rules, shared by extraction and matching. States come from ISO 3166 (pycountry), with the short
names, capitals and adjectives that news uses in `states.py`.
"""

import re
import unicodedata
from functools import cache, lru_cache

import pycountry

from claims.extraction.lexicon import words
from claims.extraction.states import ALIASES, DEMONYMS, METONYMS

_TITLES = words(
    """
    president prime minister premier chancellor king queen prince princess crown emir sheikh sultan pope
    cardinal archbishop bishop rabbi imam mr mrs ms miss mx dr prof professor sir dame lord lady gen general col
    colonel lt lieutenant maj major capt captain sgt sergeant adm admiral marshal cmdr commander brig brigadier
    chief head director chairman chairwoman chair secretary spokesman spokeswoman spokesperson ambassador envoy
    governor gov senator sen representative rep congressman congresswoman mayor deputy vice foreign defence
    defense finance interior state minister justice judge attorney executive leader negotiator adviser advisor
    officer official analyst economist editor author journalist coach founder co-founder ceo chairperson
    councillor commissioner speaker tsar czar acting former ex-president then outgoing senior special tan sri
    datuk seri dato tun hon rt correspondent reporter manager inspector superintendent sheriff detective
    reverend rev father sister brother president-elect undersecretary lawmaker mp peer
    """
)
"""Words before a name that are not of the name."""

_ENDING = re.compile(r"(?:iyy|iy|yy|ij|yj|ii|yi|ie|ey|ei|ej|ay|ai|aj|i|y)$")
_SPELLINGS = (
    (re.compile(r"shch|sch"), "sh"),
    (re.compile(r"tch|tsch"), "ch"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"tz|ts|cz"), "z"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(?<=.)(?:iy|ij|yi|[iyj])(?=[aeou])"), "y"),
    (re.compile(r"^(?:ye|je|ie)"), "e"),
    (re.compile(r"(?<=.)ey(?=.)|(?<=.)ei(?=.)"), "e"),
    (re.compile(r"q"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
)


_ORGANISATIONS = {"un": "United Nations", "united nations": "United Nations", "nato": "NATO"}


def strip_titles(name: str) -> str:
    """Drop what stands before a name: "Ukrainian President Volodymyr Zelensky" → "Volodymyr Zelensky".

    Everything up to the last title word goes, as long as a capitalised word is left; a name without titles, an
    organisation ("Ministry of Defence") and a bare title ("the president") stay as they are.
    """
    words = name.split()
    cut = 0
    for position, word in enumerate(words[:-1]):
        if word.strip(".,'’").casefold() in _TITLES and not _possessive(words[position + 1]):
            cut = position + 1
    rest = words[cut:]
    return (
        " ".join(rest) if rest and rest[0][:1].isupper() and rest[0].casefold() not in {"of", "for"} else name.strip()
    )


def _possessive(word: str) -> bool:
    return word in {"of", "for", "and", "to", "at"}


@lru_cache(maxsize=8192)
def fold_name(name: str) -> str:
    """A key that is equal for the spellings of one name: Zelensky, Zelenskyy, Zelenskiy and Zelenskyi.

    Titles, case, diacritics and punctuation go; Slavic endings (-y, -iy, -yy, -ii, -yi, -ij), doubled letters and the
    usual pairs of transliteration (kh/h, w/v, ts/tz, ou/u) become one; forms of one given name are joined (Volodymyr,
    Vladimir). "Petrov" and "Pavlov" stay apart, and so do "Kim Jong Un" and "Kim Jong Il". The key is for comparing,
    not for showing. Empty for a name without letters.
    """
    folded = unicodedata.normalize("NFKD", strip_titles(name)).casefold()
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    plain = plain.translate(
        {ord("ł"): "l", ord("ø"): "o", ord("đ"): "d", ord("ı"): "i", ord("ß"): "ss", ord("æ"): "ae"}
    )
    plain = re.sub(r"['’ʼ`]s\b", "", plain)
    words = re.findall(r"[^\W_]+", re.sub(r"['’ʼ`.]", "", plain))
    if len(words) > 1:
        words = [word for word in words if word not in {"the", "al", "el"}]
    return " ".join(_fold_word(word) for word in words)


def _spell(word: str) -> str:
    """Fold the spelling of one plain, lower-case word; words of up to three letters are too short to fold safely, and
    the digits of a number are not doubled letters."""
    if len(word) <= 3 or not word.isalpha():
        return word
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return _ENDING.sub("y", word) if len(word) > 3 else word


_GIVEN_NAMES = {
    _spell(variant): _spell(group.split()[0])
    for group in (
        "vladimir volodymyr wladimir uladzimir",
        "aleksandr alexander oleksandr alexandr alyaksandr aliaksandr",
        "sergey serhiy siarhei",
        "dmitry dmytro",
        "nikolay mykola",
        "evgeny yevgeny yevhen",
        "mohammed muhammad mohamed mohammad mohamad muhammed",
        "ahmed ahmad",
        "hussein husayn hossein hussain",
        "benjamin binyamin",
        "yusuf youssef yousef",
        "mikhail mykhailo mykhaylo mikheil",
        "andrey andriy",
        "pavel pavlo",
        "konstantin kostyantyn",
    )
    for variant in group.split()
}
"""Forms of given names that stand for one person when transliterated from different languages."""


def _fold_word(word: str) -> str:
    spelled = _spell(word)
    return _GIVEN_NAMES.get(spelled, spelled)


def surname(name: str) -> str:
    """The folded last word of a person's name: what a later bare mention repeats. Empty for an empty name."""
    return fold_name(name).rpartition(" ")[2]


def same_name(one: str, other: str) -> bool:
    """Whether two names may be the same one: equal when folded, or one is the bare surname of the other."""
    left, right = fold_name(one), fold_name(other)
    if not left or not right:
        return False
    if left == right:
        return True
    short, long = sorted((left, right), key=lambda key: key.count(" "))
    return " " not in short and " " in long and long.rpartition(" ")[2] == short


@cache
def _iso_states() -> dict[str, str]:
    known: dict[str, str] = {}
    for country in pycountry.countries:
        short = ALIASES.get(country.name.casefold(), getattr(country, "common_name", country.name))
        for form in (country.name, short, getattr(country, "official_name", "")):
            if form:
                known[form.casefold()] = short
    return known


def _plain_state(name: str) -> str:
    key = re.sub(r"['’]s?$", "", " ".join(name.split()).casefold()).removeprefix("the ")
    return key.replace(".", "") if key not in ALIASES and key.replace(".", "") in ALIASES else key


@lru_cache(maxsize=8192)
def canonical_state(name: str) -> str | None:
    """The short English name of the state that `name` is a name of: "U.S.", "USA" → "United States"; None for others.

    Names only: neither adjectives ("Russian", see `state_of_adjective`) nor metonyms ("Moscow", see `state_of`).
    """
    key = _plain_state(name)
    return None if name in {"us", "Us"} else ALIASES.get(key) or _iso_states().get(key)


def state_of_adjective(word: str) -> str | None:
    """The state that an adjective or a people's name belongs to: "Russian", "Britons" → their states; None for
    others."""
    key = word.casefold().strip(".'’")
    return DEMONYMS.get(key) or DEMONYMS.get(key.removesuffix("s"))


@lru_cache(maxsize=8192)
def state_of(name: str) -> str | None:
    """The state that a name, an adjective, a capital or a seat of government stands for: "Kremlin", "Moscow" →
    "Russia"."""
    return canonical_state(name) or METONYMS.get(_plain_state(name)) or state_of_adjective(_plain_state(name))


def canonical_name(name: str) -> str:
    """The name to show for a participant: a state's short name for any name of it, otherwise the name without titles,
    article and possessive. Metonyms stay as written ("Kremlin"): who speaks is not the same as who acts."""
    clean = re.sub(r"['’]s?$", "", " ".join(name.split()).strip(' ,;:"“”‘’'))
    clean = re.sub(r"^(?:the|a|an)\s+", "", clean, flags=re.IGNORECASE)
    organisation = _ORGANISATIONS.get(clean.casefold().replace(".", ""))
    return organisation or canonical_state(clean) or state_of_adjective(clean) or strip_titles(clean.rstrip("."))
