"""Every page at the width of a phone and of a desk, in light and in dark: usable, within its width, without errors."""

from typing import Literal

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from tests.browser import scene
from tests.browser.conftest import WIDTHS, serious_violations

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
BEYOND = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
widths = pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)


@pytest.fixture
def built(base_url: str) -> scene.Scene:
    return scene.build()


@widths
@pytest.mark.usefixtures("clean_console")
def test_what_readers_open(page: Page, built: scene.Scene, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert faults(page, built.public) == ""


@widths
def test_a_page_that_is_not_there(page: Page, base_url: str, width: int, clean_console: list[str]) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert faults(page, {"nothing": "/claims/0-nothing/"}) == ""
    missing = [error for error in clean_console if "404" in error]
    assert len(missing) == len(SCHEMES), "the page itself and nothing else is missing"
    clean_console[:] = [error for error in clean_console if error not in missing]


@widths
@pytest.mark.usefixtures("clean_console")
def test_what_programmers_open(page: Page, base_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/api/docs/")
    expect(page.get_by_role("button", name="GET /api/v1/contradictions/", exact=True)).to_be_visible()
    # Swagger UI puts the button of a line around the one that copies its address, which no style sheet changes.
    assert faults_here(page, without=("nested-interactive",)) == []


@widths
@pytest.mark.usefixtures("clean_console")
def test_what_editors_open(page: Page, built: scene.Scene, base_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    found = faults(page, {"login": "/admin/login/"})
    desk = Client()
    desk.force_login(built.editor)
    session = desk.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base_url}])
    assert found + faults(page, built.admin) == ""


def faults(page: Page, addresses: dict[str, str]) -> str:
    """What is wrong with the pages, one line each. Each is opened in each scheme, since the desk chooses on opening."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for name, address in addresses.items():
            answer = page.goto(address)
            astray = [f"led to {page.url}"] if answer is None or answer.request.redirected_from else []
            found += [f"{name}, {scheme}: {fault}" for fault in astray + faults_here(page)]
    return "\n".join(found)


def faults_here(page: Page, *, without: tuple[str, ...] = ()) -> list[str]:
    """What is wrong with the page that is open."""
    beyond = page.evaluate(BEYOND)
    wide = [f"{beyond} px wider than the screen"] if beyond > 0 else []
    return wide + serious_violations(page, without=without)
