"""The desk's work on claims, contradictions, evidence and merges, as in the admin: the same actions, roles and rules.

Everything here is under /api/v1/desk/ and needs a key with the scope `desk`; what readers see is elsewhere.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django.core.exceptions import ValidationError
from rest_framework.decorators import action

from articles.models import Publisher
from claims.actions import editing, leases, merging, review, triage
from claims.actions.merge_plans import MODELS
from claims.api.desk_serializers import (
    AttachBody,
    DeskClaimSerializer,
    DeskContradictionSerializer,
    EditClaimBody,
    MergeBody,
    MergeSerializer,
    ReasonBody,
    RejectBody,
    SettleBody,
)
from claims.api.evidence_serializers import DeskEvidenceSerializer, EvidenceBody
from claims.api.writing import Writing, step
from claims.models import (
    Claim,
    Contradiction,
    Evidence,
    Merge,
    Position,
    RejectionReason,
    Topic,
    User,
)
from claims.models.merge import Kind
from claims.vocabulary import Resolution


def done(outcome: triage.Outcome) -> Claim:
    """The claim that was triaged. Raises ValidationError with the reason where it was not."""
    for _, why in outcome.refused:
        raise ValidationError(why)
    return outcome.done[0]


class DeskClaims(Writing):
    """Claims, suggested ones too."""

    rows = Claim.objects.select_related("event").defer("search_vector").prefetch_related("headings")
    serializer_class = DeskClaimSerializer
    sees = "claims.view_claim"

    @step(EditClaimBody)
    def update(self, *, record: Claim, by: User, text: str, short_text: str, topics: Sequence[Topic]) -> Claim:
        """Reword a claim and say what it is about. Not while a submitted or published verdict rests on it."""
        if record.status == Claim.Status.SUGGESTED:
            return done(triage.edit(claim=record, by=by, text=text, short_text=short_text, topics=topics))
        leases.refuse_if_held(item=record, by=by)
        review.edit_claim(claim=record, by=by, text=text, short_text=short_text, topics=topics)
        return record

    @action(detail=True, methods=["post"])
    @step()
    def accept(self, *, record: Claim, by: User) -> Claim:
        """Take a suggestion into the public record."""
        return done(triage.accept(claims=[record], by=by))

    @action(detail=True, methods=["post"])
    @step(RejectBody)
    def reject(self, *, record: Claim, by: User, reason: RejectionReason, note: str) -> Claim:
        """Keep a suggestion out of the public record."""
        return done(triage.reject(claims=[record], by=by, reason=reason, note=note))

    @action(detail=True, methods=["post"], url_path="put-back")
    @step()
    def put_back(self, *, record: Claim, by: User) -> Claim:
        """Put a decided claim back among the suggestions."""
        leases.refuse_if_held(item=record, by=by)
        review.suggest_claim(claim=record, by=by)
        return record


class DeskMerges(Writing):
    """Records that were made one. Both are locked by the merge itself, in the order of their keys."""

    rows = Merge.objects.all()
    serializer_class = MergeSerializer
    sees = "claims.view_claim"

    @step(MergeBody, status=201, on_record=False)
    def create(self, *, by: User, kind: str, keep: int, absorb: int) -> Merge:
        """Make one claim, event or source of two."""
        model = MODELS[Kind(kind)]
        rows = model._base_manager.in_bulk([keep, absorb])
        missing = {
            name: ["There is no such record."] for name, pk in (("keep", keep), ("absorb", absorb)) if pk not in rows
        }
        if missing:
            raise ValidationError(missing)
        merge: Any = {
            Kind.CLAIM: merging.merge_claims,
            Kind.EVENT: merging.merge_events,
            Kind.SOURCE: merging.merge_sources,
        }
        made: Merge = merge[Kind(kind)](keep=rows[keep], absorb=rows[absorb], by=by)
        return made

    @action(detail=True, methods=["post"])
    @step()
    def undo(self, *, record: Merge, by: User) -> Merge:
        """Take a merge back."""
        merging.undo_merge(merge=record, by=by)
        return record


class DeskEvidence(Writing):
    """Documents on record."""

    rows = Evidence.objects.all()
    serializer_class = DeskEvidenceSerializer
    sees = "claims.view_evidence"

    @step(EvidenceBody, status=201, on_record=False)
    def create(self, *, by: User, source_url: str, publisher: Publisher | None, **fields: Any) -> Evidence:
        """Put a new document on record."""
        evidence = Evidence(url=source_url, publisher=publisher, **fields)
        return editing.record_evidence(evidence=evidence, by=by)


class DeskContradictions(Writing):
    """Contradictions, suggested and dismissed ones too."""

    rows = Contradiction.objects.prefetch_related("positions", "attached_evidence")
    serializer_class = DeskContradictionSerializer
    sees = "claims.view_contradiction"

    @action(detail=True, methods=["post"])
    @step()
    def open(self, *, record: Contradiction, by: User) -> Contradiction:
        """Put a suggestion before readers, and with it the claims that take its positions."""
        review.open_contradiction(contradiction=record, by=by)
        return record

    @action(detail=True, methods=["post"])
    @step()
    def take(self, *, record: Contradiction, by: User) -> Contradiction:
        """Say that one is at work on it: readers see it, and that it is under review."""
        review.take_contradiction(contradiction=record, by=by)
        return record

    @action(detail=True, methods=["post"])
    @step(AttachBody)
    def attach(
        self, *, record: Contradiction, by: User, evidence: Evidence, supports: Position | None,
        figures: Mapping[str, object], note: str,
    ) -> Contradiction:  # fmt: skip
        """Attach evidence. What is new to a resolved contradiction reopens it."""
        review.attach_evidence(
            contradiction=record, evidence=evidence, by=by, supports=supports, figures=figures, note=note
        )
        return record

    @action(detail=True, methods=["post"])
    @step(SettleBody)
    def settle(
        self, *, record: Contradiction, by: User, resolution: str, note: str, at_fault: Sequence[dict[str, Any]] = ()
    ) -> Contradiction:
        """Resolve or dismiss it, by what the resolution means."""
        found = {one["position"]: one["corrected"] for one in at_fault}
        review.settle_contradiction(
            contradiction=record, by=by, resolution=Resolution(resolution), note=note,
            at_fault=MappingProxyType(found),
        )  # fmt: skip
        return record

    @action(detail=True, methods=["post"])
    @step(ReasonBody)
    def reopen(self, *, record: Contradiction, by: User, reason: str) -> Contradiction:
        """Take a settled one up again."""
        review.reopen_contradiction(contradiction=record, by=by, reason=reason)
        return record
