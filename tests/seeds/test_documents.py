"""The five documents that inspired the project, as they are. They may not be kept here, so this skips without them."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from articles.models import Article, IngestAttempt
from claims.models import Contradiction, Measurement, Position

DOCUMENTS = settings.BASE_DIR.parent / "shared" / "seed_documents"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the original documents are not beside this checkout"),
]


def article_numbers(position: Position) -> set[str]:
    """The numbers, 000 to 004, of the documents that take a position."""
    identifiers = position.appearances.values_list("version__article__identifier", flat=True)
    return {identifier.rsplit("/", 1)[-1][:3] for identifier in identifiers}


def test_what_the_documents_contradict_each_other_in() -> None:
    call_command("seed", "--documents", str(DOCUMENTS), stdout=StringIO())
    assert Article.objects.count() == 5
    assert not IngestAttempt.objects.filter(outcome=IngestAttempt.Outcome.FAILED).exists()

    votes = Contradiction.objects.get(suggested_resolution="different_body_or_scope")
    assert votes.gate == "apparent"
    assert "15 of 15" in votes.explanation
    assert "174 of the 193" in votes.explanation
    assert [article_numbers(position) for position in votes.positions.order_by("-answer")] == [{"003"}, {"004"}]

    peacekeepers = Contradiction.objects.get(kind="polarity")
    assert [article_numbers(position) for position in peacekeepers.positions.all()] == [{"003"}, {"003"}]
    sources = {
        appearance.source_name for position in peacekeepers.positions.all() for appearance in position.appearances.all()
    }
    assert len(sources) == 2

    apart = Measurement.objects.filter(measure="count", value__in=(16, 32), unit="member")
    assert apart.exists()
    assert not Position.objects.filter(appearances__measurements__in=apart).exists(), "1991 and today are two dates"
    subset = Measurement.objects.filter(measure="abstentions", value=5).exclude(subject="")
    assert subset.exists()
    assert not Position.objects.filter(memberships__measurement__in=subset).exists(), "five of the 73 are not the 73"
