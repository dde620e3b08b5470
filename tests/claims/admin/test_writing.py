"""The editor's own addresses: who may use them, what they keep, how often they ask the database."""

from collections.abc import Callable

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import Presence, Rating, RatingScale, ReplyRequest, User, Verdict, WorkingCopy
from tests import factories
from tests.claims.admin.conftest import DeskClient, person
from tests.claims.admin.test_queries import asked
from tests.claims.admin.test_verdicts import url, words

Draft = Callable[[User], Verdict]


@pytest.mark.parametrize("role", ["Reporter", "Editor", "Auditor", ""])
def test_only_who_writes_keeps_words(role: str, sit: DeskClient, draft: Draft, rating: Rating) -> None:
    author, other = sit("Reporter"), sit(role)
    verdict = draft(person(author))
    form = {**words(rating, headline="Typed"), "tab": "one", "revision": 0}
    assert other.post(url("words", verdict), form).status_code == 403
    assert author.post(url("words", verdict), form).status_code == 200
    assert WorkingCopy.objects.get().person == person(author)
    new = f"{reverse('admin:claims_verdict_words_new')}?claim={verdict.claim_id}"
    allowed = role in ("Reporter", "Editor")
    assert other.post(new, form).status_code == (200 if allowed else 403)


def test_nobody_and_strangers_keep_nothing(client: Client, sit: DeskClient, draft: Draft, rating: Rating) -> None:
    verdict = draft(person(sit("Reporter")))
    for address in (url("words", verdict), reverse("admin:claims_verdict_preview")):
        assert client.get(address).status_code == 302, "to the log-in"
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(verdict.author)
    assert careful.post(url("words", verdict), words(rating)).status_code == 403
    assert not WorkingCopy.objects.exists()


def test_words_of_another_person_or_tab_are_not_written_over(sit: DeskClient, draft: Draft, rating: Rating) -> None:
    author = sit("Reporter")
    verdict = draft(person(author))
    form = {**words(rating, headline="From one"), "tab": "one", "revision": 0}
    author.post(url("words", verdict), form)
    assert author.post(url("words", verdict), form | {"headline": "From two", "tab": "two"}).status_code == 409
    assert author.post(url("words", verdict), form | {"headline": "More", "person": 0}).status_code == 403
    assert WorkingCopy.objects.get().words["single"]["headline"] == "From one"
    assert author.post(url("words", verdict), form | {"headline": "More"}).status_code == 200
    assert WorkingCopy.objects.get().words["single"]["headline"] == "More"


def test_what_was_typed_by_somebody_else_is_shown_and_not_saved(sit: DeskClient, draft: Draft, rating: Rating) -> None:
    author = sit("Reporter")
    verdict = draft(person(author))
    page = author.post(url("change", verdict), words(rating, headline="Typed by another", person=0))
    assert "Somebody else had typed this here" in page.text
    assert "Typed by another" in page.text
    verdict.refresh_from_db()
    assert verdict.revision == 0


def test_retired_scales_are_not_offered_but_for_the_one_given(sit: DeskClient, draft: Draft, rating: Rating) -> None:
    author = sit("Reporter")
    verdict = draft(person(author))
    RatingScale.objects.filter(pk=rating.scale_id).update(is_retired=True)
    factories.RatingFactory.create(scale=rating.scale, name="Four clowns", slug="clowns", value=2)
    fresh = factories.RatingFactory.create(scale__publisher=verdict.publisher, name="Wrong", slug="wrong")
    page = author.get(url("change", verdict)).text
    assert "retired: choose another" in page
    assert "Wrong" in page
    assert "Four clowns" not in page
    clowns = Rating.objects.get(name="Four clowns")
    assert "Not saved yet" in author.post(url("change", verdict), words(clowns)).text
    assert author.post(url("change", verdict), words(fresh)).status_code == 302


def test_a_claim_that_was_turned_down_gets_no_verdict(sit: DeskClient, rating: Rating) -> None:
    claim = factories.ClaimFactory.create(status="rejected", status_reason="Vague")
    page = sit("Reporter").get(f"{reverse('admin:claims_verdict_add')}?claim={claim.pk}", follow=True)
    assert "This claim is rejected: no verdict is written on it." in page.text
    assert claim.text not in page.text.split("Which claim is it about?")[1]


def test_a_scale_of_the_database_that_refuses_loses_no_word(sit: DeskClient, draft: Draft, rating: Rating) -> None:
    author = sit("Reporter")
    verdict = draft(person(author))
    twice = {"cited": [1, 1], "shows": ["", ""]}
    page = author.post(url("change", verdict), {**words(rating, body="Kept all the same"), **twice}).text
    assert "The same evidence is there twice." in page
    assert "Kept all the same" in page


