from itertools import permutations

from claims.detection.tallies import tally_differs
from claims.vocabulary import Gate, Modality, Resolution
from tests.claims.detection.makers import figure, quake, report, tally, vote


def test_two_counts_of_one_vote() -> None:
    reports = [
        report("a", *tally(93, 8, 73), publisher="One"),
        report("b", *tally(89, 8, 73), publisher="Two"),
        report("c", *tally(93, 8, None), publisher="Three"),
    ]
    found = tally_differs(vote(), reports)
    assert found is not None
    assert found.gate is Gate.REAL
    assert [(position.answer, len(position.members)) for position in found.positions] == [
        ("93–8–73", 2),
        ("89–8–73", 1),
    ]
    assert found.positions[0].figures == {"votes_for": 93, "votes_against": 8, "abstentions": 73, "membership": 193}
    assert "93 or 89 in favour" in found.explanation


def test_a_partial_count_is_the_same_answer() -> None:
    assert tally_differs(vote(), [report("a", *tally(93, 8, 73)), report("b", *tally(93, None, None))]) is None


def test_a_named_part_a_forecast_and_a_bare_count_are_left_alone() -> None:
    part = report("b", figure("abstentions", 5, subject="European countries", group=1))
    ahead = report("c", *tally(150, 2, 20), modality=Modality.PROJECTED)
    assert tally_differs(vote(), [report("a", *tally(93, 8, 73)), part, ahead]) is None
    assert tally_differs(vote(), [report("a", figure("votes_for", 93)), report("b", figure("votes_for", 89))]) is None


def test_copies_and_one_article_do_not_contradict_themselves() -> None:
    copies = [report("a", *tally(93, 8, 73), origin="x"), report("b", *tally(89, 8, 73), origin="x")]
    assert tally_differs(vote(), copies) is None
    same = [report("a", *tally(93, 8, 73), article=1, version=1), report("b", *tally(89, 8, 73), article=1, version=1)]
    assert tally_differs(vote(), same) is None


def test_two_versions_of_an_article_are_the_outlet_against_itself() -> None:
    found = tally_differs(
        vote(),
        [report("a", *tally(93, 8, 73), article=1, version=1), report("b", *tally(89, 8, 73), article=1, version=2)],
    )
    assert found is not None
    assert found.kind == "self"


def test_an_article_that_tells_of_the_correction() -> None:
    reports = [
        report("a", *tally(120, 14, 45), publisher="One", article=1, version=1),
        report("b", *tally(121, None, 44), publisher="One", article=1, version=1),
        report("c", *tally(120, 14, 45), publisher="Two"),
    ]
    found = tally_differs(vote(), reports)
    assert found is not None
    assert (found.gate, found.suggested) == (Gate.APPARENT, Resolution.FIGURE_SUPERSEDED)


def test_counts_far_apart_may_be_of_two_votes() -> None:
    found = tally_differs(vote(), [report("a", *tally(93, 8, 73)), report("b", *tally(31, 71, 59))])
    assert found is not None
    assert found.gate is Gate.NEEDS_SCOPE


def test_only_votes_have_tallies() -> None:
    assert tally_differs(quake(), [report("a", *tally(93, 8, 73)), report("b", *tally(89, 8, 73))]) is None


def test_the_order_does_not_matter() -> None:
    reports = [report("a", *tally(93, 8, 73)), report("b", *tally(89, 8, 73)), report("c", *tally(92, 8, 73))]
    assert len({tally_differs(vote(), list(order)) is None for order in permutations(reports)}) == 1
    assert len({str(tally_differs(vote(), list(order))) for order in permutations(reports)}) == 1
