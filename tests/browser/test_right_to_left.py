"""Pages in a language that is written from right to left: within their width, and usable. The words stay English, since
there is no catalogue of such a language yet; it is the layout that is looked at."""

import pytest
from playwright.sync_api import Page
from pytest_django import Settings

from tests.browser import scene
from tests.browser.looks import BEYOND, WIDTHS

MIRRORED = """() => {
    const main = document.querySelector('.masthead .wordmark').getBoundingClientRect();
    return main.left + main.width / 2 > innerWidth / 2;
}"""


@pytest.mark.usefixtures("clean_console")
def test_what_readers_open(page: Page, base_url: str, settings: Settings) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "العربيّة")]
    too_wide = []
    for address in scene.build().public.values():
        page.goto(f"/ar{address}")
        for width in WIDTHS.values():
            page.set_viewport_size({"width": width, "height": 900})
            too_wide += [(address, width)] * (page.evaluate(BEYOND) > 0)
    assert too_wide == []
    page.goto("/ar/")
    assert page.evaluate(MIRRORED), "the page begins at the right"
