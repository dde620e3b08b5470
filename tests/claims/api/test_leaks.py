"""Only what is public is public: in lists, in single records, in what is nested in them, and in what filters tell."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.api.urls import router
from claims.models import Appearance, Claim, Position
from tests import factories
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
        assert WORD.lower() not in answer.content.decode().lower()
        assert "example.org@" not in answer.content.decode()


@pytest.mark.parametrize("route", sorted({*ROUTES, "verdict of a suggested claim"}))
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
        ("claim", "publisher", "publisher"),
        ("claim", "reviewed_by", "publisher"),
        ("claim", "source", "source"),
        ("contradiction", "article", "article"),
        ("contradiction", "claim", "claim"),
        ("contradiction", "event", "event"),
        ("contradiction", "evidence", "evidence"),
        ("contradiction", "publisher", "publisher"),
        ("contradiction", "source", "source"),
        ("event", "voter", "source"),
        ("evidence", "contradiction", "contradiction"),
        ("evidence", "event", "event"),
        ("evidence", "publisher", "publisher"),
        ("evidence", "verdict", "verdict"),
        ("verdict", "claim", "claim"),
        ("verdict", "event", "event"),
        ("verdict", "evidence", "evidence"),
        ("verdict", "publisher", "publisher"),
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


def rejected_voice(position: Position, **fields: Any) -> Appearance:
    """Words that take `position`, of a claim that an editor rejected, in an article of nobody else."""
    appearance = factories.AppearanceFactory.create(
        claim=factories.ClaimFactory.create(status="rejected", status_reason="Nothing is claimed."),
        version=factories.VersionFactory.create(article=factories.ArticleFactory.create(is_public=False)),
        source_name=f"{WORD} speaker",
    )
    factories.MembershipFactory.create(position=position, appearance=appearance, **fields)
    return appearance


def test_voice_of_a_rejected_claim_is_neither_shown_nor_counted_nor_found(world: World, get: Get) -> None:
    contradiction = world.public["contradiction"]
    before = get("contradiction", contradiction.pk)
    rejected = rejected_voice(contradiction.positions.first(), origin="a text of its own")
    assert get("contradiction", contradiction.pk) == before
    assert [position["independent_origins"] for position in before["positions"]] == [1, 1]
    assert get("contradiction", source_name=f"{WORD} speaker")["results"] == []
    assert get("publisher", rejected.version.article.publisher_id, expect=404)


def test_answer_of_rejected_claims_alone_is_not_shown_nor_borne_out(world: World, get: Get) -> None:
    contradiction = world.public["contradiction"]
    before = get("contradiction", contradiction.pk)
    position = factories.PositionFactory.create(contradiction=contradiction, answer=f"{WORD} answer")
    rejected_voice(position)
    contradiction.attached_evidence.update(supports=position)
    after = get("contradiction", contradiction.pk)
    assert after["positions"] == before["positions"]
    assert [attached["supports"] for attached in before["evidence"]] == [before["positions"][-1]["id"]]
    assert [attached["supports"] for attached in after["evidence"]] == [None]
    assert WORD.lower() not in str(get("contradiction")).lower()
    assert get("contradiction", answer=position.answer)["results"] == []


@pytest.mark.parametrize("status", ["suggested", "rejected"])
def test_publisher_is_named_once_its_words_are_public(world: World, get: Get, status: str) -> None:
    said = factories.AppearanceFactory.create(
        claim=factories.ClaimFactory.create(status=status, status_reason="Nothing is claimed."),
        version=factories.VersionFactory.create(article=factories.ArticleFactory.create(is_public=False)),
    )
    outlet = said.version.article.publisher_id
    get("publisher", outlet, expect=404)
    factories.MembershipFactory.create(
        position=world.public["contradiction"].positions.first(), appearance=said, origin="x"
    )
    get("publisher", outlet, expect=404 if status == "rejected" else 200)
    Claim.objects.filter(pk=said.claim_id).update(status="accepted")
    assert get("publisher", outlet)["id"] == outlet


def test_every_publisher_that_a_record_names_has_an_address(world: World, get: Get) -> None:
    correction = get("claim", world.public["claim"].pk)["corrections"][0]
    named = [
        correction["publisher"],
        get("verdict", world.public["verdict"].pk)["publisher"],
        get("evidence", world.public["evidence"].pk)["publisher"],
        *(
            voice["appearance"]["article"]["publisher"]
            for position in get("contradiction", world.public["contradiction"].pk)["positions"]
            for voice in position["appearances"]
        ),
    ]
    assert len({publisher["id"] for publisher in named}) > 2
    for publisher in named:
        assert get("publisher", publisher["id"])["name"] == publisher["name"]


def test_people_sign_with_their_name_or_not_at_all(world: World, get: Get) -> None:
    verdict = world.public["verdict"]
    assert get("verdict", verdict.pk)["author"] == "Ada Novak"
    verdict.author.first_name = verdict.author.last_name = ""
    verdict.author.save()
    assert get("verdict", verdict.pk)["author"] is None
