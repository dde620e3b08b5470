import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.detection.opposites import bare, senses
from claims.detection.opposition import of_one_happening, opposed, repeated
from claims.detection.propositions import proposition
from claims.detection.wording import stem

MET = "Norwegian Prime Minister Ola Hansen flew to Lima and met President Ana Silva"
VOCABULARY = """
Peru Chile Hansen minister envoy met meeting signed treaty rejected accepted no not never nobody denied that failed to
but , in Lima two three 3 will would without all agreed refused unhurt hurt said by plan
"""
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, max_size=14).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # negation
        ("Peru signed the treaty with Chile in Lima", "Peru did not sign the treaty with Chile"),
        ("Peru signed the treaty with Chile in Lima", "Peru never signed any treaty with Chile"),
        ("Three ministers attended the opening in Lima", "Nobody attended the opening in Lima"),
        (MET, "No Norwegian official has met with President Ana Silva"),
        (MET, "No Norwegian official met Silva"),
        ("All members of the Senate attended the session", "No member of the Senate attended the session"),
        ("The court approved the plan with a warrant", "The court approved the plan without a warrant"),
        ("Ukraine's membership of the League is on the table", "Ukraine's membership of the League is off the table"),
        # what is denied in so many words
        ("Peru had signed the treaty with Chile", "Kovac denied that Peru had signed the treaty with Chile"),
        ("Peru signed the treaty with Chile", "It is not true that Peru signed the treaty with Chile"),
        ("Peru paid the ransom to the gang", "Contrary to earlier reports that Peru paid the ransom to the gang"),
        ("Peru signed the treaty with Chile", "A report that Peru signed the treaty with Chile is false"),
        ("Peru had signed the treaty with Chile", "That Peru had signed the treaty with Chile, Kovac flatly denied"),
        ("Peru signed the treaty with Chile", "The army called reports that Peru signed the treaty with Chile a lie"),
        # one act in other words
        ("President Ola Hansen spoke with Ana Silva on Monday", "There was no conversation between Silva and Hansen"),
        ("Hansen talked to Silva on the phone", "Lima was not aware of any phone call between Silva and Hansen"),
        ("Hansen has promised Silva to leave Lima in May", "Hansen gave no assurance of any kind"),
        ("Peru and Chile have agreed to a ceasefire", "There is no agreement on any truce"),
        ("Blocks of flats were hit in Lima and Arica", "No residential buildings were hit"),
        ("Prime Minister Hansen has decided to resign from office", "It is not true that Hansen is about to step down"),
        # implicatives
        ("Peru signed the treaty with Chile in Lima", "Peru failed to sign the treaty with Chile in Lima"),
        ("Peru managed to sign the treaty with Chile", "Peru did not sign the treaty with Chile"),
        ("Peru agreed to sign the treaty with Chile", "Peru refused to sign the treaty with Chile"),
        # opposites
        ("Parliament accepted the budget of Peru in May", "Parliament rejected the budget of Peru"),
        ("The central bank raised its rate", "The central bank cut its rate in May"),
        ("Exports of copper rose in Chile", "Exports of copper fell in Chile"),
        ("Hansen survived the crash near Lima", "Hansen died in the crash near Lima"),
        ("The border with Chile was open on Sunday", "The border with Chile was closed on Sunday"),
        ("The pilot was hurt in the crash", "The pilot was unhurt in the crash"),
        ("The court in Lima convicted Hansen", "The court in Lima acquitted Hansen"),
    ],
)
def test_what_excludes_the_other(one: str, other: str) -> None:
    assert opposed(one, other, close=True) == 1
    assert opposed(other, one, close=True) == -1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hansen spoke with Silva on Monday", "There was no meeting between Silva and Hansen"),  # by phone, perhaps
        ("Hansen spoke with Silva on Monday", "There was no conversation between Silva and Kovac"),
        ("Hansen plans to leave Lima in May", "Hansen gave no assurance of any kind"),
        ("Peru and Chile agreed to meet in May", "There is no agreement on any truce"),
        ("Peru signed the treaty", "Peru did not sign the treaty in Lima"),  # elsewhere, perhaps
        ("Peru signed the treaty with Chile", "Bolivia did not sign the treaty with Chile"),
        ("Peru signed the treaty with Chile", "Peru did not only sign the treaty with Chile"),
        ("Peru plans to sign the treaty with Chile", "Peru did not sign the treaty with Chile"),
        ("Peru would sign the treaty with Chile", "Peru did not sign the treaty with Chile"),
        ("Russia attacked Georgia with tanks", "Georgia did not attack Russia with tanks"),
        ("The minister knew that Peru signed the treaty", "The minister did not know that Peru signed the treaty"),
        ("Peru did not accept the budget of Chile", "Peru did not reject the budget of Chile"),  # neither, perhaps
        ("Peru did not reject the budget of Chile", "Peru accepted the budget of Chile"),
        ("Peru never signed the treaty with Chile", "Peru failed to sign the treaty with Chile"),
        ("Peru lost 3 ships in the war", "Peru did not lose 5 ships in the war"),
        ("The Red Party won the vote in Lima", "The Blue Party did not win the vote in Lima"),
        ("Exports rose in May in Chile", "Exports fell in June in Chile"),
        ("Votes in Lima are counted", "It was a sad day in Lima because their hopes were not heard, and votes counted"),
        ("Silva opened the talks", "Hansen ended the talks"),
        ("A red car was seen in Lima", "A blue car was seen in Lima"),
        ("The No. 1 producer met them in Lima", "The producer met them in Lima"),
    ],
)
def test_what_may_both_be_true(one: str, other: str) -> None:
    assert opposed(one, other, close=True) == 0
    assert opposed(other, one, close=True) == 0


