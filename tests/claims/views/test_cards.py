"""Pictures of claims and contradictions: as they are today, and never of what is not public."""

import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from claims.models import Claim
from tests.claims.views.world import checked_claim, correct, crowded_contradiction
from tests.factories import ClaimFactory, ContradictionFactory, EventFactory, VerdictFactory, publish

pytestmark = pytest.mark.django_db


def picture_of(client: Client, path: str) -> tuple[str, bytes]:
    """The address that an address without the right stamp leads to, and the picture there."""
    moved = client.get(path)
    assert moved.status_code == 302
    assert "no-cache" in moved["Cache-Control"]
    answer = client.get(moved["Location"])
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    return moved["Location"], answer.content


def test_a_claim_has_a_picture_of_the_right_size(client: Client) -> None:
    _, png = picture_of(client, reverse("claim_card", args=[checked_claim().pk, "old"]))
    with Image.open(io.BytesIO(png)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(png) < 200_000


def test_a_contradiction_has_one_too(client: Client) -> None:
    found = crowded_contradiction(event=EventFactory.create(), positions=5, reports=2)
    _, png = picture_of(client, reverse("contradiction_card", args=[found.pk, "old"]))
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.size == (1200, 630)


def test_a_correction_has_another_address_and_the_old_one_leads_there(client: Client) -> None:
    claim = checked_claim()
    old, before = picture_of(client, reverse("claim_card", args=[claim.pk, "x"]))
    correct(claim.verdicts.get(), reason="A figure was wrong.")
    new, after = picture_of(client, old)
    assert new != old
    assert after != before


def test_a_picture_that_is_still_the_same_is_not_drawn_again(
    client: Client, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, _ = picture_of(client, reverse("claim_card", args=[checked_claim().pk, "x"]))
    tag = client.get(address)["ETag"]
    monkeypatch.setattr("claims.cards.draw", lambda _card: pytest.fail("It was drawn."))
    with django_assert_num_queries(1):
        assert client.get(address, headers={"if-none-match": tag}).status_code == 304


def test_how_many_queries_a_picture_takes(client: Client, django_assert_num_queries: Any) -> None:
    claim = checked_claim()
    for _ in range(5):
        publish(VerdictFactory.create(claim=claim))
    address, _ = picture_of(client, reverse("claim_card", args=[claim.pk, "x"]))
    with django_assert_num_queries(4):
        client.get(address)
    found = crowded_contradiction(event=EventFactory.create(), positions=4, reports=4)
    address, _ = picture_of(client, reverse("contradiction_card", args=[found.pk, "x"]))
    with django_assert_num_queries(6):
        client.get(address)


def test_it_is_in_the_language_of_its_address(client: Client, settings: Any) -> None:
    settings.LANGUAGES = [("en-gb", "English"), ("fr", "Français")]
    claim = checked_claim()
    publish(VerdictFactory.create(claim=claim, language="fr", headline="Le relevé dit 93"))
    english, one = picture_of(client, f"/cards/claims/{claim.pk}-x.png")
    french, other = picture_of(client, f"/fr/cards/claims/{claim.pk}-x.png")
    assert french.startswith("/fr/")
    assert english.rpartition("-")[2] != french.rpartition("-")[2]
    assert one != other


@pytest.mark.parametrize("status", [status for status in Claim.Status.values if status in {"suggested", "rejected"}])
def test_what_is_not_public_has_none(client: Client, status: str) -> None:
    reason = {"status_reason": "Not checkable"} if status == "rejected" else {}
    claim = ClaimFactory.create(status=status, **reason)
    assert client.get(reverse("claim_card", args=[claim.pk, "x"])).status_code == 404
    suggested = ContradictionFactory.create(status="suggested")
    assert client.get(reverse("contradiction_card", args=[suggested.pk, "x"])).status_code == 404


def test_an_unknown_parameter_is_refused(client: Client) -> None:
    assert client.get(reverse("claim_card", args=[checked_claim().pk, "x"]) + "?size=9000").status_code == 400
