from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.detection.numbers import agree, charted, plain, shown
from claims.detection.types import Figure
from claims.vocabulary import Comparator
from tests.claims.detection.makers import figure

EXACT, APPROX, AT_LEAST, AT_MOST = Comparator.EXACT, Comparator.APPROX, Comparator.AT_LEAST, Comparator.AT_MOST


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (figure("killed", 140, AT_LEAST), figure("killed", 141), True),
        (figure("killed", 140, AT_LEAST), figure("killed", 400), False),
        (figure("killed", 40, AT_LEAST), figure("killed", 0), False),
        (figure("troops", 100_000, APPROX), figure("troops", 97_500), True),
        (figure("troops", 11_000, APPROX), figure("troops", 3_000), False),
        (figure("crowd_size", 2_000_000, APPROX), figure("crowd_size", 2_000_001), True),
        (figure("crowd_size", 1_000_000), figure("crowd_size", 1_030_000), True),
        (figure("killed", 30), figure("killed", 31), False),
        (figure("amount", 15, Comparator.RANGE, value_max=Decimal(30)), figure("amount", 20), True),
        (figure("amount", 210, AT_MOST), figure("amount", 180), True),
        (figure("amount", 210, AT_MOST), figure("amount", 160), False),
        (figure("magnitude", 7.5), figure("magnitude", 7.8), False),
        (figure("killed", 0), figure("killed", 0, APPROX), True),
    ],
    ids=lambda value: shown(value) if isinstance(value, Figure) else str(value),
)
def test_agree(one: Figure, other: Figure, expected: bool) -> None:
    assert agree(one, other) is expected


@given(
    st.decimals(0, 10**9, places=2), st.decimals(0, 10**9, places=2),
    st.sampled_from([EXACT, APPROX, AT_LEAST, AT_MOST]), st.sampled_from([EXACT, APPROX, AT_LEAST, AT_MOST]),
)  # fmt: skip
def test_agreement_is_symmetric_and_reflexive(
    one: Decimal, other: Decimal, left: Comparator, right: Comparator
) -> None:
    first, second = Figure(1, "count", "", one, comparator=left), Figure(2, "count", "", other, comparator=right)
    assert agree(first, second) == agree(second, first)
    assert agree(first, first)


def test_words_for_people() -> None:
    assert shown(figure("killed", 13, AT_LEAST)) == "at least 13"
    assert shown(figure("amount", 15, Comparator.RANGE, value_max=Decimal(30), unit="USD")) == "15 to 30 USD"
    assert plain(Decimal("1234567.50")) == "1,234,567.5"
    assert charted(figure("magnitude", 7.8, unit="magnitude")) == {
        "value": 7.8,
        "unit": "magnitude",
        "comparator": "exact",
    }
