"""claims:search answers as Google's service does."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from articles.models import Publisher
from claims.models import Claim
from tests import factories
from tests.claims.api.factchecktools.conftest import Ask, Review

RUINS = "The old bridge at Arlen was closed after the flood"


def texts(answer: Any) -> list[str]:
    return [claim["text"] for claim in answer.get("claims", [])]


def test_claim_is_told_in_full(ask: Ask, review: Review, own: Publisher) -> None:
    verdict = review(RUINS, publisher=own, headline="It stayed open", language="en-GB")
    source = factories.SourceFactory.create(name="Mayor of Arlen")
    seen = {"claim": verdict.claim, "source": source}
    factories.AppearanceFactory.create(**seen, said_on="2025-02-24")
    factories.AppearanceFactory.create(**seen, said_on="2025-02-20")
    assert verdict.published_at
    assert ask("claims:search", query="bridge flood") == {
        "claims": [
            {
                "text": RUINS,
                "claimant": "Mayor of Arlen",
                "claimDate": "2025-02-20T00:00:00Z",
                "claimReview": [
                    {
                        "publisher": {"name": "Crosscheck", "site": "127.0.0.1"},
                        "url": f"{settings.SITE_URL}{verdict.claim.get_absolute_url()}",
                        "title": "It stayed open",
                        "reviewDate": verdict.published_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                        "textualRating": "False",
                        "languageCode": "en-GB",
                    }
                ],
            }
        ]
    }


def test_what_is_not_known_is_left_out(ask: Ask, review: Review) -> None:
    review(RUINS)
    assert set(ask("claims:search", query="bridge")["claims"][0]) == {"text", "claimReview"}
    assert ask("claims:search", query="zeppelin") == {}
    assert ask("claims:search", reviewPublisherSiteFilter="nobody.example.org") == {}


@pytest.mark.parametrize(
    ("stance", "kind", "expected"),
    [
        ("asserts", "person", "Mayor"),
        ("denies", "person", None),
        ("reports", "person", None),
        ("asserts", "unnamed", None),
    ],
)
def test_claimant_is_who_asserts_it_by_name(
    ask: Ask, review: Review, stance: str, kind: str, expected: str | None
) -> None:
    factories.AppearanceFactory.create(
        claim=review(RUINS).claim, stance=stance, source=factories.SourceFactory.create(name="Mayor", kind=kind)
    )
    assert ask("claims:search", query="bridge")["claims"][0].get("claimant") == expected


def test_every_desk_is_found_on_one_claim(ask: Ask, review: Review, own: Publisher, other: Publisher) -> None:
    first = review(RUINS, publisher=own)
    review(claim=first.claim, publisher=other, language="de")
    (claim,) = ask("claims:search", query="bridge")["claims"]
    assert [each["publisher"]["name"] for each in claim["claimReview"]] == ["Crosscheck", "Faktencheck"]


@pytest.mark.parametrize("site", ["fakten.example.org", "www.fakten.example.org", "https://fakten.example.org/x"])
def test_site_narrows_to_the_reviews_of_one_desk(
    ask: Ask, review: Review, own: Publisher, other: Publisher, site: str
) -> None:
    first = review(RUINS, publisher=own)
    review(claim=first.claim, publisher=other)
    review("Another bridge", publisher=own)
    (claim,) = ask("claims:search", query="bridge", reviewPublisherSiteFilter=site)["claims"]
    assert [each["publisher"]["name"] for each in claim["claimReview"]] == ["Faktencheck"]
    assert texts(ask("claims:search", reviewPublisherSiteFilter=site)) == [RUINS]
    assert texts(ask("claims:search", reviewPublisherSiteFilter="127.0.0.1")) == ["Another bridge", RUINS]
    assert ask("claims:search", reviewPublisherSiteFilter="example.org") == {}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("en", ["en", "en-GB"]),
        ("en-US", ["en", "en-GB"]),
        ("EN-us", ["en", "en-GB"]),
        ("e", None),
        ("sr", ["sr-Cyrl", "sr-Latn-RS"]),
        ("sr-Latn", ["sr-Latn-RS"]),
        ("sr-Cyrl-ME", ["sr-Cyrl"]),
        ("fr-Latn", ["fr-CA"]),
        ("frr", []),
        ("de", []),
        ("en_US", None),
        ("not a language", None),
    ],
)
def test_language_is_matched_without_its_region(ask: Ask, review: Review, asked: str, found: list[str] | None) -> None:
    claim = review(RUINS, language="en").claim
    for language in ("en-GB", "sr-Cyrl", "sr-Latn-RS", "fr-CA"):
        review(claim=claim, language=language)
    if found is None:
        assert ask("claims:search", expect=400, query="bridge", languageCode=asked)["error"]["code"] == 400
        return
    answer = ask("claims:search", query="bridge", languageCode=asked)
    told = [each["languageCode"] for claim in answer.get("claims", []) for each in claim["claimReview"]]
    assert sorted(told) == sorted(found)


@pytest.mark.parametrize("words", [{"query": "bridge"}, {"reviewPublisherSiteFilter": "fakten.example.org"}])
def test_age_counts_from_claim_or_review_whichever_is_newer(
    ask: Ask, review: Review, other: Publisher, words: dict[str, str]
) -> None:
    review("Old bridge", publisher=other, days_ago=90)
    review("New bridge", publisher=other, days_ago=2)
    again = review("Old bridge said again", publisher=other, days_ago=80)
    today = timezone.now().date()
    article = factories.ArticleFactory.create(published_on=today - timedelta(days=3))
    factories.AppearanceFactory.create(claim=again.claim, version=factories.VersionFactory.create(article=article))
    old = factories.AppearanceFactory.create(claim=Claim.objects.get(text="Old bridge"))
    assert old.version.article.published_on == date(2025, 2, 25)

    def found(**age: int) -> set[str]:
        return set(texts(ask("claims:search", **words, **age)))

    everything = {"Old bridge", "New bridge", "Old bridge said again"}
    assert found(maxAgeDays=7) == {"New bridge", "Old bridge said again"}
    assert found(maxAgeDays=1) == set()
    assert found(maxAgeDays=100) == found() == found(maxAgeDays=0) == found(maxAgeDays=2**31 - 1) == everything


def test_pages_by_token_and_by_offset(ask: Ask, review: Review, other: Publisher) -> None:
    for number in range(5):
        review(f"Bridge number {number}", publisher=other, days_ago=number + 1)
    site = {"reviewPublisherSiteFilter": "fakten.example.org"}
    expected = [f"Bridge number {number}" for number in range(5)]
    assert "nextPageToken" not in ask("claims:search", **site)
    first = ask("claims:search", **site, pageSize=2)
    review("Bridge published meanwhile", publisher=other, days_ago=0)
    second = ask("claims:search", **site, pageSize=2, pageToken=first["nextPageToken"], offset=4)
    third = ask("claims:search", **site, pageSize=2, pageToken=second["nextPageToken"])
    assert texts(first) + texts(second) + texts(third) == expected
    assert "nextPageToken" not in third
    assert texts(ask("claims:search", **site, offset=4)) == expected[3:]  # one more was published
    assert ask("claims:search", **site, offset=99) == {}
    words = ask("claims:search", query="bridge number", pageSize=3)
    rest = ask("claims:search", query="bridge number", pageSize=3, pageToken=words["nextPageToken"])
    assert sorted(texts(words) + texts(rest)) == expected


@pytest.mark.parametrize("token", ["x", "!!", "W10", "WzEsMiwzXQ", "é", "a" * 1500])
def test_token_belongs_to_its_search(ask: Ask, review: Review, token: str) -> None:
    review("One bridge")
    review("Two bridges")
    mine = ask("claims:search", query="bridge", pageSize=1)["nextPageToken"]
    error = ask("claims:search", expect=400, query="bridge", pageToken=token)["error"]
    assert error == ask("claims:search", expect=400, query="flood", pageToken=mine)["error"]
    assert error["status"] == "INVALID_ARGUMENT"


def test_no_more_than_a_hundred_at_once(ask: Ask, review: Review, other: Publisher) -> None:
    for number in range(102):
        review(f"Bridge number {number}", publisher=other)
    answer = ask("claims:search", reviewPublisherSiteFilter="fakten.example.org", pageSize=1000)
    assert len(answer["claims"]) == 100
    assert len(ask("claims:search", reviewPublisherSiteFilter="fakten.example.org", pageSize=0)["claims"]) == 10


def test_search_by_image_is_not_offered(ask: Ask) -> None:
    error = ask("claims:imageSearch", expect=404, imageUri="https://example.org/x.png")["error"]
    assert error["status"] == "NOT_FOUND"
