"""What of a text's words is kept to tell happenings apart."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.types import ExtractedMeasurement
from claims.matching.wordings import wording


def numbers(*values: str) -> set[Decimal]:
    return {Decimal(value) for value in values}


def test_words_are_stems_without_function_words() -> None:
    assert wording("The walker was walking, they said").words == {"walk"}


def test_names_are_capitalised_words_but_not_the_first_of_the_text() -> None:
    assert wording("Ministers from both sides met Ana Torres in Quito for talks").names == {"ana", "torr", "quito"}


def test_a_headline_in_capitals_names_nobody() -> None:
    assert wording("Ferry Sinks Near Harbour, Crew Safe").names == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It won 20-13 for the 81st time", numbers("20", "13", "81")),
        ("some 23,000 people and 3.5 tonnes", numbers("23000", "3.5")),
        ("the A320 of the 49ers in the 1940s", numbers()),
    ],
)
def test_numbers_stand_alone_and_names_with_digits_are_words(text: str, found: set[Decimal]) -> None:
    assert wording(text).numbers == found


def test_days_months_and_years_are_read_apart() -> None:
    read = wording("On Sunday, Feb. 22, 2009, or next May")
    assert read.days == {"sunday"}
    assert read.months == {"february", "may"}
    assert read.years == numbers("2009")
    assert read.numbers == numbers("22")


def test_a_small_may_is_no_month() -> None:
    assert wording("They may march").months == frozenset()


@pytest.mark.parametrize(
    ("text", "gender"),
    [("She said so", 1), ("his brother", -1), ("He met her", 0), ("the committee", 0)],
)
def test_gender_is_that_of_all_the_people_spoken_of(text: str, gender: int) -> None:
    assert wording(text).gender == gender


def test_figures_are_those_of_extraction_with_the_unit_only_where_it_matters() -> None:
    killed = ExtractedMeasurement("killed", "12", 0, 2, Decimal(12), unit="sailor")
    ships = ExtractedMeasurement("count", "3", 0, 1, Decimal(3), unit="ship")
    day = ExtractedMeasurement("event_date", "today", 0, 5, value_text="2031-05-02")
    assert wording("Twelve died.", [killed, ships, day]).figures == {
        ("killed", "", Decimal(12)),
        ("count", "ship", Decimal(3)),
    }


@given(st.text())
def test_any_text_has_a_wording(text: str) -> None:
    assert wording(text).names <= wording(text).words


@pytest.mark.parametrize("text", ["1" * 50_000, "a" * 100_000, "1," * 50_000, "é'" * 50_000, "1.5m" * 25_000])
def test_long_runs_take_linear_time(text: str) -> None:
    assert wording(text).gender == 0
