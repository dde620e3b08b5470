"""Reports and happenings for the tests of the rules."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from claims.detection.types import Figure, Happening, Report
from claims.vocabulary import Comparator, EventKind

DAY = date(2025, 2, 24)
ASSEMBLY, COUNCIL = "UN General Assembly", "UN Security Council"
_keys = count(1)


def figure(measure: str, value: float | str, comparator: Comparator = Comparator.EXACT, **fields: Any) -> Figure:
    if isinstance(value, str):
        return Figure(next(_keys), measure, value, value_text=value, comparator=comparator, **fields)
    return Figure(next(_keys), measure, str(value), Decimal(str(value)), comparator=comparator, **fields)


def tally(votes_for: int | None, against: int | None, abstentions: int | None, **fields: Any) -> tuple[Figure, ...]:
    counts = {"votes_for": votes_for, "votes_against": against, "abstentions": abstentions}
    return tuple(
        figure(name, value, group=1, unit="vote", **fields) for name, value in counts.items() if value is not None
    )


def report(text: str, *figures: Figure, publisher: str = "Daily", **fields: Any) -> Report:
    """A report of its own article, unless `article` and `version` say otherwise."""
    key = next(_keys)
    defaults: dict[str, Any] = {
        "claim": key, "article": key, "version": key, "origin": f"article-{fields.get('article', key)}", "quote": text,
        "published_on": DAY, "event": 1,
    }  # fmt: skip
    return Report(key=key, text=text, publisher=publisher, figures=figures, **(defaults | fields))


def vote(key: int = 1, **fields: Any) -> Happening:
    for name in ("sponsors", "participants", "identifiers", "terms"):
        if name in fields:
            fields[name] = frozenset(fields[name])
    defaults: dict[str, Any] = {
        "kind": EventKind.VOTE,
        "title": f"Vote {key}",
        "date": DAY,
        "body": ASSEMBLY,
        "membership": 193,
    }
    return Happening(key=key, **(defaults | fields))


def quake(**fields: Any) -> Happening:
    return vote(**{"kind": EventKind.DISASTER, "title": "Earthquake", "body": "", "membership": None} | fields)
