"""What matching takes and gives: profiles of happenings and how they were linked, as frozen values."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from claims.vocabulary import EventKind, Precision


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which something may have happened, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days

    def apart(self, other: "Window") -> int:
        """Days between the two windows; 0 where they touch."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


def window(day: date | None, precision: Precision) -> Window | None:
    """The window of a date known to the day, the month or the year; None for no date."""
    if day is None:
        return None
    if precision == Precision.DAY:
        return Window(day, day)
    if precision == Precision.MONTH:
        first = day.replace(day=1)
        return Window(first, day.replace(day=monthrange(day.year, day.month)[1]))
    return Window(date(day.year, 1, 1), date(day.year, 12, 31))


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one vote; None where the text does not state one."""

    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    not_voting: int | None = None

    @property
    def stated(self) -> dict[str, int]:
        counts = {
            "votes_for": self.votes_for,
            "votes_against": self.votes_against,
            "abstentions": self.abstentions,
            "not_voting": self.not_voting,
        }
        return {name: count for name, count in counts.items() if count is not None}

    @property
    def total(self) -> int:
        """Members counted: what is stated, without those who did not vote."""
        return sum(count for name, count in self.stated.items() if name != "not_voting")


class Basis(StrEnum):
    """How the body of a vote is known, surest first."""

    ARITHMETIC = "arithmetic"  # the tally is the whole membership of that body and of no other that can be meant
    NAMED = "named"
    CARRIED = "carried"  # named before, in the words that the claim leans on


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one happening: the cues of one claim, of one article's claims, or of an Event.

    `key` names it within one call; `event` is the id of the Event that it already is. `published` spans the days on
    which it was reported, the fallback where no text dates the happening itself. `held` says that a person has checked
    this Event or decided something about it, so that two held ones are never joined. `terms` are the words of the
    claims themselves, `context` those that their articles keep coming back to. `telling` says that some claim gives a
    figure or outcome of it, and does not only mention it; `days_off`, how many days from the happening told before it
    lies ("a week earlier"); `leaning`, that its words point back at one ("no such meeting").
    """

    key: str
    kind: EventKind
    window: Window | None = None
    published: Window | None = None
    places: frozenset[str] = frozenset()
    body: str = ""
    body_basis: Basis = Basis.NAMED
    membership: int | None = None
    participants: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()
    sponsors: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    tallies: frozenset[Tally] = frozenset()
    telling: bool = False
    days_off: int | None = None
    leaning: bool = False
    event: int | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Why a profile belongs to a cluster. `rule` is "name/version"; `score` is 0 to 1."""

    rule: str
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Profiles found to be of one happening. `links` has one entry for each member that joined another."""

    profile: Profile
    members: tuple[str, ...]
    events: tuple[int, ...]
    links: dict[str, Link] = field(default_factory=dict)
