"""The body of pages.create and pages.update: a ClaimReviewMarkupPage, with the names of the discovery document."""

# ruff: noqa: N815 - the names are Google's

from functools import partial
from typing import Any

from django.core.validators import URLValidator
from rest_framework import serializers

from claims.api.writing import Body
from claims.claimreview.incoming import LONGEST_CLAIM, LONGEST_NAME, LONGEST_RATING

LONGEST_ADDRESS = 2_000
WEB = URLValidator(schemes=["http", "https"])
# In proto3's JSON null is a value that is not set. Spaces stay, so that what was read can be sent back unchanged.
_text = partial(
    serializers.CharField, required=False, allow_blank=True, allow_null=True, trim_whitespace=False, max_length=5_000
)
_number = partial(serializers.IntegerField, required=False, allow_null=True, min_value=-(2**31), max_value=2**31 - 1)


class DeskBody(Body):
    """ClaimReviewAuthor."""

    name = _text(max_length=LONGEST_NAME)
    imageUrl = _text()


class ClaimantBody(Body):
    """ClaimAuthor."""

    name = _text()
    jobTitle = _text()
    imageUrl = _text()
    sameAs = _text()


class RatingBody(Body):
    """ClaimRating."""

    ratingValue = _number()
    worstRating = _number()
    bestRating = _number()
    textualRating = serializers.CharField(max_length=LONGEST_RATING, trim_whitespace=False)
    ratingExplanation = _text()
    imageUrl = _text()


class MarkupBody(Body):
    """ClaimReviewMarkup."""

    url = _text()
    claimReviewed = serializers.CharField(max_length=LONGEST_CLAIM, trim_whitespace=False)
    claimDate = _text()
    claimLocation = _text()
    claimFirstAppearance = _text()
    claimAppearances = serializers.ListField(
        child=serializers.CharField(max_length=LONGEST_ADDRESS), required=False, allow_null=True, max_length=200
    )
    claimAuthor = ClaimantBody(required=False, allow_null=True)
    rating = RatingBody()


class PageBody(Body):
    """ClaimReviewMarkupPage. `name` and `versionId` say which page, and which version of it, is replaced."""

    name = _text()
    pageUrl = serializers.CharField(max_length=LONGEST_ADDRESS, validators=[WEB])
    publishDate = _text()
    claimReviewAuthor = DeskBody(required=False, allow_null=True)
    claimReviewMarkups = MarkupBody(many=True, allow_empty=False)
    versionId = _text()

    def validate_pageUrl(self, url: str) -> str:  # noqa: N802 - DRF calls it by the name of the member
        if "#" in url:
            raise serializers.ValidationError("A page has no anchor: its markups may have one.")
        return url

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        page = attrs["pageUrl"]
        for number, markup in enumerate(attrs["claimReviewMarkups"]):
            url = markup.get("url") or page
            if url != page and not url.startswith(f"{page}#"):
                said = "It is that of the page, with an anchor at most."
                raise serializers.ValidationError({f"claimReviewMarkups.{number}.url": [said]})
        return attrs
