"""Run the stations over captured texts: extract, match, then detect on what was touched.

Versions go through in batches, one transaction for each batch and station: one parse, and as many queries for fifty as
for one. One version that fails does not stop the rest: its failure is kept as a PipelineRun with the cause, in a
transaction of its own, and it can be tried again. A station that succeeded is not run again, so nothing is ever made
twice.
"""

import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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
from claims.actions.reading import read_all
from claims.actions.runs import finished, unfinished
from claims.extraction import Extraction
from claims.models import Claim, Contradiction, PipelineRun

logger = logging.getLogger(__name__)

Station = PipelineRun.Station
METHODS = {Station.EXTRACT: EXTRACT, Station.MATCH: MATCH, Station.DETECT: DETECT}
BATCH = 50
CHARACTERS = 400_000
"""What is read, linked and looked through at once, so that memory stays small however much comes: versions, and
characters of their texts (a longer text goes alone)."""


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
    for batch in _batches(versions):
        with _uncollected():
            _run(batch, outcome)
        if progress:
            for version in batch:
                progress(version)


def _batches(versions: Iterable[ArticleVersion]) -> Iterator[list[ArticleVersion]]:
    batch: list[ArticleVersion] = []
    characters = 0
    for version in versions:
        if batch and (len(batch) == BATCH or characters + len(version.text) > CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(version)
        characters += len(version.text)
    if batch:
        yield batch


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put off the collection of cyclic garbage: a batch makes a hundred thousand objects that live as long as it does,
    and looking through them time and again costs a tenth of the whole. What is left over is collected afterwards."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _run(batch: list[ArticleVersion], outcome: Outcome) -> None:
    """Take a batch through all stations."""
    readings: dict[int, Extraction] = {}
    left: dict[int, set[int]] = {}

    def reading(versions: list[ArticleVersion]) -> None:
        readings.update(read_all(versions))

    def extracting(versions: list[ArticleVersion]) -> None:
        events = extract(versions=versions, readings=readings)
        left.update((version.pk, events) for version in versions)

    def matching(versions: list[ArticleVersion]) -> None:
        match(versions=versions, readings=readings)

    def detecting(versions: list[ArticleVersion]) -> None:
        found = _detected(versions, {event for version in versions for event in left[version.pk]})
        outcome.contradictions.update(contradiction.pk for contradiction in found)

    batch = _each(batch, Station.EXTRACT, reading, outcome)
    batch = _each(batch, Station.EXTRACT, extracting, outcome)
    batch = _each(batch, Station.MATCH, matching, outcome)
    batch = _each(batch, Station.DETECT, detecting, outcome)
    outcome.done += [version.pk for version in batch]


def _each(
    batch: list[ArticleVersion],
    station: PipelineRun.Station,
    run: Callable[[list[ArticleVersion]], None],
    outcome: Outcome,
) -> list[ArticleVersion]:
    """Run a station over a batch at once; where that fails, over one version after another, so that none holds up the
    others. Returns those that went through."""
    if not batch:
        return []
    try:
        run(batch)
    except Exception as error:
        if len(batch) == 1:
            _failed(batch[0], station, error, outcome)
            return []
        logger.warning("Station %s failed on a batch of %s, and goes over one after another", station, len(batch))
    else:
        return batch
    return [version for one in batch for version in _each([one], station, run, outcome)]


@transaction.atomic
def _detected(batch: list[ArticleVersion], left: set[int]) -> list[Contradiction]:
    """Detect over the Events that a batch tells of, and over those of which it tells no longer what it did (`left`)."""
    pending = unfinished(versions=batch, station=Station.DETECT, method=DETECT)
    keys = [version.pk for version in batch]
    told = Claim.objects.filter(appearances__version__in=keys, event__isnull=False).order_by()
    events = left.union(told.values_list("event", flat=True).distinct())
    found = detect(event_ids=events, version_ids=keys)
    finished(versions=pending, station=Station.DETECT, method=DETECT)
    return found


def _failed(version: ArticleVersion, station: PipelineRun.Station, error: Exception, outcome: Outcome) -> None:
    logger.error("Station %s failed on version %s", station, version.pk, exc_info=error)
    cause = f"{type(error).__name__}: {error}"
    with transaction.atomic():
        PipelineRun.objects.create(version=version, station=station, method=METHODS[station], error=cause)
    outcome.failed[version.pk] = cause
