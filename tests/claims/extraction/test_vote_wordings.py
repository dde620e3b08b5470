"""Votes as newspapers word them beyond the plain tally: counts in words, parts of a body, margins, fates, lists."""

import time

import pytest

from claims.extraction.margins import find_margins
from claims.extraction.tallies import find_tallies
from claims.extraction.vote_words import ABSTAIN, AGAINST, FOR, NOT_VOTING
from claims.vocabulary import Comparator
from tests.claims.extraction.conftest import Measure, Read, value_of

F, A, B, N = FOR, AGAINST, ABSTAIN, NOT_VOTING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not a single senator opposed the bill.", {A: 0}),
        ("The bill passed without a dissenting vote.", {A: 0}),
        ("The council passed the plan by 31 votes to nothing.", {F: 31, A: 0}),
        ("The board approved the merger unanimously.", {A: 0}),
        ("The plan passed unanimously, with 31 votes in favour.", {F: 31, A: 0}),
        ("Nobody but Norway voted against the text.", {A: 1}),
        ("Only Norway and Peru abstained in the vote.", {B: 2}),
        ("Peru alone opposed the resolution.", {A: 1}),
        ("Peru was the only country to vote against.", {A: 1}),
        ("The only vote against came from Peru.", {A: 1}),
        ("Norway and four other countries voted against the resolution.", {A: 5}),
        ("Norway, Peru and 12 others abstained in the vote.", {B: 14}),
        ("Six countries joined Peru in voting against the text.", {A: 7}),
        ("Norway voted for the text alongside 152 other countries.", {F: 153}),
        ("All but three of the 40 members voted for the budget.", {F: 37}),
        ("The committee was tied at 22 all when it voted.", {F: 22, A: 22}),
        ("Councillors were split, 20 votes each.", {F: 20, A: 20}),
        ("All 90 deputies present voted on Tuesday to lift the ban.", {F: 90}),
        ("52 senators voted to convict, 48 to acquit.", {F: 52, A: 48}),
        ("It was 204 yes and 85 no, and three abstained.", {F: 204, A: 85, B: 3}),
        ("With 192 votes and none against, the motion passed.", {F: 192, A: 0}),
        ("It passed with 13 votes and two abstentions.", {F: 13, B: 2}),
        ("By 12 votes against 8 the committee endorsed the report.", {F: 12, A: 8}),
        ("The text was passed by 278 votes, against 94.", {F: 278, A: 94}),
        ("Yes: 310 No: 205 Abstentions: 12 in the vote", {F: 310, A: 205, B: 12}),
        ("Ayes 307, noes 298.", {F: 307, A: 298}),
        ("Thirty lawmakers boycotted the vote.", {N: 30}),
        ("In the vote the other 30 stayed away.", {N: 30}),
        ("The package passed with 41 of 69 votes.", {F: 41}),
        ("Sixty countries - fewer than hoped - and then 70 nations - voted for the resolution", {F: 70}),
        ("Deputies approved the decree at second reading with 228 votes.", {F: 228}),
        ("The text won the backing of 124 countries while 14 opposed it in the vote.", {F: 124, A: 14}),
        ("The motion was supported by only 195 members of the 300-seat house.", {F: 195}),
        ("The ban was upheld in a vote of six judges to three.", {F: 6, A: 3}),
        ("The vote was 13-0, China and Peru abstaining.", {F: 13, A: 0, B: 2}),
    ],
)
def test_counts_in_the_words_of_the_news(text: str, expected: dict[str, int]) -> None:
    (tally,) = find_tallies(text)
    assert {part.measure: int(part.value) for part in tally.parts} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MPs voted by 391 to 242 against the deal.", {A: 391, F: 242}),
        ("Lawmakers voted 391-242 to reject the treaty.", {A: 391, F: 242}),
        ("The motion to reject the bill was carried by 324 votes to 312.", {F: 324, A: 312}),
        ("After MPs rejected the amendment, the bill passed by 310 to 205.", {F: 310, A: 205}),
        ("The country was thrown out of the council by 93 votes to 24.", {F: 93, A: 24}),
        ("The Assembly rejected the annexation by 143 votes to 5.", {F: 143, A: 5}),
    ],
)
def test_which_side_the_larger_number_is_on(text: str, expected: dict[str, int]) -> None:
    (tally,) = find_tallies(text)
    assert {part.measure: int(part.value) for part in tally.parts} == expected


@pytest.mark.parametrize(
    "text",
    [
        "All but three members voted for the budget.",
        "The union says 93 percent of its 12,000 members voted for a walkout.",
        "The bill needs 60 votes for passage.",
        "The motion was debated by 12 members for three hours.",
        "The army lost 300 men and 12 against the rebels.",
        "After the vote 5,000 workers walked out.",
        "The plan came to nothing.",
        "No one but the mayor spoke before the vote.",
        "Only Conservatives voted for the bill.",
        "The fans were tied at two all in the match.",
    ],
)
def test_what_counts_no_votes(text: str) -> None:
    assert find_tallies(text) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Fifteen members of the Green group voted for the law.", "members of the Green group"),
        ("Twenty-one of the minister's own lot voted in favour.", "minister's own lot"),
        ("Fourteen rebel MPs voted against the bill.", "rebel MPs"),
        ("Fifteen members of the council voted for the law.", ""),
    ],
)
def test_a_part_of_a_body_is_named(text: str, subject: str) -> None:
    (tally,) = find_tallies(text)
    assert tally.subject == subject


