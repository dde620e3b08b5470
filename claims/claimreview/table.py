"""A ClaimReview as one row of a table, for spreadsheets: what fits into cells, under the paths of its properties.

A cell that begins with = + - @ (after spaces too, and in the wide forms of Asian keyboards), with a tab or with the end
of a line is run as a formula by one program or another, so it is given an apostrophe in front (OWASP, "CSV injection").
One that has apostrophes before such a character gets one more: `plain` takes exactly one away and gives back what was
there. Several addresses stand in one cell, a space between them.
"""

import re
from collections.abc import Mapping
from typing import Any

COLUMNS = (
    "url",
    "claimReviewed",
    "headline",
    "reviewBody",
    "inLanguage",
    "datePublished",
    "author.name",
    "author.url",
    "reviewRating.alternateName",
    "reviewRating.ratingValue",
    "reviewRating.worstRating",
    "reviewRating.bestRating",
    "itemReviewed.text",
    "itemReviewed.inLanguage",
    "itemReviewed.datePublished",
    "itemReviewed.author.name",
    "itemReviewed.author.sameAs",
    "itemReviewed.appearance.url",
    "citation.url",
)
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")


def safe(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """What `safe` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def cells(document: Mapping[str, Any]) -> list[str]:
    """The row of a ClaimReview, in the order of COLUMNS: not yet safe, which they are made as they are written."""
    return [" ".join(_at(document, column.split("."))) for column in COLUMNS]


def nested(row: Mapping[str, str]) -> dict[str, Any]:
    """The ClaimReview that a row with such columns tells of; other columns are left out. Empty cells say nothing."""
    document: dict[str, Any] = {}
    for column in COLUMNS:
        value = plain(row.get(column) or "")
        if not value:
            continue
        *path, last = column.split(".")
        if path in (["itemReviewed", "appearance"], ["citation"]):
            _inside(document, path[:-1])[path[-1]] = [{"@type": "CreativeWork", last: url} for url in value.split()]
        else:
            _inside(document, path)[last] = value
    return document


def _inside(document: dict[str, Any], path: list[str]) -> dict[str, Any]:
    for step in path:
        document = document.setdefault(step, {})
    return document


def _at(value: Any, path: list[str]) -> list[str]:
    """The texts at the end of `path`, which may go through lists."""
    if isinstance(value, list):
        return [text for each in value for text in _at(each, path)]
    if path:
        return _at(value[path[0]], path[1:]) if isinstance(value, Mapping) and path[0] in value else []
    return [str(value)] if isinstance(value, str | int | float) else []
