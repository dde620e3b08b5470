"""Each filter finds what it says, and refuses what it cannot read."""

from typing import Any

import pytest

from articles.models import Article
from claims import models
from claims.api.urls import router
from tests import factories
from tests.claims.api.conftest import Get
from tests.claims.api.world import World, build


@pytest.fixture
def worlds(db: None) -> list[World]:
    """Two, so that a filter on the one can wrongly find the other."""
    return [build(), build()]


@pytest.mark.parametrize("route", [basename for _, _, basename in router.registry])
def test_every_filter_finds_its_record(worlds: list[World], get: Get, route: str) -> None:
    """Each parameter with a value that holds of the first world's record, alone and all together. Left empty it does
    not narrow; a value that the second world's record does not share does not find that one."""
    first, second = (holding(world)[route] for world in worlds)
    mine, theirs = (world.public[route].pk for world in worlds)
    view: Any = next(view for _, view, basename in router.registry if basename == route)
    assert set(first) == set(view.filterset_class.base_filters)
    for name, value in first.items():
        found = ids(get(route, **{name: value}))
        assert mine in found, name
        assert theirs not in found or str(first[name]) in str(second[name]), name
        assert {mine, theirs} <= {*ids(get(route, **{name: ""}))}, name
    assert ids(get(route, **first)) == [mine]


@pytest.mark.parametrize(
    ("route", "name", "value"),
    [
        ("article", "language", "fr"),
        ("article", "published_after", "2025-02-26"),
        ("article", "published_before", "2025-02-24"),
        ("article", "added_before", "2020-01-01T00:00:00Z"),
        ("article", "added_after", "9999-12-31T23:59:59-14:00"),
        ("article", "added_before", "0001-01-01T00:00:00+14:00"),
        ("article", "added_before", "2001-01-01T00:00:00-23:26"),
        ("article", "updated_since", "2999-01-01T00:00:00+23:26"),
        ("claim", "q", "zeppelin"),
        ("claim", "score_min", "1"),
        ("claim", "has_verdict", "false"),
        ("claim", "has_contradiction", "false"),
        ("claim", "stance", "denies"),
        ("claim", "said_before", "2025-02-23"),
        ("claim", "measure", "killed"),
        ("claim", "value_min", "94"),
        ("claim", "value_max", "92.999999"),
        ("claim", "rating", "true"),
        ("contradiction", "status", "open"),
        ("contradiction", "is_at_fault", "false"),
        ("contradiction", "resolved_before", "2020-01-01T00:00:00Z"),
        ("event", "kind", "attack"),
        ("event", "participant", "Ruri"),
        ("event", "membership", "15"),
        ("event", "choice", "no"),
        ("verdict", "rating_min", "2"),
        ("verdict", "published_after", "2099-01-01"),
        ("source", "name", "Nobody"),
    ],
)
def test_what_does_not_hold_is_not_found(world: World, get: Get, route: str, name: str, value: str) -> None:
    models.Claim.objects.update(score=0.5)
    models.Position.objects.update(is_at_fault=True)
    assert world.public[route].pk not in ids(get(route, **{name: value}))


@pytest.mark.parametrize(
    ("route", "name", "value"),
    [
        ("article", "published_after", "yesterday"),
        ("article", "published_after", "2025-02-30"),
        ("article", "added_after", "noon"),
        ("article", "publisher", "none"),
        ("article", "title", "a\x00b"),
        ("claim", "event", "0"),
        ("claim", "event", str(10**30)),
        ("claim", "event", "1.5"),
        ("claim", "has_verdict", "maybe"),
        ("claim", "score_min", "1.1"),
        ("claim", "score_min", "NaN"),
        ("claim", "value_min", "Infinity"),
        ("claim", "value_min", "1E+999999"),
        ("claim", "value_min", "0.1234567"),
        ("claim", "stance", "shouts"),
        ("claim", "q", "x" * 201),
        ("contradiction", "status", "suggested"),
        ("contradiction", "status", "dismissed"),
        ("event", "membership", "-1"),
        ("event", "membership", str(2**31)),
        ("event", "membership", "1.5"),
        ("event", "kind", "Vote"),
        ("publisher", "kind", "blog"),
    ],
)
def test_what_cannot_hold_is_refused(db: None, get: Get, route: str, name: str, value: str) -> None:
    problem = get(route, expect=400, **{name: value})
    assert {error["parameter"] for error in problem["errors"]} == {name}
    assert problem["detail"].startswith(f"{name}: ")


