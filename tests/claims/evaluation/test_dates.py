"""evaluate dates: what counts as found, and the peers beside it."""

import builtins
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claims.evaluation.date_peers import PEERS
from claims.evaluation.dates import Timex, evaluate, score, spelled
from claims.evaluation.reading import MissingPeerError, UnreadableError
from claims.evaluation.scoring import Counts

TEXT = (
    "The mill burned down on Friday. It was rebuilt in 2009, at 9 p.m. Tuesday work stopped. It now runs for two weeks."
)


def timex(words: str, value: str, kind: str = "DATE") -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "type": kind, "value": value}


def written(tmp_path: Path, **changes: Any) -> Path:
    row = {
        "id": "mill",
        "dct": "2013-03-05T09:00",  # a Tuesday
        "text": TEXT,
        "timex": [
            timex("Friday", "2013-03-01"),
            timex("2009", "2008"),
            timex("9 p.m. Tuesday", "2013-03-05T21:00", "TIME"),
            timex("for two weeks", "P2W", "DURATION"),
        ],
    }
    path = tmp_path / "dates.jsonl"
    path.write_text(json.dumps(row | changes))
    return path


def test_right_wrong_and_missed_dates_are_counted(tmp_path: Path) -> None:
    report = evaluate(written(tmp_path), peers=False)
    (ours,) = report.rows
    assert (report.items, report.unit) == (2, "dates in 1 documents")
    # Right: Friday. Wrong: 2009, annotated as 2008, and "now", which nobody annotated. Left out: the day in a time.
    assert ours.scores["precision"] == pytest.approx(1 / 3)
    assert ours.scores["recall"] == pytest.approx(1 / 2)
    assert ours.scores["f1_dated"] == pytest.approx(1 / 2)
    assert ours.scores["f1_calendar"] == pytest.approx(1 / 2)
    assert [miss.split(" | ")[0] for miss in report.misses] == [
        'mill (2013-03-05T09:00): "2009" is 2008, found 2009',
        'mill (2013-03-05T09:00): "now" is no date, found PRESENT_REF',
    ]


@pytest.mark.parametrize(
    ("value", "same"),
    [
        ("2013-02-15TNI", "2013-02-15"),
        ("2013-02-15T09:00", "2013-02-15"),
        ("2013-XX-XX", "2013"),
        ("2013-05-XX", "2013-05"),
        ("2013-W7", "2013-W07"),
        ("198", "198X"),
        ("19", "19XX"),
        ("2013-WXX", "2013-WXX"),
        ("2013-W07-WE", "2013-W07-WE"),
        ("PAST_REF", "PAST_REF"),
    ],
)
def test_one_spelling_for_each_value(value: str, same: str) -> None:
    assert spelled(value) == same


def test_a_find_answers_one_annotation_only() -> None:
    counts = Counts()
    gold = [Timex(0, 6, "2013"), Timex(7, 12, "2013")]
    missed, wrong = score(gold, [Timex(0, 12, "2013")], counts, bool)
    assert (missed, wrong) == ([gold[1]], [])
    assert (counts.right, counts.wrong, counts.missed) == (1, 0, 1)


def test_a_find_on_a_duration_is_wrong_and_one_on_a_time_left_out() -> None:
    counts = Counts()
    gold = [Timex(0, 6, "P2W", "DURATION"), Timex(7, 12, "2013-03-05T21:00", "TIME")]
    found = [Timex(0, 6, "2013"), Timex(7, 12, "2013-03-05")]
    assert score(gold, found, counts, bool) == ([], [found[0]])


@pytest.mark.parametrize(
    "changes",
    [{"dct": None}, {"dct": "some day"}, {"timex": [{"start": 1, "end": 2}]}, {"timex": 3}, {"timex": ["Friday"]}],
)
def test_a_row_that_is_no_such_document_is_unreadable(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(UnreadableError, match="mill"):
        evaluate(written(tmp_path, **changes), peers=False)


def test_a_peer_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith(("dateparser", "recognizers")):
            raise ImportError(name)
        return imported(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    for name, load in PEERS.items():
        with pytest.raises(MissingPeerError, match=name):
            load()


@pytest.mark.parametrize(
    ("name", "module"), [("dateparser", "dateparser"), ("Recognizers-Text", "recognizers_date_time")]
)
def test_peers_give_offsets_and_values_in_their_own_precision(name: str, module: str) -> None:
    pytest.importorskip(module, exc_type=ImportError)
    text = "It rained on 4 March 2012. It snowed in June 2009. It costs $22."
    found = PEERS[name]()(text, date(2013, 3, 5))
    assert [value for _, _, value in found] == ["2012-03-04", "2009-06"]
    assert ["4 March 2012" in text[start:end] for start, end, _ in found] == [True, False]
    assert ["June 2009" in text[start:end] for start, end, _ in found] == [False, True]
