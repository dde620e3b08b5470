"""Who may do what, and what happens when two people do it at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection

from claims.actions import assigning, comments, corrections, publishing, review, verdicts, watching
from claims.actions.appearances import add_appearance
from claims.models import (
    Comment,
    Contradiction,
    Correction,
    User,
    Verdict,
    VerdictEvidence,
)
from claims.vocabulary import Resolution
from tests.factories import (
    ClaimFactory,
    ContradictionFactory,
    EvidenceFactory,
    RejectionReasonFactory,
    UserFactory,
    VerdictFactory,
    VersionFactory,
    publish,
    submit,
)

ROLES: dict[str, dict[str, Any]] = {
    "Reporter": {"groups": ["Reporter"]},
    "Editor": {"groups": ["Editor"]},
    "Chief": {"groups": ["Chief"]},
    "no group": {},
    "superuser": {"is_superuser": True},
    "inactive superuser": {"is_superuser": True, "is_active": False},
}
DESK = {"Reporter", "Editor", "Chief", "superuser"}
EDITORS = {"Editor", "Chief", "superuser"}


def our_verdict(**fields: Any) -> Verdict:
    """A draft with citable evidence: nothing is missing."""
    verdict = VerdictFactory.create(**fields)
    VerdictEvidence.objects.create(verdict=verdict, evidence=EvidenceFactory.create())
    return verdict


def submitted(**fields: Any) -> Verdict:
    return submit(VerdictFactory.create(**fields))


def doubted() -> Verdict:
    """A published verdict that something calls for another look at."""
    verdict = publish(VerdictFactory.create())
    verdict.needs_review = "A contradiction was reopened."
    verdict.save(update_fields=["needs_review"])
    return verdict


def said(*, resolved: bool = False) -> Comment:
    author = UserFactory.create(groups=["Editor"])
    comment = comments.comment(item=ClaimFactory.create(), by=author, text="Hm.")
    if resolved:
        comments.resolve(comment=comment, by=author)
    return comment


def settle(contradiction: Contradiction, by: User, resolution: Resolution = Resolution.DIFFERENT_VERSION) -> None:
    review.settle_contradiction(contradiction=contradiction, by=by, resolution=resolution, note="Two texts.")


def settled() -> Contradiction:
    contradiction = ContradictionFactory.create()
    settle(contradiction, UserFactory.create(is_superuser=True))
    return contradiction


def correct(verdict: Verdict, by: User) -> Verdict:
    return corrections.start_correction(verdict=verdict, by=by, kind=Verdict.ChangeKind.UPDATE, reason="A record.")


ACTIONS: dict[str, tuple[set[str], Callable[[User], object]]] = {
    "accept claim": (EDITORS, lambda by: review.accept_claim(claim=ClaimFactory.create(status="suggested"), by=by)),
    "add appearance": (
        DESK,
        lambda by: add_appearance(version=VersionFactory.create(), start=0, end=11, by=by, text="It adopted a text"),
    ),
    "reject claim": (
        EDITORS,
        lambda by: review.reject_claim(claim=ClaimFactory.create(), by=by, reason=RejectionReasonFactory.create()),
    ),
    "put claim back": (EDITORS, lambda by: review.suggest_claim(claim=ClaimFactory.create(), by=by)),
    "edit claim": (
        EDITORS,
        lambda by: review.edit_claim(claim=ClaimFactory.create(), by=by, text="Better", short_text="", topics=[]),
    ),
    "open contradiction": (
        EDITORS,
        lambda by: review.open_contradiction(contradiction=ContradictionFactory.create(status="suggested"), by=by),
    ),
    "review contradiction": (
        EDITORS,
        lambda by: review.take_contradiction(contradiction=ContradictionFactory.create(), by=by),
    ),
    "attach evidence": (
        DESK,
        lambda by: review.attach_evidence(
            contradiction=ContradictionFactory.create(status="suggested"), evidence=EvidenceFactory.create(), by=by
        ),
    ),
    "resolve contradiction": (EDITORS, lambda by: settle(ContradictionFactory.create(), by)),
    "dismiss contradiction": (EDITORS, lambda by: settle(ContradictionFactory.create(), by, Resolution.DUPLICATE)),
    "reopen contradiction": (
        EDITORS,
        lambda by: review.reopen_contradiction(contradiction=settled(), by=by, reason="New."),
    ),
    "cite evidence": (
        DESK,
        lambda by: verdicts.cite(
            verdict=VerdictFactory.create(author=by), evidence={EvidenceFactory.create(): "The count"}, by=by
        ),
    ),
    "submit verdict": (DESK, lambda by: verdicts.submit(verdict=our_verdict(author=by), by=by)),
    "send verdict back": (DESK, lambda by: verdicts.send_back(verdict=submitted(author=by), by=by)),
    "confirm verdict": (EDITORS, lambda by: corrections.confirm(verdict=doubted(), by=by)),
    "publish verdict": (EDITORS, lambda by: publishing.publish(verdict=submitted(), by=by)),
    "start correction": (DESK, lambda by: correct(publish(VerdictFactory.create()), by)),
    "withdraw verdict": (
        EDITORS,
        lambda by: corrections.withdraw(verdict=publish(VerdictFactory.create()), by=by, reason="Unfounded."),
    ),
    "assign claim": (DESK, lambda by: assigning.assign(item=ClaimFactory.create(), to=by, by=by)),
    "unassign claim": (DESK, lambda by: assigning.unassign(item=ClaimFactory.create(assignee=by), by=by)),
    "assign contradiction": (EDITORS, lambda by: assigning.assign(item=ContradictionFactory.create(), to=by, by=by)),
    "assign verdict": (DESK, lambda by: assigning.assign(item=VerdictFactory.create(author=by), to=by, by=by)),
    "comment": (DESK, lambda by: comments.comment(item=ClaimFactory.create(), by=by, text="Hm.")),
    "resolve comment": (DESK, lambda by: comments.resolve(comment=said(), by=by)),
    "take comment up again": (DESK, lambda by: comments.take_up_again(comment=said(resolved=True), by=by)),
    "watch": (DESK, lambda by: watching.watch(item=ClaimFactory.create(), by=by)),
}


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", ACTIONS)
def test_who_may_do_what(action: str, role: str) -> None:
    allowed, act = ACTIONS[action]
    user = UserFactory.create(**ROLES[role])
    if role in allowed:
        act(user)
        return
    with pytest.raises(
        PermissionDenied, match=f"{user} may not do this .{action}.: the permission claims.* is missing"
    ):
        act(user)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "act",
    [
        lambda by: review.reject_claim(claim=ClaimFactory.create(), by=by, reason=RejectionReasonFactory.create()),
        lambda by: review.settle_contradiction(
            contradiction=ContradictionFactory.create(), by=by, resolution=Resolution.SOURCE_ERROR, note=""
        ),
        lambda by: review.reopen_contradiction(contradiction=ContradictionFactory.create(), by=by, reason=""),
        lambda by: corrections.withdraw(verdict=VerdictFactory.create(), by=by, reason=""),
        lambda by: corrections.start_correction(
            verdict=VerdictFactory.create(), by=by, kind=Verdict.ChangeKind.UPDATE, reason=""
        ),
    ],
)
def test_permission_is_asked_for_before_anything_else(act: Callable[[User], object]) -> None:
    with pytest.raises(PermissionDenied):
        act(UserFactory.create())


def at_once(*acts: Callable[[], object]) -> list[Exception | None]:
    """Run `acts` at the same moment, each on a connection of its own. Returns what each raised."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], object]) -> Exception | None:
        try:
            barrier.wait(timeout=10)
            act()
        except (ValidationError, DatabaseError) as error:
            return error
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def editors(number: int) -> list[User]:
    return [UserFactory.create(groups=["Editor"]) for _ in range(number)]


