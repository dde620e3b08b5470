"""What the bodies of writes hold: figures of a document in each form, and lists that have an end."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from claims.api.desk_serializers import EditClaimBody, SettleBody, WordsBody
from claims.api.writing import MOST, Body
from tests import factories
from tests.claims.api.test_desk import Program
from tests.claims.api.test_errors import problem

pytestmark = pytest.mark.django_db
LISTS: dict[str, tuple[type[Body], Any]] = {
    "topics": (EditClaimBody, lambda key: key),
    "evidence": (WordsBody, lambda key: {"evidence": key}),
    "at_fault": (SettleBody, lambda key: {"position": key}),
}


@pytest.mark.parametrize(
    ("figures", "kept"),
    [
        ({"polarity": "no"}, {"polarity": "no"}),
        ({"date": "2026-03-03"}, {"date": "2026-03-03"}),
        ({"value": 140.0, "comparator": "at_least", "unit": "people"},
         {"value": 140, "comparator": "at_least", "unit": "people"}),
        ({"date": "soon"}, "#/figures/date"),
        ({"polarity": "perhaps"}, "#/figures/polarity"),
        ({"votes_for": "93"}, "#/figures/votes_for"),
        ({"victims": 3}, "#/figures/victims"),
        ({"value": 10**400}, "#/figures/value"),
    ],
)  # fmt: skip
def test_what_a_document_says_in_each_form(figures: dict[str, Any], kept: Any) -> None:
    editor, found = Program("Editor"), factories.ContradictionFactory.create()
    body = {"evidence": factories.EvidenceFactory.create().pk, "figures": figures}
    refused = isinstance(kept, str)
    answer = editor.send(f"contradictions/{found.pk}/attach", body, expect=400 if refused else 200)
    if refused:
        assert [error["pointer"] for error in problem(answer, 400)["errors"]] == [kept]
    else:
        assert answer.json()["evidence"][0]["figures"] == kept


@pytest.mark.parametrize("name", LISTS)
def test_lists_have_an_end(name: str) -> None:
    body, item = LISTS[name]
    for number, refused in ((MOST, False), (MOST + 1, True)):
        reader = body(data={name: [item(key) for key in range(1, number + 1)]})
        assert not reader.is_valid()
        assert ("no more than 200" in str(reader.errors[name])) is refused


@pytest.mark.parametrize("name", LISTS)
def test_records_that_a_list_names_cost_one_query(name: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    body, item = LISTS[name]
    with django_assert_num_queries(1):
        body(data={name: [item(key) for key in (1, 2, 3, None, "x", True, 10**30)]}).is_valid()


def test_what_a_list_names_is_found_in_its_order() -> None:
    topics = factories.TopicFactory.create_batch(3)
    editor, claim = Program("Editor"), factories.ClaimFactory.create(status="suggested")
    reader = EditClaimBody(data={"text": "So", "topics": [topics[2].pk, topics[0].pk]})
    assert reader.is_valid()
    assert reader.validated_data["topics"] == [topics[2], topics[0]]
    body = {"text": "It won", "topics": [topics[0].pk, 10**15, "x"]}
    errors = problem(editor.send(f"claims/{claim.pk}", body, method="put", expect=400), 400)["errors"]
    assert [error["pointer"] for error in errors] == ["#/topics/1", "#/topics/2"]
