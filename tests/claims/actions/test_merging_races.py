"""Two people at once, or a person and the machine: whoever comes second sees what the first did."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from claims.actions.merging import merge_claims, merge_events, merge_sources, undo_merge
from claims.models import Appearance, Claim, Event, Merge, Source, User, Verdict
from tests.claims.models.test_races import meanwhile
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    EventFactory,
    RatingFactory,
    SourceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor() -> User:
    return UserFactory.create(groups=["Editor"])


def at_once(*steps: Callable[[], Any]) -> list[Any]:
    """Do all steps at the same moment on connections of their own; gives what each gives or raises."""
    start = Barrier(len(steps))

    def one(step: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return step()
        except (ValidationError, IntegrityError) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(steps)) as pool:
        return list(pool.map(one, steps))


MERGES = [
    (merge_claims, ClaimFactory, Claim),
    (merge_events, EventFactory, Event),
    (merge_sources, SourceFactory, Source),
]


@pytest.mark.parametrize(("merge", "factory", "model"), MERGES, ids=["claims", "events", "sources"])
def test_two_opposite_merges(merge: Any, factory: Any, model: Any, editor: User) -> None:
    for _ in range(5):
        one, other = factory.create_batch(2)
        results = at_once(
            partial(merge, keep=one, absorb=other, by=editor), partial(merge, keep=other, absorb=one, by=editor)
        )
        assert sorted(type(result).__name__ for result in results) == ["Merge", "ValidationError"]
        assert model.objects.filter(pk__in=(one.pk, other.pk), merged_into__isnull=False).count() == 1


def test_a_ring_of_merges_ends_in_one_hop(editor: User) -> None:
    for _ in range(3):
        ring = ClaimFactory.create_batch(4)
        results = at_once(
            *(partial(merge_claims, keep=ring[at], absorb=ring[at - 1], by=editor) for at in range(len(ring)))
        )
        assert any(isinstance(result, Merge) for result in results)
        rows = Claim.objects.filter(pk__in=[claim.pk for claim in ring], status="merged")
        assert not rows.filter(merged_into__merged_into__isnull=False).exists()


def test_a_merge_is_undone_once(editor: User) -> None:
    keep, absorb = ClaimFactory.create_batch(2)
    AppearanceFactory.create(claim=absorb)
    merge = merge_claims(keep=keep, absorb=absorb, by=editor)
    results = at_once(*[lambda: undo_merge(merge=merge, by=editor)] * 4)
    assert sorted(type(result).__name__ for result in results) == ["Undone", *["ValidationError"] * 3]
    assert absorb.appearances.count() == 1


def test_a_verdict_that_is_begun_during_a_merge_is_refused(editor: User) -> None:
    keep, absorb = ClaimFactory.create_batch(2)
    rating = RatingFactory.create()

    def begin() -> None:
        Verdict.objects.create(
            claim=absorb, publisher=rating.scale.publisher, rating=rating, author=editor, headline="H", summary="S"
        )

    with pytest.raises(IntegrityError, match="write the verdict on that one"):
        meanwhile(lambda: merge_claims(keep=keep, absorb=absorb, by=editor), begin)
    assert not Verdict.objects.exists()


def test_a_merge_sees_a_verdict_that_is_being_begun(editor: User) -> None:
    keep, absorb = ClaimFactory.create_batch(2)
    rating = RatingFactory.create()

    def begin() -> None:
        Verdict.objects.create(
            claim=absorb, publisher=rating.scale.publisher, rating=rating, author=editor, headline="H", summary="S"
        )

    with pytest.raises(ValidationError, match="keep that claim"):
        meanwhile(begin, lambda: merge_claims(keep=keep, absorb=absorb, by=editor))
    assert not Merge.objects.exists()


def test_a_text_that_comes_in_during_a_merge_is_linked_to_the_kept_records(editor: User) -> None:
    kept, gone = EventFactory.create_batch(2)
    speaker, double = SourceFactory.create_batch(2)
    seen = AppearanceFactory.create(claim__event=None)
    meanwhile(
        lambda: merge_events(keep=kept, absorb=gone, by=editor),
        lambda: Claim.objects.filter(pk=seen.claim_id).update(event=gone),
    )
    meanwhile(
        lambda: merge_sources(keep=speaker, absorb=double, by=editor),
        lambda: Appearance.objects.filter(pk=seen.pk).update(source=double),
    )
    seen.refresh_from_db()
    assert (seen.claim.event, seen.source) == (kept, speaker)


def test_a_merge_takes_along_what_is_being_linked(editor: User) -> None:
    kept, gone = EventFactory.create_batch(2)
    claim = ClaimFactory.create(event=None)
    meanwhile(
        lambda: Claim.objects.filter(pk=claim.pk).update(event=gone),
        lambda: merge_events(keep=kept, absorb=gone, by=editor),
    )
    claim.refresh_from_db()
    assert claim.event == kept
