"""Reading needs no JavaScript: a reader without it goes from the front page to the text that a claim was made in."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import scene
from tests.browser.looks import BEYOND, WIDTHS


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "java_script_enabled": False}


@pytest.mark.usefixtures("clean_console")
def test_from_the_front_page_to_the_article(page: Page, base_url: str) -> None:
    scene.build()
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Claims").click()
    page.get_by_role("searchbox").fill("abstentions")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("status")).to_have_text("2 claims, best match first")

    page.get_by_role("link", name="93 votes in favour, 8 against").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The record shows 93 votes in favour")
    expect(page.get_by_role("region", name="Our rating")).to_contain_text("True")
    expect(page.get_by_role("list", name="How many voted for")).to_contain_text("of 15 members")

    page.get_by_role("link", name="How many voted for").click()
    expect(page.get_by_role("table")).to_contain_text("yes: 15 members")

    page.get_by_role("table").get_by_role("link", name="the text").first.click()
    expect(page.locator("mark").first).to_contain_text("93 votes in favour")


def test_every_page_is_whole_and_within_its_width(page: Page, base_url: str) -> None:
    faults = []
    for address in scene.build().public.values():
        for edition in ("", "/fr"):
            page.goto(f"{edition}{address}")
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            for width in WIDTHS.values():
                page.set_viewport_size({"width": width, "height": 900})
                faults += [(edition, address, width)] * (page.evaluate(BEYOND) > 0)
    assert faults == []
