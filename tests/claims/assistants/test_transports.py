"""The SDK's client over standard input and over HTTP: every tool, its answers as its schema says, its refusals."""

from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from mcp import Client
from mcp.types import TextContent

from claims.assistants.tools import OPERATIONS
from tests.claims.api.world import WORD, World
from tests.claims.assistants.conftest import Talk

pytestmark = pytest.mark.django_db(transaction=True)
NAMES = [operation.name for operation in OPERATIONS]


def sentence(result: Any) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def test_every_tool_answers_as_its_schema_says(talk: Talk, world: World) -> None:
    claim, contradiction, event = (world.public[name] for name in ("claim", "contradiction", "event"))
    calls: dict[str, dict[str, Any]] = {
        "search_claims": {"q": "won votes", "has_verdict": True},
        "get_claim": {"id": claim.pk},
        "list_contradictions": {"event": event.pk, "status": ["resolved"]},
        "get_contradiction": {"id": contradiction.pk},
        "get_event": {"id": event.pk},
        "check_text": {"text": f"{claim.text}.", "published_on": "2025-02-25"},
    }
    assert list(calls) == NAMES

    async def conversation(client: Client) -> tuple[Any, dict[str, Any]]:
        return await client.list_tools(), {name: await client.call_tool(name, calls[name]) for name in calls}

    listed, answers = talk(conversation)
    assert [tool.name for tool in listed.tools] == NAMES
    for tool in listed.tools:
        answer = answers[tool.name]
        assert not answer.is_error, sentence(answer)
        Draft202012Validator(tool.output_schema, format_checker=FormatChecker()).validate(answer.structured_content)
        assert WORD.lower() not in sentence(answer).lower()
    found = {name: answer.structured_content for name, answer in answers.items()}
    assert [row["id"] for row in found["search_claims"]["results"]] == [claim.pk]
    assert found["get_claim"]["text"] == claim.text
    assert [row["id"] for row in found["list_contradictions"]["results"]] == [contradiction.pk]
    assert found["get_contradiction"]["question"] == contradiction.question
    assert found["get_event"]["title"] == event.title
    assert [repeat["claim"]["id"] for repeat in found["check_text"]["claims"][0]["repeats"]] == [claim.pk]


def test_refusals_are_sentences_that_a_model_can_act_on(talk: Talk, world: World) -> None:
    async def conversation(client: Client) -> list[Any]:
        return [
            await client.call_tool("get_claim", {"id": world.hidden["claim"].pk}),
            await client.call_tool("search_claims", {"colour": "red"}),
            await client.call_tool("check_text", {"text": ""}),
            await client.call_tool("get_event", {}),
            await client.call_tool("no_such_tool", {}),
        ]

    refusals = talk(conversation)
    assert all(refusal.is_error for refusal in refusals)
    told = [sentence(refusal) for refusal in refusals]
    assert told[0] == "There is no such record, or it is not public."
    assert "There is no parameter of this name" in told[1]
    assert "text" in told[2]
    assert told[3] == "id: the number of a record is needed."
    assert "search_claims" in told[4]


def test_site_and_assistants_share_an_address(address: str, world: World) -> None:
    with httpx.Client(base_url=address) as client:
        assert client.get("/healthz").status_code == 200
        assert client.get("/api/v1/claims/").json()["results"]
        ping = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
        accept = {"Accept": "application/json, text/event-stream"}
        assert client.post("/mcp", json=ping, headers={**accept, "Host": "evil.example.org"}).status_code == 421
        assert (
            client.post("/mcp", json=ping, headers={**accept, "Origin": "https://evil.example.org"}).status_code == 403
        )
        large = {**ping, "params": {"x": "x" * 1_100_000}}
        assert client.post("/mcp", json=large, headers=accept).status_code == 413


def test_answers_over_http_say_what_is_left(address: str, world: World) -> None:
    calls = {"jsonrpc": "2.0", "id": 1, "method": "tools/call"}
    known = {"params": {"name": "search_claims", "arguments": {}}}
    unknown = {"params": {"name": "no_such_tool", "arguments": {}}}
    accept = {"Accept": "application/json, text/event-stream", "MCP-Protocol-Version": "2025-06-18"}
    with httpx.Client(base_url=address) as client:
        answer = client.post("/mcp", json={**calls, **known}, headers=accept)
        assert answer.json()["result"]["structuredContent"]["results"], answer.text
        assert answer.headers["RateLimit-Policy"].startswith('"address";q=')
        assert answer.headers["RateLimit"].startswith('"address";r=')
        assert "RateLimit" not in client.post("/mcp", json={**calls, **unknown}, headers=accept).headers
