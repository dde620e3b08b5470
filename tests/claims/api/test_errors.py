"""Every error has one shape, and none is a page for readers."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from claims.api.urls import router
from claims.api.views import ClaimViewSet
from tests import factories

LISTS = [reverse(f"api:{basename}-list") for _, _, basename in router.registry]
pytestmark = pytest.mark.django_db


def problem(answer: Any, status: int) -> dict[str, Any]:
    """The problem details in `answer`, checked for their shape."""
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert set(body) - {"errors"} == {"type", "title", "status", "detail"}
    assert body["status"] == status
    assert body["type"] == "about:blank"
    assert body["title"]
    assert body["detail"]
    return body


@pytest.mark.parametrize("address", LISTS)
def test_unknown_parameter_is_named_with_those_there_are(client: Client, address: str) -> None:
    errors = problem(client.get(address, {"colour": "red", "page_size": "5"}), 400)["errors"]
    assert [error["parameter"] for error in errors] == ["colour"]
    assert "cursor" in errors[0]["detail"]
    assert "page_size" in errors[0]["detail"]


def test_root_takes_no_parameter(client: Client) -> None:
    assert client.get("/api/v1/").status_code == 200
    errors = problem(client.get("/api/v1/", {"colour": "red", "format": "json"}), 400)["errors"]
    assert {error["parameter"] for error in errors} == {"colour", "format"}


def test_single_record_takes_no_filter(client: Client, world: Any) -> None:
    address = reverse("api:claim-detail", args=[world.public["claim"].pk])
    assert problem(client.get(address, {"q": "vote"}), 400)["errors"] == [
        {"parameter": "q", "detail": "There is no parameter of this name. Known are: expand, fields."}
    ]


@pytest.mark.parametrize("value", ["json", "api", "xml"])
def test_format_is_an_unknown_parameter_like_others(client: Client, value: str) -> None:
    errors = problem(client.get(LISTS[0], {"format": value}), 400)["errors"]
    assert [error["parameter"] for error in errors] == ["format"]


@pytest.mark.parametrize(
    "path",
    [
        *("v1/claims/999999/", "v1/claims/none/", "v1/claims/1.5/", "v1/claims/-1/", f"v1/claims/{'9' * 40}/"),
        *("v1/claims/%00/", "v1/claims/1/more/", "v1/nothing/", "v2/claims/", "nothing/", "", "v1/claims/%0A/"),
    ],
)
def test_nothing_there(client: Client, path: str) -> None:
    problem(client.get(f"/api/{path}"), 404)


def test_missing_slash_is_forgiven(client: Client) -> None:
    answer = client.get("/api/v1/claims?page_size=5")
    assert answer.status_code == 301
    assert answer["Location"] == "/api/v1/claims/?page_size=5"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", [*LISTS, "/api/docs/", "/api/schema/"])
def test_writing_is_not_offered(client: Client, address: str, method: str) -> None:
    answer = getattr(client, method)(address, {"text": "x"}, content_type="application/json")
    problem(answer, 405)
    assert "GET" in answer["Allow"]


@pytest.mark.parametrize("address", LISTS)
def test_head_and_options(client: Client, address: str) -> None:
    head = client.head(address)
    assert head.status_code == 200
    assert head.content == b""
    options = client.options(address)
    assert options.status_code == 200
    assert options["Content-Type"] == "application/json"


@pytest.mark.parametrize("address", [*LISTS, "/api/v1/claims/999999/"])
def test_other_than_json_is_not_served(client: Client, address: str) -> None:
    problem(client.get(address, headers={"Accept": "text/html"}), 406)


def test_browser_that_takes_anything_gets_json(client: Client) -> None:
    answer = client.get(LISTS[0], headers={"Accept": "text/html,application/xml;q=0.9,*/*;q=0.8"})
    assert answer["Content-Type"] == "application/json"


def test_too_many_requests(client: Client, settings: Settings) -> None:
    settings.API_LIMITS = {**settings.API_LIMITS, "address": "2/1m"}
    assert [client.get(LISTS[0], {"colour": "red"}).status_code for _ in range(2)] == [400, 400]
    answer = client.get(LISTS[0])
    problem(answer, 429)
    assert 0 < int(answer["Retry-After"]) <= 60


@pytest.mark.parametrize("address", ["/api/v1/claims/", "/api/v1/check", "/v1alpha1/claims:search", "/v1alpha1/pages"])
def test_too_many_parameters_are_the_callers_fault(client: Client, address: str, settings: Settings) -> None:
    """Not one of ours: what anybody can bring about must not look like a failure, nor wake somebody up."""
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
    answer = client.post(f"{address}?{'&' * 9}", {}, "application/json") if "check" in address else None
    answer = answer or client.get(f"{address}?{'&' * 9}")
    assert answer.status_code == 400, answer.content


def test_body_that_is_too_large(client: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 50
    headers = {"Authorization": f"Bearer {factories.secret_of(factories.ApiKeyFactory.create(scopes=['submit']))}"}
    sent = client.post("/api/v1/submissions/articles/", {"text": "x" * 99}, "application/json", headers=headers)
    problem(sent, 413)
    read = client.post(
        "/v1alpha1/claims:search", "query=" + "x" * 99, "text/plain", headers={"X-HTTP-Method-Override": "GET"}
    )
    assert read.status_code == 400, read.content


@pytest.mark.parametrize(
    "body",
    ['{"text": "x", "\\ud800": 1}', '{"text": "x", "speaker_kind": "\\udfff"}', "[" * 100_000, '{"quote": "\\ud800"}'],
)
@pytest.mark.parametrize("address", ["/api/v1/submissions/claims/", "/api/v1/check"])
def test_no_body_is_a_failure_of_ours(client: Client, body: str, address: str) -> None:
    headers = {"Authorization": f"Bearer {factories.secret_of(factories.ApiKeyFactory.create(scopes=['submit']))}"}
    problem(client.post(address, body, "application/json", headers=headers), 400)


def test_failure_on_our_side_says_nothing_of_the_inside(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(self: ClaimViewSet) -> None:
        raise RuntimeError("the password is swordfish")

    monkeypatch.setattr(ClaimViewSet, "get_queryset", fail)
    client.raise_request_exception = False
    answer = client.get("/api/v1/claims/")
    problem(answer, 500)
    assert b"swordfish" not in answer.content
    assert "Internal error: /api/v1/claims/" in caplog.text
    assert "swordfish" in caplog.text


def test_failure_on_our_side_is_seen_by_tests(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: ClaimViewSet) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(ClaimViewSet, "get_queryset", fail)
    with pytest.raises(RuntimeError, match="boom"):
        client.get("/api/v1/claims/")


def test_programs_in_web_pages_may_read(client: Client) -> None:
    answer = client.get("/api/v1/claims/", headers={"Origin": "https://elsewhere.example.org"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert not answer.cookies
