"""A list of many rows takes as many queries as a list of one: every list there is, found by walking the site's own
addresses, so that one which somebody adds fails here until it says how its rows are made."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.api import urls
from claims.api.factchecktools.base import FactCheckView
from claims.api.factchecktools.urls import urlpatterns as fact_check_tools
from claims.models import Claim, SourceAlias
from tests import factories
from tests.claims.api.test_matrix import names
from tests.claims.api.world import World, build

pytestmark = pytest.mark.django_db
MANY = int(os.environ.get("CROSSCHECK_ROWS", "25"))
"""What grows with the rows shows with 25 as with 100, which take two minutes to make: those are asked for by hand."""
Row = Callable[[World, int], None]
SITE = "https://desk.example.org/"


def said(world: World, number: int) -> None:
    """An appearance, its figure and who says it, of the claim and of a position."""
    source = factories.SourceFactory.create()
    SourceAlias.objects.create(source=source, name=f"Alias {number}")
    said = factories.AppearanceFactory.create(claim=world.public["claim"], source=source)
    figure = factories.MeasurementFactory.create(appearance=said)
    position = world.public["contradiction"].positions.order_by("pk").first()
    factories.MembershipFactory.create(position=position, appearance=said, measurement=figure)


def rating(world: World, number: int) -> None:
    """A rating, with the verdict that makes it public."""
    scale = world.public["rating-scale"]
    made = factories.RatingFactory.create(scale=scale, name=f"Rating {number}", slug=f"r-{number}", value=None)
    claim = factories.ClaimFactory.create()
    factories.AppearanceFactory.create(claim=claim)
    factories.publish(factories.VerdictFactory.create(claim=claim, publisher=scale.publisher, rating=made))


def gone(_world: World, _number: int) -> None:
    claim = factories.ClaimFactory.create()
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="It is none")


def review(world: World, number: int) -> None:
    """A review by one desk, with words to be found by."""
    claim = factories.ClaimFactory.create(text=f"Zeppelins fly, number {number}")
    factories.AppearanceFactory.create(claim=claim, source=factories.SourceFactory.create())
    desk = world.public["verdict"].publisher
    factories.publish(factories.VerdictFactory.create(claim=claim, publisher=desk))


def world(_world: World, _number: int) -> None:
    """One more of everything."""
    build()


API: dict[str, Row] = {
    **{f"{basename}-list": world for _, _, basename in urls.router.registry},
    "gone": gone,
    "claim-appearances": said,
    "event-measurements": said,
    "contradiction-appearances": said,
    "rating-scale-ratings": rating,
}
"""By the name of each list of /api/v1/, what makes one more row of it."""
GOOGLE: dict[str, tuple[Row, dict[str, Any]]] = {
    "claims-search": (review, {"query": "zeppelins"}),
    "pages": (review, {"organization": "desk.example.org"}),
}
OF = {name: name.split("-")[0] for name in ("claim-appearances", "event-measurements", "contradiction-appearances")}
OF["rating-scale-ratings"] = "rating-scale"
NO_LISTS = {"desk-evidence-list", "desk-merge-list", "desk-verdict-list", "submission-articles", "submission-claims"}
"""Addresses without a record that are only written to."""


def lists() -> Iterator[str]:
    """The names of the addresses of /api/v1/ that answer a GET with several rows."""
    for name in names():
        if name.endswith("-list") or name == "gone" or name in urls.WITHIN:
            yield name


def test_every_list_has_a_maker_of_rows() -> None:
    assert set(lists()) - NO_LISTS == set(API)
    for name in NO_LISTS:
        assert Client().get(reverse(f"api:{name}")).status_code in (401, 405)
    views = {str(each.name): each.callback.view_class for each in fact_check_tools}  # type: ignore[attr-defined]  # views
    paged = {name for name, view in views.items() if issubclass(view, FactCheckView) and "pageToken" in view.parameters}
    assert paged - {"claims-image-search"} == set(GOOGLE), "there is no search by image"


def asked(path: str, **parameters: Any) -> tuple[int, Any]:
    """How many queries an answer takes, and its rows."""
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        answer = Client().get(path, parameters)
    assert answer.status_code == 200, answer.content
    told = answer.json()
    return len(captured), next(rows for rows in told.values() if isinstance(rows, list))


def test_the_number_of_queries_does_not_grow(world: World) -> None:
    """All the lists of one world at once: each maker is asked for its rows once, however many lists they are in."""
    desk = world.public["verdict"].publisher
    type(desk).objects.filter(pk=desk.pk).update(url=SITE)
    every: dict[str, tuple[str, dict[str, Any]]] = {
        name: (reverse(f"api:{name}", args=[world.public[OF[name]].pk] if name in OF else []), {"page_size": MANY})
        for name in API
    }
    every |= {
        name: (reverse(f"factchecktools:{name}"), {**parameters, "pageSize": MANY})
        for name, (_, parameters) in GOOGLE.items()
    }
    for make in (gone, review):
        make(world, 0)
    before = {name: asked(path, **parameters) for name, (path, parameters) in every.items()}
    for maker in dict.fromkeys([*API.values(), *(row for row, _ in GOOGLE.values())]):
        for number in range(1, MANY + 1):
            maker(world, number)
    after = {name: asked(path, **parameters) for name, (path, parameters) in every.items()}
    assert {name: len(rows) for name, (_, rows) in after.items()} == dict.fromkeys(every, MANY)
    assert all(0 < len(rows) < 6 for _, rows in before.values())
    # Fewer are right too: where no row of the newest has parts of a kind, these are not asked for.
    assert {name: queries for name, (queries, _) in after.items() if queries > before[name][0]} == {}
