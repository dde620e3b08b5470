"""pages: the markup of every page of reviews, for reading."""

import pytest
from django.conf import settings
from django.test import Client

from articles.models import Publisher
from claims.models import Claim
from tests import factories
from tests.claims.api.factchecktools.conftest import Ask, Review

TEXT = "The old bridge at Arlen was closed after the flood"


def test_page_is_told_in_full(ask: Ask, review: Review, own: Publisher) -> None:
    verdict = review(TEXT, publisher=own, summary="Cars crossed it all week.")
    source = factories.SourceFactory.create(name="Mayor of Arlen", wikidata_id="Q42")
    seen = [
        factories.AppearanceFactory.create(claim=verdict.claim, source=source, said_on="2025-02-24") for _ in range(2)
    ]
    url = f"{settings.SITE_URL}{verdict.claim.get_absolute_url()}"
    assert verdict.published_at
    page = ask(f"pages/{verdict.claim_id}-{own.pk}")
    version = page.pop("versionId")
    assert page == {
        "name": f"pages/{verdict.claim_id}-{own.pk}",
        "pageUrl": url,
        "publishDate": verdict.published_at.date().isoformat(),
        "claimReviewAuthor": {"name": "Crosscheck"},
        "claimReviewMarkups": [
            {
                "url": url,
                "claimReviewed": TEXT,
                "claimDate": "2025-02-24",
                "claimLocation": seen[0].version.article.publisher.name,
                "claimFirstAppearance": seen[0].version.article.url,
                "claimAppearances": [seen[1].version.article.url],
                "claimAuthor": {"name": "Mayor of Arlen", "sameAs": "https://www.wikidata.org/wiki/Q42"},
                "rating": {
                    "ratingValue": 1,
                    "worstRating": 1,
                    "bestRating": 5,
                    "textualRating": "False",
                    "ratingExplanation": "Cars crossed it all week.",
                },
            }
        ],
    }
    review(claim=verdict.claim, publisher=own, language="fr")
    again = ask(f"pages/{verdict.claim_id}-{own.pk}")
    assert again["versionId"] != version
    assert len(again["claimReviewMarkups"]) == 2


def test_rating_beside_the_scale_has_no_number(ask: Ask, review: Review, own: Publisher) -> None:
    rating = factories.RatingFactory.create(scale__publisher=own, name="Unverifiable", slug="u", value=None)
    verdict = review(TEXT, publisher=own, rating=rating, summary="Nobody kept a record.")
    (markup,) = ask(f"pages/{verdict.claim_id}-{own.pk}")["claimReviewMarkups"]
    assert markup["rating"] == {"textualRating": "Unverifiable", "ratingExplanation": "Nobody kept a record."}


@pytest.mark.parametrize("page", ["1", "x", "0-1", "999999-1", "1-999999", f"{'9' * 19}-1", "1-1-1", "%00"])
def test_page_that_is_none(ask: Ask, page: str) -> None:
    assert ask(f"pages/{page}", expect=404)["error"]["status"] == "NOT_FOUND"


def test_list_of_an_organization(ask: Ask, review: Review, own: Publisher, other: Publisher) -> None:
    claims = [review(f"Bridge {number}", publisher=other, days_ago=number + 1).claim_id for number in range(3)]
    review("Ours", publisher=own)
    names = [f"pages/{claim}-{other.pk}" for claim in claims]
    first = ask("pages", organization="fakten.example.org", pageSize=2)
    second = ask("pages", organization="fakten.example.org", pageSize=2, pageToken=first["nextPageToken"])
    assert [page["name"] for answer in (first, second) for page in answer["claimReviewMarkupPages"]] == names
    assert "nextPageToken" not in second
    (last,) = ask("pages", organization="www.fakten.example.org", offset=2)["claimReviewMarkupPages"]
    assert last["name"] == names[-1]
    assert ask("pages", organization="nobody.example.org") == {}


def test_list_by_url_gives_the_canonical_page(ask: Ask, review: Review, own: Publisher) -> None:
    kept = review(TEXT, publisher=own).claim
    gone = factories.ClaimFactory.create()
    Claim.objects.filter(pk=gone.pk).update(status="merged", merged_into=kept)
    for path in (f"{kept.pk}-{kept.slug}", f"{kept.pk}-an-old-slug", f"{gone.pk}-{gone.slug}"):
        answer = ask("pages", url=f"http://127.0.0.1:8000/claims/{path}/", pageSize=50, offset=7)
        (page,) = answer["claimReviewMarkupPages"]
        assert page["pageUrl"] == f"{settings.SITE_URL}{kept.get_absolute_url()}"
        assert set(answer) == {"claimReviewMarkupPages"}
    french = ask("pages", url=f"http://127.0.0.1:8000/fr/claims/{kept.pk}-{kept.slug}/")
    assert french["claimReviewMarkupPages"] == [page]


@pytest.mark.parametrize(
    "url",
    ["https://elsewhere.example.org/claims/1-x/", "/claims/1-x/", "nonsense", "http://[", "http://127.0.0.1:8000/"],
)
def test_list_by_url_of_no_page_is_empty(ask: Ask, review: Review, own: Publisher, url: str) -> None:
    review(TEXT, publisher=own)
    assert ask("pages", url=url) == {}


@pytest.mark.parametrize("both", [{}, {"url": "https://a.example.org/", "organization": "a.example.org"}])
def test_list_is_by_url_or_by_organization(ask: Ask, both: dict[str, str]) -> None:
    assert ask("pages", expect=400, **both)["error"]["status"] == "INVALID_ARGUMENT"


@pytest.mark.parametrize(("method", "path"), [("post", "pages"), ("put", "pages/1-1"), ("delete", "pages/1-1")])
def test_writing_is_refused(client: Client, db: None, method: str, path: str) -> None:
    send = getattr(client, method)
    body = {"data": {"pageUrl": "https://a.example.org/"}, "content_type": "application/json"}
    nobody = send(f"/v1alpha1/{path}", **body)
    assert (nobody.status_code, nobody.json()["error"]["status"]) == (401, "UNAUTHENTICATED")
    assert nobody["WWW-Authenticate"].startswith("Bearer")
    named = send(f"/v1alpha1/{path}?key=abc", **body)
    assert (named.status_code, named.json()["error"]["status"]) == (403, "PERMISSION_DENIED")
    unknown = send(f"/v1alpha1/{path}", **body, headers={"Authorization": "Bearer abc"})
    assert (unknown.status_code, unknown.json()["error"]["status"]) == (403, "PERMISSION_DENIED"), "of Google's, say"
