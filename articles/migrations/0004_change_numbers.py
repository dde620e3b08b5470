"""A change is numbered as it is committed, so that caches notice the slowest of them."""

import pgtrigger.compiler
from django.db import migrations

import articles.operations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_triggers"),
    ]

    operations = [
        articles.operations.AddTrigger(
            model_name="change",
            trigger=pgtrigger.compiler.Trigger(
                name="numbered_at_commit",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n                    UPDATE articles_change SET id = nextval(pg_get_serial_sequence('articles_change', 'id'))\n                    WHERE id = NEW.id;\n                    RETURN NULL;\n                ",
                    hash="3fc1fbfd4ca01b9daa5eb22b878d28d1eb1e008e",
                    operation="INSERT",
                    pgid="pgtrigger_numbered_at_commit_1ff58",
                    table="articles_change",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
