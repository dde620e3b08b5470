"""A contradiction is settled by someone, with a reason; a source error names the position in error, and keeps it."""

from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import pgtrigger
import pytest
from django.db import connection
from django.utils import timezone

from claims.models import Contradiction, ContradictionEvidence, Position, PositionAppearance
from claims.vocabulary import DISMISSALS, ContradictionStatus, Resolution
from tests.conftest import Commit, Refusal, Writer
from tests.factories import (
    AppearanceFactory,
    ContradictionFactory,
    EvidenceFactory,
    MeasurementFactory,
    MembershipFactory,
    PositionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

BY_SOMEONE = "contradiction_settled_by_someone"
OTHER_CONTRADICTION = "The position belongs to another contradiction"
OTHER_APPEARANCE = "The figure stands in another appearance"
NAMES_POSITION = "A source error names the position"


def decision(**fields: Any) -> dict[str, Any]:
    return {
        "status": "resolved",
        "resolution": "different_version",
        "resolution_note": "The votes were on two texts.",
        "resolved_by": UserFactory.create(),
        "resolved_at": timezone.now(),
        **fields,
    }


@pytest.mark.parametrize("resolution", [word for word in Resolution if word is not Resolution.SOURCE_ERROR])
def test_a_resolution_goes_with_its_status(resolution: Resolution, write: Writer, refused: Refusal) -> None:
    right, wrong = ("dismissed", "resolved") if resolution in DISMISSALS else ("resolved", "dismissed")
    contradiction = ContradictionFactory.create()
    with refused(BY_SOMEONE):
        write.change(contradiction, **decision(status=wrong, resolution=resolution))
    write.change(contradiction, **decision(status=right, resolution=resolution))


@pytest.mark.parametrize("status", ["resolved", "dismissed"])
@pytest.mark.parametrize(
    "missing",
    [{"resolution": ""}, {"resolution_note": ""}, {"resolved_by": None}, {"resolved_at": None}],
    ids=lambda missing: next(iter(missing)),
)
def test_a_decision_is_complete(status: str, missing: dict[str, Any], write: Writer, refused: Refusal) -> None:
    resolution = "duplicate" if status == "dismissed" else "different_version"
    contradiction = ContradictionFactory.create()
    with refused(BY_SOMEONE):
        write.change(contradiction, **decision(status=status, resolution=resolution) | missing)


@pytest.mark.parametrize("status", ["suggested", "open", "under_review"])
def test_what_is_unsettled_holds_no_decision(status: str, write: Writer, refused: Refusal) -> None:
    contradiction = ContradictionFactory.create(status=status)
    for part in ({"resolution": "different_version"}, {"resolved_by": UserFactory.create()}):
        with refused(BY_SOMEONE):
            write.change(contradiction, **part)
    with refused(BY_SOMEONE):
        write.change(contradiction, resolved_at=timezone.now())
    write.change(contradiction, suggested_resolution="different_version")


def test_a_contradiction_cannot_be_born_settled_by_nobody(write: Writer, refused: Refusal) -> None:
    fields: dict[str, Any] = {
        "fingerprint": "f", "question": "How many?", "kind": "numeric", "gate": "real", "rule": "r/1", "score": 0.5,
        "explanation": "93 and 89.",
    }  # fmt: skip
    with refused(BY_SOMEONE):
        write.add(Contradiction, **fields, status="resolved", resolution="genuinely_disputed")
    write.add(Contradiction, **fields)
    with refused("fingerprint"):
        write.add(Contradiction, **fields)


def test_a_source_error_names_its_position_by_the_end_of_the_transaction(
    write: Writer, refused: Refusal, commit: Commit
) -> None:
    contradiction = ContradictionFactory.create()
    position, _ = PositionFactory.create(contradiction=contradiction), PositionFactory.create(is_at_fault=True)
    with refused(NAMES_POSITION):
        write.change(contradiction, **decision(resolution="source_error"))
    write.change(contradiction, **decision(resolution="source_error"))
    write.change(position, is_at_fault=True)
    commit()


def test_a_source_error_keeps_its_position(write: Writer, refused: Refusal, commit: Commit) -> None:
    position = PositionFactory.create(is_at_fault=True)
    write.change(position.contradiction, **decision(resolution="source_error"))
    commit()
    with refused(NAMES_POSITION):
        write.change(position, is_at_fault=False)
    with refused(NAMES_POSITION):
        write.remove(position)
    second = PositionFactory.create(contradiction=position.contradiction, is_at_fault=True)
    write.change(position, is_at_fault=False)
    write.change(second, answer="89–8–73")
    commit()


def test_a_reopened_source_error_lets_go_of_its_position(write: Writer, commit: Commit) -> None:
    position = PositionFactory.create(is_at_fault=True)
    write.change(position.contradiction, **decision(resolution="source_error"))
    write.change(position, is_at_fault=False)
    undecided = {"resolution": "", "resolution_note": "", "resolved_by": None, "resolved_at": None}
    write.change(position.contradiction, status="open", **undecided)
    commit()


def test_each_answer_each_voice_and_each_document_counts_once(write: Writer, refused: Refusal) -> None:
    position = PositionFactory.create(key="93")
    with refused("position_once"):
        write.add(Position, contradiction=position.contradiction, key="93", answer="93 votes")
    write.add(Position, contradiction=position.contradiction, key="89", answer="89 votes")
    member = MembershipFactory.create(position=position)
    with refused("position_appearance_once"):
        write.add(PositionAppearance, position=position, appearance=member.appearance, origin="another")
    write.add(PositionAppearance, position=position, appearance=AppearanceFactory.create(), origin="another")
    fields = {
        "contradiction": position.contradiction,
        "evidence": EvidenceFactory.create(),
        "attached_by": UserFactory.create(),
    }
    write.add(ContradictionEvidence, **fields)
    with refused("contradiction_evidence_once"):
        write.add(ContradictionEvidence, **fields)


def test_evidence_supports_a_position_of_its_own_contradiction(write: Writer, refused: Refusal) -> None:
    own, foreign = PositionFactory.create(), PositionFactory.create()
    fields = {
        "contradiction": own.contradiction,
        "evidence": EvidenceFactory.create(),
        "attached_by": UserFactory.create(),
    }
    with refused(OTHER_CONTRADICTION):
        write.add(ContradictionEvidence, **fields, supports=foreign)
    write.add(ContradictionEvidence, **fields, supports=own)
    attached = ContradictionEvidence.objects.get()
    for change in ({"supports": foreign}, {"contradiction": foreign.contradiction}):
        with refused(OTHER_CONTRADICTION):
            write.change(attached, **change)
    with refused("Cannot update rows from claims_position table"):
        write.change(own, contradiction=foreign.contradiction)
    write.change(attached, supports=None)
    write.change(attached, supports=foreign, contradiction=foreign.contradiction)


def test_the_figure_of_a_position_stands_in_the_appearance_that_takes_it(write: Writer, refused: Refusal) -> None:
    position, own, foreign = PositionFactory.create(), MeasurementFactory.create(), MeasurementFactory.create()
    fields = {"position": position, "appearance": own.appearance, "origin": "article-1"}
    with refused(OTHER_APPEARANCE):
        write.add(PositionAppearance, **fields, measurement=foreign)
    write.add(PositionAppearance, **fields, measurement=own)
    membership = PositionAppearance.objects.get()
    for change in ({"measurement": foreign}, {"appearance": foreign.appearance}):
        with refused(OTHER_APPEARANCE):
            write.change(membership, **change)
    with refused("Cannot update rows from claims_measurement table"):
        write.change(own, appearance=foreign.appearance)
    write.change(membership, measurement=None)
    write.change(membership, measurement=foreign, appearance=foreign.appearance)


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_score_lies_between_0_and_1(score: float, write: Writer, refused: Refusal) -> None:
    contradiction = ContradictionFactory.create()
    with refused("contradiction_score_0_to_1"):
        write.change(contradiction, score=score)


def test_its_days_move_forward_however_it_is_written(write: Writer) -> None:
    contradiction = ContradictionFactory.create(status="suggested", changed_at="2020-01-01T00:00:00Z")
    write.change(contradiction, score=0.4)
    contradiction.refresh_from_db()
    assert (contradiction.opened_at, contradiction.changed_at.year) == (None, 2020), "nothing happened yet"
    write.change(contradiction, status="open")
    contradiction.refresh_from_db()
    opened = contradiction.opened_at
    assert opened == contradiction.changed_at
    undecided = {"resolution": "", "resolution_note": "", "resolved_by": None, "resolved_at": None}
    for step in (decision(), {"status": "open", **undecided}, decision(status="dismissed", resolution="duplicate")):
        before = contradiction.changed_at
        write.change(contradiction, **step)
        contradiction.refresh_from_db()
        assert contradiction.changed_at > before
    write.change(contradiction, opened_at=None)
    contradiction.refresh_from_db()
    assert contradiction.opened_at == opened


def test_the_days_of_what_was_there_before_are_taken_from_its_history() -> None:
    late = ContradictionFactory.create(status="suggested")
    never = ContradictionFactory.create(status="suggested")
    Contradiction.objects.filter(pk=late.pk).update(status="open")
    history = Contradiction.pgh_event_model.objects  # type: ignore[attr-defined]  # pghistory.track adds it
    with pgtrigger.ignore():
        history.update(pgh_created_at="2026-11-19T12:00:00Z")
        history.filter(status="open").update(pgh_created_at="2026-11-20T12:00:00Z")
        Contradiction.objects.update(opened_at=None, changed_at="2026-11-22T12:00:00Z")
    days = import_module("claims.migrations.0007_contradiction_days")
    with connection.schema_editor() as editor:
        days._from_history(None, editor)
    for row in (late, never):
        row.refresh_from_db()
    assert (late.opened_at, late.changed_at) == (datetime(2026, 11, 20, 12, tzinfo=UTC),) * 2
    assert (never.opened_at, never.changed_at) == (None, datetime(2026, 11, 19, 12, tzinfo=UTC))


def test_readers_see_what_editors_have_opened() -> None:
    made = {status: ContradictionFactory.create(status=status) for status in ("suggested", "open", "under_review")}
    for status, resolution in (("resolved", "different_version"), ("dismissed", "duplicate")):
        made[status] = ContradictionFactory.create(**decision(status=status, resolution=resolution))
    assert set(made) == {word.value for word in ContradictionStatus}
    assert set(Contradiction.objects.public()) == {made["open"], made["under_review"], made["resolved"]}
    assert set(Contradiction.objects.unsettled()) == {made["suggested"], made["open"], made["under_review"]}
