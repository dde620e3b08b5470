import json
from io import StringIO
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from articles.models import ArticleVersion
from claims.actions import pipeline
from claims.actions.detect import detect
from claims.actions.extract import extract
from claims.actions.pipeline import process, waiting
from claims.admin.queues import failing_runs
from claims.models import Appearance, Claim, Contradiction, Event, PipelineRun
from tests.claims.actions.texts import ASSEMBLY, COUNCIL, MISCOUNT, added

pytestmark = pytest.mark.django_db


def failing(**_: object) -> Any:
    raise ValueError("The text cannot be read.")


def test_progress_and_outcome() -> None:
    versions = [added(ASSEMBLY, "One"), added(COUNCIL, "Two")]
    seen: list[ArticleVersion] = []
    outcome = process(versions=versions, progress=seen.append)
    assert seen == versions
    assert outcome.done == [version.pk for version in versions]
    assert len(outcome.contradictions) == 1
    assert not waiting().exists()


def test_a_failure_is_kept_and_the_rest_goes_on() -> None:
    bad, good = added(ASSEMBLY, "One"), added(COUNCIL, "Two")
    real = extract

    def picky(*, versions: list[ArticleVersion], **readings: Any) -> set[int]:
        return failing() if bad in versions else real(versions=versions, **readings)

    with patch.object(pipeline, "extract", picky):
        outcome = process(versions=[bad, good])
    assert outcome.done == [good.pk]
    assert "The text cannot be read." in outcome.failed[bad.pk]
    run = PipelineRun.objects.get(version=bad)
    assert (run.station, "ValueError" in run.error) == ("extract", True)
    assert list(waiting()) == []
    assert list(waiting(retry_failed=True)) == [bad]


def test_a_retry_makes_nothing_twice() -> None:
    version = added(ASSEMBLY, "One")
    with patch.object(pipeline, "match", failing):
        process(versions=[version])
    claims = Claim.objects.count()
    assert claims
    outcome = process(versions=waiting(retry_failed=True))
    assert outcome.done == [version.pk]
    assert Claim.objects.count() == claims
    assert not waiting(retry_failed=True).exists()


def test_detection_of_one_does_not_hold_up_the_others() -> None:
    versions = [added(ASSEMBLY, "One"), added(COUNCIL, "Two")]
    real = detect

    def picky(*, event_ids: list[int], version_ids: list[int]) -> list[Contradiction]:
        if versions[0].pk in version_ids:
            raise ValueError("No.")
        return real(event_ids=event_ids, version_ids=version_ids)

    with patch.object(pipeline, "detect", picky):
        outcome = process(versions=versions)
    assert (list(outcome.failed), outcome.done) == ([versions[0].pk], [versions[1].pk])


def test_the_commands() -> None:
    added(ASSEMBLY, "One")
    added(COUNCIL, "Two")
    out = StringIO()
    call_command("process", stdout=out, stderr=StringIO())
    assert "2 read, 0 failed, 1 contradictions" in out.getvalue()
    out = StringIO()
    call_command("contradictions", "--json", stdout=out)
    (found,) = json.loads(out.getvalue())
    assert found["suggested_resolution"] == "different_body_or_scope"
    report = found["positions"][0]["reports"][0]
    assert set(report) >= {"value", "quote", "article", "publisher", "source"}
    out = StringIO()
    call_command("contradictions", stdout=out)
    assert "different_body" in out.getvalue()


def test_the_command_fails_where_an_article_did() -> None:
    added(ASSEMBLY, "One")
    with patch.object(pipeline, "extract", failing), pytest.raises(CommandError, match="could not be read"):
        call_command("process", stdout=StringIO(), verbosity=0)
    assert "The text cannot be read." in PipelineRun.objects.get().error


@pytest.mark.parametrize("station", ["extract", "match", "detect"])
def test_a_new_method_of_any_station_makes_texts_wait(station: str, monkeypatch: pytest.MonkeyPatch) -> None:
    version = added(ASSEMBLY, "One")
    process(versions=[version])
    monkeypatch.setitem(pipeline.METHODS, PipelineRun.Station(station), "next")
    assert list(waiting()) == [version]


def test_what_fails_at_commit_is_not_counted_as_done() -> None:
    version = added(ASSEMBLY, "One")
    real = pipeline._detected

    def refused(batch: list[ArticleVersion], left: set[int]) -> list[Contradiction]:
        real(batch, left)
        raise IntegrityError("At commit.")

    with patch.object(pipeline, "_detected", refused):
        outcome = process(versions=[version])
    assert (outcome.done, outcome.contradictions, list(outcome.failed)) == ([], set(), [version.pk])


def test_a_failure_recorded_after_the_success_of_another_process_is_over() -> None:
    version = added(ASSEMBLY, "One")
    process(versions=[version])
    run = PipelineRun.objects.get(station="match")
    PipelineRun.objects.create(version=version, station="match", method=run.method, error="IntegrityError")
    assert not failing_runs().exists()
    PipelineRun.objects.create(version=version, station="match", method="next", error="ValueError")
    assert failing_runs().get().method == "next"


def test_new_methods_make_nothing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    def counts() -> list[int]:
        return [model.objects.count() for model in (Claim, Appearance, Event, Contradiction)]

    process(versions=[added(text, str(number)) for number, text in enumerate((ASSEMBLY, MISCOUNT, COUNCIL))])
    before = counts()
    for station in ("extract", "match", "detect"):
        monkeypatch.setattr(f"claims.actions.{station}.METHOD", "next")
        monkeypatch.setitem(pipeline.METHODS, PipelineRun.Station(station), "next")
    monkeypatch.setattr(pipeline, "DETECT", "next")
    outcome = process(versions=waiting())
    assert (len(outcome.done), outcome.failed, counts()) == (3, {}, before)
    assert not waiting().exists()
