"""What was public and is not any more says so at each of its addresses; what never was is just not there."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from articles.models import Article
from claims.actions.merging import merge_events
from claims.models import Claim, ClaimTopic, Contradiction, Topic, User, Verdict
from claims.views.gone import KINDS, WORDS
from tests.claims.views.world import checked_claim, correct, read
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    CorrectionFactory,
    EventFactory,
    SourceFactory,
    TopicFactory,
    UserFactory,
    VerdictFactory,
    VersionFactory,
    publish,
)

pytestmark = pytest.mark.django_db
HIDDEN = "The mill burnt down"


@pytest.fixture
def editor() -> User:
    person: User = UserFactory.create(groups=["Editor"])
    return person


def addressed(patterns: list[Any]) -> Iterator[URLPattern]:
    """Every address of the public site that is of a record."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from () if pattern.namespace or pattern.app_name else addressed(pattern.url_patterns)
        elif {"pk", "slug"} & pattern.pattern.converters.keys() and pattern.callback.__module__.startswith(
            "claims.views"
        ):
            yield pattern


def world(*, is_public: bool) -> dict[str, list[str]]:
    """Every address of one record of each kind, by kind."""
    status = "accepted" if is_public else "suggested"
    claim = ClaimFactory.create(text=HIDDEN, status=status, event=EventFactory.create(title=HIDDEN))
    topic = TopicFactory.create(name=HIDDEN)
    ClaimTopic.objects.create(claim=claim, topic=topic)
    version = VersionFactory.create(article=ArticleFactory.create(title=HIDDEN, is_public=is_public))
    seen = AppearanceFactory.create(claim=claim, version=version, source=SourceFactory.create())
    verdict = VerdictFactory.create(claim=claim)
    records: dict[str, Any] = {
        "claim": claim,
        "contradiction": ContradictionFactory.create(question=HIDDEN, status="open" if is_public else "suggested"),
        "event": claim.event,
        "article": version.article,
        "publisher": version.article.publisher,
        "source": seen.source,
        "topic": topic,
        "verdict": publish(verdict) if is_public else verdict,
    }
    found: dict[str, list[str]] = {kind: [] for kind in records}
    for pattern in addressed(get_resolver().url_patterns):
        kind = KINDS[str(pattern.name)]
        parts = {"pk": records[kind].pk, "slug": getattr(records[kind], "slug", ""), "asked": "x", "form": "atom"}
        needed = pattern.pattern.converters
        found[kind].append(reverse(str(pattern.name), kwargs={name: parts[name] for name in needed}))
    return found


def withdraw() -> None:
    """Nothing is public any more."""
    for verdict in Verdict.objects.public():
        CorrectionFactory.create(verdict=verdict, reason="It was not so.")
        Verdict.objects.filter(pk=verdict.pk).update(status="withdrawn")
    Claim.objects.update(status="rejected", status_reason="Internal words")
    Article.objects.update(is_public=False)
    Contradiction.objects.update(status="suggested")


def test_every_kind_says_that_it_is_public_no_more(client: Client, django_assert_max_num_queries: Any) -> None:
    addresses = world(is_public=True)
    assert {client.get(url).status_code for url in chain.from_iterable(addresses.values())} <= {200, 302, 404}
    withdraw()
    for kind, urls in addresses.items():
        assert urls
        for url in urls:
            with django_assert_max_num_queries(7):
                answer = client.get(url)
            page = answer.content.decode()
            assert answer.status_code == 410, url
            assert "no longer" in page
            assert HIDDEN not in page
            assert "Internal words" not in page
        assert str(WORDS[kind]) in client.get(urls[0]).content.decode()


def test_no_kind_tells_of_what_never_was_public(client: Client, editor: User) -> None:
    addresses = world(is_public=False)
    Claim.objects.update(status="rejected", status_reason="Internal words")
    dismiss(Contradiction.objects.get(), editor)
    for url in chain.from_iterable(addresses.values()):
        assert (url, client.get(url).status_code) == (url, 404)


def test_what_has_no_such_part_is_still_there(client: Client) -> None:
    """A public event without a roll call has none; it is not gone."""
    event = EventFactory.create()
    ClaimFactory.create(event=event)
    read(client, reverse("event-roll-call", args=[event.pk, event.slug]), status=404)


