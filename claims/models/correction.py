"""What changed after publication, for everybody to see."""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.verdict import Verdict


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def public(self) -> Self:
        """Every correction is public, and stays."""
        return self.all()


class Correction(models.Model):
    """A public, permanent note of what changed in a published verdict, and why."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", "Correction"
        UPDATE = "update", "Update"
        CLARIFICATION = "clarification", "Clarification"
        WITHDRAWAL = "withdrawal", "Withdrawal"

    verdict = models.OneToOneField(Verdict, on_delete=models.PROTECT, related_name="correction")
    replacement = models.OneToOneField(
        Verdict, on_delete=models.PROTECT, null=True, blank=True, related_name="correction_made"
    )
    kind = models.CharField(max_length=13, choices=Kind)
    reason = models.TextField()
    before = models.TextField()
    after = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="corrections")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-id")
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="correction_has_reason"),)
        triggers = (
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="corrects_what_is_published",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NOT EXISTS (SELECT 1 FROM claims_verdict WHERE id = NEW.verdict_id AND status = 'published') THEN
                        RAISE EXCEPTION 'Only a published verdict is corrected.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF NEW.replacement_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM claims_verdict WHERE id = NEW.replacement_id AND supersedes_id = NEW.verdict_id
                    ) THEN
                        RAISE EXCEPTION 'The replacement does not supersede the verdict that is corrected.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reason[:80]}"
