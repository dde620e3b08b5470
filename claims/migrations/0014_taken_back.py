"""What another desk has taken off its page may be withdrawn by who took it over: nobody here has written it."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

import articles.operations


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0013_noted_of_what_is_public"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="correction",
            name="corrects_what_is_published",
        ),
        articles.operations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="corrects_what_is_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NEW.kind = 'reopening' AND NOT EXISTS (\n                        SELECT 1 FROM claims_verdict\n                        WHERE id = NEW.verdict_id AND status = 'withdrawn' AND NEW.replacement_id IS NOT NULL\n                    ) THEN\n                        RAISE EXCEPTION 'Only a withdrawn verdict is taken up again, by one that replaces it.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF NEW.kind <> 'reopening' AND NOT EXISTS (\n                        SELECT 1 FROM claims_verdict WHERE id = NEW.verdict_id AND status = 'published'\n                    ) THEN\n                        RAISE EXCEPTION 'Only a published verdict is corrected.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF NEW.kind = 'withdrawal' AND EXISTS (\n                        SELECT 1 FROM claims_verdict\n                        WHERE id = NEW.verdict_id AND origin = 'written' AND NEW.made_by_id = ANY(writers)\n                    ) THEN\n                        RAISE EXCEPTION 'A verdict is withdrawn by someone who has not written in it.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    IF NEW.replacement_id IS NOT NULL AND NOT EXISTS (\n                        SELECT 1 FROM claims_verdict WHERE id = NEW.replacement_id AND supersedes_id = NEW.verdict_id\n                    ) THEN\n                        RAISE EXCEPTION 'The replacement does not supersede the verdict that is corrected.'\n                            USING ERRCODE = 'integrity_constraint_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="48b413cd6cbec14fa356f943a2c682df46a86aec",
                    operation="INSERT",
                    pgid="pgtrigger_corrects_what_is_published_2736f",
                    table="claims_correction",
                    when="BEFORE",
                ),
            ),
        ),
    ]
