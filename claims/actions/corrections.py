"""What happens to a verdict after publication: looked at again, corrected, updated, withdrawn, taken up again.

Published words are never changed. Other words are a new verdict that supersedes the old one, goes through second eyes
like any other, and leaves a public Correction with what stood there before.
"""

from django.core.exceptions import PermissionDenied, ValidationError

from claims import rules
from claims.actions import notifying, webhooks
from claims.actions.acting import acting
from claims.actions.editing import copy_replies
from claims.actions.ratings import compare_ratings
from claims.actions.verdicts import locked
from claims.models import Claim, Correction, User, Verdict, VerdictEvidence

WORDS = ("rating", "headline", "summary", "body")
"""The fields of a verdict that readers see and that a correction may change."""


def start_correction(*, verdict: Verdict, by: User, kind: Verdict.ChangeKind, reason: str) -> Verdict:
    """A new draft with the words and evidence of a published verdict, to be changed, submitted and published by a
    second person like any other. Raises ValidationError without a reason, or where a correction is under way."""
    with acting(by=by, permission="claims.add_verdict", doing="start correction"):
        if kind == Verdict.ChangeKind.REOPENING:
            raise ValidationError("Only a withdrawn verdict is taken up again.")
        return _successor(verdict, by=by, kind=kind, reason=reason, of=Verdict.Status.PUBLISHED)


def reopen(*, verdict: Verdict, by: User, reason: str) -> Verdict:
    """Take a withdrawn verdict up again: a new draft with its words and evidence, to go through second eyes like any
    other. Raises ValidationError without a reason, or where it was taken up already."""
    with acting(by=by, permission="claims.add_verdict", doing="reopen verdict"):
        return _successor(verdict, by=by, kind=Verdict.ChangeKind.REOPENING, reason=reason, of=Verdict.Status.WITHDRAWN)


def look_again(*, verdict: Verdict, by: User, reason: str) -> None:
    """Mark a published verdict for another look: it stays in force, and readers see that it is being looked at.

    Raises ValidationError without a reason, or where it is not in force.
    """
    with acting(by=by, permission="claims.publish_verdict", doing="look at verdict again"):
        if not reason.strip():
            raise ValidationError({"reason": "Say why it has to be looked at again: readers see this text."})
        verdict = locked(verdict)
        if verdict.status != Verdict.Status.PUBLISHED:
            raise ValidationError("Only a published verdict can be looked at again.")
        verdict.needs_review, verdict.review_cause = reason.strip()[:300], Verdict.ReviewCause.EDITOR
        verdict.save(update_fields=["needs_review", "review_cause"])
        notifying.marked(verdict=verdict, by=by, reason=reason)


def confirm(*, verdict: Verdict, by: User) -> None:
    """Say that a published verdict stands, after what called for another look at it."""
    with acting(by=by, permission="claims.publish_verdict", doing="confirm verdict"):
        verdict = locked(verdict)
        if verdict.status != Verdict.Status.PUBLISHED or not verdict.needs_review:
            raise ValidationError("Nothing calls for another look at this verdict.")
        verdict.needs_review = verdict.review_cause = ""
        verdict.save(update_fields=["needs_review", "review_cause"])


def withdraw(*, verdict: Verdict, by: User, reason: str) -> Correction:
    """Take a published verdict of somebody else out of force, with a public note. Raises ValidationError without a
    reason, or for one's own verdict: no one unpublishes alone what a second person put their name to."""
    with acting(by=by, permission="claims.publish_verdict", doing="withdraw verdict"):
        if not reason.strip():
            raise ValidationError({"reason": "Say why the verdict is withdrawn: readers see this text."})
        verdict = locked(verdict)
        if rules.is_writer(by, verdict):
            raise ValidationError("You wrote this verdict: another editor has to withdraw it.")
        if verdict.status != Verdict.Status.PUBLISHED:
            raise ValidationError("Only a published verdict can be withdrawn.")
        return _withdrawn(verdict, by=by, reason=reason)


