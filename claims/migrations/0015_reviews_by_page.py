"""Imported reviews are found by their page, whatever the anchor on it."""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

import claims.models.importing


class Migration(migrations.Migration):
    atomic = False  # the index is built beside what is being written
    dependencies = [
        ("claims", "0014_taken_back"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="importedreview",
            index=models.Index(claims.models.importing.Page("url"), name="imported_review_page"),
        ),
        RemoveIndexConcurrently(
            model_name="importedreview",
            name="imported_review_url",
        ),
    ]
