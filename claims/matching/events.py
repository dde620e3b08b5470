"""Decide which profiles speak of one happening.

Three kinds of evidence, in this order. *Must*: a shared identifier. *Cannot*: another identifier of the same series,
another body, days that cannot meet, an amendment against the text it amends, other sponsors, tallies too far apart to
be two reports of one vote. *May*: points for the same day, body, sponsors, place, tally, participants and words;
enough of them make a link. Equal tallies weigh much but never decide alone: two votes of one day may both have 93 in
favour.
"""

import re
from dataclasses import dataclass

from claims.extraction.bodies import GENERIC_PARLIAMENT
from claims.extraction.names import canonical_state, state_of
from claims.matching.objects import object_of
from claims.matching.tallies import Relation, between
from claims.matching.types import Basis, Profile
from claims.vocabulary import EventKind

METHOD = "events/3"
THRESHOLD = 0.5
_FULL = 0.99
_DAY_SLACK = 1
"""Days by which two dated reports of one happening may differ: time zones, and outlets that misdate it."""
_REPORT_DAYS = 4
"""Days between reports of which neither dates the happening, within which they may mean the same one."""
_HARM = frozenset({EventKind.ATTACK, EventKind.DISASTER, EventKind.ACCIDENT, EventKind.CONFLICT})
_PLACED = frozenset({EventKind.DISASTER, EventKind.ATTACK, EventKind.PROTEST})
"""Kinds that happen in one place; a flight, a deal, a war and the talks about it are told from several."""
_WORDS = frozenset({EventKind.MEETING, EventKind.STATEMENT, EventKind.ECONOMY})
"""Kinds whose words pass into one another: "casualties" of a quake, "talks" that end in a deal."""
STORY_DAYS = {
    EventKind.CONFLICT: 70, EventKind.DISASTER: 14, EventKind.ACCIDENT: 14, EventKind.ATTACK: 7,
}  # fmt: skip
"""Days between reports within which a kind of happening is still the same story."""
_RUNNING_DAYS = 70
"""Days between reports within which an ongoing conflict is the same one."""
_PARLIAMENTS = re.compile(
    r"[Pp]arliament|Commons|Lords|Senate|Representatives|Congress|National Assembly|Duma|Bundestag|Knesset|Rada|Diet|"
    r"Sejm"
)
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
    wars = (one.kind, other.kind).count(EventKind.CONFLICT)
    slack = (_DAY_SLACK, _REPORT_DAYS, _RUNNING_DAYS)[wars]
    if one.window and other.window and one.window.apart(other.window) > slack:
        return "other_day/1"
    if object_of(one) and object_of(other) and object_of(one) != object_of(other):
        return "other_object/1"
    relation = between(one.tallies, other.tallies)
    if not (one.sponsors <= other.sponsors or other.sponsors <= one.sponsors):
        return "other_sponsor/1"
    if relation is Relation.APART:
        return "other_tally/1"
    if one.kind in _PLACED and _elsewhere(one, other):
        return "other_place/1"
    if one.kind == other.kind == EventKind.ECONOMY and _other_parties(one, other):
        return "other_party/1"
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
        "same_object/1": 0.25
        if one.kind == EventKind.ECONOMY and object_of(one) and object_of(one) == object_of(other)
        else 0.0,
        "same_story/1": 0.38 * _shared(_names(one), _names(other), enough=3) if _one_story(one, other) else 0.0,
        "shared_words/1": 0.4 * _shared(one.terms | one.context, other.terms | other.context, enough=8),
    }
    return {name: value for name, value in points.items() if value}


def _day_points(one: Profile, other: Profile) -> float:
    if one.window and other.window:
        exact = max(one.window.days, other.window.days) <= 1 and one.window.apart(other.window) <= _DAY_SLACK
        return 0.35 if exact else 0.15
    if one.window or other.window:
        dated, undated = (one, other) if one.window else (other, one)
        if dated.window and undated.published:
            gap = dated.window.apart(undated.published)
            return 0.15 if gap <= _REPORT_DAYS and dated.window.days <= 1 else 0.0 if gap <= 31 else -0.2
        return 0.0
    if one.published and other.published:
        gap = one.published.apart(other.published)
        return 0.12 if gap <= _REPORT_DAYS else 0.0 if gap <= 31 or _one_story(one, other) else -0.2
    return 0.0


def _other_parties(one: Profile, other: Profile) -> bool:
    """Whether each names a state that the other does not: two deals of one tour have other partners."""
    ones, others = ({name for name in profile.participants if canonical_state(name)} for profile in (one, other))
    return not (ones <= others or others <= ones)


def _one_object(one: Profile, other: Profile) -> bool:
    return one.kind == EventKind.ECONOMY and bool(object_of(one)) and object_of(one) == object_of(other)


def _one_story(one: Profile, other: Profile) -> bool:
    """Whether both are told of one day, or reported in days that one story fills. Votes of one debate are reported
    together, so for them it says nothing."""
    if one.kind == EventKind.VOTE:
        return False
    if one.window and other.window and max(one.window.days, other.window.days) <= 1:
        return one.window.apart(other.window) == 0
    if one.kind == other.kind == EventKind.ECONOMY and len(_firms(one) & _firms(other)) > 1:
        return True  # a takeover is in the news for years
    near = STORY_DAYS.get(one.kind, _REPORT_DAYS)
    return bool(one.published and other.published and one.published.apart(other.published) <= near)


def _names(profile: Profile) -> frozenset[str]:
    """Who and what is named in the reports; in their words names are those with a capital."""
    words = {word for word in profile.terms | profile.context if word[:1].isupper()}
    return profile.participants | profile.places | words


def _firms(profile: Profile) -> frozenset[str]:
    """Names that are not those of states: who makes a deal, and not where."""
    return frozenset(name for name in _names(profile) if not state_of(name))


def _shared(one: frozenset[str], other: frozenset[str], *, enough: int) -> float:
    """How many words are shared, as a share of what is `enough`, 0 to 1."""
    return min(1.0, len(one & other) / enough)


def _places_meet(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sets of places may be one: equal, or one named within the other ("Arica", "Arica region")."""
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
    words = {word.casefold() for word in (*profile.terms, *profile.context, *profile.participants)}
    return any(place.casefold() in words or place.casefold().split()[0] in words for place in places)


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
