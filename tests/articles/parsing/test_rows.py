import io
import json
from datetime import date

import pytest

from articles.parsing import ParsedRow, PassageKind, parse_rows

BODY = "The ferry sank on Friday.\n\nAll 12 people were rescued, the coast guard said."


def row(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def only(line: bytes) -> ParsedRow:
    (result,) = parse_rows([line])
    return result


def test_a_whole_row() -> None:
    result = only(
        row(
            id="f1", title="Ferry sinks", body=BODY, url="https://example.org/f", publisher="Harbour Times",
            published_at="2025-06-20T23:30:00-05:00", byline="Ana Ruiz", language="en-GB",
        )
    )  # fmt: skip
    assert (result.line, result.identifier, result.error) == (1, "f1", None)
    article = result.article
    assert article
    assert article.text == BODY
    assert (article.title, article.byline, article.publisher) == ("Ferry sinks", "Ana Ruiz", "Harbour Times")
    assert (article.url, article.language, article.published_on) == (
        "https://example.org/f",
        "en-GB",
        date(2025, 6, 20),
    )
    assert [passage.kind for passage in article.passages] == [PassageKind.BODY, PassageKind.BODY]


def test_a_body_is_kept_to_the_letter_but_for_its_line_ends() -> None:
    body = "  One \r\n\tTwo\xa0\r\n\r\n\u200bThree “x”  "
    article = only(row(body=body)).article
    assert article
    assert article.text == body.replace("\r\n", "\n")


def test_a_row_says_less_than_its_text_and_the_text_fills_in() -> None:
    article = only(row(body="Ferry sinks\n\nBy Ana Ruiz\nJune 20, 2025\n\n" + BODY, title=None)).article
    assert article
    assert (article.title, article.byline, article.published_on) == ("Ferry sinks", "Ana Ruiz", date(2025, 6, 20))


def test_html_rows() -> None:
    html = f"<html><body><article><p>{BODY} It was built in 1990 and sold twice.</p></article></body></html>"
    article = only(row(html=html, title="Ferry sinks", published_at="June 20, 2025")).article
    assert article
    assert "All 12 people were rescued" in article.text
    assert (article.title, article.published_on) == ("Ferry sinks", date(2025, 6, 20))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{not json}", "This line is not JSON: "),
        (b"[1, 2]", "not an object"),
        (b'{"body": "caf\xe9"}', "not UTF-8"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"body": "x", "n": ' + b"9" * 10_000 + b"}", "a number is too long"),
        (row(title="No text"), "neither “body” nor “html”"),
        (row(body=["a", "list"]), "Its “body” is not a text."),
        (row(body=" \n "), "The file is empty."),
        (row(body="a \0 b"), "NUL"),
        (b'{"body": "half \\ud800"}', "unpaired surrogate"),
        (b'{"body": "x", "title": "half \\ud800"}', "unpaired surrogate"),
        (row(body="x", published_at="soon"), "Its “published_at” is not a date"),
        (row(body="x", language="English, mostly"), "Its “language” is not a language code"),
        (row(html="<html><body></body></html>"), "No article text"),
        (row(body="x" * 2000), "the limit for one article is 0.001 MB"),
    ],
)
def test_bad_lines_say_why_and_stop_nothing(line: bytes, message: str) -> None:
    results = list(
        parse_rows(
            [row(body=BODY, id=1), line, row(body=BODY, id="last")], max_bytes=1_000 if b"xxx" in line else 10**6
        )
    )
    assert [(result.line, result.article is not None) for result in results] == [(1, True), (2, False), (3, True)]
    assert message in str(results[1].error)
    assert results[0].identifier == "1"


def test_a_bad_row_keeps_its_identifier() -> None:
    assert only(row(id="f9")).identifier == "f9"
    assert only(row(id={"not": "one"})).identifier == ""


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    stream = io.BytesIO(b"\xef\xbb\xbf" + row(body=BODY) + b"\n  \r\n" + row(body=BODY))
    assert [(result.line, result.error) for result in parse_rows(stream)] == [(1, None), (4, None)]
