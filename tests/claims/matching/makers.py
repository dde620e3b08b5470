"""Profiles for the tests of matching."""

from datetime import date
from typing import Any

from claims.matching.types import Profile, Tally, Window
from claims.vocabulary import EventKind

DAY = date(2025, 2, 24)
ASSEMBLY, COUNCIL = "UN General Assembly", "UN Security Council"


def tally(votes_for: int | None = None, against: int | None = None, abstentions: int | None = None) -> Tally:
    return Tally(votes_for, against, abstentions)


def vote(key: str, **fields: Any) -> Profile:
    """A vote of 24 February 2025 in the General Assembly; sets may be given as lists."""
    for name in ("places", "participants", "identifiers", "sponsors", "terms", "context", "tallies"):
        if name in fields:
            fields[name] = frozenset(fields[name])
    defaults: dict[str, Any] = {
        "kind": EventKind.VOTE, "window": Window(DAY, DAY), "published": Window(DAY, DAY),
        "body": ASSEMBLY, "membership": 193,
    }  # fmt: skip
    return Profile(key=key, **(defaults | fields))
