"""When the API's records change: which of them show something of the rows that a statement has written.

A record of the API shows rows of many tables: a contradiction the words of articles and the names of outlets. The lists
below say of each table how one gets from its rows to those records, and triggers have a line of RecordChange written
for each, so that no way of writing can forget it. They may name a record too often, which makes a program fetch it for
nothing; never too seldom.

`told` are the records that show something of the row. `due` are those that are public only while some such row is, as
a source that is heard in public: for them it is only looked whether that has changed, so that an outlet that a
hundred claims are taken from is not written a hundred times. Those that depend on events and on evidence follow from
these. The database's function `claims_note` (migration 0011) does the writing, and knows by `claims_seen` what is
public, as the `.public()` querysets do.
"""

import pgtrigger
from django.db import models

from articles.changes import Noted
from articles.models import Article, ArticleVersion, Publisher
from claims.models.appearance import Appearance, Measurement
from claims.models.claim import Claim, ClaimTopic
from claims.models.contradiction import Contradiction, ContradictionEvidence
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

_SEEN = "claims_appearance AS seen"
_VERSION = "articles_articleversion AS version"
_MEMBER = "claims_positionappearance AS member"
# Suggestions make nothing public, and of who is named in nothing else there may be a hundred thousand.
_ACCEPTED = "JOIN claims_claim AS claim ON claim.id = lines.claim_id AND claim.status = 'accepted'"
_ANSWER = "claims_position AS answer"


def _of(column: str, path: str = "") -> str:
    return f"SELECT {column} FROM lines {path}"  # noqa: S608 - words of ours


_APPEARING = f"JOIN {_VERSION} ON version.article_id = lines.id JOIN {_SEEN} ON seen.version_id = version.id"
_ANSWERED = f"JOIN {_ANSWER} ON answer.id = member.position_id"
_WITH_QUOTES = f"JOIN {_MEMBER} ON member.appearance_id = seen.id {_ANSWERED}"
_VOICES = f"JOIN {_ANSWER} ON answer.contradiction_id = lines.id JOIN {_MEMBER} ON member.position_id = answer.id"
_JUDGED = "JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id"
_CITING = "JOIN claims_verdictevidence AS cited ON cited.evidence_id = lines.id JOIN claims_verdict AS verdict"
_GIVEN = "JOIN claims_verdict AS verdict ON verdict.rating_id"
_IN_ARTICLE = f"JOIN {_VERSION} ON version.article_id = article.id JOIN {_SEEN} ON seen.version_id = version.id"
_OF_RECORD = "JOIN claims_evidence AS record ON record.publisher_id = lines.id"
_CITED = (
    "JOIN claims_verdictevidence AS cited ON cited.evidence_id = record.id"
    " JOIN claims_verdict AS verdict ON verdict.id = cited.verdict_id"
)
_NOTES = (
    "JOIN claims_correction AS note ON note.made_by_id = lines.id"
    " JOIN claims_verdict AS verdict ON verdict.id = note.verdict_id"
)
_SIGNED = "JOIN claims_verdict AS verdict ON lines.id IN (verdict.author_id, verdict.published_by_id)"

