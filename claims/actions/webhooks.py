"""Telling other systems what happened, signed as the Standard Webhooks specification says (version 1.0.0).

Each action that others want to hear of calls `tell` in its transaction: the message and the jobs that send it are there
if and only if it happened. What a message says is the API's own JSON, which the API makes (`represent`, given by
claims.api at start-up, since nothing here knows of it). A message that is not taken with a 2xx is sent again after
DELAYS; a webhook that has taken nothing for STOP_AFTER is stopped, and those who keep it are told.
"""

import base64
import hmac
import json
import time
from collections.abc import Callable, Collection
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.crypto import salted_hmac
from procrastinate.contrib.django import app

from claims.actions.acting import acting
from claims.links import Receipt, post
from claims.models import Delivery, Message, User, Webhook
from claims.models.user import staff_with
from claims.models.webhook import Happening

JOB = "claims.tasks.send_message"
DELAYS = tuple(timedelta(seconds=seconds) for seconds in (5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400))
"""Between one try and the next, as the specification proposes: ten tries in three days."""
STOP_AFTER = timedelta(days=3)
Kind = Happening
Post = Callable[..., Receipt]

representing: list[Callable[[Model], dict[str, Any]]] = []
"""How a record is put into JSON; claims.apps sets the one there is."""


def make_webhook(*, by: User, name: str, url: str, kinds: Collection[str]) -> Webhook:
    """A new webhook. Raises ValidationError for an address that is none, or not https in production."""
    with acting(by=by, permission="claims.add_webhook", doing="make webhook"):
        webhook = Webhook(name=name.strip(), url=url, kinds=sorted(kinds), made_by=by)
        if settings.PRODUCTION and not url.lower().startswith("https://"):
            raise ValidationError({"url": "Only https is asked for: messages are for nobody else."})
        webhook.full_clean()
        webhook.save()
        return webhook


def change_webhook(*, webhook: Webhook, by: User, name: str, kinds: Collection[str], is_active: bool) -> None:
    """Say what it is told of, and whether at all. Switched on again it starts anew: what failed before is forgotten."""
    with acting(by=by, permission="claims.change_webhook", doing="change webhook"):
        webhook = Webhook.objects.select_for_update(no_key=True, of=("self",)).get(pk=webhook.pk)
        if is_active and not webhook.is_active:
            webhook.failing_since, webhook.stopped_because = None, ""
        webhook.name, webhook.kinds, webhook.is_active = name.strip(), sorted(kinds), is_active
        webhook.full_clean()
        webhook.save(update_fields=["name", "kinds", "is_active", "failing_since", "stopped_because"])


def send_again(*, delivery: Delivery, by: User) -> None:
    """Send a message once more, now. Raises ValidationError where the webhook is off."""
    with acting(by=by, permission="claims.change_webhook", doing="send webhook message again"):
        if not delivery.webhook.is_active:
            raise ValidationError("This webhook is off: switch it on first.")
        _later(delivery.webhook, delivery.message, number=0)


def tell(kind: Kind, record: Model) -> None:
    """Tell the webhooks of `kind` that it happened to `record`. Part of the action: needs its transaction."""
    listening = list(Webhook.objects.filter(is_active=True, kinds__contains=[kind.value]).order_by("pk"))
    if not listening:
        return
    message = Message(kind=kind)
    shown = {
        "id": f"msg_{message.pk}",
        "type": kind.value,
        "timestamp": timezone.now().isoformat().replace("+00:00", "Z"),
        "data": representing[-1](record),
    }
    message.payload = json.dumps(shown, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    message.save(force_insert=True)
    for webhook in listening:
        _later(webhook, message, number=1)


def deliver(*, webhook: Webhook, message: Message, number: int, post: Post = post) -> Delivery | None:
    """Send one message, outside of any transaction, and keep what came of it; None where the webhook is off."""
    if not webhook.is_active:
        return None
    body = message.payload.encode()
    receipt = post(
        webhook.url,
        content=body,
        headers={"Content-Type": "application/json"} | signed(webhook, f"msg_{message.pk}", body),
        https_only=settings.PRODUCTION,
    )
    with transaction.atomic():
        webhook = Webhook.objects.select_for_update(no_key=True, of=("self",)).get(pk=webhook.pk)
        delivery = Delivery(
            webhook=webhook,
            message=message,
            number=number,
            status=receipt.status,
            excerpt=receipt.excerpt[:500],
            error=receipt.error[:300],
            milliseconds=receipt.milliseconds,
        )
        if 0 < number <= len(DELAYS) and not delivery.worked:
            delivery.next_at = timezone.now() + DELAYS[number - 1]
            _later(webhook, message, number=number + 1, after=DELAYS[number - 1])
        delivery.save()
        _note(webhook, delivery)
        return delivery


def secret_of(webhook: Webhook) -> str:
    """What the other side checks signatures with, as the specification writes it."""
    return f"whsec_{base64.b64encode(_key(webhook)).decode()}"


def signed(webhook: Webhook, name: str, body: bytes, *, at: int | None = None) -> dict[str, str]:
    """The headers that prove that `body` is ours and when it was sent (seconds since 1970)."""
    stamp = str(int(time.time()) if at is None else at)
    return {
        "webhook-id": name,
        "webhook-timestamp": stamp,
        "webhook-signature": signature(_key(webhook), name, stamp, body),
    }


def signature(key: bytes, name: str, stamp: str, body: bytes) -> str:
    """HMAC-SHA256 over id, time and body."""
    digest = hmac.new(key, f"{name}.{stamp}.".encode() + body, sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"


def _key(webhook: Webhook) -> bytes:
    return salted_hmac("claims.webhooks", webhook.salt, algorithm="sha256").digest()


def _later(webhook: Webhook, message: Message, *, number: int, after: timedelta | None = None) -> None:
    job = app.configure_task(JOB, schedule_in={"seconds": int(after.total_seconds())} if after else None)
    job.defer(webhook_id=webhook.pk, message_id=str(message.pk), number=number)


def _note(webhook: Webhook, delivery: Delivery) -> None:
    """Keep since when the webhook takes nothing, and stop it after too long."""
    now = timezone.now()
    since = None if delivery.worked else webhook.failing_since or now
    if since is not None and now - since > STOP_AFTER:
        webhook.is_active = False
        webhook.stopped_because = f"It has taken nothing since {since:%-d %B %Y}."
        people = {person.pk: person for person in (webhook.made_by, *staff_with("claims.change_webhook"))}
        _say_stopped(webhook, [person.email for person in people.values() if person.email and person.is_active])
    if since != webhook.failing_since or not webhook.is_active:
        webhook.failing_since = since
        webhook.save(update_fields=["failing_since", "is_active", "stopped_because"])


def _say_stopped(webhook: Webhook, addresses: list[str]) -> None:
    subject = f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}A webhook was stopped: {webhook.name}"
    text = f"{webhook.stopped_because} Nothing more is sent to it until somebody switches it on again at the desk."
    transaction.on_commit(lambda: [send_mail(subject, text, None, [one]) for one in addresses], robust=True)
