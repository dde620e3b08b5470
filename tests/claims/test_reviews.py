"""What programs are given of everything that is published."""

import json
import re
from datetime import timedelta
from itertools import count
from typing import Any

import pgtrigger
import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from django.test import AsyncClient, Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims import reviews
from claims.actions import corrections
from claims.claimreview.table import COLUMNS, plain
from claims.models import Appearance, Claim, Correction, ReviewChange, Source, Verdict
from tests.claims.actions.test_importing import take_in
from tests.claims.claimreview.test_reading import REVIEW
from tests.claims.views.world import checked_claim, correct, json_ld, read
from tests.factories import AppearanceFactory, ClaimFactory, UserFactory, VerdictFactory, VersionFactory, publish

pytestmark = pytest.mark.django_db


def feed(client: Client, query: str = "") -> dict[str, Any]:
    response = client.get(f"/data/claimreviews.json{query}")
    assert response.status_code == 200
    found: dict[str, Any] = json.loads(b"".join(response))
    return found


def lines(client: Client, url: str) -> list[dict[str, Any]]:
    body = b"".join(client.get(url))
    return [json.loads(line) for line in body.decode().splitlines()]


def test_the_review_in_the_feed_is_the_one_on_the_page(client: Client) -> None:
    claim = checked_claim()
    (item,) = feed(client)["dataFeedElement"]
    (document,) = item["item"]
    assert document == json_ld(read(client, claim.get_absolute_url()))
    assert document == json.loads(client.get(f"/data/claimreviews/{claim.verdicts.get().pk}.json").content)
    assert lines(client, "/data/claimreviews.jsonl") == [document]


def test_nothing_is_an_empty_feed(client: Client) -> None:
    assert feed(client)["dataFeedElement"] == []
    assert lines(client, "/data/claimreviews.jsonl") == []
    assert b"".join(client.get("/data/claimreviews.csv")).decode().strip() == ",".join(COLUMNS)


def test_only_what_is_public_is_given_out(client: Client) -> None:
    hidden = [VerdictFactory.create(), publish(VerdictFactory.create(claim=ClaimFactory.create(status="suggested")))]
    AppearanceFactory.create(claim=hidden[1].claim)
    assert feed(client)["dataFeedElement"] == []
    assert lines(client, "/data/annotations.jsonl") == []
    for verdict in hidden:
        assert client.get(f"/data/claimreviews/{verdict.pk}.json").status_code == 404
    assert client.get(f"/data/annotations/{hidden[1].claim_id}.json").status_code == 404


def test_since_leaves_what_has_changed(client: Client) -> None:
    old, new = checked_claim(), checked_claim()
    moment = timezone.now()
    ReviewChange.objects.filter(claim=old).update(at=moment - timedelta(days=2))
    asked = (moment - timedelta(days=1)).isoformat().replace("+00:00", "Z")
    assert [item["item"][0]["url"] for item in feed(client, f"?since={asked}")["dataFeedElement"]] == [
        json_ld(read(client, new.get_absolute_url()))["url"]
    ]
    AppearanceFactory.create(claim=old)
    assert len(feed(client, f"?since={asked}")["dataFeedElement"]) == 2
    assert len(feed(client, "?since=2999-01-01")["dataFeedElement"]) == 0


def test_a_withdrawn_review_is_named_to_who_keeps_a_copy(client: Client) -> None:
    claim = checked_claim()
    verdict = claim.verdicts.get()
    before = timezone.now() - timedelta(hours=1)
    Correction.objects.create(
        verdict=verdict, kind="withdrawal", reason="Wrong", before="93", made_by=UserFactory.create()
    )
    Verdict.objects.filter(pk=verdict.pk).update(status="withdrawn")
    assert feed(client)["dataFeedElement"] == []
    (item,) = feed(client, f"?since={before:%Y-%m-%dT%H:%M:%SZ}")["dataFeedElement"]
    assert item["dateDeleted"]
    assert item["item"][0]["url"].endswith(claim.get_absolute_url())
    assert set(item["item"][0]) == {"@type", "@id", "url", "inLanguage"}


