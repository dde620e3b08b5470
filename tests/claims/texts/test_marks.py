"""Marks may overlap, and the text stays whole."""

from hypothesis import given
from hypothesis import strategies as st

from claims.texts.marks import Mark, Run, runs_of

stretches = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=6)


@given(st.text(max_size=40), stretches)
def test_the_runs_joined_are_the_text(text: str, found: list[tuple[int, int]]) -> None:
    marks = [Mark(key, start, start + length) for key, (start, length) in enumerate(found)]
    runs = list(runs_of(text, marks))
    assert "".join(run.text for run in runs) == text
    place = 0
    for run in runs:
        over = {mark.key for mark in marks if mark.start <= place and mark.end >= place + len(run.text)}
        assert set(run.keys) >= over
        place += len(run.text)


@given(st.text(min_size=45, max_size=60), stretches)
def test_every_mark_begins_and_ends_once(text: str, found: list[tuple[int, int]]) -> None:
    marks = [Mark(key, start, start + length) for key, (start, length) in enumerate(found)]
    runs = list(runs_of(text, marks))
    assert sorted(key for run in runs for key in run.starting) == list(range(len(marks)))
    assert sorted(key for run in runs for key in run.ending) == list(range(len(marks)))


def test_overlaps_are_runs_of_their_own() -> None:
    assert list(runs_of("abcdef", [Mark(1, 0, 4), Mark(2, 2, 6)])) == [
        Run("ab", (1,), (1,), ()),
        Run("cd", (1, 2), (2,), (1,)),
        Run("ef", (2,), (), (2,)),
    ]


def test_the_shortest_comes_first() -> None:
    inner = list(runs_of("abcdef", [Mark(1, 0, 6), Mark(2, 2, 4)]))[1]
    assert inner == Run("cd", (2, 1), (2,), (2,))
