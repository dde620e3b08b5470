"""The benchmarks themselves work: a small world is lawful, and every page that is timed answers."""

import pytest
from django.db import connection
from django.db.models import F, Value
from django.db.models.functions import Length, Substr
from django.test import Client

from claims.models import Appearance, Claim, Contradiction, PositionAppearance, User, Verdict
from tests.benchmarks import addresses
from tests.benchmarks.world import fill


@pytest.fixture
def world(db: None) -> None:
    fill(claims=60)


@pytest.mark.usefixtures("world")
def test_what_triggers_would_have_refused_is_not_there() -> None:
    words = Substr("version__text", F("start") + Value(1), Length("quote"))
    assert not Appearance.objects.annotate(words=words).exclude(words=F("quote")).exists()
    assert not PositionAppearance.objects.exclude(measurement__appearance=F("appearance")).exists()
    assert Claim.objects.count() == 60
    assert Contradiction.objects.count() == 6
    assert Verdict.objects.public().count() == 3
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.usefixtures("world")
def test_what_comes_next_gets_a_key_of_its_own() -> None:
    Claim.objects.create(text="A claim more.", method="editor")


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("whose", ["DESK", "SITE"])
def test_every_page_that_is_timed_answers(whose: str) -> None:
    client = Client()
    client.force_login(User.objects.get(username="editor1"))
    for name, address in getattr(addresses, whose).items():
        assert client.get(address()).status_code == 200, name
