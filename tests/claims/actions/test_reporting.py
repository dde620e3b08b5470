"""What the desk does with readers' reports, who is told, and what readers are sent."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from claims import tasks
from claims.actions import assigning, reporting, watching
from claims.models import ErrorReport, Notification, User
from tests.factories import ClaimFactory, ErrorReportFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    person: User = UserFactory.create(groups=["Editor"])
    return person


def came_in(**fields: Any) -> ErrorReport:
    return reporting.report_error(**{"page": "/claims/", "text": "Wrong figure.", "language": "en-gb", **fields})


def test_whoever_answers_is_told_where_nobody_watches(editor: User) -> None:
    UserFactory.create(groups=["Reporter"])
    report = came_in()
    told = Notification.objects.get()
    assert (told.recipient, told.item, told.actor) == (editor, report, None)
    assert str(told) == f"A reader sent error report {report.pk}"


def test_who_watches_the_record_is_told_instead(editor: User) -> None:
    claim, watcher = ClaimFactory.create(), UserFactory.create(groups=["Reporter"])
    watching.watch(item=claim, by=watcher)
    came_in(record=claim)
    assert [told.recipient for told in Notification.objects.all()] == [watcher]


def test_a_report_says_something() -> None:
    with pytest.raises(ValidationError, match=r"Say what is wrong\."):
        came_in(text=" \n")


def test_an_e_mail_is_enqueued_only_for_who_left_an_address() -> None:
    came_in()
    assert not ProcrastinateJob.objects.exists()
    report = came_in(email="ada@reader.example.org")
    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.args) == ("claims.tasks.write_to_reader", {"report_id": report.pk})


def test_the_reader_is_written_to_once_for_each_state(editor: User) -> None:
    report = came_in(email="ada@reader.example.org", text="BUY PILLS", name="Pills")
    for _ in range(2):
        tasks.write_to_reader(report.pk)
    [first] = mail.outbox
    assert first.to == ["ada@reader.example.org"]
    assert first.subject == f"We have your report {report.reference}"
    assert f"/report/{report.reference}/" in str(first.body)
    assert "PILLS" not in str(first.body).upper(), "nothing typed by whoever gave the address"
    reporting.take(report=report, by=editor)
    tasks.write_to_reader(report.pk)
    assert len(mail.outbox) == 1
    reporting.answer(report=report, by=editor, words="Mended.")
    tasks.write_to_reader(report.pk)
    assert mail.outbox[1].subject == f"What came of your report {report.reference}"


def test_a_mail_server_that_fails_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    report = came_in(email="ada@reader.example.org")
    monkeypatch.setattr("django.core.mail.EmailMessage.send", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        tasks.write_to_reader(report.pk)
    report.refresh_from_db()
    assert report.written_to == ""
    monkeypatch.undo()
    tasks.write_to_reader(report.pk)
    assert len(mail.outbox) == 1
    tasks.write_to_reader(0)


def test_from_new_to_answered(editor: User) -> None:
    report = came_in()
    reporting.take(report=report, by=editor)
    report.refresh_from_db()
    assert (report.state, report.assignee) == ("in_hand", editor)
    with pytest.raises(ValidationError, match="in hand already"):
        reporting.take(report=report, by=editor)
    with pytest.raises(ValidationError, match="Say what the reader is told"):
        reporting.answer(report=report, by=editor, words=" ")
    reporting.answer(report=report, by=editor, words=" Thank you. ")
    report.refresh_from_db()
    assert (report.state, report.answer) == ("answered", "Thank you.")
    assert report.settled_at
    with pytest.raises(ValidationError, match="settled already"):
        reporting.dismiss(report=report, by=editor, words="No.")


def test_what_was_settled_too_early_is_taken_up_again(editor: User) -> None:
    report = came_in()
    reporting.dismiss(report=report, by=editor, words="It is right.")
    reporting.take(report=report, by=editor)
    report.refresh_from_db()
    assert (report.state, report.answer, report.settled_at) == ("in_hand", "", None)
    kept = ErrorReport.pgh_event_model.objects.filter(pgh_obj=report.pk, answer="It is right.")  # type: ignore[attr-defined]
    assert kept.exists()


def test_a_report_is_given_to_who_can_answer_it(editor: User) -> None:
    report, other, reporter = came_in(), *(UserFactory.create(groups=[name]) for name in ("Chief", "Reporter"))
    assigning.assign(item=report, to=other, by=editor)
    report.refresh_from_db()
    assert report.assignee == other
    with pytest.raises(ValidationError, match="could do nothing with it"):
        assigning.assign(item=report, to=reporter, by=editor)
    with pytest.raises(PermissionDenied):
        assigning.assign(item=came_in(), to=reporter, by=reporter)
    reporting.dismiss(report=report, by=editor, words="No.")
    report.refresh_from_db()
    with pytest.raises(ValidationError, match="could do nothing with it"):
        assigning.assign(item=report, to=editor, by=editor)


def test_whom_it_is_from_can_be_taken_out_and_stands_nowhere_else(editor: User) -> None:
    report = came_in(name="Ada", email="ada@reader.example.org")
    reporting.clear_contact(report=report, by=editor)
    report.refresh_from_db()
    assert (report.name, report.email) == ("", "")
    lines = ErrorReport.pgh_event_model  # type: ignore[attr-defined]
    assert {"name", "email"}.isdisjoint(field.name for field in lines._meta.get_fields())
    with pytest.raises(ValidationError, match="no more whom it is from"):
        reporting.clear_contact(report=report, by=editor)


def test_old_contacts_are_taken_out_every_night(settings: Any) -> None:
    settings.REPORT_CONTACT_DAYS = 30
    now = timezone.now()
    settled = {"state": "answered", "answer": "Mended."}
    old = ErrorReportFactory.create(**settled, settled_at=now - timedelta(days=31))
    recent = ErrorReportFactory.create(**settled, settled_at=now - timedelta(days=29))
    waiting = ErrorReportFactory.create()
    tasks.clear_old_contacts(0)
    for report in (old, recent, waiting):
        report.refresh_from_db()
    assert not old.has_contact
    assert recent.has_contact
    assert waiting.has_contact, "we may still want to write"
    assert reporting.clear_old_contacts() == 0
