"""evaluate same-event: shipped weights on new sentences, topics left out on those that were learnt from."""

import sys
from pathlib import Path

import pytest

from claims.evaluation import same_event
from claims.evaluation.reading import MissingPeerError, UnreadableError
from claims.evaluation.same_event import evaluate
from claims.training.same_event import digest, read_pairs
from tests.claims.evaluation.lookalikes import write
from tests.claims.evaluation.shown import scores


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path / "pairs.jsonl")


def learnt_from(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = frozenset(digest(text) for text in read_pairs(path).wordings)
    monkeypatch.setattr(same_event, "trained_on", lambda: known)


def test_new_sentences_are_scored_with_the_shipped_weights_beside_the_peers(path: Path) -> None:
    report = evaluate(path)
    found = scores(report)
    ours, alone, jaccard, _, numbers = found.values()
    assert report.details["cross-validated"] is False
    assert list(found)[2:] == ["Jaccard", "TF-IDF", "numbers differ"]
    assert ours["auc"] > alone["auc"] > 0.5
    assert ours["auc"] > jaccard["auc"]
    assert ours["false alarms"] < jaccard["false alarms"]
    assert numbers["contradictions on different"] > ours["contradictions on different"]


def test_peers_have_the_threshold_at_which_they_find_as_much(path: Path) -> None:
    ours, _, jaccard, tfidf, _ = scores(evaluate(path)).values()
    assert min(jaccard["recall"], tfidf["recall"]) >= ours["recall"]


def test_sentences_that_were_learnt_from_are_scored_with_their_topic_left_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learnt_from(path, monkeypatch)
    report = evaluate(path, peers=False)
    assert report.details["cross-validated"] is True
    assert [row.system for row in report.rows] == ["Crosscheck", "Crosscheck, each pair alone"]
    assert scores(report)["Crosscheck"]["auc"] > 0.8


def test_what_learning_needs_must_be_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    learnt_from(path, monkeypatch)
    monkeypatch.setitem(sys.modules, "sklearn.linear_model", None)
    with pytest.raises(MissingPeerError, match="scikit-learn"):
        evaluate(path, peers=False)


def test_every_error_of_ours_is_listed(path: Path) -> None:
    report = evaluate(path, peers=False)
    ours = scores(report)["Crosscheck"]
    wrong = (1 - ours["recall"]) * 36 + ours["false alarms"] * 48
    assert len(report.misses) == round(wrong)


def test_a_row_without_a_scope_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"a": "One.", "b": "Two.", "topic": "1"}')
    with pytest.raises(UnreadableError, match="scope"):
        evaluate(path)
