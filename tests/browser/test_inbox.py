"""The inbox as an editor works in it: by keys alone, without JavaScript, and two editors at once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from claims.models import Claim, User
from tests import factories
from tests.browser.looks import DESK_WIDTHS, faults, faults_of

Sit = Callable[..., Page]


@pytest.fixture
def claims(base_url: str) -> list[Claim]:
    """Six suggestions, the first in the queue first, and two reasons to reject."""
    for number, name in enumerate(("Mere opinion", "Said in jest"), 1):
        factories.RejectionReasonFactory.create(name=name, order=number)
    made = []
    for number in range(6):
        claim = factories.ClaimFactory.create(
            status="suggested", score=0.9 - number / 10, text=f"Bridge {number} cost nine million"
        )
        factories.MeasurementFactory.create(appearance__claim=claim, appearance__quote="93 votes in favour")
        made.append(claim)
    return made


@pytest.fixture
def sit(browser: Browser, base_url: str) -> Any:
    """`sit(editor)` is a page of a browser of their own, at the inbox. Fails where its console shows an error."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def opened(editor: User, **options: Any) -> Page:
        context = browser.new_context(base_url=base_url, **options)
        contexts.append(context)
        desk = Client()
        desk.force_login(editor)
        session = desk.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base_url}])
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto("/admin/inbox/")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


def before(page: Page, claim: Claim) -> None:
    """Wait until `claim` is the one that is open."""
    expect(page.get_by_role("region", name="Claim").get_by_role("heading", level=2)).to_have_text(claim.text)


def status(claim: Claim) -> str:
    return Claim.objects.get(pk=claim.pk).status


def test_five_claims_by_keys_alone(sit: Sit, claims: list[Claim]) -> None:
    page = sit(factories.UserFactory.create(groups=["Editor"]))
    page.evaluate("window.notReloaded = true")
    before(page, claims[0])
    page.keyboard.press("a")
    before(page, claims[1])
    page.keyboard.press("r")
    page.keyboard.press("2")
    before(page, claims[2])
    page.keyboard.press("j")
    before(page, claims[3])
    page.keyboard.press("a")
    before(page, claims[4])
    page.keyboard.press("u")
    before(page, claims[3])
    page.keyboard.press("k")
    before(page, claims[2])
    page.keyboard.press("e")
    expect(page.get_by_role("textbox", name="Claim")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(" and a jar")  # letters that are keys do nothing in a field
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("Edited")
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Keys of this page")
    expect(help_).to_contain_text("Undo the last step")
    page.keyboard.press("a")  # behind the dialog nothing happens
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    page.keyboard.press("j")
    before(page, claims[3])
    page.keyboard.press("x")
    page.keyboard.press("A")
    expect(page.get_by_role("status")).to_contain_text("Accepted: 2 claims.")
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("Undone: accepted, 2 claims.")
    assert page.evaluate("window.notReloaded"), "nothing was reloaded"
    assert [status(claim) for claim in claims] == ["accepted", "rejected", *["suggested"] * 4]
    rejected = Claim.objects.get(pk=claims[1].pk)
    assert rejected.rejected_for is not None
    assert Claim.objects.get(pk=claims[2].pk).text == "Bridge 2 cost nine million and a jar"


def test_undo_after_coming_back(sit: Sit, claims: list[Claim]) -> None:
    page = sit(factories.UserFactory.create(groups=["Editor"]))
    page.keyboard.press("a")
    before(page, claims[1])
    page.goto("/admin/")
    page.goto("/admin/inbox/")
    page.keyboard.press("u")
    before(page, claims[0])
    assert status(claims[0]) == "suggested"


def test_keys_that_are_switched_off_or_changed(sit: Sit, claims: list[Claim]) -> None:
    page = sit(factories.UserFactory.create(groups=["Editor"], shortcuts={"accept": "y"}))
    before(page, claims[0])
    page.keyboard.press("a")
    page.keyboard.press("y")
    before(page, claims[1])
    off = sit(factories.UserFactory.create(groups=["Editor"], shortcuts_on=False))
    before(off, claims[2])
    for key in "ajru?":
        off.keyboard.press(key)
    before(off, claims[2])
    assert [status(claim) for claim in claims[:3]] == ["accepted", "suggested", "suggested"]


def test_without_javascript(sit: Sit, claims: list[Claim]) -> None:
    page = sit(factories.UserFactory.create(groups=["Editor"]), java_script_enabled=False)
    before(page, claims[0])
    claim = page.get_by_role("region", name="Claim")
    claim.get_by_role("button", name="Accept").click()
    before(page, claims[1])
    expect(page.get_by_role("status")).to_contain_text("Accepted")
    claim.get_by_text("Reject…").click()
    claim.get_by_label("Anything to add?").fill("Nobody can know")
    claim.get_by_role("button", name="Mere opinion").click()
    before(page, claims[2])
    page.get_by_role("link", name="Next").click()
    before(page, claims[3])
    for chosen in (claims[4], claims[5]):
        page.get_by_role("checkbox", name=chosen.text).check()
    page.get_by_role("button", name="Accept the chosen").click()
    expect(page.get_by_role("status")).to_contain_text("Accepted: 2 claims.")
    page.get_by_role("button", name="Undo: accepted 2").click()
    page.get_by_role("button", name="Undo: rejected").click()
    before(page, claims[1])
    assert [status(claim) for claim in claims] == ["accepted", *["suggested"] * 5]


def test_two_editors_never_have_the_same_claim(sit: Sit, claims: list[Claim]) -> None:
    ada = sit(factories.UserFactory.create(first_name="Ada", last_name="One", groups=["Editor"]))
    bea = sit(factories.UserFactory.create(first_name="Bea", last_name="Two", groups=["Editor"]))
    before(ada, claims[0])
    before(bea, claims[1])
    expect(bea.get_by_text("Ada One has it")).to_be_visible()
    ada.keyboard.press("a")
    before(ada, claims[2])
    bea.goto(f"/admin/inbox/?claim={claims[2].pk}")
    expect(bea.get_by_text("Ada One has this before them until")).to_be_visible()
    bea.keyboard.press("a")
    expect(bea.get_by_role("region", name="Claim").get_by_role("button", name="Accept")).to_have_count(0)
    assert status(claims[2]) == "suggested"


@pytest.mark.parametrize("width", DESK_WIDTHS)
def test_everybody_can_use_it(sit: Sit, claims: list[Claim], width: int) -> None:
    editor = factories.UserFactory.create(groups=["Editor"])
    page = sit(editor, viewport={"width": width, "height": 900})
    page.keyboard.press("a")
    before(page, claims[1])
    page.keyboard.press("r")
    found = faults(page, "asked why", widths=[width])
    page.keyboard.press("e")
    found += faults(page, "reworded", widths=[width])
    if width == DESK_WIDTHS[0]:
        others = ("/admin/inbox/steps/", "/admin/shortcuts/", "/admin/", "/admin/inbox/?score=0.85")
        found += faults_of(page, others, widths=DESK_WIDTHS)
    assert found == []
