"""Dates told from the day of publication, Tuesday 25 February 2025, or from a date before them."""

import pytest

from tests.claims.extraction.test_dates import iso, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday", "2025-02-21"),
        ("on Tuesday", "2025-02-25"),
        ("last Tuesday", "2025-02-18"),
        ("next Tuesday", "2025-03-04"),
        ("this coming Sunday", "2025-03-02"),
        ("this past Sunday", "2025-02-23"),
        ("this\nFriday", "2025-02-28"),
        ("this Tuesday", "2025-02-25"),
        ("Monday of last week", "2025-02-17"),
        ("Thursday of this week", "2025-02-27"),
        ("Saturday's quake", "2025-02-22"),
        ("yesterday", "2025-02-24"),
        ("last night", "2025-02-24"),
        ("earlier today", "2025-02-25"),
        ("tomorrow", "2025-02-26"),
        ("the day before yesterday", "2025-02-23"),
        ("three years ago", "2022"),
        ("a decade ago", "2015"),
        ("two months ago", "2024-12"),
        ("five days ago", "2025-02-20"),
        ("last month", "2025-01"),
        ("next year", "2026"),
        ("early next year", "2026"),
        ("the current fiscal year", "2025"),
    ],
)
def test_told_from_the_day_of_publication(text: str, expected: str) -> None:
    assert iso(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last week", "2025-W08"),
        ("earlier this week", "2025-W09"),
        ("two weeks ago", "2025-W07"),
        ("the week of February 3", "2025-W06"),
        ("the week ended Friday, Jan. 31", "2025-W05"),
        ("later in the week", "2025-W09"),
        ("by the end of the year", "2025"),
        ("later in the day", "2025-02-25"),
        ("by year-end", "2025"),
        ("since year-end", "2024"),
        ("a year earlier", "2024"),
    ],
)
def test_weeks_and_years_known_less_finely(text: str, expected: str) -> None:
    assert values(text) == [expected]


def test_a_weekday_in_a_clause_that_looks_ahead_is_the_next_one() -> None:
    assert iso("on Monday", ahead=True) == ["2025-03-03"]
    assert iso("last Monday", ahead=True) == ["2025-02-24"]


@pytest.mark.parametrize(
    "text",
    [
        "every Friday",
        "Fridays",
        "the Sunday Times",
        "for two weeks",
        "the last two years",
        "the past year",
        'the programme "This Week"',
        "USA Today",
        "the man of the year",
        "at the end of the day",
        "three days later",
        "that day",
        "for the year to come",
        "the week-long strike",
    ],
)
def test_what_names_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on March 4, 2019, and shut two days later", "2019-03-06"),
        ("It opened on March 4, 2019, and shut the following day", "2019-03-05"),
        ("It opened on March 4, 2019, and shut the same day", "2019-03-04"),
        ("It opened on March 4, 2019, and shut the following Friday", "2019-03-08"),
        ("It shut on March 4, 2019, and had opened the previous Friday", "2019-03-01"),
        ("It opened in 2019 and shut that year", "2019"),
        ("It opened in 2019 and shut three years later", "2022"),
        ("It shut in 2019, a year earlier than planned, and had opened two years before.", "2017"),
    ],
)
def test_told_from_the_date_before(text: str, expected: str) -> None:
    assert values(text)[1:] == [expected]


def test_what_comes_before_another_happening_is_not_told_from_the_date_before() -> None:
    assert values("It failed on March 4, 2019, one day before the vote, two years earlier than planned") == [
        "2019-03-04"
    ]


def test_no_day_is_told_from_a_year() -> None:
    assert values("It opened in 2019 and shut two days later, that same day") == ["2019"]
