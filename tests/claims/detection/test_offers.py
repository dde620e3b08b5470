from claims.detection.offers import offer
from claims.vocabulary import ContradictionKind, Gate, Modality
from tests.claims.detection.makers import report

PROMISE = "Norway would become a member"


def test_a_promise_against_its_denial() -> None:
    denial = report("Membership of the League was never on the table for Norway", publisher="Forum", event=None)
    promise = report(PROMISE, source="League", modality=Modality.PROJECTED, publisher="Daily", event=None)
    (found,) = offer([denial, promise])
    assert (found.kind, found.gate) == (ContradictionKind.POLARITY, Gate.NEEDS_SCOPE)
    assert [position.key for position in found.positions] == ["no", "yes"]
    assert "Forum says that it was never so, and League in Daily" in found.explanation


def test_other_promises_are_left_alone() -> None:
    denial = report("Membership of the League was never on the table for Norway")
    ahead = Modality.PROJECTED
    others = [
        report(PROMISE, source="Peru", modality=ahead),  # not theirs to promise
        report("Chile would become a member", source="League", modality=ahead),
        report("Norway would receive aid", source="League", modality=ahead),
        report("Norway would never become a member", source="League", modality=ahead),
        report(PROMISE, modality=ahead),
        report("Norway is a member", source="League"),
    ]
    assert offer([denial, *others]) == []
    assert offer([report("Norway is a member of the League"), report(PROMISE, source="League", modality=ahead)]) == []
