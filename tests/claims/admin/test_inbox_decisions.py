"""Deciding in the inbox: one claim after another, many at once, back again."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim, Lease
from tests import factories
from tests.claims.admin.conftest import DeskClient
from tests.claims.admin.test_inbox import INBOX, decide, listed, opened, said, suggestion


@pytest.fixture
def editor(sit: DeskClient) -> Client:
    return sit("Editor")


def test_a_decision_leads_to_the_next(editor: Client) -> None:
    first, second, third = suggestion(0.9), suggestion(0.8), suggestion(0.7)
    page = decide(editor, second, query=f"?claim={second.pk}", do="accept")
    assert said(page) == [f"Accepted: “{second.text}”"]
    assert opened(page) == third
    assert [row.claim for row in page.context["rows"]] == [first, third]
    assert Lease.objects.get().object_id == third.pk
    page = decide(editor, third, do="accept")
    assert opened(page) is None, "what was passed over is not forced on anybody"
    assert listed(editor) == [first]


def test_the_last_of_a_page_leads_to_the_next_page(editor: Client) -> None:
    claims = [suggestion(1 - number / 100) for number in range(30)]
    page = editor.get(f"{INBOX}?claim={claims[24].pk}")
    assert opened(editor.get(INBOX + page.context["next"])) == claims[25]
    page = editor.get(f"{INBOX}?claim={claims[3].pk}")
    assert opened(editor.get(INBOX + page.context["next"])) == claims[4]
    assert opened(editor.get(INBOX + page.context["previous"])) == claims[2]


def test_rejecting_for_a_reason(editor: Client) -> None:
    claim, reason = suggestion(), factories.RejectionReasonFactory.create(name="In jest")
    decide(editor, claim, do="reject", reason=reason.pk, note="Who?")
    claim.refresh_from_db()
    assert (claim.status, claim.rejected_for, claim.status_reason) == ("rejected", reason, "In jest: Who?")


def test_a_retired_reason_is_neither_offered_nor_taken(editor: Client) -> None:
    claim, retired = suggestion(), factories.RejectionReasonFactory.create(name="Out of use", is_retired=True)
    assert "Out of use" not in editor.get(INBOX).text
    assert decide(editor, claim, do="reject", reason=retired.pk).status_code == 404
    assert Claim.objects.get().status == "suggested"


def test_many_at_once_and_back_at_once(editor: Client) -> None:
    claims = [suggestion() for _ in range(3)]
    decided = factories.ClaimFactory.create()
    page = decide(editor, *claims, decided, do="accept")
    assert said(page) == ["Accepted: 3 claims.", f"“{decided.text}”: This has been decided already: accepted."]
    page = editor.post(reverse("desk_inbox_undo"), follow=True)
    assert said(page) == ["Undone: accepted, 3 claims."]
    assert Claim.objects.filter(status="suggested").count() == 3


def test_nothing_chosen(editor: Client) -> None:
    assert said(decide(editor, do="accept")) == ["Choose at least one claim first."]
    assert said(editor.post(reverse("desk_inbox_undo"), follow=True)) == ["There is nothing to undo."]


def test_undoing_opens_what_it_was(editor: Client) -> None:
    claim, _ = suggestion(0.9), suggestion(0.1)
    decide(editor, claim, do="accept")
    page = editor.post(reverse("desk_inbox_undo"), follow=True)
    assert opened(page) == claim
    assert "Redo" not in page.text
    lately = editor.get(reverse("desk_inbox_steps"))
    assert [row["step"].action for row in lately.context["rows"]] == ["suggest", "accept"]
    again = lately.context["rows"][0]["step"]
    editor.post(reverse("desk_inbox_undo"), {"step": again.pk})
    assert Claim.objects.get(pk=claim.pk).status == "accepted"


def test_editing(editor: Client) -> None:
    claim, topic = suggestion(), factories.TopicFactory.create()
    url = reverse("desk_inbox_edit", args=[claim.pk])
    form = {"edit-text": "It cost nine million", "edit-short_text": "Nine million", "edit-topics": [topic.pk]}
    page = editor.post(url, form, follow=True)
    assert opened(page) == claim
    claim.refresh_from_db()
    assert (claim.text, claim.short_text, list(claim.topics.all())) == ("It cost nine million", "Nine million", [topic])


def test_what_cannot_be_saved_stays_in_the_form(editor: Client) -> None:
    claim = suggestion()
    form = {"edit-text": "Words not to be lost", "edit-short_text": "x" * 76}
    page = editor.post(reverse("desk_inbox_edit", args=[claim.pk]), form)
    assert "Words not to be lost" in page.text
    assert "at most 75 characters" in page.text
    assert Claim.objects.get().text == claim.text
