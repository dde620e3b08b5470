"""Reads ClaimReviews out of files: pages, DataFeeds, JSON Lines, tables. One thing at a time, so memory stays flat.

What is found is handed over as it stands, as a dict, with the number of its row; what cannot be read is handed over as
an error with its number, and reading goes on wherever the format lets it: at the next line, never inside broken JSON.
The forms: JSON-LD alone, in a list, in an @graph or in a page's script elements; the DataFeed of Data Commons, whose
items are lists; its dump of 2019, a script element on each line; flat rows with the names that data sets use.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import ijson
from ijson.common import ObjectBuilder
from lxml import etree, html

from claims.claimreview.table import nested, plain

LONGEST_LINE = 1_000_000  # bytes of one line or cell
LARGEST_PAGE = 12_000_000  # bytes of an HTML page, which is read as a whole
MOST_PARTS = 20_000  # values in one review
DEEPEST = 30  # levels of one JSON document
KINDS = ("json", "jsonl", "csv", "html")
_LISTS = ("item", "dataFeedElement.item", "@graph.item", "dataFeedElement", "@graph")
_SUFFIXES = {"jsonld": "json", "ndjson": "jsonl", "txt": "jsonl", "htm": "html"} | {kind: kind for kind in KINDS}
_TYPES = {"ld+json": "json", "x-ndjson": "jsonl", "xhtml+xml": "html"} | {kind: kind for kind in KINDS}


class UnreadableError(ValueError):
    """Nothing can be read from here on; the message says why."""


@dataclass(frozen=True, slots=True)
class Found:
    """The review in row `number`, counted from 1, or the reason for which there is none."""

    number: int
    review: dict[str, Any] | None = None
    error: str = ""


def kind_of(name: str, *, content_type: str = "") -> str:
    """The one of KINDS that a file of this name or type is. Raises UnreadableError for any other."""
    said = _TYPES.get(content_type.partition(";")[0].strip().lower().rpartition("/")[2], "")
    found = _SUFFIXES.get(name.lower().rpartition(".")[2], "") or said
    if not found:
        raise UnreadableError("Files are read that end in .json, .jsonl, .csv, .html or .txt.")
    return found


def read_reviews(file: BinaryIO, kind: str) -> Iterator[Found]:
    """The reviews in `file`, in order. Never raises for what stands in the file: it ends with an error instead."""
    readers = {"json": _json, "jsonl": _lines, "csv": _table, "html": _page}
    number = 0
    rows = readers[kind](file)
    while True:
        try:
            row = next(rows, None)
        except UnreadableError as error:
            yield Found(number + 1, error=str(error))
            return
        if row is None:
            return
        number += 1
        yield Found(number, error=row) if isinstance(row, str) else Found(number, row)


Row = dict[str, Any] | str
"""A review, or why it cannot be read."""


def _lines(file: BinaryIO) -> Iterator[Row]:
    while line := file.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            while line and not line.endswith(b"\n"):
                line = file.readline(LONGEST_LINE)
            yield f"The line is longer than {LONGEST_LINE:,} bytes."
        elif text := line.strip().removeprefix(b"\xef\xbb\xbf"):
            if text.startswith(b"<script"):
                text = text[text.find(b">") + 1 :].removesuffix(b"</script>")
            yield from _document(text)


def _document(text: bytes | str) -> Iterator[Row]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield f"This is not JSON: {_short(error)}"
        return
    reviews = list(_reviews(document))
    yield from reviews or ["There is no ClaimReview in it."]


def _reviews(value: Any, depth: int = 0) -> Iterator[Row]:
    """The ClaimReviews in a document, and flat rows, which have no type."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _reviews(each, depth + 1)
    elif isinstance(value, dict):
        types = value.get("@type")
        names = types if isinstance(types, list) else [types]
        is_flat = types is None and depth == 0 and ("claimReviewed" in value or "rating" in value)
        if "ClaimReview" in names or is_flat:
            yield value
        else:
            for name in ("@graph", "item", "dataFeedElement", "mainEntity", "hasPart"):
                yield from _reviews(value.get(name), depth + 1)


def _json(file: BinaryIO) -> Iterator[Row]:
    """Each object of a list, feed or graph as soon as it ends; a document that is none of these, at its end."""
    inner: ObjectBuilder | None = None  # of the object that is being read
    root = ObjectBuilder()  # of everything outside of the lists
    depth = parts = found = 0
    for prefix, event, value in _events(file):
        parts += 1
        if parts > MOST_PARTS or depth > DEEPEST:
            raise UnreadableError("One review in it is larger than any review is.")
        if inner is None and event == "start_map" and prefix in _LISTS:
            inner, depth, parts = ObjectBuilder(), 0, 0
        if inner is not None:
            inner.event(event, value)
            depth += event in ("start_map", "start_array")
            depth -= event in ("end_map", "end_array")
            if depth == 0:
                found += 1
                yield from list(_reviews(inner.value)) or ["There is no ClaimReview in it."]
                inner, parts = None, 0
        else:
            root.event(event, value)
    if not found:
        yield from _reviews(getattr(root, "value", None))


def _events(file: BinaryIO) -> Iterator[tuple[str, str, Any]]:
    try:
        yield from ijson.parse(file, use_float=True)
    except (ijson.JSONError, ValueError, OverflowError) as error:
        raise UnreadableError(f"From here on this is not JSON: {_short(error)}") from error


def _page(file: BinaryIO) -> Iterator[Row]:
    data = file.read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        raise UnreadableError(f"The page is larger than {LARGEST_PAGE:,} bytes.")
    if not data.strip():
        raise UnreadableError("The page is empty.")
    try:
        page = html.document_fromstring(data)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(f"The page cannot be read: {_short(error)}") from error
    found = (script.text or "" for script in page.iter("script") if "ld+json" in script.get("type", ""))
    scripts = [text for text in found if "ClaimReview" in text]
    if not scripts:
        raise UnreadableError("There is no ClaimReview on the page.")
    for text in scripts:
        yield from _document(text)


def _table(file: BinaryIO) -> Iterator[Row]:
    rows = csv.reader(_decoded(file), strict=False)
    head = [name.strip() for name in _next(rows) or []]
    if not {"claimReviewed", "rating"} & set(head):
        raise UnreadableError("The table has no column “claimReviewed”.")
    while True:
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield f"The row cannot be read: {_short(error)}"
            continue
        if cells is None:
            return
        if len(cells) > len(head):
            yield "The row has more cells than the table has columns."
        elif cells:
            row = dict(zip(head, cells, strict=False))
            yield {"@type": "ClaimReview", **nested(row)} if "reviewRating.alternateName" in head else _unquoted(row)


def _unquoted(row: dict[str, str]) -> dict[str, Any]:
    """The cells as they were before they were made safe."""
    return {name: plain(cell) for name, cell in row.items()}


def _next(rows: Iterator[list[str]]) -> list[str] | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        raise UnreadableError(f"This is no table: {_short(error)}") from error


def _decoded(file: BinaryIO) -> Iterable[str]:
    """The lines as text. A byte that is not UTF-8 becomes U+FFFD: it spoils one cell, not the file."""
    first = True
    while line := file.readline(LONGEST_LINE):
        yield line.decode("utf-8-sig" if first else "utf-8", "replace").replace("\0", "")
        first = False


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
