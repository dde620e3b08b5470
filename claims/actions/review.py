"""What editors decide about claims and contradictions. Verdicts have a module of their own, `verdicts`.

Each function is one thing that happens: keyword-only, atomic, checked against the permission of who does it. The rules
are the database's; they are repeated here so that a person reads a sentence instead of a constraint's name.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType

import pghistory
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.utils import timezone

from claims import rules
from claims.actions import notifying, watching, webhooks
from claims.actions.acting import acting
from claims.charts import stated
from claims.models import (
    Claim,
    ClaimTopic,
    Contradiction,
    ContradictionEvidence,
    Evidence,
    Position,
    RejectionReason,
    Topic,
    User,
    Verdict,
)
from claims.models.contradiction import UNSETTLED
from claims.vocabulary import DISMISSALS, ContradictionStatus, Resolution

at_most_300 = MaxLengthValidator(300, "Say it in %(limit_value)d characters: these are %(show_value)d.")


def accept_claim(*, claim: Claim, by: User) -> None:
    """Take a suggested claim into the public record."""
    with acting(by=by, permission="claims.review_claim", doing="accept claim"):
        _decide(claim, Claim.Status.ACCEPTED)


def reject_claim(*, claim: Claim, by: User, reason: RejectionReason, note: str = "") -> None:
    """Keep a suggested claim out of the public record. `note` adds what the reason does not say.

    Raises ValidationError for a reason that is retired, or while a submitted, approved or published verdict rests on
    the claim.
    """
    with acting(by=by, permission="claims.review_claim", doing="reject claim"):
        if reason.is_retired:
            raise ValidationError(f"“{reason}” is no longer a reason of this desk: choose another.")
        words = f"{reason}: {note.strip()}" if note.strip() else str(reason)
        at_most_300(words)
        _refuse_under_verdict(claim)
        _decide(claim, Claim.Status.REJECTED, reason=reason, words=words)


def suggest_claim(*, claim: Claim, by: User) -> None:
    """Put a decided claim back among the suggestions. Raises ValidationError as `reject_claim` does."""
    with acting(by=by, permission="claims.review_claim", doing="put claim back"):
        _refuse_under_verdict(claim)
        _decide(claim, Claim.Status.SUGGESTED)


def edit_claim(*, claim: Claim, by: User, text: str, short_text: str, topics: Collection[Topic]) -> None:
    """Reword a claim, and say which topics it belongs under.

    Raises ValidationError for an empty text, a short form of more than 75 characters, or a retired topic that the claim
    does not have yet.
    """
    with acting(by=by, permission="claims.change_claim", doing="edit claim"):
        claim = Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
        claim.text, claim.short_text = text.strip(), short_text.strip()
        claim.clean_fields(exclude={field.name for field in claim._meta.fields} - {"text", "short_text"})
        claim.save(update_fields=["text", "short_text"])
        there = {heading.topic_id: heading for heading in claim.headings.all()}
        for topic in topics:
            if topic.pk not in there and topic.is_retired:
                raise ValidationError(f"“{topic}” is no longer a topic of this desk: choose another.")
        ClaimTopic.objects.bulk_create(
            ClaimTopic(claim=claim, topic=topic) for topic in topics if topic.pk not in there
        )
        kept = {topic.pk for topic in topics}
        claim.headings.filter(topic__in=there.keys() - kept).delete()


def open_contradiction(*, contradiction: Contradiction, by: User) -> int:
    """Put a suggestion before readers. The claims that take its positions are accepted with it; returns how many
    were not accepted before."""
    with acting(by=by, permission="claims.resolve_contradiction", doing="open contradiction"):
        contradiction = _locked(contradiction)
        if contradiction.status != ContradictionStatus.SUGGESTED:
            raise ValidationError("Only a suggested contradiction can be opened.")
        _change(contradiction, status=ContradictionStatus.OPEN)
        return _put_before_readers(contradiction, by=by)


def take_contradiction(*, contradiction: Contradiction, by: User) -> int:
    """Say that `by` is at work on it: it is theirs from now on. Readers see it, with its claims; returns how many of
    these were not accepted before. Raises ValidationError where it is settled, or theirs already."""
    with acting(by=by, permission="claims.resolve_contradiction", doing="review contradiction"):
        contradiction = _locked(contradiction)
        if contradiction.status not in UNSETTLED:
            raise ValidationError("Only an open contradiction can be taken under review.")
        if contradiction.status == ContradictionStatus.UNDER_REVIEW and contradiction.assignee_id == by.pk:
            raise ValidationError("You have it under review already.")
        is_new = contradiction.status == ContradictionStatus.SUGGESTED
        _change(contradiction, status=ContradictionStatus.UNDER_REVIEW, assignee=by)
        watching.begin(by, item=contradiction)
        return _put_before_readers(contradiction, by=by) if is_new else _accept_claims_of(contradiction)


def attach_evidence(
    *,
    contradiction: Contradiction,
    evidence: Evidence,
    by: User,
    supports: Position | None = None,
    figures: Mapping[str, object] | None = None,
    note: str = "",
) -> ContradictionEvidence:
    """Attach `evidence`, say which position it bears out if it does, and what it counts itself (`figures`, as in a
    position). Attaching it again changes the attachment.

    Evidence that is new to a resolved contradiction reopens it: the decision was made without it.
    Raises ValidationError for a position of another contradiction, figures that are none, or a note that is too long.
    """
    with acting(by=by, permission="claims.add_contradictionevidence", doing="attach evidence"):
        contradiction = _locked(contradiction)
        # What is attached to anything but a suggestion is public at once, and may undo a decision.
        if not rules.may_attach_evidence(by, contradiction):
            raise PermissionDenied("Readers see this contradiction: an editor has to attach the evidence.")
        if supports is not None and supports.contradiction_id != contradiction.pk:
            raise ValidationError("That position belongs to another contradiction.")
        at_most_300(note)
        try:
            stated.check(figures or {})
        except ValueError as refusal:
            raise ValidationError({"figures": str(refusal)}) from refusal
        shown = {"supports": supports, "figures": dict(figures or {}), "note": note}
        attachment, is_new = ContradictionEvidence.objects.update_or_create(
            contradiction=contradiction,
            evidence=evidence,
            defaults=shown,
            create_defaults={**shown, "attached_by": by},
        )
        if is_new and contradiction.status == ContradictionStatus.RESOLVED:
            reopen(contradiction=contradiction, reason=f"New evidence: {evidence}", by=by)
        return attachment


def settle_contradiction(
    *,
    contradiction: Contradiction,
    by: User,
    resolution: Resolution,
    note: str,
    at_fault: Mapping[Position, bool | None] = MappingProxyType({}),
) -> None:
    """Resolve or dismiss, by what `resolution` means. `note` is the explanation that readers see.

    `at_fault` are the positions found to be errors; each maps to whether who gave it has corrected it since, or None
    where that is not known.

    Raises ValidationError where the explanation is missing, it is settled already, or a source error names no position.
    """
    dismissed = resolution in DISMISSALS
    doing = "dismiss contradiction" if dismissed else "resolve contradiction"
    with acting(by=by, permission="claims.resolve_contradiction", doing=doing):
        if not note.strip():
            raise ValidationError({"note": "Explain the decision: readers see this text."})
        if resolution == Resolution.SOURCE_ERROR and not at_fault:
            raise ValidationError({"at_fault": "Say which position is in error."})
        if any(position.contradiction_id != contradiction.pk for position in at_fault):
            raise ValidationError({"at_fault": "That position belongs to another contradiction."})
        contradiction = _locked(contradiction)
        if contradiction.status not in UNSETTLED:
            raise ValidationError("This contradiction is settled already: reopen it first.")
        _change(
            contradiction,
            status=ContradictionStatus.DISMISSED if dismissed else ContradictionStatus.RESOLVED,
            resolution=resolution,
            resolution_note=note.strip(),
            resolved_by=by,
            resolved_at=timezone.now(),
            reopened_reason="",
        )
        for position, corrected in at_fault.items():
            position.is_at_fault = True
            position.outlet_corrected = corrected
            position.save(update_fields=["is_at_fault", "outlet_corrected"])
        if not dismissed:
            _accept_claims_of(contradiction)
            webhooks.tell(webhooks.Kind.RESOLVED, contradiction)


def reopen_contradiction(*, contradiction: Contradiction, by: User, reason: str) -> None:
    """Take a settled contradiction up again. Raises ValidationError without a reason or where it is not settled."""
    with acting(by=by, permission="claims.resolve_contradiction", doing="reopen contradiction"):
        if not reason.strip():
            raise ValidationError({"reason": "Say why it is reopened."})
        reopen(contradiction=contradiction, reason=reason.strip(), by=by)
        found = _locked(contradiction)
        if found.status == ContradictionStatus.SUGGESTED:
            _change(found, status=ContradictionStatus.OPEN)
            _put_before_readers(found, by=by)
        else:
            _accept_claims_of(found)


@transaction.atomic
def reopen(*, contradiction: Contradiction, reason: str, by: User | None = None) -> None:
    """Reopen for `reason`, and mark the published verdicts on its claims for review where readers see it. Detection
    calls this when something new bears on what was settled; a person goes through `reopen_contradiction`. What was
    dismissed becomes a suggestion again: no machine puts before readers what an editor took away from them."""
    contradiction = _locked(contradiction)
    if contradiction.status in UNSETTLED:
        raise ValidationError("This contradiction is not settled.")
    with pghistory.context(reopened_because=reason):
        _change(
            contradiction,
            status=ContradictionStatus.OPEN
            if contradiction.status == ContradictionStatus.RESOLVED
            else ContradictionStatus.SUGGESTED,
            resolution="",
            resolution_note="",
            resolved_by=None,
            resolved_at=None,
            reopened_reason=reason[:300],
        )
        contradiction.positions.filter(is_at_fault=True).update(is_at_fault=False, outlet_corrected=None)
        notifying.reopened(contradiction=contradiction, by=by, reason=reason)
        if contradiction.status == ContradictionStatus.OPEN:
            webhooks.tell(webhooks.Kind.OPENED, contradiction)
            _mark_verdicts(contradiction, by=by)


def _decide(claim: Claim, status: Claim.Status, *, reason: RejectionReason | None = None, words: str = "") -> None:
    claim.status, claim.status_reason, claim.rejected_for = status, words, reason
    claim.save(update_fields=["status", "status_reason", "rejected_for"])


def _refuse_under_verdict(claim: Claim) -> None:
    # So that of one editor deciding on the claim and one publishing a verdict on it, the second sees the first's.
    Claim.objects.select_for_update().get(pk=claim.pk)
    resting = (Verdict.Status.SUBMITTED, Verdict.Status.SCHEDULED, Verdict.Status.PUBLISHED)
    if claim.verdicts.filter(status__in=resting).exists():
        raise ValidationError("A verdict rests on this claim: send it back or withdraw it first.")


def _locked(contradiction: Contradiction) -> Contradiction:
    """The row as it is now, locked, so that of two editors deciding at once the second sees the first's decision."""
    return Contradiction.objects.select_for_update().get(pk=contradiction.pk)


