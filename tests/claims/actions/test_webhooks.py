"""Other systems are told what happened, signed, again until they take it, and not for ever."""

import base64
import hmac
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from claims.actions import corrections, publishing, review, webhooks
from claims.links import Receipt
from claims.models import Delivery, Message, User, Verdict, Webhook
from claims.models.webhook import Happening
from claims.vocabulary import Resolution
from tests import factories

pytestmark = pytest.mark.django_db
EVERYTHING = sorted(Happening.values)


@pytest.fixture
def hook() -> Webhook:
    made: Webhook = factories.WebhookFactory.create(kinds=EVERYTHING)
    return made


@pytest.fixture
def editor() -> User:
    made: User = factories.UserFactory.create(groups=["Editor"])
    return made


def told() -> list[tuple[str, Any]]:
    return [(message.kind, json.loads(message.payload)) for message in Message.objects.order_by("at", "id")]


def jobs() -> int:
    return ProcrastinateJob.objects.filter(task_name="claims.tasks.send_message").count()


def answering(status: int | None, **fields: Any) -> Callable[..., Receipt]:
    error = "" if status else "No answer in time"
    receipt = Receipt(**{"status": status, "excerpt": "", "error": error, "milliseconds": 7} | fields)
    return lambda *_, **__: receipt


def publish(editor: User, **fields: Any) -> Verdict:
    verdict = factories.submit(factories.VerdictFactory.create(**fields))
    publishing.publish(verdict=verdict, by=editor)
    verdict.refresh_from_db()
    return verdict


def test_a_publication_is_told_as_the_api_shows_it(hook: Webhook, editor: User) -> None:
    verdict = publish(editor)
    [(kind, said)] = told()
    message = Message.objects.get()
    assert (kind, said["type"], said["id"]) == ("verdict.published",) * 2 + (f"msg_{message.pk}",)
    assert said["data"] == Client().get(f"/api/v1/verdicts/{verdict.pk}/").json()
    assert said["timestamp"].endswith("Z")
    assert jobs() == 1


def test_a_correction_and_a_withdrawal_are_told(hook: Webhook, editor: User) -> None:
    first = factories.publish(factories.VerdictFactory.create())
    draft = factories.submit(factories.correction_of(first))
    publishing.publish(verdict=draft, by=editor)
    corrections.withdraw(verdict=draft, by=factories.UserFactory.create(groups=["Editor"]), reason="Unfounded.")
    (corrected, its), (withdrawn, note) = told()
    assert (corrected, withdrawn) == ("verdict.corrected", "verdict.withdrawn")
    assert its["data"]["corrections"][0]["reason"] == "The count was wrong."
    assert note["data"]["corrections"][-1]["kind"] == "withdrawal"
    assert note["data"]["id"] == draft.pk


def test_a_contradiction_is_told_of_when_readers_see_it_and_when_it_is_settled(hook: Webhook, editor: User) -> None:
    one, two = factories.ContradictionFactory.create_batch(2, status="suggested")
    review.open_contradiction(contradiction=one, by=editor)
    review.take_contradiction(contradiction=one, by=editor)
    review.settle_contradiction(contradiction=one, by=editor, resolution=Resolution.DIFFERENT_VERSION, note="Two.")
    review.reopen_contradiction(contradiction=one, by=editor, reason="A new report")
    review.take_contradiction(contradiction=two, by=editor)
    review.settle_contradiction(contradiction=two, by=editor, resolution=Resolution.DUPLICATE, note="Again.")
    review.reopen_contradiction(contradiction=two, by=editor, reason="No duplicate")
    opened, resolved = "contradiction.opened", "contradiction.resolved"
    kinds = [(kind, said["data"]["id"]) for kind, said in told()]
    assert kinds == [
        (opened, one.pk), (resolved, one.pk), (opened, one.pk), (opened, two.pk), (opened, two.pk),
    ]  # fmt: skip
    assert told()[1][1]["data"]["resolution_note"] == "Two."


@pytest.mark.parametrize("fields", [{"is_active": False}, {"kinds": ["verdict.withdrawn"]}])
def test_who_is_not_listening_is_told_nothing(editor: User, fields: dict[str, Any]) -> None:
    factories.WebhookFactory.create(**{"kinds": EVERYTHING} | fields)
    publish(editor)
    assert not Message.objects.exists()
    assert not jobs()


def test_what_did_not_happen_is_not_told(hook: Webhook, editor: User) -> None:
    verdict = factories.submit(factories.VerdictFactory.create(author=editor))
    with pytest.raises(ValidationError):
        publishing.publish(verdict=verdict, by=editor)
    assert not Message.objects.exists()


