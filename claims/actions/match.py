"""Link the claims of one captured text to the Events that they are about, and tell whether the text repeats another."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Count, F, Func, Max, Min, Q, Value

from articles.models import ArticleVersion
from claims.actions.copies import mark_copy
from claims.actions.detect import untouched, withdraw
from claims.actions.extract import read, succeeded
from claims.extraction import METHOD as EXTRACTION
from claims.matching.events import METHOD as LINKING
from claims.matching.events import cluster, kinds_like, object_of, object_words
from claims.matching.stories import COUNTS, HARM, announced, happenings, profile_of, recurring, voter_of
from claims.matching.titles import day_in_words, listed, noun_of, short
from claims.matching.types import Cluster, Profile, Tally, Window, window
from claims.models import (
    Appearance,
    Claim,
    Contradiction,
    Event,
    EventIdentifier,
    Measurement,
    PipelineRun,
    Position,
    RollCallVote,
)
from claims.vocabulary import EventKind, Precision

METHOD = f"match/1+{LINKING}+{EXTRACTION}"
"""With the method of extraction: what a new one finds is linked too."""
NEIGHBOURS = 40
"""Events looked at for one happening, those that share most words and names first."""
REPORT_DAYS = 31
_TERMS = 80


class Shared(Func):
    """How many elements two arrays have in common."""

    template = "cardinality(ARRAY(SELECT unnest(%(expressions)s)))"
    arg_joiner = ") INTERSECT SELECT unnest("
    output_field = models.IntegerField()


@transaction.atomic
def match(*, version: ArticleVersion) -> PipelineRun:
    """Link every claim of `version` that names a happening to an Event, known or new. A success is not repeated.

    Events that the new text shows to be one are joined, unless a person has confirmed or decided something about both.
    """
    done = succeeded(version=version, station=PipelineRun.Station.MATCH, method=METHOD)
    if done:
        return done
    mark_copy(article=version.article)
    claims = {
        (appearance.start, appearance.end, appearance.claim.text): appearance.claim
        for appearance in Appearance.objects.filter(version=version).select_related("claim")
    }
    profiles, claim_of = _profiles(version, claims)
    told, happening_of = happenings(profiles)
    context = recurring(read(version).claims)
    told = [replace(profile, context=context) for profile in told]
    candidates = _candidates(told)
    members: dict[str, list[Claim]] = defaultdict(list)
    for key, claim in claim_of.items():
        members[happening_of[key]].append(claim)
    for group in cluster([*told, *candidates]):
        own = [claim for key in group.members for claim in members.get(key, [])]
        if own:
            _keep(group, own)
    return PipelineRun.objects.create(version=version, station=PipelineRun.Station.MATCH, method=METHOD)


def _profiles(
    version: ArticleVersion, claims: dict[tuple[int, int, str], Claim]
) -> tuple[list[Profile], dict[str, Claim]]:
    """The profile of each claim that names a happening, in text order, and the Claim of each profile's key."""
    published = version.article.published_on
    profiles, claim_of, voter = [], {}, ""
    before: EventKind | None = None
    found = sorted(read(version).claims, key=lambda claim: (claim.start, claim.end))
    for number, extracted in enumerate(found):
        claim = claims.get((extracted.start, extracted.end, extracted.text))
        key = f"{version.pk:012d}:{number:05d}"
        if claim is None or key in claim_of:
            continue
        profile = profile_of(extracted, key=key, published_on=extracted.said_on or published, before=before)
        if profile:
            before = profile.kind if profile.kind in HARM else before
            profiles.append(profile)
            claim_of[key] = claim
        further = announced(extracted, key=f"{key}+", published_on=extracted.said_on or published, voter=voter)
        voter = voter_of(extracted) or voter
        if further:
            profiles.append(further)
    return profiles, claim_of


def _candidates(told: Sequence[Profile]) -> list[Profile]:
    """The Events that one of the happenings may be: by identifier, or by kind, time and shared words or names."""
    identifiers = {value for profile in told for value in profile.identifiers}
    found = {
        event.pk: event
        for event in Event.objects.filter(identifiers__value__in=identifiers).distinct()
    } if identifiers else {}  # fmt: skip
    for profile in told:
        found |= {event.pk: event for event in _alike(profile)}
    return profiles_of(found.values())


