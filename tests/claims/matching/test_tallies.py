import pytest

from claims.matching.tallies import Relation, between, compare
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
        (Tally(93, 8, 73, 19), Tally(93, 8, None, 73), Relation.SAME),
        (Tally(not_voting=19), Tally(not_voting=73), Relation.APART),
    ],
    ids=str,
)
def test_relation(one: Tally, other: Tally, relation: Relation) -> None:
    assert compare(one, other) is relation
    assert compare(other, one) is relation


def test_a_partial_count_speaks_through_the_fuller_one_that_includes_it() -> None:
    told = frozenset({tally(89, 8, 70), Tally(votes_for=89)})
    assert between(told, frozenset({Tally(votes_for=93)})) is Relation.NEAR
    assert between(frozenset({Tally(votes_for=80)}), frozenset({Tally(votes_for=93)})) is Relation.APART
