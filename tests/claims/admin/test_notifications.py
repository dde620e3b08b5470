"""What a person is told, on their own page, and how they choose to be told."""

from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.actions import comments, mailing, verdicts, watching
from claims.models import Notification, User, VerdictEvidence
from tests import factories
from tests.claims.admin.conftest import DeskClient, person

pytestmark = pytest.mark.django_db
PAGE = "/admin/notifications/"


def editor() -> User:
    made: User = factories.UserFactory.create(first_name="Chi", groups=["Editor"])
    return made


def tell(client: Client, *, number: int = 1, text: str = "Hm.") -> list[Notification]:
    """Notifications of comments on claims, each on another."""
    by = editor()
    for _ in range(number):
        claim = factories.ClaimFactory.create()
        watching.watch(item=claim, by=person(client))
        comments.comment(item=claim, by=by, text=text)
    return list(Notification.objects.filter(recipient=person(client)).order_by("pk"))


def test_everybody_reads_their_own_alone(sit: DeskClient) -> None:
    one, two = sit("Reporter"), sit("Chief")
    [mine] = tell(one, text="For the reporter alone")
    assert "For the reporter alone" in one.get(PAGE).text
    assert "For the reporter alone" not in two.get(PAGE).text
    assert two.get(reverse("desk_notification", args=[mine.pk])).status_code == 404
    two.post(reverse("desk_notifications_read"), {"one": mine.pk})
    two.post(reverse("desk_notifications_read"), {"newest": mine.pk})
    mine.refresh_from_db()
    assert mine.read_at is None


@pytest.mark.parametrize("role", ["Reporter", "Editor", "Chief", "Auditor", ""])
def test_every_role_has_a_page_and_settings(role: str, sit: DeskClient, client: Client) -> None:
    desk = sit(role)
    for url in (PAGE, "/admin/settings/"):
        assert desk.get(url).status_code == 200
        assert client.get(url)["Location"].startswith(reverse("admin:login"))
    assert "Nothing new." in desk.get(PAGE).text


def test_what_one_may_see_no_more_is_not_shown(sit: DeskClient) -> None:
    client = sit("Reporter")
    [row] = tell(client, text="Said of a claim")
    person(client).groups.clear()
    assert "Said of a claim" not in client.get(PAGE).text
    assert client.get(reverse("desk_notification", args=[row.pk])).status_code == 404
    assert "cc-new" not in client.get(PAGE).text


def test_following_the_link_reads_it_and_leads_to_the_comment(sit: DeskClient) -> None:
    client = sit("Reporter")
    [row] = tell(client)
    assert '<span class="cc-new">1<' in client.get(PAGE).text
    answer = client.get(reverse("desk_notification", args=[row.pk]))
    key = row.event.removeprefix("comment ")
    assert answer["Location"] == f"/admin/claims/claim/{row.object_id}/change/#comment-{key}"
    row.refresh_from_db()
    assert row.read_at is not None
    assert "cc-new" not in client.get(PAGE).text


def test_who_is_asked_to_read_a_verdict_is_led_to_the_page_for_that(sit: DeskClient) -> None:
    client = sit("Editor")
    draft = factories.VerdictFactory.create(author=editor())
    VerdictEvidence.objects.create(verdict=draft, evidence=factories.EvidenceFactory.create())
    verdicts.submit(verdict=draft, by=draft.author, to=person(client))
    answer = client.get(reverse("desk_notification", args=[Notification.objects.get().pk]))
    assert answer["Location"] == reverse("admin:claims_verdict_read", args=[draft.pk])


def test_one_or_all_are_marked_as_read(sit: DeskClient) -> None:
    client = sit("Reporter")
    first, second, third = tell(client, number=3)
    answer = client.post(reverse("desk_notifications_read"), {"one": first.pk}, follow=True)
    assert "Marked as read: 1." in answer.text
    [later] = tell(client)[-1:]
    answer = client.post(reverse("desk_notifications_read"), {"newest": third.pk}, follow=True)
    assert "Marked as read: 2." in answer.text
    assert set(Notification.objects.unread()) == {later}, "what came since stays new"
    assert client.post(reverse("desk_notifications_read"), {}).status_code == 404
    assert client.get(reverse("desk_notifications_read")).status_code == 405
    assert second in Notification.objects.filter(read_at__isnull=False)


def test_new_ones_come_first_and_every_page_goes_on_where_the_last_ended(sit: DeskClient) -> None:
    client = sit("Reporter")
    rows = tell(client, number=70)
    read = rows[::2]
    Notification.objects.filter(pk__in=[row.pk for row in read]).update(read_at=timezone.now())
    expected = [row.pk for row in reversed(rows[1::2])] + [row.pk for row in reversed(read)]
    seen: list[int] = []
    query: dict[str, Any] = {}
    for _ in range(3):
        answer = client.get(PAGE, query)
        seen += [row.pk for part in ("new", "read") for row in answer.context[part]]
        query = {"after": answer.context["older"]}
    assert seen == expected
    assert query == {"after": ""}


@pytest.mark.parametrize("after", ["x", "new", "new-", "new-x", f"read-{'9' * 30}", "old-1"])
def test_no_place(after: str, sit: DeskClient) -> None:
    assert sit("Reporter").get(PAGE, {"after": after}).status_code == 404


def test_more_take_no_more_queries(sit: DeskClient) -> None:
    client = sit("Reporter")

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE).status_code == 200
        return len(queries)

    tell(client, number=2)
    Notification.objects.filter(pk=Notification.objects.earliest("pk").pk).update(read_at=timezone.now())
    asked()
    few = asked()
    tell(client, number=40)
    assert asked() <= few <= 16


def test_a_page_of_the_desk_asks_once_how_many_are_new(sit: DeskClient) -> None:
    client = sit("Reporter")
    tell(client, number=3)
    with CaptureQueriesContext(connection) as queries:
        text = client.get(reverse("admin:index")).text
    assert len([one for one in queries if "claims_notification" in one["sql"]]) == 1
    assert '<span class="cc-new">3<' in text


def test_how_one_is_told_is_ones_own_choice(sit: DeskClient) -> None:
    client = sit("Reporter")
    me = person(client)
    me.email = "me@example.org"
    me.save()
    assert "E-mails go to me@example.org" in client.get("/admin/settings/").text
    answer = client.post("/admin/settings/", {"notices": "at_once"}, follow=True)
    assert "Saved." in answer.text
    tell(client)
    mailing.send_due_notices()
    assert len(mail.outbox) == 1
    client.post("/admin/settings/", {"notices": "never"})
    tell(client)
    mailing.send_due_notices()
    assert len(mail.outbox) == 1
    assert client.post("/admin/settings/", {"notices": "hourly"}).status_code == 200
    assert User.objects.get(pk=me.pk).notices == "never"


def test_who_has_no_address_reads_why_nothing_comes(sit: DeskClient) -> None:
    assert "ask a chief to add it" in sit("Reporter").get("/admin/settings/").text
