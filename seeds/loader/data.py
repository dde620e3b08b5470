"""Reads the files of seeds/data. Their shapes are described in seeds/README.md."""

import csv
import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"
Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    """The list in a .json file, or the lines of a .jsonl file."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()] if name.endswith(".jsonl") else json.loads(text)


def mapping(name: str) -> Row:
    """The object in a .json file."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def table(name: str) -> list[dict[str, str]]:
    """The rows of a .csv file."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
