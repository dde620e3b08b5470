"""manage.py import_roll_calls FILE: records of votes, each kept as primary evidence."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from claims.actions.roll_calls import keep_roll_call
from claims.extraction.roll_call_files import read_lines, read_table
from claims.models import User


class Command(BaseCommand):
    help = "Keep roll calls from a .jsonl file or the UN's .csv. Running it again adds nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", required=True, metavar="USERNAME", help="Who keeps them")

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.filter(username=options["by"]).first()
        readers = {".jsonl": read_lines, ".csv": read_table}
        read = readers.get(options["file"].suffix.lower())
        if by is None or read is None:
            raise CommandError(f"There is nobody called {options['by']}." if read else "Give a .jsonl or a .csv file.")
        counts: Counter[str] = Counter()
        try:
            with options["file"].open(encoding="utf-8-sig", errors="replace", newline="") as lines:
                for number, call in enumerate(read(lines), 1):
                    try:
                        if isinstance(call, str):
                            raise ValidationError(call)
                        outcome, said = ("added" if keep_roll_call(call=call, by=by) else "unchanged"), call.symbol
                    except ValidationError as refusal:
                        outcome, said = "refused", " ".join(refusal.messages)
                    except DatabaseError as refusal:  # what the database refuses stops no other row
                        outcome, said = "refused", " ".join(str(refusal).split())[:200]
                    counts[outcome] += 1
                    self.stdout.write(f"{number}: {outcome}, {said}")
        except (OSError, PermissionDenied) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(", ".join(f"{counts[name]} {name}" for name in ("added", "unchanged", "refused")))
