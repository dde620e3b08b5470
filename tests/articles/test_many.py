"""Taking in many texts at once gives what taking them in one after another gives."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import Incoming, add_articles
from articles.models import Article, ArticleVersion, IngestAttempt, Publisher
from articles.parsing.types import ParsedArticle, Passage, PassageKind
from tests.factories import PublisherFactory

pytestmark = pytest.mark.django_db

URL = "https://paper.example.org"


@pytest.fixture
def publisher() -> Publisher:
    return PublisherFactory.create()


def incoming(publisher: Publisher, text: str, *, url: str = "", identifier: str = "") -> Incoming:
    passages = (Passage(PassageKind.BODY, 0, len(text)),)
    return Incoming(ParsedArticle(text, url=url, passages=passages), publisher, identifier)


def test_each_text_has_its_outcome_in_order(publisher: Publisher) -> None:
    texts = [
        incoming(publisher, "First words.", url=f"{URL}/1"),
        incoming(publisher, "No address.", identifier="file:a"),
        incoming(publisher, "Bad address.", url="ftp://paper.example.org"),
        incoming(publisher, "Other words.", url=f"{URL}/1#part"),
        incoming(publisher, "Other words.", url=f"{URL}/1"),
        incoming(publisher, "No address.", identifier="file:b"),
        incoming(PublisherFactory.create(), "No address.", identifier="file:c"),
    ]
    attempts = add_articles(texts=texts)
    assert [attempt.outcome for attempt in attempts] == [
        "added", "added", "failed", "new_version", "unchanged", "unchanged", "added",
    ]  # fmt: skip
    assert "not a web address" in attempts[2].reason
    first, second = ArticleVersion.objects.filter(article__url=f"{URL}/1").order_by("number")
    assert (first.is_current, second.is_current, second.number) == (False, True, 2)
    assert attempts[5].version == attempts[1].version
    assert Article.objects.count() == 3
    assert [version.passages.count() for version in ArticleVersion.objects.all()] == [1, 1, 1, 1]
    again = add_articles(texts=texts[3:])
    assert {attempt.outcome for attempt in again} == {IngestAttempt.Outcome.UNCHANGED}


def test_many_texts_take_as_many_queries_as_one(publisher: Publisher) -> None:
    with CaptureQueriesContext(connection) as one:
        add_articles(texts=[incoming(publisher, "One.", url=f"{URL}/one")])
    with CaptureQueriesContext(connection) as many:
        add_articles(texts=[incoming(publisher, f"Text {place}.", url=f"{URL}/{place}") for place in range(40)])
    assert len(many) == len(one)
