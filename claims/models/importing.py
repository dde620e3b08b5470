"""What other desks have published and we have taken over: the documents, and the row by row account of each import."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.models import Publisher
from claims.models.verdict import Verdict
from claims.models.verdict_rules import every_new


class Site(models.Func):
    """The host of an address, without "www.", as an expression of the database: what reviews are searched by."""

    template = "substring(lower(%(expressions)s) from '^https?://(?:[^/?#]*@)?(?:www[.])?([^/:?#]+)')"
    output_field = models.TextField()


class Page(models.Func):
    """What names the page of an address as an expression of the database: the hash of it without its anchor, since it
    can be too long for an index."""

    template = "md5(split_part(%(expressions)s, '#', 1))"
    output_field = models.TextField()


class ImportedReview(models.Model):
    """The ClaimReview of an imported verdict, as its publisher gave it out: JSON on one line, the order kept.

    The verdict beside it is what we file it under. `claim_key` is equal for claims of the same words and language.
    """

    verdict = models.OneToOneField(Verdict, on_delete=models.PROTECT, primary_key=True, related_name="imported")
    url = models.TextField(blank=True, help_text="Where it was published")
    claim_key = models.CharField(max_length=64)
    document = models.TextField()
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the document")
    imported_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-imported_at", "-verdict")
        indexes = (
            models.Index(fields=["claim_key"], name="imported_review_claim"),
            models.Index(Site("url"), name="imported_review_site"),
            models.Index(Page("url"), name="imported_review_page"),
        )
        triggers = (
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            every_new(
                name="of_imported_verdict",
                func="""
                    IF EXISTS (
                        SELECT FROM new_lines AS line JOIN claims_verdict AS verdict ON verdict.id = line.verdict_id
                        WHERE verdict.origin <> 'imported'
                    ) THEN
                        RAISE EXCEPTION 'Only an imported verdict has the document of another desk.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                """,
            ),
        )

    def __str__(self) -> str:
        return self.url or self.digest[:12]


class ImportRun(models.Model):
    """One file taken in, or as much of it as has been so far: `rows` are done, and one that was broken off goes on with
    the next."""

    class Kind(models.TextChoices):
        JSON = "json", "JSON-LD or DataFeed"
        JSONL = "jsonl", "JSON Lines"
        CSV = "csv", "Table (CSV)"
        HTML = "html", "Web page"

    name = models.CharField(max_length=300, help_text="The file or address")
    kind = models.CharField(max_length=5, choices=Kind)
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    publisher = models.CharField(max_length=200, blank=True, help_text="Of reviews that do not name theirs")
    language = models.CharField(max_length=16, default="und", help_text="BCP 47 tag, of reviews without one")
    month_first = models.BooleanField(null=True, blank=True, help_text="How to read 5/4/2017")
    publish = models.BooleanField(default=False, help_text="Readers see the reviews and their claims at once")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    content = models.BinaryField(blank=True, default=b"", editable=False, help_text="An upload, until it is taken in")
    rows = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True, help_text="Why it was broken off; empty where it was not")
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-started_at", "-id")
        permissions = (("import_reviews", "Can take over reviews of other desks"),)
        indexes = (models.Index(fields=["-started_at", "-id"], name="import_run_newest"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(rows=F("added") + F("updated") + F("unchanged") + F("refused")),
                name="import_run_accounts_for_rows",
                violation_error_message="Every row was added, updated, unchanged or refused.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class ImportRow(models.Model):
    """What became of one row."""

    class Outcome(models.TextChoices):
        ADDED = "added", "Added"
        UPDATED = "updated", "Updated"
        UNCHANGED = "unchanged", "Unchanged"
        REFUSED = "refused", "Refused"

    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, db_index=False, related_name="report")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=9, choices=Outcome)
    reason = models.CharField(max_length=300, blank=True)
    verdict = models.ForeignKey(
        Verdict, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )

    digest = models.CharField(
        max_length=64, blank=True, help_text="Of a document that was joined with one that is kept, to know it again"
    )

    class Meta:
        ordering = ("run", "number")
        constraints = (
            models.UniqueConstraint(fields=["run", "number"], name="import_row_once"),
            models.CheckConstraint(
                condition=Q(outcome="refused", verdict__isnull=True) & ~Q(reason="")
                | ~Q(outcome="refused") & Q(verdict__isnull=False),
                name="import_row_refused_or_verdict",
                violation_error_message="A row is refused with a reason, or leads to a verdict.",
            ),
        )
        indexes = (
            models.Index(fields=["run", "outcome", "number"], name="import_row_outcome"),
            models.Index(fields=["digest"], condition=~Q(digest=""), name="import_row_joined"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.number}: {self.get_outcome_display()}"


# The other side of the rule that our own desk's verdicts are never imported.
pgtrigger.register(
    pgtrigger.Trigger(
        name="own_desk_imports_nothing",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        condition=pgtrigger.Q(new__kind="own") & ~pgtrigger.Q(old__kind="own"),
        func="""
            IF EXISTS (SELECT 1 FROM claims_verdict WHERE publisher_id = NEW.id AND origin = 'imported') THEN
                RAISE EXCEPTION 'Reviews of this publisher were imported: it cannot become our own desk.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        """,
    )
)(Publisher)
