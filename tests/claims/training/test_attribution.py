"""Learning attribution from a small annotated file."""

import json
from pathlib import Path

import pytest

from claims.evaluation.reading import MissingPeerError, UnreadableError
from claims.extraction.language import load_nlp
from claims.extraction.sayings import read_cues, read_saying
from claims.extraction.sheet import Sheet
from claims.extraction.weights import read_weights
from claims.training.attribution import train

PEOPLE = ("Okoye", "Hill", "Berg", "Lund", "Moreau", "Silva", "Novak", "Weber")
VERBS = ("said", "claimed", "argued")


def article(number: int, person: str, verb: str, split: str) -> dict[str, object]:
    text = f"{person} {verb} that the talks had failed. The bridge fell into the river."
    start = len(person) + 1
    spans = {"Source": (0, len(person)), "Cue": (start, start + len(verb)), "Content": (start + len(verb) + 1, 0)}
    spans["Content"] = (spans["Content"][0], text.index(". The"))
    attr = {name: [{"spans": [list(span)]}] for name, span in spans.items()}
    return {"id": str(number), "text": text, "split": split, "attr": [attr]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = [article(number, person, verb, "train") for number, person in enumerate(PEOPLE) for verb in VERBS]
    path = tmp_path / "attribution.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def test_what_is_learnt_reads_a_new_sentence(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "weights.gz"
    train(path, out)
    models = read_weights(out)
    doc = load_nlp()("Diallo claimed that the roof had failed. The roof fell into the garden.")
    sheet = Sheet(doc, [(sentence.start, sentence.end) for sentence in doc.sents])
    (cue, sure), *others = sorted(read_cues(sheet, models), key=lambda found: -found[1])
    saying = read_saying(sheet, cue, sure, models)
    assert saying is not None
    assert doc[slice(*saying.source)].text == "Diallo"
    assert doc[slice(*saying.cue)].text == "claimed"
    assert [doc[start:end].text for start, end in saying.contents] == ["that the roof had failed"]
    assert all(chance < 0.5 for _, chance in others)


def test_the_same_file_gives_the_same_weights(path: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.gz", tmp_path / "other.gz"
    train(path, one)
    train(path, other)
    assert one.read_bytes() == other.read_bytes()


def test_only_the_training_split_is_learnt_from(path: Path, tmp_path: Path) -> None:
    before, after = tmp_path / "before.gz", tmp_path / "after.gz"
    train(path, before)
    with path.open("a") as file:
        file.write("\n" + json.dumps(article(99, "Zhou", "sang", "dev")))
    train(path, after)
    assert before.read_bytes() == after.read_bytes()


def test_without_what_training_needs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.training.attribution.find_spec", lambda _name: None)
    with pytest.raises(MissingPeerError, match="scikit-learn"):
        train(path, tmp_path / "weights.gz")


def test_a_file_that_is_not_annotated(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text('{"id": 1, "text": "x"}')
    with pytest.raises(UnreadableError, match="attr"):
        train(path, tmp_path / "weights.gz")
