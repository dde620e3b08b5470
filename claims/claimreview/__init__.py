"""schema.org's ClaimReview and Claim as JSON-LD: what other programs read of our pages.

Sources: https://schema.org/ClaimReview, https://schema.org/Claim and Google's fact-check guide. The rules kept here:
one ClaimReview for one page, whose address is `url`; a rating without a number where it is not on the line from false
to true; no author for a claim that nobody in particular made; `alternateName` is the rating's word as the page has it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

CONTEXT = "https://schema.org"
# schema.org lets persons and organisations be authors: a state speaks as an organisation, since a Country is a Place.
TYPES_OF_SOURCES = {"person": "Person", "state": "Organization", "organisation": "Organization"}
WIKIDATA_ID = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A publisher. Our own desk tells its policies, each the address of a page."""

    name: str
    url: str = ""
    corrections: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class Asserter:
    """Who made the claim. `kind` is a SourceKind; unnamed sources are left out of the markup."""

    name: str
    kind: str
    wikidata_id: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where the claim appeared: one article. `key` tells it from the claim's others; `based_on` is the address of the
    page that the text is a digest of, where it is one."""

    key: int
    title: str
    publisher: Organisation
    url: str = ""
    based_on: str = ""
    language: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """The claim itself. `sightings` are in the order in which they were published."""

    url: str
    text: str
    short_text: str = ""
    language: str = "en"
    said_on: date | None = None
    asserters: Sequence[Asserter] = ()
    sightings: Sequence[Sighting] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """A rating: its word, and its number on its scale where it has one."""

    name: str
    value: int | None
    worst: int
    best: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that the review rests on, and where a copy of it is kept."""

    title: str
    url: str
    archive_url: str = ""


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """One published verdict. `published_at` is when the first of its versions went out and `changed_at` when this one
    did; `corrections` are pairs of day and reason, as the page shows them."""

    headline: str
    summary: str
    publisher: Organisation
    grade: Grade
    published_at: datetime
    changed_at: datetime
    language: str = "en"
    evidence: Sequence[Cited] = ()
    corrections: Sequence[tuple[datetime, str]] = field(default=())


def claim_review(claim: ClaimFacts, review: ReviewFacts) -> dict[str, Any]:
    """The ClaimReview of a claim's page, its `itemReviewed` included."""
    return {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "@id": f"{claim.url}#review",
        "url": claim.url,
        "claimReviewed": claim.short_text or claim.text,
        "headline": review.headline,
        "reviewBody": review.summary,
        "inLanguage": review.language,
        "datePublished": review.published_at.isoformat(),
        "dateModified": review.changed_at.isoformat(),
        "author": organisation(review.publisher),
        "publisher": organisation(review.publisher),
        "reviewRating": _rating(review.grade),
        "itemReviewed": _claim(claim),
        **given(
            citation=[cited_work(cited) for cited in review.evidence],
            correction=[
                {"@type": "CorrectionComment", "text": reason, "datePublished": made_at.isoformat()}
                for made_at, reason in review.corrections
            ],
        ),
    }


def claim_markup(claim: ClaimFacts) -> dict[str, Any]:
    """The Claim of a page that has no verdict yet."""
    return {"@context": CONTEXT, **_claim(claim)}


def _claim(claim: ClaimFacts) -> dict[str, Any]:
    appearances = [_appearance(sighting, claim.url) for sighting in claim.sightings]
    authors = [asserter_markup(asserter) for asserter in claim.asserters if asserter.kind in TYPES_OF_SOURCES]
    days = [sighting.published_on for sighting in claim.sightings if sighting.published_on]
    first_day = claim.said_on or min(days, default=None)
    return {
        "@type": "Claim",
        "@id": f"{claim.url}#claim",
        "name": claim.short_text or claim.text,
        "text": claim.text,
        "inLanguage": claim.language,
        **given(
            author=authors[0] if len(authors) == 1 else authors,
            datePublished=first_day.isoformat() if first_day else "",
            firstAppearance=appearances[0] if appearances else {},
            appearance=appearances,
        ),
    }


def _rating(grade: Grade) -> dict[str, Any]:
    """Raises ValueError for a number outside its scale, or a scale that schema.org's Rating does not allow."""
    markup: dict[str, Any] = {"@type": "Rating", "alternateName": grade.name}
    if grade.value is None:
        return markup
    if not 1 <= grade.worst < grade.best or not grade.worst <= grade.value <= grade.best:
        raise ValueError(f"{grade.value} is not a rating on a scale from {grade.worst} to {grade.best}.")
    return {**markup, "ratingValue": grade.value, "worstRating": grade.worst, "bestRating": grade.best}


def _appearance(sighting: Sighting, claim_url: str) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "@id": f"{claim_url}#appearance-{sighting.key}",
        "headline": sighting.title,
        "publisher": organisation(sighting.publisher),
        **given(
            url=sighting.url,
            isBasedOn=sighting.based_on,
            inLanguage=sighting.language,
            datePublished=sighting.published_on.isoformat() if sighting.published_on else "",
        ),
    }


def asserter_markup(asserter: Asserter) -> dict[str, Any]:
    """The Person or Organization that asserts. Raises KeyError for one that has no name of its own."""
    known = WIKIDATA_ID.fullmatch(asserter.wikidata_id)
    same_as = f"https://www.wikidata.org/wiki/{asserter.wikidata_id}" if known else ""
    return {"@type": TYPES_OF_SOURCES[asserter.kind], "name": asserter.name, **given(sameAs=same_as)}


def organisation(facts: Organisation) -> dict[str, Any]:
    """An Organization, or a NewsMediaOrganization where it tells how it checks facts: only that type has the word."""
    return {
        "@type": "NewsMediaOrganization" if facts.method else "Organization",
        "name": facts.name,
        **given(url=facts.url, correctionsPolicy=facts.corrections, verificationFactCheckingPolicy=facts.method),
    }


def cited_work(cited: Cited) -> dict[str, Any]:
    """A document that something rests on."""
    return {"@type": "CreativeWork", "name": cited.title, **given(url=cited.url, archivedAt=cited.archive_url)}


def given(**properties: object) -> Mapping[str, Any]:
    """Only what is known: schema.org's consumers take an empty value for a mistake."""
    return {name: value for name, value in properties.items() if value}
