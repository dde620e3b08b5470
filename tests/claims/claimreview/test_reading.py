"""Files of other desks: whatever stands in them, each row is a review or an error with a reason."""

import io
import json
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claimreview.incoming import RefusedError, incoming
from claims.claimreview.reading import KINDS, LONGEST_LINE, UnreadableError, kind_of, read_reviews

TODAY = date(2026, 11, 22)
REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://desk.example.org/1",
    "claimReviewed": "The vote was 93 to 8",
    "datePublished": "2025-02-26",
    "author": {"@type": "Organization", "name": "The Desk", "url": "https://desk.example.org/"},
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "False",
        "ratingValue": "1",
        "bestRating": 5,
        "worstRating": 1,
    },
    "itemReviewed": {"@type": "Claim", "appearance": [{"url": "https://paper.example.org/1"}]},
}
FLAT = {
    "claimReviewed": "The vote was 93 to 8",
    "rating": "False",
    "publisher": "The Desk",
    "datePublished": "3 May 2018",
}


def found(text: str | bytes, kind: str) -> list[Any]:
    data = text.encode() if isinstance(text, str) else text
    return [row.error or row.review for row in read_reviews(io.BytesIO(data), kind)]


def as_feed(*reviews: Any) -> str:
    return json.dumps(
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": each} for each in reviews]}
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (json.dumps(REVIEW), "json"),
        (json.dumps([REVIEW]), "json"),
        (json.dumps({"@graph": [{"@type": "WebPage"}, REVIEW]}), "json"),
        (as_feed([REVIEW]), "json"),
        (as_feed(REVIEW), "json"),
        (json.dumps({"dataFeedElement": {"@type": "DataFeedItem", "item": [REVIEW]}}), "json"),
        (f"\n{json.dumps(REVIEW)}\n\n", "jsonl"),
        (f'<script type="application/ld+json">{json.dumps(REVIEW)}</script>', "jsonl"),
        (f'<html><script type="application/ld+json">{json.dumps({"@graph": [REVIEW]})}</script></html>', "html"),
    ],
)
def test_a_review_is_found_in_every_form(text: str, kind: str) -> None:
    assert [row for row in found(text, kind) if isinstance(row, dict)] == [REVIEW]


def test_flat_rows_are_read_from_lines_and_tables() -> None:
    assert found(json.dumps(FLAT), "jsonl") == [FLAT]
    table = ",".join(FLAT) + "\n" + ",".join(FLAT.values()) + "\n"
    assert found(table, "csv") == [FLAT]
    assert found("\ufeff" + table, "csv") == [FLAT]


def test_a_bad_line_does_not_stop_the_rest() -> None:
    rows = found(f'{json.dumps(REVIEW)}\n{{"broken\n[]\n{"x" * (LONGEST_LINE + 9)}\n{json.dumps(REVIEW)}', "jsonl")
    assert [isinstance(row, dict) for row in rows] == [True, False, False, False, True]


def test_what_stands_before_broken_json_is_kept() -> None:
    rows = found(as_feed([REVIEW], [REVIEW])[:-40], "json")
    assert rows[0] == REVIEW
    assert "not JSON" in rows[-1]


def test_a_table_needs_its_column() -> None:
    assert found("a,b\n1,2\n", "csv") == ["The table has no column “claimReviewed”."]


@pytest.mark.parametrize("depth", [50, 5000])
def test_deep_documents_are_refused(depth: int) -> None:
    for kind in ("json", "jsonl"):
        assert not [row for row in found("[" * depth + "]" * depth, kind) if isinstance(row, dict)]


def test_the_kind_is_told_by_name_or_type() -> None:
    assert (kind_of("a.JSONL"), kind_of("feed", content_type="application/ld+json; charset=utf-8")) == ("jsonl", "json")
    with pytest.raises(UnreadableError, match="read that end in"):
        kind_of("a.pdf")


def test_a_review_is_filed_and_its_document_kept() -> None:
    review = incoming(REVIEW, today=TODAY)
    assert (review.publisher, review.rating, review.normalised) == ("The Desk", "False", 1)
    assert json.loads(review.document) == REVIEW
    assert incoming(REVIEW | {"claimReviewed": "The  vote was “93 to 8”!"}, today=TODAY).claim_key == review.claim_key


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"claimReviewed": ""}, "which claim"),
        ({"claimReviewed": "???"}, "no words"),
        ({"claimReviewed": "x" * 10_001}, "longer than"),
        ({"reviewRating": {}}, "no rating"),
        ({"datePublished": None}, "no date"),
        ({"datePublished": "May 2018"}, "names no day"),
        ({"author": None, "url": None}, "who publishes"),
        ({"reviewBody": "x" * 200_001}, "longer than"),
    ],
)
def test_a_review_without_what_it_needs_is_refused(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        incoming(REVIEW | change, today=TODAY)


def test_addresses_that_are_not_of_the_web_are_dropped() -> None:
    review = incoming(REVIEW | {"url": "javascript:alert(1)", "sameAs": ["file:///etc/passwd"]}, today=TODAY)
    assert review.url == ""
    assert "alert" not in review.document
    assert "passwd" not in review.document


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text()
    | st.sampled_from(["ClaimReview", "2018-01-01"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*REVIEW, *FLAT, "@graph", "item", "dataFeedElement", "name"]) | st.text(),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@given(st.binary(max_size=400), st.sampled_from(KINDS))
def test_any_bytes_are_read_to_their_end(data: bytes, kind: str) -> None:
    assert all(row.error or isinstance(row.review, dict) for row in read_reviews(io.BytesIO(data), kind))


@given(JSON, st.sampled_from(KINDS))
def test_any_document_is_taken_or_refused(document: Any, kind: str) -> None:
    for row in read_reviews(io.BytesIO(json.dumps(document).encode()), kind):
        if row.review is not None:
            taken_or_refused(row.review)


@given(st.dictionaries(st.sampled_from([*REVIEW, *FLAT]), JSON))
def test_any_review_is_taken_or_refused(parts: dict[str, Any]) -> None:
    taken_or_refused(REVIEW | parts)
    taken_or_refused(FLAT | parts)


def taken_or_refused(review: dict[str, Any]) -> None:
    with suppress(RefusedError):
        taken = incoming(review, today=TODAY)
        assert all((taken.claim, taken.rating, taken.publisher))
        assert "\0" not in taken.document
