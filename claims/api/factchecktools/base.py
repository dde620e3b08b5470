"""What every method has in common: parameters, the form of the answer, and errors in Google's envelope."""

from typing import Any, ClassVar

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, QueryDict
from rest_framework.exceptions import MethodNotAllowed, NotFound, ValidationError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.errors import problem
from claims.api.factchecktools.parameters import read
from claims.api.factchecktools.partial import Shape, select
from claims.api.keys import OwnKeysOnly

JSON = "application/json; charset=UTF-8"
PRETTY = "application/json; indent=2"
LONGEST_BODY = 100_000
"""Bytes of the parameters of a GET that came as a POST."""
STATUS = {
    400: ("INVALID_ARGUMENT", "badRequest"),
    401: ("UNAUTHENTICATED", "authError"),
    403: ("PERMISSION_DENIED", "forbidden"),
    404: ("NOT_FOUND", "notFound"),
    409: ("ABORTED", "conflict"),
    429: ("RESOURCE_EXHAUSTED", "rateLimitExceeded"),
    500: ("INTERNAL", "backendError"),
}
"""The name of each status (google.rpc.Code), and its reason in the first error format."""


def envelope(exception: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler for this interface. None leaves an unforeseen exception to Django, in DEBUG only."""
    if isinstance(exception, MethodNotAllowed):
        exception = NotFound("There is no such method.")  # as Google answers
    told = problem(exception, context)
    if told is None:
        return None
    code = told.status_code if told.status_code in STATUS else 400
    status, reason = STATUS[code]
    message = told.data["detail"]
    error: dict[str, Any] = {"code": code, "message": message, "status": status}
    if _asked_for_errors(context["request"]):
        error["errors"] = [{"message": message, "domain": "global", "reason": reason}]
    context["request"].accepted_media_type = PRETTY
    kept = {"Retry-After": told["Retry-After"]} if "Retry-After" in told else {}
    if getattr(exception, "auth_header", ""):
        kept["WWW-Authenticate"] = str(exception.auth_header)  # type: ignore[attr-defined]  # DRF's handler sets it
    return Response({"error": error}, status=code, headers=kept, content_type=JSON)


def _asked_for_errors(request: Request) -> bool:
    try:
        return request.query_params.get("$.xgafv") == "1"
    except SuspiciousOperation:  # the parameters are what cannot be read
        return False


class AlwaysJson(BaseContentNegotiation):
    """Google's services do not look at the Accept header; `alt` says what is wanted."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        return renderers[0], renderers[0].media_type


class FactCheckView(APIView):
    """One address of the interface. `parameters` are those of its GET, `shape` the fields of its answer."""

    schema = None  # Google's discovery document describes it
    authentication_classes = (OwnKeysOnly,)
    renderer_classes = (JSONRenderer,)
    content_negotiation_class = AlwaysJson
    parameters: ClassVar[dict[str, type]] = {}
    shape: ClassVar[Shape] = {}

    def get_exception_handler(self) -> Any:
        return envelope

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Count the request, then read its parameters: from the body, where a client has overridden the method because
        its address would be too long."""
        super().initial(request, *args, **kwargs)
        query: QueryDict = request.query_params
        if request.method == "POST" and request.headers.get("X-HTTP-Method-Override", "").upper() == "GET":
            query = _sent(request)
            request._request.method = "GET"  # noqa: SLF001 - what DRF looks the method up by
        self.given = read(query, self.parameters if request.method == "GET" else {})

    def answer(self, body: dict[str, Any], shape: Shape | None = None) -> Response:
        """`body`, of the view's shape or another, as the common parameters want it: in part, on one line or several."""
        chosen = select(body, self.given["fields"], self.shape if shape is None else shape)
        if self.given["prettyPrint"]:
            self.request.accepted_media_type = PRETTY
        return Response(chosen, content_type=JSON)

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        finished = super().finalize_response(request, response, *args, **kwargs)
        finished["Access-Control-Allow-Origin"] = "*"
        return finished


class NoSuchMethodView(FactCheckView):
    """Addresses that name nothing here, in Google's envelope."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super(FactCheckView, self).initial(request, *args, **kwargs)
        raise NotFound("There is no such method.")


def given(**fields: Any) -> dict[str, Any]:
    """Only what is set: proto3 leaves out of its JSON what has no value."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def _sent(request: Request) -> QueryDict:
    sent: HttpRequest = request._request  # noqa: SLF001 - the bytes, which DRF would parse as JSON
    if len(sent.body) > LONGEST_BODY:
        raise ValidationError(f"The parameters are longer than {LONGEST_BODY} bytes.")
    return QueryDict(sent.body, encoding="utf-8")
