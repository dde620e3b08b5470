"""Whether the history is what was written: its triggers, its agreement with the records, and its seals."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model

from claims.models import HistorySeal

CHUNK = 5_000


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written. `about` is a table, a trigger or a seal."""

    about: str
    what: str


def tracked_models() -> list[type[Model]]:
    """Every model whose history is kept, in a fixed order."""
    models = [model for model in apps.get_models() if hasattr(model, "pgh_event_model")]
    return sorted(models, key=lambda model: model._meta.label_lower)


def seal() -> HistorySeal:
    """Seal what was written since the last seal. Writers wait only while the newest keys are read."""
    newest = _newest_keys()
    with transaction.atomic():
        with connection.cursor() as cursor:
            # One seal after another: two at once would both follow the same one.
            cursor.execute("LOCK TABLE claims_historyseal IN EXCLUSIVE MODE")
        previous = HistorySeal.objects.order_by("-pk").first()
        ranges = {}
        for model in tracked_models():
            table, columns = _table(model), _columns(model)
            first = 1 + (previous.ranges[table]["last"] if previous and table in previous.ranges else 0)
            last = max(newest[table], first - 1)
            lines, digest = _hashed(table, columns, first, last)
            ranges[table] = {"first": first, "last": last, "lines": lines, "columns": columns, "sha256": digest}
        return HistorySeal.objects.create(previous=previous, ranges=ranges, digest=_digest(ranges, previous))


def verify() -> Iterator[Finding]:
    """Whatever does not fit. Nothing is written; a whole history is read."""
    yield from _triggers()
    for model in tracked_models():
        yield from _records(model)
    yield from _seals()


def _newest_keys() -> dict[str, int]:
    """The last key of each history table, once nobody is writing to it any more: a lower key cannot appear later."""
    tables = [_table(model) for model in tracked_models()]
    newest = {}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN SHARE MODE")
        for table in tables:
            cursor.execute(f"SELECT COALESCE(MAX(pgh_id), 0) FROM {table}")  # noqa: S608 - our own tables
            (newest[table],) = cursor.fetchone()
    return newest


def _hashed(table: str, columns: list[str], first: int, last: int) -> tuple[int, str]:
    """How many lines there are between two keys, and the SHA-256 of what they hold in `columns`, as JSON of
    PostgreSQL's own writing. Columns that came later are not asked for: no seal says anything of them."""
    values = ", ".join(f'line."{column}"' for column in columns)
    digest, lines, after = hashlib.sha256(), 0, first - 1
    with connection.cursor() as cursor:
        while True:
            cursor.execute(
                f"SELECT pgh_id, jsonb_build_array({values})::text FROM {table} line"  # noqa: S608 - our own tables
                " WHERE pgh_id > %s AND pgh_id <= %s ORDER BY pgh_id LIMIT %s",
                [after, last, CHUNK],
            )
            rows = cursor.fetchall()
            for after, row in rows:  # noqa: B007 - the last key of the chunk is where the next begins
                digest.update(row.encode() + b"\n")
            lines += len(rows)
            if len(rows) < CHUNK:
                return lines, digest.hexdigest()


def _digest(ranges: dict[str, Any], previous: HistorySeal | None) -> str:
    told = json.dumps([previous.digest if previous else "", ranges], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def _triggers() -> Iterator[Finding]:
    for model, trigger in pgtrigger.registered():
        status, enabled = trigger.get_installation_status(model)
        name = f"{model._meta.db_table}.{trigger.name}"
        if status != "INSTALLED":
            yield Finding(name, f"The trigger is {status.lower()}.")
        elif not enabled:
            yield Finding(name, "The trigger is switched off.")


def _records(model: type[Model]) -> Iterator[Finding]:
    """Records that are not what the last line about them says: somebody wrote past the triggers."""
    history = _history(model)
    kept = {field.column for field in history._meta.concrete_fields}
    columns = [field.column for field in model._meta.concrete_fields if field.column in kept and not field.generated]
    table, lines = model._meta.db_table, history._meta.db_table
    now, then = (", ".join(f'{alias}."{column}"' for column in columns) for alias in ("record", "line"))
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT COALESCE(record.id, line.pgh_obj_id), record.id IS NULL, line.pgh_id IS NULL
            FROM {table} record FULL JOIN (
                SELECT DISTINCT ON (pgh_obj_id) * FROM {lines} ORDER BY pgh_obj_id, pgh_id DESC
            ) line ON line.pgh_obj_id = record.id
            WHERE (record.id IS NULL AND line.pgh_label <> 'delete')
               OR (record.id IS NOT NULL AND (line.pgh_id IS NULL OR ({now}) IS DISTINCT FROM ({then})))
            ORDER BY 1
            """  # noqa: S608 - our own tables
        )
        for key, is_gone, is_unknown in cursor:
            told = "is gone" if is_gone else "was never written down" if is_unknown else "is not what was written last"
            yield Finding(table, f"Record {key} {told}.")


def _seals() -> Iterator[Finding]:
    previous, covered = None, dict[str, int]()
    for one in HistorySeal.objects.order_by("pk"):
        if one.previous_id != (previous.pk if previous else None) or one.digest != _digest(one.ranges, previous):
            yield Finding(f"seal {one.pk}", "It does not follow from the seal before.")
        for table, part in one.ranges.items():
            first, last = part["first"], part["last"]
            if first != covered.get(table, 0) + 1:
                yield Finding(f"seal {one.pk}", f"Lines of {table} before {first} are under no seal.")
            lines, digest = _hashed(table, part["columns"], first, last)
            if (lines, digest) != (part["lines"], part["sha256"]):
                what = f"{lines} lines instead of {part['lines']}" if lines != part["lines"] else "other words"
                yield Finding(table, f"Lines {first} to {last} are not what seal {one.pk} covers: {what}.")
            covered[table] = last
        previous = one


def _columns(model: type[Model]) -> list[str]:
    return [str(field.column) for field in _history(model)._meta.concrete_fields]


def _table(model: type[Model]) -> str:
    return _history(model)._meta.db_table


def _history(model: type[Model]) -> type[Model]:
    found: type[Model] = model.pgh_event_model  # type: ignore[attr-defined]  # pghistory.track adds it
    return found
