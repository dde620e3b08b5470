"""Read the rows of an evaluation file, or say in one sentence why that cannot be done."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any


class UnreadableError(ValueError):
    """An input that cannot be evaluated; the message names the file, the line and what is wrong."""


class MissingPeerError(RuntimeError):
    """A peer is asked for that is not installed: peers are dependencies of the tests alone."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not installed. Install requirements-dev.txt, or leave the peers out: --no-peers.")


def rows(path: Path, *, fields: Collection[str]) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file, each of which has all `fields`. Blank lines are skipped.

    Raises UnreadableError for a file that cannot be read, holds no row, or has a line that is not such an object.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(f"{path} cannot be read: {error}.") from error
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UnreadableError(f"{path}, line {number}: not JSON ({error}).") from error
        if not isinstance(row, dict):
            raise UnreadableError(f"{path}, line {number}: not an object.")
        missing = sorted(set(fields) - row.keys())
        if missing:
            raise UnreadableError(f"{path}, line {number}: {', '.join(missing)} missing.")
        found.append(row)
    if not found:
        raise UnreadableError(f"{path} holds no rows.")
    return found
