from datetime import date

import pytest

from articles.parsing import ParseError, PassageKind, parse_html
from tests.articles.parsing.readings import words

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry sinks off the pier - Harbour Times</title>
<meta property="og:site_name" content="Harbour Times"><meta name="author" content="Ana Ruiz">
<meta property="article:published_time" content="2025-06-20T10:00:00+01:00"><style>p {color: red}</style></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry sinks off the pier</h1><p>By Ana Ruiz</p>
<p>The ferry sank on Friday with 12 people on board, the coast guard said in a note &amp; a call.</p>
<script>var stolen = "cookies";</script><ul><li>All 12 people were rescued by nine boats.</li></ul>
<p>The owner’s office said the hull had been inspected in May, and that it would wait for the inquiry.</p></article>
<div class="comments"><p>I was there and saw none of it.</p></div></body></html>"""


def test_a_page() -> None:
    article = parse_html(PAGE.encode(), url="https://example.org/ferry")
    assert (article.title, article.byline, article.publisher) == (
        "Ferry sinks off the pier",
        "Ana Ruiz",
        "Harbour Times",
    )
    assert (article.published_on, article.language) == (date(2025, 6, 20), "en-GB")
    assert article.url == "https://example.org/ferry"
    assert words(article, PassageKind.TITLE) == ["Ferry sinks off the pier"]
    assert words(article, PassageKind.META) == ["By Ana Ruiz"]
    assert words(article, PassageKind.BODY)[1] == "All 12 people were rescued by nine boats."
    for unwanted in ("stolen", "color", "Home", "I was there"):
        assert unwanted not in article.text


def test_text_and_bytes_are_read_alike() -> None:
    assert parse_html(PAGE) == parse_html(PAGE.encode())


def test_a_declared_encoding_is_used() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1251"').replace("owner", "Владелец")
    assert "Владелец’s office" in parse_html(page.encode("cp1251")).text


def test_utf_8_counts_for_more_than_a_wrong_declaration() -> None:
    assert "owner’s" in parse_html(PAGE.replace('charset="utf-8"', 'charset="latin-1"').encode()).text


def test_dates_after_today_are_not_believed() -> None:
    assert parse_html(PAGE, today=date(2025, 6, 1)).published_on is None


def test_a_date_in_the_text_is_not_a_date_of_publication() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2025-06-20T10:00:00+01:00">', "")
    assert parse_html(page.replace("in May", "on 3 May 2019")).published_on is None


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table"])
def test_deep_nesting_is_refused(tag: str) -> None:
    with pytest.raises(ParseError, match="nested too deeply"):
        parse_html("<html><body>" + f"<{tag}>" * 100_000 + "text")


def test_many_unclosed_paragraphs_are_not_nested() -> None:
    assert parse_html("<html><body><article>" + "<p>The ferry sank on Friday, the coast guard said." * 5000).passages


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<script>alert(1)</script>", "<!-- nothing -->"])
def test_pages_without_text(page: str) -> None:
    with pytest.raises(ParseError):
        parse_html(page)


def test_any_address_is_taken() -> None:
    for url in ("http://[", "not an address", "javascript:alert(1)"):
        assert parse_html(PAGE, url=url).title == "Ferry sinks off the pier"


def test_binary_is_refused() -> None:
    with pytest.raises(ParseError, match="a PDF"):
        parse_html(b"%PDF-1.4")
