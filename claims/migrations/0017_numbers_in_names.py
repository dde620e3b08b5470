"""Keys of names with a number of four digits or more, whose doubled digits had been folded like doubled letters."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from claims.extraction.names import fold_name


def fold_again(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The new keys tell more names apart than the old ones, so that no two can come to be the same."""
    for alias in apps.get_model("claims", "SourceAlias").objects.filter(name__regex=r"\d{4}").iterator():
        if (key := fold_name(alias.name)[:200]) and key != alias.key:
            alias.key = key
            alias.save(update_fields=["key"])


class Migration(migrations.Migration):
    dependencies = [("claims", "0016_plans_are_kept")]

    operations = [migrations.RunPython(fold_again, migrations.RunPython.noop)]
