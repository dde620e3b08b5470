"""What every write of the API has in common: the scope, a strict body, the edition it is made of, one transaction.

A view names its `scope`; each of its operations is a method that is given the record, locked, who acts, and the members
of the body, calls one action, and returns the record that came of it. `step` makes an operation of it: it answers with
that record as the desk sees it and its ETag, and says in the schema what it takes, gives and refuses.

The ETag of a record is made of its newest line of history and of the rows that are shown with it. Whoever sends it back
as If-Match (RFC 9110, 13.1.1) writes to the edition that they have read, and gets 412 where it is another by now.
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ClassVar, cast

from django.core.exceptions import PermissionDenied
from django.db.models import Max, Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from rest_framework import serializers, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.reading import ByAcceptHeader, refuse_unknown
from claims.api.describing import WriteSchema
from claims.api.errors import BadBodyError, ChangedError, NeedsHeaderError
from claims.api.once import once
from claims.models import User

LARGEST = 2**63 - 1
MOST = 200
"""Items of a list in a body."""


class Items(serializers.ListSerializer[Any]):
    """Several objects in a body, at most MOST. The records that they name are looked up together."""

    child: "Body"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": MOST, **kwargs})

    def to_internal_value(self, data: Any) -> Any:
        rows = [row for row in data[:MOST] if isinstance(row, Mapping)] if isinstance(data, list) else []
        for name, field in self.child.fields.items():
            if isinstance(field, Key):
                field.look_up([row.get(name) for row in rows])
        return super().to_internal_value(data)


class Body(serializers.Serializer[Any]):
    """The body of a write, an object. A member that is not known is an error: left out quietly, it would be missed."""

    class Meta:
        list_serializer_class = Items

    def to_internal_value(self, data: Any) -> Any:
        known = [name for name, field in self.fields.items() if not field.read_only]
        if isinstance(data, Mapping) and (unknown := sorted(set(map(str, data)) - set(known))):
            hint = f"Known are: {', '.join(known)}." if known else "None is taken."
            raise ValidationError({name: [f"There is no member of this name. {hint}"] for name in unknown})
        return super().to_internal_value(data)


class NothingBody(Body):
    """An empty object, or no body at all."""


class Key(serializers.PrimaryKeyRelatedField[Any]):
    """The id of another record. One that is not there, or not of this desk, gets the same answer."""

    default_error_messages: ClassVar = {"does_not_exist": "There is no such record."}
    found: Mapping[int, Any] | None = None

    def look_up(self, keys: list[Any]) -> None:
        """Have all of these at hand, by one query."""
        rows = cast(QuerySet[Any], self.get_queryset())
        self.found = rows.in_bulk([key for key in keys if _is_key(key)])

    def to_internal_value(self, data: Any) -> Any:
        if not _is_key(data):
            self.fail("incorrect_type", data_type=type(data).__name__)
        if self.found is None:
            return super().to_internal_value(data)
        if data not in self.found:
            self.fail("does_not_exist", pk_value=data)
        return self.found[data]


class Keys(serializers.ListField):
    """The ids of several records, at most MOST, looked up together."""

    child: Key

    def __init__(self, *, queryset: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(child=Key(queryset=queryset), max_length=MOST, **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, list):
            if len(data) > MOST:
                self.fail("max_length", max_length=MOST)
            self.child.look_up(data)
        return super().to_internal_value(data)


def _is_key(data: Any) -> bool:
    return isinstance(data, int) and not isinstance(data, bool) and 0 < data <= LARGEST


Act = Callable[..., Any]


class Operation:
    """How one write is done: what it takes, answers, and asks for first."""

    def __init__(self, *, body: type[Body], status: int, guarded: bool, locks: bool, on_record: bool) -> None:
        self.body, self.status, self.guarded, self.locks, self.on_record = body, status, guarded, locks, on_record


def step(
    body: type[Body] = NothingBody,
    *,
    status: int = 200,
    guarded: bool = False,
    locks: bool = True,
    on_record: bool = True,
) -> Callable[[Act], Act]:
    """Make an operation of a method. `guarded` ones need If-Match; `locks` is off where the action locks several
    records in an order of its own; those that make a new record are not `on_record`."""
    operation = Operation(body=body, status=status, guarded=guarded, locks=locks, on_record=on_record)

    def of(act: Act) -> Act:
        @wraps(act)
        def handler(self: "Writing", request: Request, pk: str | None = None) -> HttpResponse:
            return self.carry_out(request, operation, act, pk)

        handler.operation = operation  # type: ignore[attr-defined]  # for the schema
        return handler

    return of


class Writing(viewsets.GenericViewSet[Any]):
    """Records as the desk works with them: in no shared cache, only for who may see them at the desk."""

    scope: ClassVar[str] = "desk"
    sees: ClassVar[str] = ""
    """The permission to see such records."""
    has_addresses: ClassVar[bool] = True
    """Whether who writes such a record may read it again."""
    schema = WriteSchema()
    content_negotiation_class = ByAcceptHeader
    filter_backends = ()
    pagination_class = None
    lookup_value_regex = "[0-9]{1,18}"

    rows: ClassVar[Any]
    """All such records, whether readers see them or not."""

    def get_queryset(self) -> QuerySet[Any]:
        return self.rows.all()  # type: ignore[no-any-return]  # of whichever model

    def check_permissions(self, request: Request) -> None:
        """Who may not is counted too."""
        super().check_throttles(request)
        super().check_permissions(request)
        if self.sees and not self.actor.has_perm(self.sees):
            raise PermissionDenied("The roles of this account do not allow it to see such records.")

    def check_throttles(self, request: Request) -> None:
        """Done above."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """No shared cache keeps what the desk sees. Who reads it may keep it, and ask whether it still holds."""
        response = super().dispatch(request, *args, **kwargs)
        is_read = request.method == "GET" and response.status_code in (200, 304)
        response["Cache-Control"] = "private, no-cache" if is_read else "private, no-store"
        return cast(HttpResponse, response)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        refuse_unknown(request, known=self.parameters())

    def parameters(self) -> tuple[str, ...]:
        """The query parameters of this operation."""
        return ()

    @property
    def actor(self) -> User:
        """Whose key it is."""
        user = self.request.user
        if not isinstance(user, User):
            raise PermissionDenied
        return user

    def retrieve(self, request: Request, pk: str) -> HttpResponse:
        """The record as the desk sees it, with the ETag that a change to it needs; 304 to who holds that edition."""
        shown = self.shown(self.record(pk))
        tag = self.etag(shown)
        if {tag, f"W/{tag}", "*"} & set(parse_etags(request.headers.get("If-None-Match", ""))):
            return HttpResponseNotModified(headers={"ETag": tag})
        return Response(shown, headers={"ETag": tag})

    def carry_out(self, request: Request, operation: Operation, act: Act, pk: str | None) -> HttpResponse:
        """Do what a request asks for."""
        request.body  # noqa: B018 - read whole before it is parsed, so that it can be hashed
        told = self.read(request, operation.body)

        def do() -> Response:
            given = {} if pk is None else {"record": self.record(pk, lock=operation.locks)}
            if pk is not None:
                self.check_edition(request, given["record"], needed=operation.guarded)
            return self.answer(act(self, by=self.actor, **given, **told), status=operation.status)

        return once(request, do)

    def answer(self, made: Model, *, status: int) -> Response:
        """The record that came of it."""
        shown = self.shown(self.record(made.pk))
        headers = {"ETag": self.etag(shown)}
        if status in (201, 202) and self.has_addresses:
            headers["Location"] = shown["api_url"]
        return Response(shown, status=status, headers=headers)

    def read(self, request: Request, body: type[Body]) -> dict[str, Any]:
        """The members of the body. Raises BadBodyError."""
        reader = body(data=request.data, context=self.get_serializer_context())
        if not reader.is_valid():
            raise BadBodyError(reader.errors)
        return dict(reader.validated_data)

    def record(self, pk: Any, *, lock: bool = False) -> Model:
        """The record, locked until the transaction ends if it is to be. Raises Http404."""
        rows: QuerySet[Any] = self.get_queryset()
        found: Model | None = rows.filter(pk=pk).first()
        if found is None:
            raise Http404
        if lock:
            type(found)._base_manager.select_for_update().get(pk=pk)
            found = rows.get(pk=pk)
        return found

    def shown(self, record: Model) -> dict[str, Any]:
        """The record as JSON, with the number of its newest line of history."""
        shown: dict[str, Any] = self.get_serializer_class()(context=self.get_serializer_context()).to_representation(
            record
        )
        lines = type(record).pgh_event_model.objects.filter(pgh_obj=record.pk)  # type: ignore[attr-defined]  # pghistory.track adds it
        return {**shown, "edition": lines.aggregate(newest=Max("pgh_id"))["newest"]}

    def etag(self, shown: dict[str, Any]) -> str:
        return f'"{hashlib.blake2b(JSONRenderer().render(shown), digest_size=12).hexdigest()}"'

    def check_edition(self, request: Request, record: Model, *, needed: bool) -> None:
        """Raises NeedsHeaderError, and ChangedError where If-Match names another edition than there is."""
        header = request.headers.get("If-Match", "")
        if not header:
            if needed:
                raise NeedsHeaderError({"If-Match": ["Say which edition you have read: send its ETag."]})
            return
        if header.strip() == "*":  # any edition there is: enough, unless it must have been read
            if needed:
                raise NeedsHeaderError({"If-Match": ["Say which edition you have read: “*” names none."]})
        elif self.etag(self.shown(record)) not in parse_etags(header):
            raise ChangedError
