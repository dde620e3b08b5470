"""The keys of imported claims have one index: they are asked for whole and never by how they begin."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # the index is built beside what is being written
    dependencies = [
        ("claims", "0009_rules_once_a_statement"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="importedreview",
            index=models.Index(fields=["claim_key"], name="imported_review_claim"),
        ),
        migrations.AlterField(
            model_name="importedreview",
            name="claim_key",
            field=models.CharField(max_length=64),
        ),
    ]
