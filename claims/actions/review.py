"""What editors decide about claims and contradictions. Verdicts have a module of their own, `verdicts`.

Each function is one thing that happens: keyword-only, atomic, checked against the permission of who does it. The rules
are the database's; they are repeated here so that a person reads a sentence instead of a constraint's name.
"""

from collections.abc import Collection

import pghistory
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.utils import timezone

from claims.actions.acting import acting
from claims.models import (
    Claim,
    Contradiction,
    ContradictionEvidence,
    Evidence,
    Position,
    User,
    Verdict,
)
from claims.models.contradiction import UNSETTLED
from claims.vocabulary import DISMISSALS, ContradictionStatus, Resolution

at_most_300 = MaxLengthValidator(300, "Say it in %(limit_value)d characters: these are %(show_value)d.")


def accept_claim(*, claim: Claim, by: User) -> None:
    """Take a suggested claim into the public record."""
    with acting(by=by, permission="claims.review_claim", doing="accept claim"):
        claim.status = Claim.Status.ACCEPTED
        claim.status_reason = ""
        claim.save(update_fields=["status", "status_reason"])


def reject_claim(*, claim: Claim, by: User, reason: str) -> None:
    """Keep a suggested claim out of the public record. Raises ValidationError without a reason, or while a submitted
    or published verdict rests on it."""
    with acting(by=by, permission="claims.review_claim", doing="reject claim"):
        if not reason.strip():
            raise ValidationError("Say why the claim is rejected.")
        at_most_300(reason.strip())
        # So that of one editor rejecting the claim and one publishing a verdict on it, the second sees the first's.
        Claim.objects.select_for_update().get(pk=claim.pk)
        if claim.verdicts.filter(status__in=(Verdict.Status.SUBMITTED, Verdict.Status.PUBLISHED)).exists():
            raise ValidationError("A verdict rests on this claim: send it back or withdraw it first.")
        claim.status = Claim.Status.REJECTED
        claim.status_reason = reason.strip()
        claim.save(update_fields=["status", "status_reason"])


def open_contradiction(*, contradiction: Contradiction, by: User) -> int:
    """Put a suggestion before readers. The claims that take its positions are accepted with it; returns how many
    were not accepted before."""
    with acting(by=by, permission="claims.resolve_contradiction", doing="open contradiction"):
        contradiction = _locked(contradiction)
        if contradiction.status != ContradictionStatus.SUGGESTED:
            raise ValidationError("Only a suggested contradiction can be opened.")
        _change(contradiction, status=ContradictionStatus.OPEN)
        return _accept_claims_of(contradiction)


def take_contradiction(*, contradiction: Contradiction, by: User) -> int:
    """Say that somebody is at work on it. Readers see it from now on, with its claims; returns how many of these were
    not accepted before."""
    with acting(by=by, permission="claims.resolve_contradiction", doing="review contradiction"):
        contradiction = _locked(contradiction)
        if contradiction.status not in (ContradictionStatus.SUGGESTED, ContradictionStatus.OPEN):
            raise ValidationError("Only an open contradiction can be taken under review.")
        _change(contradiction, status=ContradictionStatus.UNDER_REVIEW)
        return _accept_claims_of(contradiction)


def attach_evidence(
    *, contradiction: Contradiction, evidence: Evidence, by: User, supports: Position | None = None, note: str = ""
) -> ContradictionEvidence:
    """Attach `evidence`, and say which position it bears out if it does. Attaching it again changes the attachment.

    Evidence that is new to a resolved contradiction reopens it: the decision was made without it.
    Raises ValidationError for a position of another contradiction, or a note that is too long.
    """
    with acting(by=by, permission="claims.add_contradictionevidence", doing="attach evidence"):
        contradiction = _locked(contradiction)
        # What is attached to anything but a suggestion is public at once, and may undo a decision.
        if contradiction.status != ContradictionStatus.SUGGESTED and not by.has_perm("claims.resolve_contradiction"):
            raise PermissionDenied("Readers see this contradiction: an editor has to attach the evidence.")
        if supports is not None and supports.contradiction_id != contradiction.pk:
            raise ValidationError("That position belongs to another contradiction.")
        at_most_300(note)
        attachment, is_new = ContradictionEvidence.objects.update_or_create(
            contradiction=contradiction,
            evidence=evidence,
            defaults={"supports": supports, "note": note},
            create_defaults={"supports": supports, "note": note, "attached_by": by},
        )
        if is_new and contradiction.status == ContradictionStatus.RESOLVED:
            reopen(contradiction=contradiction, reason=f"New evidence: {evidence}")
        return attachment


def settle_contradiction(
    *,
    contradiction: Contradiction,
    by: User,
    resolution: Resolution,
    note: str,
    at_fault: Collection[Position] = (),
    outlets_corrected: bool | None = None,
) -> None:
    """Resolve or dismiss, by what `resolution` means. `note` is the explanation that readers see.

    `at_fault` are the positions found to be errors, and `outlets_corrected` whether who gave them has corrected them
    since.

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
        for position in at_fault:
            position.is_at_fault = True
            position.outlet_corrected = outlets_corrected
            position.save(update_fields=["is_at_fault", "outlet_corrected"])
        if not dismissed:
            _accept_claims_of(contradiction)


def reopen_contradiction(*, contradiction: Contradiction, by: User, reason: str) -> None:
    """Take a settled contradiction up again. Raises ValidationError without a reason or where it is not settled."""
    with acting(by=by, permission="claims.resolve_contradiction", doing="reopen contradiction"):
        if not reason.strip():
            raise ValidationError({"reason": "Say why it is reopened."})
        reopen(contradiction=contradiction, reason=reason.strip())
        _change(_locked(contradiction), status=ContradictionStatus.OPEN)
        _accept_claims_of(contradiction)


@transaction.atomic
def reopen(*, contradiction: Contradiction, reason: str) -> None:
    """Reopen for `reason` and mark the published verdicts on its claims for review. Detection calls this when something
    new bears on what was settled; a person goes through `reopen_contradiction`. What was dismissed becomes a suggestion
    again: no machine puts before readers what an editor took away from them."""
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
        Verdict.objects.filter(
            status=Verdict.Status.PUBLISHED, claim__appearances__positions__contradiction=contradiction
        ).update(needs_review=f"A contradiction was reopened: {reason}"[:300])


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
