"""The rows of a contradiction, in the columns of its case."""

from datetime import date
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from claims.comparisons import Comparison, compare, with_positions
from claims.models import Contradiction, ContradictionEvidence, Position
from claims.tables import Line, Table, table_of
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ContradictionFactory,
    EventFactory,
    EvidenceFactory,
    MeasurementFactory,
    MembershipFactory,
    PositionFactory,
    UserFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


def answer(contradiction: Contradiction, told: dict[str, Any], **fields: Any) -> Position:
    """One more answer, given by one report."""
    position: Position = PositionFactory.create(contradiction=contradiction, figures=told, **fields)
    MembershipFactory.create(position=position)
    return position


def attach(contradiction: Contradiction, **fields: Any) -> None:
    ContradictionEvidence.objects.create(
        contradiction=contradiction, evidence=EvidenceFactory.create(), attached_by=UserFactory.create(), **fields
    )


def compared(contradiction: Contradiction) -> Comparison:
    return compare(with_positions(Contradiction.objects.filter(pk=contradiction.pk)))[0]


def tabled(contradiction: Contradiction) -> Table:
    return table_of(compared(contradiction))


def cells(line: Line) -> dict[str, str]:
    return {cell.name: cell.text for cell in line.cells}


def test_a_tally_is_added_up_and_held_against_the_record() -> None:
    question = ContradictionFactory.create(event=EventFactory.create(membership=193))
    answer(question, {"votes_for": 89, "votes_against": 8, "abstentions": 70})
    attach(question, figures={"votes_for": 93, "votes_against": 8, "abstentions": 73, "not_voting": 19})
    table = tabled(question)
    record, report = table.lines
    assert table.form == "tally"
    assert record.kept is not None
    assert cells(record)["adds_up"] == "yes: 193 members"
    told = cells(report)
    assert (told["votes_for"], told["total"], told["not_voting"]) == ("89", "167", "not stated"), "never 0"
    assert told["adds_up"] == "26 of 193 members not stated"
    assert told["difference"] == "for −4, abstaining −3"
    assert report.differences == {"votes_for": -4, "votes_against": 0, "abstentions": -3}


@pytest.mark.parametrize(
    ("told", "members", "words"),
    [
        ({"votes_for": 100, "votes_against": 100}, 193, "no: 7 more than the 193 members"),
        (
            {"votes_for": 9, "votes_against": 1, "abstentions": 1, "not_voting": 1},
            15,
            "no: 3 fewer than the 15 members",
        ),
        ({"votes_for": 9, "votes_against": 1}, None, "membership not known"),
    ],
)
def test_what_does_not_add_up_says_by_how_much(told: dict[str, int], members: int | None, words: str) -> None:
    question = ContradictionFactory.create(event=EventFactory.create(membership=members))
    answer(question, told)
    assert cells(tabled(question).lines[0])["adds_up"] == words


def test_a_tally_is_held_against_the_record_of_its_own_vote() -> None:
    assembly, council = EventFactory.create(membership=193), EventFactory.create(membership=15)
    question = ContradictionFactory.create(event=assembly)
    answer(question, {"votes_for": 10, "votes_against": 0, "abstentions": 5}, event=council)
    attach(question, figures={"votes_for": 93, "votes_against": 8, "abstentions": 73, "not_voting": 19})
    assert cells(tabled(question).lines[1])["difference"] == "", "there is no record of the Council's vote here"


def test_figures_stand_in_order_with_their_range_definition_day_and_gap() -> None:
    question = ContradictionFactory.create()
    answer(question, {"value": 130, "value_max": 150, "comparator": "range"})
    figure = MeasurementFactory.create(
        measure="killed", quote="73", value=73, comparator="at_least", unit="person", subject="Civilians",
        as_of=date(2025, 2, 24),
    )  # fmt: skip
    position = PositionFactory.create(contradiction=question, figures={"value": 73, "comparator": "at_least"})
    MembershipFactory.create(position=position, appearance=figure.appearance, measurement=figure)
    attach(question, figures={"value": 141})
    record, low, ranged = tabled(question).lines
    assert record.kept is not None
    assert cells(low) == {
        "quote": figure.appearance.quote,
        "value": "at least 73",
        "range": "",
        "definition": "Killed, Civilians",
        "as_of": "24 Feb 2025",
        "relays": "",
        "gap": "agrees with the evidence",
    }
    assert (cells(ranged)["value"], cells(ranged)["range"]) == ("", "130 to 150")


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        ([{"value": 140, "comparator": "at_least"}], ["40 below the evidence", ""]),
        ([{"value": 140, "comparator": "at_most"}], ["", "12 above the evidence"]),
        ([{"value": 140, "value_max": 150, "comparator": "range"}], ["40 below the evidence", "2 above the evidence"]),
        (
            [{"value": 90, "comparator": "at_least"}, {"value": 152}],
            ["52 below the evidence", "agrees with the evidence"],
        ),
    ],
    ids=("at least", "at most", "range", "the exact one counts"),
)
def test_the_gap_is_to_what_the_evidence_allows(evidence: list[dict[str, object]], told: list[str]) -> None:
    question = ContradictionFactory.create()
    answer(question, {"value": 100})
    answer(question, {"value": 152})
    for figures in evidence:
        attach(question, figures=figures)
    reports = [line for line in tabled(question).lines if line.kept is None]
    assert [cells(line).get("gap", "") for line in reports] == told


