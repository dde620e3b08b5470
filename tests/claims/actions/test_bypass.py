"""Every way round the second person, the checklist and the words as published that somebody could think of: each ends
at the database or at an action, and nothing is public that should not be."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.actions import publishing, verdicts
from claims.models import Claim, Correction, Evidence, User, Verdict, VerdictEvidence
from tests.conftest import Commit, Refusal, Writer
from tests.factories import ClaimFactory, EvidenceFactory, UserFactory, VerdictFactory, correction_of, publish, submit

ROUNDS, TABS = 200, 10


def out(by: User) -> dict[str, Any]:
    return {"status": "published", "published_by": by, "published_at": timezone.now()}


@pytest.mark.django_db
def test_nobody_gets_past_the_second_person(write: Writer, refused: Refusal) -> None:
    """Through the ORM without its checks, and as raw SQL."""
    verdict, accomplice = submit(VerdictFactory.create()), UserFactory.create()
    author = verdict.author
    alone = "verdict_published_by_another|has not written in it"
    with refused(alone):
        write.change(verdict, **out(author))
    with refused("Cannot update rows|author"):
        write.change(verdict, author=accomplice, **out(author))
    disguises: list[dict[str, Any]] = [{"writers": []}, {"writers": [accomplice.pk]}, {"edited_by": accomplice}]
    for disguise in disguises:
        with refused(alone):
            write.change(verdict, **disguise, **out(author))
    write.change(verdict, writers=[])
    write.change(verdict, edited_by=accomplice)
    for step in (
        out(author),
        {**out(author), "status": "scheduled", "published_at": None, "publish_at": timezone.now()},
    ):
        with refused(alone):
            write.change(verdict, **step)
    with refused("starts as a draft"):
        write.add(
            Verdict, claim=ClaimFactory.create(), publisher=verdict.publisher, rating=verdict.rating, headline="Mine",
            summary="All mine.", author=author, **out(accomplice),
        )  # fmt: skip


@pytest.mark.django_db
def test_whoever_wrote_a_word_stays_a_writer(write: Writer, refused: Refusal) -> None:
    verdict, helper, third = VerdictFactory.create(), UserFactory.create(), UserFactory.create()
    write.change(verdict, headline="93, says the record", edited_by=helper)
    write.change(verdict, edited_by=None)
    write.change(verdict, writers=[verdict.author_id], edited_by=verdict.author)
    verdict.refresh_from_db()
    submit(verdict)
    with refused("has not written in it"):
        write.change(verdict, **out(helper))
    write.change(verdict, **out(third))


@pytest.mark.django_db
def test_words_that_were_read_are_the_words_that_go_out(write: Writer, refused: Refusal) -> None:
    verdict, second = submit(VerdictFactory.create()), UserFactory.create()
    mended = "sent back before its words are changed"
    for words in ({"headline": "Other"}, {"body": "Other"}, {"language": "fr"}):
        with refused(mended):
            write.change(verdict, **words)
        with refused(mended):
            write.change(verdict, **words, **out(second))
    cited = VerdictEvidence.objects.get(verdict=verdict)
    with refused("Only a draft changes what it cites"):
        write.change(cited, note="Something else")
    with refused("cited by a submitted verdict"):
        write.change(cited.evidence, quote="Other words")
    with refused("A verdict rests on this claim"):
        write.change(verdict.claim, text="Another claim")
    write.change(verdict, **out(second))
    verdict.refresh_from_db()
    for change in ({"headline": "Other"}, {"published_by": UserFactory.create()}, {"status": "draft"}):
        with refused("published verdict|verdict_published_by_another"):
            write.change(verdict, **change)
    with refused("rows from claims_verdict table"):
        write.remove(verdict)
    with refused("only with a public correction"):
        write.change(verdict, status="withdrawn")


@pytest.mark.django_db
def test_what_the_database_holds_of_the_checklist(write: Writer, refused: Refusal) -> None:
    second = UserFactory.create()
    bare = submit(VerdictFactory.create())
    Evidence.objects.filter(verdicts=bare).update(archive_url="")
    with refused("archive link or a stated exception"):
        write.change(bare, **out(second))
    half = VerdictFactory.create()
    VerdictEvidence.objects.create(verdict=half, evidence=EvidenceFactory.create(archive_url=""))
    submit(half)
    with refused("archive link or a stated exception"):
        write.change(half, **out(second))
    long = submit(VerdictFactory.create(claim=ClaimFactory.create(text="x" * 76)))
    with refused("at most 75 characters"):
        write.change(long, **out(second))
    short = submit(VerdictFactory.create(claim=ClaimFactory.create(text="x" * 76, short_text="x")))
    write.change(short, **out(second))
    embargoed = submit(VerdictFactory.create(publish_at=timezone.now() + timedelta(hours=1)))
    with refused("before its embargo ends"):
        write.change(embargoed, **out(second))


@pytest.mark.django_db
def test_many_at_once_are_held_to_the_same(refused: Refusal) -> None:
    rows = [submit(VerdictFactory.create()) for _ in range(3)]
    [author, *_] = [verdict.author for verdict in rows]
    with refused("verdict_published_by_another|has not written in it"):
        Verdict.objects.filter(pk__in=[verdict.pk for verdict in rows]).update(**out(author))
    for verdict in rows:
        verdict.status, verdict.published_by, verdict.published_at = "published", verdict.author, timezone.now()
    with refused("verdict_published_by_another|has not written in it"):
        Verdict.objects.bulk_update(rows, ["status", "published_by", "published_at"])
    with refused("starts as a draft"):
        Verdict.objects.bulk_create(rows, update_conflicts=True, unique_fields=["id"], update_fields=["status"])
    assert not Verdict.objects.public()


@pytest.mark.django_db
def test_a_correction_of_ones_own_needs_a_second_person_too(write: Writer, refused: Refusal, commit: Commit) -> None:
    old = publish(VerdictFactory.create())
    new = submit(correction_of(old, author=old.author))
    with refused("verdict_published_by_another|has not written in it"):
        write.change(new, **out(old.author))
    with refused("withdrawn by someone who has not written in it"):
        write.add(Correction, verdict=old, kind="withdrawal", reason="Mine.", before="93", made_by=old.author)


@pytest.mark.django_db
def test_an_old_form_publishes_nothing(client: Client) -> None:
    """A page left open, and its form sent after the words were changed; then the same form once more."""
    second, verdict = (
        UserFactory.create(groups=["Editor"]),
        VerdictFactory.create(author=UserFactory.create(groups=["Editor"])),
    )
    submit(verdict)
    client.force_login(second)
    assert verdict.submitted_at
    form = {"seen": verdict.submitted_at.isoformat()}
    address = reverse("admin:claims_verdict_publish", args=[verdict.pk])
    verdicts.send_back(verdict=verdict, by=verdict.author)
    Verdict.objects.filter(pk=verdict.pk).update(headline="8 were against")
    verdicts.submit(verdict=verdict, by=verdict.author)
    for sent in (form, {}, {"seen": ""}, {"seen": "2099-01-01T00:00:00+00:00"}, {"seen": "x"}):
        assert "read it again" in client.post(address, sent, follow=True).text
    assert not Verdict.objects.public()
    verdict.refresh_from_db()
    form = {"seen": verdict.submitted_at.isoformat()}
    assert client.get(address).status_code == 405
    client.post(address, form)
    assert "Only a submitted verdict can be published" in client.post(address, form, follow=True).text
    assert Verdict.objects.public().get().headline == "8 were against"


@pytest.mark.django_db
def test_the_desk_has_no_action_for_many_verdicts(client: Client) -> None:
    verdict = submit(VerdictFactory.create())
    client.force_login(UserFactory.create(is_superuser=True))
    page = reverse("admin:claims_verdict_changelist")
    for action in ("delete_selected", "publish", "submit", "withdraw"):
        client.post(page, {"action": action, "_selected_action": [verdict.pk], "index": 0, "post": "yes"})
    client.post(
        page, {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": verdict.pk, "form-0-status": "published",
               "_save": "Save"},
    )  # fmt: skip
    verdict.refresh_from_db()
    assert verdict.status == Verdict.Status.SUBMITTED


@pytest.mark.django_db
def test_a_reporter_publishes_by_no_step(client: Client) -> None:
    verdict = submit(VerdictFactory.create())
    client.force_login(UserFactory.create(groups=["Reporter"]))
    assert verdict.submitted_at
    later = {"schedule-at": "2099-01-01T00:00"}
    for step in ("publish", "schedule"):
        address = reverse(f"admin:claims_verdict_{step}", args=[verdict.pk])
        client.post(address, {"seen": verdict.submitted_at.isoformat(), **later})
    verdict.refresh_from_db()
    assert verdict.status == Verdict.Status.SUBMITTED


def each_in_a_tab(acts: Sequence[Callable[[], None]], rounds: Callable[[], None]) -> list[list[bool]]:
    """Whether each act came through, in each round: all at the same moment, each on a connection of its own."""
    barrier = Barrier(len(acts))
    won: list[list[bool]] = [[] for _ in acts]

    def tab(number: int) -> None:
        try:
            for _ in range(ROUNDS):
                if barrier.wait(timeout=60) == 0:
                    rounds()
                barrier.wait(timeout=60)
                try:
                    acts[number]()
                    won[number].append(True)
                except (ValidationError, DatabaseError):
                    won[number].append(False)
        except BaseException:
            barrier.abort()
            raise
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        for done in [pool.submit(tab, number) for number in range(len(acts))]:
            done.result()
    return won


@pytest.mark.django_db(transaction=True)
def test_of_ten_who_publish_at_the_same_moment_one_does() -> None:
    """200 rounds, each with a verdict of its own, that ten editors publish at once: half of them through the action,
    half by writing the row. Exactly one is told that it was published, and it was published once."""
    author, rating = UserFactory.create(groups=["Editor"]), VerdictFactory.create().rating
    editors = [UserFactory.create(groups=["Editor"]) for _ in range(TABS)]
    evidence = EvidenceFactory.create()
    claims = Claim.objects.bulk_create(
        Claim(text=f"Claim {n}", status="accepted", method="editor") for n in range(ROUNDS)
    )
    waiting = Verdict.objects.bulk_create(
        Verdict(claim=claim, publisher=rating.scale.publisher, rating=rating, headline="93 votes",
                summary="93 states.", author=author)
        for claim in claims
    )  # fmt: skip
    VerdictEvidence.objects.bulk_create(VerdictEvidence(verdict=verdict, evidence=evidence) for verdict in waiting)
    Verdict.objects.filter(author=author).update(status="submitted", submitted_at=timezone.now())
    queue, now = iter(waiting), [waiting[0]]

    def next_round() -> None:
        now[0] = next(queue)

    def by_action(editor: User) -> None:
        publishing.publish(verdict=now[0], by=editor)

    def by_hand(editor: User) -> None:
        with transaction.atomic():
            changed = Verdict.objects.filter(pk=now[0].pk, status="submitted").update(**out(editor))
            if changed != 1:
                raise IntegrityError("somebody else was first")

    acts = [
        lambda editor=editor, how=(by_action, by_hand)[number % 2]: how(editor) for number, editor in enumerate(editors)
    ]
    won = each_in_a_tab(acts, next_round)
    assert [sum(tab[number] for tab in won) for number in range(ROUNDS)] == [1] * ROUNDS
    history: Any = Verdict
    lines = history.pgh_event_model.objects.filter(status="published", pgh_obj__author=author)
    assert lines.count() == ROUNDS == Verdict.objects.public().filter(author=author).count()
