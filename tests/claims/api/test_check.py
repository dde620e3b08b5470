"""POST /api/v1/check: the whole answer as declared, its refusals, and nothing in it that is not public."""

import json
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from pytest_django import Settings

from claims.actions import check as reading
from claims.actions.pipeline import process
from claims.api.check import LARGEST_BODY
from claims.api.examples import A_TEXT
from claims.models import Claim, Contradiction
from tests import factories
from tests.claims.actions.texts import ASSEMBLY, COUNCIL, DENIAL, MISCOUNT, added
from tests.claims.api.test_errors import problem
from tests.claims.api.test_schema import check, document
from tests.claims.api.world import WORD, World

ADDRESS = "/api/v1/check"


def post(client: Client, body: Any, **headers: Any) -> Any:
    cache.clear()
    return client.post(ADDRESS, body, content_type="application/json", **headers)


def schema(status: str = "200", media: str = "application/json") -> Any:
    return document()["paths"][ADDRESS]["post"]["responses"][status]["content"][media]["schema"]


@pytest.fixture
def reported(db: None) -> None:
    """Two outlets that disagree, opened by an editor, and a verdict on what one of them says."""
    process(versions=[added(text, publisher) for text, publisher in ((ASSEMBLY, "One"), (MISCOUNT, "Two"))])
    Claim.objects.update(status="accepted")
    Contradiction.objects.update(status="open")
    Claim.objects.filter(text__contains="89").update(short_text="The resolution won 89 votes")
    factories.publish(factories.VerdictFactory.create(claim=Claim.objects.get(text__contains="89")))


def test_answer_is_as_declared(reported: None, client: Client) -> None:
    text = f"{MISCOUNT} {DENIAL}"
    answer = post(client, {"text": text, "published_on": "2025-02-25", "url": "https://new.example.org/a"})
    assert answer.status_code == 200, answer.content
    assert answer["Access-Control-Allow-Origin"] == "*"
    told = answer.json()
    check(told, schema())
    assert len(told["sentences"]) == 4
    (counted,) = [claim for claim in told["claims"] if claim["repeats"]]
    assert text[counted["start"] : counted["end"]] == counted["quote"]
    assert {one["measure"]: one["value"] for one in counted["measurements"]}["votes_for"] == 89
    (repeat,) = counted["repeats"]
    assert (repeat["rule"], repeat["verdicts"][0]["rating"]["name"]) == ("same_words/1", "False")
    (event,) = told["events"]
    assert [told["claims"][number]["quote"] for number in event["claims"]]
    assert {"UN General Assembly", "Ukraine", "United States"} & set(event["words"])
    assert [row["answer"] for row in event["contradictions"][0]["positions"]] == ["93–8–73", "89–8–73"]
    (clash,) = told["contradictions"]
    assert clash["contradiction"]["id"] == event["contradictions"][0]["id"]
    assert [bool(one["claims"]) for one in clash["answers"]] == [False, True]
    assert clash["answers"][0]["voices"][0]["article"]["publisher"]["name"] == "One"


