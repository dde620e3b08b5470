"""What is kept for a while only goes, and nothing before its time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.actions.forgetting import forget
from claims.models import Allowance, Replay
from tests.factories import ApiKeyFactory

pytestmark = pytest.mark.django_db


def test_counts_that_are_made_up_for() -> None:
    now = timezone.now()
    Allowance.objects.create(key="old", until=now - timedelta(minutes=2))
    Allowance.objects.create(key="new", until=now + timedelta(seconds=1))
    assert forget() == 1
    assert Allowance.objects.get().key == "new"


def test_answers_of_yesterday() -> None:
    key = ApiKeyFactory.create()
    for name, hours in (("old", 25), ("new", 23)):
        replay = Replay.objects.create(api_key=key, name=name, request_sha256="0" * 64, status=200)
        Replay.objects.filter(pk=replay.pk).update(at=timezone.now() - timedelta(hours=hours))
    assert forget() == 1
    assert Replay.objects.get().name == "new"
