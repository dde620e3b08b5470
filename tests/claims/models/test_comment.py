"""Comments, exceptions and answers of links: what the database holds them to."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from claims.models import Comment, Correction, LinkCheck, Verdict, Waiver
from tests.conftest import Refusal, Writer
from tests.factories import CorrectionFactory, UserFactory, VerdictFactory, correction_of, publish, submit

pytestmark = pytest.mark.django_db


def said(verdict: Verdict, **fields: object) -> dict[str, object]:
    kind = ContentType.objects.get_for_model(Verdict)
    return {"content_type": kind, "object_id": verdict.pk, "author": verdict.author, "text": "Why?", **fields}


def test_a_comment_says_something_on_a_whole_passage(write: Writer, refused: Refusal) -> None:
    verdict = VerdictFactory.create()
    with refused("comment_has_text"):
        write.add(Comment, **said(verdict, text=""))
    for part in ({"quote": "93"}, {"field": "headline"}, {"start": 3}, {"field": "headline", "quote": "93"}):
        with refused("comment_passage_is_whole"):
            write.add(Comment, **said(verdict, **part))
    write.add(Comment, **said(verdict, field="headline", quote="93", start=0))
    write.add(Comment, **said(verdict))


def test_what_was_said_stays_and_is_resolved_by_somebody(write: Writer, refused: Refusal) -> None:
    verdict = VerdictFactory.create()
    write.add(Comment, **said(verdict))
    comment = Comment.objects.get()
    for change in ({"text": "Never mind."}, {"author": UserFactory.create()}, {"object_id": 7}):
        with refused("claims_comment"):
            write.change(comment, **change)
    with refused("claims_comment"):
        write.remove(comment)
    with refused("comment_resolved_by_someone"):
        write.change(comment, resolved_at=timezone.now())
    write.change(comment, resolved_at=timezone.now(), resolved_by=UserFactory.create())
    write.change(comment, resolved_at=None, resolved_by=None)


def test_an_exception_has_a_reason_and_is_kept_once_the_verdict_is_approved(write: Writer, refused: Refusal) -> None:
    verdict = submit(VerdictFactory.create())
    row = {"verdict": verdict, "check_name": "figures", "subject": "93", "reason": "Counted.", "by": verdict.author}
    with refused("waiver_has_reason"):
        write.add(Waiver, **row | {"reason": ""})
    write.add(Waiver, **row)
    with refused("waiver_once"):
        write.add(Waiver, **row)
    waiver = Waiver.objects.get()
    write.change(waiver, reason="Counted twice.")
    write.change(verdict, status="published", published_by=UserFactory.create(), published_at=timezone.now())
    kept = "kept as it was"
    with refused(kept):
        write.change(waiver, reason="Counted.")
    with refused(kept):
        write.remove(waiver)
    with refused(kept):
        write.add(Waiver, **row | {"subject": "94"})
    with refused(kept):
        write.change(waiver, verdict=VerdictFactory.create())
    open_waiver = Waiver.objects.create(**row | {"verdict": VerdictFactory.create()})
    write.remove(open_waiver)


def test_a_link_answers_or_there_is_a_reason(write: Writer, refused: Refusal) -> None:
    row = {"url": "https://record.example.org/1", "checked_at": timezone.now()}
    for wrong in ({"status": None, "error": ""}, {"status": 200, "error": "No answer"}):
        with refused("link_check_answer_or_error"):
            write.add(LinkCheck, **row | wrong)
    write.add(LinkCheck, **row, status=200)
    with refused("claims_linkcheck_url"):
        write.add(LinkCheck, **row, status=None, error="No answer")


def test_only_what_waits_for_its_hour_can_have_failed(write: Writer, refused: Refusal) -> None:
    verdict = submit(VerdictFactory.create())
    with refused("verdict_error_of_scheduled"):
        write.change(verdict, publish_error="No.")
    write.change(verdict, status="scheduled", published_by=UserFactory.create(), publish_at=timezone.now())
    write.change(verdict, publish_error="No.")


def test_only_a_withdrawn_verdict_is_taken_up_again_and_by_what_replaces_it(write: Writer, refused: Refusal) -> None:
    verdict = publish(VerdictFactory.create())
    new = correction_of(verdict, change_kind="reopening")
    row = {
        "verdict": verdict,
        "kind": "reopening",
        "reason": "Settled.",
        "before": "93",
        "made_by": UserFactory.create(),
    }
    with refused("Only a withdrawn verdict is taken up again"):
        write.add(Correction, **row, replacement=new)
    with refused("withdrawn by someone who has not written in it"):
        write.add(Correction, **row | {"kind": "withdrawal", "made_by": verdict.author})
    CorrectionFactory.create(verdict=verdict)
    with refused("correction_once"):
        write.add(Correction, **row | {"kind": "withdrawal"})
    write.change(verdict, status="withdrawn")
    with refused("Only a withdrawn verdict is taken up again"):
        write.add(Correction, **row)
    write.add(Correction, **row, replacement=new)
