"""Reading needs no JavaScript: a reader without it goes from the front page to the text that a claim was made in."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import scene


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
    expect(page.get_by_role("status")).to_have_text("2 claims")

    page.get_by_role("link", name="93 votes in favour, 8 against").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The record shows 93 votes in favour")
    expect(page.get_by_role("region", name="Our rating")).to_contain_text("True")
    expect(page.get_by_role("img", name="How many voted for")).to_be_visible()

    page.get_by_role("link", name="How many voted for").click()
    expect(page.get_by_role("table")).to_contain_text("15 of 15 members")

    page.get_by_role("table").get_by_role("link", name="the text").first.click()
    expect(page.locator("mark").first).to_contain_text("93 votes in favour")
