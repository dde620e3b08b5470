"""The order of the feed of contradictions."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("claims", "0007_contradiction_days")]

    operations = [
        AddIndexConcurrently(
            "contradiction",
            models.Index(
                condition=models.Q(("status__in", ("open", "under_review", "resolved"))),
                fields=["-changed_at", "-id"],
                name="contradiction_changed",
            ),
        ),
    ]
