"""A verdict's life as two people live it: handed over, returned with a comment on a passage, mended, approved for a set
time, published by the job, corrected, withdrawn, taken up again."""

from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings

from articles.models import Publisher
from claims.actions import publishing
from claims.models import Comment, User, Verdict, VerdictEvidence
from tests import factories
from tests.browser.looks import DESK_WIDTHS, faults, serious_violations

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def verdict(base_url: str, settings: Settings) -> Verdict:
    """A draft of Ida's with an emoji before the words that Olu will comment on."""
    settings.SITE_URL, settings.DESK_TIME_ZONE = base_url, "Europe/Berlin"
    own = factories.PublisherFactory.create(kind=Publisher.Kind.OWN, name="The Desk", slug="the-desk")
    scale = factories.RatingScaleFactory.create(publisher=own)
    rating = factories.RatingFactory.create(scale=scale)
    author = factories.UserFactory.create(username="ida", groups=["Editor"])
    factories.UserFactory.create(username="olu", groups=["Editor"])
    made: Verdict = factories.VerdictFactory.create(
        author=author, publisher=own, rating=rating,
        body="## What is wrong\n\nNot so 👍: the **roll call** lists 93 states in favour.\n\nIt took 12 minutes.",
    )  # fmt: skip
    VerdictEvidence.objects.create(verdict=made, evidence=factories.EvidenceFactory.create(), order=1)
    return made


def at_the_desk(browser: Browser, base_url: str, name: str) -> Page:
    page = browser.new_context(base_url=base_url, viewport={"width": 1280, "height": 900}).new_page()
    client = Client()
    client.force_login(User.objects.get(username=name))
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": base_url}])
    return page


def select(page: Page, words: str) -> None:
    """Select `words` in the body as a hand at the mouse does."""
    page.evaluate(
        """words => {
            const body = document.querySelector('[data-field="body"]');
            const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                window.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
                body.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
                return;
            }
            throw new Error("not there");
        }""",
        words,
    )


def test_from_hand_to_hand_to_readers_and_back(browser: Browser, base_url: str, verdict: Verdict) -> None:
    ida, olu = at_the_desk(browser, base_url, "ida"), at_the_desk(browser, base_url, "olu")
    change = f"/admin/claims/verdict/{verdict.pk}/change/"
    waived_and_submitted(ida, change)
    returned_with_a_comment(olu, change)
    mended(ida, change, verdict)
    approved_and_published_by_the_job(olu, change, verdict)
    new = corrected(ida, olu, change, verdict)
    withdrawn_and_taken_up_again(ida, olu, new)


def waived_and_submitted(ida: Page, change: str) -> None:
    ida.goto(change)
    checklist = ida.get_by_role("region", name="Checklist")
    expect(checklist.get_by_text("1 to mend")).to_be_visible()
    expect(checklist.get_by_text("“12 minutes” in the body is not in the evidence")).to_be_visible()
    checklist.get_by_text("It is right as it stands").click()
    checklist.get_by_label("Why?").fill("We timed it.")
    checklist.get_by_role("button", name="Waive").click()
    expect(ida.get_by_role("region", name="Checklist").get_by_text("Nothing stops it.")).to_be_visible()
    ida.get_by_text("Ask somebody by name, or set an embargo").click()
    ida.get_by_label("Ask somebody by name").select_option("olu")
    ida.get_by_role("button", name="Submit for second eyes").click()
    expect(ida.get_by_text("Submitted: another editor can publish it now.")).to_be_visible()


def returned_with_a_comment(olu: Page, change: str) -> None:
    olu.goto(change)
    olu.get_by_role("link", name="Read and decide").click()
    olu.wait_for_load_state()  # the script that listens for a selection runs once the page is read
    select(olu, " lists 93 states")
    expect(olu.get_by_label("On these words")).to_have_value("lists 93 states")
    olu.get_by_label("Comment", exact=True).fill("Which roll call?")
    olu.get_by_role("button", name="Add comment").click()
    expect(olu.locator("mark.cc-passage")).to_have_text("lists 93 states")
    made = Comment.objects.get()
    assert (made.field, made.quote) == ("body", "lists 93 states")
    assert made.start == len("What is wrong\nNot so 👍: the roll call "), "characters, not UTF-16 units"
    assert faults(olu, widths=DESK_WIDTHS) == []
    olu.get_by_role("button", name="Send back with 1 comment").click()
    expect(olu.get_by_text("Sent back: it is a draft again.")).to_be_visible()


