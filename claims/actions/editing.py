"""Writing a verdict: the words of a draft, what it cites, whom it asked, saved together as one step of one person.

Two people may have the same draft open. `Verdict.revision` counts its editions: whoever saves says which one they
began from, and is refused where somebody has saved another since, with that one in hand so that neither text is lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError

from articles.models import Publisher
from claims import rules
from claims.actions.acting import acting
from claims.models import Claim, Evidence, Rating, ReplyRequest, User, Verdict, VerdictEvidence

FIELDS = ("rating", "headline", "summary", "body", "language", "change_kind", "change_reason")
ASKED = ("party", "channel", "asked_at", "deadline", "outcome", "answered_at", "answer")


@dataclass(frozen=True, slots=True)
class Citing:
    """One piece of evidence, and what it shows in a few words or none."""

    evidence_id: int
    shows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One line of the right-of-reply log; `pk` where it stands in the log already."""

    pk: int | None = None
    party: str
    asked_at: datetime
    channel: str = ReplyRequest.Channel.EMAIL
    deadline: datetime | None = None
    outcome: str = ReplyRequest.Outcome.WAITING
    answered_at: datetime | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Everything that a person writes in a verdict. `short_text` is the claim's short form; None leaves it alone."""

    rating: Rating
    headline: str
    summary: str
    body: str = ""
    language: str = "en"
    change_kind: str = ""
    change_reason: str = ""
    short_text: str | None = None
    evidence: Sequence[Citing] = ()
    replies: Sequence[Asking] = ()


class EditConflictError(ValidationError):
    """Somebody else has saved this draft since. `current` is the draft as it is now; nothing was written."""

    def __init__(self, current: Verdict) -> None:
        super().__init__(f"{(current.edited_by or current.author).called} has saved this draft since you opened it.")
        self.current = current


def start_verdict(*, claim: Claim, by: User, words: Words) -> Verdict:
    """A new draft of our own desk on `claim`. Raises PermissionDenied, ValidationError for words that will not do."""
    with acting(by=by, permission="claims.add_verdict", doing="start verdict"):
        verdict = Verdict(claim=claim, publisher=Publisher.objects.own(), author=by)
        _put(verdict, words)
        verdict.full_clean(exclude=["supersedes"])
        verdict.save()
        _cite(verdict, words.evidence)
        _log(verdict, words.replies)
        _shorten(claim, words.short_text)
        return verdict


def save_words(*, verdict: Verdict, by: User, revision: int, words: Words) -> bool:
    """Save `words`, which were made from edition `revision` of a draft. True where anything changed.

    Raises PermissionDenied without the right to write verdicts, EditConflictError where another edition, which says
    something else, was saved since, ValidationError for a draft that is not `by`'s to write or words that will not do.
    """
    with acting(by=by, permission="claims.change_verdict", doing="write verdict"):
        current = Verdict.objects.select_for_update(of=("self",)).select_related("claim", "rating").get(pk=verdict.pk)
        if current.status != Verdict.Status.DRAFT:
            raise ValidationError("Only a draft is written in: send it back, or start a correction.")
        if not rules.may_edit_verdict(by, current):
            raise ValidationError("Only its author, who is asked to write it, or a chief changes a draft.")
        fresh = Verdict.objects.get(pk=current.pk)
        changed = _put(fresh, words)
        shortened = words.short_text is not None and words.short_text != current.claim.short_text
        if not (
            changed
            or shortened
            or _cited(current) != [(one.evidence_id, one.shows) for one in words.evidence]
            or _logged(current) != {_line(one) for one in words.replies}
        ):
            return False
        if current.revision != revision:
            raise EditConflictError(current)
        fresh.full_clean(exclude=["supersedes"])
        fresh.edited_by = by
        fresh.revision = current.revision + 1  # the trigger does so too, but not for evidence and replies
        fresh.save(update_fields=[*changed, "edited_by", "revision"])
        _cite(current, words.evidence)
        _log(current, words.replies)
        _shorten(current.claim, words.short_text)
    verdict.refresh_from_db()
    return True


def record_evidence(*, evidence: Evidence, by: User) -> Evidence:
    """Put a new document on record, to be cited. Raises PermissionDenied, ValidationError."""
    with acting(by=by, permission="claims.add_evidence", doing="record evidence"):
        evidence.full_clean()
        evidence.save()
        return evidence


def copy_replies(*, of: Verdict, to: Verdict) -> None:
    """Give a draft the right-of-reply log of the verdict that it corrects: what was asked stays asked."""
    ReplyRequest.objects.bulk_create(
        ReplyRequest(verdict=to, **{name: getattr(row, name) for name in ASKED}) for row in of.reply_requests.all()
    )


def _put(verdict: Verdict, words: Words) -> list[str]:
    """Set the fields of `verdict`, and say which ones changed."""
    changed = []
    for name in FIELDS:
        if verdict._state.adding or getattr(verdict, name) != getattr(words, name):
            setattr(verdict, name, getattr(words, name))
            changed.append(name)
    return changed


def _cited(verdict: Verdict) -> list[tuple[int, str]]:
    return list(verdict.cited_evidence.order_by("order", "id").values_list("evidence_id", "note"))


def _cite(verdict: Verdict, evidence: Sequence[Citing]) -> None:
    """Make `evidence`, in this order, what the draft cites, writing no row that stays as it was."""
    if len({one.evidence_id for one in evidence}) < len(evidence):
        raise ValidationError("The same evidence is there twice.")
    stands = {row.evidence_id: row for row in verdict.cited_evidence.all()}
    for gone in stands.keys() - {one.evidence_id for one in evidence}:
        stands[gone].delete()
    for order, one in enumerate(evidence, 1):
        row = stands.get(one.evidence_id) or VerdictEvidence(verdict=verdict, evidence_id=one.evidence_id)
        if row._state.adding or (row.order, row.note) != (order, one.shows):
            row.order, row.note = order, one.shows
            row.full_clean(exclude=["verdict"])
            row.save()


def _line(one: Asking | ReplyRequest) -> tuple[object, ...]:
    return one.pk, *(getattr(one, name) for name in ASKED)


def _logged(verdict: Verdict) -> set[tuple[object, ...]]:
    return {_line(row) for row in verdict.reply_requests.all()}


def _log(verdict: Verdict, replies: Sequence[Asking]) -> None:
    """Make `replies` the right-of-reply log of the draft, writing no line that stays as it was."""
    stands = {row.pk: row for row in verdict.reply_requests.all()}
    for gone in stands.keys() - {one.pk for one in replies}:
        stands[gone].delete()
    for one in replies:
        row = (stands.get(one.pk) if one.pk else None) or ReplyRequest(verdict=verdict)
        if row._state.adding or _line(row) != _line(one):
            for name in ASKED:
                setattr(row, name, getattr(one, name))
            row.full_clean(exclude=["verdict"])
            row.save()


def _shorten(claim: Claim, short_text: str | None) -> None:
    """The short form belongs to the review, which cannot be marked up without it: one person writes both."""
    if short_text is None or short_text == claim.short_text:
        return
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    claim.short_text = short_text
    claim.full_clean(exclude=[field.name for field in claim._meta.fields if field.name != "short_text"])
    claim.save(update_fields=["short_text"])
