"""What has waited for long, by how long. What is younger than the first of AGES is not late."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from claims.admin.base import desk_user
from claims.admin.queues import QUEUES, Queue, about, event_of, submitted, suggested, unsettled
from claims.models import Claim, Contradiction, User, Verdict

AGES = {3: "3 to 7 days", 8: "8 to 30 days", 31: "Over 30 days"}
"""Ages that are counted apart, by the days from which they begin. What is younger is not late."""


def _late(
    kind: str, model: type[Model], rows: Callable[[], QuerySet[Any]], since: str, note: Callable[[Any], str]
) -> Iterable[Queue]:
    """The queues of what has waited for as long as each of AGES says, counted from the field `since`."""

    def of_age(first: int, end: int | None) -> Callable[[User], QuerySet[Any]]:
        def waiting(_: User) -> QuerySet[Any]:
            late = rows().filter(**{f"{since}__lte": _days_ago(first)})
            return late.filter(**{f"{since}__gt": _days_ago(end)}) if end else late

        return waiting

    for (first, band), end in zip_longest(AGES.items(), list(AGES)[1:]):
        yield Queue(
            key=f"{model._meta.model_name}s_{first}_days",
            title=f"{kind}, {band.lower()}",
            icon="schedule",
            model=model,
            place="late",
            rows=of_age(first, end),
            note=note,
            newest=since,
        )


def _days_ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


LATE = {
    "Suggested claims": tuple(_late("Suggested claims", Claim, suggested, "created_at", event_of)),
    "Unsettled contradictions": tuple(_late("Unsettled contradictions", Contradiction, unsettled, "found_at", about)),
    "Verdicts for second eyes": tuple(_late("Verdicts for second eyes", Verdict, submitted, "submitted_at", str)),
}
"""What is late, by kind, oldest band last."""
ALL = (*QUEUES, *(queue for queues in LATE.values() for queue in queues))


class QueueFilter(admin.SimpleListFilter):
    """The queues of the model whose list it is."""

    title = "queue"
    parameter_name = "queue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(queue.key, queue.title) for queue in ALL if queue.model is model_admin.model]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        for queue in ALL:
            if queue.key == self.value() and queue.model is queryset.model:
                return queryset.filter(pk__in=queue.rows(desk_user(request)).order_by().values("pk"))
        return queryset
