"""Deciding on suggestions, and every way back."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from claims.actions import leases, triage
from claims.models import Claim, RejectionReason, Step, User
from tests.conftest import Refusal, Writer
from tests.factories import ClaimFactory, EventFactory, RejectionReasonFactory, TopicFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return UserFactory.create(groups=["Editor"])


@pytest.fixture
def claim() -> Claim:
    return ClaimFactory.create(status="suggested", text="It cost nine million", short_text="Nine million")


@pytest.fixture
def reason() -> RejectionReason:
    return RejectionReasonFactory.create(name="Vague")


def state(claim: Claim) -> tuple[object, ...]:
    claim.refresh_from_db()
    topics = sorted(claim.topics.values_list("pk", flat=True))
    return claim.status, claim.status_reason, claim.rejected_for_id, claim.text, claim.short_text, topics


Decide = Callable[[Claim, User], triage.Outcome]
STEPS: dict[str, Decide] = {
    "accept": lambda claim, by: triage.accept(claims=[claim], by=by),
    "reject": lambda claim, by: triage.reject(
        claims=[claim], by=by, reason=RejectionReasonFactory.create(), note="Who?"
    ),
    "edit": lambda claim, by: triage.edit(
        claim=claim, by=by, text="It cost 9m", short_text="", topics=[TopicFactory.create()]
    ),
}
each_step = pytest.mark.parametrize("take", STEPS.values(), ids=STEPS)


@each_step
def test_a_step_is_undone_and_done_again(take: Decide, claim: Claim, editor: User) -> None:
    claim.topics.set([TopicFactory.create()])
    before = state(claim)
    assert take(claim, editor).done == [claim]
    after = state(claim)
    assert after != before
    undoing = triage.undo(steps=triage.latest(editor), by=editor)
    assert state(claim) == before
    assert triage.latest(editor) == [], "an undoing is not what the next undo takes back"
    triage.undo(steps=undoing, by=editor)
    assert state(claim) == after
    assert Step.objects.count() == 3


@each_step
def test_no_step_is_undone_twice(take: Decide, claim: Claim, editor: User) -> None:
    take(claim, editor)
    steps = triage.latest(editor)
    triage.undo(steps=steps, by=editor)
    with pytest.raises(ValidationError, match="undone already"):
        triage.undo(steps=steps, by=editor)


@each_step
def test_what_was_changed_since_is_not_undone(take: Decide, claim: Claim, editor: User) -> None:
    take(claim, editor)
    Claim.objects.filter(pk=claim.pk).update(text="Somebody's words")
    now = state(claim)
    with pytest.raises(ValidationError, match="was changed after that step"):
        triage.undo(steps=triage.latest(editor), by=editor)
    assert state(claim) == now


@each_step
def test_what_the_machine_does_meanwhile_is_no_change(take: Decide, claim: Claim, editor: User) -> None:
    before = state(claim)
    take(claim, editor)
    Claim.objects.filter(pk=claim.pk).update(event=EventFactory.create(), score=0.4)
    triage.undo(steps=triage.latest(editor), by=editor)
    assert state(claim) == before


@each_step
def test_who_may_no_longer_decide_cannot_undo(take: Decide, claim: Claim, editor: User) -> None:
    take(claim, editor)
    editor.groups.clear()
    with pytest.raises(PermissionDenied):
        triage.undo(steps=triage.latest(editor), by=User.objects.get(pk=editor.pk))
    assert Step.objects.count() == 1


def test_another_persons_step_is_theirs(claim: Claim, editor: User) -> None:
    triage.accept(claims=[claim], by=UserFactory.create(groups=["Editor"]))
    with pytest.raises(ValidationError, match="Somebody else took this step"):
        triage.undo(steps=list(Step.objects.all()), by=editor)
    assert triage.latest(editor) == []


@each_step
def test_a_reporter_takes_no_step(take: Decide, claim: Claim) -> None:
    with pytest.raises(PermissionDenied):
        take(claim, UserFactory.create(groups=["Reporter"]))
    assert not Step.objects.exists()


@each_step
@pytest.mark.parametrize("status", ["accepted", "rejected"])
def test_what_somebody_has_decided_is_not_triaged(status: str, take: Decide, editor: User) -> None:
    decided = ClaimFactory.create(status=status, status_reason="No" if status == "rejected" else "")
    outcome = take(decided, editor)
    assert (outcome.done, outcome.refused) == ([], [(decided, f"This has been decided already: {status}.")])


@each_step
def test_what_somebody_has_in_hand_is_theirs(take: Decide, claim: Claim, editor: User) -> None:
    leases.take(item=claim, by=UserFactory.create(first_name="Bea", last_name="Low"))
    outcome = take(claim, editor)
    assert outcome.done == []
    assert "Bea Low has this before them" in outcome.refused[0][1]
    assert not Step.objects.exists()


def test_many_at_once_are_undone_at_once(editor: User, reason: RejectionReason) -> None:
    claims = ClaimFactory.create_batch(3, status="suggested")
    decided = ClaimFactory.create()
    outcome = triage.reject(claims=[*claims, decided], by=editor, reason=reason)
    assert (set(outcome.done), [claim for claim, _ in outcome.refused]) == (set(claims), [decided])
    assert len(triage.latest(editor)) == 3
    triage.undo(steps=triage.latest(editor), by=editor)
    assert Claim.objects.filter(status="suggested").count() == 3


def test_many_are_undone_together_or_not_at_all(editor: User) -> None:
    claims = ClaimFactory.create_batch(2, status="suggested")
    triage.accept(claims=claims, by=editor)
    Claim.objects.filter(pk=claims[0].pk).update(text="Somebody's words")
    with pytest.raises(ValidationError, match="Somebody's words"):
        triage.undo(steps=triage.latest(editor), by=editor)
    assert Claim.objects.filter(status="accepted").count() == 2
    one = Step.objects.filter(object_id=claims[1].pk)
    triage.undo(steps=list(one), by=editor)
    assert Claim.objects.get(status="suggested") == claims[1]


def test_steps_are_undone_from_the_last_to_the_first(claim: Claim, editor: User) -> None:
    before = state(claim)
    STEPS["edit"](claim, editor)
    STEPS["accept"](claim, editor)
    first = list(Step.objects.filter(action="edit"))
    with pytest.raises(ValidationError, match="was changed after that step"):
        triage.undo(steps=first, by=editor)
    triage.undo(steps=triage.latest(editor), by=editor)
    triage.undo(steps=triage.latest(editor), by=editor)
    assert state(claim) == before


def test_a_refused_edit_leaves_no_step(claim: Claim, editor: User) -> None:
    outcome = triage.edit(claim=claim, by=editor, text="", short_text="", topics=[])
    assert "cannot be blank" in outcome.refused[0][1]
    assert not Step.objects.exists()


def test_a_step_is_never_changed(write: Writer, claim: Claim, editor: User, refused: Refusal) -> None:
    triage.accept(claims=[claim], by=editor)
    step = Step.objects.get()
    with refused("Cannot update or delete"):
        write.change(step, action="reject")
    with refused("Cannot update or delete"):
        write.remove(step)


def test_the_database_lets_no_step_be_undone_twice(claim: Claim, editor: User) -> None:
    triage.accept(claims=[claim], by=editor)
    [undoing] = triage.undo(steps=triage.latest(editor), by=editor)
    again = {field.name: getattr(undoing, field.name) for field in Step._meta.concrete_fields if field.name != "id"}
    with pytest.raises(IntegrityError, match="reverses"), transaction.atomic():
        Step.objects.create(**again)
