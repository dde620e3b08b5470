"""What was published, and by whom. Nothing here knows of claims.

An Article is one published text at one address; an ArticleVersion is its text as captured at one time. Versions are
immutable (a trigger refuses a change), because claims are anchored to character offsets in them and because a stealth
edit shows only when the earlier text is still there.
"""

from collections.abc import Sequence
from typing import Self, TypeVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Upper
from django.utils.text import slugify

from articles.addresses import path_to
from articles.changes import Change, RecordChange  # noqa: F401 - models: Django looks for them here
from articles.parsing.types import PassageKind

Model = TypeVar("Model", bound=models.Model)


def tracked(model: type[Model], *, but: Sequence[str] = (), also: Sequence[str] = ()) -> type[Model]:
    """Keep the history of every insert, update and delete of `model`, written by triggers so that bulk writes and raw
    SQL show too. A tracker belongs to one model, so each call makes its own.

    Who did it and why stands in each line itself, as it was at that moment, and not in a record beside it that the next
    step of the same request would rewrite. The indexes are for the log of the whole desk: the newest lines, and those
    of one person. `but` names fields that are left out, `also` what is noted by hand, where no row changes.
    """
    track = pghistory.track(
        pghistory.InsertEvent(level=pgtrigger.Statement),  # the pipeline writes many rows in one statement
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        *(pghistory.ManualEvent(label) for label in also),  # type: ignore[no-untyped-call]
        exclude=list(but) or None,
        context_field=pghistory.ContextJSONField(),
        meta={
            "indexes": [
                models.Index(fields=["pgh_created_at", "pgh_id"], name=_index_name(model, "newest")),
                models.Index(
                    KeyTextTransform("user", "pgh_context"),
                    "pgh_created_at",
                    "pgh_id",
                    condition=Q(pgh_context__has_key="user"),
                    name=_index_name(model, "person"),
                ),
            ]
        },
    )
    tracked_model: type[Model] = track(model)
    return tracked_model


def _index_name(model: type[Model], kind: str) -> str:
    """At most 30 characters, as Django wants it of every database."""
    return f"{model._meta.model_name[: 29 - len(kind) - 4]}_log_{kind}"  # type: ignore[index]  # a model has a name


class PublisherQuerySet(models.QuerySet["Publisher"]):
    def public(self) -> Self:
        """Every publisher, where a page needs a name. The API lists those that something public is from."""
        return self.all()

    def own(self) -> "Publisher":
        """The newsroom's own desk. Raises Publisher.DoesNotExist before it is set up."""
        return self.get(kind=Publisher.Kind.OWN)


@tracked
class Publisher(models.Model):
    """An outlet or body that publishes."""

    class Kind(models.TextChoices):
        OUTLET = "outlet", "News outlet"
        AGENCY = "agency", "News agency"
        BODY = "body", "Official body"
        FORUM = "forum", "Forum or social platform"
        DESK = "desk", "Another fact-checking desk"
        OWN = "own", "Our own desk"

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.OUTLET)
    url = models.URLField(blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2 code")
    about = models.TextField(blank=True)

    objects = PublisherQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(kind="own"),
                name="publisher_one_own_desk",
                violation_error_message="There is already a publisher that is our own desk.",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return path_to("publisher", self.slug)


class ArticleQuerySet(models.QuerySet["Article"]):
    def public(self) -> Self:
        """Articles whose whole text readers may see. A quote from any article shows where its claim is public."""
        return self.filter(is_public=True)


@tracked
class Article(models.Model):
    """One published text. `identifier` is what makes it the same article when it comes again: its URL, or where it has
    none, the address of the file or row it came from."""

    publisher = models.ForeignKey(Publisher, on_delete=models.PROTECT, related_name="articles")
    identifier = models.CharField(max_length=600, unique=True, editable=False)
    url = models.URLField(max_length=600, blank=True)
    is_based_on = models.URLField(
        max_length=600,
        blank=True,
        help_text="The page that this text is a digest of, where it is one (schema.org isBasedOn)",
    )
    title = models.CharField(max_length=300)
    byline = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=16, default="en", help_text="BCP 47 tag")
    published_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True, help_text="What readers should know of this text")
    is_public = models.BooleanField(default=False, help_text="Readers may see the whole text, not only quotes from it")
    copy_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="copies",
        help_text="The article that this one repeats: together they count as one independent origin",
    )
    added_at = models.DateTimeField(auto_now_add=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = (F("published_on").desc(nulls_last=True), "-id")
        indexes = (
            models.Index(F("published_on").desc(nulls_last=True), F("id").desc(), name="article_newest"),
            models.Index(
                "publisher", F("published_on").desc(nulls_last=True), F("id").desc(), name="article_publisher_newest"
            ),
            models.Index(fields=["language"], name="article_language"),
            GinIndex(OpClass(Upper("url"), name="gin_trgm_ops"), name="article_url_trigram"),
            GinIndex(OpClass(Upper("title"), name="gin_trgm_ops"), name="article_trigram"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(copy_of__isnull=True) | ~Q(copy_of=F("id")),
                name="article_not_copy_of_itself",
                violation_error_message="An article cannot be a copy of itself.",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return path_to("article", self.pk, self.slug)

    @property
    def slug(self) -> str:
        return slugify(self.title)[:60].strip("-") or "article"


class ArticleVersion(models.Model):
    """The text of an article as captured at one time. Offsets of passages, claims and figures count its characters."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    is_current = models.BooleanField(default=True)
    title = models.CharField(max_length=300)
    text = models.TextField(validators=[MinLengthValidator(1)])
    content_sha256 = models.CharField(max_length=64, help_text="Hash of what is for reading: the text less boilerplate")
    captured_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("article", "number")
        constraints = (
            models.UniqueConstraint(fields=["article", "number"], name="article_version_number"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(is_current=True), name="article_version_one_current"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="article_version_has_text"),
        )
        indexes = (models.Index(fields=["content_sha256"], name="article_version_content"),)
        triggers = (
            pgtrigger.ReadOnly(name="immutable", exclude=["is_current"]),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"{self.title} (version {self.number})"


class Passage(models.Model):
    """A stretch of a version's text and what it is: body, a forum post, quoted material, boilerplate."""

    version = models.ForeignKey(ArticleVersion, on_delete=models.PROTECT, related_name="passages")
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value.capitalize()) for kind in PassageKind])
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    author = models.CharField(max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True)
    title = models.CharField(max_length=300, blank=True)
    site = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("version", "start")
        constraints = (
            models.UniqueConstraint(fields=["version", "start"], name="passage_start"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="passage_end_after_start"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.kind} {self.start}-{self.end}"


class IngestAttempt(models.Model):
    """One try to take in one text, kept whatever came of it, so that a failure can be seen and tried again."""

    class Outcome(models.TextChoices):
        ADDED = "added", "Added"
        UNCHANGED = "unchanged", "Unchanged"
        NEW_VERSION = "new_version", "New version"
        FAILED = "failed", "Failed"

    identifier = models.CharField(max_length=600)
    outcome = models.CharField(max_length=12, choices=Outcome)
    reason = models.TextField(blank=True)
    version = models.ForeignKey(
        ArticleVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="attempts"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=["outcome", "-at"], name="ingest_attempt_outcome"),)
        constraints = (
            models.CheckConstraint(
                condition=(Q(outcome="failed", version__isnull=True) & ~Q(reason=""))
                | (~Q(outcome="failed") & Q(version__isnull=False)),
                name="ingest_attempt_failed_or_version",
            ),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.identifier}: {self.get_outcome_display()}"
