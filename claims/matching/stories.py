"""Group the claims of one article into the happenings that it reports.

An article goes on about a happening until its words name another: "It went through 120–14" has no date, body or sponsor
of its own and belongs to the vote named before it. A claim joins the latest happening of its kind that nothing in it
contradicts, and starts a new one otherwise.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from claims.extraction.names import canonical_name
from claims.extraction.types import ExtractedClaim
from claims.matching.clusters import join
from claims.matching.events import weigh
from claims.matching.objects import OBJECTS, object_of
from claims.matching.types import Profile, Window
from claims.vocabulary import EventKind

_NEWS_DAYS = 3
"""Days before publication within which what an article does not date may lie: it is the news."""
_BACK_DAYS = 30
"""Days before publication from which on a happening is what an article looks back at."""
_SINGULAR = frozenset({
    EventKind.VOTE, EventKind.ATTACK, EventKind.DISASTER, EventKind.ACCIDENT, EventKind.PROTEST, EventKind.ELECTION,
    EventKind.CONFLICT,
})  # fmt: skip
"""Kinds of which an article rarely tells two without naming what sets them apart."""
_RELATED = 0.25
_EDGE = re.compile(r"\b")


def happenings(profiles: Sequence[Profile]) -> tuple[list[Profile], Mapping[str, str]]:
    """Group an article's profiles, given in text order, into happenings.

    The keys must sort in text order. Returns the happenings and, for the key of each profile, the key of its happening,
    which is that of its first profile.
    """
    found: list[Profile] = []
    latest: list[int] = []
    of: dict[str, str] = {}
    for each in profiles:
        profile = _dated(each, found[latest[0]] if latest else None)
        fitting = [place for place in latest if _continues(found[place], profile)]
        if fitting:
            place = next((each for each in fitting if not _background(found[each], profile)), fitting[0])
            found[place] = join(found[place], profile)
        else:
            place = len(found)
            found.append(profile)
        latest = [place, *(other for other in latest if other != place)]
        of[profile.key] = found[place].key
    return found, of


def _dated(profile: Profile, before: Profile | None) -> Profile:
    """With the day of "one week before", counted from that of the happening told last or of the report."""
    if profile.days_off is None or profile.window is not None:
        return profile
    known = (before.window if before else None) or profile.published
    if known is None:
        return profile
    off, slack = timedelta(profile.days_off), timedelta(abs(profile.days_off) // 10)
    return replace(profile, window=Window(known.first + off - slack, known.last + off + slack))


def _continues(happening: Profile, profile: Profile) -> bool:
    """Whether a claim may go on about a happening. Meetings, statements and deals come by the dozen in one article, so
    there it takes somebody or something in common, or words that point back, not only the lack of an objection."""
    decision = weigh(happening, profile)
    if decision.never or _long_before(profile, happening):
        return False
    if object_of(profile) == "amendment" != object_of(happening):
        return False  # an article names an amendment as such when it first speaks of it
    if happening.kind in _SINGULAR:
        return True
    if profile.leaning and profile.kind == happening.kind:
        return True
    if object_of(profile) and object_of(profile) == object_of(happening):
        return True
    return bool(happening.participants & profile.participants) and decision.score >= _RELATED


def _background(happening: Profile, profile: Profile) -> bool:
    """Whether a happening was long over when the article came out, and a claim does not point back at it: the news goes
    on after a look back ("they had met in May") and does not stay there."""
    if happening.window is None or happening.published is None or profile.window is not None or profile.leaning:
        return False
    return (happening.published.first - happening.window.last).days > _BACK_DAYS


def _long_before(dated: Profile, news: Profile) -> bool:
    """Whether one is dated well before the day on which the other, undated and with figures of its own, was reported:
    news that goes on to an earlier occasion ("more than on 27 October") has left its own."""
    if dated.window is None or news.window is not None or news.published is None or not news.telling:
        return False
    return (news.published.first - dated.window.last).days > _NEWS_DAYS


def recurring(claims: Sequence[ExtractedClaim], *, title: str = "", limit: int = 16) -> frozenset[str]:
    """What an article is about: the words and names that its claims keep coming back to, the most frequent first, and
    those of its title. Names keep their capitals."""
    counts = Counter(
        word
        for claim in claims
        for word in {*(term.casefold() for term in claim.cues.terms), *map(canonical_name, claim.cues.participants)}
    )
    plain = title.lower()
    starts = [edge.start() for edge in _EDGE.finditer(plain)]
    headed = {word for word in counts if any(plain.startswith(word.lower(), start) for start in starts)}
    frequent = sorted(
        (word for word, count in counts.items() if (count > 1 or word in headed) and word not in OBJECTS),
        key=lambda word: (word not in headed, -counts[word], word),
    )
    return frozenset(frequent[:limit])
