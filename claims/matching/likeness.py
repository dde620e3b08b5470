"""How alike two texts are as reports of one happening: likeness/1.

The cosine of words cannot tell an earthquake from the next one on the same island. So the evidence is of several kinds,
each from -1 (against) to 1 (for) or from 0, and a logistic regression over them gives the score. Words count by how
rare they are among the texts that could be confused: "pirates" tells nothing among reports of pirates. The weights are
in likeness.json; likeness.md says where they come from and how good they are. The order of the two does not matter.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import exp, log, log1p, sqrt
from pathlib import Path
from typing import Any

from claims.matching.wordings import Wording

METHOD = "likeness/1"
WEIGHTS = Path(__file__).with_suffix(".json")
EVIDENCE = (
    "shared_words", "words_alike", "rarest_word", "other_names", "other_main_names", "shared_numbers", "other_numbers",
    "figures", "day", "calendar", "gender",
)  # fmt: skip
THRESHOLD = 0.75
"""The score from which two texts are taken to report one happening: chosen for few false alarms."""
_FAMILIAR = 100
"""Texts that are added to the number of those at hand, so that in a small collection no word is without weight."""
_SMALL = 3
"""Numbers up to which two texts share or differ by chance."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many texts each word occurs in, among how many."""

    texts: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    def of(self, word: str) -> float:
        """The inverse document frequency (Spärck Jones, 1972), never 0."""
        return log((self.texts + _FAMILIAR) / max(1, self.counts.get(word, 0)))


def rarity(wordings: Iterable[Wording]) -> Rarity:
    """The rarity of words among texts."""
    every = list(wordings)
    return Rarity(len(every), Counter(word for wording in every for word in wording.words))


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence is worth, in log-odds; `company_bias` and `company` are for the company that two texts
    keep, see `Collection`."""

    bias: float
    evidence: Mapping[str, float]
    company_bias: float = 0.0
    company: float = 0.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` 0 to 1: how surely two texts report one happening. `reasons` are the kinds of evidence that bear on it,
    the weightiest first, those against it with a minus sign ("-other_numbers")."""

    score: float
    reasons: tuple[str, ...]


def likeness(one: Wording, other: Wording, *, among: Rarity, weights: Weights | None = None) -> Likeness:
    """How surely two texts report one happening, judged by themselves alone."""
    found = evidence(one, other, among)
    given = weights or shipped()
    return Likeness(logistic(log_odds(found, given)), reasons(found, given))


def evidence(one: Wording, other: Wording, among: Rarity) -> dict[str, float]:
    """Each kind of evidence, by its name in `EVIDENCE`.

    shared_words, words_alike, rarest_word: rare words in common, together, as a share of all, and the rarest of them.
    other_names: each names what the other does not; other_main_names: so do other texts, hence it is no bystander.
    shared_numbers, other_numbers: numbers above three, "23" against "26". figures: the same measure with the same value
    or with another. day, calendar: the same weekday, or month and year, or others. gender: the people spoken of.
    """
    shared = one.words & other.words
    weight = {word: among.of(word) for word in one.words | other.words}
    names, others = one.names - other.words, other.names - one.words
    large, others_large = _large(one), _large(other)
    same = large & others_large
    values = (
        sum(weight[word] for word in shared) / 20,
        sum(weight[word] ** 2 for word in shared) / (sqrt(_length(one, weight) * _length(other, weight)) or 1.0),
        max((weight[word] for word in shared), default=0.0) / 5,
        min(2, len(names), len(others)) / 2,
        min(_established(names, among), _established(others, among)) / 3,
        min(2, len(same)) / 2,
        (0.5 if same else 1.0) if large - other.numbers and others_large - one.numbers else 0.0,
        _figures(one, other),
        _agree(one.days, other.days),
        _agree(one.months, other.months) + _agree(one.years, other.years),
        one.gender * other.gender,
    )
    return dict(zip(EVIDENCE, map(float, values), strict=True))


def _length(wording: Wording, weight: Mapping[str, float]) -> float:
    return sum(weight[word] ** 2 for word in wording.words)


def _established(names: frozenset[str], among: Rarity) -> float:
    return max((log1p(among.counts.get(name, 0)) for name in names), default=0.0)


def _large(wording: Wording) -> frozenset[object]:
    return frozenset(value for value in wording.numbers if value > _SMALL)


def _figures(one: Wording, other: Wording) -> float:
    """1 where a measure has the same value in both, -1 where one has another, 0 for both or neither."""
    common = {figure[:2] for figure in one.figures} & {figure[:2] for figure in other.figures}
    agreed = {figure[:2] for figure in one.figures & other.figures}
    return float(bool(agreed)) - float(bool(common - agreed))


def _agree(one: frozenset[object], other: frozenset[object]) -> float:
    if not one or not other:
        return 0.0
    return 1.0 if one & other else -1.0


def log_odds(found: Mapping[str, float], weights: Weights) -> float:
    """The evidence, weighed and added up."""
    return weights.bias + sum(weights.evidence[name] * found[name] for name in EVIDENCE)


def reasons(found: Mapping[str, float], weights: Weights) -> tuple[str, ...]:
    """The kinds of evidence that bear on a score, the weightiest first."""
    points = {name: weights.evidence[name] * found[name] for name in EVIDENCE}
    told = sorted((name for name in EVIDENCE if points[name]), key=lambda name: (-abs(points[name]), name))
    return tuple(name if points[name] > 0 else f"-{name}" for name in told)


def logistic(value: float) -> float:
    """Log-odds as a share, 0 to 1."""
    return 1 / (1 + exp(-value)) if value >= 0 else exp(value) / (1 + exp(value))


@cache
def shipped() -> Weights:
    """The weights that ship with the code, which `manage.py train same-event` writes."""
    return Weights(**_file()["weights"])


@cache
def trained_on() -> frozenset[str]:
    """Digests of the sentences that the weights were learnt from."""
    return frozenset(_file()["sentences"].split())


def _file() -> Any:
    return json.loads(WEIGHTS.read_text(encoding="utf-8"))
