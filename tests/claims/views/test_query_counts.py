"""How many queries each page takes, as a contract: the same with many rows as with few. One of them asks whether the
reader already has the page."""

from typing import Any

import pytest
from django.test import Client

from claims.models import Event, RollCallVote
from tests.claims.views.world import correct, crowded_contradiction, read
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    EventFactory,
    EvidenceFactory,
    SourceFactory,
    VerdictFactory,
    VersionFactory,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> Event:
    """An event with a roll call, three contradictions of nine reports each, and many claims."""
    event: Event = EventFactory.create()
    record = EvidenceFactory.create()
    for _ in range(30):
        RollCallVote.objects.create(
            event=event, state=SourceFactory.create(kind="state"), choice="yes", evidence=record
        )
    for _ in range(3):
        crowded_contradiction(event=event, positions=3, reports=3)
    return event


def test_home(client: Client, event: Event, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(15):
        read(client, "/")


def test_claims(client: Client, event: Event, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(11):
        page = read(client, "/claims/")
    assert page.count('<li class="row">') == 20


def test_claims_searched_and_filtered(client: Client, event: Event, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(16):
        page = read(client, f"/claims/?q=resolution&event={event.pk}&rating=false&has_contradiction=true")
    assert page.count('<li class="row">') == 20


def test_contradictions(client: Client, event: Event, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(9):
        read(client, "/contradictions/")


def test_contradiction(client: Client, event: Event, django_assert_num_queries: Any) -> None:
    contradiction = event.contradictions.first()
    assert contradiction is not None
    with django_assert_num_queries(8):
        read(client, contradiction.get_absolute_url())


def test_claim(client: Client, event: Event, django_assert_num_queries: Any) -> None:
    claim = event.claims.first()
    assert claim is not None
    for _ in range(5):
        AppearanceFactory.create(
            claim=claim, version=VersionFactory.create(article=ArticleFactory.create()), source=SourceFactory.create()
        )
        correct(publish(VerdictFactory.create(claim=claim)), reason="A figure was wrong.")
    with django_assert_num_queries(17):
        page = read(client, claim.get_absolute_url())
    assert page.count('class="appearance"') == 6
    assert page.count('class="correction"') == 5


def test_event(client: Client, event: Event, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(11):
        read(client, event.get_absolute_url())


def test_article(client: Client, django_assert_num_queries: Any) -> None:
    version = VersionFactory.create()
    for _ in range(20):
        claim = ClaimFactory.create()
        AppearanceFactory.create(claim=claim, version=version, source=SourceFactory.create())
        publish(VerdictFactory.create(claim=claim))
    with django_assert_num_queries(7):
        page = read(client, version.article.get_absolute_url())
    assert page.count('<li class="row"') == 20


def test_corrections(client: Client, django_assert_num_queries: Any) -> None:
    for _ in range(10):
        correct(publish(VerdictFactory.create()), reason="A figure was wrong.")
    with django_assert_num_queries(2):
        read(client, "/corrections/")


def test_methodology(client: Client, event: Event, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(3):
        read(client, "/methodology/")


def test_about(client: Client, event: Event, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        read(client, "/about/")


def test_accessibility(client: Client, event: Event, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        read(client, "/accessibility/")


def test_report(client: Client, event: Event, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        read(client, f"/report/?url={event.get_absolute_url()}")
