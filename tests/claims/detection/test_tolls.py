"""Counts that run: clashes of one time, steps of a series."""

from datetime import timedelta

from claims.detection.engine import find
from claims.detection.types import Finding, Report
from claims.vocabulary import Comparator, EventKind, Gate, Resolution
from tests.claims.detection.makers import DAY, figure, quake, report

LATER = DAY + timedelta(3)


def found(*reports: Report, kind: EventKind = EventKind.DISASTER) -> list[Finding]:
    return [finding for finding in find([quake(kind=kind)], list(reports)) if finding.rule.startswith("toll")]


def test_nobody_against_somebody_is_a_clash() -> None:
    [finding] = found(
        report("Nobody died", figure("killed", 0), source="governor"),
        report("40 are feared dead", figure("killed", 40, Comparator.AT_LEAST), source="local media"),
    )
    assert (finding.rule, finding.gate, finding.suggested) == (
        "toll_differs/1", Gate.REAL, Resolution.GENUINELY_DISPUTED,
    )  # fmt: skip


def test_none_so_far_is_no_clash_with_what_came_later() -> None:
    [finding] = found(
        report("no deaths so far", figure("killed", 0, provisional=True)),
        report("at least 13 died", figure("killed", 13, Comparator.AT_LEAST)),
    )
    assert finding.suggested == Resolution.FIGURE_SUPERSEDED


def test_counts_of_the_day_itself_grow_from_article_to_article() -> None:
    [finding] = found(report("7 dead", figure("killed", 7)), report("12 dead", figure("killed", 12)))
    assert (finding.rule, finding.gate) == ("toll_superseded/1", Gate.APPARENT)


def test_a_count_many_times_smaller_is_that_of_a_part() -> None:
    assert {
        each.rule for each in found(report("9 dead", figure("killed", 9)), report("40 dead", figure("killed", 40)))
    } == {"toll_differs/1"}
    many = found(report("9 dead", figure("killed", 9)), report("2,000 dead", figure("killed", 2000)))
    assert {each.rule for each in many} == {"toll_superseded/1"}


def test_two_authorities_side_by_side_in_one_article_clash() -> None:
    one = report("17 are hurt", figure("injured", 17), source="mayor", article=1, version=1)
    other = report("23 are hurt", figure("injured", 23), source="governor", article=1, version=1, start=50)
    [finding] = found(one, other)
    assert finding.rule == "toll_differs/1"


def test_the_two_sides_counts_of_one_week_of_a_war_clash() -> None:
    [finding] = found(
        report("3,000 killed or wounded", figure("casualties", 3000), source="president"),
        report("1,100 killed or wounded", figure("casualties", 1100), source="spy agency"),
        kind=EventKind.CONFLICT,
    )
    assert finding.rule == "toll_differs/1"


def test_a_bound_is_the_count_of_its_day_and_not_of_a_later_one() -> None:
    more = report("more than 700 dead", figure("killed", 700, Comparator.AT_LEAST))
    assert not found(more, report("708 dead", figure("killed", 708)))
    [finding] = found(more, report("815 dead", figure("killed", 815), published_on=LATER))
    assert [position.answer for position in finding.positions] == ["at least 700", "815"]


def test_what_the_text_calls_replaced_is_a_step() -> None:
    [finding] = found(
        report("had first been put at 802, is now 279", figure("killed", 802, superseded=True), figure("killed", 279)),
        report("708 dead", figure("killed", 708), published_on=DAY - timedelta(3)),
    )
    assert finding.suggested == Resolution.FIGURE_SUPERSEDED
    assert len(finding.positions) == 3


def test_what_is_found_does_not_depend_on_the_order() -> None:
    reports = [
        report("7 dead", figure("killed", 7)),
        report("12 dead", figure("killed", 12), published_on=LATER),
        report("nobody died", figure("killed", 0)),
    ]
    assert found(*reports) == found(*reversed(reports))
