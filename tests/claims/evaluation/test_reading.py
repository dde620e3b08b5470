"""Input that cannot be evaluated is named in one sentence."""

from pathlib import Path

import pytest

from claims.evaluation.reading import UnreadableError, rows


def test_rows(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"a": 1}\n\n{"a": "line \\u2028 separator"}\n', encoding="utf-8")
    assert [row["a"] for row in rows(file, fields=("a",))] == [1, "line \u2028 separator"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "holds no rows"),
        (b'{"a": 1}\n{"a":', "line 2: not JSON"),
        (b"[1]", "line 1: not an object"),
        (b'{"b": 1}', "line 1: a missing"),
        (b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_what_is_wrong_with_a_file(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(content)
    with pytest.raises(UnreadableError, match=sentence):
        rows(file, fields=("a",))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be read"):
        rows(tmp_path / "none.jsonl", fields=())
