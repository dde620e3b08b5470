"""What holds for every model and every migration. An exception is named here, with its reason."""

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
from django.db.models import PROTECT, CheckConstraint, ForeignKey, Model, UniqueConstraint
from django.urls import URLPattern, URLResolver, get_resolver

OURS = {"articles", "claims", "seeds"}
EVERY = [model for model in apps.get_models() if model._meta.app_label in OURS]
HISTORY = [model for model in EVERY if hasattr(model, "pgh_tracked_model")]
MODELS = [model for model in EVERY if model not in HISTORY and not model._meta.proxy]  # a proxy's table is another's

UNTRACKED = {
    "ArticleVersion": "immutable and never deleted",
    "Passage": "append-only",
    "RecordChange": "a line that says when, for programs that copy",
    "ReviewChange": "a line that says when, for programs that copy",
    "IngestAttempt": "append-only",
    "ImportedReview": "append-only",
    "ImportRow": "append-only",
    "ImportRun": "counts what its rows say; who began it stands in it",
    "PipelineRun": "append-only",
    "Word": "what the public claims are made of, written anew by a job",
    "HistorySeal": "append-only",
    "Correction": "append-only",
    "Part": "written anew by triggers from tables that have a history",
    "PositionAppearance": "what detection finds, written anew each time it runs",
    "Message": "append-only",
    "Delivery": "append-only",
    "Step": "append-only",
    "Lease": "says who has what before them for ten minutes; what they did is in the history of the item",
    "Watch": "a person's own wish to be told",
    "Notification": "told to one person; what happened is in the history of the item",
    "Change": "says that something readers see has changed; what it was is in the history of that",
    "Week": "sums of what other tables keep",
    "LinkCheck": "what a job finds, written anew each time it looks",
    "Allowance": "counts that are forgotten as soon as they mean nothing",
    "Replay": "answers that are kept for a day",
    "Tries": "counts that are forgotten as soon as they mean nothing",
    "WorkingCopy": "unsaved words of one person; what they save is in the history of the verdict",
    "Presence": "who has a page open just now, which nobody needs to know later",
}
SILENT = {
    "article_version_has_text": "written by add_article alone, from a text that the parser found not to be empty",
    "article_version_one_current": "written by add_article alone",
    "passage_end_after_start": "written by add_article alone",
    "ingest_attempt_failed_or_version": "written by add_article and record_failure alone",
    "claim_has_text": "a form says that the field is required",
    "claim_score_0_to_1": "written by extraction alone",
    "contradiction_score_0_to_1": "written by detection alone",
    "appearance_end_after_start": "written by extraction alone",
    "measurement_end_after_start": "written by extraction alone",
    "measurement_number_or_text": "written by extraction alone",
    "measurement_range_in_order": "written by extraction alone",
    "pipeline_run_succeeds_once": "written by the pipeline alone",
    "link_check_answer_or_error": "written by the job that asks for links alone",
    "working_copy_of_one_thing": "written by the editor's own action alone",
    "correction_has_reason": "written by the actions alone, which ask for the reason",
}

each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def words(model: type[Model]) -> str:
    """ArticleVersion → article_version."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower()


@each_model
def test_nothing_is_deleted_along_with_something_else(model: type[Model]) -> None:
    """History models are exempt: their rows point at what may be gone, without a constraint."""
    keys = [field for field in model._meta.get_fields() if isinstance(field, ForeignKey)]
    assert [key.name for key in keys if key.remote_field.on_delete is not PROTECT] == []


@each_model
def test_what_people_change_has_a_history(model: type[Model]) -> None:
    tracked = hasattr(model, "pgh_event_model")
    assert tracked != (model.__name__ in UNTRACKED), UNTRACKED.get(model.__name__, "say why it needs no history")


@pytest.mark.parametrize("name", [name for name, why in UNTRACKED.items() if why.startswith(("append", "immutable"))])
def test_what_has_no_history_because_it_does_not_change_is_guarded(name: str) -> None:
    [model] = [model for model in MODELS if model.__name__ == name]
    guards = {trigger.name for trigger in getattr(model._meta, "triggers", ())}
    assert "append_only" in guards


@each_model
def test_models_name_and_order_themselves(model: type[Model]) -> None:
    assert model.__str__ is not Model.__str__, "say in __str__ what a person calls it"
    assert model._meta.ordering or model.__name__ == "User", "User is Django's own"
    assert inspect.getdoc(model)


def api_models(patterns: list[Any] | None = None) -> Iterator[type[Model]]:
    """The models that the API serves, read from its addresses."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from api_models(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            view = getattr(pattern.callback, "cls", None) or getattr(pattern.callback, "view_class", None)
            queryset = getattr(view, "queryset", None)
            model = getattr(view, "model", None) or (None if queryset is None else queryset.model)
            if model in MODELS:
                yield model


def test_what_readers_see_is_chosen_by_public() -> None:
    shown = {model for model in MODELS if hasattr(model, "get_absolute_url")} | set(api_models())
    assert {model.__name__ for model in shown} >= {"Article", "Claim", "Contradiction", "Event", "Verdict"}
    assert [model.__name__ for model in shown if not hasattr(model._default_manager, "public")] == []


@each_model
def test_constraints_are_named_after_their_model(model: type[Model]) -> None:
    for constraint in (*model._meta.constraints, *model._meta.indexes):
        assert re.match(rf"{words(model)}_[a-z0-9_]+$", constraint.name), constraint.name
        assert len(constraint.name.encode()) <= 63, "PostgreSQL cuts longer names"


@each_model
def test_a_person_reads_a_sentence_where_a_constraint_stops_them(model: type[Model]) -> None:
    """Django words a plain UniqueConstraint well by itself; a check or a condition it cannot."""
    for constraint in model._meta.constraints:
        plain = isinstance(constraint, UniqueConstraint) and constraint.condition is None
        if plain or constraint.name in SILENT:
            continue
        assert isinstance(constraint, UniqueConstraint | CheckConstraint)
        assert constraint.violation_error_message != constraint.default_violation_error_message, constraint.name


def test_every_exception_named_here_is_still_one() -> None:
    names = {constraint.name for model in MODELS for constraint in model._meta.constraints}
    assert set(SILENT) <= names
    assert set(UNTRACKED) <= {model.__name__ for model in MODELS}


@pytest.mark.django_db
def test_migrations_are_complete() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_have_names_of_their_own() -> None:
    ours = [name for app, name in MigrationLoader(None).disk_migrations if app in OURS]
    assert ours
    assert [name for name in ours if not re.match(r"\d{4}_[a-z_]+$", name) or "auto" in name] == []


def test_migrations_can_be_undone() -> None:
    migrations = MigrationLoader(None).disk_migrations
    operations = [operation for (app, _), each in migrations.items() if app in OURS for operation in each.operations]
    assert operations
    assert [str(operation) for operation in operations if not operation.reversible] == []
