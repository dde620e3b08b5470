"""What the machine has done, and what went wrong."""

import pgtrigger
from django.db import models
from django.db.models import Q

from articles.models import ArticleVersion


class PipelineRun(models.Model):
    """One station of the pipeline run on one version of an article. A failure keeps its cause and can be tried again; a
    success is not repeated until the method changes."""

    class Station(models.TextChoices):
        EXTRACT = "extract", "Extract claims"
        MATCH = "match", "Match events"
        DETECT = "detect", "Detect contradictions"

    version = models.ForeignKey(ArticleVersion, on_delete=models.PROTECT, related_name="runs")
    station = models.CharField(max_length=8, choices=Station)
    method = models.CharField(max_length=60)
    error = models.TextField(blank=True, help_text="Empty where it succeeded")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["version", "station", "method"], condition=Q(error=""), name="pipeline_run_succeeds_once"
            ),
        )
        indexes = (models.Index(fields=["-at"], condition=~Q(error=""), name="pipeline_run_failed"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.get_station_display()} · {self.version}"
