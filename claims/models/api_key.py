"""Keys with which programs use the API, and how much of it each key or address has used lately."""

from datetime import timedelta
from functools import partial
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from articles.models import tracked

LONGEST = timedelta(days=366)
"""How long a key may be good for."""


class Scope(models.TextChoices):
    READ = "read", "Read what is public, with the key's own allowance"
    SUBMIT = "submit", "Hand in articles, claims and evidence as suggestions"
    DESK = "desk", "Work at the desk, as the owner's roles allow"


class ApiKeyQuerySet(models.QuerySet["ApiKey"]):
    def good(self) -> Self:
        """Keys that are neither revoked nor expired, of accounts that are switched on."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now(), user__is_active=True)


@partial(tracked, but=("secret_sha256", "last_used_at"))
class ApiKey(models.Model):
    """One key of one account, which can do what both its scopes and the account's roles allow.

    The key itself is shown once, when it is made. What is kept is the SHA-256 of it: a secret of 256 random bits is not
    guessed, so a slow hash would only make every request slow. `prefix` finds the row. A key is never changed but to be
    revoked, which is for good.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="api_keys")
    name = models.CharField(max_length=100, help_text="What uses it")
    prefix = models.CharField(max_length=12, unique=True, editable=False, help_text="The part of it that is no secret")
    secret_sha256 = models.CharField(max_length=64, editable=False)
    scopes = ArrayField(models.CharField(max_length=6, choices=Scope))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False, editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        editable=False,
    )
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="To the minute")

    objects = ApiKeyQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-id")
        verbose_name = "API key"
        verbose_name_plural = "API keys"
        indexes = (models.Index(fields=["-created_at", "-id"], name="api_key_newest"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(scopes__len__gte=1, scopes__contained_by=Scope.values),
                name="api_key_has_scopes",
                violation_error_message="Say what the key is for: read, submit or desk.",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at"), expires_at__lte=F("created_at") + LONGEST),
                name="api_key_expires",
                violation_error_message="A key expires within a year.",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="api_key_revoked_by_someone",
                violation_error_message="A revoked key says when and by whom.",
            ),
            models.CheckConstraint(
                condition=Q(secret_sha256__regex=r"^[0-9a-f]{64}$"),  # noqa: S106 - what its hash looks like
                name="api_key_secret_is_hashed",
                violation_error_message="The secret is kept as a hash alone.",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(name="made_once", exclude=["revoked_at", "revoked_by", "last_used_at"]),
            pgtrigger.Protect(
                name="revoked_for_good",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.revoked_at IS NOT NULL AND (NEW.revoked_at, NEW.revoked_by_id)"
                    " IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_by_id)"
                ),
            ),
            pgtrigger.Protect(name="kept", operation=pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"{self.name} (cck_{self.prefix}…)"

    @property
    def is_expired(self) -> bool:
        return self.expires_at <= timezone.now()


class Allowance(models.Model):
    """What one key or address has used of its allowance: the time until which it is spent (see claims.accounts.limits).

    The table is not logged: a count is worth nothing after a crash, and a read that writes no log waits for no disk.
    Nor is `until` indexed, so that a change stays within its page.
    """

    key = models.CharField(max_length=64, primary_key=True, help_text="A keyed hash of what is counted")
    until = models.DateTimeField(help_text="When what was used is all made up for")

    class Meta:
        ordering = ("until",)

    def __str__(self) -> str:
        return self.key[:12]
