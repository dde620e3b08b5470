"""Bodies that vote, how many members they have, and what that arithmetic tells about a tally.

A tally of all members adds up to the membership of the body that voted. Where a text names one body of a family but
the count is the whole membership of a sister body, the arithmetic decides: ten in favour and five abstaining are the
fifteen of the UN Security Council, whatever body the paragraph names.

Sources: Charter of the United Nations, articles 9, 23 (as amended in 1965) and 61 (as amended in 1973); A/RES/60/251
(Human Rights Council); un.org/en/about-us/growth-in-un-membership; Treaty on European Union, article 14, and Council
Decision (EU) 2023/2061 (European Parliament); Statute of the Council of Europe; UK Parliamentary Voting System and
Constituencies Act 1986 and the boundary reviews under it; 2 U.S.C. § 2a (House), US Constitution, article I (Senate).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from claims.matching.types import Tally


@dataclass(frozen=True, slots=True)
class Body:
    """A body with `members` voting members from `since` on. Bodies of one `family` are confused with one another."""

    name: str
    family: str
    members: int
    since: date


_UN, _US, _UK, _EU = "United Nations", "United States Congress", "United Kingdom Parliament", "European Union"
BODIES = (
    Body("UN General Assembly", _UN, 189, date(2000, 9, 5)),
    Body("UN General Assembly", _UN, 190, date(2002, 9, 10)),
    Body("UN General Assembly", _UN, 191, date(2002, 9, 27)),
    Body("UN General Assembly", _UN, 192, date(2006, 6, 28)),
    Body("UN General Assembly", _UN, 193, date(2011, 7, 14)),
    Body("UN Security Council", _UN, 11, date(1946, 1, 17)),
    Body("UN Security Council", _UN, 15, date(1966, 1, 1)),
    Body("UN Human Rights Council", _UN, 47, date(2006, 6, 19)),
    Body("UN Economic and Social Council", _UN, 54, date(1973, 10, 12)),
    Body("US House of Representatives", _US, 435, date(1913, 3, 4)),
    Body("Senate", _US, 100, date(1959, 8, 21)),
    Body("House of Commons", _UK, 646, date(2005, 5, 5)),
    Body("House of Commons", _UK, 650, date(2010, 5, 6)),
    Body("European Parliament", _EU, 705, date(2020, 2, 1)),
    Body("European Parliament", _EU, 720, date(2024, 7, 16)),
    Body("Council of the European Union", _EU, 27, date(2020, 2, 1)),
)
_UNLIKELY_SHARE = 0.5
"""Below this share of its members a full count is not that body's: absence on such a scale would be the news itself."""


@dataclass(frozen=True, slots=True)
class BodyReading:
    """Which body voted. `by_arithmetic` says that the tally overruled the body that the text names."""

    name: str
    membership: int | None
    by_arithmetic: bool = False
    reason: str = ""


def body_named(name: str, on: date | None) -> Body | None:
    """The body of that name as it was on a day (today's where the day is unknown); None where it is not in the
    table."""
    known = [body for body in BODIES if body.name == name]
    valid = [body for body in known if on is None or body.since <= on]
    return max(valid, key=lambda body: body.since, default=None)


def sisters(name: str, on: date | None) -> tuple[Body, ...]:
    """The other bodies of the same family on that day."""
    body = body_named(name, on)
    if body is None:
        return ()
    names = sorted({other.name for other in BODIES if other.family == body.family and other.name != name})
    return tuple(found for other in names if (found := body_named(other, on)))


def read_body(named: str, tallies: Iterable[Tally], on: date | None) -> BodyReading:
    """The body that a vote was taken in: the named one, unless the tallies add up to the whole of a sister body.

    Fires on 10 in favour and 5 abstaining below "the General Assembly": 15 of 193 would be a count of one member in
    thirteen, and is the whole Security Council. Leaves alone 93–8–73 (174 of 193), a bare "10 voted against", and a
    body that it does not know.
    """
    body = body_named(named, on)
    if body is None:
        return BodyReading(named, None)
    for tally in sorted(tallies, key=lambda tally: sorted(tally.stated.items())):
        if len(tally.stated) < 2 or tally.votes_for is None or tally.total >= _UNLIKELY_SHARE * body.members:
            continue
        for sister in sisters(named, on):
            if tally.total == sister.members:
                total = shown_sum(tally, whole=True)
                reason = f"{total} is the whole membership of the {sister.name}, not of the {named}"
                return BodyReading(sister.name, sister.members, True, reason)
    return BodyReading(named, body.members)


def shown_sum(tally: Tally, *, whole: bool = False) -> str:
    """ "93+8+73 = 174": the count in the order for, against, abstaining. What is not stated is left out, and shown as 0
    where the rest is the `whole` body."""
    counts = (tally.votes_for, tally.votes_against, tally.abstentions)
    shown = [str(count or 0) for count in counts if whole or count is not None]
    return f"{'+'.join(shown)} = {tally.total}" if len(shown) > 1 else str(tally.total)


def arithmetic(tally: Tally, body: str, membership: int | None) -> str:
    """One clause on what a tally adds up to, against the membership of its body."""
    if membership is None or not body:
        return shown_sum(tally)
    if tally.total == membership:
        return f"{shown_sum(tally, whole=True)}, the whole membership of the {body} ({tally.total} of {membership})"
    if tally.total > membership:
        return f"{shown_sum(tally)}, more than the {membership} members of the {body}"
    return f"{shown_sum(tally)} of the {membership} members of the {body}"
