"""Bodies that vote and the documents they vote on: names, symbols, sponsors."""

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.extraction.names import canonical_name, canonical_state, state_of, state_of_adjective

GENERIC_PARLIAMENT = "parliament"
"""The body of "Parliament voted" where the text does not say whose: compatible with every national parliament."""

_UN = r"(?:(?:United Nations|UN|U\.N\.)(?:'s|’s)?\s+)?"
_BODIES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (rf"\b(?:{_UN}General Assembly|UNGA|U\.?N\.?\s+Assembly)\b", "UN General Assembly"),
        (rf"\b(?:{_UN}Security Council|UNSC|U\.?N\.?\s+Council)\b", "UN Security Council"),
        (rf"\b(?:{_UN}Human Rights Council|UNHRC)\b", "UN Human Rights Council"),
        (r"\b(?:European Parliament|MEPs)\b", "European Parliament"),
        (r"\bEuropean Council\b", "European Council"),
        (r"\bHouse of Lords\b", "House of Lords"),
        (r"\b(?:House of Commons|the Commons|Commons(?= (?:vote|defeat|division|again)))\b", "House of Commons"),
        (r"\b(?:House of Representatives|U\.?S\.? House)\b", "US House of Representatives"),
        (r"\b(?:the|U\.?S\.?) Senate\b", "Senate"),
        (r"\b(?:the|U\.?S\.?) Congress\b", "US Congress"),
        (r"\bVerkhovna Rada\b", "Ukraine parliament"),
        (r"\bKnesset\b", "Israel parliament"),
        (r"\bBundestag\b", "Germany parliament"),
        (r"\b(?:State )?Duma\b", "Russia parliament"),
        (r"\bLok Sabha\b", "India parliament"),
        (r"\bNational People's Congress\b", "China parliament"),
    )
)
_ANY_BODY = re.compile(
    r"[Aa]ssembly|UNGA|UNSC|UNHRC|[Cc]ouncil|[Pp]arliament|ME?Ps|Lords|Commons|House|Senate|Congress|Rada|Knesset|"
    r"Bundestag|Duma|Lok Sabha|lawmakers"
)
"""Where none of these stands, no body is named: most sentences need no more than this one search."""
TAKEN_IN = re.compile(
    r"\bamendments?\b[^.;]{0,60}\b(?:through|added|incorporated|included)\b|"
    r"\b(?:took in|taken in|added|accepted|incorporated|included|with)\b[^.;]{0,30}\bamendments?\b",
    re.IGNORECASE,
)
"""Amendments that became part of the text: what is told is told of the text."""
_OF_SERIES = {"A/": "UN General Assembly", "S/": "UN Security Council"}
_NOT_THERE = re.compile(r"\b(?:failed|unlike|unable|not|instead of|rather than)\b[^,;.]*$", re.IGNORECASE)
_ASSEMBLY = re.compile(r"\b(?:the|an?|the \d+-member) Assembly\b(?! (?:line|of Experts))|(?<=^)Assembly\b")
_COUNCIL = re.compile(
    r"\b(?:the|an?|\d+-member|\d+-nation) [Cc]ouncil\b(?! (?:of|on|for)\b)|\bCouncil (?:resolution|text|vote|members)\b"
)
_OF_STATE = re.compile(r"\b(?P<whose>[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)(?:'s|’s)?\s+(?:national\s+)?[Pp]arliament\b")
_PARLIAMENT = re.compile(r"\b(?:[Pp]arliament|MPs|lawmakers)\b(?! Square| Hill| building)")
_SYMBOL = re.compile(
    r"\b(?:[AS]/(?:RES|C\.\d|HRC|ES|PV|ES-\d+)/[\w.()/-]*\w|[AS]/(?:\d{2,4}|ES-\d+)/[\w.-]*\w|"
    r"[Rr]esolution\s+(?P<number>(?:ES-)?\d{1,4}(?:/\d+)?)(?:\s*\((?P<year>\d{4})\))?|"
    r"H\.\s?R\.\s?\d+)(?!\w)"
)
_PROPER = r"(?:U\.S\.|U\.K\.|U\.N\.|[A-Z][\w’'.-]*\w)"
_WHO = rf"(?:the\s+)?(?P<who>{_PROPER}(?:\s+(?:and\s+(?:the\s+)?)?(?:of\s+)?{_PROPER}){{0,4}})"
_MOTION = (
    r"(?:resolution|draft|text|amendment|motion|proposal|measure|bill|version|plan|wording|document|paper|statement)s?"
)
_ANY_SPONSOR = re.compile(
    r"esolution|raft|text|mendment|otion|proposal|measure|bill|version|plan|wording|document|paper|statement|"
    r"(?:forward|ed|led) by|-(?:back|sponsor|led|propos|author|tabl|penn|support|initiat)|\bone\b|c[oa]mes?\s+from"
)
"""Where none of these stands, nobody is said to stand behind a text."""
_SPONSORS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<who>[A-Z][\w.]*(?:\s[A-Z]\w+)?)-(?:drafted|backed|sponsored|led|proposed|authored|tabled|penned|"
        rf"supported|initiated)\b(?=\s[\w\s-]{{0,30}}?(?:{_MOTION}|[A-Z]))",
        rf"\b{_MOTION}\b[^.;]{{0,40}}?\b(?:led|drafted|backed|sponsored|proposed|authored|tabled|put forward|"
        rf"submitted|introduced|prepared|initiated|co-sponsored|moved|presented) by\s+{_WHO}",
        r"\b(?:put forward|tabled|drafted|sponsored|proposed|led|prepared|introduced) by\s+" + _WHO,
        rf"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Ii]ts)\s+(?:[a-z-]+\s){{0,2}}{_MOTION} (?:by|from|of)\s+{_WHO}",
        rf"\b(?:[Aa]mendment|[Rr]esolution|[Dd]raft|[Mm]otion)s? by\s+{_WHO}",
        rf"\b{_MOTION}\b[^.;]{{0,30}}?\b(?:that|which)\s+{_WHO}\s+(?:had |has |have )?(?:also |just )?"
        r"(?:written|wrote|drafted|initiated|tabled|proposed|prepared|submitted|introduced|sponsored)\b",
        rf"\b(?P<who>{_PROPER}(?:\s[A-Z]\w+)?)['’]s?\s+(?:[a-z-]+\s){{0,2}}?(?:{_MOTION})\b",
        r"\b[Tt]he\s+(?P<who>[A-Z]\w+)\s+one\b",
        rf"^(?:The\s+)?(?:first|second|other|former|latter)\s+(?:\w+\s)?(?:comes|came)\s+from\s+{_WHO}",
        rf"^{_WHO}\s+(?:[a-z]+\s){{0,5}}?(?:on|for|against|of)\s+(?:its|their) own\s+(?:\w+\s)?{_MOTION}\b",
        rf"\b{_WHO}\s+(?:had |has |have )?(?:also )?(?:proposed|tabled|drafted|introduced|submitted|"
        rf"put forward|sponsored|presented)\s+(?:an?|its|the|their|another|own|rival|"
        rf"competing)\b[^.;]{{0,40}}?\b{_MOTION}\b",
        rf"\b(?P<who>[A-Z]\w+(?:\s[A-Z]\w+)?)\s+(?:draft\s+)?(?:{_MOTION})\b",
    )
)


