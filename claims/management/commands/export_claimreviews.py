"""manage.py export_claimreviews: everything that the desk has published, as programs read it."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from claims.reviews import FORMS, annotations, dumped, pieces


class Command(BaseCommand):
    help = "Write every published review: a DataFeed, JSON Lines or CSV; or where each claim appears."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="Written whole or not at all; without it, to the screen")
        parser.add_argument("--format", choices=[*FORMS, "annotations"], default="json", help="json is a DataFeed")
        parser.add_argument("--since", type=datetime.fromisoformat, help="Only what has changed after this moment")

    def handle(self, *args: Any, **options: Any) -> None:
        since = options["since"]
        if since is not None and since.tzinfo is None:
            since = since.replace(tzinfo=UTC)
        if options["format"] == "annotations":
            if since is not None:
                raise CommandError("Annotations are written whole: leave out --since.")
            parts: Iterator[str] = (f"{dumped(each)}\n" for each in annotations())
        else:
            parts = pieces(options["format"], since=since)
        if options["file"] is None:
            sys.stdout.writelines(parts)
            return
        console = Console(stderr=True)
        unfinished = options["file"].with_name(f"{options['file'].name}.part")
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            for part in track(parts, "Writing", console=console, disable=not console.is_terminal):
                file.write(part)
        unfinished.replace(options["file"])
