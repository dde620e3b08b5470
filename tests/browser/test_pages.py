"""Every page at the width of a phone and of a desk, in light and in dark: usable, within its width, without errors."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import scene
from tests.browser.desk import log_in
from tests.browser.looks import DESK_WIDTHS, SCHEMES, faults, faults_of


@pytest.fixture
def built(base_url: str) -> scene.Scene:
    return scene.build()


@pytest.mark.usefixtures("clean_console")
def test_what_readers_open(page: Page, built: scene.Scene) -> None:
    assert faults_of(page, built.public.values()) == []


@pytest.mark.usefixtures("clean_console")
def test_what_readers_open_in_french(page: Page, built: scene.Scene) -> None:
    """Words of other lengths in the same colours."""
    assert faults_of(page, [f"/fr{address}" for address in built.public.values()], schemes=("light",)) == []


@pytest.mark.parametrize("edition", ["", "/fr"])
def test_every_way_through_the_site_is_in_sight_on_a_phone(page: Page, base_url: str, edition: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{edition}/about/")
    for way in page.locator(".masthead nav a").all():
        expect(way).to_be_in_viewport(ratio=1)


def test_a_page_that_is_not_there(page: Page, base_url: str, clean_console: list[str]) -> None:
    assert faults_of(page, ["/claims/0-nothing/"]) == []
    assert ["404" in error for error in clean_console] == [True], "the page itself and nothing else is missing"
    clean_console.clear()


@pytest.mark.usefixtures("clean_console")
def test_what_programmers_open(page: Page, base_url: str) -> None:
    page.goto("/api/docs/")
    expect(page.get_by_role("button", name="GET /api/v1/contradictions/", exact=True)).to_be_visible()
    # Swagger UI puts the button of a line around the one that copies its address, which no style sheet changes.
    assert faults(page, without=("nested-interactive",)) == []


@pytest.mark.usefixtures("clean_console")
def test_what_editors_open(page: Page, built: scene.Scene, base_url: str) -> None:
    found = faults_of(page, ["/accounts/login/", "/accounts/password/reset/"])
    log_in(page.context, built.editor, base_url)
    assert found + faults_of(page, built.admin.values(), widths=DESK_WIDTHS) == []


def test_the_desk_opens_in_the_scheme_of_the_machine(page: Page, built: scene.Scene, base_url: str) -> None:
    log_in(page.context, built.editor, base_url)
    for dark, scheme in enumerate(SCHEMES):
        page.emulate_media(color_scheme=scheme)
        page.goto("/admin/")
        expect(page.locator("html.dark")).to_have_count(dark)
