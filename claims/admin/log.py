"""The log of the whole desk: every line of every history in one list, newest first.

A page costs the same however long the history is: each table gives its newest lines from an index, and the page starts
where the one before ended.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.fields.json import KeyTextTransform
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from claims.actions.sealing import tracked_models
from claims.admin.base import desk_user
from claims.admin.history import Change, Line, told
from claims.models import User

PER_PAGE = 50
EXPORTED = 100_000
"""Lines in one export at most; the file says where to go on."""

MODELS: dict[str, type[Model]] = {model._meta.label_lower: model for model in tracked_models()}
MACHINE = "machine"


class LogFilter(forms.Form):
    """What of the log to show. Everything is optional."""

    who = forms.ChoiceField(required=False, label="Who")
    kind = forms.ChoiceField(required=False, label="Kind of record")
    since = forms.DateField(required=False, label="From", widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(required=False, label="To", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        people = [(str(person.pk), person.get_username()) for person in User.objects.order_by("username")]
        kinds = sorted((str(model._meta.verbose_name).capitalize(), label) for label, model in MODELS.items())
        self.fields["who"].choices = [("", "Anybody"), (MACHINE, "The machine"), *people]  # type: ignore[attr-defined]  # a choice
        self.fields["kind"].choices = [("", "Any"), *((label, name) for name, label in kinds)]  # type: ignore[attr-defined]  # as above


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the log a line stands: lines of one transaction have one time, so table and key tell them apart."""

    at: datetime
    label: str
    key: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.label}~{self.key}"

    @classmethod
    def read(cls, text: str) -> "Place":
        """Raises ValueError for what is no place."""
        at, label, key = text.split("~")
        moment = parse_datetime(at)
        if moment is None or timezone.is_naive(moment) or label not in MODELS:
            raise ValueError(text)
        return cls(moment, label, int(key))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log: what was done, and the page of the record where it has one."""

    place: Place
    change: Change
    record: str
    url: str


def log(request: HttpRequest) -> HttpResponse:
    """The log, filtered. Unknown values of a filter show nothing and say so."""
    form = _form(request)
    try:
        after = Place.read(request.GET["after"]) if request.GET.get("after") else None
    except ValueError as error:
        raise Http404("The log has no such place.") from error
    entries = list(_entries(form.cleaned_data, after=after, limit=PER_PAGE + 1)) if form.is_valid() else []
    query = request.GET.copy()
    query.pop("after", None)
    context = {
        **admin.site.each_context(request),
        "title": "Log",
        "form": form,
        "entries": entries[:PER_PAGE],
        "older": str(entries[PER_PAGE - 1].place) if len(entries) > PER_PAGE else "",
        "query": query.urlencode(),
        "is_first": after is None,
    }
    return TemplateResponse(request, "admin/claims/log.html", context)


def export(request: HttpRequest) -> HttpResponseBase:
    """The filtered log as CSV, a row for each field that changed."""
    form = _form(request)
    if not form.is_valid():
        raise Http404("The log cannot be filtered like this.")
    writer = csv.writer(_Echo())
    rows = _rows(form.cleaned_data)
    answer = StreamingHttpResponse((writer.writerow(map(_safe, row)) for row in rows), content_type="text/csv")
    answer["Content-Disposition"] = f'attachment; filename="log-{timezone.localdate()}.csv"'
    return answer


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _safe(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _rows(filters: Mapping[str, Any]) -> Iterator[tuple[object, ...]]:
    yield ("when", "who", "what was done", "rule", "kind", "record", "field", "before", "after")
    after, written = None, 0
    while written < EXPORTED:
        entries = list(_entries(filters, after=after, limit=500))
        for entry in entries:
            change = entry.change
            start = (change.at.isoformat(), change.who, change.doing, change.rule, change.what, entry.record)
            yield from ((*start, field.label, field.before, field.after) for field in change.fields)
        if len(entries) < 500:
            return
        after, written = entries[-1].place, written + len(entries)
    yield (f"The export ends after {EXPORTED:,} lines: choose a shorter time.",)


def _entries(filters: Mapping[str, Any], *, after: Place | None, limit: int) -> Iterator[Entry]:
    """The newest `limit` lines that pass `filters` and come after a place."""
    names = list(MODELS)
    places = [Place(at, names[kind], key) for at, kind, key in _places(filters, after=after, limit=limit)]
    by_model: dict[str, list[int]] = defaultdict(list)
    for place in places:
        by_model[place.label].append(place.key)
    lines = {(label, line.event.pk): line for label, keys in by_model.items() for line in _lines(MODELS[label], keys)}
    found = [lines[place.label, place.key] for place in places]
    for place, line, change in zip(places, found, told(found), strict=True):
        key = line.event.pgh_obj_id
        yield Entry(place, change, f"{change.what} {key}", _address(line.model, key))


def _places(filters: Mapping[str, Any], *, after: Place | None, limit: int) -> Iterable[tuple[datetime, int, int]]:
    parts = [
        _filtered(label, filters, after)
        .order_by("-pgh_created_at", "-pgh_id")
        .annotate(log_kind=Value(number))
        .values_list("pgh_created_at", "log_kind", "pgh_id")[:limit]
        for number, label in enumerate(MODELS)
        if filters["kind"] in ("", label)
    ]
    if len(parts) == 1:
        return list(parts[0])
    return list(parts[0].union(*parts[1:], all=True).order_by("-pgh_created_at", "log_kind", "-pgh_id")[:limit])


def _filtered(label: str, filters: Mapping[str, Any], after: Place | None) -> "QuerySet[Any]":
    rows: QuerySet[Any] = MODELS[label].pgh_event_model.objects.all()  # type: ignore[attr-defined]  # pghistory.track adds it
    if filters["who"] == MACHINE:
        rows = rows.exclude(pgh_context__has_key="user")
    elif filters["who"]:
        # As the index has it: the key as text, of lines that have one.
        person = KeyTextTransform("user", "pgh_context")
        rows = rows.annotate(person=person).filter(person=filters["who"], pgh_context__has_key="user")
    if filters["since"]:
        rows = rows.filter(pgh_created_at__gte=_midnight(filters["since"]))
    if filters["until"]:
        rows = rows.filter(pgh_created_at__lt=_midnight(filters["until"] + timedelta(days=1)))
    if after is None:
        return rows
    rows = rows.filter(pgh_created_at__lte=after.at)
    # In the order of the log: newest first, then by table, then the higher key first.
    if label < after.label:
        return rows.filter(pgh_created_at__lt=after.at)
    return rows.exclude(pgh_created_at=after.at, pgh_id__gte=after.key) if label == after.label else rows


def _lines(model: type[Model], keys: list[int]) -> Iterator[Line]:
    history = model.pgh_event_model.objects  # type: ignore[attr-defined]  # as above
    earlier = history.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id")).order_by("-pgh_id")
    events = list(history.filter(pk__in=keys).annotate(before_id=Subquery(earlier.values("pk")[:1])))
    before = history.in_bulk({event.before_id for event in events} - {None})
    for event in events:
        yield Line(event, before.get(event.before_id), model)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001 - made aware at once


def _address(model: type[Model], key: int) -> str:
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[key])
    except NoReverseMatch:
        return ""


def _form(request: HttpRequest) -> LogFilter:
    if not desk_user(request).has_perm("claims.read_log"):
        raise PermissionDenied
    known = {name: value for name, value in request.GET.items() if name in LogFilter.base_fields}
    return LogFilter(dict.fromkeys(LogFilter.base_fields, "") | known)
