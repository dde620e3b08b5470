"""Take back what a new method of extraction no longer finds, where no person has taken it up.

A Claim that an editor has accepted or rejected, that a verdict is on, that somebody has written or changed by hand, or
whose appearance stands in a contradiction that somebody has worked on stays, with all its appearances. The history
keeps what is deleted.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef

from claims.actions.detect import touched, withdraw
from claims.actions.history import edited
from claims.models import Appearance, Claim, Contradiction, Event, EventIdentifier, Measurement


@transaction.atomic
def retire(*, appearances: Sequence[Appearance]) -> set[int]:
    """Delete those of `appearances` that nobody has taken up, and what is left without any: their Claims, and Events of
    which nothing else is told. Returns the Events that are left: what else is told of them is to be compared again."""
    keys = _free([row.pk for row in appearances])
    claims = set(Appearance.objects.filter(pk__in=keys).values_list("claim", flat=True))
    told = Claim.objects.filter(pk__in=claims).values_list("event", flat=True)
    about = Contradiction.objects.filter(positions__memberships__appearance__in=keys)
    events = {event for event in (*told, *about.values_list("event", flat=True)) if event}
    withdraw(Contradiction.objects.filter(pk__in=about.values("pk")))
    Appearance.objects.filter(refers_to__in=keys).update(refers_to=None)
    Measurement.objects.filter(appearance__in=keys).delete()
    Appearance.objects.filter(pk__in=keys).delete()
    Claim.objects.filter(pk__in=claims, appearances__isnull=True).delete()
    return events - _forget(events)


def _free(keys: Sequence[int]) -> list[int]:
    """Those of the appearances whose claims nobody has taken up. The claims are locked first."""
    claims = Claim.objects.filter(appearances__in=keys).values("pk")
    suggested = Claim.objects.select_for_update(of=("self",)).filter(
        pk__in=claims, status=Claim.Status.SUGGESTED, verdicts__isnull=True
    )
    free = {claim.pk for claim in suggested.order_by("pk")}
    every = Appearance.objects.filter(claim__in=free)
    worked_on = touched().filter(positions__memberships__appearance=OuterRef("pk"))
    held = set(every.filter(Exists(worked_on)).values_list("claim", flat=True))
    held |= edited(Claim, free)
    by_hand = edited(Appearance, every.values("pk"))
    figures = Measurement.objects.filter(appearance__in=every)
    by_hand |= set(
        figures.filter(pk__in=edited(Measurement, figures.values("pk"))).values_list("appearance", flat=True)
    )
    held |= set(Appearance.objects.filter(pk__in=by_hand).values_list("claim", flat=True))
    left = Appearance.objects.filter(pk__in=keys, claim__in=free - held)
    return list(left.order_by("pk").values_list("pk", flat=True))


def _forget(events: set[int]) -> set[int]:
    """Delete those of the Events of which nothing is told any more and that nobody has confirmed, changed or used."""
    empty = Event.objects.filter(
        pk__in=events, is_confirmed=False, claims__isnull=True, contradictions__isnull=True, positions__isnull=True,
        roll_call__isnull=True, merged_into__isnull=True, absorbed__isnull=True,
    )  # fmt: skip
    keys = set(empty.values_list("pk", flat=True))
    keys -= edited(Event, keys)
    EventIdentifier.objects.filter(event__in=keys).delete()
    Event.objects.filter(pk__in=keys).delete()
    return keys
