"""The rules that the tables keep and the history that they write: see `triggers` of each model's Meta."""

import pgtrigger.compiler
from django.db import migrations

import articles.operations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_tables"),
    ]

    operations = [
        articles.operations.AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_publisherevent" ("about", "country", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "url") SELECT new_values."about", new_values."country", new_values."id", new_values."kind", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."slug", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2b2f450610ea2abcccfd7f92d6e553346f12e138",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_15154",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="articles_publisher",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "articles_publisherevent" ("about", "country", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "url") VALUES (NEW."about", NEW."country", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."url"); RETURN NULL;',
                    hash="ba526c8b27fe89234f317829f7c6865dcfec2bf5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5ea96",
                    table="articles_publisher",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "articles_publisherevent" ("about", "country", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "url") VALUES (OLD."about", OLD."country", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."url"); RETURN NULL;',
                    hash="c39ebac40c74fe47c0ea3aca67d0932ddf7e852d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_18484",
                    table="articles_publisher",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="own_desk_imports_nothing",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"kind\" = 'own' AND NOT (OLD.\"kind\" = 'own'))",
                    func="\n            IF EXISTS (SELECT 1 FROM claims_verdict WHERE publisher_id = NEW.id AND origin = 'imported') THEN\n                RAISE EXCEPTION 'Reviews of this publisher were imported: it cannot become our own desk.'\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="57bcbdcc21282ddf11691cac5661e016152f03bd",
                    operation="UPDATE",
                    pgid="pgtrigger_own_desk_imports_nothing_3eaca",
                    table="articles_publisher",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) OR EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="6bf28cc0b875300163ba309ecc09481193766d32",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_dfad8",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="articles_publisher",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="articleversion",
            trigger=pgtrigger.compiler.Trigger(
                name="immutable",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."article_id" IS DISTINCT FROM (NEW."article_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."content_sha256" IS DISTINCT FROM (NEW."content_sha256") OR OLD."captured_at" IS DISTINCT FROM (NEW."captured_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="11739f730f9c854e884aa696229c67cfecfe05c4",
                    operation="UPDATE",
                    pgid="pgtrigger_immutable_a1dd9",
                    table="articles_articleversion",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="articleversion",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="791d148654bc9c4bbd36d5c1ddf74c2e99503afd",
                    operation="DELETE",
                    pgid="pgtrigger_append_only_04e37",
                    table="articles_articleversion",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="articleversion",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM articles_article WHERE id = line.article_id AND is_public)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="9d7e9f388e420d3193e49298f88a7769f0f12f1d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_57494",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="articles_articleversion",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="articleversion",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM articles_article WHERE id = line.article_id AND is_public)) OR EXISTS (SELECT FROM new_lines AS line WHERE EXISTS (SELECT FROM articles_article WHERE id = line.article_id AND is_public)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="c317a09875b6b8fe72ca6da19cca38a39b3dd287",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_b1f8a",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="articles_articleversion",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="articleversion",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE EXISTS (SELECT FROM articles_article WHERE id = line.article_id AND is_public)) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="ef9410d581dd54d07ee984d33f4e4a4a97871ddf",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_5936f",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="articles_articleversion",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="ingestattempt",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cb20447a3e0b88b17724bb800331b9ee2b97d4e7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_92f4e",
                    table="articles_ingestattempt",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="passage",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8a39143d7e1a218453b61bc198de935db16cdf81",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ca353",
                    table="articles_passage",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="articleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="97e38e30f4f2ced7f80fc829b7756986ceddd8a6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2e536",
                    table="articles_articleevent",
                    when="BEFORE",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_articleevent" ("added_at", "byline", "copy_of_id", "id", "identifier", "is_based_on", "is_public", "language", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher_id", "title", "url") SELECT new_values."added_at", new_values."byline", new_values."copy_of_id", new_values."id", new_values."identifier", new_values."is_based_on", new_values."is_public", new_values."language", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."published_on", new_values."publisher_id", new_values."title", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ea6aa588d587a78f6c2a3c5b217dab436ec8e842",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b6ebd",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "articles_articleevent" ("added_at", "byline", "copy_of_id", "id", "identifier", "is_based_on", "is_public", "language", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher_id", "title", "url") VALUES (NEW."added_at", NEW."byline", NEW."copy_of_id", NEW."id", NEW."identifier", NEW."is_based_on", NEW."is_public", NEW."language", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_on", NEW."publisher_id", NEW."title", NEW."url"); RETURN NULL;',
                    hash="fcac1472086db9a62caf7e642eb97e394376cee4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d7697",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "articles_articleevent" ("added_at", "byline", "copy_of_id", "id", "identifier", "is_based_on", "is_public", "language", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher_id", "title", "url") VALUES (OLD."added_at", OLD."byline", OLD."copy_of_id", OLD."id", OLD."identifier", OLD."is_based_on", OLD."is_public", OLD."language", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_on", OLD."publisher_id", OLD."title", OLD."url"); RETURN NULL;',
                    hash="752c8b304858ae7a8d24d8e099a67132fac22f70",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ddb9c",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="parts_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM claims_write_parts(ARRAY(SELECT answer.contradiction_id FROM old_lines AS was JOIN new_lines AS line ON line.id = was.id AND (was.publisher_id) IS DISTINCT FROM (line.publisher_id) JOIN articles_articleversion AS version ON version.article_id = line.id JOIN claims_appearance AS seen ON seen.version_id = version.id JOIN claims_positionappearance AS member ON member.appearance_id = seen.id JOIN claims_position AS answer ON answer.id = member.position_id)); RETURN NULL;",
                    hash="50eabe796e21e3ebdfde9ba5bc5f48e97eefb00a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_parts_update_5ba72",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM new_lines AS line WHERE line.is_public) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="88f9a29e113f59943e3f221fd9a5c89f83456097",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_shown_insert_25dab",
                    referencing="REFERENCING NEW TABLE AS new_lines ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE line.is_public) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="fddff31a48fc05b8f7716ab0640cf6fd97b90bc9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_shown_delete_295f2",
                    referencing="REFERENCING OLD TABLE AS old_lines ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="shown_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (SELECT FROM old_lines AS line WHERE TRUE) OR EXISTS (SELECT FROM new_lines AS line WHERE TRUE) THEN\n                INSERT INTO articles_change AS change (transaction, at) VALUES (txid_current(), transaction_timestamp())\n                ON CONFLICT (transaction) DO UPDATE\n                SET id = nextval(pg_get_serial_sequence('articles_change', 'id')), at = EXCLUDED.at\n                WHERE change.at <> EXCLUDED.at;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="5fd1e13987da5bf44eabf67f0676f0a7d0d71d0d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_shown_update_13cb4",
                    referencing="REFERENCING OLD TABLE AS old_lines  NEW TABLE AS new_lines ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        articles.operations.AddTrigger(
            model_name="publisherevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8439ba475c6aaab8e61d5886918682a62b29a5f3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1afa1",
                    table="articles_publisherevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
