"""Jobs whose worker died while it did them: nothing else would take them up again."""

from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status
from procrastinate.utils import utcnow

MOST = 10
"""How often a job is begun: one that brings its worker down each time is not to do so for ever."""
SILENCE = 120.0
"""Seconds without a sign of life, which a worker gives every ten, after which it counts as dead."""


async def take_up_stalled() -> int:
    """Put back into the queue what dead workers left undone; returns how many jobs. A job twice does no harm."""
    manager, number = app.job_manager, 0
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE):
        if job.attempts + 1 >= MOST:
            await manager.finish_job(job, status=Status.FAILED, delete_job=False)
            continue
        try:
            await manager.retry_job(job, retry_at=utcnow())
        except UniqueViolation:  # the next of its kind waits already, and one is enough
            await manager.finish_job(job, status=Status.FAILED, delete_job=True)
        else:
            number += 1
    return number
