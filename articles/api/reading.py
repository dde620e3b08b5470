"""What every resource of the API has in common: reading only, strict parameters, ETags, errors in the schema.

Subclasses give `queryset` (by .public()), `serializer_class`, `filterset_class` and, where a single record is shown
more fully than in a list, `detail_serializer_class` and `whole()`.
"""

from typing import Any, ClassVar, TypeVar, cast

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.http import ConditionalGetMiddleware
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.filters import Filters

PROBLEM = "application/problem+json"

Record = TypeVar("Record", bound=Model)


class ProblemSerializer(serializers.Serializer[dict[str, Any]]):
    """What went wrong, as RFC 9457 problem details."""

    type = serializers.CharField(help_text="Always about:blank: the status says what kind of problem it is")
    title = serializers.CharField(help_text="The name of the status")
    status = serializers.IntegerField(help_text="The HTTP status")
    detail = serializers.CharField(help_text="What went wrong, in a sentence")
    errors = serializers.DictField(  # type: ignore[assignment]  # DRF lifts declared fields off the class
        child=serializers.ListField(child=serializers.CharField()),
        required=False,
        help_text="The sentences that belong to single parameters, by parameter",
    )


class ReadSchema(AutoSchema):
    """Adds to each operation the errors that it can answer with, and the id that it takes."""

    def get_override_parameters(self) -> list[Any]:
        view: Any = self.view
        key = OpenApiParameter("id", {"type": "integer", "minimum": 1}, OpenApiParameter.PATH, description="Its id")
        return [*super().get_override_parameters(), *([key] if view.action == "retrieve" else [])]

    def get_response_serializers(self) -> Any:
        answer = super().get_response_serializers()
        view: Any = self.view
        listing = view.action == "list"
        errors = {
            400: "A parameter is unknown or has a value that it cannot take.",
            404: "" if listing else "There is no such record, or it is not public.",
            406: "The Accept header asks for something other than JSON.",
            429: "Too many requests; the Retry-After header says for how many seconds to wait.",
        }
        return {
            200: answer,
            304: OpenApiResponse(None, description="Not modified since the ETag in If-None-Match."),
            **{
                (status, PROBLEM): OpenApiResponse(ProblemSerializer, description=description)
                for status, description in errors.items()
                if description
            },
        }


class ByAcceptHeader(DefaultContentNegotiation):
    """Leaves `?format=` alone: it is not a parameter of this API, and so refused with the other unknown ones."""

    def filter_renderers(self, renderers: Any, _format: str) -> Any:
        return renderers


class ReadOnly(viewsets.ReadOnlyModelViewSet[Record]):
    """Lists and single records of one public queryset."""

    filterset_class: ClassVar[type[Filters]]
    ordering: ClassVar[str] = "-id"
    detail_serializer_class: ClassVar[type[serializers.BaseSerializer[Any]] | None] = None
    schema = ReadSchema()
    content_negotiation_class = ByAcceptHeader
    lookup_value_regex = "[0-9]{1,18}"

    def whole(self, queryset: QuerySet[Record]) -> QuerySet[Record]:
        """`queryset` with all that a single record's page shows."""
        return queryset

    def get_queryset(self) -> QuerySet[Record]:
        queryset = super().get_queryset()
        return self.whole(queryset) if self.action == "retrieve" else queryset

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Record]]:
        if self.action == "retrieve" and self.detail_serializer_class:
            return self.detail_serializer_class
        return super().get_serializer_class()

    def parameters(self) -> list[str]:
        """The query parameters of this operation. Only lists have any."""
        if self.action != "list" or self.paginator is None:
            return []
        paging = (parameter["name"] for parameter in self.paginator.get_schema_operation_parameters(self))
        return sorted({*self.filterset_class.base_filters, *paging})

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse a misspelt parameter: ignored, it would quietly answer another question than the one asked."""
        super().initial(request, *args, **kwargs)
        if self.action not in {"list", "retrieve"}:
            return
        known = self.parameters()
        unknown = sorted(set(request.query_params) - set(known))
        if unknown:
            hint = f"Known are: {', '.join(known)}." if known else "A single record takes none."
            raise ValidationError({name: [f"There is no parameter of this name. {hint}"] for name in unknown})

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Add an ETag, honour If-None-Match, and let programs in any web page read what is public anyway."""
        answer = super().dispatch(request, *args, **kwargs)
        if isinstance(answer, Response):
            answer.render()
        response = cast(HttpResponse, ConditionalGetMiddleware(lambda _: answer)(request))
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After"
        return response
