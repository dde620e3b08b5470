"""Pages of a list by cursor: nothing is skipped or shown twice while rows are added or removed (see claims.keyset)."""

from typing import Any

from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

from claims.keyset import Stretch, stretch
from claims.models.change import settled_until

NO_CURSOR = "This is no cursor of this list. Take it from the page's `next` or `previous`."


class Pages(BasePagination):
    """50 rows a page, or `page_size` of 1 to 100, in the order that the view's `ordering` names."""

    page_size = 50
    largest = 100

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        # Asked before the rows are: what is committed between the two comes again, and nothing is missed.
        self.as_of = settled_until().isoformat() if "updated_since" in request.query_params else None
        place, size = request.query_params.get("cursor"), self.size(request)
        try:
            found: Stretch[Any] = stretch(queryset, view.ordering, at=place, size=size, filled=view.filled)
        except (ValueError, RecursionError) as error:
            raise ValidationError({"cursor": [NO_CURSOR]}) from error
        here = request.build_absolute_uri()
        places = {"next": found.next, "previous": found.previous}
        self.links = {way: replace_query_param(here, "cursor", at) if at else None for way, at in places.items()}
        return found.rows

    def size(self, request: Request) -> int:
        """The page size asked for. Raises a 400 where it is not a number from 1 to the largest."""
        text = request.query_params.get("page_size", str(self.page_size))
        if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= self.largest):
            raise ValidationError({"page_size": [f"The page size is a whole number from 1 to {self.largest}."]})
        return int(text)

    def get_paginated_response(self, data: Any) -> Response:
        relations = {"next": "next", "previous": "prev"}
        header = ", ".join(f'<{link}>; rel="{relations[way]}"' for way, link in self.links.items() if link)
        return Response(
            {**self.links, "as_of": self.as_of, "results": data}, headers={"Link": header} if header else None
        )

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": ["string", "null"], "format": "uri"}
        further = "https://crosscheck.example.org/api/v1/claims/?cursor=W2ZhbHNlLCBudWxsLCA3XQ"
        return {
            "type": "object",
            "required": ["next", "previous", "as_of", "results"],
            "properties": {
                "next": {**link, "description": "The page after this one", "example": further},
                "previous": {**link, "description": "The page before this one", "example": None},
                "as_of": {
                    "type": ["string", "null"],
                    "format": "date-time",
                    "description": "With `updated_since`: its value for the next time, on the first page",
                    "example": None,
                },
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
