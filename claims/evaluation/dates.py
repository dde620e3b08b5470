"""`manage.py evaluate dates FILE`: dates found in documents and resolved against the day they were written.

Each row is a document: `text`, `dct` (the day it was written, ISO 8601) and `timex`, its time expressions as TIMEX3
annotates them (https://www.timeml.org, ISO 24617-1): offsets, `type` and `value`. What is scored is the DATE, as in
TempEval-3 (UzZaman et al., SemEval 2013): days and everything coarser (weeks, months, quarters, seasons, years,
decades, "now", "recently"), not clock times, durations ("for two weeks") and sets ("every Friday").
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from claims.evaluation import date_peers
from claims.evaluation.reading import UnreadableError, rows
from claims.evaluation.report import Report, Row, Score, Track, silent
from claims.evaluation.scoring import Counts
from claims.extraction import load_nlp
from claims.extraction.document_dates import dates_in

_REFERENCE = re.compile(r"(?:PAST|PRESENT|FUTURE)_REF")
_CALENDAR = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_AROUND = 40
NOTES = (
    "A date is right when its span overlaps the annotated one and the value is the same; each counts once. A date on "
    "the words of a duration or a set is wrong.",
    "Values are compared as TIMEX3 strings after spelling alike what means the same (1980s as 198X, 2013-XX as 2013, "
    "W7 as W07) and cutting a DATE with a part of the day to its day.",
    "Left out: clock times, and what a system finds on their words alone.",
    'f1_dated leaves out PAST_REF, PRESENT_REF and FUTURE_REF ("recently", "now", "soon"), f1_calendar all but days, '
    "months and years.",
)


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression `text[start:end]` with its TIMEX3 value and type: DATE, TIME, DURATION or SET."""

    start: int
    end: int
    value: str
    type: str = "DATE"

    def overlaps(self, other: "Timex") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


System = Callable[[str, date], Sequence[Timex]]


def evaluate(path: Path, *, track: Track = silent, peers: bool = True) -> Report:
    """Score our dates, and those of dateparser and Recognizers-Text, on the documents of a JSON Lines file.

    Raises UnreadableError for a file that is no such set, MissingPeerError where a peer is not installed.
    """
    documents = rows(path, fields=("id", "dct", "text", "timex"))
    items = [(document, _day(path, document), _gold(path, document)) for document in documents]
    nlp = load_nlp()

    def ours(text: str, day: date) -> list[Timex]:
        found = dates_in(text, published_on=day, nlp=nlp)
        return [Timex(mention.start, mention.end, mention.value) for mention in found if mention.value]

    systems: dict[str, System] = {"Crosscheck": ours}
    if peers:
        systems |= {name: _system(load()) for name, load in date_peers.PEERS.items()}
    result: list[Row] = []
    misses: list[str] = []
    for name, system in systems.items():
        scored = [Counts(), Counts(), Counts()]
        for document, day, gold in track(items, total=len(items), label=name):
            found = [replace(item, value=spelled(item.value)) for item in system(document["text"], day)]
            for counts, keep in zip(scored, (_any, _dated, _calendar), strict=True):
                missed, wrong = score(gold, found, counts, keep)
                if system is ours and keep is _any:
                    misses += _misses(document, missed, wrong)
        scores: dict[str, Score] = {**scored[0].scores(), "f1_dated": scored[1].f1, "f1_calendar": scored[2].f1}
        result.append(Row(name, scores))
    total = sum(item.type == "DATE" for _, _, gold in items for item in gold)
    unit = f"dates in {len(documents)} documents"
    return Report("dates", total, unit, tuple(result), notes=NOTES, misses=tuple(misses))


def _system(find: date_peers.Finder) -> System:
    return lambda text, day: [Timex(*found) for found in find(text, day)]


def spelled(value: str) -> str:
    """A TIMEX3 value in one spelling: "2013-02-15TNI" is the day 2013-02-15, "198" is 198X, "2013-XX-XX" is 2013,
    "2013-W7" is 2013-W07."""
    value = re.sub(r"(?<=\d)T.*$", "", value.strip())
    value = re.sub(r"(?:-XX)+$", "", value)
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)
    return value + "X" * (4 - len(value)) if re.fullmatch(r"\d{2,3}X{0,2}", value) else value


def score(
    gold: Sequence[Timex], found: Sequence[Timex], counts: Counts, keep: Callable[[str], bool]
) -> tuple[list[Timex], list[Timex]]:
    """Add one document to `counts`, of the values that `keep` admits; returns the annotated dates that were missed and
    the finds that are wrong."""
    dates = [item for item in gold if item.type == "DATE" and keep(item.value)]
    times = [item for item in gold if item.type == "TIME"]
    free = [item for item in found if keep(item.value)]
    missed = []
    for wanted in dates:
        hit = next((item for item in free if item.value == wanted.value and item.overlaps(wanted)), None)
        if hit:
            free.remove(hit)
        else:
            missed.append(wanted)
    wrong = [item for item in free if any(map(item.overlaps, dates)) or not any(map(item.overlaps, times))]
    counts.right += len(dates) - len(missed)
    counts.missed += len(missed)
    counts.wrong += len(wrong)
    return missed, wrong


def _gold(path: Path, document: dict[str, Any]) -> list[Timex]:
    try:
        return [
            Timex(int(item["start"]), int(item["end"]), spelled(item["value"]), item["type"])
            for item in document["timex"]
        ]
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise UnreadableError(f"{path}: {document['id']} has a timex without type, value or offsets.") from error


def _day(path: Path, document: dict[str, Any]) -> date:
    try:
        return date.fromisoformat(document["dct"][:10])
    except (TypeError, ValueError) as error:
        raise UnreadableError(f"{path}: {document['id']} has no day of writing (dct).") from error


def _any(_: str) -> bool:
    return True


def _dated(value: str) -> bool:
    return not _REFERENCE.fullmatch(value)


def _calendar(value: str) -> bool:
    return bool(_CALENDAR.fullmatch(value))


def _misses(document: dict[str, Any], missed: Sequence[Timex], wrong: Sequence[Timex]) -> Iterator[str]:
    for wanted in missed:
        said = ", ".join(item.value for item in wrong if item.overlaps(wanted)) or "nothing"
        yield _line(document, wanted, f"is {wanted.value}, found {said}")
    for item in wrong:
        if not any(map(item.overlaps, missed)):
            yield _line(document, item, f"is no date, found {item.value}")


def _line(document: dict[str, Any], item: Timex, what: str) -> str:
    text = document["text"]
    around = " ".join(text[max(0, item.start - _AROUND) : item.end + _AROUND].split())
    words = " ".join(text[item.start : item.end].split())
    return f'{document["id"]} ({document["dct"]}): "{words}" {what} | … {around} …'
