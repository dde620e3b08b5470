"""The events that an unsaved text speaks of, and the contradictions that its words would join or open.

The text's happenings are linked to Events as captured texts are, each to the likeliest of a bounded number. Then the
rules of detection run over the text's reports and the public ones on these Events: what they find and the text is part
of is told. What the text has of its own is numbered from OWN on, so that a question has the name here that it has in
the database, where the smallest number counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from articles.models import ArticleVersion
from claims.actions.candidates import alike, profiles_of, search_for, with_identifiers
from claims.actions.describing import describe
from claims.actions.detect import confusable
from claims.actions.linking import Told
from claims.actions.match import Place, happenings_told
from claims.actions.measuring import leads, measurements_of
from claims.actions.told import figure_of, happening_of, report_of
from claims.detection.engine import find
from claims.detection.types import Finding, FoundPosition, Report
from claims.extraction import ExtractedClaim, Extraction
from claims.extraction.names import fold_name
from claims.matching.clusters import cluster, join
from claims.matching.profiles import tallies_of
from claims.matching.types import Link, Profile, Window
from claims.models import Appearance, Contradiction, Event, Position, PositionAppearance, Source
from claims.vocabulary import ContradictionStatus, Modality

VOICE = "this text"
"""What the text is called in explanations."""
OWN = 2**62
HAPPENINGS = 25
"""Happenings of a text that are looked up, those with the most claims first."""
LIKELIEST = 8
"""Events that each is compared with."""
REPORTS = 400
"""Public reports on the Events that are compared with the text, the latest."""
VOICES = 10
"""Of those who give one answer, how many are told."""
QUESTIONS = 10
"""Public contradictions that are told of one event."""


@dataclass(frozen=True, slots=True)
class EventTold:
    """A happening of the text. `claims` are the places of its claims; `link` says why it is the Event, None for one
    that nothing is known of; `words` are those that both have."""

    event: Any
    is_public: bool
    claims: Sequence[int]
    link: Link | None
    words: Sequence[str]
    contradictions: Sequence[Any] = ()
    identifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question: `claims` of the text that give it, and others who do."""

    position: FoundPosition
    claims: Sequence[int]
    voices: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Clash:
    """A question that the text answers otherwise than others: the public contradiction that it would join, None for one
    that it would open."""

    finding: Finding
    event: Any
    contradiction: Any
    answers: Sequence[Answer]


def events_of(*, version: ArticleVersion, reading: Extraction) -> list[EventTold]:
    """The happenings that an unsaved version tells of, known and new, the one with the most claims first."""
    told, members = happenings_told(version, reading, _told(version, reading))
    told = sorted(told, key=lambda profile: (-len(members.get(profile.key, ())), profile.key))[:HAPPENINGS]
    candidates = _candidates(told)
    public = {event.pk: event for event in _public(Event.objects.public().filter(pk__in=candidates))}
    found = []
    for group in cluster([*told, *profiles_of(Event.objects.in_bulk(candidates).values())]):
        own = [profile for profile in told if profile.key in group.members]
        claims = sorted({claim.key for profile in own for claim in members.get(profile.key, ())})
        if not claims:
            continue
        known = next((key for key in group.events if key in public), None)
        if known is not None:
            event = public[known]
            links = [group.links[profile.key] for profile in own if profile.key in group.links]
            link = max(links, key=lambda one: one.score, default=None)
            found.append(EventTold(event, True, claims, link, _shared(own, event), event.shown_contradictions))
        else:
            whole = reduce(join, own)  # of the text alone: the group may hold an Event that is not public
            event = Event(pk=OWN + len(found), kind=whole.kind)
            describe(event, whole, texts=[reading.claims[number].text for number in claims], named=False)
            found.append(EventTold(event, False, claims, None, (), identifiers=whole.identifiers))
    return sorted(found, key=lambda event: -len(event.claims))