def take_back(*, verdict: Verdict, by: User, reason: str) -> Correction:
    """Take the review of another desk out of force, because that desk no longer has it on its page. Nobody here wrote
    it, so whoever took it over may do this. Raises ValidationError for a verdict of ours, or one not in force, and
    PermissionDenied where readers see it and `by` may not decide what they see."""
    with acting(by=by, permission="claims.import_reviews", doing="take back imported review"):
        verdict = locked(verdict)
        if verdict.origin != Verdict.Origin.IMPORTED:
            raise ValidationError("It was written here: two editors withdraw it, at the desk.")
        if verdict.status != Verdict.Status.PUBLISHED:
            raise ValidationError("Only what is in force can be taken back.")
        if verdict.claim.status == Claim.Status.ACCEPTED and not by.has_perm("claims.review_claim"):
            raise PermissionDenied("Readers see it: an account that may decide what readers see has to take it back.")
        return _withdrawn(verdict, by=by, reason=reason)


def supersede(old: Verdict, *, with_: Verdict, by: User) -> None:
    """Have `old` step back for the verdict that corrects it, or takes it up again, and say so publicly; part of the
    publication of `with_`. Raises ValidationError where `old` is no longer what was to be replaced."""
    old = locked(old)
    reopens = with_.change_kind == Verdict.ChangeKind.REOPENING
    if old.status != (Verdict.Status.WITHDRAWN if reopens else Verdict.Status.PUBLISHED):
        raise ValidationError("The verdict that this one corrects is no longer in force.")
    whole = old.body != with_.body
    Correction.objects.create(
        verdict=old,
        replacement=with_,
        kind=with_.change_kind,
        reason=with_.change_reason,
        before=as_text(old, whole=whole),
        after=as_text(with_, whole=whole),
        made_by=by,
    )
    if not reopens:
        old.status = Verdict.Status.SUPERSEDED
        old.save(update_fields=["status"])


def _withdrawn(verdict: Verdict, *, by: User, reason: str) -> Correction:
    """A locked verdict out of force, with the note that says why."""
    correction = Correction.objects.create(
        verdict=verdict,
        kind=Correction.Kind.WITHDRAWAL,
        reason=reason.strip(),
        before=as_text(verdict),
        made_by=by,
    )
    verdict.status = Verdict.Status.WITHDRAWN
    verdict.save(update_fields=["status"])
    compare_ratings(claim_ids=[verdict.claim_id])
    notifying.withdrawn(verdict=verdict, by=by, reason=reason)
    webhooks.tell(webhooks.Kind.WITHDRAWN, verdict)
    return correction


def as_text(verdict: Verdict, *, whole: bool = False) -> str:
    """What the verdict says, for the public note of a change; `whole` with its body."""
    said = f"{verdict.rating}: {verdict.headline}\n\n{verdict.summary}"
    return f"{said}\n\n{verdict.body}".rstrip() if whole else said


def _successor(verdict: Verdict, *, by: User, kind: Verdict.ChangeKind, reason: str, of: Verdict.Status) -> Verdict:
    if not reason.strip():
        raise ValidationError({"reason": "Say what changes and why: readers see this text."})
    verdict = locked(verdict)
    if verdict.origin != Verdict.Origin.WRITTEN:
        raise ValidationError("Another desk published it: only that desk changes what it says.")
    if verdict.status != of:
        refusal = "corrected" if of == Verdict.Status.PUBLISHED else "taken up again"
        raise ValidationError(f"Only a {of.label.lower()} verdict can be {refusal}.")
    if Verdict.objects.filter(supersedes=verdict).exists():
        raise ValidationError("A correction of this verdict is under way already.")
    draft = Verdict.objects.create(
        claim=verdict.claim,
        publisher=verdict.publisher,
        language=verdict.language,
        author=by,
        supersedes=verdict,
        change_kind=kind,
        change_reason=reason.strip(),
        **{word: getattr(verdict, word) for word in WORDS},
    )
    VerdictEvidence.objects.bulk_create(
        VerdictEvidence(verdict=draft, evidence=cited.evidence, order=cited.order, note=cited.note)
        for cited in verdict.cited_evidence.select_related("evidence")
    )
    copy_replies(of=verdict, to=draft)
    return draft
