"""manage.py import_claimreviews FILE|URL: take over what other desks have published."""

import hashlib
import json
import tempfile
from argparse import ArgumentParser, BooleanOptionalAction
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from claims.actions import importing, uploads
from claims.claimreview.reading import UnreadableError, kind_of
from claims.links import RefusedError, fetch
from claims.models import ImportRow, ImportRun, User

LARGEST = 2_000_000_000
"""Bytes of a file that is fetched."""


class Command(BaseCommand):
    help = "Take over ClaimReviews from JSON-LD, DataFeeds, JSON Lines, CSV and pages. Running it again adds nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", metavar="FILE|URL")
        parser.add_argument("--by", required=True, metavar="USERNAME", help="Who takes them over")
        parser.add_argument("--publish", action="store_true", help="Readers see them and their claims at once")
        parser.add_argument("--publisher", default="", help="Publisher of reviews that do not name theirs")
        parser.add_argument("--language", default="und", help="Language of reviews that do not say theirs, such as en")
        parser.add_argument("--month-first", action=BooleanOptionalAction, help="How 5/4/2017 is to be read")
        parser.add_argument("--report", type=Path, help="Write what became of each row here: .csv or .jsonl")

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.filter(username=options["by"]).first()
        if by is None:
            raise CommandError(f"There is nobody called {options['by']}.")
        if options["report"] and options["report"].suffix not in (".csv", ".jsonl"):
            raise CommandError("The report is a .csv or a .jsonl file.")
        try:
            with tempfile.TemporaryFile() as fetched:
                file, kind = _opened(options["source"], fetched)
                with file:
                    run = self._take_in(file, kind, by, options)
        except (UnreadableError, RefusedError, OSError) as error:
            raise CommandError(str(error)) from error
        except (PermissionDenied, ValidationError) as error:
            raise CommandError(" ".join(getattr(error, "messages", [str(error)]))) from error
        if options["report"]:
            _write_report(run, options["report"])
        counts = ", ".join(f"{getattr(run, outcome)} {outcome.label.lower()}" for outcome in ImportRow.Outcome)
        self.stdout.write(f"{run.rows} rows: {counts}")

    def _take_in(self, file: BinaryIO, kind: str, by: User, options: dict[str, Any]) -> ImportRun:
        run = importing.begin(
            by=by,
            name=options["source"],
            kind=kind,
            sha256_of=_hash(file),
            **{name: options[name] for name in ("publish", "publisher", "language", "month_first")},
        )
        file.seek(0)
        if run.rows:
            self.stderr.write(f"Going on after row {run.rows}, where it was broken off.")
        console = Console(stderr=True)
        columns = (TextColumn("Importing"), BarColumn(), MofNCompleteColumn(), TextColumn("rows"), TimeElapsedColumn())
        with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
            task = bar.add_task("rows", total=None, completed=run.rows)
            return importing.proceed(run=run, file=file, by=by, progress=lambda rows: bar.update(task, completed=rows))


def _opened(source: str, fetched: Any) -> tuple[BinaryIO, str]:
    """The file, open at its beginning, and which of the kinds it is."""
    if source.startswith(("http://", "https://")):
        content_type = fetch(source, into=fetched, largest=LARGEST)
        fetched.seek(0)
        return fetched, kind_of(source.partition("?")[0], content_type=content_type)
    kind = kind_of(source)
    return Path(source).open("rb"), kind


def _hash(file: BinaryIO) -> str:
    """SHA-256 of the whole file, read a piece at a time."""
    found = hashlib.sha256()
    while piece := file.read(1024 * 1024):
        found.update(piece)
    return found.hexdigest()


def _write_report(run: ImportRun, path: Path) -> None:
    """What became of each row."""
    unfinished = path.with_name(f"{path.name}.part")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        if path.suffix == ".csv":
            file.writelines(uploads.report_lines(run))
        else:
            for row in importing.report(run):
                line = (row.number, row.outcome, row.reason, row.verdict_id or "")
                file.write(json.dumps(dict(zip(uploads.COLUMNS, line, strict=True))) + "\n")
    unfinished.replace(path)
