"""A parsed paragraph as columns: the tree, the paths in it and the quotations."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from claims.extraction.sheet import Sheet

Lay = Callable[[str], Sheet]


@pytest.fixture
def lay(nlp: Language) -> Lay:
    def run(text: str) -> Sheet:
        doc = nlp(text)
        return Sheet(doc, [(sentence.start, sentence.end) for sentence in doc.sents])

    return run


def quoted(sheet: Sheet) -> list[str]:
    return [" ".join(sheet.lower[start:end]) for start, end in sheet.quotes]


def test_the_tree_agrees_with_itself(lay: Lay) -> None:
    sheet = lay("Ada Okoye said that the talks had failed. Tom Hill left.")
    for head, kids in enumerate(sheet.kids):
        assert all(sheet.head[kid] == head for kid in kids)
        assert sheet.left[head] <= head <= sheet.right[head]
    assert [sheet.sentence[0], sheet.sentence[-1]] == [0, 1]


def test_a_path_goes_up_and_down(lay: Lay) -> None:
    sheet = lay("Okoye said that the talks failed.")
    said, okoye, failed, talks = (sheet.lower.index(word) for word in ("said", "okoye", "failed", "talks"))
    assert sheet.path(said, okoye, 5) == ">nsubj"
    assert sheet.path(failed, okoye, 5) == "<ccomp>nsubj"
    assert sheet.path(said, talks, 5) == ">ccomp>nsubj"
    assert sheet.path(said, said, 5) == ""
    assert sheet.path(said, talks, 1) is None


def test_no_path_leads_into_another_sentence(lay: Lay) -> None:
    sheet = lay("Okoye left. Hill stayed.")
    assert sheet.path(sheet.lower.index("okoye"), sheet.lower.index("hill"), 9) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It failed,” he said. “Badly.”", ["“ it failed , ”", "“ badly . ”"]),
        ('"It failed," he said.', ['" it failed , "']),
        ("He said: “It failed. It was over.", ["“ it failed . it was over ."]),  # goes on in the next paragraph
        ("Hill: ‘The plan is a bad one’", ["‘ the plan is a bad one ’"]),
        ("The ‘new’ plan of the ’90s", []),
        ("Nobody is quoted.", []),
    ],
)
def test_quotations(lay: Lay, text: str, expected: list[str]) -> None:
    sheet = lay(text)
    assert quoted(sheet) == expected
    assert sum(place >= 0 for place in sheet.quote) == sum(end - start for start, end in sheet.quotes)
