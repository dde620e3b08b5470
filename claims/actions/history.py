"""What the history of a record tells: whether a person has worked on it, or the machine."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pghistory
from django.db.models import Model, QuerySet
from pghistory import runtime


@contextmanager
def machine_at_work() -> Iterator[None]:
    """What is written inside is the machine's, started by whoever is acting, and has a context of its own.

    pghistory gives all that a request writes one context: marked as the pipeline's there, what the person wrote just
    before would be too, and left unmarked, what the machine writes would be held for a person's work ever after.
    """
    tracker = runtime._tracker  # noqa: SLF001 - pghistory has no public way to begin a context inside another
    outer = getattr(tracker, "value", None)
    if outer is None:
        with pghistory.context(pipeline=True):
            yield
        return
    tracker.value = runtime.Context(id=uuid4(), metadata={**outer.metadata, "pipeline": True})
    try:
        yield
    finally:
        tracker.value = outer


def edited(model: type[Model], keys: Collection[int] | QuerySet[Any, Any]) -> set[int]:
    """Those of the records of a tracked `model` that a person has added or changed. What the machine does in a person's
    request is marked as the pipeline's."""
    lines = model.pgh_event_model.objects.filter(  # type: ignore[attr-defined]  # pghistory.track adds it
        pgh_obj__in=keys, pgh_context__has_key="user"
    )
    return set(lines.exclude(pgh_context__has_key="pipeline").values_list("pgh_obj", flat=True))


@contextmanager
def by_machine() -> Iterator[None]:
    """Mark what is written inside as the pipeline's, also in the request of a person, and what follows as theirs again:
    pghistory alone would keep the mark until the request ends."""
    with pghistory.context(pipeline=True) as context:
        try:
            yield
        finally:
            context.metadata.pop("pipeline", None)
