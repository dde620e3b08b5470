"""The right of reply: whom we asked before publishing, and what they said."""

from django.db import models
from django.db.models import F, Q

from articles.models import tracked
from claims.models import verdict_rules
from claims.models.verdict import Verdict


@tracked
class ReplyRequest(models.Model):
    """One party asked about one verdict. Readers see it as one line; from submission on it is frozen with the words."""

    class Channel(models.TextChoices):
        EMAIL = "email", "by e-mail"
        PHONE = "phone", "by phone"
        MESSAGE = "message", "by message"
        IN_PERSON = "in_person", "in person"
        PRESS_OFFICE = "press_office", "through the press office"
        LETTER = "letter", "by letter"

    class Outcome(models.TextChoices):
        WAITING = "waiting", "No answer yet"
        ANSWERED = "answered", "Answered"
        SILENT = "silent", "Did not answer"

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="reply_requests")
    party = models.CharField(max_length=200, verbose_name="who was asked")
    channel = models.CharField(max_length=12, choices=Channel, default=Channel.EMAIL, verbose_name="how")
    asked_at = models.DateTimeField(verbose_name="asked on")
    deadline = models.DateTimeField(null=True, blank=True, verbose_name="to answer by")
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True, verbose_name="answered on")
    answer = models.TextField(blank=True, verbose_name="what they answered")

    class Meta:
        ordering = ("verdict", "asked_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome="answered", answered_at__isnull=False) & ~Q(answer="")
                | ~Q(outcome="answered") & Q(answered_at__isnull=True, answer=""),
                name="reply_request_answer_when_answered",
                violation_error_message="Give what they answered and when; leave both empty where they did not.",
            ),
            models.CheckConstraint(
                condition=Q(deadline__isnull=True) | Q(deadline__gte=F("asked_at")),
                name="reply_request_deadline_after_asking",
                violation_error_message="The deadline lies before they were asked.",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("asked_at")),
                name="reply_request_answered_after_asking",
                violation_error_message="The answer lies before they were asked.",
            ),
        )
        triggers = (
            verdict_rules.frozen_once_submitted(
                "Only a draft changes whom we asked: send it back, or publish a correction."
            ),
        )

    def __str__(self) -> str:
        return self.party
