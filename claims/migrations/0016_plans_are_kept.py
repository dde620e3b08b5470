"""Keep the plans of what notes changes. They depend on how many keys there are only a little, and PostgreSQL, which
does not know that, planned them anew each time: three quarters of what it takes to write down a change."""

from django.db import migrations

FUNCTIONS = ("claims_seen(text, bigint[])", "claims_note(text, bigint[], boolean)")


class Migration(migrations.Migration):
    dependencies = [("claims", "0015_reviews_by_page")]

    operations = [
        migrations.RunSQL(
            [f"ALTER FUNCTION {function} SET plan_cache_mode = force_generic_plan" for function in FUNCTIONS],
            [f"ALTER FUNCTION {function} RESET plan_cache_mode" for function in FUNCTIONS],
        )
    ]
