"""One record that is two, and merging the part back."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.actions.merging import merge_claims, merge_events, merge_sources, undo_merge
from claims.actions.sources import sources_of
from claims.actions.splitting import split_claim, split_event, split_source
from claims.extraction.types import Speaker
from claims.models import ClaimTopic, EventIdentifier, Merge, SourceAlias, Topic, User
from claims.vocabulary import SourceKind
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    EventFactory,
    SourceFactory,
    UserFactory,
    VerdictFactory,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return UserFactory.create(groups=["Editor"])


@pytest.mark.parametrize(("status", "after"), [("accepted", "accepted"), ("suggested", "suggested")])
def test_some_places_become_a_claim_of_their_own(status: str, after: str, editor: User) -> None:
    claim = ClaimFactory.create(status=status)
    ClaimTopic.objects.create(claim=claim, topic=Topic.objects.create(name="War", slug="war"))
    stays, goes = AppearanceFactory.create_batch(2, claim=claim)
    part = split_claim(claim=claim, appearances=[goes], text=" It won  73 votes ", by=editor)
    assert (part.text, part.status, part.event, part.method) == ("It won 73 votes", after, claim.event, "editor")
    assert list(part.topics.values_list("name", flat=True)) == ["War"]
    assert (list(claim.appearances.all()), list(part.appearances.all())) == ([stays], [goes])
    [line] = Merge.objects.of("claim", claim.pk)
    assert (line.operation, line.kept, line.absorbed, line.by) == ("split", claim.pk, part.pk, editor)


def test_a_split_is_undone_by_merging_the_part_back(editor: User) -> None:
    claim = ClaimFactory.create()
    AppearanceFactory.create_batch(2, claim=claim)
    part = split_claim(claim=claim, appearances=claim.appearances.all()[:1], text="Another", by=editor)
    with pytest.raises(ValidationError, match="merging the part back"):
        undo_merge(merge=Merge.objects.get(), by=editor)
    merge_claims(keep=claim, absorb=part, by=editor)
    assert claim.appearances.count() == 2


def test_what_cannot_be_split_off_a_claim(editor: User) -> None:
    claim, other = ClaimFactory.create_batch(2)
    one, two = AppearanceFactory.create_batch(2, claim=claim)
    foreign = AppearanceFactory.create(claim=other)
    for chosen, text, words in (
        ([one], "  ", "Say in words"),
        ([], "Another", "Choose the places"),
        ([one, two], "Another", "Leave one"),
        ([one, foreign], "Another", "moved since"),
    ):
        with pytest.raises(ValidationError, match=words):
            split_claim(claim=claim, appearances=chosen, text=text, by=editor)
    merge_claims(keep=other, absorb=claim, by=editor)
    with pytest.raises(ValidationError, match="split that one"):
        split_claim(claim=claim, appearances=[one], text="Another", by=editor)
    assert Merge.objects.filter(operation="split").count() == 0


def test_a_published_verdict_is_looked_at_again(editor: User) -> None:
    verdict = publish(VerdictFactory.create())
    one, _ = AppearanceFactory.create_batch(2, claim=verdict.claim)
    split_claim(claim=verdict.claim, appearances=[one], text="Another", by=editor)
    verdict.refresh_from_db()
    assert "“Another”" in verdict.needs_review
    assert verdict.review_cause == "reports"


def test_some_claims_are_about_an_event_of_their_own(editor: User) -> None:
    event = EventFactory.create(place="New York", participants=["US"], terms=["war"])
    stays, goes = ClaimFactory.create_batch(2, event=event)
    symbol = EventIdentifier.objects.create(event=event, value="A/RES/1")
    part = split_event(event=event, claims=[goes], title="The other vote", by=editor)
    for row in (event, stays, goes, symbol):
        row.refresh_from_db()
    assert (stays.event, goes.event, symbol.event) == (event, part, event)
    assert (part.date, part.body, part.membership, part.place) == (event.date, event.body, 193, "New York")
    assert event.is_confirmed
    assert part.is_confirmed
    merge_events(keep=event, absorb=part, by=editor)
    assert event.claims.count() == 2


def test_the_other_event_may_be_elsewhere(editor: User) -> None:
    event = EventFactory.create()
    claim = ClaimFactory.create(event=event)
    part = split_event(
        event=event, claims=[claim], title="Council", by=editor, body="UN Security Council", day=date(2025, 2, 25)
    )
    assert (part.body, part.membership, part.date) == ("UN Security Council", None, date(2025, 2, 25))


def test_what_cannot_be_split_off_an_event(editor: User) -> None:
    event = EventFactory.create()
    claim, other = ClaimFactory.create(event=event), ClaimFactory.create()
    for chosen, title, words in (([claim], " ", "Say what"), ([], "T", "Choose the claims"), ([other], "T", "moved")):
        with pytest.raises(ValidationError, match=words):
            split_event(event=event, claims=chosen, title=title, by=editor)


def test_some_names_are_somebody_elses(editor: User) -> None:
    source = SourceFactory.create(name="Kim Lee")
    own, other = (SourceAlias.objects.create(source=source, name=name) for name in ("Kim Lee", "Kim B. Lee"))
    stays = AppearanceFactory.create(source=source, source_name="Kim Lee")
    goes = AppearanceFactory.create(source=source, source_name="Kim B Lee")
    part = split_source(source=source, aliases=[other], name="Kim Lee (doctor)", by=editor)
    for row in (own, other, stays, goes):
        row.refresh_from_db()
    assert (own.source, other.source, stays.source, goes.source) == (source, part, source, part)
    assert part.kind == source.kind
    found = sources_of({"Kim B. Lee": Speaker("Kim B. Lee", SourceKind.PERSON, 0, 1)})
    assert found["Kim B. Lee"] == part
    merge_sources(keep=source, absorb=part, by=editor)
    goes.refresh_from_db()
    assert goes.source == source


def test_what_cannot_be_split_off_a_source(editor: User) -> None:
    source = SourceFactory.create(name="Kim Lee")
    own, other = (SourceAlias.objects.create(source=source, name=name) for name in ("Kim Lee", "Kim B. Lee"))
    taken = SourceFactory.create(name="Lee Kim")
    alias = SourceAlias.objects.create(source=taken, name="L. Kim")
    for chosen, name, words in (
        ([other], " ", "Say who"),
        ([other], "Lee Kim", "already"),
        ([other], "L Kim", "is a name of Lee Kim"),
        ([own], "Somebody", "is what this source is called"),
        ([own, other], "Somebody", "Leave one"),
        ([alias], "Somebody", "moved since"),
        ([], "Somebody", "Choose the names"),
    ):
        with pytest.raises(ValidationError, match=words):
            split_source(source=source, aliases=chosen, name=name, by=editor)


def test_splitting_takes_the_permission() -> None:
    reporter = UserFactory.create(groups=["Reporter"])
    place, event = AppearanceFactory.create(), EventFactory.create()
    claim = ClaimFactory.create(event=event)
    alias = SourceAlias.objects.create(source=SourceFactory.create(), name="N")
    with pytest.raises(PermissionDenied):
        split_claim(claim=place.claim, appearances=[place], text="T", by=reporter)
    with pytest.raises(PermissionDenied):
        split_event(event=event, claims=[claim], title="T", by=reporter)
    with pytest.raises(PermissionDenied):
        split_source(source=alias.source, aliases=[alias], name="M", by=reporter)
