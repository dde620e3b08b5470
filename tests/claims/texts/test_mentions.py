"""Whom a comment names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.texts.mentions import named, names, pieces

PEOPLE = {"ida": 1, "olu.b": 2, "Max": 3, "max": 4, "ann@desk.org": 5, "éva": 6}


@pytest.mark.parametrize(
    ("text", "found", "unknown"),
    [
        ("@ida look", {"ida"}, []),
        ("Ask @ida.", {"ida"}, []),
        ("(@ida), and @olu.b...", {"ida", "olu.b"}, []),
        ("@ida’s figure, @ida's", {"ida"}, []),
        ("@IDA", {"IDA"}, []),
        ("@Max", {"Max"}, []),
        ("@max", {"max"}, []),
        ("@ann@desk.org knows", {"ann@desk.org"}, []),
        ("write to x@ida", set(), []),
        ("@nobody. and @idaho", set(), ["nobody", "idaho"]),
        ("@éva!", {"éva"}, []),
        ("@ @. @@", set(), []),
        ("line\n@ida\nline", {"ida"}, []),
    ],
)
def test_named(text: str, found: set[str], unknown: list[str]) -> None:
    people, nobody = named(text, PEOPLE)
    assert (set(people), nobody) == (found, unknown)


def test_capitals_choose_between_two_who_differ_in_nothing_else() -> None:
    assert named("@Max @max", PEOPLE)[0] == {"Max": 3, "max": 4}


def test_names_are_read_with_and_without_the_marks_at_their_end() -> None:
    assert names("@ida.. and @olu.b") == ["ida..", "ida.", "ida", "olu.b"]


def test_pieces() -> None:
    assert [(piece.text, piece.person) for piece in pieces("Ask @ida. <b>@nobody</b>", PEOPLE)] == [
        ("Ask ", None),
        ("@ida", 1),
        (". <b>@nobody</b>", None),
    ]


@given(st.text(alphabet="@ida.bolux-+ \n_\u0301\U0001f600<&"))
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text, PEOPLE)) == text
