from datetime import date

import pytest

from articles.parsing.dates import find_dates, months_come_first, parse_date_line

JUNE_20 = date(2025, 6, 20)


@pytest.mark.parametrize(
    "line",
    [
        "June 20, 2025",
        "20 June 2025",
        "Jun. 20 2025",
        "20th of June, 2025",
        "2025-06-20",
        "2025-06-20T08:15:00Z",
        "2025/06/20",
        "6/20/2025",
        "20/06/2025",
        "20.06.2025",
        "6.20.25",
        "Published on 6.20.25",
        "Published: Friday, 20 June 2025 at 10:15 a.m. EDT",
        "Fri 20 Jun 2025 06.00 BST",
        "Published June 20, 2025 | Updated June 21, 2025 7 pm",
        "Updated June 21, 2025 | Published June 20, 2025",
    ],
)
def test_lines_that_are_a_date_and_nothing_else(line: str) -> None:
    assert parse_date_line(line) == (JUNE_20, "")


def test_what_else_a_line_holds_is_handed_back() -> None:
    assert parse_date_line("By Ana Ruiz | June 20, 2025") == (JUNE_20, "By Ana Ruiz")
    assert parse_date_line("On June 20, 2025, the bridge fell.") == (JUNE_20, "On  , the bridge fell.")


@pytest.mark.parametrize(
    "line", ["Bridge falls", "May", "June 2025", "Version 1.2.3.4", "31 June 2025", "13.13.25", "x" * 200]
)
def test_lines_without_a_date(line: str) -> None:
    assert parse_date_line(line) is None


def test_a_relative_date_is_seen_but_not_guessed() -> None:
    assert parse_date_line("Updated 3 hours ago") == (None, "")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("4/5/2025", date(2025, 4, 5)),  # month first
        ("4.5.25", date(2025, 4, 5)),
        ("04.05.2025", date(2025, 5, 4)),  # full stops with a four-digit year: day first
        ("4/5/69", date(2069, 4, 5)),
        ("4/5/70", date(1970, 4, 5)),
    ],
)
def test_an_open_order_is_decided_the_same_way_each_time(written: str, expected: date) -> None:
    assert [found for found, _, _ in find_dates(written)] == [expected]


def test_the_other_dates_of_a_text_decide_an_open_order() -> None:
    assert months_come_first("seen 4.23.25 and 4.5.25") is True
    assert months_come_first("seen 23.4.25 and 4.5.25") is False
    assert months_come_first("seen 4.5.25") is None
    assert months_come_first("seen 23.4.25 and 4.23.25") is None
    assert parse_date_line("4.5.25", month_first=False) == (date(2025, 5, 4), "")


def test_no_absurd_dates() -> None:
    assert not list(find_dates("1 May 1066, 1 May 2345, 0000-00-00, 99/99/9999"))
    assert not list(find_dates("June 22, 2025", today=JUNE_20))
    assert list(find_dates("June 21, 2025", today=JUNE_20))  # it may already be tomorrow elsewhere


def test_where_a_date_stands() -> None:
    text = "The vote of 20 June 2025 and of 2025-06-21."
    assert [text[start:end] for _, start, end in find_dates(text)] == ["20 June 2025", "2025-06-21"]