def _change(contradiction: Contradiction, **fields: object) -> None:
    for name, value in fields.items():
        setattr(contradiction, name, value)
    contradiction.save(update_fields=list(fields))


def _accept_claims_of(contradiction: Contradiction) -> int:
    return Claim.objects.filter(
        status=Claim.Status.SUGGESTED, appearances__positions__contradiction=contradiction
    ).update(status=Claim.Status.ACCEPTED)


def _put_before_readers(contradiction: Contradiction, *, by: User) -> int:
    """Accept its claims, and tell other systems; returns how many claims were not accepted before. Verdicts on them
    were published beside a settled question if it was settled before."""
    accepted = _accept_claims_of(contradiction)
    webhooks.tell(webhooks.Kind.OPENED, contradiction)
    if contradiction.reopened_reason:
        _mark_verdicts(contradiction, by=by)
    return accepted


def _mark_verdicts(contradiction: Contradiction, *, by: User | None) -> None:
    """Mark the published verdicts on its claims for another look."""
    concerned = Claim.objects.filter(appearances__positions__contradiction=contradiction)
    resting = Verdict.objects.filter(status=Verdict.Status.PUBLISHED, claim__in=concerned)
    why = f"A contradiction was reopened: {contradiction.reopened_reason}"[:300]
    resting.update(needs_review=why, review_cause=Verdict.ReviewCause.CONTRADICTION)
    for verdict in resting.select_related("claim"):
        notifying.marked(verdict=verdict, by=by, reason=why)
