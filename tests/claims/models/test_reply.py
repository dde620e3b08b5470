"""Whom we asked: consistent in itself, and frozen with the verdict from its submission on."""

from datetime import UTC, datetime, timedelta

import pytest

from claims.models import ReplyRequest, Verdict
from tests.conftest import Refusal, Writer
from tests.factories import ReplyRequestFactory, VerdictFactory, publish, submit

THEN = datetime(2026, 11, 20, 9, tzinfo=UTC)
ANSWERED = {"outcome": "answered", "answer": "It was 93.", "answered_at": THEN + timedelta(hours=2)}


def test_an_answer_has_words_and_a_time_and_silence_has_neither(write: Writer, refused: Refusal) -> None:
    row = ReplyRequestFactory.create(asked_at=THEN)
    for wrong in (
        {"outcome": "answered"},
        ANSWERED | {"answer": ""},
        ANSWERED | {"answered_at": None},
        ANSWERED | {"outcome": "silent"},
        {"answer": "It was 93."},
    ):
        with refused("reply_request_answer_when_answered"):
            write.change(row, **wrong)
    write.change(row, **ANSWERED)
    write.change(row, outcome="silent", answer="", answered_at=None)


def test_nobody_answers_or_has_to_before_they_are_asked(write: Writer, refused: Refusal) -> None:
    row = ReplyRequestFactory.create(asked_at=THEN)
    with refused("reply_request_deadline_after_asking"):
        write.change(row, deadline=THEN - timedelta(minutes=1))
    with refused("reply_request_answered_after_asking"):
        write.change(row, **ANSWERED | {"answered_at": THEN - timedelta(minutes=1)})
    write.change(row, deadline=THEN, **ANSWERED | {"answered_at": THEN})


@pytest.mark.parametrize("step", [submit, publish])
def test_it_is_frozen_with_the_verdict(step: object, write: Writer, refused: Refusal) -> None:
    row = ReplyRequestFactory.create()
    write.change(row, party="The ministry")
    write.add(ReplyRequest, verdict=row.verdict, party="The mayor", channel="phone", asked_at=THEN, outcome="waiting")
    step(row.verdict)  # type: ignore[operator]  # a function of the factories
    with refused("Only a draft changes whom we asked"):
        write.change(row, party="Somebody else")
    with refused("Only a draft changes whom we asked"):
        write.remove(row)
    with refused("Only a draft changes whom we asked"):
        write.add(ReplyRequest, verdict=row.verdict, party="Another", channel="phone", asked_at=THEN, outcome="waiting")
    with refused("Only a draft changes whom we asked"):
        write.change(row, verdict=VerdictFactory.create())


def test_sent_back_it_can_be_changed_again(write: Writer) -> None:
    row = ReplyRequestFactory.create()
    submit(row.verdict)
    Verdict.objects.filter(pk=row.verdict_id).update(status="draft")
    write.change(row, party="The ministry")
    write.remove(row)
