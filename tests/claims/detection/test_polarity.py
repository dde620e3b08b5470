from itertools import permutations

import pytest

from claims.detection.polarity import polarity
from claims.detection.reports import negated
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
