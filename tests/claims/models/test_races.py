"""Two steps of a verdict, or a step and a change of its evidence, at the same moment: whichever comes second sees what
the first did."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from claims.models import Evidence, User, Verdict, VerdictEvidence
from tests.factories import UserFactory, VerdictFactory, submit

pytestmark = pytest.mark.django_db(transaction=True)

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


@pytest.fixture
def verdict() -> Verdict:
    """Submitted, with one piece of evidence."""
    return submit(VerdictFactory.create())


@pytest.fixture
def second_editor() -> User:
    return UserFactory.create()


def publish(verdict: Verdict, by: User) -> None:
    Verdict.objects.filter(pk=verdict.pk).update(status="published", published_by=by, published_at=timezone.now())


def hand_over(verdict: Verdict) -> None:
    Verdict.objects.filter(pk=verdict.pk).update(status="submitted")


def send_back(verdict: Verdict) -> None:
    Verdict.objects.filter(pk=verdict.pk).update(status="draft")


def remove_citation(verdict: Verdict) -> None:
    VerdictEvidence.objects.filter(verdict=verdict).delete()


def reword(verdict: Verdict) -> None:
    Verdict.objects.filter(pk=verdict.pk).update(headline="Another finding")


def unarchive(verdict: Verdict) -> None:
    Evidence.objects.filter(verdicts=verdict).update(archive_url="")


def meanwhile(first: Callable[[], object], second: Callable[[], object]) -> None:
    """Do `second` on another connection while `first` is done and not yet committed. Raises what `second` raises."""

    def other() -> None:
        try:
            with transaction.atomic():
                second()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            later = pool.submit(other)
            with connection.cursor() as cursor:
                for _ in range(1000):
                    cursor.execute(WAITING)
                    if later.done() or cursor.fetchone() != (0,):
                        break
                    cursor.execute("SELECT pg_sleep(0.01)")
        later.result(timeout=10)


def test_evidence_that_is_going_does_not_carry_a_publication(verdict: Verdict, second_editor: User) -> None:
    with pytest.raises(IntegrityError, match="published on evidence"):
        meanwhile(lambda: unarchive(verdict), lambda: publish(verdict, second_editor))
    assert Verdict.objects.get().status == "submitted"


def test_evidence_of_a_publication_under_way_is_frozen(verdict: Verdict, second_editor: User) -> None:
    with pytest.raises(IntegrityError, match="published verdict"):
        meanwhile(lambda: publish(verdict, second_editor), lambda: unarchive(verdict))
    assert Verdict.objects.get().evidence.exclude(archive_url="").exists()


def test_what_is_cited_is_frozen_by_a_submission_under_way(verdict: Verdict) -> None:
    send_back(verdict)
    with pytest.raises(IntegrityError, match="Only a draft changes what it cites"):
        meanwhile(lambda: hand_over(verdict), lambda: remove_citation(verdict))
    assert Verdict.objects.get().evidence.exists()


def test_a_verdict_that_is_being_sent_back_is_not_published(verdict: Verdict, second_editor: User) -> None:
    with pytest.raises(IntegrityError, match="submitted before it is published"):
        meanwhile(lambda: send_back(verdict), lambda: publish(verdict, second_editor))
    assert Verdict.objects.get().status == "draft"


def test_words_of_a_submission_under_way_are_frozen(verdict: Verdict) -> None:
    send_back(verdict)
    with pytest.raises(IntegrityError, match="sent back before its words are changed"):
        meanwhile(lambda: hand_over(verdict), lambda: reword(verdict))
    assert Verdict.objects.get().headline == verdict.headline
