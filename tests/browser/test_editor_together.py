"""Two people with the same draft open, each in a browser of their own."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import Presence, Verdict, WorkingCopy
from tests.browser.desk import Desk, build, sit


@pytest.fixture
def desk(base_url: str) -> Desk:
    return build()


@pytest.fixture
def ida(browser: Browser, desk: Desk, base_url: str) -> Iterator[Page]:
    page = sit(browser, desk.author, base_url)
    yield page
    page.context.close()


@pytest.fixture
def olu(browser: Browser, desk: Desk, base_url: str) -> Iterator[Page]:
    page = sit(browser, desk.chief, base_url)
    yield page
    page.context.close()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def test_the_second_to_save_sees_both_texts_and_loses_neither(ida: Page, olu: Page, desk: Desk) -> None:
    for page in (ida, olu):
        page.goto(desk.page)
    ida.get_by_role("textbox", name="Headline").fill("Ida writes ninety-three")
    ida.get_by_role("textbox", name="Summary").fill("Ida's reason.")
    ida.get_by_role("textbox", name="Body").fill("Ida's body.")
    olu.get_by_role("textbox", name="Headline").fill("Olu writes ninety-three")
    olu.get_by_role("textbox", name="Summary").fill("Olu's reason.")
    olu.get_by_role("button", name="Remove: Press release").click()
    expect(olu.locator("li[data-row]")).to_have_count(2)
    save(olu)
    expect(olu.get_by_text("Saved.", exact=True)).to_be_visible()

    save(ida)
    expect(ida.get_by_role("heading", name="Two texts: yours, and what Olu Chief saved")).to_be_visible()
    headline = ida.get_by_role("group", name="Headline")
    expect(headline.locator("mark")).to_have_text(["Ida", "Olu"])
    assert WorkingCopy.objects.get().words["single"]["body"] == "Ida's body.", "kept before anything is chosen"
    headline.get_by_role("radio", name="Olu Chief’s").check()
    ida.get_by_role("textbox", name="Summary, by hand").fill("The reason of both.")
    ida.get_by_role("group", name="Evidence").get_by_role("radio", name="Olu Chief’s").check()
    ida.get_by_role("button", name="Save what I chose").click()
    expect(ida.get_by_text("Saved.", exact=True)).to_be_visible()

    verdict = Verdict.objects.get(pk=desk.draft.pk)
    assert (verdict.headline, verdict.summary, verdict.body, verdict.revision) == (
        "Olu writes ninety-three",
        "The reason of both.",
        "Ida's body.",
        2,
    )
    assert [one.title for one in verdict.evidence.order_by("citations__order")] == ["Voting record", "Meeting record"]
    assert set(verdict.writers) == {desk.author.pk, desk.chief.pk}


def test_words_stop_being_kept_over_a_newer_edition_and_can_be_compared(ida: Page, olu: Page, desk: Desk) -> None:
    for page in (ida, olu):
        page.goto(desk.page)
    olu.get_by_role("textbox", name="Headline").fill("Olu was first")
    save(olu)
    expect(olu.get_by_text("Saved.", exact=True)).to_be_visible()
    ida.get_by_role("textbox", name="Body").fill("Ida goes on.")
    expect(ida.locator("#state")).to_contain_text("Olu Chief has saved this draft too. Yours is kept")
    ida.get_by_role("textbox", name="Body").press_sequentially(" And on.")
    ida.get_by_role("button", name="Compare the two texts").click()
    expect(ida.get_by_role("group", name="Headline")).to_contain_text("Olu was first")
    ida.get_by_role("group", name="Headline").get_by_role("radio", name="Olu Chief’s").check()
    ida.get_by_role("button", name="Save what I chose").click()
    expect(ida.get_by_text("Saved.", exact=True)).to_be_visible()
    verdict = Verdict.objects.get(pk=desk.draft.pk)
    assert verdict.headline == "Olu was first"
    assert "Ida goes on." in verdict.body
    assert "And on." in verdict.body


def test_words_kept_from_an_older_edition_do_not_write_over_the_newer(ida: Page, olu: Page, desk: Desk) -> None:
    ida.goto(desk.page)
    ida.get_by_role("textbox", name="Body").fill("Ida goes on.")
    expect(ida.locator("#state")).to_contain_text("Kept at")
    ida.goto("/admin/")
    olu.goto(desk.page)
    olu.get_by_role("textbox", name="Headline").fill("Olu was first")
    save(olu)
    expect(olu.get_by_text("Saved.", exact=True)).to_be_visible()
    ida.goto(desk.page)
    ida.get_by_role("button", name="Restore them").click()
    expect(ida.get_by_role("textbox", name="Body")).to_have_value("Ida goes on.")
    save(ida)
    expect(ida.get_by_role("heading", name=re.compile("Two texts"))).to_be_visible()
    assert Verdict.objects.get(pk=desk.draft.pk).headline == "Olu was first"


def test_each_sees_that_the_other_is_here(ida: Page, olu: Page, desk: Desk) -> None:
    ida.goto(desk.page)
    expect(ida.locator("[data-presence]")).to_have_text("")
    expect(ida.locator("body")).to_be_visible()
    while not Presence.objects.exists():
        ida.wait_for_timeout(50)
    olu.goto(desk.page)
    expect(olu.locator("[data-presence]")).to_have_text("Also here: Ida Author")
    expect(ida.locator("[data-presence]")).to_have_text("Also here: Olu Chief", timeout=15_000)
