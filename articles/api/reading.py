"""What every resource of the API has in common: reading only, strict parameters, ETags, errors in the schema.

Subclasses give `queryset` (by .public()), `serializer_class`, `filterset_class` and, where a single record is shown
more fully than in a list, `detail_serializer_class` and `whole()`.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, TypeVar, cast

from django.core.cache import caches
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.middleware.http import ConditionalGetMiddleware
from django.shortcuts import get_object_or_404
from django.utils.http import parse_etags
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request
from rest_framework.response import Response

from articles import freshness
from articles.api.ageing import Ageing
from articles.api.filters import Filters
from articles.api.shaping import Expansion, described, named, shape

PROBLEM = "application/problem+json"

Record = TypeVar("Record", bound=Model)

MOST_KEPT = 200_000
"""Bytes of one answer. A longer one is made anew each time, so that a few of them do not fill the memory."""


class PlaceSerializer(serializers.Serializer[dict[str, Any]]):
    """What is wrong with one part of a request, and which: one of the three names it."""

    detail = serializers.CharField(help_text="What is wrong with it, in a sentence")
    pointer = serializers.CharField(required=False, help_text="A member of the body, as a JSON Pointer (RFC 6901)")
    parameter = serializers.CharField(required=False, help_text="A query parameter")
    header = serializers.CharField(required=False, help_text="A header")


class ProblemSerializer(serializers.Serializer[dict[str, Any]]):
    """What went wrong, as RFC 9457 problem details."""

    type = serializers.CharField(help_text="Always about:blank: the status says what kind of problem it is")
    title = serializers.CharField(help_text="The name of the status")
    status = serializers.IntegerField(help_text="The HTTP status")
    detail = serializers.CharField(help_text="What went wrong, in a sentence")
    errors = PlaceSerializer(  # type: ignore[assignment]  # DRF lifts declared fields off the class
        many=True, required=False, help_text="The sentences that belong to single parts of the request"
    )


LIMITED = {
    "RateLimit-Policy": 'The limits that hold, as `"name";q=requests;w=seconds`',
    "RateLimit": 'What is left of each, as `"name";r=requests;t=seconds`',
}


def header(name: str, description: str, *, on: list[int] | None = None, required: bool = False) -> OpenApiParameter:
    """A header of the request, or of the answers with the statuses `on`."""
    return OpenApiParameter(
        name, str, OpenApiParameter.HEADER, description=description, required=required, response=on or False
    )


class ReadSchema(AutoSchema):
    """Adds to each operation the errors that it can answer with, the id that it takes, and whether it will go."""

    def is_deprecated(self) -> bool:
        view: Any = self.view
        return view.ageing is not None

    def get_auth(self) -> list[dict[str, Any]]:
        return [*super().get_auth(), {}]  # without a key everybody reads

    def get_override_parameters(self) -> list[Any]:
        view: Any = self.view
        told = [header(name, words, on=[200, 304]) for name, words in {**LIMITED, "ETag": "Of If-None-Match"}.items()]
        told += [header("Retry-After", "Seconds to wait", on=[429])]
        told += [header("WWW-Authenticate", "How to say who asks", on=[401])]
        told += [header("If-None-Match", "The ETag of an answer that is at hand: where it still holds, 304")]
        told += described(view.offers())
        if view.action == "retrieve" or isinstance(view, Within):
            whole = {"type": "integer", "minimum": 1}
            told += [OpenApiParameter("id", whole, OpenApiParameter.PATH, description="Id of the record")]
        return [*super().get_override_parameters(), *told]

    def get_response_serializers(self) -> Any:
        answer = super().get_response_serializers()
        view: Any = self.view
        listing = view.action == "list" and not isinstance(view, Within)
        errors = {
            400: "A parameter is unknown or has a value that it cannot take.",
            401: "The key is none, has expired or was revoked. Without a key everybody reads.",
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


def refuse_unknown(request: Request, *, known: Sequence[str], none: str = "This operation takes none.") -> None:
    """Refuse a misspelt parameter: ignored, it would quietly answer another question than the one asked."""
    if unknown := sorted(set(request.query_params) - set(known)):
        hint = f"Known are: {', '.join(known)}." if known else none
        raise ValidationError({name: [f"There is no parameter of this name. {hint}"] for name in unknown})


@cache
def understood(view: "type[ReadOnly[Any]]", action: str) -> tuple[dict[str, Sequence[str]], list[str]]:
    """What an operation offers and which parameters it takes, which no request changes."""
    asked = view(action=action)
    return asked.offers(), asked.parameters()


def keep(key: str, answer: HttpResponse) -> None:
    if len(answer.content) <= MOST_KEPT:
        caches["answers"].set(key, (answer.content, dict(answer.headers)))


class ReadOnly(viewsets.ReadOnlyModelViewSet[Record]):
    """Lists and single records of one public queryset."""

    filterset_class: ClassVar[type[Filters]]
    ageing: ClassVar[Ageing | None] = None
    """Set where the resource will go: see the compatibility policy in claims.api.urls."""
    orderings: ClassVar[Sequence[str]] = ("-id", "id")
    """How the list may be sorted, the usual way first: by columns of its table that an index has in that order."""
    filled: ClassVar[Sequence[str]] = ()
    """Those of them that may be empty in the table, and never are in a public record."""
    expansions: ClassVar[Mapping[str, Expansion]] = {}
    """Parts of the records that `expand=` tells more fully."""
    detail_serializer_class: ClassVar[type[serializers.BaseSerializer[Any]] | None] = None
    ordering = ""
    expanded: Sequence[str] = ()
    wanted: Sequence[str] = ()
    schema = ReadSchema()
    content_negotiation_class = ByAcceptHeader
    lookup_value_regex = "[0-9]{1,18}"

    def whole(self, queryset: QuerySet[Record]) -> QuerySet[Record]:
        """`queryset` with all that a single record's page shows."""
        return queryset

    def get_queryset(self) -> QuerySet[Record]:
        queryset = super().get_queryset()
        queryset = self.whole(queryset) if self.action == "retrieve" else queryset
        for name in self.expanded:
            queryset = self.expansions[name].join(queryset)
        return queryset

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Record]]:
        if self.action == "retrieve" and self.detail_serializer_class:
            return self.detail_serializer_class
        return super().get_serializer_class()

    def get_serializer(self, *args: Any, **kwargs: Any) -> Any:
        serializer = super().get_serializer(*args, **kwargs)
        shape(serializer, expanded={name: self.expansions[name] for name in self.expanded}, wanted=self.wanted)
        return serializer

    def offers(self) -> dict[str, Sequence[str]]:
        """For each parameter that says what of the records is wanted, the words that it takes."""
        parts: Any = self.get_serializer_class()()
        listing = self.action == "list"
        in_lists: Any = self.serializer_class
        expand = [name for name in self.expansions if listing or name in in_lists().fields]
        offers = {
            "fields": list(dict.fromkeys([*parts.fields, *expand])),
            "expand": expand,
            "ordering": self.orderings if listing else (),
        }
        return {name: words for name, words in offers.items() if words}

    def parameters(self) -> list[str]:
        """The query parameters of this operation."""
        known = {*self.offers()}
        if self.action == "list" and self.paginator is not None:
            paging = (parameter["name"] for parameter in self.paginator.get_schema_operation_parameters(self))
            known |= {*self.filterset_class.base_filters, *paging}
        return sorted(known)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if self.action not in {"list", "retrieve"}:
            return
        offers, known = understood(type(self), self.action)
        refuse_unknown(request, known=known)
        self.wanted = named(request, "fields", offers["fields"])
        self.expanded = named(request, "expand", offers.get("expand", ()))
        sorted_by = named(request, "ordering", offers.get("ordering", ()))
        if len(sorted_by) > 1:
            raise ValidationError({"ordering": ["A list is sorted by one of them."]})
        self.ordering = next(iter(sorted_by), self.orderings[0])

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        return self.unless_at_hand(request, lambda: super(ReadOnly, self).list(request, *args, **kwargs))

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        answer: Response = self.unless_at_hand(
            request, lambda: super(ReadOnly, self).retrieve(request, *args, **kwargs)
        )
        return answer

    def unless_at_hand(self, request: Request, read: Callable[[], Response]) -> Any:
        """304 where the asker holds the newest answer, which one query tells; else what `read` makes, with its tag.

        What was made is kept until something that readers see changes: its tag is another then.
        """
        tag = freshness.etag(request._request)  # noqa: SLF001 - it wants Django's
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            return HttpResponseNotModified(headers={"ETag": tag})
        key = hashlib.blake2b(f"{tag} {request.build_absolute_uri()}".encode(), digest_size=16).hexdigest()
        if kept := caches["answers"].get(key):
            body, headers = kept
            return HttpResponse(body, headers=headers)
        answer = read()
        answer["ETag"] = tag
        answer.add_post_render_callback(lambda drawn: keep(key, drawn))
        return answer

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Honour `If-None-Match: *` too, and let programs in any web page read what is public anyway."""
        answer = super().dispatch(request, *args, **kwargs)
        if isinstance(answer, Response):
            answer.render()
        response = cast(HttpResponse, ConditionalGetMiddleware(lambda _: answer)(request))
        for name, value in (self.ageing.headers() if self.ageing else {}).items():
            response[name] = f"{response[name]}, {value}" if name in response else value
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = (
            "Deprecation, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Sunset"
        )
        return response


class Within(ReadOnly[Record]):
    """The rows that belong to one public record, as `/claims/12/appearances/`: as many as there are, page by page."""

    within: ClassVar[QuerySet[Any]]
    """The records that have such rows, by .public()."""

    def rows(self, queryset: QuerySet[Record], record: Any) -> QuerySet[Record]:
        """Those of `queryset` that belong to `record`."""
        raise NotImplementedError

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        record = get_object_or_404(self.within.all(), pk=self.kwargs["id"])
        return super().filter_queryset(self.rows(queryset, record))
