"""Jobs in the real queue: enqueued with the transaction, run by a worker, harmless when they come twice."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from claims import tasks
from claims.actions import links, publishing, submitting, verdicts
from claims.links import Answer
from claims.models import LinkCheck, Verdict
from tests.claims.actions.test_verdicts import draft
from tests.factories import PublisherFactory, UserFactory


def work() -> None:
    """A worker that does what is in the queue and stops."""
    with (
        app.replace_connector(app.connector.get_worker_connector()),  # type: ignore[attr-defined]  # Django's
        ThreadPoolExecutor(1) as thread,  # this one may have an event loop that a browser test has left running
    ):
        thread.submit(asyncio.run, _work()).result()


async def _work() -> None:
    async with app.open_async():
        await app.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)


@pytest.mark.django_db(transaction=True)
def test_a_worker_publishes_what_is_due_and_asks_for_links(monkeypatch: pytest.MonkeyPatch) -> None:
    author, second = UserFactory.create(groups=["Editor"]), UserFactory.create(groups=["Editor"])
    verdict = draft(author)
    verdicts.submit(verdict=verdict, by=author)
    soon = timezone.now() + timedelta(milliseconds=300)
    publishing.schedule(verdict=verdict, by=second, at=soon)
    monkeypatch.setattr(links.check_links, "__kwdefaults__", {"verdict": None, "ask": lambda _: Answer(200)})
    while timezone.now() < soon:
        pass
    app.tasks["claims.tasks.publish_due"].defer(timestamp=0)
    tasks.check_links_of.defer(verdict_id=verdict.pk)
    tasks.check_links_of.defer(verdict_id=0)
    work()
    verdict.refresh_from_db()
    assert (verdict.status, verdict.published_by) == ("published", second)
    assert LinkCheck.objects.get().status == 200
    assert not ProcrastinateJob.objects.filter(status="failed")
    app.tasks["claims.tasks.publish_due"].defer(timestamp=60)
    work()
    assert Verdict.objects.public().count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_job_goes_with_its_transaction_and_waits_only_once() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012 - the transaction is what is tested
        tasks.check_links_of.defer(verdict_id=1)
        raise RuntimeError
    assert not ProcrastinateJob.objects.filter(status="todo")
    app.tasks["claims.tasks.publish_due"].defer(timestamp=0)
    with pytest.raises(AlreadyEnqueued):
        app.tasks["claims.tasks.publish_due"].defer(timestamp=60)
    work()  # no other test finds it in the queue


@pytest.fixture
def queue(transactional_db: None) -> Iterator[None]:
    """Jobs that are left in it are gone afterwards, which no test's end sees to."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
        cursor.execute("DELETE FROM procrastinate_workers")


def begun(job: int, *, by: int | None = None) -> None:
    """As if a worker had taken it and died, or, `by` one that lives, were at it."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE id = %s", [by, job])


@pytest.mark.usefixtures("queue")
def test_what_a_dead_worker_left_is_done() -> None:
    feed = UserFactory.create(groups=["Service"])
    PublisherFactory.create(name="The Paper")
    given = {"text": "The Assembly met on Monday to vote on the text.", "publisher": "The Paper"}
    submitted = submitting.submit_article(by=feed, given=given)
    waiting = ProcrastinateJob.objects.get(task_name=submitting.JOB)
    begun(waiting.pk)
    work()
    submitted.refresh_from_db()
    assert submitted.status == "waiting"
    app.tasks["claims.tasks.take_up_stalled"].defer(timestamp=0)
    work()
    work()
    submitted.refresh_from_db()
    assert submitted.status == "done"


@pytest.mark.usefixtures("queue")
def test_only_what_is_left_is_taken_up() -> None:
    """Not what a worker is at that gives signs of life, nor what brings workers down; nor a second of its kind."""
    alive, fatal, old, new = (tasks.take_in.defer(submission_id=str(UUID(int=0))) for _ in range(4))
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id")
        worker = cursor.fetchone()[0]
        cursor.execute("UPDATE procrastinate_jobs SET attempts = 9 WHERE id = %s", [fatal])
        begun(old)
        cursor.execute("UPDATE procrastinate_jobs SET queueing_lock = 'one' WHERE id IN (%s, %s)", [old, new])
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() + interval '1 day' WHERE id = %s", [new])
    begun(alive, by=worker)
    begun(fatal)
    app.tasks["claims.tasks.take_up_stalled"].defer(timestamp=0)
    work()
    assert dict(ProcrastinateJob.objects.values_list("pk", "status")) == {alive: "doing", fatal: "failed", new: "todo"}


def test_what_waits_for_others_has_a_queue_of_its_own() -> None:
    outside = {"send_notices", "check_links", "check_links_of", "write_to_reader", "take_in", "send_message"}
    ours = {name.rpartition(".")[2]: task for name, task in app.tasks.items() if name.startswith("claims.")}
    assert {name for name, task in ours.items() if task.queue == "outside"} == outside
    assert {task.queue for name, task in ours.items() if name not in outside} == {"default"}
    assert max(ours.values(), key=lambda task: task.priority).name == "claims.tasks.publish_due"


def test_publication_is_looked_for_every_minute() -> None:
    crons = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert crons["claims.tasks.publish_due"] == "* * * * *"
    assert "claims.tasks.check_links" in crons
