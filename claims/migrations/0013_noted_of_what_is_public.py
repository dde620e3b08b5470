"""Of appearances, only those of accepted claims make public who says it and where."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

import articles.operations


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0012_noted"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="appearance",
            name="noted_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="appearance",
            name="noted_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="appearance",
            name="noted_delete",
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_positionappearance AS member ON member.appearance_id = lines.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT source_id FROM lines JOIN claims_claim AS claim ON claim.id = lines.claim_id AND claim.status = 'accepted'), FALSE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT article.publisher_id FROM lines JOIN claims_claim AS claim ON claim.id = lines.claim_id AND claim.status = 'accepted' JOIN articles_articleversion AS version ON version.id = lines.version_id JOIN articles_article AS article ON article.id = version.article_id), FALSE);\nRETURN NULL;",
                    hash="e1327d00261e25008e7f81b49a50ce75ad7d0801",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_bc982",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_positionappearance AS member ON member.appearance_id = lines.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT source_id FROM lines JOIN claims_claim AS claim ON claim.id = lines.claim_id AND claim.status = 'accepted'), FALSE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT article.publisher_id FROM lines JOIN claims_claim AS claim ON claim.id = lines.claim_id AND claim.status = 'accepted' JOIN articles_articleversion AS version ON version.id = lines.version_id JOIN articles_article AS article ON article.id = version.article_id), FALSE);\nRETURN NULL;",
                    hash="c52433cdb41721f4d48afa15d1e72cd6c1391e2b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_cfae7",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_positionappearance AS member ON member.appearance_id = lines.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT source_id FROM lines JOIN claims_claim AS claim ON claim.id = lines.claim_id AND claim.status = 'accepted'), FALSE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT article.publisher_id FROM lines JOIN claims_claim AS claim ON claim.id = lines.claim_id AND claim.status = 'accepted' JOIN articles_articleversion AS version ON version.id = lines.version_id JOIN articles_article AS article ON article.id = version.article_id), FALSE);\nRETURN NULL;",
                    hash="e01acefd6b43056fdfce7452cddaec148598a1ee",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_cb010",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
    ]
