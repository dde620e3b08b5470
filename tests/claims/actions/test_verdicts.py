"""A verdict from draft to publication, correction and withdrawal, with every refusal on the way."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from claims.actions import corrections, publishing, verdicts
from claims.models import Correction, User, Verdict, VerdictEvidence
from tests.conftest import Commit
from tests.factories import EvidenceFactory, UserFactory, VerdictFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    return UserFactory.create(groups=["Editor"])


@pytest.fixture
def second() -> User:
    return UserFactory.create(groups=["Editor"])


def draft(author: User, **fields: Any) -> Verdict:
    """A draft with citable evidence: nothing is missing."""
    verdict = VerdictFactory.create(author=author, **fields)
    VerdictEvidence.objects.create(verdict=verdict, evidence=EvidenceFactory.create(), order=1, note="The tally.")
    return verdict


def published(author: User, second: User, **fields: Any) -> Verdict:
    verdict = draft(author, **fields)
    verdicts.submit(verdict=verdict, by=author)
    publishing.publish(verdict=verdict, by=second)
    verdict.refresh_from_db()
    return verdict


def context(verdict: Verdict) -> dict[str, Any]:
    history: Any = Verdict
    line = history.pgh_event_model.objects.filter(pgh_obj=verdict).order_by("pgh_id").last()
    return dict(line.pgh_context)


def test_citing_replaces_what_was_cited_and_keeps_the_order(author: User) -> None:
    verdict = draft(author)
    one, two = EvidenceFactory.create(), EvidenceFactory.create()
    verdicts.cite(verdict=verdict, evidence={two: "", one: "The count"}, by=author)
    assert [(cited.evidence, cited.note) for cited in verdict.cited_evidence.all()] == [(two, ""), (one, "The count")]
    verdicts.cite(verdict=verdict, evidence={}, by=author)
    assert not verdict.cited_evidence.exists()


def test_only_the_author_cites_and_submits(author: User, second: User) -> None:
    verdict = draft(author)
    with pytest.raises(ValidationError, match="Only its author, who is asked to write it, or a chief changes a draft"):
        verdicts.cite(verdict=verdict, evidence={}, by=second)
    with pytest.raises(ValidationError, match="Only who has written in a draft submits it"):
        verdicts.submit(verdict=verdict, by=second)
    verdict.refresh_from_db()
    assert (verdict.status, verdict.cited_evidence.count()) == ("draft", 1)


def test_a_submitted_verdict_cites_something_else_only_once_it_is_sent_back(author: User, second: User) -> None:
    verdict, new = draft(author), EvidenceFactory.create()
    verdicts.submit(verdict=verdict, by=author)
    with pytest.raises(ValidationError, match="send it back"):
        verdicts.cite(verdict=verdict, evidence={new: ""}, by=author)
    assert new not in verdict.evidence.all()
    verdicts.send_back(verdict=verdict, by=second, note="Quote the record.")
    verdicts.cite(verdict=verdict, evidence={new: ""}, by=author)
    assert list(verdict.evidence.all()) == [new]


def test_citing_sees_a_publication_that_the_caller_has_not_seen(author: User, second: User) -> None:
    stale = draft(author)
    verdicts.submit(verdict=stale, by=author)
    publishing.publish(verdict=stale, by=second)
    assert stale.status == "draft"
    with pytest.raises(ValidationError, match="start a correction"):
        verdicts.cite(verdict=stale, evidence={}, by=author)


def test_the_lawful_way_to_publication(author: User, second: User) -> None:
    verdict = draft(author, claim__status="suggested")
    verdicts.submit(verdict=verdict, by=author)
    assert context(verdict) == {"user": author.pk, "action": "submit verdict"}
    verdict.refresh_from_db()
    assert (verdict.status, verdict.submitted_at is not None) == ("submitted", True)
    verdicts.send_back(verdict=verdict, by=second, note="Quote the record.")
    verdict.refresh_from_db()
    assert (verdict.status, verdict.submitted_at) == ("draft", None)
    verdicts.submit(verdict=verdict, by=author)
    publishing.publish(verdict=verdict, by=second)
    verdict.refresh_from_db()
    assert (verdict.status, verdict.published_by) == ("published", second)
    assert verdict.published_at
    assert context(verdict) == {"user": second.pk, "action": "publish verdict"}
    assert verdict.claim.status == "accepted"
    assert list(Verdict.objects.public()) == [verdict]


def test_no_verdict_is_published_on_a_rejected_claim(author: User, second: User) -> None:
    with pytest.raises(ValidationError, match="The claim was rejected"):
        published(author, second, claim__status="rejected", claim__status_reason="An opinion.")


def test_what_was_submitted_anew_since_it_was_read_is_not_published(author: User, second: User) -> None:
    verdict = draft(author)
    verdicts.submit(verdict=verdict, by=author)
    verdict.refresh_from_db()
    seen = verdict.submitted_at
    verdicts.send_back(verdict=verdict, by=author)
    verdicts.submit(verdict=verdict, by=author)
    with pytest.raises(ValidationError, match="read it again"):
        publishing.publish(verdict=verdict, by=second, seen=seen)
    verdict.refresh_from_db()
    publishing.publish(verdict=verdict, by=second, seen=verdict.submitted_at)


def test_a_colleague_who_cannot_publish_does_not_send_back(author: User) -> None:
    verdict, colleague = draft(author), UserFactory.create(groups=["Reporter"])
    verdicts.submit(verdict=verdict, by=author)
    with pytest.raises(ValidationError, match="Only who has written in it or could publish"):
        verdicts.send_back(verdict=verdict, by=colleague)


def test_a_verdict_that_stands_needs_no_more_looking_at(author: User, second: User) -> None:
    verdict = published(author, second)
    with pytest.raises(ValidationError, match="Nothing calls for"):
        corrections.confirm(verdict=verdict, by=second)
    Verdict.objects.update(needs_review="A contradiction was reopened.")
    corrections.confirm(verdict=verdict, by=second)
    verdict.refresh_from_db()
    assert (verdict.status, verdict.needs_review) == ("published", "")


def test_everything_that_is_missing_is_said_at_once(author: User) -> None:
    verdict = VerdictFactory.create(author=author, headline=" ", summary="")
    with pytest.raises(ValidationError) as refusal:
        verdicts.submit(verdict=verdict, by=author)
    assert refusal.value.messages == [
        "Write a headline that states the finding.",
        "Give the reason in a sentence or two.",
        "Cite at least one piece of evidence.",
    ]


def test_every_cited_document_is_archived_or_says_why_not(author: User, second: User) -> None:
    verdict = draft(author)
    bare, archived = EvidenceFactory.create(archive_url="", title="The minutes"), EvidenceFactory.create()
    verdicts.cite(verdict=verdict, evidence={bare: "", archived: ""}, by=author)
    with pytest.raises(ValidationError, match="“The minutes” has no archive link"):
        verdicts.submit(verdict=verdict, by=author)
    bare.archive_exception = "The register is permanent."
    bare.save()
    verdicts.submit(verdict=verdict, by=author)
    archived.archive_url = ""
    archived.save()
    with pytest.raises(ValidationError, match="has no archive link"):
        publishing.publish(verdict=verdict, by=second)


def test_nobody_publishes_or_withdraws_their_own(author: User, second: User) -> None:
    verdict = draft(author)
    verdicts.submit(verdict=verdict, by=author)
    with pytest.raises(ValidationError, match="another editor has to publish it"):
        publishing.publish(verdict=verdict, by=author)
    publishing.publish(verdict=verdict, by=second)
    with pytest.raises(ValidationError, match="another editor has to withdraw it"):
        corrections.withdraw(verdict=verdict, by=author, reason="Unfounded.")


def test_each_step_only_from_the_one_before(author: User, second: User) -> None:
    verdict = draft(author)
    with pytest.raises(ValidationError, match="Only a submitted verdict can be published"):
        publishing.publish(verdict=verdict, by=second)
    with pytest.raises(ValidationError, match="Only a submitted verdict can be sent back"):
        verdicts.send_back(verdict=verdict, by=second, note="Quote the record.")
    with pytest.raises(ValidationError, match="Only a published verdict can be corrected"):
        corrections.start_correction(verdict=verdict, by=author, kind=Verdict.ChangeKind.UPDATE, reason="New.")
    with pytest.raises(ValidationError, match="Only a published verdict can be withdrawn"):
        corrections.withdraw(verdict=verdict, by=second, reason="Unfounded.")
    verdicts.submit(verdict=verdict, by=author)
    with pytest.raises(ValidationError, match="Only a draft can be submitted"):
        verdicts.submit(verdict=verdict, by=author)


def test_a_second_verdict_on_the_same_claim_is_refused(author: User, second: User) -> None:
    first = published(author, second)
    again = draft(author, claim=first.claim, publisher=first.publisher, rating=first.rating)
    with pytest.raises(ValidationError, match="already has a published verdict: correct that one"):
        verdicts.submit(verdict=again, by=author)
    translated = draft(author, claim=first.claim, publisher=first.publisher, rating=first.rating, language="fr")
    verdicts.submit(verdict=translated, by=author)
    publishing.publish(verdict=translated, by=second)


def correct(verdict: Verdict, by: User, reason: str = " The record shows 93. ") -> Verdict:
    return corrections.start_correction(verdict=verdict, by=by, kind=Verdict.ChangeKind.CORRECTION, reason=reason)


def test_a_correction_supersedes_and_says_what_changed(author: User, second: User, commit: Commit) -> None:
    old = published(author, second, headline="8 votes against", body="*8*", language="en-GB")
    new = correct(old, author)
    assert (new.status, new.headline, new.body, new.language) == ("draft", "8 votes against", "*8*", "en-GB")
    assert [(c.evidence, c.order, c.note) for c in new.cited_evidence.all()] == [
        (c.evidence, c.order, c.note) for c in old.cited_evidence.all()
    ]
    new.headline = "93 votes"
    new.save()
    assert list(Verdict.objects.public()) == [old], "the old one is in force until the new one is published"
    verdicts.submit(verdict=new, by=author)
    publishing.publish(verdict=new, by=second)
    commit()
    old.refresh_from_db()
    assert old.status == "superseded"
    note = Correction.objects.get()
    assert (note.verdict, note.replacement, note.kind, note.made_by) == (old, new, "correction", second)
    assert note.reason == "The record shows 93."
    assert note.before.startswith("False: 8 votes against\n\n")
    assert note.after.startswith("False: 93 votes\n\n")
    assert list(Verdict.objects.public()) == [new]


def test_what_starting_a_correction_refuses(author: User, second: User) -> None:
    verdict = published(author, second)
    with pytest.raises(ValidationError, match="Say what changes and why"):
        correct(verdict, author, reason=" ")
    correct(verdict, author)
    with pytest.raises(ValidationError, match="under way already"):
        correct(verdict, second)


def test_a_correction_of_what_is_no_longer_in_force_is_not_published(author: User, second: User) -> None:
    verdict = published(author, second)
    new = correct(verdict, author)
    verdicts.submit(verdict=new, by=author)
    corrections.withdraw(verdict=verdict, by=second, reason="Unfounded.")
    with pytest.raises(ValidationError, match="no longer in force"):
        publishing.publish(verdict=new, by=second)


def test_corrections_follow_one_another(author: User, second: User, commit: Commit) -> None:
    verdict = published(author, second)
    for _ in range(2):
        verdict = correct(verdict, author)
        verdicts.submit(verdict=verdict, by=author)
        publishing.publish(verdict=verdict, by=second)
    commit()
    assert list(Verdict.objects.public()) == [verdict]
    assert Correction.objects.count() == 2


def test_withdrawing(author: User, second: User, commit: Commit) -> None:
    verdict = published(author, second)
    with pytest.raises(ValidationError, match="Say why the verdict is withdrawn"):
        corrections.withdraw(verdict=verdict, by=second, reason=" ")
    note = corrections.withdraw(verdict=verdict, by=second, reason=" Unfounded. ")
    commit()
    verdict.refresh_from_db()
    assert verdict.status == "withdrawn"
    assert (note.kind, note.reason, note.replacement, note.made_by) == ("withdrawal", "Unfounded.", None, second)
    assert context(verdict) == {"user": second.pk, "action": "withdraw verdict"}
    assert not Verdict.objects.public()
