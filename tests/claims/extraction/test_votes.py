"""Outcomes, how states voted, bodies, symbols and sponsors."""

import pytest

from claims.extraction.bodies import body_of, identifiers, named_bodies, sponsors
from tests.claims.extraction.conftest import Measure, Read, value_of


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The resolution was adopted by the Assembly.", "adopted"),
        ("Parliament approved the bill after a long night.", "adopted"),
        ("The motion itself then passed by a wide margin.", "adopted"),
        ("The plan went through by 309 to 298.", "adopted"),
        ("MPs have voted down her deal for a second time.", "rejected"),
        ("Asked to approve the treaty, lawmakers threw it out.", "rejected"),
        ("The amendment failed to muster two-thirds.", "rejected"),
        ("The text fell short of the required two-thirds majority.", "rejected"),
        ("The resolution was not adopted.", "rejected"),
        ("The United States vetoed the draft resolution.", "vetoed"),
        ("The Assembly backed the resolution on the lake.", "adopted"),
        ("The amendment on fishing found no majority.", "rejected"),
        ("The Assembly passed not one resolution but two.", "adopted"),
    ],
)
def test_outcomes(measure: Measure, text: str, outcome: str) -> None:
    assert ("outcome", outcome) in measure(text)


@pytest.mark.parametrize(
    "text",
    [
        "The resolution would pass if it were put to the vote.",
        "They asked the members to approve the plan.",
        "The Council had failed four times to agree.",
        "The couple adopted a child.",
        "He failed the exam.",
        "Other proposals failed in the vote.",
        "Norway backed the resolution.",
    ],
)
def test_what_is_no_outcome(measure: Measure, text: str) -> None:
    assert not [value for name, value in measure(text) if name == "outcome"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine abstained in the vote.", {("Ukraine", "abstain")}),
        ("The United States voted against the resolution.", {("United States", "no")}),
        ("France and Japan voted in favour of the text.", {("France", "yes"), ("Japan", "yes")}),
        (
            "Germany and Italy joined Canada in abstaining on the motion.",
            {("Germany", "abstain"), ("Italy", "abstain"), ("Canada", "abstain")},
        ),
        ("India did not vote on the resolution.", {("India", "not_voting")}),
        ("In the vote ten countries, including Iran and Cuba, opposed it.", {("Iran", "no"), ("Cuba", "no")}),
        (
            "Those who refrained from voting were 44 countries, including Iraq and Chile.",
            {("Iraq", "abstain"), ("Chile", "abstain")},
        ),
        ('Peru voted "yes" on the amended text and Chile voted "no".', {("Peru", "yes"), ("Chile", "no")}),
        ("In the vote Peru abstained, and so did Chile.", {("Peru", "abstain"), ("Chile", "abstain")}),
        ("Peru voted against the resolution, as Chile did.", {("Peru", "no"), ("Chile", "no")}),
        ("The vote was close, and Peru was among those against.", {("Peru", "no")}),
        ("The vote was 40 in favour and 18 against, among them Peru and Chile.", {("Peru", "no"), ("Chile", "no")}),
        ("In the vote 18 opposed it: Chile, Peru and others.", {("Chile", "no"), ("Peru", "no")}),
        ("Sixty countries abstained in the vote, Chile and Peru included.", set()),
        ("In the vote 60 abstained, Chile and Peru included.", {("Chile", "abstain"), ("Peru", "abstain")}),
        ("Norway backed the resolution.", {("Norway", "yes")}),
    ],
)
def test_how_states_voted(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    claims = read(text).claims
    found = {
        (item.subject, value_of(item))
        for claim in claims
        for item in claim.measurements
        if item.measure == "vote_position"
    }
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Israel's ambassador voted with his feet.",
        "The United States opposed the war.",
        "Norway would vote against the resolution.",
        "Norway backed the rebels in the war.",
        "Norway was among those who came to the party.",
    ],
)
def test_what_is_no_vote_of_a_state(measure: Measure, text: str) -> None:
    assert not [value for name, value in measure(text) if name == "vote_position"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The UN General Assembly voted.", "UN General Assembly"),
        ("The UNGA voted.", "UN General Assembly"),
        ("a vote in the 15-member council", "UN Security Council"),
        ("the Security Council met before the General Assembly voted on it", "UN General Assembly"),
        ("Britain's parliament voted", "United Kingdom parliament"),
        ("MPs in the House of Commons rejected it", "House of Commons"),
        ("MPs rejected it", "parliament"),
        ("What it failed to get from the General Assembly, it got from the Security Council", "UN Security Council"),
        ("the text was adopted as S/RES/2774 (2025)", "UN Security Council"),
        ("the text was adopted as A/RES/ES-11/8", "UN General Assembly"),
        ("protesters filled Parliament Square", ""),
        ("the city council on housing met", ""),
    ],
)
def test_bodies(text: str, body: str) -> None:
    assert body_of(text) == body


def test_bodies_are_found_in_order_and_once() -> None:
    assert [name for _, name in named_bodies("The Security Council and the General Assembly")] == [
        "UN Security Council",
        "UN General Assembly",
    ]


def test_document_symbols() -> None:
    assert identifiers("A/RES/ES-11/8, S/RES/2774 and Resolution 1325 (2000), drafted as S/2025/112") == (
        "A/RES/ES-11/8",
        "S/RES/2774",
        "Resolution 1325",
        "S/2025/112",
    )
    assert identifiers("and/or the A/C of an aircraft; a resolution of 12 states") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This U.S.-drafted resolution won", {"United States"}),
        ("a Europe-backed resolution", {"European Union"}),
        ("a resolution led by France", {"France"}),
        ("a resolution, backed by Ukraine and the European Union, called", {"Ukraine", "European Union"}),
        ("Canada had tabled an amendment", {"Canada"}),
        ("the Russian-proposed amendment", {"Russia"}),
        ("The call, put forward by Jordan, went through", {"Jordan"}),
        ("the UN resolution and the Security Council draft", set()),
        ("The Assembly adopted Peru's resolution", {"Peru"}),
        ("the resolution that Peru had written with its allies", {"Peru"}),
        ("The rival resolution of Peru was adopted", {"Peru"}),
        ("They supported the Peruvian one", {"Peru"}),
        ("Peru abstained on its own text", {"Peru"}),
        ("The first resolution comes from Peru", {"Peru"}),
        ("the draft by Peru took in Norwegian amendments", {"Peru"}),
        ("Two amendments of Norway had been added to it", set()),
        ("A Norwegian amendment was rejected", {"Norway"}),
        ("Peru's fishermen went on strike", set()),
    ],
)
def test_sponsors(text: str, expected: set[str]) -> None:
    assert set(sponsors(text)) == expected