def test_text_that_says_nothing(client: Client, db: None) -> None:
    answer = post(client, {"text": "  \n "})
    assert answer.json() == {"sentences": [], "claims": [], "events": [], "contradictions": []}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": None}, "text"),
        ({"text": ["a"]}, "text"),
        ({"text": "a\x00b"}, "text"),
        ({"text": "a\ud800b"}, "text"),
        ({"text": "x" * 100_001}, "text"),
        ({"text": "é" * 50_001}, "text"),
        ({"text": "a", "language": "en_GB"}, "language"),
        ({"text": "a", "published_on": "yesterday"}, "published_on"),
        ({"text": "a", "published_on": "0001-01-01"}, "published_on"),
        ({"text": "a", "published_on": "9999-12-31"}, "published_on"),
        ({"text": "a", "url": "javascript:alert(1)"}, "url"),
        ({"text": "a", "url": "ftp://a.example.org/"}, "url"),
        ({"text": "a", "url": "http://[::1"}, "url"),
        ({"text": "a", "colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_read_is_named(client: Client, db: None, body: dict[str, Any], field: str) -> None:
    told = problem(post(client, json.dumps(body)), 400)
    assert [error["pointer"] for error in told["errors"]] == [f"#/{field}"]
    check(told, schema("400", "application/problem+json"))


@pytest.mark.parametrize("body", ["", "{", "[]", "1", '"text"', "null", "[" * 200_000, '{"text": NaN}', "\xff"])
def test_body_is_one_object(client: Client, db: None, body: str) -> None:
    problem(post(client, body), 400)


def test_too_large_and_not_json(client: Client, db: None) -> None:
    problem(post(client, b"x" * (LARGEST_BODY + 1)), 413)
    problem(client.post(ADDRESS, {"text": "a"}), 415)
    problem(client.post(ADDRESS, {"text": "a"}, "application/json", headers={"Accept": "text/html"}), 406)
    problem(client.get(ADDRESS), 405)
    assert client.post(f"{ADDRESS}/", {"text": "a"}, "application/json").status_code == 200


def test_unknown_parameters_and_bad_keys(client: Client, db: None) -> None:
    told = problem(client.post(f"{ADDRESS}?colour=red&format=json", {"text": "a"}, "application/json"), 400)
    assert {error["parameter"] for error in told["errors"]} == {"colour", "format"}
    refused = problem(post(client, {"text": "a"}, headers={"Authorization": "Bearer cck_none"}), 401)
    check(refused, schema("401", "application/problem+json"))


def test_page_of_another_site_may_ask(client: Client, db: None) -> None:
    """A browser asks first whether it may send JSON and a key there."""
    wanted = {
        "Origin": "https://elsewhere.example.org",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    answer = client.options(ADDRESS, headers=wanted)
    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Access-Control-Allow-Methods"] == "POST"
    assert answer["Access-Control-Allow-Headers"] == "Authorization, Content-Type"


def test_texts_are_counted_by_their_length(client: Client, db: None, settings: Settings) -> None:
    settings.API_LIMITS = {**settings.API_LIMITS, "check": "5000/1h"}
    first = post(client, {"text": "é" * 2_000})
    assert '"check";r=1000;' in first["RateLimit"]
    problem(post(client, {"text": "A short text."}), 429)
    headers = {"Authorization": f"Bearer {factories.secret_of(factories.ApiKeyFactory.create())}"}
    assert post(client, {"text": "A short text."}, headers=headers).status_code == 200
    assert '"check";r=1000;' in post(client, {"text": "A short text."}, headers=headers)["RateLimit"]


def test_nobody_waits_long_for_the_texts_of_others(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.01)
    with reading._READING:
        answer = post(client, {"text": "A short text."})
    told = problem(answer, 503)
    check(told, schema("503", "application/problem+json"))
    assert answer["Retry-After"] == "5"
    assert post(client, {"text": "A short text."}).status_code == 200


def test_nothing_hidden_shows(world: World, client: Client) -> None:
    """The text speaks of everything there is, public or not; only its own words may name what is not."""
    hidden, public = world.hidden["claim"], world.public["claim"]
    text = (
        f"The {public.event.title} in the UN General Assembly on 24 February 2025 won 93 votes in favour, 8 against and"
        f" 73 abstentions, said {world.public['source'].name}. {public.text}. Ruritania voted for {public.event.title}."
        f" The vote on {hidden.event.title.replace(WORD, 'another')} won 89 votes in favour, 8 against."
    )
    answer = post(client, {"text": text, "published_on": "2025-02-25"})
    told = answer.json()
    assert [repeat["claim"]["id"] for claim in told["claims"] for repeat in claim["repeats"]] == [public.pk]
    assert WORD.lower() not in answer.content.decode().lower()
    assert "example.org@" not in answer.content.decode()
    assert hidden.event.pk not in [event["event"]["id"] for event in told["events"]]


def test_a_long_article_takes_as_many_queries_as_a_short_one(reported: None, client: Client) -> None:
    def queries(times: int) -> int:
        text = " ".join([ASSEMBLY, MISCOUNT, COUNCIL, DENIAL] * times)
        with CaptureQueriesContext(connection) as asked:
            assert post(client, {"text": text, "published_on": "2025-02-25"}).status_code == 200
        return len(asked)

    assert queries(20) == queries(2)


def test_example_is_taken(client: Client, db: None) -> None:
    assert post(client, A_TEXT.value).status_code == 200


@trying(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.fixed_dictionaries(
        {
            "text": st.text(max_size=300)
            | st.lists(
                st.sampled_from(
                    [
                        ASSEMBLY,
                        MISCOUNT,
                        DENIAL,
                        "on 31 December 9999",
                        "in the year 1",
                        "9" * 40,
                        "A/RES/ES-11/8",
                        '"',
                    ],
                ),
                max_size=6,
            ).map(" ".join)
        },
        optional={
            "language": st.sampled_from(["en", "en-GB", "fr", "x"]) | st.text(max_size=5),
            "published_on": st.dates().map(str) | st.text(max_size=8),
            "url": st.sampled_from(["https://a.example.org/?q=1#x", "http://é.example/"]) | st.text(max_size=20),
        },
    )
)
def test_any_text_gets_an_answer_or_a_documented_refusal(reported: None, client: Client, body: dict[str, Any]) -> None:
    answer = post(client, json.dumps(body))
    assert answer.status_code in {200, 400}, answer.content
    if answer.status_code == 200:
        check(answer.json(), schema())
