"""Nothing typed is lost: a tab or a server that dies, a line that is cut, a session that ends, a refused save."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import Verdict, WorkingCopy
from tests.browser.desk import Desk, build, log_in, log_out, sit

KEPT = re.compile(r"Kept at \d\d:\d\d")
HEADLINE = "The record shows ninety-three"
BODY = "Typed word by word.\n\nNobody has saved it."


@pytest.fixture
def desk(base_url: str) -> Desk:
    return build()


@pytest.fixture
def page(browser: Browser, desk: Desk, base_url: str) -> Iterator[Page]:
    page = sit(browser, desk.author, base_url)
    page.goto(desk.page)
    yield page
    page.context.close()


def state(page: Page) -> str:
    return page.locator("#state").inner_text()


def type_words(page: Page) -> None:
    page.get_by_role("textbox", name="Headline").fill(HEADLINE)
    page.get_by_role("textbox", name="Body").fill(BODY)


def saved(desk: Desk) -> Verdict:
    return Verdict.objects.get(pk=desk.draft.pk)


def test_words_are_kept_while_one_types_and_the_verdict_is_not_touched(page: Page, desk: Desk) -> None:
    lines = Verdict.pgh_event_model.objects.count()  # type: ignore[attr-defined]  # pghistory's
    type_words(page)
    expect(page.locator("#state")).to_have_text(KEPT)
    copy = WorkingCopy.objects.get()
    assert (copy.verdict, copy.person) == (desk.draft, desk.author)
    assert copy.words["single"]["body"] == BODY
    assert saved(desk).headline != HEADLINE
    assert Verdict.pgh_event_model.objects.count() == lines  # type: ignore[attr-defined]  # as above

    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert saved(desk).headline == HEADLINE
    assert Verdict.pgh_event_model.objects.count() == lines + 1  # type: ignore[attr-defined]  # as above
    assert not WorkingCopy.objects.exists()
    page.reload()
    expect(page.get_by_text("You have unsaved words")).to_have_count(0)


def test_a_tab_that_dies_before_anything_was_sent(page: Page, desk: Desk) -> None:
    page.route("**/words/**", lambda route: route.abort())
    page.get_by_role("textbox", name="Headline").press_sequentially(HEADLINE)
    page.close(run_before_unload=False)
    assert not WorkingCopy.objects.exists()
    again = page.context.new_page()
    again.goto(desk.page)
    banner = again.get_by_role("region", name="You have unsaved words")
    expect(banner).to_contain_text("ninety")
    expect(banner.locator("mark").first).to_be_visible()
    expect(again.get_by_role("textbox", name="Headline")).to_have_value(saved(desk).headline)
    banner.get_by_role("button", name="Restore them").click()
    expect(again.get_by_role("textbox", name="Headline")).to_have_value(re.compile(HEADLINE))
    expect(again.locator("#state")).to_have_text(KEPT)


def test_another_browser_of_the_same_person_has_them_too(page: Page, desk: Desk, browser: Browser) -> None:
    type_words(page)
    expect(page.locator("#state")).to_have_text(KEPT)
    other = sit(browser, desk.author, str(page.evaluate("location.origin")))
    other.goto(desk.page)
    banner = other.get_by_role("region", name=re.compile(r"You have unsaved words from \d\d:\d\d"))
    expect(banner).to_contain_text("Typed word by word")
    other.get_by_role("textbox", name="Summary").fill("Something else, typed before choosing.")
    expect(other.locator("#state")).to_contain_text("first restore or discard")
    assert WorkingCopy.objects.get().words["single"]["headline"] == HEADLINE, "not written over"
    banner.get_by_role("button", name="Restore them").click()
    expect(other.get_by_role("textbox", name="Body")).to_have_value(BODY)
    expect(other.get_by_role("region", name="You have unsaved words")).to_contain_text("typed before choosing")


def test_what_is_discarded_is_gone(page: Page, desk: Desk) -> None:
    type_words(page)
    expect(page.locator("#state")).to_have_text(KEPT)
    page.reload()
    page.get_by_role("button", name="Discard them").click()
    expect(page.get_by_text("Discarded: these are the saved words.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("You have unsaved words")).to_have_count(0)
    assert not WorkingCopy.objects.exists()


def test_a_line_that_is_cut_and_comes_back(page: Page, desk: Desk) -> None:
    page.context.set_offline(True)
    type_words(page)
    expect(page.locator("#state")).to_contain_text("Not saved: offline. Your words are kept in this browser.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#state")).to_contain_text("Not saved: offline")
    expect(page.get_by_role("textbox", name="Headline")).to_have_value(HEADLINE)
    page.context.set_offline(False)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert saved(desk).headline == HEADLINE, "the save that waited is done"


def test_a_server_that_is_gone_for_a_while(page: Page) -> None:
    page.route("**/words/", lambda route: route.fulfill(status=502))
    type_words(page)
    expect(page.locator("#state")).to_contain_text("kept in this browser")
    page.unroute("**/words/")
    expect(page.locator("#state")).to_have_text(KEPT)


def test_a_session_that_ends_while_one_types(page: Page, desk: Desk) -> None:
    origin = str(page.evaluate("location.origin"))
    log_out(page.context)
    type_words(page)
    expect(page.locator("#state")).to_contain_text("you are logged out")
    expect(page.get_by_role("link", name="Log in beside this page")).to_have_attribute("target", "_blank")
    log_in(page.context, desk.author, origin)
    expect(page.locator("#state")).to_have_text(KEPT)
    assert WorkingCopy.objects.get().words["single"]["headline"] == HEADLINE


def test_a_save_after_the_session_ended_is_done_after_the_log_in(page: Page, desk: Desk) -> None:
    origin = str(page.evaluate("location.origin"))
    type_words(page)
    log_out(page.context)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#state")).to_contain_text("you are logged out")
    log_in(page.context, desk.author, origin)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert saved(desk).headline == HEADLINE


def test_somebody_else_who_logs_in_does_not_get_the_words(page: Page, desk: Desk) -> None:
    log_in(page.context, desk.chief, str(page.evaluate("location.origin")))
    type_words(page)
    expect(page.locator("#state")).to_contain_text("somebody else is logged in")
    assert not WorkingCopy.objects.exclude(person=desk.chief).exists()


def test_a_save_that_is_refused_shows_the_words_and_why(page: Page, desk: Desk) -> None:
    type_words(page)
    page.get_by_role("textbox", name="Summary").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    alert = page.get_by_role("alert").filter(has_text="Not saved yet")
    expect(alert).to_contain_text("Summary: This field is required.")
    expect(page.get_by_role("textbox", name="Body")).to_have_value(BODY)
    expect(page.locator("#state")).to_have_text(KEPT)
    assert WorkingCopy.objects.get().words["single"]["body"] == BODY


def test_a_step_does_not_hand_over_less_than_what_stands_on_the_page(page: Page, desk: Desk) -> None:
    type_words(page)
    page.get_by_role("button", name="Submit for second eyes").click()
    expect(page.locator("#state")).to_contain_text("Save first")
    assert saved(desk).status == Verdict.Status.DRAFT


def test_a_new_verdict_is_kept_too(page: Page, desk: Desk) -> None:
    page.goto(desk.new)
    page.get_by_role("radio", name="Half true").check()
    type_words(page)
    expect(page.locator("#state")).to_have_text(KEPT)
    page.goto("/admin/")
    page.goto(desk.new)
    page.get_by_role("button", name="Restore them").click()
    expect(page.get_by_role("radio", name="Half true")).to_be_checked()
    expect(page.get_by_role("textbox", name="Headline")).to_have_value(HEADLINE)
    page.get_by_role("textbox", name="Summary").fill("Counted.")
    page.get_by_role("button", name="Save the draft").click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    new = Verdict.objects.exclude(pk=desk.draft.pk).get()
    assert (new.headline, new.rating.name, new.body) == (HEADLINE, "Half true", BODY)
    assert not WorkingCopy.objects.exists()
