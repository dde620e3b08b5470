"""The Events that happenings told in new texts may be: looked up by index, and as matching sees them.

What is read does not grow with the table: each happening looks at the `NEIGHBOURS` Events of its kinds and days that
share most words and names with it. All happenings of a batch are looked up in one statement.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import Count, Max, Min

from claims.actions.detect import touched
from claims.matching.events import STORY_DAYS, kinds_like
from claims.matching.objects import voted_on
from claims.matching.profiles import COUNTS
from claims.matching.types import Profile, Tally, Window, window
from claims.models import Appearance, Event, EventIdentifier, Measurement, Position, RollCallVote
from claims.vocabulary import EventKind, Precision

NEIGHBOURS = 40
"""Events looked at for one happening, those that share most words and names first."""
REPORT_DAYS = 31
_ALIKE = """
    SELECT wanted.key, found.id, found.shared
    FROM jsonb_to_recordset(%s::jsonb) AS wanted(
        key text, kinds varchar[], words varchar[], people varchar[], first date, last date
    )
    CROSS JOIN LATERAL (
        SELECT event.id,
               cardinality(ARRAY(SELECT unnest(event.terms) INTERSECT SELECT unnest(wanted.words)))
             + cardinality(ARRAY(SELECT unnest(event.participants) INTERSECT SELECT unnest(wanted.people))) AS shared
        FROM claims_event event
        WHERE event.kind = ANY (wanted.kinds)
          AND event.merged_into_id IS NULL
          AND (event.terms && wanted.words OR event.participants && wanted.people)
          AND (wanted.first IS NULL OR event.date IS NULL
               OR event.date <= wanted.last
                  AND event.date >= CASE event.date_precision
                      WHEN 'month' THEN date_trunc('month', wanted.first)::date
                      WHEN 'year' THEN date_trunc('year', wanted.first)::date
                      ELSE wanted.first END)
        ORDER BY shared DESC, event.id
        LIMIT %s
    ) found
"""


@dataclass(frozen=True, slots=True)
class Search:
    """What one happening is looked up by: kinds, words, names, and the days between which it lies (None: any)."""

    key: str
    kinds: tuple[EventKind, ...]
    words: frozenset[str]
    people: frozenset[str]
    first: date | None = None
    last: date | None = None

    def shared(self, event: Event) -> int:
        """How many words and names an Event shares with the happening; 0 for one that is not to be looked at. The same
        rule as the statement `_ALIKE` follows."""
        if event.kind not in self.kinds:
            return 0
        if self.first and self.last and event.date:
            first = self.first
            if event.date_precision != Precision.DAY:
                first = first.replace(day=1)
            if event.date_precision == Precision.YEAR:
                first = first.replace(month=1)
            if not first <= event.date <= self.last:
                return 0
        return len(self.words.intersection(event.terms)) + len(self.people.intersection(event.participants))

    def as_json(self) -> dict[str, object]:
        return {
            "key": self.key,
            "kinds": list(self.kinds),
            "words": sorted(self.words),
            "people": sorted(self.people),
            "first": self.first and self.first.isoformat(),
            "last": self.last and self.last.isoformat(),
        }


def search_for(profile: Profile) -> Search:
    """The search for the Events that a happening may be: of a known day those next to it, else those of a month around
    the reports, or as long as a story of its kind lasts."""
    days = profile.window or profile.published
    exact = profile.window is not None and profile.kind != EventKind.CONFLICT
    slack = timedelta(1 if exact else max(REPORT_DAYS, STORY_DAYS.get(profile.kind, 0)))
    return Search(
        key=profile.key,
        kinds=kinds_like(profile.kind),
        words=profile.terms | profile.context,
        people=profile.participants,
        first=days.first - slack if days else None,
        last=days.last + slack if days else None,
    )


def alike(searches: Iterable[Search]) -> dict[str, dict[int, int]]:
    """The Events that each search finds, by its key: how many words and names each shares. One query."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    wanted = [search.as_json() for search in searches if search.words or search.people]
    if wanted:
        with connection.cursor() as cursor:
            cursor.execute(_ALIKE, [json.dumps(wanted), NEIGHBOURS])
            for key, event, shared in cursor.fetchall():
                found[key][event] = shared
    return found


