"""Where the ratings of other desks lie on one line from false to true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claimreview.scale import place


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("False", 1), ("FALSE.", 1), ("Pants on Fire!", 1), ("4 Pinocchios", 1), ("Faux", 1), ("Falso", 1), ("ЛОЖЬ", 1),
        ("mostly-false", 2), ("mostly_false", 2), ("Misleading!", 2), ("Trompeur", 2), ("Irreführend", 2),
        ("Half-True", 3), ("Mixture", 3), ("Truth! & Fiction!", 3), ("True/False", 3),
        ("Mostly True", 4), ("Plutôt vrai", 4), ("True, but the year is wrong", 4),
        ("True", 5), ("Verdadeiro", 5), ("Verdict: True", 5), ("CONCLUSION: Accurate. The survey says so.", 5),
        ("Taking all this into account, we rate this claim TRUE.", 5), ("The cat that barked – Fiction", 1),
        ("Unproven", None), ("Satire", None), ("Truth & Unproven", None), ("No evidence", None), ("Who knows", None),
        ("The minister spoke of true costs in a false light", None), ("", None),
    ],
)  # fmt: skip
def test_words_have_a_place(name: str, expected: int | None) -> None:
    assert place(name) == expected


@pytest.mark.parametrize(
    ("value", "worst", "best", "expected"),
    [(1, 1, 5, 1), (5, 1, 5, 5), (4, None, None, 4), (0, 0, 100, 1), (50, 0, 100, 3), (7, 1, 5, None), (1, 5, 1, None)],
)
def test_a_number_counts_where_the_words_say_nothing(
    value: float, worst: float | None, best: float | None, expected: int | None
) -> None:
    assert place("Rated by us", value=value, worst=worst, best=best) == expected


def test_words_go_before_numbers() -> None:
    assert place("False", value=5, worst=1, best=5) == 1
    assert place("Satire", value=5, worst=1, best=5) is None


@given(st.text(), st.none() | st.floats(), st.none() | st.floats(), st.none() | st.floats())
def test_anything_has_a_place_or_none(name: str, value: float | None, worst: float | None, best: float | None) -> None:
    assert place(name, value=value, worst=worst, best=best) in {None, 1, 2, 3, 4, 5}
