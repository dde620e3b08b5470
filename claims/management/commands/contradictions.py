"""manage.py contradictions: what is open, as a table for people or JSON for programs."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Prefetch, QuerySet
from rich.console import Console
from rich.table import Table

from claims.models import Contradiction, PositionAppearance

WIDTH = 160
"""Columns of the table where the output is no terminal."""


class Command(BaseCommand):
    help = (
        "List the contradictions that wait for a decision: the question, the positions and why they were set together."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", dest="as_json", help="for programs")
        parser.add_argument("--all", action="store_true", dest="every", help="the resolved and dismissed ones too")

    def handle(self, *_args: Any, **options: Any) -> None:
        rows = Contradiction.objects.all() if options["every"] else Contradiction.objects.unsettled()
        found = [described(row) for row in _loaded(rows)]
        if options["as_json"]:
            self.stdout.write(json.dumps(found, indent=2, ensure_ascii=False))
            return
        console = Console(width=None if self.stdout.isatty() else WIDTH)
        with console.capture() as shown:
            console.print(table(found) if found else "No contradictions are open.")
        self.stdout.write(shown.get())


def _loaded(rows: QuerySet[Contradiction]) -> QuerySet[Contradiction]:
    members = PositionAppearance.objects.select_related(
        "appearance__source", "appearance__version__article__publisher", "measurement"
    )
    return (
        rows.select_related("event")
        .prefetch_related(Prefetch("positions__memberships", queryset=members))
        .order_by("-score", "pk")
    )


def described(row: Contradiction) -> dict[str, Any]:
    """One contradiction as JSON has it."""
    return {
        "id": row.pk,
        "event": row.event.title if row.event else None,
        "question": row.question,
        "status": row.status,
        "kind": row.kind,
        "gate": row.gate,
        "suggested_resolution": row.suggested_resolution or None,
        "rule": row.rule,
        "score": row.score,
        "explanation": row.explanation,
        "positions": [
            {
                "answer": position.answer,
                "figures": position.figures,
                "reports": [
                    {
                        "value": membership.measurement.quote if membership.measurement else position.answer,
                        "quote": membership.appearance.quote,
                        "article": membership.appearance.version.title,
                        "publisher": membership.appearance.version.article.publisher.name,
                        "source": membership.appearance.source.name if membership.appearance.source else None,
                        "origin": membership.origin,
                    }
                    for membership in position.memberships.all()
                ],
            }
            for position in row.positions.all()
        ],
    }


def table(found: list[dict[str, Any]]) -> Table:
    """The table for people: one row for each contradiction, its positions below one another."""
    shown = Table(title="Contradictions", show_lines=True)
    for column in ("Event and question", "Positions", "Kind, gate", "Why"):
        shown.add_column(column, overflow="fold")
    for row in found:
        positions = "\n".join(
            f"{position['answer']}: {', '.join(sorted({report['publisher'] for report in position['reports']}))}"
            for position in row["positions"]
        )
        verdict = f"{row['kind']}\n{row['gate']}\n{row['suggested_resolution'] or ''}\n{row['rule']} {row['score']:.2f}"
        event = f"{row['event']}\n" if row["event"] else ""
        shown.add_row(f"{event}{row['question']}", positions, verdict, row["explanation"])
    return shown