def clashes_of(
    *, version: ArticleVersion, reading: Extraction, events: Sequence[EventTold], sources: Mapping[str, Source]
) -> list[Clash]:
    """What the text would be part of, the surest first."""
    known = [told.event for told in events]
    near = Event.objects.public().filter(pk__in=[event.pk for event in confusable(known)])
    every = {event.pk: event for event in _public(near)} | {event.pk: event for event in known}
    new = {told.event.pk: told.identifiers for told in events if not told.is_public}
    rows = _public_appearances(every, version.article_id)
    about = {number: told.event.pk for told in events for number in told.claims}
    findings = find(
        [happening_of(event, identifiers=new.get(key)) for key, event in every.items()],
        [*(report_of(row) for row in rows.values()), *_reports(version, reading, about, sources)],
    )
    mine = [finding for finding in findings if _ours(finding) and _others(finding)]
    joined = _joined(mine)
    return sorted(
        (
            Clash(finding, _event(finding, every), joined.get(finding.fingerprint), _answers(finding, rows))
            for finding in mine
            if joined.get(finding.fingerprint) is not DISMISSED
        ),
        key=lambda clash: (-clash.finding.score, clash.finding.fingerprint),
    )


DISMISSED = object()
"""Stands for a contradiction that editors have dismissed: there is nothing to tell of it."""


def _told(version: ArticleVersion, reading: Extraction) -> dict[Place, Told]:
    """The claims of the text as matching takes them, by their places; their keys are their numbers."""
    day = version.article.published_on
    found: dict[Place, Told] = {}
    for number, claim in enumerate(reading.claims):
        tallies = set(tallies_of(claim.measurements)) if claim.modality == Modality.ACTUAL else set()
        found.setdefault(
            (claim.start, claim.end, claim.text),
            Told(number, claim.text, None, tallies, Window(day, day) if day else None),
        )
    return found


def _candidates(told: Sequence[Profile]) -> list[int]:
    """The Events that the happenings may be: by identifier, or by kind, time and shared words and names."""
    shared = alike(search_for(profile) for profile in told)
    named = with_identifiers({value for profile in told for value in profile.identifiers})
    found = dict.fromkeys(named.values())
    for each in shared.values():
        found |= dict.fromkeys(sorted(each, key=lambda key: (-each[key], key))[:LIKELIEST])
    return list(found)


def _public(events: QuerySet[Event]) -> QuerySet[Any]:
    """Events with their identifiers, and the public contradictions on them as `shown_contradictions`."""
    quoted = Position.objects.filter(memberships__appearance__in=Appearance.objects.quotable()).distinct()
    questions = Contradiction.objects.public().prefetch_related(Prefetch("positions", quoted))
    return events.prefetch_related(
        "identifiers", Prefetch("contradictions", questions[:QUESTIONS], to_attr="shown_contradictions")
    )


def _shared(own: Sequence[Profile], event: Event) -> list[str]:
    """What the text's words and names have in common with the event as readers see it."""
    seen = {*event.title.casefold().split(), *event.participants, *event.sponsors, event.place, event.body}
    words = {word for profile in own for word in (*profile.terms, *profile.participants, *profile.sponsors)}
    return sorted(words & seen | {body for profile in own if (body := profile.body) and body == event.body})


def _public_appearances(events: Mapping[int, Event], article: int) -> dict[int, Any]:
    """The latest public reports on the Events, not of the article itself, with all that a report is made of."""
    keys = [key for key in events if key < OWN]
    about = Q(position__contradiction__event__in=keys) | Q(position__event__in=keys)
    quoted = PositionAppearance.objects.filter(
        about, position__contradiction__in=Contradiction.objects.public(), appearance__in=Appearance.objects.quotable()
    )
    claimed = Appearance.objects.public().filter(claim__event__in=keys).order_by("-pk").values_list("pk", flat=True)
    latest = {*claimed[:REPORTS], *quoted.order_by("-appearance").values_list("appearance", flat=True)[:REPORTS]}
    rows = Appearance.objects.filter(pk__in=latest).exclude(version__article=article)
    told = rows.select_related("claim", "source", "version__article__publisher").defer(
        "version__text", "claim__search_vector"
    )
    return {row.pk: row for row in told.prefetch_related("measurements").order_by("pk")}


