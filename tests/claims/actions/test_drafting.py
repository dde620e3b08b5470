"""A verdict drafted from a contradiction: whose words it starts with, and when it is refused."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Publisher
from claims.actions import review
from claims.actions.drafting import draft_verdict, headline_from
from claims.models import Claim, Contradiction, Rating, User, Verdict
from claims.vocabulary import Resolution
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return factories.UserFactory.create(groups=["Editor"])


@pytest.fixture
def rating() -> Rating:
    own = factories.PublisherFactory.create(kind=Publisher.Kind.OWN)
    return factories.RatingFactory.create(scale__publisher=own)


@pytest.fixture
def contradiction(editor: User) -> Contradiction:
    """Resolved, with a claim in each of two positions and two documents."""
    found: Contradiction = factories.ContradictionFactory.create(question="How many voted for it?")
    for answer in ("93", "89"):
        position = factories.PositionFactory.create(contradiction=found, answer=answer)
        factories.MembershipFactory.create(position=position)
    for title, figures, note in (("The roll call", {"votes_for": 93}, "It names them."), ("The minutes", {}, "")):
        review.attach_evidence(
            contradiction=found,
            evidence=factories.EvidenceFactory.create(title=title, url=f"https://record.example.org/{title[4:8]}"),
            by=editor,
            figures=figures,
            note=note,
        )
    review.settle_contradiction(
        contradiction=found,
        by=editor,
        resolution=Resolution.SOURCE_ERROR,
        note="93 states voted for it. The other figure is of the first draft.",
        at_fault={found.positions.get(answer="89"): False},
    )
    found.refresh_from_db()
    return found


def claim_of(contradiction: Contradiction) -> Claim:
    return Claim.objects.filter(appearances__positions__contradiction=contradiction).latest("pk")


def test_what_was_found_out_becomes_the_draft(contradiction: Contradiction, rating: Rating, editor: User) -> None:
    verdict = draft_verdict(contradiction=contradiction, claim=claim_of(contradiction), rating=rating, by=editor)
    assert (verdict.status, verdict.author, verdict.rating) == ("draft", editor, rating)
    assert verdict.headline == "93 states voted for it"
    assert verdict.summary == contradiction.resolution_note
    assert "## What is asked\n\nHow many voted for it?" in verdict.body
    assert "89" not in verdict.body, "what a report says is no evidence"
    assert "- [The roll call](https://record.example.org/roll): It names them; 93 for." in verdict.body
    assert "- [The minutes](https://record.example.org/minu)\n" in verdict.body
    cited = [(each.order, each.evidence.title, each.note) for each in verdict.cited_evidence.order_by("order")]
    assert cited == [(1, "The roll call", "It names them."), (2, "The minutes", "")]


def test_before_a_decision_the_question_stands_there(contradiction: Contradiction) -> None:
    contradiction.resolution_note = ""
    assert headline_from(contradiction) == "How many voted for it?"
    contradiction.resolution_note = "word " * 60
    assert len(headline_from(contradiction)) <= 200
    assert headline_from(contradiction).endswith("word…")


def test_what_drafting_refuses(contradiction: Contradiction, rating: Rating, editor: User) -> None:
    claim = claim_of(contradiction)

    def draft(claim: Claim = claim, rating: Rating = rating, by: User = editor) -> Verdict:
        return draft_verdict(contradiction=contradiction, claim=claim, rating=rating, by=by)

    with pytest.raises(PermissionDenied):
        draft(by=factories.UserFactory.create())
    with pytest.raises(ValidationError, match="takes no position here"):
        draft(claim=factories.ClaimFactory.create())
    with pytest.raises(ValidationError, match="does not offer that rating"):
        draft(rating=factories.RatingFactory.create())
    with pytest.raises(ValidationError, match="does not offer that rating"):
        draft(rating=factories.RatingFactory.create(scale__publisher=rating.scale.publisher, scale__is_retired=True))
    draft()
    with pytest.raises(ValidationError, match="You have a draft on it already"):
        draft()
    draft(by=factories.UserFactory.create(groups=["Editor"]))
    assert Verdict.objects.count() == 2, "a colleague may draft one too"


def test_a_published_verdict_is_corrected_and_a_rejected_claim_not_judged(
    contradiction: Contradiction, rating: Rating, editor: User
) -> None:
    claim = claim_of(contradiction)
    own = rating.scale.publisher
    factories.publish(factories.VerdictFactory.create(claim=claim, publisher=own, rating=rating))
    with pytest.raises(ValidationError, match="correct that one instead"):
        draft_verdict(contradiction=contradiction, claim=claim, rating=rating, by=editor)
    other = Claim.objects.filter(appearances__positions__contradiction=contradiction).earliest("pk")
    Claim.objects.filter(pk=other.pk).update(status="rejected", status_reason="An opinion")
    with pytest.raises(ValidationError, match="rejected or merged"):
        draft_verdict(contradiction=contradiction, claim=other, rating=rating, by=editor)
