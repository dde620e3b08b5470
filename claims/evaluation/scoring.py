"""The usual scores. All shares are 0 to 1, and 0 where there is nothing to divide by."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Counts:
    """Found and right, found and wrong, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    def scores(self) -> dict[str, float | int | None]:
        """Precision, recall and F1, as a row of a report shows them."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}


def macro_f1(gold: Sequence[Hashable], said: Sequence[Hashable]) -> float:
    """The mean of the F1 of each label that occurs in `gold`."""
    labels = set(gold)
    total = 0.0
    for label in labels:
        counts = Counts()
        for truth, answer in zip(gold, said, strict=True):
            counts.right += truth == answer == label
            counts.wrong += answer == label != truth
            counts.missed += truth == label != answer
        total += counts.f1
    return _share(total, len(labels))


def auc(gold: Sequence[bool], scores: Sequence[float]) -> float:
    """The area under the ROC curve: how often a true item scores above a false one, ties counting half
    (Mann and Whitney, 1947)."""
    ordered = sorted(zip(scores, gold, strict=True), key=lambda pair: pair[0])
    below, total, place = 0.0, 0.0, 0
    while place < len(ordered):
        end = place
        while end < len(ordered) and ordered[end][0] == ordered[place][0]:
            end += 1
        true = sum(truth for _, truth in ordered[place:end])
        false = end - place - true
        total += true * (below + false / 2)
        below += false
        place = end
    return _share(total, below * (len(ordered) - below))


def calibration_error(scores: Sequence[float], right: Sequence[bool], *, bins: int = 10) -> float:
    """The expected calibration error (Naeini et al., AAAI 2015): how far the share of right answers is from the score
    that was given, over bins of equal width, weighted by their size."""
    filled: dict[int, list[tuple[float, bool]]] = {}
    for score, truth in zip(scores, right, strict=True):
        filled.setdefault(min(int(score * bins), bins - 1), []).append((score, truth))
    return _share(
        sum(abs(sum(score for score, _ in bin_) - sum(truth for _, truth in bin_)) for bin_ in filled.values()),
        len(scores),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