def _alike(profile: Profile) -> Iterable[Event]:
    words = sorted(profile.terms | profile.context)
    people = sorted(profile.participants)
    if not words and not people:
        return []
    days = profile.window or profile.published
    events = Event.objects.filter(kind__in=kinds_like(profile.kind))
    if days:
        exact = profile.window is not None and profile.kind != EventKind.CONFLICT
        slack = timedelta(1 if exact else REPORT_DAYS)
        first, last = days.first - slack, days.last + slack
        events = events.filter(
            Q(date__isnull=True)
            | Q(date__range=(first, last))
            | Q(date_precision=Precision.MONTH, date__range=(first.replace(day=1), last))
            | Q(date_precision=Precision.YEAR, date__range=(first.replace(month=1, day=1), last))
        )
    text_array = ArrayField(models.CharField())
    return (
        events.filter(Q(terms__overlap=words) | Q(participants__overlap=people))
        .annotate(
            shared=Shared(F("terms"), Value(words, text_array)) + Shared(F("participants"), Value(people, text_array))
        )
        .order_by("-shared", "pk")[:NEIGHBOURS]
    )


def profiles_of(events: Iterable[Event]) -> list[Profile]:
    """Events as matching sees them, with what the reports on them say: four queries for any number of Events."""
    rows = {event.pk: event for event in events}
    identifiers: dict[int, set[str]] = defaultdict(set)
    for event_id, value in EventIdentifier.objects.filter(event__in=rows).values_list("event", "value"):
        identifiers[event_id].add(value)
    tallies = _tallies(rows)
    published = dict(_published(rows))
    held = _held(rows)
    return [
        Profile(
            key=f"event:{event.pk:012d}",
            kind=EventKind(event.kind),
            window=window(event.date, Precision(event.date_precision)),
            published=published.get(event.pk),
            places=frozenset({event.place} if event.place else ()),
            body=event.body,
            membership=event.membership,
            participants=frozenset(event.participants),
            identifiers=frozenset(identifiers[event.pk]),
            sponsors=frozenset(event.sponsors),
            terms=frozenset(event.terms) or object_words(event.title),
            tallies=frozenset(tallies[event.pk]),
            event=event.pk,
            held=event.is_confirmed or event.pk in held,
        )
        for event in rows.values()
    ]


def _tallies(events: Iterable[int]) -> dict[int, set[Tally]]:
    """The tallies told of each Event, and that of its roll call where there is one."""
    keys = list(events)
    counts: dict[tuple[int, int, object], dict[str, int]] = defaultdict(dict)
    figures = Measurement.objects.filter(
        appearance__claim__event__in=keys, measure__in=COUNTS, subject="", value__isnull=False,
        appearance__modality="actual",
    ).values_list("appearance__claim__event", "appearance", "group", "pk", "measure", "value")  # fmt: skip
    for event_id, appearance, group, key, measure, value in figures:
        if value is not None:
            counts[event_id, appearance, group or ("alone", key)].setdefault(measure, int(value))
    tallies: dict[int, set[Tally]] = defaultdict(set)
    for (event_id, _, _), stated in counts.items():
        tallies[event_id].add(Tally(**stated))
    choices = {"yes": "votes_for", "no": "votes_against", "abstain": "abstentions", "not_voting": "not_voting"}
    recorded: dict[int, dict[str, int]] = defaultdict(dict)
    roll_call = RollCallVote.objects.filter(event__in=keys).values_list("event", "choice").annotate(Count("pk"))
    for event_id, choice, number in roll_call.order_by():
        recorded[event_id][choices[choice]] = number
    for event_id, stated in recorded.items():
        tallies[event_id].add(Tally(**stated))
    return tallies


def _published(events: Iterable[int]) -> Iterable[tuple[int, Window]]:
    rows = (
        Appearance.objects.filter(claim__event__in=list(events), version__article__published_on__isnull=False)
        .values_list("claim__event")
        .annotate(first=Min("version__article__published_on"), last=Max("version__article__published_on"))
        .order_by()
    )
    for event_id, first, last in rows:
        if event_id is not None:
            yield event_id, Window(first, last)


def _held(events: Iterable[int]) -> set[int]:
    """Events about which an editor has taken up or decided a contradiction, or attached evidence to one."""
    keys = list(events)
    touched = Contradiction.objects.exclude(pk__in=untouched(Contradiction.objects.all()).values("pk"))
    positions = Position.objects.filter(event__in=keys, contradiction__in=touched).values_list("event", flat=True)
    own = touched.filter(event__in=keys).values_list("event", flat=True)
    return {*positions, *own} - {None}


