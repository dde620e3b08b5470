"""Check-worthiness: what the clues are, how they are weighed, what reason adds, and the weights that are shipped."""

import math
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Span

from claims.extraction.worth_clues import GROUPS, LONGEST_WORD, MOST_TOKENS, clues, letters
from claims.extraction.worth_model import (
    BUCKETS,
    FILE,
    Model,
    buckets,
    fingerprint,
    load_model,
    read_model,
    write_model,
)
from claims.extraction.worthiness import FEATURES, WORTHY, features, probability, worthiness
from tests.claims.extraction.conftest import Read

Parse = Callable[[str], Span]
CARD = FILE.with_name("worthiness.md")


def found(sentence: Span, **facts: int | bool) -> frozenset[str]:
    given: dict[str, int | bool] = {"figures": 0, "dates": 0, "attributed": False} | facts
    return features(sentence, int(given["figures"]), int(given["dates"]), bool(given["attributed"]))


@pytest.mark.parametrize(
    ("sign", "fires", "leaves_alone"),
    [
        ("name", "Ada Okoye resigned.", "The mayor resigned."),
        ("past", "The dam has burst.", "The dam holds."),
        ("denial", "The bank denied it.", "The bank confirmed it."),
        ("short", "The dam burst.", "The dam above the old town burst."),
        ("verbless", "Weather and traffic", "The weather turned."),
        ("question", "Did the dam burst?", "The dam did burst."),
        ("order", "Watch our video of the flood.", "They watch our video of the flood."),
        ("boilerplate", "This site uses cookies.", "The baker donated 300 cakes by e-mail order."),
        ("boilerplate", "Photo: Ada Okoye", "The photo showed Ada Okoye."),
        ("reader", "We built 40 schools.", "The US built 40 schools."),
        ("reader", "I was there.", "“I was there,” the mayor said."),
        ("opinion", "It was a disgrace.", "It was a Monday."),
        ("future", "The council will build a school.", "The council said it will build a school."),
        ("generic", "Rivers flow downhill.", "The river rose."),
    ],
)
def test_signs(parse: Parse, sign: str, fires: str, leaves_alone: str) -> None:
    assert sign in found(parse(fires))
    assert sign not in found(parse(leaves_alone))


@pytest.mark.parametrize(("sign", "fact"), [("figure", "figures"), ("date", "dates"), ("attributed", "attributed")])
def test_signs_of_what_else_was_found(parse: Parse, sign: str, fact: str) -> None:
    sentence = parse("The council built a school.")
    assert sign in found(sentence, **{fact: 1})
    assert sign not in found(sentence)


def test_clues_are_blind_to_the_figure_itself(parse: Parse) -> None:
    one, other = (clues(parse(f"Rents rose by {figure} percent."), ()) for figure in ("12", "47"))
    assert one == other
    assert "rise" in " ".join(one["links"])
    assert "VBD 1" in one["counts"]
    assert set(one) == set(GROUPS)


def test_years_and_decades_are_no_mere_numbers(parse: Parse) -> None:
    seen = clues(parse("In 1987 and in the 1990s, 40 ships came."), ())["letters"]
    assert [word for word in seen if word.startswith("<")] == ["<year>", "<decade>", "<number>"]


def test_letters_of_a_word() -> None:
    assert list(letters("ox")) == [" o", "ox", "x ", " ox", "ox ", " ox "]
    assert list(letters("<year>")) == ["<year>"]


def test_what_is_no_sentence_costs_no_more_than_a_long_one(nlp: Language) -> None:
    seen = clues(nlp("x" * 300 + " word" * 500)[:], ())
    assert len(seen["letters"]) == MOST_TOKENS
    assert max(map(len, seen["letters"])) == LONGEST_WORD


@pytest.mark.parametrize("text", ["\ud800 rose", "٣٤ rose", "²", "'''s", "\u200b\u200b", "👍👍 9s", "s"])
def test_any_text_has_a_score(text: str, nlp: Language) -> None:
    seen = {"letters": [text], "links": [text]}
    assert all(0 <= bucket < BUCKETS for hits in buckets(seen).values() for bucket in hits)
    if text != "\ud800 rose":  # the parser itself takes no lone surrogate
        assert 0 < worthiness(nlp(text)[:], figures=0, dates=0, attributed=False) < 1


def model(**weights: float) -> Model:
    """A model that knows some words of the group of kinds."""
    telling, weighed = array("f", [0.0] * BUCKETS), array("f", [0.0] * BUCKETS)
    for word, weight in weights.items():
        [bucket] = buckets({"kinds": [word]})["kinds"]
        telling[bucket], weighed[bucket] = 1.0, weight
    return Model(telling, weighed, -1.0, {"kinds": 1.0}, frozenset({7}), {"rows": 2})


def test_log_odds_are_the_weights_over_the_length_of_what_is_known() -> None:
    known = model(rose=2.0, fell=1.0)
    assert known.log_odds(buckets({"kinds": ["rose"]})) == pytest.approx(1.0)
    assert known.log_odds(buckets({"kinds": ["rose", "never heard of"]})) == pytest.approx(1.0)
    assert known.log_odds(buckets({"kinds": ["rose", "fell"]})) == pytest.approx(3 / math.sqrt(2) - 1)
    assert known.log_odds(buckets({"kinds": []})) == -1.0


def test_more_log_odds_are_more_probability() -> None:
    hits = buckets({"kinds": ["rose"]})
    said = [probability(model(rose=weight), hits, ()) for weight in (-40.0, -1.0, 0.0, 1.0, 2.0, 40.0)]
    assert said == sorted(set(said))
    assert probability(model(rose=1.0), hits, ()) == WORTHY


def test_reason_adds_to_what_was_learnt() -> None:
    hits = buckets({"kinds": ["rose"]})
    assert probability(model(rose=3.0), hits, ["boilerplate"]) < probability(model(rose=3.0), hits, ["past"])
    assert set(FEATURES) >= {"boilerplate", "past"}


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "weights"
    write_model(path, model(rose=1.25))
    written = path.read_bytes()
    read = read_model(path)
    assert read == model(rose=1.25)
    write_model(path, read)
    assert path.read_bytes() == written


def test_a_fingerprint_tells_words_not_figures_or_case() -> None:
    assert fingerprint("Rents rose 12%.") == fingerprint("rents rose 13 %") != fingerprint("Rents fell 12%.")


def test_the_card_says_what_the_weights_are() -> None:
    about = load_model().about
    card = CARD.read_text(encoding="utf-8")
    assert load_model() is load_model()
    assert str(about["sha256"]) in card
    scores = about["cross-validation"]
    assert isinstance(scores, dict)
    for fact in (f"{about['rows']:,}", f"{about['worthy']:,}", *(f"{score:.3f}" for score in scores.values())):
        assert fact in card, fact
    assert FILE.stat().st_size < 1_500_000


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Unemployment fell from 7 to 5 percent in two years.", "I thank the people of this great city."),
        ("The company laid off 400 workers in March.", "We have to believe in one another."),
        ("The mayor voted against the school budget three times.", "What would you do about the schools?"),
        ("Exports to Norway doubled last year.", "Let me say a word about Norway."),
        ("The bridge cost 40 million dollars.", "Subscribe to the newsletter."),
    ],
)
def test_weights_tell_facts_from_talk(read: Read, better: str, worse: str) -> None:
    assert read(better).sentences[0].check_worthiness > WORTHY > read(worse).sentences[0].check_worthiness
