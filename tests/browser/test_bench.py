"""The workbench in a browser: decided by mouse, by keys alone and without scripts; what is typed stays."""

import pytest
from playwright.sync_api import Browser, Page, expect

from articles.models import Publisher
from claims.models import Contradiction, Evidence, Verdict
from tests import factories
from tests.browser import scene
from tests.browser.looks import DESK_WIDTHS, faults
from tests.browser.test_reader import cookie

NOTE = "The record counts 93. The other report repeats an early count."


@pytest.fixture
def contradiction(base_url: str) -> Contradiction:
    """93 against 89 votes, which the machine takes for an error; the record is known, but not attached."""
    own = factories.PublisherFactory.create(kind=Publisher.Kind.OWN, name="The Desk", slug="the-desk")
    for name in ("False", "True"):
        factories.RatingFactory.create(scale__publisher=own, name=name, slug=name.lower())
    factories.EvidenceFactory.create(title="Voting record of the Assembly")
    made: Contradiction = factories.ContradictionFactory.create(
        status="suggested", suggested_resolution="source_error", question="How many voted for it?"
    )
    for votes in (93, 89):
        position = factories.PositionFactory.create(
            contradiction=made, answer=str(votes), figures={"votes_for": votes, "votes_against": 8, "membership": 193}
        )
        factories.MembershipFactory.create(position=position, appearance=scene.reported(f"{votes} voted for it"))
    return made


def address(contradiction: Contradiction) -> str:
    return f"/admin/claims/contradiction/{contradiction.pk}/change/"


@pytest.mark.usefixtures("clean_console")
def test_decided_by_keys_alone(page: Page, contradiction: Contradiction, base_url: str) -> None:
    page.context.add_cookies([cookie(base_url)])
    page.goto(address(contradiction))
    page.keyboard.press("t")
    expect(page.get_by_text("It is yours")).to_be_visible()

    page.keyboard.press("f")
    search = page.get_by_role("searchbox", name="Search what is on record")
    expect(search).to_be_focused()
    page.keyboard.type("voting record")
    found = page.get_by_role("radio", name="Voting record of the Assembly")
    found.focus()
    page.keyboard.press("Space")
    page.get_by_label("For", exact=True).focus()
    page.keyboard.type("93")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Attached.")).to_be_visible()
    expect(page.get_by_role("list", name="How many voted for it?")).to_contain_text("Voting record of the")

    page.keyboard.press("g")
    expect(page.get_by_role("radio", name="A source is in error")).to_be_checked()
    expect(page.get_by_label("Explanation")).to_be_focused()
    page.keyboard.type(NOTE)
    wrong = page.get_by_role("combobox", name="89")
    expect(wrong).to_be_visible()
    wrong.focus()
    for _ in range(3):  # past “not known” and “corrected since”
        page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Settle it").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Resolved: readers see your explanation.")).to_be_visible()
    assert contradiction.positions.get(answer="89").outlet_corrected is False

    page.get_by_role("radio", name="False").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("A draft, with your explanation and the evidence.")).to_be_visible()
    assert Verdict.objects.get().headline == "The record counts 93"


def test_what_is_typed_outlives_a_reload_and_goes_once_the_desk_has_it(
    page: Page, contradiction: Contradiction, base_url: str
) -> None:
    page.context.add_cookies([cookie(base_url)])
    page.goto(address(contradiction))
    page.get_by_label("Explanation").fill(NOTE)
    page.get_by_role("radio", name="Genuinely disputed").check()
    expect(page.get_by_text("Kept on this device.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Explanation")).to_have_value(NOTE)
    expect(page.get_by_role("radio", name="Genuinely disputed")).to_be_checked()

    page.context.clear_cookies()  # the session is over: the desk asks for the password and takes nothing
    page.get_by_role("button", name="Settle it").click()
    expect(page.get_by_label("Explanation")).to_have_count(0)
    page.context.add_cookies([cookie(base_url)])
    again = page.evaluate("Object.values(localStorage).join()")
    assert NOTE in again, "nothing typed is lost"


def test_a_settled_one_leaves_nothing_behind(page: Page, contradiction: Contradiction, base_url: str) -> None:
    page.context.add_cookies([cookie(base_url)])
    page.goto(address(contradiction))
    page.get_by_label("Explanation").fill(NOTE)
    page.get_by_role("radio", name="Genuinely disputed").check()
    page.get_by_role("button", name="Settle it").click()
    expect(page.get_by_text("Resolved: readers see your explanation.")).to_be_visible()
    assert NOTE not in page.evaluate("Object.values(localStorage).join()")


def test_it_fits_and_axe_finds_nothing(page: Page, contradiction: Contradiction, base_url: str) -> None:
    page.context.add_cookies([cookie(base_url)])
    page.goto(f"{address(contradiction)}?find=voting&resolution=source_error")
    for summary in page.locator(".cc-bench summary").all():
        if not summary.locator("xpath=..").evaluate("one => one.open"):
            summary.click()
    assert faults(page, widths=DESK_WIDTHS) == []


def test_without_scripts(browser: Browser, contradiction: Contradiction, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    context.add_cookies([cookie(base_url)])
    page = context.new_page()
    page.goto(address(contradiction))
    page.get_by_role("searchbox", name="Search what is on record").fill("voting record")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("radio", name="Voting record of the Assembly").check()
    page.get_by_role("button", name="Attach").click()
    expect(page.get_by_text("Attached.")).to_be_visible()
    page.get_by_role("link", name="Yes, that is it").click()
    expect(page.get_by_role("radio", name="A source is in error")).to_be_checked()
    page.get_by_label("Explanation").fill(NOTE)
    page.get_by_role("button", name="Settle it").click()
    expect(page.get_by_text("Say which position is in error.")).to_be_visible()
    expect(page.get_by_label("Explanation")).to_have_value(NOTE)
    page.get_by_role("combobox", name="89").select_option("yes")
    page.get_by_role("button", name="Settle it").click()
    expect(page.get_by_text("Resolved: readers see your explanation.")).to_be_visible()
    assert Evidence.objects.get().attachments.exists()
    context.close()