def test_a_report_shows_its_own_figure_where_its_answer_is_a_rounder_one() -> None:
    question = ContradictionFactory.create()
    figure = MeasurementFactory.create(measure="killed", quote="93", value=93, comparator="approx")
    position = PositionFactory.create(contradiction=question, figures={"value": 100})
    MembershipFactory.create(position=position, appearance=figure.appearance, measurement=figure)
    assert cells(tabled(question).lines[0])["value"] == "about 93"


def test_when_it_happened_and_when_it_was_reported_are_two_columns() -> None:
    question = ContradictionFactory.create(kind="temporal")
    answer(question, {"date": "2025-02-23"})
    answer(question, {"date": "2025-02-26"})
    attach(question, figures={"date": "2025-02-24"})
    table = tabled(question)
    assert table.form == "days"
    before, after = map(cells, table.lines[1:])
    assert (before["happened"], before["reported"]) == ("23 Feb 2025", "25 Feb 2025")
    assert (before["gap"], after["gap"]) == ("1 day before the evidence", "2 days after the evidence")


def test_who_repeats_a_text_is_said_to_relay_it() -> None:
    position = PositionFactory.create(figures={"polarity": "yes"})
    reports = [
        AppearanceFactory.create(version=VersionFactory.create(article=ArticleFactory.create(published_on=day)))
        for day in (date(2025, 2, 26), date(2025, 2, 25))
    ]
    for report in reports:
        MembershipFactory.create(position=position, appearance=report, origin="agency")
    comparison = compared(position.contradiction)
    assert (comparison.reports, comparison.independent, comparison.relays) == (2, 1, 1)
    first, later = table_of(comparison).lines
    assert (cells(first)["relays"], cells(later)["relays"]) == ("", reports[1].version.article.publisher.name)


def test_what_one_article_says_twice_relays_nobody() -> None:
    position = PositionFactory.create(figures={})
    version = VersionFactory.create()
    for quote in ("The General Assembly", "93 votes in favour"):
        appearance = AppearanceFactory.create(version=version, quote=quote)
        MembershipFactory.create(position=position, appearance=appearance, origin="one")
    assert {cells(line)["relays"] for line in tabled(position.contradiction).lines} == {""}
    comparison = compared(position.contradiction)
    assert (comparison.reports, comparison.independent, comparison.relays) == (1, 1, 0)


def test_few_originators_have_a_row_each_in_the_picture_and_many_share_one() -> None:
    position = PositionFactory.create(figures={"value": 3})
    answer(position.contradiction, {"value": 5})
    for expected in (3, 4):
        MembershipFactory.create(position=position)
        if expected == 3:
            MembershipFactory.create(position=position)
        chart = compared(position.contradiction).chart
        assert chart is not None
        assert len(chart.dots) == expected  # type: ignore[union-attr]  # figures are dots
    for _ in range(6):
        MembershipFactory.create(position=position)
    chart = compared(position.contradiction).chart
    assert len(chart.dots) == 2  # type: ignore[union-attr]  # as above


def test_evidence_is_a_mark_of_its_own_and_what_it_bears_out_is_filled() -> None:
    question = ContradictionFactory.create()
    true, _ = answer(question, {"value": 141}), answer(question, {"value": 90})
    attach(question, supports=true)
    chart = compared(question).chart
    assert [(dot.is_record, dot.is_borne_out) for dot in chart.dots] == [  # type: ignore[union-attr]  # figures are dots
        (False, False), (False, True), (True, True),
    ]  # fmt: skip


def test_the_picture_is_whole_in_a_language_that_writes_numbers_otherwise() -> None:
    question = ContradictionFactory.create()
    for value in (1410, 2222, 1873.5):
        answer(question, {"value": value})
    with translation.override("fr"):
        comparison = compared(question)
        drawn = render_to_string("components/comparison.html", {"comparison": comparison})
    assert "," not in "".join(part.split('"')[0] for part in drawn.split('x="')[1:]), "a comma would break the SVG"
    assert "1873,5" in drawn.replace("\u202f", "").replace("\xa0", "")
