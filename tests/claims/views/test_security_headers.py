"""What every answer tells the browser to forbid."""

import pytest
from csp.constants import NONE, SELF
from django.conf import settings as configured
from django.test import Client
from pytest_django import Settings

from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db

PAGES = {
    "/": 200, "/claims/": 200, "/contradictions/": 200, "/about/": 200, "/accessibility/": 200, "/methodology/": 200,
    "/corrections/": 200, "/report/": 200, "/nowhere/": 404, "/claims/?colour=red": 400, "/report/CC-22222222/": 404,
}  # fmt: skip
each_page = pytest.mark.parametrize(("url", "status"), PAGES.items(), ids=PAGES)


def policy(header: str) -> dict[str, list[str]]:
    """The directives of a Content-Security-Policy."""
    return {name: sources for name, *sources in (part.split() for part in header.split(";") if part.strip())}


@each_page
def test_no_inline_script_or_style_and_nothing_from_elsewhere(client: Client, url: str, status: int) -> None:
    answer = client.get(url)
    assert answer.status_code == status
    found = policy(answer["Content-Security-Policy"])
    assert found["default-src"] == found["base-uri"] == found["frame-ancestors"] == [NONE]
    assert found["script-src"] == found["style-src"] == found["form-action"] == found["connect-src"] == [SELF]
    assert found["img-src"] == [SELF, "data:"]
    assert not [name for name, sources in found.items() if any(source.startswith("'unsafe") for source in sources)]


@each_page
def test_the_other_headers(client: Client, url: str, status: int) -> None:
    answer = client.get(url)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    refused = answer["Permissions-Policy"].split(", ")
    assert {"camera=()", "geolocation=()", "microphone=()", "browsing-topics=()"} <= set(refused)
    assert not [feature for feature in refused if feature.startswith("publickey")], "staff log in with passkeys"


def test_an_answer_without_a_page_has_them_too(client: Client) -> None:
    claim = ClaimFactory.create()
    first = client.get(claim.get_absolute_url())
    same = client.get(claim.get_absolute_url(), headers={"if-none-match": first["ETag"]})
    moved = client.get(f"/claims/{claim.pk}-x/")
    assert (same.status_code, moved.status_code) == (304, 301)
    for answer in (same, moved):
        assert "Permissions-Policy" in answer
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_browsers_come_back_by_https_alone(settings: Settings) -> None:
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 3600
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    answer = Client().get("/about/", secure=True)
    assert answer["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert configured.CSRF_COOKIE_SAMESITE == "Lax"


def test_the_one_cookie_of_the_form(client: Client) -> None:
    cookies = client.get("/report/").cookies
    assert set(cookies) == {"csrftoken"}
    assert cookies["csrftoken"]["samesite"] == "Lax"