def test_words_of_a_closed_list_may_be_several(world: World, get: Get) -> None:
    assert ids(get("event", kind=["attack", "vote"])) == ids(get("event"))
    assert ids(get("event", kind=["attack", "vote"], choice=["yes", "no"])) == [world.public["event"].pk]


def test_conditions_on_an_appearance_hold_of_one(world: World, get: Get) -> None:
    """One source denies it elsewhere: that is not what the other asserts."""
    speaker, denier = world.public["source"], factories.SourceFactory.create()
    elsewhere = factories.AppearanceFactory.create(
        claim=world.public["claim"], source=denier, stance="denies", quote="8 against"
    )
    assert ids(get("claim", source=speaker.pk, stance="asserts")) == [world.public["claim"].pk]
    assert ids(get("claim", source=denier.pk, stance="denies")) == [world.public["claim"].pk]
    assert ids(get("claim", source=speaker.pk, stance="denies")) == []
    factories.MeasurementFactory.create(appearance=elsewhere, measure="votes_against", quote="8", value=8)
    assert ids(get("claim", measure="votes_against", value_max=8)) == [world.public["claim"].pk]
    assert ids(get("claim", measure="votes_against", value_min=93)) == []


def test_a_row_that_matches_twice_is_listed_once(world: World, get: Get) -> None:
    for quote in ("8 against", "73 abstentions"):
        factories.AppearanceFactory.create(claim=world.public["claim"], source=world.public["source"], quote=quote)
    assert ids(get("claim", source=world.public["source"].pk)) == [world.public["claim"].pk]


def test_dates_are_whole_days_and_times_half_open(world: World, get: Get) -> None:
    event, claim = world.public["event"], world.public["claim"]
    assert ids(get("event", date_after="2025-02-24", date_before="2025-02-24")) == [event.pk]
    at = claim.created_at.isoformat()
    assert claim.pk in ids(get("claim", created_after=at))
    assert claim.pk not in ids(get("claim", created_before=at))


def test_source_is_found_by_any_of_its_names(world: World, get: Get) -> None:
    speaker = world.public["source"]
    assert ids(get("source", name=f"{speaker.name.upper()} the second")) == [speaker.pk]


def ids(page: Any) -> list[int]:
    return [row["id"] for row in page["results"]]


