"""An operation that will go says so, from when and until when."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from articles.api.ageing import Ageing
from claims.api.views import TopicViewSet
from tests import factories

AGEING = Ageing(
    since=datetime(2026, 12, 1, tzinfo=UTC), until=datetime(2027, 12, 1, tzinfo=UTC), instead="https://example.org/v2/"
)


def test_headers_of_a_resource_that_will_go(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TopicViewSet, "ageing", AGEING)
    answer = client.get("/api/v1/topics/")
    assert answer["Deprecation"] == "@1796083200"
    assert answer["Sunset"] == "Wed, 01 Dec 2027 00:00:00 GMT"
    assert answer["Link"] == ('<https://example.org/v2/>; rel="deprecation", <https://example.org/v2/>; rel="sunset"')
    assert "Deprecation" in client.get("/api/v1/topics/1/")
    assert "Deprecation" not in client.get("/api/v1/claims/")


def test_the_links_of_a_page_stay(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    factories.ArticleFactory.create_batch(2)
    monkeypatch.setattr("articles.api.views.ArticleViewSet.ageing", AGEING)
    link = client.get("/api/v1/articles/?page_size=1")["Link"]
    assert 'rel="next", <https://example.org/v2/>; rel="deprecation"' in link


def test_the_schema_marks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TopicViewSet, "ageing", AGEING)
    paths = SchemaGenerator().get_schema(request=None, public=True)["paths"]  # type: ignore[no-untyped-call]  # no types
    assert paths["/api/v1/topics/"]["get"]["deprecated"] is True
    assert "deprecated" not in paths["/api/v1/claims/"]["get"]
