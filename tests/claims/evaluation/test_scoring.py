"""The scores, against values worked out by hand."""

import pytest

from claims.evaluation.scoring import Counts, auc, calibration_error, macro_f1


def test_counts() -> None:
    counts = Counts(right=6, wrong=2, missed=4)
    assert counts.scores() == {"precision": 0.75, "recall": 0.6, "f1": pytest.approx(2 * 0.75 * 0.6 / 1.35)}


def test_nothing_found_is_nought_and_no_error() -> None:
    assert Counts().scores() == {"precision": 0, "recall": 0, "f1": 0}


def test_macro_f1_is_the_mean_over_the_labels_of_the_gold() -> None:
    assert macro_f1(["a", "a", "b"], ["a", "b", "b"]) == pytest.approx(2 / 3)
    assert macro_f1(["a"], ["c"]) == 0


def test_auc_counts_ties_half() -> None:
    assert auc([True, False], [0.9, 0.1]) == 1
    assert auc([True, False], [0.5, 0.5]) == 0.5
    assert auc([True, False, False], [0.5, 0.5, 0.9]) == 0.25
    assert auc([True], [0.5]) == 0


def test_calibration_error_is_how_far_scores_are_from_what_came_true() -> None:
    assert calibration_error([0.75, 0.75, 0.75, 0.75], [True, True, True, False]) == 0
    assert calibration_error([1.0, 1.0], [True, False]) == 0.5
    assert calibration_error([], []) == 0
