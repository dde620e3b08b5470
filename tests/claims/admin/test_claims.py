"""Accepting and rejecting what the machine suggests."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Publisher
from claims.models import Claim, Rating
from tests import factories
from tests.claims.admin.conftest import DeskClient


@pytest.fixture
def editor(sit: DeskClient) -> Client:
    return sit("Editor")


def test_the_row_has_the_buttons_and_accepting_leads_back_to_the_same_list(editor: Client) -> None:
    claim = factories.ClaimFactory.create(status="suggested")
    shown = f"{reverse('admin:claims_claim_changelist')}?status__exact=suggested"
    accept = reverse("admin:claims_claim_accept", args=[claim.pk])
    assert f'formaction="{accept}"' in editor.get(shown).text
    answer = editor.post(accept, headers={"Referer": f"http://testserver{shown}"})
    assert answer["Location"] == f"http://testserver{shown}"
    claim.refresh_from_db()
    assert claim.status == Claim.Status.ACCEPTED


def test_a_foreign_page_is_not_returned_to(editor: Client) -> None:
    claim = factories.ClaimFactory.create(status="suggested")
    answer = editor.post(
        reverse("admin:claims_claim_accept", args=[claim.pk]), headers={"Referer": "https://evil.example.org/"}
    )
    assert answer["Location"] == reverse("admin:claims_claim_change", args=[claim.pk])


def test_reporters_see_no_buttons(sit: DeskClient) -> None:
    factories.ClaimFactory.create(status="suggested")
    page = sit("Reporter").get(reverse("admin:claims_claim_changelist")).text
    assert "formaction" not in page
    assert "accept_selected" not in page


def test_a_page_of_claims_is_accepted_at_once(editor: Client) -> None:
    claims = factories.ClaimFactory.create_batch(3, status="suggested")
    chosen = {"action": "accept_selected", "_selected_action": [claims[0].pk, claims[1].pk]}
    assert "Accepted: 2." in editor.post(reverse("admin:claims_claim_changelist"), chosen, follow=True).text
    assert Claim.objects.get(status="suggested") == claims[2]


def test_rejecting_a_page_of_claims_asks_for_the_reason_first(editor: Client) -> None:
    claims = factories.ClaimFactory.create_batch(2, status="suggested")
    bound = factories.publish(factories.VerdictFactory.create()).claim
    chosen = {"action": "reject_selected", "_selected_action": [*(claim.pk for claim in claims), bound.pk]}
    url = reverse("admin:claims_claim_changelist")
    page = editor.post(url, chosen).text
    assert "Reject 3 claims" in page
    assert not Claim.objects.filter(status="rejected").exists()
    retired = factories.RejectionReasonFactory.create(name="Out of use", is_retired=True)
    assert "Out of use" not in page
    assert "Rejected" not in editor.post(url, {**chosen, "reason": retired.pk}).text
    reason = factories.RejectionReasonFactory.create(name="In jest")
    page = editor.post(url, {**chosen, "reason": reason.pk, "note": "Who?"}, follow=True).text
    assert "Rejected: 2." in page
    assert "A verdict rests on this claim" in page
    assert set(Claim.objects.filter(status="rejected", status_reason="In jest: Who?", rejected_for=reason)) == set(
        claims
    )


def test_a_claim_that_a_verdict_rests_on_is_not_rejected(editor: Client) -> None:
    claim = factories.publish(factories.VerdictFactory.create()).claim
    reason = factories.RejectionReasonFactory.create()
    url = reverse("admin:claims_claim_reject", args=[claim.pk])
    page = editor.post(url, {"reason": reason.pk}, follow=True).text
    assert "send it back or withdraw it first" in page


def test_a_form_left_open_does_not_undo_what_was_decided_meanwhile(editor: Client) -> None:
    claim = factories.ClaimFactory.create(status="suggested")
    page = reverse("admin:claims_claim_change", args=[claim.pk])
    editor.post(reverse("admin:claims_claim_accept", args=[claim.pk]))
    editor.post(
        page,
        {"text": "Better words", "short_text": "", "language": "en", "event": "", "status": "rejected", **NO_TOPICS},
    )
    claim.refresh_from_db()
    assert (claim.text, claim.status, claim.event) == ("Better words", Claim.Status.ACCEPTED, None)


WORDS = {"text": "Better words", "short_text": "Short", "language": "en"}
NO_TOPICS = {"headings-TOTAL_FORMS": 0, "headings-INITIAL_FORMS": 0}


def test_words_that_a_published_verdict_is_about_are_for_reading(editor: Client) -> None:
    claim = factories.publish(factories.VerdictFactory.create()).claim
    event = factories.EventFactory.create()
    page = reverse("admin:claims_claim_change", args=[claim.pk])
    assert list(editor.get(page).context["adminform"].form.fields) == ["event"]
    assert editor.post(page, {"event": event.pk, **NO_TOPICS}).status_code == 302
    assert Claim.objects.get(pk=claim.pk).event == event


@pytest.mark.parametrize("published", [True, False])
def test_a_form_left_open_does_not_change_what_was_published_meanwhile(editor: Client, published: bool) -> None:
    verdict = factories.VerdictFactory.create()
    page = reverse("admin:claims_claim_change", args=[verdict.claim_id])
    form = {**WORDS, **NO_TOPICS, "event": verdict.claim.event_id}
    assert set(WORDS) <= set(editor.get(page).context["adminform"].form.fields)
    if published:
        factories.publish(verdict)
    answer = editor.post(page, form, follow=True).text
    assert ("A verdict rests on this claim: send it back or withdraw it first." in answer) == published
    text = Claim.objects.get(pk=verdict.claim_id).text
    assert text == (verdict.claim.text if published else "Better words")


def test_the_page_shows_where_it_was_made_with_its_figures(editor: Client) -> None:
    figure = factories.MeasurementFactory.create(appearance__quote="93 votes in favour", comparator="at_least")
    page = editor.get(reverse("admin:claims_claim_change", args=[figure.appearance.claim_id])).text
    assert "<mark>93 votes in favour</mark>" in page
    assert "Votes for: at least 93 votes (“93”)" in page


def test_a_claim_with_a_verdict_of_ours_is_corrected_and_not_judged_again(editor: Client, desk: Publisher) -> None:
    own = factories.VerdictFactory.create(publisher=desk, rating=Rating.objects.get(scale__publisher=desk))
    foreign = factories.publish(factories.VerdictFactory.create(claim=own.claim))
    page = reverse("admin:claims_claim_change", args=[own.claim_id])
    write, correct = f"{reverse('admin:claims_verdict_add')}?claim={own.claim_id}", "Correct the published verdict"
    assert write in (before := editor.get(page).text)
    assert correct not in before
    factories.publish(own)
    after = editor.get(page).text
    assert write not in after
    assert f'href="{reverse("admin:claims_verdict_change", args=[own.pk])}?correct=1#standing">{correct}' in after
    assert reverse("admin:claims_verdict_change", args=[foreign.pk]) in after


def test_search_by_word_event_and_source(editor: Client) -> None:
    claim = factories.AppearanceFactory.create(
        claim__text="The bridge cost nine million",
        claim__event__title="Opening",
        source=factories.SourceFactory.create(name="Mayor"),
    ).claim
    factories.ClaimFactory.create()
    for word in ("bridge", "opening", "mayor"):
        found = editor.get(reverse("admin:claims_claim_changelist"), {"q": word}).context["cl"].result_list
        assert list(found) == [claim]
