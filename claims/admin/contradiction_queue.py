"""The order in which contradictions are worked through: the surest finding first, without those that others have."""

from dataclasses import dataclass
from typing import Self

from django.db.models import Q, QuerySet

from claims.models import Contradiction, User

CAP = 100
"""Counted no further: the exact length of a long queue is of no use, and takes long to find out."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a contradiction stands in somebody's queue, and its neighbours."""

    previous: Contradiction | None
    following: Contradiction | None
    number: int
    total: int
    waits: bool

    @classmethod
    def of(cls, contradiction: Contradiction, *, user: User) -> Self:
        """The place of `contradiction`, also where it is settled and only its neighbours still wait."""
        queue = waiting_for(user)
        before = queue.filter(
            Q(score__gt=contradiction.score) | Q(score=contradiction.score, pk__lt=contradiction.pk)
        ).order_by("score", "-pk")
        after = queue.filter(
            Q(score__lt=contradiction.score) | Q(score=contradiction.score, pk__gt=contradiction.pk)
        ).order_by("-score", "pk")
        return cls(
            previous=before.first(),
            following=after.first(),
            number=before[:CAP].count() + 1,
            total=queue[: CAP + 1].count(),
            waits=queue.filter(pk=contradiction.pk).exists(),
        )

    @property
    def words(self) -> str:
        """ "3 of 41", or how many there are where this one is none of them; no exact number beyond the cap."""
        total = f"{CAP}+" if self.total > CAP else str(self.total)
        if not self.waits:
            return f"{total} waiting"
        return f"{self.number} of {total}" if self.number <= CAP else f"beyond {CAP} of {total}"


def waiting_for(user: User) -> QuerySet[Contradiction]:
    """What `user` may take next."""
    free = Q(assignee__isnull=True) | Q(assignee=user)
    return Contradiction.objects.unsettled().filter(free).order_by("-score", "pk").only("question", "score")
