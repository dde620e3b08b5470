"""claims:search: claims with their reviews, by words or by the site that reviewed them."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.factchecktools.base import FactCheckView, given
from claims.api.factchecktools.paging import MOST, Place
from claims.api.factchecktools.partial import Shape
from claims.api.factchecktools.records import CLAIMANTS, claims_with, young
from claims.api.factchecktools.reviews import address_of, published, site_of
from claims.models import Claim, Verdict
from claims.search import best, read

PUBLISHER: Shape = {"name": {}, "site": {}}
REVIEW: Shape = {
    "publisher": PUBLISHER, "url": {}, "title": {}, "reviewDate": {}, "textualRating": {}, "languageCode": {},
}  # fmt: skip
CLAIM: Shape = {"text": {}, "claimant": {}, "claimDate": {}, "claimReview": REVIEW}


class ClaimSearchView(FactCheckView):
    """Claims that contain the words, likeliest first; or without words those last reviewed by the site."""

    parameters: ClassVar[dict[str, type]] = {
        "query": str,
        "languageCode": str,
        "reviewPublisherSiteFilter": str,
        "maxAgeDays": int,
        "pageSize": int,
        "pageToken": str,
        "offset": int,
    }
    shape: ClassVar[Shape] = {"claims": CLAIM, "nextPageToken": {}}

    def get(self, request: Request) -> Response:
        words, site = self.given["query"].strip(), self.given["reviewPublisherSiteFilter"].strip()
        if not (words or site):
            raise ValidationError("Request must specify a query or a review_publisher_site_filter.")
        place = Place.read(self.given, self.parameters)
        reviews = published(
            until=place.asked_at,
            language=self.given["languageCode"],
            site=site,
        )
        since = _since(self.given["maxAgeDays"])
        keys = _found(reviews, words, since)
        shown = [_claim(claim) for claim in claims_with(young(reviews, since), place.of(keys))]
        return self.answer(given(claims=shown, nextPageToken=place.following(len(keys))))


class ImageSearchView(FactCheckView):
    """claims:imageSearch, which compares pictures. No picture is kept here."""

    parameters: ClassVar[dict[str, type]] = {
        "imageUri": str,
        "languageCode": str,
        "pageSize": int,
        "pageToken": str,
        "offset": int,
    }

    def get(self, request: Request) -> Response:
        raise NotFound("There is no search by image here.")


def _since(days: int) -> date | None:
    """The first day that is young enough; None for any."""
    today = timezone.now().date()
    return today - timedelta(days=days) if 0 < days < (today - date.min).days else None


def _found(reviews: QuerySet[Verdict], words: str, since: date | None) -> list[int]:
    """The keys of the claims that have one of `reviews`: MOST at most, so that no search reads more than that."""
    if words:
        mine = young(reviews, since).filter(claim=OuterRef("pk"))
        reviewed = Claim.objects.public().filter(Exists(mine))
        return [pk for _, pk in best(reviewed, read(reviewed, words), most=MOST)][:MOST]
    newest = list(reviews.order_by("-published_at", "-pk").values_list("pk", flat=True)[:MOST])
    fresh = young(Verdict.objects.filter(pk__in=newest), since).order_by("-published_at", "-pk")
    return list(dict.fromkeys(fresh.values_list("claim", flat=True)))


def _claim(claim: Any) -> dict[str, Any]:
    names = list(dict.fromkeys(claimant["name"] for claimant in claim.claimants))[:CLAIMANTS]
    return given(
        text=claim.text,
        claimant=", ".join(names),
        claimDate=f"{claim.claimed_on.isoformat()}T00:00:00Z" if claim.claimed_on else "",
        claimReview=[_review(verdict, claim) for verdict in claim.reviews],
    )


def _review(verdict: Verdict, claim: Claim) -> dict[str, Any]:
    verdict.claim = claim
    url = address_of(verdict)
    assert verdict.published_at is not None  # noqa: S101 - it is public
    return given(
        publisher=given(name=verdict.publisher.name, site=site_of(url)),
        url=url,
        title=verdict.headline,
        reviewDate=verdict.published_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        textualRating=verdict.rating.name,
        languageCode=verdict.language,
    )
