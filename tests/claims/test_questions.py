"""Rows of lists of contradictions: the first answers, and the outlets that give each."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from claims import charts
from claims.comparisons import compare, with_positions
from claims.models import Claim, Contradiction, Position
from claims.questions import Question, questions, with_answers
from claims.views.home import drawn_first
from tests.claims.views.world import crowded_contradiction, read
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ContradictionFactory,
    MembershipFactory,
    PositionFactory,
    PublisherFactory,
    SourceFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


def given(position: Position, outlet: str, on: date | None, *, times: int = 1) -> None:
    """Reports of one outlet that give the answer."""
    article = ArticleFactory.create(publisher=PublisherFactory.create(name=outlet), published_on=on)
    version = VersionFactory.create(article=article)
    for _ in range(times):
        MembershipFactory.create(position=position, appearance=AppearanceFactory.create(version=version))


def asked(contradiction: Contradiction) -> Question:
    return questions(with_answers(Contradiction.objects.filter(pk=contradiction.pk)))[0]


def test_outlets_stand_in_the_order_in_which_they_gave_the_answer() -> None:
    position = PositionFactory.create()
    given(position, "Undated", None)
    given(position, "Later", date(2026, 3, 2))
    given(position, "First", date(2026, 3, 1), times=3)
    [answer] = asked(position.contradiction).answers
    assert answer.outlets == "First and 2 more"


def test_where_one_outlet_has_every_answer_its_voices_tell_them_apart() -> None:
    contradiction = ContradictionFactory.create()
    version = VersionFactory.create(
        article=ArticleFactory.create(publisher=PublisherFactory.create(name="The Courier"))
    )
    for voice in ({"source": SourceFactory.create(name="Ada Norland")}, {"source_name": "the harbour"}, {}):
        appearance = AppearanceFactory.create(version=version, **voice)
        MembershipFactory.create(position=PositionFactory.create(contradiction=contradiction), appearance=appearance)
    told = [answer.outlets for answer in asked(contradiction).answers]
    assert told == ["Ada Norland in The Courier", "the harbour in The Courier", "The Courier"]
    given(contradiction.positions.all()[0], "Another", None)
    assert asked(contradiction).answers[1].outlets == "The Courier"


def test_what_is_said_of_rejected_claims_is_no_answer() -> None:
    contradiction = ContradictionFactory.create()
    kept, gone = PositionFactory.create_batch(2, contradiction=contradiction)
    for position in (kept, gone):
        given(position, f"Outlet {position.pk}", None)
    Claim.objects.filter(appearances__positions=gone).update(status="rejected", status_reason="No claim")
    assert [answer.position for answer in asked(contradiction).answers] == [kept]


def test_a_row_shows_few_answers_and_says_how_many_more(client: Client) -> None:
    contradiction = ContradictionFactory.create()
    for number in range(5):
        given(PositionFactory.create(contradiction=contradiction, answer=f"so {number}"), f"Outlet {number}", None)
    assert (len(asked(contradiction).answers), asked(contradiction).more) == (4, 1)
    assert "<li>and 1 more answer</li>" in read(client, "/contradictions/")
    french = read(client, "/fr/contradictions/")
    assert '<strong><span lang="en">so 0</span></strong>' in french
    assert "more answer" not in french


def test_a_figure_is_told_in_the_language_of_the_page(client: Client) -> None:
    position = PositionFactory.create(answer="at least 140", figures={"value": 140, "comparator": "at_least"})
    given(position, "Outlet", None)
    assert "<strong>au moins 140</strong>" in read(client, "/fr/contradictions/")


def test_what_is_closed_between_two_questions_to_the_database_leads_nothing() -> None:
    assert drawn_first([0]) is None


def test_rows_take_as_many_queries_with_many_reports_and_draw_nothing(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    monkeypatch.setattr(charts, "draw", None)
    for reports in (1, 5):
        crowded_contradiction(event=None, positions=3, reports=reports)
        with django_assert_num_queries(3):
            questions(with_answers(Contradiction.objects.public()))
    assert len(compare(with_positions(Contradiction.objects.public()))) == 2, "a comparison is drawn when it is shown"
