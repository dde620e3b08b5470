"""What is kept for a while only, so that nothing but the desk's work grows for ever."""

from datetime import timedelta

from django.utils import timezone

from claims.models import Allowance, Replay

GRACE = timedelta(minutes=1)
"""So that clocks of two machines that differ a little forget nothing too early."""


REPLAYED = timedelta(hours=24)
"""How long a request may be sent again under its name."""


def forget() -> int:
    """Delete counts that are made up for, and answers that nobody may ask for again. Returns how many rows went."""
    now = timezone.now()
    counts, _ = Allowance.objects.filter(until__lt=now - GRACE).delete()
    answers, _ = Replay.objects.filter(at__lt=now - REPLAYED).delete()
    return counts + answers
