"""Propositions in plain words, modality, negation, check-worthiness, event cues, reading."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Span

from claims.extraction import Stretch
from claims.extraction.reading import LONGEST, paragraphs
from claims.extraction.reading import read as read_paragraphs
from claims.extraction.wording import canonical_text, modality_of, negated
from claims.extraction.worthiness import FEATURES, features
from claims.vocabulary import EventKind, Modality
from tests.claims.extraction.conftest import Read

Parse = Callable[[str], Span]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("However, the talks failed.", "The talks failed"),
        ("Notably, five states left;", "Five states left"),
        ("• BACKGROUND: the port was closed", "The port was closed"),
        ("But in fact, the port was closed.", "The port was closed"),
        ("“The port was closed.”", "The port was closed"),
        ('"The port was closed,"', "The port was closed"),
        ("the port\n was  closed", "The port was closed"),
        ("So far, 26 tanks burned", "So far, 26 tanks burned"),
        ("That deal was signed", "That deal was signed"),
        ("Although it rained, they marched", "Although it rained, they marched"),
        ("", ""),
        ("...", ""),
    ],
)
def test_canonical_text(text: str, plain: str) -> None:
    assert canonical_text(text) == plain


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The house voted on Monday.", Modality.ACTUAL),
        ("The house will vote on Monday.", Modality.PROJECTED),
        ("The house would accept the deal.", Modality.PROJECTED),
        ("The airline plans to buy 20 planes.", Modality.PROJECTED),
        ("Ten ships are expected in the port by May.", Modality.PROJECTED),
        ("The airline is to buy 20 planes.", Modality.PROJECTED),
        ("The step could weaken the pact.", Modality.HYPOTHETICAL),
        ("The step may weaken the pact.", Modality.HYPOTHETICAL),
        ("The house will vote if the talks fail.", Modality.HYPOTHETICAL),
        ("They would have won the vote.", Modality.HYPOTHETICAL),
        ("They should have never started it.", Modality.ACTUAL),
    ],
)
def test_modality(parse: Parse, text: str, modality: Modality) -> None:
    assert modality_of(parse(text)) is modality


@pytest.mark.parametrize(
    "text",
    [
        "No such meeting occurred.",
        "The port was never closed.",
        "The minister did not come.",
        "He declined to comment.",
        "Nobody died in the fire.",
    ],
)
def test_negative_propositions(parse: Parse, text: str) -> None:
    assert negated(parse(text))


@pytest.mark.parametrize(
    "text", ["The meeting occurred.", "The minister came, although nobody saw him.", "Nobody did not come."]
)
def test_positive_propositions(parse: Parse, text: str) -> None:
    assert not negated(parse(text))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("The assembly adopted the text with 138 votes on Wednesday.", "Read more in our newsletter."),
        ("Inflation rose to 4 percent in March.", "Is it true?"),
        ("The ministry denied the report.", "Guys, I think this is terrible."),
        ("Twelve miners died in the shaft on Sunday.", "What a day."),
        ("The company bought 20 planes.", "Subscribe to our channel."),
        ("The minister signed the treaty in Oslo.", "Will the minister sign the treaty in Oslo?"),
    ],
)
def test_check_worthiness_orders_sentences(read: Read, better: str, worse: str) -> None:
    assert read(better).sentences[0].check_worthiness > 0.5 > read(worse).sentences[0].check_worthiness


@pytest.mark.parametrize(
    "text",
    ["Good morning!", "Sign up for our newsletter.", "Who is he?", "This site uses cookies.", "Thank you, my friends."],
)
def test_greetings_orders_and_questions_make_no_claim(read: Read, text: str) -> None:
    assert read(text).claims == ()


def test_every_feature_has_a_weight(parse: Parse) -> None:
    assert features(parse("Sign up, you will not regret it!"), 1, 1, attributed=True) <= set(FEATURES)


def test_a_lone_he_is_replaced_and_an_ambiguous_one_is_not(read: Read) -> None:
    assert (
        read("Ada Okoye flew to Oslo. She signed the treaty there.").claims[-1].text
        == "Ada Okoye signed the treaty there"
    )
    assert (
        read("Ada Okoye met Tom Hill in Oslo. He signed the treaty there.").claims[-1].text
        == "He signed the treaty there"
    )
    assert read("Tom Hill said he had signed the treaty.").claims[0].text == "Tom Hill had signed the treaty"
    promised = read("The alliance promised Georgia and Moldova that they could join it.").claims[0]
    assert promised.text == "Georgia and Moldova could join it"


def test_event_cues_of_a_vote_whose_body_was_named_before(read: Read) -> None:
    first, second = read(
        "The draft went to the UN General Assembly on Monday. The U.S.-drafted resolution won 97 votes in favour."
    ).claims
    assert (first.cues.body, first.cues.body_carried, first.cues.date) == (
        "UN General Assembly",
        False,
        date(2025, 2, 24),
    )
    assert (second.cues.body, second.cues.body_carried, second.cues.kind) == (
        "UN General Assembly",
        True,
        EventKind.VOTE,
    )
    assert second.cues.sponsors == ("United States",)


def test_the_nearest_body_before_is_the_one_carried(read: Read) -> None:
    text = (
        "The Security Council met on Sunday. On Monday the General Assembly met. The resolution won 97 votes in favour."
    )
    assert read(text).claims[-1].cues.body == "UN General Assembly"


def test_no_body_is_carried_into_what_is_no_vote(read: Read) -> None:
    text = "The UN General Assembly adopted the resolution.\n\nFloods killed 12 people in Lagos."
    assert read(text).claims[-1].cues.body == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A quake of magnitude 7.4 struck the coast.", EventKind.DISASTER),
        ("Rockets hit the town in a night attack.", EventKind.ATTACK),
        ("Some 5,000 people marched in the capital.", EventKind.PROTEST),
        ("The two leaders met at a summit.", EventKind.MEETING),
        ("The bill was rejected by 20 votes to 12.", EventKind.VOTE),
        ("Inflation rose in March.", EventKind.ECONOMY),
        ("The cat slept.", EventKind.OTHER),
    ],
)
def test_kinds_of_events(read: Read, text: str, kind: EventKind) -> None:
    claims = read(text).claims
    assert (claims[0].cues.kind if claims else EventKind.OTHER) is kind


def test_places_participants_and_terms(read: Read) -> None:
    (claim,) = read("Russian forces shelled the port of Odesa in Ukraine on Sunday.").claims
    assert {"Russia", "Ukraine"} <= set(claim.cues.participants)
    assert claim.cues.place in {"Odesa", "Ukraine"}
    assert {"shell", "port"} <= set(claim.cues.terms)


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text, 0, len(text))]


def test_lines_are_paragraphs_unless_the_text_is_hard_wrapped() -> None:
    assert pieces("Organisers: 540,000\nPolice: 180,000") == ["Organisers: 540,000", "Police: 180,000"]
    wrapped = "The minister of the interior went to the harbour and\nspoke to the crews there."
    assert pieces(wrapped) == [wrapped]
    assert pieces("One.\n\n \n Two. ") == ["One.", "Two."]


def test_datelines_and_long_runs_are_skipped() -> None:
    text = "KYIV, Ukraine (AP) - The crews of three ships were taken to safety before the storm reached the coast."
    assert pieces(text) == ["The crews of three ships were taken to safety before the storm reached the coast."]
    assert pieces("Police: 180,000") == ["Police: 180,000"]
    assert pieces("Start " + "x" * 1000 + " end") == ["Start", "end"]


def test_long_paragraphs_are_cut_at_sentences() -> None:
    text = "The ships left the port. " * 400
    assert all(len(piece) <= LONGEST and piece.endswith(".") for piece in pieces(text))
    assert sum(map(len, pieces("a" * 399 + " " + "b " * LONGEST))) >= LONGEST


def test_sentences_join_what_the_parser_cut(nlp: Language) -> None:
    text = "He met the U.S. team in Oslo. They signed."
    (paragraph,) = read_paragraphs(text, [Stretch(0, len(text))], nlp)
    assert [sentence.text for sentence in paragraph.sentences] == ["He met the U.S. team in Oslo.", "They signed."]
