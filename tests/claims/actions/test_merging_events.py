"""Two events that are one happening, and two sources that are one speaker."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.actions.detect import detect
from claims.actions.merge_plans import preview
from claims.actions.merging import merge_events, merge_sources, undo_merge
from claims.actions.sources import sources_of
from claims.extraction.types import Speaker
from claims.models import Contradiction, Event, EventIdentifier, RollCallVote, Source, SourceAlias, User
from claims.vocabulary import SourceKind
from tests.claims.actions.texts import ASSEMBLY, MISCOUNT, added, extracted, matched
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    ContradictionFactory,
    EventFactory,
    EvidenceFactory,
    PositionFactory,
    SourceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return UserFactory.create(groups=["Editor"])


def vote(event: Event, state: Source, choice: str = "yes") -> RollCallVote:
    return RollCallVote.objects.create(event=event, state=state, choice=choice, evidence=EvidenceFactory.create())


# --- events -----------------------------------------------------------------------------------------------------
def test_all_that_belongs_to_an_event_goes_over_and_comes_back(editor: User) -> None:
    keep, absorb = EventFactory.create_batch(2)
    rows: list[Any] = [
        ClaimFactory.create(event=absorb),
        ContradictionFactory.create(event=absorb),
        PositionFactory.create(contradiction__event=keep, event=absorb),
        EventIdentifier.objects.create(event=absorb, value="A/RES/1"),
        vote(absorb, SourceFactory.create()),
    ]
    merge = merge_events(keep=keep, absorb=absorb, by=editor)
    for row in rows:
        row.refresh_from_db()
    assert {row.event for row in rows} == {keep}
    absorb.refresh_from_db()
    assert absorb.merged_into == keep
    assert undo_merge(merge=merge, by=editor).back == len(rows)
    for row in rows:
        row.refresh_from_db()
    assert {row.event for row in rows} == {absorb}
    absorb.refresh_from_db()
    assert absorb.merged_into is None


def test_facts_are_united_and_empty_ones_filled(editor: User) -> None:
    keep = EventFactory.create(
        date=date(2025, 2, 1), date_precision="month", body="", membership=None, place="", participants=["US"],
        terms=["war"], sponsors=["US"],
    )  # fmt: skip
    absorb = EventFactory.create(place="New York", participants=["Ukraine"], terms=["vote", "war"], sponsors=["EU"])
    before = {field.attname: getattr(keep, field.attname) for field in Event._meta.concrete_fields}
    merge = merge_events(keep=keep, absorb=absorb, by=editor)
    keep.refresh_from_db()
    assert (keep.date, keep.date_precision, keep.place) == (date(2025, 2, 24), "day", "New York")
    assert (keep.body, keep.membership, keep.is_confirmed) == ("UN General Assembly", 193, True)
    assert (keep.participants, keep.terms, keep.sponsors) == (["US", "Ukraine"], ["war", "vote"], ["EU", "US"])
    undo_merge(merge=merge, by=editor)
    keep.refresh_from_db()
    assert {name: getattr(keep, name) for name in before} == before


def test_what_a_person_changed_since_is_not_undone(editor: User) -> None:
    keep, absorb = EventFactory.create(place=""), EventFactory.create(place="New York")
    merge = merge_events(keep=keep, absorb=absorb, by=editor)
    Event.objects.filter(pk=keep.pk).update(place="Manhattan")
    undo_merge(merge=merge, by=editor)
    keep.refresh_from_db()
    assert (keep.place, keep.is_confirmed) == ("Manhattan", False)


def test_roll_calls_that_differ_are_two_votes(editor: User) -> None:
    keep, absorb = EventFactory.create_batch(2)
    same, other = SourceFactory.create(name="Ukraine"), SourceFactory.create(name="France")
    vote(keep, same), vote(absorb, same)
    alike = vote(absorb, other)
    merge = merge_events(keep=keep, absorb=absorb, by=editor)
    assert keep.roll_call.count() == 2
    undo_merge(merge=merge, by=editor)
    alike.refresh_from_db()
    assert alike.event == absorb
    vote(keep, other, "no")
    with pytest.raises(ValidationError, match="roll calls differ on France: these are two votes"):
        merge_events(keep=keep, absorb=absorb, by=editor)


def test_what_is_to_be_thought_of_before_two_events_are_merged() -> None:
    keep = EventFactory.create()
    absorb = EventFactory.create(date=date(2025, 2, 25), kind="strike", body="UN Security Council")
    for number, event in enumerate((keep, absorb)):
        EventIdentifier.objects.create(event=event, value=f"S/RES/{number}")
    ContradictionFactory.create(event=absorb, question="How many?")
    ContradictionFactory.create(event=absorb, question="Nobody has touched this", status="suggested")
    said = " ".join(preview(keep=keep, absorb=absorb).warnings)
    for words in ("two days", "two kinds", "two bodies", "S/RES/0 and S/RES/1", "“How many?” (open)"):
        assert words in said
    assert "Nobody" not in said
    assert preview(keep=keep, absorb=EventFactory.create()).warnings == []


def test_contradictions_are_looked_for_again(editor: User) -> None:
    """Two reports of one vote that were taken for two: merged, they disagree; taken apart, they no longer do."""
    one, other = added(ASSEMBLY, "One"), added(MISCOUNT, "Other")
    extracted(one, other)
    matched(one)
    keep = Event.objects.get()
    matched(other)
    assert Event.objects.count() == 1
    absorb = EventFactory.create(title="Taken for another", participants=[], sponsors=[])
    keep.claims.filter(appearances__version=other).update(event=absorb)
    detect(event_ids=[keep.pk, absorb.pk])
    question = Contradiction.objects.filter(kind="numeric")
    assert not question.exists()
    merge = merge_events(keep=keep, absorb=absorb, by=editor)
    found = question.get()
    assert found.event == keep
    line = Contradiction.pgh_event_model.objects.get(pgh_obj_id=found.pk)  # type: ignore[attr-defined]  # tracked
    assert line.pgh_context["pipeline"] is True
    undo_merge(merge=merge, by=editor)
    assert not question.exists()
    line = Event.pgh_event_model.objects.filter(pgh_obj_id=absorb.pk).latest("pgh_id")  # type: ignore[attr-defined]  # tracked
    assert line.pgh_context == {"user": editor.pk, "action": "undo merge of events"}


def test_texts_to_come_find_the_kept_event(editor: User) -> None:
    first = added(ASSEMBLY, "One")
    extracted(first)
    matched(first)
    absorb = Event.objects.get()
    keep = EventFactory.create(title="The vote", participants=[], terms=[], sponsors=[])
    merge_events(keep=keep, absorb=absorb, by=editor)
    second = added(ASSEMBLY.replace("states abstained", "members abstained"), "Other")
    extracted(second)
    matched(second)
    assert set(Event.objects.filter(claims__isnull=False)) == {keep}


def test_what_is_written_late_follows(editor: User) -> None:
    """Somebody read the event before it was merged and links to it after."""
    keep, absorb = EventFactory.create_batch(2)
    merge_events(keep=keep, absorb=absorb, by=editor)
    claim = ClaimFactory.create(event=absorb)
    claim.refresh_from_db()
    assert claim.event == keep


def test_events_take_the_permission_of_events(editor: User) -> None:
    keep, absorb = EventFactory.create_batch(2)
    with pytest.raises(PermissionDenied, match=r"claims\.change_event"):
        merge_events(keep=keep, absorb=absorb, by=UserFactory.create(groups=["Reporter"]))


# --- sources ----------------------------------------------------------------------------------------------------
def test_quotes_names_and_votes_go_over_and_come_back(editor: User) -> None:
    keep, absorb = SourceFactory.create(name="Volodymyr Zelensky"), SourceFactory.create(name="Zelenskyj")
    said = AppearanceFactory.create(source=absorb, source_name="Zelenskyj")
    other_name = SourceAlias.objects.create(source=absorb, name="V. Zelenskyj")
    ballot = vote(EventFactory.create(), absorb)
    merge = merge_sources(keep=keep, absorb=absorb, by=editor)
    for row in (said, other_name, ballot, absorb):
        row.refresh_from_db()
    assert (said.source, said.source_name, other_name.source, ballot.state) == (keep, "Zelenskyj", keep, keep)
    assert absorb.merged_into == keep
    undo_merge(merge=merge, by=editor)
    for row in (said, other_name, ballot, absorb):
        row.refresh_from_db()
    assert {said.source, other_name.source, ballot.state} == {absorb}
    assert absorb.merged_into is None
    assert SourceAlias.objects.get(name="Zelenskyj").source == absorb


@pytest.mark.parametrize("has_alias", [True, False])
def test_texts_to_come_find_the_kept_source(has_alias: bool, editor: User) -> None:
    keep, absorb = SourceFactory.create(name="Volodymyr Zelensky"), SourceFactory.create(name="Zelenskyj")
    if has_alias:
        SourceAlias.objects.create(source=absorb, name="Zelenskyj")
    merge_sources(keep=keep, absorb=absorb, by=editor)
    assert sources_of({"Zelenskyj": Speaker("Zelenskyj", SourceKind.PERSON, 0, 1)})["Zelenskyj"] == keep
    assert Source.objects.count() == 2


def test_a_source_takes_on_what_it_lacks(editor: User) -> None:
    keep = SourceFactory.create(kind="state", iso3="UKR")
    absorb = SourceFactory.create(wikidata_id="Q212", description="A state")
    assert "two kinds" in preview(keep=keep, absorb=absorb).warnings[0]
    merge_sources(keep=keep, absorb=absorb, by=editor)
    keep.refresh_from_db()
    assert (keep.kind, keep.iso3, keep.wikidata_id, keep.description) == ("state", "UKR", "Q212", "A state")


def test_two_states_are_not_merged(editor: User) -> None:
    keep, absorb = SourceFactory.create(iso3="UKR"), SourceFactory.create(iso3="RUS")
    with pytest.raises(ValidationError, match="two states: UKR and RUS"):
        merge_sources(keep=keep, absorb=absorb, by=editor)
    event = EventFactory.create(title="The vote")
    one, other = SourceFactory.create_batch(2)
    vote(event, one), vote(event, other)
    with pytest.raises(ValidationError, match="Both vote in the roll call of “The vote”"):
        merge_sources(keep=one, absorb=other, by=editor)


def test_sources_take_the_permission_of_sources(editor: User) -> None:
    keep, absorb = SourceFactory.create_batch(2)
    with pytest.raises(PermissionDenied, match=r"claims\.change_source"):
        merge_sources(keep=keep, absorb=absorb, by=UserFactory.create(groups=["Reporter"]))
