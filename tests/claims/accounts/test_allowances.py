"""What may be used of the API is counted in the database, for all processes at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries, Settings

from claims.accounts.allowances import spend


@pytest.fixture(autouse=True)
def _five(settings: Settings) -> None:
    settings.API_LIMITS = {"address": "5/1m", "key": "5/1m", "writes": "1/1s"}


def test_so_many_and_no_more(db: None) -> None:
    found = [spend("address", whose="a") for _ in range(6)]
    assert [one.left for one in found] == [4, 3, 2, 1, 0, 0]
    assert [one.wait > 0 for one in found] == [False] * 5 + [True]
    assert 11 <= found[-1].wait <= 12, "one more every twelve seconds"
    assert found[0].headers() == {"RateLimit-Policy": '"address";q=5;w=60', "RateLimit": '"address";r=4;t=12'}
    assert found[-1].headers()["Retry-After"] == str(found[-1].wait)


def test_each_is_counted_for_itself(db: None) -> None:
    for _ in range(5):
        spend("address", whose="a")
    assert spend("address", whose="a").wait
    assert not spend("address", whose="b").wait
    assert not spend("key", whose="a").wait


def test_what_weighs_more_takes_more(db: None, settings: Settings) -> None:
    settings.API_LIMITS = {"check": "100/1m"}
    first, second, third = (spend("check", whose="a", weight=weight) for weight in (60, 50, 40))
    assert [one.left for one in (first, third)] == [40, 0]
    assert (second.wait, third.wait) == (6, 0), "ten more are free after six seconds"
    assert first.headers()["RateLimit-Policy"] == '"check";q=100;qu="content-bytes";w=60'
    assert not spend("check", whose="b", weight=1000).wait, "what weighs more than all is let in once"


def test_refused_requests_cost_nothing(db: None) -> None:
    for _ in range(9):
        last = spend("address", whose="a")
    assert last.wait <= 12


def test_one_query_where_it_is_allowed(db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(5):
        with django_assert_num_queries(1):
            spend("address", whose="a")
    with django_assert_num_queries(2):
        spend("address", whose="a")


@pytest.mark.django_db(transaction=True)
def test_it_holds_across_connections() -> None:
    def ask(_: int) -> bool:
        try:
            return not spend("key", whose="k").wait
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(ask, range(20))) == 5


def test_the_table_is_not_logged(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'claims_allowance'")
        assert cursor.fetchone() == ("u",)
