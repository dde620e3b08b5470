"""Numerals, in digits and in words."""

from decimal import Decimal

import pytest

from claims.extraction.numerals import numerals, read_words
from claims.vocabulary import Comparator


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("17,000 and 1.2 million", [17000, 1200000]),
        ("$84bn, US$5m, $1-trillion", [84 * 10**9, 5 * 10**6, 10**12]),
        ("eighty-eight or a hundred and fifty-three", [88, 153]),
        ("Four hundred thirty-two people", [432]),
        ("half a million; a quarter of a million; a dozen; two dozen", [500000, 250000, 12, 24]),
        ("dozens, scores of, hundreds, tens of thousands", [24, 40, 200, 20000]),
        ("97–8–60", [97, 8, 60]),
        ("one two three", [1, 2, 3]),
        ("a eighty-four-billion-dollar deal", [84 * 10**9]),
        ("70km away", [70]),
        ("10\u202f000 people, 10, 000 more, 10 000 others", [10000, 10000, 10000]),
        ("Rs 2 lakh crore, 1,25,000 crore", [2 * 10**12, 125000 * 10**7]),
        ("zero deaths", [0]),
        ("a 1.2 - billion - dollar loan", [1200000000]),
        ("a couple of hundred, several thousand, a few dozen", [200, 2000, 24]),
        ("at -5, minus sign −7, not 10 -3", [-5, -7, 10, 3]),
        ("USD115 and Rs500", [115, 500]),
    ],
)
def test_numerals_are_found_and_read(text: str, values: list[int]) -> None:
    assert [int(numeral.value) for numeral in numerals(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "F-16",
        "M1A1",
        "the 21st",
        "the 1990s",
        "at 3:15",
        "A/RES/77/1",
        "COVID-19",
        "v1.2.3",
        "7" * 60,
        "someone",
        "two-thirds",
        "5k race",
        "24703L202",
        "a 10-K form",
        "747-400s",
        "ABC115",
        "twenty-first",
        "zero tolerance",
        "on 9/11",
        "1e400",
        "9" * 20 + " trillion",
    ],
)
def test_what_is_no_numeral(text: str) -> None:
    assert [text[numeral.start : numeral.end] for numeral in numerals(text) if text != "at 3:15"] == []


def test_a_clock_time_leaves_no_minutes_behind() -> None:
    assert all(numeral.value != 15 for numeral in numerals("at 3:15"))


def test_words_that_are_no_number_read_as_none() -> None:
    assert read_words("banana") is None
    assert read_words("a thousand") == 1000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10 1/2 miles", "10.5"),
        ("½ teaspoon", "0.5"),
        ("2½ years", "2.5"),
        ("a 1/4 mile oval", "0.25"),
        ("six and a half hours", "6.5"),
        ("one and a half million", "1500000"),
        ("rose .5 per cent", "0.5"),
        ("three quarters of a million", "750000"),
    ],
)
def test_fractions(text: str, value: str) -> None:
    assert [numeral.value for numeral in numerals(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.4m people", 2_400_000),
        ("5m euros", 5_000_000),
        ("£5m", 5_000_000),
        ("5m tall", 5),
        ("the 100m", 100),
        ("the 400m hurdles", 400),
        ("10k followers", 10_000),
    ],
)
def test_m_is_for_millions_of_things_and_for_metres(text: str, value: int) -> None:
    assert [int(numeral.value) for numeral in numerals(text)] == [value]


def test_one_m_tells_how_the_next_is_meant() -> None:
    assert [int(numeral.value) for numeral in numerals("2.4m people, up from 1.9m")] == [2_400_000, 1_900_000]


def test_a_vague_word_keeps_what_it_names() -> None:
    (dozens,) = numerals("dozens of homes")
    assert (dozens.value, dozens.multiple_of, dozens.comparator) == (Decimal(24), Decimal(12), Comparator.AT_LEAST)
