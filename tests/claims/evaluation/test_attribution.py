"""Scoring who says what: when two attributions are the same, and the evaluation of a whole file."""

import json
from pathlib import Path
from typing import Any

import pytest

from claims.evaluation.attribution import (
    OTHER_STANDARDS,
    STANDARD,
    Attributed,
    articles,
    compared,
    evaluate,
    trimmed,
)
from claims.evaluation.attribution_peer import pattern_attributions
from claims.evaluation.reading import UnreadableError

TEXT = "Ada Okoye said that the talks had failed. The bridge is open."
WHOLE = Attributed(((0, 9),), ((10, 14),), ((15, 40),))


def part(*spans: tuple[int, int]) -> list[dict[str, Any]]:
    return [{"spans": [list(span) for span in spans]}]


def row(**changes: Any) -> dict[str, Any]:
    whole = {"Source": part((0, 9)), "Cue": part((10, 14)), "Content": part((15, 40))}
    return {"id": "one", "text": TEXT, "split": "dev", "attr": [whole]} | changes


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def run(*lines: dict[str, Any]) -> Path:
        path = tmp_path / "attribution.jsonl"
        path.write_text("\n".join(json.dumps(line) for line in lines))
        return path

    return run


def same(found: Attributed, standard: str = "") -> bool:
    pairs, _ = compared([WHOLE], [found], OTHER_STANDARDS.get(standard, STANDARD))
    return bool(pairs)


def test_half_of_the_longer_content_is_enough() -> None:
    assert same(Attributed(((0, 9),), ((10, 14),), ((15, 28),)))
    assert not same(Attributed(((0, 9),), ((10, 14),), ((15, 26),)))
    assert not same(Attributed(((0, 9),), ((10, 14),), ((15, 90),)))


def test_all_three_parts_must_be_there() -> None:
    assert not same(Attributed(((42, 48),), ((10, 14),), ((15, 40),)))
    assert not same(Attributed(((0, 9),), ((49, 51),), ((15, 40),)))
    assert not same(Attributed(((0, 9),), ((10, 14),), ((42, 60),)))


def test_the_cue_need_only_share_half_of_the_shorter() -> None:
    longer = Attributed(((0, 9),), ((10, 40),), ((15, 40),))
    assert same(longer)
    assert same(longer, "loose")
    assert not same(longer, "strict")


def test_the_other_standards() -> None:
    surname = Attributed(((4, 9),), ((10, 14),), ((15, 40),))
    short = Attributed(((7, 9),), ((10, 14),), ((15, 19),))
    assert same(surname)
    assert not same(surname, "exact")
    assert same(WHOLE, "exact")
    assert same(short, "loose")
    assert not same(short)
    assert same(Attributed(((0, 9),), ((10, 14),), ((42, 60),)), "source and cue")


def test_one_annotation_is_found_once_by_what_has_most_in_common() -> None:
    less = Attributed(((0, 9),), ((10, 14),), ((15, 30),))
    assert compared([WHOLE], [less, WHOLE], STANDARD) == ([(0, 1)], [0])


def test_what_is_found_at_an_incomplete_annotation_is_neither_right_nor_wrong() -> None:
    nobody = Attributed((), ((10, 14),), ((15, 40),))
    assert compared([nobody], [WHOLE], STANDARD) == ([], [])


def test_ends_are_trimmed() -> None:
    assert trimmed("says: “no”, ", (4, 12)) == (6, 10)
    assert trimmed("...", (0, 3)) == (0, 3)


def test_a_whole_file(write: Any) -> None:
    report = evaluate(write(row(), row(id="two", split="train")))
    assert (report.items, report.details) == (1, {"articles": 1, "missed": {}})
    ours, peer = report.rows
    assert (ours.system, ours.scores["f1"], ours.scores["exact f1"]) == ("Crosscheck", 1.0, 1.0)
    assert (peer.system, peer.scores["f1"]) == ("Patterns", 1.0)
    assert report.misses == ()
    assert any("1 articles" in note for note in report.notes)


def test_errors_are_told(write: Any) -> None:
    wrong = {"Source": part((42, 52)), "Cue": part((53, 55)), "Content": part((56, 60))}
    report = evaluate(write(row(attr=[wrong])), peers=False)
    assert [r.system for r in report.rows] == ["Crosscheck"]
    assert report.rows[0].scores["f1"] == 0
    assert report.details["missed"] == {"cue not found": 1}
    assert report.misses == (
        "one: missed The bridge | is | open",
        "one: wrong Ada Okoye | said | that the talks had failed",
    )


def test_why_an_attribution_is_missed(write: Any) -> None:
    other_source = {"Source": part((42, 48)), "Cue": part((10, 14)), "Content": part((15, 40))}
    other_content = {"Source": part((0, 9)), "Cue": part((10, 14)), "Content": part((42, 60))}
    rows = row(attr=[other_source]), row(id="two", attr=[other_content])
    assert evaluate(write(*rows), peers=False).details["missed"] == {"other source": 1, "other content": 1}


def test_articles_that_the_weights_learnt_from_are_measured_only_where_there_are_no_others(write: Any) -> None:
    report = evaluate(write(row(split="train")), peers=False)
    assert report.items == 1
    assert any("too good" in note for note in report.notes)


@pytest.mark.parametrize("attr", [[{"Source": part((0, 900))}], [{"Cue": [{}]}], ["said"], 7])
def test_what_cannot_be_read(write: Any, attr: Any) -> None:
    with pytest.raises(UnreadableError, match="one"):
        articles(write(row(attr=attr)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It failed,” Ada Okoye said.", ("Ada Okoye", "said", "“It failed,”")),
        ("“It failed,” said the minister.", ("the minister", "said", "“It failed,”")),
        ("Okoye said that the talks failed.", ("Okoye", "said", "the talks failed")),
        ("According to police, the bridge is open.", ("police", "According to", "the bridge is open")),
        ("The bridge is open, according to officials.", ("officials", "according to", "The bridge is open,")),
    ],
)
def test_the_patterns(text: str, expected: tuple[str, str, str]) -> None:
    found = [tuple(text[slice(*spans[0])] for spans in parts) for parts in pattern_attributions(text)]
    assert expected in found


def test_the_patterns_find_nothing_where_nobody_speaks() -> None:
    assert list(pattern_attributions("The bridge fell on Friday. Forty people died.")) == []
