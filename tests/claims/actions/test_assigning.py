"""Whose work an item is: who gives it to whom, and what stands in the way."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims import rules
from claims.actions import assigning, watching
from claims.models import Notification, Verdict
from claims.rules import Work
from tests.claims.actions.test_roles import at_once
from tests.claims.test_rules import ROLES, somebody
from tests.factories import ClaimFactory, ContradictionFactory, UserFactory, VerdictFactory, publish, submit

pytestmark = pytest.mark.django_db
Making = Callable[[], Work]
ITEMS: dict[str, Making] = {
    "claim": lambda: ClaimFactory.create(status="suggested"),
    "rejected claim": lambda: ClaimFactory.create(status="rejected", status_reason="An opinion"),
    "contradiction": ContradictionFactory.create,
    "draft": VerdictFactory.create,
    "submitted verdict": lambda: submit(VerdictFactory.create()),
    "published verdict": lambda: publish(VerdictFactory.create()),
}
EDITORS = {"Editor", "Chief", "superuser"}
DESK = {"Reporter", *EDITORS}
# item: who can work on it, who hands it out, who takes it while it is nobody's
RULES: dict[str, tuple[set[str], set[str], set[str]]] = {
    "claim": (DESK, EDITORS, DESK),
    "rejected claim": (set(), EDITORS, set()),
    "contradiction": (EDITORS, EDITORS, EDITORS),
    "draft": (DESK, {"Chief", "superuser"}, {"Chief", "superuser"}),
    "submitted verdict": (EDITORS, EDITORS, EDITORS),
    "published verdict": (DESK, EDITORS, DESK),
}


@pytest.mark.parametrize("kind", ITEMS)
def test_rules(kind: str) -> None:
    works, hands_out, takes = RULES[kind]
    item = ITEMS[kind]()
    people = {role: somebody(role) for role in ROLES}
    for rule, expected in ((rules.may_work_on, works), (rules.may_hand_out, hands_out), (rules.may_take_on, takes)):
        assert {role for role, person in people.items() if rule(person, item)} == expected, rule.__name__
    able = {person.pk for person in assigning.candidates(item)}
    assert {role for role, person in people.items() if person.pk in able} == works


@pytest.mark.parametrize("kind", ITEMS)
@pytest.mark.parametrize("role", ROLES)
def test_taking(kind: str, role: str) -> None:
    item, me = ITEMS[kind](), somebody(role)
    if role in RULES[kind][2]:
        assigning.assign(item=item, to=me, by=me)
        item.refresh_from_db()
        assert item.assignee == me
        return
    with pytest.raises((PermissionDenied, ValidationError)):
        assigning.assign(item=item, to=me, by=me)
    item.refresh_from_db()
    assert item.assignee is None


def test_who_is_given_it_is_told_and_both_watch_it() -> None:
    editor, reporter = somebody("Editor"), somebody("Reporter")
    claim = ClaimFactory.create()
    assigning.assign(item=claim, to=reporter, by=editor)
    told = Notification.objects.get()
    assert (told.recipient, told.actor, told.verb, told.item) == (reporter, editor, "assigned", claim)
    assert watching.watchers(claim) == {reporter.pk, editor.pk}


def test_nobody_is_told_of_what_they_take() -> None:
    reporter = somebody("Reporter")
    assigning.assign(item=ClaimFactory.create(), to=reporter, by=reporter)
    assert not Notification.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [{"is_active": False}, {"is_staff": False}, {"groups": []}, {"groups": ["Auditor"]}, {"groups": ["Service"]}],
)
def test_nothing_is_given_to_who_could_do_nothing_with_it(fields: dict[str, Any]) -> None:
    to = UserFactory.create(**{"groups": ["Reporter"], **fields})
    claim = ClaimFactory.create()
    assert to not in assigning.candidates(claim)
    with pytest.raises(ValidationError, match="could do nothing with it"):
        assigning.assign(item=claim, to=to, by=somebody("Chief"))


def test_nobody_is_asked_to_read_their_own_words_again() -> None:
    author, chief = somebody("Editor"), somebody("Chief")
    verdict = submit(VerdictFactory.create(author=author))
    verdict.refresh_from_db()
    assert author not in assigning.candidates(verdict)
    with pytest.raises(ValidationError, match="could do nothing"):
        assigning.assign(item=verdict, to=author, by=chief)


def test_an_author_asks_a_colleague_to_write_with_them() -> None:
    author, other = somebody("Reporter"), somebody("Reporter")
    draft = VerdictFactory.create(author=author)
    with pytest.raises(PermissionDenied, match="cannot give this to yourself"):
        assigning.assign(item=draft, to=other, by=other)
    assigning.assign(item=draft, to=other, by=author)
    assert rules.may_edit_verdict(other, Verdict.objects.get())


def test_what_is_mine_i_pass_on_and_give_back() -> None:
    one, two, three = (somebody("Reporter") for _ in range(3))
    claim = ClaimFactory.create()
    assigning.assign(item=claim, to=one, by=one)
    with pytest.raises(PermissionDenied):
        assigning.assign(item=claim, to=three, by=three)
    with pytest.raises(PermissionDenied, match="not yours"):
        assigning.unassign(item=claim, by=three)
    assigning.assign(item=claim, to=two, by=one)
    assigning.unassign(item=claim, by=two)
    claim.refresh_from_db()
    assert claim.assignee is None
    with pytest.raises(ValidationError, match="nobody's already"):
        assigning.unassign(item=claim, by=two)


def test_once_is_enough() -> None:
    editor, reporter = somebody("Editor"), somebody("Reporter")
    claim = ClaimFactory.create()
    assigning.assign(item=claim, to=reporter, by=editor)
    with pytest.raises(ValidationError, match="has it already"):
        assigning.assign(item=claim, to=reporter, by=editor)
    assert Notification.objects.count() == 1


def test_what_was_given_to_somebody_meanwhile_is_not_taken_from_them_unseen() -> None:
    editor, other = somebody("Editor"), UserFactory.create(first_name="Olu", groups=["Reporter"])
    claim = ClaimFactory.create()
    page_of_an_hour_ago = type(claim).objects.get()
    assigning.assign(item=claim, to=other, by=other)
    with pytest.raises(ValidationError, match="Meanwhile Olu was given it"):
        assigning.assign(item=page_of_an_hour_ago, to=editor, by=editor)
    claim.refresh_from_db()
    assert claim.assignee == other


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_it_at_once_one_has_it() -> None:
    claim = ClaimFactory.create()
    one, two = somebody("Reporter"), somebody("Editor")
    copies = [type(claim).objects.get() for _ in range(2)]
    errors = at_once(
        lambda: assigning.assign(item=copies[0], to=one, by=one),
        lambda: assigning.assign(item=copies[1], to=two, by=two),
    )
    assert [type(error) for error in errors if error] == [ValidationError]
    claim.refresh_from_db()
    assert claim.assignee == (two if errors[0] else one)


def test_the_history_tells_who_gave_it_to_whom() -> None:
    editor, reporter = somebody("Editor"), somebody("Reporter")
    claim = ClaimFactory.create()
    assigning.assign(item=claim, to=reporter, by=editor)
    line = type(claim).pgh_event_model.objects.latest("pgh_id")  # type: ignore[attr-defined]  # pghistory.track adds it
    assert (line.assignee_id, line.pgh_context["user"], line.pgh_context["action"]) == (
        reporter.pk,
        editor.pk,
        "assign claim",
    )
