"""Rules on what an import adds look once at all the rows of a statement; a rating is looked at where it changes."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from articles.operations import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0008_contradictions_by_change"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="importedreview",
            name="of_imported_verdict",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="verdict",
            name="on_standing_claim",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="verdict",
            name="rating_of_own_scale",
        ),
        AddTrigger(
            model_name="importedreview",
            trigger=pgtrigger.compiler.Trigger(
                name="of_imported_verdict",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF EXISTS (\n                        SELECT FROM new_lines AS line JOIN claims_verdict AS verdict ON verdict.id = line.verdict_id\n                        WHERE verdict.origin <> 'imported'\n                    ) THEN\n                        RAISE EXCEPTION 'Only an imported verdict has the document of another desk.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                            RETURN NULL;",
                    hash="7d980f5bfb64f9d77467bf2a78b38edac01f71ae",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_of_imported_verdict_ff01b",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_importedreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="on_standing_claim",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            PERFORM FROM claims_claim WHERE id IN (SELECT claim_id FROM new_lines) ORDER BY id FOR KEY SHARE;\n            IF EXISTS (\n                SELECT FROM new_lines AS line JOIN claims_claim AS claim ON claim.id = line.claim_id\n                WHERE claim.status = 'merged'\n            ) THEN\n                RAISE EXCEPTION 'This claim was merged into another: write the verdict on that one.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n                    RETURN NULL;",
                    hash="1af2764416d8f45acaa7aaeb962382baeadaec87",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_on_standing_claim_8ac35",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="begins_on_own_scale",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM new_lines AS line\n                JOIN claims_rating AS rating ON rating.id = line.rating_id\n                JOIN claims_ratingscale AS scale ON scale.id = rating.scale_id\n                WHERE scale.publisher_id <> line.publisher_id\n            ) THEN\n                RAISE EXCEPTION 'A verdict gives a rating from a scale of its own publisher.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n                    RETURN NULL;",
                    hash="d21d258f38c27f39890104886542c3a8471e8e6a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_begins_on_own_scale_ddedd",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="rating_of_own_scale",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT EXISTS (\n                SELECT 1 FROM claims_rating rating JOIN claims_ratingscale scale ON scale.id = rating.scale_id\n                WHERE rating.id = NEW.rating_id AND scale.publisher_id = NEW.publisher_id\n            ) THEN\n                RAISE EXCEPTION 'A verdict gives a rating from a scale of its own publisher.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="bdeaf9525134884bfdc98016006816caf236bd69",
                    operation='UPDATE OF "rating_id"',
                    pgid="pgtrigger_rating_of_own_scale_e57ca",
                    table="claims_verdict",
                    when="BEFORE",
                ),
            ),
        ),
    ]
