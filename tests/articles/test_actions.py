"""Taking in articles: what is new, what is known, what is refused, and two processes at it at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from articles.actions import add_article, checked_url, publisher_named, publishers_named, record_failure
from articles.models import Article, ArticleVersion, IngestAttempt, Passage, Publisher
from articles.parsing.types import ParsedArticle, PassageKind
from articles.parsing.types import Passage as ParsedPassage
from tests.factories import PublisherFactory

pytestmark = pytest.mark.django_db

A = "The council adopted the plan with nine votes."
B = "The council adopted the plan with eight votes."
URL = "https://paper.example.org/plan"


@pytest.fixture
def publisher() -> Publisher:
    return PublisherFactory.create()


def parsed(*parts: tuple[PassageKind, str], **fields: Any) -> ParsedArticle:
    """An article of these passages, one on each line."""
    passages, start = [], 0
    for kind, words in parts:
        passages.append(ParsedPassage(kind, start, start + len(words)))
        start += len(words) + 1
    return ParsedArticle("\n".join(words for _, words in parts), passages=tuple(passages), **fields)


def body(words: str, **fields: Any) -> ParsedArticle:
    return parsed((PassageKind.BODY, words), **fields)


def add(publisher: Publisher, article: ParsedArticle, **options: Any) -> tuple[str, ArticleVersion]:
    attempt = add_article(parsed=article, publisher=publisher, **options)
    assert attempt.version is not None
    return attempt.outcome, attempt.version


def test_a_new_text_is_kept_as_it_was_parsed(publisher: Publisher) -> None:
    article = parsed(
        (PassageKind.TITLE, "Council adopts plan"),
        (PassageKind.POST, A),
        title=" Council adopts plan ",
        byline="By Ann Example",
        published_on=date(2025, 2, 25),
        url=URL,
        language="en-GB",
    )
    outcome, version = add(publisher, article, note="A digest", is_public=True, is_based_on=f"{URL}/long?utm_source=x")
    assert (outcome, version.number, version.is_current, version.text) == ("added", 1, True, article.text)
    kept = version.article
    assert (kept.identifier, kept.url, kept.is_based_on) == (URL, URL, f"{URL}/long")
    assert (kept.title, kept.byline, kept.published_on) == ("Council adopts plan", "By Ann Example", date(2025, 2, 25))
    assert (kept.language, kept.note, kept.is_public, kept.publisher) == ("en-GB", "A digest", True, publisher)
    assert list(Passage.objects.values_list("kind", "start", "end")) == [("title", 0, 19), ("post", 20, 20 + len(A))]


def test_the_same_text_again_changes_nothing(publisher: Publisher) -> None:
    _, first = add(publisher, body(A, url=URL))
    assert add(publisher, body(f"  {A}\n\n", url=f"{URL}?utm_campaign=x#top")) == ("unchanged", first)
    assert IngestAttempt.objects.count() == 2
    assert ArticleVersion.objects.count() == 1


def test_an_edited_text_is_a_new_version_and_so_is_the_edit_undone(publisher: Publisher) -> None:
    _, first = add(publisher, body(A, url=URL, title="Nine"))
    outcome, second = add(publisher, body(B, url=URL, title="Eight"))
    assert (outcome, second.number, second.article) == ("new_version", 2, first.article)
    assert add(publisher, body(A, url=URL, title="Nine"))[0] == "new_version"
    assert [version.text for version in first.article.versions.all()] == [A, B, A]
    assert first.article.versions.get(is_current=True).number == 3
    assert Article.objects.get().title == "Nine"


def test_boilerplate_does_not_count_as_content(publisher: Publisher) -> None:
    cookie = (PassageKind.BOILERPLATE, "We use cookies.")
    _, first = add(publisher, parsed((PassageKind.BODY, A), cookie, url=URL))
    changed = (PassageKind.BOILERPLATE, "We value your privacy.")
    assert add(publisher, parsed(changed, (PassageKind.BODY, A), url=URL)) == ("unchanged", first)
    assert add(publisher, parsed((PassageKind.BODY, B), cookie, url=URL))[0] == "new_version"


def test_a_moved_file_is_the_same_document_and_a_copy_at_a_url_is_not(publisher: Publisher) -> None:
    _, first = add(publisher, body(A), identifier="file:///a.txt")
    assert add(publisher, body(A), identifier="file:///moved/b.txt") == ("unchanged", first)
    assert IngestAttempt.objects.latest("id").identifier == "file:///moved/b.txt"
    outcome, copy = add(publisher, body(A, url=URL))
    assert outcome == "added"
    assert copy.article != first.article


def test_a_changed_file_is_a_new_version(publisher: Publisher) -> None:
    _, first = add(publisher, body(A), identifier="file:///a.txt")
    outcome, second = add(publisher, body(B), identifier="file:///a.txt")
    assert (outcome, second.article) == ("new_version", first.article)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("  \n", ""),
        ("HTTPS://Paper.Example.org/Plan", "https://paper.example.org/Plan"),
        ("https://paper.example.org/plan?utm_source=x&id=7#top", "https://paper.example.org/plan?id=7"),
        ("https://paper.example.org/plan?id=7&a=1", "https://paper.example.org/plan?a=1&id=7"),
        ("https://paper.example.org:443/plan", "https://paper.example.org/plan"),
        ("http://paper.example.org/café", "http://paper.example.org/caf%C3%A9"),
        ("http://paper.example.org/the plan", "http://paper.example.org/the%20plan"),
    ],
)
def test_one_address_for_one_page(given: str, kept: str) -> None:
    assert checked_url(given) == kept
    assert checked_url(kept) == kept


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://paper.example.org/",
        "file:///etc/passwd",
        "ftp://paper.example.org/plan",
        "data:text/html,<b>x</b>",
        "//paper.example.org/plan",
        "paper.example.org/plan",
        "https://",
        "http://[::1",
        "https://paper example.org/",
        "not a url",
    ],
)
def test_what_is_no_web_address_is_refused(url: str, publisher: Publisher) -> None:
    with pytest.raises(ValidationError, match="This is not a web address"):
        add_article(parsed=body(A, url=url), publisher=publisher)
    with pytest.raises(ValidationError, match="This is not a web address"):
        add_article(parsed=body(A, url=URL), publisher=publisher, is_based_on=url)
    assert not Article.objects.exists()


def test_what_would_not_fit_is_refused_with_a_sentence(publisher: Publisher) -> None:
    with pytest.raises(ValidationError, match="longer than 600 characters"):
        add_article(parsed=body(A, url=f"{URL}/{'x' * 600}"), publisher=publisher)
    with pytest.raises(ValidationError, match="language tag is too long"):
        add_article(parsed=body(A, url=URL, language="en-abcdefgh-abcdefgh"), publisher=publisher)
    with pytest.raises(ValidationError, match="needs a URL or an identifier"):
        add_article(parsed=body(A), publisher=publisher)


def test_long_fields_are_cut_and_long_identifiers_told_apart(publisher: Publisher) -> None:
    long = "é" * 700
    _, first = add(publisher, body(A, title=long, byline=long), identifier=f"file:///{long}/a.txt", note=long)
    _, second = add(publisher, body(B), identifier=f"file:///{long}/b.txt")
    assert first.article != second.article
    assert first.article.identifier.endswith("/a.txt")
    assert len(first.article.identifier) <= 600
    assert (len(first.article.title), len(first.article.byline), len(first.article.note)) == (300, 200, 300)
    assert add(publisher, body(A), identifier=f"file:///{long}/a.txt") == ("unchanged", first)


def test_a_text_without_title_is_called_by_its_first_words(publisher: Publisher) -> None:
    article = parsed((PassageKind.META, "By Ann"), (PassageKind.BODY, "  One   two\tthree. " * 20), url=URL)
    _, version = add(publisher, article)
    assert version.title.startswith("One two three. One two")
    assert len(version.title) <= 90
    assert version.title.endswith("…")
    assert add(publisher, ParsedArticle("Only text."), identifier="a")[1].title == "Only text."


def test_a_failure_is_kept_with_its_reason() -> None:
    attempt = record_failure(identifier="file:///a.pdf", reason="This is a PDF, not text.")
    assert (attempt.outcome, attempt.version, attempt.reason) == ("failed", None, "This is a PDF, not text.")
    assert len(record_failure(identifier="x" * 5000, reason="No.").identifier) <= 600


def test_publishers_are_found_by_name_and_made_once() -> None:
    first = publisher_named(name="  The  Café Paper ")
    assert (first.name, first.slug, first.kind) == ("The Café Paper", "the-cafe-paper", "outlet")
    assert publisher_named(name="The Café Paper", kind=Publisher.Kind.AGENCY) == first
    assert publisher_named(name="The Cafe Paper").slug == "the-cafe-paper-2"
    assert publisher_named(name="The: Cafe Paper").slug == "the-cafe-paper-3"
    assert publisher_named(name="新闻").slug == "publisher"
    assert publisher_named(name="Новости").slug == "publisher-2"
    assert len(publisher_named(name="long " * 100).name) <= 200
    with pytest.raises(ValidationError, match="needs a name"):
        publisher_named(name=" \n")


def test_many_publishers_are_those_that_one_after_another_would_be(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    known = publisher_named(name="The Paper")
    names = ["The  Paper", "Café Post", "Cafe Post", "The: Paper", " Café  Post"]
    found = publishers_named(names=names)
    assert found.keys() == set(names)
    assert found["The  Paper"] == known
    assert found["Café Post"] == found[" Café  Post"]
    assert [(found[name].name, found[name].slug) for name in names[1:4]] == [
        ("Café Post", "cafe-post"),
        ("Cafe Post", "cafe-post-2"),
        ("The: Paper", "the-paper-2"),
    ]
    with django_assert_num_queries(3):  # with the two of the transaction
        assert publishers_named(names=names) == found
    with django_assert_num_queries(5):
        publishers_named(names=[f"Outlet {number}" for number in range(20)])
    with pytest.raises(ValidationError, match="needs a name"):
        publishers_named(names=["The Paper", " "])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("texts", "outcomes"), [((A, A), {"added", "unchanged"}), ((A, B), {"added", "new_version"})])
def test_two_processes_adding_one_article_at_once(texts: tuple[str, str], outcomes: set[str]) -> None:
    publisher, barrier = PublisherFactory.create(), Barrier(2)

    def take_in(text: str) -> str:
        try:
            barrier.wait(timeout=10)
            return add(publisher, body(text, url=URL))[0]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert set(pool.map(take_in, texts)) == outcomes
    article = Article.objects.get()
    assert article.versions.filter(is_current=True).count() == 1
    assert sorted(article.versions.values_list("number", flat=True)) == list(range(1, len(set(texts)) + 1))
