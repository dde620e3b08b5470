"""The history is written by the database, for raw SQL too, and nobody rewrites it."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model

from claims.models import Claim, PipelineRun
from tests.conftest import Refusal, Writer
from tests.factories import ClaimFactory, VersionFactory

pytestmark = pytest.mark.django_db

TRACKED = [model for model in apps.get_models() if hasattr(model, "pgh_event_model")]


def history(row: Model) -> list[tuple[str, Any]]:
    events = row.pgh_event_model.objects.filter(pgh_obj_id=row.pk).order_by("pgh_id")  # type: ignore[attr-defined]  # tracked
    return list(events.values_list("pgh_label", "status_reason"))


def test_every_write_leaves_a_line(write: Writer) -> None:
    write.add(Claim, text="The resolution won 93 votes", method="editor")
    claim = Claim.objects.get()
    write.change(claim, status="rejected", status_reason="An opinion.")
    write.change(claim, status="accepted", status_reason="")
    write.remove(claim)
    assert history(claim) == [("insert", ""), ("update", "An opinion."), ("update", ""), ("delete", "")]


def test_a_write_that_changes_nothing_leaves_none(write: Writer) -> None:
    claim = ClaimFactory.create()
    write.change(claim, status=claim.status)
    assert [label for label, _ in history(claim)] == ["insert"]


@pytest.mark.parametrize("model", TRACKED, ids=lambda model: model.__name__)
def test_history_is_append_only(model: type[Model]) -> None:
    """Read from PostgreSQL's own catalogue: the trigger stands on every history table, and is switched on."""
    table = model.pgh_event_model._meta.db_table  # type: ignore[attr-defined]  # tracked
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgenabled::text, tgtype::int FROM pg_trigger"
            " WHERE tgrelid = %s::regclass AND tgname LIKE 'pgtrigger_append_only%%'",
            [table],
        )
        assert cursor.fetchall() == [("O", 1 | 2 | 8 | 16)], "for each row, before update or delete"


def test_history_is_not_rewritten(write: Writer, refused: Refusal) -> None:
    line = Claim.pgh_event_model.objects.get(pgh_obj=ClaimFactory.create())  # type: ignore[attr-defined]  # tracked
    line.id = line.pgh_id  # what the writers find a row by
    with refused("rows from claims_claimevent table"), connection.cursor() as cursor:
        cursor.execute("UPDATE claims_claimevent SET text = 'other' WHERE pgh_id = %s", [line.pgh_id])
    with refused("rows from claims_claimevent table"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM claims_claimevent WHERE pgh_id = %s", [line.pgh_id])
    with refused("rows from claims_claimevent table"):
        type(line).objects.filter(pk=line.pk).update(text="other")


def test_a_station_succeeds_once_and_may_fail_often(write: Writer, refused: Refusal) -> None:
    run = {"version": VersionFactory.create(), "station": "extract", "method": "rules/1"}
    for _ in range(2):
        write.add(PipelineRun, **run, error="The model could not be loaded.")
    write.add(PipelineRun, **run)
    with refused("pipeline_run_succeeds_once"):
        write.add(PipelineRun, **run)
    for other in ({"station": "match"}, {"method": "rules/2"}, {"version": VersionFactory.create()}):
        write.add(PipelineRun, **run | other)


def test_runs_are_append_only(write: Writer, refused: Refusal) -> None:
    run = PipelineRun.objects.create(version=VersionFactory.create(), station="extract", method="r/1", error="No.")
    with refused("rows from claims_pipelinerun table"):
        write.change(run, error="")
    with refused("rows from claims_pipelinerun table"):
        write.remove(run)
