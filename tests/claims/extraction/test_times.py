"""Clock times."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.times import find_times
from tests.claims.extraction.conftest import Measure


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("at 3pm", "3pm", "15:00"),
        ("12.38am", "12.38am", "00:38"),
        ("2:35 a.m.", "2:35 a.m.", "02:35"),
        ("12:20 p.m.", "12:20 p.m.", "12:20"),
        ("at 6:50 p.m. local time", "6:50 p.m.", "18:50"),
        ("2100 local time", "2100 local time", "21:00"),
        ("at 2100 hours", "2100 hours", "21:00"),
        ("(0320 GMT)", "0320 GMT", "03:20"),
        ("10:44 GMT", "10:44 GMT", "10:44"),
        ("by 16:40", "16:40", "16:40"),
        ("just after noon", "noon", "12:00"),
        ("at midnight on Friday", "midnight", "00:00"),
        ("at six o'clock in the evening", "six o'clock in the evening", "18:00"),
        ("at 4 in the morning", "4 in the morning", "04:00"),
        ("7:10 in the evening", "7:10 in the evening", "19:10"),
        ("at 11 at night", "11 at night", "23:00"),
        ("at 12 at night", "12 at night", "00:00"),
        ("till four in the morning", "four in the morning", "04:00"),
        ("at quarter past nine in the evening", "quarter past nine in the evening", "21:15"),
        ("It was half past ten.", "half past ten", "10:30"),
        ("at 17 minutes past one in the afternoon", "17 minutes past one in the afternoon", "13:17"),
        ("at a quarter to one", "a quarter to one", "00:45"),
        ("at twenty to eight", "twenty to eight", "07:40"),
        ("The first alarm came at 5.17.", "5.17", "05:17"),
        ("a tremor at around 18.05 on Friday", "18.05", "18:05"),
    ],
)
def test_clock_times(text: str, words: str, value: str) -> None:
    assert [(text[found.start : found.end], found.value) for found in find_times(text)] == [(words, value)]


def test_a_dotted_time_needs_another_clock_time_beside_it() -> None:
    assert [found.value for found in find_times("at 1.22, then at 1.19 am")] == ["01:22", "01:19"]
    assert find_times("at 1.22 a share") == []


@pytest.mark.parametrize(
    "text",
    [
        "a 2:1 win",
        "A/RES/1:2",
        "at 1.22 million",
        "in 2100",
        "120 hours",
        "1500 hours of footage",
        "High Noon",
        "the noon prayers",
        "killed 5 in the morning",
        "no one in the afternoon",
        "The pound closed at 1.22 on Friday.",
        "a level of activity put at 6.43.",
        "ten to six people",
        "at five to seven dollars",
        "half past caring",
    ],
)
def test_what_is_no_clock_time(text: str) -> None:
    assert find_times(text) == []


@given(
    st.lists(
        st.sampled_from(["24", "00", ":", ".", "59", "13", "pm", "a.m.", " ", "GMT", "at", "o'clock", "noon"])
    ).map("".join)
)
def test_times_lie_on_the_clock_and_in_the_text(text: str) -> None:
    for found in find_times(text):
        assert 0 <= found.start < found.end <= len(text)
        hour, minute = found.value.split(":")
        assert (int(hour) < 24, int(minute) < 60) == (True, True)


def test_times_and_days_become_facts(measure: Measure) -> None:
    assert measure("The tower fell at 6:50 p.m. local time on Sunday, killing 12 miners.") == [
        ("event_time", "18:50"),
        ("event_date", "2025-02-23"),
        ("killed", 12),
    ]
