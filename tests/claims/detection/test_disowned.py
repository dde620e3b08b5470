from typing import Any

import pytest

from claims.detection.disowned import disowned
from claims.detection.types import Report
from claims.vocabulary import ContradictionKind, Gate, Modality
from tests.claims.detection.makers import report

WORDS = "Radar followed the ship to the strait of Kerch"


def quoted(text: str = WORDS, source: str = "The admiral", article: int = 1, start: int = 0, **fields: Any) -> Report:
    return report(text, source=source, article=article, version=article, start=start, **fields)


@pytest.mark.parametrize(
    "text", ["I did not make any such statement", "He never said those things", "I never made such remarks"]
)
def test_words_disowned_in_the_article_that_gives_them(text: str) -> None:
    said, denial = quoted(start=300), quoted(text, start=100)
    (found,) = disowned([denial, said])
    assert (found.kind, found.gate) == (ContradictionKind.ATTRIBUTION, Gate.REAL)
    assert [(each.key, [member.report for member in each.members]) for each in found.positions] == [
        ("no", [denial.key]),
        ("yes", [said.key]),
    ]
    assert "never said" in found.explanation


@pytest.mark.parametrize(
    "text",
    [
        "He never told a newspaper that radar had followed the ship to the strait",
        "I did not say that radar followed the ship",
        "The admiral denied having said that radar followed the ship",
    ],
)
def test_words_disowned_in_another_article_on_the_same_happening(text: str) -> None:
    denial = quoted(text, source="Navy chief", article=2)
    assert len(disowned([quoted(), denial])) == 1
    assert disowned([quoted(event=3), denial]) == []


def test_two_denials_of_the_same_words_are_one_question() -> None:
    first, again = (
        quoted("I never made such remarks", start=100),
        quoted("He never told a paper that radar had followed the ship", article=2),
    )
    said, elsewhere = quoted(start=300), quoted("Radar had followed the ship, it was said", article=3)
    (found,) = disowned([first, again, said, elsewhere])
    assert [{member.report for member in each.members} for each in found.positions] == [
        {first.key, again.key},
        {said.key, elsewhere.key},
    ]


def test_what_is_not_disowned_is_left_alone() -> None:
    others = [
        quoted("He did not say when the ship would sail", start=200),
        quoted("The ship sank", source="A sailor", start=100),
        quoted(source="", start=700),
        quoted(start=900, modality=Modality.PROJECTED),
        quoted("I did not make any such statement", source="The mayor", start=400),
    ]
    assert disowned(others) == []
    assert disowned([quoted(start=2000), quoted("I never made such remarks", start=0)]) == []
    assert disowned([quoted("Corn prices rose"), quoted("I did not say that radar followed the ship", article=2)]) == []


def test_the_order_does_not_matter() -> None:
    reports = [quoted(), quoted("I did not say that radar followed the ship", article=2), quoted(article=3)]
    assert disowned(reports) == disowned(reports[::-1])
