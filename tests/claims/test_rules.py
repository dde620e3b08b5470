"""Who may do what to which record: each rule for each role, and for whose record it is."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from claims import rules
from claims.models import User, Verdict
from tests.factories import (
    ClaimFactory,
    ContradictionFactory,
    UserFactory,
    VerdictFactory,
    publish,
    submit,
)

pytestmark = pytest.mark.django_db

ROLES = ("", "Auditor", "Service", "Reporter", "Editor", "Chief", "superuser")


def somebody(role: str, **fields: Any) -> User:
    if role == "superuser":
        return UserFactory.create(is_superuser=True, **fields)
    return UserFactory.create(groups=[role] if role else [], **fields)


def who(rule: Any, record: Any) -> set[str]:
    """The roles for which `rule` holds, on a record of somebody else."""
    return {role for role in ROLES if rule(somebody(role), record)}


EDITORS = {"Editor", "Chief", "superuser"}
DESK = {"Reporter", *EDITORS}


def test_a_draft_of_another_is_a_chiefs_to_write_and_nobodys_to_submit() -> None:
    draft = VerdictFactory.create()
    assert who(rules.may_edit_verdict, draft) == {"Chief", "superuser"}
    assert who(rules.may_submit, draft) == set()
    assert who(rules.may_publish, draft) == who(rules.may_withdraw, draft) == who(rules.may_return, draft) == set()


@pytest.mark.parametrize("role", ROLES)
def test_ones_own_draft(role: str) -> None:
    me = somebody(role)
    draft = VerdictFactory.create(author=me)
    assert rules.may_edit_verdict(me, draft) == rules.may_submit(me, draft) == (role in DESK)


def test_who_is_asked_to_write_may_and_then_submits_but_never_publishes() -> None:
    asked, chief = somebody("Editor"), somebody("Chief")
    draft = VerdictFactory.create(assignee=asked)
    assert rules.may_edit_verdict(asked, draft)
    assert not rules.may_submit(asked, draft), "not before they have written in it"
    Verdict.objects.filter(pk=draft.pk).update(headline="Other words", edited_by=asked)
    draft.refresh_from_db()
    assert rules.may_submit(asked, draft)
    assert not rules.may_submit(chief, draft)
    waits = submit(draft)
    waits.refresh_from_db()
    assert not rules.may_publish(asked, waits)
    assert rules.may_publish(chief, waits)
    assert not rules.may_edit_verdict(asked, waits), "what waits is not changed"


def test_words_are_added_to_suggestions_and_by_editors_to_what_readers_see() -> None:
    assert who(rules.may_add_words, ClaimFactory.create(status="suggested")) == DESK
    assert who(rules.may_add_words, ClaimFactory.create(status="accepted")) == EDITORS
    assert who(rules.may_add_words, ClaimFactory.create(status="rejected", status_reason="An opinion")) == set()


def test_what_waits_for_second_eyes() -> None:
    waits = submit(VerdictFactory.create())
    assert who(rules.may_publish, waits) == who(rules.may_return, waits) == EDITORS
    assert rules.may_return(somebody("Reporter"), submit(VerdictFactory.create())) is False
    author = somebody("Reporter")
    assert rules.may_return(author, submit(VerdictFactory.create(author=author)))
    assert who(rules.may_edit_verdict, waits) == who(rules.may_submit, waits) == set()


def test_what_is_published() -> None:
    verdict = publish(VerdictFactory.create())
    assert who(rules.may_withdraw, verdict) == EDITORS
    assert who(rules.may_correct, verdict) == DESK
    assert who(rules.may_confirm, verdict) == set(), "nothing calls for another look"
    verdict.needs_review = "A contradiction was reopened."
    assert who(rules.may_confirm, verdict) == EDITORS
    editor = somebody("Editor")
    assert not rules.may_withdraw(editor, publish(VerdictFactory.create(author=editor)))


def test_contradictions() -> None:
    suggested, open_ = ContradictionFactory.create(status="suggested"), ContradictionFactory.create()
    for rule, there, elsewhere in (
        (rules.may_open, suggested, open_),
        (rules.may_resolve, open_, None),
        (rules.may_take, open_, None),
    ):
        assert who(rule, there) == EDITORS
        assert elsewhere is None or who(rule, elsewhere) == set()
    assert who(rules.may_reopen, open_) == set()
    open_.status = "resolved"
    assert who(rules.may_reopen, open_) == EDITORS
    assert who(rules.may_resolve, open_) == who(rules.may_take, open_) == set()
    assert who(rules.may_attach_evidence, suggested) == DESK
    assert who(rules.may_attach_evidence, open_) == EDITORS


def test_claims() -> None:
    assert who(rules.may_review, ClaimFactory.create(status="suggested")) == EDITORS
    merged = ClaimFactory.build(status="merged")
    assert who(rules.may_review, merged) == set()


def test_a_second_factor_is_for_who_decides() -> None:
    assert {role for role in ROLES if rules.needs_second_factor(somebody(role))} == EDITORS


def test_a_program_brings_in_suggests_and_drafts_whatever_its_roles() -> None:
    program = UserFactory.create(is_service=True, is_staff=False, groups=["Chief", "Reporter"])
    held = program.get_all_permissions()
    looking = {name for name in held if ".view_" in name}
    assert {name for name in held if program.has_perm(name)} == looking | rules.PROGRAMS_MAY
    assert held >= rules.PROGRAMS_MAY, "a name that no role has would be a slip of the pen"


def test_people() -> None:
    reporter, superuser = somebody("Reporter"), somebody("superuser")
    assert who(rules.may_manage, reporter) == {"Chief", "superuser"}
    assert who(rules.may_manage, superuser) == {"superuser"}
    chief = somebody("Chief")
    assert not rules.may_manage(chief, chief)
    assert not rules.may_manage(superuser, superuser)


@pytest.mark.parametrize("fields", [{"is_staff": True}, {"is_superuser": True}, {"password": "md5$salt$hash"}])
def test_a_service_account_cannot_be_given_a_way_to_log_in(fields: dict[str, Any]) -> None:
    shut: dict[str, Any] = {"is_service": True, "is_staff": False, "password": "!"}
    service = UserFactory.create(**shut)
    with pytest.raises(IntegrityError, match="user_service_cannot_log_in"), transaction.atomic():
        User.objects.filter(pk=service.pk).update(**fields)
    with pytest.raises(IntegrityError, match="user_service_cannot_log_in"), transaction.atomic():
        UserFactory.create(**shut | fields)
