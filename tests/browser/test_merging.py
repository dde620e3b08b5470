"""Two claims made one and two again, and one made two, as an editor does it at the keyboard; and how the pages look."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import Claim, EventIdentifier, SourceAlias, User
from tests import factories
from tests.browser.desk import sit
from tests.browser.looks import DESK_WIDTHS, faults_of

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "The Assembly adopted the resolution on the war with 93 votes in favour"


@pytest.fixture
def editor(db: None) -> User:
    user: User = factories.UserFactory.create(first_name="Ida", last_name="Editor", groups=["Editor"])
    return user


@pytest.fixture
def pair(db: None) -> tuple[Claim, Claim]:
    """Two claims of one event in much the same words: the first was made in one place, the second in three."""
    event = factories.EventFactory.create(title="UN General Assembly vote on A/RES/ES-11/8")
    one = factories.ClaimFactory.create(text=WORDS, event=event)
    other = factories.ClaimFactory.create(text=f"{WORDS} on Monday", event=event, status="suggested")
    for claim, times in ((one, 1), (other, 3)):
        for _ in range(times):
            source = factories.SourceFactory.create()
            said = factories.AppearanceFactory.create(claim=claim, source=source, source_name=source.name)
            factories.MeasurementFactory.create(appearance=said)
    return one, other


def press(page: Page, name: str, *, role: Any = "button") -> None:
    """Reach a button or link and press it, without a mouse."""
    target = page.get_by_role(role, name=name, exact=True)
    target.focus()
    page.keyboard.press("Enter")


@pytest.mark.usefixtures("clean_console")
def test_merge_undo_and_split_by_keyboard(
    browser: Browser, base_url: str, editor: User, pair: tuple[Claim, Claim]
) -> None:
    keep, absorb = pair
    page = sit(browser, editor, base_url)
    page.goto(f"/admin/claims/claim/{absorb.pk}/change/")
    expect(page.get_by_role("heading", name="Is this the same claim?")).to_be_visible()
    press(page, f"Compare with: {WORDS[:59]}…", role="link")
    expect(page.get_by_text("3 places where it was made")).to_be_visible()
    expect(page.get_by_text("shows 3 more places where it was made")).to_be_visible()
    press(page, "Merge")
    expect(page.get_by_text("is now part of").first).to_be_visible()
    assert page.url.endswith(f"/claims/claim/{keep.pk}/change/#merges")
    assert keep.appearances.count() == 4

    old = page.request.get(absorb.get_absolute_url())
    assert old.url.endswith(keep.get_absolute_url())

    press(page, f"Undo: the merge with {WORDS[:59]}…")
    expect(page.get_by_text("they are two again").first).to_be_visible()
    absorb.refresh_from_db()
    assert (absorb.status, keep.appearances.count()) == ("suggested", 1)

    page.goto(f"/admin/claims/claim/{absorb.pk}/change/")
    press(page, "Split…", role="link")
    tick = page.get_by_role("checkbox").first
    tick.focus()
    page.keyboard.press("Space")
    page.get_by_label("What is claimed there?").focus()
    page.keyboard.type("Ninety-three states voted for it")
    press(page, "Split")
    expect(page.get_by_text("Split off").first).to_be_visible()
    part = Claim.objects.get(text="Ninety-three states voted for it")
    assert page.url.endswith(f"/claims/claim/{part.pk}/change/#merges")
    assert (part.appearances.count(), absorb.appearances.count()) == (1, 2)


@pytest.mark.usefixtures("clean_console")
def test_everything_works_without_scripts(
    browser: Browser, base_url: str, editor: User, pair: tuple[Claim, Claim]
) -> None:
    keep, absorb = pair
    page = sit(browser, editor, base_url, java_script_enabled=False)
    page.goto(f"/admin/claims/claim/{absorb.pk}/merge/")
    page.get_by_label("Find it by its words").fill("adopted the resolution")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=f"Compare with: {WORDS[:59]}…").first.click()
    page.get_by_role("button", name="Merge", exact=True).click()
    expect(page.get_by_text("is now part of").first).to_be_visible()
    page.get_by_role("button", name="Undo: the merge").click()
    expect(page.get_by_text("they are two again").first).to_be_visible()
    assert keep.appearances.count() == 1


@pytest.mark.usefixtures("clean_console")
def test_pages_are_usable(browser: Browser, base_url: str, editor: User, pair: tuple[Claim, Claim]) -> None:
    """At every width, light and dark; axe finds nothing serious."""
    keep, absorb = pair
    assert keep.event is not None
    event, other = keep.event, factories.EventFactory.create(
        title="Vote on the amended text", body="UN Security Council", membership=15, terms=["vote"]
    )  # fmt: skip
    factories.ClaimFactory.create(event=other)
    for happening, symbol in ((event, "A/RES/ES-11/8"), (other, "S/RES/2774 (2025)")):
        EventIdentifier.objects.create(event=happening, value=symbol)
    source, double = (factories.SourceFactory.create(name=name) for name in ("Volodymyr Zelensky", "Zelensky"))
    for one in (source, double):
        for name in (one.name, f"{one.name} of Ukraine"):
            SourceAlias.objects.create(source=one, name=name)
    verdict = factories.VerdictFactory.create(claim=factories.ClaimFactory.create(text=f"{WORDS} and eight against"))
    pages = {
        "claim": f"/admin/claims/claim/{absorb.pk}/change/",
        "choose": f"/admin/claims/claim/{absorb.pk}/merge/?q=assembly",
        "preview": f"/admin/claims/claim/{absorb.pk}/merge/?into={keep.pk}",
        "refused": f"/admin/claims/claim/{verdict.claim_id}/merge/?into={keep.pk}",
        "split": f"/admin/claims/claim/{absorb.pk}/split/",
        "events": f"/admin/claims/event/{other.pk}/merge/?into={keep.event_id}",
        "event": f"/admin/claims/event/{keep.event_id}/change/",
        "split-event": f"/admin/claims/event/{keep.event_id}/split/",
        "sources": f"/admin/claims/source/{double.pk}/merge/?into={source.pk}",
        "split-source": f"/admin/claims/source/{source.pk}/split/",
    }
    page = sit(browser, editor, base_url)
    assert faults_of(page, pages.values(), widths=DESK_WIDTHS) == []
