"""Reviews of other desks that an editor uploads: kept with the import until a job has taken them in."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from claims.actions import importing
from claims.actions.acting import acting
from claims.claimreview.reading import UnreadableError, kind_of
from claims.models import ImportRun, User
from claims.spreadsheets import csv_lines

JOB = "claims.tasks.import_reviews"
LARGEST = 25_000_000
"""Bytes of an upload. What is larger goes in by the command."""
COLUMNS = ("row", "outcome", "reason", "verdict")


def upload(*, by: User, name: str, content: bytes, **asked: Any) -> ImportRun:
    """Have the reviews in a file of that `name` taken in; `asked` is what `importing.begin` takes.

    Raises ValidationError for a file that is empty, too large or of another kind.
    """
    with acting(by=by, permission="claims.import_reviews", doing="upload reviews"):
        if not 0 < len(content) <= LARGEST:
            raise ValidationError(f"A file is from 1 byte to {LARGEST // 1_000_000} MB large.")
        try:
            kind = kind_of(name)
        except UnreadableError as error:
            raise ValidationError(str(error)) from error
        found = hashlib.sha256(content).hexdigest()
        run = importing.begin(by=by, name=name, kind=kind, sha256_of=found, content=content, **asked)
        _queue(run)
    return run


def go_on(*, run: ImportRun, by: User) -> None:
    """Have the job go on where it was broken off. Raises ValidationError where there is nothing to go on with."""
    with acting(by=by, permission="claims.import_reviews", doing="go on with import"):
        if not may_go_on(run):
            raise ValidationError("There is nothing left of it to go on with: upload the file again.")
        run.error = ""
        run.save(update_fields=["error"])
        _queue(run)


def may_go_on(run: ImportRun) -> bool:
    """Whether an upload is kept that is not wholly taken in."""
    return run.finished_at is None and ImportRun.objects.filter(pk=run.pk).exclude(content=b"").exists()


def take_in(*, run_id: int) -> None:
    """Take in what an upload has left, in the name of who uploaded it. Why it is broken off is kept beside it."""
    run = ImportRun.objects.select_related("by").filter(pk=run_id, finished_at__isnull=True).first()
    if run is None or not run.content:
        return
    try:
        importing.proceed(run=run, file=BytesIO(bytes(run.content)), by=run.by)
    except Exception as error:
        told = isinstance(error, PermissionDenied | ValidationError)
        said = " ".join(getattr(error, "messages", [str(error)])) if told else "Something failed that should not."
        ImportRun.objects.filter(pk=run.pk).update(error=said[:300])
        if not told:
            raise


def report_lines(run: ImportRun) -> Iterator[str]:
    """What became of each row, as the lines of a table."""
    rows = ((row.number, row.outcome, row.reason, row.verdict_id) for row in importing.report(run))
    return csv_lines(COLUMNS, rows)


def _queue(run: ImportRun) -> None:
    try:
        with transaction.atomic():
            app.configure_task(JOB, queueing_lock=f"import {run.pk}", lock="imports").defer(run_id=run.pk)
    except AlreadyEnqueued:
        pass  # it waits for its turn as it is
