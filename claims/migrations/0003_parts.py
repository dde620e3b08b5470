"""What models cannot say: the function that writes who has a part in which public contradiction, and a table without a log.

The triggers that call the function are on the tables of the pages' words: see claims.models.part.
"""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION claims_write_parts(contradictions bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF cardinality(contradictions) = 0 THEN
        RETURN;
    END IF;
    -- In one order, so that two transactions at one moment wait for each other; the second then sees what the first did.
    PERFORM FROM claims_contradiction WHERE id = ANY(contradictions) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM claims_part WHERE contradiction_id = ANY(contradictions);
    INSERT INTO claims_part (contradiction_id, publisher_id, source_id, outcome, is_own_voice)
    SELECT
        question.id,
        article.publisher_id,
        seen.source_id,
        CASE
            WHEN question.status <> 'resolved' THEN 'open'
            WHEN bool_or(answer.is_at_fault AND answer.outlet_corrected IS FALSE) THEN 'wrong_standing'
            WHEN bool_or(answer.is_at_fault AND answer.outlet_corrected IS NULL) THEN 'wrong'
            WHEN bool_or(answer.is_at_fault) THEN 'wrong_corrected'
            WHEN EXISTS (SELECT FROM claims_position WHERE contradiction_id = question.id AND is_at_fault) THEN 'sound'
            WHEN question.resolution IN ('position_changed', 'figure_superseded') THEN 'changed'
            WHEN question.resolution IN ('source_error', 'misattribution', 'fabrication') THEN 'unassigned'
            WHEN question.resolution IN ('genuinely_disputed', 'insufficient_evidence') THEN 'undecided'
            ELSE 'apparent'
        END,
        -- Of a source every word is its own; of an outlet those that it gives to nobody else.
        seen.source_id IS NOT NULL OR COALESCE(
            bool_or(seen.is_own) FILTER (WHERE answer.is_at_fault), bool_or(seen.is_own)
        )
    FROM claims_contradiction AS question
    JOIN claims_position AS answer ON answer.contradiction_id = question.id
    JOIN claims_positionappearance AS member ON member.position_id = answer.id
    JOIN (
        SELECT id, version_id, claim_id, source_id, source_id IS NULL AND source_name = '' AS is_own
        FROM claims_appearance
    ) AS seen ON seen.id = member.appearance_id
    JOIN claims_claim AS claim ON claim.id = seen.claim_id AND claim.status <> 'rejected'
    JOIN articles_articleversion AS version ON version.id = seen.version_id
    JOIN articles_article AS article ON article.id = version.article_id
    WHERE question.id = ANY(contradictions) AND question.status IN ('open', 'under_review', 'resolved')
    GROUP BY question.id, question.status, question.resolution,
        GROUPING SETS ((article.publisher_id), (seen.source_id))
    HAVING article.publisher_id IS NOT NULL OR seen.source_id IS NOT NULL;
END
$$;
"""

# What a crash may lose is how often somebody asked in the last minutes; its rows are written over all the time.
ALLOWANCES = "ALTER TABLE claims_allowance SET UNLOGGED; ALTER TABLE claims_allowance SET (fillfactor = 50);"


class Migration(migrations.Migration):
    dependencies = [("claims", "0002_triggers")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION claims_write_parts(bigint[]);"),
        migrations.RunSQL(
            ALLOWANCES, "ALTER TABLE claims_allowance SET LOGGED; ALTER TABLE claims_allowance RESET (fillfactor);"
        ),
    ]
