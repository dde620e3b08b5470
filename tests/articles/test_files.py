"""Reading files: every text comes back as parsed or as a sentence that says why not."""

import os
from datetime import date
from pathlib import Path

import pytest

from articles.files import FileText, find_files, read_file
from articles.parsing import MAX_BYTES

TODAY = date(2026, 11, 22)
TEXT = "Council adopts plan\n\nThe council adopted the plan on Monday with nine votes in favour.\n"


def write(path: Path, content: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only(path: Path) -> FileText:
    [text] = read_file(path, today=TODAY)
    assert (text.parsed is None) == bool(text.error), "parsed, or an error, never both"
    return text


def test_folders_are_searched_and_files_taken_as_named(tmp_path: Path) -> None:
    wanted = [write(tmp_path / name) for name in ("a.TXT", "b/c.html", "b/d.htm", "e.jsonl")]
    for name in (".hidden.txt", ".git/a.txt", "b/.cache/deep/a.txt", "a.pdf", "noname"):
        write(tmp_path / name)
    (tmp_path / "folder.txt").mkdir()
    named = write(tmp_path / "b" / "f.pdf")
    assert find_files([tmp_path]) == sorted(wanted)
    assert find_files([named, tmp_path / "b", tmp_path / "b" / ".." / "b" / "c.html"]) == [
        named,
        tmp_path / "b" / "c.html",
        tmp_path / "b" / "d.htm",
    ]
    assert find_files([]) == []


def test_a_folder_below_a_hidden_one_may_be_named(tmp_path: Path) -> None:
    inside = write(tmp_path / ".desk" / "inbox" / "a.txt")
    assert find_files([tmp_path / ".desk" / "inbox"]) == [inside]
    assert find_files([tmp_path / ".desk"]) == [inside]


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"There is no file or folder .*gone\.txt"):
        find_files([tmp_path / "gone.txt"])
    assert "cannot be read" in only(tmp_path / "gone.txt").error


def test_a_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "2025-06-20 ünï code.txt")
    text = only(path)
    assert text.parsed is not None
    assert (text.identifier, text.name) == (path.as_uri(), path.name)
    assert text.parsed.text == TEXT
    assert str(text.parsed.published_on) == "2025-06-20"


def test_a_web_page(tmp_path: Path) -> None:
    paragraph = "<p>The council adopted the plan on Monday with nine votes in favour and two against it.</p>"
    page = f"<html><head><title>Plan</title></head><body><article><h1>Plan</h1>{paragraph * 3}</article></body></html>"
    for suffix in (".html", ".HTM"):
        text = only(write(tmp_path / f"a{suffix}", page))
        assert text.parsed is not None
        assert "nine votes" in text.parsed.text


def test_rows_are_read_one_by_one_and_a_bad_one_costs_only_itself(tmp_path: Path) -> None:
    path = write(
        tmp_path / "rows.jsonl",
        b'{"id": "x", "body": "The council adopted the plan.", "title": "Plan"}\n'
        b"not json\n\n"
        b'{"body": ""}\n'
        b'{"body": "\xff"}\n'
        b'{"body": "The council rejected the plan."}',
    )
    texts = list(read_file(path, today=TODAY))
    names = [text.identifier.removeprefix(path.as_uri()) for text in texts]
    assert names[:4] == ["#x", "#line=2", "#line=4", "#line=5"]
    assert names[4].startswith("#sha256="), "a row without an id keeps its name when another is put before it"
    assert [text.name for text in texts] == [f"rows.jsonl, line {number}" for number in (1, 2, 4, 5, 6)]
    assert [bool(text.parsed) for text in texts] == [True, False, False, False, True]
    assert [bool(text.error) for text in texts] == [False, True, True, True, False]
    assert list(read_file(write(tmp_path / "empty.jsonl", ""), today=TODAY)) == []


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.pdf", b"%PDF-1.7", "Files of type .pdf are not read"),
        ("a", TEXT, "Files of type (none) are not read"),
        ("a.txt", b"%PDF-1.7\n\x00", "This is a PDF, not text."),
        ("a.html", b"\x89PNG\r\n\x1a\n", "This is a PNG image, not text."),
        ("a.txt", b"abc\x00def", "This is a binary file"),
        ("a.txt", b"", "The file is empty."),
        ("a.txt", " \n\t", "The file is empty."),
        ("a.txt", "<!doctype html><p>Plan", "This is a web page"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, content: str | bytes, error: str, tmp_path: Path) -> None:
    assert only(write(tmp_path / name, content)).error.startswith(error)


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_a_file_that_is_too_large_is_not_even_opened(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / f"large{suffix}", "")
    os.truncate(path, 50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the file was read"))
    assert only(path).error == f"It is 50 MB; the limit for one article is {MAX_BYTES // 1_000_000} MB."


@pytest.mark.parametrize("suffix", [".txt", ".html", ".jsonl"])
def test_a_file_without_permission_says_so(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path / f"secret{suffix}")
    monkeypatch.setattr(Path, "open", denied)
    assert only(path).error == "The file cannot be read: Permission denied."


def test_a_file_named_relative_to_here_has_the_same_identifier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert only(Path("a.txt")).identifier == path.as_uri()
