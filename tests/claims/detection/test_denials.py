from typing import Any

import pytest

from claims.detection.denials import by_version, denied, denies_the_happening
from claims.detection.types import Report
from claims.vocabulary import Stance
from tests.claims.detection.makers import report

SAID = "Hansen met the king of Norway in Lima"


def found(*reports: Report) -> Report | None:
    """What the last of the reports denies."""
    return denied(reports[-1], {each.key: each for each in reports}, by_version(reports))


def said(text: str = SAID, source: str = "Army Radio", start: int = 0, version: int = 1) -> Report:
    return report(text, source=source, article=1, version=version, start=start)


@pytest.mark.parametrize(
    "text",
    [
        "No such meeting occurred",
        "There was no such meeting.",
        "“Nothing of the sort happened”",
        "That is not true",
        "These reports are completely false",
        "It never happened",
        "He made no such meeting",
    ],
)
def test_bare_words_deny_what_was_said_before(text: str) -> None:
    claimed = said()
    assert found(claimed, said(text, "The minister", start=100)) is claimed


@pytest.mark.parametrize(
    "text",
    ["No such agreement was made", "That is not true of Peru", "It was not cold", "He met no such person in Oslo"],
)
def test_words_that_deny_something_else_are_left_alone(text: str) -> None:
    assert found(said(), said(text, "The minister", start=100)) is None


def test_only_somebody_elses_words_soon_before() -> None:
    bare = said("That is not true", "The minister", start=5000)
    assert found(said(start=4900, source="The minister"), bare) is None
    assert found(said(start=10), bare) is None
    assert found(said(start=4900, version=2), bare) is None
    assert found(said(start=4900, source=""), bare) is None
    nearer = said("Hansen went home", start=4950)
    assert found(said(start=4900), nearer, bare) is nearer


def test_what_extraction_has_linked() -> None:
    claimed = said()
    linked: dict[str, Any] = {"article": 1, "version": 1, "start": 90, "refers_to": claimed.key}
    denial = report(SAID, source="The minister", stance=Stance.DENIES, **linked)
    assert found(claimed, denial) is claimed
    assert found(claimed, report(SAID, source="The minister", **linked)) is None  # an echo


def test_what_was_only_asked_is_not_denied() -> None:
    asked = report(SAID, source="Army Radio", article=1, version=1, stance=Stance.QUESTIONS)
    assert found(asked, said("That is not true", "The minister", start=100)) is None


def test_what_says_that_nothing_took_place() -> None:
    for words in ("No such meeting occurred", "There were no secret talks between the two", "No deal was signed"):
        assert denies_the_happening(report(words)), words
    for words in ("They did not meet in Lima", "There were no talks in Lima", "Nobody spoke at the meeting"):
        assert not denies_the_happening(report(words)), words
