"""What changed shows, what did not is not marked, and nothing is lost."""

import time

from hypothesis import given
from hypothesis import strategies as st

from claims.texts.differences import Piece, compare, sentences

texts = st.text(alphabet="ab .!\n\r“”é👩", max_size=80)


@given(texts, texts)
def test_each_side_is_its_text(before: str, after: str) -> None:
    rows = compare(before, after)
    assert "".join(piece.text for row in rows for piece in row.before) == before
    assert "".join(piece.text for row in rows for piece in row.after) == after
    assert any(row.changed for row in rows) == (before != after)


@given(texts)
def test_sentences_joined_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text


def test_a_changed_figure_is_all_that_is_marked() -> None:
    before = "It rained. The flood killed 140 people. The mayor left.\n"
    rows = compare(before, before.replace("140", "12"))
    assert [row.changed for row in rows] == [False, True, False]
    assert [piece for piece in rows[1].before if piece.changed] == [Piece("140", True)]
    assert [piece for piece in rows[1].after if piece.changed] == [Piece("12", True)]


def test_a_sentence_taken_out_stands_on_one_side() -> None:
    rows = compare("One. Two. Three.", "One. Three.")
    (changed,) = [row for row in rows if row.changed]
    assert (changed.before, changed.after) == ((Piece("Two. ", True),), ())


def test_a_long_text_takes_no_time() -> None:
    lines = [f"Sentence number {number} says little of note.\n" for number in range(3_000)]
    after = [line if number % 50 else line.replace("little", "much") for number, line in enumerate(lines)]
    same = ["The same line again and again.\n"] * 3_000
    began = time.monotonic()
    assert sum(row.changed for row in compare("".join(lines), "".join(after))) == 60
    compare("".join(same), "".join([*same[:1_400], "Another line.\n", *same]))
    compare("x " * 50_000, "y " * 50_000)
    assert time.monotonic() - began < 3
