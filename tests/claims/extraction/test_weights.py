"""Linear models in a text file."""

import gzip
from pathlib import Path

import pytest

from claims.extraction.weights import probability, read_weights, write_weights


def test_models_are_read_as_they_were_written(tmp_path: Path) -> None:
    models = {"cue": {"": -1.5, "lemma=say": 2.25, "word=“": 0.5}, "source": {"path=>nsubj": 3.0}}
    path = tmp_path / "weights.gz"
    write_weights(path, models)
    assert read_weights(path) == models
    first = path.read_bytes()
    write_weights(path, dict(reversed(models.items())))
    assert path.read_bytes() == first


def test_a_weight_that_rounds_to_nothing_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "weights.gz"
    write_weights(path, {"cue": {"much": 1.0, "hardly": 0.001}})
    assert read_weights(path) == {"cue": {"much": 1.0}}


def test_what_is_not_such_a_file(tmp_path: Path) -> None:
    path = tmp_path / "weights.gz"
    with pytest.raises(OSError, match="weights"):
        read_weights(path)
    path.write_bytes(gzip.compress(b"cue\tlemma=say\n"))
    with pytest.raises(ValueError, match="unpack"):
        read_weights(path)


def test_the_chance_is_logistic_and_a_clue_counts_once() -> None:
    model = {"": -1.0, "yes": 1.0, "far": 5_000.0, "off": -5_000.0}
    assert probability(model, []) == pytest.approx(0.2689, abs=1e-4)
    assert probability(model, ["yes", "yes", "unknown"]) == 0.5
    assert probability(model, ["far"]) == 1.0
    assert probability(model, ["off"]) == 0.0
