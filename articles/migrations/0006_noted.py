"""A change of an article or publisher is noted for the records that show it."""

import pgtrigger.compiler
from django.db import migrations

import articles.operations


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_record_changes"), ("claims", "0011_what_is_seen")]

    operations = [
        articles.operations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('article', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines  UNION ALL SELECT copy.id FROM lines JOIN articles_article AS copy ON copy.copy_of_id = lines.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT publisher_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="884f8a65f9b487970c0dae597b3d38ae5953569c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_87416",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('article', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines  UNION ALL SELECT copy.id FROM lines JOIN articles_article AS copy ON copy.copy_of_id = lines.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT publisher_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="73c4e19375d8075842df9ca1487cfc78bea3aa14",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_b85e5",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('article', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT lines.id FROM lines  UNION ALL SELECT copy.id FROM lines JOIN articles_article AS copy ON copy.copy_of_id = lines.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT publisher_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="5eab1a5955a9edb4289937d4a66558c2bcf3fbad",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_9cf7d",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="articleversion",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('article', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT article_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="f593b1cdde9b1a6b1550bcecaaf63e5113ac8d62",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_d6323",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="articles_articleversion",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="articleversion",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('article', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT article_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="4d19ae0fa4d07833ac0ff17c344fdff509293b21",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_eb0d6",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="articles_articleversion",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="articleversion",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('article', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT article_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="b9fd0d794034c5421e2a02d46b2f8eef0c7026f9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_e0e10",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="articles_articleversion",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT scale.id FROM lines JOIN claims_ratingscale AS scale ON scale.publisher_id = lines.id), TRUE);\nPERFORM claims_note('article', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT article.id FROM lines JOIN articles_article AS article ON article.publisher_id = lines.id), TRUE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT record.id FROM lines JOIN claims_evidence AS record ON record.publisher_id = lines.id), TRUE);\nPERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT other.id FROM lines JOIN claims_verdict AS verdict ON verdict.publisher_id = lines.id JOIN claims_verdict AS other ON other.claim_id = verdict.claim_id UNION ALL SELECT cited.verdict_id FROM lines JOIN claims_evidence AS record ON record.publisher_id = lines.id JOIN claims_verdictevidence AS cited ON cited.evidence_id = record.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_verdict AS verdict ON verdict.publisher_id = lines.id UNION ALL SELECT seen.claim_id FROM lines JOIN articles_article AS article ON article.publisher_id = lines.id JOIN articles_articleversion AS version ON version.article_id = article.id JOIN claims_appearance AS seen ON seen.version_id = version.id UNION ALL SELECT verdict.claim_id FROM lines JOIN claims_evidence AS record ON record.publisher_id = lines.id JOIN claims_verdictevidence AS cited ON cited.evidence_id = record.id JOIN claims_verdict AS verdict ON verdict.id = cited.verdict_id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT part.contradiction_id FROM lines JOIN claims_part AS part ON part.publisher_id = lines.id UNION ALL SELECT attached.contradiction_id FROM lines JOIN claims_evidence AS record ON record.publisher_id = lines.id JOIN claims_contradictionevidence AS attached ON attached.evidence_id = record.id), TRUE);\nRETURN NULL;",
                    hash="b8df78a858fb01ecc7a216fa5a2dc5ad3dcf1aed",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_a7dda",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="articles_publisher",
                    when="AFTER",
                ),
            ),
        ),
    ]
