"""Who decides what readers see proves it twice, or reaches nothing but the pages where a second factor is set up."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from claims.accounts.second_factor import SET_UP
from claims.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

RIGHT = "a long password for tests"
TOO_MANY = "Too many tries. Wait a few minutes, then try again."
ROLES = ["Auditor", "Reporter", "Editor", "Chief", "superuser"]
NEED_IT = ["Editor", "Chief", "superuser"]

Sit = Callable[..., Client]


@pytest.fixture(autouse=True)
def required(settings: Settings) -> None:
    settings.REQUIRE_SECOND_FACTOR = True


def somebody(role: str) -> User:
    return UserFactory.create(is_superuser=True) if role == "superuser" else UserFactory.create(groups=[role])


def with_app(user: User) -> str:
    """Give `user` an app and recovery codes; returns the app's secret."""
    secret: str = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def code_of(secret: str) -> str:
    code: str = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    return code


def password_given(user: User) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": user.username, "password": RIGHT})
    return client


def pages(patterns: list[URLPattern | URLResolver] | None = None, prefix: str = "/") -> list[tuple[str, str | None]]:
    """Address and name of every page without an argument, the admin's and allauth's included."""
    found: list[tuple[str, str | None]] = []
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern).lstrip("^").rstrip("$")
        if isinstance(pattern, URLResolver):
            found += pages(pattern.url_patterns, route)
        elif not re.search(r"[<(]", route):
            found.append((route, pattern.name))
    return found


@pytest.mark.parametrize("role", ROLES)
def test_who_needs_one(role: str) -> None:
    client = password_given(somebody(role))
    answer = client.get(reverse("admin:index"))
    if role in NEED_IT:
        assert answer["Location"] == reverse("mfa_index")
    else:
        assert answer.status_code == 200


@pytest.mark.parametrize("role", NEED_IT)
def test_without_it_every_page_of_the_desk_is_shut(role: str) -> None:
    client = password_given(somebody(role))
    desk = [address for address, _ in pages() if address.startswith("/admin/")]
    assert len(desk) > 40
    for address in desk:
        for answer in (client.get(address), client.post(address, {})):
            assert answer.status_code in (301, 302), address
            assert answer["Location"] in (reverse("mfa_index"), reverse("account_change_password")), address


def test_without_it_one_is_nobody_on_every_other_page() -> None:
    """So that a page or an API that somebody adds is shut as well."""
    client = password_given(somebody("Chief"))
    for address, name in pages():
        answer = client.get(address)
        user = getattr(answer.wsgi_request, "user", None)
        assert (user is None or user.is_anonymous) == (name not in SET_UP), address


def test_the_pages_that_set_it_up_are_open() -> None:
    client = password_given(somebody("Editor"))
    for name in SET_UP - {"account_logout", "account_reauthenticate", "mfa_view_recovery_codes"}:
        answer = client.get(reverse(name))
        expected = {"mfa_generate_recovery_codes": 200, "mfa_download_recovery_codes": 404}.get(name, 200)
        assert answer.status_code in (expected, 302), name


def test_setting_up_an_app_opens_the_desk(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    user = somebody("Editor")
    client, elsewhere = password_given(user), password_given(user)
    assert UserSession.objects.filter(user=user).count() == 2
    assert "Set up a second factor first" in client.get(reverse("admin:index"), follow=True).text
    page = client.get(reverse("mfa_activate_totp")).text
    [secret] = re.findall(r'id="authenticator_secret" type="text" value="(\w+)"', page)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}, follow=True)
    assert "Unused codes" in answer.text, "recovery codes come with it"
    assert client.get(reverse("admin:index")).status_code == 200
    assert elsewhere.get(reverse("mfa_index")).status_code == 302, "a session that began without it is over"


def test_the_password_alone_does_not_log_in() -> None:
    user = somebody("Editor")
    secret = with_app(user)
    client = password_given(user)
    assert client.get(reverse("admin:index")).status_code == 302
    answer = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert answer["Location"] == reverse("admin:index")
    assert client.get(reverse("admin:index")).status_code == 200


