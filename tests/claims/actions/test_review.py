"""What editors decide about claims and contradictions, branch by branch, and what the history keeps of it."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.actions import review
from claims.models import Claim, Contradiction, ContradictionEvidence, Position, User, Verdict
from claims.vocabulary import DISMISSALS, Resolution
from tests.conftest import Commit
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    ContradictionFactory,
    EvidenceFactory,
    MembershipFactory,
    PositionFactory,
    UserFactory,
    VerdictFactory,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return UserFactory.create(groups=["Editor"])


def settle(contradiction: Contradiction, editor: User, **options: Any) -> None:
    decision = {"resolution": Resolution.DIFFERENT_VERSION, "note": "The votes were on two texts.", **options}
    review.settle_contradiction(contradiction=contradiction, by=editor, **decision)


def last_context(row: Any) -> dict[str, Any]:
    """Who did the last thing to `row`, and what it was, as the history has it."""
    line = row.pgh_event_model.objects.filter(pgh_obj_id=row.pk).order_by("pgh_id").last()
    return dict(line.pgh_context)


def member(contradiction: Contradiction, **claim: Any) -> Claim:
    """A claim that takes a position on `contradiction`."""
    position = PositionFactory.create(contradiction=contradiction)
    made: Claim = MembershipFactory.create(
        position=position, appearance=AppearanceFactory.create(claim=ClaimFactory.create(**claim))
    ).appearance.claim
    return made


@pytest.mark.parametrize(
    ("act", "status", "lawful"),
    [
        (review.open_contradiction, "open", {"suggested"}),
        (review.take_contradiction, "under_review", {"suggested", "open", "under_review"}),
    ],
)
@pytest.mark.parametrize("before", ["suggested", "open", "under_review", "resolved", "dismissed"])
def test_taking_up_a_contradiction(act: Any, status: str, lawful: set[str], before: str, editor: User) -> None:
    contradiction = ContradictionFactory.create(status="open" if before in {"resolved", "dismissed"} else before)
    suggested = member(contradiction, status="suggested")
    rejected = member(contradiction, status="rejected", status_reason="An opinion.")
    elsewhere = ClaimFactory.create(status="suggested")
    if before == "resolved":
        settle(contradiction, editor)
    if before == "dismissed":
        settle(contradiction, editor, resolution=Resolution.DUPLICATE)
    if before not in lawful:
        with pytest.raises(ValidationError, match=r"Only an? (suggested|open) contradiction can be"):
            act(contradiction=contradiction, by=editor)
        return
    assert act(contradiction=contradiction, by=editor) == 1
    contradiction.refresh_from_db()
    assert contradiction.status == status
    assert last_context(contradiction)["user"] == editor.pk
    assert [Claim.objects.get(pk=claim.pk).status for claim in (suggested, rejected, elsewhere)] == [
        "accepted",
        "rejected",
        "suggested",
    ]


@pytest.mark.parametrize("resolution", list(Resolution))
def test_settling(resolution: Resolution, editor: User, commit: Commit) -> None:
    contradiction = ContradictionFactory.create(status="suggested")
    claim = member(contradiction, status="suggested")
    at_fault = list(contradiction.positions.all()) if resolution == Resolution.SOURCE_ERROR else []
    settle(contradiction, editor, resolution=resolution, note=" So. ", at_fault=dict.fromkeys(at_fault, True))
    commit()
    contradiction.refresh_from_db()
    claim.refresh_from_db()
    dismissed = resolution in DISMISSALS
    assert contradiction.status == ("dismissed" if dismissed else "resolved")
    assert (contradiction.resolution, contradiction.resolution_note) == (resolution, "So.")
    assert contradiction.resolved_by == editor
    assert contradiction.resolved_at
    assert claim.status == ("suggested" if dismissed else "accepted")
    assert Position.objects.filter(is_at_fault=True, outlet_corrected=True).count() == len(at_fault)
    doing = "dismiss contradiction" if dismissed else "resolve contradiction"
    assert last_context(contradiction) == {"user": editor.pk, "action": doing}


def test_what_settling_refuses(editor: User) -> None:
    contradiction, elsewhere = ContradictionFactory.create(), PositionFactory.create()
    with pytest.raises(ValidationError, match="readers see this text"):
        settle(contradiction, editor, note=" ")
    with pytest.raises(ValidationError, match="Say which position is in error"):
        settle(contradiction, editor, resolution=Resolution.SOURCE_ERROR)
    with pytest.raises(ValidationError, match="belongs to another contradiction"):
        settle(contradiction, editor, resolution=Resolution.SOURCE_ERROR, at_fault={elsewhere: None})
    elsewhere.refresh_from_db()
    assert not elsewhere.is_at_fault
    settle(contradiction, editor)
    with pytest.raises(ValidationError, match="settled already"):
        settle(contradiction, editor, resolution=Resolution.DUPLICATE)


@pytest.mark.parametrize("resolution", [Resolution.SOURCE_ERROR, Resolution.DUPLICATE])
def test_reopening(resolution: Resolution, editor: User, commit: Commit) -> None:
    contradiction = ContradictionFactory.create()
    claim, other = member(contradiction), ClaimFactory.create()
    verdict, unrelated, draft = (
        publish(VerdictFactory.create(claim=claim)),
        publish(VerdictFactory.create(claim=other)),
        VerdictFactory.create(claim=claim),
    )
    fault = list(contradiction.positions.all()) if resolution == Resolution.SOURCE_ERROR else []
    settle(contradiction, editor, resolution=resolution, at_fault=dict.fromkeys(fault, False))
    review.reopen_contradiction(contradiction=contradiction, by=editor, reason=" A new record. ")
    commit()
    contradiction.refresh_from_db()
    assert (contradiction.status, contradiction.resolution, contradiction.resolved_by) == ("open", "", None)
    assert contradiction.reopened_reason == "A new record."
    assert not Position.objects.filter(is_at_fault=True).exists()
    marked = {row.pk: row.needs_review for row in Verdict.objects.all()}
    assert marked == {verdict.pk: "A contradiction was reopened: A new record.", unrelated.pk: "", draft.pk: ""}
    assert last_context(contradiction) == {
        "user": editor.pk,
        "action": "reopen contradiction",
        "reopened_because": "A new record.",
    }
    settle(contradiction, editor)
    contradiction.refresh_from_db()
    assert contradiction.reopened_reason == ""


def test_what_reopening_refuses(editor: User) -> None:
    contradiction = ContradictionFactory.create()
    with pytest.raises(ValidationError, match="not settled"):
        review.reopen_contradiction(contradiction=contradiction, by=editor, reason="New.")
    settle(contradiction, editor)
    with pytest.raises(ValidationError, match="Say why it is reopened"):
        review.reopen_contradiction(contradiction=contradiction, by=editor, reason=" ")


def test_a_long_reason_is_kept_whole_in_the_history(editor: User) -> None:
    contradiction = ContradictionFactory.create()
    publish(VerdictFactory.create(claim=member(contradiction)))
    settle(contradiction, editor)
    review.reopen_contradiction(contradiction=contradiction, by=editor, reason="x" * 400)
    assert last_context(contradiction)["reopened_because"] == "x" * 400


def test_attaching_evidence(editor: User) -> None:
    position = PositionFactory.create(contradiction__status="suggested")
    contradiction, evidence = position.contradiction, EvidenceFactory.create()
    reporter = UserFactory.create(groups=["Reporter"])
    review.attach_evidence(contradiction=contradiction, evidence=evidence, by=reporter, note="The roll call.")
    again = review.attach_evidence(contradiction=contradiction, evidence=evidence, by=editor, supports=position)
    assert ContradictionEvidence.objects.get() == again
    assert (again.supports, again.note, again.attached_by) == (position, "", reporter)
    assert last_context(again) == {"user": editor.pk, "action": "attach evidence"}
    with pytest.raises(ValidationError, match="belongs to another contradiction"):
        review.attach_evidence(
            contradiction=contradiction, evidence=evidence, by=editor, supports=PositionFactory.create()
        )
    with pytest.raises(ValidationError, match="300 characters"):
        review.attach_evidence(contradiction=contradiction, evidence=evidence, by=editor, note="x" * 301)


def test_new_evidence_reopens_what_was_resolved(editor: User) -> None:
    contradiction, known = ContradictionFactory.create(), EvidenceFactory.create()
    verdict = publish(VerdictFactory.create(claim=member(contradiction)))
    review.attach_evidence(contradiction=contradiction, evidence=known, by=editor)
    settle(contradiction, editor)
    review.attach_evidence(contradiction=contradiction, evidence=known, by=editor, note="Known before.")
    contradiction.refresh_from_db()
    assert contradiction.status == "resolved"
    new = EvidenceFactory.create()
    review.attach_evidence(contradiction=contradiction, evidence=new, by=editor)
    contradiction.refresh_from_db()
    verdict.refresh_from_db()
    assert (contradiction.status, contradiction.reopened_reason) == ("open", f"New evidence: {new}")
    assert verdict.needs_review


def test_only_an_editor_attaches_evidence_where_readers_see_it() -> None:
    reporter, public = UserFactory.create(groups=["Reporter"]), ContradictionFactory.create(status="open")
    with pytest.raises(PermissionDenied, match="an editor has to attach"):
        review.attach_evidence(contradiction=public, evidence=EvidenceFactory.create(), by=reporter)


def test_a_machine_does_not_put_before_readers_what_was_dismissed(editor: User) -> None:
    contradiction = ContradictionFactory.create()
    verdict = publish(VerdictFactory.create(claim=member(contradiction)))
    settle(contradiction, editor, resolution=Resolution.NOT_COMPARABLE)
    review.reopen(contradiction=contradiction, reason="A new position.")
    contradiction.refresh_from_db()
    verdict.refresh_from_db()
    assert (contradiction.status, verdict.needs_review) == ("suggested", "")
    review.open_contradiction(contradiction=contradiction, by=editor)
    verdict.refresh_from_db()
    assert (verdict.needs_review, verdict.review_cause) == (
        "A contradiction was reopened: A new position.",
        "contradiction",
    )
    settle(contradiction, editor, resolution=Resolution.NOT_COMPARABLE)
    review.reopen_contradiction(contradiction=contradiction, by=editor, reason="I was wrong.")
    contradiction.refresh_from_db()
    verdict.refresh_from_db()
    assert (contradiction.status, verdict.needs_review) == ("open", "A contradiction was reopened: I was wrong.")


def test_new_evidence_leaves_what_was_dismissed(editor: User) -> None:
    contradiction = ContradictionFactory.create()
    settle(contradiction, editor, resolution=Resolution.NOT_COMPARABLE)
    review.attach_evidence(contradiction=contradiction, evidence=EvidenceFactory.create(), by=editor)
    contradiction.refresh_from_db()
    assert contradiction.status == "dismissed"
