"""Look for contradictions in what is told of some Events, and keep what is found.

Running it again changes nothing. The machine writes its own fields, positions and memberships; what an editor decided
it never touches, except that an answer which was not there when it was settled reopens the contradiction.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import pghistory
from django.db import transaction
from django.db.models import Q, QuerySet

from claims.actions import review
from claims.actions.told import happening_of, reports_on
from claims.detection.engine import METHOD as RULES
from claims.detection.engine import find
from claims.detection.types import Finding, FoundPosition, Report
from claims.models import Contradiction, Event, Position, PositionAppearance
from claims.models.contradiction import UNSETTLED
from claims.vocabulary import ContradictionStatus, EventKind

METHOD = f"detect/1+{RULES}"
NEIGHBOURS = 60
_DAYS = 2
_WRITTEN = ("question", "kind", "gate", "suggested_resolution", "rule", "score", "explanation", "event_id")


@transaction.atomic
def detect(*, event_ids: Iterable[int], version_ids: Iterable[int] = ()) -> list[Contradiction]:
    """Find and keep the contradictions in what is told of the Events and in what the article versions say.

    Looks at those, and at votes that could be confused with theirs. Returns the contradictions found, new or known.
    Suggestions on these Events that are no longer found are withdrawn, unless a person has touched them.
    """
    ids = set(event_ids)
    versions = set(version_ids)
    with pghistory.context(method=METHOD):
        events = Event.objects.filter(pk__in=ids, merged_into__isnull=True).prefetch_related("identifiers")
        every = {event.pk: event for event in events}
        every |= {event.pk: event for event in confusable(list(every.values()))}
        reports = reports_on(events=set(every), versions=versions)
        findings = [
            finding
            for finding in find([happening_of(event) for event in every.values()], reports)
            if _touches(finding, ids, versions, reports)
        ]
        kept = _record(findings, {report.key: report.origin for report in reports})
        _withdraw(ids, {finding.fingerprint for finding in findings})
    return kept


def _touches(finding: Finding, events: set[int], versions: set[int], reports: Sequence[Report]) -> bool:
    if finding.event in events or any(position.event in events for position in finding.positions):
        return True
    own = {report.key for report in reports if report.version in versions}
    return any(member.report in own for position in finding.positions for member in position.members)


def confusable(events: Sequence[Event]) -> list[Event]:
    """Votes of about the same days with a sponsor or participant in common: what readers could take for these."""
    near = Q(pk__in=[])
    for event in events:
        if event.kind != EventKind.VOTE or not (event.sponsors or event.participants):
            continue
        alike = Q(participants__overlap=event.participants) | Q(sponsors__overlap=event.sponsors)
        if event.date:
            slack = timedelta(_DAYS)
            alike &= Q(date__isnull=True) | Q(date__range=(event.date - slack, event.date + slack))
        near |= alike
    found = Event.objects.filter(near, kind=EventKind.VOTE, merged_into__isnull=True).prefetch_related("identifiers")
    return list(found.order_by("-pk")[:NEIGHBOURS])


def _record(findings: Sequence[Finding], origins: Mapping[int, str]) -> list[Contradiction]:
    """Write what was found: three reads for any number of findings, one write of each kind for all that are new, and
    for known ones a write only where something changed."""
    prints = [finding.fingerprint for finding in findings]
    known = {
        row.fingerprint: row
        for row in Contradiction.objects.select_for_update(of=("self",))
        .filter(fingerprint__in=prints)
        .prefetch_related("positions__memberships")
    }
    new = {
        finding.fingerprint: Contradiction(fingerprint=finding.fingerprint, **_fields(finding))
        for finding in findings
        if finding.fingerprint not in known
    }
    Contradiction.objects.bulk_create(new.values())
    _answers([(new[finding.fingerprint], finding) for finding in findings if finding.fingerprint in new], origins)
    for finding in findings:
        if finding.fingerprint in known:
            _update(known[finding.fingerprint], finding, origins)
    return list((known | new).values())


def keep(findings: Sequence[Finding]) -> list[Contradiction]:
    """Keep what was found in anything but the words of articles. Needs a transaction."""
    return _record(findings, {})


def _answers(found: Sequence[tuple[Contradiction, Finding]], origins: Mapping[int, str]) -> None:
    """Write the positions of contradictions that are new, and who takes them."""
    answers = [
        (answer, Position(contradiction=row, **_answer(answer)))
        for row, finding in found
        for answer in finding.positions
    ]
    Position.objects.bulk_create(position for _, position in answers)
    PositionAppearance.objects.bulk_create(
        membership for answer, position in answers for membership in _memberships(answer, position, set(), origins)
    )


def _update(row: Contradiction, finding: Finding, origins: Mapping[int, str]) -> None:
    """Write what has changed of a contradiction that is known."""
    fields = _fields(finding)
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fields[name])
    new = _positions(row, finding, list(row.positions.all()), origins)
    if changed:
        row.save(update_fields=changed)
    if new and row.status not in UNSETTLED:
        answers = " and ".join(f"“{answer}”" for answer in new)
        review.reopen(contradiction=row, reason=f"There is a new answer: {answers}.")


def _fields(finding: Finding) -> dict[str, object]:
    values = (
        finding.question, finding.kind.value, finding.gate.value, finding.suggested.value if finding.suggested else "",
        finding.rule, finding.score, finding.explanation, finding.event,
    )  # fmt: skip
    return dict(zip(_WRITTEN, values, strict=True))


def _positions(row: Contradiction, finding: Finding, known: list[Position], origins: Mapping[int, str]) -> list[str]:
    """Write the positions and who takes them. Returns the answers that no known position gave.

    A position is known by its key, or by reports that took it before: "93 in favour" that a fuller report completes to
    93–8–73 is the same answer still.
    """
    new: list[str] = []
    members: list[PositionAppearance] = []
    moved: list[PositionAppearance] = []
    for found in finding.positions:
        position = _known(found, known)
        fields = _answer(found)
        if position is None:
            position = Position(contradiction=row, **fields)
            position.save()
            new.append(found.answer)
            present: set[int] = set()
        else:
            known.remove(position)
            changed = [name for name, value in fields.items() if getattr(position, name) != value]
            for name in changed:
                setattr(position, name, fields[name])
            if changed:
                position.save(update_fields=changed)
            memberships = list(position.memberships.all())
            present = {membership.appearance_id for membership in memberships}
            for membership in memberships:
                origin = origins.get(membership.appearance_id, membership.origin)
                if membership.origin != origin:  # its article has since been found to be a copy
                    membership.origin = origin
                    moved.append(membership)
            if row.status == ContradictionStatus.SUGGESTED:
                gone = present - {member.report for member in found.members}
                PositionAppearance.objects.filter(position=position, appearance__in=gone).delete()
        members += _memberships(found, position, present, origins)
    if row.status == ContradictionStatus.SUGGESTED:
        for position in known:
            if not position.evidence.exists():
                position.memberships.all().delete()
                position.delete()
    PositionAppearance.objects.bulk_create(members)
    PositionAppearance.objects.bulk_update(moved, ["origin"])
    return new


def _answer(found: FoundPosition) -> dict[str, Any]:
    return {
        "key": found.key[:200],
        "answer": found.answer[:200],
        "figures": found.figures,
        "event_id": found.event,
    }


def _memberships(
    found: FoundPosition, position: Position, present: set[int], origins: Mapping[int, str]
) -> list[PositionAppearance]:
    """Who takes a position and is not `present` in it."""
    return [
        PositionAppearance(
            position=position,
            appearance_id=member.report,
            measurement_id=member.figure,
            origin=origins[member.report],
        )
        for member in found.members
        if member.report not in present
    ]


def _known(found: FoundPosition, known: Sequence[Position]) -> Position | None:
    for position in known:
        if position.key == found.key[:200]:
            return position
    reports = {member.report for member in found.members}
    shared = [
        (len(reports & {membership.appearance_id for membership in position.memberships.all()}), -position.pk, position)
        for position in known
    ]
    best = max(shared, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] else None


def _withdraw(events: set[int], found: set[str]) -> None:
    """Delete suggestions on these Events that are no longer found and that nobody has touched."""
    stale = Contradiction.objects.filter(event__in=events, rule__regex=r"/\d+$").exclude(fingerprint__in=found)
    withdraw(stale)


def untouched(contradictions: QuerySet[Contradiction]) -> QuerySet[Contradiction]:
    """Those on which no person has worked: suggestions that carry no evidence and were never settled."""
    return contradictions.filter(
        status=ContradictionStatus.SUGGESTED, attached_evidence__isnull=True, reopened_reason=""
    )


def touched() -> QuerySet[Contradiction]:
    """Those on which a person has worked."""
    return Contradiction.objects.exclude(pk__in=untouched(Contradiction.objects.all()).values("pk"))


@transaction.atomic
def withdraw(contradictions: QuerySet[Contradiction]) -> None:
    """Delete those of `contradictions` that are untouched, with their positions.

    They are locked and then asked again: what an editor opens or attaches evidence to in the meantime stays.
    """
    candidates = list(untouched(contradictions).values_list("pk", flat=True))
    locked = Contradiction.objects.select_for_update().filter(pk__in=candidates).order_by("pk")
    ids = [row.pk for row in locked]
    ids = list(untouched(Contradiction.objects.filter(pk__in=ids)).values_list("pk", flat=True))
    PositionAppearance.objects.filter(position__contradiction__in=ids).delete()
    Position.objects.filter(contradiction__in=ids).delete()
    Contradiction.objects.filter(pk__in=ids).delete()
