"""When readers could see a contradiction first, and when its status changed: from its history for those there are."""

import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import articles.operations

HISTORY = """
UPDATE claims_contradiction AS question
SET opened_at = seen.opened_at, changed_at = seen.changed_at
FROM (
    SELECT
        line.pgh_obj_id AS id,
        min(line.pgh_created_at) FILTER (WHERE line.status IN ('open', 'under_review', 'resolved')) AS opened_at,
        max(line.pgh_created_at) FILTER (WHERE line.status IS DISTINCT FROM line.was) AS changed_at
    FROM (
        SELECT *, lag(status) OVER (PARTITION BY pgh_obj_id ORDER BY pgh_id) AS was FROM claims_contradictionevent
    ) AS line
    GROUP BY line.pgh_obj_id
) AS seen
WHERE seen.id = question.id
"""


def _from_history(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    # Nobody changed anything, so there is nothing to note.
    with pgtrigger.ignore(), schema_editor.connection.cursor() as cursor:
        cursor.execute(HISTORY)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0006_imported_sites"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="contradiction",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contradiction",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contradiction",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="contradiction",
            name="changed_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now,
                editable=False,
                help_text="When its status changed; a trigger's",
            ),
        ),
        migrations.AddField(
            model_name="contradiction",
            name="opened_at",
            field=models.DateTimeField(
                editable=False,
                help_text="When readers could see it first; a trigger's, empty where they never could",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="contradictionevent",
            name="changed_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now,
                editable=False,
                help_text="When its status changed; a trigger's",
            ),
        ),
        migrations.AddField(
            model_name="contradictionevent",
            name="opened_at",
            field=models.DateTimeField(
                editable=False,
                help_text="When readers could see it first; a trigger's, empty where they never could",
                null=True,
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="keeps_its_days",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF TG_OP = 'UPDATE' THEN\n                        NEW.opened_at = COALESCE(OLD.opened_at, NEW.opened_at);\n                        IF NEW.status <> OLD.status THEN\n                            NEW.changed_at = statement_timestamp();\n                        END IF;\n                    END IF;\n                    IF NEW.status IN ('open', 'under_review', 'resolved') THEN\n                        NEW.opened_at = COALESCE(NEW.opened_at, statement_timestamp());\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="0ee2c7bf40c6f0e443e788b4b0cabd7c294c3dcd",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_keeps_its_days_ab4cb",
                    table="claims_contradiction",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_contradictionevent" ("assignee_id", "changed_at", "event_id", "explanation", "fingerprint", "found_at", "gate", "id", "kind", "opened_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "reopened_reason", "resolution", "resolution_note", "resolved_at", "resolved_by_id", "rule", "score", "status", "suggested_resolution") SELECT new_values."assignee_id", new_values."changed_at", new_values."event_id", new_values."explanation", new_values."fingerprint", new_values."found_at", new_values."gate", new_values."id", new_values."kind", new_values."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."question", new_values."reopened_reason", new_values."resolution", new_values."resolution_note", new_values."resolved_at", new_values."resolved_by_id", new_values."rule", new_values."score", new_values."status", new_values."suggested_resolution" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9bd17ff7a7e4622beda28ddd0427a9eff0f1e152",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8b4be",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_contradictionevent" ("assignee_id", "changed_at", "event_id", "explanation", "fingerprint", "found_at", "gate", "id", "kind", "opened_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "reopened_reason", "resolution", "resolution_note", "resolved_at", "resolved_by_id", "rule", "score", "status", "suggested_resolution") VALUES (NEW."assignee_id", NEW."changed_at", NEW."event_id", NEW."explanation", NEW."fingerprint", NEW."found_at", NEW."gate", NEW."id", NEW."kind", NEW."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."question", NEW."reopened_reason", NEW."resolution", NEW."resolution_note", NEW."resolved_at", NEW."resolved_by_id", NEW."rule", NEW."score", NEW."status", NEW."suggested_resolution"); RETURN NULL;',
                    hash="1992cfb91a6ac6370ee3cbcc5c11130f3e1cf78e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_54ad3",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_contradictionevent" ("assignee_id", "changed_at", "event_id", "explanation", "fingerprint", "found_at", "gate", "id", "kind", "opened_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "reopened_reason", "resolution", "resolution_note", "resolved_at", "resolved_by_id", "rule", "score", "status", "suggested_resolution") VALUES (OLD."assignee_id", OLD."changed_at", OLD."event_id", OLD."explanation", OLD."fingerprint", OLD."found_at", OLD."gate", OLD."id", OLD."kind", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."question", OLD."reopened_reason", OLD."resolution", OLD."resolution_note", OLD."resolved_at", OLD."resolved_by_id", OLD."rule", OLD."score", OLD."status", OLD."suggested_resolution"); RETURN NULL;',
                    hash="48a7f4e2ed29514257296bc1911f51e953694a07",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_26885",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunPython(_from_history, migrations.RunPython.noop, elidable=True),
    ]
