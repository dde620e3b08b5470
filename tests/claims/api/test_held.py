"""Who holds the edition that the desk would be answered with is told so, in no more words than that."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim, Submission
from tests import factories
from tests.claims.api.test_keys import bearer
from tests.claims.api.test_matrix import READ_AT_THE_DESK, WHO, address
from tests.claims.api.world import World

pytestmark = pytest.mark.django_db
STALE = '"another"'


def holds(path: str, headers: dict[str, str]) -> None:
    """Reads `path`, then asks again with what was answered."""
    first = Client().get(path, headers=headers)
    assert first.status_code == 200
    tag = first["ETag"]
    for held in (tag, f"W/{tag}", f"{STALE}, {tag}", "*"):
        again = Client().get(path, headers={**headers, "If-None-Match": held})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
        assert again["Cache-Control"] == "private, no-cache"
        assert "RateLimit" in again
    assert Client().get(path, headers={**headers, "If-None-Match": STALE}).content == first.content
    assert Client().get(path, headers={"If-None-Match": tag}).status_code == 401, "a tag opens nothing"


@pytest.mark.parametrize("kind", sorted(READ_AT_THE_DESK))
def test_every_read_at_the_desk(kind: str, world: World) -> None:
    holds(address(f"{kind}-detail", world), WHO["desk"]())


def test_what_was_handed_in() -> None:
    key = factories.ApiKeyFactory.create(scopes=["submit"])
    made = Submission.objects.create(user=key.user, kind="article", given={})
    holds(reverse("api:submission-detail", args=[made.pk]), bearer(key))


def test_a_change_is_told() -> None:
    claim, headers = factories.ClaimFactory.create(status="suggested"), WHO["desk"]()
    path = reverse("api:desk-claim-detail", args=[claim.pk])
    tag = Client().get(path, headers=headers)["ETag"]
    Claim.objects.filter(pk=claim.pk).update(short_text="In short")
    changed = Client().get(path, headers={**headers, "If-None-Match": tag})
    assert changed.status_code == 200
    assert changed["ETag"] != tag
