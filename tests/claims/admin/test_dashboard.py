"""The front page: every number leads to exactly the rows it counts, and none is counted further than people read."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import IngestAttempt
from claims.actions import review, triage
from claims.actions.weeks import last_weeks
from claims.admin import counting
from claims.admin.late import ALL, LATE
from claims.admin.queues import QUEUES, Queue, counts
from claims.models import Claim, Contradiction, ErrorReport, PipelineRun, User, Verdict, Week
from tests import factories
from tests.claims.admin.conftest import DeskClient, person

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)  # a Wednesday
MOST = 34


@pytest.fixture
def editor(sit: DeskClient) -> Client:
    return sit("Editor")


def waiting(days: int) -> None:
    """One of everything that can wait, for so long."""
    since = timezone.now() - timedelta(days=days, hours=1)
    Claim.objects.filter(pk=factories.ClaimFactory.create(status="suggested").pk).update(created_at=since)
    Contradiction.objects.filter(pk=factories.ContradictionFactory.create().pk).update(found_at=since)
    verdict = factories.submit(factories.VerdictFactory.create())
    Verdict.objects.filter(pk=verdict.pk).update(submitted_at=since)


def fill(user: User) -> None:
    """Something in every queue, and beside it what belongs in none."""
    for days in (0, 4, 10, 50):
        waiting(days)
    other = factories.UserFactory.create()
    for holder in (user, other):
        factories.ClaimFactory.create(status="accepted", assignee=holder)
        factories.ClaimFactory.create(status="suggested", assignee=holder)
        factories.ContradictionFactory.create(status="suggested", assignee=holder)
        factories.VerdictFactory.create(assignee=holder)
        factories.VerdictFactory.create(author=holder)
    answered = factories.publish(factories.VerdictFactory.create(claim__assignee=user))
    Verdict.objects.filter(pk=answered.pk).update(needs_review="A contradiction was reopened")
    factories.ContradictionFactory.create(reopened_reason="New evidence")
    approved = factories.submit(factories.VerdictFactory.create())
    Verdict.objects.filter(pk=approved.pk).update(
        status="scheduled", published_by=other, publish_at=timezone.now(), publish_error="A link is dead."
    )
    for keeper in (None, user):
        ErrorReport.objects.create(page="/claims/", text="A figure is wrong.", language="en", assignee=keeper)
    IngestAttempt.objects.create(identifier="x", outcome="failed", reason="Empty")
    version = factories.VersionFactory.create()
    PipelineRun.objects.create(version=version, station="detect", method="x/1", error="Broken")


def rows_at(client: Client, queue: Queue) -> set[int]:
    """What the list that a count leads to shows."""
    context = client.get(queue.url).context
    rows = [row.claim for row in context["rows"]] if queue.page else context["cl"].result_list
    return {row.pk for row in rows}


def test_every_count_leads_to_exactly_the_rows_it_counts(editor: Client) -> None:
    user = person(editor)
    fill(user)
    numbers = counts(user, ALL)
    for queue in ALL:
        expected = set(queue.rows(user).values_list("pk", flat=True))
        assert expected, f"{queue.key}: nothing to compare"
        assert rows_at(editor, queue) == expected, queue.key
        assert numbers[queue.key] == len(expected), queue.key


def test_the_page_shows_the_counts_and_links_them(editor: Client) -> None:
    user = person(editor)
    fill(user)
    page = editor.get(reverse("admin:index"))
    numbers = counts(user, ALL)
    for queue in ALL:
        assert f'href="{queue.url.replace("&", "&amp;")}"' in page.text, queue.key
    shown = {entry["queue"].key: entry["count"] for entry in page.context["mine"] + page.context["queues"]}
    assert shown == {queue.key: str(numbers[queue.key]) for queue in QUEUES}


def test_keys_of_queues_are_their_own() -> None:
    assert len({queue.key for queue in ALL}) == len(ALL)


@pytest.mark.parametrize("bands", LATE.values(), ids=LATE)
@pytest.mark.parametrize(("days", "band"), [(2, None), (3, 0), (7, 0), (8, 1), (30, 1), (31, 2), (400, 2)])
@pytest.mark.django_db
def test_what_waits_is_in_one_band_or_not_late(bands: tuple[Queue, ...], days: int, band: int | None) -> None:
    waiting(days)
    user = factories.UserFactory.create()
    found = [queue.rows(user).count() for queue in bands]
    assert found == [int(number == band) for number in range(len(bands))]


def test_counting_stops_at_the_cap(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST", 2)
    factories.ClaimFactory.create_batch(5, status="suggested")
    user = person(editor)
    with CaptureQueriesContext(connection) as queries:
        numbers = counts(user, QUEUES)
    assert numbers["suggested_claims"] == 3, "one more than the cap tells that there are more"
    assert len(queries) == 1
    assert queries[0]["sql"].count("LIMIT 3") == len(QUEUES)
    assert counting.shown(2) == "2"
    assert ">2+</span> Suggested claims" in editor.get(reverse("admin:index")).text


def test_a_reader_without_a_role_sees_no_number(sit: DeskClient) -> None:
    page = sit("").get(reverse("admin:index"))
    assert "Ask a superuser for a group" in page.text
    assert page.context["weeks"] is None
    assert page.context["late"] == []


def test_more_rows_take_no_more_queries(editor: Client) -> None:
    user = person(editor)

    def asked() -> int:
        editor.get(reverse("admin:index"))
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(reverse("admin:index")).status_code == 200
        return len(queries)

    fill(user)
    few = asked()
    for _ in range(4):
        fill(user)
    assert asked() == few <= MOST


# --- weeks ------------------------------------------------------------------------------------------------------
Happen = Callable[[datetime], None]


def decided(at: datetime) -> None:
    claim = factories.ClaimFactory.create(status="suggested")
    Claim.objects.filter(pk=claim.pk).update(created_at=NOW - timedelta(weeks=50))
    triage.accept(claims=[claim], by=factories.UserFactory.create(is_superuser=True))
    review.edit_claim(
        claim=claim, by=factories.UserFactory.create(is_superuser=True), text="Better", short_text="", topics=[]
    )
    move_history(claim, at)


def move_history(claim: Claim, at: datetime) -> None:
    """What is written now is told as of `at`; the history itself lets nobody do that."""
    lines: Any = claim.pgh_event_model  # type: ignore[attr-defined]  # pghistory.track adds it
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        lines.objects.filter(pgh_obj_id=claim.pk).update(pgh_created_at=at)
        cursor.execute("SET LOCAL session_replication_role = origin")


def suggested(at: datetime) -> None:
    Claim.objects.filter(pk=factories.ClaimFactory.create(status="suggested").pk).update(created_at=at)


def found(at: datetime) -> None:
    Contradiction.objects.filter(pk=factories.ContradictionFactory.create().pk).update(found_at=at)


def settled(at: datetime) -> None:
    made = factories.ContradictionFactory.create(
        status="resolved",
        resolution="different_as_of",
        resolution_note="Counted later.",
        resolved_by=factories.UserFactory.create(),
        resolved_at=at,
    )
    Contradiction.objects.filter(pk=made.pk).update(found_at=NOW - timedelta(weeks=50))


HAPPENINGS: dict[str, Happen] = {
    "claims_suggested": suggested,
    "contradictions_found": found,
    "claims_decided": decided,
    "contradictions_settled": settled,
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", HAPPENINGS)
def test_a_week_counts_what_happened_in_it_once(name: str) -> None:
    monday = datetime(2026, 11, 9, tzinfo=UTC)
    HAPPENINGS[name](monday)
    HAPPENINGS[name](monday + timedelta(days=7, seconds=-1))
    HAPPENINGS[name](monday - timedelta(seconds=1))
    weeks = last_weeks(until=NOW)
    assert [week.starts_on.isoformat() for week in weeks[-3:]] == ["2026-11-02", "2026-11-09", "2026-11-16"]
    assert [getattr(week, name) for week in weeks[-3:]] == [1, 2, 0]


@pytest.mark.django_db
def test_a_week_that_is_over_is_counted_once_and_the_one_that_runs_every_few_minutes() -> None:
    last_weeks(until=NOW)
    suggested(NOW - timedelta(days=7))
    suggested(NOW)
    with CaptureQueriesContext(connection) as queries:
        assert last_weeks(until=NOW + timedelta(minutes=4))[-1].claims_suggested == 0
    assert len(queries) == 1
    weeks = last_weeks(until=NOW + timedelta(minutes=6))
    assert [week.claims_suggested for week in weeks[-2:]] == [0, 1], "what is over stays as it was counted"
    assert Week.objects.count() == 12


@pytest.mark.django_db
def test_a_week_counted_while_it_ran_is_counted_again_when_it_is_over() -> None:
    last_weeks(until=NOW)
    suggested(NOW + timedelta(days=2))
    assert last_weeks(until=NOW + timedelta(weeks=1))[-2].claims_suggested == 1
