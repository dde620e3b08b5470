"""Reviews that were imported from other desks are told as theirs: with their own address and site."""

import pytest
from django.db import connection
from django.utils import timezone

from claims.api.factchecktools.reviews import documents_of, hash_of, published
from claims.models import Verdict
from tests.claims.actions.test_importing import review as document
from tests.claims.actions.test_importing import take_in
from tests.claims.api.factchecktools.conftest import Ask


@pytest.mark.django_db
def test_imported_review_is_at_the_desk_that_published_it(ask: Ask) -> None:
    row = document(
        url="https://www.fakten.example.org/check/7",
        author={"name": "Faktencheck", "url": "https://fakten.example.org/"},
    )
    take_in(row, publish=True)
    verdict = Verdict.objects.get()
    (claim,) = ask("claims:search", query=row["claimReviewed"])["claims"]
    (told,) = claim["claimReview"]
    assert told["url"] == row["url"]
    assert told["publisher"]["site"] == "fakten.example.org"
    (page,) = ask("pages", organization="fakten.example.org")["claimReviewMarkupPages"]
    assert page == ask(page["name"])
    ask(f"pages/{verdict.claim_id}-{verdict.publisher_id}", expect=404)
    assert page["pageUrl"] == page["claimReviewMarkups"][0]["url"] == row["url"]
    for site in ("fakten.example.org", "www.fakten.example.org", "https://fakten.example.org/"):
        found = ask("claims:search", reviewPublisherSiteFilter=site)
        assert [each["text"] for each in found["claims"]] == [claim["text"]]
        assert ask("pages", organization=site)["claimReviewMarkupPages"] == [page]
    assert ask("claims:search", reviewPublisherSiteFilter="example.org") == {}
    for url in (row["url"], "http://fakten.example.org/check/7"):
        assert ask("pages", url=url)["claimReviewMarkupPages"] == [page]
    assert ask("pages", url="https://www.fakten.example.org/check/8") == {}


FLAT = {
    "claimReviewed": "The bridge is closed",
    "rating": "False",
    "publisher": "fakten",
    "datePublished": "2026-05-01",
}


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["Fakten.Example.org", "www.fakten.example.org:8443", "user@fakten.example.org"])
def test_a_review_of_a_flat_row_is_found_by_the_site_that_it_shows(ask: Ask, host: str) -> None:
    """Such rows make publishers of which no address is known."""
    take_in(FLAT | {"url": f"https://{host}/7?a=b"}, publish=True)
    assert Verdict.objects.get().publisher.url == ""
    (claim,) = ask("claims:search", reviewPublisherSiteFilter="fakten.example.org")["claims"]
    assert claim["claimReview"][0]["publisher"]["site"] == "fakten.example.org"
    assert ask("pages", organization="fakten.example.org")["claimReviewMarkupPages"]


@pytest.mark.django_db
def test_a_review_without_an_address_is_read_here(ask: Ask) -> None:
    take_in(document(url="", author={"name": "Faktencheck", "url": "https://fakten.example.org/"}), publish=True)
    assert ask("claims:search", reviewPublisherSiteFilter="fakten.example.org")["claims"]


@pytest.mark.django_db
def test_a_site_is_found_by_an_index() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    for url in ("https://a.example.org/", "a.example.org"):
        plan = published(until=timezone.now(), site=url).explain()
        assert "imported_review_site" in plan
    assert "imported_review_page" in documents_of([hash_of("https://a.example.org/7")]).explain()
