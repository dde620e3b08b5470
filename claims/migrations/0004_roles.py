"""Who may do what, and the reasons for rejecting a claim that a desk starts with.

Least privilege: a reporter brings material in and drafts; an editor decides and publishes what others wrote; a chief also
keeps the people and the desk's own set-up; an auditor reads everything and changes nothing; a service account is a program
that brings texts in. Nobody deletes what was decided: PROTECT and the append-only triggers say so a second time.
"""

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def _names(lines: str) -> list[str]:
    return lines.split()


SERVICE = _names("articles.view_publisher articles.view_article articles.add_article")
VIEW = _names("""
    articles.view_publisher articles.view_article articles.view_articleversion articles.view_passage
    articles.view_ingestattempt
    claims.view_claim claims.view_appearance claims.view_measurement claims.view_source claims.view_sourcealias
    claims.view_topic claims.view_claimtopic claims.view_rejectionreason claims.view_pipelinerun
    claims.view_event claims.view_eventidentifier claims.view_rollcallvote claims.view_merge claims.view_keptapart
    claims.view_contradiction claims.view_contradictionevidence claims.view_position claims.view_positionappearance
    claims.view_evidence claims.view_linkcheck claims.view_verdict claims.view_verdictevidence claims.view_waiver
    claims.view_correction claims.view_rating claims.view_ratingscale claims.view_comment claims.view_errorreport
    claims.view_importrun claims.view_importrow claims.view_importedreview
""")
AUDITOR = [*VIEW, "claims.read_log"]
REPORTER = VIEW + _names("""
    articles.add_article claims.add_appearance
    claims.add_evidence claims.change_evidence claims.add_contradictionevidence
    claims.add_verdict claims.change_verdict claims.submit_verdict
    claims.add_verdictevidence claims.change_verdictevidence claims.delete_verdictevidence
    claims.add_waiver claims.delete_waiver claims.add_comment claims.change_comment
""")
EDITOR = REPORTER + _names("""
    articles.change_article articles.add_publisher articles.change_publisher
    claims.review_claim claims.change_claim claims.add_claimtopic claims.delete_claimtopic
    claims.add_source claims.change_source claims.add_sourcealias claims.change_sourcealias claims.delete_sourcealias
    claims.change_event claims.add_eventidentifier claims.change_eventidentifier claims.delete_eventidentifier
    claims.resolve_contradiction claims.publish_verdict claims.answer_errorreport claims.import_reviews
    claims.view_apikey claims.add_apikey
""")
CHIEF = EDITOR + _names("""
    claims.edit_any_draft claims.read_log
    claims.view_user claims.add_user claims.change_user
    claims.add_topic claims.change_topic claims.add_rejectionreason claims.change_rejectionreason
    claims.add_ratingscale claims.change_ratingscale claims.add_rating claims.change_rating
    claims.change_apikey claims.view_webhook claims.add_webhook claims.change_webhook
""")
GROUPS = {"Service": SERVICE, "Auditor": AUDITOR, "Reporter": REPORTER, "Editor": EDITOR, "Chief": CHIEF}

REASONS = (
    ("Not checkable", "An opinion, a wish, or a prediction that nobody can test yet"),
    ("Too vague", "It does not say enough to be held against anything"),
    ("Not what was said", "The machine cut the words wrongly, or gave them to the wrong speaker"),
    ("Not newsworthy", "True or false, no reader needs it checked"),
    ("Checked already", "Another claim of ours covers it"),
)


def create_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Create the groups. Permissions are normally made after all migrations, so they are made here first."""
    for label in ("articles", "claims"):
        config = apps.get_app_config(label)
        before = getattr(config, "models_module", None)
        config.models_module = True  # type: ignore[assignment]  # create_permissions skips an app without one
        create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
        config.models_module = before
    rows = apps.get_model("auth", "Permission").objects.values_list("content_type__app_label", "codename", "pk")
    known = {f"{app_label}.{codename}": pk for app_label, codename, pk in rows}
    for name, permissions in GROUPS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(*[known[permission] for permission in permissions])


def remove_groups(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


def create_reasons(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    for order, (name, description) in enumerate(REASONS, 1):
        apps.get_model("claims", "RejectionReason").objects.get_or_create(
            name=name, defaults={"description": description, "order": order}
        )


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0003_parts"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]
    operations = [
        migrations.RunPython(create_groups, remove_groups),
        migrations.RunPython(create_reasons, migrations.RunPython.noop),
    ]
