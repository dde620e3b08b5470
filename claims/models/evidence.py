"""What the answer rests on."""

from typing import Self

import pgtrigger
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import Upper

from articles.models import Publisher, tracked
from claims.models.lookups import some


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def public(self) -> Self:
        """Evidence that a public verdict or contradiction cites, or that a roll call rests on."""
        from claims.models.contradiction import Contradiction, ContradictionEvidence
        from claims.models.event import Event, RollCallVote
        from claims.models.verdict import Verdict, VerdictEvidence

        cited = OuterRef("pk")
        return self.filter(
            some(VerdictEvidence.objects.filter(evidence=cited, verdict__in=Verdict.objects.public()))
            | some(
                ContradictionEvidence.objects.filter(evidence=cited, contradiction__in=Contradiction.objects.public())
            )
            | some(RollCallVote.objects.filter(evidence=cited, event__in=Event.objects.public()))
        )

    def matching(self, words: str) -> Self:
        """Evidence whose title, address or publisher contains `words`. Each is a search of its own, so that each can go
        by its index."""
        publishers = Publisher.objects.filter(name__icontains=words).values("pk")
        found = [Q(title__icontains=words), Q(url__icontains=words), Q(publisher__in=publishers)]
        first, *others = (self.model._base_manager.filter(each).order_by().values("pk") for each in found)
        return self.filter(pk__in=first.union(*others))

    def citable(self) -> Self:
        """Evidence on which a verdict may be published: it has an archive link, or says why it needs none."""
        return self.exclude(archive_url="", archive_exception="")


@tracked
class Evidence(models.Model):
    """A citable document. One record serves every verdict and contradiction that cites it, so once a published verdict
    rests on it a trigger keeps it as it was."""

    class Kind(models.TextChoices):
        PRIMARY = "primary", "Primary source"
        SECONDARY = "secondary", "Secondary source"

    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=300)
    publisher = models.ForeignKey(Publisher, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
    url = models.URLField(max_length=600)
    archive_url = models.URLField(max_length=600, blank=True, verbose_name="archive link")
    archive_exception = models.CharField(
        max_length=300, blank=True, help_text="Why no archive link is needed or possible"
    )
    quote = models.TextField(blank=True, help_text="The words that matter, as they stand there")
    locator = models.CharField(max_length=200, blank=True, help_text="Where in the document: page, paragraph, table")
    language = models.CharField(max_length=16, default="en")
    retrieved_at = models.DateTimeField()
    sha256 = models.CharField(
        max_length=64, blank=True, verbose_name="SHA-256", help_text="Hash of the document as retrieved"
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ("title", "id")
        verbose_name_plural = "evidence"
        indexes = (
            GinIndex(OpClass(Upper("title"), name="gin_trgm_ops"), name="evidence_trigram"),
            GinIndex(OpClass(Upper("url"), name="gin_trgm_ops"), name="evidence_url_trigram"),
        )
        constraints = (
            models.UniqueConstraint(fields=["url", "locator", "quote"], name="evidence_once"),
            models.CheckConstraint(
                condition=Q(sha256="") | Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="evidence_sha256_is_hex",
                violation_error_message="A SHA-256 is 64 hexadecimal digits in lower case.",
            ),
        )
        triggers = (
            pgtrigger.Trigger(
                name="frozen_once_cited",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func="""
                    IF EXISTS (
                        SELECT 1 FROM claims_verdictevidence cited
                        JOIN claims_verdict verdict ON verdict.id = cited.verdict_id
                        WHERE cited.evidence_id = OLD.id AND verdict.status NOT IN ('draft', 'submitted')
                    ) THEN
                        RAISE EXCEPTION 'Evidence % is cited by a published verdict and can no longer be changed.',
                            OLD.id USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    -- While a verdict waits, its evidence may be archived better, but not become another document.
                    IF TG_OP = 'UPDATE' AND (NEW.kind, NEW.title, NEW.url, NEW.quote, NEW.locator, NEW.publisher_id)
                       IS DISTINCT FROM (OLD.kind, OLD.title, OLD.url, OLD.quote, OLD.locator, OLD.publisher_id)
                       AND EXISTS (
                        SELECT 1 FROM claims_verdictevidence cited
                        JOIN claims_verdict verdict ON verdict.id = cited.verdict_id
                        WHERE cited.evidence_id = OLD.id AND verdict.status = 'submitted'
                    ) THEN
                        RAISE EXCEPTION 'Evidence % is cited by a submitted verdict: send that back to change it.',
                            OLD.id USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return self.title
