"""What one claim tells of the happening that it speaks of: kind, day, place, body, who, and what it was about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.extraction.bodies import TAKEN_IN
from claims.extraction.events import kind_of
from claims.extraction.names import canonical_name
from claims.extraction.scopes import TOLLS
from claims.extraction.types import ExtractedClaim, ExtractedMeasurement
from claims.matching.bodies import BodyReading, read_body
from claims.matching.events import kinds_like
from claims.matching.types import Basis, Profile, Tally, Window, window
from claims.vocabulary import EventKind, Modality

COUNTS = ("votes_for", "votes_against", "abstentions", "not_voting")


_TELLING = frozenset({
    "votes_for", "votes_against", "abstentions", "not_voting", "vote_position", "outcome", "killed", "injured",
    "wounded",
    "missing", "casualties", "identified_dead", "crowd_size", "magnitude", "depth", "depth_km", "aboard", "troops",
    "aircraft", "amount", "event_time",
})  # fmt: skip
"""Measures that are told of a happening and not of the state of the world."""
HARM = frozenset({EventKind.DISASTER, EventKind.ATTACK, EventKind.ACCIDENT, EventKind.CONFLICT})
_OF_HARM = TOLLS | {"event_time", "aboard"}
_TOLD_OF = frozenset({
    "count", "amount", "event_date", "event_time", "released", "rescued", "bodies", "missiles", "drones", "detained",
})  # fmt: skip
"""Measures with which an article goes on about what it has been telling of, without naming it again."""
_COUNTED = HARM | {EventKind.PROTEST, EventKind.ELECTION, EventKind.VOTE}
"""Kinds that may have a toll or an hour of their own: at a meeting only the toll is spoken of."""
_TOPICS = frozenset({EventKind.OTHER, EventKind.STATEMENT})
_SPOKEN = frozenset({EventKind.CONFLICT, EventKind.ECONOMY, EventKind.MEETING})
"""Kinds whose words turn up in sentences about anything."""
_OWN_TEXT = re.compile(
    r"\b(?:its|their|his|her) own\b(?:\s+[\w.]+){0,3}?\s+(?:resolution|draft|text|motion|amendment|proposal|version)\b",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    r"[’']?s?\s+((?!(?:and|in|at|on|by|when|after|before|the|to|of|with|for|as|that|but|or|from|an?|were|was|had|has)\b)"
    r"[a-z]+)"
)
_DECIDED = re.compile(
    r"\b(?:condemn(?:s|ed)|adopt(?:s|ed)|approv(?:es|ed)|demand(?:s|ed)|reject(?:s|ed)|back(?:s|ed)|pass(?:es|ed)|"
    r"impeach(?:es|ed)|endors(?:es|ed)|decid(?:es|ed)|authori[sz](?:es|ed)|ratif(?:ies|ied)|lift(?:s|ed)|"
    r"call(?:s|ed) (?:for|on)|urg(?:es|ed))\b",
    re.IGNORECASE,
)
"""What a body does by voting."""
_SUDDEN = HARM - {EventKind.CONFLICT}
_STRUCK = re.compile(
    r"\b(?:(?:earth)?quakes?|tsunami|explo(?:sions?|ded)|blasts?|attack(?:s|ed)?|strikes?|struck|hit|crash(?:ed)?|"
    r"sank|sunk|sinking|derail(?:ed|ment)|collid(?:ed|es)|collision|collaps(?:ed?|ing)|capsiz(?:ed|ing)|went down|"
    r"lost contact|disappear(?:ed|ance)|vanish(?:ed)?|fired|launch(?:ed)?|shell(?:ed|ing)|bomb(?:ed|ing|s)?|shot|"
    r"shooting|erupt(?:ed|ion)|storm|flood(?:s|ed|ing)?|landfall|"
    r"took off|left|departed|killed|died|fire|blaze|raid(?:ed)?|massacre|stampede|crush)\b",
    re.IGNORECASE,
)
"""Words of what strikes: a day that stands beside them is the day it struck."""
_MARCHED = re.compile(
    r"\b(?:march\w*|rall(?:y|ies|ied)|protest\w*|demonstrat\w+|gather\w*|turn(?:ed)?[ -]?out|took to|vigil|strike)\b",
    re.IGNORECASE,
)
"""Words of a protest: a day that stands beside them, or beside a crowd's size, is its day."""
_ENROLLED = re.compile(r"\b(?:joined|registered|member since|user since)\W{0,3}$", re.IGNORECASE)
"""Before the day on which the author of a post came to a forum."""
_OF_ONE_WAR = 70
"""Days before a report within which a day is that of a step of the war, and not of one before."""
_AFTERMATH = 14
"""Days before a report within which a day that it gives may be that of the search or the funeral."""
_SINCE = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\s+(?:after|since)\b", re.IGNORECASE)
_OFF = re.compile(
    r"\b(?P<number>an?|one|two|three|four)\s+(?P<unit>day|week|month|year)s?\s+"
    r"(?P<way>earlier|later|(?:before|after)(?=[,.;]|$))\b",
    re.IGNORECASE,
)
_SUCH = re.compile(
    r"\b(?:such|the|this|that|these|those|any|no|purported|alleged|reported|supposed)\s+(?:\w+\s+)?"
    r"(?:meeting|talks|visit|trip|call|conversation|summit|encounter)\b",
    re.IGNORECASE,
)
"""Words that point back at a meeting told before, and do not name another."""


