"""Training check-worthiness on a few sentences: it learns, and twice the same."""

import json
import sys
from pathlib import Path

import pytest

from claims.evaluation import check_worthy
from claims.evaluation.check_worthy import evaluate
from claims.evaluation.reading import MissingPeerError, UnreadableError
from claims.extraction.worth_model import read_model
from claims.training.check_worthy import examples, folds, judged, learn, reliability, train
from tests.claims.evaluation.shown import scores

PLACES = ("harbour", "library", "museum", "station", "market", "hospital")
FACTS = ("The {0} cost 30 million dollars.", "The city closed the {0} in May.", "The {0} had 900 visitors last year.")
TALK = ("I love the {0}.", "What would you say of the {0}?", "We must believe in the {0}.")


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(
        tmp_path / "sentences.jsonl",
        [
            {"text": wording.format(place), "label": label}
            for place in PLACES
            for label, wordings in ((1, FACTS), (0, TALK))
            for wording in wordings
        ],
    )


def test_training_twice_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    train(path, tmp_path / "one")
    train(path, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    about = read_model(tmp_path / "one").about
    assert (about["rows"], about["worthy"]) == (36, 18)


def test_it_learns_what_it_is_shown(path: Path, tmp_path: Path) -> None:
    model = learn(examples(path))
    new = examples(
        write(
            tmp_path / "new.jsonl",
            [
                {"sentence": "The city closed the theatre in June.", "label": "check_worthy"},
                {"sentence": "I love the theatre.", "label": "opinion"},
            ],
        )
    )
    fact, talk = (judged(model, example) for example in new)
    assert [example.worthy for example in new] == [True, False]
    assert fact > 0.5 > talk


def test_near_copies_are_held_out_together(tmp_path: Path) -> None:
    texts = ("The city closed 4 schools.", "the city closed 12 schools", "The city opened 4 schools.")
    found = folds(examples(write(tmp_path / "rows", [{"text": text, "label": 1} for text in texts])))
    assert found[0] == found[1]


def test_a_row_without_words_is_not_worth_checking(path: Path, tmp_path: Path) -> None:
    empty, spoken = examples(write(tmp_path / "rows", [{"text": " ", "label": 0}, {"text": "Hi.", "label": 0}]))
    assert (empty.sentences, len(spoken.sentences)) == ((), 1)
    assert judged(learn(examples(path)), empty) == 0


def test_reliability_is_that_of_the_share_that_the_scores_are_meant_for() -> None:
    gold = [True] * 9 + [False] * 33
    assert reliability(gold, [0.45] * len(gold)) == pytest.approx(0.0, abs=0.01)
    assert reliability(gold, [0.9] * len(gold)) == pytest.approx(0.45, abs=0.01)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([{"label": 1}], "neither a text nor a sentence"),
        ([{"text": "It rained.", "label": "maybe"}], "'maybe' is neither"),
        ([{"text": "It rained.", "label": [1]}], "is neither"),
        ([{"text": "It rained."}], "label missing"),
        ([{"text": "It rained.", "label": 1}], "both classes"),
    ],
)
def test_what_cannot_be_learnt_from(tmp_path: Path, rows: list[dict[str, object]], sentence: str) -> None:
    with pytest.raises(UnreadableError, match=sentence):
        train(write(tmp_path / "rows", rows), tmp_path / "out")


def test_what_learning_needs_must_be_there(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sklearn.svm", None)
    with pytest.raises(MissingPeerError, match="scikit-learn"):
        train(path, tmp_path / "out")


def test_new_sentences_are_judged_with_the_shipped_weights_beside_the_peer(path: Path) -> None:
    report = evaluate(path)
    ours, peer = scores(report).values()
    assert report.details["cross_validated"] is False
    assert ours["macro_f1"] > 0.8
    assert 0 <= peer["auc"] <= 1
    assert len(report.misses) <= 6


def test_sentences_that_were_learnt_from_are_cross_validated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_worthy, "load_model", lambda: learn(examples(path)))
    report = evaluate(path, peers=False)
    assert report.details["cross_validated"] is True
    assert any("cross-validation" in note for note in report.notes)
    assert scores(report)["Crosscheck"]["auc"] > 0.9


def test_a_few_known_rows_are_left_out(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = learn(examples(path))
    monkeypatch.setattr(check_worthy, "load_model", lambda: known)
    rows = [{"text": f"The {place} has a new roof.", "label": 1} for place in PLACES]
    report = evaluate(write(tmp_path / "rows", [{"text": "I love the market.", "label": 0}, *rows]), peers=False)
    assert report.items == len(PLACES)
    assert any(note.startswith("Judged with the weights in use. 1 row") for note in report.notes)
