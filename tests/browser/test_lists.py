"""Searching and filtering lists: while somebody types and chooses, and the same addresses without JavaScript."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import serious_violations
from tests.factories import AppearanceFactory, ClaimFactory


@pytest.fixture
def claims(base_url: str) -> None:
    for number in range(25):
        AppearanceFactory.create(claim=ClaimFactory.create(text=f"The dam number {number} broke"))
    AppearanceFactory.create(claim=ClaimFactory.create(text="Die Brücke steht", language="de"))
    AppearanceFactory.create(claim=ClaimFactory.create(text="السد انهار", language="ar"))


@pytest.mark.usefixtures("claims", "clean_console")
def test_results_follow_what_is_typed_and_chosen(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/claims/")
    expect(page.get_by_role("status")).to_have_text("27 claims, newest first")
    page.get_by_label("Words").press_sequentially("bruecke steht", delay=20)
    expect(page.get_by_text("Nothing found.")).to_be_visible()
    page.get_by_label("Words").fill("brücke")
    expect(page.get_by_role("status")).to_have_text("1 claim, best match first")
    expect(page.locator("mark")).to_have_text("Brücke")
    expect(page).to_have_url(re.compile(r"/claims/\?q=br%C3%BCcke$"))
    expect(page).to_have_title("“brücke” in claims · Crosscheck")
    page.get_by_label("Words").fill("")
    page.get_by_label("Language", exact=True).select_option("ar")
    expect(page.get_by_role("link", name="Remove Language: Arabic")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/claims/\?language=ar$"))
    expect(page.get_by_label("Words")).to_be_visible()
    assert serious_violations(page) == []
    page.get_by_role("link", name="Remove Language: Arabic").click()
    expect(page.get_by_role("status")).to_have_text("27 claims, newest first")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("1 claim, newest first")


@pytest.mark.usefixtures("claims")
def test_the_same_without_javascript(browser: Browser, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto("/claims/")
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Language", exact=True).select_option("en")
    page.get_by_label("Words").fill("dam")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("status")).to_have_text("25 claims, best match first")
    page.get_by_role("link", name="Next page").click()
    expect(page.locator(".row")).to_have_count(5)
    page.get_by_role("link", name="Previous page").click()
    expect(page.locator(".row")).to_have_count(20)
    context.close()
