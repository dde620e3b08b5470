"""Articles and publishers in the API, apart from what all resources share (tests/claims/api)."""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from articles.models import ArticleVersion, Passage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _whole_allowance() -> None:
    cache.clear()


def test_article_with_its_versions_and_the_text_of_the_current_one(client: Client) -> None:
    article = factories.ArticleFactory.create(published_on=date(2025, 2, 25), byline="Ada Novak")
    first = factories.VersionFactory.create(article=article, text="Ninety voted for it.")
    ArticleVersion.objects.filter(pk=first.pk).update(is_current=False)
    second = factories.VersionFactory.create(article=article, number=2, text="Ninety-three voted for it.")
    Passage.objects.create(version=second, kind="body", start=0, end=26)
    found = client.get(reverse("api:article-detail", args=[article.pk])).json()
    assert found["url"] == f"http://127.0.0.1:8000{article.get_absolute_url()}"
    assert found["api_url"] == f"http://127.0.0.1:8000/api/v1/articles/{article.pk}/"
    assert found["original_url"] == article.url
    assert found["published_on"] == "2025-02-25"
    assert found["byline"] == "Ada Novak"
    assert found["note"] is None
    assert [version["number"] for version in found["versions"]] == [1, 2]
    assert "text" not in found["versions"][0]
    assert found["current"]["text"] == "Ninety-three voted for it."
    assert found["current"]["passages"] == [
        {"kind": "body", "start": 0, "end": 26, "author": None, "published_on": None, "title": None, "site": None}
    ]


def test_article_without_a_text_yet(client: Client) -> None:
    article = factories.ArticleFactory.create()
    found = client.get(reverse("api:article-detail", args=[article.pk])).json()
    assert found["current"] is None
    assert found["versions"] == []


@pytest.mark.parametrize("is_public", [True, False])
def test_original_of_a_copy_is_named_if_it_is_public(client: Client, is_public: bool) -> None:
    original = factories.ArticleFactory.create(is_public=is_public)
    copy = factories.ArticleFactory.create(copy_of=original)
    found = client.get(reverse("api:article-detail", args=[copy.pk])).json()
    assert found["copy_of"] == (original.pk if is_public else None)


def test_publishers_of_public_articles_are_listed(client: Client) -> None:
    paper, desk = factories.PublisherFactory.create(country="GB"), factories.PublisherFactory.create(kind="own", url="")
    for publisher in (paper, desk):
        factories.ArticleFactory.create(publisher=publisher)
    factories.ArticleFactory.create(is_public=False)
    rows = client.get(reverse("api:publisher-list")).json()["results"]
    assert [row["id"] for row in rows] == [desk.pk, paper.pk]
    assert rows[0]["website"] is None
    assert rows[1]["country"] == "GB"
