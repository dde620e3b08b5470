"""Keep the plans of what tells which records are public. They hardly depend on how many keys there are, and PostgreSQL,
which does not know that, made them anew each time: most of what it takes to note a change.

Not those of `claims_note`: it looks up one list in another, which is quick only while it is planned with both at hand.
"""

from django.db import migrations

FUNCTION = "claims_seen(text, bigint[])"


class Migration(migrations.Migration):
    dependencies = [("claims", "0015_reviews_by_page")]

    operations = [
        migrations.RunSQL(
            f"ALTER FUNCTION {FUNCTION} SET plan_cache_mode = force_generic_plan",
            f"ALTER FUNCTION {FUNCTION} RESET plan_cache_mode",
        )
    ]
