"""Decide which profiles speak of one happening.

Three kinds of evidence, in this order. *Must*: a shared identifier. *Cannot*: another identifier of the same series,
another body, days that cannot meet, an amendment against the text it amends, other sponsors, tallies too far apart to
be two reports of one vote. *May*: points for the same day, body, sponsors, place, tally, participants and words;
enough of them make a link. Equal tallies weigh much but never decide alone: two votes of one day may both have 93 in
favour.

Clusters grow by joining the best pair first, and what is joined is weighed as one from then on. Ties go by content and
not by position, so the order in which articles came in does not matter for what is looked at together.
"""

import re
from dataclasses import dataclass, replace
from itertools import combinations

from claims.extraction.bodies import GENERIC_PARLIAMENT
from claims.matching.tallies import Relation, between
from claims.matching.types import Basis, Cluster, Link, Profile, Window
from claims.vocabulary import EventKind

METHOD = "events/1"
THRESHOLD = 0.5
_FULL = 0.99
_DAY_SLACK = 1
"""Days by which two dated reports of one happening may differ: time zones, and outlets that misdate it."""
_REPORT_DAYS = 4
"""Days between reports of which neither dates the happening, within which they may mean the same one."""
_HARM = frozenset({EventKind.ATTACK, EventKind.DISASTER, EventKind.ACCIDENT, EventKind.CONFLICT})
_WORDS = frozenset({EventKind.MEETING, EventKind.STATEMENT, EventKind.ECONOMY})
"""Kinds whose words pass into one another: "casualties" of a quake, "talks" that end in a deal."""
_AMENDMENT = frozenset({"amendment"})
_CONFIDENCE = frozenset({"confidence"})
_TEXT = frozenset({"resolution", "bill", "deal", "agreement", "treaty", "draft"})
OBJECT_WORDS = _AMENDMENT | _CONFIDENCE | _TEXT
_RUNNING_DAYS = 60
"""Days between reports within which an ongoing conflict is the same one."""
_PARLIAMENTS = re.compile(r"parliament|Commons|Lords|Senate|Representatives|Congress")
_PREFIX = re.compile(r"^(?:[AS]/RES/|Resolution )")
_YEAR = re.compile(r"\s*\(\d{4}\)$")


def kinds_like(kind: EventKind) -> tuple[EventKind, ...]:
    """The kinds under which other reports may file the same happening, the kind itself included."""
    family = next((family for family in (_HARM, _WORDS) if kind in family), frozenset({kind}))
    return tuple(sorted(family))


@dataclass(frozen=True, slots=True)
class Decision:
    """`score` 0 to 1, `rule` the weightiest piece of evidence; `never` forbids the link whatever else speaks for it."""

    score: float
    rule: str
    reason: str = ""
    never: bool = False


def weigh(one: Profile, other: Profile) -> Decision:
    """How surely two profiles are one happening."""
    shared = {_number(value) for value in one.identifiers} & {_number(value) for value in other.identifiers}
    if shared and not _other_body(one, other):
        return Decision(_FULL, "same_identifier/1", min(shared))
    forbidden = _forbidden(one, other)
    if forbidden:
        return Decision(0.0, forbidden, never=True)
    points = _points(one, other)
    rule = max(points, key=lambda name: (points[name], name), default="nothing_shared/1")
    return Decision(min(sum(points.values()), _FULL - 0.01), rule)


def _forbidden(one: Profile, other: Profile) -> str:
    """The name of the rule that keeps two profiles apart; empty where none does."""
    if other.kind not in kinds_like(one.kind):
        return "other_kind/1"
    if {_series(value) for value in one.identifiers} & {_series(value) for value in other.identifiers}:
        return "other_identifier/1"
    if _other_body(one, other):
        return "other_body/1"
    slack = _RUNNING_DAYS if one.kind == other.kind == EventKind.CONFLICT else _DAY_SLACK
    if one.window and other.window and one.window.apart(other.window) > slack:
        return "other_day/1"
    if object_of(one) and object_of(other) and object_of(one) != object_of(other):
        return "other_object/1"
    relation = between(one.tallies, other.tallies)
    if not (one.sponsors <= other.sponsors or other.sponsors <= one.sponsors):
        return "other_sponsor/1"
    if relation is Relation.APART:
        return "other_tally/1"
    if one.kind != EventKind.VOTE and _elsewhere(one, other):
        return "other_place/1"
    return ""


