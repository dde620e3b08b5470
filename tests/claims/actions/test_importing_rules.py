"""What the database refuses of imported verdicts, whoever writes it."""

from typing import Any

import pytest
from django.utils import timezone

from claims.models import ImportedReview, Rating, Verdict
from tests.conftest import Refusal, Writer
from tests.factories import ClaimFactory, PublisherFactory, RatingFactory, UserFactory, VerdictFactory

pytestmark = pytest.mark.django_db


def imported(**changes: Any) -> dict[str, Any]:
    publisher = changes.pop("publisher", None) or PublisherFactory.create(kind="desk")
    fields = {
        "claim": ClaimFactory.create(),
        "publisher": publisher,
        "rating": RatingFactory.create(scale__publisher=publisher),
        "origin": "imported",
        "status": "published",
        "published_at": timezone.now(),
        "author": UserFactory.create(),
        "headline": "It is not so",
        "summary": "",
        "created_at": timezone.now(),
    }
    return fields | changes


def test_another_desks_review_is_published_from_the_start(write: Writer) -> None:
    write.add(Verdict, **imported())
    assert Verdict.objects.get().status == "published"


def test_our_own_verdict_is_never_imported(write: Writer, refused: Refusal) -> None:
    with refused("our own goes through second eyes"):
        write.add(Verdict, **imported(publisher=PublisherFactory.create(kind="own")))


@pytest.mark.parametrize("status", ["draft", "submitted", "superseded", "withdrawn"])
def test_what_is_imported_was_published(write: Writer, refused: Refusal, status: str) -> None:
    with refused("our own goes through second eyes"):
        write.add(Verdict, **imported(status=status))


def test_nobody_here_publishes_what_is_imported(write: Writer, refused: Refusal) -> None:
    with refused("verdict_imported_is_published"):
        write.add(Verdict, **imported(published_by=UserFactory.create()))


def test_a_verdict_begins_and_stays_on_a_scale_of_its_publisher(write: Writer, refused: Refusal) -> None:
    elsewhere = RatingFactory.create()
    with refused("a scale of its own publisher"):
        write.add(Verdict, **imported(rating=elsewhere))
    with refused("a scale of its own publisher"):
        write.change(VerdictFactory.create(), rating=elsewhere)


def test_no_verdict_is_written_on_a_claim_that_was_merged(write: Writer, refused: Refusal) -> None:
    merged = ClaimFactory.create(status="merged", merged_into=ClaimFactory.create())
    with refused("merged into another"):
        write.add(Verdict, **imported(claim=merged))


def test_a_verdict_keeps_its_origin(write: Writer, refused: Refusal) -> None:
    draft = VerdictFactory.create()
    with refused("origin|author_stays|author, claim"):
        write.change(draft, origin="imported")


def test_a_publisher_with_imports_cannot_become_our_own(write: Writer, refused: Refusal) -> None:
    verdict = Verdict.objects.bulk_create([Verdict(**imported())])[0]
    with refused("cannot become our own desk"):
        write.change(verdict.publisher, kind="own")
    write.change(PublisherFactory.create(), kind="own")


def test_an_imported_review_does_not_vanish_without_a_word(write: Writer, refused: Refusal) -> None:
    verdict = Verdict.objects.bulk_create([Verdict(**imported())])[0]
    with refused("only with a public correction"):
        write.change(verdict, status="superseded")


def test_the_line_goes_from_1_to_5(write: Writer, refused: Refusal) -> None:
    rating = RatingFactory.create()
    with refused("rating_normalised_1_to_5"):
        write.change(rating, normalised=6)
    write.change(rating, normalised=5)
    assert Rating.objects.get().normalised == 5


def test_a_written_verdict_has_no_foreign_document(write: Writer, refused: Refusal) -> None:
    fields = {"claim_key": "a" * 64, "document": "{}", "digest": "b" * 64, "imported_at": timezone.now()}
    with refused("Only an imported verdict"):
        write.add(ImportedReview, verdict=VerdictFactory.create(), **fields)
