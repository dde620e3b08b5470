"""A roll call member by member, beside what each report says of how they voted.

Reports name a state as they like ("Britain", "the US"); it is found by the aliases of the sources. Where a report and
the record differ both stand there: abstaining is not the same as not voting, and neither is a vote in favour.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from claims.extraction.names import fold_name
from claims.measure_words import VALUES
from claims.measured import BALLOT, Found
from claims.models import Appearance, Event, RollCallVote, Source, SourceAlias
from claims.records import MEASURES
from claims.told import listed

ORDER = list(MEASURES)
MOST_SOURCES = 5
"""Outlets with a column of their own on the page, those that name most members; the last column counts them all."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one report says of one member: the choice, and whether the record bears it out."""

    choice: str
    words: str
    agrees: bool
    said: Appearance


@dataclass(frozen=True, slots=True)
class Member:
    """One row: the state, the record, what each of the `Votes.outlets` says of it (each choice once, first the one that
    it gave first; nothing where it says nothing), and everything that is said."""

    vote: RollCallVote
    cells: tuple[tuple[Ballot, ...], ...]
    ballots: tuple[Ballot, ...]

    @property
    def state(self) -> Source:
        return self.vote.state

    @property
    def record(self) -> str:
        return str(VALUES[self.vote.choice])

    @property
    def is_contested(self) -> bool:
        return not all(ballot.agrees for ballot in self.ballots)

    @property
    def match(self) -> str:
        """How the reports compare with the record, in words."""
        if not self.ballots:
            return gettext("not reported")
        if not self.is_contested:
            return gettext("as recorded")
        wrong = [ballot.said.version.article.publisher.name for ballot in self.ballots if not ballot.agrees]
        return gettext("differs: %(outlets)s") % {"outlets": listed(wrong)}


@dataclass(frozen=True, slots=True)
class Votes:
    """The roll call with the reports beside it. `outlets` head the columns."""

    outlets: tuple[str, ...]
    members: Sequence[Member]

    @property
    def reported(self) -> int:
        return sum(bool(member.ballots) for member in self.members)

    @property
    def contested(self) -> int:
        return sum(member.is_contested for member in self.members)


def votes_of(roll_call: Sequence[RollCallVote], found: Iterable[Found], *, most: int | None = MOST_SOURCES) -> Votes:
    """The members in the order of `roll_call`, with the ballots among the figures `found`; columns for at most so many
    outlets as `most` says. One query, for aliases."""
    ballots = [each for each in found if each.measurement.measure == BALLOT and each.measurement.subject]
    keys = {fold_name(each.measurement.subject) for each in ballots}
    states = dict(SourceAlias.objects.filter(key__in=keys).values_list("key", "source")) if keys else {}
    named = {fold_name(vote.state.name): vote.state_id for vote in roll_call}
    recorded = {vote.state_id: vote.choice for vote in roll_call}
    told: dict[int, list[Ballot]] = defaultdict(list)
    for each in ballots:
        key = fold_name(each.measurement.subject)
        state = named.get(key) or states.get(key)
        if state not in recorded:
            continue
        choice = each.measurement.value_text
        told[state].append(Ballot(choice, str(VALUES.get(choice, choice)), choice == recorded[state], each.appearance))
    named_by = Counter(_outlet(ballot) for ballots in told.values() for ballot in ballots)
    outlets = tuple(outlet for outlet, _ in named_by.most_common(most))
    return Votes(outlets, [_member(vote, told.get(vote.state_id, []), outlets) for vote in roll_call])


def _member(vote: RollCallVote, ballots: Sequence[Ballot], outlets: Sequence[str]) -> Member:
    by_outlet: dict[str, dict[str, Ballot]] = defaultdict(dict)
    for ballot in ballots:
        by_outlet[_outlet(ballot)].setdefault(ballot.choice, ballot)
    return Member(vote, tuple(tuple(by_outlet[outlet].values()) for outlet in outlets), tuple(ballots))


def _outlet(ballot: Ballot) -> str:
    return ballot.said.version.article.publisher.name


def roll_call_of(event: Event) -> list[RollCallVote]:
    """Every member's vote by the record, by name."""
    return list(RollCallVote.objects.filter(event=event).select_related("state", "evidence").order_by("state__name"))
