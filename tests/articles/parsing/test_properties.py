"""What holds for any input: only ParseError is raised, and passages are in order, apart, and lose no word."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.parsing import ParsedArticle, ParseError, parse_html, parse_rows, parse_text
from articles.parsing.lines import BLANK, BULLETS
from tests.articles.parsing.test_forum import NUMBERED, PHPBB, SMF, THREAD
from tests.articles.parsing.test_html import PAGE
from tests.articles.parsing.test_text import BLOG, DIGEST

LINES = sorted({line for text in (NUMBERED, PHPBB, SMF, THREAD, BLOG, DIGEST) for line in text.split("\n")})
mixed = st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=60)), max_size=60).map("\n".join)
UNCOVERED = frozenset(BLANK + BULLETS)


def check(article: ParsedArticle) -> None:
    position = 0
    for passage in article.passages:
        assert position <= passage.start < passage.end <= len(article.text)
        assert set(article.text[position : passage.start]) <= UNCOVERED
        words = article.text[passage.start : passage.end]
        assert words == words.strip(BLANK)
        position = passage.end
    assert set(article.text[position:]) <= UNCOVERED


@settings(deadline=None, max_examples=300)
@given(st.one_of(mixed, mixed.map(lambda text: text + "\nSimilar threads\nPost reply"), st.text()))
def test_any_text(text: str) -> None:
    try:
        article = parse_text(text)
    except ParseError:
        return
    assert article.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    check(article)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    for parse in (parse_text, parse_html):
        try:
            check(parse(data))
        except ParseError:
            continue


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from([PAGE[i : i + 40] for i in range(0, len(PAGE), 40)]), max_size=40).map("".join))
def test_any_broken_page(page: str) -> None:
    try:
        check(parse_html(page))
    except ParseError:
        return


@settings(deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=80), mixed.map(lambda text: text.encode()))))
def test_any_lines(lines: list[bytes]) -> None:
    for result in parse_rows(lines):
        assert (result.article is None) != (result.error is None)


def test_long_lines_and_many_lines_take_linear_time() -> None:
    shapes = {
        "word, " * 170_000: 1,
        "." * 1_000_000: 1,
        "a" + " " * 1_000_000 + "b": 1,
        '!"' * 500_000: 1,
        "It is so. " * 100_000: 1,
        ("(a photo 12-12-12 / B " * 18 + "\n") * 600: 5,
        ("a@b.c by By Ana Ruiz " * 18 + "\n") * 600: 5,
        "ab cd\n" * 40_000: 10,
        ("It is said again and again that the pier is closed.\n\xa0\n" * 4_500) + "Similar threads": 10,
        ("The minister said:\nfoo\n" * 5_000) + "Similar threads\nPost reply": 10,
    }
    for text, seconds in shapes.items():
        started = time.process_time()
        parse_text(text)
        assert time.process_time() - started < seconds, text[:40]
