"""Run the stations over captured texts: extract, match, then detect on what was touched.

One version that fails does not stop the rest: its failure is kept as a PipelineRun with the cause, in a transaction of
its own, and it can be tried again. A station that succeeded is not run again, so nothing is ever made twice.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pghistory
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import ArticleVersion
from claims.actions.detect import METHOD as DETECT
from claims.actions.detect import detect
from claims.actions.extract import METHOD as EXTRACT
from claims.actions.extract import extract
from claims.actions.match import METHOD as MATCH
from claims.actions.match import match
from claims.models import Claim, Contradiction, PipelineRun

logger = logging.getLogger(__name__)

Station = PipelineRun.Station
METHODS = {Station.EXTRACT: EXTRACT, Station.MATCH: MATCH, Station.DETECT: DETECT}
BATCH = 50
"""Versions after which detection runs over the Events they touched: its input stays small however many come."""


@dataclass(slots=True)
class Outcome:
    """What one run did: versions done, versions that failed with the cause, contradictions found."""

    done: list[int] = field(default_factory=list)
    failed: dict[int, str] = field(default_factory=dict)
    contradictions: set[int] = field(default_factory=set)


def waiting(*, retry_failed: bool = False) -> QuerySet[ArticleVersion]:
    """Current versions that have not been through all stations, oldest first. Those that failed with the present method
    wait only where `retry_failed`."""
    runs = PipelineRun.objects.filter(version=OuterRef("pk"))
    missing = Q()
    failed = Q()
    for station, method in METHODS.items():
        own = runs.filter(station=station, method=method)
        succeeded = Q(Exists(own.filter(error="")))
        missing |= ~succeeded
        failed |= Q(Exists(own.exclude(error=""))) & ~succeeded
    versions = ArticleVersion.objects.filter(missing, is_current=True)
    if not retry_failed:
        versions = versions.exclude(failed)
    return versions.select_related("article__publisher").prefetch_related("passages").order_by("pk")


def process(*, versions: Iterable[ArticleVersion], progress: Callable[[ArticleVersion], None] | None = None) -> Outcome:
    """Take versions through all stations. `progress` is called once for each, whether it succeeded or not.

    The history marks what is written as the pipeline's, also where it runs in the request of a person.
    """
    outcome = Outcome()
    with pghistory.context(pipeline=True):
        _process(versions, progress, outcome)
    return outcome


def _process(
    versions: Iterable[ArticleVersion], progress: Callable[[ArticleVersion], None] | None, outcome: Outcome
) -> None:
    batch: list[ArticleVersion] = []
    for version in versions:
        if _station(version, Station.EXTRACT, extract, outcome) and _station(version, Station.MATCH, match, outcome):
            batch.append(version)
        if len(batch) >= BATCH:
            _detect(batch, outcome)
            batch = []
        if progress:
            progress(version)
    _detect(batch, outcome)


def _station(
    version: ArticleVersion, station: PipelineRun.Station, run: Callable[..., PipelineRun], outcome: Outcome
) -> bool:
    try:
        run(version=version)
    except Exception as error:
        _failed(version, station, error, outcome)
        return False
    return True


def _detect(batch: list[ArticleVersion], outcome: Outcome) -> None:
    """Detect over the Events of a batch at once; where that fails, over each version's, so that one does not hold up
    the others."""
    if not batch:
        return
    try:
        found = _detected(batch)
    except Exception as error:
        if len(batch) == 1:
            _failed(batch[0], Station.DETECT, error, outcome)
            return
        for version in batch:
            _detect([version], outcome)
        return
    # After the commit: some rules of the database are checked only there.
    outcome.done += [version.pk for version in batch]
    outcome.contradictions |= {contradiction.pk for contradiction in found}


@transaction.atomic
def _detected(batch: list[ArticleVersion]) -> list[Contradiction]:
    keys = sorted(version.pk for version in batch)
    # So that of two processes at one text the second sees what the first has done.
    list(ArticleVersion.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk").values_list("pk"))
    events = Claim.objects.filter(appearances__version__in=keys, event__isnull=False).values_list("event", flat=True)
    found = detect(event_ids=list(events.distinct()), version_ids=keys)
    done = PipelineRun.objects.filter(version__in=keys, station=Station.DETECT, method=DETECT, error="")
    present = set(done.values_list("version", flat=True))
    PipelineRun.objects.bulk_create(
        PipelineRun(version=version, station=Station.DETECT, method=DETECT)
        for version in batch
        if version.pk not in present
    )
    return found


def _failed(version: ArticleVersion, station: PipelineRun.Station, error: Exception, outcome: Outcome) -> None:
    logger.error("Station %s failed on version %s", station, version.pk, exc_info=error)
    cause = f"{type(error).__name__}: {error}"
    with transaction.atomic():
        PipelineRun.objects.create(version=version, station=station, method=METHODS[station], error=cause)
    outcome.failed[version.pk] = cause
