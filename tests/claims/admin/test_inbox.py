"""The inbox: what is shown, what a step leads to, and who may take it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.actions import leases
from claims.models import Claim, Lease, Step, User
from tests import factories
from tests.claims.admin.conftest import DeskClient, person

INBOX = "/admin/inbox/"
MOST = 34
"""Queries of the whole page: session, person and permissions, sidebar, filters, queue, lease, and one claim's all."""


@pytest.fixture
def editor(sit: DeskClient) -> Client:
    return sit("Editor")


def suggestion(score: float = 0.5, **fields: Any) -> Claim:
    claim: Claim = factories.ClaimFactory.create(status="suggested", score=score, **fields)
    return claim


def listed(client: Client, query: str = "") -> list[Claim]:
    return [row.claim for row in client.get(INBOX + query).context["rows"]]


def opened(answer: Any) -> Claim | None:
    item = answer.context["item"]
    return item.claim if item else None


def decide(client: Client, *claims: Claim, query: str = "", **form: Any) -> Any:
    """Post a step, and follow to where it leads."""
    chosen = {"claim": [claim.pk for claim in claims], **form}
    return client.post(reverse("desk_inbox_decide") + query, chosen, follow=True)


def said(answer: Any) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def test_the_likeliest_to_be_worth_checking_comes_first_and_is_open(editor: Client) -> None:
    low, high = suggestion(0.2), suggestion(0.9)
    factories.ClaimFactory.create()
    page = editor.get(INBOX)
    assert [row.claim for row in page.context["rows"]] == [high, low]
    assert opened(page) == high
    assert str(page.context["place"]) == "1 of 2"
    assert Lease.objects.get().object_id == high.pk


def test_newest_first(editor: Client) -> None:
    old, new = suggestion(0.9), suggestion(0.2)
    Claim.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=2))
    assert listed(editor, "?sort=newest") == [new, old]


FILTERS: dict[str, tuple[Callable[[User], dict[str, Any]], Callable[[Claim], str]]] = {
    "event": (lambda _: {}, lambda claim: f"event={claim.event_id}"),
    "language": (lambda _: {"language": "fr"}, lambda _: "language=fr"),
    "score": (lambda _: {"score": 0.8}, lambda _: "score=0.8"),
    "me": (lambda user: {"assignee": user}, lambda _: "assigned=me"),
}


@pytest.mark.parametrize(("fields", "query"), FILTERS.values(), ids=FILTERS)
def test_filters(fields: Callable[[User], dict[str, Any]], query: Callable[[Claim], str], editor: Client) -> None:
    wanted = suggestion(**fields(person(editor)))
    suggestion(0.3)
    assert listed(editor, f"?{query(wanted)}") == [wanted]


def test_filters_by_topic_outlet_and_nobody(editor: Client) -> None:
    wanted = suggestion()
    suggestion(assignee=factories.UserFactory.create())
    topic = factories.TopicFactory.create()
    wanted.topics.add(topic)
    said_in = factories.AppearanceFactory.create(claim=wanted)
    factories.AppearanceFactory.create(claim=wanted, version=said_in.version, quote="93 votes in favour")
    for query in (f"topic={topic.pk}", f"publisher={said_in.version.article.publisher.name}", "assigned=nobody"):
        assert listed(editor, f"?{query}") == [wanted], query


@pytest.mark.parametrize("query", ["?score=2", "?language=xx", "?sort=colour", "?topic=0", "?event=none"])
def test_a_filter_that_cannot_be_read_finds_nothing_and_says_so(query: str, editor: Client) -> None:
    suggestion()
    page = editor.get(INBOX + query)
    assert page.context["rows"] == []
    assert page.context["queue"].form.errors


@pytest.mark.parametrize("query", ["?start=nonsense", "?start=WzEsMl0", "?after=x"])
def test_a_place_that_is_none(query: str, editor: Client) -> None:
    suggestion()
    assert editor.get(INBOX + query).status_code == 400


@pytest.mark.parametrize("key", ["0", "x", "99999999"])
def test_a_claim_that_there_is_not(key: str, editor: Client) -> None:
    assert editor.get(f"{INBOX}?claim={key}").status_code == 404


@pytest.mark.parametrize("sort", ["worth", "newest"])
def test_pages_follow_each_other_without_gap_or_repeat(sort: str, editor: Client) -> None:
    claims = [suggestion(0.5) for _ in range(60)]
    query, seen = f"?sort={sort}", []
    while query:
        page = editor.get(INBOX + query)
        seen += [row.claim for row in page.context["rows"]]
        back, query = page.context["newer"], page.context["older"]
    assert seen == list(reversed(claims))
    assert [row.claim for row in editor.get(INBOX + back).context["rows"]] == seen[25:50]


