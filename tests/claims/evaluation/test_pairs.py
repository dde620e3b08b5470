"""evaluate pairs: what counts as a contradiction between two sentences, and the peers beside it."""

import json
from pathlib import Path

import pytest

from claims.evaluation.pairs import evaluate
from claims.evaluation.reading import UnreadableError
from tests.claims.evaluation.shown import scores

ROWS = [
    ("The earthquake in Peru killed 34 people.", "The earthquake in Peru killed 51 people.", "contradiction"),
    ("The earthquake in Peru killed 34 people.", "Thirty-four people were killed by the quake in Peru.", "entailment"),
    ("The ferry left Dover at noon.", "The ferry never left Dover at noon.", "contradiction"),
    ("The minister opened 12 schools.", "Some 40 pupils sang for the minister.", "neutral"),
]


@pytest.fixture
def sentences(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.jsonl"
    path.write_text(
        "\n".join(json.dumps({"a": one, "b": other, "label": label, "set": "own"}) for one, other, label in ROWS)
    )
    return path


def test_a_toll_that_differs_is_a_contradiction_and_other_counts_are_not(sentences: Path) -> None:
    report = evaluate(sentences)
    ours, differ, both = scores(report).values()
    assert list(scores(report)) == ["Crosscheck", "numbers differ", "number + negation"]
    assert ours["precision"] == 1.0
    assert ours["recall"] >= 0.5
    assert differ["precision"] == pytest.approx(1 / 2)
    assert both["recall"] == 1.0
    assert not any("Some 40 pupils" in miss or "Thirty-four" in miss for miss in report.misses)


def test_each_set_is_scored_apart(sentences: Path) -> None:
    report = evaluate(sentences, peers=False)
    assert [row.system for row in report.rows] == ["Crosscheck"]
    assert report.rows[0].scores["f1 own"] == report.rows[0].scores["f1"]
    assert report.details["Crosscheck"]["own"]["false alarms on entailment"] == 0  # type: ignore[index]


def test_a_row_without_a_label_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"a": "One.", "b": "Two.", "set": "own"}')
    with pytest.raises(UnreadableError, match="label"):
        evaluate(path)
