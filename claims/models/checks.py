"""What the checklist of a verdict remembers: exceptions that a person has made, and which links were alive."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models import tracked
from claims.checklist import Check
from claims.models.verdict import Verdict


@tracked
class Waiver(models.Model):
    """A reason for which one finding of the checklist does not stop one verdict. Who publishes reads it too, so it is
    kept as it was once the verdict is approved."""

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="waivers")
    check_name = models.CharField(max_length=20, choices=Check.choices(), verbose_name="check")
    subject = models.CharField(max_length=300, help_text="The words that the finding is about")
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("verdict", "id")
        constraints = (
            models.UniqueConstraint(fields=["verdict", "check_name", "subject"], name="waiver_once"),
            models.CheckConstraint(
                condition=~Q(reason=""), name="waiver_has_reason", violation_error_message="Say why."
            ),
        )
        triggers = (
            pgtrigger.Trigger(
                name="frozen_once_approved",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                declare=[("concerned", "bigint[]")],
                func="""
                    concerned := ARRAY[
                        CASE WHEN TG_OP <> 'INSERT' THEN OLD.verdict_id END,
                        CASE WHEN TG_OP <> 'DELETE' THEN NEW.verdict_id END
                    ];
                    -- Waits for a publication under way, whose outcome the next statement sees.
                    PERFORM 1 FROM claims_verdict WHERE id = ANY(concerned) ORDER BY id FOR NO KEY UPDATE;
                    IF EXISTS (
                        SELECT 1 FROM claims_verdict
                        WHERE id = ANY(concerned) AND status NOT IN ('draft', 'submitted')
                    ) THEN
                        RAISE EXCEPTION 'What was waived for an approved verdict is kept as it was.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return f"{self.subject}: {self.reason}"


class LinkCheck(models.Model):
    """What came of asking for one address, the last time. A job writes it; nothing but the newest answer counts."""

    url = models.URLField(max_length=600, unique=True)
    status = models.PositiveSmallIntegerField(null=True, blank=True, help_text="HTTP status of the last answer")
    error = models.CharField(max_length=300, blank=True, help_text="Why there was no answer")
    checked_at = models.DateTimeField()

    class Meta:
        ordering = ("-checked_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(status__isnull=False, error="") | (Q(status__isnull=True) & ~Q(error="")),
                name="link_check_answer_or_error",
                violation_error_message="A check ends with an answer, or with the reason for none.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.url}: {self.status or self.error}"
