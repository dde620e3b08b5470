"""Passages found again by their exact words, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.passages import Passage, PassageError, find, locate

TEXTS = {
    "headline": "It was 93, not 89",
    "summary": "The roll call lists 93 states.",
    "body": "Of  them\n93 said 👍 yes.",
}


def test_words_are_found_where_they_were_or_where_they_stand_alone() -> None:
    assert find("It was 93, and 93 it is", "93", 15) == 15
    assert find("Now it was 93 again", "93", 3) == 11
    assert find("It was 93, and 93 it is", "93", 3) is None, "never moved to one of several"
    assert find("Nothing", "93", 3) is None


def test_a_selection_is_taken_as_it_is() -> None:
    assert locate(TEXTS, "93", field="summary", start=20) == Passage("summary", "93", 20)


def test_a_copy_is_found_in_whichever_text_has_it_and_whatever_its_white_space() -> None:
    assert locate(TEXTS, " not\n 89") == Passage("headline", "not 89", 11)
    assert locate(TEXTS, "Of them 93") == Passage("body", "Of  them\n93", 0)
    assert locate(TEXTS, "👍 yes") == Passage("body", "👍 yes", 17)


@pytest.mark.parametrize(
    ("quote", "message"), [("93", "stand here 3 times"), ("94", "do not stand here"), (" ", "Select the words")]
)
def test_what_is_not_one_place_is_refused(quote: str, message: str) -> None:
    with pytest.raises(PassageError, match=message):
        locate(TEXTS, quote, field="gone", start=3) if quote == "94" else locate(TEXTS, quote)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_any_stretch_is_its_own_passage(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    if quote:
        assert locate({"body": text}, quote, field="body", start=start) == Passage("body", quote, start)
        assert find(text, quote, start) == start
