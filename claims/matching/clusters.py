"""Join the profiles that are one happening.

Clusters grow by joining the best pair first, and what is joined is weighed as one from then on. Ties go by content and
not by position, so the order in which articles came in does not matter for what is looked at together.
"""

from dataclasses import replace
from itertools import combinations

from claims.matching.events import THRESHOLD, Decision, weigh
from claims.matching.types import Basis, Cluster, Link, Profile, Window
from claims.vocabulary import EventKind

_TELLING = (
    EventKind.VOTE, EventKind.DISASTER, EventKind.ACCIDENT, EventKind.CONFLICT, EventKind.ATTACK, EventKind.PROTEST,
    EventKind.ELECTION, EventKind.ECONOMY, EventKind.MEETING, EventKind.STATEMENT, EventKind.OTHER,
)  # fmt: skip
"""Kinds by how much they tell: a quake in a war is a quake, whichever was reported first."""


def join(one: Profile, other: Profile) -> Profile:
    """Everything known of both. The result does not depend on which comes first."""
    first, second = sorted((one, other), key=_rank)
    body = min((first, second), key=lambda profile: (not profile.body, list(Basis).index(profile.body_basis)))
    return replace(
        first,
        kind=min(first.kind, second.kind, key=_TELLING.index),
        window=_narrow(first.window, second.window),
        published=_span(first.published, second.published),
        places=first.places | second.places,
        body=body.body,
        body_basis=body.body_basis,
        membership=body.membership,
        participants=first.participants | second.participants,
        identifiers=first.identifiers | second.identifiers,
        sponsors=first.sponsors | second.sponsors,
        terms=first.terms | second.terms,
        context=first.context | second.context,
        tallies=first.tallies | second.tallies,
        telling=first.telling or second.telling,
        held=first.held or second.held,
    )


def _narrow(one: Window | None, other: Window | None) -> Window | None:
    known = [window for window in (one, other) if window]
    return min(known, key=lambda window: (window.days, window.first), default=None)


def _span(one: Window | None, other: Window | None) -> Window | None:
    if one is None or other is None:
        return one or other
    return Window(min(one.first, other.first), max(one.last, other.last))


def _rank(profile: Profile) -> tuple[object, ...]:
    """Known Events first, the held before the rest, the oldest first; then by content."""
    return (not profile.held, profile.event is None, profile.event or 0, profile.key)


def cluster(profiles: list[Profile], *, threshold: float = THRESHOLD) -> list[Cluster]:
    """Join what is one happening, best pair first, until no pair reaches `threshold` (0 to 1).

    Two held Events are never joined. Every profile is in exactly one cluster; clusters come in the order of `_rank`.
    """
    groups = {
        profile.key: Cluster(profile, (profile.key,), _events(profile)) for profile in sorted(profiles, key=_rank)
    }
    decisions = {
        (left, right): weigh(groups[left].profile, groups[right].profile) for left, right in combinations(groups, 2)
    }
    while True:
        best = max(
            (pair for pair, found in decisions.items() if found.score >= threshold and not _both_held(groups, pair)),
            key=lambda pair: (decisions[pair].score, *_reverse(pair)),
            default=None,
        )
        if best is None:
            return sorted(groups.values(), key=lambda group: _rank(group.profile))
        left, right = best
        found = decisions[best]
        merged = _joined(groups.pop(left), groups.pop(right), found)
        decisions = {pair: old for pair, old in decisions.items() if not {left, right} & set(pair)}
        for key, group in groups.items():
            decisions[key, merged.profile.key] = weigh(group.profile, merged.profile)
        groups[merged.profile.key] = merged


def _joined(one: Cluster, other: Cluster, found: Decision) -> Cluster:
    first, second = sorted((one, other), key=lambda group: _rank(group.profile))
    link = Link(found.rule, round(found.score, 3), found.reason)
    return Cluster(
        join(first.profile, second.profile),
        tuple(sorted((*first.members, *second.members))),
        tuple(sorted({*first.events, *second.events})),
        {**second.links, **first.links, **{key: link for key in second.members if key not in second.links}},
    )


def _events(profile: Profile) -> tuple[int, ...]:
    return () if profile.event is None else (profile.event,)


def _both_held(groups: dict[str, Cluster], pair: tuple[str, str]) -> bool:
    return groups[pair[0]].profile.held and groups[pair[1]].profile.held


def _reverse(pair: tuple[str, str]) -> tuple[int, ...]:
    """Among equal scores the pair whose keys come first wins, whatever order they were handed in."""
    return tuple(-ord(char) for key in sorted(pair) for char in key)
