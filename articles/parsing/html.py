"""Web pages: trafilatura finds the text, title, byline and site, htmldate (through trafilatura) the date.

The captured text is what trafilatura takes for the article, one paragraph a line: scripts, styles, menus and readers'
comments never come through. Passages are then found in it as in any plain text.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from lxml import etree
from lxml import html as lxml_html
from trafilatura import bare_extraction
from trafilatura.settings import Document

from articles.parsing.decode import MAX_BYTES, decode
from articles.parsing.text import mark_passages
from articles.parsing.types import ParsedArticle, ParseError

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{1,40})", re.IGNORECASE)
_DECLARATION_BYTES = 4096
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")
_EARLIEST, _LATEST = "1990-01-01", "2099-12-31"


def parse_html(
    data: bytes | str, *, url: str = "", today: date | None = None, max_bytes: int = MAX_BYTES
) -> ParsedArticle:
    """Read a saved or fetched web page. `url` is where it came from; else the page's own canonical address is given.

    No date later than the day after `today` is believed. `max_bytes` limits the size of the page.
    Raises ParseError, with one plain sentence, for what cannot be read: too large, empty, binary, of unknown encoding,
    nested more deeply than any real page (256 levels, libxml2's limit), or without text.
    """
    page = decode(data, declared=_declared_encoding(data), max_bytes=max_bytes)
    tree = _parse_tree(page)
    found = _extract(tree, url)
    published_on = date.fromisoformat(found.date) if found.date else None
    if published_on and today and published_on > today + timedelta(days=1):
        published_on = None
    language = str(tree.get("lang") or "").strip()
    article = mark_passages(decode(found.text or ""), title=found.title or "", today=today)
    return replace(
        article,
        title=found.title or article.title,
        byline=(found.author or "").replace("; ", ", ") or article.byline,
        published_on=published_on or article.published_on,
        url=url or found.url or "",
        publisher=found.sitename or article.publisher,
        language=language if _LANGUAGE.fullmatch(language) else article.language,
    )


def _extract(tree: lxml_html.HtmlElement, url: str) -> Document:
    try:
        found = bare_extraction(
            tree,
            url=url or None,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,  # only where a page says when it was published, never a date from its text
                "min_date": _EARLIEST,
                "max_date": _LATEST,  # htmldate makes "2025-06-01" of a date that is too late
            },
        )
    except Exception as error:  # pages are anybody's, and what trips the extractor over one is not ours to list
        raise ParseError(f"This page could not be read ({type(error).__name__}).") from error
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise ParseError("No article text was found in this page.")
    return found


def _declared_encoding(data: bytes | str) -> str:
    """The encoding that a page's own meta tag names (HTML Standard, 13.2.3.2), or ""."""
    match = _DECLARED.search(data[:_DECLARATION_BYTES]) if isinstance(data, bytes) else None
    return match[1].decode("ascii", "ignore") if match else ""


def _parse_tree(page: str) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(page.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ParseError("This page holds no HTML that can be read.") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ParseError("This page is nested too deeply to be read.")
    return tree
