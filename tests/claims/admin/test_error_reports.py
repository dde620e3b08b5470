"""The queue of readers' reports at the desk."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import ErrorReport
from tests.claims.admin.conftest import DeskClient, person
from tests.factories import ClaimFactory, ErrorReportFactory, VerdictFactory, publish

pytestmark = pytest.mark.django_db

LIST = "/admin/claims/errorreport/"


def page_of(report: ErrorReport) -> str:
    return reverse("admin:claims_errorreport_change", args=[report.pk])


def text_of(client: Client, url: str) -> str:
    return " ".join(client.get(url).content.decode().split())


def test_a_report_leads_to_its_record_and_the_correction_of_its_verdict(sit: DeskClient) -> None:
    claim = ClaimFactory.create()
    verdict = publish(VerdictFactory.create(claim=claim))
    report = ErrorReportFactory.create(record=claim, text="It <b>is</b> 89.", page=claim.get_absolute_url())
    page = text_of(sit("Editor"), page_of(report))
    assert reverse("admin:claims_claim_change", args=[claim.pk]) in page
    assert f"{reverse('admin:claims_verdict_change', args=[verdict.pk])}?correct=1#standing" in page
    assert "It &lt;b&gt;is&lt;/b&gt; 89." in page
    assert "mailto:ada@reader.example.org" in page


def test_a_dangerous_address_is_shown_and_not_linked(sit: DeskClient) -> None:
    report = ErrorReportFactory.create(evidence_url="javascript:alert(1)")
    page = text_of(sit("Editor"), page_of(report))
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page


def test_other_reports_on_the_same_are_beside_it(sit: DeskClient) -> None:
    claim = ClaimFactory.create()
    first, second = (ErrorReportFactory.create(record=claim) for _ in range(2))
    elsewhere = ErrorReportFactory.create()
    page = text_of(sit("Reporter"), page_of(first))
    assert second.reference in page
    assert elsewhere.reference not in page


def test_from_the_front_page_to_the_answer(sit: DeskClient) -> None:
    report, settled = ErrorReportFactory.create(), answered()
    client = sit("Editor")
    front = text_of(client, "/admin/")
    assert "Readers’ reports of errors" in front
    assert f"{LIST}?queue=open_reports" in front
    listed = text_of(client, f"{LIST}?queue=open_reports")
    assert report.reference in listed
    assert settled.reference not in listed
    client.post(f"/admin/claims/errorreport/{report.pk}/take/")
    assert report.reference in text_of(client, f"{LIST}?assigned=me")
    empty = client.post(f"/admin/claims/errorreport/{report.pk}/answer/", {"answer-words": ""})
    assert empty.status_code == 422
    assert "Say what the reader is told." in empty.content.decode()
    client.post(f"/admin/claims/errorreport/{report.pk}/answer/", {"answer-words": "Thank you, mended."})
    report.refresh_from_db()
    assert (report.state, report.answer, report.assignee) == ("answered", "Thank you, mended.", person(client))
    assert "Thank you, mended." in text_of(Client(), f"/report/{report.reference}/")


def answered() -> ErrorReport:
    made: ErrorReport = ErrorReportFactory.create(state="answered", answer="Mended.", settled_at="2026-11-20T12:00Z")
    return made


def test_words_stay_where_a_colleague_was_first(sit: DeskClient) -> None:
    report = answered()
    answer = sit("Editor").post(f"/admin/claims/errorreport/{report.pk}/dismiss/", {"dismiss-words": "Not so."})
    assert answer.status_code == 422
    assert "It is settled already" in answer.content.decode()
    report.refresh_from_db()
    assert report.answer == "Mended."


def test_who_only_reads_is_shown_no_button(sit: DeskClient) -> None:
    report = ErrorReportFactory.create()
    for role in ("Reporter", "Auditor"):
        page = text_of(sit(role), page_of(report))
        assert report.reference in page
        assert "/take/" not in page
        assert "/answer/" not in page


def test_name_and_address_are_deleted(sit: DeskClient) -> None:
    report = ErrorReportFactory.create()
    client = sit("Editor")
    client.post(f"/admin/claims/errorreport/{report.pk}/clear-contact/")
    page = text_of(client, page_of(report))
    assert "nobody named" in page
    assert "ada@reader" not in page
    assert "ada@reader" not in text_of(client, reverse("admin:claims_errorreport_history", args=[report.pk]))


def test_a_reference_is_found(sit: DeskClient) -> None:
    report, other = ErrorReportFactory.create_batch(2)
    page = text_of(sit("Reporter"), f"{LIST}?q={report.reference}")
    assert report.reference in page
    assert other.reference not in page


def test_a_list_of_many_asks_no_more_than_one_of_few(sit: DeskClient) -> None:
    client, claim = sit("Editor"), ClaimFactory.create()
    counts = []
    for more in (2, 20):
        ErrorReportFactory.create_batch(more, record=claim, assignee=person(client))
        with CaptureQueriesContext(connection) as counted:
            assert client.get(LIST).status_code == 200
        counts.append(len(counted))
    assert counts[0] == counts[1]
