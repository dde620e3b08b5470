"""What every method takes and answers with: common parameters, partial answers, errors, limits, and no leaks."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries, Settings

from articles.models import Publisher
from claims.api.factchecktools.search import ClaimSearchView
from tests import factories
from tests.claims.api.factchecktools.conftest import Ask, Review
from tests.claims.api.world import WORD, World, build

TEXT = "The old bridge at Arlen"
ADDRESSES = ("claims:search", "claims:imageSearch", "pages", "pages/1-1", "elsewhere")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("claims/text", {"claims": [{"text": TEXT}]}),
        ("claims(text)", {"claims": [{"text": TEXT}]}),
        (
            "claims(text,claimReview/publisher/name)",
            {"claims": [{"text": TEXT, "claimReview": [{"publisher": {"name": "Crosscheck"}}]}]},
        ),
        ("claims/claimReview(title,publisher(site)),nextPageToken",
         {"claims": [{"claimReview": [{"title": "It stands", "publisher": {"site": "127.0.0.1"}}]}]}),
        ("claims/claimReview/title,claims/text",
         {"claims": [{"text": TEXT, "claimReview": [{"title": "It stands"}]}]}),
        ("nextPageToken", {}),
        ("claims/*/publisher/name", None),
        ("claims/claimant", {"claims": [{}]}),
        ("*/text", None),
        ("claims/nothing", None),
        ("claims(text", None),
        ("claims)", None),
        ("claims,,", None),
        ("claims/" * 40, None),
        ("(" * 900, None),
        ("é", None),
    ],
)  # fmt: skip
def test_partial_answers(ask: Ask, review: Review, own: Publisher, fields: str, expected: Any) -> None:
    review(TEXT, publisher=own, headline="It stands")
    if expected is None:
        error = ask("claims:search", expect=400, query="bridge", fields=fields)["error"]
        assert error["message"].startswith("Invalid field selection")
        return
    assert ask("claims:search", query="bridge", fields=fields) == expected


def test_token_of_another_service_counts_as_none(ask: Ask, review: Review, client: Client) -> None:
    review(TEXT)
    for token in ("Bearer ya29.a0AfH6SMB", "Bearer ", "Basic YTpi"):
        answer = client.get("/v1alpha1/claims:search?query=bridge", headers={"Authorization": token})
        assert [claim["text"] for claim in answer.json()["claims"]] == [TEXT]
    ours = client.get("/v1alpha1/claims:search", headers={"Authorization": f"Bearer cck_{'0' * 12}_{'a' * 43}"})
    assert ours.status_code == 401, "a key that was revoked is not taken for none"


@pytest.mark.parametrize("fields", ["*", "claims/*", "claims(*)", "*,claims/text", ""])
def test_star_is_everything(ask: Ask, review: Review, fields: str) -> None:
    review(TEXT)
    assert ask("claims:search", query="bridge", fields=fields) == ask("claims:search", query="bridge")


def test_pretty_unless_told_otherwise(client: Client, review: Review) -> None:
    review(TEXT)
    assert client.get("/v1alpha1/claims:search?query=bridge").content.startswith(b'{\n  "claims": [\n')
    for value in ("false", "0", "FALSE"):
        answer = client.get(f"/v1alpha1/claims:search?query=bridge&prettyPrint={value}")
        assert answer.content.startswith(b'{"claims":[{"text"')


def test_parameters_by_proto_name_and_those_of_every_client(ask: Ask, review: Review, other: Publisher) -> None:
    review(TEXT, publisher=other)
    usual = {"key": "AIza", "quotaUser": "me", "alt": "json", "access_token": "x", "uploadType": "media"}
    found = ask("claims:search", review_publisher_site_filter="fakten.example.org", page_size="5", **usual)
    assert found["claims"]


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"colour": "red"}, 'Unknown name "colour"'),
        ({"pageSize": "abc"}, "Invalid value at 'page_size' (TYPE_INT32), \"abc\""),
        ({"pageSize": "99999999999"}, "TYPE_INT32"),
        ({"pageSize": str(2**31)}, "TYPE_INT32"),
        ({"maxAgeDays": "1.5"}, "'max_age_days'"),
        ({"maxAgeDays": "٣"}, "TYPE_INT32"),
        ({"offset": "-1"}, "must not be negative"),
        ({"prettyPrint": "maybe"}, "TYPE_BOOL"),
        ({"alt": "proto"}, "JSON only"),
        ({"alt": "media"}, "JSON only"),
        ({"callback": "alert"}, "'callback'"),
        ({"$.xgafv": "3"}, "xgafv"),
        ({"languageCode": "\x00"}, "no text has"),
        ({"languageCode": ["en", "de"]}, "more than once"),
        ({"languageCode": "x" * 2001}, "2000"),
        ({"query": ""}, "query or a review_publisher_site_filter"),
    ],
)
def test_what_cannot_be_read_is_named(client: Client, db: None, parameters: dict[str, Any], message: str) -> None:
    answer = client.get("/v1alpha1/claims:search", {"query": "bridge", **parameters})
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["status"]) == (400, 400, "INVALID_ARGUMENT")
    assert message in error["message"]
    assert set(error) == {"code", "message", "status"}


def test_first_error_format(client: Client, db: None) -> None:
    error = client.get("/v1alpha1/claims:search", {"$.xgafv": "1"}).json()["error"]
    assert error["errors"] == [{"message": error["message"], "domain": "global", "reason": "badRequest"}]


@pytest.mark.parametrize("path", ["", "claims", "claims:search/", "claims:other", "pages/1/2", "media/x"])
@pytest.mark.parametrize("method", ["get", "post", "patch"])
def test_no_such_method(client: Client, db: None, path: str, method: str) -> None:
    answer = getattr(client, method)(f"/v1alpha1/{path}")
    assert (answer.status_code, answer.json()["error"]["status"]) == (404, "NOT_FOUND")


def test_long_search_comes_as_a_post(client: Client, review: Review) -> None:
    """As Google's Python client sends what makes an address of more than 2,048 characters."""
    review(TEXT)
    form: dict[str, Any] = {"content_type": "application/x-www-form-urlencoded"}
    override = {"X-HTTP-Method-Override": "GET"}
    answer = client.post("/v1alpha1/claims:search", "query=bridge&key=1", headers=override, **form)
    assert answer.json()["claims"][0]["text"] == TEXT
    assert client.post("/v1alpha1/claims:search", "query=bridge", **form).status_code == 404
    long = client.post("/v1alpha1/claims:search", "query=" + "x" * 200_000, headers=override, **form)
    assert (long.status_code, long.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")


def test_too_many_requests(client: Client, db: None, settings: Settings) -> None:
    settings.API_LIMITS = {**settings.API_LIMITS, "address": "1/1m"}
    client.get("/v1alpha1/claims:search")
    answer = client.get("/v1alpha1/claims:search")
    assert (answer.status_code, answer.json()["error"]["status"]) == (429, "RESOURCE_EXHAUSTED")
    assert int(answer["Retry-After"]) > 0


def test_failure_on_our_side_says_nothing_of_the_inside(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(self: ClaimSearchView, request: object) -> None:
        raise RuntimeError("the password is swordfish")

    monkeypatch.setattr(ClaimSearchView, "get", fail)
    client.raise_request_exception = False
    answer = client.get("/v1alpha1/claims:search")
    assert (answer.status_code, answer.json()["error"]["status"]) == (500, "INTERNAL")
    assert b"swordfish" not in answer.content
    assert "swordfish" in caplog.text


@pytest.mark.parametrize("worlds", [1, 4])
def test_queries(db: None, client: Client, django_assert_num_queries: DjangoAssertNumQueries, worlds: int) -> None:
    for _ in range(worlds):
        claim = build().public["claim"]
    site = f"daily-paper-{claim.verdicts.public().get().publisher.slug.rsplit('-')[-1]}.example.org"
    with django_assert_num_queries(
        6
    ):  # the allowance; how the words are spelt, is there any; which; the claims, their reviews
        assert len(client.get("/v1alpha1/claims:search?query=won").json()["claims"]) == worlds
    with django_assert_num_queries(6):  # the allowance; publishers; which, how new; the claims, their reviews
        assert client.get(f"/v1alpha1/claims:search?reviewPublisherSiteFilter={site}").json()["claims"]
    with django_assert_num_queries(5):  # the allowance; publishers; which; the claims, their reviews
        assert client.get(f"/v1alpha1/pages?organization={site}").json()["claimReviewMarkupPages"]


def test_nothing_hidden_shows(world: World, client: Client) -> None:
    for hidden in ("verdict", "verdict of a suggested claim"):
        verdict = world.hidden[hidden]
        assert client.get(f"/v1alpha1/pages/{verdict.claim_id}-{verdict.publisher_id}").status_code == 404
        listed = client.get("/v1alpha1/pages", {"organization": verdict.publisher.url})
        assert listed.json() == {}
    for parameters in ({"query": WORD}, {"query": f"{WORD} claim"}, {"query": "won"}):
        answer = client.get("/v1alpha1/claims:search", parameters)
        assert WORD.lower() not in answer.content.decode().lower()
        assert "example.org@" not in answer.content.decode()
    record = world.public["verdict"]
    (claim,) = client.get("/v1alpha1/claims:search?query=won").json()["claims"]
    assert len(claim["claimReview"]) == 1, "the superseded review and the draft are not told"
    assert claim["claimReview"][0]["title"] == record.headline


@pytest.mark.parametrize("address", ADDRESSES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parameters=st.dictionaries(
        st.sampled_from([*ClaimSearchView.parameters, "url", "organization", "fields", "alt", "prettyPrint"])
        | st.text(max_size=8),
        st.text(max_size=40) | st.integers().map(str) | st.sampled_from(['"', "bridge -old", "OR", "a" * 3000, "\x00"]),
        max_size=4,
    )
)
def test_any_parameters_get_an_answer_or_a_documented_refusal(
    world: World, client: Client, address: str, parameters: dict[str, str]
) -> None:
    answer = client.get(f"/v1alpha1/{address}", {**parameters, "query": parameters.get("query", "won")})
    assert answer.status_code in {200, 400, 404}, answer.content
    assert answer.status_code == 200 or set(answer.json()["error"]) >= {"code", "message", "status"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=120))
def test_any_words_can_be_searched_for(world: World, client: Client, words: str) -> None:
    answer = client.get("/v1alpha1/claims:search", {"query": words})
    assert answer.status_code in {200, 400}, answer.content


def test_review_of_a_merged_claim_is_at_the_one_it_was_merged_into(ask: Ask, review: Review) -> None:
    kept = review(TEXT).claim
    factories.ClaimFactory.create(text=f"{TEXT} again", status="merged", merged_into=kept)
    assert len(ask("claims:search", query="bridge")["claims"]) == 1
