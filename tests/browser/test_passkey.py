"""A passkey in the browser's own hands: set up, used as the second factor, used alone, and refused to somebody else."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django import Settings

from claims.models import User
from tests.browser.looks import serious_violations
from tests.factories import UserFactory

WORDS = "a long password for tests"


@pytest.fixture(autouse=True)
def required(settings: Settings) -> None:
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.fixture
def editor(transactional_db: None) -> User:
    return UserFactory.create(groups=["Editor"])


@pytest.fixture
def authenticator(page: Page) -> Callable[[bool], None]:
    """A key in the machine itself, as Chromium plays it for tests; the call tells whether its owner is there."""
    session: Any = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
            }
        },
    )

    def present(is_owner: bool) -> None:
        session.send(
            "WebAuthn.setUserVerified", {"authenticatorId": made["authenticatorId"], "isUserVerified": is_owner}
        )

    return present


def give_password(page: Page, user: User) -> None:
    page.goto(reverse("account_login"))
    page.get_by_label("Name or e-mail address").fill(user.username)
    page.get_by_label("Password").fill(WORDS)
    page.get_by_role("button", name="Log in").click()


def add_passkey(page: Page, user: User) -> None:
    give_password(page, user)
    expect(page.get_by_role("heading", name="Keep your account safe")).to_be_visible()
    page.get_by_role("link", name="Add a passkey or key").click()
    assert serious_violations(page) == []
    page.get_by_label("What you call it").fill("This laptop")
    page.get_by_label("Log in with it alone").check()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()


def log_out(page: Page) -> None:
    page.context.clear_cookies()


@pytest.mark.usefixtures("clean_console", "authenticator")
def test_a_passkey_is_the_second_factor(page: Page, editor: User) -> None:
    add_passkey(page, editor)
    assert Authenticator.objects.filter(user=editor, type=Authenticator.Type.WEBAUTHN).count() == 1
    log_out(page)
    give_password(page, editor)
    expect(page.get_by_role("heading", name="Your second factor")).to_be_visible()
    page.get_by_role("button", name="Use a passkey or key").click()
    page.wait_for_url("**/admin/")


@pytest.mark.usefixtures("clean_console", "authenticator")
def test_a_passkey_alone_lets_its_owner_in(page: Page, editor: User) -> None:
    add_passkey(page, editor)
    log_out(page)
    page.goto(reverse("account_login"))
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/admin/")


def test_a_passkey_whose_owner_is_away_lets_nobody_in(
    page: Page, editor: User, authenticator: Callable[[bool], None]
) -> None:
    add_passkey(page, editor)
    log_out(page)
    authenticator(False)
    page.goto(reverse("account_login"))
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.locator("#key-trouble")).to_contain_text("Try again")
    page.goto(reverse("admin:index"))
    assert reverse("account_login") in page.url
