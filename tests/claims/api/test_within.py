"""The lists of what belongs to one record, and that a record shows the first of them only."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.changes import Change
from claims.api import serializers, views
from claims.api.urls import WITHIN
from claims.models import Measurement
from tests import factories
from tests.claims.api.conftest import Get
from tests.claims.api.test_queries import COUNTED, grow
from tests.claims.api.test_queries import WITHIN as RECORDS
from tests.claims.api.test_schema import check, operation
from tests.claims.api.world import WORD, World


@pytest.mark.parametrize("name", WITHIN)
def test_public_rows_of_public_records(world: World, client: Client, name: str) -> None:
    route = RECORDS[name][0]
    answer = client.get(reverse(f"api:{name}", args=[world.public[route].pk]))
    assert answer.json()["results"]
    assert WORD.lower() not in answer.content.decode().lower()
    check(answer.json(), operation(f"/api/v1/{WITHIN[name][0].replace('(?P<id>[0-9]{1,18})', '{id}')}/")["schema"])
    for pk in (world.hidden[route].pk, 10**15):
        assert client.get(reverse(f"api:{name}", args=[pk])).status_code == 404
    assert client.get(reverse(f"api:{name}", args=[world.public[route].pk]), {"colour": "red"}).status_code == 400


def test_figures_about_an_event_are_found_by_what_they_say(world: World, client: Client) -> None:
    path = reverse("api:event-measurements", args=[world.public["event"].pk])
    figure = Measurement.objects.get(appearance__claim=world.public["claim"])
    found = client.get(path, {"measure": "votes_for", "value_min": "93", "source": world.public["source"].pk}).json()
    assert [row["id"] for row in found["results"]] == [figure.pk]
    assert found["results"][0]["appearance"]["claim"] == world.public["claim"].pk
    assert client.get(path, {"value_min": "94"}).json()["results"] == []


def test_a_record_shows_the_first_and_where_the_rest_is(
    world: World, get: Get, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        grow(world, number)
    monkeypatch.setattr(serializers, "MOST", 2)
    monkeypatch.setattr(views, "MOST", 2)
    claim = get("claim", world.public["claim"].pk)
    assert len(claim["appearances"]) == len(claim["contradictions"]) == 2
    contradiction = get("contradiction", world.public["contradiction"].pk)
    for position in contradiction["positions"]:
        assert len(position["appearances"]) <= 2
    assert len(get("event", world.public["event"].pk)["contradictions"]) == 2
    for url, more in (
        (claim["appearances_url"], 4), (claim["contradictions_url"], 4), (contradiction["appearances_url"], 8)
    ):  # fmt: skip
        assert len(client.get(url).json()["results"]) == more


def test_origins_have_the_same_number_in_both_places(world: World, get: Get, client: Client) -> None:
    grow(world, 0)
    whole = get("contradiction", world.public["contradiction"].pk)
    shown = {voice["appearance"]["id"]: voice["origin"] for each in whole["positions"] for voice in each["appearances"]}
    listed = client.get(whole["appearances_url"]).json()["results"]
    assert {voice["appearance"]["id"]: voice["origin"] for voice in listed} == shown
    assert {voice["position"] for voice in listed} == {each["id"] for each in whole["positions"]}


@pytest.mark.parametrize("path", ["/api/v1/claims/", "/api/v1/verdicts/?language=en", "one", "within"])
def test_what_is_at_hand_costs_one_query(
    world: World, client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    pk = world.public["claim"].pk
    path = {"one": reverse("api:claim-detail", args=[pk]), "within": f"/api/v1/claims/{pk}/appearances/"}.get(
        path, path
    )
    tag = client.get(path)["ETag"]
    with django_assert_num_queries(COUNTED):
        again = client.get(path, headers={"If-None-Match": f'"another", {tag}'})
    assert (again.status_code, again["ETag"], again.content) == (304, tag, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    assert "RateLimit" in again
    Change.objects.all().delete()  # one transaction leaves one line, and a test is one
    factories.ClaimFactory.create()
    changed = client.get(path, headers={"If-None-Match": tag})
    assert (changed.status_code, changed["ETag"] != tag) == (200, True)


def test_a_wrong_parameter_is_refused_whatever_is_at_hand(client: Client, db: None) -> None:
    tag = client.get("/api/v1/claims/")["ETag"]
    assert client.get("/api/v1/claims/?colour=red", headers={"If-None-Match": tag}).status_code == 400
    assert client.get("/api/v1/claims/", headers={"If-None-Match": "*"}).status_code == 304
