"""A ClaimReview of another desk as we take it in: what we file it under, and the document as that desk published it.

The document is kept as it came, so that what another desk said can be given out in its own words: cleaned only of what
would do harm (addresses that are not of the web, characters that no database keeps), with its dates in ISO 8601. Flat
rows, as data sets have them, are made into such a document first.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from claims.claimreview import CONTEXT
from claims.claimreview.moments import read_moment
from claims.claimreview.scale import place

LONGEST_CLAIM = 10_000
LONGEST_RATING = 4_000
LONGEST_NAME = 200
LARGEST = 200_000  # characters of a whole document
DEEPEST = 20
_ADDRESSES = {"url", "@id", "id", "sameAs", "archivedAt", "image", "logo", "contentUrl", "embedUrl", "mainEntityOfPage"}
_EXPECTED = (Mapping, list, str, int, float, bool, type(None))


class RefusedError(ValueError):
    """A review that cannot be taken in; the message says why, for who sent it."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One review. `claim_key` is equal for claims of the same words; `normalised` is 1 to 5, see `scale`."""

    publisher: str
    publisher_url: str
    url: str
    claim: str
    claim_key: str
    language: str
    headline: str
    summary: str
    rating: str
    normalised: int | None
    published_at: datetime
    document: str
    digest: str


def fold_claim(text: str) -> str:
    """What is equal for claims of the same words: case, width, spaces, and marks around and between words go."""
    return " ".join(re.findall(r"[^\W_]+|[%$€£]", unicodedata.normalize("NFKC", text).casefold()))


def incoming(
    row: Mapping[str, Any], *, today: date, language: str = "und", publisher: str = "", month_first: bool | None = None
) -> Incoming:
    """The review in `row`. `language` and `publisher` are taken where it names none. Raises RefusedError."""
    document = _cleaned(row if "@type" in row or "reviewRating" in row else _flat(row))
    if not isinstance(document, dict):
        raise RefusedError("It is no ClaimReview.")
    item = _one(document.get("itemReviewed"))
    claim = _text(document.get("claimReviewed")) or _text(item.get("text")) or _text(item.get("name"))
    if not claim:
        raise RefusedError("It does not say which claim it reviews.")
    if len(claim) > LONGEST_CLAIM:
        raise RefusedError(f"The claim is longer than {LONGEST_CLAIM:,} characters.")
    key = fold_claim(claim)
    if not key:
        raise RefusedError("There are no words in the claim.")
    rating = _one(document.get("reviewRating"))
    value, worst, best = (_number(rating.get(name)) for name in ("ratingValue", "worstRating", "bestRating"))
    name = _text(rating.get("alternateName")) or _text(rating.get("name")) or _text(rating.get("ratingValue"))
    if not name:
        raise RefusedError("It gives no rating.")
    if len(name) > LONGEST_RATING:
        raise RefusedError(f"The rating is longer than {LONGEST_RATING:,} characters.")
    url = _text(document.get("url"))
    desk, desk_url = _desk(document, url, publisher)
    said = _text(document.get("datePublished"))
    moment = read_moment(said, today=today, month_first=month_first) if said else None
    if moment is None:
        given = f": “{said[:60]}” names no day" if said else ""
        raise RefusedError(f"It has no date of publication{given}.")
    document["datePublished"] = moment.text
    spoken = _text(document.get("inLanguage")) or _text(item.get("inLanguage")) or language
    words = _text(item.get("text")) or claim
    written = json.dumps({"@context": CONTEXT, **document}, ensure_ascii=False, separators=(",", ":"))
    if len(written) > LARGEST:
        raise RefusedError(f"It is longer than {LARGEST:,} characters.")
    return Incoming(
        publisher=desk,
        publisher_url=desk_url,
        url=url,
        claim=words,
        claim_key=_digest(f"{spoken[:16].lower()}\x1f{fold_claim(words) or key}"),
        language=spoken[:16],
        headline=_cut(_text(document.get("headline")) or _text(document.get("name")) or claim, LONGEST_NAME),
        summary=_text(document.get("reviewBody")) or _text(document.get("description")),
        rating=name,
        normalised=place(name, value=value, worst=worst, best=best),
        published_at=moment.at,
        document=written,
        digest=_digest(written),
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """The ClaimReview of a row with the plain names of data sets."""
    given = {name: _text(value) for name, value in row.items()}
    reviewer = {"@type": "Person", "name": given.get("reviewAuthor", "")}
    claimant = {"@type": "Person", "name": given.get("claimAuthor", "")}
    item = {"@type": "Claim", "author": claimant if claimant["name"] else None, "datePublished": given.get("claimDate")}
    document = {
        "@type": "ClaimReview",
        "url": given.get("url"),
        "claimReviewed": given.get("claimReviewed"),
        "headline": given.get("title") or given.get("headline"),
        "inLanguage": given.get("lang") or given.get("language"),
        "datePublished": given.get("datePublished") or given.get("date"),
        "author": reviewer if reviewer["name"] else None,
        "publisher": {"@type": "Organization", "name": given["publisher"]} if given.get("publisher") else None,
        "reviewRating": {"@type": "Rating", "alternateName": given.get("rating")} if given.get("rating") else None,
        "itemReviewed": {name: value for name, value in item.items() if value},
    }
    return {name: value for name, value in document.items() if value}


def _desk(document: Mapping[str, Any], url: str, otherwise: str) -> tuple[str, str]:
    """Name and address of who publishes: said so, or the organisation that is the author, or the site."""
    author, publisher = _one(document.get("author")), _one(document.get("publisher"))
    asked = [publisher, author if author.get("@type") != "Person" else {}]
    for each in asked:
        if name := _text(each.get("name")):
            return name[:LONGEST_NAME], _text(each.get("url"))[:LONGEST_NAME]
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    if name := otherwise or host:
        return name[:LONGEST_NAME], ""
    raise RefusedError("It does not say who publishes it.")


def _cleaned(value: Any, depth: int = 0, name: str = "") -> Any:
    if depth > DEEPEST:
        raise RefusedError(f"It has more than {DEEPEST} levels.")
    if isinstance(value, Mapping):
        parts = {
            _kept(str(key)): _cleaned(each, depth + 1, str(key)) for key, each in value.items() if key != "@context"
        }
        return {key: each for key, each in parts.items() if each is not None}
    if isinstance(value, list):
        return [each for each in (_cleaned(each, depth + 1, name) for each in value) if each is not None]
    if isinstance(value, str):
        text = _kept(value)
        return text if name not in _ADDRESSES or _is_web(text) else None
    if (isinstance(value, float) and value != value) or value in (float("inf"), float("-inf")):
        return None
    return value if isinstance(value, _EXPECTED) else str(value)


def _kept(text: str) -> str:
    """Without what no database keeps: NUL and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode() if not text.isascii() or "\0" in text else text


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _one(value: Any) -> Mapping[str, Any]:
    """The object that a property has, or the first of several; a bare text is its name."""
    if isinstance(value, list):
        return next((_one(each) for each in value if each), {})
    if isinstance(value, str):
        return {"name": value}
    return value if isinstance(value, Mapping) else {}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return next((text for text in map(_text, value) if text), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).replace("\0", "").split())


def _number(value: Any) -> float | None:
    try:
        number = float(_text(value).replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < 1e9 else None


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
