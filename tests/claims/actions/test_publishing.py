"""Second eyes: handed over, returned, approved for a set time, and published by a job that may come late or twice."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.actions import comments, publishing, verdicts
from claims.models import Comment, User, Verdict
from tests.claims.actions.test_verdicts import context, draft
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    return UserFactory.create(groups=["Editor"])


@pytest.fixture
def second() -> User:
    return UserFactory.create(groups=["Editor"])


def submitted(author: User, **fields: Any) -> Verdict:
    verdict = draft(author)
    verdicts.submit(verdict=verdict, by=author, **fields)
    verdict.refresh_from_db()
    return verdict


def scheduled(author: User, second: User, *, in_: timedelta = timedelta(hours=1)) -> tuple[Verdict, datetime]:
    verdict, at = submitted(author), timezone.now() + in_
    publishing.schedule(verdict=verdict, by=second, at=at, seen=verdict.submitted_at)
    verdict.refresh_from_db()
    return verdict, at


def test_somebody_is_asked_by_name_who_could_publish_it(author: User, second: User) -> None:
    assert submitted(author, to=second).assignee == second
    for wrong in (author, UserFactory.create(groups=["Reporter"])):
        with pytest.raises(ValidationError, match="ask somebody else"):
            submitted(author, to=wrong)


def test_it_is_sent_back_with_words_that_say_why(author: User, second: User) -> None:
    verdict = submitted(author, to=second)
    with pytest.raises(ValidationError, match="Say what is to be mended"):
        verdicts.send_back(verdict=verdict, by=second)
    comments.comment(item=verdict, by=second, text="Which record?")
    verdicts.send_back(verdict=verdict, by=second, note="And quote it.")
    verdict.refresh_from_db()
    assert (verdict.status, verdict.assignee) == ("draft", None)
    assert [said.text for said in Comment.objects.on(verdict)] == ["Which record?", "And quote it."]


def test_nothing_goes_out_under_an_embargo(author: User, second: User) -> None:
    ends = timezone.now() + timedelta(days=1)
    verdict = submitted(author, embargo=ends)
    with pytest.raises(ValidationError, match="embargoed until"):
        publishing.publish(verdict=verdict, by=second)
    with pytest.raises(ValidationError, match="embargoed until"):
        publishing.schedule(verdict=verdict, by=second, at=ends - timedelta(hours=1))
    publishing.schedule(verdict=verdict, by=second, at=ends)
    assert publishing.publish_due().published == []
    assert publishing.publish_due(now=ends).published == [verdict.pk]


def test_an_embargo_outlives_its_return_and_is_ended_by_who_submits(author: User, second: User) -> None:
    verdict = submitted(author, embargo=timezone.now() + timedelta(days=1))
    verdicts.send_back(verdict=verdict, by=author)
    verdict.refresh_from_db()
    assert verdict.publish_at
    verdicts.submit(verdict=verdict, by=author)
    publishing.publish(verdict=verdict, by=second)


def test_the_job_publishes_in_time_under_the_name_of_who_approved_it(author: User, second: User) -> None:
    verdict, at = scheduled(author, second)
    assert (verdict.status, verdict.publish_at, verdict.published_by) == ("scheduled", at, second)
    assert not Verdict.objects.public()
    assert publishing.publish_due(now=at - timedelta(seconds=1)) == publishing.Round()
    assert publishing.publish_due(now=at).published == [verdict.pk]
    assert publishing.publish_due(now=at) == publishing.Round(), "once is enough"
    verdict.refresh_from_db()
    assert (verdict.status, verdict.published_by, verdict.published_at) == ("published", second, at)
    assert context(verdict) == {"action": "publish verdict at its time"}


def test_who_approves_reads_what_was_submitted_and_wrote_none_of_it(author: User, second: User) -> None:
    verdict, at = submitted(author), timezone.now() + timedelta(hours=1)
    with pytest.raises(ValidationError, match="another editor has to publish it"):
        publishing.schedule(verdict=verdict, by=author, at=at)
    with pytest.raises(ValidationError, match="read it again"):
        publishing.schedule(verdict=verdict, by=second, at=at, seen=at)
    with pytest.raises(ValidationError, match="has passed"):
        publishing.schedule(verdict=verdict, by=second, at=timezone.now())


@pytest.mark.parametrize("who", ["author", "second"])
def test_what_waits_for_its_hour_can_be_made_a_draft_again(who: str, author: User, second: User) -> None:
    verdict, at = scheduled(author, second)
    verdicts.send_back(verdict=verdict, by=author if who == "author" else second, note="Wait.")
    verdict.refresh_from_db()
    assert (verdict.status, verdict.published_by, verdict.submitted_at) == ("draft", None, None)
    assert publishing.publish_due(now=at) == publishing.Round()


def test_the_checklist_is_run_again_at_its_time_and_what_it_finds_is_kept_and_tried_again(
    author: User, second: User
) -> None:
    failing, at = scheduled(author, second)
    sound, _ = scheduled(author, second)
    first = draft(author, claim=failing.claim, publisher=failing.publisher, rating=failing.rating)
    verdicts.submit(verdict=first, by=author)
    publishing.publish(verdict=first, by=second)
    later = at + timedelta(minutes=1)
    for _ in range(2):
        done = publishing.publish_due(now=later)
        assert list(done.failed) == [failing.pk]
    failing.refresh_from_db()
    sound.refresh_from_db()
    assert (failing.status, sound.status) == ("scheduled", "published"), "one that fails stops no other"
    assert "already has a published verdict" in failing.publish_error
    history: Any = Verdict
    lines = history.pgh_event_model.objects.filter(pgh_obj=failing).exclude(publish_error="").count()
    assert lines == 1, "the same cause is written down once"


def test_an_approver_who_may_no_longer_publish_publishes_nothing(author: User, second: User) -> None:
    verdict, at = scheduled(author, second)
    second.groups.clear()
    assert "may no longer publish" in publishing.publish_due(now=at).failed[verdict.pk]


def test_an_error_in_the_program_is_kept_too(
    author: User, second: User, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    verdict, at = scheduled(author, second)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patched:
        patched.setattr(publishing, "stop_where_blocked", broken)
        assert publishing.publish_due(now=at).failed == {verdict.pk: "An error in the program: RuntimeError."}
    assert "a bug" in caplog.text
    assert publishing.publish_due(now=at).published == [verdict.pk], "the next round tries again"
    verdict.refresh_from_db()
    assert verdict.publish_error == ""
