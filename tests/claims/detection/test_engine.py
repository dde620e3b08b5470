from itertools import permutations
from typing import Any

from claims.detection.engine import find
from tests.claims.detection.makers import COUNCIL, report, tally, vote

US: dict[str, Any] = {
    "sponsors": ["United States"],
    "participants": ["Russia", "Ukraine"],
    "terms": ["resolution", "peace"],
}


def test_each_question_once_in_any_order() -> None:
    reports = [
        report("a", *tally(93, 8, 73)),
        report("b", *tally(89, 8, 73)),
        report("c", *tally(10, 0, 5), event=2),
    ]
    events = [vote(**US), vote(2, body=COUNCIL, membership=15, **US)]
    results = {str(find(list(order), list(told))) for order in permutations(events) for told in permutations(reports)}
    assert len(results) == 1
    assert sorted(found.rule for found in find(events, reports)) == ["body_or_scope/1", "tally_differs/1"]


def test_equal_counts_of_two_events_are_neither_agreement_nor_conflict() -> None:
    one, other = vote(sponsors=["Ukraine"]), vote(2, sponsors=["United States"])
    assert find([one, other], [report("a", *tally(93, 18, 65)), report("b", *tally(93, 8, 73), event=2)]) == ()
