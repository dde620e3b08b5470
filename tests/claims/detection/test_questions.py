import pytest

from claims.detection.questions import (
    LONGEST,
    asked,
    date_asked,
    outcome_asked,
    position_asked,
    tally_asked,
    time_asked,
    truth_asked,
    which_vote_asked,
)
from claims.detection.types import Happening
from tests.claims.detection.makers import ASSEMBLY, quake, vote

SYMBOL = vote(identifiers=["S/2025/112", "S/RES/2774 (2025)", "S/RES/2774"])
MADE = vote(title="UN General Assembly vote on the resolution of the United States (24 February 2025)")
AMENDMENT = vote(title='Council vote on the Norwegian "fish" amendment to draft S/2025/112')
BARE = vote(title="Vote on 24 February 2025", body="")
QUAKE = quake(title="Earthquake in Chile (27 February 2010)")
OTHER = quake(title="Hundreds have died on the coast after a night of rain")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (tally_asked(SYMBOL), "What was the count of the vote on S/RES/2774?"),
        (
            tally_asked(MADE),
            "What was the count of the vote on the resolution of the United States in the UN General Assembly?",
        ),
        (position_asked(SYMBOL, "United States"), "How did the United States vote on S/RES/2774?"),
        (time_asked(QUAKE, "contact lost"), "At what hour was the loss of contact in the earthquake in Chile?"),
        (time_asked(OTHER, "departure"), f"At what hour was the departure: {OTHER.title}?"),
        (position_asked(SYMBOL, "Ukraine"), "How did Ukraine vote on S/RES/2774?"),
        (outcome_asked(AMENDMENT), 'Was the Norwegian "fish" amendment to draft S/2025/112 adopted?'),
        (date_asked(SYMBOL), "When was the vote on S/RES/2774?"),
        (date_asked(QUAKE), "When was the earthquake in Chile?"),
        (asked(QUAKE, "killed", "person", "Chile"), "How many people were killed in the earthquake in Chile?"),
        (asked(QUAKE, "killed", "person", "Peru"), "How many people were killed (Peru) in the earthquake in Chile?"),
        (asked(QUAKE, "magnitude", "magnitude", ""), "What was the magnitude of the earthquake in Chile?"),
        (asked(OTHER, "missing", "", ""), f"How many people are missing: {OTHER.title}?"),
        (which_vote_asked({"United States"}, [SYMBOL, MADE]), "Which vote is meant by the United States' resolution?"),
        (which_vote_asked({"Norway"}, [AMENDMENT]), "Which vote is meant by Norway's amendment?"),
        (
            which_vote_asked({"Norway", "European Union"}, [MADE]),
            "Which vote is meant by the resolution of the European Union and Norway?",
        ),
        (which_vote_asked(set(), [SYMBOL, MADE]), "Which of the votes of 24 February 2025 is meant?"),
        (truth_asked("The minister is open to talks."), "Is it true that the minister is open to talks?"),
        (truth_asked("Peru is open to talks"), "Is it true that Peru is open to talks?"),
    ],
)
def test_questions(question: str, words: str) -> None:
    assert question == words


@pytest.mark.parametrize("happening", [SYMBOL, MADE, AMENDMENT, BARE, QUAKE, OTHER, vote(title="x " * 140)])
def test_questions_are_short(happening: Happening) -> None:
    for question in (
        tally_asked(happening), position_asked(happening, "United States"), outcome_asked(happening),
        date_asked(happening), asked(happening, "amount", "USD", "Norway"), asked(happening, "depth_km", "km", ""),
        truth_asked(happening.title * 3),
    ):  # fmt: skip
        assert len(question) <= LONGEST
        assert question.endswith("?")
        assert ASSEMBLY not in question or "resolution" in question or "text" in question
