"""The public note of a change: it is there for good, and is about a verdict that was in force."""

import pytest

from claims.models import Correction, Verdict
from tests.conftest import Refusal, Writer
from tests.factories import CorrectionFactory, UserFactory, VerdictFactory, correction_of, publish, submit

pytestmark = pytest.mark.django_db

NOT_PUBLISHED = "Only a published verdict is corrected"
NO_SUCCESSOR = "The replacement does not supersede the verdict that is corrected"


def note(verdict: Verdict, **fields: object) -> dict[str, object]:
    return {
        "verdict": verdict,
        "kind": "correction",
        "reason": "A wrong figure.",
        "before": "93",
        "made_by": UserFactory.create(),
        **fields,
    }


def test_a_correction_is_append_only_and_says_why(write: Writer, refused: Refusal) -> None:
    verdict = publish(VerdictFactory.create())
    with refused("correction_has_reason"):
        write.add(Correction, **note(verdict, reason=""))
    write.add(Correction, **note(verdict))
    correction = Correction.objects.get()
    for change in ({"reason": "Nothing."}, {"before": "89"}, {"after": "89"}, {"kind": "update"}):
        with refused("rows from claims_correction table"):
            write.change(correction, **change)
    with refused("rows from claims_correction table"):
        write.remove(correction)


def test_only_a_published_verdict_is_corrected(write: Writer, refused: Refusal) -> None:
    for verdict in (VerdictFactory.create(), submit(VerdictFactory.create())):
        with refused(NOT_PUBLISHED):
            write.add(Correction, **note(verdict))
    write.add(Correction, **note(publish(VerdictFactory.create())))


@pytest.mark.parametrize("status", ["superseded", "withdrawn"])
def test_a_verdict_out_of_force_is_not_corrected_again(status: str, write: Writer, refused: Refusal) -> None:
    verdict = publish(VerdictFactory.create())
    CorrectionFactory.create(verdict=verdict)
    write.change(verdict, status=status)
    with refused(NOT_PUBLISHED):
        write.add(Correction, **note(verdict))


def test_the_replacement_supersedes_what_is_corrected(write: Writer, refused: Refusal) -> None:
    verdict, other = publish(VerdictFactory.create()), publish(VerdictFactory.create())
    unrelated = VerdictFactory.create(claim=verdict.claim, publisher=verdict.publisher)
    for replacement in (unrelated, correction_of(other), verdict):
        with refused(NO_SUCCESSOR):
            write.add(Correction, **note(verdict, replacement=replacement))
    write.add(Correction, **note(verdict, replacement=correction_of(verdict)))
