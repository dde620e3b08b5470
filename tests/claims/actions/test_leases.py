"""Two people never have one item in hand."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from claims.actions import leases
from claims.models import Claim, Contradiction, Lease, User
from tests.factories import ClaimFactory, ContradictionFactory, UserFactory


@pytest.fixture
def ada() -> User:
    return UserFactory.create(first_name="Ada", last_name="Lovelace")


@pytest.fixture
def bea() -> User:
    return UserFactory.create()


@pytest.mark.django_db
def test_what_is_in_hand_is_not_anothers(ada: User, bea: User) -> None:
    claim = ClaimFactory.create()
    assert leases.take(item=claim, by=ada)
    assert not leases.take(item=claim, by=bea)
    assert leases.held_by_others(items=[claim], by=bea)[claim.pk].holder == ada
    assert leases.held_by_others(items=[claim], by=ada) == {}
    leases.refuse_if_held(item=claim, by=ada)
    with pytest.raises(ValidationError, match=r"Ada Lovelace has this before them until \d\d:\d\d"):
        leases.refuse_if_held(item=claim, by=bea)


@pytest.mark.django_db
def test_an_item_of_another_kind_with_the_same_key_is_another_item(ada: User, bea: User) -> None:
    claim = ClaimFactory.create()
    contradiction = ContradictionFactory.create(pk=claim.pk)
    assert leases.take(item=claim, by=ada)
    assert leases.take(item=contradiction, by=bea)


@pytest.mark.django_db
def test_taking_again_renews(ada: User) -> None:
    claim = ClaimFactory.create()
    leases.take(item=claim, by=ada)
    Lease.objects.update(until=timezone.now() + timedelta(minutes=1))
    leases.take(item=claim, by=ada)
    assert Lease.objects.get().until > timezone.now() + timedelta(minutes=9)


@pytest.mark.django_db
def test_after_its_time_a_lease_means_nothing(ada: User, bea: User) -> None:
    claim = ClaimFactory.create()
    leases.take(item=claim, by=ada)
    Lease.objects.update(until=timezone.now() - timedelta(seconds=1))
    leases.refuse_if_held(item=claim, by=bea)
    assert leases.take(item=claim, by=bea)
    assert Lease.objects.get().holder == bea


@pytest.mark.django_db
def test_the_next_is_the_first_that_is_free(ada: User, bea: User) -> None:
    first, second = ClaimFactory.create_batch(2)
    items = Claim.objects.order_by("pk")
    assert leases.take_next(items=items, by=ada) == first
    assert leases.take_next(items=items, by=bea) == second
    assert leases.take_next(items=items, by=ada) == first, "one's own is not taken"
    assert leases.take_next(items=items, by=UserFactory.create()) is None


@pytest.mark.django_db
def test_letting_go(ada: User, bea: User) -> None:
    kept, given_up = ClaimFactory.create_batch(2)
    contradiction = ContradictionFactory.create()
    for item in (kept, given_up, contradiction):
        leases.take(item=item, by=ada)
    leases.let_go(model=Claim, by=ada, but=kept)
    assert set(Lease.objects.values_list("object_id", "content_type__model")) == {
        (kept.pk, "claim"),
        (contradiction.pk, "contradiction"),
    }
    leases.let_go(model=Contradiction, by=ada)
    leases.let_go(model=Claim, by=bea)
    assert Lease.objects.get().object_id == kept.pk


@pytest.mark.django_db
def test_the_database_keeps_one_lease_on_an_item(ada: User) -> None:
    leases.take(item=ClaimFactory.create(), by=ada)
    lease = Lease.objects.get()
    with pytest.raises(IntegrityError, match="lease_one_per_item"), transaction.atomic():
        Lease.objects.create(
            content_type=lease.content_type, object_id=lease.object_id, holder=ada, until=timezone.now()
        )


def together(acts: list[Callable[[], object]]) -> list[object]:
    """What each gives, done at once on connections of their own."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            start.wait(timeout=10)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


@pytest.mark.django_db(transaction=True)
def test_of_many_who_reach_for_the_next_each_gets_another() -> None:
    claims = ClaimFactory.create_batch(8)
    people = UserFactory.create_batch(8)
    for _ in range(5):
        Lease.objects.all().delete()
        taken = together(
            [partial(leases.take_next, items=Claim.objects.order_by("pk"), by=person) for person in people]
        )
        got = [claim for claim in taken if claim]
        assert len(set(got)) == len(got) >= 1
        assert Lease.objects.count() == len(got)
    assert set(claims) >= set(got)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_reach_for_one_at_most_one_gets_it() -> None:
    claim, people = ClaimFactory.create(), UserFactory.create_batch(8)
    for _ in range(10):
        Lease.objects.all().delete()
        taken = together([partial(leases.take, item=claim, by=person) for person in people])
        assert taken.count(True) == Lease.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_row_that_is_locked_this_moment_is_passed_over(ada: User) -> None:
    locked, free = ClaimFactory.create_batch(2)
    with transaction.atomic():
        Claim.objects.select_for_update().get(pk=locked.pk)
        assert together([lambda: leases.take_next(items=Claim.objects.order_by("pk"), by=ada)]) == [free]
        assert together([lambda: leases.take(item=locked, by=ada)]) == [False]