def holding(world: World) -> dict[str, dict[str, Any]]:
    """For each list, every parameter with a value that holds of this world's record."""
    article, claim, event = world.public["article"], world.public["claim"], world.public["event"]
    contradiction, verdict, record = world.public["contradiction"], world.public["verdict"], world.public["evidence"]
    speaker, publisher = world.public["source"], world.public["publisher"]
    topic, scale = world.public["topic"], world.public["rating-scale"]
    said, vote = claim.appearances.get(), event.roll_call.get()
    after, before = "2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"
    for row, fields in (
        (said, {"source_name": f"Speaker {said.pk}", "cue": "said"}),
        (said.measurements.get(), {"as_of": "2025-02-24", "subject": f"Assembly {said.pk}"}),
        (event, {"place": f"Hall {event.pk}"}),
        (article, {"byline": f"Ada {article.pk}", "is_based_on": f"https://paper.example.org/of/{article.pk}"}),
        (publisher, {"country": "GB"}),
        (speaker, {"iso3": "XRU"}),
    ):
        type(row).objects.filter(pk=row.pk).update(**fields)
    again = factories.ArticleFactory.create(copy_of=None)
    Article.objects.filter(pk=article.pk).update(copy_of=again)
    appearance = {
        "source": speaker.pk, "source_name": f"speaker {said.pk}", "publisher": publisher.pk, "article": article.pk,
        "quote": "general assembly", "cue": "Said", "stance": "asserts", "modality": "actual",
        "said_after": "2025-02-24", "said_before": "2025-02-24", "measure": "votes_for", "value_min": "93",
        "value_max": "93.5", "value_text": "", "unit": "votes", "comparator": "exact",
        "subject": f"assembly {said.pk}", "as_of_after": "2025-02-24", "as_of_before": "2025-02-24",
    }  # fmt: skip
    told: dict[str, dict[str, Any]] = {
        "publisher": {
            "q": publisher.name.lower(), "name": publisher.name, "slug": publisher.slug, "kind": "outlet",
            "country": "gb",
        },
        "article": {
            "q": " ".join(reversed(article.title.split())),
            "title": article.title, "byline": f"ada {article.pk}", "publisher": publisher.pk,
            "original_url": article.url, "is_based_on": f"https://paper.example.org/of/{article.pk}", "language": "EN",
            "copy_of": again.pk, "published_after": "2025-02-25", "published_before": "2025-02-25",
            "added_after": after, "added_before": before,
            "content_sha256": said.version.content_sha256,
        },
        "source": {
            "q": speaker.name.upper(), "name": speaker.name, "kind": "person", "wikidata_id": "q1", "iso3": "xru",
        },
        "claim": {
            **appearance, "q": "resolution", "language": "en", "event": event.pk, "method": "editor",
            "score_min": "0.5", "created_after": after, "created_before": before, "rating": "false",
            "reviewed_by": verdict.publisher.pk, "has_verdict": "true", "has_contradiction": "true",
            "contradiction": contradiction.pk, "topic": topic.pk,
        },
        "event": {
            "q": event.title,
            "title": event.title, "kind": "vote", "date_after": "2025-02-24", "date_before": "2025-02-24",
            "date_precision": "day", "place": f"hall {event.pk}", "body": "general", "membership": "193",
            "sponsor": "Ruritania", "participant": "Graustark", "identifier": f"a/res/{event.pk}",
            "is_confirmed": "false", "created_after": after, "created_before": before,
            "voter": vote.state.pk, "choice": "yes",
        },
        "contradiction": {
            **appearance, "q": "",
            "question": contradiction.question, "kind": "numeric", "gate": "real", "status": "resolved",
            "suggested_resolution": "", "resolution": "source_error", "rule": "tally_differs/1", "score_min": "0.9",
            "event": event.pk, "answer": "93", "is_at_fault": "true", "outlet_corrected": "false", "claim": claim.pk,
            "evidence": record.pk, "found_after": after, "found_before": before,
            "resolved_after": after, "resolved_before": before,
        },
        "evidence": {
            "q": record.url,
            "title": record.title, "kind": "primary", "publisher": record.publisher.pk, "document_url": record.url,
            "archive_url": record.archive_url, "language": "en", "sha256": "", "retrieved_after": "2026-11-20",
            "retrieved_before": "2026-11-21T00:00:00Z", "verdict": "", "contradiction": contradiction.pk,
            "event": event.pk,
        },
        "verdict": {
            "claim": claim.pk, "event": event.pk, "publisher": verdict.publisher.pk, "language": "en",
            "rating": "false", "rating_min": "1", "rating_max": "1", "scale": verdict.rating.scale.name,
            "q": "votes RECORD", "headline": "record", "published_after": after, "published_before": before,
            "change_kind": "correction", "evidence": verdict.cited_evidence.get().evidence.pk,
        },
        "topic": {"q": topic.name, "name": topic.name, "slug": topic.slug, "wikidata_id": "", "is_retired": "false"},
        "rating-scale": {"publisher": scale.publisher_id, "name": scale.name, "is_retired": "false"},
    }  # fmt: skip
    return {route: {**parameters, "updated_since": after} for route, parameters in told.items()}
