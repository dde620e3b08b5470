"""What of the API's records is public, and the function that notes when they change: see claims.models.noted."""

from django.db import migrations

# Of some keys of one kind, those whose records are public. A test holds it to the `.public()` querysets.
SEEN = """
CREATE FUNCTION claims_seen(kind text, keys bigint[]) RETURNS SETOF bigint LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
    opened text[] := ARRAY['open', 'under_review', 'resolved'];
    events bigint[];
BEGIN
    CASE claims_seen.kind
    WHEN 'article' THEN
        RETURN QUERY SELECT id FROM articles_article WHERE id = ANY(keys) AND is_public;
    WHEN 'claim' THEN
        RETURN QUERY SELECT id FROM claims_claim WHERE id = ANY(keys) AND status = 'accepted';
    WHEN 'contradiction' THEN
        RETURN QUERY SELECT id FROM claims_contradiction WHERE id = ANY(keys) AND status = ANY(opened);
    WHEN 'verdict' THEN
        RETURN QUERY SELECT verdict.id FROM claims_verdict AS verdict
            JOIN claims_claim AS claim ON claim.id = verdict.claim_id AND claim.status = 'accepted'
            WHERE verdict.id = ANY(keys) AND verdict.status = 'published';
    WHEN 'event' THEN
        RETURN QUERY SELECT event.id FROM claims_event AS event
            WHERE event.id = ANY(keys) AND event.merged_into_id IS NULL AND (
                EXISTS (SELECT FROM claims_claim WHERE event_id = event.id AND status = 'accepted')
                OR EXISTS (SELECT FROM claims_contradiction WHERE event_id = event.id AND status = ANY(opened))
                OR EXISTS (
                    SELECT FROM claims_position AS answer
                    JOIN claims_contradiction AS question ON question.id = answer.contradiction_id
                    WHERE answer.event_id = event.id AND question.status = ANY(opened)
                )
            );
    WHEN 'source' THEN
        events := ARRAY(SELECT DISTINCT event_id FROM claims_rollcallvote WHERE state_id = ANY(keys));
        events := ARRAY(SELECT claims_seen('event', events));
        RETURN QUERY SELECT source.id FROM claims_source AS source
            WHERE source.id = ANY(keys) AND source.merged_into_id IS NULL AND (
                EXISTS (SELECT FROM claims_part WHERE source_id = source.id)
                OR EXISTS (
                    SELECT FROM claims_appearance AS seen JOIN claims_claim AS claim ON claim.id = seen.claim_id
                    WHERE seen.source_id = source.id AND claim.status = 'accepted'
                )
                OR EXISTS (SELECT FROM claims_rollcallvote WHERE state_id = source.id AND event_id = ANY(events))
            );
    WHEN 'evidence' THEN
        events := ARRAY(SELECT DISTINCT event_id FROM claims_rollcallvote WHERE evidence_id = ANY(keys));
        events := ARRAY(SELECT claims_seen('event', events));
        RETURN QUERY SELECT record.id FROM claims_evidence AS record
            WHERE record.id = ANY(keys) AND (
                EXISTS (
                    SELECT FROM claims_verdictevidence AS cited
                    JOIN claims_verdict AS verdict ON verdict.id = cited.verdict_id AND verdict.status = 'published'
                    JOIN claims_claim AS claim ON claim.id = verdict.claim_id AND claim.status = 'accepted'
                    WHERE cited.evidence_id = record.id
                )
                OR EXISTS (
                    SELECT FROM claims_contradictionevidence AS attached
                    JOIN claims_contradiction AS question ON question.id = attached.contradiction_id
                    WHERE attached.evidence_id = record.id AND question.status = ANY(opened)
                )
                OR EXISTS (SELECT FROM claims_rollcallvote WHERE evidence_id = record.id AND event_id = ANY(events))
            );
    WHEN 'topic' THEN
        RETURN QUERY SELECT topic.id FROM claims_topic AS topic
            WHERE topic.id = ANY(keys) AND EXISTS (
                SELECT FROM claims_claimtopic AS heading JOIN claims_claim AS claim ON claim.id = heading.claim_id
                WHERE heading.topic_id = topic.id AND claim.status = 'accepted'
            );
    WHEN 'rating-scale' THEN
        RETURN QUERY SELECT scale.id FROM claims_ratingscale AS scale
            JOIN articles_publisher AS publisher ON publisher.id = scale.publisher_id
            WHERE scale.id = ANY(keys) AND (publisher.kind = 'own' OR EXISTS (
                SELECT FROM claims_rating AS rating
                JOIN claims_verdict AS verdict ON verdict.rating_id = rating.id AND verdict.status = 'published'
                JOIN claims_claim AS claim ON claim.id = verdict.claim_id AND claim.status = 'accepted'
                WHERE rating.scale_id = scale.id
            ));
    WHEN 'publisher' THEN
        RETURN QUERY SELECT publisher.id FROM articles_publisher AS publisher
            WHERE publisher.id = ANY(keys) AND (
                publisher.kind = 'own'
                OR EXISTS (SELECT FROM articles_article WHERE publisher_id = publisher.id AND is_public)
                OR EXISTS (SELECT FROM claims_part WHERE publisher_id = publisher.id)
                OR EXISTS (
                    SELECT FROM claims_verdict AS verdict JOIN claims_claim AS claim ON claim.id = verdict.claim_id
                    WHERE verdict.publisher_id = publisher.id AND claim.status = 'accepted'
                    AND verdict.status NOT IN ('draft', 'submitted', 'scheduled')
                )
                OR EXISTS (
                    SELECT FROM articles_article AS article
                    JOIN articles_articleversion AS version ON version.article_id = article.id
                    JOIN claims_appearance AS seen ON seen.version_id = version.id
                    JOIN claims_claim AS claim ON claim.id = seen.claim_id
                    WHERE article.publisher_id = publisher.id AND claim.status = 'accepted'
                )
                OR EXISTS (
                    SELECT FROM claims_seen('evidence', ARRAY(
                        SELECT id FROM claims_evidence WHERE publisher_id = publisher.id
                    ))
                )
            );
    END CASE;
END
$$;
"""

