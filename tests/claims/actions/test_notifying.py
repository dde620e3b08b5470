"""Who is told of what."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from claims.actions import comments, corrections, notices, notifying, publishing, review, verdicts, watching
from claims.actions.merging import merge_claims
from claims.models import Comment, Notification, User, Verdict, VerdictEvidence, Watch
from claims.vocabulary import Resolution
from tests.claims.actions.test_roles import at_once
from tests.conftest import Refusal, Writer
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ContradictionFactory,
    EventFactory,
    EvidenceFactory,
    MembershipFactory,
    PositionFactory,
    UserFactory,
    VerdictFactory,
    publish,
)

pytestmark = pytest.mark.django_db


def person(role: str = "Editor", **fields: Any) -> User:
    made: User = UserFactory.create(groups=[role] if role else [], **fields)
    return made


def told() -> set[tuple[User, str]]:
    """Who was told, and of what."""
    return {(row.recipient, row.verb) for row in Notification.objects.select_related("recipient")}


def our_draft(author: User, **fields: Any) -> Verdict:
    draft: Verdict = VerdictFactory.create(author=author, **fields)
    VerdictEvidence.objects.create(verdict=draft, evidence=EvidenceFactory.create())
    return draft


def test_a_comment_tells_whom_it_names_and_who_watches() -> None:
    author, ida, watcher, deaf = person(), person(username="ida"), person(), person()
    claim = ClaimFactory.create()
    for one in (ida, watcher, deaf):
        watching.watch(item=claim, by=one)
    watching.unwatch(item=claim, by=deaf)
    said = comments.comment(item=claim, by=author, text="See the roll call, @ida.\nLine two")
    assert told() == {(ida, "mentioned"), (watcher, "commented")}
    row = Notification.objects.get(recipient=ida)
    assert (row.actor, row.item, row.event) == (author, claim, f"comment {said.pk}")
    assert row.text == "See the roll call, @ida. Line two"


@pytest.mark.parametrize("make", [ClaimFactory, ContradictionFactory, VerdictFactory, ArticleFactory, EventFactory])
def test_comments_stand_on_every_kind_of_item(make: Any) -> None:
    item, watcher = make.create(), person()
    watching.watch(item=item, by=watcher)
    comments.comment(item=item, by=person(), text="Hm.")
    assert (watcher, "commented") in told()


def test_who_comments_watches_and_is_not_told_of_themselves() -> None:
    one, two = person(username="one"), person()
    claim = ClaimFactory.create()
    comments.comment(item=claim, by=one, text="I, @one, wonder.")
    assert not told()
    comments.comment(item=claim, by=two, text="So do I.")
    assert told() == {(one, "commented")}


def test_who_has_stopped_watching_is_still_told_where_a_comment_names_them() -> None:
    ida = person(username="ida")
    claim = ClaimFactory.create()
    watching.unwatch(item=claim, by=ida)
    comments.comment(item=claim, by=ida, text="My last word.")
    comments.comment(item=claim, by=person(), text="Really?")
    assert not told()
    comments.comment(item=claim, by=person(), text="@ida, really?")
    assert (ida, "mentioned") in told()


@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_staff": False}, {"role": ""}])
def test_nobody_is_told_of_what_they_may_not_see(fields: dict[str, Any]) -> None:
    gone = person(**{"username": "gone", **fields})
    claim = ClaimFactory.create()
    watching.begin(gone, item=claim)
    comments.comment(item=claim, by=person(), text="@gone, look")
    assert not told()


def test_what_did_not_happen_is_told_to_nobody() -> None:
    claim = ClaimFactory.create()
    watching.watch(item=claim, by=person())

    def broken() -> None:
        with transaction.atomic():
            comments.comment(item=claim, by=person(), text="It")
            assert told()
            raise ValidationError("The line broke.")

    with pytest.raises(ValidationError):
        broken()
    assert not told()


def test_a_verdict_waits_for_whoever_is_asked_by_name() -> None:
    author, asked, other = person(), person(), person()
    verdict = our_draft(author)
    watching.watch(item=verdict, by=other)
    verdicts.submit(verdict=verdict, by=author, to=asked)
    assert told() == {(asked, "submitted")}
    verdicts.send_back(verdict=verdict, by=author)
    assert told() == {(asked, "submitted"), (asked, "returned"), (other, "returned")}


def test_a_verdict_sent_back_with_a_note_tells_its_writers_once() -> None:
    author, editor = person("Reporter", username="ida"), person()
    verdict = our_draft(author)
    verdicts.submit(verdict=verdict, by=author)
    watching.unwatch(item=verdict, by=author)
    verdicts.send_back(verdict=verdict, by=editor, note="@ida, the figure is of another vote.")
    assert told() == {(author, "returned")}
    assert Notification.objects.get().text == "@ida, the figure is of another vote."
    assert Comment.objects.count() == 1
    verdicts.submit(verdict=verdict, by=author)
    verdicts.send_back(verdict=verdict, by=editor, note="It still is.")
    assert Notification.objects.count() == 2, "another time is another event"


def test_publication_tells_who_wrote_it_and_who_watches_it_or_its_claim() -> None:
    author, editor, of_claim, of_verdict = person(), person(), person(), person()
    verdict = our_draft(author)
    watching.watch(item=verdict.claim, by=of_claim)
    watching.watch(item=verdict, by=of_verdict)
    watching.watch(item=verdict.claim, by=of_verdict)
    verdicts.submit(verdict=verdict, by=author)
    publishing.publish(verdict=verdict, by=editor)
    assert told() == {(author, "published"), (of_claim, "published"), (of_verdict, "published")}
    assert Notification.objects.count() == 3


def test_a_correction_tells_who_watches_what_it_corrects() -> None:
    author, corrector, reader = person(), person(), person()
    verdict = publish(our_draft(author))
    watching.watch(item=verdict, by=reader)
    draft = corrections.start_correction(
        verdict=verdict, by=corrector, kind=Verdict.ChangeKind.CORRECTION, reason="A wrong count."
    )
    verdicts.submit(verdict=draft, by=corrector)
    publishing.publish(verdict=draft, by=person())
    assert told() == {(author, "corrected"), (reader, "corrected"), (corrector, "corrected")}
    assert set(Notification.objects.values_list("text", flat=True)) == {"A wrong count."}


def test_withdrawal_and_another_look() -> None:
    author, editor, reader = person(), person(), person()
    verdict = publish(our_draft(author))
    watching.watch(item=verdict.claim, by=reader)
    corrections.look_again(verdict=verdict, by=editor, reason="New figures are out.")
    assert told() == {(author, "marked"), (reader, "marked")}
    corrections.withdraw(verdict=verdict, by=editor, reason="Unfounded.")
    assert told() >= {(author, "withdrew"), (reader, "withdrew")}


def test_a_reopened_contradiction_and_the_verdicts_that_rest_on_it() -> None:
    editor, watcher, author = person(), person(), person()
    verdict = publish(our_draft(author))
    contradiction = ContradictionFactory.create()
    appearance = AppearanceFactory.create(claim=verdict.claim)
    MembershipFactory.create(position=PositionFactory.create(contradiction=contradiction), appearance=appearance)
    review.settle_contradiction(
        contradiction=contradiction, by=editor, resolution=Resolution.GENUINELY_DISPUTED, note="Both stand."
    )
    watching.watch(item=contradiction, by=watcher)
    review.reopen(contradiction=contradiction, reason="There is a new answer.")
    assert told() == {(watcher, "reopened"), (author, "marked")}
    assert set(Notification.objects.values_list("actor", flat=True)) == {None}, "the machine did it"
    verdict.refresh_from_db()
    assert verdict.needs_review == "A contradiction was reopened: There is a new answer."


def test_a_person_who_reopens_is_named() -> None:
    editor, watcher = person(), person()
    contradiction = ContradictionFactory.create()
    review.settle_contradiction(
        contradiction=contradiction, by=editor, resolution=Resolution.GENUINELY_DISPUTED, note="Both stand."
    )
    watching.watch(item=contradiction, by=watcher)
    watching.watch(item=contradiction, by=editor)
    review.reopen_contradiction(contradiction=contradiction, by=editor, reason="New.")
    assert [(row.recipient, row.actor) for row in Notification.objects.all()] == [(watcher, editor)]


def test_one_row_for_each_event_and_person(write: Writer, refused: Refusal) -> None:
    ida, claim = person(), ClaimFactory.create()
    fields = {"recipient": ida, "verb": "commented", "item": claim, "at": "2026-11-22T09:00Z"}
    write.add(Notification, **fields, event="comment 1")
    write.add(Notification, **fields, event="comment 2")
    with refused("notification_once_per_event"):
        write.add(Notification, **{**fields, "verb": "mentioned"}, event="comment 1")


def test_nobody_is_told_of_their_own_doing_by_the_database_either(write: Writer, refused: Refusal) -> None:
    ida, claim = person(), ClaimFactory.create()
    fields = {"recipient": ida, "verb": "commented", "item": claim, "event": "comment 1", "at": "2026-11-22T09:00Z"}
    with refused("notification_not_of_own_doing"):
        write.add(Notification, **fields, actor=ida)
    write.add(Notification, **fields, actor=person())


def test_no_e_mail_is_noted_for_who_wants_none(write: Writer, refused: Refusal) -> None:
    fields = {"recipient": person(), "verb": "commented", "item": ClaimFactory.create(), "at": "2026-11-22T09:00Z"}
    noon = "2026-11-22T12:00Z"
    write.add(Notification, **fields, event="comment 1", mail_after=noon, mailed_at=noon)
    with refused("notification_mailed_if_wanted"):
        write.add(Notification, **fields, event="comment 2", mailed_at=noon)


def test_one_watch_for_each_person_and_item(write: Writer, refused: Refusal) -> None:
    ida, claim = person(), ClaimFactory.create()
    write.add(Watch, user=ida, item=claim)
    with refused("watch_once_per_person"):
        write.add(Watch, user=ida, item=claim)
    write.add(Watch, user=person(), item=claim)


def test_mark_read_touches_ones_own_alone_and_keeps_the_first_time() -> None:
    one, two = person(), person()
    claim = ClaimFactory.create()
    for reader in (one, two):
        watching.watch(item=claim, by=reader)
    comments.comment(item=claim, by=person(), text="Hm.")
    everything = Notification.objects.all()
    assert notices.mark_read(notifications=everything, by=one) == 1
    first = Notification.objects.get(recipient=one).read_at
    assert notices.mark_read(notifications=everything, by=one) == 0
    assert Notification.objects.get(recipient=one).read_at == first
    assert Notification.objects.get(recipient=two).read_at is None


@pytest.mark.django_db(transaction=True)
def test_two_comments_at_once_tell_everybody_of_both() -> None:
    claim = ClaimFactory.create()
    watchers = [person() for _ in range(3)]
    for one in watchers:
        watching.watch(item=claim, by=one)
    writers = [person(), person()]
    errors = at_once(
        *(lambda by=by: comments.comment(item=claim, by=by, text=f"I am {by.pk}") for by in writers),
        lambda: watching.watch(item=claim, by=writers[0]),
    )
    assert errors == [None, None, None]
    assert Watch.objects.on(claim).count() == 5
    for one in watchers:
        assert Notification.objects.filter(recipient=one).count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_repeated_event_is_told_once_however_many_tell_it() -> None:
    claim, watcher = ClaimFactory.create(), person()
    watching.watch(item=claim, by=watcher)
    said = Comment.objects.create(item=claim, author=person(), text="Once.")

    def tell() -> None:
        with transaction.atomic():
            notifying.commented(Comment.objects.get(pk=said.pk))

    assert at_once(*[tell] * 4) == [None] * 4
    assert Notification.objects.count() == 1


def test_who_watched_the_absorbed_claim_is_told_of_the_kept_one() -> None:
    keep, absorb = ClaimFactory.create(), ClaimFactory.create()
    editor, watcher, deaf = person(), person(), person()
    for one in (watcher, deaf):
        watching.watch(item=absorb, by=one)
    watching.unwatch(item=keep, by=deaf)
    merge_claims(keep=keep, absorb=absorb, by=editor)
    assert watching.watchers(keep) == {watcher.pk}
