"""Scales run from at least 1 upwards, ratings lie on them, and what a published verdict gave keeps its meaning."""

import pytest

from claims.models import Rating, RatingScale, Verdict
from tests.conftest import Refusal, Writer
from tests.factories import PublisherFactory, RatingFactory, RatingScaleFactory, VerdictFactory, publish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("worst", "best", "lawful"), [(1, 2, True), (1, 5, True), (3, 7, True), (0, 5, False), (1, 1, False), (5, 1, False)]
)
def test_a_scale_starts_at_1_or_above_and_goes_up(
    worst: int, best: int, lawful: bool, write: Writer, refused: Refusal
) -> None:
    fields = {"publisher": PublisherFactory.create(), "name": "Truth", "worst": worst, "best": best}
    scale = RatingScaleFactory.create()
    if lawful:
        write.add(RatingScale, **fields)
        write.change(scale, worst=worst, best=best)
        return
    with refused("rating_scale_worst_below_best"):
        write.add(RatingScale, **fields)
    with refused("rating_scale_worst_below_best"):
        write.change(scale, worst=worst, best=best)


@pytest.mark.parametrize(("value", "lawful"), [(2, True), (4, True), (None, True), (1, False), (5, False), (0, False)])
def test_a_rating_lies_on_its_scale_or_beside_it(
    value: int | None, lawful: bool, write: Writer, refused: Refusal
) -> None:
    scale = RatingScaleFactory.create(worst=2, best=4)
    rating = RatingFactory.create(scale=scale, value=3)
    fields = {"scale": scale, "name": "Other", "slug": "other", "value": value, "definition": "So it is."}
    if lawful:
        write.add(Rating, **fields)
        Rating.objects.filter(slug="other").delete()
        write.change(rating, value=value)
        return
    with refused("The value lies outside the scale"):
        write.add(Rating, **fields)
    with refused("The value lies outside the scale"):
        write.change(rating, value=value)


def test_a_scale_does_not_shrink_away_from_its_ratings(write: Writer, refused: Refusal) -> None:
    rating = RatingFactory.create(value=5)
    RatingFactory.create(scale=rating.scale, slug="unverifiable", value=None)
    with refused("would lie outside"):
        write.change(rating.scale, best=4)
    write.change(rating.scale, best=7)
    write.change(rating.scale, worst=5)


def test_a_rating_stays_on_its_scale_and_a_scale_with_its_publisher(write: Writer, refused: Refusal) -> None:
    rating = RatingFactory.create()
    with refused("Cannot update rows from claims_rating table"):
        write.change(rating, scale=RatingScaleFactory.create(publisher=rating.scale.publisher))
    with refused("Cannot update rows from claims_ratingscale table"):
        write.change(rating.scale, publisher=PublisherFactory.create())


def test_a_verdict_gives_a_rating_of_its_own_publisher(write: Writer, refused: Refusal) -> None:
    verdict, foreign = VerdictFactory.create(), RatingFactory.create()
    sibling = RatingFactory.create(scale__publisher=verdict.publisher)
    words = {name: getattr(verdict, name) for name in ("claim", "publisher", "headline", "summary", "author")}
    with refused("a scale of its own publisher"):
        write.change(verdict, rating=foreign)
    with refused("a scale of its own publisher"):
        write.add(Verdict, **words, rating=foreign)
    write.change(verdict, rating=sibling)
    write.add(Verdict, **words, rating=sibling)


def test_ratings_of_a_scale_are_told_apart(write: Writer, refused: Refusal) -> None:
    rating = RatingFactory.create(value=1, slug="false")
    other = {"scale": rating.scale, "name": "Other", "definition": "So it is."}
    with refused("rating_once"):
        write.add(Rating, **other, slug="false", value=2)
    with refused("rating_value_once"):
        write.add(Rating, **other, slug="other", value=1)
    write.add(Rating, **other, slug="disputed", value=None)
    write.add(Rating, **other, slug="unverifiable", value=None)
    with refused("rating_scale_once"):
        write.add(RatingScale, publisher=rating.scale.publisher, name=rating.scale.name)


def test_a_rating_that_was_published_keeps_its_meaning(write: Writer, refused: Refusal) -> None:
    verdict = publish(VerdictFactory.create())
    for change in ({"name": "True"}, {"value": 5}, {"value": None}, {"definition": "Something else."}):
        with refused("is kept as it is"):
            write.change(verdict.rating, **change)
    with refused("keeps its bounds"):
        write.change(verdict.rating.scale, worst=1, best=9)
    write.change(verdict.rating.scale, name="Our scale")
    write.change(verdict.rating.scale, is_retired=True)


def test_a_rating_that_only_drafts_give_may_change(write: Writer) -> None:
    verdict = VerdictFactory.create()
    write.change(verdict.rating, name="True", value=5)
    write.change(verdict.rating.scale, best=9)
