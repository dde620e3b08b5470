"""What each week brought and what was decided in it. A week that is over is counted once and for all; the one that runs
is counted again when its counts are some minutes old."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import TruncWeek
from django.utils import timezone

from claims.models import Claim, Contradiction, Verdict, Week

NUMBER = 12
FRESH = timedelta(minutes=5)
WEEK = timedelta(weeks=1)


def last_weeks(*, until: datetime) -> list[Week]:
    """The last NUMBER weeks, the one that holds `until` last. Takes one query where nothing is to be counted anew."""
    monday = timezone.localtime(until).date() - timedelta(days=timezone.localtime(until).weekday())
    wanted = [monday - number * WEEK for number in reversed(range(NUMBER))]
    kept = {week.starts_on: week for week in Week.objects.filter(starts_on__in=wanted)}
    stale = [day for day in wanted if day not in kept or not _holds(kept[day], until)]
    if stale:
        for week in _counted(stale, until):
            kept[week.starts_on] = week
        Week.objects.bulk_create(
            [kept[day] for day in stale],
            update_conflicts=True,
            unique_fields=["starts_on"],
            update_fields=[*COUNTS, "counted_at"],
        )
    return [kept[day] for day in wanted]


def _holds(week: Week, until: datetime) -> bool:
    return week.counted_at >= _midnight(week.starts_on + WEEK) or week.counted_at > until - FRESH


def _counted(days: list[date], until: datetime) -> list[Week]:
    since, end = _midnight(min(days)), _midnight(max(days) + WEEK)
    found: dict[date, dict[str, int]] = defaultdict(dict)
    for name, (rows, at) in COUNTS.items():
        weeks = rows().filter(**{f"{at}__gte": since, f"{at}__lt": end}).order_by().values(week=TruncWeek(at))
        for row in weeks.annotate(number=Count("pk")):
            found[timezone.localtime(row["week"]).date()][name] = row["number"]
    return [Week(starts_on=day, counted_at=until, **{name: found[day].get(name, 0) for name in COUNTS}) for day in days]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))


def _decisions() -> QuerySet[Any]:
    """The lines of the history in which a suggested claim became something else."""
    lines = Claim.pgh_event_model.objects  # type: ignore[attr-defined]  # pghistory.track adds it
    before = lines.filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id")).order_by("-pgh_id")
    changed: QuerySet[Any] = lines.exclude(status=Claim.Status.SUGGESTED).alias(
        was=Subquery(before.values("status")[:1])
    )
    return changed.filter(was=Claim.Status.SUGGESTED)


COUNTS = {
    "claims_suggested": (Claim.objects.all, "created_at"),
    "contradictions_found": (Contradiction.objects.all, "found_at"),
    "claims_decided": (_decisions, "pgh_created_at"),
    "contradictions_settled": (Contradiction.objects.all, "resolved_at"),
    "verdicts_published": (Verdict.objects.all, "published_at"),
}
"""What is counted: of which rows, by which of their times."""
