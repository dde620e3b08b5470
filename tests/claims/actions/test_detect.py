import pytest

from claims.actions.detect import detect
from claims.actions.pipeline import process
from claims.actions.review import attach_evidence, open_contradiction, settle_contradiction
from claims.models import Contradiction, Event, Position, PositionAppearance
from claims.vocabulary import Resolution
from tests.claims.actions.texts import ASSEMBLY, COUNCIL, DENIAL, MISCOUNT, added
from tests.factories import EvidenceFactory, UserFactory

pytestmark = pytest.mark.django_db


def every_event() -> list[int]:
    return list(Event.objects.values_list("pk", flat=True))


def state() -> list[object]:
    rows = Contradiction.objects.order_by("pk").values_list(
        "pk", "fingerprint", "status", "explanation", "positions__key"
    )
    return [*rows, PositionAppearance.objects.count(), Position.objects.count()]


def test_two_bodies_under_one_name() -> None:
    process(versions=[added(ASSEMBLY, "One"), added(COUNCIL, "Two")])
    found = Contradiction.objects.get()
    assert (found.gate, found.suggested_resolution, found.rule) == (
        "apparent",
        "different_body_or_scope",
        "body_or_scope/1",
    )
    assert "15 of 15" in found.explanation
    assert "174 of the 193" in found.explanation
    assert found.positions.count() == 2


def test_a_wrong_count_is_real() -> None:
    process(versions=[added(ASSEMBLY, "One"), added(MISCOUNT, "Two")])
    found = Contradiction.objects.get()
    assert (found.kind, found.gate, found.rule) == ("numeric", "real", "tally_differs/1")
    assert set(found.positions.values_list("answer", flat=True)) == {"93–8–73", "89–8–73"}


def test_a_denial_in_one_article() -> None:
    process(versions=[added(DENIAL, "One")])
    found = Contradiction.objects.get()
    assert found.kind == "polarity"
    assert {row.appearance.source_name for row in PositionAppearance.objects.all()} == {"Donald Trump", "Kremlin"}


def test_running_it_again_changes_nothing() -> None:
    process(versions=[added(ASSEMBLY, "One"), added(MISCOUNT, "Two"), added(COUNCIL, "Three")])
    before = state()
    assert before
    detect(event_ids=every_event())
    assert state() == before


def settle(found: Contradiction) -> None:
    editor = UserFactory.create(groups=["Editor"])
    open_contradiction(contradiction=found, by=editor)
    attach_evidence(contradiction=found, evidence=EvidenceFactory.create(), by=editor)
    settle_contradiction(
        contradiction=found, by=editor, resolution=Resolution.SOURCE_ERROR, note="The record shows 93.",
        at_fault=[found.positions.get(answer="89–8–73")],
    )  # fmt: skip


def test_what_an_editor_decided_stays_until_there_is_a_new_answer() -> None:
    process(versions=[added(ASSEMBLY, "One"), added(MISCOUNT, "Two")])
    found = Contradiction.objects.get()
    settle(found)
    detect(event_ids=every_event())
    found.refresh_from_db()
    assert found.status == "resolved"

    process(versions=[added(ASSEMBLY.replace("Monday.", "Monday in New York."), "Three")])
    found.refresh_from_db()
    assert found.status == "resolved"
    assert found.positions.get(answer="93–8–73").memberships.count() == 2

    process(versions=[added(MISCOUNT.replace("89", "91").replace("met", "gathered"), "Four")])
    found.refresh_from_db()
    assert (found.status, found.resolution) == ("open", "")
    assert "91–8–73" in found.reopened_reason


def test_a_suggestion_that_no_longer_holds_is_withdrawn() -> None:
    process(versions=[added(ASSEMBLY, "One"), added(MISCOUNT, "Two")])
    wrong = Position.objects.get(answer="89–8–73").memberships.get().appearance.claim
    wrong.status, wrong.status_reason = "rejected", "Misread"
    wrong.save()
    detect(event_ids=every_event())
    assert not Contradiction.objects.exists()
