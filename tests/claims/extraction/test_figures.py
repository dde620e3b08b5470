"""Figures: numerals with their comparators, units, ranges and parts."""

from decimal import Decimal

import pytest

from claims.extraction.figure_types import Figure
from claims.extraction.figures import figures
from claims.vocabulary import Comparator


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
        ("a $1,000-plus prize", Comparator.AT_LEAST, 1000),
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
        ("5% to 7%", 5, 7),
        ("€5m–€7m", 5 * 10**6, 7 * 10**6),
        ("two or three years", 2, 3),
        ("between 2.5% and 3.5%", Decimal("2.5"), Decimal("3.5")),
        ("eight to 10 feet", 8, 10),
        ("1.7bn-2bn euros", 17 * 10**8, 2 * 10**9),
        ("5kg-10kg", 5, 10),
        ("ranged from 5 to 7 points", 5, 7),
    ],
)
def test_ranges(text: str, low: Decimal, high: Decimal) -> None:
    figure = only(text)
    assert figure.comparator is Comparator.RANGE
    assert (figure.value, figure.value_max) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text", ["rose 0.8% to 453.2", "fell $2 to $45", "grew from 5 to 7", "five and seven", "two or nine", "10 to 7"]
)
def test_what_is_no_range(text: str) -> None:
    assert len(figures(text, [])) == 2


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("6ft 2in", "6.166667", "foot"),
        ("2 hours 1 minute and 39 seconds", "2.0275", "hour"),
        ("2 hours and 30 minutes", "2.5", "hour"),
        ("two years and three months", "2.25", "year"),
        ("thirteen dollars and forty-five cents", "13.45", "USD"),
        ("£2 and 50 pence", "2.5", "GBP"),
        ("15 dollars 50.", "15.5", "USD"),
        ("half an hour", "0.5", "hour"),
        ("a half-mile", "0.5", "mile"),
        ("a half-point", "0.5", ""),
    ],
)
def test_a_figure_in_two_units_is_one(text: str, value: str, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    ["2 hours and 90 minutes", "30 minutes and 2 hours", "$5 and 10 others", "5 kg, 3 hours", "€30m plus €5m"],
)
def test_two_figures_stay_two(text: str) -> None:
    assert len(figures(text, [])) == 2


@pytest.mark.parametrize(
    "text",
    [
        "call +44 20 7946 0000",
        "call 020 7946 0123",
        "account 1111-22223333-4444",
        "Flight 370",
        "No. 1",
        "the FTSE 100",
        "1) first",
        "may 5",
        "5 june",
        "2021-22",
        "from 1914 to 1918",
    ],
)
def test_numbers_that_name(text: str) -> None:
    assert figures(text, []) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("Boeing said 370 left", 370), ("(up from 15)", 15), ("flight with 9 aboard", 9), ("2000 to 3000 people", 2000)],
)
def test_numbers_that_count_beside_words_that_number(text: str, value: int) -> None:
    assert only(text).value == value


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
        ("two-thirds of them", Decimal("0.666667")),
        ("one in five", Decimal("0.2")),
        ("half of the crowd", Decimal("0.5")),
        ("fell by a quarter", Decimal("0.25")),
        ("nine out of ten", Decimal("0.9")),
    ],
)
def test_shares_are_parts_of_one(text: str, value: Decimal) -> None:
    figure = only(text)
    assert figure.share
    assert figure.value == value


def test_a_third_is_rough_and_a_quarter_is_not() -> None:
    assert only("a third of them").comparator is Comparator.APPROX
    assert only("a quarter of them").comparator is Comparator.EXACT


def test_a_percentage_is_no_share() -> None:
    figure = only("almost 28%")
    assert (figure.percent, figure.share, figure.value) == (True, False, Decimal(28))


@pytest.mark.parametrize(
    "text", ["they won 3-1", "lost 0-2 at home", "a two-thirds majority", "half time", "a third-party"]
)
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


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("30 MUSD", 30 * 10**6, "USD"),
        ("75 USD million", 75 * 10**6, "USD"),
        ("- 20 degrees celsius", -20, "celsius"),
        ("aged 35", 35, "year of age"),
        ("minus 5 degrees", -5, "degree"),
        ("64 cents a dozen", 64, "cent per dozen"),
    ],
)
def test_what_the_unit_does_to_the_value(text: str, value: int, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


def test_a_sum_is_one_figure() -> None:
    assert only("a turnout of 1,500,000 + 1").value == 1500001


def test_masked_stretches_are_left_alone() -> None:
    assert figures("on 12 May 40 died", [(3, 9)])[0].value == 40
