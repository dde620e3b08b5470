"""Who has written in a verdict, which edition of its words this is, and the wait for its time of publication."""

from datetime import timedelta

from django.utils import timezone

from claims.models import User, Verdict
from tests.claims.models.test_verdict import publication, submitted
from tests.conftest import Refusal, Writer
from tests.factories import UserFactory, VerdictFactory


def approval(by: User) -> dict[str, object]:
    return {"status": "scheduled", "published_by": by, "publish_at": timezone.now() - timedelta(minutes=1)}


def test_whoever_has_written_in_it_does_not_publish_it(write: Writer, refused: Refusal) -> None:
    second, third = UserFactory.create(), UserFactory.create()
    verdict = submitted()
    write.change(verdict, status="draft", headline="Written by a second person", edited_by=second)
    write.change(verdict, headline="And again by its author", edited_by=verdict.author)
    write.change(verdict, writers=[])
    verdict.refresh_from_db()
    assert verdict.writers == [verdict.author_id, second.pk]
    write.change(verdict, status="submitted")
    with refused("has not written in it"):
        write.change(verdict, **publication(second))
    with refused("has not written in it"):
        write.change(verdict, **approval(second))
    write.change(verdict, **publication(third))


def test_every_change_of_the_words_is_a_new_revision(write: Writer) -> None:
    verdict = VerdictFactory.create()
    write.change(verdict, summary="Other words.")
    write.change(verdict, needs_review="A contradiction was reopened.")
    assert Verdict.objects.get(pk=verdict.pk).revision == 1


def test_an_approved_verdict_goes_out_in_time_under_the_name_of_who_approved_it(
    write: Writer, refused: Refusal
) -> None:
    approver, verdict = UserFactory.create(), submitted()
    write.change(verdict, **approval(approver))
    for wrong in ({"published_by": UserFactory.create()}, {"published_at": timezone.now() - timedelta(days=1)}):
        with refused("An approved verdict goes out"):
            write.change(verdict, **publication(approver) | wrong)
    with refused("sent back before its words are changed"):
        write.change(verdict, headline="Other words", **publication(approver))
    with refused("published or sent back"):
        write.change(verdict, status="submitted", published_by=None)
    write.change(verdict, **publication(approver))


def test_an_approved_verdict_can_be_sent_back(write: Writer, refused: Refusal) -> None:
    verdict = submitted()
    with refused("verdict_published_by_another"):
        write.change(verdict, status="scheduled", published_by=UserFactory.create())
    write.change(verdict, **approval(UserFactory.create()))
    write.change(verdict, status="draft", published_by=None, publish_at=None)
