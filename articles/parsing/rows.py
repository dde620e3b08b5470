"""JSON Lines: one article a line, each read by itself, so that a bad line costs nothing but itself.

Keys: `body` (plain text) or `html`; optional `title`, `url`, `publisher`, `published_at` (ISO 8601 date or date and
time, or a date as publications write it), `byline`, `language` (BCP 47) and `id` (text or number, for reports). Other
keys are ignored. What a row says of itself counts for more than what its text shows.
Format: https://jsonlines.org (UTF-8, one JSON value a line).
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from articles.parsing.dates import parse_date_line
from articles.parsing.decode import MAX_BYTES, check_size, decode
from articles.parsing.html import parse_html
from articles.parsing.text import mark_passages
from articles.parsing.types import ParsedArticle, ParseError

_TEXT_KEYS = ("title", "body", "html", "url", "publisher", "published_at", "byline", "language")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """What became of line `line` (from 1): an article, or the error that says why there is none.

    `identifier` is the row's own `id`, "" where it has none or could not be read.
    """

    line: int
    identifier: str
    article: ParsedArticle | None = None
    error: ParseError | None = None


def parse_rows(lines: Iterable[bytes], *, today: date | None = None, max_bytes: int = MAX_BYTES) -> Iterator[ParsedRow]:
    """Read the lines of a .jsonl file (any iterable of bytes, such as a file opened with "rb"), one result for each.

    Empty lines are passed over. Nothing is raised for a bad line: its result carries the ParseError. `max_bytes` limits
    each line; `today` bounds dates as in `parse_text`.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        identifier = ""
        try:
            row = _read_row(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, max_bytes)
            identifier = _identifier(row)
            yield ParsedRow(number, identifier, article=_parse_row(row, today, max_bytes))
        except ParseError as error:
            yield ParsedRow(number, identifier, error=error)


def _read_row(line: bytes, max_bytes: int) -> dict[str, Any]:
    check_size(len(line), max_bytes=max_bytes)
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ParseError("This line is not UTF-8.") from error
    except RecursionError as error:
        raise ParseError("This line is JSON nested too deeply to be read.") from error
    except ValueError as error:
        why = (
            f"{error.msg} at character {error.colno}"
            if isinstance(error, json.JSONDecodeError)
            else "a number is too long"
        )
        raise ParseError(f"This line is not JSON: {why}.") from error
    if not isinstance(row, dict):
        raise ParseError("This line is JSON, but not an object with keys such as title and body.")
    return row


def _identifier(row: dict[str, Any]) -> str:
    found = row.get("id")
    return str(found)[:200] if isinstance(found, str | int) and not isinstance(found, bool) else ""


def _parse_row(row: dict[str, Any], today: date | None, max_bytes: int) -> ParsedArticle:
    for key in _TEXT_KEYS:
        if row.get(key) is not None and not isinstance(row[key], str):
            raise ParseError(f"Its “{key}” is not a text.")
    given = {key: _one_line(row.get(key) or "") for key in _TEXT_KEYS if key not in {"body", "html"}}
    published_on = _published_on(given["published_at"], today)
    if given["language"] and not _LANGUAGE.fullmatch(given["language"]):
        raise ParseError("Its “language” is not a language code such as en or pt-BR.")
    if row.get("body"):
        article = mark_passages(decode(row["body"], max_bytes=max_bytes), title=given["title"], today=today)
    elif row.get("html"):
        article = parse_html(row["html"], url=given["url"], today=today, max_bytes=max_bytes)
    else:
        raise ParseError("It has neither “body” nor “html”.")
    return replace(
        article,
        title=given["title"] or article.title,
        byline=given["byline"] or article.byline,
        url=given["url"] or article.url,
        publisher=given["publisher"] or article.publisher,
        language=given["language"] or article.language,
        published_on=published_on or article.published_on,
    )


def _one_line(value: str) -> str:
    """A field's value on one line. Raises ParseError where it cannot be stored."""
    return " ".join(decode(value).split()) if value.strip() else ""


def _published_on(value: str, today: date | None) -> date | None:
    if not value:
        return None
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        dated = parse_date_line(value, today=today)
        if not dated or dated[0] is None:
            raise ParseError("Its “published_at” is not a date such as 2025-06-20.") from None
        return dated[0]
