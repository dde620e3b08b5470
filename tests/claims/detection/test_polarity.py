import random
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.detection.polarity import polarity
from claims.detection.reports import negated
from claims.detection.types import Finding, Report
from claims.vocabulary import Gate, Modality, Resolution, Stance
from tests.claims.detection.makers import DAY, report

CLAIM = "President Putin is open to European peacekeepers in Ukraine"


def test_a_denial_within_one_article() -> None:
    claimed = report(CLAIM, source="Donald Trump", article=1, version=1, start=0)
    denied = report(
        CLAIM, source="Kremlin", article=1, version=1, start=200, stance=Stance.DENIES, refers_to=claimed.key
    )
    (found,) = polarity([denied, claimed])
    assert found.gate is Gate.REAL
    assert [(each.key, each.figures) for each in found.positions] == [
        ("yes", {"polarity": "yes"}),
        ("no", {"polarity": "no"}),
    ]
    assert "Donald Trump" in found.explanation
    assert "Kremlin" in found.explanation


def test_the_same_words_with_a_negation() -> None:
    yes = report("The Saudi crown prince met the Israeli prime minister in Neom")
    no = report("The Saudi crown prince never met the Israeli prime minister in Neom")
    (found,) = polarity([yes, no])
    assert {member.report for each in found.positions for member in each.members} == {yes.key, no.key}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ukraine will join the alliance after the war", "Ukraine did not receive the promised weapons before the war"),
        ("The membership of Ukraine is off the table", "The membership of Ukraine is not on the table"),
        ("The Assembly adopted the resolution of Ukraine", "The Assembly adopted the resolution of Ukraine"),
        ("Russia never attacked Ukraine with tanks", "Russia never attacked Georgia with tanks"),
    ],
)
def test_what_only_shares_its_topic_is_left_alone(one: str, other: str) -> None:
    assert polarity([report(one), report(other)]) == []


def sides(finding: Finding) -> dict[str, set[int]]:
    return {position.key: {member.report for member in position.members} for position in finding.positions}


def test_one_question_for_all_who_affirm_and_deny_it() -> None:
    """Two outlets tell it, a minister denies it in the first, and a third outlet quotes a denial of its own."""
    radio = report(
        "Prime Minister Ola Hansen of Norway flew to Lima in secret and met President Ana Silva",
        source="Radio", article=1, version=1, start=0, event=None,
    )  # fmt: skip
    bare = report("No such meeting occurred", source="The minister", article=1, version=1, start=200, event=None)
    other = report("Hansen and an aide flew in secret from Oslo to Lima to see the president", event=None)
    third = report("No official of Norway met President Ana Silva", source="The palace", event=None)
    aside = report("Foreign Secretary Per Lund met President Ana Silva in Lima", event=None)
    (found,) = polarity([radio, bare, other, third, aside])
    assert sides(found) == {"yes": {radio.key, other.key}, "no": {bare.key, third.key}}


def test_opposite_words() -> None:
    yes, no = report("The court in Lima acquitted Hansen"), report("The court in Lima convicted Hansen on Monday")
    (found,) = polarity([yes, no])
    assert found.score == 0.85
    assert set(map(frozenset, sides(found).values())) == {frozenset({yes.key}), frozenset({no.key})}


def test_who_denies_what_another_outlet_affirms() -> None:
    yes = report("Peru signed the treaty with Chile in Lima")
    no = report("Peru signed the treaty with Chile", source="Kovac", stance=Stance.DENIES)
    assert [sides(found) for found in polarity([yes, no])] == [{"yes": {yes.key}, "no": {no.key}}]


def test_what_has_not_happened_yet_may_happen_later() -> None:
    before = report("Peru has not yet signed the treaty with Chile", published_on=DAY.replace(day=1))
    (found,) = polarity([before, report("Peru signed the treaty with Chile", published_on=DAY)])
    assert (found.gate, found.suggested) == (Gate.APPARENT, Resolution.DIFFERENT_AS_OF)


def test_reports_far_apart_in_time_are_not_compared() -> None:
    no = report("Peru never signed the treaty with Chile", event=None, published_on=DAY.replace(year=2024))
    assert polarity([no, report("Peru signed the treaty with Chile", event=None)]) == []
    assert polarity([report(no.text, event=None), report("Peru signed the treaty with Chile", event=None)])


