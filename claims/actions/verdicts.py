"""How a verdict comes to be: drafted, submitted, returned, published by a second person, corrected, withdrawn."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.actions.acting import acting
from claims.models import Claim, Correction, Evidence, User, Verdict, VerdictEvidence

WORDS = ("rating", "headline", "summary", "body")
"""The fields of a verdict that readers see and that a correction may change."""


def cite(*, verdict: Verdict, evidence: Mapping[Evidence, str], by: User) -> None:
    """Make `evidence`, in this order, what the draft cites; each maps to what it shows, in a few words or none.

    Raises ValidationError once it is submitted: send it back first.
    """
    with acting(by=by, permission="claims.change_verdict", doing="cite evidence"):
        verdict = _locked(verdict)
        if verdict.author_id != by.pk:
            raise ValidationError("Only its author changes a draft.")
        if verdict.status != Verdict.Status.DRAFT:
            raise ValidationError("Only a draft changes what it cites: send it back, or start a correction.")
        verdict.cited_evidence.all().delete()
        VerdictEvidence.objects.bulk_create(
            VerdictEvidence(verdict=verdict, evidence=item, order=number, note=shows[:300])
            for number, (item, shows) in enumerate(evidence.items(), 1)
        )


def submit(*, verdict: Verdict, by: User) -> None:
    """Hand a draft over for second eyes. Raises ValidationError with everything that is still missing."""
    with acting(by=by, permission="claims.submit_verdict", doing="submit verdict"):
        verdict = _locked(verdict)
        if verdict.status != Verdict.Status.DRAFT:
            raise ValidationError("Only a draft can be submitted.")
        if verdict.author_id != by.pk:
            raise ValidationError("Only its author submits a draft.")
        if missing := list(obstacles(verdict)):
            raise ValidationError(missing)
        verdict.status = Verdict.Status.SUBMITTED
        verdict.submitted_at = timezone.now()
        verdict.save(update_fields=["status", "submitted_at"])


def send_back(*, verdict: Verdict, by: User) -> None:
    """Make a submitted verdict a draft again."""
    with acting(by=by, permission="claims.submit_verdict", doing="send verdict back"):
        verdict = _locked(verdict)
        if verdict.status != Verdict.Status.SUBMITTED:
            raise ValidationError("Only a submitted verdict can be sent back.")
        if verdict.author_id != by.pk and not by.has_perm("claims.publish_verdict"):
            raise ValidationError("Only its author or who could publish it sends a verdict back.")
        verdict.status = Verdict.Status.DRAFT
        verdict.submitted_at = None
        verdict.save(update_fields=["status", "submitted_at"])


def publish(*, verdict: Verdict, by: User, seen: datetime | None = None) -> None:
    """Publish a submitted verdict of somebody else, accepting its claim. Where it supersedes an earlier one, that one
    steps back and a public Correction says what changed. `seen` is when the words that `by` has read were submitted:
    words submitted since then are not published.

    Raises PermissionDenied without the right to publish, ValidationError for one's own verdict or missing evidence.
    """
    with acting(by=by, permission="claims.publish_verdict", doing="publish verdict"):
        verdict = _locked(verdict)
        claim = Claim.objects.select_for_update().get(pk=verdict.claim_id)
        if verdict.author_id == by.pk:
            raise ValidationError("You wrote this verdict: another editor has to publish it.")
        if verdict.status != Verdict.Status.SUBMITTED:
            raise ValidationError("Only a submitted verdict can be published.")
        if seen is not None and seen != verdict.submitted_at:
            raise ValidationError("It was changed and submitted again since you opened it: read it again.")
        if missing := list(obstacles(verdict)):
            raise ValidationError(missing)
        if verdict.supersedes is not None:
            _supersede(verdict.supersedes, with_=verdict, by=by)
        verdict.status = Verdict.Status.PUBLISHED
        verdict.published_by = by
        verdict.published_at = timezone.now()
        verdict.save(update_fields=["status", "published_by", "published_at"])
        claim.status = Claim.Status.ACCEPTED
        claim.status_reason = ""
        claim.save(update_fields=["status", "status_reason"])


def start_correction(*, verdict: Verdict, by: User, kind: Verdict.ChangeKind, reason: str) -> Verdict:
    """A new draft with the words and evidence of a published verdict, to be changed, submitted and published by a
    second person like any other. Raises ValidationError without a reason, or where a correction is under way."""
    with acting(by=by, permission="claims.add_verdict", doing="start correction"):
        if not reason.strip():
            raise ValidationError({"reason": "Say what changes and why: readers see this text."})
        verdict = _locked(verdict)
        if verdict.status != Verdict.Status.PUBLISHED:
            raise ValidationError("Only a published verdict can be corrected.")
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
        return draft


def withdraw(*, verdict: Verdict, by: User, reason: str) -> Correction:
    """Take a published verdict of somebody else out of force, with a public note. Raises ValidationError without a
    reason, or for one's own verdict: no one unpublishes alone what a second person put their name to."""
    with acting(by=by, permission="claims.publish_verdict", doing="withdraw verdict"):
        if not reason.strip():
            raise ValidationError({"reason": "Say why the verdict is withdrawn: readers see this text."})
        verdict = _locked(verdict)
        if verdict.author_id == by.pk:
            raise ValidationError("You wrote this verdict: another editor has to withdraw it.")
        if verdict.status != Verdict.Status.PUBLISHED:
            raise ValidationError("Only a published verdict can be withdrawn.")
        correction = Correction.objects.create(
            verdict=verdict,
            kind=Correction.Kind.WITHDRAWAL,
            reason=reason.strip(),
            before=_as_text(verdict),
            made_by=by,
        )
        verdict.status = Verdict.Status.WITHDRAWN
        verdict.save(update_fields=["status"])
        return correction


