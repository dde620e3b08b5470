"""How a verdict comes to be: drafted, handed over for second eyes, and returned. What follows is in `publishing`."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from claims import rules
from claims.actions import notifying, watching
from claims.actions.acting import acting
from claims.actions.checking import stop_where_blocked
from claims.models import Comment, Evidence, User, Verdict, VerdictEvidence


def cite(*, verdict: Verdict, evidence: Mapping[Evidence, str], by: User) -> None:
    """Make `evidence`, in this order, what the draft cites; each maps to what it shows, in a few words or none.

    Raises ValidationError once it is submitted: send it back first.
    """
    with acting(by=by, permission="claims.change_verdict", doing="cite evidence"):
        verdict = locked(verdict)
        if verdict.status != Verdict.Status.DRAFT:
            raise ValidationError("Only a draft changes what it cites: send it back, or start a correction.")
        if not rules.may_edit_verdict(by, verdict):
            raise ValidationError("Only its author, who is asked to write it, or a chief changes a draft.")
        if verdict.edited_by_id != by.pk:
            verdict.edited_by = by
            verdict.save(update_fields=["edited_by"])
        verdict.cited_evidence.all().delete()
        VerdictEvidence.objects.bulk_create(
            VerdictEvidence(verdict=verdict, evidence=item, order=number, note=shows[:300])
            for number, (item, shows) in enumerate(evidence.items(), 1)
        )


def submit(*, verdict: Verdict, by: User, to: User | None = None, embargo: datetime | None = None) -> None:
    """Hand a draft over for second eyes, of `to` if somebody is asked by name; it is not to go out before `embargo`.

    Raises ValidationError with everything on the checklist that is still missing, or where `to` could not publish it.
    """
    with acting(by=by, permission="claims.submit_verdict", doing="submit verdict"):
        verdict = locked(verdict)
        if verdict.status != Verdict.Status.DRAFT:
            raise ValidationError("Only a draft can be submitted.")
        if not rules.may_submit(by, verdict):
            raise ValidationError("Only who has written in a draft submits it.")
        if to is not None and (rules.is_writer(to, verdict) or not to.has_perm("claims.publish_verdict")):
            raise ValidationError(f"{to} cannot publish this verdict: ask somebody else to read it.")
        stop_where_blocked(verdict)
        verdict.status = Verdict.Status.SUBMITTED
        verdict.submitted_at = timezone.now()
        verdict.assignee = to
        verdict.publish_at = embargo
        verdict.save(update_fields=["status", "submitted_at", "assignee", "publish_at"])
        if to is not None:
            watching.begin(to, item=verdict)
        notifying.submitted(verdict=verdict, by=by)


def send_back(*, verdict: Verdict, by: User, note: str = "") -> None:
    """Make a draft again of what was submitted or waits for its hour. Its author just takes it back; anybody else says
    why, in `note` or in a comment on a passage. An embargo stays: who submits it again can end that.

    Raises ValidationError where nothing says what to mend, and where it is out already.
    """
    with acting(by=by, permission="claims.submit_verdict", doing="send verdict back"):
        verdict = locked(verdict)
        if verdict.status not in (Verdict.Status.SUBMITTED, Verdict.Status.SCHEDULED):
            raise ValidationError("Only a submitted verdict can be sent back.")
        if not rules.may_return(by, verdict):
            raise ValidationError("Only who has written in it or could publish it sends a verdict back.")
        said = None
        if note.strip():
            said = Comment.objects.create(item=verdict, author=by, text=note.strip())
        elif not rules.is_writer(by, verdict) and not Comment.objects.on(verdict).open().exists():
            raise ValidationError("Say what is to be mended: comment on a passage, or write a note.")
        verdict.status = Verdict.Status.DRAFT
        verdict.submitted_at = verdict.published_by = verdict.assignee = None
        verdict.publish_error = ""
        verdict.save(update_fields=["status", "submitted_at", "published_by", "assignee", "publish_error"])
        notifying.returned(verdict=verdict, by=by, note=said)
        if said is not None:
            notifying.commented(said)


def locked(verdict: Verdict) -> Verdict:
    """The row as it is now, locked, so that two people cannot both take the same step."""
    return Verdict.objects.select_for_update(of=("self",)).select_related("rating__scale", "claim").get(pk=verdict.pk)
