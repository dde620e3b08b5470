"""manage.py evaluate: on a small folder of stories in a database of its own, and what it says of input that is none."""

import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Article
from claims.evaluation import stories
from claims.evaluation.report import Report, Row

BODIES = {
    "one": "The earthquake in Peru killed 12 people on Monday. About 30,000 people marched in Lima, organisers said.",
    "two": "The earthquake in Peru on Monday killed 30 people, the governor said. Nobody died at the mine.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles on one quake, with one figure of each that contradicts the other."""

    def write(name: str, rows: Sequence[dict[str, Any]]) -> None:
        (tmp_path / name).write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")

    def fact(name: str, quote: str, value: int) -> dict[str, Any]:
        start = BODIES[name].index(quote)
        return {
            "id": name, "article": name, "quote": quote, "start": start, "end": start + len(quote), "speaker": None,
            "event": "quake", "measure": "killed", "value": value, "value_max": None, "comparator": "exact",
        }  # fmt: skip

    write("articles.jsonl", [
        {"id": name, "title": "Quake", "body": body, "published_at": "2025-03-05", "publisher": f"Daily {name}"}
        for name, body in BODIES.items()
    ])  # fmt: skip
    write("facts.jsonl", [fact("one", "12 people", 12), fact("two", "30 people", 30)])
    write("pairs.jsonl", [{"a": "one", "b": "two", "label": "updated_over_time", "kind": "numeric"}])
    write("checkworthy.jsonl", [{"article": "one", "start": 0, "end": 50, "label": "check_worthy"}])
    return tmp_path


@pytest.mark.django_db(transaction=True)
def test_stories_are_judged_and_leave_no_trace(folder: Path) -> None:
    def databases() -> set[str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database")
            return {name for (name,) in cursor.fetchall()}

    before, predictions = databases(), folder / "predictions.json"
    told = StringIO()
    call_command("evaluate", "stories", folder, "--json", "--predictions", predictions, stdout=told, stderr=StringIO())
    report = json.loads(told.getvalue())
    assert report["details"]["facts"]["recall"] == 1
    assert report["systems"]["Crosscheck"]["updated F1"] == 1
    assert "misses" not in report
    assert {row["measure"] for row in json.loads(predictions.read_text())["facts"]} >= {"killed", "crowd_size"}
    assert databases() == before
    assert not Article.objects.exists()


def test_what_is_missing_in_a_folder_is_said(folder: Path) -> None:
    (folder / "pairs.jsonl").unlink()
    with pytest.raises(CommandError, match=r"pairs\.jsonl cannot be read"):
        call_command("evaluate", "stories", folder, stdout=StringIO(), stderr=StringIO())


def test_a_task_needs_its_file() -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("evaluate", "pairs", "/nowhere.jsonl", "--no-peers", stdout=StringIO())


def test_the_table_for_people_and_the_object_for_programs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report(
        "stories", 1, "pairs", (Row("Crosscheck", {"F1": 0.5, "n": 1200, "none": None}),), misses=("a miss",)
    )
    monkeypatch.setattr(stories, "evaluate", Mock(return_value=report))
    shown, machine = StringIO(), StringIO()
    call_command("evaluate", "stories", folder, "--misses", stdout=shown)
    assert all(words in shown.getvalue() for words in ("Crosscheck", "0.500", "1,200", "–", "a miss"))
    call_command("evaluate", "stories", folder, "--json", "--misses", stdout=machine)
    assert json.loads(machine.getvalue())["misses"] == ["a miss"]