def test_counts_of_two_motions_in_one_sentence_stay_apart() -> None:
    tallies = find_tallies("The amendment failed with 120 against, while the bill got 300 votes in favour.")
    assert [[int(part.value) for part in tally.parts] for tally in tallies] == [[120], [300]]


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("It was a lead of no more than 2,000 votes.", 2000, Comparator.AT_MOST),
        ("The difference came to 10,555 votes.", 10555, Comparator.EXACT),
        ("By ten thousand votes, give or take, the town chose to stay.", 10000, Comparator.APPROX),
        ("The government lost the division by 58 votes.", 58, Comparator.EXACT),
        ("He held the seat with a 36-vote majority.", 36, Comparator.EXACT),
        ("The motion came within a dozen votes of success.", 12, Comparator.EXACT),
        ("Her motion was carried by a single vote.", 1, Comparator.EXACT),
        ("She is 300 votes ahead.", 300, Comparator.EXACT),
    ],
)
def test_margins(text: str, value: int, comparator: Comparator) -> None:
    (margin,) = find_margins(text)
    assert (int(margin.value), margin.comparator) == (value, comparator)


@pytest.mark.parametrize(
    "text",
    [
        "It was adopted by 336 votes to 300.",
        "It was adopted by 93 votes.",
        "An absolute majority of 251 votes was needed.",
        "He bought 300 votes.",
        "The team won by 12 points before the vote.",
    ],
)
def test_what_is_no_margin(text: str) -> None:
    assert find_margins(text) == []


def test_a_majority_that_is_needed_is_no_margin(measure: Measure) -> None:
    found = measure("The motion got 114 votes, short of the absolute majority of 133 needed.")
    assert "margin" not in {name for name, _ in found}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Parliament gave its final approval to the law.", "adopted"),
        ("Lawmakers on Monday signed off on the budget.", "adopted"),
        ("The bill cleared the Senate after midnight.", "adopted"),
        ("The U.N. General Assembly condemned the annexation.", "adopted"),
        ("The General Assembly on Monday rejected the annexation of the island.", "adopted"),
        ("The Senate impeached the governor.", "adopted"),
        ("Lawmakers voted on Tuesday to lift the ban.", "adopted"),
        ("The council voted against the plan.", "rejected"),
        ("A first attempt to impeach him came to nothing.", "rejected"),
        ("The motion was declared void for want of a quorum.", "rejected"),
        ("The government lost the vote by two to one.", "rejected"),
        ("She survived a no-confidence vote on Monday.", "rejected"),
        ("He was toppled in a no-confidence vote.", "adopted"),
    ],
)
def test_fates_in_set_phrases(measure: Measure, text: str, outcome: str) -> None:
    assert ("outcome", outcome) in measure(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bill would win the approval of parliament.",
        "Their search for the wreck came to nothing.",
        "The union condemned the attack on its members.",
        "Twelve senators voted to lift the ban.",
        "If the minister stays away, the bill fails.",
        "The mayor removed three officers.",
    ],
)
def test_what_is_no_fate(measure: Measure, text: str) -> None:
    assert not [value for name, value in measure(text) if name == "outcome"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway, long counted among the doubters, voted for the resolution.", {("Norway", "yes")}),
        ("There were 35 abstentions in the vote, including Peru's.", {("Peru", "abstain")}),
        ("In the vote Peru then changed its abstention to a yes.", {("Peru", "yes")}),
        ("Peru was the only country to vote against.", {("Peru", "no")}),
        ("Peru was one of ten countries that voted against.", {("Peru", "no")}),
        ("Peru cast the only dissenting vote.", {("Peru", "no")}),
        ("Peru changed its plan for the vote to a simpler one.", set()),
        ("There were 35 abstentions in the vote, including Peru's envoy.", set()),
    ],
)
def test_how_states_are_said_to_have_voted(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    found = {
        (item.subject, value_of(item))
        for claim in read(text).claims
        for item in claim.measurements
        if item.measure == "vote_position"
    }
    assert found == expected


def test_a_list_that_completes_the_membership_is_a_count(measure: Measure) -> None:
    text = (
        "Nine of the thirteen members voted in favour. Peru, Chile and Norway abstained. Nobody but Cuba voted against."
    )
    assert {("votes_for", 9), ("abstentions", 3), ("votes_against", 1)} <= set(measure(text))


def test_a_list_that_may_be_a_part_is_no_count(measure: Measure) -> None:
    text = "Nine of the twenty members voted in favour. Peru, Chile and Norway abstained."
    assert "abstentions" not in {name for name, _ in measure(text)}


def test_a_paragraph_after_one_about_a_vote_may_count_votes(measure: Measure) -> None:
    assert ("votes_against", 10) in measure("The Senate adopted the resolution on Monday.\n\nTen members opposed it.")
    assert "votes_against" not in {name for name, _ in measure("The fair opened on Monday.\n\nTen members opposed it.")}


@pytest.mark.parametrize(
    "text",
    [
        "Aa " * 1500,
        "Peru, " * 700 + "voted against",
        "9 " * 2000 + "voted against",
        "voted by 9 to " * 400,
        "the amendment but " * 250 + "7 against",
        "A'" * 2000 + " vote",
        "only Peru and " * 300 + "abstained",
        "with Peru, " * 400 + "abstaining in the vote 9-3",
    ],
)
def test_the_time_grows_with_the_text(text: str) -> None:
    started = time.process_time()
    find_tallies(text, in_vote=True)
    find_margins(text + " votes")
    assert time.process_time() - started < 2  # seconds, for what takes milliseconds: a search that explodes takes hours