def withdrawn(claim: Claim) -> Verdict:
    """Its verdict, which readers see no more from now on."""
    verdict = claim.verdicts.get()
    corrections.withdraw(verdict=verdict, by=UserFactory.create(groups=["Chief"]), reason="Wrong")
    return verdict


def gone(client: Client) -> list[dict[str, Any]]:
    """What a copy that was made an hour ago is told to drop."""
    query = f"?since={timezone.now() - timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}"
    return [item["item"][0] for item in feed(client, query)["dataFeedElement"] if "dateDeleted" in item]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_withdrawn_review_has_the_name_that_it_was_given_out_under(client: Client, language: str) -> None:
    claim = ClaimFactory.create()
    publish(VerdictFactory.create(claim=claim, language=language))
    (line,) = lines(client, "/data/claimreviews.jsonl")
    withdrawn(claim)
    later = timezone.now() + timedelta(minutes=1)
    Claim.objects.filter(pk=claim.pk).update(text="Said otherwise", status="suggested")
    with pgtrigger.ignore("claims.ClaimEvent:append_only"):  # else all that a test writes has one moment
        Claim.pgh_event_model.objects.filter(text="Said otherwise").update(pgh_created_at=later)  # type: ignore[attr-defined]
    assert gone(client) == [{name: line[name] for name in ("@type", "@id", "url", "inLanguage")}]


def test_a_withdrawn_review_of_another_desk_keeps_that_desks_address(client: Client) -> None:
    take_in(REVIEW | {"@id": "https://desk.example.org/1#r"}, publish=True, language="en")
    claim = Claim.objects.get()
    withdrawn(claim)
    told = {"@type": "ClaimReview", "@id": "https://desk.example.org/1#r", "url": REVIEW["url"], "inLanguage": "en"}
    assert gone(client) == [told]


def test_nobody_is_told_to_drop_what_nobody_saw(client: Client) -> None:
    take_in(REVIEW)
    withdrawn(Claim.objects.get())
    assert gone(client) == []


def test_a_superseded_review_is_replaced_and_not_withdrawn(client: Client) -> None:
    claim = checked_claim()
    before = timezone.now() - timedelta(hours=1)
    correct(claim.verdicts.get(), reason="The count was wrong.")
    (item,) = feed(client, f"?since={before:%Y-%m-%dT%H:%M:%SZ}")["dataFeedElement"]
    assert "dateDeleted" not in item
    assert item["item"][0]["headline"] == "The corrected finding"


@pytest.mark.parametrize("query", ["?since=yesterday", "?since=2026-13-01", "?since=", "?until=2026-01-01"])
def test_what_makes_no_sense_is_refused(client: Client, query: str) -> None:
    assert client.get(f"/data/claimreviews.json{query}").status_code == 400


def test_there_are_three_forms(client: Client) -> None:
    assert client.get("/data/claimreviews.xml").status_code == 404
    assert client.post("/data/claimreviews.json").status_code == 405


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_the_number_of_queries_does_not_grow(form: str) -> None:
    checked_claim()
    with CaptureQueriesContext(connection) as few:
        list(reviews.pieces(form))
    for _ in range(5):
        checked_claim()
    with CaptureQueriesContext(connection) as many:
        list(reviews.pieces(form))
    assert len(many) == len(few)


FILES = ("claimreviews.json", "claimreviews.jsonl", "claimreviews.csv", "annotations.jsonl")


@pytest.mark.parametrize("name", FILES)
def test_an_asynchronous_server_streams_too(client: Client, async_client: AsyncClient, name: str) -> None:
    checked_claim()
    whole = b"".join(client.get(f"/data/{name}"))

    async def asked() -> bytes:
        response: Any = await async_client.get(f"/data/{name}")
        assert response.is_async, "or Django would make a list of it first"
        return b"".join([block async for block in response])

    without_moments = re.compile(rb'"dateModified":"[^"]*"')
    assert without_moments.sub(b"", async_to_sync(asked)()) == without_moments.sub(b"", whole)


