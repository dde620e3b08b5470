from datetime import date

import pytest

from claims.matching.bodies import arithmetic, body_named, read_body, shown_sum
from claims.matching.types import Tally
from tests.claims.matching.makers import ASSEMBLY, COUNCIL, tally


@pytest.mark.parametrize(("day", "members"), [(date(2025, 2, 24), 193), (date(2010, 1, 1), 192), (None, 193)])
def test_membership_is_that_of_the_day(day: date | None, members: int) -> None:
    body = body_named(ASSEMBLY, day)
    assert body is not None
    assert body.members == members


def test_a_body_before_its_time_is_unknown() -> None:
    assert body_named("UN Human Rights Council", date(2000, 1, 1)) is None


def test_a_count_of_the_whole_council_is_not_the_assemblys() -> None:
    reading = read_body(ASSEMBLY, [tally(10, abstentions=5)], date(2025, 2, 24))
    assert (reading.name, reading.membership, reading.by_arithmetic) == (COUNCIL, 15, True)
    assert "10+0+5 = 15" in reading.reason


@pytest.mark.parametrize(
    "counts", [tally(93, 8, 73), Tally(votes_against=10), Tally(votes_for=15), tally(10, abstentions=6)], ids=str
)
def test_other_counts_leave_the_named_body(counts: Tally) -> None:
    reading = read_body(ASSEMBLY, [counts], date(2025, 2, 24))
    assert (reading.name, reading.by_arithmetic) == (ASSEMBLY, False)


def test_an_unknown_body_stays_as_named() -> None:
    assert read_body("Town council", [tally(10, 0, 5)], None).name == "Town council"
    assert read_body("Town council", [tally(10, 0, 5)], None).membership is None


def test_arithmetic_in_words() -> None:
    assert shown_sum(tally(10, abstentions=5), whole=True) == "10+0+5 = 15"
    assert shown_sum(tally(31, 71)) == "31+71 = 102"  # abstentions that nobody states are not nought
    assert arithmetic(tally(93, 8, 73), ASSEMBLY, 193) == "93+8+73 = 174 of the 193 members of the UN General Assembly"
    assert "(15 of 15)" in arithmetic(tally(10, abstentions=5), COUNCIL, 15)
    assert "more than the 15 members" in arithmetic(tally(93, 8, 73), COUNCIL, 15)