@dataclass(frozen=True, slots=True)
class Before:
    """What an article has told of: the latest disaster, attack, accident or war, and the latest happening of any
    kind."""

    harm: EventKind | None = None
    latest: EventKind | None = None

    def then(self, profile: Profile) -> "Before":
        """After one more claim."""
        return Before(profile.kind if profile.kind in HARM else self.harm, profile.kind)


def tallies_of(measurements: Sequence[ExtractedMeasurement]) -> tuple[Tally, ...]:
    """The tallies among measurements: one for each group, and one for each count that stands alone.

    Counts of a named part ("five European countries abstained") and counts that the text itself calls replaced are not
    of the tally.
    """
    groups: dict[object, dict[str, int]] = {}
    for number, found in enumerate(measurements):
        if found.measure in COUNTS and found.value is not None and not found.subject and not found.superseded:
            group: object = found.group or ("alone", number)
            groups.setdefault(group, {}).setdefault(found.measure, int(found.value))
    return tuple(Tally(**counts) for counts in groups.values())


def profile_of(
    claim: ExtractedClaim, *, key: str, published_on: date | None, before: Before = Before()
) -> Profile | None:
    """The profile of the happening that a claim speaks of; None where it names none.

    Every sentence of an article has a topic, but only some tell of a happening. Those do that measure something, give
    a symbol or a day, or speak of a vote, a quake, an attack in words of their own; a war, the economy or somebody's
    words as a mere topic do not. A toll or an hour that names no happening is that of the disaster, attack or accident
    that the claims `before` it were about; another figure that names none goes on about what was told last.
    """
    cues = claim.cues
    kind = _kind(claim)
    measures = {found.measure for found in claim.measurements}
    if kind not in _COUNTED and before.harm and measures & _OF_HARM:
        kind = before.harm
    if kind is None and measures & _TOLD_OF:
        kind = before.latest
    if kind is None:
        return None
    tallies = frozenset(tallies_of(claim.measurements)) if claim.modality == Modality.ACTUAL else frozenset()
    reading = (
        read_body(cues.body, tallies, cues.date or published_on) if kind == EventKind.VOTE else BodyReading("", None)
    )
    taken_in = TAKEN_IN.search(claim.quote) is not None
    basis = Basis.ARITHMETIC if reading.by_arithmetic else Basis.CARRIED if cues.body_carried else Basis.NAMED
    return Profile(
        key=key,
        kind=kind,
        window=_day(claim, kind, published_on),
        published=Window(published_on, published_on) if published_on else None,
        places=frozenset({cues.place} if cues.place else ()),
        body=reading.name,
        body_basis=basis,
        membership=reading.membership,
        participants=frozenset(canonical_name(name) for name in cues.participants),
        identifiers=frozenset(cues.identifiers),
        sponsors=frozenset(canonical_name(name) for name in cues.sponsors),
        terms=frozenset(term.casefold() for term in cues.terms if not (term == "amendment" and taken_in)),
        tallies=tallies,
        telling=any(found.measure in _TELLING for found in claim.measurements),
        days_off=_days_off(claim.quote),
        leaning=_SUCH.search(claim.quote) is not None,
    )


