"""Texts are known by the company they keep: two reports of one happening are like, and unlike, the same other reports.

"Talk show star returns for a second time" names nobody, and two such sentences may share hardly a word. What tells is
that the one is like every report of the 2014 show and unlike those of 2009, and so is the other. The texts are first
parted into stories, by words alone and loosely: what could be confused at all. Within a story every pair is weighed by
itself (`likeness`), and then by how far the two rows of these weights agree.

The result does not depend on the order of the texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from claims.matching.likeness import EVIDENCE, Likeness, Weights, evidence, log_odds, logistic, rarity, reasons, shipped

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claims.matching.wordings import Wording

METHOD = "collection/1"
_ONE_STORY = 0.05
"""Cosine of words, on average, from which texts are of one story (0 to 1)."""
_ROUNDS = 2
"""How often rows are compared: the second time by what the first has made clearer."""
_FEW = 4
"""Other texts at which the company counts half of what it does among many."""


class Collection:
    """Texts that may be of one happening or another, such as the candidates that a new article is laid beside.

    Needs memory for the square of the number of texts: a few thousand at most.
    """

    def __init__(self, wordings: Iterable[Wording], *, weights: Weights | None = None) -> None:
        self._texts = sorted(set(wordings), key=_order)
        self._place = {text: place for place, text in enumerate(self._texts)}
        self._among = rarity(self._texts)
        self._stories = _parted(self._cosines())
        self._story = {place: story for story in self._stories for place in story}
        self._evidence: dict[tuple[int, ...], NDArray[np.float64]] = {}
        self.use(weights or shipped())

    def use(self, weights: Weights) -> None:
        """Weigh with other weights from now on."""
        self.weights = weights
        self._company: dict[tuple[int, ...], NDArray[np.float64]] = {}

    def likeness(self, one: Wording, other: Wording) -> Likeness:
        """How surely two texts of the collection report one happening. Raises KeyError for a text that is not in it.

        In little company the texts' own evidence counts, in much the company does.
        """
        given, found, company = self.weights, self.evidence(one, other), self.company(one, other)
        others = len(self._around(one, other)) - len({one, other})
        share = others / (others + _FEW)
        kept = given.company_bias + given.company * company
        side = ("company",) if kept > 0 else ("-company",)
        return Likeness(
            logistic((1 - share) * log_odds(found, given) + share * kept),
            (*(side if others else ()), *reasons(found, given)),
        )

    def evidence(self, one: Wording, other: Wording) -> dict[str, float]:
        """The evidence of two texts by themselves; see `likeness.evidence`."""
        return evidence(one, other, self._among)

    def company(self, one: Wording, other: Wording) -> float:
        """How far two texts are like and unlike the same texts of their story, -1 to 1."""
        story = self._around(one, other)
        if story not in self._company:
            self._company[story] = self._compared(story)
        left, right = story.index(self._place[one]), story.index(self._place[other])
        return float(self._company[story][left, right])

    def _around(self, one: Wording, other: Wording) -> tuple[int, ...]:
        """The story of two texts; both where they are of two."""
        return tuple(sorted({*self._story[self._place[one]], *self._story[self._place[other]]}))

    def _compared(self, story: tuple[int, ...]) -> NDArray[np.float64]:
        if story not in self._evidence:
            self._evidence[story] = self._weighed(story)
        given = self.weights
        odds = given.bias + self._evidence[story] @ np.array([given.evidence[name] for name in EVIDENCE])
        table: NDArray[np.float64] = 1 / (1 + np.exp(-odds))
        np.fill_diagonal(table, 1.0)
        for _ in range(_ROUNDS):
            table = table - table.mean()
            lengths = np.sqrt((table**2).sum(axis=1))
            lengths[lengths == 0] = 1.0
            table = (table @ table.T) / np.outer(lengths, lengths)
        return table

    def _weighed(self, story: tuple[int, ...]) -> NDArray[np.float64]:
        """The evidence of every pair in a story: row, column, kind."""
        table = np.zeros((len(story), len(story), len(EVIDENCE)))
        for row, one in enumerate(story):
            for column in range(row):
                found = self.evidence(self._texts[one], self._texts[story[column]])
                table[row, column] = table[column, row] = [found[name] for name in EVIDENCE]
        return table

    def _cosines(self) -> NDArray[np.float64]:
        """The cosine of every two texts by their words, weighted by rarity."""
        holders: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(self._texts):
            for word in sorted(text.words):
                holders[word].append(place)
        table = np.zeros((len(self._texts), len(self._texts)))
        for word, places in holders.items():
            table[np.ix_(places, places)] += self._among.of(word) ** 2
        lengths = np.array([sqrt(table[place, place]) or 1.0 for place in range(len(self._texts))])
        cosines: NDArray[np.float64] = table / np.outer(lengths, lengths)
        return cosines


def _parted(cosines: NDArray[np.float64]) -> list[tuple[int, ...]]:
    """Join what is most alike on average (Sokal and Michener, 1958) for as long as that is alike enough."""
    groups = {place: [place] for place in range(len(cosines))}
    table = cosines.copy()
    np.fill_diagonal(table, -1.0)
    while len(groups) > 1:
        left, right = divmod(int(table.argmax()), len(table))
        if table[left, right] < _ONE_STORY:
            break
        size, other = len(groups[left]), len(groups[right])
        row = (table[left] * size + table[right] * other) / (size + other)
        table[left], table[:, left] = row, row
        table[left, left] = -1.0
        table[right], table[:, right] = -1.0, -1.0
        groups[left] += groups.pop(right)
    return [tuple(sorted(group)) for group in groups.values()]


def _order(wording: Wording) -> tuple[list[str], str]:
    return sorted(wording.words), repr(
        (sorted(wording.names), sorted(wording.numbers), sorted(wording.figures), sorted(wording.days),
         sorted(wording.months), sorted(wording.years), wording.gender)
    )  # fmt: skip
