"""Two columns for each week: heights in one proportion, nothing outside the chart, and the whole said in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.charts.columns import HEIGHT, Column, columns_chart

counts = st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)), min_size=1, max_size=60)


def drawn(*pairs: tuple[int, int]) -> list[Column]:
    return [Column(f"{number} Nov", *pair) for number, pair in enumerate(pairs, 1)]


def test_heights_are_in_proportion() -> None:
    chart = columns_chart(drawn((100, 50), (0, 25)), first="came in", second="were decided")
    first, second, none, third = chart.bars
    assert (first.height, second.height, none.height, third.height) == (HEIGHT, HEIGHT / 2, 0, HEIGHT / 4)
    assert first.x + first.width == pytest.approx(second.x)
    assert chart.summary == "From 1 Nov to 2 Nov, 100 came in and 75 were decided."


@given(counts)
def test_nothing_is_drawn_outside_the_chart(pairs: list[tuple[int, int]]) -> None:
    chart = columns_chart(drawn(*pairs), first="a", second="b")
    for bar in chart.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= 100.01
        assert -0.1 <= bar.y <= bar.y + bar.height <= HEIGHT + 0.1
    assert all(0 <= mark.at <= HEIGHT for mark in chart.marks)
    assert chart.labels[-1].label == f"{len(pairs)} Nov"


def test_no_week_at_all() -> None:
    chart = columns_chart([], first="a", second="b")
    assert (chart.bars, chart.labels, chart.summary) == ((), (), "")
