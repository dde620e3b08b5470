"""The Events of a batch of texts, held in memory while one text after another is linked to them, and written once.

Each text sees what those before it have told, as if each had been written and read again.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import Q

from claims.actions.candidates import NEIGHBOURS, alike, profile_of_event, profiles_of, search_for, with_identifiers
from claims.actions.describing import describe
from claims.actions.detect import withdraw
from claims.actions.history import edited
from claims.matching.types import Cluster, Profile, Tally, Window
from claims.models import Claim, Contradiction, Event, EventIdentifier

_WRITTEN = (
    "title", "date", "date_precision", "place", "body", "membership", "sponsors", "participants", "terms",
)  # fmt: skip


class ChangedMeanwhileError(RuntimeError):
    """An Event was changed by somebody else between reading and writing it. Trying again sees the change."""


@dataclass(slots=True)
class Told:
    """A Claim that a batch is to link: what it tells of votes, and on which days it was published."""

    key: int
    text: str
    event: int | None
    tallies: set[Tally] = field(default_factory=set)
    published: Window | None = None


class Board:
    """The Events that the happenings of a batch may be, and those that they become."""

    def __init__(self, told: Iterable[Profile]) -> None:
        """Look up what may be meant, for all happenings of the batch at once."""
        profiles = list(told)
        self._searches = {profile.key: search_for(profile) for profile in profiles}
        self._alike = alike(self._searches.values())
        self._named = with_identifiers({value for profile in profiles for value in profile.identifiers})
        keys = {event for found in self._alike.values() for event in found} | set(self._named.values())
        self._events = Event.objects.in_bulk(keys)
        self._known = {profile.event: profile for profile in profiles_of(self._events.values()) if profile.event}
        for key, profile in self._known.items():
            self._named |= dict.fromkeys(profile.identifiers, key)
        self._before = {key: _state(event) for key, event in self._events.items()}
        self._edited = edited(Event, keys)
        self._new = _reserved(len(profiles))
        self._fresh: dict[int, None] = {}
        self._joined: dict[int, int] = {}
        self._links: dict[int, int] = {}
        self._identifiers: dict[str, int] = {}

    def candidates(self, told: Iterable[Profile]) -> list[Profile]:
        """The Events that one of the happenings may be: by identifier, or by kind, time and shared words or names."""
        found: dict[int, None] = {}
        for profile in told:
            found |= dict.fromkeys(self._named[value] for value in sorted(profile.identifiers) if value in self._named)
            found |= dict.fromkeys(self._most_alike(profile))
        return [self._known[key] for key in found]

    def _most_alike(self, profile: Profile) -> list[int]:
        """What the database found, and what has changed since."""
        search = self._searches[profile.key]
        shared = {
            key: count
            for key, count in self._alike.get(profile.key, {}).items()
            if key in self._events and key not in self._fresh
        }
        shared |= {key: count for key in self._fresh if (count := search.shared(self._events[key]))}
        return sorted(shared, key=lambda key: (-shared[key], key))[:NEIGHBOURS]

    def keep(self, group: Cluster, claims: Sequence[Told]) -> Event:
        """Keep one cluster: the Event that it is (the held, else the oldest; a new one where it is none), what is newly
        known of it, and the claims about it. Claims of Events joined into it move along."""
        profile = group.profile
        event = self._events[profile.event] if profile.event else self._made(profile)
        joined = self._free([key for key in group.events if key != event.pk])
        if not event.is_confirmed:
            named = bool(profile.event) and event.pk in self._edited
            describe(event, profile, texts=[claim.text for claim in claims], named=named)
            self._fresh[event.pk] = None
        for value in sorted(profile.identifiers):
            if value not in self._named:
                self._named[value] = self._identifiers[value] = event.pk
        for key in joined:
            self._join(key, event.pk)
        known = self._known.get(event.pk)
        parts = [part for part in (known, *(self._known.pop(key) for key in joined)) if part]
        tallies = {tally for part in parts for tally in part.tallies}
        published = [part.published for part in parts if part.published]
        for claim in claims:
            if claim.event is None:
                claim.event = self._links[claim.key] = event.pk
                tallies |= claim.tallies
                published += [claim.published] if claim.published else []
        self._known[event.pk] = profile_of_event(
            event,
            identifiers=frozenset(value for value, key in self._named.items() if key == event.pk),
            tallies=frozenset(tallies),
            published=_span(published),
            held=event.is_confirmed or any(part.held for part in parts),
        )
        return event

    def _made(self, profile: Profile) -> Event:
        event = Event(pk=self._new.pop(0), kind=profile.kind)
        self._events[event.pk] = event
        return event

    def _free(self, keys: Sequence[int]) -> list[int]:
        """Those of the Events that can be joined into another: new ones, and of those known the ones that nobody has
        worked on."""
        known = [key for key in keys if key in self._before]
        return [key for key in keys if key not in self._before] + (free(known) if known else [])

    def _join(self, key: int, into: int) -> None:
        del self._events[key]
        self._fresh.pop(key, None)
        self._joined[key] = into
        for names in (self._named, self._identifiers):
            names |= {value: into for value, event in names.items() if event == key}

    def write(self) -> None:
        """Write what has changed. Raises ChangedMeanwhileError where somebody else has changed it too."""
        changed = [key for key in self._fresh if key in self._before and _state(self._events[key]) != self._before[key]]
        locked = Event.objects.select_for_update(no_key=True).filter(pk__in=changed).order_by("pk") if changed else ()
        if {event.pk: _state(event) for event in locked} != {key: self._before[key] for key in changed}:
            raise ChangedMeanwhileError("An Event was changed while texts were linked to it. Try again.")
        Event.objects.bulk_create(self._events[key] for key in sorted(self._fresh) if key not in self._before)
        Event.objects.bulk_update([self._events[key] for key in changed], _WRITTEN)
        moved: dict[int, list[int]] = defaultdict(list)
        for key in self._joined:
            if key in self._before:
                moved[self._final(key)].append(key)
        for into, keys in moved.items():
            Claim.objects.filter(event__in=keys).update(event=into)
            EventIdentifier.objects.filter(event__in=keys).update(event=into)
            Event.objects.filter(pk__in=keys).delete()
        EventIdentifier.objects.bulk_create(
            EventIdentifier(event_id=event, value=value) for value, event in sorted(self._identifiers.items())
        )
        _link({claim: self._final(event) for claim, event in self._links.items()})

    def _final(self, key: int) -> int:
        while key in self._joined:
            key = self._joined[key]
        return key


def free(events: Sequence[int]) -> list[int]:
    """Those of the Events that can be joined into another, locked. The suggestions made on them are withdrawn, because
    detection looks again; an Event that an editor has confirmed, merged or worked on in the meantime, or that a roll
    call is kept for, stays by itself."""
    locked = Event.objects.select_for_update().filter(pk__in=events, is_confirmed=False, merged_into__isnull=True)
    keys = [event.pk for event in locked.order_by("pk")]
    about = Q(event__in=keys) | Q(positions__event__in=keys)
    withdraw(Contradiction.objects.filter(pk__in=Contradiction.objects.filter(about).values("pk")))
    left = Event.objects.filter(pk__in=keys, contradictions__isnull=True, positions__isnull=True)
    return list(left.filter(roll_call__isnull=True, absorbed__isnull=True).order_by("pk").values_list("pk", flat=True))


def _reserved(number: int) -> list[int]:
    """Keys for new Events, from the table's own sequence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('claims_event', 'id')) FROM generate_series(1, %s)", [number]
        )
        return [key for (key,) in cursor.fetchall()]


def _link(events: dict[int, int]) -> None:
    """Write the Event of each Claim that has none yet."""
    if not events:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE claims_claim SET event_id = found.event FROM unnest(%s::bigint[], %s::bigint[]) found(claim, event)"
            " WHERE id = found.claim AND event_id IS NULL",
            [list(events), list(events.values())],
        )


def _state(event: Event) -> tuple[object, ...]:
    """What of an Event linking reads and writes."""
    values = (getattr(event, name) for name in (*_WRITTEN, "kind", "is_confirmed", "merged_into_id"))
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)


def _span(windows: Sequence[Window]) -> Window | None:
    if not windows:
        return None
    return Window(min(window.first for window in windows), max(window.last for window in windows))
