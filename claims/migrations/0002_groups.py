from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# Least privilege: a reporter brings material in and drafts; an editor decides and publishes what others wrote; a chief
# also keeps the desk's own set-up. Nobody deletes: PROTECT and the append-only triggers say so a second time.
VIEW_ALL = [
    f"articles.view_{model}" for model in ("publisher", "article", "articleversion", "passage", "ingestattempt")
] + [
    f"claims.view_{model}"
    for model in (
        "source", "sourcealias", "event", "eventidentifier", "rollcallvote", "claim", "appearance", "measurement",
        "contradiction", "contradictionevidence", "position", "positionappearance", "evidence", "ratingscale", "rating",
        "verdict", "verdictevidence", "correction", "pipelinerun",
    )
]  # fmt: skip
REPORTER = [
    *VIEW_ALL,
    "articles.add_article",
    "claims.add_evidence",
    "claims.change_evidence",
    "claims.add_contradictionevidence",
    "claims.add_verdict",
    "claims.change_verdict",
    "claims.add_verdictevidence",
    "claims.change_verdictevidence",
    "claims.delete_verdictevidence",
    "claims.submit_verdict",
]
EDITOR = [
    *REPORTER,
    "articles.change_article",
    "articles.add_publisher",
    "articles.change_publisher",
    "claims.review_claim",
    "claims.change_claim",
    "claims.add_source",
    "claims.change_source",
    "claims.add_sourcealias",
    "claims.change_sourcealias",
    "claims.delete_sourcealias",
    "claims.change_event",
    "claims.add_eventidentifier",
    "claims.change_eventidentifier",
    "claims.delete_eventidentifier",
    "claims.resolve_contradiction",
    "claims.publish_verdict",
]
CHIEF = [
    *EDITOR,
    "claims.add_ratingscale",
    "claims.change_ratingscale",
    "claims.add_rating",
    "claims.change_rating",
]
GROUPS = {"Reporter": REPORTER, "Editor": EDITOR, "Chief": CHIEF}


def create_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Create the groups. Permissions are normally made after all migrations, so they are made here first."""
    for label in ("articles", "claims"):
        config = apps.get_app_config(label)
        config.models_module = True  # type: ignore[assignment]  # create_permissions skips an app without one
        create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
        config.models_module = None
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, permissions in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        for permission in permissions:
            app_label, codename = permission.split(".")
            group.permissions.add(Permission.objects.get(content_type__app_label=app_label, codename=codename))


def remove_groups(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0001_initial"),
        ("articles", "0002_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(create_groups, remove_groups)]
