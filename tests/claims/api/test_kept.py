"""An answer is made once between two changes of what readers see: by each process, for each address."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.test import Client
from django.test.utils import override_settings
from pytest_django import DjangoAssertNumQueries

from articles.api import reading
from tests.factories import AppearanceFactory, ClaimFactory

IN_MEMORY = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "answers")
}
AT_HAND = 2  # queries: what is left of the limit, and the newest change
LIST = "/api/v1/claims/"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def in_memory() -> Iterator[None]:
    with override_settings(CACHES=IN_MEMORY):
        yield
        caches["answers"].clear()


@pytest.fixture
def claim_id() -> int:
    pk: int = AppearanceFactory.create(claim__status="accepted").claim.pk
    return pk


def test_the_second_asker_gets_what_was_made_for_the_first(
    client: Client, claim_id: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for address in (f"{LIST}?page_size=10", f"{LIST}{claim_id}/"):
        first = client.get(address)
        with django_assert_num_queries(AT_HAND):
            again = client.get(address)
        assert (again.status_code, again.content) == (200, first.content)
        for name in ("Content-Type", "ETag", "Link", "Access-Control-Allow-Origin"):
            assert again.headers.get(name) == first.headers.get(name), name
        assert "RateLimit" in again.headers


def test_a_change_is_seen_by_the_next_asker(client: Client, claim_id: int) -> None:
    before = client.get(LIST)
    added = ClaimFactory.create(status="accepted")
    after = client.get(LIST)
    assert [claim["id"] for claim in after.json()["results"]] == [added.pk, claim_id]
    assert after["ETag"] != before["ETag"]


def test_another_address_is_another_answer(client: Client, claim_id: int) -> None:
    ClaimFactory.create(status="accepted")
    for secure, begins in ((False, "http://testserver/"), (True, "https://testserver/")):
        page = client.get(LIST, {"page_size": 1}, secure=secure).json()
        assert page["next"].startswith(begins)
    assert len(client.get(LIST, {"page_size": 2}).json()["results"]) == 2


def test_a_long_answer_is_made_anew(
    client: Client,
    claim_id: int,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    monkeypatch.setattr(reading, "MOST_KEPT", 10)
    client.get(LIST)
    with django_assert_max_num_queries(30) as queries:
        client.get(LIST)
    assert len(queries) > AT_HAND
