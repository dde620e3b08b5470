"""How many articles a second the whole pipeline takes in, beside what spaCy alone needs to parse the same texts.

Both run in turns, several times, on one core, and the median counts: another process on the machine slows both. Ours is
everything from a parsed article to its contradictions, every database write committed; spaCy's is its English pipeline
as it comes, over the same texts. A first run of each, which fills caches, is not counted.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from django.core.management.color import no_style
from django.db import connection, transaction

from articles.actions import Incoming, add_articles, publishers_named
from articles.parsing.types import ParsedArticle
from claims.actions.pipeline import BATCH, process, waiting
from claims.evaluation.reading import UnreadableError
from claims.evaluation.report import Track, silent
from claims.evaluation.scratch import scratch_database
from claims.extraction import load_nlp

REPEATS = 3


@dataclass(frozen=True, slots=True)
class Speed:
    """Articles a second. `ratio` is ours as a share of spaCy's, of the turns' own: above 1 we would be faster than the
    parser that we use. `one_core` says that the process was held to one core."""

    spacy: float
    ours: float
    ratio: float
    one_core: bool


def speed(articles: Sequence[ParsedArticle], *, track: Track = silent, repeats: int = REPEATS) -> Speed:
    """Measure on `articles` (at least one), in a scratch database that is dropped at the end.

    Raises UnreadableError where an article cannot be taken through the pipeline.
    """
    texts = [article.text for article in articles]
    nlp = load_nlp()

    def parse() -> None:
        for _ in nlp.pipe(texts):
            pass

    def run() -> None:
        _take_in(articles)
        outcome = process(versions=waiting().iterator(chunk_size=BATCH))
        if outcome.failed:
            raise UnreadableError(f"The pipeline failed: {'; '.join(sorted(set(outcome.failed.values())))}.")

    with scratch_database(), _one_core() as one_core:
        turns = []
        for turn in track(range(repeats + 1), total=repeats + 1, label="Measuring speed"):
            parsing = _seconds(parse)
            _empty()
            taken = _seconds(run)
            if turn:
                turns.append((parsing, taken))
    return Speed(
        spacy=len(articles) / median(parsing for parsing, _ in turns),
        ours=len(articles) / median(taken for _, taken in turns),
        ratio=median(parsing / taken for parsing, taken in turns),
        one_core=one_core,
    )


@transaction.atomic
def _take_in(articles: Sequence[ParsedArticle]) -> None:
    publishers = publishers_named(names=[article.publisher or "Unnamed" for article in articles])
    texts = [
        Incoming(article, publishers[article.publisher or "Unnamed"], identifier=f"speed:{number}")
        for number, article in enumerate(articles)
    ]
    for start in range(0, len(texts), BATCH):
        add_articles(texts=texts[start : start + BATCH])


def _empty() -> None:
    """Empty every table of the scratch database."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    statements = connection.ops.sql_flush(no_style(), tables, reset_sequences=False, allow_cascade=True)
    connection.ops.execute_sql_flush(statements)


def _seconds(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


@contextmanager
def _one_core() -> Iterator[bool]:
    """Hold this process, with all its threads, to one core, where the system can (Linux). The database server works
    while this process waits, so that together they take no more than one core's time."""
    if not hasattr(os, "sched_setaffinity"):
        yield False
        return
    before = os.sched_getaffinity(0)
    try:
        _hold({min(before)})
        yield True
    finally:
        _hold(before)


def _hold(cores: set[int]) -> None:
    for thread in Path("/proc/self/task").iterdir():
        with suppress(ProcessLookupError):  # it has ended since
            os.sched_setaffinity(int(thread.name), cores)
