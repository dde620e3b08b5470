"""What the page of a verdict shows beside and around the form: the claim, its reports, its contradictions, evidence."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.admin.claims import appearances_of
from claims.admin.evidence_forms import EvidenceForm
from claims.admin.verdict_words import Typed
from claims.models import (
    Claim,
    Contradiction,
    ContradictionEvidence,
    Evidence,
    PositionAppearance,
    Rating,
    User,
    Verdict,
)

FOUND = 8
"""Pieces of evidence that a search shows; a narrower one finds the others."""
CONTRADICTIONS = 10


@dataclass(frozen=True, slots=True)
class Cited:
    """A row of the evidence list."""

    evidence: Evidence
    shows: str


@dataclass(slots=True)
class Sheet:
    """The form as it is to be shown: whose, of what, holding which words, and what came of the button pressed."""

    user: User
    claim: Claim
    verdict: Verdict | None
    typed: Typed
    tab: str
    revision: int
    judge: bool = False
    preview: bool = False
    find: str | None = None
    record: EvidenceForm | None = None
    refusals: list[str] = field(default_factory=list)
    unsaved: dict[str, Any] | None = None

    @property
    def of(self) -> Verdict | Claim:
        """What the words are kept under."""
        return self.verdict or self.claim


def about(claim: Claim) -> dict[str, Any]:
    """The claim with where it was made and what is said against it. A fixed number of queries."""
    taken = PositionAppearance.objects.filter(position__contradiction=OuterRef("pk"), appearance__claim=claim)
    return {
        "claim": claim,
        "appearances": appearances_of(claim),
        "contradictions": list(
            Contradiction.objects.filter(Exists(taken))
            .prefetch_related("positions")
            .order_by("-score", "pk")[:CONTRADICTIONS]
        ),
    }


def cited_rows(typed: Typed) -> list[Cited]:
    """The evidence list as typed. One query; what is gone is left out."""
    known = Evidence.objects.select_related("publisher").in_bulk([int(pk) for pk, _ in typed.evidence])
    return [Cited(known[int(pk)], shows) for pk, shows in typed.evidence if int(pk) in known]


def evidence_found(words: str, *, claim: Claim, without: Typed) -> list[Evidence]:
    """Evidence on record whose title or address has `words`; without words, that of the claim's contradictions."""
    rows: QuerySet[Evidence] = Evidence.objects.select_related("publisher")
    if words := words.strip():
        rows = rows.filter(Q(title__icontains=words) | Q(url__icontains=words))
    else:
        attached = ContradictionEvidence.objects.filter(
            evidence=OuterRef("pk"), contradiction__positions__memberships__appearance__claim=claim
        )
        rows = rows.filter(Exists(attached))
    return list(rows.exclude(pk__in=[int(pk) for pk, _ in without.evidence]).order_by("title", "pk")[:FOUND])


def scales_of(ratings: QuerySet[Rating]) -> list[dict[str, Any]]:
    """The ratings offered, by scale."""
    scales: dict[int, dict[str, Any]] = {}
    for rating in ratings:
        scales.setdefault(rating.scale_id, {"scale": rating.scale, "ratings": []})["ratings"].append(rating)
    return list(scales.values())
