import datetime
import uuid

import django.contrib.auth.validators
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.fields.json
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
from django.conf import settings
from django.db import migrations, models

import claims.models.report
import claims.models.user
import claims.models.webhook
import claims.vocabulary


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("articles", "0002_tables"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Allowance",
            fields=[
                (
                    "key",
                    models.CharField(
                        help_text="A keyed hash of what is counted", max_length=64, primary_key=True, serialize=False
                    ),
                ),
                ("until", models.DateTimeField(help_text="When what was used is all made up for")),
            ],
            options={
                "ordering": ("until",),
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                (
                    "short_text",
                    models.CharField(blank=True, help_text="For ClaimReview, where the text is longer", max_length=75),
                ),
                ("language", models.CharField(default="en", max_length=16)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("accepted", "Accepted"),
                            ("rejected", "Rejected"),
                            ("merged", "Merged into another"),
                        ],
                        default="suggested",
                        max_length=10,
                    ),
                ),
                ("status_reason", models.CharField(blank=True, max_length=300)),
                ("method", models.CharField(help_text="The rule that suggested it, or “editor”", max_length=60)),
                (
                    "score",
                    models.FloatField(
                        default=1.0, help_text="How sure the rule is that this can and should be checked, 0 to 1"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "search_vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector("text", config="english"),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "ordering": ("-created_at", "-id"),
                "permissions": (("review_claim", "Can accept or reject suggested claims"),),
            },
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("written", "Written at this desk"),
                            ("imported", "Taken over from the desk that published it"),
                        ],
                        default="written",
                        editable=False,
                        max_length=8,
                    ),
                ),
                ("language", models.CharField(default="en", max_length=16)),
                ("headline", models.CharField(help_text="States the finding, not the question", max_length=200)),
                ("summary", models.TextField(help_text="The reason in one or two sentences")),
                ("body", models.TextField(blank=True, help_text="Markdown")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Waiting for second eyes"),
                            ("scheduled", "Approved, to be published at a set time"),
                            ("published", "Published"),
                            ("superseded", "Superseded by a correction"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "publish_at",
                    models.DateTimeField(
                        blank=True, help_text="It does not go out before", null=True, verbose_name="embargoed until"
                    ),
                ),
                (
                    "publish_error",
                    models.CharField(
                        blank=True,
                        help_text="Why it could not be published at its time; empty where nothing failed",
                        max_length=300,
                    ),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "revision",
                    models.PositiveIntegerField(
                        default=0,
                        editable=False,
                        help_text="Counts the changes of its words, so that two people at once both notice",
                    ),
                ),
                (
                    "writers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        default=list,
                        editable=False,
                        help_text="Everyone who has written in it; a trigger's",
                        size=None,
                    ),
                ),
                (
                    "needs_review",
                    models.CharField(
                        blank=True,
                        help_text="Why this verdict must be looked at again; empty where it need not",
                        max_length=300,
                    ),
                ),
                (
                    "change_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("correction", "Correction: something was wrong"),
                            ("update", "Update: something new is known"),
                            ("clarification", "Clarification: something was unclear"),
                            ("reopening", "Taken up again after it was withdrawn"),
                        ],
                        max_length=13,
                    ),
                ),
                ("change_reason", models.TextField(blank=True, help_text="What changed and why, for readers")),
            ],
            options={
                "ordering": ("-published_at", "-id"),
                "permissions": (
                    ("submit_verdict", "Can submit verdicts for second eyes"),
                    ("publish_verdict", "Can publish verdicts of others"),
                    ("edit_any_draft", "Can write in the drafts of others"),
                ),
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("verdict.published", "A verdict was published"),
                            ("verdict.corrected", "A published verdict was corrected"),
                            ("verdict.withdrawn", "A verdict was withdrawn"),
                            ("contradiction.opened", "A contradiction was opened, or reopened"),
                            ("contradiction.resolved", "A contradiction was resolved"),
                        ],
                        max_length=22,
                    ),
                ),
                ("payload", models.TextField()),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("-at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(help_text="What readers see, and schema.org's alternateName", max_length=4000),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("value", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "normalised",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        editable=False,
                        help_text="Its place on the line from 1, false, to 5, true, by which desks are compared",
                        null=True,
                    ),
                ),
                ("definition", models.TextField(help_text="When we give this rating, in words for readers")),
            ],
            options={
                "ordering": ("scale", models.OrderBy(models.F("value"), nulls_last=True), "name"),
            },
        ),
        migrations.CreateModel(
            name="RejectionReason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True)),
                ("description", models.CharField(blank=True, help_text="When to choose it", max_length=300)),
                ("order", models.PositiveSmallIntegerField(default=0, help_text="Lower comes first")),
                (
                    "is_retired",
                    models.BooleanField(default=False, help_text="No longer offered; past decisions keep it"),
                ),
            ],
            options={
                "ordering": ("order", "name"),
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True)),
                ("slug", models.SlugField(help_text="Its address on the public site", max_length=80, unique=True)),
                ("description", models.CharField(blank=True, max_length=300)),
                ("wikidata_id", models.CharField(blank=True, max_length=20)),
                (
                    "is_retired",
                    models.BooleanField(default=False, help_text="No longer offered; claims that have it keep it"),
                ),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Week",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(help_text="Its Monday", unique=True)),
                ("claims_suggested", models.PositiveIntegerField()),
                ("contradictions_found", models.PositiveIntegerField()),
                ("claims_decided", models.PositiveIntegerField()),
                ("contradictions_settled", models.PositiveIntegerField()),
                ("verdicts_published", models.PositiveIntegerField()),
                ("counted_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-starts_on",),
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                (
                    "notices",
                    models.CharField(
                        choices=[
                            ("at_once", "An e-mail at once"),
                            ("daily", "One e-mail a day"),
                            ("never", "Only in the desk"),
                        ],
                        default="daily",
                        max_length=7,
                        verbose_name="notifications",
                    ),
                ),
                ("shortcuts_on", models.BooleanField(default=True, verbose_name="keyboard shortcuts")),
                (
                    "shortcuts",
                    models.JSONField(blank=True, default=dict, help_text="Keys chosen instead of ours, by command"),
                ),
                (
                    "is_service",
                    models.BooleanField(
                        default=False, help_text="A program: it cannot log in", verbose_name="service account"
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_service", False),
                            models.Q(("is_staff", False), ("is_superuser", False), ("password__startswith", "!")),
                            _connector="OR",
                        ),
                        name="user_service_cannot_log_in",
                        violation_error_message="A service account has no password and no access to the desk.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("email", django.db.models.functions.text.Lower(models.F("email")))),
                        name="user_email_in_small_letters",
                        violation_error_message="Write the e-mail address in small letters.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("email", ""), _negated=True),
                        fields=("email",),
                        name="user_email_once",
                        violation_error_message="Somebody has this e-mail address already.",
                    ),
                ],
            },
            managers=[
                ("objects", claims.models.user.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="ApiKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="What uses it", max_length=100)),
                (
                    "prefix",
                    models.CharField(
                        editable=False, help_text="The part of it that is no secret", max_length=12, unique=True
                    ),
                ),
                ("secret_sha256", models.CharField(editable=False, max_length=64)),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("read", "Read what is public, with the key's own allowance"),
                                ("submit", "Hand in articles, claims and evidence as suggestions"),
                                ("desk", "Work at the desk, as the owner's roles allow"),
                            ],
                            max_length=6,
                        ),
                        size=None,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "last_used_at",
                    models.DateTimeField(blank=True, editable=False, help_text="To the minute", null=True),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="api_keys",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "API key",
                "verbose_name_plural": "API keys",
                "ordering": ("-created_at", "-id"),
                "indexes": [models.Index(fields=["-created_at", "-id"], name="api_key_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("scopes__contained_by", ["read", "submit", "desk"]), ("scopes__len__gte", 1)
                        ),
                        name="api_key_has_scopes",
                        violation_error_message="Say what the key is for: read, submit or desk.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_at__gt", models.F("created_at")),
                            (
                                "expires_at__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("created_at"), "+", models.Value(datetime.timedelta(days=366))
                                ),
                            ),
                        ),
                        name="api_key_expires",
                        violation_error_message="A key expires within a year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at__isnull", True), ("revoked_by__isnull", True)),
                            models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="api_key_revoked_by_someone",
                        violation_error_message="A revoked key says when and by whom.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("secret_sha256__regex", "^[0-9a-f]{64}$")),
                        name="api_key_secret_is_hashed",
                        violation_error_message="The secret is kept as a hash alone.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ApiKeyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(help_text="What uses it", max_length=100)),
                (
                    "prefix",
                    models.CharField(editable=False, help_text="The part of it that is no secret", max_length=12),
                ),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("read", "Read what is public, with the key's own allowance"),
                                ("submit", "Hand in articles, claims and evidence as suggestions"),
                                ("desk", "Work at the desk, as the owner's roles allow"),
                            ],
                            max_length=6,
                        ),
                        size=None,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.apikey",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="apikey_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="apikey_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewChange",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="review_change",
                        serialize=False,
                        to="claims.claim",
                    ),
                ),
                ("at", models.DateTimeField(db_index=True)),
            ],
            options={
                "ordering": ("at", "claim"),
            },
        ),
        migrations.AddField(
            model_name="claim",
            name="assignee",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assigned_claims",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="absorbed",
                to="claims.claim",
            ),
        ),
        migrations.CreateModel(
            name="Appearance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("quote", models.TextField()),
                ("source_name", models.CharField(blank=True, max_length=200)),
                (
                    "cue",
                    models.CharField(
                        blank=True, help_text="The word that attributes it: said, denied, according to", max_length=60
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("asserts", "Asserts"),
                            ("denies", "Denies"),
                            ("questions", "Questions"),
                            ("reports", "Reports"),
                        ],
                        default=claims.vocabulary.Stance["ASSERTS"],
                        max_length=10,
                    ),
                ),
                (
                    "modality",
                    models.CharField(
                        choices=[("actual", "Actual"), ("projected", "Projected"), ("hypothetical", "Hypothetical")],
                        default=claims.vocabulary.Modality["ACTUAL"],
                        max_length=12,
                    ),
                ),
                ("said_on", models.DateField(blank=True, null=True)),
                ("method", models.CharField(max_length=60)),
                ("score", models.FloatField(default=1.0)),
                (
                    "refers_to",
                    models.ForeignKey(
                        blank=True,
                        help_text="What it denies or echoes",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="claims.appearance",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appearances",
                        to="articles.articleversion",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appearances", to="claims.claim"
                    ),
                ),
            ],
            options={
                "ordering": ("version", "start"),
            },
        ),
        migrations.CreateModel(
            name="ClaimTopic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="headings", to="claims.claim"
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="headed", to="claims.topic"
                    ),
                ),
            ],
            options={
                "ordering": ("claim", "topic"),
                "indexes": [models.Index(fields=["topic", "-claim"], name="claim_topic_newest")],
                "constraints": [models.UniqueConstraint(fields=("claim", "topic"), name="claim_topic_once")],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("object_id", models.PositiveBigIntegerField()),
                ("text", models.TextField()),
                (
                    "field",
                    models.CharField(blank=True, help_text="The text in which the quoted words stand", max_length=40),
                ),
                ("quote", models.TextField(blank=True, help_text="The exact words that it is about")),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("content_type", "object_id", "id"),
                "indexes": [models.Index(fields=["content_type", "object_id", "id"], name="comment_item")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="comment_has_text",
                        violation_error_message="Write a comment first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("field", ""), ("quote", ""), ("start__isnull", True)),
                            models.Q(
                                models.Q(("field", ""), _negated=True),
                                models.Q(("quote", ""), _negated=True),
                                ("start__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="comment_passage_is_whole",
                        violation_error_message="A passage has its words, and where they stand.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resolved_at__isnull", True), ("resolved_by__isnull", True)),
                            models.Q(("resolved_at__isnull", False), ("resolved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="comment_resolved_by_someone",
                        violation_error_message="A resolved comment says who resolved it, and when.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("object_id", models.PositiveBigIntegerField()),
                ("text", models.TextField()),
                (
                    "field",
                    models.CharField(blank=True, help_text="The text in which the quoted words stand", max_length=40),
                ),
                ("quote", models.TextField(blank=True, help_text="The exact words that it is about")),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.comment",
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="comment_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="comment_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contradiction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "fingerprint",
                    models.CharField(
                        editable=False, help_text="Names the question for detection", max_length=64, unique=True
                    ),
                ),
                ("question", models.CharField(max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("numeric", "Numeric"),
                            ("temporal", "Temporal"),
                            ("polarity", "Polarity"),
                            ("participant", "Participant"),
                            ("attribution", "Attribution"),
                            ("modality", "Modality"),
                            ("causal", "Causal"),
                            ("characterisation", "Characterisation"),
                            ("verdict", "Verdict"),
                            ("self", "Self"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "gate",
                    models.CharField(
                        choices=[("real", "Real"), ("apparent", "Apparent"), ("needs_scope", "Needs scope")],
                        max_length=12,
                    ),
                ),
                (
                    "suggested_resolution",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("different_event", "Different event"),
                            ("different_body_or_scope", "Different body or scope"),
                            ("different_version", "Different version"),
                            ("different_definition_or_method", "Different definition or method"),
                            ("different_as_of", "Different as of"),
                            ("rounding_or_precision", "Rounding or precision"),
                            ("wording_or_translation", "Wording or translation"),
                            ("position_changed", "Position changed"),
                            ("figure_superseded", "Figure superseded"),
                            ("source_error", "Source error"),
                            ("misattribution", "Misattribution"),
                            ("fabrication", "Fabrication"),
                            ("genuinely_disputed", "Genuinely disputed"),
                            ("insufficient_evidence", "Insufficient evidence"),
                            ("complementary", "Complementary"),
                            ("not_comparable", "Not comparable"),
                            ("duplicate", "Duplicate"),
                        ],
                        max_length=32,
                    ),
                ),
                ("rule", models.CharField(help_text="Name and version of the rule that found it", max_length=60)),
                ("score", models.FloatField()),
                (
                    "explanation",
                    models.TextField(help_text="Why the rule fired, in one plain sentence with the figures"),
                ),
                ("found_at", models.DateTimeField(auto_now_add=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("open", "Open"),
                            ("under_review", "Under review"),
                            ("resolved", "Resolved"),
                            ("dismissed", "Dismissed"),
                        ],
                        default=claims.vocabulary.ContradictionStatus["SUGGESTED"],
                        max_length=12,
                    ),
                ),
                (
                    "resolution",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("different_event", "Different event"),
                            ("different_body_or_scope", "Different body or scope"),
                            ("different_version", "Different version"),
                            ("different_definition_or_method", "Different definition or method"),
                            ("different_as_of", "Different as of"),
                            ("rounding_or_precision", "Rounding or precision"),
                            ("wording_or_translation", "Wording or translation"),
                            ("position_changed", "Position changed"),
                            ("figure_superseded", "Figure superseded"),
                            ("source_error", "Source error"),
                            ("misattribution", "Misattribution"),
                            ("fabrication", "Fabrication"),
                            ("genuinely_disputed", "Genuinely disputed"),
                            ("insufficient_evidence", "Insufficient evidence"),
                            ("complementary", "Complementary"),
                            ("not_comparable", "Not comparable"),
                            ("duplicate", "Duplicate"),
                        ],
                        max_length=32,
                    ),
                ),
                (
                    "resolution_note",
                    models.TextField(blank=True, help_text="The editor's explanation, shown to readers"),
                ),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                ("reopened_reason", models.CharField(blank=True, max_length=300)),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assigned_contradictions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolved_contradictions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-found_at", "-id"),
                "permissions": (("resolve_contradiction", "Can open, resolve, dismiss and reopen contradictions"),),
            },
        ),
        migrations.CreateModel(
            name="ErrorReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=claims.models.report.new_reference, editable=False, max_length=16, unique=True
                    ),
                ),
                ("page", models.CharField(help_text="The path of the page on this site", max_length=600)),
                ("object_id", models.PositiveBigIntegerField(blank=True, null=True)),
                ("text", models.TextField(help_text="What is wrong, in the reader's words")),
                ("evidence_url", models.URLField(blank=True, help_text="Where we can see that", max_length=600)),
                (
                    "language",
                    models.CharField(help_text="In which the reader had the page, and is written to", max_length=16),
                ),
                ("name", models.CharField(blank=True, max_length=120)),
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "written_to",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("new", "New"),
                            ("in_hand", "In hand"),
                            ("answered", "Answered"),
                            ("dismissed", "Dismissed"),
                        ],
                        help_text="The state that the last e-mail to the reader told of",
                        max_length=9,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("in_hand", "In hand"),
                            ("answered", "Answered"),
                            ("dismissed", "Dismissed"),
                        ],
                        default="new",
                        max_length=9,
                    ),
                ),
                (
                    "answer",
                    models.TextField(blank=True, help_text="What the reader is told, on the page of the report"),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assigned_reports",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={
                "ordering": ("-created_at", "-id"),
                "permissions": (("answer_errorreport", "Can answer and dismiss readers' reports of errors"),),
                "indexes": [
                    models.Index(fields=["-created_at", "-id"], name="error_report_newest"),
                    models.Index(fields=["state", "-created_at", "-id"], name="error_report_state_newest"),
                    models.Index(
                        condition=models.Q(("object_id__isnull", False)),
                        fields=["content_type", "object_id", "-id"],
                        name="error_report_record",
                    ),
                    models.Index(
                        condition=models.Q(("assignee__isnull", False)),
                        fields=["assignee", "state"],
                        name="error_report_assignee",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("settled_at__isnull", False), models.Q(("email", ""), ("name", ""), _negated=True)
                        ),
                        fields=["settled_at"],
                        name="error_report_contact_to_clear",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="error_report_has_text",
                        violation_error_message="Say what is wrong.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("content_type__isnull", True), ("object_id__isnull", True)),
                            models.Q(("content_type__isnull", False), ("object_id__isnull", False)),
                            _connector="OR",
                        ),
                        name="error_report_record_is_whole",
                        violation_error_message="A record is named by its kind and its number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("settled_at__isnull", True), ("state__in", ("new", "in_hand"))),
                            models.Q(
                                ("settled_at__isnull", False),
                                ("state__in", ("answered", "dismissed")),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="error_report_settled_with_answer",
                        violation_error_message="A settled report says what the reader is told, and an open one says nothing.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ErrorReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(default=claims.models.report.new_reference, editable=False, max_length=16),
                ),
                ("page", models.CharField(help_text="The path of the page on this site", max_length=600)),
                ("object_id", models.PositiveBigIntegerField(blank=True, null=True)),
                ("text", models.TextField(help_text="What is wrong, in the reader's words")),
                ("evidence_url", models.URLField(blank=True, help_text="Where we can see that", max_length=600)),
                (
                    "language",
                    models.CharField(help_text="In which the reader had the page, and is written to", max_length=16),
                ),
                (
                    "written_to",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("new", "New"),
                            ("in_hand", "In hand"),
                            ("answered", "Answered"),
                            ("dismissed", "Dismissed"),
                        ],
                        help_text="The state that the last e-mail to the reader told of",
                        max_length=9,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("in_hand", "In hand"),
                            ("answered", "Answered"),
                            ("dismissed", "Dismissed"),
                        ],
                        default="new",
                        max_length=9,
                    ),
                ),
                (
                    "answer",
                    models.TextField(blank=True, help_text="What the reader is told, on the page of the report"),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.errorreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="errorreport_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="errorreport_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("vote", "Vote"),
                            ("attack", "Attack"),
                            ("disaster", "Disaster"),
                            ("accident", "Accident"),
                            ("protest", "Protest"),
                            ("meeting", "Meeting"),
                            ("statement", "Statement"),
                            ("conflict", "Conflict"),
                            ("election", "Election"),
                            ("economy", "Economy"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("date", models.DateField(blank=True, null=True)),
                (
                    "date_precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year")],
                        default=claims.vocabulary.Precision["DAY"],
                        max_length=5,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200)),
                (
                    "body",
                    models.CharField(
                        blank=True, help_text="The forum: UN General Assembly, UN Security Council", max_length=200
                    ),
                ),
                (
                    "membership",
                    models.PositiveIntegerField(blank=True, help_text="How many members the body has", null=True),
                ),
                (
                    "sponsors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                (
                    "participants",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                (
                    "terms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=100), blank=True, default=list, editable=False, size=None
                    ),
                ),
                (
                    "is_confirmed",
                    models.BooleanField(default=False, help_text="An editor has checked that this is one happening"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absorbed",
                        to="claims.event",
                    ),
                ),
            ],
            options={
                "ordering": (models.OrderBy(models.F("date"), descending=True, nulls_last=True), "-id"),
                "indexes": [
                    models.Index(
                        models.OrderBy(models.F("date"), descending=True, nulls_last=True),
                        models.OrderBy(models.F("id"), descending=True),
                        name="event_newest",
                    ),
                    models.Index(fields=["kind", "date"], name="event_kind_date"),
                    django.contrib.postgres.indexes.GinIndex(fields=["terms"], name="event_terms"),
                    django.contrib.postgres.indexes.GinIndex(fields=["participants"], name="event_participants"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("title"), name="gin_trgm_ops"
                        ),
                        name="event_trigram",
                    ),
                    models.Index(
                        condition=models.Q(("merged_into__isnull", False)),
                        fields=["merged_into"],
                        name="event_merged_into",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("merged_into", models.F("id")), _negated=True),
                        name="event_not_merged_into_itself",
                        violation_error_message="It cannot be merged into itself.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContradictionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "fingerprint",
                    models.CharField(editable=False, help_text="Names the question for detection", max_length=64),
                ),
                ("question", models.CharField(max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("numeric", "Numeric"),
                            ("temporal", "Temporal"),
                            ("polarity", "Polarity"),
                            ("participant", "Participant"),
                            ("attribution", "Attribution"),
                            ("modality", "Modality"),
                            ("causal", "Causal"),
                            ("characterisation", "Characterisation"),
                            ("verdict", "Verdict"),
                            ("self", "Self"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "gate",
                    models.CharField(
                        choices=[("real", "Real"), ("apparent", "Apparent"), ("needs_scope", "Needs scope")],
                        max_length=12,
                    ),
                ),
                (
                    "suggested_resolution",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("different_event", "Different event"),
                            ("different_body_or_scope", "Different body or scope"),
                            ("different_version", "Different version"),
                            ("different_definition_or_method", "Different definition or method"),
                            ("different_as_of", "Different as of"),
                            ("rounding_or_precision", "Rounding or precision"),
                            ("wording_or_translation", "Wording or translation"),
                            ("position_changed", "Position changed"),
                            ("figure_superseded", "Figure superseded"),
                            ("source_error", "Source error"),
                            ("misattribution", "Misattribution"),
                            ("fabrication", "Fabrication"),
                            ("genuinely_disputed", "Genuinely disputed"),
                            ("insufficient_evidence", "Insufficient evidence"),
                            ("complementary", "Complementary"),
                            ("not_comparable", "Not comparable"),
                            ("duplicate", "Duplicate"),
                        ],
                        max_length=32,
                    ),
                ),
                ("rule", models.CharField(help_text="Name and version of the rule that found it", max_length=60)),
                ("score", models.FloatField()),
                (
                    "explanation",
                    models.TextField(help_text="Why the rule fired, in one plain sentence with the figures"),
                ),
                ("found_at", models.DateTimeField(auto_now_add=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("open", "Open"),
                            ("under_review", "Under review"),
                            ("resolved", "Resolved"),
                            ("dismissed", "Dismissed"),
                        ],
                        default=claims.vocabulary.ContradictionStatus["SUGGESTED"],
                        max_length=12,
                    ),
                ),
                (
                    "resolution",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("different_event", "Different event"),
                            ("different_body_or_scope", "Different body or scope"),
                            ("different_version", "Different version"),
                            ("different_definition_or_method", "Different definition or method"),
                            ("different_as_of", "Different as of"),
                            ("rounding_or_precision", "Rounding or precision"),
                            ("wording_or_translation", "Wording or translation"),
                            ("position_changed", "Position changed"),
                            ("figure_superseded", "Figure superseded"),
                            ("source_error", "Source error"),
                            ("misattribution", "Misattribution"),
                            ("fabrication", "Fabrication"),
                            ("genuinely_disputed", "Genuinely disputed"),
                            ("insufficient_evidence", "Insufficient evidence"),
                            ("complementary", "Complementary"),
                            ("not_comparable", "Not comparable"),
                            ("duplicate", "Duplicate"),
                        ],
                        max_length=32,
                    ),
                ),
                (
                    "resolution_note",
                    models.TextField(blank=True, help_text="The editor's explanation, shown to readers"),
                ),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                ("reopened_reason", models.CharField(blank=True, max_length=300)),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.contradiction",
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.event",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="contradiction_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="contradiction_log_person",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="contradiction",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contradictions",
                to="claims.event",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="claims",
                to="claims.event",
            ),
        ),
        migrations.CreateModel(
            name="EventEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("vote", "Vote"),
                            ("attack", "Attack"),
                            ("disaster", "Disaster"),
                            ("accident", "Accident"),
                            ("protest", "Protest"),
                            ("meeting", "Meeting"),
                            ("statement", "Statement"),
                            ("conflict", "Conflict"),
                            ("election", "Election"),
                            ("economy", "Economy"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("date", models.DateField(blank=True, null=True)),
                (
                    "date_precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year")],
                        default=claims.vocabulary.Precision["DAY"],
                        max_length=5,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200)),
                (
                    "body",
                    models.CharField(
                        blank=True, help_text="The forum: UN General Assembly, UN Security Council", max_length=200
                    ),
                ),
                (
                    "membership",
                    models.PositiveIntegerField(blank=True, help_text="How many members the body has", null=True),
                ),
                (
                    "sponsors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                (
                    "participants",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                (
                    "terms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=100), blank=True, default=list, editable=False, size=None
                    ),
                ),
                (
                    "is_confirmed",
                    models.BooleanField(default=False, help_text="An editor has checked that this is one happening"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.event",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.event",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="event_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="event_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventIdentifier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("value", models.CharField(max_length=100, unique=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="identifiers", to="claims.event"
                    ),
                ),
            ],
            options={
                "ordering": ("value",),
            },
        ),
        migrations.CreateModel(
            name="EventIdentifierEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("value", models.CharField(max_length=100)),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.event",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.eventidentifier",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="eventidentifier_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="eventidentifier_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("primary", "Primary source"), ("secondary", "Secondary source")], max_length=10
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("url", models.URLField(max_length=600)),
                ("archive_url", models.URLField(blank=True, max_length=600, verbose_name="archive link")),
                (
                    "archive_exception",
                    models.CharField(blank=True, help_text="Why no archive link is needed or possible", max_length=300),
                ),
                ("quote", models.TextField(blank=True, help_text="The words that matter, as they stand there")),
                (
                    "locator",
                    models.CharField(
                        blank=True, help_text="Where in the document: page, paragraph, table", max_length=200
                    ),
                ),
                ("language", models.CharField(default="en", max_length=16)),
                ("retrieved_at", models.DateTimeField()),
                (
                    "sha256",
                    models.CharField(
                        blank=True, help_text="Hash of the document as retrieved", max_length=64, verbose_name="SHA-256"
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="articles.publisher",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ("title", "id"),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("title"), name="gin_trgm_ops"
                        ),
                        name="evidence_trigram",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("url"), name="gin_trgm_ops"
                        ),
                        name="evidence_url_trigram",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("url", "locator", "quote"), name="evidence_once"),
                    models.CheckConstraint(
                        condition=models.Q(("sha256", ""), ("sha256__regex", "^[0-9a-f]{64}$"), _connector="OR"),
                        name="evidence_sha256_is_hex",
                        violation_error_message="A SHA-256 is 64 hexadecimal digits in lower case.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContradictionEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "figures",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="What the document itself counts, by measure, as in a position",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                ("attached_at", models.DateTimeField(auto_now_add=True)),
                (
                    "attached_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "contradiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attached_evidence",
                        to="claims.contradiction",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="claims.evidence"
                    ),
                ),
            ],
            options={
                "ordering": ("contradiction", "id"),
            },
        ),
        migrations.AddField(
            model_name="contradiction",
            name="evidence",
            field=models.ManyToManyField(
                related_name="contradictions", through="claims.ContradictionEvidence", to="claims.evidence"
            ),
        ),
        migrations.CreateModel(
            name="EvidenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("primary", "Primary source"), ("secondary", "Secondary source")], max_length=10
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("url", models.URLField(max_length=600)),
                ("archive_url", models.URLField(blank=True, max_length=600, verbose_name="archive link")),
                (
                    "archive_exception",
                    models.CharField(blank=True, help_text="Why no archive link is needed or possible", max_length=300),
                ),
                ("quote", models.TextField(blank=True, help_text="The words that matter, as they stand there")),
                (
                    "locator",
                    models.CharField(
                        blank=True, help_text="Where in the document: page, paragraph, table", max_length=200
                    ),
                ),
                ("language", models.CharField(default="en", max_length=16)),
                ("retrieved_at", models.DateTimeField()),
                (
                    "sha256",
                    models.CharField(
                        blank=True, help_text="Hash of the document as retrieved", max_length=64, verbose_name="SHA-256"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.evidence",
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.publisher",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="evidence_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="evidence_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistorySeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "ranges",
                    models.JSONField(
                        help_text="For each history table: keys, number of lines, columns and their SHA-256"
                    ),
                ),
                (
                    "digest",
                    models.CharField(help_text="SHA-256 of the ranges and the seal before", max_length=64, unique=True),
                ),
                (
                    "previous",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="next",
                        to="claims.historyseal",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "permissions": (("read_log", "Can read the log of the whole desk"),),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("previous__isnull", True)),
                        fields=("previous",),
                        name="history_seal_one_first",
                        nulls_distinct=False,
                        violation_error_message="There is a first seal already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")),
                        name="history_seal_digest_is_hex",
                        violation_error_message="A digest is 64 hexadecimal digits in lower case.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportedReview",
            fields=[
                (
                    "verdict",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="imported",
                        serialize=False,
                        to="claims.verdict",
                    ),
                ),
                ("url", models.TextField(blank=True, help_text="Where it was published")),
                ("claim_key", models.CharField(db_index=True, max_length=64)),
                ("document", models.TextField()),
                ("digest", models.CharField(help_text="SHA-256 of the document", max_length=64, unique=True)),
                ("imported_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("-imported_at", "-verdict"),
            },
        ),
        migrations.AddField(
            model_name="verdict",
            name="assignee",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                help_text="Who is asked to read it",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assigned_verdicts",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="author",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="authored_verdicts",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="claim",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="verdicts", to="claims.claim"
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="edited_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                help_text="Who changed its words last",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="published_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="published_verdicts",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="publisher",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="verdicts", to="articles.publisher"
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="supersedes",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="claims.verdict",
            ),
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("correction", "Correction"),
                            ("update", "Update"),
                            ("clarification", "Clarification"),
                            ("withdrawal", "Withdrawal"),
                            ("reopening", "Taken up again"),
                        ],
                        max_length=13,
                    ),
                ),
                ("reason", models.TextField()),
                ("before", models.TextField()),
                ("after", models.TextField(blank=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replacement",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction_made",
                        to="claims.verdict",
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="claims.verdict",
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
                "indexes": [
                    models.Index(fields=["verdict"], name="correction_verdict"),
                    models.Index(fields=["-made_at", "-id"], name="correction_newest"),
                    models.Index(fields=["kind", "-made_at", "-id"], name="correction_kind_newest"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="correction_has_reason"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "reopening"), _negated=True),
                        fields=("verdict",),
                        name="correction_once",
                        violation_error_message="This verdict has been corrected or withdrawn already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="The file or address", max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("json", "JSON-LD or DataFeed"),
                            ("jsonl", "JSON Lines"),
                            ("csv", "Table (CSV)"),
                            ("html", "Web page"),
                        ],
                        max_length=5,
                    ),
                ),
                ("sha256", models.CharField(db_index=True, editable=False, max_length=64)),
                (
                    "publisher",
                    models.CharField(blank=True, help_text="Of reviews that do not name theirs", max_length=200),
                ),
                (
                    "language",
                    models.CharField(default="und", help_text="BCP 47 tag, of reviews without one", max_length=16),
                ),
                ("month_first", models.BooleanField(blank=True, help_text="How to read 5/4/2017", null=True)),
                (
                    "publish",
                    models.BooleanField(default=False, help_text="Readers see the reviews and their claims at once"),
                ),
                ("content", models.BinaryField(blank=True, default=b"", help_text="An upload, until it is taken in")),
                ("rows", models.PositiveIntegerField(default=0)),
                ("added", models.PositiveIntegerField(default=0)),
                ("updated", models.PositiveIntegerField(default=0)),
                ("unchanged", models.PositiveIntegerField(default=0)),
                ("refused", models.PositiveIntegerField(default=0)),
                (
                    "error",
                    models.CharField(
                        blank=True, help_text="Why it was broken off; empty where it was not", max_length=300
                    ),
                ),
                ("started_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-started_at", "-id"),
                "permissions": (("import_reviews", "Can take over reviews of other desks"),),
                "indexes": [models.Index(fields=["-started_at", "-id"], name="import_run_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "rows",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("added"), "+", models.F("updated")
                                        ),
                                        "+",
                                        models.F("unchanged"),
                                    ),
                                    "+",
                                    models.F("refused"),
                                ),
                            )
                        ),
                        name="import_run_accounts_for_rows",
                        violation_error_message="Every row was added, updated, unchanged or refused.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("added", "Added"),
                            ("updated", "Updated"),
                            ("unchanged", "Unchanged"),
                            ("refused", "Refused"),
                        ],
                        max_length=9,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                (
                    "digest",
                    models.CharField(
                        blank=True,
                        help_text="Of a document that was joined with one that is kept, to know it again",
                        max_length=64,
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.verdict",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report",
                        to="claims.importrun",
                    ),
                ),
            ],
            options={
                "ordering": ("run", "number"),
                "indexes": [
                    models.Index(fields=["run", "outcome", "number"], name="import_row_outcome"),
                    models.Index(
                        condition=models.Q(("digest", ""), _negated=True), fields=["digest"], name="import_row_joined"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("run", "number"), name="import_row_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome", "refused"),
                                ("verdict__isnull", True),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(models.Q(("outcome", "refused"), _negated=True), ("verdict__isnull", False)),
                            _connector="OR",
                        ),
                        name="import_row_refused_or_verdict",
                        violation_error_message="A row is refused with a reason, or leads to a verdict.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptApart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("claim", "Claim"), ("event", "Event"), ("source", "Source")], max_length=10
                    ),
                ),
                ("lower", models.BigIntegerField(help_text="The smaller of the two keys")),
                ("higher", models.BigIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "pairs kept apart",
                "ordering": ("-id",),
                "indexes": [models.Index(fields=["kind", "higher"], name="kept_apart_higher")],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "lower", "higher"), name="kept_apart_once"),
                    models.CheckConstraint(
                        condition=models.Q(("lower__lt", models.F("higher"))),
                        name="kept_apart_in_order",
                        violation_error_message="The smaller key comes first.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptApartEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("claim", "Claim"), ("event", "Event"), ("source", "Source")], max_length=10
                    ),
                ),
                ("lower", models.BigIntegerField(help_text="The smaller of the two keys")),
                ("higher", models.BigIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.keptapart",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="keptapart_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="keptapart_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lease",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("object_id", models.PositiveBigIntegerField()),
                ("until", models.DateTimeField()),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="leases", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("until", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("content_type", "object_id"), name="lease_one_per_item")
                ],
            },
        ),
        migrations.CreateModel(
            name="LinkCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.URLField(max_length=600, unique=True)),
                (
                    "status",
                    models.PositiveSmallIntegerField(blank=True, help_text="HTTP status of the last answer", null=True),
                ),
                ("error", models.CharField(blank=True, help_text="Why there was no answer", max_length=300)),
                ("checked_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-checked_at", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("error", ""), ("status__isnull", False)),
                            models.Q(("status__isnull", True), models.Q(("error", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="link_check_answer_or_error",
                        violation_error_message="A check ends with an answer, or with the reason for none.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("measure", models.SlugField(max_length=40)),
                ("quote", models.CharField(max_length=300)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("value", models.DecimalField(blank=True, decimal_places=6, max_digits=30, null=True)),
                ("value_max", models.DecimalField(blank=True, decimal_places=6, max_digits=30, null=True)),
                ("value_text", models.CharField(blank=True, max_length=100)),
                (
                    "comparator",
                    models.CharField(
                        choices=[
                            ("exact", "Exact"),
                            ("approx", "Approx"),
                            ("at_least", "At least"),
                            ("at_most", "At most"),
                            ("range", "Range"),
                        ],
                        default=claims.vocabulary.Comparator["EXACT"],
                        max_length=10,
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("total", models.DecimalField(blank=True, decimal_places=6, max_digits=30, null=True)),
                ("group", models.PositiveSmallIntegerField(default=0)),
                ("as_of", models.DateField(blank=True, null=True)),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("score", models.FloatField(default=1.0)),
                (
                    "appearance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="measurements", to="claims.appearance"
                    ),
                ),
            ],
            options={
                "ordering": ("appearance", "start"),
                "indexes": [models.Index(fields=["measure", "value"], name="measurement_value")],
                "constraints": [
                    models.UniqueConstraint(fields=("appearance", "measure", "start", "end"), name="measurement_once"),
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="measurement_end_after_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("value__isnull", False), ("value_text", "")),
                            models.Q(("value__isnull", True), models.Q(("value_text", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="measurement_number_or_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value_max__isnull", True),
                            models.Q(
                                ("comparator", "range"), ("value__isnull", False), ("value_max__gte", models.F("value"))
                            ),
                            _connector="OR",
                        ),
                        name="measurement_range_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeasurementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("measure", models.SlugField(db_index=False, max_length=40)),
                ("quote", models.CharField(max_length=300)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("value", models.DecimalField(blank=True, decimal_places=6, max_digits=30, null=True)),
                ("value_max", models.DecimalField(blank=True, decimal_places=6, max_digits=30, null=True)),
                ("value_text", models.CharField(blank=True, max_length=100)),
                (
                    "comparator",
                    models.CharField(
                        choices=[
                            ("exact", "Exact"),
                            ("approx", "Approx"),
                            ("at_least", "At least"),
                            ("at_most", "At most"),
                            ("range", "Range"),
                        ],
                        default=claims.vocabulary.Comparator["EXACT"],
                        max_length=10,
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("total", models.DecimalField(blank=True, decimal_places=6, max_digits=30, null=True)),
                ("group", models.PositiveSmallIntegerField(default=0)),
                ("as_of", models.DateField(blank=True, null=True)),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("score", models.FloatField(default=1.0)),
                (
                    "appearance",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.appearance",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.measurement",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="measurement_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="measurement_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("claim", "Claim"), ("event", "Event"), ("source", "Source")], max_length=10
                    ),
                ),
                ("operation", models.CharField(choices=[("merge", "Merged"), ("split", "Split")], max_length=10)),
                ("kept", models.BigIntegerField()),
                ("absorbed", models.BigIntegerField()),
                ("moved", models.JSONField(default=dict)),
                ("changed", models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="merges", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_merges",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "indexes": [
                    models.Index(fields=["kind", "kept", "-id"], name="merge_kept"),
                    models.Index(fields=["kind", "absorbed", "-id"], name="merge_absorbed"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("operation", "merge"), ("undone_at__isnull", True)),
                        fields=("kind", "absorbed"),
                        name="merge_absorbed_once",
                        violation_error_message="It was merged already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kept", models.F("absorbed")), _negated=True),
                        name="merge_of_two",
                        violation_error_message="It cannot be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                            models.Q(
                                ("operation", "merge"), ("undone_at__isnull", False), ("undone_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="merge_undone_by_someone",
                        violation_error_message="What undoes a merge is a person; a split is merged back.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MergeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("claim", "Claim"), ("event", "Event"), ("source", "Source")], max_length=10
                    ),
                ),
                ("operation", models.CharField(choices=[("merge", "Merged"), ("split", "Split")], max_length=10)),
                ("kept", models.BigIntegerField()),
                ("absorbed", models.BigIntegerField()),
                ("moved", models.JSONField(default=dict)),
                ("changed", models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.merge",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="merge_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="merge_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("assigned", "assigned you"),
                            ("mentioned", "mentioned you in a comment on"),
                            ("commented", "commented on"),
                            ("submitted", "asks you to read and publish"),
                            ("returned", "sent back"),
                            ("published", "published"),
                            ("corrected", "corrected"),
                            ("withdrew", "withdrew"),
                            ("reopened", "reopened"),
                            ("marked", "asks for another look at"),
                            ("reported", "sent"),
                        ],
                        max_length=10,
                    ),
                ),
                ("object_id", models.PositiveBigIntegerField()),
                (
                    "event",
                    models.CharField(help_text="What happened, so that nobody is told of it twice", max_length=100),
                ),
                (
                    "text",
                    models.CharField(blank=True, help_text="A few words of it, for the desk alone", max_length=300),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("mail_after", models.DateTimeField(blank=True, null=True)),
                ("mailed_at", models.DateTimeField(blank=True, null=True)),
                ("mail_tries", models.PositiveSmallIntegerField(default=0)),
                ("mail_error", models.CharField(blank=True, help_text="Why the last try failed", max_length=300)),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Who did it; nobody where the machine did",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notifications",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("read_at__isnull", True)),
                        fields=["recipient", "-id"],
                        name="notification_unread",
                    ),
                    models.Index(
                        condition=models.Q(("read_at__isnull", False)),
                        fields=["recipient", "-id"],
                        name="notification_read",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("mail_after__isnull", False), ("mailed_at__isnull", True), ("read_at__isnull", True)
                        ),
                        fields=["mail_after", "recipient"],
                        name="notification_to_mail",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("recipient", "event"), name="notification_once_per_event"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("actor__isnull", True),
                            models.Q(("actor", models.F("recipient")), _negated=True),
                            _connector="OR",
                        ),
                        name="notification_not_of_own_doing",
                        violation_error_message="Nobody is told of what they did themselves.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mailed_at__isnull", True), ("mail_after__isnull", False), _connector="OR"),
                        name="notification_mailed_if_wanted",
                        violation_error_message="It goes out by e-mail only to who wants that.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PipelineRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "station",
                    models.CharField(
                        choices=[
                            ("extract", "Extract claims"),
                            ("match", "Match events"),
                            ("detect", "Detect contradictions"),
                        ],
                        max_length=8,
                    ),
                ),
                ("method", models.CharField(max_length=60)),
                ("error", models.TextField(blank=True, help_text="Empty where it succeeded")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="runs", to="articles.articleversion"
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("error", ""), _negated=True), fields=["-at"], name="pipeline_run_failed"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("error", "")),
                        fields=("version", "station", "method"),
                        name="pipeline_run_succeeds_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(editable=False, max_length=200)),
                ("answer", models.CharField(max_length=200)),
                ("figures", models.JSONField(blank=True, default=dict)),
                (
                    "is_at_fault",
                    models.BooleanField(default=False, help_text="The editor found this answer to be an error"),
                ),
                (
                    "outlet_corrected",
                    models.BooleanField(blank=True, help_text="Has who gave it corrected it since?", null=True),
                ),
                (
                    "contradiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="positions", to="claims.contradiction"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to="claims.event",
                    ),
                ),
            ],
            options={
                "ordering": ("contradiction", "id"),
            },
        ),
        migrations.CreateModel(
            name="ContradictionEvidenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "figures",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="What the document itself counts, by measure, as in a position",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                ("attached_at", models.DateTimeField(auto_now_add=True)),
                (
                    "attached_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "contradiction",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.contradiction",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.contradictionevidence",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.evidence",
                    ),
                ),
                (
                    "supports",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.position",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="contradictioneviden_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="contradictioneviden_log_person",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="contradictionevidence",
            name="supports",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence",
                to="claims.position",
            ),
        ),
        migrations.CreateModel(
            name="PositionAppearance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("origin", models.CharField(max_length=100)),
                (
                    "appearance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="claims.appearance"
                    ),
                ),
                (
                    "measurement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="claims.measurement",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="claims.position"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("position", "appearance"), name="position_appearance_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="position",
            name="appearances",
            field=models.ManyToManyField(
                related_name="positions", through="claims.PositionAppearance", to="claims.appearance"
            ),
        ),
        migrations.CreateModel(
            name="PositionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("key", models.CharField(editable=False, max_length=200)),
                ("answer", models.CharField(max_length=200)),
                ("figures", models.JSONField(blank=True, default=dict)),
                (
                    "is_at_fault",
                    models.BooleanField(default=False, help_text="The editor found this answer to be an error"),
                ),
                (
                    "outlet_corrected",
                    models.BooleanField(blank=True, help_text="Has who gave it corrected it since?", null=True),
                ),
                (
                    "contradiction",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.contradiction",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.event",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.position",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="position_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="position_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("object_id", models.BigIntegerField()),
                ("seen_at", models.DateTimeField()),
                ("active_at", models.DateTimeField(help_text="When they last typed or clicked")),
                (
                    "content_type",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="presences",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("active_at", "id"),
                "indexes": [models.Index(fields=["person", "seen_at"], name="presence_of_person")],
                "constraints": [
                    models.UniqueConstraint(fields=("content_type", "object_id", "person"), name="presence_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="verdict",
            name="rating",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="verdicts", to="claims.rating"
            ),
        ),
        migrations.CreateModel(
            name="RatingScale",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100)),
                (
                    "worst",
                    models.PositiveSmallIntegerField(
                        default=1, validators=[django.core.validators.MinValueValidator(1)]
                    ),
                ),
                ("best", models.PositiveSmallIntegerField(default=5)),
                (
                    "is_imported",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Made by an import: what another desk calls its ratings",
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, help_text="No longer offered; verdicts that are on it stay"),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rating_scales",
                        to="articles.publisher",
                    ),
                ),
            ],
            options={
                "ordering": ("publisher", "name"),
                "constraints": [
                    models.UniqueConstraint(fields=("publisher", "name"), name="rating_scale_once"),
                    models.CheckConstraint(
                        condition=models.Q(("worst__gte", 1), ("worst__lt", models.F("best"))),
                        name="rating_scale_worst_below_best",
                        violation_error_message="The worst rating is at least 1 and below the best.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RatingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "name",
                    models.CharField(help_text="What readers see, and schema.org's alternateName", max_length=4000),
                ),
                ("slug", models.SlugField(db_index=False, max_length=60)),
                ("value", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "normalised",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        editable=False,
                        help_text="Its place on the line from 1, false, to 5, true, by which desks are compared",
                        null=True,
                    ),
                ),
                ("definition", models.TextField(help_text="When we give this rating, in words for readers")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.rating",
                    ),
                ),
                (
                    "scale",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.ratingscale",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="rating_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="rating_log_person",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="rating",
            name="scale",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="ratings", to="claims.ratingscale"
            ),
        ),
        migrations.CreateModel(
            name="RatingScaleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=100)),
                (
                    "worst",
                    models.PositiveSmallIntegerField(
                        default=1, validators=[django.core.validators.MinValueValidator(1)]
                    ),
                ),
                ("best", models.PositiveSmallIntegerField(default=5)),
                (
                    "is_imported",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Made by an import: what another desk calls its ratings",
                    ),
                ),
                (
                    "is_retired",
                    models.BooleanField(default=False, help_text="No longer offered; verdicts that are on it stay"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.ratingscale",
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.publisher",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="ratingscale_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="ratingscale_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("text", models.TextField()),
                (
                    "short_text",
                    models.CharField(blank=True, help_text="For ClaimReview, where the text is longer", max_length=75),
                ),
                ("language", models.CharField(default="en", max_length=16)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("accepted", "Accepted"),
                            ("rejected", "Rejected"),
                            ("merged", "Merged into another"),
                        ],
                        default="suggested",
                        max_length=10,
                    ),
                ),
                ("status_reason", models.CharField(blank=True, max_length=300)),
                ("method", models.CharField(help_text="The rule that suggested it, or “editor”", max_length=60)),
                (
                    "score",
                    models.FloatField(
                        default=1.0, help_text="How sure the rule is that this can and should be checked, 0 to 1"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "search_vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector("text", config="english"),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.claim",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.event",
                    ),
                ),
                (
                    "rejected_for",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.rejectionreason",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="claim_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="claim_log_person",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="claim",
            name="rejected_for",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="claims",
                to="claims.rejectionreason",
            ),
        ),
        migrations.CreateModel(
            name="RejectionReasonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=80)),
                ("description", models.CharField(blank=True, help_text="When to choose it", max_length=300)),
                ("order", models.PositiveSmallIntegerField(default=0, help_text="Lower comes first")),
                (
                    "is_retired",
                    models.BooleanField(default=False, help_text="No longer offered; past decisions keep it"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.rejectionreason",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="rejectionreason_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="rejectionreason_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Replay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="The Idempotency-Key header", max_length=255)),
                ("request_sha256", models.CharField(help_text="Hash of what was asked for", max_length=64)),
                ("status", models.PositiveSmallIntegerField(null=True)),
                ("headers", models.JSONField(default=dict)),
                ("body", models.BinaryField(default=b"")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "api_key",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replays",
                        to="claims.apikey",
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
                "indexes": [models.Index(fields=["at"], name="replay_at")],
                "constraints": [models.UniqueConstraint(fields=("api_key", "name"), name="replay_once_per_key")],
            },
        ),
        migrations.CreateModel(
            name="ReplyRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("party", models.CharField(max_length=200, verbose_name="who was asked")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("email", "by e-mail"),
                            ("phone", "by phone"),
                            ("message", "by message"),
                            ("in_person", "in person"),
                            ("press_office", "through the press office"),
                            ("letter", "by letter"),
                        ],
                        default="email",
                        max_length=12,
                        verbose_name="how",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="asked on")),
                ("deadline", models.DateTimeField(blank=True, null=True, verbose_name="to answer by")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("waiting", "No answer yet"), ("answered", "Answered"), ("silent", "Did not answer")],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered on")),
                ("answer", models.TextField(blank=True, verbose_name="what they answered")),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reply_requests", to="claims.verdict"
                    ),
                ),
            ],
            options={
                "ordering": ("verdict", "asked_at", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at__isnull", False),
                                ("outcome", "answered"),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("outcome", "answered"), _negated=True),
                                ("answer", ""),
                                ("answered_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="reply_request_answer_when_answered",
                        violation_error_message="Give what they answered and when; leave both empty where they did not.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deadline__isnull", True), ("deadline__gte", models.F("asked_at")), _connector="OR"
                        ),
                        name="reply_request_deadline_after_asking",
                        violation_error_message="The deadline lies before they were asked.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_at__isnull", True), ("answered_at__gte", models.F("asked_at")), _connector="OR"
                        ),
                        name="reply_request_answered_after_asking",
                        violation_error_message="The answer lies before they were asked.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReplyRequestEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("party", models.CharField(max_length=200, verbose_name="who was asked")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("email", "by e-mail"),
                            ("phone", "by phone"),
                            ("message", "by message"),
                            ("in_person", "in person"),
                            ("press_office", "through the press office"),
                            ("letter", "by letter"),
                        ],
                        default="email",
                        max_length=12,
                        verbose_name="how",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="asked on")),
                ("deadline", models.DateTimeField(blank=True, null=True, verbose_name="to answer by")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("waiting", "No answer yet"), ("answered", "Answered"), ("silent", "Did not answer")],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered on")),
                ("answer", models.TextField(blank=True, verbose_name="what they answered")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.replyrequest",
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.verdict",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="replyrequest_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="replyrequest_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RollCallVote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("abstain", "Abstained"),
                            ("not_voting", "Did not vote"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="roll_call", to="claims.event"
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="roll_call", to="claims.evidence"
                    ),
                ),
            ],
            options={
                "ordering": ("event", "state__name"),
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("state", "State"),
                            ("organisation", "Organisation"),
                            ("unnamed", "Unnamed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("wikidata_id", models.CharField(blank=True, max_length=20)),
                ("iso3", models.CharField(blank=True, help_text="ISO 3166-1 alpha-3 code of a state", max_length=3)),
                ("description", models.CharField(blank=True, max_length=300)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absorbed",
                        to="claims.source",
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("name"), name="gin_trgm_ops"
                        ),
                        name="source_trigram",
                    ),
                    models.Index(
                        condition=models.Q(("merged_into__isnull", False)),
                        fields=["merged_into"],
                        name="source_merged_into",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("merged_into", models.F("id")), _negated=True),
                        name="source_not_merged_into_itself",
                        violation_error_message="It cannot be merged into itself.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RollCallVoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("abstain", "Abstained"),
                            ("not_voting", "Did not vote"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.event",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.evidence",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.rollcallvote",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="rollcallvote_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="rollcallvote_log_person",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="rollcallvote",
            name="state",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="votes", to="claims.source"
            ),
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("open", "Still open"),
                            ("wrong_standing", "Found wrong, not corrected"),
                            ("wrong", "Found wrong, no correction known"),
                            ("wrong_corrected", "Found wrong, corrected since"),
                            ("sound", "Another report was wrong"),
                            ("changed", "Things changed between the reports"),
                            ("unassigned", "An error, but not whose"),
                            ("undecided", "The evidence does not decide"),
                            ("apparent", "Apparent only"),
                        ],
                        max_length=15,
                    ),
                ),
                ("is_own_voice", models.BooleanField()),
                (
                    "contradiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="claims.contradiction"
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="articles.publisher",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="claims.source",
                    ),
                ),
            ],
            options={
                "ordering": ("-contradiction",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("publisher__isnull", False)),
                        fields=["publisher", "-contradiction"],
                        include=("outcome", "is_own_voice"),
                        name="part_publisher",
                    ),
                    models.Index(
                        condition=models.Q(("source__isnull", False)),
                        fields=["source", "-contradiction"],
                        include=("outcome", "is_own_voice"),
                        name="part_source",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contradiction", "publisher", "source"), name="part_once", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("publisher__isnull", True), ("source__isnull", True), _connector="XOR"),
                        name="part_of_outlet_or_source",
                        violation_error_message="It is the part of an outlet or of a source.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AppearanceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("quote", models.TextField()),
                ("source_name", models.CharField(blank=True, max_length=200)),
                (
                    "cue",
                    models.CharField(
                        blank=True, help_text="The word that attributes it: said, denied, according to", max_length=60
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("asserts", "Asserts"),
                            ("denies", "Denies"),
                            ("questions", "Questions"),
                            ("reports", "Reports"),
                        ],
                        default=claims.vocabulary.Stance["ASSERTS"],
                        max_length=10,
                    ),
                ),
                (
                    "modality",
                    models.CharField(
                        choices=[("actual", "Actual"), ("projected", "Projected"), ("hypothetical", "Hypothetical")],
                        default=claims.vocabulary.Modality["ACTUAL"],
                        max_length=12,
                    ),
                ),
                ("said_on", models.DateField(blank=True, null=True)),
                ("method", models.CharField(max_length=60)),
                ("score", models.FloatField(default=1.0)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.appearance",
                    ),
                ),
                (
                    "refers_to",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What it denies or echoes",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.appearance",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.articleversion",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="appearance_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="appearance_log_person",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="appearance",
            name="source",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appearances",
                to="claims.source",
            ),
        ),
        migrations.CreateModel(
            name="SourceAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("key", models.CharField(editable=False, max_length=200, unique=True)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="aliases", to="claims.source"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "source aliases",
                "ordering": ("name",),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("key", name="gin_trgm_ops"), name="source_alias_trigram"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceAliasEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("key", models.CharField(editable=False, max_length=200)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.sourcealias",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="sourcealias_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="sourcealias_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("state", "State"),
                            ("organisation", "Organisation"),
                            ("unnamed", "Unnamed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("wikidata_id", models.CharField(blank=True, max_length=20)),
                ("iso3", models.CharField(blank=True, help_text="ISO 3166-1 alpha-3 code of a state", max_length=3)),
                ("description", models.CharField(blank=True, max_length=300)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.source",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="source_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="source_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("batch", models.UUIDField(db_index=True)),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("accept", "Accepted"),
                            ("reject", "Rejected"),
                            ("edit", "Edited"),
                            ("merge", "Merged"),
                            ("split", "Split off again"),
                            ("suggest", "Put back among the suggestions"),
                        ],
                        max_length=10,
                    ),
                ),
                ("object_id", models.PositiveBigIntegerField()),
                ("data", models.JSONField(default=dict)),
                ("inverse", models.JSONField()),
                ("left", models.JSONField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "reverses",
                    models.OneToOneField(
                        blank=True,
                        help_text="What it undoes",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversal",
                        to="claims.step",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "indexes": [
                    models.Index(fields=["by", "-id"], name="step_latest_of_person"),
                    models.Index(fields=["content_type", "object_id", "-id"], name="step_of_item"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(choices=[("article", "Article"), ("claim", "Claim")], max_length=7)),
                ("given", models.JSONField(default=dict)),
                (
                    "status",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("done", "Taken in"), ("failed", "Not taken in")],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("problem", models.CharField(blank=True, help_text="Why it was not taken in", max_length=600)),
                (
                    "claim",
                    models.BigIntegerField(
                        blank=True,
                        help_text="Key of the claim that was suggested, which the machine may take back",
                        null=True,
                    ),
                ),
                ("submitted_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="articles.article",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-submitted_at", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at__isnull", True), ("problem", ""), ("status", "waiting")),
                            models.Q(
                                ("finished_at__isnull", False),
                                ("status", "failed"),
                                models.Q(("problem", ""), _negated=True),
                            ),
                            models.Q(
                                ("article__isnull", False),
                                ("finished_at__isnull", False),
                                ("problem", ""),
                                ("status", "done"),
                            ),
                            _connector="OR",
                        ),
                        name="submission_says_what_became_of_it",
                        violation_error_message="What was not taken in says why; what was says which article it is.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SubmissionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("kind", models.CharField(choices=[("article", "Article"), ("claim", "Claim")], max_length=7)),
                (
                    "status",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("done", "Taken in"), ("failed", "Not taken in")],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("problem", models.CharField(blank=True, help_text="Why it was not taken in", max_length=600)),
                (
                    "claim",
                    models.BigIntegerField(
                        blank=True,
                        help_text="Key of the claim that was suggested, which the machine may take back",
                        null=True,
                    ),
                ),
                ("submitted_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.submission",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="submission_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="submission_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimTopicEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.claimtopic",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.topic",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="claimtopic_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="claimtopic_log_person",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="claim",
            name="topics",
            field=models.ManyToManyField(
                blank=True, related_name="claims", through="claims.ClaimTopic", to="claims.topic"
            ),
        ),
        migrations.CreateModel(
            name="TopicEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=80)),
                ("slug", models.SlugField(db_index=False, help_text="Its address on the public site", max_length=80)),
                ("description", models.CharField(blank=True, max_length=300)),
                ("wikidata_id", models.CharField(blank=True, max_length=20)),
                (
                    "is_retired",
                    models.BooleanField(default=False, help_text="No longer offered; claims that have it keep it"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.topic",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="topic_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="topic_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tries",
            fields=[
                (
                    "key",
                    models.CharField(
                        help_text="A keyed hash of what is counted", max_length=64, primary_key=True, serialize=False
                    ),
                ),
                ("until", models.DateTimeField(help_text="When the tries that were made are all made up for")),
            ],
            options={
                "verbose_name_plural": "tries",
                "ordering": ("until",),
                "indexes": [models.Index(fields=["until"], name="tries_until")],
            },
        ),
        migrations.CreateModel(
            name="UserEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                (
                    "notices",
                    models.CharField(
                        choices=[
                            ("at_once", "An e-mail at once"),
                            ("daily", "One e-mail a day"),
                            ("never", "Only in the desk"),
                        ],
                        default="daily",
                        max_length=7,
                        verbose_name="notifications",
                    ),
                ),
                ("shortcuts_on", models.BooleanField(default=True, verbose_name="keyboard shortcuts")),
                (
                    "shortcuts",
                    models.JSONField(blank=True, default=dict, help_text="Keys chosen instead of ours, by command"),
                ),
                (
                    "is_service",
                    models.BooleanField(
                        default=False, help_text="A program: it cannot log in", verbose_name="service account"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="user_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="user_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserGroupEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="auth.group",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VerdictEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("written", "Written at this desk"),
                            ("imported", "Taken over from the desk that published it"),
                        ],
                        default="written",
                        editable=False,
                        max_length=8,
                    ),
                ),
                ("language", models.CharField(default="en", max_length=16)),
                ("headline", models.CharField(help_text="States the finding, not the question", max_length=200)),
                ("summary", models.TextField(help_text="The reason in one or two sentences")),
                ("body", models.TextField(blank=True, help_text="Markdown")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Waiting for second eyes"),
                            ("scheduled", "Approved, to be published at a set time"),
                            ("published", "Published"),
                            ("superseded", "Superseded by a correction"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "publish_at",
                    models.DateTimeField(
                        blank=True, help_text="It does not go out before", null=True, verbose_name="embargoed until"
                    ),
                ),
                (
                    "publish_error",
                    models.CharField(
                        blank=True,
                        help_text="Why it could not be published at its time; empty where nothing failed",
                        max_length=300,
                    ),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "revision",
                    models.PositiveIntegerField(
                        default=0,
                        editable=False,
                        help_text="Counts the changes of its words, so that two people at once both notice",
                    ),
                ),
                (
                    "writers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        default=list,
                        editable=False,
                        help_text="Everyone who has written in it; a trigger's",
                        size=None,
                    ),
                ),
                (
                    "needs_review",
                    models.CharField(
                        blank=True,
                        help_text="Why this verdict must be looked at again; empty where it need not",
                        max_length=300,
                    ),
                ),
                (
                    "change_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("correction", "Correction: something was wrong"),
                            ("update", "Update: something new is known"),
                            ("clarification", "Clarification: something was unclear"),
                            ("reopening", "Taken up again after it was withdrawn"),
                        ],
                        max_length=13,
                    ),
                ),
                ("change_reason", models.TextField(blank=True, help_text="What changed and why, for readers")),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who is asked to read it",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who changed its words last",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.verdict",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.publisher",
                    ),
                ),
                (
                    "rating",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.rating",
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.verdict",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="verdict_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="verdict_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VerdictEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("note", models.CharField(blank=True, help_text="What it shows", max_length=300)),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="citations", to="claims.evidence"
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cited_evidence", to="claims.verdict"
                    ),
                ),
            ],
            options={
                "ordering": ("verdict", "order", "id"),
                "constraints": [models.UniqueConstraint(fields=("verdict", "evidence"), name="verdict_evidence_once")],
            },
        ),
        migrations.AddField(
            model_name="verdict",
            name="evidence",
            field=models.ManyToManyField(
                related_name="verdicts", through="claims.VerdictEvidence", to="claims.evidence"
            ),
        ),
        migrations.CreateModel(
            name="VerdictEvidenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("note", models.CharField(blank=True, help_text="What it shows", max_length=300)),
                (
                    "evidence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.evidence",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.verdictevidence",
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.verdict",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="verdictevidence_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="verdictevidence_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Waiver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "check_name",
                    models.CharField(
                        choices=[
                            ("words", "Headline and summary are written"),
                            ("claim", "The claim stands"),
                            ("in_force", "No other verdict is in force"),
                            ("evidence", "Evidence is cited"),
                            ("archive", "Evidence is archived"),
                            ("figures", "Every figure is in the evidence"),
                            ("claim_length", "The claim fits into 75 characters"),
                            ("dates", "No source is younger than the verdict"),
                            ("links", "Links are alive"),
                            ("reply", "Who is concerned was asked"),
                            ("comments", "Comments are resolved"),
                        ],
                        max_length=20,
                        verbose_name="check",
                    ),
                ),
                ("subject", models.CharField(help_text="The words that the finding is about", max_length=300)),
                ("reason", models.CharField(max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="waivers", to="claims.verdict"
                    ),
                ),
            ],
            options={
                "ordering": ("verdict", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("verdict", "check_name", "subject"), name="waiver_once"),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="waiver_has_reason",
                        violation_error_message="Say why.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WaiverEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "check_name",
                    models.CharField(
                        choices=[
                            ("words", "Headline and summary are written"),
                            ("claim", "The claim stands"),
                            ("in_force", "No other verdict is in force"),
                            ("evidence", "Evidence is cited"),
                            ("archive", "Evidence is archived"),
                            ("figures", "Every figure is in the evidence"),
                            ("claim_length", "The claim fits into 75 characters"),
                            ("dates", "No source is younger than the verdict"),
                            ("links", "Links are alive"),
                            ("reply", "Who is concerned was asked"),
                            ("comments", "Comments are resolved"),
                        ],
                        max_length=20,
                        verbose_name="check",
                    ),
                ),
                ("subject", models.CharField(help_text="The words that the finding is about", max_length=300)),
                ("reason", models.CharField(max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.waiver",
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.verdict",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="waiver_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="waiver_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Watch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("object_id", models.PositiveBigIntegerField()),
                ("is_on", models.BooleanField(default=True)),
                (
                    "content_type",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="watches", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("content_type", "object_id", "user"),
                "constraints": [
                    models.UniqueConstraint(fields=("content_type", "object_id", "user"), name="watch_once_per_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="Webhook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="Who is told", max_length=100)),
                ("url", models.URLField(max_length=600, verbose_name="address")),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("verdict.published", "A verdict was published"),
                                ("verdict.corrected", "A published verdict was corrected"),
                                ("verdict.withdrawn", "A verdict was withdrawn"),
                                ("contradiction.opened", "A contradiction was opened, or reopened"),
                                ("contradiction.resolved", "A contradiction was resolved"),
                            ],
                            max_length=22,
                        ),
                        size=None,
                        verbose_name="events",
                    ),
                ),
                ("salt", models.CharField(default=claims.models.webhook.new_salt, editable=False, max_length=32)),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("failing_since", models.DateTimeField(blank=True, editable=False, null=True)),
                ("stopped_because", models.CharField(blank=True, editable=False, max_length=300)),
                (
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("name", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kinds__contained_by",
                                [
                                    "verdict.published",
                                    "verdict.corrected",
                                    "verdict.withdrawn",
                                    "contradiction.opened",
                                    "contradiction.resolved",
                                ],
                            ),
                            ("kinds__len__gte", 1),
                        ),
                        name="webhook_is_told_of_something",
                        violation_error_message="Choose what it is told of.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_active", False), ("stopped_because", ""), _connector="OR"),
                        name="webhook_stopped_is_not_active",
                        violation_error_message="An active webhook has not been stopped.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        help_text="1 for the first try; 0 where a person had it sent again"
                    ),
                ),
                ("status", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("excerpt", models.CharField(blank=True, help_text="The first words of the answer", max_length=500)),
                ("error", models.CharField(blank=True, help_text="Why there was no answer", max_length=300)),
                ("milliseconds", models.PositiveIntegerField()),
                ("next_at", models.DateTimeField(blank=True, help_text="When it is tried again", null=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="claims.message"
                    ),
                ),
                (
                    "webhook",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="claims.webhook",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "deliveries",
                "ordering": ("-id",),
                "indexes": [models.Index(fields=["webhook", "-id"], name="delivery_of_webhook")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("error", ""), ("status__isnull", False)),
                            models.Q(("status__isnull", True), models.Q(("error", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="delivery_answer_or_error",
                        violation_error_message="A try ends with an answer, or with the reason for none.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WebhookEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(help_text="Who is told", max_length=100)),
                ("url", models.URLField(max_length=600, verbose_name="address")),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("verdict.published", "A verdict was published"),
                                ("verdict.corrected", "A published verdict was corrected"),
                                ("verdict.withdrawn", "A verdict was withdrawn"),
                                ("contradiction.opened", "A contradiction was opened, or reopened"),
                                ("contradiction.resolved", "A contradiction was resolved"),
                            ],
                            max_length=22,
                        ),
                        size=None,
                        verbose_name="events",
                    ),
                ),
                ("salt", models.CharField(default=claims.models.webhook.new_salt, editable=False, max_length=32)),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("failing_since", models.DateTimeField(blank=True, editable=False, null=True)),
                ("stopped_because", models.CharField(blank=True, editable=False, max_length=300)),
                (
                    "made_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="claims.webhook",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="webhook_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="webhook_log_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("word", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("key", models.CharField(editable=False, max_length=60)),
            ],
            options={
                "ordering": ("word",),
                "indexes": [
                    models.Index(fields=["key"], name="word_key"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("key", name="gin_trgm_ops"), name="word_trigram"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkingCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tab", models.CharField(max_length=40)),
                (
                    "revision",
                    models.PositiveIntegerField(
                        default=0, help_text="The revision of the verdict that it was made from"
                    ),
                ),
                ("words", models.JSONField(help_text="As typed, valid or not")),
                ("saved_at", models.DateTimeField(auto_now=True)),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="What a new verdict is to be about",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="working_copies",
                        to="claims.claim",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="working_copies",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="working_copies",
                        to="claims.verdict",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "working copies",
                "ordering": ("-saved_at", "-id"),
                "constraints": [
                    models.UniqueConstraint(fields=("person", "verdict"), name="working_copy_once"),
                    models.UniqueConstraint(fields=("person", "claim"), name="working_copy_once_new"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claim__isnull", False), ("verdict__isnull", True)),
                            models.Q(("claim__isnull", True), ("verdict__isnull", False)),
                            _connector="OR",
                        ),
                        name="working_copy_of_one_thing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserGroup",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("claims.user_groups",),
        ),
        migrations.AddIndex(
            model_name="contradiction",
            index=models.Index(fields=["-found_at", "-id"], name="contradiction_newest"),
        ),
        migrations.AddIndex(
            model_name="contradiction",
            index=models.Index(fields=["status", "-found_at", "-id"], name="contradiction_status_newest"),
        ),
        migrations.AddIndex(
            model_name="contradiction",
            index=models.Index(
                condition=models.Q(("resolved_at__isnull", False)),
                fields=["-resolved_at"],
                name="contradiction_settled",
            ),
        ),
        migrations.AddIndex(
            model_name="contradiction",
            index=models.Index(
                condition=models.Q(("reopened_reason", ""), _negated=True),
                fields=["-found_at", "-id"],
                name="contradiction_reopened_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="contradiction",
            index=models.Index(
                condition=models.Q(
                    (
                        "status__in",
                        (
                            claims.vocabulary.ContradictionStatus["SUGGESTED"],
                            claims.vocabulary.ContradictionStatus["OPEN"],
                            claims.vocabulary.ContradictionStatus["UNDER_REVIEW"],
                        ),
                    )
                ),
                fields=["-score", "id"],
                name="contradiction_queue",
            ),
        ),
        migrations.AddIndex(
            model_name="contradiction",
            index=models.Index(fields=["kind"], name="contradiction_kind"),
        ),
        migrations.AddIndex(
            model_name="contradiction",
            index=models.Index(fields=["gate"], name="contradiction_gate"),
        ),
        migrations.AddIndex(
            model_name="contradiction",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Upper("question"), name="gin_trgm_ops"
                ),
                name="contradiction_trigram",
            ),
        ),
        migrations.AddIndex(
            model_name="contradiction",
            index=models.Index(
                condition=models.Q(("assignee__isnull", False)),
                fields=["assignee", "status"],
                name="contradiction_assignee",
            ),
        ),
        migrations.AddConstraint(
            model_name="contradiction",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__gte", 0), ("score__lte", 1)), name="contradiction_score_0_to_1"
            ),
        ),
        migrations.AddConstraint(
            model_name="contradiction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("resolution", ""),
                        ("resolved_at__isnull", True),
                        ("resolved_by__isnull", True),
                        (
                            "status__in",
                            (
                                claims.vocabulary.ContradictionStatus["SUGGESTED"],
                                claims.vocabulary.ContradictionStatus["OPEN"],
                                claims.vocabulary.ContradictionStatus["UNDER_REVIEW"],
                            ),
                        ),
                    ),
                    models.Q(
                        ("resolved_at__isnull", False),
                        ("resolved_by__isnull", False),
                        ("status", "resolved"),
                        models.Q(("resolution", ""), _negated=True),
                        models.Q(
                            (
                                "resolution__in",
                                [
                                    claims.vocabulary.Resolution["COMPLEMENTARY"],
                                    claims.vocabulary.Resolution["DUPLICATE"],
                                    claims.vocabulary.Resolution["NOT_COMPARABLE"],
                                ],
                            ),
                            _negated=True,
                        ),
                        models.Q(("resolution_note", ""), _negated=True),
                    ),
                    models.Q(
                        ("resolved_at__isnull", False),
                        ("resolved_by__isnull", False),
                        ("status", "dismissed"),
                        (
                            "resolution__in",
                            [
                                claims.vocabulary.Resolution["COMPLEMENTARY"],
                                claims.vocabulary.Resolution["DUPLICATE"],
                                claims.vocabulary.Resolution["NOT_COMPARABLE"],
                            ],
                        ),
                        models.Q(("resolution_note", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="contradiction_settled_by_someone",
                violation_error_message="A settled contradiction names its resolution, the reason and who decided.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contradictionevidence",
            constraint=models.UniqueConstraint(
                fields=("contradiction", "evidence"), name="contradiction_evidence_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.UniqueConstraint(fields=("contradiction", "key"), name="position_once"),
        ),
        migrations.AddConstraint(
            model_name="rating",
            constraint=models.UniqueConstraint(fields=("scale", "slug"), name="rating_once"),
        ),
        migrations.AddConstraint(
            model_name="rating",
            constraint=models.UniqueConstraint(fields=("scale", "value"), name="rating_value_once"),
        ),
        migrations.AddConstraint(
            model_name="rating",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("normalised__isnull", True),
                    models.Q(("normalised__gte", 1), ("normalised__lte", 5)),
                    _connector="OR",
                ),
                name="rating_normalised_1_to_5",
                violation_error_message="The line from false to true goes from 1 to 5.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rollcallvote",
            constraint=models.UniqueConstraint(fields=("event", "state"), name="roll_call_vote_once_each"),
        ),
        migrations.AddIndex(
            model_name="appearance",
            index=models.Index(
                models.F("source"),
                models.OrderBy(models.F("said_on"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("source__isnull", False)),
                name="appearance_source_newest",
            ),
        ),
        migrations.AddConstraint(
            model_name="appearance",
            constraint=models.UniqueConstraint(fields=("version", "start", "end", "claim"), name="appearance_once"),
        ),
        migrations.AddConstraint(
            model_name="appearance",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))), name="appearance_end_after_start"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["status", "-created_at", "-id"], name="claim_status_newest"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["-created_at", "-id"], name="claim_newest"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="claim_search"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Upper("text"), name="gin_trgm_ops"
                ),
                name="claim_trigram",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                django.db.models.functions.text.MD5(django.db.models.functions.text.Upper("text")),
                name="claim_same_words",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("assignee__isnull", False)), fields=["assignee", "status"], name="claim_assignee"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("status", "suggested")), fields=["-score", "-id"], name="claim_inbox"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("status", "suggested")),
                fields=["language", "-score", "-id"],
                name="claim_inbox_language",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("status", "suggested")),
                fields=["language", "-created_at", "-id"],
                name="claim_inbox_language_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("status", "accepted")),
                fields=["language", "-created_at", "-id"],
                name="claim_language_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("merged_into__isnull", False)), fields=["merged_into"], name="claim_merged_into"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("rejected_for__isnull", False)), fields=["rejected_for"], name="claim_rejected_for"
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="claim_has_text"),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__gte", 0), ("score__lte", 1)), name="claim_score_0_to_1"
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "rejected"), _negated=True),
                    models.Q(("status_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="claim_rejected_with_reason",
                violation_error_message="Say why the claim is rejected.",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(("rejected_for__isnull", True), ("status", "rejected"), _connector="OR"),
                name="claim_reason_of_rejected",
                violation_error_message="Only a rejected claim has a reason for its rejection.",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("merged_into__isnull", False), ("status", "merged")),
                    models.Q(models.Q(("status", "merged"), _negated=True), ("merged_into__isnull", True)),
                    _connector="OR",
                ),
                name="claim_merged_says_into_which",
                violation_error_message="A merged claim says which claim it was merged into.",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", models.F("id")), _negated=True),
                name="claim_not_merged_into_itself",
                violation_error_message="It cannot be merged into itself.",
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(fields=["status", "-published_at", "-id"], name="verdict_status_newest"),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(fields=["-published_at", "-id"], name="verdict_newest"),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Upper("headline"), name="gin_trgm_ops"
                ),
                name="verdict_trigram",
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                condition=models.Q(("assignee__isnull", False)), fields=["assignee", "status"], name="verdict_assignee"
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                condition=models.Q(("needs_review", ""), _negated=True),
                fields=["-published_at", "-id"],
                name="verdict_marked_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(fields=["author", "status"], name="verdict_author_status"),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(condition=models.Q(("status", "scheduled")), fields=["publish_at"], name="verdict_due"),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "published")),
                fields=("claim", "publisher", "language"),
                name="verdict_one_current",
                violation_error_message="This claim already has a published verdict: correct that one instead.",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("published_at__isnull", True),
                        ("published_by__isnull", True),
                        ("status__in", ("draft", "submitted")),
                    ),
                    ("origin", "imported"),
                    models.Q(
                        ("publish_at__isnull", False),
                        ("published_by__isnull", False),
                        ("status", "scheduled"),
                        ("published_at__isnull", True),
                        models.Q(("published_by", models.F("author")), _negated=True),
                    ),
                    models.Q(
                        models.Q(("status__in", ("draft", "submitted", "scheduled")), _negated=True),
                        ("published_at__isnull", False),
                        ("published_by__isnull", False),
                        models.Q(("published_by", models.F("author")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="verdict_published_by_another",
                violation_error_message="A verdict is published by someone other than its author.",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin", "written"),
                    models.Q(
                        ("published_at__isnull", False),
                        ("published_by__isnull", True),
                        models.Q(("status__in", ("draft", "submitted", "scheduled")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="verdict_imported_is_published",
                violation_error_message="A review of another desk is taken over as it was published, by nobody here.",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(("publish_error", ""), ("status", "scheduled"), _connector="OR"),
                name="verdict_error_of_scheduled",
                violation_error_message="Only what waits for its time can have failed to be published.",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("change_kind", ""), ("change_reason", ""), ("supersedes__isnull", True)),
                    models.Q(
                        ("supersedes__isnull", False),
                        models.Q(("change_kind", ""), _negated=True),
                        models.Q(("change_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="verdict_change_has_reason",
                violation_error_message="Say what kind of change this is, and why.",
            ),
        ),
        migrations.AddField(
            model_name="usergroupevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="claims.usergroup",
            ),
        ),
        migrations.AddIndex(
            model_name="usergroupevent",
            index=models.Index(fields=["pgh_created_at", "pgh_id"], name="usergroup_log_newest"),
        ),
        migrations.AddIndex(
            model_name="usergroupevent",
            index=models.Index(
                django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                models.F("pgh_created_at"),
                models.F("pgh_id"),
                condition=models.Q(("pgh_context__has_key", "user")),
                name="usergroup_log_person",
            ),
        ),
    ]