NOTED: dict[type[models.Model], Noted] = {
    Claim: Noted(
        {
            "claim": _of("lines.id"),
            "verdict": _of("verdict.id", _JUDGED),
            "contradiction": _of("answer.contradiction_id", f"JOIN {_SEEN} ON seen.claim_id = lines.id {_WITH_QUOTES}"),
        },
        {
            "event": _of("event_id"),
            "topic": _of("heading.topic_id", "JOIN claims_claimtopic AS heading ON heading.claim_id = lines.id"),
            "source": _of("seen.source_id", f"JOIN {_SEEN} ON seen.claim_id = lines.id"),
            "publisher": _of(
                "article.publisher_id",
                f"JOIN {_SEEN} ON seen.claim_id = lines.id JOIN {_VERSION} ON version.id = seen.version_id"
                " JOIN articles_article AS article ON article.id = version.article_id",
            )
            + " UNION ALL "
            + _of("verdict.publisher_id", _JUDGED),
            "evidence": _of(
                "cited.evidence_id", f"{_JUDGED} JOIN claims_verdictevidence AS cited ON cited.verdict_id = verdict.id"
            ),
            "rating-scale": _of("rating.scale_id", f"{_JUDGED} JOIN claims_rating AS rating ON rating.id = rating_id"),
        },
        where="status <> 'suggested'",
    ),
    ClaimTopic: Noted({"claim": _of("claim_id")}, {"topic": _of("topic_id")}),
    Topic: Noted(
        {
            "topic": _of("lines.id"),
            "claim": _of("heading.claim_id", "JOIN claims_claimtopic AS heading ON heading.topic_id = lines.id"),
        },
        on="update",
    ),
    Appearance: Noted(
        {
            "claim": _of("claim_id"),
            "contradiction": _of(
                "answer.contradiction_id", f"JOIN {_MEMBER} ON member.appearance_id = lines.id {_ANSWERED}"
            ),
        },
        {
            "source": _of("source_id", _ACCEPTED),
            "publisher": _of(
                "article.publisher_id",
                f"{_ACCEPTED} JOIN {_VERSION} ON version.id = lines.version_id"
                " JOIN articles_article AS article ON article.id = version.article_id",
            ),
        },
    ),
    Measurement: Noted(
        {
            "claim": _of("seen.claim_id", f"JOIN {_SEEN} ON seen.id = lines.appearance_id"),
            "contradiction": _of(
                "answer.contradiction_id",
                f"JOIN {_MEMBER} ON member.appearance_id = lines.appearance_id {_ANSWERED}",
            ),
        }
    ),
    Contradiction: Noted(
        {
            "contradiction": _of("lines.id"),
            "claim": _of("seen.claim_id", f"{_VOICES} JOIN {_SEEN} ON seen.id = member.appearance_id"),
            "event": _of("event_id")
            + " UNION ALL "
            + _of("answer.event_id", f"JOIN {_ANSWER} ON answer.contradiction_id = lines.id"),
        },
        {
            "evidence": _of(
                "attached.evidence_id",
                "JOIN claims_contradictionevidence AS attached ON attached.contradiction_id = lines.id",
            ),
        },
    ),
    Position: Noted({"contradiction": _of("contradiction_id"), "event": _of("event_id")}),
    PositionAppearance: Noted(
        {
            "contradiction": _of("answer.contradiction_id", f"JOIN {_ANSWER} ON answer.id = lines.position_id"),
            "claim": _of("seen.claim_id", f"JOIN {_SEEN} ON seen.id = lines.appearance_id"),
        }
    ),
    Part: Noted({}, {"source": _of("source_id"), "publisher": _of("publisher_id")}, on="insert delete"),
    ContradictionEvidence: Noted({"contradiction": _of("contradiction_id")}, {"evidence": _of("evidence_id")}),
    Verdict: Noted(
        {
            "verdict": _of("verdict.id", "JOIN claims_verdict AS verdict ON verdict.claim_id = lines.claim_id"),
            "claim": _of("claim_id"),
        },
        {
            "publisher": _of("publisher_id"),
            "evidence": _of("cited.evidence_id", "JOIN claims_verdictevidence AS cited ON cited.verdict_id = lines.id"),
            "rating-scale": _of("rating.scale_id", "JOIN claims_rating AS rating ON rating.id = lines.rating_id"),
        },
        where="published_at IS NOT NULL",
    ),
    VerdictEvidence: Noted(
        {
            "verdict": _of("verdict_id"),
            "claim": _of("verdict.claim_id", "JOIN claims_verdict AS verdict ON verdict.id = lines.verdict_id"),
        },
        {"evidence": _of("evidence_id")},
    ),
    Correction: Noted(
        {
            "verdict": _of(
                "other.id",
                "JOIN claims_verdict AS verdict ON verdict.id = lines.verdict_id"
                " JOIN claims_verdict AS other ON other.claim_id = verdict.claim_id",
            ),
            "claim": _of("verdict.claim_id", "JOIN claims_verdict AS verdict ON verdict.id = lines.verdict_id"),
        },
        on="insert",
    ),
    Event: Noted(
        {
            "event": _of("lines.id"),
            "claim": _of("claim.id", "JOIN claims_claim AS claim ON claim.event_id = lines.id"),
            "contradiction": _of("question.id", "JOIN claims_contradiction AS question ON question.event_id = lines.id")
            + " UNION ALL "
            + _of("answer.contradiction_id", f"JOIN {_ANSWER} ON answer.event_id = lines.id"),
        },
        on="update",
    ),
    EventIdentifier: Noted({"event": _of("event_id")}),
    RollCallVote: Noted({"event": _of("event_id")}, {"source": _of("state_id"), "evidence": _of("evidence_id")}),
    Source: Noted(
        {
            "source": _of("lines.id"),
            "claim": _of("seen.claim_id", f"JOIN {_SEEN} ON seen.source_id = lines.id"),
            "contradiction": _of(
                "answer.contradiction_id", f"JOIN {_SEEN} ON seen.source_id = lines.id {_WITH_QUOTES}"
            ),
            "event": _of("vote.event_id", "JOIN claims_rollcallvote AS vote ON vote.state_id = lines.id"),
        },
        on="update",
    ),
    SourceAlias: Noted({"source": _of("source_id")}),
    Evidence: Noted(
        {
            "evidence": _of("lines.id"),
            "verdict": _of("cited.verdict_id", f"{_CITING} ON verdict.id = cited.verdict_id"),
            "claim": _of("verdict.claim_id", f"{_CITING} ON verdict.id = cited.verdict_id"),
            "contradiction": _of(
                "attached.contradiction_id",
                "JOIN claims_contradictionevidence AS attached ON attached.evidence_id = lines.id",
            ),
        },
        {"publisher": _of("publisher_id")},
        on="update",
    ),
    Rating: Noted(
        {
            "rating-scale": _of("scale_id"),
            "verdict": _of("verdict.id", f"{_GIVEN} = lines.id"),
            "claim": _of("verdict.claim_id", f"{_GIVEN} = lines.id"),
        }
    ),
    RatingScale: Noted(
        {
            "rating-scale": _of("lines.id"),
            "verdict": _of(
                "verdict.id", f"JOIN claims_rating AS rating ON rating.scale_id = lines.id {_GIVEN} = rating.id"
            ),
            "claim": _of(
                "verdict.claim_id", f"JOIN claims_rating AS rating ON rating.scale_id = lines.id {_GIVEN} = rating.id"
            ),
        }
    ),
    Publisher: Noted(
        {
            "publisher": _of("lines.id"),
            "rating-scale": _of("scale.id", "JOIN claims_ratingscale AS scale ON scale.publisher_id = lines.id"),
            "article": _of("article.id", "JOIN articles_article AS article ON article.publisher_id = lines.id"),
            "evidence": _of("record.id", "JOIN claims_evidence AS record ON record.publisher_id = lines.id"),
            "verdict": _of(
                "other.id",
                "JOIN claims_verdict AS verdict ON verdict.publisher_id = lines.id"
                " JOIN claims_verdict AS other ON other.claim_id = verdict.claim_id",
            )
            + " UNION ALL "
            + _of(
                "cited.verdict_id",
                "JOIN claims_evidence AS record ON record.publisher_id = lines.id"
                " JOIN claims_verdictevidence AS cited ON cited.evidence_id = record.id",
            ),
            "claim": _of("verdict.claim_id", "JOIN claims_verdict AS verdict ON verdict.publisher_id = lines.id")
            + " UNION ALL "
            + _of("seen.claim_id", f"JOIN articles_article AS article ON article.publisher_id = lines.id {_IN_ARTICLE}")
            + " UNION ALL "
            + _of("verdict.claim_id", f"{_OF_RECORD} {_CITED}"),
            "contradiction": _of("part.contradiction_id", "JOIN claims_part AS part ON part.publisher_id = lines.id")
            + " UNION ALL "
            + _of(
                "attached.contradiction_id",
                f"{_OF_RECORD} JOIN claims_contradictionevidence AS attached ON attached.evidence_id = record.id",
            ),
        },
        on="update",
    ),
    Article: Noted(
        {
            "article": _of("lines.id")
            + " UNION ALL "
            + _of("copy.id", "JOIN articles_article AS copy ON copy.copy_of_id = lines.id"),
            "claim": _of("seen.claim_id", _APPEARING),
            "contradiction": _of("answer.contradiction_id", f"{_APPEARING} {_WITH_QUOTES}"),
        },
        {"publisher": _of("publisher_id", "WHERE is_public")},
    ),
    ArticleVersion: Noted({"article": _of("article_id")}),
    User: Noted(
        {
            "verdict": _of("verdict.id", _SIGNED)
            + " UNION ALL "
            + _of("other.id", f"{_NOTES} JOIN claims_verdict AS other ON other.claim_id = verdict.claim_id"),
            "claim": _of("verdict.claim_id", _SIGNED) + " UNION ALL " + _of("verdict.claim_id", _NOTES),
            "contradiction": _of(
                "question.id", "JOIN claims_contradiction AS question ON question.resolved_by_id = lines.id"
            ),
        },
        on="update",
        where="EXISTS (SELECT FROM old_lines AS was WHERE was.id = line.id"
        " AND (was.first_name, was.last_name) IS DISTINCT FROM (line.first_name, line.last_name))",
    ),
}

for _model, _noted in NOTED.items():
    pgtrigger.register(*_noted.triggers())(_model)
