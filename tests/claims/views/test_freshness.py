"""Caches may keep every public page, and learn at once when it has changed."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from articles import freshness
from articles.changes import Change
from claims.models import Claim
from tests.claims.views.world import checked_claim, correct
from tests.factories import ClaimFactory, SourceFactory, VerdictFactory, publish

PAGES = ["/", "/claims/", "/contradictions/", "/methodology/", "/corrections/"]


@pytest.fixture
def world(transactional_db: None) -> Claim:
    """Committed piece by piece, as a transaction leaves one line however much it changes."""
    return checked_claim()


def newest() -> list[int]:
    return list(Change.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("url", PAGES)
def test_a_page_that_is_still_the_same_is_not_drawn_again(
    client: Client, world: Claim, url: str, django_assert_num_queries: Any
) -> None:
    first = client.get(url)
    assert first["Cache-Control"] == "public, no-cache, stale-if-error=86400"
    with django_assert_num_queries(1):
        again = client.get(url, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.post(url).status_code == 405


def test_the_time_of_the_last_change_is_told_but_does_not_make_a_page_fresh(client: Client, world: Claim) -> None:
    Change.objects.update(at="2026-11-20T12:00:00Z")
    page = client.get("/")
    told = page["Last-Modified"]
    assert told == "Fri, 20 Nov 2026 12:00:00 GMT"
    assert client.get("/", headers={"if-modified-since": told}).status_code == 200
    both = {"if-modified-since": told, "if-none-match": page["ETag"]}
    assert client.get("/", headers=both).status_code == 304


def test_a_correction_shows_the_instant_after(client: Client, world: Claim) -> None:
    url = world.get_absolute_url()
    before = client.get(url)
    correct(world.verdicts.get(), reason="A figure was wrong.")
    after = client.get(url, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "The corrected finding" in after.content.decode()


def test_what_readers_do_not_see_leaves_their_pages_alone(client: Client, world: Claim) -> None:
    tag = client.get("/")["ETag"]
    ClaimFactory.create(status="suggested")
    verdict = world.verdicts.get()
    VerdictFactory.create(claim=world, publisher=verdict.publisher, rating=verdict.rating)
    SourceFactory.create()
    assert client.get("/", headers={"if-none-match": tag}).status_code == 304


def test_a_page_is_another_in_another_release(client: Client, world: Claim, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = client.get("/")["ETag"]
    monkeypatch.setattr(freshness, "release", lambda: "the next")
    assert client.get("/", headers={"if-none-match": tag}).status_code == 200


def test_of_two_changes_the_one_that_commits_last_counts_though_it_began_first(world: Claim, client: Client) -> None:
    late = Change.objects.create(pk=newest()[0] + 1, transaction=1)
    early = Change.objects.create(pk=late.pk + 1, transaction=2)
    late.delete()  # as if not committed yet
    tag = client.get("/")["ETag"]
    assert newest()[0] == early.pk
    late.save(force_insert=True)
    assert client.get("/", headers={"if-none-match": tag}).status_code == 200


def test_a_slow_transaction_is_noticed_whatever_was_committed_meanwhile(
    world: Claim, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshness, "NEWEST", 2)
    slow = connection.copy()
    try:
        slow.set_autocommit(False)
        with slow.cursor() as cursor:
            cursor.execute("UPDATE claims_claim SET created_at = now() WHERE id = %s", [world.pk])
        for _ in range(3):
            ClaimFactory.create(status="accepted")
        tag = client.get(world.get_absolute_url())["ETag"]
        slow.commit()
        assert client.get(world.get_absolute_url(), headers={"if-none-match": tag}).status_code == 200
    finally:
        slow.close()


def test_one_transaction_leaves_one_line(db: None) -> None:
    publish(VerdictFactory.create())
    ClaimFactory.create_batch(3, status="accepted")
    assert len(newest()) == 1


def test_a_line_of_another_server_is_taken_over(transactional_db: None) -> None:
    """A restored copy may hold the numbers that the new server gives to its transactions."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_change (transaction, at) VALUES (txid_current(), '2020-01-01') RETURNING id"
        )
        restored = cursor.fetchone()[0]
        ClaimFactory.create(status="accepted")
        assert [restored] != newest()
    assert len(newest()) == 1
