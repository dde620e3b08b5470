"""What a happening is about: the text voted on or an amendment to it, the aircraft bought or the arms.

Two votes of one day, and two deals of one visit, are told apart by their objects.
"""

import re

from claims.matching.types import Profile
from claims.vocabulary import EventKind

_AMENDMENT = frozenset({"amendment"})
_CONFIDENCE = frozenset({"confidence"})
_TEXT = frozenset({"resolution", "bill", "deal", "agreement", "treaty", "draft"})
VOTED_ON = _AMENDMENT | _CONFIDENCE | _TEXT
_DEALS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "fleet": "fleet",
        "backlog": "backlog",
        "aircraft": "aircraft jet plane airliner airplane helicopter dreamliner",
        "arms": "arm arms weapon weaponry defense defence munition ammunition warship submarine",
        "energy": "gas oil lng pipeline crude electricity reactor",
        "merger": "merger takeover acquisition acquire buyout merge",
        "loan": "loan credit bailout bond debt",
        "aid": "aid relief donation donate assistance grant",
        "investment": "invest investment investor",
        "penalty": "fine settlement penalty damages compensation",
        "budget": "budget spending deficit",
        "exchange": "exchange trade export import tariff",
    }.items()
}

OBJECTS = VOTED_ON.union(*_DEALS.values())
"""Words that say what a happening is about: they count where they are told of it, not as the topic of an article."""


def object_of(profile: Profile) -> str:
    """What a vote or a deal was about, as far as the words tell; "" where they name nothing or several things.

    A vote is on the text, an amendment to it, or confidence in somebody; a resolution's symbol is that of a text. A
    deal is about the first of what `_DEALS` lists that its words name.
    """
    if profile.kind == EventKind.ECONOMY:
        return next((name for name, words in _DEALS.items() if profile.terms & words), "")
    if profile.kind != EventKind.VOTE:
        return ""
    if any("/RES/" in symbol for symbol in profile.identifiers):
        return "text"
    if profile.terms & _AMENDMENT and profile.terms & _TEXT:
        return ""
    for name, words in (("amendment", _AMENDMENT), ("confidence", _CONFIDENCE), ("text", _TEXT)):
        if profile.terms & words:
            return name
    return ""


def voted_on(title: str) -> frozenset[str]:
    """The words of a title that say what was voted on; in "amendment to the draft" that is the amendment."""
    found = {word.casefold() for word in re.findall(r"[^\W\d_]+", title)} & VOTED_ON
    return frozenset(found & _AMENDMENT or found)
