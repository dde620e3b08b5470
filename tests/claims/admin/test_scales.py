"""The page of a rating scale: free to change until it is in use, then retired or copied."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import RatingScale
from tests.claims.admin.conftest import DeskClient
from tests.factories import RatingFactory, VerdictFactory, publish


def page(name: str, scale: RatingScale) -> str:
    return reverse(f"admin:claims_ratingscale_{name}", args=[scale.pk])


def sent(scale: RatingScale, **fields: object) -> dict[str, object]:
    empty = {f"ratings-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    return {"name": scale.name, "worst": scale.worst, "best": scale.best, **empty, **fields}


@pytest.fixture
def used(db: None) -> RatingScale:
    scale: RatingScale = publish(VerdictFactory.create()).rating.scale
    return scale


@pytest.fixture
def chief(sit: DeskClient) -> Client:
    return sit("Chief")


def test_a_scale_that_is_not_in_use_is_changed(chief: Client) -> None:
    scale = RatingFactory.create().scale
    shown = chief.get(page("change", scale)).content.decode()
    assert "can be changed until" in shown
    answer = chief.post(page("change", scale), sent(scale, name="Renamed", best=9))
    scale.refresh_from_db()
    assert (answer.status_code, scale.name, scale.best) == (302, "Renamed", 9)


def test_a_scale_in_use_says_why_it_stays_and_what_to_do(chief: Client, used: RatingScale) -> None:
    shown = chief.get(page("change", used)).content.decode()
    assert "1 published verdict is on this scale, so it stays as it is" in shown
    assert 'name="best"' not in shown
    assert 'name="ratings-0-name"' not in shown
    late = chief.post(page("change", used), sent(used, best=9), follow=True).content.decode()
    assert "so it stays as it is: make a new scale" in late
    used.refresh_from_db()
    assert used.best == 5


def test_retire_offer_again_and_copy(chief: Client, used: RatingScale) -> None:
    chief.post(page("retire", used))
    used.refresh_from_db()
    assert used.is_retired
    assert "Retired: no longer offered" in chief.get(page("change", used)).content.decode()
    chief.post(page("restore", used))
    used.refresh_from_db()
    assert not used.is_retired
    answer = chief.post(page("copy", used))
    copy = RatingScale.objects.latest("pk")
    assert answer["Location"] == page("change", copy)
    assert 'name="ratings-0-name"' in chief.get(page("change", copy)).content.decode()


@pytest.mark.parametrize("step", ["retire", "restore", "copy"])
def test_the_steps_are_a_chiefs_and_posted(sit: DeskClient, chief: Client, used: RatingScale, step: str) -> None:
    editor = sit("Editor")
    shown = editor.get(page("change", used)).content.decode()
    assert page(step, used) not in shown
    editor.post(page(step, used))
    assert not RatingScale.objects.filter(is_retired=True).exists()
    assert RatingScale.objects.count() == 1
    assert chief.get(page(step, used)).status_code == 405