def test_the_signature_is_that_of_the_specification() -> None:
    """The example of the Standard Webhooks libraries."""
    key = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    found = webhooks.signature(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", b'{"test": 2432232314}')
    assert found == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_who_has_the_secret_can_check_a_message(hook: Webhook, editor: User) -> None:
    publish(editor)
    sent: dict[str, Any] = {}

    def post(url: str, **told: Any) -> Receipt:
        sent.update(told, url=url)
        return Receipt(204, "", "", 7)

    delivery = webhooks.deliver(webhook=hook, message=Message.objects.get(), number=1, post=post)
    assert delivery
    assert delivery.worked
    headers, body = sent["headers"], sent["content"]
    key = base64.b64decode(webhooks.secret_of(hook).removeprefix("whsec_"))
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    proof = base64.b64encode(hmac.new(key, content, "sha256").digest()).decode()
    assert headers["webhook-signature"] == f"v1,{proof}"
    assert (sent["url"], body.decode()) == (hook.url, Message.objects.get().payload)
    assert webhooks.secret_of(factories.WebhookFactory.create()) != webhooks.secret_of(hook)


@pytest.mark.parametrize("status", [500, 301, 404, None])
def test_what_is_not_taken_is_sent_again(hook: Webhook, editor: User, status: int | None) -> None:
    publish(editor)
    message, before = Message.objects.get(), jobs()
    delivery = webhooks.deliver(webhook=hook, message=message, number=1, post=answering(status, excerpt="Oh"))
    assert delivery
    assert delivery.next_at
    assert jobs() == before + 1
    again = ProcrastinateJob.objects.latest("id")
    assert again.args["number"] == 2
    assert again.scheduled_at
    last = len(webhooks.DELAYS) + 1
    final = webhooks.deliver(webhook=hook, message=message, number=last, post=answering(status))
    assert final
    assert final.next_at is None
    assert jobs() == before + 1, "ten tries, and no more"


def test_after_days_of_failing_it_is_stopped_and_people_are_told(
    hook: Webhook, editor: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    chief = factories.UserFactory.create(groups=["Chief"], email="chief@example.org")
    publish(editor)
    message = Message.objects.get()
    webhooks.deliver(webhook=hook, message=message, number=1, post=answering(500))
    hook.refresh_from_db()
    assert hook.is_active
    Webhook.objects.filter(pk=hook.pk).update(failing_since=timezone.now() - timedelta(days=4))
    with django_capture_on_commit_callbacks(execute=True):
        webhooks.deliver(webhook=hook, message=message, number=2, post=answering(500))
    hook.refresh_from_db()
    assert not hook.is_active
    assert hook.stopped_because
    assert [letter.to for letter in mail.outbox] == [["chief@example.org"]]
    assert webhooks.deliver(webhook=hook, message=message, number=3, post=answering(200)) is None
    webhooks.change_webhook(webhook=hook, by=chief, name="A", kinds=EVERYTHING, is_active=True)
    hook.refresh_from_db()
    assert (hook.is_active, hook.stopped_because, hook.failing_since) == (True, "", None)


def test_what_is_taken_again_is_no_longer_failing(hook: Webhook, editor: User) -> None:
    publish(editor)
    message = Message.objects.get()
    for status in (500, 200):
        webhooks.deliver(webhook=hook, message=message, number=1, post=answering(status))
    hook.refresh_from_db()
    assert hook.failing_since is None


def test_a_person_sends_again(hook: Webhook, editor: User) -> None:
    chief = factories.UserFactory.create(groups=["Chief"])
    publish(editor)
    webhooks.deliver(webhook=hook, message=Message.objects.get(), number=1, post=answering(200))
    delivery = Delivery.objects.get()
    before = jobs()
    webhooks.send_again(delivery=delivery, by=chief)
    assert jobs() == before + 1
    with pytest.raises(PermissionDenied):
        webhooks.send_again(delivery=delivery, by=editor)
    Webhook.objects.update(is_active=False)
    delivery.refresh_from_db()
    with pytest.raises(ValidationError, match="is off"):
        webhooks.send_again(delivery=Delivery.objects.get(), by=chief)


def test_production_sends_over_https_alone(settings: Settings) -> None:
    chief = factories.UserFactory.create(groups=["Chief"])
    told: dict[str, Any] = {"by": chief, "name": "A", "kinds": EVERYTHING}
    webhooks.make_webhook(url="http://hooks.example.org/", **told)
    settings.PRODUCTION = True
    with pytest.raises(ValidationError, match="Only https"):
        webhooks.make_webhook(url="http://hooks.example.org/", **told)
    assert webhooks.make_webhook(url="https://hooks.example.org/", **told).is_active