def test_nothing_is_skipped_where_rows_are_decided_meanwhile(editor: Client) -> None:
    claims = [suggestion(1 - number / 100) for number in range(40)]
    page = editor.get(INBOX)
    Claim.objects.filter(pk__in=[claim.pk for claim in claims[:20]]).update(status="accepted")
    assert listed(editor, page.context["older"]) == claims[25:]


def test_merging_begins_here_and_comes_back_here(editor: Client) -> None:
    claim, other = suggestion(0.9), suggestion(0.1)
    page = editor.get(INBOX).text
    address = reverse("admin:claims_claim_merge", args=[claim.pk])
    assert f'href="{address}?next={INBOX}" hx-boost="false" data-key="m"' in page
    answer = editor.post(f"{address}?next={INBOX}", {"into": other.pk, "next": INBOX})
    assert (answer.status_code, answer["Location"]) == (302, INBOX)
    assert opened(editor.get(INBOX)) == other


def test_what_another_has_in_hand_is_passed_over_and_shown_as_theirs(editor: Client) -> None:
    first, second = suggestion(0.9), suggestion(0.8)
    leases.take(item=first, by=factories.UserFactory.create(first_name="Bea", last_name="Low", groups=["Editor"]))
    page = editor.get(INBOX)
    assert opened(page) == second
    assert "Bea Low has it" in page.text
    page = editor.get(f"{INBOX}?claim={first.pk}")
    assert "has this before them until" in page.text
    assert not page.context["may_decide"]
    assert "Bea Low has this before them" in said(decide(editor, first, do="accept"))[0]
    assert Claim.objects.get(pk=first.pk).status == "suggested"


def test_holding_on(editor: Client, sit: DeskClient) -> None:
    claim = suggestion()
    url = reverse("desk_inbox_hold", args=[claim.pk])
    assert editor.post(url).status_code == 204
    assert sit("Chief").post(url).status_code == 409
    assert sit("Reporter").post(url).status_code == 409
    assert editor.get(url).status_code == 405


def test_who_may_not_decide_reads_and_takes_nothing(sit: DeskClient) -> None:
    claim = suggestion()
    reporter = sit("Reporter")
    page = reporter.get(INBOX)
    assert opened(page) == claim
    assert 'name="do"' not in page.text
    assert not Lease.objects.exists()
    assert "may not do this" in said(decide(reporter, claim, do="accept"))[0]
    form = {"edit-text": "Other words"}
    assert "may not do this" in said(reporter.post(reverse("desk_inbox_edit", args=[claim.pk]), form, follow=True))[0]
    assert not Step.objects.exists()


@pytest.mark.parametrize(
    "name", ["desk_inbox", "desk_inbox_steps", "desk_inbox_decide", "desk_inbox_undo", "desk_inbox_edit"]
)
def test_nobody_else_comes_in(name: str, sit: DeskClient, client: Client) -> None:
    claim = suggestion()
    url = reverse(name, args=[claim.pk] if name == "desk_inbox_edit" else [])
    send = "get" if name in {"desk_inbox", "desk_inbox_steps"} else "post"
    assert getattr(sit(""), send)(url).status_code == 403
    assert getattr(client, send)(url)["Location"].startswith(reverse("admin:login"))
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(factories.UserFactory.create(groups=["Editor"]))
    assert careful.post(url, {"claim": claim.pk, "do": "accept"}).status_code in {403, 405}
    assert Claim.objects.get().status == "suggested"


def test_htmx_is_given_the_panes_alone(editor: Client) -> None:
    suggestion()
    whole, panes = editor.get(INBOX), editor.get(INBOX, headers={"HX-Request": "true"})
    assert 'id="cc-inbox"' in panes.text
    assert "<html" in whole.text
    assert "<html" not in panes.text
    assert "HX-Request" in panes["Vary"]
    back = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in editor.get(INBOX, headers=back).text


def rich(number: int) -> None:
    """Suggestions of one event with all that the page shows of them."""
    event = factories.EventFactory.create()
    for row in range(number):
        claim = suggestion(event=event, assignee=factories.UserFactory.create(), text=f"It cost {row} million")
        claim.topics.add(factories.TopicFactory.create())
        appearance = factories.AppearanceFactory.create(claim=claim, source=factories.SourceFactory.create())
        factories.MeasurementFactory.create(appearance=appearance)
        factories.MembershipFactory.create(appearance=appearance)
        leases.take(item=suggestion(0.4), by=factories.UserFactory.create())
        factories.RejectionReasonFactory.create()


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "panes"])
def test_more_rows_take_no_more_queries(headers: dict[str, str], editor: Client) -> None:
    def asked() -> int:
        editor.get(INBOX, headers=headers)  # takes the first in hand, which the next only renews
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(INBOX, headers=headers).status_code == 200
        return len(queries)

    rich(1)
    few = asked()
    rich(59)
    assert asked() == few <= MOST
