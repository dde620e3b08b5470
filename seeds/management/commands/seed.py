"""manage.py seed [--documents DIR]: load the demonstration corpus, or originals from a folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console

from articles.models import IngestAttempt
from claims.actions.pipeline import waiting
from claims.actions.words import learn_words
from claims.management.progress import process_with_bar
from seeds.loader.decisions import load_decisions
from seeds.loader.records import load_records
from seeds.loader.texts import load_articles
from seeds.loader.topics import load_topics


class Command(BaseCommand):
    help = "Load the demonstration corpus of seeds/data and run the pipeline on it. Running it again adds nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--documents", type=Path, metavar="DIR", help="Load the texts of this folder instead of the digests"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["documents"]:
            call_command("add_articles", options["documents"], stdout=self.stdout)
            return
        if settings.PRODUCTION:
            raise CommandError("The demonstration makes staff users and published verdicts: it is not for production.")
        console = Console(stderr=True)
        load_records()
        attempts = load_articles()
        new = waiting().filter(pk__in=[attempt.version_id for attempt in attempts])
        process_with_bar(new, total=new.count(), console=console)
        load_topics()
        for sentence in load_decisions():
            self.stderr.write(self.style.WARNING(sentence))
        learn_words()
        added = sum(attempt.outcome == IngestAttempt.Outcome.ADDED for attempt in attempts)
        self.stdout.write(f"{len(attempts)} digests, {added} of them new.")
