"""A call is a request to the API: its pages, its moved records, its limits, and nothing that is not public."""

from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pytest_django import Settings
from starlette.requests import Request

from claims.assistants.calls import Caller, RefusedError, call
from claims.assistants.server import _caller
from claims.assistants.tools import BY_NAME, OPERATIONS, tools
from claims.models import Claim
from tests import factories
from tests.claims.api.world import WORD, World, build

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    cache.clear()
    return build()


def ask(name: str, by: Caller | None = None, **arguments: Any) -> dict[str, Any]:
    return call(BY_NAME[name], arguments, by=by or Caller())


def test_pages_go_on_by_the_next_address(world: World) -> None:
    for _ in range(3):
        factories.ClaimFactory.create()
    first = ask("search_claims", page_size=2)
    second = ask("search_claims", page_size=2, cursor=first["next"])
    assert [row["id"] for row in first["results"] + second["results"]] == list(
        Claim.objects.public().values_list("pk", flat=True)[:4]
    )
    assert first["next"].startswith("http://127.0.0.1:8000/api/v1/claims/?")


def test_lists_are_short_unless_asked(world: World) -> None:
    factories.ClaimFactory.create_batch(12)
    assert len(ask("search_claims")["results"]) == 10
    assert len(ask("search_claims", page_size=50)["results"]) == 13


def test_merged_record_is_found_where_it_went(world: World) -> None:
    kept, gone = world.public["claim"], factories.ClaimFactory.create()
    Claim.objects.filter(pk=gone.pk).update(status="merged", merged_into=kept)
    assert ask("get_claim", id=gone.pk)["id"] == kept.pk


@pytest.mark.parametrize("key", [None, 0, -1, 10**18, "1", 1.5, [1], {"a": 1}])
def test_record_is_named_by_its_number(world: World, key: Any) -> None:
    with pytest.raises(RefusedError, match="the number of a record"):
        ask("get_claim", id=key)


@pytest.mark.parametrize("name", ["claim", "contradiction", "event"])
def test_what_is_hidden_is_not_there(world: World, name: str) -> None:
    with pytest.raises(RefusedError, match="no such record, or it is not public"):
        ask(f"get_{name}", id=world.hidden[name].pk)
    for answer in (ask("search_claims"), ask("list_contradictions"), ask(f"get_{name}", id=world.public[name].pk)):
        assert WORD.lower() not in str(answer).lower()


def test_limit_is_that_of_the_api(world: World, settings: Settings) -> None:
    settings.API_LIMITS = {**settings.API_LIMITS, "address": "1/1m"}
    ask("search_claims", by=Caller(address="192.0.2.1"))
    with pytest.raises(RefusedError, match=r"^Too many requests: try again in \d+ seconds\.$"):
        ask("search_claims", by=Caller(address="192.0.2.1"))
    ask("search_claims", by=Caller(address="192.0.2.2"))


def test_caller_is_told_what_is_left(world: World, settings: Settings) -> None:
    settings.API_LIMITS = {**settings.API_LIMITS, "address": "2/1m"}
    by = Caller(address="192.0.2.1")
    ask("search_claims", by=by)
    assert by.limits["RateLimit-Policy"] == '"address";q=2;w=60'
    assert by.limits["RateLimit"].startswith('"address";r=1;t=')
    ask("search_claims", by=by)
    assert by.limits["RateLimit"].startswith('"address";r=0;t=')


def test_visitor_behind_a_proxy_is_counted_by_their_own_address(world: World, settings: Settings) -> None:
    settings.API_LIMITS = {**settings.API_LIMITS, "address": "1/1m"}
    settings.NUM_PROXIES = 1
    for visitor in ("198.51.100.1", "198.51.100.2"):
        ask("search_claims", by=Caller(address="192.0.2.1", forwarded_for=visitor))
    with pytest.raises(RefusedError):
        ask("search_claims", by=Caller(address="192.0.2.1", forwarded_for="198.51.100.2"))


def test_line_that_a_proxy_added_is_read_too() -> None:
    """The visitor's own line comes first; a proxy may add a second one instead of a comma."""
    lines = [(b"x-forwarded-for", b"203.0.113.9"), (b"x-forwarded-for", b"198.51.100.1")]
    request = Request({"type": "http", "headers": lines, "client": ("192.0.2.1", 1)})
    assert _caller(SimpleNamespace(request=request)) == Caller("", "192.0.2.1", "203.0.113.9,198.51.100.1")  # type: ignore[arg-type]  # all that is read of it


def test_every_tool_is_described_by_itself() -> None:
    for operation, tool in zip(OPERATIONS, tools(), strict=True):
        assert len(tool.description or "") < 240
        for schema in (tool.input_schema, tool.output_schema):
            assert schema
            assert schema["type"] == "object"
            assert "#/components" not in str(schema)
            Draft202012Validator.check_schema(schema)
        assert tool.input_schema["additionalProperties"] is False
        assert set(operation.parameters) <= set(tool.input_schema["properties"])
        assert all(each.get("description") for each in tool.input_schema["properties"].values())
        assert tool.annotations
        assert tool.annotations.read_only_hint


@pytest.mark.parametrize("name", ["search_claims", "list_contradictions", "check_text"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    arguments=st.dictionaries(
        st.sampled_from(["q", "event", "rating", "page_size", "cursor", "has_verdict", "text", "language", "status"])
        | st.text(max_size=5),
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(max_size=20)
        | st.lists(st.text(max_size=5), max_size=3)
        | st.sampled_from(["https://x/?cursor=a", "a://[", "a\x00"]),
        max_size=4,
    )
)
def test_any_arguments_get_an_answer_or_a_sentence(
    world: World, caplog: pytest.LogCaptureFixture, name: str, arguments: dict[str, Any]
) -> None:
    cache.clear()
    with suppress(RefusedError):
        call(BY_NAME[name], arguments, by=Caller())
    assert "Internal error" not in caplog.text
