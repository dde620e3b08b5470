"""pages: the ClaimReview markup of a page, for every page on which a publisher reviews a claim."""

import hashlib
import re
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import Resolver404, resolve
from django.utils import timezone, translation
from django.utils.translation import get_language_from_path
from rest_framework.exceptions import NotAuthenticated, NotFound, PermissionDenied, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.factchecktools.base import FactCheckView, given
from claims.api.factchecktools.paging import MOST, Place
from claims.api.factchecktools.partial import Shape
from claims.api.factchecktools.records import claims_with
from claims.api.factchecktools.reviews import address_of, at_address, published, site_of
from claims.models import Verdict

AUTHOR: Shape = {"name": {}, "jobTitle": {}, "imageUrl": {}, "sameAs": {}}
RATING: Shape = {
    "ratingValue": {}, "worstRating": {}, "bestRating": {}, "textualRating": {}, "ratingExplanation": {},
    "imageUrl": {},
}  # fmt: skip
MARKUP: Shape = {
    "url": {}, "claimReviewed": {}, "claimDate": {}, "claimLocation": {}, "claimFirstAppearance": {},
    "claimAppearances": {}, "claimAuthor": AUTHOR, "rating": RATING,
}  # fmt: skip
PAGE: Shape = {
    "name": {}, "pageUrl": {}, "publishDate": {}, "claimReviewAuthor": {"name": {}, "imageUrl": {}},
    "claimReviewMarkups": MARKUP, "versionId": {},
}  # fmt: skip
PAGE_ID = re.compile(r"([1-9][0-9]{0,17})-([1-9][0-9]{0,17})")
"""The claim and the publisher: a page holds what one publisher found of one claim, in each language."""
Key = tuple[int, int]


class Written(FactCheckView):
    """A resource that Google's clients may also write. Here two editors publish each review, at the desk."""

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        raise self._refusal(request)

    put = delete = post

    def _refusal(self, request: Request) -> Exception:
        shown = any(self.given[name] for name in ("key", "access_token", "oauth_token"))
        if shown or "Authorization" in request.headers:
            return PermissionDenied(
                "The caller does not have permission: reviews are published by two editors, at the desk of this site."
            )
        return NotAuthenticated(
            "Request is missing required authentication credential. Expected an API key of this site."
        )

    def get_authenticate_header(self, request: Request) -> str:
        return f'Bearer realm="{settings.SITE_URL}"'


class PagesView(Written):
    """pages.list and pages.create."""

    parameters: ClassVar[dict[str, type]] = {
        "url": str,
        "organization": str,
        "pageSize": int,
        "pageToken": str,
        "offset": int,
    }
    shape: ClassVar[Shape] = {"claimReviewMarkupPages": PAGE, "nextPageToken": {}}

    def get(self, request: Request) -> Response:
        url, organization = self.given["url"].strip(), self.given["organization"].strip()
        if bool(url) == bool(organization):
            raise ValidationError("Request must specify either a url or an organization, and not both.")
        place = Place.read(self.given, self.parameters)
        reviews = published(until=place.asked_at)
        if url:
            return self.answer(given(claimReviewMarkupPages=_pages(reviews, _keys_of(url))[:1]))
        keys = _last_written(published(until=place.asked_at, site=organization))
        pages = _pages(reviews, list(place.of(keys)))
        return self.answer(given(claimReviewMarkupPages=pages, nextPageToken=place.following(len(keys))))


class PageView(Written):
    """pages.get, pages.update and pages.delete."""

    shape: ClassVar[Shape] = PAGE

    def get(self, request: Request, page_id: str) -> Response:
        found = PAGE_ID.fullmatch(page_id)
        pages = _pages(published(until=timezone.now()), [(int(found[1]), int(found[2]))]) if found else []
        if not pages:
            raise NotFound("Requested entity was not found.")
        return self.answer(pages[0])


def _last_written(reviews: QuerySet[Verdict]) -> list[Key]:
    """The pages of these reviews, the last written first."""
    newest = reviews.order_by("-published_at", "-pk").values_list("claim", "publisher")
    return list(dict.fromkeys(newest[:MOST]))


def _keys_of(url: str) -> list[Key]:
    """The page at an address: of another desk's review, or of ours, in any language of the site and however its slug,
    protocol or "www." are written."""
    found = _here(url) if site_of(url) == site_of(settings.SITE_URL) else at_address(url)
    return list(found.order_by("pk").values_list("claim", "publisher")[:1])


def _here(url: str) -> QuerySet[Verdict]:
    """Our verdicts on the claim whose page is at `url`."""
    path = urlsplit(url).path
    language = get_language_from_path(path) or settings.LANGUAGE_CODE
    try:
        with translation.override(language):
            match = resolve(path)
    except Resolver404:
        return Verdict.objects.none()
    if match.url_name != "claim":
        return Verdict.objects.none()
    claim = Q(claim=match.kwargs["pk"]) | Q(claim__absorbed=match.kwargs["pk"])
    return Verdict.objects.public().filter(claim, publisher__kind="own")


def _pages(reviews: QuerySet[Verdict], keys: list[Key]) -> list[dict[str, Any]]:
    claims = {claim.pk: claim for claim in claims_with(reviews, list(dict.fromkeys(claim for claim, _ in keys)))}
    pages = []
    for key, publisher in keys:
        claim = claims.get(key)
        mine = [verdict for verdict in claim.reviews if verdict.publisher_id == publisher] if claim else []
        if mine:
            pages.append(_page(claim, mine))
    return pages


def _page(claim: Any, verdicts: list[Verdict]) -> dict[str, Any]:
    first = verdicts[0]
    for verdict in verdicts:
        verdict.claim = claim
    assert first.published_at is not None  # noqa: S101 - it is public
    version = ",".join(str(verdict.pk) for verdict in verdicts)
    return given(
        name=f"pages/{claim.pk}-{first.publisher_id}",
        pageUrl=address_of(first),
        publishDate=first.published_at.date().isoformat(),
        claimReviewAuthor=given(name=first.publisher.name),
        claimReviewMarkups=[_markup(claim, verdict) for verdict in verdicts],
        versionId=hashlib.blake2b(version.encode(), digest_size=8).hexdigest(),
    )


def _markup(claim: Any, verdict: Verdict) -> dict[str, Any]:
    links = list(dict.fromkeys(link for seen in claim.sightings if (link := seen["url"] or seen["is_based_on"])))
    return given(
        url=address_of(verdict),
        claimReviewed=claim.short_text or claim.text,
        claimDate=claim.claimed_on.isoformat() if claim.claimed_on else "",
        claimLocation=claim.sightings[0]["publisher"] if claim.sightings else "",
        claimFirstAppearance=links[0] if links else "",
        claimAppearances=links[1:],
        claimAuthor=_author(claim),
        rating=_rating(verdict),
    )


def _author(claim: Any) -> dict[str, Any]:
    """The first to have made it: the format has room for one."""
    if not claim.claimants:
        return {}
    first = claim.claimants[0]
    known = first["wikidata_id"]
    return given(name=first["name"], sameAs=f"https://www.wikidata.org/wiki/{known}" if known else "")


def _rating(verdict: Verdict) -> dict[str, Any]:
    """The number only where the rating has one: “unverifiable” lies nowhere between false and true."""
    rating = verdict.rating
    numbers = {"ratingValue": rating.value, "worstRating": rating.scale.worst, "bestRating": rating.scale.best}
    return given(
        **(numbers if rating.value is not None else {}),
        textualRating=rating.name,
        ratingExplanation=verdict.summary,
    )
