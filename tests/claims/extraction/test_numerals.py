"""Numerals and the figures made of them."""

from decimal import Decimal

import pytest

from claims.extraction.figures import Figure, figures
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
        ("dozens, scores, hundreds, tens of thousands", [24, 40, 200, 20000]),
        ("97–8–60", [97, 8, 60]),
        ("one two three", [1, 2, 3]),
        ("a eighty-four-billion-dollar deal", [84 * 10**9]),
        ("70km away", [70]),
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
    ],
)
def test_what_is_no_numeral(text: str) -> None:
    assert [text[numeral.start : numeral.end] for numeral in numerals(text) if text != "at 3:15"] == []


def test_a_clock_time_leaves_no_minutes_behind() -> None:
    assert all(numeral.value != 15 for numeral in numerals("at 3:15"))


def test_words_that_are_no_number_read_as_none() -> None:
    assert read_words("banana") is None
    assert read_words("a thousand") == 1000


def only(text: str) -> Figure:
    found = figures(text, [])
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "comparator", "value"),
    [
        ("some 90,000 soldiers", Comparator.APPROX, 90000),
        ("nearly $250 billion", Comparator.APPROX, 250 * 10**9),
        ("an estimated 12,000", Comparator.APPROX, 12000),
        ("a thousand or so", Comparator.APPROX, 1000),
        ("more than three years", Comparator.AT_LEAST, 3),
        ("at least 140", Comparator.AT_LEAST, 140),
        ("slightly more than 800", Comparator.AT_LEAST, 800),
        ("Forty people or more", Comparator.AT_LEAST, 40),
        ("Thirty-four people at least", Comparator.AT_LEAST, 34),
        ("losses have passed 3,100", Comparator.AT_LEAST, 3100),
        ("500+ homes", Comparator.AT_LEAST, 500),
        ('"up to" 210 planes', Comparator.AT_MOST, 210),
        ("as many as 60", Comparator.AT_MOST, 60),
        ("fewer than 50", Comparator.AT_MOST, 50),
        ("no more than 9", Comparator.AT_MOST, 9),
        ("no fewer than 9", Comparator.AT_LEAST, 9),
        ("with 140 homes", Comparator.EXACT, 140),
        ("dozens", Comparator.AT_LEAST, 24),
    ],
)
def test_comparators(text: str, comparator: Comparator, value: int) -> None:
    figure = only(text)
    assert (figure.comparator, int(figure.value)) == (comparator, value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 62 and 70 people", 62, 70),
        ("62-70 people", 62, 70),
        ("15 to 30 billion dollars", 15 * 10**9, 30 * 10**9),
        ("$15-30bn", 15 * 10**9, 30 * 10**9),
        ("5 to 7 per cent", 5, 7),
    ],
)
def test_ranges(text: str, low: int, high: int) -> None:
    figure = only(text)
    assert figure.comparator is Comparator.RANGE
    assert (figure.value, figure.value_max) == (Decimal(low), Decimal(high))


def test_a_change_is_two_figures_the_first_of_them_superseded() -> None:
    before, after = figures("the toll was cut from about 540 to 290", [])
    assert (int(before.value), before.superseded) == (540, True)
    assert (int(after.value), after.superseded) == (290, False)


@pytest.mark.parametrize(
    ("text", "value", "total"),
    [
        ("26 out of 31", 26, 31),
        ("26 A1B2 tanks out of 31", 26, 31),
        ("420 of a possible 640 votes", 420, 640),
        ("three of the five", 3, 5),
    ],
)
def test_parts_of_a_whole(text: str, value: int, total: int) -> None:
    figure = only(text)
    assert (figure.value, figure.total) == (Decimal(value), Decimal(total))


def test_a_population_is_not_the_whole_of_a_larger_figure() -> None:
    assert [figure.total for figure in figures("seven million of the two million", [])] == [None, None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two-thirds of them", Decimal("66.67")),
        ("one in five", Decimal(20)),
        ("half of the crowd", Decimal(50)),
        ("almost 28%", Decimal(28)),
    ],
)
def test_shares_are_percentages(text: str, value: Decimal) -> None:
    figure = only(text)
    assert figure.percent
    assert figure.value == value


@pytest.mark.parametrize("text", ["they won 3-1", "a two-thirds majority", "half time"])
def test_scores_and_majorities_are_no_figures(text: str) -> None:
    assert figures(text, []) == []


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("20 million euros", "EUR"),
        ("3 million Canadian dollars", "CAD"),
        ("EUR 500", "EUR"),
        ("£5m", "GBP"),
        ("A$3 million", "AUD"),
        ("600 people", ""),
    ],
)
def test_currencies(text: str, currency: str) -> None:
    assert only(text).currency == currency


def test_a_sum_is_one_figure() -> None:
    assert only("a turnout of 1,500,000 + 1").value == 1500001


def test_masked_stretches_are_left_alone() -> None:
    assert figures("on 12 May 40 died", [(3, 9)])[0].value == 40
