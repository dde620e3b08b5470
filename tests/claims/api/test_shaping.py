"""Lists sorted and told as one asks: `ordering`, `fields` and `expand`."""

from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.api.urls import router
from tests.claims.api.conftest import Get
from tests.claims.api.test_pages import walk
from tests.claims.api.world import WORD, World, build

VIEWS: dict[str, Any] = {basename: view for _, view, basename in router.registry}
ORDERED = [(route, ordering) for route, view in VIEWS.items() for ordering in view.orderings]
EXPANDED = [(route, name) for route, view in VIEWS.items() for name in view.expansions]


def test_every_order_walks_every_record_once(db: None, client: Client) -> None:
    worlds = [build() for _ in range(3)]
    for route, ordering in ORDERED:
        pages = walk(client, f"{reverse(f'api:{route}-list')}?ordering={ordering}&page_size=2")
        found = [pk for page in pages for pk in page]
        name = ordering.removeprefix("-")
        model = VIEWS[route].queryset.model
        values = dict(model.objects.filter(pk__in=found).values_list("pk", name))
        assert len(found) == len(set(found)) >= 3
        assert {world.public[route].pk for world in worlds} <= set(found)
        with_value = [pk for pk in found if values[pk] is not None]
        assert found[: len(with_value)] == with_value, "without a value comes last"
        expected = model.objects.filter(pk__in=with_value).order_by(ordering, ordering.replace(name, "pk"))
        assert with_value == list(expected.values_list("pk", flat=True))


def test_only_the_fields_that_are_named(world: World, get: Get) -> None:
    for route in VIEWS:
        pk = world.public[route].pk
        for whole, ask in ((get(route, pk), partial(get, route, pk)), (get(route)["results"][0], partial(get, route))):
            last = [*whole][-1]
            for names, expected in (
                (f"id,{last}", {"id": whole["id"], last: whole[last]}),
                ("", whole),
                *((name, {name: whole[name]}) for name in [*whole][1::6]),
            ):
                answer = ask(fields=names)
                assert answer.get("results", [answer])[0] == expected


@pytest.mark.parametrize(("route", "name"), EXPANDED)
def test_parts_are_told_more_fully_in_as_many_queries_for_many(client: Client, db: None, route: str, name: str) -> None:
    counts, path = [], reverse(f"api:{route}-list")
    for worlds in (1, 3):
        for _ in range(worlds):
            world = build()
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(path, {"expand": name})
        counts.append(len(queries))
        assert answer.status_code == 200, answer.content
        assert WORD.lower() not in answer.content.decode().lower()
    assert counts[0] == counts[1]
    rows = {row["id"]: row for row in answer.json()["results"]}
    brief = {row["id"]: row for row in client.get(path).json()["results"]}
    pk = world.public[route].pk
    assert rows[pk][name]
    if name in brief[pk]:
        assert {*brief[pk][name]} < {*rows[pk][name]}
        assert rows[pk][name] | brief[pk][name] == rows[pk][name]


def test_one_record_is_told_more_fully_too(world: World, get: Get) -> None:
    verdict = get("verdict", world.public["verdict"].pk, expand="claim,publisher", fields="claim,publisher")
    assert verdict["claim"] == get("claim")["results"][-1]
    assert verdict["publisher"] == get("publisher", world.public["verdict"].publisher_id)
    get("claim", world.public["claim"].pk, expand="appearances", expect=400)  # they are all there


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ordering", "text"), ("ordering", "-score"), ("ordering", "id,-id"), ("fields", "id,status"), ("fields", ","),
        ("fields", "search_vector"), ("expand", "verdicts"), ("expand", "event.claims"), ("fields", "x" * 5000),
    ],
)  # fmt: skip
def test_other_words_are_refused(db: None, get: Get, name: str, value: str) -> None:
    problem = get("claim", expect=400, **{name: value})
    assert [error["parameter"] for error in problem["errors"]] == [name]
    assert len(problem["detail"]) < 500


def test_published_lists_are_sorted_by_their_index(world: World, client: Client) -> None:
    """Where a column may be empty, PostgreSQL sorts the whole list instead, for the sake of rows that it has not."""
    with CaptureQueriesContext(connection) as queries:
        client.get("/api/v1/verdicts/?ordering=-published_at")
    assert "NULLS" not in next(
        query["sql"] for query in queries if "ORDER BY" in query["sql"] and "verdict" in query["sql"]
    )
