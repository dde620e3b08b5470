"""Other systems that are told when something is published, corrected, withdrawn, opened or resolved."""

import uuid

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string

from articles.models import tracked


def new_salt() -> str:
    return get_random_string(32)


class Happening(models.TextChoices):
    """What others are told of."""

    PUBLISHED = "verdict.published", "A verdict was published"
    CORRECTED = "verdict.corrected", "A published verdict was corrected"
    WITHDRAWN = "verdict.withdrawn", "A verdict was withdrawn"
    OPENED = "contradiction.opened", "A contradiction was opened, or reopened"
    RESOLVED = "contradiction.resolved", "A contradiction was resolved"


@tracked
class Webhook(models.Model):
    """One address that is told of some kinds of happening.

    The secret with which messages are signed is not kept: it is made anew from `salt` and the site's SECRET_KEY, so
    that who reads the database can sign nothing. Whoever changes SECRET_KEY makes the webhooks anew too.
    """

    name = models.CharField(max_length=100, help_text="Who is told")
    url = models.URLField(max_length=600, verbose_name="address")
    kinds = ArrayField(models.CharField(max_length=22, choices=Happening), verbose_name="events")
    salt = models.CharField(max_length=32, default=new_salt, editable=False)
    is_active = models.BooleanField(default=True, verbose_name="active")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="+", editable=False
    )
    made_at = models.DateTimeField(auto_now_add=True)
    failing_since = models.DateTimeField(null=True, blank=True, editable=False)
    stopped_because = models.CharField(max_length=300, blank=True, editable=False)

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(kinds__len__gte=1, kinds__contained_by=Happening.values),
                name="webhook_is_told_of_something",
                violation_error_message="Choose what it is told of.",
            ),
            models.CheckConstraint(
                condition=Q(is_active=False) | Q(stopped_because=""),
                name="webhook_stopped_is_not_active",
                violation_error_message="An active webhook has not been stopped.",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(name="same_address_same_secret", fields=["url", "salt", "made_by"]),
            pgtrigger.Protect(name="kept", operation=pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return self.name


class Message(models.Model):
    """What happened, as it is told: `payload` is sent byte for byte, to every webhook and whenever it is sent again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=22, choices=Happening)
    payload = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-at", "id")
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return self.get_kind_display()


class Delivery(models.Model):
    """One try to tell one webhook."""

    webhook = models.ForeignKey(Webhook, on_delete=models.PROTECT, db_index=False, related_name="deliveries")
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="deliveries")
    number = models.PositiveSmallIntegerField(help_text="1 for the first try; 0 where a person had it sent again")
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    excerpt = models.CharField(max_length=500, blank=True, help_text="The first words of the answer")
    error = models.CharField(max_length=300, blank=True, help_text="Why there was no answer")
    milliseconds = models.PositiveIntegerField()
    next_at = models.DateTimeField(null=True, blank=True, help_text="When it is tried again")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        verbose_name_plural = "deliveries"
        indexes = (models.Index(fields=["webhook", "-id"], name="delivery_of_webhook"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(status__isnull=False, error="") | (Q(status__isnull=True) & ~Q(error="")),
                name="delivery_answer_or_error",
                violation_error_message="A try ends with an answer, or with the reason for none.",
            ),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.webhook}: {self.status or self.error}"

    @property
    def worked(self) -> bool:
        return self.status is not None and 200 <= self.status < 300
