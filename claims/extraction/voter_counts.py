"""Counts of voters that the words give without a numeral, or with one that is not the whole count.

"Not a single vote against" is none, "nobody but Norway" one, "only Norway and Peru" two; "Norway and four others" are
five, and so are "four countries joined Norway in voting against".
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from claims.extraction.lexicon import words
from claims.extraction.names import canonical_state
from claims.extraction.numerals import Numeral
from claims.extraction.vote_words import GENERIC, ROLE

_WORD = r"[A-Z][\w’'-]{1,30}+"
_NAME = rf"(?:\bthe\s)?\b(?:U\.[SK]\.|{_WORD})(?:\s(?:of\s)?(?:the\s)?{_WORD}){{0,3}}"
NAMES = rf"{_NAME}(?:,\s{_NAME}){{0,8}}(?:,?\sand\s{_NAME})?"
"""A list of names: "Brazil, the United States and Peru"."""
_REACH = 160
"""Characters before a number in which the names stand that are counted with it."""

_VOTER = rf"(?:{GENERIC}|party|woman|man)"
_CASTS = (
    r"(?=\s+(?:(?:itself|alone|have|has|had|were|was|are|is|who|to|in)\s+){0,3}"
    r"(?:vot|abst|oppos|dissent|reject|back|support|against|in favou?r))"
)
_ZERO = re.compile(
    r"\b(?:(?P<pronoun>none|nil|nobody|no one)(?!\s+(?:but|except|other than)\b)|(?P<to>(?<=to )nothing)|"
    r"(?P<no>no)(?=\s+(?:abstentions?|votes? against|votes? in favou?r|opposing|dissent\w*|objections?|"
    r"(?:countries|country|members?|states?|nations?|lawmakers?|deput(?:y|ies)|senators?|mps?) "
    r"(?:voted|voting|opposed|abstained)))|"
    rf"(?P<single>(?:not|without) (?:a single|so much as one|one|a)(?: one)?)(?=\s+(?:{_VOTER}|dissent\w*|opposing|"
    r"negative|no|abstention)\b)|(?P<without>without)(?=\s+(?:abstentions?|votes? against|dissent|opposition)\b))",
    re.IGNORECASE,
)
_DISSENT = re.compile(r"\s*(?:dissent\w*|opposing|opposition|objections?|negative|no votes?)\b", re.IGNORECASE)
_ONLY = re.compile(
    rf"\b(?:(?:[Nn]obody|[Nn]o one|[Nn]one|[Nn]o (?:other )?{_VOTER}) (?:but|except|other than)|[Oo]nly|[Jj]ust)\s+"
    rf"(?P<who>{NAMES})(?:\s(?:itself|alone))?{_CASTS}"
)
_ALONE = re.compile(
    rf"(?P<who>{NAMES})\s(?:(?:was|were)\s(?:the\s)?(?:only|sole|lone)\s(?:{_VOTER}|ones?)|(?:(?:was|stood)\s)?alone){_CASTS}"
)
_SOLE = re.compile(
    r"(?<!not )(?<!without )\b(?:[Tt]he|[Aa]|[Ii]ts)\s(?:sole|lone|only|single|solitary)\s"
    r"(?=(?:vote against|dissent\w*|\"?no\"? vote|negative vote|opposing vote|abstention|vote in favou?r)\b)"
)
_OTHERS = re.compile(rf"\s+(?:others\b|other\s+(?:\w+\s+)?(?:{GENERIC})\b)", re.IGNORECASE)
_AND = re.compile(
    rf"(?P<who>{NAMES}),?\s+(?:and|plus|together with|along with|alongside|joined by)\s+(?:just\s|only\s)?$"
)
_WITH = re.compile(r"\b(?:alongside|together with|along with|joined by|joining)\s+$", re.IGNORECASE)
_JOINED = re.compile(
    rf"\s+(?:(?:other|more|further)\s+)?(?:(?i:{GENERIC})\s+)?(?:(?:had|have)\s+)?"
    rf"(?:joined|sided with|voted with|voted alongside|lined up with|stood with)\s+(?P<who>{NAMES})\s+"
    rf"(?:in\s+|and\s+)?(?:voting\s+|voted\s+)?(?i:{ROLE})"
)
_ALL_BUT = re.compile(
    r"\b(?:all|everyone|everybody|every \w+) (?:but|except(?: for)?|save)\s+(?:the |just )?$", re.IGNORECASE
)
_FILLERS = words(
    """
    un u.n. united nations council assembly of the its their those them all eu-wide yes no affirmative negative
    """
)
_WHOLES = words(
    """
    council assembly parliament house senate chamber congress union un u.n. nations knesset bundestag duma rada
    committee members countries states lawmakers mps meps body board total room court hall seats commission panel
    parliament's council's assembly's
    """
)


def spoken_counts(text: str) -> Iterator[Numeral]:
    """Counts said without a number, each over its words.

    Fires on "none against", "not a single vote against", "nobody but Norway voted against" (1), "only Norway and Peru
    abstained" (2), "Norway alone opposed it" (1), "the lone dissenting vote" (1). Leaves alone "no one said", "only
    Norway signed".
    """
    for match in _ZERO.finditer(text):
        yield _count(match.start(), match.end(), 0)
    for pattern in (_ONLY, _ALONE):
        for match in pattern.finditer(text):
            names = names_in(match["who"])
            if all(canonical_state(name) for name in names):  # "only Conservatives" are no one knows how many
                yield _count(match.start(), match.end(), len(names))
    for match in _SOLE.finditer(text):
        yield _count(match.start(), match.end() - 1, 1)


def dissent_after(text: str, end: int) -> re.Match[str] | None:
    """The word after a count that makes it one of votes against without saying so: "no dissenting votes"."""
    return _DISSENT.match(text, end)


def company(text: str, numeral: Numeral) -> tuple[int, int]:
    """How many voters named before a number belong to its count, and where they begin: "Norway and four others"."""
    if not _OTHERS.match(text, numeral.end):
        return 0, numeral.start
    first = max(0, numeral.start - _REACH)
    before = text[first : numeral.start]
    # the longest list that ends here: tried from each capital after a break, so that no search backtracks far
    for match in re.finditer(r"(?:^|(?<=[\s(—–-]))(?=[A-Z]|the\s[A-Z])", before):
        named = _AND.fullmatch(before, match.start())
        if named:
            names = names_in(named["who"])
            known = all(canonical_state(name) or not name.endswith("s") for name in names)
            return (len(names), first + match.start()) if known else (0, numeral.start)
    return (1, numeral.start) if _WITH.search(before) else (0, numeral.start)


def joined(text: str, end: int, limit: int) -> tuple[re.Match[str], int] | None:
    """The words after a number that count those named too: "four countries joined Norway in voting against"."""
    match = _JOINED.match(text, end, limit)
    return (match, len(names_in(match["who"]))) if match else None


def left_out(before: str) -> bool:
    """Whether a number is of those who did otherwise: "all but three voted in favour"."""
    return bool(_ALL_BUT.search(before))


def names_in(who: str) -> list[str]:
    """The names of a list: "Brazil, China and India"."""
    return [name for name in re.split(r",\s*(?:and\s+)?|\s+and\s+", who) if name.strip()]


def is_filler(group: str) -> bool:
    """Whether the words before a noun of voters leave them whole: "UN members", "of the states"."""
    return all(word.casefold() in _FILLERS for word in group.split())


def restricts(group: str) -> bool:
    """A capitalised word before the noun names a part of the voters: "European countries", "Labour MPs",
    "Republicans"."""
    parts = re.search(r"\b(?:ruling|opposition|rebel|coalition|government|governing|dissident)\b", group.casefold())
    return bool(parts or any(word[:1].isupper() for word in group.split())) and not re.search(
        r"\b(?:in|on|at|to|by|said|will|was|were)\b", group
    )


def whose_part(noun: str, of: str) -> str:
    """Of whom "fifteen members of the Green group" are a part; empty where they are of the whole body."""
    if of.rsplit(maxsplit=1)[-1].casefold() in _WHOLES:
        return ""
    return " ".join(f"{noun} of {of}".split()).removeprefix("of ").removeprefix("the ")


def _count(start: int, end: int, value: int) -> Numeral:
    return Numeral(start, end, Decimal(value), Decimal(value), in_words=True)
