"""After publication: looked at again, withdrawn and taken up again; readers and programs see each at once."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from claims.actions import corrections, publishing, verdicts
from claims.models import Correction, User, Verdict
from tests.claims.actions.test_verdicts import correct, published
from tests.conftest import Commit
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    return UserFactory.create(groups=["Editor"])


@pytest.fixture
def second() -> User:
    return UserFactory.create(groups=["Editor"])


def seen(client: Client, verdict: Verdict) -> tuple[str, str, str]:
    """The claim's page, its record in the API, and the page of corrections, as they are this instant."""
    return (
        client.get(verdict.claim.get_absolute_url()).text,
        client.get(f"/api/v1/claims/{verdict.claim_id}/").text,
        client.get("/corrections/").text,
    )


def test_a_correction_shows_before_and_after_everywhere_at_once(author: User, second: User, client: Client) -> None:
    old = published(author, second, body="It listed **93** states.")
    new = correct(old, author)
    new.body = "It lists **93** states by name."
    new.save()
    before = seen(client, old)
    assert all("by name" not in page for page in before)
    verdicts.submit(verdict=new, by=author)
    publishing.publish(verdict=new, by=second)
    for page in seen(client, old):
        assert "It lists **93** states by name." in page, "the words of the body that changed"
        assert "It listed **93** states." in page
        assert "The record shows 93." in page


def test_another_look_is_public_and_ends_with_a_word(author: User, second: User, client: Client) -> None:
    verdict = published(author, second)
    with pytest.raises(ValidationError, match="Say why it has to be looked at again"):
        corrections.look_again(verdict=verdict, by=second, reason=" ")
    corrections.look_again(verdict=verdict, by=second, reason=" The record was amended. ")
    shown = seen(client, verdict)[0]
    assert "We are looking at this check again:" in shown
    assert "The record was amended." in shown
    assert list(Verdict.objects.public()) == [verdict], "it stays in force"
    corrections.confirm(verdict=verdict, by=second)
    assert "looking at this check again" not in seen(client, verdict)[0]
    with pytest.raises(ValidationError, match="Only a published verdict can be looked at again"):
        corrections.look_again(verdict=correct(verdict, author), by=second, reason="No.")


def test_a_withdrawn_verdict_is_taken_up_again_by_a_new_one(
    author: User, second: User, client: Client, commit: Commit
) -> None:
    old = published(author, second)
    with pytest.raises(ValidationError, match="Only a withdrawn verdict can be taken up again"):
        corrections.reopen(verdict=old, by=author, reason="Too early.")
    corrections.withdraw(verdict=old, by=second, reason="The record is disputed.")
    commit()
    assert "We have withdrawn our verdict" in seen(client, old)[0]
    with pytest.raises(ValidationError, match="Say what changes and why"):
        corrections.reopen(verdict=old, by=author, reason="")
    new = corrections.reopen(verdict=old, by=author, reason="The dispute is settled.")
    assert (new.status, new.headline, new.supersedes, new.change_kind) == ("draft", old.headline, old, "reopening")
    assert [row.evidence for row in new.cited_evidence.all()] == [row.evidence for row in old.cited_evidence.all()]
    with pytest.raises(ValidationError, match="under way already"):
        corrections.reopen(verdict=old, by=second, reason="Again.")
    verdicts.submit(verdict=new, by=author)
    publishing.publish(verdict=new, by=second)
    commit()
    old.refresh_from_db()
    assert (old.status, list(Verdict.objects.public())) == ("withdrawn", [new])
    notes = Correction.objects.filter(verdict=old).order_by("pk")
    assert [(note.kind, note.replacement) for note in notes] == [("withdrawal", None), ("reopening", new)]
    page, record, listed = seen(client, old)
    for shown in (page, record, listed):
        assert "The record is disputed." in shown
        assert "The dispute is settled." in shown


def test_nobody_calls_a_correction_a_reopening(author: User, second: User) -> None:
    verdict = published(author, second)
    with pytest.raises(ValidationError, match="Only a withdrawn verdict is taken up again"):
        corrections.start_correction(
            verdict=verdict, by=author, kind=Verdict.ChangeKind.REOPENING, reason="The record shows 93."
        )
