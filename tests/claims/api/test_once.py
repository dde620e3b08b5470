"""A request is done wholly or not at all, and once however often it is sent."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from claims.actions import editing, review
from claims.models import Claim, Evidence, Replay
from tests import factories
from tests.claims.api.test_desk import V1, Program
from tests.claims.api.test_errors import problem
from tests.claims.api.test_keys import bearer

BODY = {
    "kind": "primary", "title": "Voting record", "source_url": "https://record.example.org/1",
    "archive_exception": "Printed", "retrieved_at": "2026-11-20T10:00:00Z",
}  # fmt: skip
NAME: dict[str, Any] = {"Idempotency_Key": "8e03978e-40d5-43dd-bc93-6894a57f9324"}


def same(one: Any, other: Any) -> bool:
    kept = ("Content-Type", "Location", "ETag")
    return (one.status_code, one.content, *map(one.get, kept)) == (
        other.status_code, other.content, *map(other.get, kept)
    )  # fmt: skip


@pytest.mark.django_db
def test_a_replay_is_the_first_answer_byte_for_byte() -> None:
    reporter = Program("Reporter")
    first = reporter.send("evidence", BODY, expect=201, **NAME)
    Evidence.objects.update(title="Changed since")
    assert same(first, reporter.send("evidence", BODY, expect=201, **NAME))
    assert Evidence.objects.count() == 1


@pytest.mark.django_db
def test_a_refusal_is_an_answer_too() -> None:
    editor = Program("Editor")
    claim = factories.ClaimFactory.create()
    first = editor.send(f"claims/{claim.pk}/accept", expect=422, **NAME)
    Claim.objects.update(status="suggested")
    assert same(first, editor.send(f"claims/{claim.pk}/accept", expect=422, **NAME))
    assert Claim.objects.get().status == "suggested"


@pytest.mark.django_db
def test_another_request_under_the_name_is_refused() -> None:
    reporter = Program("Reporter")
    reporter.send("evidence", BODY, expect=201, **NAME)
    answer = problem(reporter.send("evidence", BODY | {"title": "Another"}, expect=422, **NAME), 422)
    assert answer["errors"][0]["header"] == "Idempotency-Key"
    assert Evidence.objects.count() == 1


@pytest.mark.django_db
def test_names_belong_to_one_key() -> None:
    Program("Reporter").send("evidence", BODY, expect=201, **NAME)
    Program("Reporter").send("evidence", BODY | {"locator": "p. 2"}, expect=201, **NAME)
    assert Replay.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "x" * 256, "\u00e9"])
def test_a_name_that_is_none(name: str) -> None:
    reporter = Program("Reporter")
    answer = reporter.client.post(
        f"{V1}/evidence/", BODY, content_type="application/json",
        headers={**bearer(reporter.key), "Idempotency-Key": name},
    )  # fmt: skip
    assert problem(answer, 400)["errors"][0]["header"] == "Idempotency-Key"
    assert not Evidence.objects.exists()


@pytest.mark.django_db
def test_what_fails_on_our_side_is_undone_and_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    editor = Program("Editor")
    claim = factories.ClaimFactory.create(status="suggested")
    accept = review.accept_claim

    def fail(**told: Any) -> None:
        accept(**told)
        raise RuntimeError("The power went off")

    monkeypatch.setattr(review, "accept_claim", fail)
    editor.client.raise_request_exception = False
    problem(editor.send(f"claims/{claim.pk}/accept", expect=500, **NAME), 500)
    assert Claim.objects.get().status == "suggested"
    assert not Replay.objects.exists()
    monkeypatch.setattr(review, "accept_claim", accept)
    editor.send(f"claims/{claim.pk}/accept", **NAME)


@pytest.mark.django_db
@pytest.mark.parametrize("name", [{}, NAME])
def test_what_the_database_refuses_is_undone(monkeypatch: pytest.MonkeyPatch, name: dict[str, Any]) -> None:
    record = editing.record_evidence

    def clash(**told: Any) -> Evidence:
        record(**told)
        raise IntegrityError("duplicate key")

    monkeypatch.setattr(editing, "record_evidence", clash)
    answer = Program("Reporter").send("evidence", BODY, expect=409, **name)
    assert "clashes" in problem(answer, 409)["detail"]
    assert not Evidence.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_done_once() -> None:
    reporter, gate = Program("Reporter"), Barrier(2)

    def send(_: int) -> tuple[int, bytes]:
        try:
            gate.wait(timeout=10)
            answer = Client().post(
                f"{V1}/evidence/", BODY, content_type="application/json",
                headers={**bearer(reporter.key), "Idempotency-Key": "one"},
            )  # fmt: skip
            return answer.status_code, answer.content
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(send, range(2))
    assert one == other
    assert one[0] == 201
    assert Evidence.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_waits_too_long_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.api.once.WAIT", "100ms")
    reporter = Program("Reporter")

    def send() -> Any:
        try:
            return Client().post(
                f"{V1}/evidence/", BODY, content_type="application/json",
                headers={**bearer(reporter.key), "Idempotency-Key": "one"},
            )  # fmt: skip
        finally:
            connection.close()

    with transaction.atomic(), ThreadPoolExecutor(1) as pool:
        Replay.objects.create(api_key=reporter.key, name="one", request_sha256="0" * 64)
        answer = pool.submit(send).result(timeout=30)
    problem(answer, 409)
    assert answer["Retry-After"] == "1"
