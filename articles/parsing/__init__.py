"""Read captured text, HTML and JSON Lines into articles with their passages. No database, network or clock."""

from articles.parsing.decode import MAX_BYTES, check_size
from articles.parsing.html import parse_html
from articles.parsing.rows import ParsedRow, parse_rows
from articles.parsing.text import parse_text
from articles.parsing.types import ParsedArticle, ParseError, Passage, PassageKind

__all__ = [
    "MAX_BYTES",
    "ParseError",
    "ParsedArticle",
    "ParsedRow",
    "Passage",
    "PassageKind",
    "check_size",
    "parse_html",
    "parse_rows",
    "parse_text",
]
