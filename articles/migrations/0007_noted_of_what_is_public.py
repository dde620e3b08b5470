"""Of articles, only public ones make their publisher public."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

import articles.operations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_noted"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="noted_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="noted_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="noted_delete",
        ),
        articles.operations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('article', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines  UNION ALL SELECT copy.id FROM lines JOIN articles_article AS copy ON copy.copy_of_id = lines.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT publisher_id FROM lines WHERE is_public), FALSE);\nRETURN NULL;",
                    hash="24112f2357649a37507b42814e55d3c40e982f72",
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
                    func="PERFORM claims_note('article', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines  UNION ALL SELECT copy.id FROM lines JOIN articles_article AS copy ON copy.copy_of_id = lines.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT publisher_id FROM lines WHERE is_public), FALSE);\nRETURN NULL;",
                    hash="1905d2cc3795899e7492a0a2fbb959b3581b71c7",
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
                    func="PERFORM claims_note('article', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT lines.id FROM lines  UNION ALL SELECT copy.id FROM lines JOIN articles_article AS copy ON copy.copy_of_id = lines.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN articles_articleversion AS version ON version.article_id = lines.id JOIN claims_appearance AS seen ON seen.version_id = version.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT publisher_id FROM lines WHERE is_public), FALSE);\nRETURN NULL;",
                    hash="d9488c8dc74f5dafefabc3b6925710ce83cd75f4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_9cf7d",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
    ]
