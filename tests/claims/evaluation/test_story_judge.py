"""How gold pairs are read off what was found; with the stories at hand, the same scores as their own judge gives."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from claims.evaluation.stories import read_gold
from claims.evaluation.story_judge import Gold, Predictions, covers, judge, same_value, sentences_f1

SHARED = Path(settings.BASE_DIR).parent / "shared" / "evaluation"


def fact(name: str, article: str, value: object, start: int = 0, **fields: Any) -> dict[str, Any]:
    defaults = {"measure": "killed", "comparator": "exact", "event": None, "speaker": None}
    return {"id": name, "article": article, "start": start, "end": start + 10, "value": value, **defaults, **fields}


def read(label: str, positions: list[list[str]], *, gate: str = "real", suggested: str | None = None) -> str:
    """What a pair with this label is read as, given one contradiction with these positions over facts p and q."""
    gold = Gold(
        facts=[fact("g1", "a", 12), fact("g2", "b", 15)], pairs=[{"a": "g1", "b": "g2", "label": label}], sentences=[]
    )
    contradictions = [{"id": 1, "gate": gate, "suggested_resolution": suggested, "positions": positions}]
    found = Predictions([fact("p", "a", 12.0), fact("q", "b", 15)], contradictions if positions else [], [])
    judgement = judge(gold, found)
    return next(said for (_, said), count in judgement.table.items() if count)


def test_positions_that_differ_are_read_by_gate_and_suggestion() -> None:
    assert read("contradiction", [["p"], ["q"]]) == "contradiction"
    assert read("contradiction", [["p"], ["q"]], gate="apparent") == "different_event"
    assert read("contradiction", [["p"], ["q"]], suggested="figure_superseded") == "updated_over_time"
    assert read("contradiction", [["p"], ["q"]], suggested="rounding_or_precision") == "agree"


def test_one_position_is_agreement_and_nothing_is_another_event() -> None:
    assert read("consistent", [["p", "q"], ["x"]]) == "agree"
    assert read("consistent", []) == "different_event"


def test_one_event_is_agreement() -> None:
    gold = Gold([fact("g1", "a", 12), fact("g2", "b", 12)], [{"a": "g1", "b": "g2", "label": "rounding"}], [])
    found = Predictions([fact("p", "a", 12, event="e"), fact("q", "b", 12, event="e")], [], [])
    assert judge(gold, found).label("agree").f1 == 1


def test_a_fact_that_was_not_found_is_right_for_no_label() -> None:
    gold = Gold([fact("g1", "a", 12), fact("g2", "b", 15)], [{"a": "g1", "b": "g2", "label": "contradiction"}], [])
    judgement = judge(gold, Predictions([fact("p", "a", 12)], [], []))
    assert judgement.table["contradiction", "missed"] == 1
    assert judgement.facts(gold.facts) == {"recall": 0.5, "measure": 1, "comparator": 1, "speaker": 1}


def test_unjudged_pairs_are_left_out() -> None:
    gold = Gold(
        [fact("g1", "a", 12), fact("g2", "b", 12)], [{"a": "g1", "b": "g2", "label": "rounding"}], [],
        frozenset({("g1", "g2")}),
    )  # fmt: skip
    assert not judge(gold, Predictions([], [], [])).table


def test_spans_and_values() -> None:
    assert covers(fact("g", "a", 1), fact("p", "a", 1, start=5))
    assert not covers(fact("g", "a", 1), fact("p", "a", 1, start=6))
    assert same_value(1_000_000, "1000000.5")
    assert not same_value(1_000_000, 1_000_002)
    assert not same_value(12, None)
    assert same_value("2025-02-24", "2025-02-24T10:00")
    assert same_value("Rejected", "rejected")
    assert same_value(False, True)


def test_sentences() -> None:
    gold = [{"article": "a", "start": 0, "end": 10, "label": "check_worthy"}]
    assert sentences_f1(gold, [{"article": "a", "start": 0, "end": 10, "check_worthy": True}]) == 0.5


@pytest.mark.skipif(not SHARED.exists(), reason="the stories' own judge is not in the project")
def test_the_scores_are_those_of_the_judge_that_comes_with_the_stories(tmp_path: Path) -> None:
    gold = read_gold(SHARED / "stories")
    # Every second fact is found, in one of two events, and those of one measure are set against each other.
    facts = [{**row, "event": number % 3} for number, row in enumerate(gold.facts) if number % 2]
    contradictions = [
        {"id": name, "kind": "numeric", "gate": "real", "suggested_resolution": suggested, "positions": positions}
        for name, suggested in (("killed", None), ("votes_for", "figure_superseded"), ("crowd_size", None))
        if (positions := [[row["id"]] for row in facts if row["measure"] == name])
    ]
    found = Predictions(facts, contradictions, [{**row, "check_worthy": True} for row in gold.sentences])
    file = tmp_path / "predictions.json"
    file.write_text(json.dumps(found.as_json()), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score_stories.py"), str(SHARED / "stories"), str(file)]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = judge(gold, found)
    assert ours.macro_f1 == pytest.approx(theirs["pairs"]["macro_f1"])
    assert {name: dict(row) for name, row in theirs["pairs"]["confusion"].items()} == {
        label: {said: ours.table[label, said] for said in theirs["pairs"]["confusion"][label]}
        for label in theirs["pairs"]["confusion"]
    }
    assert ours.facts(gold.facts)["speaker"] == pytest.approx(theirs["facts"]["speaker_accuracy"])
    assert sentences_f1(gold.sentences, found.sentences) == pytest.approx(theirs["check_worthy"]["macro_f1"])