def with_identifiers(values: Collection[str]) -> dict[str, int]:
    """The Event that each identifier names, for those that are known."""
    if not values:
        return {}
    return dict(EventIdentifier.objects.filter(value__in=values).values_list("value", "event"))


def profiles_of(events: Iterable[Event]) -> list[Profile]:
    """Events as matching sees them, with what the reports on them say: five queries for any number of Events."""
    rows = {event.pk: event for event in events}
    if not rows:
        return []
    identifiers: dict[int, set[str]] = defaultdict(set)
    for event_id, value in EventIdentifier.objects.filter(event__in=rows).values_list("event", "value"):
        identifiers[event_id].add(value)
    tallies = _tallies(rows)
    published = _published(rows)
    held = _held(rows)
    return [
        profile_of_event(
            event,
            identifiers=frozenset(identifiers[event.pk]),
            tallies=frozenset(tallies[event.pk]),
            published=published.get(event.pk),
            held=event.is_confirmed or event.pk in held,
        )
        for event in rows.values()
    ]


def profile_of_event(
    event: Event, *, identifiers: frozenset[str], tallies: frozenset[Tally], published: Window | None, held: bool
) -> Profile:
    """An Event as matching sees it."""
    return Profile(
        key=f"event:{event.pk:012d}",
        kind=EventKind(event.kind),
        window=window(event.date, Precision(event.date_precision)),
        published=published,
        places=frozenset({event.place} if event.place else ()),
        body=event.body,
        membership=event.membership,
        participants=frozenset(event.participants),
        identifiers=identifiers,
        sponsors=frozenset(event.sponsors),
        terms=frozenset(event.terms) or voted_on(event.title),
        tallies=tallies,
        event=event.pk,
        held=held,
    )


def tallies_told(appearances: Mapping[int, int]) -> dict[int, set[Tally]]:
    """The tallies that appearances tell: `appearances` has for each what it is counted for, an Event or a Claim."""
    figures = Measurement.objects.filter(
        appearance__in=appearances, measure__in=COUNTS, subject="", value__isnull=False, appearance__modality="actual"
    ).values_list("appearance", "group", "pk", "measure", "value")
    counts: dict[tuple[int, int, object], dict[str, int]] = defaultdict(dict)
    for appearance, group, key, measure, value in figures:
        if value is not None:
            counts[appearances[appearance], appearance, group or ("alone", key)].setdefault(measure, int(value))
    tallies: dict[int, set[Tally]] = defaultdict(set)
    for (owner, _, _), stated in counts.items():
        tallies[owner].add(Tally(**stated))
    return tallies


def _tallies(events: Collection[int]) -> dict[int, set[Tally]]:
    """The tallies told of each Event, and that of its roll call where there is one."""
    rows = Appearance.objects.filter(claim__event__in=events, measurements__measure__in=COUNTS)
    tallies = tallies_told(dict(rows.values_list("pk", "claim__event")))
    choices = {"yes": "votes_for", "no": "votes_against", "abstain": "abstentions", "not_voting": "not_voting"}
    recorded: dict[int, dict[str, int]] = defaultdict(dict)
    roll_call = RollCallVote.objects.filter(event__in=events).values_list("event", "choice").annotate(Count("pk"))
    for event_id, choice, number in roll_call.order_by():
        recorded[event_id][choices[choice]] = number
    for event_id, stated in recorded.items():
        tallies[event_id].add(Tally(**stated))
    return tallies


def _published(events: Collection[int]) -> dict[int, Window]:
    rows = (
        Appearance.objects.filter(claim__event__in=events, version__article__published_on__isnull=False)
        .values_list("claim__event")
        .annotate(first=Min("version__article__published_on"), last=Max("version__article__published_on"))
        .order_by()
    )
    return {event_id: Window(first, last) for event_id, first, last in rows}


def _held(events: Collection[int]) -> set[int]:
    """Events about which an editor has taken up or decided a contradiction, or attached evidence to one."""
    positions = Position.objects.filter(event__in=events, contradiction__in=touched())
    own = touched().filter(event__in=events)
    return {*positions.values_list("event", flat=True), *own.values_list("event", flat=True)} - {None}
