"""A ClaimReview as a row: safe to open, and read back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import spreadsheets
from claims.claimreview.table import COLUMNS, cells, nested, plain, safe

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


@given(st.text(alphabet=st.characters() | st.sampled_from("'=+-@\t\r\n ")))
def test_a_cell_is_safe_and_comes_back(text: str) -> None:
    assert not safe(text).startswith(DANGEROUS)
    assert not safe(text).lstrip().startswith(DANGEROUS)
    assert plain(safe(text)) == text


@pytest.mark.parametrize("text", [" =1+1", "\n=1+1", "\u00a0@x", "＝1+1", "\thello", "\nhello", "' =1"])
def test_spaces_and_wide_signs_hide_no_formula(text: str) -> None:
    assert safe(text) == f"'{text}"
    assert spreadsheets.safe(text) == f"'{text}", "files of figures are guarded alike"
    assert plain(safe(text)) == text


@given(st.text(alphabet="'=+-@\ta1"), st.text(alphabet="'=+-@\ta1"))
def test_two_texts_are_never_one_cell(one: str, other: str) -> None:
    assert (safe(one) == safe(other)) == (one == other)


def test_a_row_has_a_cell_for_each_column() -> None:
    document = {
        "url": "https://desk.example.org/1",
        "claimReviewed": "=1+1",
        "reviewRating": {"alternateName": "False", "ratingValue": 1},
        "itemReviewed": {"appearance": [{"url": "https://a.example.org/"}, {"url": "https://b.example.org/"}]},
    }
    row = dict(zip(COLUMNS, cells(document), strict=True))
    assert row["claimReviewed"] == "=1+1", "made safe as it is written"
    assert row["reviewRating.ratingValue"] == "1"
    assert row["itemReviewed.appearance.url"] == "https://a.example.org/ https://b.example.org/"
    assert row["headline"] == ""
    back = nested(row)
    assert cells(back) == cells(document)
    assert back["claimReviewed"] == "=1+1"
    assert "headline" not in back
