"""The desk's records, one module for each thing: who, what happened, what was said, where it clashes, what holds."""

from claims.models.claim import Appearance, Claim, Measurement
from claims.models.contradiction import Contradiction, ContradictionEvidence, Position, PositionAppearance
from claims.models.correction import Correction
from claims.models.event import Event, EventIdentifier, RollCallVote
from claims.models.evidence import Evidence
from claims.models.pipeline import PipelineRun
from claims.models.rating import Rating, RatingScale
from claims.models.source import Source, SourceAlias
from claims.models.user import User
from claims.models.verdict import Verdict, VerdictEvidence

__all__ = [
    "Appearance",
    "Claim",
    "Contradiction",
    "ContradictionEvidence",
    "Correction",
    "Event",
    "EventIdentifier",
    "Evidence",
    "Measurement",
    "PipelineRun",
    "Position",
    "PositionAppearance",
    "Rating",
    "RatingScale",
    "RollCallVote",
    "Source",
    "SourceAlias",
    "User",
    "Verdict",
    "VerdictEvidence",
]
