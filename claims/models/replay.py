"""The first answers to requests that a program may send twice."""

from django.db import models

from claims.models.api_key import ApiKey


class Replay(models.Model):
    """What was answered to the request that one key sent under one Idempotency-Key, byte for byte, for a day.

    The row is written in the transaction of what the request does: it is there if and only if that was done. A second
    request of the same name at the same moment waits for the first at the unique index.
    """

    api_key = models.ForeignKey(ApiKey, on_delete=models.PROTECT, db_index=False, related_name="replays")
    name = models.CharField(max_length=255, help_text="The Idempotency-Key header")
    request_sha256 = models.CharField(max_length=64, help_text="Hash of what was asked for")
    status = models.PositiveSmallIntegerField(null=True)
    headers = models.JSONField(default=dict)
    body = models.BinaryField(default=b"")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=["at"], name="replay_at"),)
        constraints = (models.UniqueConstraint(fields=["api_key", "name"], name="replay_once_per_key"),)

    def __str__(self) -> str:
        return f"{self.name}: {self.status}"
