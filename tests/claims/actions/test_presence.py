"""Who is here: after half a minute without a call they are gone, after ten minutes without a key idle."""

from datetime import UTC, datetime, timedelta

import pytest

from claims.actions.presence import be_present, forget_visits, in_words, others_on
from claims.models import Presence
from tests.factories import ClaimFactory, UserFactory

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_gone_after_half_a_minute_and_idle_after_ten() -> None:
    claim, (ada, bo) = ClaimFactory.create(), UserFactory.create_batch(2)
    be_present(on=claim, by=ada, is_active=True, now=NOW)
    assert [one.person for one in others_on(claim, by=bo, now=NOW + timedelta(seconds=29))] == [ada]
    assert others_on(claim, by=bo, now=NOW + timedelta(seconds=30)) == []
    assert others_on(claim, by=ada, now=NOW) == [], "oneself is no other"
    assert others_on(ClaimFactory.create(), by=bo, now=NOW) == [], "another record"
    for minutes, idle in ((10, False), (11, True)):
        later = NOW + timedelta(minutes=minutes)
        be_present(on=claim, by=ada, is_active=False, now=later)
        [here] = others_on(claim, by=bo, now=later)
        assert here.is_idle(later) == idle
        assert in_words([here], now=later) == f"Also here: {ada.called}{' (idle)' if idle else ''}"
    be_present(on=claim, by=ada, is_active=True, now=later)
    assert not others_on(claim, by=bo, now=later)[0].is_idle(later)


def test_old_visits_are_cleared_away() -> None:
    ada, bo = UserFactory.create_batch(2)
    for person in (ada, bo):
        be_present(on=ClaimFactory.create(), by=person, is_active=True, now=NOW)
    be_present(on=ClaimFactory.create(), by=ada, is_active=True, now=NOW + timedelta(minutes=50))
    forget_visits(by=ada, now=NOW + timedelta(minutes=61))
    assert [row.person for row in Presence.objects.order_by("id")] == [bo, ada]
