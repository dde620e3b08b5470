"""Linear models over named clues: a text file of weights, read once.

The file is gzipped UTF-8, one weight a line: the model, the clue and the weight in hundredths, parted by tabs. The
empty clue is the bias.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from math import exp
from pathlib import Path

SCALE = 100
"""Weights are written as whole hundredths, which changes no score by more than rounding does."""

Model = Mapping[str, float]


def read_weights(path: Path) -> dict[str, Model]:
    """The models of a file by name. Raises OSError or ValueError for a file that is missing or is not such a file."""
    models: dict[str, dict[str, float]] = {}
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            model, clue, weight = line.rstrip("\n").split("\t")
            models.setdefault(model, {})[clue] = int(weight) / SCALE
    return dict(models)


def write_weights(path: Path, models: Mapping[str, Model]) -> None:
    """Write models so that `read_weights` reads them: the same models give the same bytes."""
    lines = [
        f"{name}\t{clue}\t{round(weight * SCALE)}\n"
        for name, model in sorted(models.items())
        for clue, weight in sorted(model.items())
        if round(weight * SCALE)
    ]
    path.write_bytes(gzip.compress("".join(lines).encode(), mtime=0))


def probability(model: Model, clues: Iterable[str]) -> float:
    """How likely the model holds what the clues describe, 0-1. A clue that is given twice counts once."""
    total = model.get("", 0.0)
    get = model.get
    for clue in set(clues):
        total += get(clue, 0.0)
    return 1 / (1 + exp(-total)) if total > -700 else 0.0
