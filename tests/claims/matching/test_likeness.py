"""Each kind of evidence: what it fires on, and what it leaves alone."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.types import ExtractedMeasurement
from claims.matching.likeness import EVIDENCE, Rarity, Weights, evidence, likeness, rarity, shipped
from claims.matching.wordings import Wording, wording

NOWHERE = Rarity()
WORDS = st.frozensets(st.sampled_from(["quake", "ferry", "harbour", "torr", "quito", "strike"]))
NUMBERS = st.frozensets(st.integers(0, 9).map(Decimal))
WORDINGS = st.builds(
    Wording,
    words=WORDS,
    names=WORDS,
    numbers=NUMBERS,
    figures=st.frozensets(st.tuples(st.sampled_from(["killed", "count"]), st.just(""), st.integers(0, 3).map(Decimal))),
    days=st.frozensets(st.sampled_from(["monday", "sunday"])),
    months=st.frozensets(st.sampled_from(["may", "june"])),
    years=st.frozensets(st.sampled_from([Decimal(2021), Decimal(2022)])),
    gender=st.sampled_from([-1, 0, 1]),
)


def found(one: str, other: str, kind: str, among: Rarity = NOWHERE) -> float:
    return evidence(wording(one), wording(other), among)[kind]


def killed(value: int) -> Wording:
    return wording("", [ExtractedMeasurement("killed", str(value), 0, 1, Decimal(value))])


@given(WORDINGS, WORDINGS)
def test_the_order_of_two_texts_does_not_matter(one: Wording, other: Wording) -> None:
    among = rarity([one, other])
    assert likeness(one, other, among=among).score == pytest.approx(likeness(other, one, among=among).score)
    assert evidence(one, other, among) == pytest.approx(evidence(other, one, among))


@given(WORDINGS, WORDINGS)
def test_a_score_is_a_share_and_reasons_are_kinds_of_evidence(one: Wording, other: Wording) -> None:
    judged = likeness(one, other, among=NOWHERE)
    assert 0 <= judged.score <= 1
    assert {reason.removeprefix("-") for reason in judged.reasons} <= set(EVIDENCE)


def test_rare_words_in_common_count_more_than_familiar_ones() -> None:
    among = rarity([wording("The ferry sank"), wording("The ferry burned"), wording("The ferry left")])
    rare = found("The trawler sank", "The trawler burned", "shared_words", among)
    assert rare > found("The ferry sank", "The ferry burned", "shared_words", among) > 0
    assert found("The ferry sank", "A quake struck", "shared_words", among) == 0


def test_the_share_of_words_in_common_is_one_for_the_same_words() -> None:
    assert found("The ferry sank", "Ferry sank", "words_alike") == pytest.approx(1)
    assert found("The ferry sank", "A quake struck", "words_alike") == 0


def test_two_names_that_the_other_does_not_know_are_evidence_against() -> None:
    assert found("The coach Ana Torres left", "The coach Jon Lund left", "other_names") == 1
    assert found("The coach Ana Torres left", "The coach left", "other_names") == 0


def test_a_name_that_other_texts_know_is_no_bystander() -> None:
    among = rarity(
        [wording("We saw Torres"), wording("They met Torres"), wording("We saw Lund"), wording("So did Lund")]
    )
    known = found("The coach Torres left", "The coach Lund left", "other_main_names", among)
    assert known > found("The coach Varga left", "The coach Ibsen left", "other_main_names", among) == 0


@pytest.mark.parametrize(
    ("one", "other", "shared", "differing"),
    [
        ("23 pirates", "26 pirates", 0, 1),
        ("23 pirates in 4 boats", "23 pirates in 5 boats", 0.5, 0.5),
        ("23 pirates", "some pirates", 0, 0),
        ("2 boats", "3 boats", 0, 0),
    ],
)
def test_numbers_above_three_agree_or_differ(one: str, other: str, shared: float, differing: float) -> None:
    assert found(one, other, "shared_numbers") == shared
    assert found(one, other, "other_numbers") == differing


def test_a_measure_agrees_or_differs() -> None:
    assert evidence(killed(5), killed(5), NOWHERE)["figures"] == 1
    assert evidence(killed(5), killed(9), NOWHERE)["figures"] == -1
    assert evidence(killed(5), wording("five boats"), NOWHERE)["figures"] == 0


@pytest.mark.parametrize(
    ("one", "other", "kind", "value"),
    [
        ("on Sunday", "last Sunday", "day", 1),
        ("on Sunday", "on Monday", "day", -1),
        ("on Sunday", "at noon", "day", 0),
        ("in June 2020", "June 2020", "calendar", 2),
        ("in June 2020", "in June 2021", "calendar", 0),
        ("in June", "in July", "calendar", -1),
        ("she left", "her sister", "gender", 1),
        ("she left", "he left", "gender", -1),
        ("she left", "they left", "gender", 0),
    ],
)
def test_days_months_and_people_agree_or_differ(one: str, other: str, kind: str, value: float) -> None:
    assert found(one, other, kind) == value


def test_a_second_quake_on_one_island_is_told_from_the_first() -> None:
    first = wording("A quake of magnitude 5.6 hit the island of Samo on Sunday and hurt five people, the mayor said.")
    again = wording("Five people were hurt on Sunday as a 5.6 quake shook Samo.")
    other = wording("A quake of magnitude 6.1 hit the island of Samo on Friday, killing 40 people, the mayor said.")
    among = rarity([first, again, other])
    assert likeness(first, again, among=among).score > likeness(first, other, among=among).score


def test_reasons_come_weightiest_first_and_say_what_speaks_against() -> None:
    weights = Weights(0, dict.fromkeys(EVIDENCE, 0.0) | {"day": 1.0, "gender": 0.5})
    judged = likeness(wording("She left on Sunday"), wording("He left on Sunday"), among=NOWHERE, weights=weights)
    assert judged.reasons == ("day", "-gender")


def test_the_shipped_weights_know_every_kind_of_evidence_and_give_it_the_sign_that_it_means() -> None:
    assert set(shipped().evidence) == set(EVIDENCE)
    assert all((weight < 0) == name.startswith("other_") for name, weight in shipped().evidence.items())
    assert shipped().company > 0
