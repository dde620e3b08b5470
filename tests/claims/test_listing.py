"""Pages of a filtered list: nothing lost or shown twice whichever way a page is found, nothing looked at for long."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import Exists, OuterRef, Q

from claims import listing
from claims.keyset import Cursor, Order
from claims.listing import Facet, Listing
from claims.models import Claim, ClaimTopic, Topic
from tests.factories import ClaimFactory, TopicFactory

pytestmark = pytest.mark.django_db
ROWS = 47


@pytest.fixture
def topic() -> Topic:
    """The topic of every third of many claims, whose times are the same by threes."""
    topic: Topic = TopicFactory.create()
    for number in range(ROWS):
        claim = ClaimFactory.create()
        Claim.objects.filter(pk=claim.pk).update(created_at=f"2026-01-01T00:00:{number // 3:02}Z")
        if number % 3 == 0:
            ClaimTopic.objects.create(claim=claim, topic=topic)
    return topic


def facet(topic: Topic, *, keys: bool = True) -> Facet:
    headed = ClaimTopic.objects.filter(topic=topic)
    return Facet(Exists(headed.filter(claim=OuterRef("pk"))), headed.values_list("claim", flat=True) if keys else None)


def page(facets: list[Facet], cursor: str | None = None) -> Listing:
    rows = Claim.objects.public()
    order = Order.of(rows, "-created_at")
    return Listing.of(rows, facets, order=order, cursor=Cursor.read(cursor) if cursor else None)


def onward(facets: list[Facet], before: Any = None) -> Iterator[Listing]:
    found = page(facets)
    yield found
    while found.next:
        if before:
            before()
        found = page(facets, found.next)
        yield found


def newest_first(**where: object) -> list[int]:
    return list(Claim.objects.filter(**where).order_by("-created_at", "-id").values_list("pk", flat=True))


@pytest.fixture(params=["by keys", "by walking", "by short walks"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each way to find a page, with limits that so few rows reach."""
    monkeypatch.setattr(listing, "SIZE", 4)
    if request.param != "by keys":
        monkeypatch.setattr(listing, "NARROW", 3)
    if request.param == "by short walks":
        monkeypatch.setattr(listing, "WINDOW", 7)
        monkeypatch.setattr(listing, "COUNTED_IN", 9)
    return str(request.param)


def test_every_row_is_on_one_page_while_new_ones_come(topic: Topic, way: str) -> None:
    expected = newest_first(topics=topic)

    def one_more() -> None:
        ClaimTopic.objects.create(claim=ClaimFactory.create(), topic=topic)

    pages = list(onward([facet(topic)], before=one_more))
    assert [key for found in pages for key in found.keys] == expected
    assert pages[0].previous is None
    assert all(len(found.keys) == 4 or found.is_cut or found is pages[-1] for found in pages)


def test_the_way_back_shows_the_same_rows(topic: Topic, way: str) -> None:
    found = list(onward([facet(topic)]))[-1]
    seen = list(found.keys)
    while found.previous:
        found = page([facet(topic)], found.previous)
        seen = [*found.keys, *seen]
    assert seen == newest_first(topics=topic)


def test_an_address_shows_the_same_rows_when_newer_ones_have_come(topic: Topic, way: str) -> None:
    second = page([facet(topic)]).next
    assert second
    before = page([facet(topic)], second).keys
    for _ in range(6):
        ClaimTopic.objects.create(claim=ClaimFactory.create(), topic=topic)
    assert page([facet(topic)], second).keys == before


def test_a_list_without_filters_is_walked_whole(topic: Topic) -> None:
    assert [key for found in onward([]) for key in found.keys] == newest_first()


def test_a_walk_ends_where_nothing_is_found_for_long_and_says_so(topic: Topic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "WINDOW", 10)
    oldest = newest_first()[-1]
    rare = Facet(Q(pk=oldest))
    first = page([rare])
    assert (list(first.keys), first.is_cut) == ([], True)
    pages = list(onward([rare]))
    assert [list(found.keys) for found in pages] == [[], [], [], [], [oldest]]
    assert not pages[-1].is_cut


def test_a_count_is_of_everything_or_says_that_it_is_not(topic: Topic, monkeypatch: pytest.MonkeyPatch) -> None:
    third = len(newest_first(topics=topic))
    assert (page([]).count, page([]).is_least) == (ROWS, False)
    assert (page([facet(topic)]).count, page([facet(topic)]).is_least) == (third, False)
    unindexed = [facet(topic, keys=False)]
    assert (page(unindexed).count, page(unindexed).is_least) == (third, False)
    monkeypatch.setattr(listing, "COUNTED_IN", 9)
    assert (page(unindexed).count, page(unindexed).is_least) == (3, True)
    monkeypatch.setattr(listing, "MOST", 5)
    assert page([]).count == 6


def test_a_place_of_another_list_is_none(topic: Topic) -> None:
    for facets in ([], [facet(topic)]):
        for value in ("0.5", None):
            with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong with it
                page(facets, str(Cursor(False, value, 1)))


def test_both_filters_must_be_passed(topic: Topic, way: str) -> None:
    few = newest_first(topics=topic)[2:5]
    both = [facet(topic), Facet(Q(pk__in=few), Claim.objects.filter(pk__in=few).values_list("pk", flat=True))]
    assert [key for found in onward(both) for key in found.keys] == few
