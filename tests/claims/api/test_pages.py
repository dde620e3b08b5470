"""Walking through lists by cursor."""

import base64
import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from articles.models import Article
from tests import factories

LIST = "/api/v1/articles/"


def walk(client: Client, address: str, way: str = "next") -> list[list[int]]:
    """The ids on each page from `address` on."""
    pages: list[list[int]] = []
    following: str | None = address
    while following:
        page = client.get(following).json()
        pages.append([row["id"] for row in page["results"]])
        following = page[way]
        assert len(pages) < 50, "the walk does not end"
    return pages


@pytest.fixture
def articles(db: None) -> list[int]:
    """Ids in the order of the list: latest first, the undated last, the later added first among equals."""
    dates = [None, date(2025, 2, 24), date(2025, 2, 25), date(2025, 2, 24), None, date(2025, 2, 24), None]
    added = [(day, factories.ArticleFactory.create(published_on=day).pk) for day in dates]
    dated = sorted(((day, pk) for day, pk in added if day is not None), reverse=True)
    return [pk for _, pk in dated] + [pk for day, pk in reversed(added) if day is None]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 100])
def test_every_row_once_whatever_the_page_size(client: Client, articles: list[int], size: int) -> None:
    pages = walk(client, f"{LIST}?page_size={size}")
    assert [pk for page in pages for pk in page] == articles
    assert all(len(page) == size for page in pages[:-1])


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_way_back_is_the_same(client: Client, articles: list[int], size: int) -> None:
    last = client.get(f"{LIST}?page_size={size}").json()
    while last["next"]:
        last = client.get(last["next"]).json()
    rows = [row["id"] for row in last["results"]]
    back = [pk for page in reversed(walk(client, last["previous"], "previous")) for pk in page]
    assert back + rows == articles


def test_rows_that_come_and_go_move_nothing(client: Client, articles: list[int]) -> None:
    first = client.get(f"{LIST}?page_size=3").json()
    factories.ArticleFactory.create(published_on=date(2025, 3, 1))
    gone = articles[2]
    Article.objects.filter(pk=gone).update(is_public=False)
    assert [pk for page in walk(client, first["next"]) for pk in page] == articles[3:]


def test_times_and_ids_order_too(client: Client, db: None) -> None:
    claims = [factories.ClaimFactory.create().pk for _ in range(5)]
    assert [pk for page in walk(client, "/api/v1/claims/?page_size=2") for pk in page] == claims[::-1]
    publishers = [factories.ArticleFactory.create().publisher_id for _ in range(5)]
    assert [pk for page in walk(client, "/api/v1/publishers/?page_size=2") for pk in page] == publishers[::-1]


def test_links_keep_the_filters_and_stand_in_the_header_too(client: Client, articles: list[int]) -> None:
    answer = client.get(f"{LIST}?page_size=2&language=en")
    page = answer.json()
    assert answer["Link"] == f'<{page["next"]}>; rel="next"'
    assert "language=en" in page["next"]
    assert "page_size=2" in page["next"]
    second = client.get(page["next"])
    assert 'rel="prev"' in second["Link"]
    assert client.get(second.json()["previous"]).json()["results"] == page["results"]
    assert "Link" not in client.get(LIST)


@pytest.mark.parametrize("size", ["0", "-1", "101", "ten", "1.5", "", "²", "9" * 5000])
def test_page_size_from_1_to_100(client: Client, db: None, size: str) -> None:
    answer = client.get(LIST, {"page_size": size})
    assert answer.status_code == 400
    assert answer.json()["errors"] == [
        {"parameter": "page_size", "detail": "The page size is a whole number from 1 to 100."}
    ]


def cursor(place: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "%",
        "é",
        "AAAA",
        "cD0yMDI2",
        cursor({}),
        cursor([]),
        cursor([False, "2025-02-24"]),
        cursor([False, "no date", 1]),
        cursor([False, "2025-02-30", 1]),
        cursor([False, "2025-02-24", "1"]),
        cursor([False, "2025-02-24", 1.5]),
        cursor([False, "2025-02-24", 2**63]),
        cursor([False, "2025-02-24\x00", 1]),
        cursor([0, "2025-02-24", 1]),
        cursor([False, 20250224, 1]),
        cursor("[" * 5000),
        base64.urlsafe_b64encode(b"[" * 100_000).decode(),
    ],
)
def test_what_is_no_cursor_is_refused(client: Client, db: None, text: str) -> None:
    answer = client.get(LIST, {"cursor": text})
    assert answer.status_code == 400
    assert [error["parameter"] for error in answer.json()["errors"]] == ["cursor"]


@pytest.mark.parametrize("value", [None, "2025-02-24", "2025-02-24T10:00:00", "24"])
def test_cursor_of_another_list_is_refused(client: Client, db: None, value: str | None) -> None:
    """A claim always has a time, with its zone."""
    assert client.get("/api/v1/claims/", {"cursor": cursor([False, value, 1])}).status_code == 400


@pytest.mark.parametrize(
    "value", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2025-02-24T00:00:00-23:26"]
)
def test_cursor_at_the_ends_of_time(client: Client, db: None, value: str) -> None:
    assert client.get("/api/v1/claims/", {"cursor": cursor([False, value, 1])}).status_code == 200
