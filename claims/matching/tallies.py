"""Compare vote tallies on what both state."""

from enum import StrEnum

from claims.matching.types import Tally

_SLIP = 3
_SLIP_SHARE = 0.025


class Relation(StrEnum):
    """How two tallies stand to each other."""

    SAME = "same"  # at least two counts in common, all equal
    AGREES = "agrees"  # one count in common, equal: says little
    NEAR = "near"  # different, but so little that both may be reports of one vote
    APART = "apart"
    NONE = "none"  # nothing in common to compare


def compare(one: Tally, other: Tally) -> Relation:
    """The relation of two tallies.

    93–8–73 and 93–8 are the same; 93–8–73 and 89–8–73 near; 93–18–65 and 93–8–73 apart, although both have 93 in
    favour.
    """
    left, right = one.stated, other.stated
    common = sorted(left.keys() & right.keys())
    if (
        len(common) > 2
    ):  # who was absent is seldom told, and told as who abstained: where the votes are known, they count
        common = [name for name in common if name != "not_voting"]
    if not common:
        return Relation.NONE
    gaps = [abs(left[name] - right[name]) for name in common]
    if not any(gaps):
        return Relation.SAME if len(common) > 1 else Relation.AGREES
    allowed = max(_SLIP, _SLIP_SHARE * max(one.total, other.total))
    return Relation.NEAR if max(gaps) <= allowed and sum(gaps) <= 2 * allowed and _large(one, other) else Relation.APART


def _fullest(tallies: frozenset[Tally]) -> list[Tally]:
    """Without the partial counts that a fuller one of the same happening includes."""
    return [one for one in tallies if not any(one.stated.items() < other.stated.items() for other in tallies - {one})]


def _large(one: Tally, other: Tally) -> bool:
    """Among a dozen votes a gap of three is no slip of the pen."""
    return min(one.total, other.total) > 4 * _SLIP


def between(ones: frozenset[Tally], others: frozenset[Tally]) -> Relation:
    """How two sets of tallies stand to each other: apart where any two are, else the best relation between any two.

    A happening of which three counts are told is not joined to one of which a count far from any of the three is told.
    """
    order = list(Relation)
    found = [compare(one, other) for one in _fullest(ones) for other in _fullest(others)]
    if Relation.APART in found:
        return Relation.APART
    known = [relation for relation in found if relation is not Relation.NONE]
    return min(known, key=order.index, default=Relation.NONE)
