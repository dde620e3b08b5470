"""All quantities of a text, as one public function gives them."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claims.extraction import Quantity, find_quantities
from claims.extraction.figures import figures
from claims.extraction.labels import label_spans
from claims.extraction.lexicon import words
from claims.vocabulary import Comparator

PIECES = st.sampled_from(
    sorted(
        words(
            """
            5 12 1,000 3.5 1/2 ½ 2.4m 10k $ € £5 USD C$ % per cent to - – and or between from about at least (km) kg °C
            degrees dozen dozens half a third one in five two million bn hundred 1) 2021-22 6ft 2in years old + +44 020
            7946 × 0 .5 , . ;
            """
        )
    )
)


def shown(nlp: Language, text: str) -> list[tuple[float, str]]:
    return [(float(found.value), found.unit) for found in find_quantities(text, nlp=nlp)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lake lost 40 of its 120 islands.", [(40, "island"), (120, "island")]),
        ("Shares rose 3% to 78 points.", [(3, "percent"), (78, "point")]),
        ("The two brothers sold one farm.", [(2, "brother"), (1, "farm")]),
        ("It was sold three years ago, in 2019, for $40m.", [(3, "year"), (40 * 10**6, "USD")]),
        ("The driver, aged 35, had 12 passengers.", [(35, "year of age"), (12, "passenger")]),
        ("Its 1988 sales came to 14 million francs.", [(14 * 10**6, "CHF")]),
        ("The crates measured 160.8 x 78.1 mm.", [(160.8, "millimetre"), (78.1, "millimetre")]),
        ("Three more miles remain.", [(3, "mile")]),
    ],
)
def test_quantities_have_value_and_unit(nlp: Language, text: str, expected: list[tuple[float, str]]) -> None:
    assert shown(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No one was there.",
        "The one thing that matters is one of them.",
        "In 1991 and on 4 May 2020, at 3:15 p.m., the treaty was signed.",
        "They finished second, on the 21st.",
        "The team won 3-1.",
        "Resolution A/RES/77/1 was tabled.",
        "Flight 370 left from Gate 12.",
        "Phone 020 7946 0123.",
    ],
)
def test_what_is_no_quantity(nlp: Language, text: str) -> None:
    assert shown(nlp, text) == []


def test_all_of_a_quantity(nlp: Language) -> None:
    text = "In all, between 40 and 50 km/h; dozens of cars; a third of drivers."
    speed, cars, drivers = find_quantities(text, nlp=nlp)
    assert (text[speed.start : speed.end], speed.value_max) == ("between 40 and 50 km/h", Decimal(50))
    assert (speed.comparator, cars.comparator) == (Comparator.RANGE, Comparator.AT_LEAST)
    assert (cars.value, cars.multiple_of) == (Decimal(24), Decimal(12))
    assert (drivers.share, drivers.comparator) == (True, Comparator.APPROX)


def test_offsets_are_of_the_whole_text(nlp: Language) -> None:
    text = (
        "KYIV (Agency) - Nothing was counted here on any of the days.\n\nThen 12 boats came.\n\nAnd some 7 kg of rice."
    )
    assert [text[found.start : found.end] for found in find_quantities(text, nlp=nlp)] == ["12", "some 7 kg"]


def check(found: list[Quantity], text: str) -> None:
    end = 0
    for quantity in found:
        assert end <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end].strip()
        assert quantity.value_max is None or quantity.value_max >= quantity.value
        end = quantity.end


@settings(max_examples=60, deadline=None)
@given(text=st.lists(PIECES, max_size=12).map(" ".join))
def test_numbers_in_any_order_are_read_in_order(nlp: Language, text: str) -> None:
    check(find_quantities(text, nlp=nlp), text)


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=12).map("".join)))
def test_figures_never_raise_and_stay_within_the_text(text: str) -> None:
    for figure in figures(text, label_spans(text)):
        assert 0 <= figure.start <= figure.core_start < figure.core_end <= len(text)
        assert figure.start < figure.end <= len(text)
        assert figure.value_max is None or figure.value_max >= figure.value


LONG = {
    "digits": "7" * 12_500,
    "words": "word " * 25_000,
    "numbers": "12 " * 1_000,
    "number words": "and five " * 1_000,
    "groups": "123," * 5_000 + "x",
    "spaced groups": "123 " * 1_000,
    "dashes": "555-" * 5_000,
    "points": "1." * 5_000,
    "fractions": "1/2 " * 1_000,
    "brackets": "( " * 12_500,
    "signs": "$ " * 12_500,
    "spaces": " " * 12_500 + "5" + " " * 12_500,
}


def seconds(text: str) -> float:
    begun = time.process_time()
    figures(text, [])
    return time.process_time() - begun


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_time_is_linear(text: str) -> None:
    """Four times the text may cost ten times the time (four, and room for a busy machine), not sixteen."""
    once = min(seconds(text) for _ in range(3))
    assert min(seconds(text * 4) for _ in range(2)) < 10 * once + 0.1
