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
        REOPENING = "reopening", "Taken up again"

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, db_index=False, related_name="corrections")
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
        indexes = (
            models.Index(fields=["verdict"], name="correction_verdict"),
            models.Index(fields=["-made_at", "-id"], name="correction_newest"),
            models.Index(fields=["kind", "-made_at", "-id"], name="correction_kind_newest"),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(reason=""), name="correction_has_reason"),
            # A withdrawn verdict has a second note once it is taken up again; the replacement is unique by itself.
            models.UniqueConstraint(
                fields=["verdict"],
                condition=~Q(kind="reopening"),
                name="correction_once",
                violation_error_message="This verdict has been corrected or withdrawn already.",
            ),
        )
        triggers = (
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="corrects_what_is_published",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NEW.kind = 'reopening' AND NOT EXISTS (
                        SELECT 1 FROM claims_verdict
                        WHERE id = NEW.verdict_id AND status = 'withdrawn' AND NEW.replacement_id IS NOT NULL
                    ) THEN
                        RAISE EXCEPTION 'Only a withdrawn verdict is taken up again, by one that replaces it.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF NEW.kind <> 'reopening' AND NOT EXISTS (
                        SELECT 1 FROM claims_verdict WHERE id = NEW.verdict_id AND status = 'published'
                    ) THEN
                        RAISE EXCEPTION 'Only a published verdict is corrected.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF NEW.kind = 'withdrawal' AND EXISTS (
                        SELECT 1 FROM claims_verdict
                        WHERE id = NEW.verdict_id AND origin = 'written' AND NEW.made_by_id = ANY(writers)
                    ) THEN
                        RAISE EXCEPTION 'A verdict is withdrawn by someone who has not written in it.'
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
