"""Records that may be the same as one, the likeliest first, and pairs that a person has found to be two.

What is compared does not grow with the tables: claims of one event, events of the same days and words, sources with the
same last word in their names. A pair that was kept apart is not offered again.
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import singledispatch

from django.contrib.postgres.search import TrigramSimilarity
from django.core.exceptions import ValidationError
from django.db.models import F, Q

from claims.actions.acting import acting
from claims.actions.candidates import Search, alike
from claims.actions.merge_plans import Record, kind_of
from claims.actions.merging import PERMISSIONS, locked
from claims.matching.events import kinds_like
from claims.models import Claim, Event, KeptApart, Source, User
from claims.models.merge import Kind
from claims.vocabulary import EventKind

SHOWN = 5
AMONG = 500
"""Claims of one event that are compared: the newest of them."""
NEAR = 0.35
"""Share of trigrams in common from which two wordings are shown as perhaps one claim."""
SHARED = 2
"""Words and names in common from which two events of the same days are shown as perhaps one."""
DAYS = 1
LONG_ENOUGH = 4
"""Letters of the last word of a name from which it says something."""


@singledispatch
def lookalikes(record: Record) -> Sequence[Record]:
    """What may be the same as `record`, at most SHOWN, the likeliest first."""
    raise NotImplementedError(type(record))


@lookalikes.register
def _claims(claim: Claim) -> Sequence[Claim]:
    """Claims of the same event in much the same words."""
    if claim.event_id is None:
        return []
    live = (Claim.Status.SUGGESTED, Claim.Status.ACCEPTED)
    others = Claim.objects.filter(event=claim.event_id, status__in=live).exclude(pk__in=_not(Kind.CLAIM, claim.pk))
    near = Claim.objects.filter(pk__in=others.order_by("-pk").values("pk")[:AMONG])
    compared = near.annotate(closeness=TrigramSimilarity("text", claim.text))
    return list(compared.filter(closeness__gte=NEAR).order_by("-closeness", "-pk")[:SHOWN])


@lookalikes.register
def _events(event: Event) -> Sequence[Event]:
    """Events of the same kind, about the same days, with words and names in common: found as matching finds them."""
    slack = timedelta(DAYS)
    search = Search(
        key="event",
        kinds=kinds_like(EventKind(event.kind)),
        words=frozenset(event.terms),
        people=frozenset(event.participants),
        first=event.date and event.date - slack,
        last=event.date and event.date + slack,
    )
    shared = alike([search]).get("event", {})
    for key in _not(Kind.EVENT, event.pk):
        shared.pop(key, None)
    likeliest = sorted((key for key in shared if shared[key] >= SHARED), key=lambda key: (-shared[key], key))[:SHOWN]
    found = Event.objects.in_bulk(likeliest)
    return [found[key] for key in likeliest]


@lookalikes.register
def _sources(source: Source) -> Sequence[Source]:
    """Sources of the same kind whose names hold the last word of this one's: "Zelensky", "Volodymyr Zelensky"."""
    words = source.name.split()
    if not words or len(words[-1]) < LONG_ENOUGH:
        return []
    # `icontains` asks for UPPER(name), the expression that the trigram index is on.
    named = Source.objects.filter(name__icontains=words[-1], kind=source.kind, merged_into__isnull=True)
    compared = named.annotate(closeness=TrigramSimilarity("name", source.name))
    return list(compared.exclude(pk__in=_not(Kind.SOURCE, source.pk)).order_by("-closeness", "pk")[:SHOWN])


def keep_apart(*, one: Record, other: Record, by: User) -> KeptApart:
    """Say that two records are two, so that nobody is asked again. Two events then count as checked by a person, which
    also keeps the machine from joining them. Saying it twice changes nothing.

    Raises ValidationError where they are one record, or one was merged.
    """
    kind = kind_of(one)
    with acting(by=by, permission=PERMISSIONS[kind], doing=f"keep {kind}s apart"):
        if one.pk == other.pk:
            raise ValidationError("Choose two to keep apart.")
        pair = locked(type(one), *sorted((one.pk, other.pk)))
        if any(record.merged_into_id for record in pair):
            raise ValidationError("One of them was merged: undo that merge instead.")
        if isinstance(one, Event):
            for event in Event.objects.filter(pk__in=[record.pk for record in pair], is_confirmed=False):
                event.is_confirmed = True
                event.save(update_fields=["is_confirmed"])
        kept, _ = KeptApart.objects.get_or_create(kind=kind, lower=pair[0].pk, higher=pair[1].pk, defaults={"by": by})
    return kept


def _not(kind: Kind, key: int) -> list[int]:
    """The record itself, and those that were found to be something else."""
    pairs = KeptApart.objects.filter(Q(lower=key) | Q(higher=key), kind=kind)
    return [key, *pairs.annotate(other=F("lower") + F("higher") - key).values_list("other", flat=True)]
