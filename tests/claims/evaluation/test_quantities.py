import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from claims.evaluation.quantities import Item, compared, evaluate, match
from claims.evaluation.quantity_peers import PEERS, quantulum3, recognizers
from claims.evaluation.reading import MissingPeerError, UnreadableError


def row(text: str, *quantities: tuple[str, str], source: str = "a") -> dict[str, Any]:
    return {
        "text": text,
        "set": source,
        "quantities": [{"value": value, "normalized_unit": unit} for value, unit in quantities],
    }


def written(tmp_path: Path, *rows: dict[str, Any]) -> Path:
    path = tmp_path / "quantities.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in rows), encoding="utf-8")
    return path


ROWS = (
    row("The boat cost $ 75 million.", ("75000000", "dollar")),
    row("She weighed 8 to 10 pounds at six weeks of age.", ("8-10", "pound-mass"), ("6", "week of age")),
    row("Dozens of ships came seven times.", ("12", "ship"), ("7", "count"), source="b"),
    row("Nobody came in 1999.", source="b"),
)


def test_all_is_found(tmp_path: Path) -> None:
    report = evaluate(written(tmp_path, *ROWS), peers=False)
    (ours,) = report.rows
    assert ours.system == "Crosscheck"
    assert ours.scores == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "f1_with_unit": 1.0}
    assert report.items == 5
    assert report.details == {"value f1 by set": {"Crosscheck": {"a": 1.0, "b": 1.0}}}
    assert report.misses == ()


def test_errors_are_counted_and_named(tmp_path: Path) -> None:
    rows = (row("Nine hens laid 40 eggs.", ("9", "duck"), ("41", "egg")), row("It was 3 km.", source="b"))
    report = evaluate(written(tmp_path, *rows), peers=False)
    scores = report.rows[0].scores
    assert scores["precision"] == pytest.approx(1 / 3)
    assert scores["recall"] == pytest.approx(1 / 2)
    assert scores["f1_with_unit"] == 0
    assert report.misses == (
        "missed 41 egg; wrong 40 egg: Nine hens laid 40 eggs.",
        "missed –; wrong 3 kilometre: It was 3 km.",
    )


def item(value: str, unit: str = "", value_max: str | None = None) -> Item:
    return Item(Decimal(value), None if value_max is None else Decimal(value_max), unit)


def test_each_annotation_is_matched_once_and_by_its_unit_first() -> None:
    missed, extra, right, both = match(
        [item("5", "kilogram"), item("5", "USD"), item("2")], [item("5", "USD"), item("5", "metre"), item("5")]
    )
    assert (right, both) == (2, 1)
    assert missed == [item("2")]
    assert extra == [item("5")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (item("0.33"), item("0.333333"), True),
        (item("40"), item("41"), False),
        (item("8", value_max="10"), item("8", value_max="10"), True),
        (item("8", value_max="10"), item("8", value_max="11"), False),
        (item("8", value_max="10"), item("8"), False),
    ],
)
def test_values_are_the_same(one: Item, other: Item, same: bool) -> None:
    assert one.same_value(other) is same


@pytest.mark.parametrize(
    ("unit", "as_compared"),
    [
        ("pound sterling", "GBP"),
        ("pound-mass", "pound"),
        ("pound", "pound"),
        ("canadian dollar per share", "CAD per share"),
        ("fighter jet", "jet"),
        ("-", ""),
        ("count", ""),
    ],
)
def test_units_are_compared_by_one_name(unit: str, as_compared: str) -> None:
    assert compared(unit) == as_compared


@pytest.mark.parametrize(
    "broken",
    [
        {"text": "No set.", "quantities": []},
        row("Words.", ("a few", "dollar")),
        {"text": "No unit.", "set": "a", "quantities": [{"value": "5"}]},
        {"text": "No list.", "set": "a", "quantities": 5},
        {"text": "No words.", "set": "a", "quantities": [{"value": 5, "normalized_unit": "-"}]},
    ],
)
def test_rows_that_hold_no_quantities_are_refused(tmp_path: Path, broken: dict[str, Any]) -> None:
    with pytest.raises(UnreadableError):
        evaluate(written(tmp_path, broken))


@pytest.mark.parametrize(("module", "name"), [("recognizers_number", "Recognizers-Text"), ("quantulum3", "quantulum3")])
def test_a_missing_peer_is_named(monkeypatch: pytest.MonkeyPatch, module: str, name: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingPeerError, match=name):
        PEERS[name]()


def test_quantulum3_reads_units_and_ranges() -> None:
    find = quantulum3()
    assert find("It is 8 to 10 feet tall.") == [(Decimal(8), Decimal(10), "foot")]
    assert find("It weighs 5 kilograms.") == [(Decimal(5), None, "kilogram")]


def test_recognizers_text_reads_units_and_ranges() -> None:
    pytest.importorskip("recognizers_number_with_unit", exc_type=ImportError)
    find = recognizers()
    assert find("It is 8 to 10 feet tall.") == [(Decimal(8), Decimal(10), "Foot")]
    assert find("It took between 3 and 5 hens, or 20 %.") == [
        (Decimal(3), Decimal(5), ""),
        (Decimal(20), None, "percent"),
    ]
