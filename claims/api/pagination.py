"""Pages of a list by cursor: nothing is skipped or shown twice while rows are added or removed.

A cursor holds the place of one row in the order of the list, its value and its id, so a page is found by index however
deep it lies. DRF's own cursors hold a value and an offset, and lose their way among rows without a value and among
more than a thousand rows with the same one.
"""

import base64
import json
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from django.core.exceptions import ValidationError as InvalidValue
from django.db.models import F, Field, Model, Q, QuerySet
from django.utils import timezone
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

Row = TypeVar("Row", bound=Model)


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
        match json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))):
            case [bool(backwards), str() | None as value, int(pk)] if 0 < pk < 2**63:
                return cls(backwards, value, pk)
        raise ValueError("Not a cursor.")


@dataclass(frozen=True, slots=True)
class Order:
    """By one field with the id as tie-break, both in one direction. Rows without a value come last."""

    field: "Field[Any, Any]"
    descending: bool

    @classmethod
    def of(cls, queryset: QuerySet[Any], ordering: str) -> Self:
        """The order that `ordering` names, in Django's way: "-created_at"."""
        field = queryset.query.get_meta().get_field(ordering.removeprefix("-"))
        assert isinstance(field, Field)  # noqa: S101  # a list is ordered by a column of its own
        return cls(field, ordering.startswith("-"))

    def sort(self, queryset: QuerySet[Row], *, backwards: bool) -> QuerySet[Row]:
        name, down = self.field.name, self.descending != backwards
        if not self.field.null:
            return queryset.order_by(f"-{name}" if down else name, "-pk" if down else "pk")
        empty = {"nulls_first": True} if backwards else {"nulls_last": True}
        return queryset.order_by(F(name).desc(**empty) if down else F(name).asc(**empty), "-pk" if down else "pk")

    def beyond(self, cursor: Cursor) -> Q:
        """What lies on the far side of `cursor`. Raises a 400 where it cannot be a place in this list."""
        name, way = self.field.name, "lt" if self.descending != cursor.backwards else "gt"
        further = Q(**{f"pk__{way}": cursor.pk})
        if cursor.value is None:
            if not self.field.null:
                raise malformed()
            without = Q(**{f"{name}__isnull": True}) & further
            return without | Q(**{f"{name}__isnull": False}) if cursor.backwards else without
        # The first condition says nothing new, but it is the one that an index can answer.
        value = self.value(cursor.value)
        found = Q(**{f"{name}__{way}e": value}) & (Q(**{f"{name}__{way}": value}) | further)
        return found | Q(**{f"{name}__isnull": True}) if self.field.null and not cursor.backwards else found

    def value(self, text: str) -> Any:
        try:
            value = self.field.to_python(text)
        except InvalidValue as error:
            raise malformed() from error
        if hasattr(value, "tzinfo") and timezone.is_naive(value):
            raise malformed()
        return value

    def cursor(self, row: Model, *, backwards: bool) -> Cursor:
        empty = self.field.value_from_object(row) is None
        return Cursor(backwards, None if empty else self.field.value_to_string(row), row.pk)


def malformed() -> ValidationError:
    return ValidationError(
        {"cursor": ["This is no cursor of this list. Take it from the page's `next` or `previous`."]}
    )


class Pages(BasePagination):
    """50 rows a page, or `page_size` of 1 to 100, in the order that the view's `ordering` names; without one, newest id
    first."""

    page_size = 50
    largest = 100

    def paginate_queryset(self, queryset: Any, request: Request, view: APIView | None = None) -> list[Any]:
        size = self.size(request)
        order = Order.of(queryset, getattr(view, "ordering", "-id"))
        cursor = self.cursor(request)
        backwards = cursor is not None and cursor.backwards
        if cursor is not None:
            queryset = queryset.filter(order.beyond(cursor))
        rows = list(order.sort(queryset, backwards=backwards)[: size + 1])
        more, rows = len(rows) > size, rows[:size]
        if backwards:
            rows.reverse()
        self.links: dict[str, str | None] = {"next": None, "previous": None}
        behind = more if backwards else cursor is not None
        for way, there, end in (("next", backwards or more, -1), ("previous", behind, 0)):
            if there and rows:
                place = str(order.cursor(rows[end], backwards=way == "previous"))
                self.links[way] = replace_query_param(request.build_absolute_uri(), "cursor", place)
        return rows

    def size(self, request: Request) -> int:
        """The page size asked for. Raises a 400 where it is not a number from 1 to the largest."""
        text = request.query_params.get("page_size", str(self.page_size))
        if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= self.largest):
            raise ValidationError({"page_size": [f"The page size is a whole number from 1 to {self.largest}."]})
        return int(text)

    def cursor(self, request: Request) -> Cursor | None:
        text = request.query_params.get("cursor")
        if text is None:
            return None
        try:
            return Cursor.read(text)
        except (ValueError, RecursionError) as error:
            raise malformed() from error

    def get_paginated_response(self, data: Any) -> Response:
        relations = {"next": "next", "previous": "prev"}
        header = ", ".join(f'<{link}>; rel="{relations[way]}"' for way, link in self.links.items() if link)
        return Response({**self.links, "results": data}, headers={"Link": header} if header else None)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": ["string", "null"], "format": "uri"}
        further = "https://crosscheck.example.org/api/v1/claims/?cursor=W2ZhbHNlLCBudWxsLCA3XQ"
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": {**link, "description": "The page after this one", "example": further},
                "previous": {**link, "description": "The page before this one", "example": None},
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, _view: APIView) -> list[dict[str, Any]]:
        size = {"type": "integer", "minimum": 1, "maximum": self.largest, "default": self.page_size}
        return [
            {
                "name": "cursor",
                "in": "query",
                "required": False,
                "description": "A place in the list, taken from `next` or `previous`",
                "schema": {"type": "string"},
            },
            {"name": "page_size", "in": "query", "required": False, "description": "Rows a page", "schema": size},
        ]
