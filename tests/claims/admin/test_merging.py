"""Merging and splitting as an editor does them, page by page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.actions import merging
from claims.models import Claim, Event, KeptApart, Merge, Source, SourceAlias, User
from tests.claims.admin.conftest import DeskClient, person
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    EventFactory,
    MeasurementFactory,
    PositionFactory,
    SourceFactory,
    UserFactory,
    VerdictFactory,
)

KINDS = ("claim", "event", "source")
ROLES = (("Reporter", False), ("Editor", True), ("Chief", True), ("Auditor", False), ("", False))
each_kind = pytest.mark.parametrize("kind", KINDS)


def a_claim(event: Event | None = None) -> Claim:
    claim: Claim = ClaimFactory.create(event=event or EventFactory.create())
    for _ in range(2):
        MeasurementFactory.create(appearance=AppearanceFactory.create(claim=claim))
    return claim


def an_event() -> Event:
    event: Event = EventFactory.create(terms=["vote", "war"], participants=["Ukraine", "US"])
    a_claim(event)
    a_claim(event)
    return event


def a_source() -> Source:
    source: Source = SourceFactory.create()
    for name in (source.name, f"{source.name} of the Ministry"):
        SourceAlias.objects.create(source=source, name=name)
        AppearanceFactory.create(source=source, source_name=name)
    return source


MAKE: dict[str, Callable[[], Any]] = {"claim": a_claim, "event": an_event, "source": a_source}
MERGE: dict[str, Any] = {
    "claim": merging.merge_claims,
    "event": merging.merge_events,
    "source": merging.merge_sources,
}


def at(kind: str, page: str, record: Any) -> str:
    return reverse(f"admin:claims_{kind}_{page}", args=[record.pk])


def split_of(kind: str, record: Any) -> dict[str, Any]:
    """What is filled in to split `record`."""
    if kind == "claim":
        return {"rows": [record.appearances.earliest("pk").pk], "text": "Another claim"}
    if kind == "event":
        return {"rows": [record.claims.earliest("pk").pk], "title": "Another event"}
    return {"rows": [record.aliases.get(name__endswith="Ministry").pk], "name": "Another source"}


def editor_of(kind: str) -> User:
    return UserFactory.create(groups=["Editor"])


@each_kind
def test_choose_look_merge_and_undo(kind: str, sit: DeskClient) -> None:
    client = sit("Editor")
    keep, absorb = MAKE[kind](), MAKE[kind]()
    page = client.get(at(kind, "change", absorb)).text
    assert f'href="{at(kind, "merge", absorb)}"' in page
    found = client.get(at(kind, "merge", absorb), {"q": str(keep)}).text
    compare = f"{at(kind, 'merge', absorb)}?into={keep.pk}"
    assert compare in found
    look = client.get(compare).text
    assert "What will happen" in look
    assert str(keep) in look
    assert not Merge.objects.exists(), "looking changes nothing"
    done = client.post(at(kind, "merge", absorb), {"into": keep.pk}, follow=True)
    assert done.redirect_chain == [(f"{at(kind, 'change', keep)}#merges", 302)]
    assert "is now part of" in done.text
    absorb.refresh_from_db()
    assert absorb.merged_into == keep
    merge = Merge.objects.get()
    assert f'name="merge" value="{merge.pk}"' in done.text
    undone = client.post(at(kind, "unmerge", keep), {"merge": merge.pk}, follow=True)
    assert "they are two again" in undone.text
    absorb.refresh_from_db()
    assert absorb.merged_into is None
    again = client.post(at(kind, "unmerge", keep), {"merge": merge.pk}, follow=True)
    assert "undone already" in again.text


@each_kind
def test_split_and_merge_back(kind: str, sit: DeskClient) -> None:
    client = sit("Editor")
    record = MAKE[kind]()
    assert client.get(at(kind, "split", record)).status_code == 200
    empty = client.post(at(kind, "split", record), {})
    assert empty.text.count("This field is required") == 2
    done = client.post(at(kind, "split", record), split_of(kind, record), follow=True)
    assert "Split off" in done.text
    part = type(record)._base_manager.latest("pk")
    assert done.redirect_chain == [(f"{at(kind, 'change', part)}#merges", 302)]
    back = f"{at(kind, 'merge', part)}?into={record.pk}"
    assert back.replace("&", "&amp;") in client.get(at(kind, "change", record)).text
    client.post(at(kind, "merge", part), {"into": record.pk})
    part.refresh_from_db()
    assert part.merged_into == record


@each_kind
def test_a_split_that_is_refused_keeps_what_was_typed(kind: str, sit: DeskClient) -> None:
    record = MAKE[kind]()
    sent = split_of(kind, record)
    if kind == "claim":
        sent["rows"] = list(record.appearances.values_list("pk", flat=True))
    elif kind == "source":
        sent["rows"] = list(record.aliases.values_list("pk", flat=True))
    else:
        sent["title"] = "  "
    page = sit("Editor").post(at(kind, "split", record), sent)
    assert page.status_code == 200
    assert 'role="alert"' in page.text
    assert f'value="{sent["rows"][0]}"' in page.text
    assert "checked" in page.text
    assert not Merge.objects.exists()


@each_kind
def test_a_merged_record_is_read_and_not_edited(kind: str, sit: DeskClient) -> None:
    client = sit("Editor")
    keep, absorb = MAKE[kind](), MAKE[kind]()
    MERGE[kind](keep=keep, absorb=absorb, by=person(client))
    page = client.get(at(kind, "change", absorb)).text
    assert "Merged into" in page
    assert at(kind, "change", keep) in page
    assert 'name="_save"' not in page
    assert f'href="{at(kind, "merge", absorb)}"' not in page
    assert client.post(at(kind, "change", absorb), {}).status_code == 403
    assert 'name="_save"' in client.get(at(kind, "change", keep)).text
    refused = client.get(at(kind, "merge", absorb), {"into": keep.pk}).text
    assert "These cannot be merged" in refused


@each_kind
@pytest.mark.parametrize(("role", "may"), ROLES)
def test_who_may(kind: str, role: str, may: bool, sit: DeskClient) -> None:
    client = sit(role)
    keep, absorb, third = MAKE[kind](), MAKE[kind](), MAKE[kind]()
    merge = MERGE[kind](keep=keep, absorb=third, by=editor_of(kind))
    tries = {
        "choose": client.get(at(kind, "merge", absorb)),
        "look": client.get(at(kind, "merge", absorb), {"into": keep.pk}),
        "split": client.get(at(kind, "split", absorb)),
        "apart": client.post(at(kind, "apart", absorb), {"other": keep.pk}),
        "unmerge": client.post(at(kind, "unmerge", keep), {"merge": merge.pk}),
        "splitting": client.post(at(kind, "split", absorb), split_of(kind, absorb)),
        "merge": client.post(at(kind, "merge", absorb), {"into": keep.pk}),
    }
    expected = dict.fromkeys(tries, 403)
    if may:
        expected = {**dict.fromkeys(tries, 302), "choose": 200, "look": 200, "split": 200}
    assert {name: answer.status_code for name, answer in tries.items()} == expected
    assert Merge.objects.count() == (3 if may else 1)
    assert KeptApart.objects.count() == (1 if may else 0)
    if role:
        page = client.get(at(kind, "change", keep)).text
        assert ("Merge into…" in page) == may
        assert ">Undo<" not in page or may


@each_kind
def test_nothing_is_done_by_a_link_or_a_stranger(kind: str, sit: DeskClient, client: Client) -> None:
    editor = sit("Editor")
    keep, absorb = MAKE[kind](), MAKE[kind]()
    for step in ("unmerge", "apart"):
        assert editor.get(at(kind, step, absorb), {"other": keep.pk}).status_code == 405
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(person(editor))
    for step in ("merge", "split", "unmerge", "apart"):
        assert careful.post(at(kind, step, absorb), {"into": keep.pk}).status_code == 403
        answer = client.post(at(kind, step, absorb), {"into": keep.pk})
        assert (answer.status_code, "login" in answer["Location"]) == (302, True)
    assert not Merge.objects.exists()


@each_kind
@pytest.mark.parametrize("key", ["0", "x", "9" * 30, "-1"])
def test_what_is_not_there(kind: str, key: str, sit: DeskClient) -> None:
    client = sit("Editor")
    record = MAKE[kind]()
    assert client.get(at(kind, "merge", record), {"into": key}).status_code == 404
    assert client.post(at(kind, "apart", record), {"other": key}).status_code == 404
    assert client.post(at(kind, "unmerge", record), {"merge": key}).status_code == 404


def test_a_merge_of_others_is_not_undone_here(sit: DeskClient) -> None:
    client = sit("Editor")
    keep, absorb, other = ClaimFactory.create_batch(3)
    merge = merging.merge_claims(keep=keep, absorb=absorb, by=person(client))
    assert client.post(at("claim", "unmerge", other), {"merge": merge.pk}).status_code == 404


def test_what_is_in_the_way_is_said_with_the_way_out(sit: DeskClient) -> None:
    client = sit("Editor")
    keep, verdict = ClaimFactory.create(), VerdictFactory.create()
    page = client.get(at("claim", "merge", verdict.claim), {"into": keep.pk}).text
    assert "keep that claim, and merge the other into it" in page
    assert f"{at('claim', 'merge', keep)}?into={verdict.claim.pk}" in page
    assert ">Merge</button>" not in page
    answer = client.post(at("claim", "merge", verdict.claim), {"into": keep.pk})
    assert "keep that claim" in answer.text
    assert not Merge.objects.exists()


@pytest.mark.parametrize(("onward", "leads"), [("/admin/inbox/", True), ("https://evil.example.org/", False)])
def test_who_comes_from_elsewhere_goes_back_there(onward: str, leads: bool, sit: DeskClient) -> None:
    keep, absorb = ClaimFactory.create_batch(2)
    client = sit("Editor")
    look = client.get(at("claim", "merge", absorb), {"into": str(keep.pk), "next": onward}).text
    assert (f'value="{onward}"' in look) == leads
    answer = client.post(at("claim", "merge", absorb), {"into": keep.pk, "next": onward})
    assert (answer["Location"] == onward) == leads


@each_kind
def test_no_page_asks_more_where_there_is_more(kind: str, sit: DeskClient) -> None:
    client = sit("Editor")
    keep, absorb, record = MAKE[kind](), MAKE[kind](), MAKE[kind]()

    def more() -> None:
        for one in (keep, absorb):
            if kind == "claim":
                AppearanceFactory.create(claim=one, source=SourceFactory.create())
            elif kind == "event":
                a_claim(one)
                PositionFactory.create(event=one)
            else:
                AppearanceFactory.create(source=one)
                SourceAlias.objects.create(source=one, name=f"{one.name} {SourceAlias.objects.count()}")
        MERGE[kind](keep=record, absorb=MAKE[kind](), by=person(client))

    pages: list[tuple[str, dict[str, str]]] = [
        (at(kind, "merge", absorb), {}),
        (at(kind, "merge", absorb), {"q": str(keep)}),
        (at(kind, "merge", absorb), {"into": str(keep.pk)}),
        (at(kind, "split", absorb), {}),
        (at(kind, "change", record), {}),
    ]

    def asked() -> list[int]:
        numbers = []
        for url, sent in pages:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url, sent).status_code == 200
            numbers.append(len(queries))
        return numbers

    more()
    asked()  # what Django looks up once for a process is looked up now
    few = asked()
    for _ in range(3):
        more()
    assert asked() == few
    assert max(few) <= 50, few
