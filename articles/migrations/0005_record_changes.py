"""Which records of the API changed when."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_change_numbers")]

    operations = [
        migrations.CreateModel(
            name="RecordChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(help_text="The resource of the API, such as claim", max_length=20)),
                ("record", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("is_gone", models.BooleanField(default=False, help_text="Readers do not see it any more")),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.AddIndex(
            model_name="recordchange",
            index=models.Index(fields=["kind", "at"], include=("record",), name="record_change_at"),
        ),
        migrations.AddIndex(
            model_name="recordchange",
            index=models.Index(condition=models.Q(("is_gone", True)), fields=["-at", "-id"], name="record_change_gone"),
        ),
        migrations.AddConstraint(
            model_name="recordchange",
            constraint=models.UniqueConstraint(fields=("kind", "record"), name="record_change_once"),
        ),
    ]
