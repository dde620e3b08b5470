"""What the API says of itself is true."""

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer
from jsonschema import Draft202012Validator, FormatChecker

from claims.api.urls import router
from tests.claims.api.world import World

WRITES = ("/api/v1/desk/", "/api/v1/submissions/")
ASKED_BY_POST = {"/api/v1/check"}
ROUTES = [(prefix, basename) for prefix, _, basename in router.registry]


@cache
def document() -> Any:
    generator: Any = SchemaGenerator
    return generator().get_schema(request=None, public=True)


@cache
def components() -> Any:
    """The components, read strictly: a key that is not declared is an error, and so is one that is missing."""
    strict = copy.deepcopy(document()["components"])
    for schema in strict["schemas"].values():
        if "properties" in schema:
            schema.setdefault("additionalProperties", False)
            page = schema["properties"].get("results")
            if page and "anyOf" in page["items"]:
                page["items"] = page["items"]["anyOf"][0]
    return strict


def check(value: Any, schema: Any) -> None:
    """Raises ValidationError where `value` is not what `schema` says."""
    whole = schema["anyOf"][0] if "anyOf" in schema else schema
    Draft202012Validator({**whole, "components": components()}, format_checker=FormatChecker()).validate(value)


def operation(path: str, media: str = "application/json", status: str = "200") -> Any:
    return document()["paths"][path]["get"]["responses"][status]["content"][media]


def test_what_is_committed_is_what_the_code_says() -> None:
    committed = Path(__file__).parents[3] / "claims" / "api" / "openapi.yaml"
    renderer: Any = OpenApiYamlRenderer
    now = renderer().render(document(), renderer_context={}).decode()
    assert committed.read_text() == now, "run `make openapi`, and see that what changed keeps the compatibility policy"


def test_generated_without_a_warning_and_valid(tmp_path: Path) -> None:
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "schema.yaml"))


@pytest.mark.parametrize(("prefix", "route"), ROUTES)
def test_answers_are_as_declared(world: World, client: Client, prefix: str, route: str) -> None:
    page = client.get(reverse(f"api:{route}-list"), {"page_size": 1})
    check(page.json(), operation(f"/api/v1/{prefix}/")["schema"])
    assert page.json()["results"]
    whole = client.get(reverse(f"api:{route}-detail", args=[world.public[route].pk]))
    check(whole.json(), operation(f"/api/v1/{prefix}/{{id}}/")["schema"])


@pytest.mark.parametrize(("prefix", "route"), ROUTES)
def test_problems_are_as_declared(client: Client, db: None, prefix: str, route: str) -> None:
    media = "application/problem+json"
    bad = client.get(reverse(f"api:{route}-list"), {"colour": "red"})
    check(bad.json(), operation(f"/api/v1/{prefix}/", media, str(bad.status_code))["schema"])
    missing = client.get(reverse(f"api:{route}-detail", args=[10**9]))
    check(missing.json(), operation(f"/api/v1/{prefix}/{{id}}/", media, str(missing.status_code))["schema"])
    unserved = client.get(reverse(f"api:{route}-list"), headers={"Accept": "text/html"})
    check(unserved.json(), operation(f"/api/v1/{prefix}/", media, str(unserved.status_code))["schema"])


def test_examples_are_as_declared() -> None:
    examples = 0
    for path in document()["paths"].values():
        for method in path.values():
            sent = method.get("requestBody", {"content": {}})["content"]
            read = method["responses"].get("200", {}).get("content", {}).get("application/json", {})
            for content in (*sent.values(), read):
                for example in content.get("examples", {}).values():
                    check(example["value"], content["schema"])
                    examples += 1
    assert examples >= 8


def test_every_operation_is_described_and_tagged() -> None:
    for path, methods in document()["paths"].items():
        if not path.startswith(WRITES):
            assert set(methods) == {"post" if path in ASKED_BY_POST else "get"}, path
        for method in methods.values():
            assert method["description"], path
            assert method["tags"] == [path.split("/")[3]]
            for parameter in method.get("parameters", []):
                assert parameter.get("description"), (path, parameter["name"])


@pytest.mark.parametrize("accept", ["application/vnd.oai.openapi", "application/vnd.oai.openapi+json", "*/*"])
def test_schema_is_served(client: Client, db: None, accept: str) -> None:
    answer = client.get("/api/schema/", headers={"Accept": accept})
    assert answer.status_code == 200
    assert b"3.1.0" in answer.content


def test_docs_load_nothing_from_elsewhere(client: Client) -> None:
    answer = client.get("/api/docs/")
    assert answer.status_code == 200
    assert b"http://" not in answer.content
    assert b"https://" not in answer.content
    policy = dict(directive.split(" ", 1) for directive in answer["Content-Security-Policy"].split("; "))
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == "'self' 'unsafe-inline'"
    script = client.get("/api/docs/?script=")
    assert script["Content-Type"].startswith("application/javascript")
    assert b"/api/schema/" in script.content


def test_loose_style_is_for_the_docs_alone(client: Client, db: None) -> None:
    assert "unsafe-inline" not in client.get("/api/v1/claims/")["Content-Security-Policy"]
    assert "unsafe-inline" not in client.get("/api/schema/")["Content-Security-Policy"]
