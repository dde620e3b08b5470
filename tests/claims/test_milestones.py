"""What readers are told of the history of a contradiction."""

import pytest
from django.test import Client
from django.utils import timezone

from claims.milestones import milestones_of
from claims.models import Contradiction, User
from tests.claims.views.world import read
from tests.factories import ContradictionFactory, UserFactory

pytestmark = pytest.mark.django_db


def settle(contradiction: Contradiction, by: User) -> None:
    contradiction.status, contradiction.resolution = "resolved", "genuinely_disputed"
    contradiction.resolution_note, contradiction.resolved_by, contradiction.resolved_at = (
        "So it is.",
        by,
        timezone.now(),
    )
    contradiction.save()


def reopen(contradiction: Contradiction, reason: str) -> None:
    contradiction.status, contradiction.resolution, contradiction.resolution_note = "open", "", ""
    contradiction.resolved_by = contradiction.resolved_at = None
    contradiction.reopened_reason = reason
    contradiction.save()


def test_every_step_is_told_with_its_day_and_nobody_is_named(client: Client) -> None:
    editor = UserFactory.create(first_name="Ada", last_name="Lind", username="login-of-ada")
    question = ContradictionFactory.create(status="suggested")
    for status in ("open", "under_review"):
        question.status = status
        question.assignee = editor
        question.save()
        question.score = 0.5
        question.save()  # changes of the machine's part are no steps
    settle(question, editor)
    reopen(question, "A new report gives 92.")
    steps = milestones_of(question)
    assert [step.what for step in steps] == [
        "A rule found it",
        "An editor opened it to readers",
        "An editor began to check it",
        "Settled",
        "Opened again",
    ]
    assert (steps[3].resolution, steps[4].reason) == ("genuinely_disputed", "A new report gives 92.")
    page = read(client, question.get_absolute_url())
    assert "Settled: Genuinely disputed" in page
    assert "Opened again: A new report gives 92." in page
    assert "Ada" not in page


def test_only_the_newest_steps_of_a_long_history_are_read(django_assert_num_queries: object) -> None:
    question = ContradictionFactory.create()
    for number in range(50):
        question.status = "under_review" if number % 2 else "open"
        question.save()
    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture
        assert len(milestones_of(question)) == 41
