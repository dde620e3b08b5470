"""The speed of the pipeline is measured in a database of its own, on one core."""

import os
from contextlib import nullcontext

import pytest

from articles.parsing.types import ParsedArticle
from claims.evaluation.reading import UnreadableError
from claims.evaluation.speed import speed
from tests.claims.actions.texts import ASSEMBLY, MISCOUNT


@pytest.mark.django_db(transaction=True)
def test_both_are_timed_on_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the test's own database: test_evaluate has one made for the purpose and dropped, which takes long."""
    monkeypatch.setattr("claims.evaluation.speed.scratch_database", nullcontext)
    cores = os.sched_getaffinity(0)
    found = speed([ParsedArticle(ASSEMBLY, publisher="One"), ParsedArticle(MISCOUNT)], repeats=1)
    assert found.spacy > 0
    assert found.ours > 0
    assert found.ratio == pytest.approx(found.ours / found.spacy)
    assert os.sched_getaffinity(0) == cores


@pytest.mark.django_db(transaction=True)
def test_a_failing_pipeline_is_no_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(**_: object) -> None:
        raise ValueError("No.")

    monkeypatch.setattr("claims.actions.pipeline.match", failing)
    monkeypatch.setattr("claims.evaluation.speed.scratch_database", nullcontext)  # to make one takes long
    with pytest.raises(UnreadableError, match="No"):
        speed([ParsedArticle(ASSEMBLY)], repeats=1)
