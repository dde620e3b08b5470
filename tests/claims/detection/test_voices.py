"""Whose figure it is, where one sentence gives the figures of several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.detection.figures import figure_differs
from claims.detection.qualifiers import qualified
from claims.detection.types import Report
from claims.detection.voices import voice
from claims.vocabulary import EventKind
from tests.claims.detection.makers import figure, quake, report

TWO = "87 came according to the police, 400 according to the union."


def of(words: str, figure: str) -> str:
    start = words.index(figure)
    return voice(words, start, start + len(figure))


@pytest.mark.parametrize(
    ("words", "figure", "who"),
    [
        (TWO, "87", "police"),
        (TWO, "400", "union"),
        ("In Lima the police counted 80 marchers and the union 400.", "80 marchers", "police"),
        ("In Lima the police counted 80 marchers and the union 400.", "400", "union"),
        ("Andes Shipping puts the number on board at 112, the coast guard at 124.", "112", "Andes Shipping"),
        ("Andes Shipping puts the number on board at 112, the coast guard at 124.", "124", "coast guard"),
        ("It was 40 by the ministry's figures.", "40", "ministry"),
        ("By the count of the CNT it was 40.", "40", "CNT"),
        ("Organisers: 550", "550", "Organisers"),
        ("The prefecture has the turnout in the city as 87.", "87", "prefecture"),
        ("in the middle of what the CNT says were 500 people", "500 people", "CNT"),
        ("the 107 given out by the Interior Ministry", "107", "Interior Ministry"),
    ],
)
def test_who_gives_a_figure(words: str, figure: str, who: str) -> None:
    assert of(words, figure) == who


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("Andes Shipping puts the number on board at 112; the ship had room for 130.", "130"),
        ("They said that 40 had come.", "40"),
        ("12 people were killed in Lima.", "12 people"),
        ("12 were killed, the police said.", "12"),
    ],
)
def test_another_clause_or_nobody_says_so(words: str, figure: str) -> None:
    assert of(words, figure) == ""


def crowd(words: str, *values: str) -> Report:
    figures = [qualified(figure("crowd_size", int(value)), words, words.index(value)) for value in values]
    return report(words, *figures)


def test_two_voices_in_one_sentence_are_two_answers() -> None:
    march = quake(kind=EventKind.PROTEST)
    [finding] = figure_differs(march, [crowd(TWO, "87", "400"), crowd("Half of Lima came, 400 in all.", "400")])
    assert sorted(position.answer for position in finding.positions) == ["400", "87"]
    assert "police in Daily" in finding.explanation


def test_one_voice_gives_its_whole_and_its_parts() -> None:
    march = quake(kind=EventKind.PROTEST)
    both = crowd("400 came and 87 stayed.", "400", "87")
    assert figure_differs(march, [both, crowd("400 came.", "400")]) == []


@given(st.text(max_size=200))
def test_no_words_make_it_fail(words: str) -> None:
    assert isinstance(voice(f"{words} 12 {words}", len(words) + 1, len(words) + 3), str)
