"""The form of the editor: by mouse, by keyboard alone, and without JavaScript; usable by everybody at every width."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import Evidence, Verdict
from tests.browser.desk import CLAIM, Desk, build, log_in, sit
from tests.browser.looks import DESK_WIDTHS, faults, faults_of, serious_violations
from tests.factories import UserFactory


@pytest.fixture
def desk(base_url: str) -> Desk:
    return build()


@pytest.fixture
def page(browser: Browser, desk: Desk, base_url: str) -> Iterator[Page]:
    page = sit(browser, desk.author, base_url)
    page.goto(desk.page)
    yield page
    page.context.close()


@pytest.fixture
def plain(browser: Browser, desk: Desk, base_url: str) -> Iterator[Page]:
    """A browser without JavaScript."""
    page = sit(browser, desk.author, base_url, java_script_enabled=False)
    page.goto(desk.page)
    yield page
    page.context.close()


def expect_order(page: Page, *titles: str) -> None:
    expect(page.locator("#evidence li[data-row] strong")).to_have_text(titles)


def cited(desk: Desk) -> list[str]:
    rows = Verdict.objects.get(pk=desk.draft.pk).cited_evidence.order_by("order").select_related("evidence")
    return [row.evidence.title for row in rows]


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()


def test_claim_reports_and_contradictions_stand_beside_the_form(page: Page) -> None:
    expect(page.get_by_role("heading", name=CLAIM)).to_be_visible()
    beside = page.get_by_role("complementary", name="What the verdict is about")
    expect(beside.get_by_role("region", name="What contradicts it")).to_contain_text("89 votes")
    said = beside.get_by_role("region", name="Where it was said")
    expect(said.locator("mark")).to_have_text("93 votes in favour")
    expect(said).to_contain_text("Daily Paper")
    expect(page.get_by_role("radio", name="Four clowns")).to_have_count(0)
    expect(page.locator("#evidence")).to_contain_text("Behind a log-in")
    expect(page.locator("#evidence").get_by_text("No archive yet")).to_be_visible()


def test_keys_alone_put_evidence_in_order_and_choose_a_rating(page: Page, desk: Desk) -> None:
    page.get_by_role("radio", name="True What we call true.", exact=True).focus()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("radio", name="Mostly true")).to_be_checked()
    page.get_by_role("button", name="Move up: Press release").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move up: Press release")).to_be_focused()
    expect(page.locator("#state")).to_contain_text("Press release: 2 of 3")
    page.keyboard.press("Enter")
    expect_order(page, "Press release", "Voting record", "Meeting record")
    save(page)
    assert cited(desk) == ["Press release", "Voting record", "Meeting record"]
    assert Verdict.objects.get(pk=desk.draft.pk).rating.name == "Mostly true"


def test_the_mouse_drags_evidence_into_order(page: Page, desk: Desk) -> None:
    grip = page.locator("li[data-row] .cc-grip").first
    grip.scroll_into_view_if_needed()
    last = page.locator("li[data-row]").last.bounding_box()
    first = grip.bounding_box()
    assert first is not None
    assert last is not None
    page.mouse.move(first["x"] + 4, first["y"] + 4)
    page.mouse.down()
    page.mouse.move(last["x"] + 40, last["y"] + last["height"] - 4, steps=8)
    page.mouse.up()
    expect_order(page, "Meeting record", "Press release", "Voting record")
    save(page)
    assert cited(desk) == ["Meeting record", "Press release", "Voting record"]


def test_the_preview_is_what_readers_will_see_and_follows(page: Page) -> None:
    page.get_by_role("textbox", name="Body").fill("## Found\n\nIt was **93**.<script>alert(1)</script>")
    page.get_by_role("button", name="Preview the body").click()
    preview = page.get_by_role("region", name="Preview of the body")
    expect(preview.get_by_role("heading", name="Found")).to_be_visible()
    expect(preview.locator("strong")).to_have_text("93")
    expect(preview.locator("script")).to_have_count(0)
    page.get_by_role("textbox", name="Body").fill("It was **94**.")
    expect(preview.locator("strong")).to_have_text("94")


def test_evidence_is_found_and_recorded_without_leaving(page: Page, desk: Desk) -> None:
    other: Evidence = desk.evidence[0]
    Evidence.objects.filter(pk=other.pk).update(url="https://record.example.org/elsewhere")
    page.get_by_role("textbox", name="Body").fill("Not saved.")
    page.get_by_role("button", name="Remove: Voting record").click()
    page.get_by_role("searchbox", name="Find evidence on record").fill("elsewhere")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Cite: Voting record").click()
    expect(page.locator("li[data-row]").last).to_contain_text("Voting record")
    page.get_by_text("Record something new").click()
    page.get_by_label("Address").fill("https://record.example.org/new")
    page.get_by_label("Title").fill("A new document")
    page.get_by_label("Kind").select_option("Primary source")
    page.get_by_label("Archive link").fill("https://archive.example.org/new")
    page.get_by_role("button", name="Record and cite it").click()
    expect(page.locator("li[data-row]").last).to_contain_text("A new document")
    expect(page.get_by_role("textbox", name="Body")).to_have_value("Not saved.")
    save(page)
    assert cited(desk) == ["Meeting record", "Press release", "Voting record", "A new document"]


def test_everything_without_javascript(plain: Page, desk: Desk) -> None:
    plain.get_by_role("textbox", name="Body").fill("## Found\n\nIt was **93**.")
    plain.get_by_role("button", name="Preview the body").click()
    expect(plain.get_by_role("region", name="Preview of the body").locator("strong")).to_have_text("93")
    plain.get_by_role("button", name="Move up: Press release").click()
    plain.get_by_role("button", name="Remove: Voting record").click()
    expect_order(plain, "Press release", "Meeting record")
    plain.get_by_role("searchbox", name="Find evidence on record").fill("voting")
    plain.get_by_role("button", name="Find").click()
    plain.get_by_role("button", name="Cite: Voting record", exact=True).click()
    plain.get_by_role("button", name="Add who was asked").click()
    plain.get_by_label("Who was asked").fill("The ministry")
    plain.get_by_label("Asked on").fill("2026-11-20T09:00")
    plain.get_by_label("Outcome").select_option("Did not answer")
    plain.get_by_label("Short form of the claim").fill("93 states backed the short text")
    save(plain)
    verdict = Verdict.objects.select_related("claim").get(pk=desk.draft.pk)
    assert cited(desk) == ["Press release", "Meeting record", "Voting record"]
    assert (verdict.reply_requests.get().party, verdict.reply_requests.get().outcome) == ("The ministry", "silent")
    assert (verdict.body, verdict.claim.short_text) == ("## Found\n\nIt was **93**.", "93 states backed the short text")
    assert verdict.revision == 1


def test_without_javascript_a_post_after_the_session_ended_is_held(plain: Page, desk: Desk, base_url: str) -> None:
    plain.get_by_role("textbox", name="Body").fill("Three\n\nparagraphs <b>&amp;</b>.")
    session = plain.context.cookies()
    plain.context.clear_cookies(name="sessionid")
    plain.get_by_role("button", name="Save", exact=True).click()
    expect(plain.get_by_role("heading", name="You were logged out. Your words are here")).to_be_visible()
    expect(plain.get_by_role("link", name="Log in")).to_have_attribute("target", "_blank")
    # The log-in beside it gives the browser a session and another token.
    plain.context.add_cookies([cookie for cookie in session if cookie["name"] == "sessionid"])  # type: ignore[misc]  # what it gave
    plain.context.clear_cookies(name="csrftoken")
    plain.get_by_role("button", name="Send them again").click()
    expect(plain.get_by_role("heading", name="Your words are here: send them again")).to_be_visible()
    plain.get_by_role("button", name="Send them again").click()
    expect(plain.get_by_text("Saved.", exact=True)).to_be_visible()
    assert Verdict.objects.get(pk=desk.draft.pk).body == "Three\n\nparagraphs <b>&amp;</b>."


def test_every_page_of_it_for_everybody(page: Page, desk: Desk) -> None:
    found = faults_of(page, (desk.page, desk.new, "/admin/claims/verdict/add/"), widths=DESK_WIDTHS)
    page.goto(desk.page)
    page.get_by_role("button", name="Add who was asked").click()
    page.get_by_text("Record something new").click()
    page.get_by_role("textbox", name="Body").fill("## Heading\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    page.get_by_role("button", name="Preview the body").click()
    expect(page.locator("#preview table")).to_be_visible()
    found += faults(page, "in use", widths=DESK_WIDTHS)
    page.get_by_role("textbox", name="Headline").fill("Typed and left")
    expect(page.locator("#state")).to_contain_text("Kept at")
    page.goto(desk.page)
    found += faults(page, "unsaved", widths=DESK_WIDTHS)
    Verdict.objects.filter(pk=desk.draft.pk).update(summary="Changed meanwhile", edited_by=desk.chief)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Two texts")).to_be_visible()
    found += faults(page, "two texts", widths=DESK_WIDTHS)
    page.goto(desk.page)
    page.get_by_role("button", name="Discard them").click()
    expect(page.get_by_text("Discarded: these are the saved words.")).to_be_visible()
    assert found == []


def test_who_does_not_write_reads(page: Page, desk: Desk, base_url: str) -> None:
    log_in(page.context, UserFactory.create(groups=["Editor"]), base_url)
    page.goto(desk.page)
    expect(page.get_by_role("article")).to_contain_text("The record shows 93 votes in favour")
    expect(page.get_by_role("textbox")).to_have_count(0)
    assert serious_violations(page) == []
