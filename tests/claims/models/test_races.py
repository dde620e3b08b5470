"""Publication and a change of its evidence at the same moment: whichever comes second sees what the first did."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from claims.models import Evidence, User, Verdict, VerdictEvidence
from tests.factories import EvidenceFactory, UserFactory, VerdictFactory

pytestmark = pytest.mark.django_db(transaction=True)

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


@pytest.fixture
def verdict() -> Verdict:
    verdict = VerdictFactory.create(status="submitted", submitted_at=timezone.now())
    VerdictEvidence.objects.create(verdict=verdict, evidence=EvidenceFactory.create())
    return verdict


@pytest.fixture
def second_editor() -> User:
    return UserFactory.create()


def publish(verdict: Verdict, by: User) -> None:
    Verdict.objects.filter(pk=verdict.pk).update(status="published", published_by=by, published_at=timezone.now())


def remove_citation(verdict: Verdict) -> None:
    VerdictEvidence.objects.filter(verdict=verdict).delete()


def unarchive(verdict: Verdict) -> None:
    Evidence.objects.filter(verdicts=verdict).update(archive_url="")


def meanwhile(first: Callable[[], None], second: Callable[[], None]) -> None:
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


@pytest.mark.parametrize("spoil", [remove_citation, unarchive])
def test_evidence_that_is_going_does_not_carry_a_publication(
    spoil: Callable[[Verdict], None], verdict: Verdict, second_editor: User
) -> None:
    with pytest.raises(IntegrityError, match="published on evidence"):
        meanwhile(lambda: spoil(verdict), lambda: publish(verdict, second_editor))
    assert Verdict.objects.get().status == "submitted"


@pytest.mark.parametrize("spoil", [remove_citation, unarchive])
def test_evidence_of_a_publication_under_way_is_frozen(
    spoil: Callable[[Verdict], None], verdict: Verdict, second_editor: User
) -> None:
    with pytest.raises(IntegrityError, match="published verdict"):
        meanwhile(lambda: publish(verdict, second_editor), lambda: spoil(verdict))
    assert Verdict.objects.get().evidence.exclude(archive_url="").exists()
