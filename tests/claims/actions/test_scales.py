"""Scales are retired, offered again and copied; one that published verdicts are on stays as it is."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.actions.scales import copy_scale, published_on, restore_scale, retire_scale
from claims.models import RatingScale
from tests.conftest import Refusal, Writer
from tests.factories import RatingFactory, RatingScaleFactory, UserFactory, VerdictFactory, publish

pytestmark = pytest.mark.django_db


def test_a_chief_retires_a_scale_and_offers_it_again() -> None:
    scale, chief = RatingScaleFactory.create(), UserFactory.create(groups=["Chief"])
    retire_scale(scale=scale, by=chief)
    with pytest.raises(ValidationError, match="retired already"):
        retire_scale(scale=scale, by=chief)
    scale.refresh_from_db()
    assert scale.is_retired
    restore_scale(scale=scale, by=chief)
    with pytest.raises(ValidationError, match="offered already"):
        restore_scale(scale=scale, by=chief)
    scale.refresh_from_db()
    assert not scale.is_retired


def test_a_copy_has_the_same_steps_and_a_name_of_its_own() -> None:
    rating = RatingFactory.create(scale__name="Ours " * 19)
    RatingFactory.create(scale=rating.scale, name="Open", slug="open", value=None)
    chief = UserFactory.create(groups=["Chief"])
    copies = [copy_scale(scale=rating.scale, by=chief) for _ in range(3)]
    assert len({rating.scale.name, *(copy.name for copy in copies)}) == 4
    assert list(copies[0].ratings.values_list("name", "slug", "value", "definition")) == list(
        rating.scale.ratings.values_list("name", "slug", "value", "definition")
    )
    assert copies[0].publisher == rating.scale.publisher


@pytest.mark.parametrize("action", [retire_scale, restore_scale, copy_scale])
def test_scales_are_a_chiefs(action: object) -> None:
    scale = RatingScaleFactory.create()
    for group in ("Reporter", "Editor", "Auditor"):
        with pytest.raises(PermissionDenied):
            action(scale=scale, by=UserFactory.create(groups=[group]))  # type: ignore[operator]  # one of the actions
    assert RatingScale.objects.count() == 1


def test_drafts_do_not_count_as_use() -> None:
    verdict = VerdictFactory.create()
    assert published_on(verdict.rating.scale) == 0
    publish(verdict)
    assert published_on(verdict.rating.scale) == 1


def test_the_database_keeps_a_scale_in_use_and_lets_it_be_retired(write: Writer, refused: Refusal) -> None:
    rating = publish(VerdictFactory.create()).rating
    with refused("keeps its bounds"):
        write.change(rating.scale, best=7)
    with refused("make a new scale"):
        write.change(rating, definition="Something else.")
    write.change(rating.scale, is_retired=True)
