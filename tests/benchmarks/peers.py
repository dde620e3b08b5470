"""What the API is measured beside: the same fifty claims with their source and verdict, by a server of each kind.

`bare`: an ASGI handler with psycopg and orjson, one query and nothing else.
`to_sqlite`: the same rows in SQLite, for Datasette. `as_view`: the same query as a view, for PostGraphile.
"""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

LIST = """
SELECT claim.id, claim.text, claim.status, claim.score, source.id AS source_id, source.name AS source,
       verdict.id AS verdict_id, verdict.headline, verdict.summary, rating.name AS rating, verdict.published_at
FROM claims_claim AS claim
LEFT JOIN LATERAL (
    SELECT source_id FROM claims_appearance WHERE claim_id = claim.id AND source_id IS NOT NULL ORDER BY id LIMIT 1
) AS said ON true
LEFT JOIN claims_source AS source ON source.id = said.source_id
LEFT JOIN claims_verdict AS verdict ON verdict.claim_id = claim.id AND verdict.status = 'published'
LEFT JOIN claims_rating AS rating ON rating.id = verdict.rating_id
WHERE claim.status = 'accepted'
"""
NEWEST = "ORDER BY claim.created_at DESC, claim.id DESC LIMIT 50"
QUESTION = json.dumps({
    "query": "{ allLists(first: 50) { nodes { id text status score sourceId source verdictId headline summary rating "
    "publishedAt } } }"
})  # fmt: skip
"""Of PostGraphile, in GraphQL: the first fifty of the view."""

RECORDS = {
    "claim": (
        "SELECT id, text, language, method, score, created_at, event_id FROM claims_claim WHERE status = 'accepted'",
        ["(event_id) references peer.event (id)"],
    ),
    "event": ("SELECT id, kind, title, date, date_precision, body FROM claims_event", []),
    "topic": ("SELECT id, name FROM claims_topic", []),
    "heading": (
        "SELECT id, claim_id, topic_id FROM claims_claimtopic",
        ["(claim_id) references peer.claim (id)", "(topic_id) references peer.topic (id)"],
    ),
    "publisher": ("SELECT id, name, kind FROM articles_publisher", []),
    "scale": ("SELECT id, name, worst, best FROM claims_ratingscale", []),
    "rating": (
        "SELECT id, name, value, definition, scale_id FROM claims_rating",
        ["(scale_id) references peer.scale (id)"],
    ),
    "verdict": (
        "SELECT id, claim_id, publisher_id, rating_id, language, headline, published_at FROM claims_verdict "
        "WHERE status = 'published'",
        [
            "(claim_id) references peer.claim (id)",
            "(publisher_id) references peer.publisher (id)",
            "(rating_id) references peer.rating (id)",
        ],
    ),
}
"""What the API's list shows of a claim, table by table: a query and its foreign keys, as PostGraphile is told them."""
WHOLE = json.dumps({
    "query": "{ allClaims(first: 50, orderBy: [CREATED_AT_DESC, ID_DESC]) { nodes { id text language method score "
    "createdAt eventByEventId { id kind title date datePrecision body } "
    "headingsByClaimId { nodes { topicByTopicId { id name } } } "
    "verdictsByClaimId { nodes { id language headline publishedAt publisherByPublisherId { id name kind } "
    "ratingByRatingId { id name value definition scaleByScaleId { id name worst best } } } } } } }"
})  # fmt: skip
"""The same list with all that the API's own answer has, through relations as the API's is."""

_pool: Any = None


async def bare(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Answer any address with the newest fifty, and keep one pool of connections."""
    global _pool  # noqa: PLW0603 - the only state of a server of one handler
    if scope["type"] == "lifespan":
        from psycopg_pool import AsyncConnectionPool

        await receive()
        _pool = AsyncConnectionPool(os.environ["PEER_DSN"], min_size=4, max_size=4, open=False)
        await _pool.open(wait=True)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await _pool.close()
        await send({"type": "lifespan.shutdown.complete"})
        return
    import orjson
    from psycopg.rows import dict_row

    async with _pool.connection() as connection, connection.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(LIST + NEWEST)
        body = orjson.dumps(await cursor.fetchall(), default=str)
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def to_sqlite(path: Path) -> None:
    """The rows of the list in three tables of a new file, joined by the view `list`, for Datasette."""
    from django.db import connection

    copied = {
        "claim": "SELECT id, text, status, score, created_at FROM claims_claim WHERE status = 'accepted'",
        "said": "SELECT DISTINCT ON (claim_id) claim_id, source_id FROM claims_appearance "
        "WHERE source_id IS NOT NULL ORDER BY claim_id, id",
        "source": "SELECT id, name FROM claims_source",
        "verdict": "SELECT v.id, claim_id, headline, summary, r.name AS rating, published_at FROM claims_verdict v "
        "JOIN claims_rating r ON r.id = v.rating_id WHERE status = 'published'",
    }
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as file, connection.cursor() as cursor:
        for table, query in copied.items():
            cursor.execute(query)
            names = [column[0] for column in cursor.description]
            file.execute(f"CREATE TABLE {table} ({', '.join(names)}, PRIMARY KEY ({names[0]}))")
            rows = (
                [value if isinstance(value, int | float) else value and str(value) for value in row] for row in cursor
            )
            file.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})", rows)  # noqa: S608 - ours
        file.execute("CREATE INDEX newest ON claim (created_at, id)")
        file.execute("CREATE INDEX of_claim ON verdict (claim_id)")
        file.execute(
            "CREATE VIEW list AS SELECT claim.*, source.id AS source_id, source.name AS source, "
            "verdict.id AS verdict_id, headline, summary, rating, published_at "
            "FROM claim LEFT JOIN said ON said.claim_id = claim.id "
            "LEFT JOIN source ON source.id = said.source_id LEFT JOIN verdict ON verdict.claim_id = claim.id "
            "ORDER BY claim.created_at DESC, claim.id DESC"
        )
        file.commit()


def as_view() -> None:
    """The list as a view, and its records as views with relations, in a schema of their own, so that a server which
    shows a schema shows nothing else."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA IF NOT EXISTS peer")
        cursor.execute("DROP VIEW IF EXISTS peer.list")
        cursor.execute(f"CREATE VIEW peer.list AS {LIST} ORDER BY claim.created_at DESC, claim.id DESC")
        for name, (query, keys) in RECORDS.items():
            told = "\n".join(["@primaryKey id", *(f"@foreignKey {key}" for key in keys)])
            cursor.execute(f"CREATE OR REPLACE VIEW peer.{name} AS {query}")
            cursor.execute(f"COMMENT ON VIEW peer.{name} IS '{told}'")
