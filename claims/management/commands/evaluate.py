"""manage.py evaluate: how well the engine does on annotated data, beside well-known peers."""

import importlib
import json
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from claims.evaluation.reading import MissingPeerError, UnreadableError
from claims.evaluation.report import Report, Score

T = TypeVar("T")
TASKS = {
    "stories": "a folder of stories through the whole pipeline: facts, contradictions, calibration, speed",
    "quantities": "quantities with normalised units, beside Recognizers-Text and quantulum3",
    "dates": "days, months and years in documents, beside dateparser and Recognizers-Text",
    "attribution": "who says what: source, cue and content together",
    "check-worthy": "sentences worth checking, beside TF-IDF with logistic regression",
    "same-event": "sentence pairs on one event or a look-alike, beside Jaccard",
    "pairs": "sentence pairs that contradict each other, beside a number-and-negation rule",
    "duplicates": "cut-down copies of articles, beside MinHash",
}


class Command(BaseCommand):
    help = "Measure the engine on annotated data. Leaves no trace in the database and needs no network."

    def add_arguments(self, parser: ArgumentParser) -> None:
        tasks = parser.add_subparsers(dest="task", required=True)
        for name, help_text in TASKS.items():
            task = tasks.add_parser(name, help=help_text, description=help_text)
            task.add_argument("path", type=Path, help="the folder of stories" if name == "stories" else "a JSONL file")
            task.add_argument("--json", action="store_true", help="print the report as JSON")
            task.add_argument("--misses", action="store_true", help="list what our system got wrong")
            task.add_argument("--no-peers", action="store_true", help="measure our system alone")
            if name == "stories":
                task.add_argument("--predictions", type=Path, help="write what was found, as the judge reads it")

    def handle(self, *_args: Any, **options: Any) -> None:
        module = importlib.import_module(f"claims.evaluation.{options['task'].replace('-', '_')}")
        console = Console(stderr=True, quiet=options["verbosity"] == 0)
        extra = {"predictions": options["predictions"]} if options["task"] == "stories" else {}
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        try:
            with Progress(*columns, console=console) as bar:

                def track(items: Iterable[T], *, total: int, label: str) -> Iterable[T]:
                    return bar.track(items, total=total, description=label)

                report = module.evaluate(options["path"], track=track, peers=not options["no_peers"], **extra)
        except (UnreadableError, MissingPeerError) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(_kept(report, misses=options["misses"]), indent=1))
        else:
            self._show(report, misses=options["misses"])

    def _show(self, report: Report, *, misses: bool) -> None:
        console = Console(width=None if self.stdout.isatty() else 140)
        table = Table(title=f"{report.task}: {report.items:,} {report.unit}", title_justify="left")
        names = list(dict.fromkeys(name for row in report.rows for name in row.scores))
        table.add_column("system")
        for name in names:
            table.add_column(name, justify="right")
        for row in report.rows:
            table.add_row(row.system, *(_shown(row.scores.get(name)) for name in names))
        with console.capture() as shown:
            console.print(table)
        self.stdout.write(shown.get())
        for line in (*report.notes, *(report.misses if misses else ())):
            self.stdout.write(line)


def _kept(report: Report, *, misses: bool) -> dict[str, object]:
    data = report.as_json()
    if not misses:
        del data["misses"]
    return data


def _shown(score: Score) -> str:
    return "–" if score is None else f"{score:.3f}" if isinstance(score, float) else f"{score:,}"
