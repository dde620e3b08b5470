"""Claims with what this interface tells of them: their reviews, who made them, when and where."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateField, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from claims.models import Appearance, Claim, Verdict
from claims.vocabulary import SourceKind, Stance

CLAIMANTS = 3
"""Names of those who made a claim that are told, the first to have made it first."""
SIGHTINGS = 20
"""Articles that are named as places where a claim was made."""


def claims_with(reviews: QuerySet[Verdict], keys: Sequence[int], *, claims: QuerySet[Claim] | None = None) -> list[Any]:
    """The claims of these keys in their order, each with those of `reviews` that are of it as `reviews`, oldest
    publication first, and with `claimed_on`, `claimants` and `sightings`. Two queries for any number of claims.

    `claims` are those that may be told: the public ones, unless others are given.
    """
    told = reviews.select_related("publisher", "rating__scale", "imported").order_by("published_at", "pk")
    which = Claim.objects.public() if claims is None else claims
    which = which.defer("search_vector").prefetch_related(Prefetch("verdicts", told, "reviews"))
    found = which.annotate(claimed_on=made_on("pk"), claimants=_claimants(), sightings=_sightings()).in_bulk(keys)
    return [found[key] for key in keys if key in found]


def young(reviews: QuerySet[Verdict], since: date | None) -> QuerySet[Verdict]:
    """Those that were published, or whose claim was made, on the day `since` or later: whichever is newer counts."""
    if since is None:
        return reviews
    return reviews.annotate(made_on=made_on("claim")).filter(Q(published_at__date__gte=since) | Q(made_on__gte=since))


def made_on(claim: str) -> Coalesce:
    """The day on which a claim was made: the first on which somebody said it, else on which it was printed."""
    seen = Appearance.objects.public().filter(claim=OuterRef(claim))
    said = seen.filter(said_on__isnull=False).order_by("said_on").values("said_on")
    printed = seen.filter(version__article__published_on__isnull=False).order_by("version__article__published_on")
    return Coalesce(
        Subquery(said[:1]), Subquery(printed.values("version__article__published_on")[:1]), output_field=DateField()
    )


def _claimants() -> ArraySubquery:
    """Who asserts it: not who denies or only relays it, and nobody who is not named."""
    asserted = Appearance.objects.public().filter(claim=OuterRef("pk"), stance=Stance.ASSERTS, source__isnull=False)
    named = asserted.exclude(source__kind=SourceKind.UNNAMED).order_by("version__article__published_on", "pk")
    return ArraySubquery(
        named.values(told=JSONObject(name="source__name", wikidata_id="source__wikidata_id"))[: 5 * CLAIMANTS]
    )


def _sightings() -> ArraySubquery:
    seen = Appearance.objects.public().filter(claim=OuterRef("pk"))
    first = seen.order_by(F("version__article__published_on").asc(nulls_last=True), "pk")
    article = "version__article__"
    return ArraySubquery(
        first.values(
            told=JSONObject(
                url=f"{article}url", is_based_on=f"{article}is_based_on", publisher=f"{article}publisher__name"
            )
        )[:SIGHTINGS]
    )
