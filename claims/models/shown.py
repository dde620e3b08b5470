"""What readers see, table by table: which rows are on public pages, so that a change to one is a change for them.

The conditions may say yes too often, which makes a page be drawn again for nothing; never too seldom. They look only
where an index leads, since the pipeline writes most of these tables all day and hardly ever what is public yet.
"""

import pgtrigger
from django.db import models

from articles.changes import shown
from articles.models import Article, ArticleVersion, Publisher
from claims.models.appearance import Appearance, Measurement
from claims.models.claim import Claim, ClaimTopic
from claims.models.contradiction import OPENED, Contradiction, ContradictionEvidence
from claims.models.correction import Correction
from claims.models.event import Event, EventIdentifier, RollCallVote
from claims.models.evidence import Evidence
from claims.models.part import Part
from claims.models.position import Position, PositionAppearance
from claims.models.rating import Rating, RatingScale
from claims.models.source import Source, SourceAlias
from claims.models.topic import Topic
from claims.models.user import User
from claims.models.verdict import Verdict, VerdictEvidence
from claims.models.word import Word


def _claim(key: str) -> str:
    return f"EXISTS (SELECT FROM claims_claim WHERE id = {key} AND status = 'accepted')"


def _contradiction(key: str) -> str:
    return f"EXISTS (SELECT FROM claims_contradiction WHERE id = {key} AND status {OPENED})"


def _verdict(key: str) -> str:
    return f"EXISTS (SELECT FROM claims_verdict WHERE id = {key} AND published_at IS NOT NULL)"


def _position(key: str) -> str:
    return (
        "EXISTS (SELECT FROM claims_position AS answer JOIN claims_contradiction AS question"
        f" ON question.id = answer.contradiction_id WHERE answer.id = {key} AND question.status {OPENED})"
    )


def _quoted(appearance: str) -> str:
    """An appearance that takes a position in a public contradiction."""
    return (
        "EXISTS (SELECT FROM claims_positionappearance AS member JOIN claims_position AS answer"
        " ON answer.id = member.position_id JOIN claims_contradiction AS question"
        f" ON question.id = answer.contradiction_id WHERE member.appearance_id = {appearance}"
        f" AND question.status {OPENED})"
    )


def _happened(event: str) -> str:
    claim = f"EXISTS (SELECT FROM claims_claim WHERE event_id = {event} AND status = 'accepted')"
    question = f"EXISTS (SELECT FROM claims_contradiction WHERE event_id = {event} AND status {OPENED})"
    answer = f"EXISTS (SELECT FROM claims_position WHERE event_id = {event})"
    return f"{claim} OR {question} OR {answer}"


def _heard(source: str) -> str:
    """A source that readers may have met, by any of its names."""
    quoted = f"EXISTS (SELECT FROM claims_appearance WHERE source_id = {source})"
    return f"{quoted} OR EXISTS (SELECT FROM claims_rollcallvote WHERE state_id = {source})"


_HEARD = f"{_claim('line.claim_id')} OR {_quoted('line.id')}"
_MEASURED = (
    "EXISTS (SELECT FROM claims_appearance AS seen JOIN claims_claim AS claim ON claim.id = seen.claim_id"
    f" WHERE seen.id = line.appearance_id AND claim.status = 'accepted') OR {_quoted('line.appearance_id')}"
)
_IN_PUBLIC_TEXT = "EXISTS (SELECT FROM articles_article WHERE id = line.article_id AND is_public)"
_CALLED_OTHERWISE = (
    "EXISTS (SELECT FROM old_lines AS was WHERE was.id = line.id"
    " AND (was.first_name, was.last_name) IS DISTINCT FROM (line.first_name, line.last_name))"
)

SHOWN: dict[type[models.Model], tuple[pgtrigger.Trigger, ...]] = {
    Claim: shown("line.status = 'accepted'"),
    ClaimTopic: shown(_claim("line.claim_id")),
    Appearance: shown(_HEARD),
    Measurement: shown(_MEASURED),
    Contradiction: shown(f"line.status {OPENED}"),
    Position: shown(_contradiction("line.contradiction_id")),
    PositionAppearance: shown(_position("line.position_id")),
    Part: shown(on="insert delete"),
    ContradictionEvidence: shown(_contradiction("line.contradiction_id")),
    Verdict: shown("line.published_at IS NOT NULL"),
    VerdictEvidence: shown(_verdict("line.verdict_id")),
    Correction: shown(on="insert"),
    Event: shown(_happened("line.id"), on="update"),
    EventIdentifier: shown(_happened("line.event_id")),
    RollCallVote: shown(),
    # These are seen only through what names them, which is written after them and taken away before.
    Source: shown(on="update"),
    SourceAlias: shown(_heard("line.source_id")),
    Evidence: shown(on="update"),
    Publisher: shown(on="update"),
    User: shown(_CALLED_OTHERWISE, on="update"),
    Topic: shown(on="update"),
    Rating: shown(),
    RatingScale: shown(),
    Word: shown(on="insert delete"),
    Article: (*shown("line.is_public", on="insert delete"), *shown(on="update")),
    ArticleVersion: shown(_IN_PUBLIC_TEXT),
}

for _model, _triggers in SHOWN.items():
    pgtrigger.register(*_triggers)(_model)
