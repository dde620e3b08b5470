"""Feeds are valid, bounded, and tell of a correction as what it is."""

import json
from datetime import timedelta
from typing import Any

import feedparser
import pytest
from django.db.models import F
from django.test import Client
from django.utils import timezone
from lxml import etree

from claims.actions import corrections
from claims.models import Claim, ClaimTopic, Contradiction, Correction, Verdict
from claims.views import feeds
from tests.claims.views.world import checked_claim, correct
from tests.factories import ClaimFactory, ContradictionFactory, TopicFactory, UserFactory, VerdictFactory, publish

pytestmark = pytest.mark.django_db
FEEDS = ("verdicts", "corrections", "contradictions")
ATOM = "{http://www.w3.org/2005/Atom}"


def atom(client: Client, name: str) -> Any:
    """The feed as a reader's program has it. It is well-formed, and valid where Atom asks for elements."""
    answer = client.get(f"/feeds/{name}.atom")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = etree.fromstring(answer.content)
    for element in (root, *root.findall(f"{ATOM}entry")):
        for needed in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{needed}")) == 1
        assert element.findtext(f"{ATOM}author/{ATOM}name")
    parsed = feedparser.parse(answer.content)
    assert not parsed.bozo
    assert [link.href for link in parsed.feed.links if link.rel == "self"] == [
        f"http://127.0.0.1:8000/feeds/{name}.atom"
    ]
    return parsed


def items(client: Client, name: str) -> list[dict[str, Any]]:
    answer = client.get(f"/feeds/{name}.json")
    assert answer["Content-Type"] == "application/feed+json"
    told = answer.json()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == f"http://127.0.0.1:8000/feeds/{name}.json"
    found: list[dict[str, Any]] = told["items"]
    assert all({"id", "url", "title", "content_text", "date_published", "date_modified"} <= set(each) for each in found)
    return found


def withdraw(verdict: Verdict) -> Correction:
    return corrections.withdraw(
        verdict=verdict, by=UserFactory.create(groups=["Editor"]), reason="It rested on a forgery."
    )


def topical(claim: Claim) -> str:
    """The name of the feed of a topic that the claim is given."""
    topic = TopicFactory.create()
    ClaimTopic.objects.create(claim=claim, topic=topic)
    return f"topics/{topic.slug}"


def test_a_verdict_is_told_the_same_in_both_forms(client: Client) -> None:
    claim = checked_claim()
    for name in ("verdicts", topical(claim)):
        [entry] = atom(client, name).entries
        [item] = items(client, name)
        assert entry.id == item["id"]
        assert entry.title == item["title"] == "False: The record shows 93 votes in favour"
        assert entry.link == item["url"] == f"http://127.0.0.1:8000{claim.get_absolute_url()}"
        assert claim.text in item["content_text"]
        assert claim.text in entry.summary


def test_a_correction_keeps_its_entry_and_moves_its_date(client: Client) -> None:
    claim = checked_claim()
    [before] = items(client, "verdicts")
    new = correct(claim.verdicts.get(), reason="A figure was wrong.")
    [after] = items(client, "verdicts")
    assert after["id"] == before["id"]
    assert after["date_published"] == before["date_published"]
    assert new.published_at
    assert after["date_modified"] == new.published_at.isoformat() > before["date_modified"]
    assert "The corrected finding" in after["title"]
    [told] = items(client, "corrections")
    assert told["title"] == f"Correction: {claim.text}"
    assert told["content_text"] == "A figure was wrong."


def test_what_was_withdrawn_is_told_as_withdrawn(client: Client) -> None:
    claim = checked_claim()
    name = topical(claim)
    [before] = items(client, "verdicts")
    withdraw(claim.verdicts.get())
    for feed in ("verdicts", "corrections", name):
        [told] = items(client, feed)
        assert told["id"] != before["id"]
        assert told["title"] == f"Withdrawal: {claim.text}"
        assert told["content_text"] == "It rested on a forgery."
        assert "93 votes in favour" not in told["content_text"]


def test_a_withdrawn_claim_is_not_repeated(client: Client) -> None:
    claim = checked_claim(text="Words that are no longer public")
    withdraw(claim.verdicts.get())
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="Not checkable")
    for feed in ("verdicts", "corrections"):
        [told] = items(client, feed)
        assert told["title"] == "Withdrawal: It rested on a forgery."
        assert told["url"] == "http://127.0.0.1:8000/corrections/"
        assert "no longer public" not in json.dumps(told)


