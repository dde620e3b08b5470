"""One gives a claim to a colleague and names them in a comment; the colleague is told and reads it.

With the mouse, with keys alone, and without scripts.
"""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from claims.actions import comments
from claims.models import Claim, Comment, Notification, User
from tests import factories
from tests.browser.looks import faults

Desk = tuple[Claim, User, User]


@pytest.fixture
def desk(base_url: str) -> Desk:
    """A claim, an editor and a reporter."""
    ida = factories.UserFactory.create(username="ida", first_name="Ida", last_name="First", groups=["Editor"])
    olu = factories.UserFactory.create(username="olu", first_name="Olu", last_name="Second", groups=["Reporter"])
    claim: Claim = factories.AppearanceFactory.create(claim__text="93 states voted in favour").claim
    return claim, ida, olu


def sit(page: Page, person: User, base_url: str) -> None:
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": base_url}])


def address(claim: Claim) -> str:
    return f"/admin/claims/claim/{claim.pk}/change/"


def colleague_reads(page: Page, claim: Claim) -> None:
    """The notification leads to the comment, and is read by that."""
    page.goto("/admin/")
    bell = page.get_by_role("banner").or_(page.locator("#main")).get_by_role("link", name="Notifications").last
    expect(bell).to_contain_text("2")
    bell.click()
    new = page.get_by_role("region", name="New")
    expect(new.get_by_role("listitem")).to_have_count(2)
    new.get_by_role("listitem").first.get_by_role("link", name=claim.text).click()
    expect(page.get_by_role("article", name="Comment of Ida First")).to_be_visible()
    page.goto("/admin/notifications/")
    expect(new.get_by_role("listitem")).to_have_count(1)
    new.get_by_role("button", name="Mark all as read").click()
    expect(new).to_contain_text("Nothing new.")
    assert not Notification.objects.unread().exists()


@pytest.mark.usefixtures("clean_console")
def test_assign_mention_and_read(page: Page, desk: Desk, base_url: str) -> None:
    claim, ida, olu = desk
    sit(page, ida, base_url)
    page.goto(address(claim))
    panel = page.get_by_role("region", name="Work and comments")
    panel.get_by_text("Give it to…").click()
    panel.get_by_label("Give it to").select_option("Olu Second")
    panel.get_by_role("button", name="Give", exact=True).click()
    expect(panel).to_contain_text("Assigned to Olu Second")
    expect(panel.get_by_role("button", name="Stop watching")).to_be_visible()

    panel.locator("summary", has_text="Comment").click()
    words = panel.get_by_label("Your words")
    panel.get_by_text("Who can be told").click()
    panel.get_by_role("button", name="@olu").click()
    expect(words).to_be_focused()
    page.keyboard.type("the roll call lists 93 <b>names</b>.")
    panel.get_by_role("button", name="Send").click()
    said = panel.get_by_role("article", name="Comment of Ida First")
    expect(said).to_contain_text("@olu the roll call lists 93 <b>names</b>.")
    expect(words).to_have_value("")

    page.context.clear_cookies()
    sit(page, olu, base_url)
    colleague_reads(page, claim)
    page.goto(address(claim))
    said.get_by_role("button", name="Resolve").click()
    expect(panel).to_contain_text("1 comment")
    expect(panel).not_to_contain_text("to deal with")


@pytest.mark.usefixtures("clean_console")
def test_by_keys_alone(page: Page, desk: Desk, base_url: str) -> None:
    claim, ida, _ = desk
    sit(page, ida, base_url)
    page.goto(address(claim))
    panel = page.get_by_role("region", name="Work and comments")
    page.keyboard.press("o")
    expect(panel).to_contain_text("Assigned to you")
    page.keyboard.press("w")
    expect(panel.get_by_role("button", name="Watch", exact=False)).to_have_text("Watchw")
    page.keyboard.press("c")
    expect(panel.get_by_label("Your words")).to_be_focused()
    page.keyboard.type("@olu, is it the same vote?")
    page.keyboard.press("Control+Enter")
    expect(panel.get_by_role("article", name="Comment of Ida First")).to_be_visible()
    assert Notification.objects.get().verb == "mentioned"
    page.keyboard.press("n")
    expect(page).to_have_url(f"{base_url}/admin/notifications/")


def test_what_was_typed_is_not_lost_when_one_is_logged_out(page: Page, desk: Desk, base_url: str) -> None:
    claim, ida, _ = desk
    sit(page, ida, base_url)
    page.goto(address(claim))
    panel = page.get_by_role("region", name="Work and comments")
    page.keyboard.press("c")
    page.keyboard.type("Ten minutes of thought")
    page.context.clear_cookies()
    panel.get_by_role("button", name="Send").click()
    expect(panel.get_by_role("alert")).to_contain_text("That was not sent.")
    expect(panel.get_by_label("Your words")).to_have_value("Ten minutes of thought")
    assert not Comment.objects.exists()
    sit(page, ida, base_url)
    other = page.context.new_page()
    other.goto(address(claim))
    other.close()
    panel.get_by_role("button", name="Send").click()
    expect(panel.get_by_role("article", name="Comment of Ida First")).to_contain_text("Ten minutes of thought")


def test_without_scripts(browser: Browser, desk: Desk, base_url: str) -> None:
    claim, ida, olu = desk
    page = browser.new_context(java_script_enabled=False, base_url=base_url).new_page()
    sit(page, ida, base_url)
    page.goto(address(claim))
    panel = page.get_by_role("region", name="Work and comments")
    panel.get_by_text("Give it to…").click()
    panel.get_by_label("Give it to").select_option("Olu Second")
    panel.get_by_role("button", name="Give", exact=True).click()
    expect(page.get_by_text("It is Olu Second's now.")).to_be_visible()
    panel.locator("summary", has_text="Comment").click()
    panel.get_by_label("Your words").fill("@olu, please.")
    panel.get_by_role("button", name="Send").click()
    expect(panel.get_by_role("article", name="Comment of Ida First")).to_contain_text("@olu, please.")
    page.context.clear_cookies()
    sit(page, olu, base_url)
    colleague_reads(page, claim)
    page.context.close()


def test_nothing_keeps_anybody_out(page: Page, desk: Desk, base_url: str) -> None:
    claim, ida, olu = desk
    sit(page, ida, base_url)
    for text in ("@ida look", "Done."):
        comments.comment(item=claim, by=olu, text=text)
    for url in (address(claim), "/admin/notifications/", "/admin/settings/", f"/admin/talk/claim/{claim.pk}/"):
        page.goto(url)
        page.evaluate("document.querySelectorAll('#cc-talk details').forEach(one => { one.open = true; })")
        assert faults(page) == []
