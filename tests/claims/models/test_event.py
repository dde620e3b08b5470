"""Events, who votes in them, and the names that lead to one source."""

from typing import Any

import pytest

from claims.models import Event, EventIdentifier, RollCallVote, Source, SourceAlias
from tests.conftest import Refusal, Writer
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    ContradictionFactory,
    EventFactory,
    EvidenceFactory,
    MembershipFactory,
    PositionFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


def test_a_symbol_names_one_event(write: Writer, refused: Refusal) -> None:
    write.add(EventIdentifier, event=EventFactory.create(), value="A/RES/99/1")
    with refused("value"):
        write.add(EventIdentifier, event=EventFactory.create(), value="A/RES/99/1")


def test_a_member_votes_once_in_a_roll_call(write: Writer, refused: Refusal) -> None:
    vote: dict[str, Any] = {
        "event": EventFactory.create(),
        "state": SourceFactory.create(kind="state"),
        "evidence": EvidenceFactory.create(),
    }
    write.add(RollCallVote, **vote, choice="yes")
    with refused("roll_call_vote_once_each"):
        write.add(RollCallVote, **vote, choice="abstain")
    write.add(RollCallVote, **vote | {"event": EventFactory.create()}, choice="abstain")


def test_an_alias_leads_to_one_source(write: Writer, refused: Refusal) -> None:
    source = SourceFactory.create()
    alias = SourceAlias.objects.create(source=source, name="Volodymyr Zelenskyy")
    assert alias.key
    with refused("key"):
        write.add(SourceAlias, source=SourceFactory.create(), name="Other", key=alias.key)
    with refused("name"):
        write.add(Source, name=source.name, kind="person")


def test_an_alias_is_folded_when_it_is_saved() -> None:
    alias = SourceAlias.objects.create(source=SourceFactory.create(), name="  José ÁLVAREZ ")
    first = alias.key
    alias.name = "Jose Alvarez"
    alias.save()
    assert alias.key == first


def test_readers_see_events_that_something_public_is_about() -> None:
    EventFactory.create()
    ClaimFactory.create(status="suggested")
    ContradictionFactory.create(status="suggested")
    PositionFactory.create(contradiction__status="suggested", event=EventFactory.create())
    shown = {
        ClaimFactory.create().event,
        ContradictionFactory.create().event,
        PositionFactory.create(event=EventFactory.create(), contradiction__event=None).event,
    }
    assert set(Event.objects.public()) == shown


def test_readers_see_sources_that_speak_or_vote_in_public() -> None:
    SourceFactory.create()
    AppearanceFactory.create(claim__status="suggested", source=SourceFactory.create())
    hidden = AppearanceFactory.create(claim__status="suggested", source=SourceFactory.create())
    MembershipFactory.create(appearance=hidden, position__contradiction__status="suggested")
    heard = AppearanceFactory.create(claim__status="suggested", source=SourceFactory.create())
    MembershipFactory.create(appearance=heard)
    vote = RollCallVote.objects.create(
        event=EventFactory.create(), state=SourceFactory.create(), choice="yes", evidence=EvidenceFactory.create()
    )
    shown = {AppearanceFactory.create(source=SourceFactory.create()).source, heard.source}
    assert set(Source.objects.public()) == shown
    ClaimFactory.create(event=vote.event)
    assert set(Source.objects.public()) == shown | {vote.state}
