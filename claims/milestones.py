"""What happened to a contradiction, for readers: which steps there were and on which day, and nobody's name.

The lines come from the history that triggers write. Only what readers could see from outside is told: that a question
was opened, taken up, settled, reopened. What the desk noted on the way, and suggestions, stay inside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, Window
from django.db.models.functions import Lag
from django.utils.translation import gettext

from claims.models import Contradiction
from claims.vocabulary import ContradictionStatus, Resolution

MOST = 40
"""Steps shown of one contradiction, the newest."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step. `resolution` is the value of what was decided then, `reason` why it was opened again."""

    at: datetime
    what: str
    resolution: str = ""
    reason: str = ""


def milestones_of(contradiction: Contradiction) -> list[Milestone]:
    """The steps of a public contradiction, oldest first: one query, whose rows are the changes of its status."""
    history = Contradiction.pgh_event_model.objects  # type: ignore[attr-defined]  # pghistory.track adds it
    lines = (
        history.filter(pgh_obj=contradiction)
        .annotate(was=Window(Lag("status"), order_by="pgh_id"))
        .filter(Q(was=None) | ~Q(was=F("status")))
        .order_by("-pgh_id")
        .values_list("pgh_created_at", "status", "was", "resolution", "reopened_reason")[:MOST]
    )
    found = Milestone(contradiction.found_at, gettext("A rule found it"))
    return [found, *(step for line in reversed(lines) for step in _told(*line))]


def _told(at: datetime, status: str, was: str | None, resolution: str, reason: str) -> Iterator[Milestone]:
    settled = was in (ContradictionStatus.RESOLVED, ContradictionStatus.DISMISSED)
    match ContradictionStatus(status):
        case ContradictionStatus.OPEN if settled:
            yield Milestone(at, gettext("Opened again"), reason=reason)
        case ContradictionStatus.OPEN if was == ContradictionStatus.UNDER_REVIEW:
            yield Milestone(at, gettext("Back among the open questions"))
        case ContradictionStatus.OPEN:
            yield Milestone(at, gettext("An editor opened it to readers"))
        case ContradictionStatus.UNDER_REVIEW:
            yield Milestone(at, gettext("An editor began to check it"))
        case ContradictionStatus.RESOLVED:
            yield Milestone(at, gettext("Settled"), resolution=Resolution(resolution).value)
        case ContradictionStatus.DISMISSED:
            yield Milestone(at, gettext("Set aside"))
