"""What the history of a record tells: whether a person has worked on it."""

from collections.abc import Collection
from typing import Any

from django.db.models import Model, QuerySet


def edited(model: type[Model], keys: Collection[int] | QuerySet[Any, Any]) -> set[int]:
    """Those of the records of a tracked `model` that a person has added or changed. What the machine does in a person's
    request is marked as the pipeline's."""
    lines = model.pgh_event_model.objects.filter(  # type: ignore[attr-defined]  # pghistory.track adds it
        pgh_obj__in=keys, pgh_context__metadata__has_key="user"
    )
    return set(lines.exclude(pgh_context__metadata__has_key="pipeline").values_list("pgh_obj", flat=True))
