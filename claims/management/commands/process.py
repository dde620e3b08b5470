"""manage.py process: take what has come in through the pipeline."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console

from claims.actions.pipeline import waiting
from claims.management.progress import process_with_bar


class Command(BaseCommand):
    help = "Extract claims, link events and look for contradictions in every article version not yet done."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--retry-failed", action="store_true", help="also try again what failed before")

    def handle(self, *_args: Any, **options: Any) -> None:
        versions = waiting(retry_failed=options["retry_failed"])
        console = Console(stderr=True, quiet=options["verbosity"] == 0)
        outcome = process_with_bar(versions.iterator(chunk_size=20), total=versions.count(), console=console)
        self.stdout.write(
            f"{len(outcome.done)} read, {len(outcome.failed)} failed, "
            f"{len(outcome.contradictions)} contradictions found or confirmed."
        )
        if outcome.failed:
            raise CommandError("Some articles could not be read. Try again with --retry-failed.")
