"""A change of a row is noted for the records of the API that show it."""

import pgtrigger.compiler
from django.db import migrations

import articles.operations


class Migration(migrations.Migration):
    dependencies = [("claims", "0011_what_is_seen"), ("articles", "0006_noted")]

    operations = [
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_positionappearance AS member ON member.appearance_id = lines.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT source_id FROM lines ), FALSE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT article.publisher_id FROM lines JOIN articles_articleversion AS version ON version.id = lines.version_id JOIN articles_article AS article ON article.id = version.article_id), FALSE);\nRETURN NULL;",
                    hash="2dd2ab84f68e242ba433a49421cce040a28973e0",
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
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_positionappearance AS member ON member.appearance_id = lines.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT source_id FROM lines ), FALSE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT article.publisher_id FROM lines JOIN articles_articleversion AS version ON version.id = lines.version_id JOIN articles_article AS article ON article.id = version.article_id), FALSE);\nRETURN NULL;",
                    hash="49153f2de3b94b193a252f5daff492d9fc9ee34a",
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
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_positionappearance AS member ON member.appearance_id = lines.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT source_id FROM lines ), FALSE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT article.publisher_id FROM lines JOIN articles_articleversion AS version ON version.id = lines.version_id JOIN articles_article AS article ON article.id = version.article_id), FALSE);\nRETURN NULL;",
                    hash="8f736ada5f3ceac93f5e3fc61477bd26ab95377d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_cb010",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT verdict.id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT answer.contradiction_id FROM lines JOIN claims_appearance AS seen ON seen.claim_id = lines.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT event_id FROM lines ), FALSE);\nPERFORM claims_note('topic', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT heading.topic_id FROM lines JOIN claims_claimtopic AS heading ON heading.claim_id = lines.id), FALSE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT seen.source_id FROM lines JOIN claims_appearance AS seen ON seen.claim_id = lines.id), FALSE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT article.publisher_id FROM lines JOIN claims_appearance AS seen ON seen.claim_id = lines.id JOIN articles_articleversion AS version ON version.id = seen.version_id JOIN articles_article AS article ON article.id = version.article_id UNION ALL SELECT verdict.publisher_id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id), FALSE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT cited.evidence_id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id JOIN claims_verdictevidence AS cited ON cited.verdict_id = verdict.id), FALSE);\nPERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT rating.scale_id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id JOIN claims_rating AS rating ON rating.id = rating_id), FALSE);\nRETURN NULL;",
                    hash="f1f4296e25c8d763d0dde344f500062c780a1922",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_8f604",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested' UNION ALL SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested' UNION ALL SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT verdict.id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested' UNION ALL SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT answer.contradiction_id FROM lines JOIN claims_appearance AS seen ON seen.claim_id = lines.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested' UNION ALL SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT event_id FROM lines ), FALSE);\nPERFORM claims_note('topic', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested' UNION ALL SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT heading.topic_id FROM lines JOIN claims_claimtopic AS heading ON heading.claim_id = lines.id), FALSE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested' UNION ALL SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT seen.source_id FROM lines JOIN claims_appearance AS seen ON seen.claim_id = lines.id), FALSE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested' UNION ALL SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT article.publisher_id FROM lines JOIN claims_appearance AS seen ON seen.claim_id = lines.id JOIN articles_articleversion AS version ON version.id = seen.version_id JOIN articles_article AS article ON article.id = version.article_id UNION ALL SELECT verdict.publisher_id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id), FALSE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested' UNION ALL SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT cited.evidence_id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id JOIN claims_verdictevidence AS cited ON cited.verdict_id = verdict.id), FALSE);\nPERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested' UNION ALL SELECT * FROM new_lines AS line WHERE status <> 'suggested') SELECT rating.scale_id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id JOIN claims_rating AS rating ON rating.id = rating_id), FALSE);\nRETURN NULL;",
                    hash="4685a18de530e24c877ec0e4c633253c452d1fd2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_a6f51",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested') SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested') SELECT verdict.id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested') SELECT answer.contradiction_id FROM lines JOIN claims_appearance AS seen ON seen.claim_id = lines.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested') SELECT event_id FROM lines ), FALSE);\nPERFORM claims_note('topic', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested') SELECT heading.topic_id FROM lines JOIN claims_claimtopic AS heading ON heading.claim_id = lines.id), FALSE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested') SELECT seen.source_id FROM lines JOIN claims_appearance AS seen ON seen.claim_id = lines.id), FALSE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested') SELECT article.publisher_id FROM lines JOIN claims_appearance AS seen ON seen.claim_id = lines.id JOIN articles_articleversion AS version ON version.id = seen.version_id JOIN articles_article AS article ON article.id = version.article_id UNION ALL SELECT verdict.publisher_id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id), FALSE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested') SELECT cited.evidence_id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id JOIN claims_verdictevidence AS cited ON cited.verdict_id = verdict.id), FALSE);\nPERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE status <> 'suggested') SELECT rating.scale_id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.id JOIN claims_rating AS rating ON rating.id = rating_id), FALSE);\nRETURN NULL;",
                    hash="a2a70d7dd8cbe610a2087f6c36b17a5b08222819",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_7f3e2",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimtopic",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('topic', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT topic_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="9a3a386468afb8d3a25f7953348991e8e95405dc",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_80942",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_claimtopic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimtopic",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('topic', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT topic_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="8685f740ee09f594e86d1a890ff1b4d9b5b09da4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_6ef00",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_claimtopic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimtopic",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('topic', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT topic_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="af73dab69da143a939fa1d08acd42728256451b5",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_2bb5d",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_claimtopic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN claims_position AS answer ON answer.contradiction_id = lines.id JOIN claims_positionappearance AS member ON member.position_id = answer.id JOIN claims_appearance AS seen ON seen.id = member.appearance_id), TRUE);\nPERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT event_id FROM lines  UNION ALL SELECT answer.event_id FROM lines JOIN claims_position AS answer ON answer.contradiction_id = lines.id), TRUE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT attached.evidence_id FROM lines JOIN claims_contradictionevidence AS attached ON attached.contradiction_id = lines.id), FALSE);\nRETURN NULL;",
                    hash="4f7e35aa1bcf349eb3e3650520be29ee53c36b83",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_99410",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN claims_position AS answer ON answer.contradiction_id = lines.id JOIN claims_positionappearance AS member ON member.position_id = answer.id JOIN claims_appearance AS seen ON seen.id = member.appearance_id), TRUE);\nPERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT event_id FROM lines  UNION ALL SELECT answer.event_id FROM lines JOIN claims_position AS answer ON answer.contradiction_id = lines.id), TRUE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT attached.evidence_id FROM lines JOIN claims_contradictionevidence AS attached ON attached.contradiction_id = lines.id), FALSE);\nRETURN NULL;",
                    hash="6a040ce10a12b9efbb30198d614b06a70873b21d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_2d44a",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN claims_position AS answer ON answer.contradiction_id = lines.id JOIN claims_positionappearance AS member ON member.position_id = answer.id JOIN claims_appearance AS seen ON seen.id = member.appearance_id), TRUE);\nPERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT event_id FROM lines  UNION ALL SELECT answer.event_id FROM lines JOIN claims_position AS answer ON answer.contradiction_id = lines.id), TRUE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT attached.evidence_id FROM lines JOIN claims_contradictionevidence AS attached ON attached.contradiction_id = lines.id), FALSE);\nRETURN NULL;",
                    hash="57025be6329c6d18bc66cf47541e29376aed0ee0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_90d63",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT contradiction_id FROM lines ), TRUE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT evidence_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="52a0737fbebbe9ab24fca900d6118570a9c107af",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_80990",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_contradictionevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT contradiction_id FROM lines ), TRUE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT evidence_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="6b34688bd0dd8b0c411cbc944f17df50cde64175",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_09e48",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_contradictionevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT contradiction_id FROM lines ), TRUE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT evidence_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="855dd8415142e5aaec33dab610dc70c2d7b557e8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_e7b69",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_contradictionevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT other.id FROM lines JOIN claims_verdict AS verdict ON verdict.id = lines.verdict_id JOIN claims_verdict AS other ON other.claim_id = verdict.claim_id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_verdict AS verdict ON verdict.id = lines.verdict_id), TRUE);\nRETURN NULL;",
                    hash="eda326e1b7222216439cc0ace335503c9a3a89c3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_03696",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_correction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT claim.id FROM lines JOIN claims_claim AS claim ON claim.event_id = lines.id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT question.id FROM lines JOIN claims_contradiction AS question ON question.event_id = lines.id UNION ALL SELECT answer.contradiction_id FROM lines JOIN claims_position AS answer ON answer.event_id = lines.id), TRUE);\nRETURN NULL;",
                    hash="ff2774e8ef53a27776aa4fbc5e176210e889cd4b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_a2298",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_event",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT event_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="788dbeb1a9f528110a69373720e41cb44ac9ac5d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_2e874",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_eventidentifier",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT event_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="c2555233b4b6cd1256ead464d3d4ac2e5f97791c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_a724d",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_eventidentifier",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT event_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="28e5638566a63bfce2d59f7e11de09b097f677ec",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_32bcb",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_eventidentifier",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT cited.verdict_id FROM lines JOIN claims_verdictevidence AS cited ON cited.evidence_id = lines.id JOIN claims_verdict AS verdict ON verdict.id = cited.verdict_id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_verdictevidence AS cited ON cited.evidence_id = lines.id JOIN claims_verdict AS verdict ON verdict.id = cited.verdict_id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT attached.contradiction_id FROM lines JOIN claims_contradictionevidence AS attached ON attached.evidence_id = lines.id), TRUE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT publisher_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="6c931a9c8a73007dc09692830ce82931dc7fe122",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_238f3",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_evidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN claims_appearance AS seen ON seen.id = lines.appearance_id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_positionappearance AS member ON member.appearance_id = lines.appearance_id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nRETURN NULL;",
                    hash="541724c5604f84f44d24ce5b8c28782c64ee0bab",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_dd425",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_measurement",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN claims_appearance AS seen ON seen.id = lines.appearance_id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_positionappearance AS member ON member.appearance_id = lines.appearance_id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nRETURN NULL;",
                    hash="9e280931e2f3dad5f6e19158ae67ecf04821a8eb",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_0f5e0",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_measurement",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN claims_appearance AS seen ON seen.id = lines.appearance_id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_positionappearance AS member ON member.appearance_id = lines.appearance_id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nRETURN NULL;",
                    hash="62333c07c56db1ccf4b6c001dd952f3d92a20b9f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_935e7",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_measurement",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="part",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT source_id FROM lines ), FALSE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT publisher_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="8b759a1408d7d91034f8dd0b163ba3439ade4741",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_f10d0",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_part",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="part",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT source_id FROM lines ), FALSE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT publisher_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="bfe26f04a61585c1ac152473ef4fb364c2af873c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_f1a39",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_part",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT contradiction_id FROM lines ), TRUE);\nPERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT event_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="04ca06a38b19af633bc8d4a13d931efa80903d88",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_20779",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_position",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT contradiction_id FROM lines ), TRUE);\nPERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT event_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="8f2134b40bf6740aafec822e826b1b0d5c1cfdfc",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_0b510",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_position",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT contradiction_id FROM lines ), TRUE);\nPERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT event_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="a7d841ce6dbb05243750c06915b3fee1aeb80194",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_44756",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_position",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="positionappearance",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_position AS answer ON answer.id = lines.position_id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN claims_appearance AS seen ON seen.id = lines.appearance_id), TRUE);\nRETURN NULL;",
                    hash="ec08f34251262fde50421588c2e9df7233901468",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_ae3c8",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_positionappearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="positionappearance",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_position AS answer ON answer.id = lines.position_id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN claims_appearance AS seen ON seen.id = lines.appearance_id), TRUE);\nRETURN NULL;",
                    hash="6ca9dc404e1d2a633fddc81089a1e2b0587b392c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_108d2",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_positionappearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="positionappearance",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_position AS answer ON answer.id = lines.position_id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN claims_appearance AS seen ON seen.id = lines.appearance_id), TRUE);\nRETURN NULL;",
                    hash="b45c7ff9286c65c2c630f6b026c74022e47cab69",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_5db0f",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_positionappearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT scale_id FROM lines ), TRUE);\nPERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.id FROM lines JOIN claims_verdict AS verdict ON verdict.rating_id = lines.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_verdict AS verdict ON verdict.rating_id = lines.id), TRUE);\nRETURN NULL;",
                    hash="272ea5380130c051bca7ab6a4c344ca35517692e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_7a888",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_rating",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT scale_id FROM lines ), TRUE);\nPERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.id FROM lines JOIN claims_verdict AS verdict ON verdict.rating_id = lines.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_verdict AS verdict ON verdict.rating_id = lines.id), TRUE);\nRETURN NULL;",
                    hash="4ff83c27e421c0b41dbd7929cef5d53ff5ed0595",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_8990a",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_rating",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT scale_id FROM lines ), TRUE);\nPERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT verdict.id FROM lines JOIN claims_verdict AS verdict ON verdict.rating_id = lines.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_verdict AS verdict ON verdict.rating_id = lines.id), TRUE);\nRETURN NULL;",
                    hash="108cc2a1ed80606e6935ca5e306ad9e552b699d0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_efa16",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_rating",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscale",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.id FROM lines JOIN claims_rating AS rating ON rating.scale_id = lines.id JOIN claims_verdict AS verdict ON verdict.rating_id = rating.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_rating AS rating ON rating.scale_id = lines.id JOIN claims_verdict AS verdict ON verdict.rating_id = rating.id), TRUE);\nRETURN NULL;",
                    hash="2cf1d242fda13d2dc17b3b0ebdbb728777ec8637",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_6904f",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_ratingscale",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscale",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.id FROM lines JOIN claims_rating AS rating ON rating.scale_id = lines.id JOIN claims_verdict AS verdict ON verdict.rating_id = rating.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_rating AS rating ON rating.scale_id = lines.id JOIN claims_verdict AS verdict ON verdict.rating_id = rating.id), TRUE);\nRETURN NULL;",
                    hash="2cfb2c88d63abbae033a5416df985b7f99f45c35",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_f7120",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_ratingscale",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscale",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT verdict.id FROM lines JOIN claims_rating AS rating ON rating.scale_id = lines.id JOIN claims_verdict AS verdict ON verdict.rating_id = rating.id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_rating AS rating ON rating.scale_id = lines.id JOIN claims_verdict AS verdict ON verdict.rating_id = rating.id), TRUE);\nRETURN NULL;",
                    hash="7f7779da296fc415996d4d46312645144de3270f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_33992",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_ratingscale",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rollcallvote",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT event_id FROM lines ), TRUE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT state_id FROM lines ), FALSE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT evidence_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="cc6f53b3d722b11dd44fe6cded24b1496b06730b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_602b7",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_rollcallvote",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rollcallvote",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT event_id FROM lines ), TRUE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT state_id FROM lines ), FALSE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT evidence_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="d76f39d4629bcefbfce3d50a1308e2f5b20eb588",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_36113",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_rollcallvote",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rollcallvote",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT event_id FROM lines ), TRUE);\nPERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT state_id FROM lines ), FALSE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT evidence_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="be8ddc7611b9676418ef0578446963d492fe080f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_854bd",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_rollcallvote",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT seen.claim_id FROM lines JOIN claims_appearance AS seen ON seen.source_id = lines.id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT answer.contradiction_id FROM lines JOIN claims_appearance AS seen ON seen.source_id = lines.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id), TRUE);\nPERFORM claims_note('event', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT vote.event_id FROM lines JOIN claims_rollcallvote AS vote ON vote.state_id = lines.id), TRUE);\nRETURN NULL;",
                    hash="5662cee23d9413adea62fb72848c193c3ed69b44",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_c16e9",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_source",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourcealias",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT source_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="efe4fee651f937919cc83df986a76b066318fbce",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_aaae9",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_sourcealias",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourcealias",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT source_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="4f3b75ba5a6142e513fb9802a57d23440ba16960",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_88add",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_sourcealias",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourcealias",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('source', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT source_id FROM lines ), TRUE);\nRETURN NULL;",
                    hash="4bf4af3038c0ea177811bd1be39aa5ff9fed2fa6",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_981b9",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_sourcealias",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('topic', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT lines.id FROM lines ), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT heading.claim_id FROM lines JOIN claims_claimtopic AS heading ON heading.topic_id = lines.id), TRUE);\nRETURN NULL;",
                    hash="f432658d6cba54e15cca9014e40bac6ea69b8aab",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_8e1ce",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_topic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE EXISTS (SELECT FROM old_lines AS was WHERE was.id = line.id AND (was.first_name, was.last_name) IS DISTINCT FROM (line.first_name, line.last_name)) UNION ALL SELECT * FROM new_lines AS line WHERE EXISTS (SELECT FROM old_lines AS was WHERE was.id = line.id AND (was.first_name, was.last_name) IS DISTINCT FROM (line.first_name, line.last_name))) SELECT verdict.id FROM lines JOIN claims_verdict AS verdict ON lines.id IN (verdict.author_id, verdict.published_by_id) UNION ALL SELECT other.id FROM lines JOIN claims_correction AS note ON note.made_by_id = lines.id JOIN claims_verdict AS verdict ON verdict.id = note.verdict_id JOIN claims_verdict AS other ON other.claim_id = verdict.claim_id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE EXISTS (SELECT FROM old_lines AS was WHERE was.id = line.id AND (was.first_name, was.last_name) IS DISTINCT FROM (line.first_name, line.last_name)) UNION ALL SELECT * FROM new_lines AS line WHERE EXISTS (SELECT FROM old_lines AS was WHERE was.id = line.id AND (was.first_name, was.last_name) IS DISTINCT FROM (line.first_name, line.last_name))) SELECT verdict.claim_id FROM lines JOIN claims_verdict AS verdict ON lines.id IN (verdict.author_id, verdict.published_by_id) UNION ALL SELECT verdict.claim_id FROM lines JOIN claims_correction AS note ON note.made_by_id = lines.id JOIN claims_verdict AS verdict ON verdict.id = note.verdict_id), TRUE);\nPERFORM claims_note('contradiction', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE EXISTS (SELECT FROM old_lines AS was WHERE was.id = line.id AND (was.first_name, was.last_name) IS DISTINCT FROM (line.first_name, line.last_name)) UNION ALL SELECT * FROM new_lines AS line WHERE EXISTS (SELECT FROM old_lines AS was WHERE was.id = line.id AND (was.first_name, was.last_name) IS DISTINCT FROM (line.first_name, line.last_name))) SELECT question.id FROM lines JOIN claims_contradiction AS question ON question.resolved_by_id = lines.id), TRUE);\nRETURN NULL;",
                    hash="7aba8793358184cd33555a7ff188428c05603b92",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_bf957",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_user",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE published_at IS NOT NULL) SELECT verdict.id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.claim_id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE published_at IS NOT NULL) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE published_at IS NOT NULL) SELECT publisher_id FROM lines ), FALSE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE published_at IS NOT NULL) SELECT cited.evidence_id FROM lines JOIN claims_verdictevidence AS cited ON cited.verdict_id = lines.id), FALSE);\nPERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE published_at IS NOT NULL) SELECT rating.scale_id FROM lines JOIN claims_rating AS rating ON rating.id = lines.rating_id), FALSE);\nRETURN NULL;",
                    hash="837603b32eec703fb021844617a612c1eeb373e9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_2dfb9",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE published_at IS NOT NULL UNION ALL SELECT * FROM new_lines AS line WHERE published_at IS NOT NULL) SELECT verdict.id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.claim_id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE published_at IS NOT NULL UNION ALL SELECT * FROM new_lines AS line WHERE published_at IS NOT NULL) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE published_at IS NOT NULL UNION ALL SELECT * FROM new_lines AS line WHERE published_at IS NOT NULL) SELECT publisher_id FROM lines ), FALSE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE published_at IS NOT NULL UNION ALL SELECT * FROM new_lines AS line WHERE published_at IS NOT NULL) SELECT cited.evidence_id FROM lines JOIN claims_verdictevidence AS cited ON cited.verdict_id = lines.id), FALSE);\nPERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE published_at IS NOT NULL UNION ALL SELECT * FROM new_lines AS line WHERE published_at IS NOT NULL) SELECT rating.scale_id FROM lines JOIN claims_rating AS rating ON rating.id = lines.rating_id), FALSE);\nRETURN NULL;",
                    hash="214fc209d88c1ae40d80aead88710a52c53368eb",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_2f2a6",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE published_at IS NOT NULL) SELECT verdict.id FROM lines JOIN claims_verdict AS verdict ON verdict.claim_id = lines.claim_id), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE published_at IS NOT NULL) SELECT claim_id FROM lines ), TRUE);\nPERFORM claims_note('publisher', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE published_at IS NOT NULL) SELECT publisher_id FROM lines ), FALSE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE published_at IS NOT NULL) SELECT cited.evidence_id FROM lines JOIN claims_verdictevidence AS cited ON cited.verdict_id = lines.id), FALSE);\nPERFORM claims_note('rating-scale', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE published_at IS NOT NULL) SELECT rating.scale_id FROM lines JOIN claims_rating AS rating ON rating.id = lines.rating_id), FALSE);\nRETURN NULL;",
                    hash="33f48efc1e308541d2ecd93c1f6bb3d672d32220",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_2b372",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict_id FROM lines ), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_verdict AS verdict ON verdict.id = lines.verdict_id), TRUE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM new_lines AS line WHERE TRUE) SELECT evidence_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="620bdb03f9e3f964c84637d4c1a1448cbc942ef7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_noted_insert_5e046",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_verdictevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict_id FROM lines ), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_verdict AS verdict ON verdict.id = lines.verdict_id), TRUE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE UNION ALL SELECT * FROM new_lines AS line WHERE TRUE) SELECT evidence_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="87d414da108fd01fa3eec991d9bea5bc7646b70c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_noted_update_dfde3",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_verdictevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="noted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_note('verdict', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT verdict_id FROM lines ), TRUE);\nPERFORM claims_note('claim', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT verdict.claim_id FROM lines JOIN claims_verdict AS verdict ON verdict.id = lines.verdict_id), TRUE);\nPERFORM claims_note('evidence', ARRAY(WITH lines AS (SELECT * FROM old_lines AS line WHERE TRUE) SELECT evidence_id FROM lines ), FALSE);\nRETURN NULL;",
                    hash="6c9cf5326bbecf96ae80a95d119683447cdff7a4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_noted_delete_0909c",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_verdictevidence",
                    when="AFTER",
                ),
            ),
        ),
    ]
