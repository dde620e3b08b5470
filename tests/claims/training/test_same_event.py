"""Learning to tell happenings apart from a small file of pairs."""

import json
from pathlib import Path

import pytest

from claims.evaluation.reading import UnreadableError
from claims.matching.likeness import EVIDENCE, Weights
from claims.training.same_event import digest, train
from tests.claims.evaluation.lookalikes import write


def test_the_same_file_gives_the_same_bytes_and_evidence_that_speaks_the_right_way(tmp_path: Path) -> None:
    path, out, again = write(tmp_path / "pairs.jsonl"), tmp_path / "one.json", tmp_path / "two.json"
    train(path, out)
    train(path, again)
    assert out.read_bytes() == again.read_bytes()
    kept = json.loads(out.read_text())
    weights = Weights(**kept["weights"])
    assert set(weights.evidence) == set(EVIDENCE)
    assert weights.evidence["day"] > 0 > weights.evidence["other_numbers"]
    assert weights.company > 0
    assert kept["pairs"] == 84


def test_what_was_learnt_from_is_kept_as_digests_and_never_as_text(tmp_path: Path) -> None:
    path, out = write(tmp_path / "pairs.jsonl"), tmp_path / "weights.json"
    train(path, out)
    kept = json.loads(out.read_text())["sentences"].split()
    assert digest("Okoye won 41 votes in Ghent and will lead the library.") in kept
    assert len(kept) == 24
    assert "Ghent" not in out.read_text()


def test_a_file_that_holds_no_pairs_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text("")
    with pytest.raises(UnreadableError):
        train(path, tmp_path / "weights.json")