def named_bodies(text: str) -> list[tuple[int, str]]:
    """Bodies named in `text`, as (position, canonical name), in order.

    Fires on "UN General Assembly", "UNGA", "the 15-member council" (where the Security Council can be meant),
    "Britain's parliament" ("United Kingdom parliament"), "MPs" ("parliament"). Leaves alone "city council",
    "Parliament Square".
    """
    if not _ANY_BODY.search(text):
        return []
    found = [(match.start(), match.end(), name) for pattern, name in _BODIES for match in pattern.finditer(text)]
    for match in _OF_STATE.finditer(text):
        state = state_of_adjective(match["whose"]) or canonical_state(match["whose"])
        if state:
            found.append((match.start(), match.end(), f"{state} parliament"))
    for pattern, name in (
        (_ASSEMBLY, "UN General Assembly"),
        (_COUNCIL, "UN Security Council"),
        (_PARLIAMENT, GENERIC_PARLIAMENT),
    ):
        found += [(match.start(), match.end(), name) for match in pattern.finditer(text)]
    found.sort(key=lambda item: (item[0], -item[1]))
    result: list[tuple[int, str]] = []
    end = -1
    for start, stop, name in found:
        if start >= end:
            result.append((start, name))
            end = stop
    return result


@lru_cache(maxsize=64)  # a sentence and the claim that is all of it are asked about in turn
def body_of(text: str) -> str:
    """The body that a sentence is about: the one beside the word of voting, otherwise the first named; without a name
    the one whose documents bear the symbol; empty for none. "What it failed to get from the Assembly, it got from the
    Council" is about the Council."""
    found = named_bodies(text)
    if not found:
        series = next((symbol[:2] for symbol in identifiers(text)), "")
        return _OF_SERIES.get(series, "")
    told = [item for item in found if not _NOT_THERE.search(text[max(0, item[0] - 60) : item[0]])]
    found = told or found
    if len(found) < 2:
        return found[0][1] if found else ""
    verbs = [
        match.start()
        for match in re.finditer(
            r"\b(?:vot|adopt|approv|pass|reject|defeat|veto|abstain|call(?:ed|s) for|threw|demand)\w*", text
        )
    ]
    named = [item for item in found if item[1] != GENERIC_PARLIAMENT] or found
    if not verbs:
        return named[0][1]
    return min(named, key=lambda item: (min(abs(item[0] - verb) for verb in verbs), item[0]))[1]


