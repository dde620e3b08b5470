"""manage.py add_articles PATH…: take in files and folders, and find the claims in them."""

import hashlib
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from rich.console import Console
from rich.progress import track
from rich.table import Table

from articles import actions
from articles.files import FileText, find_files, read_file
from articles.models import IngestAttempt
from claims.actions.pipeline import waiting
from claims.management.progress import process_with_bar

BATCH = 50
"""Texts taken in at once."""


class Command(BaseCommand):
    help = "Take in .txt, .html and .jsonl files and folders of them. Running it again adds nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--publisher", default="", help="Publisher of texts that do not name one themselves")
        parser.add_argument("--public", action="store_true", help="Readers may see the whole text")
        parser.add_argument("--no-process", action="store_true", help="Only take the texts in; look for claims later")

    def handle(self, *args: Any, **options: Any) -> None:
        console = Console(stderr=True)
        try:
            files = find_files(options["paths"])
        except FileNotFoundError as error:
            raise CommandError(str(error)) from error
        attempts: list[tuple[str, IngestAttempt]] = []
        for file in track(files, "Reading", console=console, disable=not console.is_terminal):
            texts = read_file(file, today=timezone.localdate())
            while batch := list(islice(texts, BATCH)):
                taken = take_in(batch, publisher=options["publisher"], public=options["public"])
                attempts += zip((text.name for text in batch), taken, strict=True)
        if not options["no_process"]:
            new = waiting().filter(pk__in=[attempt.version_id for _, attempt in attempts if attempt.version_id])
            process_with_bar(new, total=new.count(), console=console)
        self.report(attempts)

    def report(self, attempts: list[tuple[str, IngestAttempt]]) -> None:
        table = Table("Text", "Outcome", "Why", title="Articles")
        for name, attempt in attempts:
            table.add_row(name, attempt.get_outcome_display(), attempt.reason)
        Console().print(table)
        counts = Counter(attempt.outcome for _, attempt in attempts)
        self.stdout.write(", ".join(f"{counts[outcome]} {outcome.label.lower()}" for outcome in IngestAttempt.Outcome))
        if counts[IngestAttempt.Outcome.FAILED]:
            raise CommandError("Some texts could not be taken in; the reasons stand above and in the admin.")


def take_in(texts: Sequence[FileText], *, publisher: str, public: bool) -> list[IngestAttempt]:
    """Add texts that were read, and record for the others why they cannot be."""
    read = [(text.parsed, text.identifier, publisher_of(text, otherwise=publisher)) for text in texts if text.parsed]
    publishers = actions.publishers_named(names=[name for _, _, name in read])
    incoming = [
        actions.Incoming(parsed, publishers[name], identifier, is_public=public) for parsed, identifier, name in read
    ]
    added = iter(actions.add_articles(texts=incoming))
    return [
        next(added) if text.parsed else actions.record_failure(identifier=text.identifier, reason=text.error)
        for text in texts
    ]


def publisher_of(text: FileText, *, otherwise: str) -> str:
    """The publisher that the text names, else the one asked for, else its site. A text without any gets a publisher of
    its own, because two texts of unknown origin must not pass for one outlet. It is not called after the file, whose
    name is the desk's business."""
    assert text.parsed is not None  # noqa: S101 - the caller has checked
    host = urlsplit(text.parsed.url).hostname or ""
    name = text.parsed.publisher or otherwise or host.removeprefix("www.")
    return " ".join(name.split()) or f"Unknown publisher {hashlib.sha256(text.name.encode()).hexdigest()[:8]}"
