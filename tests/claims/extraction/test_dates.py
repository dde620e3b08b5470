"""Dates that name their place in the calendar, and what all dates share."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.dates import find_dates
from tests.claims.extraction.conftest import PUBLISHED, Measure

WORDS = """
    31 29 30 Feb. February of the , 0000 9999 2024 2100 last next year week quarter third first half 1990s ' 's '97 - /
    . 12 4/23/2025 every Friday ago earlier a two 99 century 99th winter in 2000 weekend that same day month now past
    Easter 1583 nineteen ninety two thousand Q3 9999-12-31 00-00 decade the previous following Monday ended
"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\n"])
DAYS = st.one_of(st.none(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]), st.dates())


def iso(text: str, *, published_on: date | None = PUBLISHED, ahead: bool = False) -> list[str]:
    return [mention.iso for mention in find_dates(text, published_on, lambda _: ahead)]


def values(text: str, *, published_on: date | None = PUBLISHED, ahead: bool = False) -> list[str]:
    return [mention.value for mention in find_dates(text, published_on, lambda _: ahead)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On February 12, 2025,", "2025-02-12"),
        ("12 Feb.", "2025-02-12"),
        ("the 12th of February 2024", "2024-02-12"),
        ("Friday, Oct. 27, 2023", "2023-10-27"),
        ("the Fourth of July 2024", "2024-07-04"),
        ("March twenty-first, 1997", "1997-03-21"),
        ("2025-02-12", "2025-02-12"),
        ("4/23/2025", "2025-04-23"),
        ("23.4.2025", "2025-04-23"),
        ("4.23.25", "2025-04-23"),
        ("June 21", "2025-06-21"),
        ("27 October", "2024-10-27"),
        ("29 February 2024", "2024-02-29"),
        ("in 1991", "1991"),
        ("the 2003 record", "2003"),
        ("1989 sales", "1989"),
        ("the year two thousand", "2000"),
        ("what 2000 was like", "2000"),
        ("nineteen ninety-six", "1996"),
        ("the summer they met in '97", "1997"),
        ("the class of '24", "2024"),
        ("the 2000 elections", "2000"),
        ("February 2022", "2022-02"),
        ("Sept. 2021", "2021-09"),
        ("in October", "2024-10"),
        ("December sales", "2024-12"),
        ("April next year", "2026-04"),
        ("early October this year", "2025-10"),
        ("last February", "2024-02"),
        ("next February", "2026-02"),
        ("the May election", "2024-05"),
        ("last Christmas Eve", "2024-12-24"),
        ("Thanksgiving 2024", "2024-11-28"),
        ("on Good Friday", "2025-04-18"),
        ("Memorial Day 2024", "2024-05-27"),
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
        "March on",
        "May I ask",
        "April Jones said",
        "every July",
        "the second March on the capital",
        "A/RES/77/1",
        "of 2000 people",
        "some 1700 rebels",
        "a 2000-strong crowd",
        "2000 refugees",
        "resolution 1973",
        "Flight 1549",
        "1600 Example Avenue",
        "$1990",
        "9999-99-99",
        "the Christmas season",
        "'90 people died'",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert iso(text) == []


@pytest.mark.parametrize("text", ["Feb 30, 2025", "31 November", "29 February 2023", "June 31"])
def test_a_day_that_no_calendar_has_is_marked_whole_but_unresolved(text: str) -> None:
    (found,) = find_dates(text, PUBLISHED, lambda _: False)
    assert text[found.start : found.end] == text
    assert (found.day, found.value) == (None, "")


def test_a_day_without_a_year_lies_on_the_side_to_which_the_clause_looks() -> None:
    assert iso("on August 25", ahead=True) == ["2025-08-25"]
    assert iso("on August 25") == ["2024-08-25"]
    assert iso("on February 20", ahead=True) == ["2025-02-20"]  # so near that it can only be meant so
    assert iso("on September 1", ahead=True) == ["2025-09-01"]
    assert iso("on March 3") == ["2025-03-03"]
    assert iso("in March", ahead=True) == ["2025-03"]
    assert iso("in January", ahead=True) == ["2026-01"]


def test_the_longest_of_overlapping_dates_wins() -> None:
    text = "the third quarter of 2024, Monday, March 4, 2024"
    assert [text[found.start : found.end] for found in find_dates(text, PUBLISHED, lambda _: False)] == [
        "the third quarter of 2024",
        "Monday, March 4, 2024",
    ]


def test_without_a_day_of_publication_dates_are_marked_but_open() -> None:
    text = "yesterday, on Monday, on 5 May, last week, in June, this quarter, last fall, last weekend, Easter"
    found = find_dates(text, None, lambda _: False)
    assert len(found) == 9
    assert {(mention.day, mention.iso, mention.value) for mention in found} == {(None, "", "")}
    assert iso("on 5 May 2020", published_on=None) == ["2020-05-05"]


def test_the_ends_of_the_calendar_do_no_harm() -> None:
    assert iso("10 years ago", published_on=date(5, 1, 1)) == [""]
    for day in (date.min, date.max):
        assert len(iso("on Sunday, yesterday and tomorrow, next week", published_on=day)) == 4
    assert iso("in December", published_on=date(1, 1, 1)) == [""]
    assert iso("in January", published_on=date.max, ahead=True) == [""]
    assert iso("one month ago", published_on=date(2025, 3, 31)) == ["2025-02"]
    assert iso("a year ago", published_on=date(2024, 2, 29)) == ["2023"]


@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=60), DAYS, st.booleans())
def test_never_raises_and_keeps_order_and_offsets(text: str, published_on: date | None, ahead: bool) -> None:
    end = 0
    for found in find_dates(text, published_on, lambda _: ahead):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        end = found.end


def test_days_of_saying_are_no_event_dates(measure: Measure) -> None:
    assert measure("The minister said on Friday that 12 miners had died in the collapse on Sunday.") == [
        ("killed", 12),
        ("event_date", "2025-02-23"),
    ]


def test_a_quarter_dates_no_event_unless_its_year_is_named(measure: Measure) -> None:
    assert measure("The ministry now says 12 miners died in the third quarter.") == [("killed", 12)]
    assert measure("Exactly 12 miners died in the third quarter of 2023.") == [("killed", 12), ("event_date", "2023")]
