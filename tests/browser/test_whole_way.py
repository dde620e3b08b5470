"""The whole way on a fresh database: two texts in, a contradiction explained, a verdict written by one and published by
another, and what readers and programs then get."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django import Settings

from articles.models import Publisher
from claims.models import Claim, Contradiction, Verdict
from tests.factories import PublisherFactory, RatingFactory, RatingScaleFactory, UserFactory

PASSWORD = "a long password for tests"  # noqa: S105 - what UserFactory gives everyone
ASSEMBLY = """Assembly backs the short American text

24 February 2025

The United Nations General Assembly voted on two texts on the war in Ukraine on Monday. The resolution drafted by the \
United States was adopted with 93 votes in favour, 8 against and 73 abstentions.
"""
COUNCIL = """A day of votes in New York

25 February 2025

The UN General Assembly spent Monday on the war in Ukraine. The resolution drafted by the United States passed with 10 \
votes in favour and 5 abstentions.
"""
QUOTE = "The resolution drafted by the United States passed with 10 votes in favour and 5 abstentions."
HEADLINE = "The ten votes were cast in the Security Council, not in the Assembly"
IN_FEW_WORDS = "The American text passed with 10 votes in favour and 5 abstentions"
SUMMARY = "The Council has 15 members: ten voted in favour and five abstained. The Assembly's count was 93–8–73."
FOUND = "Two bodies voted on the American text that day; each report counts one of the two votes."
SHOWN = "The Council's record lists ten in favour, none against, five abstaining."
TITLE = "Record of the Council's vote"
RECORD = "https://record.example.org/council/2774"


@pytest.fixture
def desk(base_url: str, settings: Settings) -> None:
    """Our own desk with its scale, two outlets, two editors; the site knows its address."""
    settings.SITE_URL = base_url
    own = PublisherFactory.create(kind=Publisher.Kind.OWN, name="The Desk", slug="the-desk")
    scale = RatingScaleFactory.create(publisher=own)
    for value, name in ((1, "False"), (3, "Half true"), (5, "True")):
        RatingFactory.create(scale=scale, name=name, slug=name.lower().replace(" ", "-"), value=value)
    PublisherFactory.create(name="Morning Courier")
    PublisherFactory.create(name="Evening Ledger")
    UserFactory.create(username="one", first_name="Ida", last_name="First", groups=["Editor"])
    UserFactory.create(username="two", first_name="Olu", last_name="Second", groups=["Editor"])


@pytest.mark.usefixtures("desk", "clean_console")
def test_from_two_texts_to_a_published_verdict(page: Page) -> None:
    log_in(page, "one")
    add_article(page, publisher="Morning Courier", text=ASSEMBLY)
    add_article(page, publisher="Evening Ledger", text=COUNCIL)
    expect(page.locator("blockquote mark", has_text=QUOTE)).to_be_visible()
    expect(page.get_by_text("Votes for: 10 votes (“10 votes in favour”)")).to_be_visible()

    contradiction = Contradiction.objects.get()
    settle_the_contradiction(page, contradiction)
    verdict = write_the_verdict(page)
    the_author_cannot_publish(page, verdict)
    log_out(page)
    log_in(page, "two")
    publish(page, verdict)
    log_out(page)

    readers_see(page, verdict.claim)
    programs_read(page, contradiction, verdict)
    log_in(page, "two")
    the_history_names_both(page, contradiction, verdict)


def log_in(page: Page, username: str) -> None:
    page.goto("/admin/")
    page.get_by_label("Name or e-mail address").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_role("heading", name="Suggested contradictions")).to_be_visible()


def log_out(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_text("unfold_more").last.click()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", name="Log in to the desk")).to_be_visible()


def add_article(page: Page, *, publisher: str, text: str) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Add an article").click()
    choose(page, "Publisher", publisher)
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_role("button", name="Add and read").click()
    expect(page.get_by_text("Added.")).to_be_visible()


def choose(page: Page, label: str, words: str) -> None:
    """One of the choices that the desk looks up as one types."""
    page.get_by_role("textbox", name=label).click()
    page.get_by_role("searchbox", name="Search", exact=True).fill(words)
    page.get_by_role("option", name=words).click()


def settle_the_contradiction(page: Page, contradiction: Contradiction) -> None:
    page.goto("/admin/")
    queue = page.get_by_role("region", name="Suggested contradictions")
    queue.get_by_role("link", name=contradiction.question).click()
    suggestion = page.get_by_role("region", name="What the machine suggests")
    for words in ("174 of the 193 members", "15 of 15", "Different body or scope"):
        expect(suggestion).to_contain_text(words)
    expect(page.locator(".cc-position")).to_have_count(2)

    page.get_by_role("button", name="Open for readers").click()
    expect(page.get_by_text("became public as not yet checked")).to_be_visible()

    evidence = page.get_by_role("region", name="Evidence")
    evidence.get_by_text("Or record a new document").click()
    evidence.get_by_label("Address").fill(RECORD)
    evidence.get_by_label("Title").fill(TITLE)
    evidence.get_by_label("Kind").select_option("primary")
    evidence.get_by_label("Archive link").fill(f"https://archive.example.org/{RECORD}")
    evidence.get_by_label("Which position does it bear out?").select_option(index=2)
    evidence.get_by_label("What does it show?").fill(SHOWN)
    for label, count in (("For", 10), ("Against", 0), ("Abstaining", 5), ("Members", 15)):
        evidence.get_by_label(label, exact=True).fill(str(count))
    evidence.get_by_role("button", name="Attach").click()
    expect(page.get_by_text("Attached.")).to_be_visible()

    page.get_by_role("link", name="Yes, that is it").click()
    decision = page.get_by_role("region", name="Decide")
    expect(decision.get_by_label("Explanation")).to_be_focused()
    page.keyboard.type(FOUND)
    decision.get_by_role("button", name="Settle it").click()
    expect(page.get_by_text("Resolved: readers see your explanation.")).to_be_visible()


def write_the_verdict(page: Page) -> Verdict:
    verdicts = page.get_by_role("region", name="Claims and verdicts")
    verdicts.get_by_role("radio", name="10 votes").check()
    verdicts.get_by_label("The claim in few words").fill(IN_FEW_WORDS)
    verdicts.get_by_role("radio", name="Half true").check()
    verdicts.get_by_role("button", name="Draft the verdict").click()
    expect(page.get_by_role("textbox", name="Summary")).to_have_value(FOUND)
    page.get_by_role("textbox", name="Headline").fill(HEADLINE)
    page.get_by_role("textbox", name="Summary").fill(SUMMARY)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    page.get_by_role("button", name="Submit for second eyes").click()
    expect(page.get_by_text("Submitted: another editor can publish it now.")).to_be_visible()
    return Verdict.objects.get()


def the_author_cannot_publish(page: Page, verdict: Verdict) -> None:
    expect(page.get_by_text("You wrote this verdict, so another editor has to publish it")).to_be_visible()
    expect(page.get_by_role("button", name="Publish")).to_have_count(0)
    token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    answer = page.request.post(
        f"/admin/claims/verdict/{verdict.pk}/publish/", form={"csrfmiddlewaretoken": token}, fail_on_status_code=True
    )
    assert "You wrote this verdict: another editor has to publish it." in answer.text()
    verdict.refresh_from_db()
    assert verdict.status == Verdict.Status.SUBMITTED
    assert HEADLINE not in page.request.get(verdict.get_absolute_url()).text()
    assert page.request.get("/api/v1/verdicts/").json()["results"] == []


def publish(page: Page, verdict: Verdict) -> None:
    queue = page.get_by_role("region", name="Verdicts for second eyes")
    queue.get_by_role("link", name=verdict.headline).click()
    page.get_by_role("link", name="Read and decide").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("Published: readers see it now.")).to_be_visible()
    expect(page.get_by_role("link", name="Public page")).to_be_visible()


def readers_see(page: Page, claim: Claim) -> None:
    page.goto("/")
    page.get_by_role("link", name=HEADLINE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    rating = page.get_by_role("region", name="Our rating").locator(".rating-name")
    expect(rating).to_have_text("Half true")
    evidence = page.get_by_role("region", name="Evidence")
    expect(evidence.get_by_role("link", name=TITLE, exact=True)).to_have_attribute("href", RECORD)

    markup = page.locator('script[type="application/ld+json"]')
    expect(markup).to_have_count(1)
    review = json.loads(markup.text_content() or "")
    assert [node["@type"] for node in nodes_of(review)].count("ClaimReview") == 1
    assert review["@type"] == "ClaimReview"
    assert review["reviewRating"]["alternateName"] == rating.text_content()
    assert review["url"] == page.locator("link[rel=canonical]").get_attribute("href") == page.url
    assert review["claimReviewed"] == IN_FEW_WORDS

    page.get_by_role("region", name="Where sources disagree").get_by_role("heading").get_by_role("link").click()
    expect(page.get_by_text(FOUND)).to_be_visible()
    expect(page.get_by_role("region", name="Evidence")).to_contain_text(SHOWN)


def nodes_of(markup: Any) -> list[dict[str, Any]]:
    """Every object with a type within a block of JSON-LD, itself first."""
    if isinstance(markup, list):
        return [node for part in markup for node in nodes_of(part)]
    if not isinstance(markup, dict):
        return []
    return [*([markup] if "@type" in markup else []), *nodes_of(list(markup.values()))]


def programs_read(page: Page, contradiction: Contradiction, verdict: Verdict) -> None:
    (review,) = page.request.get("/api/v1/verdicts/").json()["results"]
    assert (review["headline"], review["rating"]["name"]) == (HEADLINE, "Half true")
    assert review["claim"]["id"] == verdict.claim_id
    assert [cited["evidence"]["title"] for cited in review["evidence"]] == [TITLE]

    (listed,) = page.request.get("/api/v1/contradictions/").json()["results"]
    assert (listed["id"], listed["status"]) == (contradiction.pk, "resolved")
    assert (listed["resolution"], listed["resolution_note"]) == ("different_body_or_scope", FOUND)
    assert {position["figures"]["votes_for"] for position in listed["positions"]} == {93, 10}


def the_history_names_both(page: Page, contradiction: Contradiction, verdict: Verdict) -> None:
    page.goto(f"/admin/claims/verdict/{verdict.pk}/history/")
    expect(step(page, "submit verdict")).to_contain_text("Ida First")
    expect(step(page, "publish verdict")).to_contain_text("Olu Second")
    page.goto(f"/admin/claims/contradiction/{contradiction.pk}/history/")
    for taken in ("open contradiction", "attach evidence", "resolve contradiction"):
        expect(step(page, taken)).to_contain_text("Ida First")


def step(page: Page, name: str) -> Locator:
    """The line of a history that says this was done."""
    return page.get_by_role("row").filter(has=page.get_by_role("cell", name=name))
