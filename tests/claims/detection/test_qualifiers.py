"""How the words around a figure qualify it."""

import pytest

from claims.detection.qualifiers import partial, provisional, qualified, replaced
from tests.claims.detection.makers import figure


def place(words: str, figure: str) -> tuple[str, int, int]:
    start = words.index(figure)
    return words, start, start + len(figure)


@pytest.mark.parametrize("words", ["there were 13 dead so far", "13 are feared dead", "no reports of 13 deaths"])
def test_what_may_still_grow(words: str) -> None:
    assert provisional(*place(words, "13"))


def test_what_is_final() -> None:
    assert not provisional(*place("13 were killed in all", "13"))


def test_replaced() -> None:
    assert replaced(*place("was first reported at 802", "802"))
    assert replaced(*place("the first figures had spoken of 2 dead", "2"))
    assert not replaced(*place("the first 802 survivors", "802"))
    assert not replaced(*place("A first mayday was received at 0725", "0725"))


def test_a_figure_before_of_whom_is_the_whole() -> None:
    assert partial(*place("eight of them died", "eight"))
    assert partial(*place("of the injured, some 12 are in hospital", "12"))
    assert not partial(*place("gave the number of the injured as seventeen", "seventeen"))
    assert not partial(*place("around 1,100 casualties, of whom 100 were killed", "1,100 casualties"))


def test_a_figure_carries_what_the_words_around_it_say() -> None:
    found = qualified(figure("killed", 13), "13 dead so far", 0)
    assert (found.provisional, found.partial, found.superseded) == (True, False, False)
    assert qualified(figure("killed", 13, superseded=True), "13 dead", 0).superseded
