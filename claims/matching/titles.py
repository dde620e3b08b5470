"""Short names of happenings for people: "Earthquake in Peru (27 February 2010)"."""

import re
from collections.abc import Iterable
from datetime import date

from claims.vocabulary import EventKind

_NOUNS: dict[EventKind, tuple[str, ...]] = {
    EventKind.DISASTER: (
        "earthquake", "tsunami", "hurricane", "cyclone", "typhoon", "tornado", "wildfire", "flood", "eruption",
        "landslide", "quake",
    ),
    EventKind.ACCIDENT: ("crash", "derailment", "collision", "stampede", "accident"),
    EventKind.ATTACK: ("airstrike", "bombing", "shooting", "massacre", "explosion", "raid", "strike", "attack"),
    EventKind.PROTEST: ("march", "demonstration", "protest", "rally"),
    EventKind.ELECTION: ("election",),
    EventKind.MEETING: ("summit", "meeting"),
}  # fmt: skip
_WITH_ARTICLE = re.compile(
    r"^(?:United|European Union|Netherlands|Philippines|Czech Republic|Gambia|Bahamas|Maldives|Seychelles|Comoros|"
    r"Dominican Republic|Central African|Democratic|Russian Federation|Marshall Islands|Solomon Islands|UN |US )"
)


def noun_of(kind: EventKind, terms: Iterable[str]) -> str:
    """What a happening is called, by the words of the reports: "quake" in a report of a tsunami gives "tsunami", as the
    more telling word. Empty where they name none."""
    known = set(terms)
    return next((noun for noun in _NOUNS.get(kind, ()) if noun in known), "")


def is_happening(title: str) -> bool:
    """Whether a title starts with what the happening is called: "Earthquake and tsunami in Peru"."""
    return any(title.casefold().startswith(f"{noun} ") for nouns in _NOUNS.values() for noun in nouns)


def day_in_words(day: date) -> str:
    """ "24 February 2025"."""
    return f"{day.day} {day:%B %Y}"


def with_article(name: str) -> str:
    """A name as it stands in a sentence: "the United States", "Ukraine"."""
    return f"the {name}" if _WITH_ARTICLE.match(name) else name


def listed(names: Iterable[str]) -> str:
    """ "Ukraine, the European Union and Norway"."""
    words = [with_article(name) for name in names]
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def short(text: str, room: int) -> str:
    """The text cut to `room` characters at the end of a word, with an ellipsis where something is left out."""
    plain = " ".join(text.split())
    return plain if len(plain) <= room else f"{plain[: room - 1].rsplit(' ', 1)[0].rstrip(' ,;:(–-')}…"