@pytest.mark.parametrize("name", [*FILES, "claimreviews/{}.json", "annotations/{}.json"])
def test_what_walks_the_database_has_a_limit(client: Client, settings: Any, name: str) -> None:
    claim = checked_claim()
    settings.API_LIMITS = settings.API_LIMITS | {"address": "2/1h"}
    url = f"/data/{name}".format(claim.verdicts.get().pk if name.startswith("claim") else claim.pk)
    first = client.get(url)
    assert (first.status_code, first["RateLimit"].partition(";t")[0]) == (200, '"address";r=1')
    assert client.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 304
    refused = client.get(url)
    assert (refused.status_code, refused["Cache-Control"]) == (429, "no-store")
    assert int(refused["Retry-After"]) > 0


def test_batches_leave_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    urls = {checked_claim().get_absolute_url() for _ in range(5)}
    monkeypatch.setattr(reviews, "BATCH", 2)
    assert {url for entry in reviews.entries() for url in urls if entry.document["url"].endswith(url)} == urls


def test_a_cell_is_no_formula(client: Client) -> None:
    claim = ClaimFactory.create(text="=HYPERLINK(1)")
    publish(VerdictFactory.create(claim=claim, headline="@here"))
    head, row = b"".join(client.get("/data/claimreviews.csv")).decode().splitlines()
    found = dict(zip(head.split(","), row.split(","), strict=True))
    assert (found["claimReviewed"], found["headline"]) == ("'=HYPERLINK(1)", "'@here")
    assert plain(found["claimReviewed"]) == claim.text


def test_an_annotation_points_at_the_words(client: Client) -> None:
    text = "Before it 😀 the chair spoke. The vote was 93 to 8. After it she left, and nobody said anything further."
    version = VersionFactory.create(text=text)
    appearance = AppearanceFactory.create(version=version, quote="The vote was 93 to 8.")
    (found,) = lines(client, "/data/annotations.jsonl")
    quote, position = found["target"]["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"] == appearance.quote
    assert text.index(quote["prefix"]) + len(quote["prefix"]) == position["start"]
    assert text[position["end"] :].startswith(quote["suffix"])
    page = json.loads(client.get(f"/data/annotations/{appearance.claim_id}.json").content)
    assert page["items"] == [found]


def test_words_around_a_quote_are_given_where_the_text_is_public(client: Client) -> None:
    said = AppearanceFactory.create(version__article__is_public=False, version__article__url="", quote="93 votes")
    (found,) = lines(client, "/data/annotations.jsonl")
    assert set(found["target"]["selector"][0]) == {"type", "exact"}
    assert found["target"]["source"].endswith(said.claim.get_absolute_url()), "the text has no public page"


def test_the_page_leads_to_all_of_it(client: Client) -> None:
    assert '<a href="/data/">Data</a>' in read(client, "/about/")
    page = read(client, "/data/")
    for url in ("claimreviews.json", "claimreviews.jsonl", "claimreviews.csv", "annotations.jsonl"):
        assert f'href="/data/{url}"' in page


def test_a_change_of_a_claim_without_a_review_leaves_no_line() -> None:
    AppearanceFactory.create(claim=(claim := ClaimFactory.create()))
    Claim.objects.filter(pk=claim.pk).update(score=0.5)
    assert not ReviewChange.objects.exists()


def twin(claim: Claim) -> Appearance:
    """Not saved yet."""
    version = VersionFactory.create()
    return Appearance(claim=claim, version=version, start=0, end=3, quote=version.text[:3], method="editor")


def test_whatever_a_review_tells_is_noticed() -> None:
    claim = checked_claim()
    moments = count()
    for change in (
        lambda: AppearanceFactory.create(claim=claim),
        lambda: Source.objects.filter(appearances__claim=claim).update(name="Another name"),
        lambda: Claim.objects.filter(pk=claim.pk).update(score=0.5),
        lambda: Appearance.objects.bulk_create([twin(claim), twin(claim)]),
        lambda: correct(claim.verdicts.get(), reason="Wrong."),
    ):
        before = ReviewChange.objects.get(claim=claim).at
        change()
        assert ReviewChange.objects.get(claim=claim).at > before
        next(moments)
    assert next(moments) == 5
