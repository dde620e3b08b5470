"""The workbench at work: the queue, the search for evidence, what that counts, and the verdict written from it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from claims.actions import review
from claims.admin.contradiction_queue import CAP, Place
from claims.models import Contradiction, Evidence, Rating, Verdict
from tests import factories
from tests.claims.admin.conftest import DeskClient, person


@pytest.fixture
def editor(sit: DeskClient) -> Client:
    return sit("Editor")


def url(step: str, contradiction: Contradiction) -> str:
    return reverse(f"admin:claims_contradiction_{step}", args=[contradiction.pk])


# --- the queue --------------------------------------------------------------------------------------------------------
def test_the_queue_goes_from_the_surest_on_and_leaves_out_what_others_have(editor: Client) -> None:
    user = person(editor)
    low, high, middle, equal = (factories.ContradictionFactory.create(score=score) for score in (0.2, 0.9, 0.5, 0.5))
    factories.ContradictionFactory.create(score=0.7, assignee=factories.UserFactory.create())
    order = [high, middle, equal, low]
    for number, contradiction in enumerate(order, 1):
        place = Place.of(contradiction, user=user)
        assert place.words == f"{number} of 4"
        assert place.previous == (order[number - 2] if number > 1 else None)
        assert place.following == (order[number] if number < 4 else None)


def test_what_is_settled_still_leads_on(editor: Client, contradiction: Contradiction) -> None:
    following = factories.ContradictionFactory.create(score=contradiction.score)
    form = {"decision-resolution": "complementary", "decision-note": "Both are right."}
    page = editor.post(url("settle", contradiction), form, follow=True).text
    assert "1 waiting" in page
    assert f'{url("change", following)}" title' in page


def test_a_long_queue_is_not_counted_to_its_end(editor: Client) -> None:
    factories.ContradictionFactory.create_batch(CAP + 2, score=0.5)
    first, last = Contradiction.objects.earliest("pk"), Contradiction.objects.latest("pk")
    assert Place.of(first, user=person(editor)).words == "1 of 100+"
    assert Place.of(last, user=person(editor)).words == "beyond 100 of 100+"


def test_taking(editor: Client, contradiction: Contradiction) -> None:
    page = editor.post(url("take", contradiction), follow=True).text
    assert "It is yours" in page
    assert "Take under review" not in page


# --- what it shows ----------------------------------------------------------------------------------------------------
def test_copies_stand_behind_the_one_that_they_relay(editor: Client, contradiction: Contradiction) -> None:
    first, copy = contradiction.positions.earliest("pk").appearances.order_by("pk")
    page = editor.get(url("change", contradiction)).text
    lead, other = (each.version.article.publisher.name for each in (first, copy))
    assert f"{other}: relays the same text as {lead}" in page


def test_the_same_article_twice_is_no_copy(editor: Client, contradiction: Contradiction) -> None:
    said = contradiction.positions.latest("pk").memberships.get()
    version = factories.VersionFactory.create(text="It rose to 30. Then it rose to 40.")
    for quote in ("It rose to 30", "it rose to 40"):
        appearance = factories.AppearanceFactory.create(version=version, quote=quote)
        factories.MembershipFactory.create(position=said.position, appearance=appearance, origin="one")
    page = editor.get(url("change", contradiction)).text
    assert f"{version.article.publisher} says so again in the same text" in page


def test_each_choice_has_its_meaning_and_the_machines_is_marked(editor: Client, contradiction: Contradiction) -> None:
    page = editor.get(url("change", contradiction)).text
    assert "One side is wrong, and the evidence shows which." in page
    assert page.count("the machine’s suggestion") == 1
    assert "?resolution=source_error#decision" in page


def test_figures_over_time_are_drawn_where_the_days_differ(editor: Client, contradiction: Contradiction) -> None:
    for position, value, day in zip(contradiction.positions.order_by("pk"), (20, 30), (1, 4), strict=True):
        position.figures = {"value": value}
        position.save()
        membership = position.memberships.earliest("pk")
        membership.measurement = membership.appearance.measurements.get()
        membership.measurement.as_of = date(2026, 3, day)
        membership.measurement.save()
        membership.save()
    page = editor.get(url("change", contradiction)).text
    assert "Over time: " in page
    assert "named in the text" in page


# --- evidence ---------------------------------------------------------------------------------------------------------
def test_evidence_is_found_by_title_address_and_publisher(editor: Client, contradiction: Contradiction) -> None:
    by_title = factories.EvidenceFactory.create(title="Voting record of the Council")
    by_address = factories.EvidenceFactory.create(title="A list", url="https://council.example.org/list")
    publisher = factories.PublisherFactory.create(name="Council secretariat")
    by_publisher = factories.EvidenceFactory.create(title="Minutes", publisher=publisher)
    factories.EvidenceFactory.create(title="Another", quote="The council met")
    review.attach_evidence(contradiction=contradiction, evidence=by_title, by=person(editor))
    answer = editor.get(url("find", contradiction), {"find": "council"})
    assert {item for item, _ in answer.context["found"]} == {by_title, by_address, by_publisher}
    assert answer.text.count("attached already") == 1
    page = editor.get(url("change", contradiction), {"find": "council"}).text
    assert f'name="attach-evidence" value="{by_address.pk}"' in page, "without JavaScript the page itself searches"
    assert "Nothing on record" in editor.get(url("find", contradiction), {"find": "nowhere"}).text
    assert editor.get(url("find", contradiction), {"find": " "}).context["found"] == []


def new_document(**fields: str) -> dict[str, str]:
    told = {"url": "https://record.example.org/1", "title": "Record", "kind": "primary", "archive_exception": "Is one"}
    return {f"new-{name}": value for name, value in {**told, **fields}.items()}


def test_a_document_on_record_is_attached_and_not_recorded_twice(editor: Client, contradiction: Contradiction) -> None:
    known = factories.EvidenceFactory.create(url="https://record.example.org/1", locator="page 3", quote="93 voted")
    page = editor.post(url("attach", contradiction), new_document(locator="page 3", quote="93 voted"), follow=True).text
    assert "It was on record already, and that record is attached." in page
    assert contradiction.attached_evidence.get().evidence == known
    editor.post(url("attach", contradiction), new_document(locator="page 4", quote="93 voted"))
    assert Evidence.objects.count() == 2, "another place in the document is another record"


def test_a_new_document_has_an_archive_link_or_says_why_not(editor: Client, contradiction: Contradiction) -> None:
    page = editor.post(url("attach", contradiction), new_document(archive_exception="", quote="kept words")).text
    assert "Give an archive link, or say below why there is none." in page
    assert "kept words" in page
    assert not Evidence.objects.exists()


def tallies(contradiction: Contradiction) -> None:
    for position, votes in zip(contradiction.positions.all(), (93, 89), strict=True):
        position.figures = {"votes_for": votes, "votes_against": 8, "membership": 193}
        position.save()


def test_what_the_document_counts_is_asked_for_in_its_form_and_drawn(
    editor: Client, contradiction: Contradiction
) -> None:
    contradiction.positions.update(figures={})
    assert "What does the document itself count?" not in editor.get(url("change", contradiction)).text
    tallies(contradiction)
    evidence = factories.EvidenceFactory.create(title="The roll call")
    form = {"attach-evidence": evidence.pk, "counts-votes_for": "93", "counts-votes_against": "200"}
    refused = editor.post(url("attach", contradiction), {**form, "counts-membership": "193"}).text
    assert "The counts add up to 293, which is more than the 193 members." in refused
    assert "The roll call" in refused, "what was chosen stays chosen"
    page = editor.post(url("attach", contradiction), {**form, "counts-votes_against": "8"}, follow=True).text
    assert contradiction.attached_evidence.get().figures == {"votes_for": 93, "votes_against": 8}
    assert "It counts 93 for, 8 against (101 in all)." in page
    assert '<strong class="is-evidence"><span aria-hidden="true">◆ </span>The roll call</strong>' in page


def test_what_it_shows_can_be_changed(editor: Client, contradiction: Contradiction) -> None:
    tallies(contradiction)
    evidence = factories.EvidenceFactory.create()
    review.attach_evidence(
        contradiction=contradiction, evidence=evidence, by=person(editor), figures={"votes_for": 93}, note="Look"
    )
    page = editor.get(url("change", contradiction), {"attached": evidence.pk}).text
    for shown in ('name="attach-note" value="Look"', 'name="counts-votes_for" value="93"'):
        assert shown in page
    form = {"attach-evidence": evidence.pk, "counts-votes_for": "94"}
    editor.post(url("attach", contradiction), form)
    assert contradiction.attached_evidence.get().figures == {"votes_for": 94}


# --- the verdict ------------------------------------------------------------------------------------------------------
def test_a_verdict_is_drafted_and_gone_on_with(editor: Client, contradiction: Contradiction, rating: Rating) -> None:
    claim = contradiction.positions.latest("pk").appearances.get().claim
    form = {"draft-claim": claim.pk, "draft-rating": rating.pk}
    answer = editor.post(url("draft", contradiction), form)
    verdict = Verdict.objects.get()
    assert answer["Location"] == reverse("admin:claims_verdict_change", args=[verdict.pk])
    page = editor.get(url("change", contradiction)).text
    assert "Go on with your draft" in page
    assert f'name="draft-claim" value="{claim.pk}"' not in page
    assert "You have a draft on it already" in editor.post(url("draft", contradiction), form).text


def test_a_draft_names_its_claim_and_rating(editor: Client, contradiction: Contradiction, rating: Rating) -> None:
    elsewhere = factories.ClaimFactory.create()
    page = editor.post(url("draft", contradiction), {"draft-claim": elsewhere.pk, "draft-rating": rating.pk}).text
    assert "Select a valid choice" in page
    assert "required" in editor.post(url("draft", contradiction), {}).text
    assert not Verdict.objects.exists()


def test_a_long_claim_is_put_in_few_words(editor: Client, contradiction: Contradiction, rating: Rating) -> None:
    claim = contradiction.positions.latest("pk").appearances.get().claim
    claim.text = "The resolution " * 9
    claim.save()
    form = {"draft-claim": claim.pk, "draft-rating": rating.pk}
    assert "This claim is long" in editor.post(url("draft", contradiction), form).text
    editor.post(url("draft", contradiction), {**form, "draft-short_text": "It passed"})
    claim.refresh_from_db()
    assert (Verdict.objects.get().claim, claim.short_text) == (claim, "It passed")


def test_without_a_scale_it_says_what_to_do(editor: Client, contradiction: Contradiction) -> None:
    assert "Our desk has no rating scale yet" in editor.get(url("change", contradiction)).text


@pytest.mark.parametrize("step", ["open", "take", "attach", "settle", "reopen", "draft"])
def test_steps_are_taken_by_post_alone(step: str, editor: Client, contradiction: Contradiction) -> None:
    assert editor.get(url(step, contradiction)).status_code == 405


@pytest.mark.parametrize(("role", "may"), [("Editor", True), ("Reporter", True), ("Auditor", False), ("", False)])
def test_who_drafts(role: str, may: bool, sit: DeskClient, contradiction: Contradiction, rating: Rating) -> None:
    claim = contradiction.positions.latest("pk").appearances.get().claim
    sit(role).post(url("draft", contradiction), {"draft-claim": claim.pk, "draft-rating": rating.pk})
    assert Verdict.objects.exists() is may