def test_who_was_asked_is_saved_changed_struck_and_shown_to_readers(
    sit: DeskClient, draft: Draft, rating: Rating, client: Client
) -> None:
    author = sit("Reporter")
    verdict = draft(person(author))
    row = {
        "reply": "",
        "party": "The ministry",
        "channel": "phone",
        "asked_at": "2026-11-20T09:00",
        "deadline": "2026-11-21T12:00",
        "outcome": "waiting",
        "answered_at": "",
        "answer": "",
    }
    cited = {"cited": [verdict.cited_evidence.get().evidence_id], "shows": [""]}
    first = author.post(url("change", verdict), {**words(rating), **cited, **row, "revision": 0})
    assert first.status_code == 302
    asked_of = ReplyRequest.objects.get()
    answered = row | {"reply": asked_of.pk, "outcome": "answered"}
    page = author.post(url("change", verdict), {**words(rating), **cited, **answered, "revision": 1}).text
    assert "Give what they answered and when" in page
    answered |= {"answered_at": "2026-11-21T10:00", "answer": "It was 93."}
    author.post(url("change", verdict), {**words(rating), **cited, **answered, "revision": 1})
    asked_of.refresh_from_db()
    assert (asked_of.outcome, asked_of.answer) == ("answered", "It was 93.")

    author.post(url("submit", verdict))
    assert "The ministry" in sit("Editor").get(url("change", verdict)).text
    second = {"published_by": factories.UserFactory.create(), "published_at": timezone.now()}
    Verdict.objects.filter(pk=verdict.pk).update(status="published", **second)
    page = client.get(verdict.get_absolute_url()).text
    assert "<strong>The ministry</strong>, asked by phone on" in page
    assert "<q>It was 93.</q>" in page
    history = author.get(url("history", verdict)).text
    assert "The ministry" in history


def test_everything_asks_the_database_as_often_for_many_rows_as_for_one(sit: DeskClient, draft: Draft) -> None:
    author = sit("Reporter")
    verdict = draft(person(author))
    factories.ReplyRequestFactory.create(verdict=verdict)
    factories.AppearanceFactory.create(claim=verdict.claim)
    pages = [url("change", verdict), f"{reverse('admin:claims_verdict_add')}?claim={verdict.claim_id}"]
    for page in pages:
        asked(author, page)
    few = [asked(author, page) for page in pages]
    factories.ReplyRequestFactory.create_batch(5, verdict=verdict)
    for order, evidence in enumerate(factories.EvidenceFactory.create_batch(5), 2):
        verdict.cited_evidence.create(evidence=evidence, order=order)
    factories.RatingFactory.create(scale=verdict.rating.scale, slug="other", value=2)
    factories.AppearanceFactory.create_batch(3, claim=verdict.claim)
    assert [asked(author, page) for page in pages] == few
    assert max(few) <= 38


def test_keeping_words_and_being_present_are_cheap(
    sit: DeskClient, draft: Draft, rating: Rating, django_assert_max_num_queries: Callable[..., object]
) -> None:
    author = sit("Reporter")
    verdict = draft(person(author))
    form = {**words(rating), "tab": "one", "revision": 0}
    here = presence_of(verdict)
    for _ in range(2):
        author.post(url("words", verdict), form)
        author.post(here)
    with django_assert_max_num_queries(10):  # type: ignore[attr-defined]  # a context manager
        author.post(url("words", verdict), form | {"headline": "More"})
    with django_assert_max_num_queries(7):  # type: ignore[attr-defined]  # as above
        author.post(here)


def presence_of(record: object) -> str:
    return reverse("presence", args=[ContentType.objects.get_for_model(record).pk, record.pk])  # type: ignore[arg-type, attr-defined]  # a record


def test_presence_is_told_to_the_others_who_may_see_the_record(
    sit: DeskClient, draft: Draft, contradiction: object
) -> None:
    author, editor, nobody = sit("Reporter"), sit("Editor"), sit("")
    verdict = draft(person(author))
    for record in (verdict, verdict.claim, contradiction):
        assert author.post(presence_of(record), {"active": 1}).json() == {"others": ""}
        assert editor.post(presence_of(record)).json() == {"others": f"Also here: {person(author).called}"}
        assert nobody.post(presence_of(record)).status_code == 403
        assert author.get(presence_of(record)).status_code == 405
    assert Presence.objects.count() == 6
    author.post(presence_of(verdict))
    assert Presence.objects.count() == 6, "one row for a person and a record"
    assert person(author).called in editor.get(url("change", verdict)).text, "without scripts too"
    assert author.post(reverse("presence", args=[0, 1])).status_code == 404
    missing = reverse("presence", args=[ContentType.objects.get_for_model(Verdict).pk, 0])
    assert author.post(missing).status_code == 404
