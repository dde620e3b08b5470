"""What a week brought and what the desk decided in it."""

from django.db import models


class Week(models.Model):
    """Counts of a week, so that no page counts them again: final once it was counted after its end, and until then as
    they were at `counted_at`."""

    starts_on = models.DateField(unique=True, help_text="Its Monday")
    claims_suggested = models.PositiveIntegerField()
    contradictions_found = models.PositiveIntegerField()
    claims_decided = models.PositiveIntegerField()
    contradictions_settled = models.PositiveIntegerField()
    verdicts_published = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        ordering = ("-starts_on",)

    def __str__(self) -> str:
        return f"Week of {self.starts_on}"

    @property
    def came_in(self) -> int:
        """What the machine put before the desk."""
        return self.claims_suggested + self.contradictions_found

    @property
    def decided(self) -> int:
        """What people decided of it."""
        return self.claims_decided + self.contradictions_settled
