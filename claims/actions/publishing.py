"""How a verdict reaches readers: approved by a second person, at once or at a set time, exactly as that person read it.

The checklist is run again at the moment at which the words go out: what held when they were approved may no longer.
"""

import logging
from dataclasses import dataclass, field
from datetime import datetime

import pghistory
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from claims import rules
from claims.actions import notifying, webhooks
from claims.actions.acting import acting
from claims.actions.checking import desk_zone, stop_where_blocked
from claims.actions.corrections import supersede
from claims.actions.ratings import compare_ratings
from claims.actions.verdicts import locked
from claims.models import Claim, User, Verdict

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Round:
    """What one look at the due verdicts came to: keys of those that went out, and the cause for each that did not."""

    published: list[int] = field(default_factory=list)
    failed: dict[int, str] = field(default_factory=dict)


def publish(*, verdict: Verdict, by: User, seen: datetime | None = None) -> None:
    """Publish a submitted verdict of somebody else, accepting its claim. Where it supersedes an earlier one, that one
    steps back and a public Correction says what changed. `seen` is when the words that `by` has read were submitted:
    words submitted since then are not published.

    Raises PermissionDenied without the right to publish, ValidationError for one's own verdict, under an embargo, or
    with what the checklist finds.
    """
    with acting(by=by, permission="claims.publish_verdict", doing="publish verdict"):
        verdict = _approvable(verdict, by=by, seen=seen)
        now = timezone.now()
        if verdict.publish_at and verdict.publish_at > now:
            raise ValidationError(f"It is embargoed until {told(verdict.publish_at)}: approve it for then.")
        verdict.published_by = by
        _go_out(verdict, now=now)


def schedule(*, verdict: Verdict, by: User, at: datetime, seen: datetime | None = None) -> None:
    """Approve a submitted verdict of somebody else, to be published by a job `at` that time or soon after.

    Raises as `publish` does, and ValidationError for a time that has passed or lies before the end of the embargo.
    """
    with acting(by=by, permission="claims.publish_verdict", doing="approve verdict"):
        verdict = _approvable(verdict, by=by, seen=seen)
        if at <= timezone.now():
            raise ValidationError("That time has passed: publish it now, or choose a later one.")
        if verdict.publish_at and at < verdict.publish_at:
            raise ValidationError(f"It is embargoed until {told(verdict.publish_at)}: choose that time or a later one.")
        stop_where_blocked(verdict, at=at)
        verdict.status = Verdict.Status.SCHEDULED
        verdict.published_by = by
        verdict.publish_at = at
        verdict.save(update_fields=["status", "published_by", "publish_at"])


def publish_due(*, now: datetime | None = None) -> Round:
    """Publish every approved verdict whose time has come, each in a transaction of its own.

    What cannot go out keeps the cause, for the desk to see, and is tried again the next time. However often and in
    however many places this runs, a verdict is published once: whoever holds its row does it, all others pass it by.
    """
    now = now or timezone.now()
    done = Round()
    due = Verdict.objects.filter(status=Verdict.Status.SCHEDULED, publish_at__lte=now).order_by("publish_at", "pk")
    for pk in due.values_list("pk", flat=True):
        try:
            if _publish_one_due(pk, now):
                done.published.append(pk)
            continue
        except ValidationError as refusal:
            cause = " ".join(refusal.messages)
        except (PermissionDenied, DatabaseError) as refusal:
            cause = str(refusal).partition("\n")[0]
        except Exception as error:
            logger.exception("Verdict %s could not be published at its time.", pk)
            cause = f"An error in the program: {type(error).__name__}."
        done.failed[pk] = cause[:300]
        with pghistory.context(action="publish verdict at its time"):
            waiting = Verdict.objects.filter(pk=pk, status=Verdict.Status.SCHEDULED)
            waiting.exclude(publish_error=cause[:300]).update(publish_error=cause[:300])
    return done


def told(moment: datetime) -> str:
    """`moment` in the desk's time zone, in words."""
    return f"{timezone.localtime(moment, desk_zone()):%-d %B %Y, %H:%M %Z}"


def _publish_one_due(pk: int, now: datetime) -> bool:
    """Publish one verdict; False where somebody else has just done so, or is doing it."""
    with transaction.atomic(), pghistory.context(action="publish verdict at its time"):
        due = Verdict.objects.select_for_update(of=("self",), skip_locked=True).select_related(
            "rating__scale", "claim", "published_by"
        )
        verdict = due.filter(pk=pk, status=Verdict.Status.SCHEDULED, publish_at__lte=now).first()
        if verdict is None:
            return False
        approver = verdict.published_by
        if approver is None or not approver.has_perm("claims.publish_verdict"):
            raise PermissionDenied(f"{approver} may no longer publish: send it back and have it approved by another.")
        _go_out(verdict, now=now)
        return True


def _approvable(verdict: Verdict, *, by: User, seen: datetime | None) -> Verdict:
    """The row, locked, if `by` may approve the words that they have seen."""
    verdict = locked(verdict)
    if rules.is_writer(by, verdict):
        raise ValidationError("You wrote this verdict: another editor has to publish it.")
    if verdict.status != Verdict.Status.SUBMITTED:
        raise ValidationError("Only a submitted verdict can be published.")
    if seen is not None and seen != verdict.submitted_at:
        raise ValidationError("It was changed and submitted again since you opened it: read it again.")
    return verdict


def _go_out(verdict: Verdict, *, now: datetime) -> None:
    """The moment of publication, for a locked verdict whose approver is set."""
    claim = Claim.objects.select_for_update().get(pk=verdict.claim_id)
    stop_where_blocked(verdict, at=now)
    if verdict.published_by is None:
        raise ValidationError("Nobody has approved it.")
    if verdict.supersedes is not None:
        supersede(verdict.supersedes, with_=verdict, by=verdict.published_by)
    verdict.status = Verdict.Status.PUBLISHED
    verdict.published_at = now
    verdict.publish_error = ""
    verdict.save(update_fields=["status", "published_by", "published_at", "publish_error"])
    if claim.status != Claim.Status.ACCEPTED:
        claim.status = Claim.Status.ACCEPTED
        claim.status_reason, claim.rejected_for = "", None
        claim.save(update_fields=["status", "status_reason", "rejected_for"])
    compare_ratings(claim_ids=[claim.pk])
    notifying.published(verdict=verdict, by=verdict.published_by)
    corrects = verdict.supersedes is not None and verdict.change_kind != Verdict.ChangeKind.REOPENING
    webhooks.tell(webhooks.Kind.CORRECTED if corrects else webhooks.Kind.PUBLISHED, verdict)