def opening(claims: Sequence[ExtractedClaim]) -> Before:
    """What the first words of an article lean on: the first happening, and the first disaster, attack or accident, that
    it names further down. A lead tells in other words what the next sentences name, and a toll may stand above it."""
    kinds = [kind for claim in claims if (kind := _kind(claim))]
    return Before(next((kind for kind in kinds if kind in HARM), None), next(iter(kinds), None))


def _days_off(words: str) -> int | None:
    """How many days before (negative) or after the happening told last something is said to have been: "one week
    before" is -7; None where nothing is said."""
    found = _OFF.search(words)
    if found is None:
        return None
    number = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}[found["number"].casefold()]
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[found["unit"].casefold()] * number
    return days if found["way"].casefold() in {"later", "after"} else -days


def _day(claim: ExtractedClaim, kind: EventKind, published_on: date | None) -> Window | None:
    """When the happening was, as the claim dates it; None where it does not, or tells of what is to come.

    In "condemned the Oct. 7 attacks" the day is that of the attacks, which is no use to a vote; in "by March 11 the
    toll was below 500" it is that of the count; in "the search was called off on Friday", of what came after; in
    "Joined: 2 May 2009", of nothing that is told.
    """
    day = claim.cues.date
    if kind == EventKind.CONFLICT and day and published_on and abs((published_on - day).days) <= _OF_ONE_WAR:
        return None  # every step of a war has its own day
    if day is None or claim.modality != Modality.ACTUAL or any(found.as_of == day for found in claim.measurements):
        return None
    recent = published_on is not None and abs((published_on - day).days) <= _AFTERMATH
    if kind in _SUDDEN and recent and (not _STRUCK.search(claim.quote) or _SINCE.search(claim.quote)):
        return None
    if (
        kind == EventKind.PROTEST
        and recent
        and not (_MARCHED.search(claim.quote) or any(found.measure == "crowd_size" for found in claim.measurements))
    ):
        return None
    for found in claim.measurements:
        its_day = found.measure == "event_date" and day.isoformat().startswith(found.value_text)
        if its_day and _ENROLLED.search(claim.quote[: found.start - claim.start]):
            return None
        if found.measure == "event_date" and found.value_text == day.isoformat():
            after = _NOUN_AFTER.match(claim.quote, found.end - claim.start)
            if after and kind_of(after[1]) not in (EventKind.OTHER, *kinds_like(kind)):
                return None
    return window(day, claim.cues.date_precision)


def _kind(claim: ExtractedClaim) -> EventKind | None:
    """The kind of happening that a claim tells of, by its own words and figures; None where it tells of none."""
    measures = {found.measure for found in claim.measurements}
    telling = measures & _TELLING
    own = kind_of(claim.quote, claim.measurements)
    if own in _TOPICS and claim.cues.body and not claim.cues.body_carried and _DECIDED.search(claim.quote):
        return EventKind.VOTE
    if claim.cues.identifiers:
        return EventKind.VOTE if own in _TOPICS else own
    if own in _TOPICS:
        return claim.cues.kind if telling and claim.cues.kind != EventKind.OTHER else None
    met = own == EventKind.MEETING and (_SUCH.search(claim.quote) or len(claim.cues.participants) > 1)
    if own in _SPOKEN and not telling and not met and claim.cues.date is None:
        return None
    return own


def announced(claim: ExtractedClaim, *, key: str, published_on: date | None, voter: str = "") -> Profile | None:
    """The further text that a claim about one text announces: "abstained on the French draft and tabled its own".

    What follows is then about the announced text, sponsored by whoever voted, and not about the one voted on. None
    where the claim announces none.
    """
    sponsor = voter_of(claim) or voter
    if not sponsor or not _OWN_TEXT.search(claim.quote):
        return None
    return Profile(
        key=key,
        kind=EventKind.VOTE,
        published=Window(published_on, published_on) if published_on else None,
        participants=frozenset(canonical_name(name) for name in claim.cues.participants),
        sponsors=frozenset({canonical_name(sponsor)}),
    )


def voter_of(claim: ExtractedClaim) -> str:
    """The first state whose vote the claim tells; "" for none."""
    return next(
        (found.subject for found in claim.measurements if found.measure == "vote_position" and found.subject), ""
    )