def _points(one: Profile, other: Profile) -> dict[str, float]:
    points = {
        "same_day/1": _day_points(one, other),
        "same_body/1": 0.12 if one.body and one.body == other.body else 0.0,
        "same_sponsor/1": 0.3 if one.sponsors & other.sponsors else 0.0,
        "same_place/1": 0.15 if one.places and other.places and one.kind != EventKind.VOTE else 0.0,
        "same_tally/1": {Relation.SAME: 0.4, Relation.NEAR: 0.25, Relation.AGREES: 0.15}.get(
            between(one.tallies, other.tallies), 0.0
        ),
        "shared_participants/1": 0.2 * _shared(one.participants, other.participants, enough=3),
        "shared_words/1": 0.4 * _shared(one.terms | one.context, other.terms | other.context, enough=8),
    }
    return {name: value for name, value in points.items() if value}


def _day_points(one: Profile, other: Profile) -> float:
    if one.window and other.window:
        return 0.35 if max(one.window.days, other.window.days) <= 1 else 0.15
    if one.window or other.window:
        dated, undated = (one, other) if one.window else (other, one)
        if dated.window and undated.published:
            gap = dated.window.apart(undated.published)
            return 0.15 if gap <= _REPORT_DAYS and dated.window.days <= 1 else 0.0 if gap <= 31 else -0.2
        return 0.0
    if one.published and other.published:
        gap = one.published.apart(other.published)
        return 0.12 if gap <= _REPORT_DAYS else 0.0 if gap <= 31 else -0.2
    return 0.0


def _shared(one: frozenset[str], other: frozenset[str], *, enough: int) -> float:
    """How many words are shared, as a share of what is `enough`, 0 to 1."""
    return min(1.0, len(one & other) / enough)


def _places_meet(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sets of places may be one: equal, or one named within the other ("Kursk", "Kursk region")."""
    return any(
        left == right or left in right or right in left
        for left in (place.casefold() for place in ones)
        for right in (place.casefold() for place in others)
    )


def _elsewhere(one: Profile, other: Profile) -> bool:
    """Whether both name places and neither names the other's: a border quake is told from both sides."""
    if not one.places or not other.places or _places_meet(one.places, other.places):
        return False
    return not (_mentions(one, other.places) or _mentions(other, one.places))


def _mentions(profile: Profile, places: frozenset[str]) -> bool:
    words = profile.terms | profile.context | {name.casefold() for name in profile.participants}
    return any(place.casefold() in words or place.casefold().split()[0] in words for place in places)


def object_of(profile: Profile) -> str:
    """What was voted on, as far as the words tell: the text, an amendment to it, confidence in somebody; a resolution's
    symbol is that of a text. Empty where nothing or both are named."""
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


def object_words(title: str) -> frozenset[str]:
    """The words of a title that say what was voted on; in "amendment to the draft" that is the amendment."""
    found = {word.casefold() for word in re.findall(r"[^\W\d_]+", title)} & OBJECT_WORDS
    return frozenset(found & _AMENDMENT or found)


def _other_body(one: Profile, other: Profile) -> bool:
    """Whether two bodies are meant that cannot be one. "Parliament" may be any country's; a body that a claim without a
    count of its own only inherits from the words before gives way to what a count says; and a count does not fit into a
    body with fewer members."""
    if any(_overflows(left, right) for left, right in ((one, other), (other, one))):
        return True
    bodies = {one.body, other.body}
    if "" in bodies or len(bodies) == 1:
        return False
    for left, right in ((one, other), (other, one)):
        if left.body_basis is Basis.ARITHMETIC and right.body_basis is Basis.CARRIED and not right.tallies:
            return False
    return GENERIC_PARLIAMENT not in bodies or not all(_PARLIAMENTS.search(body) for body in bodies)


def _overflows(counted: Profile, body: Profile) -> bool:
    return body.membership is not None and any(tally.total > body.membership for tally in counted.tallies)


def _number(identifier: str) -> str:
    """What names a text within its body: ES-11/8 of A/RES/ES-11/8 and of "Resolution ES-11/8"."""
    return _PREFIX.sub("", _YEAR.sub("", identifier)).casefold()


def _series(identifier: str) -> str:
    """What two symbols of one series share: A/RES/ES-11/7 and A/RES/ES-11/8 are different texts, a symbol of another
    series may be a draft of the same."""
    return re.sub(r"\d+$", "", _number(identifier))


def join(one: Profile, other: Profile) -> Profile:
    """Everything known of both. The result does not depend on which comes first."""
    first, second = sorted((one, other), key=_rank)
    body = min((first, second), key=lambda profile: (not profile.body, list(Basis).index(profile.body_basis)))
    return replace(
        first,
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
