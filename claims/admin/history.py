"""The history of a record, from the lines that pghistory's triggers write: who, when, which action, what changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Field, ForeignKey, Model

from claims.models import User

LIMIT = 300
"""Lines read for one model on one page; the page says when there are more."""

DONE = {"insert": "added", "update": "changed", "delete": "removed"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, before and after. `before` is empty where the record was new."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the history."""

    at: datetime
    who: str
    doing: str  # the action's own name ("publish verdict"), or what the trigger saw ("changed")
    what: str  # the kind of record, where it is not the one whose history this is
    rule: str  # the method by which the machine did it, or nothing
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the history as stored, the line before about the same record, and what kind of record it is about."""

    event: Any
    before: Any
    model: type[Model]


def changes_of(obj: Model, *, related: Iterable[tuple[type[Model], str]] = ()) -> tuple[list[Change], bool]:
    """What happened to `obj` and to the `related` records that point at it, newest first, and whether that is all."""
    belongs_by = dict(related)
    lines: list[Line] = []
    complete = True
    for model, field in [(type(obj), "pgh_obj"), *belongs_by.items()]:
        events, whole = _events(model, **{f"{field}_id": obj.pk})
        complete = complete and whole
        latest: dict[Any, Any] = {}
        for event in events:
            lines.append(Line(event, latest.get(event.pgh_obj_id), model))
            latest[event.pgh_obj_id] = event
    lines.sort(key=lambda line: (line.event.pgh_created_at, line.event.pgh_id), reverse=True)
    return told(lines, of=type(obj), without=belongs_by), complete


def told(
    lines: Sequence[Line], *, of: type[Model] | None = None, without: Mapping[type[Model], str] | None = None
) -> list[Change]:
    """`lines` in words: the people and the records they name are looked up with one query for each kind. Of records of
    the kind `of` it is not said what they are; of others, the field in `without` is not told."""
    people = User.objects.in_bulk({_user_id(line.event) for line in lines} - {None})
    names = _names(lines)
    return [
        Change(
            at=line.event.pgh_created_at,
            who=_who(line.event, people, by_machine=_by_machine(line)),
            doing=_doing(line),
            what="" if line.model is of else str(line.model._meta.verbose_name).capitalize(),
            rule=str(_metadata(line.event).get("method", "")),
            fields=tuple(_differences(line, names, without=(without or {}).get(line.model, ""))),
        )
        for line in lines
    ]


def _events(model: type[Model], **belonging: Any) -> tuple[Sequence[Any], bool]:
    event_model = model.pgh_event_model  # type: ignore[attr-defined]  # pghistory.track adds it
    newest = list(event_model.objects.filter(**belonging).order_by("-pgh_id")[: LIMIT + 1])
    return list(reversed(newest)), len(newest) <= LIMIT


def _fields(model: type[Model]) -> "list[Field[Any, Any]]":
    kept = {field.name for field in model.pgh_event_model._meta.fields}  # type: ignore[attr-defined]  # as above
    return [
        field
        for field in model._meta.concrete_fields
        if field.name in kept and not field.generated and not field.primary_key
    ]


def _names(lines: Iterable[Line]) -> dict[tuple[type[Model], Any], str]:
    """What the foreign keys in `lines` point at, in words: one query for each model."""
    wanted: dict[type[Model], set[Any]] = defaultdict(set)
    for line in lines:
        for field in _fields(line.model):
            if isinstance(field, ForeignKey):
                told_of = (getattr(one, field.attname) for one in (line.event, line.before) if one is not None)
                wanted[field.related_model].update(told_of)
    return {
        (model, pk): str(found)
        for model, pks in wanted.items()
        for pk, found in model._base_manager.in_bulk(pks - {None}).items()
    }


def _differences(line: Line, names: dict[tuple[type[Model], Any], str], *, without: str) -> Iterable[FieldChange]:
    for field in _fields(line.model):
        if field.name == without:  # that it belongs to this record is known
            continue
        new = _words(line.event, field, names)
        old = _words(line.before, field, names) if line.before is not None else ""
        if old != new:
            yield FieldChange(label=str(field.verbose_name).capitalize(), before=old, after=new)


def _words(event: Any, field: "Field[Any, Any]", names: dict[tuple[type[Model], Any], str]) -> str:
    value = getattr(event, field.attname)
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(field, ForeignKey):
        return names.get((field.related_model, value), f"number {value}")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M UTC")
    return str(value)


def _metadata(event: Any) -> dict[str, Any]:
    return event.pgh_context or {}


def _user_id(event: Any) -> int | None:
    return _metadata(event).get("user")


def _by_machine(line: Line) -> bool:
    """Whether the pipeline wrote the line, in a request that adds or retries an article. One request has one context:
    the article itself is the person's, what is found in it the machine's."""
    return bool(_metadata(line.event).get("pipeline")) and line.model._meta.app_label == User._meta.app_label


def _doing(line: Line) -> str:
    action = "" if _by_machine(line) else _metadata(line.event).get("action", "")
    return action or DONE.get(line.event.pgh_label, line.event.pgh_label)


def _who(event: Any, people: dict[int, User], *, by_machine: bool) -> str:
    pk = _user_id(event)
    if pk is None:
        return "the machine"
    person = people.get(pk)
    name = person.get_full_name() or person.get_username() if person else f"user {pk}"
    return f"the machine, started by {name}" if by_machine else name
