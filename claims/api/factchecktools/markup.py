"""The markup of a page: what is shown of the reviews on it, and what names it.

A review that another desk published is on the page at its address, whatever the anchor, and is told as that desk put
it. One that is read here is on a page of its own, with what we found of that claim in each language.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from claims.api.factchecktools.base import given
from claims.api.factchecktools.partial import Shape
from claims.api.factchecktools.records import claims_with
from claims.api.factchecktools.reviews import address_of, documents_of, hash_of, page_address
from claims.claimreview.pages import markup_of, page_of
from claims.models import Claim, Verdict

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
OF_CLAIM = re.compile(r"([1-9][0-9]{0,17})-([1-9][0-9]{0,17})")
"""A page of ours: the claim and the publisher."""
OF_ADDRESS = re.compile(r"([0-9a-f]{32})-([1-9][0-9]{0,17})")
"""A page of another desk: the hash of its address, and the publisher."""
Pages = Mapping[str, set[int]]
"""By the ids of pages, the claims that are reviewed on each."""


def id_of(*, claim: int, publisher: int, url: str) -> str:
    """The id of the page of a review; `url` is where another desk published it."""
    if not url:
        return f"{claim}-{publisher}"
    return f"{hash_of(url)}-{publisher}"


def on_page(page_id: str, reviews: QuerySet[Verdict]) -> QuerySet[Verdict]:
    """Those of `reviews` that are on that page; none for an id that is none."""
    if found := OF_CLAIM.fullmatch(page_id):
        return reviews.filter(claim=int(found[1]), publisher=int(found[2])).exclude(imported__url__gt="")
    if found := OF_ADDRESS.fullmatch(page_id):
        return reviews.filter(publisher=int(found[2]), pk__in=documents_of([found[1]]).values("verdict"))
    return reviews.none()


def page_ids(reviews: QuerySet[Verdict]) -> Pages:
    """The pages of `reviews`, in their order."""
    pages: dict[str, set[int]] = {}
    for claim, publisher, url in reviews.values_list("claim", "publisher", "imported__url"):
        pages.setdefault(id_of(claim=claim, publisher=publisher, url=url or ""), set()).add(claim)
    return pages


def pages_of(
    reviews: QuerySet[Verdict], pages: Pages, *, claims: QuerySet[Claim] | None = None
) -> list[dict[str, Any]]:
    """Each of `pages` with what is among `reviews` on it. `claims` are those that may be told, the public ones."""
    wanted = dict.fromkeys(key for keys in pages.values() for key in sorted(keys))
    found: dict[str, list[tuple[Any, Verdict]]] = {page_id: [] for page_id in pages}
    for claim in claims_with(reviews, list(wanted), claims=claims):
        for verdict in claim.reviews:
            verdict.claim = claim
            page_id = id_of(claim=claim.pk, publisher=verdict.publisher_id, url=_published_at(verdict))
            if page_id in found:
                found[page_id].append((claim, verdict))
    return [_page(page_id, every) for page_id, every in found.items() if every]


def document_of(verdict: Verdict) -> dict[str, Any]:
    """The ClaimReview that another desk published."""
    found: dict[str, Any] = json.loads(verdict.imported.document)
    return found


def _published_at(verdict: Verdict) -> str:
    """Where another desk published it; empty where it is read here."""
    return verdict.imported.url if verdict.origin == Verdict.Origin.IMPORTED else ""


def _page(page_id: str, every: list[tuple[Any, Verdict]]) -> dict[str, Any]:
    first = every[0][1]
    assert first.published_at is not None  # noqa: S101 - it is published
    version = ",".join(str(pk) for pk in sorted(verdict.pk for _, verdict in every))
    there = bool(_published_at(first))
    of_page = {
        "publishDate": first.published_at.date().isoformat(),
        "claimReviewAuthor": {"name": first.publisher.name},
    }
    return given(
        name=f"pages/{page_id}",
        pageUrl=page_address(address_of(first)),
        **(page_of(document_of(first)) if there else of_page),
        claimReviewMarkups=[
            markup_of(document_of(verdict)) if there else _markup(claim, verdict) for claim, verdict in every
        ],
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
