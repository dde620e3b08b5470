"""Taking an item in hand, so that no two people decide the same thing at once.

A lease lasts ten minutes and is renewed while its item is used. Whoever takes one locks the item's own row first, so of
two who reach for an item at the same moment the second sees the first's lease; a row that is locked that instant is
passed over (`SKIP LOCKED`), never waited for.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import TypeVar

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils import timezone

from claims.models import Lease, User

LASTS = timedelta(minutes=10)
M = TypeVar("M", bound=Model)


@transaction.atomic
def take(*, item: Model, by: User) -> bool:
    """Take `item` in hand, or keep it in hand: False where somebody else has it, or is taking it this very moment."""
    if not type(item)._base_manager.select_for_update(skip_locked=True, no_key=True).filter(pk=item.pk).exists():
        return False
    return _lease(item, by)


@transaction.atomic
def take_next(*, items: QuerySet[M], by: User) -> M | None:
    """Take in hand the first of `items` that nobody else has; None where there is none."""
    passed: list[int] = []
    free = without_leased(items, by=by)
    while item := free.exclude(pk__in=passed).select_for_update(skip_locked=True, no_key=True, of=("self",)).first():
        # Somebody may have leased it, and let go of its row, after the query above began.
        if _lease(item, by):
            return item
        passed.append(item.pk)
    return None


def let_go(*, model: type[Model], by: User, but: Model | None = None) -> None:
    """Give up what `by` has of this model, `but` for one."""
    held = Lease.objects.filter(content_type=_type(model), holder=by)
    (held.exclude(object_id=but.pk) if but else held).delete()


def held_by_others(*, items: Iterable[Model], by: User) -> dict[int, Lease]:
    """The leases in force of other people on `items`, all of one model, by the item's key. One query."""
    rows = list(items)
    if not rows:
        return {}
    leases = Lease.objects.filter(
        content_type=_type(type(rows[0])), object_id__in=[row.pk for row in rows], until__gt=timezone.now()
    )
    return {lease.object_id: lease for lease in leases.exclude(holder=by).select_related("holder")}


def refuse_if_held(*, item: Model, by: User) -> None:
    """Raises ValidationError, saying who and until when, where somebody else has `item` in hand."""
    for lease in held_by_others(items=[item], by=by).values():
        until = timezone.localtime(lease.until)
        name = lease.holder.get_full_name() or lease.holder.get_username()
        raise ValidationError(f"{name} has this before them until {until:%H:%M} at the latest.")


def without_leased(items: QuerySet[M], *, by: User) -> QuerySet[M]:
    """Those of `items` that nobody but `by` has in hand."""
    leases = Lease.objects.filter(content_type=_type(items.model), object_id=OuterRef("pk"), until__gt=timezone.now())
    return items.filter(~Exists(leases.exclude(holder=by)))


def _lease(item: Model, by: User) -> bool:
    """The row of `item` is locked: nobody else is here at the same time."""
    if held_by_others(items=[item], by=by):
        return False
    Lease.objects.update_or_create(
        content_type=_type(type(item)),
        object_id=item.pk,
        defaults={"holder": by, "until": timezone.now() + LASTS},
    )
    return True


def _type(model: type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(model)
