"""What the database holds webhooks, messages and tries to."""

from typing import Any

import pytest

from claims.models import Delivery, Message, Submission, Webhook
from tests.conftest import Refusal, Writer
from tests.factories import ArticleFactory, UserFactory, WebhookFactory


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("webhook_is_told_of_something", {"kinds": []}),
        ("webhook_is_told_of_something", {"kinds": ["claim.made"]}),
        ("webhook_stopped_is_not_active", {"stopped_because": "It took nothing."}),
        ("same_address_same_secret|Cannot update", {"url": "https://elsewhere.example.org/"}),
        ("same_address_same_secret|Cannot update", {"salt": "x"}),
    ],
)
def test_a_webhook(write: Writer, refused: Refusal, name: str, fields: dict[str, Any]) -> None:
    webhook = WebhookFactory.create()
    with refused(name):
        write.change(webhook, **fields)
    write.change(webhook, is_active=False, stopped_because="It took nothing.")
    with refused("Cannot delete"):
        write.remove(webhook)


def test_messages_and_tries_stay_as_they_are(write: Writer, refused: Refusal) -> None:
    webhook = WebhookFactory.create()
    message = Message.objects.create(kind="verdict.published", payload="{}")
    delivery = Delivery.objects.create(webhook=webhook, message=message, number=1, status=200, milliseconds=3)
    for row, fields in ((delivery, {"status": 500}),):
        with refused("Cannot update or delete"):
            write.change(row, **fields)
        with refused("Cannot update or delete"):
            write.remove(row)
    with refused("delivery_answer_or_error"):
        write.add(Delivery, webhook=webhook, message=message, number=1, milliseconds=3)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "good"),
    [
        ({"status": "waiting"}, True),
        ({"status": "failed"}, False),
        ({"status": "failed", "problem": "No", "finished_at": "2026-11-22T00:00Z"}, True),
        ({"status": "done", "finished_at": "2026-11-22T00:00Z"}, False),
    ],
)
def test_a_submission_says_what_became_of_it(refused: Refusal, fields: dict[str, Any], good: bool) -> None:
    submission = Submission(kind="article", user=UserFactory.create(), **fields)
    if good:
        submission.save()
        return
    with refused("submission_says_what_became_of_it"):
        submission.save()
    Submission(kind="article", user=UserFactory.create(), article=ArticleFactory.create(), problem="", status="done",
               finished_at="2026-11-22T00:00Z").save()  # fmt: skip
    assert not Webhook.objects.exists()
