"""The public function: spans, authors, languages, and what holds for every text whatever it says."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claims.extraction import METHOD, Extraction, Stretch, extract
from claims.extraction.names import canonical_name, fold_name
from tests.claims.extraction.conftest import PUBLISHED, Read, value_of

PIECES = st.sampled_from(
    [
        "Ada Okoye said that ", "the resolution won 97 votes in favour, ", "97-18 with 65 abstentions", "no", "(", ")",
        "killed at least 13 people ", "on Friday", "“", "”", '"', "\n", "\n\n", "12.38am ", "$84bn ", "two-thirds ",
        "not ", "U.S.-drafted ", "A/RES/ES-11/8 ", ". ", ", ", "he denied these claims", "this was untrue, since ",
        "between 62 and 70 ", "from 16 in 1991 to 32 today ", "é", "\u200b", "\U0001f600", "  ", "\u2028", "\x00",
        "ß", "ﬁ", "\u0301", "٣", "½", "-", "–", "99999999999999999999999999", "February 30, 2025 ",
    ]
)  # fmt: skip
ANY = st.text(max_size=300) | st.lists(PIECES, max_size=25).map("".join)
SLOW = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def anchored(text: str, found: Extraction) -> None:
    """Every offset slices back to its quote, and every reference points backwards."""
    for sentence in found.sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
        assert 0 <= sentence.check_worthiness <= 1
    for number, claim in enumerate(found.claims):
        assert claim.end > claim.start
        assert text[claim.start : claim.end] == claim.quote
        assert 0 <= claim.score <= 1
        assert claim.refers_to is None or 0 <= claim.refers_to < number
        assert claim.speaker is None or claim.speaker.name
        for item in claim.measurements:
            assert item.end > item.start
            assert text[item.start : item.end] == item.quote
            assert (item.value is None) == bool(item.value_text)
            assert item.value_max is None or (item.value is not None and item.value_max > item.value)


@SLOW
@given(text=ANY)
def test_offsets_slice_back_and_nothing_raises(nlp: Language, text: str) -> None:
    anchored(text, extract(text, published_on=PUBLISHED, nlp=nlp))


@given(name=st.text(max_size=60))
def test_names_never_raise_and_folding_is_stable(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(fold_name(fold_name(name)))
    canonical_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "7" * 25_000,
        "12 " * 5_000,
        "“a " * 2_500,
        "voted against, for, " * 500,
        "\n" * 50_000,
        "one hundred " * 1_000,
        "word " * 5_000,
    ],
    ids=["digits", "numbers", "quotes", "votes", "lines", "words", "one-line"],
)
def test_hostile_texts_neither_hang_nor_raise(nlp: Language, text: str) -> None:
    started = time.monotonic()
    anchored(text, extract(text, published_on=PUBLISHED, nlp=nlp))
    assert time.monotonic() - started < 30


def test_time_grows_with_the_text_and_not_faster(nlp: Language) -> None:
    text = "The ministry said that 12 people died on Friday, while 30 were hurt. The bill passed by 20 votes to 12. "

    def seconds(times: int) -> float:
        started = time.process_time()
        extract(text * times, published_on=PUBLISHED, nlp=nlp)
        return time.process_time() - started

    seconds(2)
    assert seconds(150) < 16 * seconds(20) + 1  # eight times the text; twice the share is noise


def test_spans_are_read_on_their_own(read: Read) -> None:
    text = "The UN General Assembly met. It was cold.\n\nThe resolution won 97 votes in favour."
    cut = text.index("The resolution")
    assert read(text).claims[-1].cues.body == "UN General Assembly"
    found = read(text, spans=[(cut, len(text))])
    assert [(claim.start, claim.cues.body) for claim in found.claims] == [(cut, "")]


def test_a_stretch_brings_its_own_day_and_author(read: Read) -> None:
    text = "Twelve people died yesterday. Twelve people died yesterday."
    spans = [Stretch(0, 29, date(2020, 1, 2)), Stretch(30, len(text), date(2021, 1, 2), "Tom Hill")]
    first, second = read(text, spans=spans).claims
    assert [value_of(item) for item in first.measurements][-1] == "2020-01-01"
    assert [value_of(item) for item in second.measurements][-1] == "2021-01-01"
    assert first.speaker is None
    assert second.speaker is not None
    assert (second.speaker.name, str(second.said_on)) == ("Tom Hill", "2021-01-02")


def test_a_denial_does_not_reach_into_another_stretch(read: Read) -> None:
    text = "Ada Okoye said that the port was closed. The palace denied these claims."
    cut = text.index("The palace")
    assert read(text).claims[-1].refers_to == 0
    assert read(text, spans=[(0, cut), (cut, len(text))]).claims[-1].refers_to is None


def test_a_span_outside_the_text_is_an_error(read: Read) -> None:
    with pytest.raises(ValueError, match="not within the text"):
        read("short", spans=[(0, 99)])


def test_other_languages_are_not_read_with_english_rules(read: Read) -> None:
    assert read("Zwölf Menschen starben.", language="de") == Extraction((), ())
    assert read("Twelve people died.", language="en-GB").claims


def test_the_method_is_named() -> None:
    assert METHOD.startswith("extraction/")


def test_without_a_day_of_publication_the_rest_is_still_read(read: Read) -> None:
    (claim,) = read("Twelve people died yesterday.", published_on=None).claims
    assert [(item.measure, value_of(item)) for item in claim.measurements] == [("killed", 12)]


SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seed_documents"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seed_documents is not here")
def test_the_seed_documents_are_read_and_anchored(read: Read) -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = read(text)
        anchored(text, found)
        assert found.claims
