"""Figures of people together, of weapons and of things handed over, with a noun and without one."""

from typing import Any

import pytest

from tests.claims.extraction.conftest import Measure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 107,000 persons were present.", [("crowd_size", 107000)]),
        ("Well over 100,000 people filled the square.", [("crowd_size", 100000)]),
        ("The ministry says 1.27 million were out today.", [("crowd_size", 1270000)]),
        ("The rally drew 40,000 people.", [("crowd_size", 40000)]),
        ("Researchers counted 55,000 in the streets.", [("crowd_size", 55000)]),
        (
            "The march was huge. It was 87,000 according to the police, half a million according to the union.",
            [("crowd_size", 87000), ("crowd_size", 500000)],
        ),
        ("Of a population of seven million, half a million marched.", [("count", 7000000), ("crowd_size", 500000)]),
        ("He turned 64 during the march.", []),
        ("The shop has 40 workers and draws many customers.", [("count", 40)]),
    ],
)
def test_crowds(measure: Measure, text: str, expected: list[tuple[str, Any]]) -> None:
    assert measure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank with 124 people on board, killing 3.", [("aboard", 124), ("killed", 3)]),
        ("The owner put the total number on board at 112, the coast guard at 124.", [("aboard", 112), ("aboard", 124)]),
        ("The trawler, with a crew of 19, went down in minutes.", [("aboard", 19)]),
        ("The flight carried 239 people.", [("aboard", 239)]),
        ("All 15 on board were killed.", [("killed", 15)]),
        ("The ship had 124 crates on board.", [("count", 124)]),
    ],
)
def test_those_on_board(measure: Measure, text: str, expected: list[tuple[str, Any]]) -> None:
    assert measure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army fired 14 ballistic missiles and 250 drones.", [("missiles", 14), ("drones", 250)]),
        ("They shot down all but two of 19 missiles.", [("missiles", 17)]),
        ("The city received 6,057 bodies. The first train carried 1,212.", [("bodies", 6057), ("bodies", 1212)]),
        ("The plant will create 70,000 jobs.", [("jobs", 70000)]),
        ("The magnitude 7.7 event was felt in the capital.", [("magnitude", 7.7)]),
        ("The army fired at two trucks.", [("count", 2)]),
    ],
)
def test_weapons_and_things(measure: Measure, text: str, expected: list[tuple[str, Any]]) -> None:
    assert measure(text) == expected
