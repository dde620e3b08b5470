"""Readers' reports of errors: how one comes in, and what the desk does with it.

A reader is written to at the address they gave, which may be anybody's: such an e-mail carries the reference and the
state of the report, and not a word that was typed into the form.
"""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Model
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from procrastinate.contrib.django import app

from claims.actions import notifying, watching
from claims.actions.acting import acting
from claims.actions.history import by_machine
from claims.models import ErrorReport, User

State = ErrorReport.State
ANSWERS = "claims.answer_errorreport"


@transaction.atomic
def report_error(
    *,
    page: str,
    text: str,
    evidence_url: str = "",
    name: str = "",
    email: str = "",
    language: str,
    record: Model | None = None,
) -> ErrorReport:
    """Put a reader's report before the desk: those who watch the `record` that the page is about are told, or else
    whoever answers reports. The reader is written to if there is an address. Raises ValidationError where nothing is
    said."""
    if not text.strip():
        raise ValidationError({"text": gettext("Say what is wrong.")})
    report: ErrorReport = ErrorReport.objects.create(
        page=page,
        text=text.strip(),
        evidence_url=evidence_url,
        name=name.strip(),
        email=email.strip(),
        language=language,
        record=record,
    )
    notifying.reported(report)
    _write_to_reader(report)
    return report


def take(*, report: ErrorReport, by: User) -> None:
    """Have a report in hand, also one that was settled too early: what the reader was told then stays in the history.
    Raises ValidationError where `by` has it in hand already."""
    with acting(by=by, permission=ANSWERS, doing="take report"):
        report = _locked(report)
        if report.state == State.IN_HAND and report.assignee_id == by.pk:
            raise ValidationError("You have it in hand already.")
        report.state, report.answer, report.settled_at = State.IN_HAND, "", None
        report.assignee = by
        report.save(update_fields=["state", "answer", "settled_at", "assignee"])
        watching.begin(by, item=report)


def answer(*, report: ErrorReport, by: User, words: str) -> None:
    """Say that the report was right, or what came of it. Raises ValidationError without words, or where it is
    settled."""
    _settle(report, by, State.ANSWERED, words)


def dismiss(*, report: ErrorReport, by: User, words: str) -> None:
    """Say why nothing is changed. Raises ValidationError without words, or where it is settled."""
    _settle(report, by, State.DISMISSED, words)


def clear_contact(*, report: ErrorReport, by: User) -> None:
    """Take out whom a report is from. Raises ValidationError where nothing is left to take out."""
    with acting(by=by, permission=ANSWERS, doing="clear contact"):
        report = _locked(report)
        if not report.has_contact:
            raise ValidationError("It says no more whom it is from.")
        report.name = report.email = ""
        report.save(update_fields=["name", "email"])


def clear_old_contacts(*, now: datetime | None = None) -> int:
    """Take out whom reports are from that were settled REPORT_CONTACT_DAYS ago; returns how many."""
    until = (now or timezone.now()) - timedelta(days=settings.REPORT_CONTACT_DAYS)
    old = ErrorReport.objects.filter(settled_at__lt=until).exclude(name="", email="")
    with transaction.atomic(), by_machine():
        return old.update(name="", email="")


def write_to_reader(*, report_id: int) -> bool:
    """Tell the reader by e-mail where their report stands; True if one was sent. Each state is told once, and not that
    somebody has it in hand. Raises what the mail server raises, so that the job is tried again."""
    with transaction.atomic():
        report = ErrorReport.objects.select_for_update(no_key=True).filter(pk=report_id).first()
        if report is None or not report.email or report.state in (State.IN_HAND, report.written_to):
            return False
        with translation.override(report.language):
            email_of(report).send()
        report.written_to = report.state
        report.save(update_fields=["written_to"])
        return True


def email_of(report: ErrorReport) -> EmailMessage:
    """What the reader is sent, in the active language."""
    url = f"{settings.SITE_URL}{reverse('report_state', args=[report.reference])}"
    if report.is_settled:
        subject = gettext("What came of your report %(reference)s")
    else:
        subject = gettext("We have your report %(reference)s")
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return EmailMessage(
        subject=subject % {"reference": report.reference},
        body=render_to_string("mail/report.txt", {"report": report, "url": url, "site": settings.SITE_URL}),
        to=[report.email],
        headers={
            "Message-ID": f"<report-{report.reference}-{report.state}@{host}>",
            "Auto-Submitted": "auto-replied",  # RFC 3834: no out-of-office answers
        },
    )


def _settle(report: ErrorReport, by: User, state: State, words: str) -> None:
    with acting(by=by, permission=ANSWERS, doing=f"{state.label.lower()} report"):
        report = _locked(report)
        if report.is_settled:
            raise ValidationError("It is settled already: take it in hand again first.")
        if not words.strip():
            raise ValidationError("Say what the reader is told.")
        report.state, report.answer, report.settled_at = state, words.strip(), timezone.now()
        report.save(update_fields=["state", "answer", "settled_at"])
        watching.begin(by, item=report)
        _write_to_reader(report)


def _write_to_reader(report: ErrorReport) -> None:
    """Enqueue the e-mail with what calls for it: by name, since jobs call actions."""
    if report.email:
        app.configure_task("claims.tasks.write_to_reader").defer(report_id=report.pk)


def _locked(report: ErrorReport) -> ErrorReport:
    """The row as it is now, so that of two who settle it the second sees the first."""
    return ErrorReport.objects.select_for_update(no_key=True).get(pk=report.pk)
