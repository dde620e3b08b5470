"""The markup of a page as Google's Fact Check Tools have it, and the ClaimReview that it stands for, both ways.

The names and what they map to are those of the discovery document (ClaimReviewMarkup, ClaimRating, ClaimAuthor). What a
ClaimReview says beyond them, a language or a headline, has no place in that form: `document_of` keeps it.
"""

from collections.abc import Mapping
from typing import Any

from claims.claimreview import CONTEXT

_RATING = {
    "ratingValue": "ratingValue", "worstRating": "worstRating", "bestRating": "bestRating",
    "textualRating": "alternateName", "ratingExplanation": "ratingExplanation", "imageUrl": "image",
}  # fmt: skip
_AUTHOR = {"name": "name", "jobTitle": "jobTitle", "imageUrl": "image", "sameAs": "sameAs"}


def markup_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """The markup that says what `document`, a ClaimReview, says; without what is empty."""
    item = _object(document.get("itemReviewed"))
    return _given(
        url=_text(document.get("url")),
        claimReviewed=_text(document.get("claimReviewed")),
        claimDate=_text(item.get("datePublished")),
        claimLocation=_text(item.get("name")),
        claimFirstAppearance=_address(item.get("firstAppearance")),
        claimAppearances=[link for each in _several(item.get("appearance")) if (link := _address(each))],
        claimAuthor={name: text for name, text in _named(item.get("author"), _AUTHOR).items() if isinstance(text, str)},
        rating=_numbered(_named(document.get("reviewRating"), _RATING)),
    )


def page_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """What the page says of all its reviews: when it was published and by whom."""
    author = _named(document.get("author"), {"name": "name", "imageUrl": "image"})
    return _given(publishDate=_text(document.get("datePublished")), claimReviewAuthor=author)


def document_of(
    page: Mapping[str, Any], markup: Mapping[str, Any], *, instead_of: Mapping[str, Any] | None = None, now: str
) -> dict[str, Any]:
    """The ClaimReview that `markup` on `page` stands for. Where it takes the place of another document, what the form
    has no room for stays as it is there, and one that says the same is given back as it was; `now` is when it changed.
    """
    before = dict(instead_of or {})
    told = _told(page, markup)
    if before and page_of(before) == page_of(told) and markup_of(before) == markup_of(told):
        return before
    item = _put(_object(before.get("itemReviewed")), told.pop("itemReviewed"), _ITEM)
    rating = _put(_object(before.get("reviewRating")), told.pop("reviewRating"), _RATING.values())
    author = _put(_object(before.get("author")), told.pop("author"), ("name", "image"))
    parts = _given(author=author, itemReviewed=item, reviewRating=rating, dateModified=now if before else "")
    return {"@context": CONTEXT, **_put(before, told, ("url", "claimReviewed", "datePublished")), **parts}


_ITEM = ("datePublished", "name", "firstAppearance", "appearance", "author")


def _told(page: Mapping[str, Any], markup: Mapping[str, Any]) -> dict[str, Any]:
    desk, claimant = page.get("claimReviewAuthor") or {}, markup.get("claimAuthor") or {}
    first = markup.get("claimFirstAppearance")
    return {
        "@type": "ClaimReview",
        "url": markup.get("url") or page["pageUrl"],
        "claimReviewed": markup.get("claimReviewed"),
        "datePublished": page.get("publishDate"),
        "author": {"@type": "Organization", **_given(name=desk.get("name"), image=desk.get("imageUrl"))},
        "itemReviewed": {
            "@type": "Claim",
            **_given(
                datePublished=markup.get("claimDate"),
                name=markup.get("claimLocation"),
                firstAppearance={"url": first} if first else {},
                appearance=[{"url": link} for link in markup.get("claimAppearances") or ()],
                author=_schema(claimant, _AUTHOR),
            ),
        },
        "reviewRating": {"@type": "Rating", **_schema(markup.get("rating") or {}, _RATING)},
    }


def _put(before: Mapping[str, Any], told: Mapping[str, Any], names: Any) -> dict[str, Any]:
    """`before` with the properties of these names as they are `told` now, and the others left."""
    return {**_given(**told), **{name: value for name, value in before.items() if name not in set(names)}}


def _schema(given: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return _given(**{names[name]: value for name, value in given.items()})


def _named(value: Any, names: Mapping[str, str]) -> dict[str, Any]:
    found = _object(value)
    return _given(**{name: _plain(found.get(other)) for name, other in names.items()})


def _numbered(rating: dict[str, Any]) -> dict[str, Any]:
    """With its numbers as whole numbers, as the form has them; one that is none is left out."""
    for name in ("ratingValue", "worstRating", "bestRating"):
        try:
            rating[name] = int(str(rating[name]))
        except (KeyError, ValueError):
            rating.pop(name, None)
    return rating


def _plain(value: Any) -> Any:
    """A text or number; the address of an image that is an object."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else _text(value) or _address(value)


def _object(value: Any) -> Mapping[str, Any]:
    if isinstance(value, list):
        return next((each for each in value if isinstance(each, Mapping)), {})
    return value if isinstance(value, Mapping) else {}


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _address(value: Any) -> str:
    return _text(value) or _text(_object(value).get("url"))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return next((each for each in value if isinstance(each, str)), "")
    return value if isinstance(value, str) else ""


def _given(**properties: Any) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}
