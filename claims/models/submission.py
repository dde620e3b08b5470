"""What programs hand in."""

import uuid
from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models import Article, tracked


@partial(tracked, but=("given",))
class Submission(models.Model):
    """One article or claim that a program has handed in, and what became of it. A job takes it in: fetching and reading
    take longer than a request should. `given` is what was sent, until that is done."""

    class Kind(models.TextChoices):
        ARTICLE = "article", "Article"
        CLAIM = "claim", "Claim"

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        DONE = "done", "Taken in"
        FAILED = "failed", "Not taken in"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=7, choices=Kind)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="submissions")
    given = models.JSONField(default=dict)
    status = models.CharField(max_length=7, choices=Status, default=Status.WAITING)
    problem = models.CharField(max_length=600, blank=True, help_text="Why it was not taken in")
    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="submissions"
    )
    claim = models.BigIntegerField(
        null=True, blank=True, help_text="Key of the claim that was suggested, which the machine may take back"
    )
    submitted_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-submitted_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(status="waiting", problem="", finished_at__isnull=True)
                | (Q(status="failed", finished_at__isnull=False) & ~Q(problem=""))
                | Q(status="done", problem="", finished_at__isnull=False, article__isnull=False),
                name="submission_says_what_became_of_it",
                violation_error_message="What was not taken in says why; what was says which article it is.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.get_status_display().lower()}"
