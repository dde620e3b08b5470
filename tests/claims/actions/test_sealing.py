"""Whoever alters the history, even past the triggers, is found out."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from claims.actions.review import accept_claim
from claims.actions.sealing import seal, verify
from claims.models import HistorySeal
from tests.conftest import Refusal, Writer
from tests.factories import ClaimFactory, UserFactory

pytestmark = pytest.mark.django_db


def past_the_triggers(sql: str, *values: int | str) -> None:
    """What only the owner of the database can do."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, values or None)
        cursor.execute("SET LOCAL session_replication_role = origin")


def findings() -> list[str]:
    return [f"{found.about}: {found.what}" for found in verify()]


def test_an_honest_history_is_found_whole() -> None:
    claim = ClaimFactory.create(status="suggested")
    seal()
    accept_claim(claim=claim, by=UserFactory.create(groups=["Editor"]))
    seal()
    seal()
    assert findings() == []


def test_a_record_changed_past_the_triggers_is_found() -> None:
    claim, gone = ClaimFactory.create(), ClaimFactory.create()
    past_the_triggers("UPDATE claims_claim SET status = 'accepted', text = 'Else' WHERE id = %s", claim.pk)
    past_the_triggers("DELETE FROM claims_claim WHERE id = %s", gone.pk)
    assert findings() == [
        f"claims_claim: Record {claim.pk} is not what was written last.",
        f"claims_claim: Record {gone.pk} is gone.",
    ]


def test_a_record_without_a_history_is_found() -> None:
    claim = ClaimFactory.create()
    past_the_triggers("DELETE FROM claims_claimevent")
    assert f"claims_claim: Record {claim.pk} was never written down." in findings()


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("UPDATE claims_claimevent SET pgh_context = '{\"user\": 1}'", "other words"),
        ("DELETE FROM claims_claimevent WHERE pgh_label = 'update'", "1 lines instead of 2"),
    ],
)
def test_a_sealed_line_that_is_altered_is_found(sql: str, what: str) -> None:
    accept_claim(claim=ClaimFactory.create(status="suggested"), by=UserFactory.create(groups=["Editor"]))
    seal()
    past_the_triggers(sql)
    assert any(what in found for found in findings())


def test_a_seal_that_is_altered_or_taken_out_is_found() -> None:
    first, _, third = seal(), seal(), seal()
    past_the_triggers("UPDATE claims_historyseal SET digest = %s WHERE id = %s", "0" * 64, first.pk)
    assert any("does not follow" in found for found in findings())
    past_the_triggers("UPDATE claims_historyseal SET previous_id = %s WHERE id = %s", third.pk, third.pk)
    assert f"seal {third.pk}: It does not follow from the seal before." in findings()


def test_a_trigger_that_is_off_or_gone_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = 'claims_claimevent'::regclass AND NOT tgisinternal"
        )
        (name,) = cursor.fetchone()
        cursor.execute(f"ALTER TABLE claims_claimevent DISABLE TRIGGER {name}")
        assert findings() == ["claims_claimevent.append_only: The trigger is switched off."]
        cursor.execute(f"DROP TRIGGER {name} ON claims_claimevent")
    assert findings() == ["claims_claimevent.append_only: The trigger is uninstalled."]


def test_seals_are_append_only_and_in_one_line(write: Writer, refused: Refusal) -> None:
    first = seal()
    with refused("rows from claims_historyseal table"):
        write.change(first, digest="0" * 64)
    with refused("rows from claims_historyseal table"):
        write.remove(first)
    with refused("history_seal_one_first"):
        write.add(HistorySeal, previous=None, ranges={}, digest="1" * 64)
    with refused("history_seal_digest_is_hex"):
        write.add(HistorySeal, previous=first, ranges={}, digest="not hex")
    write.add(HistorySeal, previous=first, ranges={}, digest="2" * 64)


def test_the_command_seals_what_is_whole_and_refuses_the_rest() -> None:
    claim, out = ClaimFactory.create(), io.StringIO()
    call_command("verify_history", "--seal", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"findings": [], "seal": HistorySeal.objects.get().digest}
    call_command("verify_history", stdout=out)
    assert "The history is what was written." in out.getvalue()
    past_the_triggers("UPDATE claims_claim SET text = 'Else' WHERE id = %s", claim.pk)
    with pytest.raises(CommandError, match="1 findings"):
        call_command("verify_history", "--seal", stdout=out, stderr=(said := io.StringIO()))
    assert f"Record {claim.pk} is not what was written last." in said.getvalue()
    assert HistorySeal.objects.count() == 1
