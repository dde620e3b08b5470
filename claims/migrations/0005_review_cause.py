"""What called for another look at a verdict: readers are told that, and not what the desk noted."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import articles.operations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_triggers"),
        ("claims", "0004_roles"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="verdict",
            name="published_is_frozen",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="verdict",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="verdict",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="verdict",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="verdict",
            name="review_cause",
            field=models.CharField(
                blank=True,
                choices=[
                    ("editor", "An editor"),
                    ("contradiction", "A contradiction that was opened again"),
                    ("reports", "Reports that were taken from the claim"),
                ],
                editable=False,
                max_length=13,
            ),
        ),
        migrations.AddField(
            model_name="verdictevent",
            name="review_cause",
            field=models.CharField(
                blank=True,
                choices=[
                    ("editor", "An editor"),
                    ("contradiction", "A contradiction that was opened again"),
                    ("reports", "Reports that were taken from the claim"),
                ],
                editable=False,
                max_length=13,
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="published_is_frozen",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"status\" IN ('published', 'superseded', 'withdrawn'))",
                    func="\n            IF (to_jsonb(NEW) - '{status,needs_review,review_cause,assignee_id,writers}'::text[]) IS DISTINCT FROM\n               (to_jsonb(OLD) - '{status,needs_review,review_cause,assignee_id,writers}'::text[]) THEN\n                RAISE EXCEPTION 'A published verdict is not changed: publish a correction that supersedes it.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            IF NEW.status <> OLD.status\n               AND NOT (OLD.status = 'published' AND NEW.status IN ('superseded', 'withdrawn')) THEN\n                RAISE EXCEPTION 'A published verdict can only be superseded or withdrawn.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="c7cb26c52f25a4f2601e0fb5764f2a1c1f226009",
                    operation="UPDATE",
                    pgid="pgtrigger_published_is_frozen_e83d7",
                    table="claims_verdict",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_verdictevent" ("assignee_id", "author_id", "body", "change_kind", "change_reason", "claim_id", "created_at", "edited_by_id", "headline", "id", "language", "needs_review", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_at", "publish_error", "published_at", "published_by_id", "publisher_id", "rating_id", "review_cause", "revision", "status", "submitted_at", "summary", "supersedes_id", "writers") SELECT new_values."assignee_id", new_values."author_id", new_values."body", new_values."change_kind", new_values."change_reason", new_values."claim_id", new_values."created_at", new_values."edited_by_id", new_values."headline", new_values."id", new_values."language", new_values."needs_review", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."publish_at", new_values."publish_error", new_values."published_at", new_values."published_by_id", new_values."publisher_id", new_values."rating_id", new_values."review_cause", new_values."revision", new_values."status", new_values."submitted_at", new_values."summary", new_values."supersedes_id", new_values."writers" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9c4b86e371a9210819b8c7e72fcb2606ae8d94d9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3cb73",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_verdictevent" ("assignee_id", "author_id", "body", "change_kind", "change_reason", "claim_id", "created_at", "edited_by_id", "headline", "id", "language", "needs_review", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_at", "publish_error", "published_at", "published_by_id", "publisher_id", "rating_id", "review_cause", "revision", "status", "submitted_at", "summary", "supersedes_id", "writers") VALUES (NEW."assignee_id", NEW."author_id", NEW."body", NEW."change_kind", NEW."change_reason", NEW."claim_id", NEW."created_at", NEW."edited_by_id", NEW."headline", NEW."id", NEW."language", NEW."needs_review", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."publish_at", NEW."publish_error", NEW."published_at", NEW."published_by_id", NEW."publisher_id", NEW."rating_id", NEW."review_cause", NEW."revision", NEW."status", NEW."submitted_at", NEW."summary", NEW."supersedes_id", NEW."writers"); RETURN NULL;',
                    hash="0de66ef2d55a704d829d4970224e74866b451349",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_05fe6",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_verdictevent" ("assignee_id", "author_id", "body", "change_kind", "change_reason", "claim_id", "created_at", "edited_by_id", "headline", "id", "language", "needs_review", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_at", "publish_error", "published_at", "published_by_id", "publisher_id", "rating_id", "review_cause", "revision", "status", "submitted_at", "summary", "supersedes_id", "writers") VALUES (OLD."assignee_id", OLD."author_id", OLD."body", OLD."change_kind", OLD."change_reason", OLD."claim_id", OLD."created_at", OLD."edited_by_id", OLD."headline", OLD."id", OLD."language", OLD."needs_review", OLD."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."publish_at", OLD."publish_error", OLD."published_at", OLD."published_by_id", OLD."publisher_id", OLD."rating_id", OLD."review_cause", OLD."revision", OLD."status", OLD."submitted_at", OLD."summary", OLD."supersedes_id", OLD."writers"); RETURN NULL;',
                    hash="a9e8a217d117f05bd98afcad31958909b30cf2fc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_83861",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("review_cause", ""), models.Q(("needs_review", ""), _negated=True), _connector="OR"
                ),
                name="verdict_cause_has_reason",
                violation_error_message="Say why the verdict must be looked at again.",
            ),
        ),
    ]
