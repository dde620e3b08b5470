from typing import Any

from claims.detection.scopes import body_or_scope
from claims.detection.types import Happening, Report
from claims.vocabulary import Gate, Resolution
from tests.claims.detection.makers import COUNCIL, DAY, report, tally, vote

US: dict[str, Any] = {
    "sponsors": ["United States"],
    "participants": ["United States", "Russia", "Ukraine"],
    "terms": ["resolution", "peace", "war"],
}


def council(**fields: object) -> Happening:
    return vote(2, body=COUNCIL, membership=15, **(US | fields))


def reports(*given: Report) -> dict[int, list[Report]]:
    found: dict[int, list[Report]] = {}
    for each in given:
        found.setdefault(each.event or 0, []).append(each)
    return found


def test_one_name_for_votes_in_two_bodies() -> None:
    told = reports(
        report("a", *tally(93, 8, 73), publisher="One"), report("b", *tally(10, None, 5), publisher="Two", event=2)
    )
    (found,) = body_or_scope([council(), vote(**US)], told)
    assert (found.gate, found.suggested) == (Gate.APPARENT, Resolution.DIFFERENT_BODY_OR_SCOPE)
    assert "10+0+5 = 15, the whole membership of the UN Security Council (15 of 15)" in found.explanation
    assert "93+8+73 = 174 of the 193 members of the UN General Assembly" in found.explanation
    assert found.positions[1].figures == {"votes_for": 10, "votes_against": 0, "abstentions": 5, "membership": 15}
    assert [position.event for position in found.positions] == [1, 2]


def test_the_same_without_days() -> None:
    told = reports(report("a", *tally(93, 8, 73)), report("b", *tally(10, None, 5), event=2))
    assert body_or_scope([vote(**US | {"date": None}), council(date=None)], told)


def test_votes_that_readers_can_tell_apart() -> None:
    told = reports(report("a", *tally(93, 18, 65)), report("b", *tally(93, 8, 73), event=2))
    ukraine = vote(**US | {"sponsors": ["Ukraine"]})
    assert body_or_scope([ukraine, vote(2, **US)], told) == []
    later = council(date=DAY.replace(month=3))
    assert body_or_scope([vote(**US), later], reports(*told[1], report("b", *tally(10, 0, 5), event=2))) == []


def test_one_article_that_reports_both_side_by_side() -> None:
    told = reports(
        report("a", *tally(93, 8, 73), origin="x", article=1, version=1),
        report("b", *tally(10, 0, 5), event=2, origin="x", article=1, version=1),
    )
    assert body_or_scope([vote(**US), council()], told) == []


def test_two_texts_in_one_body_need_scope() -> None:
    told = reports(report("a", *tally(93, 18, 65)), report("b", *tally(93, 8, 73), event=2))
    plain = US | {"sponsors": []}
    (found,) = body_or_scope([vote(**plain), vote(2, **plain)], told)
    assert (found.gate, found.suggested) == (Gate.NEEDS_SCOPE, Resolution.DIFFERENT_EVENT)


def test_a_third_report_joins_and_the_name_stays() -> None:
    told = reports(report("a", *tally(93, 8, 73)), report("b", *tally(10, 0, 5), event=2))
    (first,) = body_or_scope([vote(**US), council()], told)
    third = vote(3, **US | {"body": "UN Human Rights Council", "membership": 47})
    (second,) = body_or_scope([third, council(), vote(**US)], told | {3: [report("c", *tally(27, 5, 15), event=3)]})
    assert len(second.positions) == 3
    assert second.fingerprint == first.fingerprint
