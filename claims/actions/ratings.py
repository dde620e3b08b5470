"""Hold what desks say of one claim against each other: a suggestion for an editor, and never more."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count

from claims.actions.detect import keep, withdraw
from claims.actions.history import machine_at_work
from claims.claimreview.scale import place
from claims.detection.ratings import Rated, question_of, ratings_differ
from claims.models import Contradiction, Rating, Verdict


def compare_ratings(*, claim_ids: Iterable[int]) -> list[Contradiction]:
    """Find and keep where publishers rate one of the claims differently. Running it again changes nothing; suggestions
    that are no longer found are withdrawn, unless a person has touched them. Needs a transaction."""
    ids = set(claim_ids)
    in_force = Verdict.objects.filter(status=Verdict.Status.PUBLISHED, claim__in=ids)
    several = in_force.order_by().values("claim").annotate(desks=Count("publisher", distinct=True)).filter(desks__gt=1)
    told = Verdict.objects.filter(status=Verdict.Status.PUBLISHED, claim__in=several.values("claim"))
    rated: dict[tuple[int, str], list[Rated]] = defaultdict(list)
    for verdict in told.select_related("publisher", "rating__scale", "claim").defer("claim__search_vector"):
        where = place_of(verdict.rating)
        if where is not None and verdict.published_at:
            day = verdict.published_at.date().isoformat()
            each = Rated(verdict.publisher.name, verdict.rating.name, where, day)
            rated[verdict.claim_id, verdict.claim.text].append(each)
    every = [ratings_differ(claim, text, ratings) for (claim, text), ratings in rated.items()]
    findings = [finding for finding in every if finding]
    found = {finding.fingerprint for finding in findings}
    stale = Contradiction.objects.filter(fingerprint__in={question_of(claim) for claim in ids} - found)
    with machine_at_work():  # also where a person's own verdict is what made it look
        if stale.exists():
            withdraw(stale)
        return keep(findings) if findings else []


def place_of(rating: Rating) -> int | None:
    """Where it lies on the line; our own are placed by the rules of an import."""
    if rating.normalised is not None or rating.scale.is_imported:
        return rating.normalised
    return place(rating.name, value=rating.value, worst=rating.scale.worst, best=rating.scale.best)
