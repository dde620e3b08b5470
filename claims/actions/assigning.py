"""Whose work an item is."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet

from claims import rules
from claims.actions import notifying, watching
from claims.actions.acting import acting
from claims.models import Claim, Contradiction, ErrorReport, User, Verdict
from claims.models.user import staff_with
from claims.rules import Work

ASSIGNS: dict[type[Work], str] = {
    Claim: "claims.add_verdict",
    Contradiction: "claims.resolve_contradiction",
    ErrorReport: "claims.answer_errorreport",
    Verdict: "claims.change_verdict",
}
"""The permission without which nobody assigns such an item, to themself or to others."""


def assign(*, item: Work, to: User, by: User) -> None:
    """Make `item`, which `by` has seen as it is passed here, the work of `to`; both watch it from now on.

    Raises PermissionDenied where it is not for `by` to hand out, ValidationError where `to` could do nothing with it,
    has it already, or somebody else was given it since `by` saw it.
    """
    with acting(by=by, permission=ASSIGNS[type(item)], doing=f"assign {item._meta.verbose_name}"):
        row = _locked(item)
        if not (rules.may_hand_out(by, row) or (to == by and rules.may_take_on(by, row))):
            _refuse_if_overtaken(item, row)
            raise PermissionDenied(f"You cannot give this to {'yourself' if to == by else to.name}.")
        _refuse_if_overtaken(item, row)
        if row.assignee_id == to.pk:
            raise ValidationError(f"{to.name} has it already.")
        if not rules.may_work_on(to, row):
            raise ValidationError(f"{to.name} could do nothing with it: choose somebody else.")
        row.assignee = to
        row.save(update_fields=["assignee"])
        watching.begin(by, to, item=row)
        notifying.assigned(item=row, to=to, by=by)
    item.assignee = to


def unassign(*, item: Work, by: User) -> None:
    """Make `item` nobody's work. Raises PermissionDenied where it is neither `by`'s nor for them to hand out,
    ValidationError where it is nobody's or somebody else was given it since `by` saw it."""
    with acting(by=by, permission=ASSIGNS[type(item)], doing=f"unassign {item._meta.verbose_name}"):
        row = _locked(item)
        _refuse_if_overtaken(item, row)
        if row.assignee_id is None:
            raise ValidationError("It is nobody's already.")
        if by.pk != row.assignee_id and not rules.may_hand_out(by, row):
            raise PermissionDenied("It is not yours: whoever has it gives it back.")
        row.assignee = None
        row.save(update_fields=["assignee"])
    item.assignee = None


def candidates(item: Work) -> QuerySet[User]:
    """Everybody to whom `item` could be assigned, by name: those for whom `rules.may_work_on` holds, in one query."""
    permission = rules.work_on(item)
    if not permission:
        return User.objects.none()
    people = staff_with(permission)
    if isinstance(item, Verdict) and item.status == Verdict.Status.SUBMITTED:
        people = people.exclude(pk__in=[item.author_id, *item.writers])
    return people.order_by("first_name", "last_name", "username")


def _locked(item: Work) -> Work:
    """The row as it is now, so that of two who reach for an item the second sees the first."""
    rows = type(item)._base_manager.select_for_update(no_key=True, of=("self",)).select_related("assignee")
    row: Work = rows.get(pk=item.pk)
    return row


def _refuse_if_overtaken(seen: Work, row: Work) -> None:
    if seen.assignee_id != row.assignee_id:
        now = f"{row.assignee.name} was given it" if row.assignee else "it was given back"
        raise ValidationError(f"Meanwhile {now}: look again.")
