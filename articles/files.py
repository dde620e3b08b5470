"""Reads the files of a folder into parsed articles, one result for each text, whatever becomes of it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from articles.parsing import ParsedArticle, ParsedRow, ParseError, parse_html, parse_rows, parse_text
from articles.parsing.decode import check_size

SUFFIXES = {".txt", ".html", ".htm", ".jsonl"}


@dataclass(frozen=True, slots=True)
class FileText:
    """One text found in a file: what was parsed, or why it could not be. `identifier` names it where it has no URL."""

    identifier: str
    name: str
    parsed: ParsedArticle | None = None
    error: str = ""


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Every file named, and every .txt, .html and .jsonl below every folder named, in a stable order.

    Hidden files are left out. Raises FileNotFoundError for a path that is not there.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(
                file
                for file in path.rglob("*")
                if file.suffix.lower() in SUFFIXES
                and file.is_file()
                and not any(part.startswith(".") for part in file.relative_to(path).parts)
            )
            found.update(dict.fromkeys(file.resolve() for file in inside))
        elif path.exists():
            found[path.resolve()] = None
        else:
            raise FileNotFoundError(f"There is no file or folder {path}.")
    return list(found)


def read_file(path: Path, *, today: date) -> Iterator[FileText]:
    """The texts in one file: one for .txt and .html, one for each line of .jsonl. A bad text becomes an error, and the
    next one is read. `today` bounds the dates that a text may bear."""
    identifier = path.absolute().as_uri()
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        refusal = f"Files of type {suffix or '(none)'} are not read: use .txt, .html or .jsonl."
        yield FileText(identifier, path.name, error=refusal)
        return
    try:
        if suffix == ".jsonl":
            with path.open("rb") as lines:
                for row in parse_rows(lines, today=today):
                    yield FileText(
                        f"{identifier}#{_name_of(row)}",
                        f"{path.name}, line {row.line}",
                        row.article,
                        str(row.error or ""),
                    )
            return
        check_size(path.stat().st_size)
        data = path.read_bytes()
        parsed = parse_html(data, today=today) if suffix != ".txt" else parse_text(data, name=path.name, today=today)
    except ParseError as error:
        yield FileText(identifier, path.name, error=str(error))
    except OSError as error:
        yield FileText(identifier, path.name, error=f"The file cannot be read: {error.strerror}.")
    else:
        yield FileText(identifier, path.name, parsed)


def _name_of(row: ParsedRow) -> str:
    """Names a row: by its id, else by its words, because its line number would name another row once a line is put
    before it. A row that cannot be read has nothing but its line."""
    if row.identifier or row.article is None:
        return row.identifier or f"line={row.line}"
    return f"sha256={hashlib.sha256(row.article.text.encode()).hexdigest()[:24]}"
