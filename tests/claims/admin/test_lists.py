"""Long lists are not counted, and count nothing for rows that they do not show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.admin import lists
from claims.admin.base import DeskAdmin
from claims.models import Claim, Evidence, VerdictEvidence
from tests import factories
from tests.claims.admin.conftest import DeskClient

CLAIMS = reverse("admin:claims_claim_changelist")


def test_a_short_list_has_numbered_pages_and_says_how_many(sit: DeskClient) -> None:
    factories.ClaimFactory.create_batch(3)
    page = sit("Editor").get(CLAIMS)
    assert page.context["cl"].result_count == 3
    assert "3\n" in page.text


def test_a_long_list_only_knows_whether_there_is_more(sit: DeskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "CAP", 60)
    factories.ClaimFactory.create_batch(61)
    editor = sit("Editor")
    with CaptureQueriesContext(connection) as queries:
        page = editor.get(CLAIMS)
        assert any("LIMIT 61" in query["sql"] for query in queries if "COUNT(" in query["sql"])
    assert "9999999999" not in page.text
    assert "Next" in page.text
    assert "Select all 9" not in page.text
    assert len(editor.get(CLAIMS, {"p": 3}).context["cl"].result_list) == 11
    assert not list(editor.get(CLAIMS, {"p": 4}).context["cl"].result_list)


def test_rows_are_counted_one_by_one() -> None:
    rows = Evidence.objects.annotate(cited=lists.number_of(VerdictEvidence, "evidence"))
    assert "GROUP BY" not in str(rows.query).split("(SELECT", 1)[0]
    assert "JOIN" not in str(rows.query)


@pytest.mark.django_db
def test_what_points_at_a_row_is_counted() -> None:
    cited, other = factories.EvidenceFactory.create(), factories.EvidenceFactory.create()
    for _ in range(2):
        VerdictEvidence.objects.create(verdict=factories.VerdictFactory.create(), evidence=cited)
    rows = Evidence.objects.annotate(cited=lists.number_of(VerdictEvidence, "evidence"))
    assert dict(rows.values_list("pk", "cited")) == {cited.pk: 2, other.pk: 0}


def test_only_what_is_chosen_can_be_sorted_by() -> None:
    assert DeskAdmin.sortable_by == ()


def test_a_search_looks_at_indexes_only(sit: DeskClient) -> None:
    claim = factories.ClaimFactory.create(text="The harbour was flooded")
    with connection.cursor() as cursor, CaptureQueriesContext(connection) as queries:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        page = sit("Editor").get(CLAIMS, {"q": "harbour floo"})
        searches = [query["sql"] for query in queries if "to_tsquery" in query["sql"]]
        plans = []
        for sql in searches:
            cursor.execute(f"EXPLAIN {sql}")
            plans.append("\n".join(row[0] for row in cursor.fetchall()))
    assert list(page.context["cl"].result_list) == [claim]
    assert Claim.objects.count() == 1
    assert plans
    for plan in plans:
        assert "claim_search" in plan
        assert "Seq Scan on claims_claim " not in plan
