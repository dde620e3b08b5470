"""The rules that the tables keep and the history that they write: see `triggers` of each model's Meta."""

import pgtrigger.compiler
from django.db import migrations

import articles.operations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_triggers"),
        ("claims", "0001_initial"),
    ]

    operations = [
        articles.operations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="13636e717018507420a86ee138eec85dbfc87b92",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1a2ce",
                    table="claims_message",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rejectionreason",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_rejectionreasonevent" ("description", "id", "is_retired", "name", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."description", new_values."id", new_values."is_retired", new_values."name", new_values."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8792a30f920cac3e4de1181e396a0e503b5a818d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4befe",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_rejectionreason",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rejectionreason",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_rejectionreasonevent" ("description", "id", "is_retired", "name", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."description", NEW."id", NEW."is_retired", NEW."name", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="fbca0e6eb9f25a3546af591c0537cd78e3dd590d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_13794",
                    table="claims_rejectionreason",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rejectionreason",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_rejectionreasonevent" ("description", "id", "is_retired", "name", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."description", OLD."id", OLD."is_retired", OLD."name", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="6190c4aef3a4ba16562231609e7d1bb899cd376c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2fc47",
                    table="claims_rejectionreason",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_topicevent" ("description", "id", "is_retired", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "wikidata_id") SELECT new_values."description", new_values."id", new_values."is_retired", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."slug", new_values."wikidata_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f276c9aefeb00ffb9a8d0490661c58ec8f7ecb06",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5f998",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_topic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_topicevent" ("description", "id", "is_retired", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "wikidata_id") VALUES (NEW."description", NEW."id", NEW."is_retired", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."wikidata_id"); RETURN NULL;',
                    hash="0072256e5ddbfcc65f9c4d1c54dd532bf3612255",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_010ac",
                    table="claims_topic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_topicevent" ("description", "id", "is_retired", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "wikidata_id") VALUES (OLD."description", OLD."id", OLD."is_retired", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."wikidata_id"); RETURN NULL;',
                    hash="7ca10b5c01de96dee3a7408fa95deec58980d0d9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a32b8",
                    table="claims_topic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) OR EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="9a27418ae04d991f25822021280fef0a223f961b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_e7f1f",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_topic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="word",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="cc82e4a479ce8b8739352b685633fe3e06bfe5cc",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_3cafe",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_word",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="word",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="2307c58097a94b0cf23cb34185fb7b6320e93440",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_6557e",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_word",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_service", "is_staff", "is_superuser", "last_name", "notices", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortcuts", "shortcuts_on", "username") SELECT new_values."date_joined", new_values."email", new_values."first_name", new_values."id", new_values."is_active", new_values."is_service", new_values."is_staff", new_values."is_superuser", new_values."last_name", new_values."notices", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."shortcuts", new_values."shortcuts_on", new_values."username" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0f4a85876064a02e2697d8cf269d7b5ac0f085aa",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_822fa",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_user",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."date_joined" IS DISTINCT FROM (NEW."date_joined") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_service" IS DISTINCT FROM (NEW."is_service") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."notices" IS DISTINCT FROM (NEW."notices") OR OLD."shortcuts" IS DISTINCT FROM (NEW."shortcuts") OR OLD."shortcuts_on" IS DISTINCT FROM (NEW."shortcuts_on") OR OLD."username" IS DISTINCT FROM (NEW."username"))',
                    func='INSERT INTO "claims_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_service", "is_staff", "is_superuser", "last_name", "notices", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortcuts", "shortcuts_on", "username") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_service", NEW."is_staff", NEW."is_superuser", NEW."last_name", NEW."notices", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."shortcuts", NEW."shortcuts_on", NEW."username"); RETURN NULL;',
                    hash="e689d956c005de0aebf9ada01eb94705f766e2ef",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_955a1",
                    table="claims_user",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_service", "is_staff", "is_superuser", "last_name", "notices", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shortcuts", "shortcuts_on", "username") VALUES (OLD."date_joined", OLD."email", OLD."first_name", OLD."id", OLD."is_active", OLD."is_service", OLD."is_staff", OLD."is_superuser", OLD."last_name", OLD."notices", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."shortcuts", OLD."shortcuts_on", OLD."username"); RETURN NULL;',
                    hash="a4d88e47d1e9bda5cd56c1dd383eb3f5c509f36f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b8837",
                    table="claims_user",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM old_lines AS was WHERE was.id = line.id AND (was.first_name, was.last_name) IS DISTINCT FROM (line.first_name, line.last_name))) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM old_lines AS was WHERE was.id = line.id AND (was.first_name, was.last_name) IS DISTINCT FROM (line.first_name, line.last_name))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="1a8328f316fcec27c99282f2f687a0adc53781e8",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_a62f2",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_user",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="apikey",
            trigger=pgtrigger.compiler.Trigger(
                name="made_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."prefix" IS DISTINCT FROM (NEW."prefix") OR OLD."secret_sha256" IS DISTINCT FROM (NEW."secret_sha256") OR OLD."scopes" IS DISTINCT FROM (NEW."scopes") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4e03dad62bd1d47fb53e2620d4ebb73e13cd2903",
                    operation="UPDATE",
                    pgid="pgtrigger_made_once_34b37",
                    table="claims_apikey",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="apikey",
            trigger=pgtrigger.compiler.Trigger(
                name="revoked_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.revoked_at IS NOT NULL AND (NEW.revoked_at, NEW.revoked_by_id) IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_by_id))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4edf91ea270abd7d83c187b103af423df920edc5",
                    operation="UPDATE",
                    pgid="pgtrigger_revoked_for_good_07212",
                    table="claims_apikey",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="apikey",
            trigger=pgtrigger.compiler.Trigger(
                name="kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="24234abc0f8df3ed6455931268ace97cdd5059de",
                    operation="DELETE",
                    pgid="pgtrigger_kept_53f3e",
                    table="claims_apikey",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="apikey",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_apikeyevent" ("created_at", "created_by_id", "expires_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revoked_at", "revoked_by_id", "scopes", "user_id") SELECT new_values."created_at", new_values."created_by_id", new_values."expires_at", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."prefix", new_values."revoked_at", new_values."revoked_by_id", new_values."scopes", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d6b472effd6a710e75976d9e5fb77b2e45986ccf",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7da2f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_apikey",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="apikey",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."prefix" IS DISTINCT FROM (NEW."prefix") OR OLD."revoked_at" IS DISTINCT FROM (NEW."revoked_at") OR OLD."revoked_by_id" IS DISTINCT FROM (NEW."revoked_by_id") OR OLD."scopes" IS DISTINCT FROM (NEW."scopes") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                    func='INSERT INTO "claims_apikeyevent" ("created_at", "created_by_id", "expires_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revoked_at", "revoked_by_id", "scopes", "user_id") VALUES (NEW."created_at", NEW."created_by_id", NEW."expires_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."prefix", NEW."revoked_at", NEW."revoked_by_id", NEW."scopes", NEW."user_id"); RETURN NULL;',
                    hash="17732ce262e0b9135dd219e4c57d12d899570cf7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_638fb",
                    table="claims_apikey",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="apikey",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_apikeyevent" ("created_at", "created_by_id", "expires_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revoked_at", "revoked_by_id", "scopes", "user_id") VALUES (OLD."created_at", OLD."created_by_id", OLD."expires_at", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."prefix", OLD."revoked_at", OLD."revoked_by_id", OLD."scopes", OLD."user_id"); RETURN NULL;',
                    hash="5f4e55e54dfb360d853c245806548a1452e81ca1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_db2eb",
                    table="claims_apikey",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="apikeyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cef228d415290df3b1b65f2207be20cfbbbcb0a9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2ef84",
                    table="claims_apikeyevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="312b73a7334e96db17f64c4c172b6bbf40472e46",
                    operation="DELETE",
                    pgid="pgtrigger_kept_46703",
                    table="claims_comment",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="said_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."content_type_id" IS DISTINCT FROM (NEW."content_type_id") OR OLD."object_id" IS DISTINCT FROM (NEW."object_id") OR OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."field" IS DISTINCT FROM (NEW."field") OR OLD."quote" IS DISTINCT FROM (NEW."quote") OR OLD."start" IS DISTINCT FROM (NEW."start") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a7ccd51312c77a4b69625737be56a0fb03fa51cb",
                    operation="UPDATE",
                    pgid="pgtrigger_said_once_86bb8",
                    table="claims_comment",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_commentevent" ("author_id", "content_type_id", "created_at", "field", "id", "object_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "resolved_at", "resolved_by_id", "start", "text") SELECT new_values."author_id", new_values."content_type_id", new_values."created_at", new_values."field", new_values."id", new_values."object_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."quote", new_values."resolved_at", new_values."resolved_by_id", new_values."start", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bd0d549f0b77538ea7a76ee7060f26f097cd4fd3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3b7ba",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_comment",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_commentevent" ("author_id", "content_type_id", "created_at", "field", "id", "object_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "resolved_at", "resolved_by_id", "start", "text") VALUES (NEW."author_id", NEW."content_type_id", NEW."created_at", NEW."field", NEW."id", NEW."object_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."quote", NEW."resolved_at", NEW."resolved_by_id", NEW."start", NEW."text"); RETURN NULL;',
                    hash="916c25795053d9cebbb1b4c5ae98cbe5bc8b59c6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e1935",
                    table="claims_comment",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_commentevent" ("author_id", "content_type_id", "created_at", "field", "id", "object_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "resolved_at", "resolved_by_id", "start", "text") VALUES (OLD."author_id", OLD."content_type_id", OLD."created_at", OLD."field", OLD."id", OLD."object_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."quote", OLD."resolved_at", OLD."resolved_by_id", OLD."start", OLD."text"); RETURN NULL;',
                    hash="71bb111df593fdd909d0d4deccf098df2e611505",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e4a2e",
                    table="claims_comment",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="commentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7eaa01be7d352355a3e5d10cb04be5011d7aad61",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7946c",
                    table="claims_commentevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="errorreport",
            trigger=pgtrigger.compiler.Trigger(
                name="kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="4e58ed3abfcfcaef7ef615852248849cf28ef9c1",
                    operation="DELETE",
                    pgid="pgtrigger_kept_0c013",
                    table="claims_errorreport",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="errorreport",
            trigger=pgtrigger.compiler.Trigger(
                name="said_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."page" IS DISTINCT FROM (NEW."page") OR OLD."content_type_id" IS DISTINCT FROM (NEW."content_type_id") OR OLD."object_id" IS DISTINCT FROM (NEW."object_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."evidence_url" IS DISTINCT FROM (NEW."evidence_url") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1eeee8e351fa02d471edec0433a6f5394945872c",
                    operation="UPDATE",
                    pgid="pgtrigger_said_once_25ad1",
                    table="claims_errorreport",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="errorreport",
            trigger=pgtrigger.compiler.Trigger(
                name="contact_only_cleared",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF (NEW.name, NEW.email) IS DISTINCT FROM (OLD.name, OLD.email)\n                       AND (NEW.name, NEW.email) <> ('', '') THEN\n                        RAISE EXCEPTION 'Whom a report is from is taken out, and never written anew.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="02f1f94c6ea3188358fd39f562e8a895e9fbda5f",
                    operation='UPDATE OF "name", "email"',
                    pgid="pgtrigger_contact_only_cleared_a14e7",
                    table="claims_errorreport",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="errorreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_errorreportevent" ("answer", "assignee_id", "content_type_id", "created_at", "evidence_url", "id", "language", "object_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "settled_at", "state", "text", "written_to") SELECT new_values."answer", new_values."assignee_id", new_values."content_type_id", new_values."created_at", new_values."evidence_url", new_values."id", new_values."language", new_values."object_id", new_values."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reference", new_values."settled_at", new_values."state", new_values."text", new_values."written_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="124a1f2ccd9e4b22aea0a4dfb9377c01fee3eec1",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2c83c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_errorreport",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="errorreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."assignee_id" IS DISTINCT FROM (NEW."assignee_id") OR OLD."content_type_id" IS DISTINCT FROM (NEW."content_type_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."evidence_url" IS DISTINCT FROM (NEW."evidence_url") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."object_id" IS DISTINCT FROM (NEW."object_id") OR OLD."page" IS DISTINCT FROM (NEW."page") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."settled_at" IS DISTINCT FROM (NEW."settled_at") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."written_to" IS DISTINCT FROM (NEW."written_to"))',
                    func='INSERT INTO "claims_errorreportevent" ("answer", "assignee_id", "content_type_id", "created_at", "evidence_url", "id", "language", "object_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "settled_at", "state", "text", "written_to") VALUES (NEW."answer", NEW."assignee_id", NEW."content_type_id", NEW."created_at", NEW."evidence_url", NEW."id", NEW."language", NEW."object_id", NEW."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reference", NEW."settled_at", NEW."state", NEW."text", NEW."written_to"); RETURN NULL;',
                    hash="609ce3613cc6cc7a285e7754be306e9beeeb2413",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8f4dc",
                    table="claims_errorreport",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="errorreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_errorreportevent" ("answer", "assignee_id", "content_type_id", "created_at", "evidence_url", "id", "language", "object_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "settled_at", "state", "text", "written_to") VALUES (OLD."answer", OLD."assignee_id", OLD."content_type_id", OLD."created_at", OLD."evidence_url", OLD."id", OLD."language", OLD."object_id", OLD."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reference", OLD."settled_at", OLD."state", OLD."text", OLD."written_to"); RETURN NULL;',
                    hash="3548310f872d914aa5b8b1f991406e61d3e3af4c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6968b",
                    table="claims_errorreport",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="errorreportevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="62a5f1e3e6e9866513db4a126bd706665eb26e5a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_20960",
                    table="claims_errorreportevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="merged_in_one_hop",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."merged_into_id" IS NOT NULL)',
                    declare="DECLARE further bigint;",
                    func="\n            -- The lock makes two merges at one moment wait for each other; the second then sees what the first did.\n            SELECT merged_into_id INTO further FROM claims_event WHERE id = NEW.merged_into_id FOR KEY SHARE;\n            IF further IS NOT NULL THEN\n                RAISE EXCEPTION 'That was merged itself: choose what it was merged into.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            IF EXISTS (SELECT 1 FROM claims_event WHERE merged_into_id = NEW.id) THEN\n                RAISE EXCEPTION 'Others were merged into this: they move first.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="941ecb7d46789699b260846d3d8299e97103d5f5",
                    operation='INSERT OR UPDATE OF "merged_into_id"',
                    pgid="pgtrigger_merged_in_one_hop_01b7d",
                    table="claims_event",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_eventevent" ("body", "created_at", "date", "date_precision", "id", "is_confirmed", "kind", "membership", "merged_into_id", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "sponsors", "terms", "title") SELECT new_values."body", new_values."created_at", new_values."date", new_values."date_precision", new_values."id", new_values."is_confirmed", new_values."kind", new_values."membership", new_values."merged_into_id", new_values."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."place", new_values."sponsors", new_values."terms", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4abfb5d7d4101299d5a94863558ff1261fc643e6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b3c93",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_event",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_eventevent" ("body", "created_at", "date", "date_precision", "id", "is_confirmed", "kind", "membership", "merged_into_id", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "sponsors", "terms", "title") VALUES (NEW."body", NEW."created_at", NEW."date", NEW."date_precision", NEW."id", NEW."is_confirmed", NEW."kind", NEW."membership", NEW."merged_into_id", NEW."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."sponsors", NEW."terms", NEW."title"); RETURN NULL;',
                    hash="913e1fd1845d505e7ad269c8ea699f1893381f75",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_46be8",
                    table="claims_event",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_eventevent" ("body", "created_at", "date", "date_precision", "id", "is_confirmed", "kind", "membership", "merged_into_id", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "sponsors", "terms", "title") VALUES (OLD."body", OLD."created_at", OLD."date", OLD."date_precision", OLD."id", OLD."is_confirmed", OLD."kind", OLD."membership", OLD."merged_into_id", OLD."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."sponsors", OLD."terms", OLD."title"); RETURN NULL;',
                    hash="69b81bd0a97fa6d0efeae716a72161a969a1e52e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_57e56",
                    table="claims_event",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE event_id = line.id AND status = 'accepted') OR EXISTS (SELECT FROM claims_contradiction WHERE event_id = line.id AND status IN ('open', 'under_review', 'resolved')) OR EXISTS (SELECT FROM claims_position WHERE event_id = line.id)) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE event_id = line.id AND status = 'accepted') OR EXISTS (SELECT FROM claims_contradiction WHERE event_id = line.id AND status IN ('open', 'under_review', 'resolved')) OR EXISTS (SELECT FROM claims_position WHERE event_id = line.id)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="27c3df4d60f41000d23f1dfd8bbd2aa1c5a89fac",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_93d8c",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_event",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1df309765d9ebf5c4aa24fff93c689927e79ce30",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_99da2",
                    table="claims_contradictionevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="75f8fdafa738602e13afd15a2075c2d9661856f7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_93242",
                    table="claims_eventevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="follows_merges",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kept bigint; moved boolean DEFAULT TRUE;",
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                moved = NEW.event_id IS DISTINCT FROM OLD.event_id;\n            END IF;\n            IF moved AND NEW.event_id IS NOT NULL THEN\n                SELECT merged_into_id INTO kept FROM claims_event WHERE id = NEW.event_id FOR KEY SHARE;\n                NEW.event_id = COALESCE(kept, NEW.event_id);\n            END IF;\n         RETURN NEW;",
                    hash="eea4709e66807cb972b8f09a34a6b4269c852cc9",
                    operation='INSERT OR UPDATE OF "event_id"',
                    pgid="pgtrigger_follows_merges_890f3",
                    table="claims_eventidentifier",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_eventidentifierevent" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") SELECT new_values."event_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ee7824552209f385905a39c8feda6f0916f716de",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1fbb4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_eventidentifier",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_eventidentifierevent" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."value"); RETURN NULL;',
                    hash="642ebd1fd27a1ada9ec0fc09f9be0049075db696",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2d1b1",
                    table="claims_eventidentifier",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_eventidentifierevent" ("event_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (OLD."event_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."value"); RETURN NULL;',
                    hash="585aa778297649b8cfb9e4596668dd489faa486e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9a0fc",
                    table="claims_eventidentifier",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE event_id = line.event_id AND status = 'accepted') OR EXISTS (SELECT FROM claims_contradiction WHERE event_id = line.event_id AND status IN ('open', 'under_review', 'resolved')) OR EXISTS (SELECT FROM claims_position WHERE event_id = line.event_id)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="2889507f27dbf3d1a03b03d8083b9346136c825a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_60b28",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_eventidentifier",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE event_id = line.event_id AND status = 'accepted') OR EXISTS (SELECT FROM claims_contradiction WHERE event_id = line.event_id AND status IN ('open', 'under_review', 'resolved')) OR EXISTS (SELECT FROM claims_position WHERE event_id = line.event_id)) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE event_id = line.event_id AND status = 'accepted') OR EXISTS (SELECT FROM claims_contradiction WHERE event_id = line.event_id AND status IN ('open', 'under_review', 'resolved')) OR EXISTS (SELECT FROM claims_position WHERE event_id = line.event_id)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="b0d4d4beec9de6aa74de1f03f313699a579e68ee",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_0f816",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_eventidentifier",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventidentifier",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE event_id = line.event_id AND status = 'accepted') OR EXISTS (SELECT FROM claims_contradiction WHERE event_id = line.event_id AND status IN ('open', 'under_review', 'resolved')) OR EXISTS (SELECT FROM claims_position WHERE event_id = line.event_id)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="d5740530f0c05844c710435dd4e7df3718815786",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_14edd",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_eventidentifier",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="eventidentifierevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="37b95b122fd7897f0bf34b4285fa07368cfa542a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a7230",
                    table="claims_eventidentifierevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_once_cited",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF EXISTS (\n                        SELECT 1 FROM claims_verdictevidence cited\n                        JOIN claims_verdict verdict ON verdict.id = cited.verdict_id\n                        WHERE cited.evidence_id = OLD.id AND verdict.status NOT IN ('draft', 'submitted')\n                    ) THEN\n                        RAISE EXCEPTION 'Evidence % is cited by a published verdict and can no longer be changed.',\n                            OLD.id USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    -- While a verdict waits, its evidence may be archived better, but not become another document.\n                    IF TG_OP = 'UPDATE' AND (NEW.kind, NEW.title, NEW.url, NEW.quote, NEW.locator, NEW.publisher_id)\n                       IS DISTINCT FROM (OLD.kind, OLD.title, OLD.url, OLD.quote, OLD.locator, OLD.publisher_id)\n                       AND EXISTS (\n                        SELECT 1 FROM claims_verdictevidence cited\n                        JOIN claims_verdict verdict ON verdict.id = cited.verdict_id\n                        WHERE cited.evidence_id = OLD.id AND verdict.status = 'submitted'\n                    ) THEN\n                        RAISE EXCEPTION 'Evidence % is cited by a submitted verdict: send that back to change it.',\n                            OLD.id USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                    RETURN NEW;\n                ",
                    hash="a736935d0553dd05378036b1360469125e3e7f8e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_frozen_once_cited_e279f",
                    table="claims_evidence",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_evidenceevent" ("archive_exception", "archive_url", "id", "kind", "language", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher_id", "quote", "retrieved_at", "sha256", "title", "url") SELECT new_values."archive_exception", new_values."archive_url", new_values."id", new_values."kind", new_values."language", new_values."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."publisher_id", new_values."quote", new_values."retrieved_at", new_values."sha256", new_values."title", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="07f15e468e724a0031cd9332ed48d2cd2604ed52",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d2960",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_evidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_evidenceevent" ("archive_exception", "archive_url", "id", "kind", "language", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher_id", "quote", "retrieved_at", "sha256", "title", "url") VALUES (NEW."archive_exception", NEW."archive_url", NEW."id", NEW."kind", NEW."language", NEW."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."publisher_id", NEW."quote", NEW."retrieved_at", NEW."sha256", NEW."title", NEW."url"); RETURN NULL;',
                    hash="069bd4eccdb0a84c4c74bca986f7f9f095bfb2cf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0cf54",
                    table="claims_evidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_evidenceevent" ("archive_exception", "archive_url", "id", "kind", "language", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher_id", "quote", "retrieved_at", "sha256", "title", "url") VALUES (OLD."archive_exception", OLD."archive_url", OLD."id", OLD."kind", OLD."language", OLD."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."publisher_id", OLD."quote", OLD."retrieved_at", OLD."sha256", OLD."title", OLD."url"); RETURN NULL;',
                    hash="67f76b9dc03626f550000b1522dcbf70a446f64b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_26a0f",
                    table="claims_evidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) OR EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="f5fa779179fe3480b3add40e14543fcef7b178f2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_7e617",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_evidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="follows_merges",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kept bigint; moved boolean DEFAULT TRUE;",
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                moved = NEW.event_id IS DISTINCT FROM OLD.event_id;\n            END IF;\n            IF moved AND NEW.event_id IS NOT NULL THEN\n                SELECT merged_into_id INTO kept FROM claims_event WHERE id = NEW.event_id FOR KEY SHARE;\n                NEW.event_id = COALESCE(kept, NEW.event_id);\n            END IF;\n         RETURN NEW;",
                    hash="b4c05369f036950fc03c19b6250f209af1e45074",
                    operation='INSERT OR UPDATE OF "event_id"',
                    pgid="pgtrigger_follows_merges_2c06b",
                    table="claims_contradiction",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="error_names_position",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"resolution\" = 'source_error')",
                    constraint="CONSTRAINT",
                    func="\n                    IF EXISTS (\n                        SELECT 1 FROM claims_contradiction WHERE id = NEW.id AND resolution = 'source_error'\n                    ) AND NOT EXISTS (\n                        SELECT 1 FROM claims_position WHERE contradiction_id = NEW.id AND is_at_fault\n                    ) THEN\n                        RAISE EXCEPTION 'A source error names the position that is in error.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NULL;\n                ",
                    hash="ec31293ba10a40e6f41923134ce68314bb083862",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_error_names_position_50200",
                    table="claims_contradiction",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_contradictionevent" ("assignee_id", "event_id", "explanation", "fingerprint", "found_at", "gate", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "reopened_reason", "resolution", "resolution_note", "resolved_at", "resolved_by_id", "rule", "score", "status", "suggested_resolution") SELECT new_values."assignee_id", new_values."event_id", new_values."explanation", new_values."fingerprint", new_values."found_at", new_values."gate", new_values."id", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."question", new_values."reopened_reason", new_values."resolution", new_values."resolution_note", new_values."resolved_at", new_values."resolved_by_id", new_values."rule", new_values."score", new_values."status", new_values."suggested_resolution" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="098c977caff23fb0f625cbde1141ab38babe67c2",
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
                    func='INSERT INTO "claims_contradictionevent" ("assignee_id", "event_id", "explanation", "fingerprint", "found_at", "gate", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "reopened_reason", "resolution", "resolution_note", "resolved_at", "resolved_by_id", "rule", "score", "status", "suggested_resolution") VALUES (NEW."assignee_id", NEW."event_id", NEW."explanation", NEW."fingerprint", NEW."found_at", NEW."gate", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."question", NEW."reopened_reason", NEW."resolution", NEW."resolution_note", NEW."resolved_at", NEW."resolved_by_id", NEW."rule", NEW."score", NEW."status", NEW."suggested_resolution"); RETURN NULL;',
                    hash="47c8e26740292a043134338ad72c028f0276105d",
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
                    func='INSERT INTO "claims_contradictionevent" ("assignee_id", "event_id", "explanation", "fingerprint", "found_at", "gate", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "reopened_reason", "resolution", "resolution_note", "resolved_at", "resolved_by_id", "rule", "score", "status", "suggested_resolution") VALUES (OLD."assignee_id", OLD."event_id", OLD."explanation", OLD."fingerprint", OLD."found_at", OLD."gate", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."question", OLD."reopened_reason", OLD."resolution", OLD."resolution_note", OLD."resolved_at", OLD."resolved_by_id", OLD."rule", OLD."score", OLD."status", OLD."suggested_resolution"); RETURN NULL;',
                    hash="4378173572c92e4a954ef9c2d98a443bc057dd57",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_26885",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="parts_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_write_parts(ARRAY(SELECT id FROM new_lines AS line WHERE status IN ('open', 'under_review', 'resolved'))); RETURN NULL;",
                    hash="513d08c8574212c52ce4677c68b7f169b4ded577",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_parts_insert_7794c",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="parts_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_write_parts(ARRAY(SELECT line.id FROM old_lines AS was JOIN new_lines AS line ON line.id = was.id AND (was.status, was.resolution) IS DISTINCT FROM (line.status, line.resolution))); RETURN NULL;",
                    hash="ef2107efc2fabcb8ecab86b5ffe276dcda5abf18",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_parts_update_73574",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE line.status IN ('open', 'under_review', 'resolved')) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="adf215e7bae892a2e6c765af310a8eaf1c767cff",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_00912",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE line.status IN ('open', 'under_review', 'resolved')) OR EXISTS (SELECT FROM new_lines AS line WHERE line.status IN ('open', 'under_review', 'resolved')) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="fdc53db4b949280a228c1682440780afbe19716c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_59695",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE line.status IN ('open', 'under_review', 'resolved')) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="ab3c246e2ba51cf369d65352ffed5d934b670f5a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_eefc4",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="evidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9b156cb2ce3ac82360d6f20539a0292c4af11367",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3fd72",
                    table="claims_evidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="historyseal",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="52f37f9bf61b8234f0ae7a0b50ce402b89cfc794",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_58487",
                    table="claims_historyseal",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="importedreview",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6b5ef184c20ab5e71285f9daa101378045285f44",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2bc43",
                    table="claims_importedreview",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="importedreview",
            trigger=pgtrigger.compiler.Trigger(
                name="of_imported_verdict",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (SELECT 1 FROM claims_verdict WHERE id = NEW.verdict_id AND origin = 'imported') THEN\n                        RAISE EXCEPTION 'Only an imported verdict has the document of another desk.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="7bc870fbb24ba343b1975f4bea55c3c05d656eb4",
                    operation="INSERT",
                    pgid="pgtrigger_of_imported_verdict_ff01b",
                    table="claims_importedreview",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3245d11164ecd8bc95265de2140f0eaeb0a11a7f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dd253",
                    table="claims_correction",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="corrects_what_is_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NEW.kind = 'reopening' AND NOT EXISTS (\n                        SELECT 1 FROM claims_verdict\n                        WHERE id = NEW.verdict_id AND status = 'withdrawn' AND NEW.replacement_id IS NOT NULL\n                    ) THEN\n                        RAISE EXCEPTION 'Only a withdrawn verdict is taken up again, by one that replaces it.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF NEW.kind <> 'reopening' AND NOT EXISTS (\n                        SELECT 1 FROM claims_verdict WHERE id = NEW.verdict_id AND status = 'published'\n                    ) THEN\n                        RAISE EXCEPTION 'Only a published verdict is corrected.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF NEW.kind = 'withdrawal' AND EXISTS (\n                        SELECT 1 FROM claims_verdict WHERE id = NEW.verdict_id AND NEW.made_by_id = ANY(writers)\n                    ) THEN\n                        RAISE EXCEPTION 'A verdict is withdrawn by someone who has not written in it.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF NEW.replacement_id IS NOT NULL AND NOT EXISTS (\n                        SELECT 1 FROM claims_verdict WHERE id = NEW.replacement_id AND supersedes_id = NEW.verdict_id\n                    ) THEN\n                        RAISE EXCEPTION 'The replacement does not supersede the verdict that is corrected.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="71961a3b5059da1a3d85286861522e0c1091ab19",
                    operation="INSERT",
                    pgid="pgtrigger_corrects_what_is_published_2736f",
                    table="claims_correction",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="told_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            INSERT INTO claims_reviewchange AS change (claim_id, at)\n            SELECT concerned.claim_id, clock_timestamp() FROM ((SELECT verdict.claim_id FROM new_lines AS made JOIN claims_verdict AS verdict ON verdict.id = made.verdict_id)) AS concerned\n            WHERE EXISTS (\n                SELECT FROM claims_verdict WHERE claim_id = concerned.claim_id AND published_at IS NOT NULL\n            )\n            GROUP BY concerned.claim_id ORDER BY concerned.claim_id\n            ON CONFLICT (claim_id) DO UPDATE SET at = EXCLUDED.at;\n            RETURN NULL;\n        ",
                    hash="49900f2f11e89615927bb18382b69f707c351ee5",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_told_insert_65023",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_correction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="4632b0bfb96365b9dd4b29225f6fa6e735fc8498",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_232fb",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_correction",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="importrow",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ca74edc6457c4fcf28eafdfd7254ed8c18b55ee7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_adef8",
                    table="claims_importrow",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="keptapart",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_keptapartevent" ("at", "by_id", "higher", "id", "kind", "lower", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."at", new_values."by_id", new_values."higher", new_values."id", new_values."kind", new_values."lower", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="eded0fc1ac8b0ffd21a890986c970408a3cdc734",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_75122",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_keptapart",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="keptapart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_keptapartevent" ("at", "by_id", "higher", "id", "kind", "lower", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."at", NEW."by_id", NEW."higher", NEW."id", NEW."kind", NEW."lower", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="7388a99035141cf0570751bbc6c7ce0c9e8fadd4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_91cec",
                    table="claims_keptapart",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="keptapart",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_keptapartevent" ("at", "by_id", "higher", "id", "kind", "lower", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."at", OLD."by_id", OLD."higher", OLD."id", OLD."kind", OLD."lower", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="4a1208c7ed8e3558e67677c54cae5d95960f1483",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3f0eb",
                    table="claims_keptapart",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="keptapartevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b231b8d774181853cab80c2128c50dbe067ddbe2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_76291",
                    table="claims_keptapartevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_in_its_appearance",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."appearance_id" IS DISTINCT FROM (NEW."appearance_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8033862a57d2548aed2c35dc4640d579a123a9a3",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_in_its_appearance_a6357",
                    table="claims_measurement",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="quote_is_in_text",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE source_text text;",
                    func='\n            \n                    SELECT version.text INTO source_text FROM claims_appearance appearance\n                    JOIN articles_articleversion version ON version.id = appearance.version_id\n                    WHERE appearance.id = NEW.appearance_id;\n                \n            IF substring(source_text FROM NEW.start + 1 FOR NEW."end" - NEW.start) IS DISTINCT FROM NEW.quote\n               OR NEW."end" > char_length(source_text) THEN\n                RAISE EXCEPTION \'The quote is not what the article says between characters % and %.\',\n                    NEW.start, NEW."end" USING ERRCODE = \'integrity_constraint_violation\';\n            END IF;\n            RETURN NEW;\n        ',
                    hash="90e88010f154339f8e28fc044e9f42ff1a4dd5af",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_quote_is_in_text_9c733",
                    table="claims_measurement",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_measurementevent" ("appearance_id", "as_of", "comparator", "end", "group", "id", "measure", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "score", "start", "subject", "total", "unit", "value", "value_max", "value_text") SELECT new_values."appearance_id", new_values."as_of", new_values."comparator", new_values."end", new_values."group", new_values."id", new_values."measure", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."quote", new_values."score", new_values."start", new_values."subject", new_values."total", new_values."unit", new_values."value", new_values."value_max", new_values."value_text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cb757cdd7ef4c826ca1aa49f241d487cf457841e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f6510",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_measurement",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_measurementevent" ("appearance_id", "as_of", "comparator", "end", "group", "id", "measure", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "score", "start", "subject", "total", "unit", "value", "value_max", "value_text") VALUES (NEW."appearance_id", NEW."as_of", NEW."comparator", NEW."end", NEW."group", NEW."id", NEW."measure", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."quote", NEW."score", NEW."start", NEW."subject", NEW."total", NEW."unit", NEW."value", NEW."value_max", NEW."value_text"); RETURN NULL;',
                    hash="ed13991eda3290415f60c0465a7a19d267d7753a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_faf65",
                    table="claims_measurement",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_measurementevent" ("appearance_id", "as_of", "comparator", "end", "group", "id", "measure", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "score", "start", "subject", "total", "unit", "value", "value_max", "value_text") VALUES (OLD."appearance_id", OLD."as_of", OLD."comparator", OLD."end", OLD."group", OLD."id", OLD."measure", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."quote", OLD."score", OLD."start", OLD."subject", OLD."total", OLD."unit", OLD."value", OLD."value_max", OLD."value_text"); RETURN NULL;',
                    hash="3cda1c2dca429a0630447df3e73bd4a04e1f1ded",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4a4bf",
                    table="claims_measurement",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_appearance AS seen JOIN claims_claim AS claim ON claim.id = seen.claim_id WHERE seen.id = line.appearance_id AND claim.status = 'accepted') OR EXISTS (SELECT FROM claims_positionappearance AS member JOIN claims_position AS answer ON answer.id = member.position_id JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE member.appearance_id = line.appearance_id AND question.status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="f48d19c572500c3cd8d7f4d1f50ca42496a8ac07",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_2f20c",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_measurement",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_appearance AS seen JOIN claims_claim AS claim ON claim.id = seen.claim_id WHERE seen.id = line.appearance_id AND claim.status = 'accepted') OR EXISTS (SELECT FROM claims_positionappearance AS member JOIN claims_position AS answer ON answer.id = member.position_id JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE member.appearance_id = line.appearance_id AND question.status IN ('open', 'under_review', 'resolved'))) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_appearance AS seen JOIN claims_claim AS claim ON claim.id = seen.claim_id WHERE seen.id = line.appearance_id AND claim.status = 'accepted') OR EXISTS (SELECT FROM claims_positionappearance AS member JOIN claims_position AS answer ON answer.id = member.position_id JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE member.appearance_id = line.appearance_id AND question.status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="e85b62092c0f6ac41350ce07d3a5c57c5d6318e0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_9017d",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_measurement",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_appearance AS seen JOIN claims_claim AS claim ON claim.id = seen.claim_id WHERE seen.id = line.appearance_id AND claim.status = 'accepted') OR EXISTS (SELECT FROM claims_positionappearance AS member JOIN claims_position AS answer ON answer.id = member.position_id JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE member.appearance_id = line.appearance_id AND question.status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="eaab634ce54a6c29c3217b8e7d3b8ab4ddc1a6bf",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_1b9b3",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_measurement",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="measurementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b7b483afe0d1a2cecca48924830f40c12ec3d621",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0ba64",
                    table="claims_measurementevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="69d4b2189c78b02b47fafd7011d312e0ea3bc6ee",
                    operation="DELETE",
                    pgid="pgtrigger_kept_for_good_fea1c",
                    table="claims_merge",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="told_as_it_was",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."operation" IS DISTINCT FROM (NEW."operation") OR OLD."kept" IS DISTINCT FROM (NEW."kept") OR OLD."absorbed" IS DISTINCT FROM (NEW."absorbed") OR OLD."moved" IS DISTINCT FROM (NEW."moved") OR OLD."changed" IS DISTINCT FROM (NEW."changed") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."at" IS DISTINCT FROM (NEW."at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="c4a542fe8264f8c3fbad6f1b077cc41acc932b53",
                    operation="UPDATE",
                    pgid="pgtrigger_told_as_it_was_fdca5",
                    table="claims_merge",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="undone_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."undone_at" IS NOT NULL)',
                    func="\n                    RAISE EXCEPTION 'This merge has been undone already.'\n                        USING ERRCODE = 'integrity_constraint_violation';\n                ",
                    hash="22ab360c173cde7e6752d5d15080e80ab23bfcbe",
                    operation="UPDATE",
                    pgid="pgtrigger_undone_once_944ad",
                    table="claims_merge",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_mergeevent" ("absorbed", "at", "by_id", "changed", "id", "kept", "kind", "moved", "operation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id") SELECT new_values."absorbed", new_values."at", new_values."by_id", new_values."changed", new_values."id", new_values."kept", new_values."kind", new_values."moved", new_values."operation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."undone_at", new_values."undone_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="61c0981192522fa80fdec26950dc52ad8e037ede",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a17e2",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_merge",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_mergeevent" ("absorbed", "at", "by_id", "changed", "id", "kept", "kind", "moved", "operation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id") VALUES (NEW."absorbed", NEW."at", NEW."by_id", NEW."changed", NEW."id", NEW."kept", NEW."kind", NEW."moved", NEW."operation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                    hash="c291a4a42d6976911bba3309c5d171d50b26413d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_71145",
                    table="claims_merge",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_mergeevent" ("absorbed", "at", "by_id", "changed", "id", "kept", "kind", "moved", "operation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id") VALUES (OLD."absorbed", OLD."at", OLD."by_id", OLD."changed", OLD."id", OLD."kept", OLD."kind", OLD."moved", OLD."operation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                    hash="5549e9c6dc74686f664f03c3bba6ac5d238fd456",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_329a1",
                    table="claims_merge",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="mergeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="478e36f005cce9b2ab1cc3853588ce7eb8d173d6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e126f",
                    table="claims_mergeevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="pipelinerun",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="30b753c0710e5cdaaf0d4134a25769b8ecfa6c02",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f094d",
                    table="claims_pipelinerun",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="df4a91f988592408f705689255a905e6aff7cebe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_326ff",
                    table="claims_contradictionevidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="supports_own_position",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NEW.supports_id IS NOT NULL AND NOT EXISTS (\n                        SELECT 1 FROM claims_position\n                        WHERE id = NEW.supports_id AND contradiction_id = NEW.contradiction_id\n                    ) THEN\n                        RAISE EXCEPTION 'The position belongs to another contradiction.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="7c93160fef8a5b0bf28a9750b4df0c0507fe4f48",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_supports_own_position_6b4cb",
                    table="claims_contradictionevidence",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_contradictionevidenceevent" ("attached_at", "attached_by_id", "contradiction_id", "evidence_id", "figures", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supports_id") SELECT new_values."attached_at", new_values."attached_by_id", new_values."contradiction_id", new_values."evidence_id", new_values."figures", new_values."id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."supports_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="96ea1636bdd1cf04be42e6018a65222c920a3f6c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_352d4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_contradictionevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_contradictionevidenceevent" ("attached_at", "attached_by_id", "contradiction_id", "evidence_id", "figures", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supports_id") VALUES (NEW."attached_at", NEW."attached_by_id", NEW."contradiction_id", NEW."evidence_id", NEW."figures", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."supports_id"); RETURN NULL;',
                    hash="c9576b1a22ca7e315627d3c5a6c8a18f6762b31a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9751a",
                    table="claims_contradictionevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_contradictionevidenceevent" ("attached_at", "attached_by_id", "contradiction_id", "evidence_id", "figures", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supports_id") VALUES (OLD."attached_at", OLD."attached_by_id", OLD."contradiction_id", OLD."evidence_id", OLD."figures", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."supports_id"); RETURN NULL;',
                    hash="b704a9fc6cbabb9fb1ce0bac50a9e16ebe24a977",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_75a14",
                    table="claims_contradictionevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_contradiction WHERE id = line.contradiction_id AND status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="7ddcc451aad1e5aeba0bdb6b35db85cb044102b4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_64f4b",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_contradictionevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_contradiction WHERE id = line.contradiction_id AND status IN ('open', 'under_review', 'resolved'))) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_contradiction WHERE id = line.contradiction_id AND status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="3cd02f79aea14a5f2d0b722d9330d64bdc639460",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_75d12",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_contradictionevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="contradictionevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_contradiction WHERE id = line.contradiction_id AND status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="64cbb76334555e44c06f1171f98754dab64f3559",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_493dc",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_contradictionevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="positionappearance",
            trigger=pgtrigger.compiler.Trigger(
                name="figure_of_the_appearance",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NEW.measurement_id IS NOT NULL AND NOT EXISTS (\n                        SELECT 1 FROM claims_measurement\n                        WHERE id = NEW.measurement_id AND appearance_id = NEW.appearance_id\n                    ) THEN\n                        RAISE EXCEPTION 'The figure stands in another appearance.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="d4dd4e021da1785d325fc8bf2f0fae5d79cfb338",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_figure_of_the_appearance_0ca84",
                    table="claims_positionappearance",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="positionappearance",
            trigger=pgtrigger.compiler.Trigger(
                name="parts_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_write_parts(ARRAY(SELECT answer.contradiction_id FROM new_lines AS line JOIN claims_position AS answer ON answer.id = line.position_id)); RETURN NULL;",
                    hash="36250ee90a3978761032c122ba7433732b316a7c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_parts_insert_d1dee",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_positionappearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="positionappearance",
            trigger=pgtrigger.compiler.Trigger(
                name="parts_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_write_parts(ARRAY(SELECT answer.contradiction_id FROM (SELECT * FROM old_lines UNION ALL SELECT * FROM new_lines) AS line JOIN claims_position AS answer ON answer.id = line.position_id)); RETURN NULL;",
                    hash="47a9c32cb393dcffd8830947ed1779965f8ba424",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_parts_update_ee1ea",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_positionappearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="positionappearance",
            trigger=pgtrigger.compiler.Trigger(
                name="parts_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_write_parts(ARRAY(SELECT answer.contradiction_id FROM old_lines AS line JOIN claims_position AS answer ON answer.id = line.position_id)); RETURN NULL;",
                    hash="ace0260efa644b9ba332f8bd0d027c0a60f48b44",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_parts_delete_bede5",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_positionappearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="positionappearance",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_position AS answer JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE answer.id = line.position_id AND question.status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="5967d997ae7a7620fb6b1c2f2ca8e2c23c0386f6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_58453",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_positionappearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="positionappearance",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_position AS answer JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE answer.id = line.position_id AND question.status IN ('open', 'under_review', 'resolved'))) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_position AS answer JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE answer.id = line.position_id AND question.status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="368a635b4ebd0ec826a224c6ccae4397aa305e11",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_7d644",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_positionappearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="positionappearance",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_position AS answer JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE answer.id = line.position_id AND question.status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="01ea214299cd06502f5530387c5de41c0c081a96",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_2b000",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_positionappearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="follows_merges",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kept bigint; moved boolean DEFAULT TRUE;",
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                moved = NEW.event_id IS DISTINCT FROM OLD.event_id;\n            END IF;\n            IF moved AND NEW.event_id IS NOT NULL THEN\n                SELECT merged_into_id INTO kept FROM claims_event WHERE id = NEW.event_id FOR KEY SHARE;\n                NEW.event_id = COALESCE(kept, NEW.event_id);\n            END IF;\n         RETURN NEW;",
                    hash="d79e9f5f478701b5006064a9d4144be7ed6132da",
                    operation='INSERT OR UPDATE OF "event_id"',
                    pgid="pgtrigger_follows_merges_ce089",
                    table="claims_position",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_in_its_contradiction",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."contradiction_id" IS DISTINCT FROM (NEW."contradiction_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f4e9601adcb6f803aeeee5fea523f6a0f0bc30e5",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_in_its_contradiction_d82d8",
                    table="claims_position",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="error_keeps_position",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."is_at_fault")',
                    constraint="CONSTRAINT",
                    func="\n                    IF EXISTS (\n                        SELECT 1 FROM claims_contradiction\n                        WHERE id = OLD.contradiction_id AND resolution = 'source_error'\n                    ) AND NOT EXISTS (\n                        SELECT 1 FROM claims_position WHERE contradiction_id = OLD.contradiction_id AND is_at_fault\n                    ) THEN\n                        RAISE EXCEPTION 'A source error names the position that is in error.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NULL;\n                ",
                    hash="bde3c62ebfbaef039da26d5342145efb9c617949",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_error_keeps_position_e0593",
                    table="claims_position",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_positionevent" ("answer", "contradiction_id", "event_id", "figures", "id", "is_at_fault", "key", "outlet_corrected", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."answer", new_values."contradiction_id", new_values."event_id", new_values."figures", new_values."id", new_values."is_at_fault", new_values."key", new_values."outlet_corrected", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bfffa2e4f3aa31d4062d0127fe39f91f198d144a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5b996",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_position",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_positionevent" ("answer", "contradiction_id", "event_id", "figures", "id", "is_at_fault", "key", "outlet_corrected", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."answer", NEW."contradiction_id", NEW."event_id", NEW."figures", NEW."id", NEW."is_at_fault", NEW."key", NEW."outlet_corrected", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="745d1aa859966890c3eb316ecca4419a2851d296",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_58969",
                    table="claims_position",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_positionevent" ("answer", "contradiction_id", "event_id", "figures", "id", "is_at_fault", "key", "outlet_corrected", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."answer", OLD."contradiction_id", OLD."event_id", OLD."figures", OLD."id", OLD."is_at_fault", OLD."key", OLD."outlet_corrected", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="5620ad9dfd752b19b92ffed162e95513d8bf5676",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e6cfd",
                    table="claims_position",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="parts_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_write_parts(ARRAY(SELECT line.contradiction_id FROM old_lines AS was JOIN new_lines AS line ON line.id = was.id AND (was.is_at_fault, was.outlet_corrected) IS DISTINCT FROM (line.is_at_fault, line.outlet_corrected))); RETURN NULL;",
                    hash="e7c83557c828f13387024c54e4be530be1d3d356",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_parts_update_d589a",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_position",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_contradiction WHERE id = line.contradiction_id AND status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="4526bec8db45b9cb2fd8507c9317d77dfdb44553",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_eb8b1",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_position",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_contradiction WHERE id = line.contradiction_id AND status IN ('open', 'under_review', 'resolved'))) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_contradiction WHERE id = line.contradiction_id AND status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="f543f5ff980b4428ee93466c8ceb561fdc2b142b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_986d2",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_position",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_contradiction WHERE id = line.contradiction_id AND status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="25a202ff9f91689a322e4032a027446103897984",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_60f95",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_position",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="positionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="47ab763438ff7493479e8597f3ecf071df68c7ef",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f6464",
                    table="claims_positionevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscale",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_with_its_publisher",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."publisher_id" IS DISTINCT FROM (NEW."publisher_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ae76b6b198813b1730942120ceb8a32f683a471c",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_with_its_publisher_f991a",
                    table="claims_ratingscale",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscale",
            trigger=pgtrigger.compiler.Trigger(
                name="holds_its_ratings",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF EXISTS (\n                        SELECT 1 FROM claims_rating\n                        WHERE scale_id = NEW.id AND value NOT BETWEEN NEW.worst AND NEW.best\n                    ) THEN\n                        RAISE EXCEPTION 'A rating of this scale would lie outside it.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF (NEW.worst, NEW.best) IS DISTINCT FROM (OLD.worst, OLD.best) AND EXISTS (\n                        SELECT 1 FROM claims_verdict verdict JOIN claims_rating rating ON rating.id = verdict.rating_id\n                        WHERE rating.scale_id = OLD.id AND verdict.status NOT IN ('draft', 'submitted')\n                    ) THEN\n                        RAISE EXCEPTION 'A scale that a published verdict is on keeps its bounds: make a new scale.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="0adf9229507d93c07319966dfc79205fe60e36a7",
                    operation="UPDATE",
                    pgid="pgtrigger_holds_its_ratings_ad5d1",
                    table="claims_ratingscale",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscale",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_ratingscaleevent" ("best", "id", "is_imported", "is_retired", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher_id", "worst") SELECT new_values."best", new_values."id", new_values."is_imported", new_values."is_retired", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."publisher_id", new_values."worst" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="64d78846b13f606e773eb4e289a97b2862e48758",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cee2b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_ratingscale",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscale",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_ratingscaleevent" ("best", "id", "is_imported", "is_retired", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher_id", "worst") VALUES (NEW."best", NEW."id", NEW."is_imported", NEW."is_retired", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."publisher_id", NEW."worst"); RETURN NULL;',
                    hash="32b5b761de21efe96a2406646be5aad39505d9bb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0bfc9",
                    table="claims_ratingscale",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscale",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_ratingscaleevent" ("best", "id", "is_imported", "is_retired", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher_id", "worst") VALUES (OLD."best", OLD."id", OLD."is_imported", OLD."is_retired", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."publisher_id", OLD."worst"); RETURN NULL;',
                    hash="f409774b41dc37050ff01e7124b70140275822be",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fef73",
                    table="claims_ratingscale",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscale",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="22ae7017ad6d7475e0fe3283246962de152a97ed",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_b1d0b",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_ratingscale",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscale",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) OR EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="1e6010efb8371ef6be11510c70f0a7657d22db9a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_771a8",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_ratingscale",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscale",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="5595592833307cad3181b550ec07061fef9bbfbd",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_42644",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_ratingscale",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1c35b8d2c3b52cf853d21e9f99594e44290224d1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_88473",
                    table="claims_ratingevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_on_its_scale",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."scale_id" IS DISTINCT FROM (NEW."scale_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6a6e9c2b7afec3aa4e11d4005f8dd8fa488f3bf2",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_on_its_scale_9e72c",
                    table="claims_rating",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="value_within_scale",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NEW.value IS NOT NULL AND NOT EXISTS (\n                        SELECT 1 FROM claims_ratingscale scale\n                        WHERE scale.id = NEW.scale_id AND NEW.value BETWEEN scale.worst AND scale.best\n                    ) THEN\n                        RAISE EXCEPTION 'The value lies outside the scale.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="66593b56eabfd8f1a7ad2329d91f051eb0dc66d4",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_value_within_scale_d5f10",
                    table="claims_rating",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_once_given",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF (NEW.name, NEW.value, NEW.definition) IS DISTINCT FROM (OLD.name, OLD.value, OLD.definition)\n                       AND EXISTS (\n                        SELECT 1 FROM claims_verdict\n                        WHERE rating_id = OLD.id AND status NOT IN ('draft', 'submitted')\n                    ) THEN\n                        RAISE EXCEPTION 'A rating that published verdicts give is kept as it is: make a new scale.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="04cfd845892054560eca55297b7302081ced89bf",
                    operation="UPDATE",
                    pgid="pgtrigger_frozen_once_given_59e29",
                    table="claims_rating",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_ratingevent" ("definition", "id", "name", "normalised", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scale_id", "slug", "value") SELECT new_values."definition", new_values."id", new_values."name", new_values."normalised", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."scale_id", new_values."slug", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ad6ad4f4aec242e49cc0f8d2eee374175e01970d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_49e43",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_rating",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_ratingevent" ("definition", "id", "name", "normalised", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scale_id", "slug", "value") VALUES (NEW."definition", NEW."id", NEW."name", NEW."normalised", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."scale_id", NEW."slug", NEW."value"); RETURN NULL;',
                    hash="3c3b160fede0268ea1bbd97e56ee5d2551071a08",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_40dc3",
                    table="claims_rating",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_ratingevent" ("definition", "id", "name", "normalised", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scale_id", "slug", "value") VALUES (OLD."definition", OLD."id", OLD."name", OLD."normalised", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."scale_id", OLD."slug", OLD."value"); RETURN NULL;',
                    hash="58090491c1da8f8671fcfb4b0586f2584ddaf7c1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eea28",
                    table="claims_rating",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="7d0877702103eb9a5f0b2ac314f3cbcba3e51ec4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_48c82",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_rating",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) OR EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="da1ddc75b6d4eaca102f6a102ba365dcc2c7287c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_8312c",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_rating",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rating",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="0f7f103ac20abbfc6f898775bf41921f3c992094",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_247a1",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_rating",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ratingscaleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="695575176b78228a1675df26eab83ed6815c90a2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f0d3d",
                    table="claims_ratingscaleevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0342f9354d975fc258a2169f5a68f2fcb6b672f7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_aeef3",
                    table="claims_claimevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rejectionreasonevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3e2bdecce3cff1168296d2cded66a5c5f11aace4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f3c04",
                    table="claims_rejectionreasonevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="replyrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_once_submitted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE concerned bigint[];",
                    func="\n                    concerned := ARRAY[\n                        CASE WHEN TG_OP <> 'INSERT' THEN OLD.verdict_id END,\n                        CASE WHEN TG_OP <> 'DELETE' THEN NEW.verdict_id END\n                    ];\n                    -- Waits for a publication under way, whose outcome the next statement sees.\n                    PERFORM 1 FROM claims_verdict WHERE id = ANY(concerned) ORDER BY id FOR NO KEY UPDATE;\n                    IF EXISTS (\n                        SELECT 1 FROM claims_verdict WHERE id = ANY(concerned) AND status <> 'draft'\n                    ) THEN\n                        RAISE EXCEPTION 'Only a draft changes whom we asked: send it back, or publish a correction.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                    RETURN NEW;\n                ",
                    hash="2688895ec812b7973966c8408f145e6557fea420",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_frozen_once_submitted_e5bbe",
                    table="claims_replyrequest",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="replyrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_replyrequestevent" ("answer", "answered_at", "asked_at", "channel", "deadline", "id", "outcome", "party", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verdict_id") SELECT new_values."answer", new_values."answered_at", new_values."asked_at", new_values."channel", new_values."deadline", new_values."id", new_values."outcome", new_values."party", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."verdict_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f83f989cfc55d421bd410b6df57865c1d8ea9f8a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ee6dd",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_replyrequest",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="replyrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_replyrequestevent" ("answer", "answered_at", "asked_at", "channel", "deadline", "id", "outcome", "party", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verdict_id") VALUES (NEW."answer", NEW."answered_at", NEW."asked_at", NEW."channel", NEW."deadline", NEW."id", NEW."outcome", NEW."party", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."verdict_id"); RETURN NULL;',
                    hash="60000d33f986a038d4bb28cf1be84d07744062db",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8f23d",
                    table="claims_replyrequest",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="replyrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_replyrequestevent" ("answer", "answered_at", "asked_at", "channel", "deadline", "id", "outcome", "party", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verdict_id") VALUES (OLD."answer", OLD."answered_at", OLD."asked_at", OLD."channel", OLD."deadline", OLD."id", OLD."outcome", OLD."party", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."verdict_id"); RETURN NULL;',
                    hash="b111011f6af59a74e0ff2d86c491dfade2ed2870",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_70d7b",
                    table="claims_replyrequest",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="replyrequestevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a372f05b817d35a7cd35aabaec4facd1f261a468",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e4206",
                    table="claims_replyrequestevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="merged_in_one_hop",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."merged_into_id" IS NOT NULL)',
                    declare="DECLARE further bigint;",
                    func="\n            -- The lock makes two merges at one moment wait for each other; the second then sees what the first did.\n            SELECT merged_into_id INTO further FROM claims_source WHERE id = NEW.merged_into_id FOR KEY SHARE;\n            IF further IS NOT NULL THEN\n                RAISE EXCEPTION 'That was merged itself: choose what it was merged into.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            IF EXISTS (SELECT 1 FROM claims_source WHERE merged_into_id = NEW.id) THEN\n                RAISE EXCEPTION 'Others were merged into this: they move first.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="7e1b90a522f75973bc68d82cb2628f51ed58a849",
                    operation='INSERT OR UPDATE OF "merged_into_id"',
                    pgid="pgtrigger_merged_in_one_hop_88e60",
                    table="claims_source",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_sourceevent" ("description", "id", "iso3", "kind", "merged_into_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "wikidata_id") SELECT new_values."description", new_values."id", new_values."iso3", new_values."kind", new_values."merged_into_id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."wikidata_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="34867dec5b51fb36008e6489a0e90a5837c0258e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bbb94",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_source",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_sourceevent" ("description", "id", "iso3", "kind", "merged_into_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "wikidata_id") VALUES (NEW."description", NEW."id", NEW."iso3", NEW."kind", NEW."merged_into_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."wikidata_id"); RETURN NULL;',
                    hash="58e528f34d26180dc5a3acdf82ef0848f9c58081",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fde8d",
                    table="claims_source",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_sourceevent" ("description", "id", "iso3", "kind", "merged_into_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "wikidata_id") VALUES (OLD."description", OLD."id", OLD."iso3", OLD."kind", OLD."merged_into_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."wikidata_id"); RETURN NULL;',
                    hash="976918298c61f2c39c8ead646c5298a7c997ce74",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_249e2",
                    table="claims_source",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="told_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            INSERT INTO claims_reviewchange AS change (claim_id, at)\n            SELECT concerned.claim_id, clock_timestamp() FROM ((SELECT seen.claim_id FROM old_lines AS source JOIN claims_appearance AS seen ON seen.source_id = source.id) UNION (SELECT seen.claim_id FROM new_lines AS source JOIN claims_appearance AS seen ON seen.source_id = source.id)) AS concerned\n            WHERE EXISTS (\n                SELECT FROM claims_verdict WHERE claim_id = concerned.claim_id AND published_at IS NOT NULL\n            )\n            GROUP BY concerned.claim_id ORDER BY concerned.claim_id\n            ON CONFLICT (claim_id) DO UPDATE SET at = EXCLUDED.at;\n            RETURN NULL;\n        ",
                    hash="2236292b72622caf8cde0d69eb5a6aab13bedc6c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_told_update_2cc63",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_source",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) OR EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="a81695f5ceddc5680caef8e645804aaab91274c9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_50560",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_source",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rollcallvoteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9cce9b165b89c327edd683fba0dbe1fa7e25a910",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_832d7",
                    table="claims_rollcallvoteevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rollcallvote",
            trigger=pgtrigger.compiler.Trigger(
                name="follows_merges",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kept bigint; moved boolean DEFAULT TRUE;",
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                moved = NEW.event_id IS DISTINCT FROM OLD.event_id;\n            END IF;\n            IF moved AND NEW.event_id IS NOT NULL THEN\n                SELECT merged_into_id INTO kept FROM claims_event WHERE id = NEW.event_id FOR KEY SHARE;\n                NEW.event_id = COALESCE(kept, NEW.event_id);\n            END IF;\n        \n            IF TG_OP = 'UPDATE' THEN\n                moved = NEW.state_id IS DISTINCT FROM OLD.state_id;\n            END IF;\n            IF moved AND NEW.state_id IS NOT NULL THEN\n                SELECT merged_into_id INTO kept FROM claims_source WHERE id = NEW.state_id FOR KEY SHARE;\n                NEW.state_id = COALESCE(kept, NEW.state_id);\n            END IF;\n         RETURN NEW;",
                    hash="cf13cafd23a2f61c62336a34e6a90062ee686bae",
                    operation='INSERT OR UPDATE OF "event_id", "state_id"',
                    pgid="pgtrigger_follows_merges_083aa",
                    table="claims_rollcallvote",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rollcallvote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_rollcallvoteevent" ("choice", "event_id", "evidence_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state_id") SELECT new_values."choice", new_values."event_id", new_values."evidence_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."state_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="85cb4ed81ab356bf4d0dc191313b921c472b7dc6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_68db6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_rollcallvote",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rollcallvote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_rollcallvoteevent" ("choice", "event_id", "evidence_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state_id") VALUES (NEW."choice", NEW."event_id", NEW."evidence_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."state_id"); RETURN NULL;',
                    hash="47c10fd9dcf2c29f4568f74b1a22d30885571a8a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5aa9b",
                    table="claims_rollcallvote",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rollcallvote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_rollcallvoteevent" ("choice", "event_id", "evidence_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state_id") VALUES (OLD."choice", OLD."event_id", OLD."evidence_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."state_id"); RETURN NULL;',
                    hash="b0d71b51785c52e19490963093619bdebfc041ef",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_21b5e",
                    table="claims_rollcallvote",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rollcallvote",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="e509d63aeaaa08284531e3ff1d25f5ef6894ec27",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_a411c",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_rollcallvote",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rollcallvote",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) OR EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="4f73d0adce2ab70916bfa17c1ff0fb26d1159834",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_12e5a",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_rollcallvote",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="rollcallvote",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="eb79d50e101bf320eec9544a8e8e29facbf097bd",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_ee644",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_rollcallvote",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="part",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="dfdf4d01029eb48bb5bc0e324c1b0162fd2c5ab1",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_379eb",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_part",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="part",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="405b808a9dea79bd89cfa8afc55c653dac1105af",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_3676b",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_part",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f82950611f7e6ac8f0d9cc78931ca4f308bc1fdf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f7c78",
                    table="claims_appearanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_in_its_text",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."version_id" IS DISTINCT FROM (NEW."version_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7ecbf9cfc5bffa0c1aa22b8eefdb9f7091275c3a",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_in_its_text_a59b6",
                    table="claims_appearance",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="quote_is_in_text",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE source_text text;",
                    func='\n            SELECT text INTO source_text FROM articles_articleversion WHERE id = NEW.version_id;\n            IF substring(source_text FROM NEW.start + 1 FOR NEW."end" - NEW.start) IS DISTINCT FROM NEW.quote\n               OR NEW."end" > char_length(source_text) THEN\n                RAISE EXCEPTION \'The quote is not what the article says between characters % and %.\',\n                    NEW.start, NEW."end" USING ERRCODE = \'integrity_constraint_violation\';\n            END IF;\n            RETURN NEW;\n        ',
                    hash="c8ee25f870cc8e190a11918ff85928490c2009a6",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_quote_is_in_text_268ba",
                    table="claims_appearance",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="follows_merges",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kept bigint; moved boolean DEFAULT TRUE;",
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                moved = NEW.claim_id IS DISTINCT FROM OLD.claim_id;\n            END IF;\n            IF moved AND NEW.claim_id IS NOT NULL THEN\n                SELECT merged_into_id INTO kept FROM claims_claim WHERE id = NEW.claim_id FOR KEY SHARE;\n                NEW.claim_id = COALESCE(kept, NEW.claim_id);\n            END IF;\n        \n            IF TG_OP = 'UPDATE' THEN\n                moved = NEW.source_id IS DISTINCT FROM OLD.source_id;\n            END IF;\n            IF moved AND NEW.source_id IS NOT NULL THEN\n                SELECT merged_into_id INTO kept FROM claims_source WHERE id = NEW.source_id FOR KEY SHARE;\n                NEW.source_id = COALESCE(kept, NEW.source_id);\n            END IF;\n         RETURN NEW;",
                    hash="24b364d8e25316f7c789bf663a41741c76b03905",
                    operation='INSERT OR UPDATE OF "claim_id", "source_id"',
                    pgid="pgtrigger_follows_merges_9fdd4",
                    table="claims_appearance",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_appearanceevent" ("claim_id", "cue", "end", "id", "method", "modality", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "refers_to_id", "said_on", "score", "source_id", "source_name", "stance", "start", "version_id") SELECT new_values."claim_id", new_values."cue", new_values."end", new_values."id", new_values."method", new_values."modality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."quote", new_values."refers_to_id", new_values."said_on", new_values."score", new_values."source_id", new_values."source_name", new_values."stance", new_values."start", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d33a4ab93ee4e3733c67a83b29f1bd9c57fc9578",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_58226",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_appearanceevent" ("claim_id", "cue", "end", "id", "method", "modality", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "refers_to_id", "said_on", "score", "source_id", "source_name", "stance", "start", "version_id") VALUES (NEW."claim_id", NEW."cue", NEW."end", NEW."id", NEW."method", NEW."modality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."quote", NEW."refers_to_id", NEW."said_on", NEW."score", NEW."source_id", NEW."source_name", NEW."stance", NEW."start", NEW."version_id"); RETURN NULL;',
                    hash="d0500a00344d8a2d3ce498953d7493928263bff9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cdcd1",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_appearanceevent" ("claim_id", "cue", "end", "id", "method", "modality", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "refers_to_id", "said_on", "score", "source_id", "source_name", "stance", "start", "version_id") VALUES (OLD."claim_id", OLD."cue", OLD."end", OLD."id", OLD."method", OLD."modality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."quote", OLD."refers_to_id", OLD."said_on", OLD."score", OLD."source_id", OLD."source_name", OLD."stance", OLD."start", OLD."version_id"); RETURN NULL;',
                    hash="ad1f08cf0c95264219a48b4f7afb5144f6634ef3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2b6e2",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="told_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            INSERT INTO claims_reviewchange AS change (claim_id, at)\n            SELECT concerned.claim_id, clock_timestamp() FROM ((SELECT claim_id FROM new_lines)) AS concerned\n            WHERE EXISTS (\n                SELECT FROM claims_verdict WHERE claim_id = concerned.claim_id AND published_at IS NOT NULL\n            )\n            GROUP BY concerned.claim_id ORDER BY concerned.claim_id\n            ON CONFLICT (claim_id) DO UPDATE SET at = EXCLUDED.at;\n            RETURN NULL;\n        ",
                    hash="ae33bbc86c50fca9dbde7c784ccb987c3584f5ba",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_told_insert_80b84",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="told_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            INSERT INTO claims_reviewchange AS change (claim_id, at)\n            SELECT concerned.claim_id, clock_timestamp() FROM ((SELECT claim_id FROM old_lines) UNION (SELECT claim_id FROM new_lines)) AS concerned\n            WHERE EXISTS (\n                SELECT FROM claims_verdict WHERE claim_id = concerned.claim_id AND published_at IS NOT NULL\n            )\n            GROUP BY concerned.claim_id ORDER BY concerned.claim_id\n            ON CONFLICT (claim_id) DO UPDATE SET at = EXCLUDED.at;\n            RETURN NULL;\n        ",
                    hash="17f2fce710954a8c9563e67f05841a2590d6e222",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_told_update_925f8",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="told_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            INSERT INTO claims_reviewchange AS change (claim_id, at)\n            SELECT concerned.claim_id, clock_timestamp() FROM ((SELECT claim_id FROM old_lines)) AS concerned\n            WHERE EXISTS (\n                SELECT FROM claims_verdict WHERE claim_id = concerned.claim_id AND published_at IS NOT NULL\n            )\n            GROUP BY concerned.claim_id ORDER BY concerned.claim_id\n            ON CONFLICT (claim_id) DO UPDATE SET at = EXCLUDED.at;\n            RETURN NULL;\n        ",
                    hash="fecd82895befc12a53acfa0356404cab37dc5c47",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_told_delete_f66a4",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="parts_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_write_parts(ARRAY(SELECT answer.contradiction_id FROM old_lines AS was JOIN new_lines AS line ON line.id = was.id AND (was.source_id, was.source_name, was.claim_id) IS DISTINCT FROM (line.source_id, line.source_name, line.claim_id) JOIN claims_appearance AS seen ON seen.id = line.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id)); RETURN NULL;",
                    hash="4115573bf3e99181cd964af6138085b5869c6e5c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_parts_update_2a1bf",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE id = line.claim_id AND status = 'accepted') OR EXISTS (SELECT FROM claims_positionappearance AS member JOIN claims_position AS answer ON answer.id = member.position_id JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE member.appearance_id = line.id AND question.status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="e424fc77559f22bd0ff55425dfb3449fac1d2acb",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_abeb5",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE id = line.claim_id AND status = 'accepted') OR EXISTS (SELECT FROM claims_positionappearance AS member JOIN claims_position AS answer ON answer.id = member.position_id JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE member.appearance_id = line.id AND question.status IN ('open', 'under_review', 'resolved'))) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE id = line.claim_id AND status = 'accepted') OR EXISTS (SELECT FROM claims_positionappearance AS member JOIN claims_position AS answer ON answer.id = member.position_id JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE member.appearance_id = line.id AND question.status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="865740d2ab8dd421a858e3c0ce3e7b629e2f232f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_28b3d",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="appearance",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE id = line.claim_id AND status = 'accepted') OR EXISTS (SELECT FROM claims_positionappearance AS member JOIN claims_position AS answer ON answer.id = member.position_id JOIN claims_contradiction AS question ON question.id = answer.contradiction_id WHERE member.appearance_id = line.id AND question.status IN ('open', 'under_review', 'resolved'))) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="a50a3f1e5fc94b32142d398a3c4d1660b0a01fb9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_5e750",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_appearance",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourcealias",
            trigger=pgtrigger.compiler.Trigger(
                name="follows_merges",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kept bigint; moved boolean DEFAULT TRUE;",
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                moved = NEW.source_id IS DISTINCT FROM OLD.source_id;\n            END IF;\n            IF moved AND NEW.source_id IS NOT NULL THEN\n                SELECT merged_into_id INTO kept FROM claims_source WHERE id = NEW.source_id FOR KEY SHARE;\n                NEW.source_id = COALESCE(kept, NEW.source_id);\n            END IF;\n         RETURN NEW;",
                    hash="ae09bfe19a19cd2300e7ca703bfa6acbe364203d",
                    operation='INSERT OR UPDATE OF "source_id"',
                    pgid="pgtrigger_follows_merges_c44b1",
                    table="claims_sourcealias",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourcealias",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_sourcealiasevent" ("id", "key", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") SELECT new_values."id", new_values."key", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."source_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="54d382b19a5ec960d1c0583ed3761be74281ec96",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_70aa1",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_sourcealias",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourcealias",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_sourcealiasevent" ("id", "key", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") VALUES (NEW."id", NEW."key", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source_id"); RETURN NULL;',
                    hash="bf8a1c2bff550c34d5569926aabdd41a8093fac4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dfb58",
                    table="claims_sourcealias",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourcealias",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_sourcealiasevent" ("id", "key", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") VALUES (OLD."id", OLD."key", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."source_id"); RETURN NULL;',
                    hash="05423c62c937d309f509951d391b592b14d338f5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8b5da",
                    table="claims_sourcealias",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourcealias",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_appearance WHERE source_id = line.source_id) OR EXISTS (SELECT FROM claims_rollcallvote WHERE state_id = line.source_id)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="176e08fee7bb23993b44911ba076dfeef563e4e8",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_b5abf",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_sourcealias",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourcealias",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_appearance WHERE source_id = line.source_id) OR EXISTS (SELECT FROM claims_rollcallvote WHERE state_id = line.source_id)) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_appearance WHERE source_id = line.source_id) OR EXISTS (SELECT FROM claims_rollcallvote WHERE state_id = line.source_id)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="399ed65c75537420e3eb6136a276fdc36c58d770",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_8c7ec",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_sourcealias",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourcealias",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_appearance WHERE source_id = line.source_id) OR EXISTS (SELECT FROM claims_rollcallvote WHERE state_id = line.source_id)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="497b5f14936c0dd38e2888803e90bce9b30a59c1",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_ab3cc",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_sourcealias",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourcealiasevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="984436b3bf246a3e8d6c06ae666552c2e6961edd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8d540",
                    table="claims_sourcealiasevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="sourceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3f92c9d57b7a054311e4bc9ff1301c1cb6390db2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a5b22",
                    table="claims_sourceevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="step",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="10b91086d70581dc1ecb612e8f608361fa0821f0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_348fe",
                    table="claims_step",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_submissionevent" ("article_id", "claim", "finished_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "status", "submitted_at", "user_id") SELECT new_values."article_id", new_values."claim", new_values."finished_at", new_values."id", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."problem", new_values."status", new_values."submitted_at", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="898ffbc6540c24f5e8d0c50cec5673160cb43015",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7794",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_submission",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."article_id" IS DISTINCT FROM (NEW."article_id") OR OLD."claim" IS DISTINCT FROM (NEW."claim") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."problem" IS DISTINCT FROM (NEW."problem") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                    func='INSERT INTO "claims_submissionevent" ("article_id", "claim", "finished_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "status", "submitted_at", "user_id") VALUES (NEW."article_id", NEW."claim", NEW."finished_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."problem", NEW."status", NEW."submitted_at", NEW."user_id"); RETURN NULL;',
                    hash="9c51d8d23f6c99668e81c14d384687ca80cfcc0e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b7c2f",
                    table="claims_submission",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_submissionevent" ("article_id", "claim", "finished_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "status", "submitted_at", "user_id") VALUES (OLD."article_id", OLD."claim", OLD."finished_at", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."problem", OLD."status", OLD."submitted_at", OLD."user_id"); RETURN NULL;',
                    hash="f57463514cd06e05561bce30245e97c382aee570",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f6d1e",
                    table="claims_submission",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="submissionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="83eef6f310b6e1fadf54746e00ff32ba9cbeed97",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_505ba",
                    table="claims_submissionevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimtopicevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2dbe984367cd4bad8386644b41ce64842d7138ca",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cefd0",
                    table="claims_claimtopicevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimtopic",
            trigger=pgtrigger.compiler.Trigger(
                name="follows_merges",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kept bigint; moved boolean DEFAULT TRUE;",
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                moved = NEW.claim_id IS DISTINCT FROM OLD.claim_id;\n            END IF;\n            IF moved AND NEW.claim_id IS NOT NULL THEN\n                SELECT merged_into_id INTO kept FROM claims_claim WHERE id = NEW.claim_id FOR KEY SHARE;\n                NEW.claim_id = COALESCE(kept, NEW.claim_id);\n            END IF;\n         RETURN NEW;",
                    hash="f7a1c0f36a4fe25b6725d7cd6846b50ab8eaa184",
                    operation='INSERT OR UPDATE OF "claim_id"',
                    pgid="pgtrigger_follows_merges_559ec",
                    table="claims_claimtopic",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimtopic",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_claimtopicevent" ("claim_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic_id") SELECT new_values."claim_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."topic_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1e339b698eafae5e6e6c46e3c2beabb7369351af",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e3f7f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_claimtopic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimtopic",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_claimtopicevent" ("claim_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic_id") VALUES (NEW."claim_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."topic_id"); RETURN NULL;',
                    hash="5bfe5b477ac3911c0809f548a8905a7a7e1d3654",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e96f8",
                    table="claims_claimtopic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimtopic",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_claimtopicevent" ("claim_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic_id") VALUES (OLD."claim_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."topic_id"); RETURN NULL;',
                    hash="839f7d127cf23cd714e73a75d56f4ba2d496fc19",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_28e40",
                    table="claims_claimtopic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimtopic",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE id = line.claim_id AND status = 'accepted')) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="00864ed6d49240489adbf9493cc1a4e5d0e74a88",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_beba5",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_claimtopic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimtopic",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE id = line.claim_id AND status = 'accepted')) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE id = line.claim_id AND status = 'accepted')) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="6228c1e3da74a760f3533e1fd6dc5f8d35366f21",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_91591",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_claimtopic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claimtopic",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_claim WHERE id = line.claim_id AND status = 'accepted')) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="a15726316180f36ad437f2d2c8beddd953e9ec61",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_ff1c3",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_claimtopic",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_under_verdict",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF (NEW.text, NEW.short_text, NEW.language) IS DISTINCT FROM\n                       (OLD.text, OLD.short_text, OLD.language) AND EXISTS (\n                        SELECT 1 FROM claims_verdict\n                        WHERE claim_id = NEW.id AND status IN ('submitted', 'scheduled', 'published')\n                    ) OR NEW.status <> OLD.status AND OLD.status = 'accepted' AND EXISTS (\n                        SELECT 1 FROM claims_verdict WHERE claim_id = NEW.id AND status IN ('scheduled', 'published')\n                    ) THEN\n                        RAISE EXCEPTION 'A verdict rests on this claim: send it back or withdraw it first.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="c5c1a2f9c10a30288573c4b6bf85e852b4ac6db3",
                    operation="UPDATE",
                    pgid="pgtrigger_kept_under_verdict_8f54b",
                    table="claims_claim",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="merged_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NEW.status = 'merged' AND EXISTS (SELECT 1 FROM claims_verdict WHERE claim_id = NEW.id) THEN\n                        RAISE EXCEPTION 'There is a verdict on this claim: keep it, and merge the other into it.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF OLD.status = 'merged' AND NEW.status <> 'merged' AND NEW.merged_into_id IS NOT NULL THEN\n                        RAISE EXCEPTION 'This claim was merged into another: undo the merge first.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="dbbc8b5a79eb8d783a3b8b713c59d9d3156960c2",
                    operation='UPDATE OF "status"',
                    pgid="pgtrigger_merged_for_good_7b78a",
                    table="claims_claim",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="merged_in_one_hop",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."merged_into_id" IS NOT NULL)',
                    declare="DECLARE further bigint;",
                    func="\n            -- The lock makes two merges at one moment wait for each other; the second then sees what the first did.\n            SELECT merged_into_id INTO further FROM claims_claim WHERE id = NEW.merged_into_id FOR KEY SHARE;\n            IF further IS NOT NULL THEN\n                RAISE EXCEPTION 'That was merged itself: choose what it was merged into.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            IF EXISTS (SELECT 1 FROM claims_claim WHERE merged_into_id = NEW.id) THEN\n                RAISE EXCEPTION 'Others were merged into this: they move first.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="ab113ba2d7223838b47726f64884466941f6acf3",
                    operation='INSERT OR UPDATE OF "merged_into_id"',
                    pgid="pgtrigger_merged_in_one_hop_09568",
                    table="claims_claim",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="follows_merges",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kept bigint; moved boolean DEFAULT TRUE;",
                    func="\n            IF TG_OP = 'UPDATE' THEN\n                moved = NEW.event_id IS DISTINCT FROM OLD.event_id;\n            END IF;\n            IF moved AND NEW.event_id IS NOT NULL THEN\n                SELECT merged_into_id INTO kept FROM claims_event WHERE id = NEW.event_id FOR KEY SHARE;\n                NEW.event_id = COALESCE(kept, NEW.event_id);\n            END IF;\n         RETURN NEW;",
                    hash="6361d3d495f804acbbeba2215bdd6cb27c62b8e2",
                    operation='INSERT OR UPDATE OF "event_id"',
                    pgid="pgtrigger_follows_merges_782f9",
                    table="claims_claim",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_claimevent" ("assignee_id", "created_at", "event_id", "id", "language", "merged_into_id", "method", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rejected_for_id", "score", "short_text", "status", "status_reason", "text") SELECT new_values."assignee_id", new_values."created_at", new_values."event_id", new_values."id", new_values."language", new_values."merged_into_id", new_values."method", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."rejected_for_id", new_values."score", new_values."short_text", new_values."status", new_values."status_reason", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="59e20ea341d067037ead3415626ab9f7d825d842",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_df8fa",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_claimevent" ("assignee_id", "created_at", "event_id", "id", "language", "merged_into_id", "method", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rejected_for_id", "score", "short_text", "status", "status_reason", "text") VALUES (NEW."assignee_id", NEW."created_at", NEW."event_id", NEW."id", NEW."language", NEW."merged_into_id", NEW."method", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."rejected_for_id", NEW."score", NEW."short_text", NEW."status", NEW."status_reason", NEW."text"); RETURN NULL;',
                    hash="2be21475949efca7e00d954ea080bd70efa450a8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe4ba",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_claimevent" ("assignee_id", "created_at", "event_id", "id", "language", "merged_into_id", "method", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rejected_for_id", "score", "short_text", "status", "status_reason", "text") VALUES (OLD."assignee_id", OLD."created_at", OLD."event_id", OLD."id", OLD."language", OLD."merged_into_id", OLD."method", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."rejected_for_id", OLD."score", OLD."short_text", OLD."status", OLD."status_reason", OLD."text"); RETURN NULL;',
                    hash="556ba2e22391d0fdd41608d4c7a88167d5489a78",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbf31",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="told_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            INSERT INTO claims_reviewchange AS change (claim_id, at)\n            SELECT concerned.claim_id, clock_timestamp() FROM ((SELECT id AS claim_id FROM old_lines) UNION (SELECT id AS claim_id FROM new_lines)) AS concerned\n            WHERE EXISTS (\n                SELECT FROM claims_verdict WHERE claim_id = concerned.claim_id AND published_at IS NOT NULL\n            )\n            GROUP BY concerned.claim_id ORDER BY concerned.claim_id\n            ON CONFLICT (claim_id) DO UPDATE SET at = EXCLUDED.at;\n            RETURN NULL;\n        ",
                    hash="b45f3e67bc8d8286ff0f5e7380692f2f9e1f19fb",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_told_update_3dcbf",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="parts_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_write_parts(ARRAY(SELECT answer.contradiction_id FROM old_lines AS was JOIN new_lines AS line ON line.id = was.id AND (was.status) IS DISTINCT FROM (line.status) JOIN claims_appearance AS seen ON seen.claim_id = line.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id)); RETURN NULL;",
                    hash="b5aaf6613e2e1af62cc20c86d546870b10e7a4e7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_parts_update_ab48a",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE line.status = 'accepted') THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="44d917d5a279ea5a8ff102fa7dbcfffcd4e929d9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_8913c",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE line.status = 'accepted') OR EXISTS (SELECT FROM new_lines AS line WHERE line.status = 'accepted') THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="1cd5b00112a648a22ae7e2bab9da518bd1ecbf41",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_30276",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE line.status = 'accepted') THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="62147abe530aaea82e846dd8eed2e13ef70fe987",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_b697a",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="topicevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="23bb4601503dae76b9c311784eb4dceb19884a7e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7eb88",
                    table="claims_topicevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="userevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="663bd69c3da6b390d10d5eac08b9037eea687d0e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_50989",
                    table="claims_userevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7e3bccbe8789fecec97555270aabcdaed8b4048e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_76d0a",
                    table="claims_verdictevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_once_submitted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE concerned bigint[];",
                    func="\n                    concerned := ARRAY[\n                        CASE WHEN TG_OP <> 'INSERT' THEN OLD.verdict_id END,\n                        CASE WHEN TG_OP <> 'DELETE' THEN NEW.verdict_id END\n                    ];\n                    -- Waits for a publication under way, whose outcome the next statement sees.\n                    PERFORM 1 FROM claims_verdict WHERE id = ANY(concerned) ORDER BY id FOR NO KEY UPDATE;\n                    IF EXISTS (\n                        SELECT 1 FROM claims_verdict WHERE id = ANY(concerned) AND status <> 'draft'\n                    ) THEN\n                        RAISE EXCEPTION 'Only a draft changes what it cites: send it back, or publish a correction.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                    RETURN NEW;\n                ",
                    hash="6f9099a1314492377a03616eb2fb1fdf1744613d",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_frozen_once_submitted_c6001",
                    table="claims_verdictevidence",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_verdictevidenceevent" ("evidence_id", "id", "note", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verdict_id") SELECT new_values."evidence_id", new_values."id", new_values."note", new_values."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."verdict_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6c6b3ffb69c889441bbe1d9e5dcc74e76bbd5b2d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6255b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_verdictevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_verdictevidenceevent" ("evidence_id", "id", "note", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verdict_id") VALUES (NEW."evidence_id", NEW."id", NEW."note", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."verdict_id"); RETURN NULL;',
                    hash="e14cdf0266e4b8d07598814f28f993e53f81b5b9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c972a",
                    table="claims_verdictevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_verdictevidenceevent" ("evidence_id", "id", "note", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verdict_id") VALUES (OLD."evidence_id", OLD."id", OLD."note", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."verdict_id"); RETURN NULL;',
                    hash="74c6cdb31f27a29603010817a56b06360e977983",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_530a4",
                    table="claims_verdictevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_verdict WHERE id = line.verdict_id AND published_at IS NOT NULL)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="c7cd6ea6d5f74edebc81ae43166c3c690c82b435",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_e7a01",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_verdictevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_verdict WHERE id = line.verdict_id AND published_at IS NOT NULL)) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM claims_verdict WHERE id = line.verdict_id AND published_at IS NOT NULL)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="54d9b3949b40477b30bd66a44feac6345dc33934",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_8760e",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_verdictevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM claims_verdict WHERE id = line.verdict_id AND published_at IS NOT NULL)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="3b3be58dfc67f202cb20e954a1e5438f81baad2c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_af146",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_verdictevidence",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="author_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."publisher_id" IS DISTINCT FROM (NEW."publisher_id") OR OLD."origin" IS DISTINCT FROM (NEW."origin"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="46337e290301435188ffcb0c9ed9f1ea95d26289",
                    operation="UPDATE",
                    pgid="pgtrigger_author_stays_f759a",
                    table="claims_verdict",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="on_standing_claim",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE claim_status text;",
                    func="\n            SELECT status INTO claim_status FROM claims_claim WHERE id = NEW.claim_id FOR KEY SHARE;\n            IF claim_status = 'merged' THEN\n                RAISE EXCEPTION 'This claim was merged into another: write the verdict on that one.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="c4a6448cf980a10f995f7614b5dda38339d4d48c",
                    operation="INSERT",
                    pgid="pgtrigger_on_standing_claim_8ac35",
                    table="claims_verdict",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="published_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"status\" IN ('scheduled', 'published', 'superseded', 'withdrawn'))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="bae5f9fcd6e04835cba3429e0b251b43cedfde0e",
                    operation="DELETE",
                    pgid="pgtrigger_published_is_kept_4dd54",
                    table="claims_verdict",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="publish_rules",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NEW.origin = 'imported' AND (\n                TG_OP = 'INSERT' AND NEW.status <> 'published'\n                OR EXISTS (SELECT 1 FROM articles_publisher WHERE id = NEW.publisher_id AND kind = 'own' FOR KEY SHARE)\n            ) THEN\n                RAISE EXCEPTION 'Only what another desk has published is imported: our own goes through second eyes.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            IF TG_OP = 'INSERT' AND NEW.origin = 'written' AND NEW.status NOT IN ('draft', 'submitted') THEN\n                RAISE EXCEPTION 'A verdict starts as a draft.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            IF TG_OP = 'UPDATE' AND OLD.status IN ('draft', 'submitted', 'scheduled') THEN\n                IF NEW.status IN ('scheduled', 'published') AND OLD.status = 'draft' THEN\n                    RAISE EXCEPTION 'A verdict is submitted before it is published.'\n                        USING ERRCODE = 'integrity_constraint_violation';\n                END IF;\n                IF OLD.status = 'scheduled' AND NEW.status = 'submitted' THEN\n                    RAISE EXCEPTION 'An approved verdict is published or sent back.'\n                        USING ERRCODE = 'integrity_constraint_violation';\n                END IF;\n                IF OLD.status = 'scheduled' AND NEW.status = 'published'\n                   AND (NEW.published_by_id <> OLD.published_by_id OR NEW.published_at < OLD.publish_at) THEN\n                    RAISE EXCEPTION 'An approved verdict goes out under the name of who approved it, in time.'\n                        USING ERRCODE = 'integrity_constraint_violation';\n                END IF;\n                IF NEW.status IN ('superseded', 'withdrawn') THEN\n                    RAISE EXCEPTION 'Only a published verdict can be superseded or withdrawn.'\n                        USING ERRCODE = 'integrity_constraint_violation';\n                END IF;\n            END IF;\n            IF NEW.supersedes_id IS NOT NULL AND NOT EXISTS (\n                SELECT 1 FROM claims_verdict earlier WHERE earlier.id = NEW.supersedes_id\n                  AND (earlier.claim_id, earlier.publisher_id, earlier.origin)\n                      = (NEW.claim_id, NEW.publisher_id, NEW.origin)\n            ) THEN\n                RAISE EXCEPTION 'A verdict supersedes one on the same claim by the same publisher, of one origin.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            -- Whoever publishes has read these words and did not write them.\n            IF TG_OP = 'UPDATE' AND OLD.status IN ('submitted', 'scheduled') AND NEW.status <> 'draft' AND\n               (NEW.rating_id, NEW.headline, NEW.summary, NEW.body, NEW.language,\n                NEW.supersedes_id, NEW.change_kind, NEW.change_reason) IS DISTINCT FROM\n               (OLD.rating_id, OLD.headline, OLD.summary, OLD.body, OLD.language,\n                OLD.supersedes_id, OLD.change_kind, OLD.change_reason) THEN\n                RAISE EXCEPTION 'A submitted verdict is sent back before its words are changed.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            IF TG_OP = 'UPDATE' AND OLD.status <> NEW.status\n               AND OLD.status IN ('submitted', 'scheduled') AND NEW.status IN ('scheduled', 'published') THEN\n                IF NEW.published_by_id = ANY(OLD.writers) THEN\n                    RAISE EXCEPTION 'A verdict is published by someone who has not written in it.'\n                        USING ERRCODE = 'integrity_constraint_violation';\n                END IF;\n                IF NEW.status = 'published' AND NEW.published_at < OLD.publish_at THEN\n                    RAISE EXCEPTION 'A verdict is not published before its embargo ends.'\n                        USING ERRCODE = 'integrity_constraint_violation';\n                END IF;\n                -- What the verdict is about waits for this publication, and then finds itself frozen.\n                PERFORM 1 FROM claims_claim WHERE id = NEW.claim_id FOR SHARE;\n                -- The lock makes a change of the evidence at this moment wait, and then find it frozen.\n                PERFORM 1 FROM claims_verdictevidence cited\n                JOIN claims_evidence evidence ON evidence.id = cited.evidence_id\n                WHERE cited.verdict_id = NEW.id FOR SHARE OF evidence;\n                IF (\n                    SELECT COALESCE(bool_or(evidence.archive_url = '' AND evidence.archive_exception = ''), true)\n                    FROM claims_verdictevidence cited\n                    JOIN claims_evidence evidence ON evidence.id = cited.evidence_id\n                    WHERE cited.verdict_id = NEW.id\n                ) THEN\n                    RAISE EXCEPTION\n                        'A verdict is published on evidence with an archive link or a stated exception.'\n                        USING ERRCODE = 'integrity_constraint_violation';\n                END IF;\n                -- claims.checklist.LONGEST_CLAIM\n                IF EXISTS (\n                    SELECT 1 FROM claims_claim WHERE id = NEW.claim_id AND char_length(text) > 75 AND short_text = ''\n                ) THEN\n                    RAISE EXCEPTION 'A verdict is published on a claim of at most 75 characters, or with a short form.'\n                        USING ERRCODE = 'integrity_constraint_violation';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                    hash="c55b537823a67a03e7002a3d7835919247e37fcc",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_publish_rules_a9e0f",
                    table="claims_verdict",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="rating_of_own_scale",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT EXISTS (\n                SELECT 1 FROM claims_rating rating JOIN claims_ratingscale scale ON scale.id = rating.scale_id\n                WHERE rating.id = NEW.rating_id AND scale.publisher_id = NEW.publisher_id\n            ) THEN\n                RAISE EXCEPTION 'A verdict gives a rating from a scale of its own publisher.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="df094d520e25aab256b60a02568ef97d7c89b00c",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_rating_of_own_scale_e57ca",
                    table="claims_verdict",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="published_is_frozen",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"status\" IN ('published', 'superseded', 'withdrawn'))",
                    func="\n            IF (to_jsonb(NEW) - 'status' - 'needs_review' - 'assignee_id' - 'writers') IS DISTINCT FROM\n               (to_jsonb(OLD) - 'status' - 'needs_review' - 'assignee_id' - 'writers') THEN\n                RAISE EXCEPTION 'A published verdict is not changed: publish a correction that supersedes it.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            IF NEW.status <> OLD.status\n               AND NOT (OLD.status = 'published' AND NEW.status IN ('superseded', 'withdrawn')) THEN\n                RAISE EXCEPTION 'A published verdict can only be superseded or withdrawn.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="88c602718b019bfd296b43a1abb6a8db6fc49c1b",
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
                name="counts_revisions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF (NEW.rating_id, NEW.headline, NEW.summary, NEW.body, NEW.language, NEW.change_kind,\n                NEW.change_reason) IS DISTINCT FROM\n               (OLD.rating_id, OLD.headline, OLD.summary, OLD.body, OLD.language, OLD.change_kind,\n                OLD.change_reason) THEN\n                NEW.revision = OLD.revision + 1;\n            END IF;\n            RETURN NEW;\n        ",
                    hash="445203e8ee21fd052257d260cf1802d33d5fbcbf",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_revisions_4fd02",
                    table="claims_verdict",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="remembers_writers",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            NEW.writers = CASE WHEN TG_OP = 'UPDATE' THEN OLD.writers ELSE '{}' END;\n            IF NOT COALESCE(NEW.edited_by_id, NEW.author_id) = ANY(NEW.writers) THEN\n                NEW.writers = NEW.writers || COALESCE(NEW.edited_by_id, NEW.author_id)::bigint;\n            END IF;\n            RETURN NEW;\n        ",
                    hash="8af2fbaf1157c65d81f9c064900a14728ab01a80",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_remembers_writers_691e0",
                    table="claims_verdict",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="change_is_explained",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"status\" = 'published' AND NEW.\"status\" IN ('superseded', 'withdrawn'))",
                    constraint="CONSTRAINT",
                    func="\n            -- What another desk changes is for that desk to explain: what it says now stands in its place.\n            IF NEW.origin = 'imported' AND NEW.status = 'superseded'\n               AND EXISTS (SELECT 1 FROM claims_verdict WHERE supersedes_id = NEW.id AND status <> 'draft') THEN\n                RETURN NULL;\n            END IF;\n            IF NOT EXISTS (SELECT 1 FROM claims_correction WHERE verdict_id = NEW.id) THEN\n                RAISE EXCEPTION 'A published verdict is superseded or withdrawn only with a public correction.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NULL;\n        ",
                    hash="a17f6cf14a5a55a8255b9e301f434bc8ec159c08",
                    operation="UPDATE",
                    pgid="pgtrigger_change_is_explained_5bbe0",
                    table="claims_verdict",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_verdictevent" ("assignee_id", "author_id", "body", "change_kind", "change_reason", "claim_id", "created_at", "edited_by_id", "headline", "id", "language", "needs_review", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_at", "publish_error", "published_at", "published_by_id", "publisher_id", "rating_id", "revision", "status", "submitted_at", "summary", "supersedes_id", "writers") SELECT new_values."assignee_id", new_values."author_id", new_values."body", new_values."change_kind", new_values."change_reason", new_values."claim_id", new_values."created_at", new_values."edited_by_id", new_values."headline", new_values."id", new_values."language", new_values."needs_review", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."publish_at", new_values."publish_error", new_values."published_at", new_values."published_by_id", new_values."publisher_id", new_values."rating_id", new_values."revision", new_values."status", new_values."submitted_at", new_values."summary", new_values."supersedes_id", new_values."writers" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f4ed8a79205dbb861141dc1fd6b42365a0338d3e",
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
                    func='INSERT INTO "claims_verdictevent" ("assignee_id", "author_id", "body", "change_kind", "change_reason", "claim_id", "created_at", "edited_by_id", "headline", "id", "language", "needs_review", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_at", "publish_error", "published_at", "published_by_id", "publisher_id", "rating_id", "revision", "status", "submitted_at", "summary", "supersedes_id", "writers") VALUES (NEW."assignee_id", NEW."author_id", NEW."body", NEW."change_kind", NEW."change_reason", NEW."claim_id", NEW."created_at", NEW."edited_by_id", NEW."headline", NEW."id", NEW."language", NEW."needs_review", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."publish_at", NEW."publish_error", NEW."published_at", NEW."published_by_id", NEW."publisher_id", NEW."rating_id", NEW."revision", NEW."status", NEW."submitted_at", NEW."summary", NEW."supersedes_id", NEW."writers"); RETURN NULL;',
                    hash="82f7e7b8e8444ce43161e6440805283d86f92dae",
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
                    func='INSERT INTO "claims_verdictevent" ("assignee_id", "author_id", "body", "change_kind", "change_reason", "claim_id", "created_at", "edited_by_id", "headline", "id", "language", "needs_review", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_at", "publish_error", "published_at", "published_by_id", "publisher_id", "rating_id", "revision", "status", "submitted_at", "summary", "supersedes_id", "writers") VALUES (OLD."assignee_id", OLD."author_id", OLD."body", OLD."change_kind", OLD."change_reason", OLD."claim_id", OLD."created_at", OLD."edited_by_id", OLD."headline", OLD."id", OLD."language", OLD."needs_review", OLD."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."publish_at", OLD."publish_error", OLD."published_at", OLD."published_by_id", OLD."publisher_id", OLD."rating_id", OLD."revision", OLD."status", OLD."submitted_at", OLD."summary", OLD."supersedes_id", OLD."writers"); RETURN NULL;',
                    hash="f72ae2fbafc4f3b0ba9878fbc2f4bf28b571e395",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_83861",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="told_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            INSERT INTO claims_reviewchange AS change (claim_id, at)\n            SELECT concerned.claim_id, clock_timestamp() FROM ((SELECT claim_id FROM new_lines WHERE published_at IS NOT NULL)) AS concerned\n            WHERE EXISTS (\n                SELECT FROM claims_verdict WHERE claim_id = concerned.claim_id AND published_at IS NOT NULL\n            )\n            GROUP BY concerned.claim_id ORDER BY concerned.claim_id\n            ON CONFLICT (claim_id) DO UPDATE SET at = EXCLUDED.at;\n            RETURN NULL;\n        ",
                    hash="e6de69a2d6dfdf80b16e61ea0a017079273044fd",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_told_insert_ea5ad",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="told_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            INSERT INTO claims_reviewchange AS change (claim_id, at)\n            SELECT concerned.claim_id, clock_timestamp() FROM ((SELECT claim_id FROM old_lines WHERE published_at IS NOT NULL) UNION (SELECT claim_id FROM new_lines WHERE published_at IS NOT NULL)) AS concerned\n            WHERE EXISTS (\n                SELECT FROM claims_verdict WHERE claim_id = concerned.claim_id AND published_at IS NOT NULL\n            )\n            GROUP BY concerned.claim_id ORDER BY concerned.claim_id\n            ON CONFLICT (claim_id) DO UPDATE SET at = EXCLUDED.at;\n            RETURN NULL;\n        ",
                    hash="d32432a56fa8831cd899b9077fbae11a5ede4118",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_told_update_2e822",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE line.published_at IS NOT NULL) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="fec6458ba6f97c151645b2db58ecf11482c36149",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_e870e",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE line.published_at IS NOT NULL) OR EXISTS (SELECT FROM new_lines AS line WHERE line.published_at IS NOT NULL) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="31be4d7c84f87a7dd824107d138649cdb9548d90",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_d6289",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE line.published_at IS NOT NULL) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="2f79c7c5ff13a4edb1f80d0c87fac5631815f467",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_c5ade",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="claims_verdict",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="verdictevidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="85a5a43f6c1eb2a5412aa265260137478bd55175",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d3749",
                    table="claims_verdictevidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="waiver",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_once_approved",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE concerned bigint[];",
                    func="\n                    concerned := ARRAY[\n                        CASE WHEN TG_OP <> 'INSERT' THEN OLD.verdict_id END,\n                        CASE WHEN TG_OP <> 'DELETE' THEN NEW.verdict_id END\n                    ];\n                    -- Waits for a publication under way, whose outcome the next statement sees.\n                    PERFORM 1 FROM claims_verdict WHERE id = ANY(concerned) ORDER BY id FOR NO KEY UPDATE;\n                    IF EXISTS (\n                        SELECT 1 FROM claims_verdict\n                        WHERE id = ANY(concerned) AND status NOT IN ('draft', 'submitted')\n                    ) THEN\n                        RAISE EXCEPTION 'What was waived for an approved verdict is kept as it was.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                    RETURN NEW;\n                ",
                    hash="9f66cc25e9c5eb50986bfc9c0fa7649ff38e128d",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_frozen_once_approved_30093",
                    table="claims_waiver",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="waiver",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_waiverevent" ("at", "by_id", "check_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "subject", "verdict_id") SELECT new_values."at", new_values."by_id", new_values."check_name", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."subject", new_values."verdict_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="185f3caddd3d0f836ab31b54ba483d4bc2650a20",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a1aa4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_waiver",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="waiver",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_waiverevent" ("at", "by_id", "check_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "subject", "verdict_id") VALUES (NEW."at", NEW."by_id", NEW."check_name", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."subject", NEW."verdict_id"); RETURN NULL;',
                    hash="1f691ab4b97ff2e023941491d987ebb78b6ed9c2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9e307",
                    table="claims_waiver",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="waiver",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_waiverevent" ("at", "by_id", "check_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "subject", "verdict_id") VALUES (OLD."at", OLD."by_id", OLD."check_name", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."subject", OLD."verdict_id"); RETURN NULL;',
                    hash="d895debe1e7b5c356ea535f80e1200e82452c9d1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_573f3",
                    table="claims_waiver",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="waiverevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1be14f286285297ca1617819b00fd9d32e89bf89",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a9ba6",
                    table="claims_waiverevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="webhook",
            trigger=pgtrigger.compiler.Trigger(
                name="same_address_same_secret",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."salt" IS DISTINCT FROM (NEW."salt") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b7e7082fa8e67f0b3800266caaaf6ad05bbc18b0",
                    operation="UPDATE",
                    pgid="pgtrigger_same_address_same_secret_ab836",
                    table="claims_webhook",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="webhook",
            trigger=pgtrigger.compiler.Trigger(
                name="kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="98820f2fc56c972659b06f49a53e6395e7c39da8",
                    operation="DELETE",
                    pgid="pgtrigger_kept_b6441",
                    table="claims_webhook",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="webhook",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_webhookevent" ("failing_since", "id", "is_active", "kinds", "made_at", "made_by_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "salt", "stopped_because", "url") SELECT new_values."failing_since", new_values."id", new_values."is_active", new_values."kinds", new_values."made_at", new_values."made_by_id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."salt", new_values."stopped_because", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d31035fabd980609d3c18a921a7fd20d21aaa79c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e3f07",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_webhook",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="webhook",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_webhookevent" ("failing_since", "id", "is_active", "kinds", "made_at", "made_by_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "salt", "stopped_because", "url") VALUES (NEW."failing_since", NEW."id", NEW."is_active", NEW."kinds", NEW."made_at", NEW."made_by_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."salt", NEW."stopped_because", NEW."url"); RETURN NULL;',
                    hash="15db557f882371e1c3aaeabe2f9405712530e48f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_57384",
                    table="claims_webhook",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="webhook",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_webhookevent" ("failing_since", "id", "is_active", "kinds", "made_at", "made_by_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "salt", "stopped_because", "url") VALUES (OLD."failing_since", OLD."id", OLD."is_active", OLD."kinds", OLD."made_at", OLD."made_by_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."salt", OLD."stopped_because", OLD."url"); RETURN NULL;',
                    hash="735ac3776f3a1dcec54efc76670acb0e0434b760",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c756d",
                    table="claims_webhook",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="delivery",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d6a305e0b07f4454095a47ca1cd25d498eca634b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_deee6",
                    table="claims_delivery",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="webhookevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e8fb50fbb778ad719c3633fd42605bbce47da02b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f07d2",
                    table="claims_webhookevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="usergroup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_usergroupevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") SELECT new_values."group_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="833c3fd81382a1b372a698feec3c065ce1e4ce79",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d5872",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="claims_user_groups",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="usergroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_usergroupevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."group_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                    hash="5d8c05a9485fb76fcf0ff72a44f971934e7a4d20",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b8a5d",
                    table="claims_user_groups",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="usergroup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_usergroupevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."group_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                    hash="c4b76fb8b3d851099ad0874f1a775db36bb4d317",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a52b1",
                    table="claims_user_groups",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="usergroupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="64177e2ceeea6b973c7f99b52ddc1243e60eab1d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2bd2f",
                    table="claims_usergroupevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
