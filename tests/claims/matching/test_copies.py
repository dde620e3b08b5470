import random
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.matching.copies import (
    SKETCH,
    Text,
    containment,
    credit_of,
    original_of,
    precedes,
    repeats,
    runs_of,
    settled,
    sketch_of,
)

REPORT = (
    "The assembly met on Monday to vote on a draft that three countries had tabled late on Friday evening. "
    "Members spoke for four hours before the count was shown on the board above the rostrum in the hall. "
    "The draft was carried with a wide margin, although several delegations had asked for more time to consult. "
)
OWN = (
    "Reporters in the capital wrote their own account of a long day. "
    "Nobody in the corridors had expected the result to be so clear after a week of talks behind closed doors."
)
NOTE = (
    "Editor's note: the views in this column are those of its author, who has no stake in any firm that is named, "
    "and they do not always reflect those of the newspaper or of its owners. "
)


def text(key: int, words: str, day: int | None = 1) -> Text:
    return Text(key, date(2025, 2, day) if day else None, runs_of(words), credit_of(words))


def prose(seed: int, sentences: int = 30) -> list[str]:
    """Sentences that share no run of words with those of another seed."""
    return [
        " ".join(f"w{seed}x{sentence}x{word}" for word in range(18)).capitalize() + "." for sentence in range(sentences)
    ]


def test_a_reprint_cut_to_half_is_a_copy() -> None:
    whole = " ".join(prose(1))
    found = original_of(text(2, whole[: len(whole) // 2]), [text(1, whole)])
    assert found is not None
    assert found[0] == 1
    assert found[1] > 0.9


def test_every_other_sentence_under_another_lead_is_a_copy() -> None:
    whole = prose(1)
    assert repeats(text(2, " ".join([OWN, *whole[::2]])), text(1, " ".join(whole))) > 0.6


def test_reports_that_share_one_sentence_are_not_copies() -> None:
    shared = REPORT.split(". ", maxsplit=1)[0]
    assert original_of(text(2, f"{shared}. {OWN}"), [text(1, f"{REPORT} {REPORT[::-1]}")]) is None


def test_a_shared_note_makes_no_copy_of_a_short_text() -> None:
    one, other = (text(key, " ".join([*prose(key, 2), NOTE])) for key in (1, 2))
    assert containment(one.runs, other.runs) > 0.4
    assert repeats(one, other) == 0


def test_a_few_words_tell_nothing() -> None:
    assert containment(runs_of("one two three four five six"), runs_of("one two three four five six")) == 0


def test_spelling_marks_and_case_do_not_count() -> None:
    british = "THE ‘LABOUR’ PROGRAMME – organised in the US – travelled 5 per cent further"
    american = 'the "labor" programme - organized in the U.S. - traveled 5 percent further'
    assert runs_of(british) == runs_of(american)


def test_one_credit_lowers_what_must_be_shared() -> None:
    shared, (one, other) = prose(0, 10), (prose(1, 13), prose(2, 13))
    plain = [text(key, " ".join([*shared, *own])) for key, own in ((1, one), (2, other))]
    credited = [text(key, " ".join(["LIMA (AP) -", *shared, *own])) for key, own in ((1, one), (2, other))]
    assert repeats(*plain) == 0
    assert repeats(*credited) > 0.4


def test_of_two_originals_the_earlier_wins() -> None:
    assert original_of(text(3, REPORT, 3), [text(2, REPORT, 2), text(1, REPORT, 1)]) == (1, 1.0)


def test_a_copy_of_a_copy_is_a_copy_of_both() -> None:
    whole = prose(1)
    original, copy = text(1, " ".join(whole), 1), text(2, " ".join(whole[:15]), 2)
    copied_again = text(3, " ".join([OWN, *whole[:8]]), 3)
    assert repeats(copied_again, copy)
    assert repeats(copied_again, original)
    assert settled(copied_again, [original, copy]).original == 1


def test_an_original_that_comes_in_later_takes_all_its_copies() -> None:
    whole = prose(1)
    first, second = text(1, " ".join(whole[:15]), 2), text(2, " ".join(whole[15:]), 3)
    assert repeats(first, second) == 0
    late = text(3, " ".join(whole), 1)
    assert settled(late, [first, second, text(4, OWN * 3, 1)]).copies == (1, 2)
    assert settled(late, [first, second]).original is None


def test_a_later_digest_of_two_reports_repeats_only_one() -> None:
    reports = [text(key, " ".join(prose(key)), 1) for key in (1, 2)]
    digest = text(3, " ".join(prose(1) + prose(2)), 4)
    found = settled(digest, reports)
    assert found.original == 1
    assert found.copies == ()


@pytest.mark.parametrize("day", [1, None])
def test_of_one_day_the_longer_text_is_the_original(day: int | None) -> None:
    whole, cut = text(2, " ".join(prose(1)), day), text(1, " ".join(prose(1, 15)), day)
    assert precedes(whole, cut)
    assert not precedes(cut, whole)
    assert precedes(text(1, REPORT, day), text(2, REPORT, day))


def test_who_is_the_original_does_not_depend_on_the_order() -> None:
    whole = prose(1)
    texts = [text(1, " ".join(whole[:15]), 1), text(2, " ".join(whole), 1), text(3, " ".join(whole[5:20]), 1)]
    for order in permutations(texts):
        found = {each.key: settled(each, [other for other in order if other is not each]) for each in texts}
        assert found[2].original is None
        assert found[2].copies == (1, 3)
        assert found[1].original == 2


def test_a_sketch_finds_half_a_text_among_many() -> None:
    dice = random.Random(1)  # noqa: S311 - a repeatable choice, nothing secret
    many = [runs_of(" ".join(prose(seed))) for seed in range(200)]
    for runs in many[:20]:
        half = frozenset(dice.sample(sorted(runs), len(runs) // 2))
        shared = [len(set(sketch_of(half)) & set(sketch_of(other))) for other in many]
        assert shared.index(max(shared)) == many.index(runs)
        assert max(shared) > SKETCH / 4
        assert sorted(shared)[-2] == 0


@given(st.text(), st.text())
def test_any_text_can_be_compared(one: str, other: str) -> None:
    left, right = text(1, one), text(2, other)
    assert repeats(left, right) == repeats(right, left)
    assert len(sketch_of(left.runs)) == min(SKETCH, len(left.runs))


def test_agency_credits() -> None:
    assert credit_of("KYIV (AP) - The vote was close.") == "ap"
    assert credit_of("The vote was close. - Bernama") == "bernama"
    assert credit_of("The Reuters building is tall, and nobody signs here.") == ""
