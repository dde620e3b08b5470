"""The figures of a document: what may be kept, and how it reads."""

from typing import Any

import pytest

from claims.charts import Answer, draw
from claims.charts.sides import SidesChart
from claims.charts.stated import check, in_words


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({}, ""),
        ({"votes_for": 93, "votes_against": 8}, "93 for, 8 against (101 in all)"),
        ({"votes_for": 10, "abstentions": 5, "membership": 15}, "10 for, 5 abstaining (15 of 15 members)"),
        ({"votes_for": 93}, "93 for"),
        ({"value": 1410}, "1,410"),
        ({"value": 90, "value_max": 110, "unit": "people"}, "90 to 110 people"),
        ({"date": "2026-03-03"}, "3 March 2026"),
        ({"polarity": "no"}, "it says no"),
    ],
)
def test_what_a_document_counts(figures: dict[str, Any], words: str) -> None:
    check(figures)
    assert in_words(figures) == words


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ({"victims": 3}, "There is no measure “victims”."),
        ({"votes_for": "93"}, "The number for is a whole number"),
        ({"votes_for": True}, "The number for is a whole number"),
        ({"abstentions": -1}, "The number abstaining is a whole number"),
        ({"membership": 1.5}, "The membership is a whole number"),
        ({"value": "many"}, "The figure is a number."),
        ({"value": float("nan")}, "The figure is a number."),
        ({"value": 10**400}, "The figure is a number."),
        ({"value_max": 4}, "A highest figure goes with the lowest one."),
        ({"value": 5, "value_max": 4}, "The highest figure is below the lowest."),
        ({"date": "soon"}, "The date is a day of the calendar"),
        ({"polarity": "perhaps"}, "The document says yes or no."),
        ({"value": 3, "unit": 4}, "The unit is a word or two."),
        ({"value": 3, "unit": "people " * 10}, "The unit is a word or two."),
        ({"value": 3, "comparator": "roughly"}, "no way to mean a figure"),
        (
            {"votes_for": 100, "votes_against": 94, "membership": 193},
            "add up to 194, which is more than the 193 members",
        ),
    ],
)
def test_what_no_document_counts(figures: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        check(figures)


def answer(polarity: str, *voices: str, **fields: Any) -> Answer:
    figures = {"polarity": polarity} if polarity else {}
    return Answer("so it is", " and ".join(voices), figures, voices=voices, **fields)


def test_yes_and_no_are_columns_with_the_evidence_apart() -> None:
    chart = draw(
        [answer("no", "Mayor"), answer("yes", "Daily Paper", "Minister"), answer("no", "Record", is_record=True)]
    )
    assert isinstance(chart, SidesChart)
    assert [(side.title, side.voices) for side in chart.sides] == [("Says yes", 2), ("Says no", 1)]
    assert [record.who for record in chart.sides[1].evidence] == ["Record"]
    assert chart.summary == "Says yes: 2 sources. Says no: 1 source, and evidence: Record."


def test_who_does_not_say_has_a_column_only_where_there_is_somebody() -> None:
    chart = draw([answer("yes", "Mayor"), answer("no", "Minister"), answer("", "Spokesman")])
    assert isinstance(chart, SidesChart)
    assert [side.title for side in chart.sides] == ["Says yes", "Says no", "Does not say"]


def test_one_side_alone_is_no_chart() -> None:
    assert draw([answer("yes", "Mayor"), answer("yes", "Minister")]) is None
