"""Pages of a list by the place of one row in it: its value and its id.

A page is found by index however deep it lies, and nothing is skipped or shown twice while rows are added or removed.
DRF's own cursors hold a value and an offset, and lose their way among rows without a value and among more than a
thousand rows with the same one.
"""

import base64
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import F, Field, Model, Q, QuerySet
from django.utils import timezone

from articles.moments import in_utc

Row = TypeVar("Row", bound=Model)
NO_PLACE = "This is no place in this list."


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place beside which a page begins, and the way it goes from there. `value` is in the field's text form."""

    backwards: bool
    value: str | None
    pk: int

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(json.dumps([self.backwards, self.value, self.pk]).encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises ValueError where `text` is not a cursor."""
        try:
            read = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        except RecursionError as error:
            raise ValueError("Not a cursor.") from error
        match read:
            case [bool(backwards), str() | None as value, int(pk)] if 0 < pk < 2**63:
                return cls(backwards, value, pk)
        raise ValueError("Not a cursor.")


@dataclass(frozen=True, slots=True)
class Order:
    """By one field with the id as tie-break, both in one direction. Rows without a value come last."""

    field: "Field[Any, Any]"
    descending: bool
    null: bool

    @classmethod
    def of(cls, queryset: QuerySet[Any], ordering: str, filled: Collection[str] = ()) -> Self:
        """The order that `ordering` names, in Django's way: "-created_at". Columns in `filled` have a value in every
        row of this list, whatever their table allows."""
        field = queryset.query.get_meta().get_field(ordering.removeprefix("-"))
        assert isinstance(field, Field)  # noqa: S101  # a list is ordered by a column of its own
        return cls(field, ordering.startswith("-"), field.null and field.name not in filled)

    def sort(self, queryset: QuerySet[Row], *, backwards: bool) -> QuerySet[Row]:
        name, down = self.field.name, self.descending != backwards
        if not self.null:
            return queryset.order_by(f"-{name}" if down else name, "-pk" if down else "pk")
        empty = {"nulls_first": True} if backwards else {"nulls_last": True}
        return queryset.order_by(F(name).desc(**empty) if down else F(name).asc(**empty), "-pk" if down else "pk")

    def beyond(self, cursor: Cursor) -> Q:
        """What lies on the far side of `cursor`. Raises ValueError where it cannot be a place in this list."""
        name, way = self.field.name, "lt" if self.descending != cursor.backwards else "gt"
        further = Q(**{f"pk__{way}": cursor.pk})
        if cursor.value is None:
            if not self.null:
                raise ValueError(NO_PLACE)
            without = Q(**{f"{name}__isnull": True}) & further
            return without | Q(**{f"{name}__isnull": False}) if cursor.backwards else without
        # The first condition says nothing new, but it is the one that an index can answer.
        value = self.value(cursor.value)
        found = Q(**{f"{name}__{way}e": value}) & (Q(**{f"{name}__{way}": value}) | further)
        return found | Q(**{f"{name}__isnull": True}) if self.null and not cursor.backwards else found

    def value(self, text: str) -> Any:
        try:
            value = self.field.to_python(text)
        except ValidationError as error:
            raise ValueError(NO_PLACE) from error
        if not isinstance(value, datetime):
            return value
        if timezone.is_naive(value):
            raise ValueError(NO_PLACE)
        return in_utc(value)

    def cursor(self, row: Model, *, backwards: bool) -> Cursor:
        empty = self.field.value_from_object(row) is None
        return Cursor(backwards, None if empty else self.field.value_to_string(row), row.pk)


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Row]):
    """Some rows of a list in its order, and the places from which the rows before and after them are found."""

    rows: list[Row]
    previous: str | None
    next: str | None


def stretch(
    queryset: QuerySet[Row], ordering: str, *, at: str | None, size: int, filled: Collection[str] = ()
) -> Stretch[Row]:
    """At most `size` rows of `queryset` in the order that `ordering` names, from the place `at`: a cursor's text, or
    None for the beginning. Raises ValueError where `at` is no place in this list."""
    order = Order.of(queryset, ordering, filled)
    cursor = None if at is None else Cursor.read(at)
    backwards = cursor is not None and cursor.backwards
    if cursor is not None:
        queryset = queryset.filter(order.beyond(cursor))
    rows = list(order.sort(queryset, backwards=backwards)[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    behind = more if backwards else cursor is not None
    ahead = backwards or more
    return Stretch(
        rows,
        str(order.cursor(rows[0], backwards=True)) if behind and rows else None,
        str(order.cursor(rows[-1], backwards=False)) if ahead and rows else None,
    )