def test_contradictions_come_by_what_happened_to_them_last(client: Client) -> None:
    old = ContradictionFactory.create(
        status="resolved",
        resolution="genuinely_disputed",
        resolution_note="Both have a case.",
        resolved_by=UserFactory.create(),
        resolved_at=timezone.now(),
        changed_at=timezone.now() + timedelta(hours=1),
    )
    new = ContradictionFactory.create()
    first, second = items(client, "contradictions")
    assert [first["title"], second["title"]] == [old.question, new.question]
    assert "Both have a case." in first["content_text"]
    assert [entry.title for entry in atom(client, "contradictions").entries] == [old.question, new.question]


def test_what_is_opened_long_after_it_was_found_is_news(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "ENTRIES", 1)
    old = ContradictionFactory.create(status="suggested", changed_at="2026-01-01T00:00:00Z")
    Contradiction.objects.update(found_at="2026-01-01T00:00:00Z")
    ContradictionFactory.create(changed_at="2026-02-01T00:00:00Z")
    Contradiction.objects.filter(pk=old.pk).update(status="open")
    old.refresh_from_db()
    [told] = items(client, "contradictions")
    assert told["title"] == old.question
    assert old.opened_at
    assert told["date_published"] == old.opened_at.isoformat()


def test_hostile_words_stay_words(client: Client) -> None:
    claim = checked_claim(text="<script>alert(1)</script> & \x0b ]]> “x”")
    entry = atom(client, "verdicts").entries[0]
    assert "<script>" not in client.get("/feeds/verdicts.atom").content.decode()
    assert "&lt;script&gt;" in entry.summary_detail.value
    assert claim.text.replace("\x0b", "") in items(client, "verdicts")[0]["content_text"]


@pytest.mark.parametrize("form", ["atom", "json"])
@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_that_is_still_the_same_is_not_made_again(
    client: Client, name: str, form: str, django_assert_num_queries: Any
) -> None:
    checked_claim()
    first = client.get(f"/feeds/{name}.{form}")
    with django_assert_num_queries(1):
        again = client.get(f"/feeds/{name}.{form}", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.post(f"/feeds/{name}.{form}").status_code == 405


@pytest.mark.parametrize(
    ("name", "queries"), [("verdicts", 3), ("corrections", 2), ("contradictions", 2), ("topic", 4)]
)
def test_feeds_are_bounded(client: Client, name: str, queries: int, django_assert_num_queries: Any) -> None:
    claim = checked_claim()
    address = f"/feeds/{topical(claim) if name == 'topic' else name}.json"
    with django_assert_num_queries(queries):
        client.get(address)
    for _ in range(55):
        correct(publish(VerdictFactory.create(claim=claim)), reason="A figure was wrong.")
    ContradictionFactory.create_batch(55)
    with django_assert_num_queries(queries):
        assert len(client.get(address).json()["items"]) == 50


def test_what_does_not_exist(client: Client) -> None:
    empty = TopicFactory.create()
    for path in ("nothing.atom", "verdicts.rss", "topics/nothing.atom", f"topics/{empty.slug}.json"):
        assert client.get(f"/feeds/{path}").status_code == 404
    assert client.get("/feeds/verdicts.atom?page=2").status_code == 400


def test_an_entry_is_in_its_own_language(client: Client, settings: Any) -> None:
    settings.LANGUAGES = [("en-gb", "English"), ("fr", "Français")]
    claim = ClaimFactory.create()
    publish(VerdictFactory.create(claim=claim, language="fr", headline="Le relevé dit 93"))
    publish(VerdictFactory.create(claim=claim, language="en"))
    found = {item["language"]: item["url"] for item in items(client, "verdicts")}
    assert found == {
        "en": f"http://127.0.0.1:8000/claims/{claim.pk}-{claim.slug}/",
        "fr": f"http://127.0.0.1:8000/fr/claims/{claim.pk}-{claim.slug}/",
    }
    assert client.get("/fr/feeds/verdicts.json").json()["language"] == "fr"
    assert Verdict.objects.public().filter(published_at__gte=F("created_at")).count() == 2
