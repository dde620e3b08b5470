from unittest.mock import patch

import pytest
from django.db.models import QuerySet

from claims.actions import detect as detection
from claims.actions.detect import detect, untouched, withdraw
from claims.actions.pipeline import process
from claims.actions.review import attach_evidence, open_contradiction, settle_contradiction
from claims.models import Claim, Contradiction, Event, Position, PositionAppearance
from claims.vocabulary import Resolution
from tests.claims.actions.texts import ASSEMBLY, COUNCIL, DENIAL, MISCOUNT, added
from tests.factories import ContradictionFactory, EventFactory, EvidenceFactory, UserFactory

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
        at_fault={found.positions.get(answer="89–8–73"): None},
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


def test_what_an_editor_dismissed_is_not_published_by_a_new_answer() -> None:
    process(versions=[added(ASSEMBLY, "One"), added(MISCOUNT, "Two")])
    found = Contradiction.objects.get()
    settle_contradiction(
        contradiction=found, by=UserFactory.create(groups=["Editor"]), resolution=Resolution.NOT_COMPARABLE, note="No."
    )  # fmt: skip
    process(versions=[added(MISCOUNT.replace("89", "91").replace("met", "gathered"), "Three")])
    found.refresh_from_db()
    assert (found.status, "91–8–73" in found.reopened_reason) == ("suggested", True)
    detect(event_ids=every_event())
    assert Contradiction.objects.filter(pk=found.pk).exists()


def test_a_suggestion_with_a_report_that_names_no_event_stays() -> None:
    process(versions=[added(DENIAL, "One")])
    denial = PositionAppearance.objects.get(appearance__stance="denies").appearance
    said = PositionAppearance.objects.get(appearance__stance="asserts").appearance
    event = EventFactory.create(kind="statement")
    other = Claim.objects.create(text=said.claim.text, event=event, method="editor")
    said.claim = other
    said.save()
    found = detect(event_ids=[event.pk], version_ids=[denial.version_id])
    assert [row.event for row in found] == [event]
    before = state()
    detect(event_ids=[event.pk])
    assert state() == before


def test_a_report_that_turns_out_to_be_a_copy_is_no_voice_of_its_own() -> None:
    first, copy = added(ASSEMBLY, "One"), added(ASSEMBLY.replace("Monday.", "Monday in New York."), "Two")
    process(versions=[first, copy, added(MISCOUNT, "Three")])
    answer = Position.objects.get(answer="93–8–73")
    copy.article.copy_of = None
    copy.article.save()
    detect(event_ids=every_event())
    assert answer.memberships.values("origin").distinct().count() == 2
    copy.article.copy_of = first.article
    copy.article.save()
    detect(event_ids=every_event())
    assert set(answer.memberships.values_list("origin", flat=True)) == {f"article-{first.article_id}"}


def test_what_an_editor_opens_while_it_is_withdrawn_stays() -> None:
    found = ContradictionFactory.create(status="suggested")
    other = ContradictionFactory.create(status="suggested")

    def opened_meanwhile(rows: QuerySet[Contradiction]) -> QuerySet[Contradiction]:
        read = Contradiction.objects.filter(pk__in=list(untouched(rows).values_list("pk", flat=True)))
        Contradiction.objects.filter(pk=found.pk).update(status="open")
        return read

    with patch.object(detection, "untouched", opened_meanwhile):
        withdraw(Contradiction.objects.all())
    assert list(Contradiction.objects.all()) == [found]
    assert not Contradiction.objects.filter(pk=other.pk).exists()


def test_an_answer_that_evidence_bears_out_is_kept_where_it_is_no_longer_found() -> None:
    process(versions=[added(ASSEMBLY, "One"), added(MISCOUNT, "Two"), added(MISCOUNT.replace("89", "91"), "Three")])
    found = Contradiction.objects.get()
    gone, supported = found.positions.get(answer="91–8–73"), found.positions.get(answer="89–8–73")
    attach_evidence(
        contradiction=found, evidence=EvidenceFactory.create(), supports=supported,
        by=UserFactory.create(groups=["Editor"]),
    )  # fmt: skip
    for position in (gone, supported):
        Claim.objects.filter(appearances__positions=position).update(status="rejected", status_reason="Misread")
    added_again = added(MISCOUNT.replace("89", "92"), "Four")
    process(versions=[added_again])
    assert set(found.positions.values_list("answer", flat=True)) == {"93–8–73", "89–8–73", "92–8–73"}