def mended(ida: Page, change: str, verdict: Verdict) -> None:
    ida.goto(change)
    comments = ida.get_by_role("region", name="Work and comments")
    expect(comments.get_by_text("Which roll call?")).to_be_visible()
    verdict.refresh_from_db()
    Verdict.objects.filter(pk=verdict.pk).update(body=verdict.body.replace("roll call", "roll call of the Assembly"))
    comments.get_by_role("link", name="See it in the text").click()
    expect(ida.locator("mark.cc-passage")).to_have_text("lists 93 states")
    ida.get_by_role("button", name="Resolve").click()
    expect(ida.get_by_text("1 resolved")).to_be_visible()
    ida.goto(change)
    ida.get_by_role("button", name="Submit for second eyes").click()


def approved_and_published_by_the_job(olu: Page, change: str, verdict: Verdict) -> None:
    olu.goto(change)
    olu.get_by_role("link", name="Read and decide").click()
    olu.get_by_label("Publish at").fill("2099-06-01T09:30")
    olu.get_by_role("button", name="Approve for this time").click()
    expect(olu.get_by_text("Goes out 1 June 2099, 09:30 CEST.")).to_be_visible()
    assert serious_violations(olu) == []
    verdict.refresh_from_db()
    assert verdict.publish_at
    assert publishing.publish_due(now=verdict.publish_at - timedelta(minutes=1)).published == []
    assert publishing.publish_due(now=verdict.publish_at).published == [verdict.pk]
    olu.goto(change)
    olu.get_by_role("link", name="Public page").click()
    expect(olu.get_by_role("heading", level=1)).to_have_text(verdict.headline)


def corrected(ida: Page, olu: Page, change: str, verdict: Verdict) -> Verdict:
    ida.goto(change)
    ida.get_by_text("Correct it", exact=True).click()
    ida.get_by_label("What kind of change?").select_option("correction")
    ida.get_by_label("What changes, and why?").fill("It was eight against.")
    ida.get_by_role("button", name="Start correction").click()
    new = Verdict.objects.get(supersedes=verdict)
    Verdict.objects.filter(pk=new.pk).update(headline="8 were against", body="The roll call lists 8 states against.")
    ida.reload()
    changes = ida.get_by_role("region", name="What changes for readers")
    expect(changes.locator("ins").first).to_be_visible()
    assert serious_violations(ida) == []
    ida.get_by_role("button", name="Submit for second eyes").click()
    published_by(olu, new)
    olu.goto(new.get_absolute_url())
    expect(olu.get_by_role("heading", level=1)).to_have_text("8 were against")
    expect(olu.get_by_role("complementary", name="Correction")).to_contain_text("It was eight against.")
    return new


def withdrawn_and_taken_up_again(ida: Page, olu: Page, verdict: Verdict) -> None:
    olu.goto(f"/admin/claims/verdict/{verdict.pk}/change/")
    olu.get_by_text("Withdraw it", exact=True).click()
    olu.get_by_label("Why is it withdrawn?").fill("The record is disputed.")
    olu.get_by_role("button", name="Withdraw").click()
    olu.goto(verdict.get_absolute_url())
    expect(olu.get_by_text("We have withdrawn our verdict")).to_be_visible()
    ida.goto(f"/admin/claims/verdict/{verdict.pk}/change/")
    ida.get_by_text("Take it up again", exact=True).first.click()
    ida.get_by_label("Why is it taken up again?").fill("The dispute is settled.")
    ida.get_by_role("button", name="Take it up again").click()
    new = Verdict.objects.get(supersedes=verdict)
    ida.get_by_role("button", name="Submit for second eyes").click()
    published_by(olu, new)
    olu.goto(verdict.get_absolute_url())
    expect(olu.get_by_role("heading", level=1)).to_have_text("8 were against")
    expect(olu.get_by_text("The dispute is settled.").first).to_be_visible()


def published_by(page: Page, verdict: Verdict) -> None:
    page.goto(f"/admin/claims/verdict/{verdict.pk}/read/")
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("Published: readers see it now.")).to_be_visible()
