"""`manage.py evaluate quantities FILE`: the quantities of sentences, with their units.

Each row has a `text`, the `set` it is from, and `quantities`, in the manner of the CQE sets (Almasian et al., EMNLP
2023): a `value`, a number or a range ("8-10"), and a `normalized_unit`, which is a unit of measurement ("kilometre per
hour"), a currency ("canadian dollar"), the noun that is counted ("fighter jet"), or "-".
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from claims.evaluation import quantity_peers
from claims.evaluation.reading import UnreadableError, rows
from claims.evaluation.report import Report, Row, Score, Track, silent
from claims.evaluation.scoring import Counts
from claims.extraction import load_nlp
from claims.extraction.quantities import Quantity, find_quantities
from claims.extraction.units import is_unit, unit_named

TOLERANCE = Decimal("0.005")
"""Values closer than this are equal: a third is annotated as 0.33."""
NOTES = (
    "Quantities found are matched one-to-one with those annotated, by value: a range by both its ends, to 0.005 (a "
    "third is annotated as 0.33).",
    "value+unit asks for the unit too, under one name for all systems ($, US dollars and dollar are USD). What is "
    "merely counted is compared by its head noun (fighter jet as jet), and a number of times has no unit.",
    "Vague plurals count as the annotation has them (dozens as 12), though the engine reads at least two dozen.",
    "The peers' whole numbers from 1800 to 2100 without a unit are taken for years and left out.",
)
_RANGE = re.compile(r"(?P<low>[-+]?[\d.]+)\s?-\s?(?P<high>[-+]?[\d.]+)")
_NO_UNIT = frozenset({"-", "", "count", "dimensionless", "time"})
_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Item:
    """A value, which may be a range, and its unit as it is compared."""

    value: Decimal
    value_max: Decimal | None
    unit: str

    def same_value(self, other: "Item") -> bool:
        """Whether both are the same number or the same range."""
        if (self.value_max is None) != (other.value_max is None):
            return False
        tops = (self.value_max or Decimal(0), other.value_max or Decimal(0))
        return abs(self.value - other.value) < TOLERANCE and abs(tops[0] - tops[1]) < TOLERANCE

    def __str__(self) -> str:
        top = "" if self.value_max is None else f"-{self.value_max:f}"
        return f"{self.value:f}{top} {self.unit}".strip()


System = Callable[[str], Sequence[Item]]


def evaluate(path: Path, *, track: Track = silent, peers: bool = True) -> Report:
    """Score our quantities, and those of Recognizers-Text and quantulum3, on the sentences of a JSON Lines file.

    Raises UnreadableError for a file that is no such set, MissingPeerError where a peer is not installed.
    """
    given = rows(path, fields=("text", "set", "quantities"))
    golds = [_gold(path, row) for row in given]
    nlp = load_nlp()
    systems: dict[str, System] = {"Crosscheck": lambda text: [_ours(found) for found in find_quantities(text, nlp=nlp)]}
    if peers:
        for name, load in quantity_peers.PEERS.items():
            systems[name] = _peer(load())
    result: list[Row] = []
    misses: list[str] = []
    by_set: dict[str, dict[str, Score]] = {}
    for name, system in systems.items():
        totals, units, sets = Counts(), Counts(), {row["set"]: Counts() for row in given}
        for row, gold in track(list(zip(given, golds, strict=True)), total=len(given), label=name):
            found = system(row["text"])
            missed, extra, right, both = match(gold, found)
            for counts, hits in ((totals, right), (sets[row["set"]], right), (units, both)):
                counts.right += hits
                counts.missed += len(gold) - hits
                counts.wrong += len(found) - hits
            if name == "Crosscheck" and (missed or extra):
                misses.append(_miss(row["text"], missed, extra))
        result.append(Row(name, {**totals.scores(), "f1_with_unit": units.f1}))
        by_set[name] = {label: counts.f1 for label, counts in sorted(sets.items())}
    return Report(
        "quantities", sum(map(len, golds)), f"quantities in {len(given)} sentences", tuple(result),
        details={"value f1 by set": by_set}, notes=NOTES, misses=tuple(misses),
    )  # fmt: skip


def match(gold: Sequence[Item], found: Sequence[Item]) -> tuple[list[Item], list[Item], int, int]:
    """Match one-to-one, first what agrees in value and unit. Returns what was missed, what is too many, how many values
    are right, and how many of these in their unit too."""
    missed, extra = list(gold), list(found)
    both = _paired(missed, extra, lambda wanted, item: wanted.same_value(item) and wanted.unit == item.unit)
    right = both + _paired(missed, extra, Item.same_value)
    return missed, extra, right, both


def compared(unit: str) -> str:
    """A unit as it is compared: its one name, the head noun of what is counted, or nothing."""
    name = unit if is_unit(unit) else unit_named(unit)
    if is_unit(name):
        return name
    return "" if name in _NO_UNIT else name.split()[-1]


def _paired(missed: list[Item], extra: list[Item], same: Callable[[Item, Item], bool]) -> int:
    count = 0
    for wanted in list(missed):
        hit = next((item for item in extra if same(wanted, item)), None)
        if hit:
            missed.remove(wanted)
            extra.remove(hit)
            count += 1
    return count


def _gold(path: Path, row: dict[str, Any]) -> list[Item]:
    try:
        return [_annotated(item["value"], item["normalized_unit"]) for item in row["quantities"]]
    except (TypeError, KeyError, AttributeError, InvalidOperation) as error:
        raise UnreadableError(f"{path}: a quantity of {row['text']!r} has no readable value and unit.") from error


def _annotated(value: str, unit: str) -> Item:
    ends = _RANGE.fullmatch(value.strip())
    if ends:
        return Item(Decimal(ends["low"]), Decimal(ends["high"]), compared(unit))
    return Item(Decimal(value), None, compared(unit))


def _ours(found: Quantity) -> Item:
    return Item(found.multiple_of or found.value, found.value_max, compared(found.unit))


def _peer(find: quantity_peers.Finder) -> System:
    def system(text: str) -> list[Item]:
        found = [Item(value, value_max, compared(unit)) for value, value_max, unit in find(text)]
        return [item for item in found if not _is_year(item)]

    return system


def _is_year(item: Item) -> bool:
    return not item.unit and 1800 <= item.value <= 2100 and item.value == item.value.to_integral_value()


def _miss(text: str, missed: Sequence[Item], extra: Sequence[Item]) -> str:
    words = " ".join(text.split())
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return f"missed {', '.join(map(str, missed)) or '–'}; wrong {', '.join(map(str, extra)) or '–'}: {shown}"