def test_sentences_of_any_happening_must_share_more() -> None:
    assert opposed("Nobody attended the meeting", "Three ministers attended the meeting", close=True)
    assert not opposed("Nobody attended the meeting", "Three ministers attended the meeting", close=False)
    assert opposed("Peru signed the treaty with Chile", "Peru never signed the treaty with Chile", close=False)
    assert not opposed("The army shelled the old town", "The army never shelled the old town", close=False)  # no name


def test_reported_speech_two_levels_deep() -> None:
    told = "Hansen said that Kovac denied that Peru had signed the treaty with Chile"
    assert opposed("Peru signed the treaty with Chile", told, close=False) == 1
    assert not opposed("Kovac is the minister of Peru", told, close=False)


def test_who_denies_a_part_contradicts_who_says_more() -> None:
    assert repeated("Hansen met Ana Silva in Lima", MET, close=True)
    assert not repeated("Hansen met Ana Silva in Oslo", MET, close=True)
    assert not repeated("Hansen never met Ana Silva", MET, close=True)


def test_one_happening_in_other_words() -> None:
    assert of_one_happening(MET, "Hansen and an aide flew to Lima to meet the president")
    assert not of_one_happening(MET, "Kovac flew to Lima to meet the president")
    assert not of_one_happening(MET, "Hansen did not fly to Lima to meet the president")
    assert not of_one_happening(MET, "Hansen plans to fly to Lima to meet the president")


@given(SENTENCES, SENTENCES, st.booleans())
def test_symmetry(one: str, other: str, close: bool) -> None:
    assert opposed(one, other, close=close) == -opposed(other, one, close=close)
    assert of_one_happening(one, other) == of_one_happening(other, one)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert opposed(text, text, close=True) == 0
    assert proposition(text).concepts >= proposition(text).sided


@pytest.mark.parametrize("text", ["no " * 50_000, "9" * 50_000, "Anna " * 100_000, "denied " * 50_000, "a-" * 50_000])
def test_long_lines_take_no_time(text: str) -> None:
    assert proposition(text).clauses


def test_the_lexicon_has_each_word_once() -> None:
    from claims.detection.opposites import _OPPOSED

    stems = [
        {stem(word) for word in side.split()} for line in _OPPOSED.strip().splitlines() for side in line.split(":")
    ]
    assert len(senses()) == sum(map(len, stems))


def test_negative_prefixes() -> None:
    assert bare("unhurt") == "hurt"
    assert bare("improv") is None
    assert bare("until") is None
