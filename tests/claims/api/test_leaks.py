"""Only what is public is public: in lists, in single records, in what is nested in them, and in what filters tell."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.api.urls import router
from tests.claims.api.conftest import Get
from tests.claims.api.world import WORD, World

ROUTES = sorted(basename for _, _, basename in router.registry)


@pytest.mark.parametrize("route", ROUTES)
def test_nothing_hidden_shows(world: World, client: Client, route: str) -> None:
    record = world.public[route]
    whole = client.get(reverse(f"api:{route}-detail", args=[record.pk]))
    listed = client.get(reverse(f"api:{route}-list"))
    assert whole.status_code == 200, whole.content
    assert record.pk in [row["id"] for row in listed.json()["results"]]
    for answer in (whole, listed):
        assert WORD not in answer.content.decode()
        assert "example.org@" not in answer.content.decode()


@pytest.mark.parametrize("route", sorted({*ROUTES, "verdict of a suggested claim"} - {"publisher"}))
def test_what_is_hidden_has_no_address(world: World, get: Get, route: str) -> None:
    hidden = world.hidden[route]
    route = route.split(maxsplit=1)[0]
    problem = get(route, hidden.pk, expect=404)
    assert problem["detail"] == get(route, 10**15, expect=404)["detail"]
    assert hidden.pk not in [row["id"] for row in get(route)["results"]]


@pytest.mark.parametrize(
    ("route", "parameter", "hidden"),
    [
        ("article", "copy_of", "article"),
        ("claim", "article", "article"),
        ("claim", "contradiction", "contradiction"),
        ("claim", "event", "event"),
        ("claim", "source", "source"),
        ("contradiction", "article", "article"),
        ("contradiction", "claim", "claim"),
        ("contradiction", "event", "event"),
        ("contradiction", "evidence", "evidence"),
        ("contradiction", "source", "source"),
        ("event", "voter", "source"),
        ("evidence", "contradiction", "contradiction"),
        ("evidence", "event", "event"),
        ("evidence", "verdict", "verdict"),
        ("verdict", "claim", "claim"),
        ("verdict", "event", "event"),
        ("verdict", "evidence", "evidence"),
    ],
)
def test_filters_know_nothing_of_what_is_hidden(
    world: World, get: Get, route: str, parameter: str, hidden: str
) -> None:
    problem = get(route, expect=400, **{parameter: world.hidden[hidden].pk})
    assert problem == get(route, expect=400, **{parameter: 10**15})


def test_ratings_of_drafts_find_no_claim(world: World, get: Get) -> None:
    draft = world.hidden["verdict"]
    draft.rating.slug = "only-in-the-draft"
    draft.rating.save()
    assert get("claim", rating="only-in-the-draft")["results"] == []
    assert get("claim", reviewed_by=draft.publisher.pk)["results"] == []


def test_voice_of_an_unaccepted_claim_is_quoted_without_it(world: World, get: Get) -> None:
    """Its words are part of a contradiction; the claim made of them and the article around them are not public."""
    voices = [
        voice["appearance"]
        for position in get("contradiction", world.public["contradiction"].pk)["positions"]
        for voice in position["appearances"]
    ]
    assert [voice["claim"] for voice in voices] == [world.public["claim"].pk, None]
    cited = voices[1]["article"]
    assert cited["title"]
    assert cited["id"] is cited["url"] is cited["api_url"] is None


def test_people_sign_with_their_name_or_not_at_all(world: World, get: Get) -> None:
    verdict = world.public["verdict"]
    assert get("verdict", verdict.pk)["author"] == "Ada Novak"
    verdict.author.first_name = verdict.author.last_name = ""
    verdict.author.save()
    assert get("verdict", verdict.pk)["author"] is None
