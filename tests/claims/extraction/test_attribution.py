"""Who says what: speakers, stances and the words that are said."""

import pytest

from claims.extraction import ExtractedClaim
from claims.vocabulary import SourceKind, Stance
from tests.claims.extraction.conftest import Read


def said(read: Read, text: str) -> list[tuple[str | None, str, str]]:
    return [
        (claim.speaker.name if claim.speaker else None, claim.stance.value, claim.text) for claim in read(text).claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian President Ada Okoye said that the talks had failed.",
            ("Ada Okoye", "asserts", "The talks had failed"),
        ),
        ("The talks had failed, Ada Okoye told reporters.", ("Ada Okoye", "asserts", "The talks had failed")),
        ("“The bridge was mined,” Ada Okoye said on Friday.", ("Ada Okoye", "asserts", "The bridge was mined")),
        ("According to the Interior Ministry, 12 ships sank.", ("Interior Ministry", "asserts", "12 ships sank")),
        ("Twelve ships sank, according to officials.", ("officials", "asserts", "Twelve ships sank")),
        ("Peskov denied that Putin had agreed to the plan.", ("Peskov", "denies", "Putin had agreed to the plan")),
        ("Moscow insists that its troops have left the town.", ("Moscow", "asserts", "Its troops have left the town")),
        ("The Kremlin said that the talks were over.", ("Kremlin", "asserts", "The talks were over")),
        (
            "White House officials said the letter had arrived.",
            ("White House officials", "asserts", "The letter had arrived"),
        ),
        ("The bridge was closed, as stated by spokesman Tom Hill.", ("Tom Hill", "asserts", "The bridge was closed")),
        ("The paper had quoted Tom Hill as saying that the radar failed.", ("Tom Hill", "asserts", "The radar failed")),
        ("The reporter asked whether the bridge was safe.", ("reporter", "questions", "The bridge was safe")),
        (
            "Ada Okoye vowed to end the war in the north.",
            ("Ada Okoye", "asserts", "Ada Okoye will end the war in the north"),
        ),
    ],
)
def test_speaker_stance_and_content(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [
        (name, stance, words.removeprefix("Whether ").strip()[:1].upper() + words.removeprefix("Whether ").strip()[1:])
        for name, stance, words in said(read, text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Okoye never said that the talks had failed.",
        "If the minister says that the talks have failed, the crowd will leave.",
        "The two sides met in Geneva on Friday.",
        "The rescuers found a home for the dogs.",
        "They called the plan “a mark of disgrace” in Geneva.",
    ],
)
def test_what_attributes_nothing(read: Read, text: str) -> None:
    assert all(claim.speaker is None for claim in read(text).claims)


def test_a_surname_and_an_office_are_the_person_named_elsewhere(read: Read) -> None:
    text = (
        "Prime Minister Ada Okoye flew home. Okoye said the deal was signed. The prime minister said it was a good one."
    )
    assert [name for name, _, _ in said(read, text)] == [None, "Ada Okoye", "Ada Okoye"]


def test_spellings_of_a_surname_find_the_full_name(read: Read) -> None:
    text = "Ukrainian President Volodymyr Zelenskyy spoke in Kyiv. Zelensky said the attack had been repelled."
    assert said(read, text)[-1][0] == "Volodymyr Zelenskyy"


def test_two_people_of_one_surname_are_not_merged(read: Read) -> None:
    text = "Ada Hill met Tom Hill in Oslo. Hill said the deal was signed."
    assert said(read, text)[-1][0] == "Hill"


def test_a_pronoun_speaker_is_the_last_one(read: Read) -> None:
    text = "Tom Hill said the deal was signed. He said the price was fair."
    assert [name for name, _, _ in said(read, text)] == ["Tom Hill", "Tom Hill"]


def test_kinds_of_speakers(read: Read) -> None:
    def kind(text: str) -> SourceKind | None:
        claims = read(text).claims
        return claims[0].speaker.kind if claims and claims[0].speaker else None

    assert kind("Tom Hill said the deal was signed.") is SourceKind.PERSON
    assert kind("Norway said the deal was signed.") is SourceKind.STATE
    assert kind("The defence ministry said the deal was signed.") is SourceKind.ORGANISATION
    assert kind("Local officials said the deal was signed.") is SourceKind.UNNAMED


def denial(read: Read, text: str) -> tuple[ExtractedClaim, ExtractedClaim]:
    claims = read(text).claims
    (denied,) = [claim for claim in claims if claim.stance is Stance.DENIES]
    assert denied.refers_to is not None
    return denied, claims[denied.refers_to]


def test_a_denial_of_these_claims_points_at_the_claim(read: Read) -> None:
    text = (
        "President Ada Okoye claimed that President Tom Hill is open to the plan. But the palace has publicly "
        "denied these claims, with spokesperson Lars Berg stating that foreign ships remain unwelcome."
    )
    denied, claim = denial(read, text)
    assert denied.speaker is not None
    assert denied.speaker.name == "palace"
    assert (denied.text, claim.text) == (
        "President Tom Hill is open to the plan",
        "President Tom Hill is open to the plan",
    )
    assert "Lars Berg" in [speaker.name for speaker in (item.speaker for item in read(text).claims) if speaker]


def test_a_reason_after_the_colon_is_not_what_is_denied(read: Read) -> None:
    text = "Tom Hill is open to the plan, Ada Okoye claimed. The palace denied this: the plan remains unacceptable."
    denied, claim = denial(read, text)
    assert denied.speaker is not None
    assert (denied.speaker.name, denied.text) == ("palace", claim.text)


def test_the_writer_can_call_a_claim_untrue_and_give_a_reason(read: Read) -> None:
    text = "Okoye suggested that Norway had started the war. However, this was untrue, since Sweden had invaded first."
    denied, claim = denial(read, text)
    assert denied.speaker is None
    assert claim.text == denied.text == "Norway had started the war"
    assert read(text).claims[-1].text == "Sweden had invaded first"


def test_an_echo_is_a_claim_of_its_own(read: Read) -> None:
    text = "Ada Okoye insisted that the alliance is no threat to Sweden, a claim echoed by envoy Tom Hill."
    first, echo = read(text).claims
    assert echo.speaker is not None
    assert (echo.speaker.name, echo.refers_to, echo.text) == ("Tom Hill", 0, first.text)


def test_a_sentence_inside_a_longer_quotation_has_its_speaker(read: Read) -> None:
    text = "“No such meeting occurred. Only our own people were present,” Ada Okoye wrote."
    assert [name for name, _, _ in said(read, text)] == ["Ada Okoye", "Ada Okoye"]


def test_lines_that_label_figures_name_their_source(read: Read) -> None:
    text = "Who says what about the turnout:\nOrganisers: 540,000\nPolice, at the peak: 180,000"
    found = [(claim.speaker.name, claim.measurements[0].measure) for claim in read(text).claims if claim.speaker]
    assert found == [("organisers", "crowd_size"), ("police", "crowd_size")]


def test_the_day_of_saying(read: Read) -> None:
    (claim,) = read("Ada Okoye said on Friday that the talks had failed.").claims
    assert str(claim.said_on) == "2025-02-21"
    (claim,) = read("The talks had failed in the end.").claims
    assert str(claim.said_on) == "2025-02-25"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The turnout was put at 40,000 by police.", ("police", "asserts", "The turnout was put at 40,000 by police")),
        ("By the ministry's count, 40 people died.", ("ministry", "asserts", "40 people died")),
        (
            "According to the president 541 of the victims died in Lund.",
            ("president", "asserts", "541 of the victims died in Lund"),
        ),
        ("A Finance Ministry report says that 12 ships sank.", ("Finance Ministry", "asserts", "12 ships sank")),
        (
            "Ada Okoye accused the troops of shelling the port.",
            ("Ada Okoye", "asserts", "The troops were shelling the port"),
        ),
        (
            "Ada Okoye accused Norway of having shelled the port.",
            ("Ada Okoye", "asserts", "Norway had shelled the port"),
        ),
        (
            "Ada Okoye denied an allegation that he took 3 million euros.",
            ("Ada Okoye", "denies", "Ada Okoye took 3 million euros"),
        ),
        ("The claim that 40 people died was denied by the ministry.", ("ministry", "denies", "40 people died")),
        ("The minister joked that the port had closed.", ("minister", "asserts", "The port had closed")),
    ],
)
def test_less_plain_ways_to_attribute(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(read, text)


def test_a_clause_before_a_colon_is_not_what_is_said(read: Read) -> None:
    text = "Such disputes are nothing new: in July 2003 organisers reported 500,000."
    assert "Such disputes are nothing new" not in [words for name, _, words in said(read, text) if name]


def test_only_who_can_speak_is_cited(read: Read) -> None:
    (claim,) = read("The talks had failed, Ada Okoye said, citing the importance of the port.").claims
    assert claim.speaker is not None
    assert claim.speaker.name == "Ada Okoye"


def test_a_document_of_nobody_speaks_for_itself(read: Read) -> None:
    (claim,) = read("The report says that 12 ships sank.").claims
    assert claim.speaker is not None
    assert claim.speaker.name == "report"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police put the turnout at 40,000 and organisers at 90,000.",
            [("police", "40,000"), ("organisers", "90,000")],
        ),
        (
            "The ministry's own estimate is far lower, at around 1,100 casualties.",
            [("ministry", "around 1,100 casualties")],
        ),
        ("Police put the losses at 40 ships and 300 men.", [("police", "40 ships"), ("police", "300 men")]),
        ("Their own estimate is far lower, at around 1,100 casualties.", [(None, "around 1,100 casualties")]),
    ],
)
def test_whose_figure_it_is(read: Read, text: str, expected: list[tuple[str | None, str]]) -> None:
    found = [
        (claim.speaker.name if claim.speaker else None, item.quote)
        for claim in read(text).claims
        for item in claim.measurements
    ]
    assert found == expected