@pytest.mark.django_db(transaction=True)
def test_only_one_of_two_editors_settles() -> None:
    contradiction = ContradictionFactory.create()
    one, two = editors(2)
    errors = at_once(lambda: settle(contradiction, one), lambda: settle(contradiction, two, Resolution.DUPLICATE))
    assert [type(error) for error in errors if error] == [ValidationError]
    assert "settled already" in str(next(filter(None, errors)))
    contradiction.refresh_from_db()
    assert contradiction.resolved_by == (two if errors[0] else one)


@pytest.mark.django_db(transaction=True)
def test_only_one_of_two_editors_publishes() -> None:
    verdict = submitted()
    errors = at_once(*(lambda by=by: publishing.publish(verdict=verdict, by=by) for by in editors(2)))
    assert [type(error) for error in errors if error] == [ValidationError]
    assert Verdict.objects.get().status == "published"


@pytest.mark.django_db(transaction=True)
def test_only_one_of_two_verdicts_on_a_claim_is_published() -> None:
    first = submitted()
    second = submitted(claim=first.claim, publisher=first.publisher)
    one, two = editors(2)
    errors = at_once(
        lambda: publishing.publish(verdict=first, by=one), lambda: publishing.publish(verdict=second, by=two)
    )
    assert ["already has a published verdict" in str(error) for error in errors if error] == [True]
    assert Verdict.objects.public().count() == 1


@pytest.mark.django_db(transaction=True)
def test_no_verdict_is_published_on_a_claim_that_is_rejected_at_that_moment() -> None:
    verdict, reason = submitted(), RejectionReasonFactory.create()
    one, two = editors(2)
    errors = at_once(
        lambda: publishing.publish(verdict=verdict, by=one),
        lambda: review.reject_claim(claim=verdict.claim, by=two, reason=reason),
    )
    assert errors[0] is None
    assert Verdict.objects.public().get() == verdict, "whoever came second, the verdict is not hidden with its claim"


@pytest.mark.django_db(transaction=True)
def test_only_one_of_two_editors_withdraws() -> None:
    verdict = publish(VerdictFactory.create())
    errors = at_once(*(lambda by=by: corrections.withdraw(verdict=verdict, by=by, reason="No.") for by in editors(2)))
    assert [type(error) for error in errors if error] == [ValidationError]
    assert Correction.objects.count() == 1
