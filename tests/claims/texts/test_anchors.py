"""Words are found where they stand, and never moved in silence."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.texts.anchors import Found, How, NotFoundError, code_points, find

TEXT = "The dam broke. It killed 140 people, the mayor said. Later the dam broke again, \nand it killed 12 people."


def test_words_stand_where_they_are_said_to_stand() -> None:
    second = TEXT.index("dam broke again")
    assert find(TEXT, "dam broke", start=second) == Found(second, second + 9, How.POSITION)


def test_spaces_at_the_ends_of_a_selection_are_left_out() -> None:
    start = TEXT.index(" It killed")
    assert find(TEXT, " It killed ", start=start) == Found(start + 1, start + 10, How.POSITION)


def test_words_that_stand_once_are_found_without_a_place() -> None:
    start = TEXT.index("It killed 140 people")
    assert find(TEXT, "It killed 140 people", start=3) == Found(start, start + 20, How.WORDS)


@pytest.mark.parametrize("end", ["\r\n", "\n", " ", "\u00a0", " \t "])
def test_white_space_may_differ(end: str) -> None:
    start = TEXT.index("again")
    assert find(TEXT, f"again,{end}and it killed") == Found(start, start + len("again, \nand it killed"), How.WORDS)


def test_words_that_stand_twice_are_told_apart_by_what_surrounds_them() -> None:
    second = TEXT.index("dam broke again")
    assert find(TEXT, "dam broke", after=" again,").start == second
    assert find(TEXT, "dam broke", before="Later the ").start == second


def test_words_that_stand_twice_are_not_guessed() -> None:
    with pytest.raises(NotFoundError, match="2 times"):
        find(TEXT, "dam broke", before="nobody said this")


def test_nearly_the_same_words_are_found_and_called_close() -> None:
    found = find(TEXT, "It killed 140 persons, the mayor said.")
    assert TEXT[found.start : found.end] == "It killed 140 people, the mayor said."
    assert found.how == How.CLOSE


def test_a_word_more_or_less_is_close() -> None:
    found = find(TEXT, "It killed at least 140 people, the mayor said")
    assert TEXT[found.start : found.end] == "It killed 140 people, the mayor said"


def test_two_close_places_are_not_guessed() -> None:
    text = "On Monday it killed exactly 140 people there. On Friday it killed exactly 150 people there."
    with pytest.raises(NotFoundError, match="Several places"):
        find(text, "it killed exactly 160 people there")


@pytest.mark.parametrize("words", ["", "  ", "Nobody was hurt in the capital on that day", "It killed 150"])
def test_other_words_are_not_found(words: str) -> None:
    with pytest.raises(NotFoundError):
        find(TEXT, words)


def test_a_long_text_takes_no_time() -> None:
    text = " ".join(f"word{number % 900} the of and a" for number in range(40_000))
    began = time.monotonic()
    with pytest.raises(NotFoundError):
        find(text, "the of word3 of and and the a of the and of " * 20)
    assert time.monotonic() - began < 3


@given(st.text(max_size=40), st.integers(0, 60))
def test_units_of_a_browser_become_characters(text: str, units: int) -> None:
    place = code_points(text, units)
    counted = len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
    assert counted <= units
    assert place == len(text) or counted + (2 if ord(text[place]) > 0xFFFF else 1) > units


@given(st.text(alphabet="ab \n👩‍🚀é", min_size=1, max_size=60), st.data())
def test_what_stands_at_a_place_is_found_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    if words.strip():
        found = find(text, words, start=start)
        assert text[found.start : found.end] == words.strip()
        assert found.how == How.POSITION
