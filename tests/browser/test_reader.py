"""Words are selected in an article by hand and by keyboard, and become an appearance that the text then shows."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright._impl._api_structures import SetCookieParam
from playwright.sync_api import Browser, Page, expect

from articles.models import ArticleVersion
from claims.models import Appearance
from tests import factories
from tests.browser.looks import DESK_WIDTHS, faults_of

TEXT = (
    "\r\n\U0001f469\u200d\U0001f680 The mayor, Anna Berg, said that "
    "at least 140 people were killed when the dam broke.\r\n"
    "\r\nE\u0301lan: שלום עולם, \u202eright to left\u202c & <b>tags</b>.\r\nOn Friday the harbour opened again.\n"
)
WORDS = "at least 140 people were killed"
# Selects the first occurrence of `words` as a mouse would: from one text node to another, whatever lies between.
SELECT = """words => {
  const text = document.getElementById("cc-text");
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const start = text.textContent.indexOf(words), range = document.createRange();
  for (let node = walker.nextNode(), at = 0; node; at += node.length, node = walker.nextNode()) {
    if (start >= at && start < at + node.length) range.setStart(node, start - at);
    const end = start + words.length;
    if (end > at && end <= at + node.length) range.setEnd(node, end - at);
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture
def version(base_url: str) -> ArticleVersion:
    made: ArticleVersion = factories.VersionFactory.create(text=TEXT)
    factories.AppearanceFactory.create(version=made, quote="On Friday the harbour opened", claim__status="suggested")
    factories.AppearanceFactory.create(version=made, quote="the harbour opened again", claim__text="It opened again")
    return made


@pytest.fixture
def desk(page: Page, base_url: str) -> Page:
    """A browser in which an editor has logged in."""
    page.context.add_cookies([cookie(base_url)])
    return page


def cookie(base_url: str, group: str = "Editor") -> SetCookieParam:
    """That of somebody new in `group`, logged in."""
    client = Client()
    client.force_login(factories.UserFactory.create(groups=[group]))
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": base_url}


def address(version: ArticleVersion) -> str:
    return reverse("admin:articles_article_reader", args=[version.article_id])


@pytest.mark.usefixtures("clean_console")
def test_the_text_in_the_browser_is_the_stored_text(desk: Page, version: ArticleVersion) -> None:
    desk.goto(address(version))
    assert desk.evaluate("document.getElementById('cc-text').textContent") == TEXT


@pytest.mark.usefixtures("clean_console")
def test_words_selected_with_the_mouse_become_an_appearance(desk: Page, version: ArticleVersion) -> None:
    desk.goto(address(version))
    desk.evaluate(SELECT, WORDS)
    box = desk.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().toJSON()")
    desk.mouse.move(box["x"] + 1, box["y"] + 8)
    desk.mouse.down()
    desk.mouse.move(box["x"] + 60, box["y"] + 8, steps=4)
    desk.mouse.up()
    assert desk.evaluate("getSelection().toString().length") > 3, "a drag selects"
    desk.evaluate(SELECT, WORDS)
    desk.get_by_role("button", name="Make an appearance of these 6 words").click()
    expect(desk.locator("mark.cc-chosen")).to_have_text(WORDS)
    expect(desk.get_by_label("Who says it")).to_have_value("Anna Berg")
    expect(desk.get_by_label("Value").first).to_have_value("140")
    desk.get_by_label("A new claim in plain words").fill("At least 140 people were killed when the dam broke")
    desk.get_by_role("button", name="Add and accept").click()
    expect(desk.locator("mark", has_text=WORDS)).to_have_attribute("data-status", "accepted")
    row = Appearance.objects.get(quote=WORDS)
    assert (row.start, str(row.source), row.claim.status) == (TEXT.index(WORDS), "Anna Berg", "accepted")
    assert [figure.value for figure in row.measurements.all()] == [140]


@pytest.mark.usefixtures("clean_console")
def test_words_chosen_with_the_keyboard_alone(desk: Page, version: ArticleVersion) -> None:
    desk.goto(address(version))
    while desk.evaluate("document.activeElement.id") != "cc-text":
        desk.keyboard.press("Tab")
    for _ in range(12):
        desk.keyboard.press("ArrowRight")
    desk.keyboard.press("Shift+ArrowRight")
    desk.keyboard.press("Shift+ArrowRight")
    words = desk.evaluate("getSelection().toString().trim()")
    assert len(words.split()) == 3
    desk.keyboard.press("Enter")
    expect(desk.locator("mark.cc-chosen").first).to_be_visible()
    assert "".join(desk.locator("mark.cc-chosen").all_text_contents()) == words
    desk.get_by_label("A new claim in plain words").focus()
    desk.keyboard.press("ControlOrMeta+a")
    desk.keyboard.type("Something happened")
    while desk.evaluate("document.activeElement.textContent.trim()") != "Add":
        desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("link", name="Something happened")).to_be_visible()
    assert Appearance.objects.get(claim__text="Something happened").quote == words


@pytest.mark.usefixtures("clean_console")
def test_a_selection_across_marks_and_lines_and_emoji(desk: Page, version: ArticleVersion) -> None:
    desk.goto(address(version))
    whole = TEXT.strip()
    desk.evaluate(SELECT, whole)
    desk.get_by_role("button", name=re.compile("Make an appearance of these")).click()
    expect(desk.get_by_label("A new claim in plain words")).to_be_visible()
    assert "".join(desk.locator("mark.cc-chosen").all_text_contents()) == whole


@pytest.mark.usefixtures("clean_console")
def test_claims_in_the_text_and_in_the_list_lead_to_each_other(desk: Page, version: ArticleVersion) -> None:
    desk.set_viewport_size({"width": 1280, "height": 900})
    desk.goto(address(version))
    desk.keyboard.press("j")
    first, second = desk.locator("#claim-1"), desk.locator("#claim-2")
    expect(first).to_have_class(re.compile("cc-current"))
    desk.keyboard.press("j")
    expect(second).to_have_class(re.compile("cc-current"))
    expect(desk.locator("mark.cc-current")).to_have_count(2)
    desk.keyboard.press("k")
    expect(first).to_have_class(re.compile("cc-current"))
    desk.locator("mark", has_text="again").click()
    expect(second).to_have_class(re.compile("cc-current"))
    desk.get_by_role("link", name="Claim 1 in the text").click()
    assert desk.url.endswith("#mark-1")
    desk.get_by_role("link", name="Claim 2", exact=True).click()
    assert desk.url.endswith("#claim-2")


def test_without_javascript_words_are_pasted(browser: Browser, version: ArticleVersion, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    context.add_cookies([cookie(base_url)])
    page = context.new_page()
    page.goto(address(version))
    page.get_by_label("Words of the text").fill("the harbour")
    page.get_by_role("button", name="Use these words").click()
    page.get_by_label("A new claim in plain words").fill("There is a harbour")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("link", name="There is a harbour")).to_be_visible()
    context.close()
    assert Appearance.objects.get(claim__text="There is a harbour").quote == "the harbour"


@pytest.mark.usefixtures("clean_console")
def test_the_pages_are_usable(desk: Page, version: ArticleVersion) -> None:
    ArticleVersion.objects.filter(pk=version.pk).update(is_current=False)
    factories.VersionFactory.create(article=version.article, number=2, text=TEXT.replace("140", "12"))
    start = TEXT.index(WORDS)
    reader = address(version)
    pages = [f"{reader}?version=1", f"{reader}?version=1&start={start}&end={start + len(WORDS)}"]
    pages.append(reverse("admin:articles_article_versions", args=[version.article_id]))
    assert faults_of(desk, pages, widths=DESK_WIDTHS) == []
