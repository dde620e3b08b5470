"""The CSV files beside the tables."""

import csv
from io import StringIO

import pytest
from django.test import Client

from claims.models import Contradiction
from claims.spreadsheets import safe
from tests.claims.views.world import crowded_contradiction, read
from tests.factories import (
    AppearanceFactory,
    ContradictionFactory,
    MembershipFactory,
    PositionFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer["Content-Disposition"]
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))


def figures(contradiction: Contradiction) -> str:
    return f"{contradiction.get_absolute_url()}figures.csv"


def test_the_file_has_every_report_of_the_page(client: Client) -> None:
    position = PositionFactory.create(
        contradiction__event__membership=193, figures={"votes_for": 89, "abstentions": 70}
    )
    said = [MembershipFactory.create(position=position).appearance for _ in range(3)]
    address = figures(position.contradiction)
    assert f'href="{address}"' in read(client, position.contradiction.get_absolute_url())
    found = rows(client, address)
    assert [row["exact_words"] for row in found] == [each.quote for each in said]
    assert [row["outlet"] for row in found] == [each.version.article.publisher.name for each in said]
    assert found[0]["published_on"] == "2025-02-25"
    assert (found[0]["votes_for"], found[0]["total"], found[0]["membership"]) == ("89", "159", "193")
    assert found[0]["votes_against"] == "", "what is not stated is not 0"


def test_numbers_are_as_programs_read_them(client: Client) -> None:
    position = PositionFactory.create(figures={"value": 1_250_000, "value_max": 1_250_000.5, "comparator": "range"})
    MembershipFactory.create(position=position)
    (row,) = rows(client, figures(position.contradiction))
    assert (row["low"], row["high"], row["comparator"]) == ("1250000", "1250000.5", "range")


@pytest.mark.parametrize("form", [{"date": "2025-02-24"}, {"polarity": "no"}, {}])
def test_every_case_has_its_columns(client: Client, form: dict[str, str]) -> None:
    position = PositionFactory.create(figures=form)
    MembershipFactory.create(position=position)
    (row,) = rows(client, figures(position.contradiction))
    assert row.get("happened_on", "") == form.get("date", "")
    assert row.get("polarity", "") == form.get("polarity", "")


def test_no_cell_is_a_formula(client: Client) -> None:
    text = "=HYPERLINK(1) said the ministry of figures on that day"
    said = AppearanceFactory.create(version=VersionFactory.create(text=text), quote=text, source_name="@ministry")
    publisher = said.version.article.publisher
    publisher.name = "+Daily"
    publisher.save()
    contradiction = MembershipFactory.create(appearance=said).position.contradiction
    (row,) = rows(client, figures(contradiction))
    assert (row["exact_words"], row["source"], row["outlet"]) == (f"'{text}", "'@ministry", "'+Daily")


@pytest.mark.parametrize(
    ("cell", "kept"), [(-3, -3), (None, ""), ("-3", "'-3"), (" =1", "' =1"), ("\t=1", "'\t=1"), ("a=1", "a=1")]
)
def test_what_a_spreadsheet_would_run_is_quoted(cell: object, kept: object) -> None:
    assert safe(cell) == kept


def test_what_readers_may_not_see_is_in_no_file(client: Client) -> None:
    read(client, figures(ContradictionFactory.create(status="suggested")), status=404)


@pytest.mark.django_db(transaction=True)
def test_a_file_is_kept_until_something_changes(client: Client) -> None:
    position = MembershipFactory.create().position
    address = figures(position.contradiction)
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304
    position.answer = "another answer"
    position.save()
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200


def test_a_file_has_one_address_and_no_parameters(client: Client) -> None:
    contradiction = ContradictionFactory.create()
    assert client.get(f"/contradictions/{contradiction.pk}-x/figures.csv")["Location"] == figures(contradiction)
    read(client, f"{figures(contradiction)}?sort=value", status=400)


def test_a_file_takes_as_many_queries_for_many_rows(client: Client, django_assert_num_queries: object) -> None:
    for reports in (2, 20):
        contradiction = crowded_contradiction(event=None, positions=2, reports=reports)
        with django_assert_num_queries(5):  # type: ignore[operator]  # a fixture
            rows(client, figures(contradiction))
