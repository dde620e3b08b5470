import pytest

from claims.matching.tallies import Relation, compare
from claims.matching.types import Tally
from tests.claims.matching.makers import tally


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (tally(93, 8, 73), tally(93, 8), Relation.SAME),
        (tally(93, 8, 73), Tally(votes_for=93), Relation.AGREES),
        (tally(93, 8, 73), tally(89, 8, 73), Relation.NEAR),
        (tally(93, 18, 65), tally(93, 8, 73), Relation.APART),
        (tally(10, 0, 5), tally(13, 1, 1), Relation.APART),
        (Tally(votes_for=93), Tally(votes_against=8), Relation.NONE),
    ],
    ids=str,
)
def test_relation(one: Tally, other: Tally, relation: Relation) -> None:
    assert compare(one, other) is relation
    assert compare(other, one) is relation
