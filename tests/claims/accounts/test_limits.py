"""Tries are counted in the database before they are made, whoever makes them and from wherever."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from claims.accounts import limits
from claims.accounts.address import UNKNOWN, client_address, counted_as
from claims.accounts.limits import Limit, TooManyTriesError
from claims.models import Tries
from tests.factories import UserFactory

RIGHT = "a long password for tests"
TOO_MANY = "Too many tries. Wait a few minutes, then try again."
WRONG = "do not belong together"


@pytest.fixture(autouse=True)
def few_tries(settings: Settings) -> None:
    settings.LOGIN_LIMITS = {"address": "6/1h", "everybody": "9/1h", "account": "3/1h"}


def attempt(client: Client, login: str, typed: str = "wrong", address: str = "192.0.2.1", **headers: Any) -> Any:
    form = {"login": login, "password": typed}
    return client.post(reverse("account_login"), form, REMOTE_ADDR=address, **headers)


def was_tried(answer: Any) -> bool:
    """Whether the password was looked at."""
    assert (TOO_MANY in answer.text) != (WRONG in answer.text)
    return WRONG in answer.text


# --- what is limited --------------------------------------------------------------------------------------------
@pytest.mark.django_db
@pytest.mark.parametrize("login", ["ada", "nobody"])
def test_an_account_whether_it_is_there_or_not(client: Client, login: str) -> None:
    UserFactory.create(username="ada")
    tried = [was_tried(attempt(client, login, address=f"192.0.2.{number}")) for number in range(5)]
    assert tried == [True, True, True, False, False]
    assert TOO_MANY in attempt(client, login, RIGHT, "192.0.2.9").text, "not even with the right password"


@pytest.mark.django_db
def test_spellings_of_one_account_are_one(client: Client) -> None:
    UserFactory.create(username="ada", email="ada.k@desk.example.org")
    spellings = [
        "ada.k@desk.example.org",
        "ADA.K@desk.example.org",
        " ada.K@desk.example.org",
        "ａda.k@desk.example.org",
    ]
    assert [was_tried(attempt(client, login)) for login in spellings] == [True, True, True, False]


@pytest.mark.django_db
def test_an_address(client: Client) -> None:
    tried = [was_tried(attempt(client, f"person{number}")) for number in range(8)]
    assert tried == [True] * 6 + [False] * 2
    assert was_tried(attempt(client, "person1", address="192.0.2.2"))


@pytest.mark.django_db
def test_everybody_together(client: Client) -> None:
    tried = [was_tried(attempt(client, f"person{number}", address=f"192.0.2.{number}")) for number in range(11)]
    assert tried == [True] * 9 + [False] * 2


@pytest.mark.django_db
def test_one_address_cannot_use_up_what_everybody_shares(client: Client) -> None:
    for number in range(20):
        attempt(client, f"person{number}")
    assert was_tried(attempt(client, "ada", address="192.0.2.2"))


@pytest.mark.django_db
def test_right_passwords_cost_nothing_and_make_up_for_nothing(client: Client) -> None:
    UserFactory.create(username="ada")
    for _ in range(5):
        assert attempt(Client(), "ada", RIGHT).status_code == 302
    assert [was_tried(attempt(client, "eve")) for _ in range(2)] == [True, True]
    assert attempt(Client(), "ada", RIGHT).status_code == 302
    assert [was_tried(attempt(client, "eve")) for _ in range(2)] == [True, False]


@pytest.mark.django_db
def test_the_admins_own_login_leads_to_the_counted_one(client: Client) -> None:
    for _ in range(5):
        answer = client.post(reverse("admin:login"), {"username": "ada", "password": "wrong"})
        assert answer["Location"].startswith(reverse("account_login"))
    assert not Tries.objects.exists()


@pytest.mark.django_db
def test_resets(client: Client) -> None:
    answers = [client.post(reverse("account_reset_password"), {"email": "ada@desk.example.org"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 200]
    assert TOO_MANY in answers[-1].text


@pytest.mark.django_db
def test_the_old_password_where_a_new_one_is_chosen(client: Client) -> None:
    client.force_login(UserFactory.create())
    form = {"oldpassword": "wrong", "password1": "entirely new words", "password2": "entirely new words"}
    pages = [client.post(reverse("account_change_password"), form).text for _ in range(4)]
    assert [TOO_MANY in page for page in pages] == [False, False, False, True]
    assert TOO_MANY in client.post(reverse("account_change_password"), {**form, "oldpassword": RIGHT}).text


# --- whose try it is --------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_a_visitor_cannot_choose_an_address(client: Client) -> None:
    tried = [
        was_tried(attempt(client, f"person{number}", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")) for number in range(8)
    ]
    assert tried == [True] * 6 + [False] * 2


@pytest.mark.django_db
def test_nor_behind_our_own_proxy(client: Client, settings: Settings) -> None:
    settings.NUM_PROXIES = 1
    tried = [
        was_tried(attempt(client, f"person{number}", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}, 198.51.100.7"))
        for number in range(8)
    ]
    assert tried == [True] * 6 + [False] * 2
    assert was_tried(attempt(client, "person1", HTTP_X_FORWARDED_FOR="198.51.100.8"))


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "203.0.113.1", "192.0.2.1"),
        (1, "203.0.113.1, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.1, 198.51.100.7", "203.0.113.1"),
        (2, "6.6.6.6, 203.0.113.1, 198.51.100.7", "203.0.113.1"),
        (2, "203.0.113.1", "192.0.2.1"),  # not through both of ours
        (1, "", "192.0.2.1"),
        (1, "nonsense", UNKNOWN),
        (1, "::ffff:203.0.113.1", "203.0.113.1"),
        (1, "[2001:db8::1]", "2001:db8::1"),
    ],
)
def test_the_address_of_who_asks(proxies: int, header: str, address: str, settings: Settings) -> None:
    settings.NUM_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=header)
    assert client_address(request) == address


def test_a_socket_file_has_no_address() -> None:
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) == UNKNOWN


def test_a_household_is_one_address() -> None:
    assert counted_as("2001:db8::1") == counted_as("2001:db8::ffff:1") != counted_as("2001:db8:0:1::1")
    assert counted_as("192.0.2.1") != counted_as("192.0.2.2")


# --- how it is counted ------------------------------------------------------------------------------------------
def once_more(name: str, limit: Limit) -> bool:
    try:
        limits._take((name, limit))
    except TooManyTriesError:
        return False
    return True


@pytest.mark.django_db
def test_tries_come_back_one_by_one() -> None:
    limit = Limit(4, timedelta(hours=4))
    assert [once_more("a", limit) for _ in range(5)] == [True, True, True, True, False]
    row = Tries.objects.get()
    Tries.objects.update(until=row.until - timedelta(minutes=61))
    assert [once_more("a", limit) for _ in range(2)] == [True, False]
    Tries.objects.update(until=timezone.now() - timedelta(days=1))
    assert [once_more("b", limit), once_more("a", limit)] == [True, True]


@pytest.mark.django_db
def test_a_refused_try_counts_nothing_anywhere(rf: RequestFactory) -> None:
    request = rf.post("/", REMOTE_ADDR="192.0.2.1")
    for _ in range(3):
        limits.take("password", request=request, account="ada")
    before = set(Tries.objects.values_list("key", "until"))
    with pytest.raises(TooManyTriesError):
        limits.take("password", request=request, account="ada")
    assert set(Tries.objects.values_list("key", "until")) == before


@pytest.mark.django_db
def test_rows_that_mean_nothing_any_more_are_swept_up(rf: RequestFactory) -> None:
    past = timezone.now() - timedelta(minutes=1)
    Tries.objects.bulk_create(Tries(key=f"old{number}", until=past) for number in range(25))
    for number in range(3):
        limits.take("password", request=rf.post("/"), account=f"person{number}")
    assert Tries.objects.filter(key__startswith="old").count() == 0
    assert Tries.objects.count() == 5, "an address, everybody, three accounts"


@pytest.mark.django_db
def test_what_a_try_costs(rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(6):  # three counts, the sweep, and the test's savepoint around them
        limits.take("password", request=rf.post("/"), account="ada")


@pytest.mark.django_db
def test_the_table_does_not_tell_what_was_typed(rf: RequestFactory) -> None:
    limits.take("password", request=rf.post("/"), account="my password by mistake")
    keys = "".join(Tries.objects.values_list("key", flat=True))
    assert len(keys) == 3 * 64
    assert "mistake" not in keys


@pytest.mark.parametrize("text", ["", "10", "10/30", "0/30m", "10/0m", "-1/5m", "10/30d", "ten/30m"])
def test_what_is_no_limit(text: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="is not a limit: write 10/30m"):
        Limit.read(text)


def test_what_is_a_limit() -> None:
    assert Limit.read("10/30m") == Limit(10, timedelta(minutes=30))
    assert Limit.read("1/90s") == Limit(1, timedelta(seconds=90))


# --- at the same moment -----------------------------------------------------------------------------------------
def hammer(threads: int, tries: int) -> int:
    """How many of `threads` × `tries` wrong passwords for one account, all from different addresses, were tried."""
    barrier = Barrier(threads)

    def run(number: int) -> int:
        client = Client()
        try:
            barrier.wait(timeout=20)
            return sum(was_tried(attempt(client, "ada", address=f"10.{number}.0.{n}")) for n in range(tries))
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(run, range(threads)))


PROCESS = """
import os, sys
import django
django.setup()
from django.conf import settings
from django.db import connections
connections["default"].settings_dict["NAME"] = sys.argv[1]
settings.LOGIN_LIMITS = {"address": "6/1h", "everybody": "900/1h", "account": "7/1h"}
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
from tests.claims.accounts.test_limits import hammer
print(hammer(10, 3))
"""


@pytest.mark.django_db(transaction=True)
def test_twenty_threads_of_two_processes_get_no_more_tries_than_one() -> None:
    UserFactory.create(username="ada")
    name = str(connection.settings_dict["NAME"])
    command = [sys.executable, "-c", PROCESS, name]
    processes = [
        subprocess.Popen(command, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    answers = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], answers
    assert sum(int(out) for out, _ in answers) == 7
