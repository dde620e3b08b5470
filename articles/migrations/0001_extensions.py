from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations


class Migration(migrations.Migration):
    """PostgreSQL's own extensions for searches that forgive spelling and accents. Both are trusted: the owner of a
    database may create them."""

    initial = True
    dependencies = ()
    operations = (TrigramExtension(), UnaccentExtension())
