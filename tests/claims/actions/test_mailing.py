"""Notifications by e-mail: at once or once a day, nothing lost, nothing twice, and no word of what was written."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any, ClassVar

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend as LocmemBackend
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from claims import tasks
from claims.actions import comments, mailing, notices, watching
from claims.actions.notifying import next_digest
from claims.models import Claim, Notification, User
from tests.claims.actions.test_roles import at_once
from tests.factories import ClaimFactory, UserFactory

pytestmark = pytest.mark.django_db
FAILING = "tests.claims.actions.test_mailing.FailingBackend"


class FailingBackend(LocmemBackend):
    """A mail server that refuses whom `refused` names, or fails altogether where `broken` says how."""

    refused: ClassVar[set[str]] = set()
    broken: ClassVar[Exception | None] = None

    def send_messages(self, messages: Any) -> int:
        for message in messages:
            if self.broken:
                raise self.broken
            if self.refused & set(message.to):
                raise SMTPRecipientsRefused({message.to[0]: (550, b"No such mailbox")})
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def address(settings: Settings) -> Iterator[None]:
    settings.SITE_URL = "https://desk.example.org"
    yield
    FailingBackend.refused, FailingBackend.broken = set(), None


@pytest.fixture
def claim() -> Claim:
    made: Claim = ClaimFactory.create(text="A secret claim")
    return made


def watcher(claim: Claim, notices: str = "at_once", **fields: Any) -> User:
    defaults: dict[str, Any] = {"groups": ["Reporter"], "notices": notices}
    person: User = UserFactory.create(**{**defaults, **fields})
    if "email" not in fields:
        person.email = f"{person.username}@example.org"
        person.save()
    watching.watch(item=claim, by=person)
    return person


def said(claim: Claim, text: str = "A secret comment") -> None:
    comments.comment(
        item=claim, by=UserFactory.create(first_name="Ida", last_name="First", groups=["Editor"]), text=text
    )


def test_at_once(claim: Claim) -> None:
    person = watcher(claim)
    said(claim)
    assert mailing.send_due_notices().sent == {person.pk: 1}
    [email] = mail.outbox
    told = Notification.objects.get()
    assert email.to == [person.email]
    assert email.subject == f"Ida First commented on claim {claim.pk}"
    link = f"https://desk.example.org/admin/notifications/{told.pk}/"
    [(html, kind)] = email.alternatives  # type: ignore[attr-defined]  # it has both parts
    assert kind == "text/html"
    for part in (str(email.body), str(html)):
        assert link in part
        assert "https://desk.example.org/admin/settings/" in part
        assert "Ida First commented on claim" in part
        assert "secret" not in part, "an e-mail leaves the house"
    assert email.extra_headers["Message-ID"].endswith("@desk.example.org>")
    assert told.mailed_at is not None
    assert mailing.send_due_notices().sent == {}
    assert len(mail.outbox) == 1


def test_what_happened_since_is_one_e_mail(claim: Claim) -> None:
    person = watcher(claim)
    for _ in range(3):
        said(claim)
    assert mailing.send_due_notices().sent == {person.pk: 3}
    [email] = mail.outbox
    assert email.subject.endswith(" and 2 more")
    assert str(email.body).count("/admin/notifications/") == 4, "each, and the page of all"


def test_the_daily_digest_waits_for_its_hour(claim: Claim, settings: Settings) -> None:
    settings.DIGEST_HOUR, settings.DESK_TIME_ZONE = 7, "Europe/Berlin"
    person = watcher(claim, "daily")
    said(claim)
    said(claim)
    due = next_digest(timezone.now())
    assert due.hour == 7
    assert mailing.send_due_notices(now=due - timedelta(minutes=1)).sent == {}
    assert mailing.send_due_notices(now=due).sent == {person.pk: 2}
    assert mailing.send_due_notices(now=due + timedelta(hours=1)).sent == {}
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("now", "zone", "expected"),
    [
        (datetime(2026, 11, 22, 5, 59, tzinfo=UTC), "Europe/Berlin", datetime(2026, 11, 22, 6, 0, tzinfo=UTC)),
        (datetime(2026, 11, 22, 6, 0, tzinfo=UTC), "Europe/Berlin", datetime(2026, 11, 23, 6, 0, tzinfo=UTC)),
        (datetime(2026, 10, 24, 12, 0, tzinfo=UTC), "Europe/Berlin", datetime(2026, 10, 25, 6, 0, tzinfo=UTC)),
        (datetime(2026, 3, 28, 12, 0, tzinfo=UTC), "Europe/Berlin", datetime(2026, 3, 29, 5, 0, tzinfo=UTC)),
        (datetime(2026, 11, 22, 23, 0, tzinfo=UTC), "Asia/Tokyo", datetime(2026, 11, 23, 22, 0, tzinfo=UTC)),
    ],
)
def test_the_hour_of_the_digest_is_the_desks(now: datetime, zone: str, expected: datetime, settings: Settings) -> None:
    settings.DESK_TIME_ZONE, settings.DIGEST_HOUR = zone, 7
    assert next_digest(now) == expected


@pytest.mark.parametrize("fields", [{"notices": "never"}, {"email": ""}])
def test_who_wants_none_gets_none(claim: Claim, fields: dict[str, Any]) -> None:
    watcher(claim, **fields)
    said(claim)
    assert Notification.objects.get().mail_after is None
    assert mailing.send_due_notices(now=timezone.now() + timedelta(days=2)).sent == {}
    assert mail.outbox == []


def test_what_was_read_meanwhile_is_not_sent(claim: Claim) -> None:
    person = watcher(claim)
    said(claim)
    notices.mark_read(notifications=Notification.objects.all(), by=person)
    assert mailing.send_due_notices().sent == {}


def test_who_has_left_since_is_not_written_to(claim: Claim) -> None:
    person = watcher(claim)
    said(claim)
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert mailing.send_due_notices().sent == {}
    assert mail.outbox == []


def test_choosing_otherwise_holds_for_what_waits_too(claim: Claim) -> None:
    person = watcher(claim, "daily")
    said(claim)
    notices.choose(user=person, notices=User.Notices.AT_ONCE)
    assert mailing.send_due_notices().sent == {person.pk: 1}
    said(claim)
    notices.choose(user=person, notices=User.Notices.NEVER)
    assert mailing.send_due_notices().sent == {}
    notices.choose(user=person, notices=User.Notices.DAILY)
    assert Notification.objects.to_mail().count() == 0, "what was not wanted then is not sent now"


def test_a_refused_address_stops_nobody_else_and_is_tried_again(claim: Claim, settings: Settings) -> None:
    settings.EMAIL_BACKEND = FAILING
    bad, good = watcher(claim), watcher(claim)
    said(claim)
    FailingBackend.refused = {bad.email}
    now = timezone.now()
    done = mailing.send_due_notices(now=now)
    assert done.sent == {good.pk: 1}
    assert "No such mailbox" in done.failed[bad.pk]
    kept = Notification.objects.get(recipient=bad)
    assert (kept.mailed_at, kept.mail_tries) == (None, 1)
    assert "SMTPRecipientsRefused" in kept.mail_error
    assert mailing.send_due_notices(now=now).failed == {}, "not before a minute has passed"
    FailingBackend.refused = set()
    assert mailing.send_due_notices(now=now + timedelta(minutes=1)).sent == {bad.pk: 1}
    kept.refresh_from_db()
    assert kept.mail_error == ""
    assert [email.to for email in mail.outbox] == [[good.email], [bad.email]]


def test_waits_grow_to_a_day(claim: Claim, settings: Settings) -> None:
    settings.EMAIL_BACKEND = FAILING
    person = watcher(claim)
    said(claim)
    FailingBackend.refused = {person.email}
    now, waits = timezone.now(), []
    for _ in range(14):
        assert mailing.send_due_notices(now=now).failed
        due = Notification.objects.get().mail_after
        assert due is not None
        waits.append(due - now)
        now = due
    assert waits[:4] == [timedelta(minutes=minutes) for minutes in (1, 2, 4, 8)]
    assert waits[-1] == timedelta(days=1)


def test_a_server_that_is_down_ends_the_round_and_loses_nothing(claim: Claim, settings: Settings) -> None:
    settings.EMAIL_BACKEND = FAILING
    people = [watcher(claim) for _ in range(3)]
    said(claim)
    FailingBackend.broken = ConnectionRefusedError("Connection refused")
    now = timezone.now()
    assert len(mailing.send_due_notices(now=now).failed) == 1, "no use to ask it again for the next"
    assert Notification.objects.to_mail().count() == 3
    FailingBackend.broken = None
    done = mailing.send_due_notices(now=now + timedelta(minutes=1))
    assert set(done.sent) == {person.pk for person in people}


def test_a_long_list_goes_out_in_parts(claim: Claim, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailing, "AT_MOST", 2)
    person = watcher(claim)
    for _ in range(3):
        said(claim)
    assert [mailing.send_due_notices().sent for _ in range(3)] == [{person.pk: 2}, {person.pk: 1}, {}]


@pytest.mark.django_db(transaction=True)
def test_two_rounds_at_once_send_each_e_mail_once(claim: Claim) -> None:
    people = [watcher(claim) for _ in range(4)]
    said(claim)
    assert at_once(*[mailing.send_due_notices] * 3) == [None] * 3
    mailing.send_due_notices()
    assert sorted(email.to[0] for email in mail.outbox) == sorted(person.email for person in people)


def test_the_command_and_the_job(claim: Claim, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    person = watcher(claim)
    said(claim)
    call_command("send_notices")
    assert "Notifications sent: 1, to 1 people." in capsys.readouterr().out
    said(claim)
    tasks.send_notices(timestamp=0)
    assert len(mail.outbox) == 2
    settings.EMAIL_BACKEND = FAILING
    FailingBackend.refused = {person.email}
    said(claim)
    with pytest.raises(CommandError, match=f"user {person.pk}: SMTPRecipientsRefused"):
        call_command("send_notices")
