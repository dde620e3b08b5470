"""What a figure counts, in the language of the page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from claims.models import Measurement

LABELS: dict[str, str | Promise] = {
    "votes_for": gettext_lazy("Votes for"),
    "votes_against": gettext_lazy("Votes against"),
    "abstentions": gettext_lazy("Abstentions"),
    "not_voting": gettext_lazy("Not voting"),
    "vote_position": gettext_lazy("How a member voted"),
    "outcome": gettext_lazy("Outcome"),
    "event_date": gettext_lazy("When it happened"),
    "killed": gettext_lazy("Killed"),
    "injured": gettext_lazy("Injured"),
    "missing": gettext_lazy("Missing"),
    "casualties": gettext_lazy("Killed or injured"),
    "identified_dead": gettext_lazy("Dead who were identified"),
    "bodies": gettext_lazy("Bodies found"),
    "rescued": gettext_lazy("Rescued"),
    "detained": gettext_lazy("Detained"),
    "released": gettext_lazy("Released"),
    "aboard": gettext_lazy("Aboard"),
    "troops": gettext_lazy("Troops"),
    "crowd_size": gettext_lazy("Size of the crowd"),
    "magnitude": gettext_lazy("Magnitude"),
    "depth_km": gettext_lazy("Depth"),
    "duration": gettext_lazy("Duration"),
    "amount": gettext_lazy("Amount of money"),
    "percentage": gettext_lazy("Share"),
    "count": gettext_lazy("Number counted"),
}
"""Measures that extraction knows; one it learns later is shown by its own name."""

VALUES: dict[str, str | Promise] = {
    "yes": gettext_lazy("Yes"),
    "no": gettext_lazy("No"),
    "abstain": gettext_lazy("Abstained"),
    "not_voting": gettext_lazy("Did not vote"),
    "adopted": gettext_lazy("Adopted"),
    "rejected": gettext_lazy("Rejected"),
}
"""Outcomes and ballots that stand in the text of a measurement."""


IMPLIED = frozenset({"vote", "person", "people", "death", "victim", "body", "casualty"})
"""Units that say no more than the measure does."""


def label_of(measure: str) -> str:
    """The name of a measure for readers."""
    return str(LABELS.get(measure) or measure.replace("_", " ").capitalize())


def definition_of(figure: Measurement | None) -> str:
    """What exactly a figure counts, as far as its text says: measure, subject, unit."""
    if figure is None:
        return ""
    unit = "" if figure.unit in {*IMPLIED, figure.measure} else figure.unit
    return ", ".join(filter(None, (label_of(figure.measure), figure.subject, unit)))
