"""Who is at work on a contradiction, and what a document counts."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from claims.actions import review
from claims.models import User
from claims.vocabulary import Resolution
from tests.factories import ContradictionFactory, EvidenceFactory, PositionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return UserFactory.create(groups=["Editor"])


def test_who_takes_it_has_it_and_may_take_it_over(editor: User) -> None:
    contradiction, other = ContradictionFactory.create(), UserFactory.create(groups=["Editor"])
    review.take_contradiction(contradiction=contradiction, by=editor)
    contradiction.refresh_from_db()
    assert (contradiction.status, contradiction.assignee) == ("under_review", editor)
    with pytest.raises(ValidationError, match="under review already"):
        review.take_contradiction(contradiction=contradiction, by=editor)
    review.take_contradiction(contradiction=contradiction, by=other)
    contradiction.refresh_from_db()
    assert contradiction.assignee == other


def test_what_the_document_counts_is_kept_and_changed(editor: User) -> None:
    contradiction, evidence = ContradictionFactory.create(), EvidenceFactory.create()
    for figures in ({"votes_for": 93}, {"votes_for": 94}):
        review.attach_evidence(contradiction=contradiction, evidence=evidence, by=editor, figures=figures)
    assert contradiction.attached_evidence.get().figures == {"votes_for": 94}


@pytest.mark.parametrize("figures", [{"victims": 3}, {"votes_for": "93"}])
def test_what_is_no_figure_is_refused(figures: dict[str, Any], editor: User) -> None:
    contradiction = ContradictionFactory.create()
    with pytest.raises(ValidationError):
        review.attach_evidence(
            contradiction=contradiction, evidence=EvidenceFactory.create(), by=editor, figures=figures
        )
    assert not contradiction.attached_evidence.exists()


def test_of_two_positions_in_error_one_may_be_corrected(editor: User) -> None:
    contradiction = ContradictionFactory.create()
    one, other, third = PositionFactory.create_batch(3, contradiction=contradiction)
    review.settle_contradiction(
        contradiction=contradiction, by=editor, resolution=Resolution.SOURCE_ERROR, note="Two of three.",
        at_fault={one: True, other: None},
    )  # fmt: skip
    found = {position: (position.is_at_fault, position.outlet_corrected) for position in contradiction.positions.all()}
    assert found == {one: (True, True), other: (True, None), third: (False, None)}