@lru_cache(maxsize=64)  # body_of and the cues of a claim ask about the same words
def identifiers(text: str) -> tuple[str, ...]:
    """Document symbols, in order of mention: "A/RES/77/250", "Resolution 1325". Not "A/C" of an aircraft or
    "and/or"."""
    return tuple(dict.fromkeys(_symbol(match) for match in _SYMBOL.finditer(text)))


def symbol_spans(text: str) -> list[tuple[int, int]]:
    """Where document symbols stand, so that their digits are not read as figures."""
    return [match.span() for match in _SYMBOL.finditer(text)]


def _symbol(match: re.Match[str]) -> str:
    return f"Resolution {match['number']}" if match["number"] else " ".join(match[0].split())


def sponsors(text: str) -> tuple[str, ...]:
    """Who drafted, led or backed the text voted on, as canonical names, in order of mention.

    Fires on "U.S.-drafted resolution", "a Europe-backed resolution", "a resolution led by France", "Canada had tabled
    an amendment", "the Russian amendment", "Peru's resolution", "the resolution that Peru had written", "Peru abstained
    on its own text". Leaves alone "UN resolution", "Security Council draft".
    """
    found: list[tuple[int, str]] = []
    amending: list[tuple[int, str]] = []
    for pattern in _SPONSORS if _ANY_SPONSOR.search(text) else ():
        for match in pattern.finditer(text):
            of = amending if "amendment" in match[0].casefold() else found
            of += [(match.start("who"), name) for name in _names(match["who"])]
    if not found and not TAKEN_IN.search(text):
        found = amending
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _names(words: str) -> Iterator[str]:
    for part in re.split(r"\s+and\s+(?:the\s+)?", words):
        state = state_of(part) or state_of(part.split()[-1]) or state_of(part.split()[0])
        if state:
            yield canonical_name(state)
