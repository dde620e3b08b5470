"""What travels never carries what is not public: in feeds, sitemaps, pictures, cards, oEmbed and markup."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone

from claims.actions import corrections
from claims.models import Claim, ClaimTopic, Contradiction, Topic
from claims.views import sitemaps
from tests.claims.views.world import JSON_LD, checked_claim, crowded_contradiction
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    EventFactory,
    TopicFactory,
    UserFactory,
    VerdictFactory,
    publish,
    submit,
)

pytestmark = pytest.mark.django_db
WORD = "Zanzibar"
SITE = "http://127.0.0.1:8000"
FEEDS = [f"/feeds/{name}.{form}" for name in ("verdicts", "corrections", "contradictions") for form in ("atom", "json")]


def scheduled(claim: Claim) -> None:
    verdict = submit(VerdictFactory.create(claim=claim, headline=f"{WORD} under embargo"))
    verdict.status, verdict.published_by = verdict.Status.SCHEDULED, UserFactory.create()
    verdict.publish_at = timezone.now() + timedelta(days=1)
    verdict.save()


VERDICTS: dict[str, Any] = {
    "draft": lambda claim: VerdictFactory.create(claim=claim, headline=f"{WORD} drafted"),
    "submitted": lambda claim: submit(VerdictFactory.create(claim=claim, headline=f"{WORD} submitted")),
    "embargoed": scheduled,
}
HIDDEN: dict[str, dict[str, Any]] = {
    "suggested": {"status": "suggested"},
    "rejected": {"status": "rejected", "status_reason": "Not checkable"},
}


def everywhere(client: Client) -> str:
    """Everything that lists, as one text."""
    files = [f"/sitemap-{name}-1.xml" for name in sitemaps.sections()]
    topics = [f"/feeds/topics/{slug}.json" for slug in Topic.objects.values_list("slug", flat=True)]
    pages = [client.get(path) for path in (*FEEDS, *topics, "/sitemap.xml", *files)]
    return "\n".join(page.content.decode() for page in pages if page.status_code == 200)


def of_claim(client: Client, claim: Claim) -> dict[str, Any]:
    """What answers for one claim: its picture, its card and oEmbed."""
    return {
        "picture": client.get(f"/cards/claims/{claim.pk}-x.png", follow=True),
        "card": client.get(f"/embed/claims/{claim.pk}/", follow=True),
        "oembed": client.get(f"/oembed?{urlencode({'url': f'{SITE}/claims/{claim.pk}-{claim.slug}/'})}"),
    }


@pytest.mark.parametrize("state", VERDICTS)
def test_a_verdict_before_its_time(client: Client, state: str) -> None:
    claim = AppearanceFactory.create().claim
    ClaimTopic.objects.create(claim=claim, topic=TopicFactory.create())
    before = client.get(f"/cards/claims/{claim.pk}-x.png")["Location"]
    VERDICTS[state](claim)
    assert WORD not in everywhere(client)
    assert client.get(f"/cards/claims/{claim.pk}-x.png")["Location"] == before
    for name, answer in of_claim(client, claim).items():
        assert answer.status_code == 200, name
        assert name == "picture" or WORD not in answer.content.decode(), name
    [block] = JSON_LD.findall(client.get(claim.get_absolute_url()).content.decode())
    assert json.loads(block)["@type"] == "Claim"


def test_a_verdict_after_it_was_withdrawn(client: Client) -> None:
    claim = AppearanceFactory.create().claim
    verdict = publish(VerdictFactory.create(claim=claim, headline=f"{WORD} found"))
    assert WORD in everywhere(client)
    verdict_picture = client.get(f"/cards/claims/{claim.pk}-x.png")["Location"]
    corrections.withdraw(verdict=verdict, by=UserFactory.create(groups=["Editor"]), reason="It rested on a forgery.")
    assert WORD not in everywhere(client)
    assert client.get(verdict_picture)["Location"] != verdict_picture
    assert "Verdict withdrawn" in client.get(f"/embed/claims/{claim.pk}/").content.decode()
    for name, answer in of_claim(client, claim).items():
        assert name == "picture" or WORD not in answer.content.decode(), name
    [block] = JSON_LD.findall(client.get(claim.get_absolute_url()).content.decode())
    assert json.loads(block)["@type"] == "Claim"


@pytest.mark.parametrize("state", HIDDEN)
def test_a_claim_that_was_never_public(client: Client, state: str) -> None:
    claim = ClaimFactory.create(text=f"{WORD} is an island", **HIDDEN[state])
    assert WORD not in everywhere(client)
    assert f"{claim.pk}-zanzibar" not in everywhere(client)
    assert {name: answer.status_code for name, answer in of_claim(client, claim).items()} == {
        "picture": 404,
        "card": 404,
        "oembed": 404,
    }


def test_a_claim_that_is_not_public_any_more(client: Client) -> None:
    claim = checked_claim(text=f"{WORD} is an island")
    editor = UserFactory.create(groups=["Editor"])
    corrections.withdraw(verdict=claim.verdicts.get(), by=editor, reason="It rested on a forgery.")
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="Not checkable")
    assert WORD not in everywhere(client)
    answers = of_claim(client, claim)
    assert {name: answer.status_code for name, answer in answers.items()} == {
        "picture": 410,
        "card": 410,
        "oembed": 404,
    }
    assert not any(WORD in answer.content.decode() for answer in answers.values())


@pytest.mark.parametrize(("status", "code"), [("suggested", 404), ("dismissed", 410)])
def test_a_contradiction_that_is_not_public(client: Client, status: str, code: int) -> None:
    found = crowded_contradiction(
        event=EventFactory.create(), positions=2, reports=1, question=f"Who lives in {WORD}?", status="open"
    )
    assert WORD in everywhere(client)
    if status == "dismissed":
        settled = {"resolved_by": UserFactory.create(), "resolved_at": timezone.now(), "resolution_note": "The same."}
        Contradiction.objects.filter(pk=found.pk).update(status=status, resolution="duplicate", **settled)
    else:
        Contradiction.objects.filter(pk=found.pk).update(question="Who lives there?")
        found = ContradictionFactory.create(question=f"Who lives in {WORD}?", status=status)
    assert WORD not in everywhere(client)
    path = f"/contradictions/{found.pk}-{found.slug}/"
    assert client.get(f"/cards/contradictions/{found.pk}-x.png").status_code == code
    assert client.get(f"/embed/contradictions/{found.pk}/").status_code == code
    assert client.get(f"/oembed?{urlencode({'url': f'{SITE}{path}'})}").status_code == 404


def test_claims_that_nobody_has_accepted_are_not_named_in_the_markup_of_a_contradiction(client: Client) -> None:
    found = crowded_contradiction(event=EventFactory.create(), positions=2, reports=1)
    hidden = Claim.objects.filter(event=found.event).latest("pk")
    suggested = ClaimFactory.create(status="suggested", text=f"{WORD} is an island", event=found.event)
    position = found.positions.latest("pk")
    appearance = AppearanceFactory.create(claim=suggested)
    position.memberships.create(appearance=appearance, origin="another")
    [block] = JSON_LD.findall(client.get(found.get_absolute_url()).content.decode())
    assert WORD not in block
    assert hidden.text in block


def test_an_article_that_is_not_public(client: Client) -> None:
    article = ArticleFactory.create(title=f"{WORD} today", is_public=False)
    assert f"articles/{article.pk}-" not in everywhere(client)
