"""The facts of the checklist as they come from the database, exceptions, comments, and which links are asked for."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.actions import checking, comments, links, verdicts
from claims.checklist import Check
from claims.links import Answer
from claims.models import Comment, ContradictionEvidence, LinkCheck, RollCallVote, User, Verdict, VerdictEvidence
from claims.passages import Passage
from tests import factories
from tests.claims.actions.test_verdicts import draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    return factories.UserFactory.create(groups=["Reporter"])


def figures(verdict: Verdict) -> list[str]:
    return [one.subject for one in checking.check(verdict) if one.check is Check.FIGURES and one.stops]


def test_figures_come_from_roll_calls_contradictions_and_reports(author: User) -> None:
    verdict = draft(author, body="12 for, 193 members, 41 in the minutes, 89 in the paper, and 77 nowhere.")
    evidence = verdict.evidence.get()
    assert [words.split()[0] for words in figures(verdict)] == ["12", "193", "41", "89", "77"]
    vote = factories.EventFactory.create(membership=193)
    for _ in range(12):
        RollCallVote.objects.create(
            event=vote, state=factories.SourceFactory.create(kind="state"), choice="yes", evidence=evidence
        )
    ContradictionEvidence.objects.create(
        contradiction=factories.ContradictionFactory.create(), evidence=evidence, attached_by=author,
        figures={"votes_for": 41, "note": "no number", "sure": True},
    )  # fmt: skip
    said = factories.AppearanceFactory.create(claim=verdict.claim)
    factories.MeasurementFactory.create(appearance=said, value=Decimal(89))
    assert [words.split()[0] for words in figures(verdict)] == ["77"]


def test_the_checklist_takes_as_many_queries_for_many_rows(
    author: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    verdict = draft(author)
    checking.check(verdict)
    with django_assert_num_queries(11):
        checking.check(Verdict.objects.select_related("claim", "rating__scale").get(pk=verdict.pk))
    for number in range(4):
        evidence = factories.EvidenceFactory.create()
        VerdictEvidence.objects.create(verdict=verdict, evidence=evidence, order=number)
        said = factories.AppearanceFactory.create(claim=verdict.claim)
        factories.MeasurementFactory.create(appearance=said)
        comments.comment(item=verdict, by=author, text="Look.")
    with django_assert_num_queries(11):
        checking.check(Verdict.objects.select_related("claim", "rating__scale").get(pk=verdict.pk))


def test_a_figure_is_waived_with_a_reason_until_it_is_approved(author: User) -> None:
    verdict, second = draft(author, body="It took 12 minutes."), factories.UserFactory.create(groups=["Editor"])
    about: dict[str, Any] = {"about": Check.FIGURES, "subject": "12 minutes"}
    with pytest.raises(ValidationError, match="12 minutes"):
        verdicts.submit(verdict=verdict, by=author)
    with pytest.raises(ValidationError, match="Say why"):
        checking.waive(verdict=verdict, by=author, reason=" ", **about)
    with pytest.raises(ValidationError, match="mended, not waived"):
        checking.waive(verdict=verdict, by=author, about=Check.ARCHIVE, subject="x", reason="Never mind.")
    with pytest.raises(ValidationError, match="Only who writes it"):
        checking.waive(verdict=verdict, by=second, reason="I know.", **about)
    waiver = checking.waive(verdict=verdict, by=author, reason=" We counted. ", **about)
    assert (waiver.reason, waiver.by) == ("We counted.", author)
    checking.take_back_waiver(waiver=waiver, by=author)
    assert figures(verdict) == ["12 minutes"]
    checking.waive(verdict=verdict, by=author, reason="We counted.", **about)
    verdicts.submit(verdict=verdict, by=author)
    verdict.refresh_from_db()
    checking.waive(verdict=verdict, by=second, reason="I counted too.", about=Check.FIGURES, subject="11 minutes")
    Verdict.objects.filter(pk=verdict.pk).update(status="published", published_by=second, published_at=timezone.now())
    with pytest.raises(ValidationError, match="approved already"):
        checking.waive(verdict=verdict, by=second, reason="Late.", **about)


def test_comments_are_made_resolved_and_taken_up_again(author: User) -> None:
    verdict = draft(author)
    with pytest.raises(ValidationError, match="Write a comment first"):
        comments.comment(item=verdict, by=author, text=" ")
    said = comments.comment(item=verdict, by=author, text=" Which? ", passage=Passage("headline", "93", 17))
    assert (said.text, said.field, said.quote, said.start, said.item) == ("Which?", "headline", "93", 17, verdict)
    comments.comment(item=verdict.claim, by=author, text="Of the claim.")
    comments.resolve(comment=said, by=author)
    with pytest.raises(ValidationError, match="resolved already"):
        comments.resolve(comment=said, by=author)
    assert not Comment.objects.on(verdict).open()
    comments.take_up_again(comment=said, by=author)
    with pytest.raises(ValidationError, match="not resolved"):
        comments.take_up_again(comment=said, by=author)
    assert list(Comment.objects.on(verdict).open()) == [said]
    assert checking.facts_of(verdict, on=timezone.localdate()).open_comments == 1


def test_links_of_what_is_written_or_in_force_are_asked_for_once_in_a_while(author: User) -> None:
    verdict = draft(author)
    [url] = verdict.evidence.values_list("url", flat=True)
    factories.EvidenceFactory.create()  # nobody cites it
    asked: list[str] = []

    def ask(address: str) -> Answer:
        asked.append(address)
        return Answer(404)

    assert links.check_links(ask=ask) == 1
    assert links.check_links(ask=ask) == 0, "the answer is fresh"
    LinkCheck.objects.update(checked_at=timezone.now() - timedelta(days=60))
    links.check_links(verdict=verdict, ask=lambda _: Answer(None, "No answer in time"))
    assert asked == [url]
    check = LinkCheck.objects.get()
    assert (check.url, check.status, check.error) == (url, None, "No answer in time")
    [dead] = [one for one in checking.check(verdict) if one.check is Check.LINKS]
    assert "No answer in time" in dead.sentence
