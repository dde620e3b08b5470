"""Dates against the day of publication, and clock times."""

from datetime import date

import pytest

from claims.extraction.dates import find_dates
from claims.extraction.times import find_times
from tests.claims.extraction.conftest import PUBLISHED, Measure


def iso(text: str, *, published_on: date | None = PUBLISHED, ahead: bool = False) -> list[str]:
    return [mention.iso for mention in find_dates(text, published_on, lambda _: ahead)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On February 12, 2025,", "2025-02-12"),
        ("12 Feb.", "2025-02-12"),
        ("the 12th of February 2024", "2024-02-12"),
        ("2025-02-12", "2025-02-12"),
        ("4/23/2025", "2025-04-23"),
        ("23.4.2025", "2025-04-23"),
        ("4.23.25", "2025-04-23"),
        ("June 21", "2025-06-21"),
        ("27 October", "2024-10-27"),
        ("on Friday", "2025-02-21"),
        ("on Tuesday", "2025-02-25"),
        ("last Tuesday", "2025-02-18"),
        ("Monday of last week", "2025-02-17"),
        ("Saturday's quake", "2025-02-22"),
        ("yesterday", "2025-02-24"),
        ("tomorrow", "2025-02-26"),
        ("three years ago", "2022"),
        ("two months ago", "2024-12"),
        ("five days ago", "2025-02-20"),
        ("in 1991", "1991"),
        ("the 2003 record", "2003"),
        ("February 2022", "2022-02"),
        ("in October", "2024-10"),
        ("last month", "2025-01"),
        ("next year", "2026"),
    ],
)
def test_dates_are_resolved(text: str, expected: str) -> None:
    assert iso(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "it may be",
        "a second vote",
        "2,025 tanks",
        "Feb 30, 2025",
        "March on",
        "A/RES/77/1",
        "of 2000 people",
        "9999-99-99",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert iso(text) == []


def test_a_weekday_in_a_clause_that_looks_ahead_is_the_next_one() -> None:
    assert iso("on Monday", ahead=True) == ["2025-03-03"]
    assert iso("in March", ahead=True) == ["2025-03"]


def test_without_a_day_of_publication_relative_dates_are_marked_but_open() -> None:
    assert [(mention.day, mention.iso) for mention in find_dates("yesterday, on Monday", None, lambda _: False)] == [
        (None, ""),
        (None, ""),
    ]
    assert iso("on 5 May 2020", published_on=None) == ["2020-05-05"]


def test_the_ends_of_the_calendar_do_no_harm() -> None:
    assert iso("10 years ago", published_on=date(5, 1, 1)) == [""]
    for day in (date.min, date.max):
        assert len(iso("on Sunday, yesterday and tomorrow, next week", published_on=day)) == 4
    assert iso("in December", published_on=date(1, 1, 1)) == [""]
    assert iso("in January", published_on=date.max, ahead=True) == [""]
    assert iso("one month ago", published_on=date(2025, 3, 31)) == ["2025-02"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 3pm", "15:00"),
        ("12.38am", "00:38"),
        ("2:35 a.m.", "02:35"),
        ("12:20 p.m.", "12:20"),
        ("2100 local time", "21:00"),
        ("10:44 GMT", "10:44"),
        ("by 16:40", "16:40"),
    ],
)
def test_clock_times(text: str, value: str) -> None:
    assert [mention.value for mention in find_times(text)] == [value]


def test_a_dotted_time_needs_another_clock_time_beside_it() -> None:
    assert [mention.value for mention in find_times("at 1.22, then at 1.19 am")] == ["01:22", "01:19"]
    assert find_times("at 1.22 a share") == []


@pytest.mark.parametrize("text", ["a 2:1 win", "A/RES/1:2", "at 1.22 million", "in 2100"])
def test_what_is_no_clock_time(text: str) -> None:
    assert find_times(text) == []


def test_days_of_saying_are_no_event_dates(measure: Measure) -> None:
    assert measure("The minister said on Friday that 12 miners had died in the collapse on Sunday.") == [
        ("killed", 12),
        ("event_date", "2025-02-23"),
    ]
