"""Which verdict a claim's page shows, and where it is at home."""

import pytest
from django.utils import timezone, translation

from articles.models import Publisher
from claims.editions import address_of, homes, shown_verdict
from claims.models import Claim, Verdict
from tests.factories import ClaimFactory, PublisherFactory, RatingFactory, UserFactory, VerdictFactory, publish

pytestmark = pytest.mark.django_db


def taken_over(claim: Claim) -> Verdict:
    """A review of another desk, newer than ours."""
    desk = PublisherFactory.create(kind=Publisher.Kind.DESK)
    return Verdict.objects.create(
        claim=claim, publisher=desk, rating=RatingFactory.create(scale__publisher=desk), headline="Another finding",
        summary="Said elsewhere.", origin=Verdict.Origin.IMPORTED, status=Verdict.Status.PUBLISHED,
        author=UserFactory.create(), published_at=timezone.now(),
    )  # fmt: skip


def test_our_verdict_is_shown_however_new_those_of_others_are() -> None:
    claim = ClaimFactory.create()
    ours = publish(VerdictFactory.create(claim=claim))
    theirs = taken_over(claim)
    assert list(Verdict.objects.public().filter(claim=claim)) == [theirs, ours]
    assert shown_verdict([theirs, ours]) == ours
    assert shown_verdict([theirs]) == theirs, "where we have none"
    assert shown_verdict([]) is None


def test_only_verdicts_that_are_shown_give_a_page_a_home() -> None:
    claim = ClaimFactory.create()
    theirs = taken_over(claim)
    theirs.language = "fr"
    assert homes([]) == ["en-gb", "fr"]
    assert homes([theirs]) == ["fr"]
    ours = publish(VerdictFactory.create(claim=claim))
    assert homes([theirs, ours]) == ["en-gb"], "the French edition shows ours, and quotes the English one"


def test_a_verdict_in_the_readers_language_comes_first() -> None:
    claim = ClaimFactory.create()
    english = publish(VerdictFactory.create(claim=claim))
    french = Verdict(claim=claim, language="fr")
    with translation.override("fr"):
        assert shown_verdict([english, french]) == french
    with translation.override("de"):
        assert shown_verdict([english, french]) == english, "the newest, where nobody wrote in that language"
    assert homes([english]) == ["en-gb"]
    assert address_of(claim, english).endswith(claim.get_absolute_url())
