"""The desk's records, one module for each thing: who, what happened, what was said, where it clashes, what holds."""

from claims.models.api_key import Allowance, ApiKey
from claims.models.appearance import Appearance, Measurement
from claims.models.change import ReviewChange
from claims.models.checks import LinkCheck, Waiver
from claims.models.claim import Claim, ClaimTopic
from claims.models.comment import Comment
from claims.models.contradiction import Contradiction, ContradictionEvidence
from claims.models.correction import Correction
from claims.models.event import Event, EventIdentifier, RollCallVote
from claims.models.evidence import Evidence
from claims.models.importing import ImportedReview, ImportRow, ImportRun
from claims.models.lease import Lease
from claims.models.merge import KeptApart, Merge
from claims.models.noted import NOTED
from claims.models.notification import Notification
from claims.models.part import Part
from claims.models.pipeline import PipelineRun
from claims.models.position import Position, PositionAppearance
from claims.models.presence import Presence
from claims.models.rating import Rating, RatingScale
from claims.models.replay import Replay
from claims.models.reply import ReplyRequest
from claims.models.report import ErrorReport
from claims.models.seal import HistorySeal
from claims.models.shown import SHOWN
from claims.models.source import Source, SourceAlias
from claims.models.step import Step
from claims.models.submission import Submission
from claims.models.topic import Topic
from claims.models.triage import RejectionReason
from claims.models.tries import Tries
from claims.models.user import User
from claims.models.verdict import Verdict, VerdictEvidence
from claims.models.watch import Watch
from claims.models.webhook import Delivery, Message, Webhook
from claims.models.week import Week
from claims.models.word import Word
from claims.models.working_copy import WorkingCopy

__all__ = [
    "NOTED",
    "SHOWN",
    "Allowance",
    "ApiKey",
    "Appearance",
    "Claim",
    "ClaimTopic",
    "Comment",
    "Contradiction",
    "ContradictionEvidence",
    "Correction",
    "Delivery",
    "ErrorReport",
    "Event",
    "EventIdentifier",
    "Evidence",
    "HistorySeal",
    "ImportRow",
    "ImportRun",
    "ImportedReview",
    "KeptApart",
    "Lease",
    "LinkCheck",
    "Measurement",
    "Merge",
    "Message",
    "Notification",
    "Part",
    "PipelineRun",
    "Position",
    "PositionAppearance",
    "Presence",
    "Rating",
    "RatingScale",
    "RejectionReason",
    "Replay",
    "ReplyRequest",
    "ReviewChange",
    "RollCallVote",
    "Source",
    "SourceAlias",
    "Step",
    "Submission",
    "Topic",
    "Tries",
    "User",
    "Verdict",
    "VerdictEvidence",
    "Waiver",
    "Watch",
    "Webhook",
    "Week",
    "Word",
    "WorkingCopy",
]