def confirm(*, verdict: Verdict, by: User) -> None:
    """Say that a published verdict stands, after what called for another look at it."""
    with acting(by=by, permission="claims.publish_verdict", doing="confirm verdict"):
        verdict = _locked(verdict)
        if verdict.status != Verdict.Status.PUBLISHED or not verdict.needs_review:
            raise ValidationError("Nothing calls for another look at this verdict.")
        verdict.needs_review = ""
        verdict.save(update_fields=["needs_review"])


def obstacles(verdict: Verdict) -> Iterable[str]:
    """What keeps `verdict` from being published, one sentence each."""
    if not verdict.headline.strip():
        yield "Write a headline that states the finding."
    if not verdict.summary.strip():
        yield "Give the reason in a sentence or two."
    if verdict.claim.status == Claim.Status.REJECTED:
        yield "The claim was rejected: accept it first."
    cited = Evidence.objects.filter(verdicts=verdict)
    if not cited:
        yield "Cite at least one piece of evidence."
    elif not cited.citable():
        yield "Give at least one cited piece of evidence an archive link, or say why it needs none."
    in_force = Verdict.objects.filter(
        claim=verdict.claim_id,
        publisher=verdict.publisher_id,
        language=verdict.language,
        status=Verdict.Status.PUBLISHED,
    )
    if any(current.pk != verdict.supersedes_id for current in in_force):
        yield "This claim already has a published verdict: correct that one instead."


def _supersede(old: Verdict, *, with_: Verdict, by: User) -> None:
    old = _locked(old)
    if old.status != Verdict.Status.PUBLISHED:
        raise ValidationError("The verdict that this one corrects is no longer in force.")
    Correction.objects.create(
        verdict=old,
        replacement=with_,
        kind=with_.change_kind,
        reason=with_.change_reason,
        before=_as_text(old),
        after=_as_text(with_),
        made_by=by,
    )
    old.status = Verdict.Status.SUPERSEDED
    old.save(update_fields=["status"])


def _as_text(verdict: Verdict) -> str:
    return f"{verdict.rating}: {verdict.headline}\n\n{verdict.summary}"


def _locked(verdict: Verdict) -> Verdict:
    """The row as it is now, locked, so that two people cannot both take the same step."""
    return Verdict.objects.select_for_update(of=("self",)).select_related("rating").get(pk=verdict.pk)
