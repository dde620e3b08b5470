"""Group the claims of one article into the happenings that it reports.

An article goes on about a happening until its words name another: "It went through 120–14" has no date, body or sponsor
of its own and belongs to the vote named before it. A claim joins the latest happening of its kind that nothing in it
contradicts, and starts a new one otherwise.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from claims.extraction.bodies import TAKEN_IN
from claims.extraction.events import kind_of
from claims.extraction.names import canonical_name
from claims.extraction.types import ExtractedClaim, ExtractedMeasurement
from claims.matching.bodies import BodyReading, read_body
from claims.matching.events import OBJECT_WORDS, join, kinds_like, object_of, weigh
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
HARM = frozenset({EventKind.DISASTER, EventKind.ATTACK, EventKind.ACCIDENT})
_TOLLS = frozenset({"killed", "injured", "wounded", "missing", "identified_dead"})
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
_NEWS_DAYS = 3
"""Days before publication within which what an article does not date may lie: it is the news."""
_SINGULAR = frozenset({
    EventKind.VOTE, EventKind.ATTACK, EventKind.DISASTER, EventKind.ACCIDENT, EventKind.PROTEST, EventKind.ELECTION,
    EventKind.CONFLICT,
})  # fmt: skip
"""Kinds of which an article rarely tells two without naming what sets them apart."""
_RELATED = 0.25


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
    claim: ExtractedClaim, *, key: str, published_on: date | None, before: EventKind | None = None
) -> Profile | None:
    """The profile of the happening that a claim speaks of; None where it names none.

    Every sentence of an article has a topic, but only some tell of a happening. Those do that measure something, give
    a symbol or a day, or speak of a vote, a quake, an attack in words of their own; a war, the economy or somebody's
    words as a mere topic do not. A toll that names no happening is that of the disaster, attack or accident that the
    claims `before` it were about.
    """
    cues = claim.cues
    kind = _kind(claim)
    if kind is None and before in HARM and any(found.measure in _TOLLS for found in claim.measurements):
        kind = before
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
        window=_day(claim, kind),
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
    )


def _day(claim: ExtractedClaim, kind: EventKind) -> Window | None:
    """When the happening was, as the claim dates it; None where it does not, or tells of what is to come.

    In "condemned the Oct. 7 attacks" the day is that of the attacks, which is no use to a vote.
    """
    day = claim.cues.date
    if day is None or claim.modality != Modality.ACTUAL:
        return None
    for found in claim.measurements:
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
    if claim.cues.identifiers:
        return EventKind.VOTE if own in _TOPICS else own
    if own in _TOPICS:
        return claim.cues.kind if telling and claim.cues.kind != EventKind.OTHER else None
    if own in _SPOKEN and not telling and claim.cues.date is None:
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


def happenings(profiles: Sequence[Profile]) -> tuple[list[Profile], Mapping[str, str]]:
    """Group an article's profiles, given in text order, into happenings.

    The keys must sort in text order. Returns the happenings and, for the key of each profile, the key of its happening,
    which is that of its first profile.
    """
    found: list[Profile] = []
    latest: list[int] = []
    of: dict[str, str] = {}
    for profile in profiles:
        fitting = [place for place in latest if _continues(found[place], profile)]
        if fitting:
            place = fitting[0]
            found[place] = join(found[place], profile)
        else:
            place = len(found)
            found.append(profile)
        latest = [place, *(other for other in latest if other != place)]
        of[profile.key] = found[place].key
    return found, of


def _continues(happening: Profile, profile: Profile) -> bool:
    """Whether a claim may go on about a happening. Meetings, statements and deals come by the dozen in one article, so
    there it takes somebody or something in common, not only the lack of an objection."""
    decision = weigh(happening, profile)
    if decision.never or _long_before(profile, happening):
        return False
    if object_of(profile) == "amendment" != object_of(happening):
        return False  # an article names an amendment as such when it first speaks of it
    if happening.kind in _SINGULAR:
        return True
    return bool(happening.participants & profile.participants) and decision.score >= _RELATED


def _long_before(dated: Profile, news: Profile) -> bool:
    """Whether one is dated well before the day on which the other, undated and with figures of its own, was reported:
    news that goes on to an earlier occasion ("more than on 27 October") has left its own."""
    if dated.window is None or news.window is not None or news.published is None or not news.telling:
        return False
    return (news.published.first - dated.window.last).days > _NEWS_DAYS


def recurring(claims: Sequence[ExtractedClaim], *, limit: int = 12) -> frozenset[str]:
    """The words and names that an article keeps coming back to: in two claims or more, the most frequent first."""
    counts = Counter(
        word for claim in claims for word in {term.casefold() for term in (*claim.cues.terms, *claim.cues.participants)}
    )
    frequent = sorted(
        (word for word, count in counts.items() if count > 1 and word not in OBJECT_WORDS),
        key=lambda word: (-counts[word], word),
    )
    return frozenset(frequent[:limit])
