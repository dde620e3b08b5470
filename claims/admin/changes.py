"""What a correction changes, field by field, as readers and second eyes will see it."""

from dataclasses import dataclass

from claims.admin.differences import Piece, compare
from claims.models import Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, cut into what stays and what does not."""

    label: str
    before: list[Piece]
    after: list[Piece]


def changes_between(old: Verdict, new: Verdict) -> list[Change]:
    """The fields in which `new` differs from what it supersedes, evidence included; empty where nothing does."""
    fields = [
        (label, getattr(old, name), getattr(new, name))
        for label, name in (("Rating", "rating"), ("Headline", "headline"), ("Summary", "summary"), ("Body", "body"))
    ]
    fields.append(("Evidence", _cited(old), _cited(new)))
    return [
        Change(label, *compare(str(before), str(after))) for label, before, after in fields if str(before) != str(after)
    ]


def _cited(verdict: Verdict) -> str:
    rows = verdict.cited_evidence.select_related("evidence").order_by("order", "pk")
    return "\n".join(f"{row.evidence.title}: {row.note}" if row.note else row.evidence.title for row in rows)
