from decimal import Decimal

import pytest

from claims.models import Measurement
from claims.templatetags.figures import in_words, plural


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"measure": "votes_for", "value": 93, "unit": "vote"}, "Votes for: 93 votes"),
        ({"measure": "votes_against", "value": 1, "unit": "vote"}, "Votes against: 1 vote"),
        ({"measure": "killed", "value": 12, "unit": "person", "comparator": "at_least"}, "Killed: at least 12 people"),
        (
            {"measure": "killed", "value": 1, "value_max": 3, "unit": "body", "comparator": "range"},
            "Killed: 1 to 3 bodies",
        ),
        ({"measure": "amount", "value": 20_000_000, "unit": "USD"}, "Amount: 20,000,000 USD"),
        ({"measure": "magnitude", "value": "8.8", "unit": "magnitude"}, "Magnitude: 8.8"),
        ({"measure": "vote_position", "value_text": "abstain", "unit": ""}, "Vote position: abstain"),
    ],
)
def test_a_measurement_in_words(fields: dict[str, object], words: str) -> None:
    measurement = Measurement(pk=1, **fields)
    for name in {"value", "value_max"} & fields.keys():
        setattr(measurement, name, Decimal(str(fields[name])))
    assert in_words(measurement) == words


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("country", "countries"),
        ("day", "days"),
        ("box", "boxes"),
        ("percent", "percent"),
        ("votes", "votes"),
        ("", ""),
        ("mile per hour", "miles per hour"),
    ],
)
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many