def test_an_event_that_was_merged_into_one_that_is_gone(client: Client, editor: User) -> None:
    keep, absorb = EventFactory.create_batch(2)
    for event in (keep, absorb):
        ClaimFactory.create(event=event)
    merge_events(keep=keep, absorb=absorb, by=editor)
    assert client.get(absorb.get_absolute_url()).status_code == 301
    Claim.objects.update(status="rejected", status_reason="x")
    read(client, absorb.get_absolute_url(), status=410)


def test_a_topic_that_has_claims_again_is_there_again(client: Client) -> None:
    claim, topic = ClaimFactory.create(), TopicFactory.create()
    for status in (200, 410, 200):
        if status == 410:
            ClaimTopic.objects.all().delete()
        else:
            ClaimTopic.objects.create(claim=claim, topic=topic)
        read(client, topic.get_absolute_url(), status=status)
    assert Topic.objects.public().get() == topic


def test_a_claim_that_was_public_is_gone_and_says_so(client: Client) -> None:
    claim = ClaimFactory.create(text="The dam held")
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="Internal words")
    answer = client.get(claim.get_absolute_url())
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 410
    assert answer["Cache-Control"] == "no-cache"
    assert "We have taken this claim off the public record." in page
    assert f'<time datetime="{timezone.now():%Y-%m-%d}' in page
    assert "Internal words" not in page
    assert "The dam held" not in page


def test_its_corrections_stay_and_are_the_reason(client: Client) -> None:
    claim = checked_claim()
    new = correct(claim.verdicts.get(), reason="We had miscounted.")
    CorrectionFactory.create(verdict=new)
    Verdict.objects.filter(pk=new.pk).update(status="withdrawn")
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="a duplicate")
    assert "We had miscounted." in read(client, claim.get_absolute_url(), status=410)


def test_a_claim_that_never_was_public_is_just_not_there(client: Client) -> None:
    claim = ClaimFactory.create(status="suggested")
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="An opinion")
    read(client, claim.get_absolute_url(), status=404)


def test_a_claim_that_is_public_again_is_there_again(client: Client) -> None:
    claim = ClaimFactory.create()
    for status in ("rejected", "accepted"):
        Claim.objects.filter(pk=claim.pk).update(status=status, status_reason="x")
    read(client, claim.get_absolute_url())


def dismiss(contradiction: Contradiction, editor: User) -> None:
    Contradiction.objects.filter(pk=contradiction.pk).update(
        status="dismissed",
        resolution="not_comparable",
        resolution_note="One counts houses, the other flats.",
        resolved_by=editor,
        resolved_at=timezone.now(),
    )


def test_a_dismissed_contradiction_says_why(client: Client, editor: User) -> None:
    opened = ContradictionFactory.create()
    dismiss(opened, editor)
    page = read(client, opened.get_absolute_url(), status=410)
    assert "We looked into this question and dismissed it" in page
    assert "The statements cannot be set against each other. One counts houses, the other flats." in page
    assert opened.question not in page


def test_a_suggestion_that_was_dismissed_is_nobodys_business(client: Client, editor: User) -> None:
    suggested = ContradictionFactory.create(status="suggested")
    dismiss(suggested, editor)
    read(client, suggested.get_absolute_url(), status=404)


def test_an_article_that_is_not_shown_any_more(client: Client) -> None:
    article = VersionFactory.create().article
    Article.objects.filter(pk=article.pk).update(is_public=False)
    for url in (article.get_absolute_url(), f"{article.get_absolute_url()}versions/"):
        page = read(client, url, status=410)
        assert "We no longer show the text of this article." in page
        assert article.title not in page
    never = VersionFactory.create(article=ArticleFactory.create(is_public=False)).article
    read(client, never.get_absolute_url(), status=404)


@pytest.mark.parametrize("url", ["/claims/999999-x/", "/contradictions/999999-x/", "/articles/999999-x/"])
def test_a_number_that_nothing_has(client: Client, url: str) -> None:
    read(client, url, status=404)


def test_a_page_that_is_gone_asks_little_of_the_database(client: Client, django_assert_max_num_queries: Any) -> None:
    claim = ClaimFactory.create()
    Claim.objects.filter(pk=claim.pk).update(status="rejected", status_reason="x")
    with django_assert_max_num_queries(6):
        read(client, claim.get_absolute_url(), status=410)
