"""Jobs that run beside the web server, in `manage.py procrastinate worker`. Each only calls an action.

A job that comes twice, or late, does no harm: what is published is published once, and what failed is tried again a
minute later. What waits for other sites and mail servers is in a queue of its own, so that workers can be kept for the
rest; where one worker does both, publications go before.
"""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from claims.actions import (
    forgetting,
    jobs,
    links,
    mailing,
    publishing,
    reporting,
    submitting,
    uploads,
    webhooks,
    words,
)
from claims.models import Message, Submission, Verdict, Webhook

OUTSIDE = "outside"
"""The queue of what waits for others. All the rest is in "default"."""


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="publish_due", priority=10, pass_context=False)
def publish_due(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Publish what is due, every minute."""
    publishing.publish_due()


@app.periodic(cron="* * * * *")
@app.task(queue=OUTSIDE, queueing_lock="send_notices", pass_context=False)
def send_notices(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Send what is due by e-mail, every minute: what was asked for at once, and at its hour the daily digest."""
    mailing.send_due_notices()


@app.periodic(cron="17 * * * *")
@app.task(queue=OUTSIDE, queueing_lock="check_links", lock="links", pass_context=False)
def check_links(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Ask for the links that nobody has asked for lately, every hour."""
    links.check_links()


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="learn_words", pass_context=False)
def learn_words(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Learn the words of new claims for misspelt searches, every ten minutes."""
    words.learn_words()


@app.task(queue=OUTSIDE, lock="links", pass_context=False)
def check_links_of(verdict_id: int) -> None:
    """Ask for the links of one verdict, because somebody wants to know now."""
    verdict = Verdict.objects.filter(pk=verdict_id).first()
    if verdict is not None:
        links.check_links(verdict=verdict)


@app.task(queue=OUTSIDE, retry=RetryStrategy(max_attempts=8, exponential_wait=6), pass_context=False)
def write_to_reader(report_id: int) -> None:
    """Tell a reader where their report of an error stands. Where the mail server fails, again within some days."""
    reporting.write_to_reader(report_id=report_id)


@app.periodic(cron="43 4 * * *")
@app.task(queueing_lock="clear_old_contacts", pass_context=False)
def clear_old_contacts(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Take out whom old reports are from, every night."""
    reporting.clear_old_contacts()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="take_up_stalled", priority=5, pass_context=False)
async def take_up_stalled(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Take up again what workers left undone that died, every minute."""
    await jobs.take_up_stalled()


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="forget", pass_context=False)
def forget(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Forget what is kept for a while only, every hour."""
    forgetting.forget()


AGAIN = RetryStrategy(max_attempts=5, exponential_wait=6)


@app.task(name=submitting.JOB, queue=OUTSIDE, retry=AGAIN, pass_context=False)
def take_in(submission_id: str) -> None:
    """Take in what a program has handed in."""
    submission = Submission.objects.select_related("user").filter(pk=submission_id).first()
    if submission is not None:
        submitting.take_in(submission=submission)


@app.periodic(cron="11 * * * *")
@app.task(queueing_lock="give_up", pass_context=False)
def give_up(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Tell programs of what failed whenever it was tried, every hour."""
    submitting.give_up()


@app.task(name=webhooks.JOB, queue=OUTSIDE, retry=AGAIN, pass_context=False)
def send_message(webhook_id: int, message_id: str, number: int) -> None:
    """Tell one webhook what happened. What it does not take is sent again by a job of its own; this one comes again
    only where something failed on our side."""
    webhook, message = Webhook.objects.get(pk=webhook_id), Message.objects.get(pk=message_id)
    webhooks.deliver(webhook=webhook, message=message, number=number)


@app.task(name=uploads.JOB, pass_context=False)
def import_reviews(run_id: int) -> None:
    """Take in the reviews of other desks that an editor has uploaded."""
    uploads.take_in(run_id=run_id)
