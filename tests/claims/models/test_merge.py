"""What the database holds merges to, whoever writes."""

from typing import Any

import pytest
from django.db.models import Model
from django.utils import timezone

from claims.models import Appearance, Claim, Event, KeptApart, Merge, Source, User, Verdict
from claims.models.merge import Kind
from tests.conftest import Refusal, Writer
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    EventFactory,
    RatingFactory,
    SourceFactory,
    UserFactory,
    VerdictFactory,
)

pytestmark = pytest.mark.django_db


def merged(record: Model, into: Model) -> None:
    fields: dict[str, Any] = {"merged_into": into}
    if isinstance(record, Claim):
        fields["status"] = "merged"
    type(record)._base_manager.filter(pk=record.pk).update(**fields)
    record.refresh_from_db()


@pytest.fixture
def person() -> User:
    return UserFactory.create()


def line(person: User, **fields: Any) -> dict[str, Any]:
    values = {"kind": Kind.CLAIM, "operation": "merge", "kept": 1, "absorbed": 2, "by": person, "moved": {}}
    return {**values, "changed": {}, **fields}


@pytest.mark.parametrize("factory", [ClaimFactory, EventFactory, SourceFactory])
def test_a_redirect_is_one_hop(factory: Any, write: Writer, refused: Refusal) -> None:
    first, second, third = factory.create_batch(3)
    extra = {"status": "merged"} if isinstance(first, Claim) else {}
    write.change(first, merged_into=second, **extra)
    with refused("Others were merged into this"):
        write.change(second, merged_into=third, **extra)
    with refused("merged itself"):
        write.change(third, merged_into=first, **extra)
    with refused("not_merged_into_itself"):
        write.change(third, merged_into=third, **extra)
    write.change(first, merged_into=third, **extra)
    write.change(second, merged_into=third, **extra)


def test_what_is_linked_to_a_merged_record_lands_on_what_it_became(write: Writer) -> None:
    kept, gone = EventFactory.create_batch(2)
    speaker, double = SourceFactory.create_batch(2)
    claim, other = ClaimFactory.create_batch(2)
    seen = AppearanceFactory.create(claim=claim)
    for record, into in ((gone, kept), (double, speaker), (other, claim)):
        merged(record, into)
    write.add(Claim, text="New", method="editor", event=gone)
    assert Claim.objects.get(text="New").event == kept
    write.change(claim, event=gone)
    claim.refresh_from_db()
    assert claim.event == kept
    write.change(seen, source=double)
    seen.refresh_from_db()
    assert seen.source == speaker
    fields = {"version": seen.version, "start": 0, "end": 3, "quote": seen.version.text[:3], "method": "editor"}
    write.add(Appearance, claim=other, source=double, **fields)
    late = Appearance.objects.latest("pk")
    assert (late.claim, late.source) == (claim, speaker)


def test_what_stayed_behind_stays_when_something_else_of_it_changes(write: Writer) -> None:
    kept, gone = ClaimFactory.create_batch(2)
    seen = AppearanceFactory.create(claim=gone)
    merged(gone, kept)
    write.change(seen, claim=gone, cue="said")
    seen.refresh_from_db()
    assert (seen.claim, seen.cue) == (gone, "said")


def test_a_claim_with_a_verdict_is_not_absorbed(write: Writer, refused: Refusal) -> None:
    verdict, keep = VerdictFactory.create(), ClaimFactory.create()
    with refused("There is a verdict on this claim"):
        write.change(verdict.claim, status="merged", merged_into=keep)
    write.change(keep, status="merged", merged_into=verdict.claim)


def test_a_merged_claim_gets_no_verdict(write: Writer, refused: Refusal) -> None:
    rating, author = RatingFactory.create(), UserFactory.create()
    keep, absorb = ClaimFactory.create_batch(2)
    merged(absorb, keep)
    fields = {
        "publisher": rating.scale.publisher, "rating": rating, "author": author, "headline": "H", "summary": "S",
    }  # fmt: skip
    with refused("write the verdict on that one"):
        write.add(Verdict, claim=absorb, **fields)
    write.add(Verdict, claim=keep, **fields)


def test_a_merged_claim_stays_merged_until_the_merge_is_undone(write: Writer, refused: Refusal) -> None:
    keep, absorb = ClaimFactory.create_batch(2)
    merged(absorb, keep)
    with refused("undo the merge first"):
        write.change(absorb, status="accepted")
    write.change(absorb, status="accepted", merged_into=None)


def test_a_merge_is_told_as_it_was(write: Writer, refused: Refusal, person: User) -> None:
    write.add(Merge, **line(person))
    merge = Merge.objects.get()
    for field, value in {"kept": 3, "absorbed": 3, "moved": {"x": [1]}, "kind": "event", "operation": "split"}.items():
        with refused("told_as_it_was|Cannot update"):
            write.change(merge, **{field: value})
    with refused("Cannot delete"):
        write.remove(merge)
    write.change(merge, undone_by=person, undone_at=timezone.now())
    with refused("undone already"):
        write.change(merge, undone_by=None, undone_at=None)


def test_who_undid_a_merge_is_known(write: Writer, refused: Refusal, person: User) -> None:
    write.add(Merge, **line(person))
    merge = Merge.objects.get()
    with refused("merge_undone_by_someone"):
        write.change(merge, undone_at=timezone.now())
    with refused("merge_undone_by_someone"):
        write.change(merge, undone_by=person)
    with refused("merge_undone_by_someone"):
        write.add(Merge, **line(person, operation="split", undone_by=person, undone_at=timezone.now(), absorbed=3))


def test_a_record_is_absorbed_once_at_a_time(write: Writer, refused: Refusal, person: User) -> None:
    write.add(Merge, **line(person))
    with refused("merge_absorbed_once"):
        write.add(Merge, **line(person, kept=3))
    write.add(Merge, **line(person, kind=Kind.EVENT))
    write.add(Merge, **line(person, operation="split"))
    write.change(Merge.objects.earliest("pk"), undone_by=person, undone_at=timezone.now())
    write.add(Merge, **line(person, kept=3))
    with refused("merge_of_two"):
        write.add(Merge, **line(person, kept=5, absorbed=5))


def test_a_pair_is_kept_apart_once(write: Writer, refused: Refusal, person: User) -> None:
    write.add(KeptApart, kind=Kind.CLAIM, lower=1, higher=2, by=person)
    with refused("kept_apart_once"):
        write.add(KeptApart, kind=Kind.CLAIM, lower=1, higher=2, by=person)
    with refused("kept_apart_in_order"):
        write.add(KeptApart, kind=Kind.CLAIM, lower=4, higher=3, by=person)
    write.add(KeptApart, kind=Kind.EVENT, lower=1, higher=2, by=person)


def test_merged_events_and_sources_are_not_public() -> None:
    kept, gone = EventFactory.create_batch(2)
    speaker, double = SourceFactory.create_batch(2)
    AppearanceFactory.create(claim__event=gone, source=double)
    assert gone in Event.objects.public()
    assert double in Source.objects.public()
    merged(gone, kept)
    merged(double, speaker)
    assert gone not in Event.objects.public()
    assert double not in Source.objects.public()
