"""What publication promises: second eyes, citable evidence, frozen words, and a public note of every change."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import BooleanField, CharField, DateTimeField, ForeignKey, TextField
from django.utils import timezone

from claims.models import Correction, User, Verdict, VerdictEvidence
from tests.conftest import Commit, Refusal, Writer
from tests.factories import (
    ClaimFactory,
    EvidenceFactory,
    PublisherFactory,
    RatingFactory,
    UserFactory,
    VerdictFactory,
    publish,
)

pytestmark = pytest.mark.django_db

ON_EVIDENCE = "A verdict is published on evidence"
MAY_CHANGE = {"id", "status", "needs_review"}


def submitted(**fields: Any) -> Verdict:
    """A verdict that may be published: submitted, with citable evidence."""
    verdict = VerdictFactory.create(**fields)
    VerdictEvidence.objects.create(verdict=verdict, evidence=EvidenceFactory.create())
    Verdict.objects.filter(pk=verdict.pk).update(status="submitted", submitted_at=timezone.now())
    return verdict


def publication(by: User | None = None) -> dict[str, Any]:
    return {"status": "published", "published_by": by or UserFactory.create(), "published_at": timezone.now()}


def corrected(verdict: Verdict) -> None:
    Correction.objects.create(
        verdict=verdict, kind="correction", reason="A wrong figure.", before="93", made_by=UserFactory.create()
    )


def another_value(verdict: Verdict, name: str) -> Any:
    """A lawful value of the field `name` that it does not hold now."""
    field = Verdict._meta.get_field(name)
    factories: dict[str, Any] = {
        "claim": ClaimFactory, "publisher": PublisherFactory, "rating": RatingFactory, "author": UserFactory,
        "published_by": UserFactory, "supersedes": VerdictFactory,
    }  # fmt: skip
    match field:
        case ForeignKey():
            return factories[name].create()
        case DateTimeField():
            return timezone.now() + timedelta(days=1)
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
    VerdictEvidence.objects.create(verdict=verdict, evidence=evidence)
    if lawful:
        write.change(verdict, **publication())
        return
    with refused(ON_EVIDENCE):
        write.change(verdict, **publication())


def test_evidence_of_another_verdict_does_not_count(write: Writer, refused: Refusal) -> None:
    submitted()
    with refused(ON_EVIDENCE):
        write.change(VerdictFactory.create(status="submitted"), **publication())


def test_publication_needs_a_second_person(write: Writer, refused: Refusal) -> None:
    verdict = submitted()
    for missing in ({"published_by": verdict.author}, {"published_by": None}, {"published_at": None}):
        with refused("verdict_published_by_another"):
            write.change(verdict, **publication() | missing)
    write.change(verdict, **publication())


def test_the_author_stays_so_that_nobody_becomes_the_second_person(write: Writer, refused: Refusal) -> None:
    verdict = submitted()
    for name in ("author", "claim", "publisher"):
        with refused("Cannot update rows from claims_verdict table"):
            write.change(verdict, **{name: another_value(verdict, name)})


@pytest.mark.parametrize(
    "name", [field.name for field in Verdict._meta.concrete_fields if field.name not in MAY_CHANGE]
)
@pytest.mark.parametrize("status", ["published", "superseded"])
def test_what_was_published_is_frozen(name: str, status: str, write: Writer, refused: Refusal) -> None:
    verdict = publish(VerdictFactory.create())
    if status == "superseded":
        corrected(verdict)
        Verdict.objects.filter(pk=verdict.pk).update(status=status)
    with refused("A published verdict is not changed|Cannot update rows from claims_verdict table"):
        write.change(verdict, **{name: another_value(verdict, name)})


def test_a_published_verdict_can_be_marked_for_review(write: Writer) -> None:
    verdict = publish(VerdictFactory.create())
    write.change(verdict, needs_review="A contradiction was reopened.")
    write.change(verdict, needs_review="")


@pytest.mark.parametrize("status", ["superseded", "withdrawn"])
def test_a_verdict_leaves_force_only_with_a_correction_and_for_good(
    status: str, write: Writer, refused: Refusal, commit: Commit
) -> None:
    verdict = publish(VerdictFactory.create())
    with refused("only with a public correction"):
        write.change(verdict, status=status)
    write.change(verdict, status=status)
    corrected(verdict)
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
    corrected(current)
    write.change(current, status="superseded")
    write.change(second, **publication())


def test_a_change_says_what_it_is_and_why(write: Writer, refused: Refusal) -> None:
    verdict, old = VerdictFactory.create(), publish(VerdictFactory.create())
    whole = {"supersedes": old, "change_kind": "update", "change_reason": "The record was published."}
    for missing in ({"supersedes": None}, {"change_kind": ""}, {"change_reason": ""}):
        with refused("verdict_change_has_reason"):
            write.change(verdict, **whole | missing)
    write.change(verdict, **whole)


def test_corrections_are_append_only_and_say_why(write: Writer, refused: Refusal) -> None:
    verdict = publish(VerdictFactory.create())
    fields = {"verdict": verdict, "kind": "correction", "before": "93", "made_by": UserFactory.create()}
    with refused("correction_has_reason"):
        write.add(Correction, **fields, reason="")
    write.add(Correction, **fields, reason="A wrong figure.")
    correction = Correction.objects.get()
    for change in ({"reason": "Nothing."}, {"before": "89"}, {"after": "89"}, {"kind": "update"}):
        with refused("rows from claims_correction table"):
            write.change(correction, **change)
    with refused("rows from claims_correction table"):
        write.remove(correction)


def test_readers_see_verdicts_in_force_on_public_claims() -> None:
    public = publish(VerdictFactory.create())
    submitted()
    publish(VerdictFactory.create(claim__status="suggested"))
    old = publish(VerdictFactory.create())
    corrected(old)
    Verdict.objects.filter(pk=old.pk).update(status="withdrawn")
    assert list(Verdict.objects.public()) == [public]
    assert list(Correction.objects.public()) == [old.correction]