# `changed` notes all of the records that are public, or were: without it, only those that came to be so or ceased.
NOTE = """
CREATE FUNCTION claims_note(kind text, keys bigint[], changed boolean) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    seen bigint[];
BEGIN
    IF cardinality(keys) = 0 THEN
        RETURN;
    END IF;
    keys := ARRAY(SELECT DISTINCT key FROM unnest(keys) AS key WHERE key IS NOT NULL);
    seen := ARRAY(SELECT claims_seen(claims_note.kind, keys));
    -- In one order, so that two transactions at one moment wait for each other and never in a ring.
    INSERT INTO articles_recordchange AS line (kind, record, at, is_gone)
    SELECT claims_note.kind, key, clock_timestamp(), FALSE FROM unnest(seen) AS key
    WHERE changed OR NOT EXISTS (
        SELECT FROM articles_recordchange AS held
        WHERE held.kind = claims_note.kind AND held.record = key AND NOT held.is_gone
    )
    ORDER BY key
    ON CONFLICT (kind, record) DO UPDATE SET at = EXCLUDED.at, is_gone = FALSE;
    UPDATE articles_recordchange SET at = clock_timestamp(), is_gone = TRUE WHERE id IN (
        SELECT id FROM articles_recordchange AS held
        WHERE held.kind = claims_note.kind AND held.record = ANY(keys) AND NOT held.record = ANY(seen)
        AND NOT held.is_gone
        ORDER BY held.record FOR UPDATE
    );
    -- What is public through these alone.
    IF kind = 'event' THEN
        PERFORM claims_note('source', ARRAY(
            SELECT state_id FROM claims_rollcallvote WHERE event_id = ANY(keys)), FALSE);
        PERFORM claims_note('evidence', ARRAY(
            SELECT evidence_id FROM claims_rollcallvote WHERE event_id = ANY(keys)), FALSE);
    ELSIF kind = 'evidence' THEN
        PERFORM claims_note('publisher', ARRAY(
            SELECT publisher_id FROM claims_evidence WHERE id = ANY(keys)), FALSE);
    END IF;
END
$$;
"""

RECORDS = {
    "article": "articles_article", "claim": "claims_claim", "contradiction": "claims_contradiction",
    "event": "claims_event", "evidence": "claims_evidence", "publisher": "articles_publisher",
    "rating-scale": "claims_ratingscale", "source": "claims_source", "topic": "claims_topic",
    "verdict": "claims_verdict",
}  # fmt: skip
FILL = ";".join(
    f"SELECT claims_note('{kind}', ARRAY(SELECT id FROM {table}), TRUE)"  # noqa: S608 - names of ours
    for kind, table in RECORDS.items()
)  # what is there already changed now, as far as anybody knows


class Migration(migrations.Migration):
    dependencies = [("claims", "0010_index_of_claim_keys"), ("articles", "0005_record_changes")]

    operations = [
        migrations.RunSQL(SEEN, "DROP FUNCTION claims_seen(text, bigint[])"),
        migrations.RunSQL(NOTE, "DROP FUNCTION claims_note(text, bigint[], boolean)"),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
