"""The log of the whole desk: complete, in order, filtered, paged without counting, safe in a spreadsheet."""

import csv
import io
import re

import pghistory
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.actions.review import accept_claim
from claims.admin import log
from claims.models import Claim
from tests import factories
from tests.claims.admin.conftest import DeskClient

PAGE = reverse("desk_log")


@pytest.fixture
def auditor(sit: DeskClient) -> Client:
    return sit("Auditor")


def entries(client: Client, **query: str) -> list[log.Entry]:
    return list(client.get(PAGE, query).context["entries"])


@pytest.mark.parametrize(("role", "status"), [("Auditor", 200), ("Chief", 200), ("Editor", 403), ("Reporter", 403)])
def test_chiefs_and_auditors_read_it(sit: DeskClient, role: str, status: int) -> None:
    client = sit(role)
    assert client.get(PAGE).status_code == status
    assert client.get(reverse("desk_log_export")).status_code == status


def test_a_line_says_who_did_what_to_which_record(auditor: Client) -> None:
    editor = factories.UserFactory.create(username="vera", groups=["Editor"])
    claim = factories.ClaimFactory.create(status="suggested")
    accept_claim(claim=claim, by=editor)
    newest = entries(auditor)[0]
    assert (newest.change.who, newest.change.doing, newest.record) == ("vera", "accept claim", f"Claim {claim.pk}")
    assert [(field.label, field.before, field.after) for field in newest.change.fields] == [
        ("Status", "Suggested", "Accepted")
    ]
    assert newest.url == reverse("admin:claims_claim_change", args=[claim.pk])


def test_a_rule_is_named(auditor: Client) -> None:
    with pghistory.context(method="detection/9"):
        factories.ClaimFactory.create()
    assert "detection/9" in auditor.get(PAGE).text


def test_filters(auditor: Client) -> None:
    editor = factories.UserFactory.create(groups=["Editor"])
    claim = factories.ClaimFactory.create(status="suggested")
    factories.EventFactory.create()
    accept_claim(claim=claim, by=editor)
    assert [entry.change.doing for entry in entries(auditor, who=str(editor.pk))] == ["accept claim"]
    assert {entry.change.what for entry in entries(auditor, kind="claims.event")} == {"Event"}
    assert "accept claim" not in {entry.change.doing for entry in entries(auditor, who="machine")}
    assert entries(auditor, until="2001-01-01") == entries(auditor, since="2101-01-01") == []
    assert len(entries(auditor, since="2001-01-01", until="2101-01-01")) == len(entries(auditor))


@pytest.mark.parametrize("query", [{"who": "999"}, {"kind": "auth.user"}, {"since": "soon"}])
def test_what_cannot_be_filtered_by_is_said(auditor: Client, query: dict[str, str]) -> None:
    factories.ClaimFactory.create()
    answer = auditor.get(PAGE, query)
    assert answer.context["form"].errors
    assert not answer.context["entries"]
    assert auditor.get(reverse("desk_log_export"), query).status_code == 404


@pytest.mark.parametrize("place", ["x", "2025-01-01~claims.claim~1", "2025-01-01T00:00:00Z~auth.user~1", "~~"])
def test_a_place_that_is_none_is_not_found(auditor: Client, place: str) -> None:
    assert auditor.get(PAGE, {"after": place}).status_code == 404


def test_pages_follow_each_other_without_gap_or_repetition(auditor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(4):
        factories.AppearanceFactory.create()  # several kinds of record in one transaction, so at one time
    whole = [entry.place for entry in entries(auditor)]
    monkeypatch.setattr(log, "PER_PAGE", 3)
    pages, after = [], ""
    while True:
        answer = auditor.get(PAGE, {"after": after} if after else {})
        pages += [entry.place for entry in answer.context["entries"]]
        after = answer.context["older"]
        if not after:
            break
    assert pages == whole
    assert len(set(map(str, whole))) == len(whole) > 20


def test_a_long_history_asks_no_more(auditor: Client) -> None:
    factories.ClaimFactory.create_batch(log.PER_PAGE + 1)
    with CaptureQueriesContext(connection) as few:
        auditor.get(PAGE)
    factories.ClaimFactory.create_batch(30)
    with CaptureQueriesContext(connection) as many:
        auditor.get(PAGE)
    assert len(many) == len(few)


def test_the_newest_lines_come_from_the_index(auditor: Client) -> None:
    factories.ClaimFactory.create_batch(3)
    with connection.cursor() as cursor, CaptureQueriesContext(connection) as queries:
        cursor.execute("SET LOCAL enable_seqscan = off")
        entries(auditor)
        (union,) = [query["sql"] for query in queries if " UNION ALL " in query["sql"]]
        cursor.execute(f"EXPLAIN {union}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "Seq Scan" not in plan
    assert len(re.findall(r"Index .*using \w+_log_newest", plan)) == len(log.MODELS)


def test_the_export_is_safe_in_a_spreadsheet(auditor: Client) -> None:
    factories.ClaimFactory.create(text="=HYPERLINK(1)")
    answer = auditor.get(reverse("desk_log_export"), {"kind": "claims.claim"})
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode())))
    assert {row["after"] for row in rows if row["field"] == "Text"} == {"'=HYPERLINK(1)"}
    assert Claim.objects.count() == 1
