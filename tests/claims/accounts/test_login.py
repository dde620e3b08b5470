"""Logging in: one door for the desk and the admin, and no word about who has an account."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from claims.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

RIGHT = "a long password for tests"
WRONG = "That name and password do not belong together."


def log_in(client: Client, login: str, typed: str = RIGHT) -> Any:
    return client.post(reverse("account_login"), {"login": login, "password": typed})


def is_in(client: Client) -> bool:
    return client.get(reverse("admin:index")).status_code == 200


@pytest.mark.parametrize("login", ["ada", "ada@desk.example.org", " Ada@Desk.Example.ORG "])
def test_by_name_or_address(client: Client, login: str) -> None:
    UserFactory.create(username="ada", email="ada@desk.example.org")
    assert log_in(client, login)["Location"] == reverse("admin:index")
    assert is_in(client)


def test_the_admins_own_login_is_the_same_door(client: Client) -> None:
    answer = client.get(reverse("admin:claims_claim_changelist"), follow=True)
    assert answer.redirect_chain[-1][0] == "/accounts/login/?next=%2Fadmin%2Fclaims%2Fclaim%2F"
    assert b"Log in to the desk" in answer.content
    UserFactory.create(username="ada")
    shut = client.post(reverse("admin:login"), {"username": "ada", "password": RIGHT})
    assert shut.status_code == 302
    assert shut["Location"].startswith(reverse("account_login"))
    assert not is_in(client)
    answer = client.post("/accounts/login/?next=/admin/claims/claim/", {"login": "ada", "password": RIGHT})
    assert answer["Location"] == "/admin/claims/claim/"


@pytest.mark.parametrize("next_page", ["https://evil.example.org/", "//evil.example.org", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere(client: Client, next_page: str) -> None:
    UserFactory.create(username="ada")
    answer = client.post(reverse("account_login"), {"login": "ada", "password": RIGHT, "next": next_page})
    assert answer["Location"] == reverse("admin:index")


CLOSED: dict[str, dict[str, Any]] = {
    "switched off": {"is_active": False},
    "not staff": {"is_staff": False},
    "no password yet": {"password": "!"},
    "a service": {"is_service": True, "is_staff": False, "password": "!"},
}


@pytest.mark.parametrize("why", CLOSED)
def test_who_may_not_log_in_is_answered_like_a_stranger(client: Client, why: str) -> None:
    UserFactory.create(username="ada", **CLOSED[why])
    one, other = log_in(client, "ada"), log_in(client, "nobody")
    assert one.status_code == other.status_code == 200
    assert WRONG in one.text
    texts = [re.sub(r'value="[^"]*"', "", answer.text) for answer in (one, other)]
    assert texts[0] == texts[1]
    assert not is_in(client)


@pytest.mark.parametrize("login", ["ada", "ada@desk.example.org", "nobody", "nobody@desk.example.org"])
def test_each_try_costs_one_hash(client: Client, login: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise a clock tells who has an account."""
    from django.contrib.auth.hashers import MD5PasswordHasher

    UserFactory.create(username="ada", email="ada@desk.example.org")
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    log_in(client, login, "wrong")
    assert len(hashed) == 1


def test_switching_somebody_off_ends_what_they_do(client: Client) -> None:
    user = UserFactory.create(username="ada")
    log_in(client, "ada")
    assert is_in(client)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert not is_in(client)


def test_nobody_signs_up(client: Client) -> None:
    assert "Nobody signs up here" in client.get(reverse("account_signup")).text
    form = {"username": "eve", "email": "eve@example.org", "password1": RIGHT}
    client.post(reverse("account_signup"), form)
    assert not User.objects.exists()


def test_a_forgotten_password(client: Client) -> None:
    UserFactory.create(username="ada", email="ada@desk.example.org")
    client.post(reverse("account_reset_password"), {"email": "Ada@desk.example.org"})
    [message] = mail.outbox
    assert message.to == ["ada@desk.example.org"]
    [link] = re.findall(r"http://testserver(/\S+)", str(message.body))
    page = client.get(link, follow=True)
    assert "Choose a password" in page.text
    new = {"password1": "entirely new words", "password2": "entirely new words"}
    assert client.post(page.redirect_chain[-1][0], new)["Location"] == reverse("account_reset_password_from_key_done")
    assert not is_in(client), "the link alone is no log-in"
    assert "no longer works" in Client().get(link, follow=True).text
    log_in(client, "ada", "entirely new words")
    assert is_in(client)


@pytest.mark.parametrize("why", ["nobody", *CLOSED])
def test_a_reset_tells_only_the_address_itself(client: Client, why: str) -> None:
    if why != "nobody":
        UserFactory.create(username="eve", email="eve@desk.example.org", **CLOSED[why])
    UserFactory.create(username="ada", email="ada@desk.example.org")
    answers = [
        client.post(reverse("account_reset_password"), {"email": f"{name}@desk.example.org"}, follow=True)
        for name in ("ada", "eve")
    ]
    assert answers[0].text == answers[1].text
    assert [message.to for message in mail.outbox] == [["ada@desk.example.org"], ["eve@desk.example.org"]]
    has_link = "/password/reset/key/" in str(mail.outbox[1].body)
    assert has_link == (why == "no password yet"), "this is how somebody new chooses their first"


def test_the_admins_own_form_for_passwords_is_not_there(client: Client) -> None:
    client.force_login(UserFactory.create())
    assert client.get("/admin/password_change/")["Location"] == reverse("account_change_password")
    assert client.post("/admin/password_change/", {"old_password": "x"}).status_code == 302
