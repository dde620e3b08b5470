"""Vote tallies in the wordings of the news, and what only looks like one."""

import pytest

from claims.extraction.tallies import find_tallies
from claims.extraction.vote_words import ABSTAIN, AGAINST, FOR, NOT_VOTING

F, A, B, N = FOR, AGAINST, ABSTAIN, NOT_VOTING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took 97 votes in favor; 60 states abstained and eight were against it", {F: 97, B: 60, A: 8}),
        ("It was adopted 97-18 with 65 abstentions", {F: 97, A: 18, B: 65}),
        ("The vote was 97–8–60.", {F: 97, A: 8, B: 60}),
        ("The text passed with 10 votes in favor, and 5 abstentions", {F: 10, B: 5}),
        ("118 votes in favour, 14 against and 44 abstentions", {F: 118, A: 14, B: 44}),
        ("carried by 10 votes to none with five abstentions", {F: 10, A: 0, B: 5}),
        ("adopted by a vote of 138 to 7, with 32 abstentions", {F: 138, A: 7, B: 32}),
        ("The draft received 97 yes votes", {F: 97}),
        ("They voted unanimously 15-0", {F: 15, A: 0}),
        ("10 members voted for the text while five abstained", {F: 10, B: 5}),
        ("the count was 84 for, 55 against, with 23 abstentions", {F: 84, A: 55, B: 23}),
        ("Those who refrained from voting were 44 countries", {B: 44}),
        ("In that vote the opposition was of fourteen", {A: 14}),
        ("Thirty-one abstained", {B: 31}),
        ("Lawmakers heard that there were no abstentions and 14 countries did not vote", {B: 0, N: 14}),
        ("It got its 118 votes", {F: 118}),
        ('one of just 10 members to vote "no"', {A: 10}),
        ("The motion fell: yes 12, no 30, for: 12", {}),
        ("Abstentions: 5; against: 3; all others voted for", {B: 5, A: 3}),
        ("The vote: Norway abstained, together with 22 others", {B: 23}),
        ("more than 420 of a possible 640 votes went against the deal", {A: 420}),
        ("The Senate approved the bill 52-48", {F: 52, A: 48}),
        ("There were 331 against the deal and 272 for it", {A: 331, F: 272}),
        ("13 in favour, none against and two abstentions", {F: 13, A: 0, B: 2}),
        ("The House passed it 218-210", {F: 218, A: 210}),
    ],
)
def test_tallies_are_read_whole(text: str, expected: dict[str, int]) -> None:
    tallies = find_tallies(text)
    if not expected:
        assert all(len(tally.parts) < 3 for tally in tallies)
        return
    assert len(tallies) == 1
    assert {part.measure: int(part.value) for part in tallies[0].parts} == expected


@pytest.mark.parametrize(
    "verb", ["rejected the deal", "threw the deal out", "voted the deal down", "defeated the bill"]
)
def test_what_lost_had_the_larger_number_against_it(verb: str) -> None:
    (tally,) = find_tallies(f"MPs {verb} by 310 votes to 205.")
    assert {part.measure: int(part.value) for part in tally.parts} == {A: 310, F: 205}


def test_what_failed_for_want_of_two_thirds_had_the_larger_number_for_it() -> None:
    (tally,) = find_tallies("The amendment failed 88-55, short of two-thirds.")
    assert {part.measure: int(part.value) for part in tally.parts} == {F: 88, A: 55}


@pytest.mark.parametrize(
    "text",
    [
        "They won 3-1 in the cup match",
        "He built 20 houses for the poor",
        "Lawmakers voted for the 3rd time",
        "talks to end the three-year war",
        "It rose from 5 to 7 in the vote count",
        "The 2021-22 budget was approved",
        "prices rose by 3 to 4 percent after the bill passed",
        "no one said anything",
        "a 15-member council",
    ],
)
def test_what_is_no_tally(text: str) -> None:
    assert find_tallies(text) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("seven European countries abstained in the vote", "European countries"),
        ("18 Republicans voted against", "Republicans"),
        ("In the vote 12 Labour MPs voted against the motion", "Labour MPs"),
    ],
)
def test_a_named_part_of_the_voters_is_a_group_of_its_own(text: str, subject: str) -> None:
    (tally,) = find_tallies(text)
    assert tally.subject == subject


def test_a_named_part_does_not_enter_the_tally_around_it() -> None:
    tallies = find_tallies("It passed with 97 in favour and 60 abstentions; five African states abstained")
    assert [(tally.subject, len(tally.parts)) for tally in tallies] == [("", 2), ("African states", 1)]


def test_two_votes_in_one_sentence_are_two_tallies() -> None:
    tallies = find_tallies(
        "The first text got 97 votes in favour and 18 against, the second 91 in favour and 8 against"
    )
    assert [[int(part.value) for part in tally.parts] for tally in tallies] == [[97, 18], [91, 8]]


def test_named_voters_fill_a_role_without_a_number() -> None:
    (tally,) = find_tallies("The vote in the 15-member council was 13-1, with the United Kingdom abstaining.")
    assert {part.measure: int(part.value) for part in tally.parts} == {F: 13, A: 1, B: 1}


def test_weak_words_count_after_a_sentence_about_a_vote() -> None:
    assert find_tallies("Ten countries opposed it.", in_vote=True)
    assert not find_tallies("Ten countries opposed it.")


def test_who_backs_a_text_votes_for_it() -> None:
    (tally,) = find_tallies("The resolution was backed by 89 countries, with 8 against and 70 abstentions.")
    assert {part.measure: int(part.value) for part in tally.parts} == {F: 89, A: 8, B: 70}
    assert find_tallies("It was supported by 89 countries.", in_vote=True)
    assert not find_tallies("The campaign was supported by 89 countries.")
    assert not find_tallies("The resolution was backed by 89 million dollars.")


def test_the_whole_is_kept() -> None:
    (tally,) = find_tallies("420 of a possible 640 votes went against the deal")
    assert tally.parts[0].total == 640