def test_a_reporter_who_has_one_is_asked_for_it_too() -> None:
    user = somebody("Reporter")
    with_app(user)
    assert password_given(user).get(reverse("admin:index")).status_code == 302


def test_a_code_passes_once_in_whatever_process() -> None:
    user = somebody("Editor")
    code = code_of(with_app(user))
    assert password_given(user).post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    cache.clear()  # another process has a cache of its own
    again = password_given(user).post(reverse("mfa_authenticate"), {"code": f" {code[:3]} {code[3:]}"})
    assert TOO_MANY in again.text


def test_a_recovery_code_passes_once() -> None:
    user = somebody("Editor")
    with_app(user)
    [codes] = Authenticator.objects.filter(user=user, type="recovery_codes")
    code = codes.wrap().get_unused_codes()[0]
    assert password_given(user).post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    assert password_given(user).post(reverse("mfa_authenticate"), {"code": code}).status_code == 200
    assert code not in Authenticator.objects.get(pk=codes.pk).wrap().get_unused_codes()


def test_codes_are_limited_like_passwords_and_across_logins(settings: Settings) -> None:
    settings.LOGIN_LIMITS = {"address": "50/1h", "everybody": "50/1h", "account": "4/1h"}
    user = somebody("Editor")
    secret = with_app(user)
    answers = []
    for number in range(6):
        client = password_given(user)
        answers.append(client.post(reverse("mfa_authenticate"), {"code": f"00000{number}"}).text)
    assert [TOO_MANY in answer for answer in answers] == [False] * 4 + [True] * 2
    assert TOO_MANY in client.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).text


def test_recovery_codes_alone_are_no_second_factor() -> None:
    user = somebody("Editor")
    RecoveryCodes.activate(user)
    client = password_given(user)
    assert client.get(reverse("admin:index"))["Location"] == reverse("mfa_index")


def test_who_becomes_an_editor_is_asked_at_once() -> None:
    user = somebody("Reporter")
    client = password_given(user)
    assert client.get(reverse("admin:index")).status_code == 200
    user.groups.set(somebody("Editor").groups.all())
    assert client.get(reverse("admin:index"))["Location"] == reverse("mfa_index")


def test_it_can_be_left_off_where_nothing_is_at_stake(settings: Settings) -> None:
    settings.REQUIRE_SECOND_FACTOR = False
    assert password_given(somebody("Chief")).get(reverse("admin:index")).status_code == 200


def test_logging_out_everywhere_else() -> None:
    user = somebody("Reporter")
    here, there = password_given(user), password_given(user)
    page = here.get(reverse("usersessions_list")).text
    assert page.count("<li>\n    <strong>127.0.0.1</strong>") == 2
    assert page.count("This one") == 1
    here.post(reverse("usersessions_list"))
    assert here.get(reverse("admin:index")).status_code == 200
    assert there.get(reverse("admin:index")).status_code == 302


def test_security_settings_ask_again_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    user = somebody("Reporter")
    client = password_given(user)
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
    session = client.session
    records = session["account_authentication_methods"]
    session["account_authentication_methods"] = [{**record, "at": record["at"] - 3600} for record in records]
    session.save()
    assert client.get(reverse("mfa_activate_totp"))["Location"].startswith(reverse("account_reauthenticate"))
    client.post(reverse("account_reauthenticate"), {"password": RIGHT})
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_the_desks_menu_leads_there() -> None:
    client = password_given(somebody("Reporter"))
    page = client.get(reverse("admin:index")).text
    for name in ("mfa_index", "usersessions_list", "account_change_password"):
        assert f'href="{reverse(name)}"' in page


def test_the_pages_keep_the_strict_policy() -> None:
    client = password_given(somebody("Editor"))
    for name in ("mfa_index", "mfa_activate_totp", "mfa_add_webauthn"):
        answer = client.get(reverse(name))
        policy = answer["Content-Security-Policy"].split("; ")  # in no promised order
        assert "script-src 'self'" in policy
        assert "style-src 'self'" in policy
        assert " style=" not in answer.text
        assert re.findall(r"<script(?![^>]*(?: src=|application/json))", answer.text) == []
