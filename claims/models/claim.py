"""What was asserted."""

from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5, Upper
from django.utils.text import slugify

from articles.addresses import path_to
from articles.models import tracked
from claims.models.event import Event
from claims.models.merging import follows, one_hop, update_of
from claims.models.topic import Topic
from claims.models.triage import RejectionReason


class ClaimQuerySet(models.QuerySet["Claim"]):
    def public(self) -> Self:
        """Claims that an editor has accepted. A suggestion of the machine is not public, nor is a rejected one."""
        return self.filter(status=Claim.Status.ACCEPTED)


@tracked
class Claim(models.Model):
    """One checkable proposition, in canonical words. It may be made in many places: those are its Appearances."""

    class Status(models.TextChoices):
        SUGGESTED = "suggested", "Suggested"
        ACCEPTED = "accepted", "Accepted"
        REJECTED = "rejected", "Rejected"
        MERGED = "merged", "Merged into another"

    text = models.TextField()
    short_text = models.CharField(max_length=75, blank=True, help_text="For ClaimReview, where the text is longer")
    language = models.CharField(max_length=16, default="en")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, blank=True, related_name="claims")
    status = models.CharField(max_length=10, choices=Status, default=Status.SUGGESTED)
    status_reason = models.CharField(max_length=300, blank=True)
    rejected_for = models.ForeignKey(
        RejectionReason, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="claims"
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="absorbed"
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="assigned_claims",
    )
    topics = models.ManyToManyField(Topic, through="ClaimTopic", related_name="claims", blank=True)
    method = models.CharField(max_length=60, help_text="The rule that suggested it, or “editor”")
    score = models.FloatField(default=1.0, help_text="How sure the rule is that this can and should be checked, 0 to 1")
    created_at = models.DateTimeField(auto_now_add=True)
    search_vector = models.GeneratedField(
        expression=SearchVector("text", config="english"), output_field=SearchVectorField(), db_persist=True
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-id")
        permissions = (("review_claim", "Can accept or reject suggested claims"),)
        indexes = (
            models.Index(fields=["status", "-created_at", "-id"], name="claim_status_newest"),
            models.Index(fields=["-created_at", "-id"], name="claim_newest"),
            GinIndex(fields=["search_vector"], name="claim_search"),
            GinIndex(OpClass(Upper("text"), name="gin_trgm_ops"), name="claim_trigram"),
            models.Index(MD5(Upper("text")), name="claim_same_words"),
            models.Index(fields=["assignee", "status"], condition=Q(assignee__isnull=False), name="claim_assignee"),
            models.Index(fields=["-score", "-id"], condition=Q(status="suggested"), name="claim_inbox"),
            models.Index(
                fields=["language", "-score", "-id"], condition=Q(status="suggested"), name="claim_inbox_language"
            ),
            models.Index(
                fields=["language", "-created_at", "-id"],
                condition=Q(status="suggested"),
                name="claim_inbox_language_newest",
            ),
            models.Index(
                fields=["language", "-created_at", "-id"],
                condition=Q(status="accepted"),
                name="claim_language_newest",
            ),
            models.Index(fields=["merged_into"], condition=Q(merged_into__isnull=False), name="claim_merged_into"),
            models.Index(fields=["rejected_for"], condition=Q(rejected_for__isnull=False), name="claim_rejected_for"),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="claim_has_text"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="claim_score_0_to_1"),
            models.CheckConstraint(
                condition=~Q(status="rejected") | ~Q(status_reason=""),
                name="claim_rejected_with_reason",
                violation_error_message="Say why the claim is rejected.",
            ),
            models.CheckConstraint(
                condition=Q(rejected_for__isnull=True) | Q(status="rejected"),
                name="claim_reason_of_rejected",
                violation_error_message="Only a rejected claim has a reason for its rejection.",
            ),
            models.CheckConstraint(
                condition=Q(status="merged", merged_into__isnull=False)
                | (~Q(status="merged") & Q(merged_into__isnull=True)),
                name="claim_merged_says_into_which",
                violation_error_message="A merged claim says which claim it was merged into.",
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")),
                name="claim_not_merged_into_itself",
                violation_error_message="It cannot be merged into itself.",
            ),
        )
        triggers = (
            # What readers were told a verdict is about does not change or vanish under it.
            pgtrigger.Trigger(
                name="kept_under_verdict",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF (NEW.text, NEW.short_text, NEW.language) IS DISTINCT FROM
                       (OLD.text, OLD.short_text, OLD.language) AND EXISTS (
                        SELECT 1 FROM claims_verdict
                        WHERE claim_id = NEW.id AND status IN ('submitted', 'scheduled', 'published')
                    ) OR NEW.status <> OLD.status AND OLD.status = 'accepted' AND EXISTS (
                        SELECT 1 FROM claims_verdict WHERE claim_id = NEW.id AND status IN ('scheduled', 'published')
                    ) THEN
                        RAISE EXCEPTION 'A verdict rests on this claim: send it back or withdraw it first.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            # The two sides of a merge: who judged these words judged them alone, and the way back is to undo it.
            pgtrigger.Trigger(
                name="merged_for_good",
                operation=update_of("status"),
                when=pgtrigger.Before,
                func="""
                    IF NEW.status = 'merged' AND EXISTS (SELECT 1 FROM claims_verdict WHERE claim_id = NEW.id) THEN
                        RAISE EXCEPTION 'There is a verdict on this claim: keep it, and merge the other into it.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF OLD.status = 'merged' AND NEW.status <> 'merged' AND NEW.merged_into_id IS NOT NULL THEN
                        RAISE EXCEPTION 'This claim was merged into another: undo the merge first.'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            one_hop("claims_claim"),
            follows(event_id="claims_event"),
        )

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return path_to("claim", self.pk, self.slug)

    @property
    def slug(self) -> str:
        return slugify(self.text)[:60].strip("-") or "claim"


@tracked
class ClaimTopic(models.Model):
    """A topic given to a claim."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="headings")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="headed")

    class Meta:
        ordering = ("claim", "topic")
        indexes = (models.Index(fields=["topic", "-claim"], name="claim_topic_newest"),)
        constraints = (models.UniqueConstraint(fields=["claim", "topic"], name="claim_topic_once"),)
        triggers = (follows(claim_id="claims_claim"),)

    def __str__(self) -> str:
        return str(self.topic)