def test_copies_of_one_text_do_not_contradict_each_other() -> None:
    yes = report("Peru signed the treaty with Chile", origin="article-7")
    assert polarity([yes, report("Peru never signed the treaty with Chile", origin="article-7")]) == []


@pytest.mark.parametrize(
    "text", ["We should sign the treaty with Chile", "Peru must sign it", "I want peace with Chile in Peru"]
)
def test_to_deny_a_demand_is_no_contradiction(text: str) -> None:
    claimed = report(text, source="An adviser")
    assert polarity([claimed, report(text, source="Kovac", stance=Stance.DENIES, refers_to=claimed.key)]) == []


TEXTS = st.sampled_from(
    [
        "Peru signed the treaty with Chile in Lima",
        "Peru never signed the treaty with Chile",
        "Peru refused to sign the treaty with Chile",
        "No such treaty was made",
        "Parliament accepted the treaty of Peru with Chile",
        "Parliament rejected the treaty of Peru with Chile",
        "Hansen met Ana Silva in Lima",
        "Nobody met Ana Silva in Lima",
    ]
)
REPORTS = st.builds(
    lambda text, article, source, event, stance, start: report(
        text, article=article, version=article, source=source, event=event, stance=stance, start=start
    ),
    TEXTS,
    st.integers(1, 4),
    st.sampled_from(["", "Kovac", "Silva"]),
    st.sampled_from([None, 1, 2]),
    st.sampled_from([Stance.ASSERTS, Stance.DENIES]),
    st.integers(0, 3).map(lambda place: place * 100),
)


@settings(max_examples=60)
@given(st.lists(REPORTS, max_size=6), st.randoms())
def test_the_order_never_matters_and_nothing_is_found_twice(reports: list[Report], dice: random.Random) -> None:
    found = polarity(reports)
    shuffled = [*reports]
    dice.shuffle(shuffled)
    assert polarity(shuffled) == found == polarity(reports)
    for finding in found:
        members = sides(finding)
        assert members["yes"]
        assert members["no"]
        assert not members["yes"] & members["no"]


def test_questions_forecasts_and_judgements_are_left_alone() -> None:
    claimed = report("It was ridiculous for Russia to talk about peace", source="An adviser")
    denial = report(claimed.text, source="White House", stance=Stance.DENIES, refers_to=claimed.key)
    assert polarity([claimed, denial]) == []
    fact = report(CLAIM, source="Donald Trump", modality=Modality.PROJECTED)
    assert polarity([fact, report(f"{CLAIM}: no", source="Kremlin")]) == []
    asked = report(CLAIM, stance=Stance.QUESTIONS)
    assert polarity([asked, report(CLAIM, stance=Stance.DENIES, refers_to=asked.key)]) == []


def test_a_quotation_within_its_own_sentence_is_no_opposite() -> None:
    whole = report(
        "Kellogg said that it is not on the table: Ukraine in the alliance",
        source="Kellogg",
        article=1,
        version=1,
        start=0,
    )
    part = report(
        "Kellogg said that it is on the table: Ukraine in the alliance", source="Price", article=1, version=1, start=10
    )
    assert polarity([whole, part]) == []


def test_one_speaker_at_two_times_changed_position() -> None:
    before = report(
        "Germany will send Taurus missiles to Ukraine now", source="The chancellor", said_on=DAY.replace(day=1)
    )
    after = report("Germany will not send Taurus missiles to Ukraine now", source="The chancellor", said_on=DAY)
    (found,) = polarity([before, after])
    assert (found.gate, found.suggested) == (Gate.APPARENT, Resolution.POSITION_CHANGED)


def test_the_order_does_not_matter() -> None:
    reports = [
        report("The Saudi crown prince met the Israeli prime minister in Neom"),
        report("The Saudi crown prince never met the Israeli prime minister in Neom"),
        report("The Saudi crown prince met the Israeli prime minister in Neom secretly"),
    ]
    assert len({str(polarity(list(order))) for order in permutations(reports)}) == 1


def test_negation() -> None:
    assert negated("No such meeting occurred")
    assert negated("They didn't vote")
    assert not negated("It was not without consequences")
    assert not negated("The No. 1 producer met them")
