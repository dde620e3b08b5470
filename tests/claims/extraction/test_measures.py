"""What figures measure, in whole sentences."""

from datetime import date
from typing import Any

import pytest

from tests.claims.extraction.conftest import Measure, Read, value_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed at least 13 people and wounded 30 others.", [("killed", 13), ("injured", 30)]),
        ("Forty miners lost their lives in the flood.", [("killed", 40)]),
        ("About 400,000 soldiers have lost their lives or been wounded.", [("casualties", 400000)]),
        ("Over three thousand recruits were killed or wounded there.", [("casualties", 3000)]),
        (
            "Around 1,200 casualties were counted, of whom at least 100 were killed.",
            [("casualties", 1200), ("killed", 100)],
        ),
        ("Confirmed deaths from the flood have leapt to 611.", [("killed", 611)]),
        ("The ministry put the toll at 40.", [("killed", 40)]),
        ("Twelve sailors were killed and 98 are still missing.", [("killed", 12), ("missing", 98)]),
        ("Nobody died in the fire.", [("killed", 0)]),
        ("There were no reports of deaths in the valley.", [("killed", 0)]),
        ("The company signed a $84bn contract.", [("amount", 84 * 10**9)]),
        ("The two leaders held a 90-minute call.", [("duration", 90)]),
        ("So far, 26 of the army's tanks out of 31 have been destroyed.", [("count", 26)]),
        ("Unemployment fell to 4.5 percent.", [("percentage", 4.5)]),
        ("The quake, which measured 7.4, struck at a depth of 14.6 km.", [("magnitude", 7.4), ("depth_km", 14.6)]),
        ("An 8.6 magnitude earthquake hit the coast.", [("magnitude", 8.6)]),
        ("It lies 52 miles below the surface.", [("depth_km", 84)]),
        ("Nearly two million people marched in the capital.", [("crowd_size", 2000000)]),
        ("Police put the turnout at 180,000.", [("crowd_size", 180000)]),
        ("The country has already sent 3,100 troops.", [("troops", 3100)]),
        ("The airline bought 150 jets.", [("aircraft", 150)]),
        ("The carrier ordered 90 Airbus A350s.", [("aircraft", 90)]),
        ("Two-thirds of the voters backed it.", [("percentage", 66.67)]),
        ("One in four homes lost power.", [("percentage", 25)]),
        ("The wall is 40 feet long.", [("distance", 0.012)]),
        ("They waited two and a half hours.", [("duration", 2.5)]),
        ("The truck carried 35 tons of flour.", [("count", 35)]),
        ("The fund paid out 5m Swiss francs.", [("amount", 5 * 10**6)]),
        ("It sells oil at $60 a barrel.", [("amount", 60)]),
        ("The ferry had 214 people aboard.", [("aboard", 214)]),
        ("Police arrested 40 people.", [("detained", 40)]),
        ("The bill passed with a majority of 58.", [("outcome", "adopted"), ("margin", 58)]),
        ("It was the third time that the chamber voted on the plan.", [("ordinal", 3)]),
    ],
)
def test_figures_get_their_measure(measure: Measure, text: str, expected: list[tuple[str, Any]]) -> None:
    assert measure(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The singer, aged 35, lives in Lyon.",
        "The 35-year-old driver was arrested.",
        "The twins are six months old.",
        "Its 1988 sales disappointed.",
        "Category 4 storms are rare.",
        "Flight 370 left the airport.",
        "The squadron received an F-16 and an M1A1.",
        "The treaty is the country's No. 1 priority.",
        "It was a great victory for one of them.",
        "For the first time the sides met.",
    ],
)
def test_numbers_that_measure_nothing(measure: Measure, text: str) -> None:
    assert measure(text) == []


def test_years_are_dates_not_counts(measure: Measure) -> None:
    assert measure("The alliance's 2008 declaration followed the 2003 and 2004 enlargements.") == [
        ("event_date", "2008"),
        ("event_date", "2003"),
        ("event_date", "2004"),
    ]


def test_bare_figures_measure_what_those_before_did(measure: Measure) -> None:
    assert measure("Some 230,000 people marched, the police say. The organisers speak of 1.04 million.") == [
        ("crowd_size", 230000),
        ("crowd_size", 1040000),
    ]


def test_two_counts_of_different_days(read: Read) -> None:
    (claim,) = read("The bloc has grown from 16 members in 1991 to 32 members today.").claims
    counts = [item for item in claim.measurements if item.measure == "count"]
    assert [(value_of(item), item.unit, item.as_of, item.superseded) for item in counts] == [
        (16, "member", date(1991, 1, 1), True),
        (32, "member", date(2025, 2, 25), False),
    ]


def test_a_replaced_figure_is_marked(read: Read) -> None:
    (claim,) = read("The dead had been put at 815 to begin with; the government has now cut this to 263.").claims
    assert [(value_of(item), item.superseded) for item in claim.measurements if item.measure == "killed"] == [
        (815, True),
        (263, False),
    ]


def test_the_quote_has_comparator_and_unit(read: Read) -> None:
    (claim,) = read("At least 13 people died when the bridge fell.").claims
    assert claim.measurements[0].quote == "At least 13 people"


def test_units_of_measurement_have_one_name(read: Read) -> None:
    (claim,) = read("The convoy carried 300 metric tons of wheat and 20,000 litres of fuel.").claims
    assert [(value_of(item), item.unit) for item in claim.measurements] == [(300, "tonne"), (20000, "litre")]


def test_a_table_in_one_line_is_not_prose(measure: Measure) -> None:
    assert measure("People died: " + " 12 14" * 60 + ".") == []
