"""Google's own Python client, with the discovery document that it brings along: only its endpoint is ours."""

import warnings
from typing import Any

import pytest
from django.core.cache import cache
from google.oauth2.credentials import Credentials
from pytest_django.live_server_helper import LiveServer

from tests import factories
from tests.claims.api.factchecktools import scene

with warnings.catch_warnings():
    warnings.simplefilter("ignore", FutureWarning)  # it will drop this version of Python one day
    from googleapiclient.discovery import build
    from googleapiclient.errors import HttpError


@pytest.fixture
def tools(live_server: LiveServer) -> Any:
    cache.clear()
    scene.build()
    with build(
        "factchecktools",
        "v1alpha1",
        developerKey="a key of Google's",
        client_options={"api_endpoint": live_server.url.replace("localhost", "127.0.0.1")},  # sockets go by number
        static_discovery=True,
    ) as service:
        yield service


def test_claims_are_found_page_after_page(tools: Any) -> None:
    request = tools.claims().search(query="Arlen", languageCode="en-US", pageSize=1, maxAgeDays=30)
    found = []
    while request is not None:
        answer = request.execute()
        found += answer["claims"]
        request = tools.claims().search_next(request, answer)
    assert sorted(claim["text"] for claim in found) == sorted([scene.BRIDGE, scene.FERRY])
    assert {review["publisher"]["name"] for claim in found for review in claim["claimReview"]} == {"Crosscheck"}


def test_other_desks_are_found_by_their_site(tools: Any) -> None:
    answer = tools.claims().search(reviewPublisherSiteFilter="fakten.example.org", fields="claims/text").execute()
    assert answer == {"claims": [{"text": scene.BRIDGE}]}
    assert tools.claims().search(query="zeppelin").execute() == {}


def test_search_too_long_for_an_address(tools: Any) -> None:
    padded = f"{scene.FERRY:<1990}"
    assert len(tools.claims().search(query=padded).uri) > 2048
    assert [claim["text"] for claim in tools.claims().search(query=padded).execute()["claims"]] == [scene.FERRY]


def test_pages_are_listed_and_read(tools: Any) -> None:
    request = tools.pages().list(organization="fakten.example.org", pageSize=1)
    listed = request.execute()
    assert tools.pages().list_next(request, listed) is None
    (page,) = listed["claimReviewMarkupPages"]
    assert tools.pages().get(name=page["name"]).execute() == page
    assert page["claimReviewMarkups"][0]["claimReviewed"] == scene.BRIDGE


@pytest.fixture
def writer(live_server: LiveServer) -> Any:
    """The client with a key of the site for the token that it would have of Google."""
    cache.clear()
    token = factories.secret_of(scene.importer())
    endpoint = live_server.url.replace("localhost", "127.0.0.1")
    options = {"api_endpoint": endpoint}
    credentials = Credentials(token=token)  # type: ignore[no-untyped-call]  # google-auth has types for some of it
    with build("factchecktools", "v1alpha1", credentials=credentials, client_options=options) as service:
        yield service


def test_page_is_created_changed_and_deleted(writer: Any) -> None:
    markup = {"claimReviewed": scene.BRIDGE, "rating": {"textualRating": "False", "ratingValue": 1, "bestRating": 5}}
    page = {
        "pageUrl": "https://fakten.example.org/a",
        "publishDate": "2026-01-02",
        "claimReviewAuthor": {"name": "Other desk"},
        "claimReviewMarkups": [markup],
    }
    created = writer.pages().create(body=page).execute()
    assert writer.pages().create(body=page).execute() == created
    assert writer.pages().get(name=created["name"]).execute() == created
    (listed,) = writer.pages().list(url=page["pageUrl"]).execute()["claimReviewMarkupPages"]
    assert listed == created
    listed["claimReviewMarkups"][0]["rating"]["textualRating"] = "True"
    updated = writer.pages().update(name=created["name"], body=listed).execute()
    assert updated["claimReviewMarkups"][0]["rating"]["textualRating"] == "True"
    with pytest.raises(HttpError, match="version_id") as stale:
        writer.pages().update(name=created["name"], body=listed).execute()
    assert stale.value.status_code == 409
    assert writer.pages().delete(name=created["name"]).execute() == {}
    with pytest.raises(HttpError, match="not found"):
        writer.pages().get(name=created["name"]).execute()


@pytest.mark.parametrize("method", ["create", "update", "delete"])
def test_refusals_are_errors_that_the_client_reads(tools: Any, method: str) -> None:
    arguments = {} if method == "create" else {"name": "pages/1-1"}
    body = {} if method == "delete" else {"body": {"pageUrl": "https://fakten.example.org/a"}}
    with pytest.raises(HttpError) as refused:
        getattr(tools.pages(), method)(**arguments, **body).execute()
    assert refused.value.status_code == 403
    assert "API key of this site" in refused.value.reason


def test_mistakes_are_errors_that_the_client_reads(tools: Any) -> None:
    with pytest.raises(HttpError, match="Request must specify a query") as refused:
        tools.claims().search().execute()
    assert refused.value.status_code == 400
    with pytest.raises(HttpError, match="Requested entity was not found") as missing:
        tools.pages().get(name="pages/0").execute()
    assert missing.value.status_code == 404
