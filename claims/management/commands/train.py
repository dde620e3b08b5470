"""manage.py train: learn the weights of one learned part from annotated data, and write them."""

import importlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console

from claims.evaluation.reading import MissingPeerError, UnreadableError

TASKS = {
    "check-worthy": ("sentences worth checking", "claims/extraction/worthiness.json.gz"),
    "same-event": ("pairs of sentences on one event or a look-alike", "claims/matching/likeness.json"),
    "attribution": ("who says what in annotated articles", "claims/extraction/sayings.tsv.gz"),
}
"""What each task learns, and where its weights are kept, from the project's folder."""


class Command(BaseCommand):
    help = "Learn the weights of a learned part anew. The same file gives the same weights. Needs requirements-dev.txt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        tasks = parser.add_subparsers(dest="task", required=True)
        for name, (help_text, weights) in TASKS.items():
            task = tasks.add_parser(name, help=help_text, description=help_text)
            task.add_argument("path", type=Path, help="the JSONL file that `evaluate` reads for the same task")
            task.add_argument("--out", type=Path, help=f"where to write the weights (default: {weights})")

    def handle(self, *_args: Any, **options: Any) -> None:
        module = importlib.import_module(f"claims.training.{options['task'].replace('-', '_')}")
        out = options["out"] or settings.BASE_DIR / TASKS[options["task"]][1]
        try:
            with Console(stderr=True, quiet=options["verbosity"] == 0).status("Learning, which takes minutes ..."):
                module.train(options["path"], out)
        except (UnreadableError, MissingPeerError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Wrote {out}.")
