"""Notifications by e-mail: what is due goes out in one e-mail to each person.

An e-mail leaves the house and is read by whoever reads that mailbox: it says who did what to which item and links to
it, and carries no word of a comment, a draft or a claim.

The rows of one person are locked while theirs is sent, and say in the same transaction that it was; of any number of
rounds at once, one sends it and the others pass by. Where the process dies between the server's yes and the commit,
the next round sends it again, under the same Message-ID. What fails is kept with its cause and tried again, after one
minute, then two, then four, at most a day.
"""

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from claims.models import Notification, User
from claims.models.notification import NotificationQuerySet

AT_MOST = 100
"""Notifications in one e-mail; what is left goes out with the next round."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Round:
    """What one round came to: how many notifications each person was sent, and the cause for each who was not, both by
    the person's key."""

    sent: dict[int, int] = field(default_factory=dict)
    failed: dict[int, str] = field(default_factory=dict)


def send_due_notices(*, now: datetime | None = None) -> Round:
    """Send every notification that is due by e-mail. Where the mail server itself fails, the round ends there: the rest
    stays due for the next."""
    now = now or timezone.now()
    done = Round()
    connection: BaseEmailBackend = get_connection()
    try:
        for person in _due(now).values_list("recipient", flat=True).distinct().order_by("recipient"):
            if not _send_to(person, now, connection, done):
                break
    finally:
        connection.close()
    return done


def _due(now: datetime) -> NotificationQuerySet:
    return Notification.objects.to_mail().filter(mail_after__lte=now)


def _send_to(person: int, now: datetime, connection: BaseEmailBackend, done: Round) -> bool:
    """Send what is due to one person; False where it is of no use to go on with others."""
    with transaction.atomic():
        locked = _due(now).filter(recipient=person).select_for_update(skip_locked=True, no_key=True, of=("self",))
        rows = list(locked.select_related("actor", "content_type").order_by("pk")[:AT_MOST])
        if not rows:
            return True
        these = Notification.objects.filter(pk__in=[row.pk for row in rows])
        recipient = User.objects.get(pk=person)
        if not recipient.is_active or not recipient.email:
            these.update(mail_after=None)
            return True
        try:
            email_of(recipient, rows, connection).send()
        except Exception as error:
            # Whatever it was: it is kept, tried again, and stops neither the other jobs nor what is sent tomorrow.
            logger.exception("Notifications could not be sent to user %s.", person)
            cause = f"{type(error).__name__}: {error}"[:300]
            tries = max(row.mail_tries for row in rows) + 1
            wait = min(timedelta(minutes=2 ** min(tries - 1, 11)), timedelta(days=1))
            these.update(mail_error=cause, mail_tries=tries, mail_after=now + wait)
            done.failed[person] = cause
            return isinstance(error, SMTPRecipientsRefused | SMTPDataError)
        these.update(mailed_at=now, mail_error="")
        done.sent[person] = len(rows)
        return True


def email_of(
    recipient: User, rows: list[Notification], connection: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """The e-mail that tells `recipient` of `rows`."""
    lines = [{"words": str(row), "url": _url("desk_notification", row.pk)} for row in rows]
    more = "" if len(rows) == 1 else f" and {len(rows) - 1} more"
    context = {
        "recipient": recipient,
        "lines": lines,
        "inbox": _url("desk_notifications"),
        "settings": _url("desk_settings"),
    }
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    email = EmailMultiAlternatives(
        subject=f"{lines[0]['words']}{more}",
        body=render_to_string("mail/notifications.txt", context),
        to=[recipient.email],
        connection=connection,
        headers={
            "Message-ID": f"<notifications-{recipient.pk}-{rows[0].pk}-{rows[-1].pk}@{host}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office answers
        },
    )
    email.attach_alternative(render_to_string("mail/notifications.html", context), "text/html")
    return email


def _url(name: str, *args: object) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=args)}"
