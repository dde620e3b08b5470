"""Dates as desks write them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claimreview.moments import read_moment

TODAY = date(2026, 11, 22)
FIRST, LAST = datetime.fromisoformat("1900-01-02"), datetime.fromisoformat("2026-11-21")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wed 3 Oct 2018, 11:08pm", "2018-10-03T23:08:00"),
        ("June 15th  2018", "2018-06-15"),
        ("Fri, 02 Nov 2018 11:10:20 Z", "2018-11-02T11:10:20+00:00"),
        ("05/14/2017 11:13 EDT", "2017-05-14T11:13:00-04:00"),
        ("Friday, November 15, 2013 at 6:03 a.m.", "2013-11-15T06:03:00"),
        ("12th March 2018", "2018-03-12"),
        ("2018-09-03", "2018-09-03"),
        ("2018-10-06T09:54:58+02:00", "2018-10-06T09:54:58+02:00"),
        ("2019-07-22 17:16:52", "2019-07-22T17:16:52"),
        ("Thu 1 Mar 2018, 12:05am", "2018-03-01T00:05:00"),
    ],
)
def test_a_moment_is_read(text: str, expected: str) -> None:
    moment = read_moment(text, today=TODAY)
    assert moment is not None
    assert moment.text == expected


@pytest.mark.parametrize("text", ["", "2004", "December 2009", "September 28", "2018-02-31", "2999-01-01", "soon"])
def test_what_names_no_day_is_none(text: str) -> None:
    assert read_moment(text, today=TODAY) is None


def test_the_order_of_figures_can_be_said() -> None:
    american, european = (read_moment("5/4/2017", today=TODAY, month_first=first) for first in (True, False))
    assert (american and american.text, european and european.text) == ("2017-05-04", "2017-04-05")


@given(st.datetimes(FIRST, LAST, timezones=st.sampled_from([None, UTC])))
def test_iso_comes_back_as_it_was(moment: datetime) -> None:
    found = read_moment(moment.isoformat(), today=TODAY)
    assert found is not None
    assert found.text == moment.isoformat()
    assert found.at == moment.replace(tzinfo=UTC)


@given(st.text() | st.from_regex(r"[A-Z][a-z]{2} ?\d{1,3}(st|th)?,? \d{4}[ ,]*\d{1,2}:\d{2} ?[ap]m( EDT| Z)?"))
def test_anything_is_a_moment_or_none(text: str) -> None:
    found = read_moment(text, today=TODAY)
    assert found is None or found.at.date() <= TODAY + timedelta(days=2)
