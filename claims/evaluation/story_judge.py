"""Judge what was found in a folder of stories against its annotation.

The scores are those of `score_stories.py`, the judge that comes with the stories: a gold fact is found when a found one
covers half of the shorter span with the same value; a gold pair is read off the contradictions that hold both its facts
in different positions, else off one position or one Event.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claims.evaluation.scoring import Counts

CONTRADICTION, AGREE, DIFFERENT, UPDATED = "contradiction", "agree", "different_event", "updated_over_time"
LABELS = (CONTRADICTION, AGREE, DIFFERENT, UPDATED)
MISSED = "missed"
_UPDATED = {"figure_superseded", "position_changed", "different_as_of"}
_SAME = {"rounding_or_precision", "wording_or_translation", "complementary", "duplicate"}
_OTHER = {
    "different_event", "different_body_or_scope", "different_version", "different_definition_or_method",
    "not_comparable",
}  # fmt: skip
_PRECISION = 1e-6

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """The annotation of a folder of stories."""

    facts: Sequence[Row]
    pairs: Sequence[Row]
    sentences: Sequence[Row]
    unjudged: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Predictions:
    """What the system found, in the form that the judge reads: `facts`, `contradictions`, `sentences`."""

    facts: Sequence[Row]
    contradictions: Sequence[Row]
    sentences: Sequence[Row]

    def as_json(self) -> dict[str, object]:
        """The whole as the judge's file."""
        return {
            "facts": list(self.facts),
            "contradictions": list(self.contradictions),
            "sentences": list(self.sentences),
        }


@dataclass(slots=True)
class Judgement:
    """How every gold pair was read. `table` counts (gold label, label read); `flags` has, for every contradiction that
    decided a pair, its id and whether it was right."""

    found: dict[str, list[Row]]
    table: Counter[tuple[str, str]] = field(default_factory=Counter)
    flags: list[tuple[object, bool]] = field(default_factory=list)
    missed: list[tuple[Row, str]] = field(default_factory=list)

    def label(self, name: str) -> Counts:
        """Right, wrong and missed of one label."""
        right = self.table[name, name]
        said = sum(count for (_, read), count in self.table.items() if read == name)
        return Counts(right, said - right, self.total(name) - right)

    def total(self, name: str) -> int:
        """Gold pairs of one label."""
        return sum(count for (gold, _), count in self.table.items() if gold == name)

    @property
    def macro_f1(self) -> float:
        return sum(self.label(name).f1 for name in LABELS) / len(LABELS)

    def false_alarms(self, name: str) -> float:
        """The share of gold pairs of a label that were read as a contradiction."""
        return self.table[name, CONTRADICTION] / max(1, self.total(name))

    def facts(self, gold: Sequence[Row]) -> dict[str, float]:
        """Recall of facts, and of those found the share with the right measure, comparator and speaker."""
        hits = [fact for fact in gold if self.found[fact["id"]]]
        shares = {"recall": len(hits) / max(1, len(gold))}
        for name in ("measure", "comparator", "speaker"):
            right = sum(any(found[name] == fact[name] for found in self.found[fact["id"]]) for fact in hits)
            shares[name] = right / max(1, len(hits))
        return shares


def judge(gold: Gold, predictions: Predictions) -> Judgement:
    """Read every gold pair off what was found."""
    by_article: dict[object, list[Row]] = defaultdict(list)
    for fact in predictions.facts:
        by_article[fact["article"]].append(fact)
    judgement = Judgement(
        {
            fact["id"]: [
                found
                for found in by_article[fact["article"]]
                if covers(fact, found) and same_value(fact["value"], found["value"])
            ]
            for fact in gold.facts
        }
    )
    places: dict[object, list[tuple[Row, int]]] = defaultdict(list)
    for contradiction in predictions.contradictions:
        for number, position in enumerate(contradiction["positions"]):
            for fact in position:
                places[fact].append((contradiction, number))
    for pair in gold.pairs:
        if (pair["a"], pair["b"]) in gold.unjudged:
            continue
        label = AGREE if pair["label"] in {"consistent", "rounding"} else pair["label"]
        said, flagged = _read(judgement.found[pair["a"]], judgement.found[pair["b"]], places)
        judgement.table[label, said] += 1
        judgement.flags += [(contradiction["id"], flagged_as(contradiction) == label) for contradiction in flagged]
        if said != label:
            judgement.missed.append((pair, said))
    return judgement


def sentences_f1(gold: Sequence[Row], said: Sequence[Row]) -> float:
    """Macro-F1 of check-worthiness: a gold sentence is marked where one that covers it is."""
    by_article: dict[object, list[Row]] = defaultdict(list)
    for sentence in said:
        by_article[sentence["article"]].append(sentence)
    table: Counter[tuple[bool, bool]] = Counter()
    for sentence in gold:
        marked = any(each["check_worthy"] for each in by_article[sentence["article"]] if covers(sentence, each))
        table[sentence["label"] == "check_worthy", marked] += 1
    yes = Counts(table[True, True], table[False, True], table[True, False])
    no = Counts(table[False, False], table[True, False], table[False, True])
    return (yes.f1 + no.f1) / 2


def covers(gold: Row, found: Row) -> bool:
    """Whether two spans share at least half of the shorter one."""
    overlap = min(gold["end"], found["end"]) - max(gold["start"], found["start"])
    shorter = min(gold["end"] - gold["start"], found["end"] - found["start"])
    return bool(shorter > 0 and overlap >= shorter / 2)


def same_value(gold: object, found: object) -> bool:
    """Whether a found value is the gold one: of a true-or-false proposition the span alone decides."""
    if isinstance(gold, bool):
        return True
    if isinstance(gold, int | float):
        try:
            return abs(float(str(found)) - gold) <= _PRECISION * max(1.0, abs(gold))
        except ValueError:
            return False
    text = str(gold).strip().casefold()
    return found is not None and str(found).strip().casefold()[: len(str(gold))] == text


def flagged_as(contradiction: Row) -> str:
    """The label that a contradiction gives to facts in different positions of it."""
    suggested = contradiction["suggested_resolution"]
    if suggested in _UPDATED:
        return UPDATED
    if suggested in _SAME:
        return AGREE
    if suggested in _OTHER or contradiction["gate"] == "apparent":
        return DIFFERENT
    return CONTRADICTION


def _read(
    ones: Iterable[Row], others: Sequence[Row], places: Mapping[object, Sequence[tuple[Row, int]]]
) -> tuple[str, list[Row]]:
    """The label of a pair, and the contradictions that hold its facts in different positions."""
    ones = list(ones)
    if not ones or not others:
        return MISSED, []
    flagged: dict[object, Row] = {}
    together = False
    for one in ones:
        for other in others:
            for contradiction, position in places.get(one["id"], ()):
                for same, place in places.get(other["id"], ()):
                    if contradiction is same and position != place:
                        flagged[contradiction["id"]] = contradiction
                    elif contradiction is same:
                        together = True
            together = together or (one["event"] is not None and one["event"] == other["event"])
    flags = {flagged_as(contradiction) for contradiction in flagged.values()}
    said = next((label for label in (CONTRADICTION, UPDATED, DIFFERENT) if label in flags), None)
    return said or (AGREE if together or flags else DIFFERENT), list(flagged.values())
