"""What an editor decides about a claim: accept, reject, put back, reword."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from claims.actions import review
from claims.models import User
from tests.claims.actions.test_review import last_context
from tests.factories import (
    ClaimFactory,
    RejectionReasonFactory,
    TopicFactory,
    UserFactory,
    VerdictFactory,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return UserFactory.create(groups=["Editor"])


def test_accepting_a_claim(editor: User) -> None:
    claim = ClaimFactory.create(status="rejected", status_reason="An opinion.")
    review.accept_claim(claim=claim, by=editor)
    claim.refresh_from_db()
    assert (claim.status, claim.status_reason) == ("accepted", "")
    assert last_context(claim) == {"user": editor.pk, "action": "accept claim"}


@pytest.mark.parametrize(("note", "words"), [("  It is a wish. ", "Opinion: It is a wish."), (" ", "Opinion")])
def test_rejecting_a_claim(note: str, words: str, editor: User) -> None:
    claim, reason = ClaimFactory.create(status="suggested"), RejectionReasonFactory.create(name="Opinion")
    review.reject_claim(claim=claim, by=editor, reason=reason, note=note)
    claim.refresh_from_db()
    assert (claim.status, claim.status_reason, claim.rejected_for) == ("rejected", words, reason)
    assert last_context(claim) == {"user": editor.pk, "action": "reject claim"}
    review.accept_claim(claim=claim, by=editor)
    claim.refresh_from_db()
    assert (claim.status, claim.status_reason, claim.rejected_for) == ("accepted", "", None)


@pytest.mark.parametrize(
    ("retired", "note", "message"),
    [(True, "", "no longer a reason of this desk"), (False, "x" * 294, "Say it in 300 characters: these are 301")],
)
def test_what_is_no_reason_to_reject(retired: bool, note: str, message: str, editor: User) -> None:
    claim = ClaimFactory.create(status="suggested")
    reason = RejectionReasonFactory.create(name="Vague", is_retired=retired)
    with pytest.raises(ValidationError, match=message):
        review.reject_claim(claim=claim, by=editor, reason=reason, note=note)
    claim.refresh_from_db()
    assert claim.status == "suggested"


def test_a_decided_claim_is_put_back_unless_a_verdict_rests_on_it(editor: User) -> None:
    claim = ClaimFactory.create(status="rejected", status_reason="Vague", rejected_for=RejectionReasonFactory.create())
    review.suggest_claim(claim=claim, by=editor)
    claim.refresh_from_db()
    assert (claim.status, claim.status_reason, claim.rejected_for) == ("suggested", "", None)
    with pytest.raises(ValidationError, match="A verdict rests on this claim"):
        review.suggest_claim(claim=publish(VerdictFactory.create()).claim, by=editor)


def test_rewording_a_claim_and_giving_it_topics(editor: User) -> None:
    kept, dropped, new = TopicFactory.create_batch(3)
    retired = TopicFactory.create(is_retired=True)
    claim = ClaimFactory.create()
    claim.topics.set([kept, dropped, retired])
    review.edit_claim(claim=claim, by=editor, text=" Better ", short_text="Short ", topics=[kept, new, retired])
    claim.refresh_from_db()
    assert (claim.text, claim.short_text) == ("Better", "Short")
    assert set(claim.topics.all()) == {kept, new, retired}, "a claim keeps a topic that was retired since"
    assert last_context(claim) == {"user": editor.pk, "action": "edit claim"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"text": "  "}, "cannot be blank"),
        ({"short_text": "x" * 76}, "at most 75 characters"),
        ({"topics": True}, "no longer a topic of this desk"),
    ],
)
def test_what_a_claim_cannot_be_made(change: dict[str, Any], message: str, editor: User) -> None:
    claim = ClaimFactory.create()
    words = {"text": "Better", "short_text": "", "topics": []} | change
    if words["topics"]:
        words["topics"] = [TopicFactory.create(is_retired=True)]
    with pytest.raises(ValidationError, match=message):
        review.edit_claim(claim=claim, by=editor, **words)
    before = claim.text
    claim.refresh_from_db()
    assert (claim.text, claim.short_text, claim.topics.count()) == (before, "", 0)


def test_a_claim_under_a_published_verdict_is_not_rejected(editor: User) -> None:
    verdict = publish(VerdictFactory.create())
    with pytest.raises(ValidationError, match="send it back or withdraw it first"):
        review.reject_claim(claim=verdict.claim, by=editor, reason=RejectionReasonFactory.create())
    review.reject_claim(claim=VerdictFactory.create().claim, by=editor, reason=RejectionReasonFactory.create())
