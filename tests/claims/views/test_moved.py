"""The public addresses of what was merged lead to what it became, for good."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.actions.merging import merge_claims, merge_events, merge_sources, undo_merge
from claims.models import User
from tests.factories import AppearanceFactory, ClaimFactory, EventFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return UserFactory.create(groups=["Editor"])


def public_event() -> Any:
    return ClaimFactory.create(event=EventFactory.create()).event


PAGES = [(merge_claims, ClaimFactory.create), (merge_events, public_event)]


@pytest.mark.parametrize(("merge", "make"), PAGES, ids=["claim", "event"])
def test_an_absorbed_page_leads_to_the_kept_one(merge: Any, make: Any, client: Client, editor: User) -> None:
    first, second, third = make(), make(), make()
    old = first.get_absolute_url()
    one = merge(keep=second, absorb=first, by=editor)
    answer = client.get(f"{old}?from=feed")
    assert (answer.status_code, answer["Location"]) == (301, f"{second.get_absolute_url()}?from=feed")
    assert "no-cache" in answer["Cache-Control"], "so that a browser asks again after the merge was undone"
    two = merge(keep=third, absorb=second, by=editor)
    assert client.get(old)["Location"] == third.get_absolute_url(), "in one hop"
    undo_merge(merge=two, by=editor)
    undo_merge(merge=one, by=editor)
    assert client.get(old).status_code == 200


def test_nothing_leads_to_what_is_not_public(client: Client, editor: User) -> None:
    keep, absorb = (ClaimFactory.create(status="suggested") for _ in range(2))
    merge_claims(keep=keep, absorb=absorb, by=editor)
    assert client.get(absorb.get_absolute_url()).status_code == 404
    assert client.get(reverse("api:claim-detail", args=[absorb.pk])).status_code == 404
    empty, gone = EventFactory.create_batch(2)
    merge_events(keep=empty, absorb=gone, by=editor)
    assert client.get(gone.get_absolute_url()).status_code == 404


def public_source() -> Any:
    return AppearanceFactory.create(source=SourceFactory.create()).source


API = [
    ("claim", merge_claims, ClaimFactory.create),
    ("event", merge_events, public_event),
    ("source", merge_sources, public_source),
]


@pytest.mark.parametrize(("route", "merge", "make"), API, ids=[route for route, _, _ in API])
def test_an_absorbed_record_leads_to_the_kept_one(
    route: str, merge: Any, make: Any, client: Client, editor: User
) -> None:
    keep, absorb = make(), make()
    merge(keep=keep, absorb=absorb, by=editor)
    answer = client.get(reverse(f"api:{route}-detail", args=[absorb.pk]))
    assert answer.status_code == 301
    assert answer["Location"].endswith(reverse(f"api:{route}-detail", args=[keep.pk]))
    assert client.get(answer["Location"]).json()["id"] == keep.pk
    listed = [row["id"] for row in client.get(reverse(f"api:{route}-list")).json()["results"]]
    assert keep.pk in listed
    assert absorb.pk not in listed


def test_the_schema_says_that_a_record_may_have_moved(client: Client) -> None:
    import json

    paths = json.loads(client.get(reverse("api:schema"), HTTP_ACCEPT="application/json").content)["paths"]
    moving = {path.split("/")[3] for path, at in paths.items() if "301" in at.get("get", {}).get("responses", {})}
    assert moving == {"claims", "events", "sources"}
