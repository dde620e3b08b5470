"""Imported reviews are found by the site and the address at which another desk published them."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models.functions import MD5

import claims.models.importing


class Migration(migrations.Migration):
    atomic = False  # the indexes are built beside what is being written
    dependencies = [
        ("claims", "0005_review_cause"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="importedreview",
            index=models.Index(claims.models.importing.Site("url"), name="imported_review_site"),
        ),
        AddIndexConcurrently(
            model_name="importedreview",
            index=models.Index(MD5("url"), name="imported_review_url"),
        ),
    ]
