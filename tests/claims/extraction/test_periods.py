"""Quarters, halves, seasons, weekends, decades, centuries and the vague past, present and future."""

from datetime import date

import pytest

from tests.claims.extraction.test_dates import values

OCTOBER = date(2019, 10, 30)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the third quarter", "2019-Q3"),
        ("third-quarter profit", "2019-Q3"),
        ("the fourth quarter of 2018", "2018-Q4"),
        ("the 2017 second quarter", "2017-Q2"),
        ("Q3 2018", "2018-Q3"),
        ("last year's first quarter", "2018-Q1"),
        ("the second quarter of next year", "2020-Q2"),
        ("the fiscal first quarter", "2019-Q1"),
        ("the year-ago third quarter", "2018-Q3"),
        ("this quarter", "2019-Q4"),
        ("last quarter", "2019-Q3"),
        ("the next quarter", "2020-Q1"),
        ("the first half of 2018", "2018-H1"),
        ("the last two quarters of this year", "2019-H2"),
        ("the second half of last year", "2018-H2"),
        ("last fall", "2018-FA"),
        ("this summer", "2019-SU"),
        ("next spring", "2020-SP"),
        ("the spring of 1968", "1968-SP"),
        ("in the summer", "2019-SU"),
        ("over the winter", "2018-WI"),
        ("over the weekend", "2019-W43-WE"),
        ("next weekend", "2019-W44-WE"),
        ("the 1980s", "198X"),
        ("the early '90s", "199X"),
        ("the nineteenth century", "18XX"),
        ("the 21st century", "20XX"),
        ("this century", "20XX"),
        ("the last century", "19XX"),
        ("now", "PRESENT_REF"),
        ("these days", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("a few years ago", "PAST_REF"),
        ("in the past", "PAST_REF"),
        ("in the near future", "FUTURE_REF"),
    ],
)
def test_values_of_periods(text: str, expected: str) -> None:
    assert values(text, published_on=OCTOBER) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "a quarter of the seats",
        "the first half of the match",
        "in the fall of the city",
        "spring water",
        "in his 80s",
        "in the 80s and humid",
        "the 0th century",
        "now that he is gone",
        "65 million years ago",
        "in the past two years",
        "all future losses",
        "the period",
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert values(text, published_on=OCTOBER) == []


def test_a_quarter_that_ended_on_a_day_is_the_one_of_that_day() -> None:
    assert values("the quarter ended Sept. 30", published_on=OCTOBER) == ["2019-Q3", "2019-09-30"]


def test_a_quarter_or_season_still_to_come_is_last_years_unless_the_clause_looks_ahead() -> None:
    spring = date(2019, 4, 2)
    assert values("in the third quarter", published_on=spring) == ["2018-Q3"]
    assert values("in the third quarter", published_on=spring, ahead=True) == ["2019-Q3"]
    assert values("in the summer", published_on=spring) == ["2018-SU"]
    assert values("in the summer", published_on=spring, ahead=True) == ["2019-SU"]
    assert values("over the weekend", published_on=spring, ahead=True) == ["2019-W14-WE"]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("against a loss a year earlier", "2018-Q3"),
        ("against a loss a year ago", "2018-Q3"),
        ("against a year-earlier loss", "2018-Q3"),
        ("against the year-ago quarter", "2018-Q3"),
        ("against the same period last year", "2018-Q3"),
        ("against the 2016 period", "2016-Q3"),
        ("and sales fell in the quarter", "2019-Q3"),
        ("and sales fell in the latest period", "2019-Q3"),
        ("and sales fell two years ago", "2017"),
    ],
)
def test_figures_of_a_quarter_are_compared_with_quarters(later: str, expected: str) -> None:
    assert values(f"Profit rose in the third quarter, {later}", published_on=OCTOBER) == ["2019-Q3", expected]


def test_the_quarter_reported_is_the_latest_that_is_over() -> None:
    text = (
        "Third-quarter profit rose. The second quarter was flat, the fourth quarter may be too. A year earlier it fell."
    )
    assert values(text, published_on=OCTOBER)[-1] == "2018-Q3"


def test_figures_of_nine_months_are_compared_with_years() -> None:
    text = "Third-quarter profit rose. In the first nine months it fell from a year earlier."
    assert values(text, published_on=OCTOBER) == ["2019-Q3", "2018"]
