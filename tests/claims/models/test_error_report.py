"""What the database itself holds of readers' reports, and what it refuses."""

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.models import Claim, ErrorReport
from claims.models.report import new_reference
from tests.factories import ClaimFactory, ErrorReportFactory

pytestmark = pytest.mark.django_db


def test_references_do_not_repeat() -> None:
    assert len({new_reference() for _ in range(2_000)}) == 2_000


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"text": ""}, "error_report_has_text"),
        ({"object_id": 5}, "error_report_record_is_whole"),
        ({"state": "answered"}, "error_report_settled_with_answer"),
        ({"state": "dismissed", "answer": "No."}, "error_report_settled_with_answer"),
        ({"state": "in_hand", "answer": "Soon."}, "error_report_settled_with_answer"),
        ({"state": "new", "settled_at": "2026-11-22T12:00Z"}, "error_report_settled_with_answer"),
    ],
)
def test_what_is_refused(fields: dict[str, Any], rule: str) -> None:
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        ErrorReportFactory.create(**fields)


def test_what_is_taken() -> None:
    claim = ClaimFactory.create()
    report = ErrorReportFactory.create(record=claim, state="answered", answer="Mended.", settled_at=timezone.now())
    assert (report.content_type, report.object_id) == (ContentType.objects.get_for_model(Claim), claim.pk)
    assert report.is_settled
    assert str(report) == report.reference


@pytest.mark.parametrize(
    "change", [{"text": "Other words"}, {"page": "/"}, {"reference": "CC-1"}, {"evidence_url": "https://x.example"}]
)
def test_what_was_said_stays(change: dict[str, str]) -> None:
    report = ErrorReportFactory.create()
    with pytest.raises(Exception, match="Cannot update rows"), transaction.atomic():
        ErrorReport.objects.filter(pk=report.pk).update(**change)


def test_it_is_never_deleted() -> None:
    report = ErrorReportFactory.create()
    with pytest.raises(Exception, match="Cannot delete rows"), transaction.atomic():
        report.delete()


def test_whom_it_is_from_is_taken_out_and_never_put_in() -> None:
    report = ErrorReportFactory.create()
    with pytest.raises(IntegrityError, match="never written anew"), transaction.atomic():
        ErrorReport.objects.filter(pk=report.pk).update(email="other@reader.example.org")
    assert ErrorReport.objects.filter(pk=report.pk).update(name="", email="") == 1
    with pytest.raises(IntegrityError, match="never written anew"), transaction.atomic():
        ErrorReport.objects.filter(pk=report.pk).update(name="Somebody")