def _keep(group: Cluster, claims: Sequence[Claim]) -> Event:
    """Write one cluster: the Event that it is (the held, else the oldest; a new one where it is none), what is newly
    known of it, and the claims about it. Claims of Events joined into it move along."""
    profile = group.profile
    event = Event.objects.get(pk=profile.event) if profile.event else Event(kind=profile.kind)
    joined = _free([key for key in group.events if key != event.pk])
    if not event.is_confirmed:
        _describe(event, profile, claims, named=bool(profile.event) and _edited(event))
        event.save()
    known = set(EventIdentifier.objects.filter(value__in=profile.identifiers).values_list("value", flat=True))
    EventIdentifier.objects.bulk_create(
        EventIdentifier(event=event, value=value) for value in sorted(profile.identifiers - known)
    )
    if joined:
        Claim.objects.filter(event__in=joined).update(event=event)
        EventIdentifier.objects.filter(event__in=joined).update(event=event)
        Event.objects.filter(pk__in=joined).delete()
    Claim.objects.filter(pk__in=[claim.pk for claim in claims], event__isnull=True).update(event=event)
    return event


def _free(events: Sequence[int]) -> list[int]:
    """Those of the Events that can be joined into another, locked. The suggestions made on them are withdrawn, because
    detection looks again; an Event that an editor has confirmed or worked on in the meantime, or that a roll call is
    kept for, stays by itself."""
    if not events:
        return []
    locked = Event.objects.select_for_update().filter(pk__in=events, is_confirmed=False).order_by("pk")
    keys = [event.pk for event in locked]
    about = Q(event__in=keys) | Q(positions__event__in=keys)
    withdraw(Contradiction.objects.filter(pk__in=Contradiction.objects.filter(about).values("pk")))
    left = Event.objects.filter(pk__in=keys, contradictions__isnull=True, positions__isnull=True)
    return list(left.filter(roll_call__isnull=True).order_by("pk").values_list("pk", flat=True))


def _edited(event: Event) -> bool:
    """Whether a person has added or changed the Event, by its history. What the machine does in a person's request is
    marked as the pipeline's."""
    lines = Event.pgh_event_model.objects.filter(  # type: ignore[attr-defined]  # pghistory.track adds it
        pgh_obj=event, pgh_context__metadata__has_key="user"
    )
    return bool(lines.exclude(pgh_context__metadata__has_key="pipeline").exists())


def _describe(event: Event, profile: Profile, claims: Sequence[Claim], *, named: bool) -> None:
    """Fill in what the articles tell. What is known stays, unless the body follows from arithmetic or a day is
    finer. Where a person has `named` the Event, title and body stay as they are."""
    if profile.window and (event.date is None or event.date_precision != Precision.DAY):
        event.date = profile.window.first
        days = profile.window.days
        event.date_precision = Precision.DAY if days < 2 else Precision.MONTH if days <= REPORT_DAYS else Precision.YEAR
    event.place = event.place or min(profile.places, default="")
    if not named:
        event.body = profile.body or event.body
        event.membership = profile.membership or event.membership
    event.sponsors = sorted({*event.sponsors, *profile.sponsors})
    event.participants = sorted({*event.participants, *profile.participants})
    words = [*event.terms, *sorted(profile.context), *sorted(profile.terms)]
    event.terms = list(dict.fromkeys(words))[:_TERMS]
    if not named:
        event.title = title_of(event, profile, claims)


def title_of(event: Event, profile: Profile, claims: Sequence[Claim]) -> str:
    """A title for people. A vote is named by its body, text and day; anything else by the first claim about it."""
    day = day_in_words(event.date) if event.date and event.date_precision == Precision.DAY else ""
    if event.kind != EventKind.VOTE:
        noun = noun_of(EventKind(event.kind), event.terms)
        if noun and event.place:
            return short(f"{noun.capitalize()} in {event.place}{f' ({day})' if day else ''}", 300)
        return event.title or short(claims[0].text if claims else event.kind, 120)
    parts = [f"{event.body} vote" if event.body else "Vote"]
    if profile.identifiers:
        parts.append(f"on {min(profile.identifiers)}")
    elif event.sponsors:
        thing = "amendment" if object_of(profile) == "amendment" else "resolution"
        parts.append(f"on the {thing} of {listed(event.sponsors[:3])}")
    if day:
        parts.append(f"on {day}" if len(parts) == 1 else f"({day})")
    return short(" ".join(parts), 300)
