"""What became of people: killed, hurt, missing, saved, held, let go, and nobody at all."""

from typing import Any

import pytest

from tests.claims.extraction.conftest import Measure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of dead in the mine fire has gone up to five.", [("killed", 5)]),
        ("The number of martyrs stands at 310, the ministry said.", [("killed", 310)]),
        ("The toll jumped to 45.", [("killed", 45)]),
        ("Three soldiers embraced martyrdom in the clash.", [("killed", 3)]),
        ("Security forces neutralised 17 militants.", [("killed", 17)]),
        ("The brigade lost 23 men in the ambush.", [("killed", 23)]),
        ("The trawler sank with the loss of at least ten lives.", [("killed", 10)]),
        ("The cyclone took some 3,000 lives.", [("killed", 3000)]),
        ("Eighteen rebel commanders died in the strike.", [("killed", 18)]),
        ("Villagers say they have buried 70.", [("killed", 70)]),
        ("A single fighter died.", [("killed", 1)]),
        ("Rescuers pulled 12 bodies from the sea.", [("killed", 12)]),
        ("The hospital treated 56 people for burns.", [("injured", 56)]),
        ("Another 27 are in critical condition.", [("injured", 27)]),
        ("Eight are still being looked for.", [("missing", 8)]),
        ("Some 140 people are unaccounted for.", [("missing", 140)]),
        ("Twelve miners have not been accounted for.", [("missing", 12)]),
        ("Sixteen people were pulled alive from the rubble.", [("rescued", 16)]),
        ("By dusk 89 had been plucked from the water.", [("rescued", 89)]),
        ("Thirty passengers were brought to safety.", [("rescued", 30)]),
        ("Exactly one hundred survived.", [("rescued", 100)]),
        ("Only four of the crew of 22 were found alive.", [("rescued", 4), ("aboard", 22)]),
        ("Police made 22 arrests.", [("detained", 22)]),
        ("Forty-one people were taken into custody.", [("detained", 41)]),
        ("Both sides released 390 prisoners.", [("released", 390)]),
        ("The sides exchanged 303 prisoners of war each.", [("released", 303)]),
        ("A thousand people have gone free.", [("released", 1000)]),
        ("Among those handed over were 30 soldiers and 12 nurses.", [("released", 30), ("released", 12)]),
    ],
)
def test_what_became_of_people(measure: Measure, text: str, expected: list[tuple[str, Any]]) -> None:
    assert measure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast caused neither deaths nor injuries.", [("killed", 0), ("injured", 0)]),
        ("No deaths or injuries were reported.", [("killed", 0), ("injured", 0)]),
        ("No one was hurt in the crash.", [("injured", 0)]),
        ("Nobody was killed but six were injured.", [("killed", 0), ("injured", 6)]),
        ("No one is unaccounted for.", [("missing", 0)]),
        ("The roof fell without loss of life.", [("killed", 0)]),
        ("No further deaths are expected.", []),
        ("No one asked about the dead.", []),
        ("No lives are easy.", []),
    ],
)
def test_nobody(measure: Measure, text: str, expected: list[tuple[str, Any]]) -> None:
    assert measure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company released 3 films.", [("count", 3)]),
        ("The keeper saved 12 shots.", [("count", 12)]),
        ("He survived three recessions.", [("count", 3)]),
        ("The court convicted 12 people of the murder of a tourist.", [("count", 12)]),
        ("Twenty soldiers were killed and 12 captured.", [("killed", 20), ("count", 12)]),
        ("Two firefighters, aged 31 and 40, died in the blaze.", [("killed", 2)]),
        ("Survivors said 40 houses burned.", [("count", 40)]),
        ("The party lost 12 seats.", [("count", 12)]),
        ("He lives in Block 37, where two people died.", [("killed", 2)]),
    ],
)
def test_what_became_of_nobody(measure: Measure, text: str, expected: list[tuple[str, Any]]) -> None:
    assert measure(text) == expected
