"""Deciding on suggested claims, one or many at a time, and taking it back.

Each decision is an action of `review`. Here it is guarded (only a suggestion is triaged, and only by whoever has it in
hand) and kept as a Step with the action that takes it back, so that undoing works after a reload, a crash or a week.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction

from claims.actions import leases, review
from claims.models import Claim, RejectionReason, Step, Topic, User

Data = dict[str, Any]
Doing = Callable[..., Data]


@dataclass(slots=True)
class Outcome:
    """What came of a step on several claims: those it was taken on, and why it was not on the others."""

    batch: UUID = field(default_factory=uuid4)
    done: list[Claim] = field(default_factory=list)
    refused: list[tuple[Claim, str]] = field(default_factory=list)


def accept(*, claims: Collection[Claim], by: User) -> Outcome:
    """Accept suggestions. Raises PermissionDenied; what cannot be accepted is told in the outcome."""
    return _triage(claims=claims, by=by, action=Step.Action.ACCEPT, data={})


def reject(*, claims: Collection[Claim], by: User, reason: RejectionReason, note: str = "") -> Outcome:
    """Reject suggestions for one reason. Raises PermissionDenied; what cannot be rejected is told in the outcome."""
    return _triage(claims=claims, by=by, action=Step.Action.REJECT, data={"reason": reason.pk, "note": note})


def edit(*, claim: Claim, by: User, text: str, short_text: str, topics: Collection[Topic]) -> Outcome:
    """Reword a suggestion and say what it is about. Raises PermissionDenied; a refusal is told in the outcome."""
    data = {"text": text, "short_text": short_text, "topics": sorted(topic.pk for topic in topics)}
    return _triage(claims=[claim], by=by, action=Step.Action.EDIT, data=data)


@transaction.atomic
def undo(*, steps: Collection[Step], by: User) -> list[Step]:
    """Take `steps` back, all or none, newest first; gives the steps that did.

    Raises ValidationError where one of them is somebody else's or undone already, where its claim was changed since or
    is in somebody else's hand, and PermissionDenied where `by` may no longer do what takes it back.
    """
    batch = uuid4()
    undone = []
    for step in Step.objects.filter(pk__in=[step.pk for step in steps]).order_by("-pk"):
        if step.by_id != by.pk:
            raise ValidationError("Somebody else took this step: only they can undo it.")
        claim = Claim.objects.select_for_update(no_key=True).get(pk=step.object_id)
        if Step.objects.filter(reverses=step).exists():
            raise ValidationError("This has been undone already.")
        if left_as(claim) != step.left:
            raise ValidationError(f"“{claim.text}” was changed after that step: open it and decide anew.")
        leases.refuse_if_held(item=claim, by=by)
        data = dict(step.inverse)
        action = Step.Action(data.pop("action"))
        _DOING[action](claim, by, **data)
        undone.append(
            Step.objects.create(
                batch=batch,
                by=by,
                action=action,
                item=claim,
                data=data,
                inverse={"action": step.action, **step.data},
                left=left_as(claim),
                reverses=step,
            )
        )
    return undone


def latest(by: User) -> list[Step]:
    """The last step of `by`, or steps where it was taken on many, that is neither undone nor an undoing. Empty where
    there is none."""
    newest = Step.objects.filter(by=by, reverses__isnull=True, reversal__isnull=True).order_by("-pk").first()
    return list(Step.objects.filter(batch=newest.batch, reversal__isnull=True)) if newest else []


def left_as(claim: Claim) -> Data:
    """All that people decide about a claim, as it is in the database now: shows that somebody changed it since. The
    machine may link it to another event meanwhile: that is no reason to refuse."""
    fields = ("status", "status_reason", "rejected_for", "merged_into", "text", "short_text", "language")
    row: Data = Claim.objects.filter(pk=claim.pk).values(*fields).get()
    return {**row, "topics": sorted(claim.headings.values_list("topic", flat=True))}


def _triage(*, claims: Collection[Claim], by: User, action: Step.Action, data: Mapping[str, Any]) -> Outcome:
    outcome = Outcome()
    with transaction.atomic():
        # In the order of their keys, so that two steps on many claims never wait for each other.
        for pk in sorted({claim.pk for claim in claims}):
            claim = Claim.objects.select_for_update(no_key=True).get(pk=pk)
            try:
                with transaction.atomic():
                    if claim.status != Claim.Status.SUGGESTED:
                        raise ValidationError(f"This has been decided already: {claim.get_status_display().lower()}.")
                    leases.refuse_if_held(item=claim, by=by)
                    inverse = _DOING[action](claim, by, **data)
                    Step.objects.create(
                        batch=outcome.batch, by=by, action=action, item=claim, data=dict(data), inverse=inverse,
                        left=left_as(claim),
                    )  # fmt: skip
            except ValidationError as refusal:
                outcome.refused.append((claim, " ".join(refusal.messages)))
            else:
                outcome.done.append(claim)
    return outcome


def _accept(claim: Claim, by: User) -> Data:
    review.accept_claim(claim=claim, by=by)
    return {"action": Step.Action.SUGGEST}


def _reject(claim: Claim, by: User, *, reason: int, note: str) -> Data:
    review.reject_claim(claim=claim, by=by, reason=RejectionReason.objects.get(pk=reason), note=note)
    return {"action": Step.Action.SUGGEST}


def _suggest(claim: Claim, by: User) -> Data:
    review.suggest_claim(claim=claim, by=by)
    return {}


def _edit(claim: Claim, by: User, *, text: str, short_text: str, topics: Collection[int]) -> Data:
    before = left_as(claim)
    review.edit_claim(claim=claim, by=by, text=text, short_text=short_text, topics=Topic.objects.filter(pk__in=topics))
    return {"action": Step.Action.EDIT} | {name: before[name] for name in ("text", "short_text", "topics")}


_DOING: dict[Step.Action, Doing] = {
    Step.Action.ACCEPT: _accept,
    Step.Action.REJECT: _reject,
    Step.Action.SUGGEST: _suggest,
    Step.Action.EDIT: _edit,
}
"""What does each action. Takes the claim, locked, who does it, and the step's data; gives what takes it back."""
