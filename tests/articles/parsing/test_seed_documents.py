"""The five documents that the parser was made for, as they are. They are not part of the project; where the folder is
absent these tests are skipped and say so."""

from datetime import date
from pathlib import Path

import pytest

from articles.parsing import ParsedArticle, PassageKind, parse_text
from tests.articles.parsing.readings import passages, words
from tests.articles.parsing.test_properties import check

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "seed_documents"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the seed documents are not at {FOLDER}")


def read(number: str) -> ParsedArticle:
    (path,) = FOLDER.glob(f"{number}_*.txt")
    article = parse_text(path.read_bytes(), name=path.name)
    check(article)
    return article


def test_the_post_with_related_posts() -> None:
    article = read("000")
    assert article.title == article.text.split("\n")[0]
    assert article.published_on == date(2025, 4, 23)
    assert len(words(article, PassageKind.BODY)) == 1
    assert words(article, PassageKind.BOILERPLATE)[0] == "Related Posts"


def test_the_thread() -> None:
    article = read("001")
    assert len(words(article, PassageKind.POST)) == 12
    assert article.published_on is None
    assert not passages(article, PassageKind.BODY)
    pasted = max(passages(article, PassageKind.QUOTED), key=lambda passage: passage.end - passage.start)
    assert pasted.end - pasted.start > 15_000
    assert pasted.published_on == date(2025, 6, 20)
    lines = article.text.split("\n")
    assert {pasted.author, pasted.title, pasted.site} <= set(lines)
    standfirst, whole, repeated = passages(article, PassageKind.QUOTED)
    assert {(p.author, p.title) for p in (standfirst, whole, repeated)} == {(pasted.author, pasted.title)}
    assert article.text.count(article.text[repeated.start : repeated.end]) == 2


def test_the_digest() -> None:
    article = read("002")
    assert article.title == article.text.split("\n")[0]
    assert len(words(article, PassageKind.BODY)) == 10
    assert len(words(article, PassageKind.BOILERPLATE)) == 10


def test_the_text_with_an_attachment() -> None:
    article = read("003")
    assert (article.title, article.published_on) == ("", None)
    assert [passage.kind for passage in article.passages] == [
        PassageKind.BOILERPLATE,
        *[PassageKind.BODY] * 7,
        PassageKind.BOILERPLATE,
    ]


def test_the_signed_essay() -> None:
    article = read("004")
    assert (article.title, article.published_on) == ("", None)
    assert article.byline
    assert article.text.rstrip().endswith(" by " + article.byline)
    assert len(words(article, PassageKind.BODY)) == 5
