from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations


class Migration(migrations.Migration):
    """PostgreSQL's own extensions that search needs. Both are trusted: the owner of the database may create them."""

    initial = True
    dependencies = ()
    operations = [TrigramExtension(), UnaccentExtension()]
