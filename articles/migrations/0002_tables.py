import django.contrib.postgres.functions
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.fields.json
import django.db.models.functions.text
import pghistory.utils
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("articles", "0001_extensions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "transaction",
                    models.BigIntegerField(
                        db_default=django.db.models.expressions.RawSQL("txid_current()", []), unique=True
                    ),
                ),
                ("at", models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow())),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("identifier", models.CharField(editable=False, max_length=600, unique=True)),
                ("url", models.URLField(blank=True, max_length=600)),
                (
                    "is_based_on",
                    models.URLField(
                        blank=True,
                        help_text="The page that this text is a digest of, where it is one (schema.org isBasedOn)",
                        max_length=600,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("byline", models.CharField(blank=True, max_length=200)),
                ("language", models.CharField(default="en", help_text="BCP 47 tag", max_length=16)),
                ("published_on", models.DateField(blank=True, null=True)),
                (
                    "note",
                    models.CharField(blank=True, help_text="What readers should know of this text", max_length=300),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False, help_text="Readers may see the whole text, not only quotes from it"
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "copy_of",
                    models.ForeignKey(
                        blank=True,
                        help_text="The article that this one repeats: together they count as one independent origin",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "ordering": (models.OrderBy(models.F("published_on"), descending=True, nulls_last=True), "-id"),
            },
        ),
        migrations.CreateModel(
            name="ArticleVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("is_current", models.BooleanField(default=True)),
                ("title", models.CharField(max_length=300)),
                ("text", models.TextField(validators=[django.core.validators.MinLengthValidator(1)])),
                (
                    "content_sha256",
                    models.CharField(help_text="Hash of what is for reading: the text less boilerplate", max_length=64),
                ),
                ("captured_at", models.DateTimeField(auto_now_add=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="articles.article"
                    ),
                ),
            ],
            options={
                "ordering": ("article", "number"),
                "indexes": [models.Index(fields=["content_sha256"], name="article_version_content")],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "number"), name="article_version_number"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("article",),
                        name="article_version_one_current",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="article_version_has_text"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IngestAttempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("identifier", models.CharField(max_length=600)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("added", "Added"),
                            ("unchanged", "Unchanged"),
                            ("new_version", "New version"),
                            ("failed", "Failed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attempts",
                        to="articles.articleversion",
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
                "indexes": [models.Index(fields=["outcome", "-at"], name="ingest_attempt_outcome")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome", "failed"),
                                ("version__isnull", True),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(models.Q(("outcome", "failed"), _negated=True), ("version__isnull", False)),
                            _connector="OR",
                        ),
                        name="ingest_attempt_failed_or_version",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("title", "Title"),
                            ("meta", "Meta"),
                            ("body", "Body"),
                            ("post", "Post"),
                            ("quoted", "Quoted"),
                            ("boilerplate", "Boilerplate"),
                        ],
                        max_length=12,
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("author", models.CharField(blank=True, max_length=200)),
                ("published_on", models.DateField(blank=True, null=True)),
                ("title", models.CharField(blank=True, max_length=300)),
                ("site", models.CharField(blank=True, max_length=200)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passages",
                        to="articles.articleversion",
                    ),
                ),
            ],
            options={
                "ordering": ("version", "start"),
                "constraints": [
                    models.UniqueConstraint(fields=("version", "start"), name="passage_start"),
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="passage_end_after_start"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publisher",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True)),
                ("slug", models.SlugField(max_length=80, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("outlet", "News outlet"),
                            ("agency", "News agency"),
                            ("body", "Official body"),
                            ("forum", "Forum or social platform"),
                            ("desk", "Another fact-checking desk"),
                            ("own", "Our own desk"),
                        ],
                        default="outlet",
                        max_length=10,
                    ),
                ),
                ("url", models.URLField(blank=True)),
                ("country", models.CharField(blank=True, help_text="ISO 3166-1 alpha-2 code", max_length=2)),
                ("about", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("name",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "own")),
                        fields=("kind",),
                        name="publisher_one_own_desk",
                        violation_error_message="There is already a publisher that is our own desk.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ArticleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("identifier", models.CharField(editable=False, max_length=600)),
                ("url", models.URLField(blank=True, max_length=600)),
                (
                    "is_based_on",
                    models.URLField(
                        blank=True,
                        help_text="The page that this text is a digest of, where it is one (schema.org isBasedOn)",
                        max_length=600,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("byline", models.CharField(blank=True, max_length=200)),
                ("language", models.CharField(default="en", help_text="BCP 47 tag", max_length=16)),
                ("published_on", models.DateField(blank=True, null=True)),
                (
                    "note",
                    models.CharField(blank=True, help_text="What readers should know of this text", max_length=300),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False, help_text="Readers may see the whole text, not only quotes from it"
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "copy_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The article that this one repeats: together they count as one independent origin",
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
                        to="articles.article",
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
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="article_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="article_log_person",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="publisher",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="articles", to="articles.publisher"
            ),
        ),
        migrations.CreateModel(
            name="PublisherEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("slug", models.SlugField(db_index=False, max_length=80)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("outlet", "News outlet"),
                            ("agency", "News agency"),
                            ("body", "Official body"),
                            ("forum", "Forum or social platform"),
                            ("desk", "Another fact-checking desk"),
                            ("own", "Our own desk"),
                        ],
                        default="outlet",
                        max_length=10,
                    ),
                ),
                ("url", models.URLField(blank=True)),
                ("country", models.CharField(blank=True, help_text="ISO 3166-1 alpha-2 code", max_length=2)),
                ("about", models.TextField(blank=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="articles.publisher",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="publisher_log_newest"),
                    models.Index(
                        django.db.models.fields.json.KeyTextTransform("user", "pgh_context"),
                        models.F("pgh_created_at"),
                        models.F("pgh_id"),
                        condition=models.Q(("pgh_context__has_key", "user")),
                        name="publisher_log_person",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                models.OrderBy(models.F("published_on"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                name="article_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                models.F("publisher"),
                models.OrderBy(models.F("published_on"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                name="article_publisher_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["language"], name="article_language"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Upper("url"), name="gin_trgm_ops"
                ),
                name="article_url_trigram",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Upper("title"), name="gin_trgm_ops"
                ),
                name="article_trigram",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("copy_of__isnull", True), models.Q(("copy_of", models.F("id")), _negated=True), _connector="OR"
                ),
                name="article_not_copy_of_itself",
                violation_error_message="An article cannot be a copy of itself.",
            ),
        ),
    ]
