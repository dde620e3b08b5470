"""A merge is taken back: both are as they were, but for what was done since."""

import pytest
from django.core.exceptions import ValidationError

from claims.actions.merging import merge_claims, undo_merge
from claims.models import Appearance, Merge, User, Verdict
from tests.claims.actions.test_merging import status
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    UserFactory,
    VerdictFactory,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return UserFactory.create(groups=["Editor"])


def test_undoing_leaves_what_was_done_since(editor: User) -> None:
    keep, absorb, elsewhere = ClaimFactory.create_batch(3)
    back, moved_on = AppearanceFactory.create_batch(2, claim=absorb)
    merge = merge_claims(keep=keep, absorb=absorb, by=editor)
    Appearance.objects.filter(pk=moved_on.pk).update(claim=elsewhere)
    new = AppearanceFactory.create(claim=keep)
    undone = undo_merge(merge=merge, by=editor)
    assert (undone.back, undone.elsewhere) == (1, 1)
    assert [list(claim.appearances.all()) for claim in (keep, absorb, elsewhere)] == [[new], [back], [moved_on]]


def test_undoing_twice_changes_nothing_more(editor: User) -> None:
    keep, absorb = ClaimFactory.create_batch(2)
    seen = AppearanceFactory.create(claim=absorb)
    merge = merge_claims(keep=keep, absorb=absorb, by=editor)
    undo_merge(merge=merge, by=editor)
    again = merge_claims(keep=keep, absorb=absorb, by=editor)
    with pytest.raises(ValidationError, match="undone already"):
        undo_merge(merge=merge, by=editor)
    seen.refresh_from_db()
    assert (seen.claim, status(absorb)) == (keep, "merged")
    assert Merge.objects.get(pk=again.pk).undone_at is None


def test_a_claim_stays_public_under_a_verdict_when_its_merge_is_undone(editor: User) -> None:
    keep, absorb = ClaimFactory.create(status="suggested"), ClaimFactory.create()
    AppearanceFactory.create(claim=absorb)
    merge = merge_claims(keep=keep, absorb=absorb, by=editor)
    keep.refresh_from_db()
    verdict = publish(VerdictFactory.create(claim=keep))
    undo_merge(merge=merge, by=editor)
    assert (status(keep), status(absorb)) == ("accepted", "accepted")
    assert "was undone" in Verdict.objects.get(pk=verdict.pk).needs_review


def test_a_claim_stays_public_for_another_that_was(editor: User) -> None:
    keep = ClaimFactory.create(status="suggested")
    one, two = (merge_claims(keep=keep, absorb=ClaimFactory.create(), by=editor) for _ in range(2))
    undo_merge(merge=one, by=editor)
    assert status(keep) == "accepted"
    undo_merge(merge=two, by=editor)
    assert status(keep) == "accepted", "the second merge found it public"
