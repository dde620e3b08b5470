"""What publication promises: second eyes, citable evidence, frozen words, and a public note of every change."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import BooleanField, CharField, DateTimeField, ForeignKey, IntegerField, TextField
from django.utils import timezone

from claims.models import Correction, User, Verdict, VerdictEvidence
from tests.conftest import Commit, Refusal, Writer
from tests.factories import (
    ClaimFactory,
    CorrectionFactory,
    EvidenceFactory,
    PublisherFactory,
    RatingFactory,
    UserFactory,
    VerdictFactory,
    correction_of,
    publish,
    submit,
)

pytestmark = pytest.mark.django_db

ON_EVIDENCE = "A verdict is published on evidence"
SENT_BACK_FIRST = "A submitted verdict is sent back before its words are changed"
SAME_LINE = "A verdict supersedes one on the same claim by the same publisher"
WORDS = ("rating", "headline", "summary", "body", "language", "change_reason")
MAY_CHANGE = {"id", "status", "needs_review", "review_cause", "assignee"}
A_TRIGGERS = {"writers"}  # whatever is written there, the trigger puts back


def submitted(**fields: Any) -> Verdict:
    """A verdict that may be published: submitted, with citable evidence."""
    return submit(VerdictFactory.create(**fields))


def publication(by: User | None = None) -> dict[str, Any]:
    return {"status": "published", "published_by": by or UserFactory.create(), "published_at": timezone.now()}


def another_value(verdict: Verdict, name: str) -> Any:
    """A lawful value of the field `name` that it does not hold now."""
    field = Verdict._meta.get_field(name)
    line = {"claim": verdict.claim, "publisher": verdict.publisher}
    factories: dict[str, Callable[[], Any]] = {
        "claim": ClaimFactory.create,
        "publisher": PublisherFactory.create,
        "rating": lambda: RatingFactory.create(scale__publisher=verdict.publisher),
        "author": UserFactory.create,
        "published_by": UserFactory.create,
        "edited_by": UserFactory.create,
        "supersedes": lambda: VerdictFactory.create(**line),
    }
    match field:
        case ForeignKey():
            return factories[name]()
        case DateTimeField():
            return timezone.now() + timedelta(days=1)
        case IntegerField():
            return getattr(verdict, name) + 1
        case BooleanField():
            return not getattr(verdict, name)
        case CharField() | TextField():
            return "update" if name == "change_kind" else "other"
    raise AssertionError(f"Say what another value of {name} is.")


@pytest.mark.parametrize("status", ["published", "superseded", "withdrawn"])
def test_a_verdict_starts_as_a_draft(status: str, write: Writer, refused: Refusal) -> None:
    template = VerdictFactory.create()
    fields = {
        name: getattr(template, name)
        for name in ("claim", "publisher", "rating", "headline", "summary", "author", "language", "body")
    }
    with refused("A verdict starts as a draft"):
        write.add(Verdict, **fields, **publication() | {"status": status})
    write.add(Verdict, **fields, status="draft")
    write.add(Verdict, **fields, status="submitted")


def test_a_verdict_is_submitted_before_it_is_published(write: Writer, refused: Refusal) -> None:
    verdict = submitted()
    write.change(verdict, status="draft")
    with refused("A verdict is submitted before it is published"):
        write.change(verdict, **publication())
    write.change(verdict, status="submitted")
    write.change(verdict, **publication())


@pytest.mark.parametrize("status", ["superseded", "withdrawn"])
def test_only_the_published_is_superseded_or_withdrawn(status: str, write: Writer, refused: Refusal) -> None:
    verdict = submitted()
    with refused("Only a published verdict can be superseded or withdrawn"):
        write.change(verdict, **publication() | {"status": status})


@pytest.mark.parametrize(
    ("archive_url", "archive_exception", "lawful"),
    [
        ("https://archive.example.org/1", "", True),
        ("", "A printed book.", True),
        ("https://archive.example.org/1", "A printed book.", True),
        ("", "", False),
    ],
)
def test_publication_needs_citable_evidence(
    archive_url: str, archive_exception: str, lawful: bool, write: Writer, refused: Refusal
) -> None:
    evidence = EvidenceFactory.create(archive_url=archive_url, archive_exception=archive_exception)
    verdict = VerdictFactory.create(status="submitted")
    with refused(ON_EVIDENCE):
        write.change(verdict, **publication())
    write.change(verdict, status="draft")
    VerdictEvidence.objects.create(verdict=verdict, evidence=evidence)
    write.change(verdict, status="submitted")
    if lawful:
        write.change(verdict, **publication())
        return
    with refused(ON_EVIDENCE):
        write.change(verdict, **publication())


def test_evidence_of_another_verdict_does_not_count(write: Writer, refused: Refusal) -> None:
    submitted()
    with refused(ON_EVIDENCE):
        write.change(VerdictFactory.create(status="submitted"), **publication())


@pytest.mark.parametrize("name", WORDS)
def test_words_that_wait_for_second_eyes_are_frozen(name: str, write: Writer, refused: Refusal) -> None:
    verdict = submit(correction_of(publish(VerdictFactory.create())))
    other = {name: another_value(verdict, name)}
    with refused(SENT_BACK_FIRST):
        write.change(verdict, **other)
    with refused(SENT_BACK_FIRST):
        write.change(verdict, **other | publication())
    write.change(verdict, status="draft")
    write.change(verdict, **other)
    write.change(verdict, status="submitted")
    write.change(verdict, needs_review="A contradiction was reopened.")


@pytest.mark.parametrize("name", WORDS)
def test_words_may_change_with_the_very_step_back_or_on(name: str, write: Writer) -> None:
    verdict = submit(correction_of(publish(VerdictFactory.create())))
    write.change(verdict, status="draft", **{name: another_value(verdict, name)})
    write.change(verdict, status="submitted", **{name: getattr(verdict, name)})


def test_publication_needs_a_second_person(write: Writer, refused: Refusal) -> None:
    verdict = submitted()
    for missing in ({"published_by": verdict.author}, {"published_by": None}, {"published_at": None}):
        with refused("verdict_published_by_another|has not written in it"):
            write.change(verdict, **publication() | missing)
    write.change(verdict, **publication())


def test_the_author_stays_so_that_nobody_becomes_the_second_person(write: Writer, refused: Refusal) -> None:
    verdict = submitted()
    for name in ("author", "claim", "publisher"):
        with refused("Cannot update rows from claims_verdict table"):
            write.change(verdict, **{name: another_value(verdict, name)})


@pytest.mark.parametrize(
    "name", [field.name for field in Verdict._meta.concrete_fields if field.name not in MAY_CHANGE | A_TRIGGERS]
)
@pytest.mark.parametrize("status", ["published", "superseded"])
def test_what_was_published_is_frozen(name: str, status: str, write: Writer, refused: Refusal) -> None:
    verdict = publish(VerdictFactory.create())
    if status == "superseded":
        CorrectionFactory.create(verdict=verdict)
        Verdict.objects.filter(pk=verdict.pk).update(status=status)
    with refused("A published verdict is not changed|Cannot update rows from claims_verdict table"):
        write.change(verdict, **{name: another_value(verdict, name)})


def test_a_published_verdict_can_be_marked_for_review(write: Writer, refused: Refusal) -> None:
    verdict = publish(VerdictFactory.create())
    write.change(verdict, needs_review="A contradiction was reopened.", review_cause="contradiction")
    with refused("verdict_cause_has_reason"):
        write.change(verdict, needs_review="")
    write.change(verdict, needs_review="", review_cause="")


@pytest.mark.parametrize("status", ["superseded", "withdrawn"])
def test_a_verdict_leaves_force_only_with_a_correction_and_for_good(
    status: str, write: Writer, refused: Refusal, commit: Commit
) -> None:
    verdict = publish(VerdictFactory.create())
    with refused("only with a public correction"):
        write.change(verdict, status=status)
    CorrectionFactory.create(verdict=verdict)
    write.change(verdict, status=status)
    commit()
    for back in {"draft", "submitted", "published", "superseded", "withdrawn"} - {status}:
        with refused("A published verdict can only be superseded or withdrawn"):
            write.change(verdict, status=back)
    with refused("Cannot delete rows from claims_verdict table"):
        write.remove(verdict)


@pytest.mark.parametrize("status", ["draft", "submitted"])
def test_a_published_verdict_does_not_become_a_draft(status: str, write: Writer, refused: Refusal) -> None:
    verdict = publish(VerdictFactory.create())
    with refused("A published verdict can only be superseded or withdrawn"):
        write.change(verdict, status=status)


def test_a_published_verdict_is_kept_and_a_draft_may_go(write: Writer, refused: Refusal) -> None:
    with refused("Cannot delete rows from claims_verdict table"):
        write.remove(publish(VerdictFactory.create()))
    write.remove(VerdictFactory.create())


def test_one_verdict_is_in_force_for_claim_publisher_and_language(write: Writer, refused: Refusal) -> None:
    current = publish(VerdictFactory.create())
    same = {"claim": current.claim, "publisher": current.publisher}
    second = submitted(**same)
    with refused("verdict_one_current"):
        write.change(second, **publication())
    for neighbour in (
        submitted(**same, language="fr"),
        submitted(claim=current.claim),
        submitted(publisher=current.publisher),
    ):
        write.change(neighbour, **publication())
    CorrectionFactory.create(verdict=current)
    write.change(current, status="superseded")
    write.change(second, **publication())


def test_a_change_says_what_it_is_and_why(write: Writer, refused: Refusal) -> None:
    old = publish(VerdictFactory.create())
    verdict = VerdictFactory.create(claim=old.claim, publisher=old.publisher)
    whole = {"supersedes": old, "change_kind": "update", "change_reason": "The record was published."}
    for missing in ({"supersedes": None}, {"change_kind": ""}, {"change_reason": ""}):
        with refused("verdict_change_has_reason"):
            write.change(verdict, **whole | missing)
    write.change(verdict, **whole)


def test_a_verdict_supersedes_one_on_the_same_claim_by_the_same_publisher(write: Writer, refused: Refusal) -> None:
    verdict = VerdictFactory.create()
    same = {"claim": verdict.claim, "publisher": verdict.publisher}
    words = {name: getattr(verdict, name) for name in ("rating", "headline", "summary", "author")}
    change = {"change_kind": "update", "change_reason": "The record was published."}
    for other in ({"claim": ClaimFactory.create()}, {"publisher": PublisherFactory.create()}):
        foreign = publish(VerdictFactory.create(**same | other))
        with refused(SAME_LINE):
            write.change(verdict, supersedes=foreign, **change)
        with refused(SAME_LINE):
            write.add(Verdict, **same, **words, supersedes=foreign, **change)
    for language in ("en", "fr"):
        earlier = publish(VerdictFactory.create(**same, language=language))
        write.change(verdict, supersedes=earlier, **change)
    write.add(Verdict, **same, **words, supersedes=publish(VerdictFactory.create(**same, language="de")), **change)


def test_readers_see_verdicts_in_force_on_public_claims() -> None:
    public = publish(VerdictFactory.create())
    submitted()
    publish(VerdictFactory.create(claim__status="suggested"))
    old = publish(VerdictFactory.create())
    CorrectionFactory.create(verdict=old)
    Verdict.objects.filter(pk=old.pk).update(status="withdrawn")
    assert list(Verdict.objects.public()) == [public]
    assert list(Correction.objects.public()) == list(old.corrections.all())
