"""Whose figure it is, where one sentence gives the figures of several: "9,000 by the police, 40,000 by the union"."""

import re

from claims.extraction.lexicon import words

_ROOM = 90
_EDGE = re.compile(r"[.;:()—–]\s|,\s|\b(?:and|but|while|whereas|against)\s")
_COLON_EDGE = re.compile(r"[.;()—–]\s|,\s|\b(?:and|but|while|whereas|against)\s")
_WHO = r"(?P<who>(?:[\w’'-]+\s){0,3}?[\w’'-]+)"
_AFTER = re.compile(
    rf"^[^,;.:()]{{0,60}}?\b(?:according to|in the words of|by the (?:count|account|reckoning|estimates?) of)\s"
    rf"(?:(?:the|its|an?)\s)?{_WHO}(?=[,;.:()]|\s(?:and|but|while|with|on|in|at|who|which)\b|\W*$)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:according to|by the (?:count|account|estimates?) of)\s(?:(?:the|its|an?)\s)?{_WHO},?\s", re.IGNORECASE
)
_OWNED = re.compile(
    rf"\bby (?:(?:the|an?)\s)?{_WHO}['’]s?\s(?:own\s)?(?:counts?|account|estimates?|figures?|reckoning)\b",
    re.IGNORECASE,
)
_BODIES = (
    r"(?:[\w’'-]+\s){0,2}?(?:police|prefecture|gendarmerie|ministry|government|officials|authorities|organi[sz]ers?|"
    r"unions?|opposition|army|military|coast ?guard|mayor|governor|company|owners?|operator|airline|residents|"
    r"witnesses|survivors|hospitals?|prosecutors?|rebels|rescuers|firefighters|Red (?:Cross|Crescent)|fire brigade|"
    r"UN|United Nations|municipality|council|monitors?|observers?)"
)
_BESIDE = re.compile(
    rf"\b(?:the\s)?(?P<who>{_BODIES})"
    r"(?:\s(?:at|of|with|only|just|even|about|around|some|nearly|almost|over|more than))*:?\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"^(?:\s\w+){{0,2}}?\s(?:of|from|(?:given|put) (?:out|about) by|released by|published by|by)\s(?:the\s)?"
    rf"(?P<who>{_BODIES})\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    rf"(?:^|\s)(?:the\s)?{_WHO}\s(?:put|puts|counted|counts|says?|said|claim(?:s|ed)?|sp(?:eaks?|oke) of|estimate[sd]?|"
    r"report(?:s|ed)?|admit(?:s|ted)?|insist(?:s|ed)?|gave|gives?|told (?:\w+\s){0,3}of)\b",
    re.IGNORECASE,
)
_HAS = re.compile(rf"(?:^|\s)(?:the\s)?{_WHO}\s(?:has|had)\s(?:[\w’'-]+\s){{1,6}}(?:as|at)\s*$", re.IGNORECASE)
_LEAD = re.compile(r"^.*\b(?:of what|what|that|which|where|as|for|the)\s+", re.IGNORECASE)
_NOBODY = words("it that this which who he she they there what one some many others report reports")


def voice(text: str, start: int, end: int) -> str:
    """Who gives the figure at `text[start:end]`, in the words of its own clause; "" where the clause does not say.

    Fires on "87 according to the police", "by the union's count 400", "the coast guard puts it at 12" and "and the
    organisers 400". Leaves alone what another clause of the sentence says.
    """
    head, tail = text[max(0, start - _ROOM) : start], text[end : end + _ROOM]
    clause = _EDGE.split(head)[-1]
    after = _EDGE.split(tail)[0]
    found = (
        _AFTER.match(tail)
        or _OWNED.search(after)
        or _FROM.match(tail)
        or _BESIDE.search(_COLON_EDGE.split(head)[-1])
        or _BEFORE.search(clause)
        or _OWNED.search(clause)
        or _HAS.search(clause)
        or next(iter(reversed(list(_SAYS.finditer(clause)))), None)
    )
    who = _LEAD.sub("", found["who"].strip()) if found else ""
    return "" if not who or who.split()[-1].casefold() in _NOBODY else who
