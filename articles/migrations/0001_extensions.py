from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    """PostgreSQL's own extension for spelling-tolerant search. It is trusted: the owner of a database may create it."""

    initial = True
    dependencies = ()
    operations = (TrigramExtension(),)