def _reports(
    version: ArticleVersion, reading: Extraction, about: Mapping[int, int], sources: Mapping[str, Source]
) -> list[Report]:
    """The claims of the text as reports."""
    before: list[ExtractedClaim | None] = [None, *reading.claims]
    found, figures = [], OWN
    for number, (claim, earlier, lead) in enumerate(
        zip(reading.claims, before, leads(version.text, reading, reading.claims), strict=False)
    ):
        place = Appearance(version=version, quote=claim.quote, start=claim.start)
        rows = list(measurements_of(place, claim, before=earlier, lead=lead))
        for row in rows:
            row.pk, figures = figures, figures + 1
        name = claim.speaker.name if claim.speaker else ""
        source = sources.get(fold_name(name))
        found.append(
            Report(
                key=OWN + number,
                claim=OWN + number,
                article=version.article_id,
                version=0,
                publisher=VOICE,
                origin=f"article-{version.article_id}",
                text=claim.text,
                quote=claim.quote,
                source=source.name if source else name,
                published_on=version.article.published_on,
                said_on=claim.said_on,
                stance=claim.stance,
                modality=claim.modality,
                event=about.get(number),
                figures=tuple(figure_of(row, place) for row in rows),
                refers_to=None if claim.refers_to is None else OWN + claim.refers_to,
                start=claim.start,
            )
        )
    return found


def _ours(finding: Finding) -> set[int]:
    return {one.report for position in finding.positions for one in position.members if one.report >= OWN}


def _others(finding: Finding) -> set[int]:
    return {one.report for position in finding.positions for one in position.members if one.report < OWN}


def _joined(findings: Sequence[Finding]) -> dict[str, Any]:
    """For the name of each question what the database has under it: a public contradiction, DISMISSED, or nothing. One
    that is named after a report which is not public is known by the reports that it shares."""
    rows = Contradiction.objects.filter(fingerprint__in=[finding.fingerprint for finding in findings])
    found: dict[str, Any] = {}
    for row in rows:
        if row.status == ContradictionStatus.DISMISSED:
            found[row.fingerprint] = DISMISSED
        elif row.status != ContradictionStatus.SUGGESTED:
            found[row.fingerprint] = row
    members = {key for finding in findings if finding.fingerprint not in found for key in _others(finding)}
    memberships = PositionAppearance.objects.filter(
        appearance__in=members, position__contradiction__in=Contradiction.objects.public()
    ).select_related("position__contradiction")
    by_report: dict[tuple[int, str, int | None], Contradiction] = {}
    for each in memberships.order_by("-position__contradiction"):
        question = each.position.contradiction
        by_report[each.appearance_id, question.rule.partition("/")[0], question.event_id] = question
    for finding in findings:
        if finding.fingerprint not in found:
            kind = finding.rule.partition("/")[0]
            shared = (by_report.get((key, kind, finding.event)) for key in sorted(_others(finding)))
            found[finding.fingerprint] = next(filter(None, shared), None)
    return found


def _event(finding: Finding, events: Mapping[int, Any]) -> Any:
    """The public Event that a question is about: that of its own, or of another's answer."""
    keys = (finding.event, *(position.event for position in finding.positions))
    return next((events[key] for key in keys if key is not None and key < OWN), None)


def _answers(finding: Finding, rows: Mapping[int, Any]) -> list[Answer]:
    return [
        Answer(
            position,
            claims=[one.report - OWN for one in position.members if one.report >= OWN],
            voices=[rows[one.report] for one in position.members if one.report in rows][:VOICES],
        )
        for position in finding.positions
    ]
