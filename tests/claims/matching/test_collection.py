"""Texts judged by the company they keep."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.matching.collection import Collection
from claims.matching.likeness import likeness, rarity
from claims.matching.wordings import Wording, wording

FIRST = [
    "Ana Torres will host the harbour festival on 12 May, the council announced on Friday.",
    "Ana Torres was picked to host the harbour festival.",
    "The council picked Torres as host of the festival on Friday.",
    "Torres, who will host the festival for a first time, thanked the council.",
]
SECOND = [
    "Jon Lund will host the harbour festival on 9 June, the council announced on Monday.",
    "Jon Lund was picked to host the harbour festival.",
    "The council picked Lund as host of the festival on Monday.",
    "Lund, who will host the festival for a second time, thanked the council.",
]
ELSEWHERE = ["A quake of magnitude 6.1 shook the island of Samo.", "Quake shakes Samo island, 40 dead."]
EVERY = [wording(text) for text in (*FIRST, *SECOND, *ELSEWHERE)]


def test_two_texts_are_known_by_the_company_they_keep() -> None:
    """The two share hardly a word, but one is like the reports of Torres and the other is too."""
    collection = Collection(EVERY)
    one, same, other = wording(FIRST[0]), wording(FIRST[3]), wording(SECOND[3])
    assert collection.likeness(one, same).score > collection.likeness(one, other).score
    assert collection.company(one, same) > 0 > collection.company(one, other)
    assert "company" in collection.likeness(one, same).reasons
    assert "-company" in collection.likeness(one, other).reasons


def test_reports_of_another_story_are_not_the_same() -> None:
    collection = Collection(EVERY)
    assert collection.likeness(wording(FIRST[0]), wording(ELSEWHERE[0])).score < 0.2


def test_without_others_the_texts_themselves_decide() -> None:
    one, other = wording(FIRST[0]), wording(FIRST[1])
    alone = likeness(one, other, among=rarity([one, other]))
    judged = Collection([one, other]).likeness(one, other)
    assert judged.score == pytest.approx(alone.score)
    assert judged.reasons == alone.reasons


def test_a_text_beside_itself() -> None:
    one = wording(FIRST[0])
    assert Collection([one, one]).likeness(one, one).score > 0.8


@settings(deadline=None, max_examples=20)
@given(st.permutations(EVERY))
def test_the_order_of_the_texts_does_not_matter(texts: list[Wording]) -> None:
    one, other = EVERY[0], EVERY[5]
    expected = Collection(EVERY).likeness(one, other)
    found = Collection(texts).likeness(one, other)
    assert found == expected
    assert Collection(texts).likeness(other, one).score == pytest.approx(expected.score)


def test_a_text_that_is_not_in_the_collection_is_an_error() -> None:
    with pytest.raises(KeyError):
        Collection(EVERY).likeness(EVERY[0], wording("Something else."))


def test_texts_without_words_are_alike_to_nothing() -> None:
    empty = wording("...")
    assert Collection([empty, EVERY[0]]).likeness(empty, EVERY[0]).score < 0.5
