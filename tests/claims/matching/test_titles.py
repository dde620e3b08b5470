import pytest

from claims.matching.titles import is_happening, listed, noun_of, short, with_article
from claims.vocabulary import EventKind


@pytest.mark.parametrize(
    ("kind", "terms", "noun"),
    [
        (EventKind.DISASTER, ["toll", "quake", "earthquake"], "earthquake"),
        (EventKind.ATTACK, ["earthquake", "shooting"], "shooting"),
        (EventKind.DISASTER, ["toll"], ""),
        (EventKind.ECONOMY, ["strike"], ""),
    ],
)
def test_noun(kind: EventKind, terms: list[str], noun: str) -> None:
    assert noun_of(kind, terms) == noun


def test_names_in_a_sentence() -> None:
    assert with_article("United States") == "the United States"
    assert with_article("Ukraine") == "Ukraine"
    assert listed(["Ukraine", "European Union", "Norway"]) == "Ukraine, the European Union and Norway"
    assert listed(["Norway"]) == "Norway"


def test_a_title_that_names_the_happening() -> None:
    assert is_happening("Earthquake and tsunami in Chile")
    assert not is_happening("The toll there falls")


def test_short() -> None:
    assert short("one  two", 20) == "one two"
    assert short("Earthquake in Chile, at night", 22) == "Earthquake in Chile…"
