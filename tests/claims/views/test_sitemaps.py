"""Sitemaps name every public page and nothing else, and never count a table. What stands in them is read in
tests/claims/markup/test_every_page.py."""

from typing import Any

import pytest
from django.test import Client
from lxml import etree

from claims.models import Claim
from claims.views import sitemaps
from tests.claims.views.world import checked_claim, correct
from tests.factories import ClaimFactory, ContradictionFactory

pytestmark = pytest.mark.django_db
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LASTMOD = "{http://www.sitemaps.org/schemas/sitemap/0.9}lastmod"


def locations(client: Client, path: str, tag: str = LOC) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    return [str(element.text) for element in etree.fromstring(answer.content).iter(tag)]


def test_the_index_names_files_by_ranges_of_keys(client: Client, django_assert_num_queries: Any) -> None:
    claim = ClaimFactory.create(pk=10 * sitemaps.KEYS)
    with django_assert_num_queries(1 + len(sitemaps.sections())):
        files = locations(client, "/sitemap.xml")
    numbers = [file for file in files if "claims" in file]
    assert len(numbers) == 11
    assert locations(client, numbers[-1].removeprefix("http://127.0.0.1:8000")) == [
        f"http://127.0.0.1:8000{edition}{claim.get_absolute_url()}" for edition in ("", "/fr")
    ]
    assert client.get("/sitemap-claims-12.xml").status_code == 404
    assert client.get("/sitemap-claims-0.xml").status_code == 404
    assert client.get("/sitemap-nothing-1.xml").status_code == 404


def test_a_file_takes_as_many_queries_with_many_rows(client: Client, django_assert_num_queries: Any) -> None:
    last = checked_claim()
    path = f"/sitemap-claims-{last.pk // sitemaps.KEYS + 1}.xml"
    with django_assert_num_queries(4):
        locations(client, path)
    for _ in range(20):
        checked_claim()
    with django_assert_num_queries(4):
        assert len(locations(client, path)) == 21


def test_the_day_of_the_last_change_is_told(client: Client) -> None:
    claim = checked_claim()
    Claim.objects.filter(pk=claim.pk).update(created_at="2020-01-01T00:00:00Z")
    new = correct(claim.verdicts.get(), reason="A figure was wrong.")
    assert new.published_at
    path = f"/sitemap-claims-{claim.pk // sitemaps.KEYS + 1}.xml"
    assert locations(client, path, LASTMOD) == [f"{new.published_at:%Y-%m-%d}"]


def test_the_day_on_which_a_contradiction_changed_is_told(client: Client) -> None:
    contradiction = ContradictionFactory.create(changed_at="2026-11-20T12:00:00Z")
    path = f"/sitemap-contradictions-{contradiction.pk // sitemaps.KEYS + 1}.xml"
    assert set(locations(client, path, LASTMOD)) == {"2026-11-20"}


def test_a_file_that_is_still_the_same_is_not_made_again(client: Client, django_assert_num_queries: Any) -> None:
    contradiction = ContradictionFactory.create()
    for path in ("/sitemap.xml", f"/sitemap-contradictions-{contradiction.pk // sitemaps.KEYS + 1}.xml", "/robots.txt"):
        tag = client.get(path)["ETag"]
        with django_assert_num_queries(1):
            assert client.get(path, headers={"if-none-match": tag}).status_code == 304


def test_robots(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain"
    lines = answer.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /admin/" in lines
    assert "Disallow: /claims/?" in lines
    assert "Disallow: /" not in lines
    assert lines[-1] == "Sitemap: http://127.0.0.1:8000/sitemap.xml"
