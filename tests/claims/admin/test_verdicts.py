"""From draft to publication by two people, and what happens to a published one."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Publisher
from claims.models import Rating, User, Verdict
from tests import factories
from tests.claims.admin.conftest import DeskClient, person

Draft = Callable[[User], Verdict]


def url(step: str, verdict: Verdict) -> str:
    return reverse(f"admin:claims_verdict_{step}", args=[verdict.pk])


def words(rating: Rating, **others: object) -> dict[str, object]:
    """What the form sends."""
    return {
        "rating": rating.pk,
        "headline": "It was 93",
        "summary": "The record says so.",
        "body": "",
        "language": "en",
        **others,
    }


def cite(*evidence: int) -> dict[str, object]:
    """The rows of the evidence list, in their order."""
    return {"cited": evidence, "shows": [""] * len(evidence)}


def test_two_people_take_a_verdict_from_the_contradiction_to_publication(sit: DeskClient, rating: Rating) -> None:
    first, second = sit("Editor"), sit("Editor")
    claim, evidence = factories.ClaimFactory.create(), factories.EvidenceFactory.create()
    add = f"{reverse('admin:claims_verdict_add')}?claim={claim.pk}&evidence={evidence.pk}"
    page = first.get(add).text
    for expected in (claim.text, evidence.title, rating.name, rating.definition):
        assert expected in page
    first.post(add, {**words(rating), **cite(evidence.pk)})
    verdict = Verdict.objects.get()
    assert (verdict.author, verdict.publisher.kind) == (person(first), Publisher.Kind.OWN)
    assert list(verdict.evidence.all()) == [evidence]

    first.post(url("submit", verdict))
    page = first.post(url("publish", verdict), follow=True).text
    assert "another editor has to publish it" in page
    assert url("publish", verdict) not in page
    verdict.refresh_from_db()
    assert verdict.status == Verdict.Status.SUBMITTED

    assert url("read", verdict) in second.get(url("change", verdict)).text
    page = second.get(url("read", verdict)).text
    assert url("publish", verdict) in page
    assert "read it again" in second.post(url("publish", verdict), follow=True).text
    assert verdict.submitted_at is not None
    seen = {"seen": verdict.submitted_at.isoformat()}
    assert seen["seen"] in page, "the page names the words that it shows"
    page = second.post(url("publish", verdict), seen, follow=True).text
    verdict.refresh_from_db()
    assert (verdict.status, verdict.published_by) == (Verdict.Status.PUBLISHED, person(second))
    assert verdict.get_absolute_url() in page

    history = first.get(url("history", verdict)).text
    for shown in (person(first), person(second), "submit verdict", "publish verdict", evidence):
        assert str(shown) in history


def test_obstacles_are_named_before_the_step_and_stop_it(sit: DeskClient, rating: Rating, desk: Publisher) -> None:
    client = sit("Reporter")
    verdict = factories.VerdictFactory.create(author=person(client), publisher=desk, rating=rating)
    assert "Cite at least one piece of evidence." in client.get(url("change", verdict)).text
    assert "Cite at least one piece of evidence." in client.post(url("submit", verdict), follow=True).text
    verdict.refresh_from_db()
    assert verdict.status == Verdict.Status.DRAFT


@pytest.mark.parametrize("role", ["Reporter", "Editor"])
def test_only_the_author_changes_a_draft_and_nobody_what_waits(
    role: str, sit: DeskClient, draft: Draft, rating: Rating
) -> None:
    author, other = sit("Reporter"), sit(role)
    verdict = draft(person(author))
    cited = verdict.cited_evidence.get()
    form = {**words(rating, headline="Changed"), **cite(cited.evidence_id)}
    assert other.post(url("change", verdict), form).status_code == 403
    assert url("submit", verdict) not in other.get(url("change", verdict)).text
    assert "Only who has written in a draft submits it." in other.post(url("submit", verdict), follow=True).text
    assert author.post(url("change", verdict), form).status_code == 302
    verdict.refresh_from_db()
    assert verdict.headline == "Changed"
    author.post(url("submit", verdict))
    for client in (author, other):
        assert client.post(url("change", verdict), form).status_code == 403


def test_who_was_asked_and_a_chief_write_in_a_draft_and_then_cannot_publish_it(
    sit: DeskClient, draft: Draft, rating: Rating
) -> None:
    for other, asked in ((sit("Editor"), True), (sit("Chief"), False)):
        verdict = draft(person(sit("Reporter")))
        Verdict.objects.filter(pk=verdict.pk).update(assignee=person(other) if asked else None)
        assert url("submit", verdict) not in other.get(url("change", verdict)).text
        cited = verdict.cited_evidence.get()
        form = {**words(rating, headline="Changed"), **cite(cited.evidence_id)}
        assert other.post(url("change", verdict), form).status_code == 302
        assert other.post(url("submit", verdict)).status_code == 302
        verdict.refresh_from_db()
        assert (verdict.headline, verdict.status, verdict.edited_by) == ("Changed", "submitted", person(other))
        assert "another editor has to publish it" in other.post(url("publish", verdict), follow=True).text


def test_changing_what_a_draft_cites_makes_one_a_writer_of_it(sit: DeskClient, draft: Draft, rating: Rating) -> None:
    chief = sit("Chief")
    verdict, new = draft(person(sit("Reporter"))), factories.EvidenceFactory.create()
    cited = verdict.cited_evidence.get()
    form = {**words(rating, headline=verdict.headline), **cite(cited.evidence_id, new.pk)}
    chief.post(url("change", verdict), form)
    verdict.refresh_from_db()
    assert person(chief).pk in verdict.writers


def test_evidence_of_a_draft_is_taken_off_and_put_on(sit: DeskClient, draft: Draft, rating: Rating) -> None:
    author = sit("Reporter")
    verdict, new = draft(person(author)), factories.EvidenceFactory.create()
    author.post(url("change", verdict), {**words(rating), **cite(new.pk)})
    assert list(verdict.evidence.all()) == [new]


def test_status_author_and_publisher_cannot_be_slipped_in(sit: DeskClient, draft: Draft, rating: Rating) -> None:
    author = sit("Reporter")
    verdict = draft(person(author))
    other = factories.VerdictFactory.create()
    smuggled = {
        "status": "published",
        "author": other.author_id,
        "publisher": other.publisher_id,
        "claim": other.claim_id,
    }
    author.post(url("change", verdict), words(rating, **smuggled))
    same = Verdict.objects.get(pk=verdict.pk)
    assert (same.status, same.author, same.publisher, same.claim) == (
        "draft", verdict.author, verdict.publisher, verdict.claim,
    )  # fmt: skip


def test_ratings_of_other_scales_are_not_offered_or_taken(sit: DeskClient, draft: Draft) -> None:
    author, other = sit("Reporter"), factories.RatingFactory.create(name="Four clowns", slug="clowns")
    verdict = draft(person(author))
    assert "Four clowns" not in author.get(url("change", verdict)).text
    author.post(url("change", verdict), words(other))
    verdict.refresh_from_db()
    assert verdict.rating != other


def test_a_correction_is_a_draft_with_the_published_words(sit: DeskClient, draft: Draft) -> None:
    client = sit("Reporter")
    verdict = factories.publish(draft(factories.UserFactory.create()))
    answer = client.post(url("correct", verdict), {"correct-kind": "update", "correct-reason": "A new count"})
    new = Verdict.objects.get(supersedes=verdict)
    assert answer["Location"] == url("change", new)
    assert (new.author, new.headline, new.change_reason) == (person(client), verdict.headline, "A new count")
    assert "change_reason" in client.get(url("change", new)).context["form"].fields
    again = client.post(url("correct", verdict), {"correct-kind": "update", "correct-reason": "Again"}, follow=True)
    assert "under way already" in again.text
    assert "required" in client.post(url("correct", verdict), {}, follow=True).text


def test_the_author_cannot_withdraw_alone(sit: DeskClient, draft: Draft) -> None:
    author, other = sit("Editor"), sit("Editor")
    verdict = factories.publish(draft(person(author)))
    form = {"withdraw-reason": "The record was amended"}
    assert "another editor has to withdraw it" in author.post(url("withdraw", verdict), form, follow=True).text
    assert "The record was amended" in other.post(url("withdraw", verdict), form, follow=True).text
    verdict.refresh_from_db()
    assert verdict.status == Verdict.Status.WITHDRAWN


def test_what_a_published_verdict_cites_is_for_reading(sit: DeskClient, draft: Draft) -> None:
    verdict = factories.publish(draft(factories.UserFactory.create()))
    evidence = verdict.evidence.earliest("pk")
    page = reverse("admin:claims_evidence_change", args=[evidence.pk])
    client = sit("Chief")
    assert client.get(page).status_code == 200
    assert client.post(page, {}).status_code == 403


def test_a_form_that_is_only_read_has_no_advice_for_writers(sit: DeskClient, draft: Draft) -> None:
    author = sit("Reporter")
    verdict = draft(person(author))
    assert "cc-reading" not in author.get(url("change", verdict)).text
    assert "cc-reading" in sit("Editor").get(url("change", verdict)).text, "somebody else's draft"
    author.post(url("submit", verdict))
    assert "cc-reading" in author.get(url("change", verdict)).text


def test_without_a_desk_of_our_own_nothing_can_be_written(sit: DeskClient) -> None:
    page = sit("Reporter").get(reverse("admin:claims_verdict_add"), follow=True)
    assert "Add our own desk as a publisher first" in page.text


def test_the_lists_of_what_is_mine_and_what_is_marked(sit: DeskClient, draft: Draft, client: Client) -> None:
    reporter = sit("Reporter")
    mine, theirs = draft(person(reporter)), factories.publish(factories.VerdictFactory.create())
    Verdict.objects.filter(pk=theirs.pk).update(needs_review="A contradiction was reopened")
    listed = reverse("admin:claims_verdict_changelist")
    assert list(reporter.get(listed, {"whose": "mine"}).context["cl"].result_list) == [mine]
    assert list(reporter.get(listed, {"review": "needed"}).context["cl"].result_list) == [theirs]
    assert mine not in reporter.get(listed, {"whose": "others"}).context["cl"].result_list
