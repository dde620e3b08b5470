"""The tools: which operation of the API each one is, and its schemas, read from the API's own document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from mcp.types import Tool, ToolAnnotations

ROWS = 10
"""Rows of a list unless more are asked for: an assistant reads all that it is sent."""
READING = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_COMPONENT = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Operation:
    """One tool: the operation at `path` of the API, with those of its parameters that are worth an assistant's
    attention. A `post` takes its arguments in the body."""

    name: str
    title: str
    description: str
    path: str
    parameters: tuple[str, ...] = ()
    method: str = "get"


OPERATIONS = (
    Operation(
        "search_claims",
        "Search claims",
        "Find claims that were made in the news, by words in them (q), with the verdicts of fact-checkers on them.",
        "/api/v1/claims/",
        ("q", "source_name", "event", "rating", "has_verdict", "has_contradiction", "language", "page_size", "cursor"),
    ),
    Operation(
        "get_claim",
        "Get a claim",
        "Read one claim: who said it where, in which exact words; verdicts with reasons and evidence; corrections.",
        "/api/v1/claims/{id}/",
        ("id",),
    ),
    Operation(
        "list_contradictions",
        "List contradictions",
        "List questions that sources answer differently, newest first, with the answers. Not each one is an error: gate"
        " says whether the answers may be compared at all, resolution what editors decided.",
        "/api/v1/contradictions/",
        ("question", "event", "claim", "kind", "gate", "status", "resolution", "page_size", "cursor"),
    ),
    Operation(
        "get_contradiction",
        "Get a contradiction",
        "Read one contradiction: each answer, everyone who gives it in their exact words, and the evidence.",
        "/api/v1/contradictions/{id}/",
        ("id",),
    ),
    Operation(
        "get_event",
        "Get an event",
        "Read one event that claims are about, with its roll call where there is one, and the contradictions about it.",
        "/api/v1/events/{id}/",
        ("id",),
    ),
    Operation(
        "check_text",
        "Check a text",
        "Say what is known of a text in English: check-worthy sentences, who says what, figures, checked claims that it"
        " repeats with verdicts, and contradictions that it would join, with reasons. The text is not kept.",
        "/api/v1/check",
        method="post",
    ),
)
BY_NAME: Mapping[str, Operation] = {operation.name: operation for operation in OPERATIONS}


@cache
def tools() -> tuple[Tool, ...]:
    """Every tool, as the protocol describes it."""
    return tuple(_tool(operation) for operation in OPERATIONS)


@cache
def _document() -> Any:
    generator: Any = SchemaGenerator
    return generator().get_schema(request=None, public=True)


def _tool(operation: Operation) -> Tool:
    described = _document()["paths"][operation.path][operation.method]
    answer = described["responses"]["200"]["content"]["application/json"]["schema"]
    return Tool(
        name=operation.name,
        title=operation.title,
        description=operation.description,
        input_schema=_arguments(operation, described),
        output_schema=_standing_alone(answer.get("anyOf", [answer])[0]),  # whole: no tool takes `fields`
        annotations=READING,
    )


def _arguments(operation: Operation, described: Any) -> dict[str, Any]:
    if operation.method == "post":
        return {**_standing_alone(described["requestBody"]["content"]["application/json"]["schema"]), **_CLOSED}
    known = {parameter["name"]: parameter for parameter in described["parameters"]}
    chosen = {name: known[name] for name in operation.parameters}
    properties = {
        name: {**parameter["schema"], "description": parameter["description"]} for name, parameter in chosen.items()
    }
    if "page_size" in properties:
        properties["page_size"]["default"] = ROWS
    if "cursor" in properties:
        properties["cursor"]["description"] = "The `next` of the page before"
    required = [name for name, parameter in chosen.items() if parameter["in"] == "path"]
    return {"type": "object", "properties": properties, "required": required, **_CLOSED}


_CLOSED = {"additionalProperties": False}


def _standing_alone(schema: Any) -> dict[str, Any]:
    """A schema of the API's document with all that it refers to inside, its root an object as the protocol wants."""
    components = _document()["components"]["schemas"]
    root = components[schema["$ref"].removeprefix(_COMPONENT)] if "$ref" in schema else schema
    inside: dict[str, Any] = {}
    waiting = list(_named(root))
    while waiting:
        name = waiting.pop()
        if name not in inside:
            inside[name] = components[name]
            waiting += _named(components[name])
    alone: dict[str, Any] = _moved({**root, **({"$defs": inside} if inside else {})})
    return alone


def _named(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"].removeprefix(_COMPONENT)
        for value in schema.values():
            yield from _named(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _named(value)


def _moved(schema: Any) -> Any:
    """With references that lead into the schema itself; without examples, which a model would take for answers."""
    if isinstance(schema, dict):
        kept = {name: _moved(value) for name, value in schema.items() if name != "example"}
        if isinstance(kept.get("$ref"), str):
            kept["$ref"] = kept["$ref"].replace(_COMPONENT, "#/$defs/")
        return kept
    return [_moved(value) for value in schema] if isinstance(schema, list) else schema
