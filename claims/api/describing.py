"""How the schema describes a write: what it takes, what it answers, every refusal, and the headers of each."""

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from articles.api.reading import LIMITED, PROBLEM, ProblemSerializer, header

REFUSALS = {
    400: "The body, a parameter or a header is not what the operation takes; `errors` says where.",
    401: "There is no key, or it has expired or was revoked.",
    403: "The key has not the scope, or the account not the role, for this.",
    404: "There is no such record.",
    406: "The Accept header asks for something other than JSON.",
    409: "It clashes with another record, or something else is at work on this one.",
    412: "The record is no longer the edition that If-Match names.",
    415: "The body has a type that is not read here.",
    422: "The rules of the desk refuse it, or the Idempotency-Key stands for another request.",
    428: "If-Match is needed: the ETag of the edition that was read.",
    429: "Too many requests; the Retry-After header says for how many seconds to wait.",
}
READS = (401, 403, 404, 406, 429)


class WriteSchema(AutoSchema):
    """Reads the operation that `step` left on the view's method."""

    @property
    def operation(self) -> Any:
        view: Any = self.view
        return getattr(getattr(view, view.action, None), "operation", None)

    @property
    def on_record(self) -> bool:
        return self.operation is None or self.operation.on_record

    def get_override_parameters(self) -> list[Any]:
        view: Any = self.view
        good = [self.operation.status] if self.operation else [200, 304]
        told = [header(name, words, on=good) for name, words in LIMITED.items()]
        told.append(header("Retry-After", "Seconds to wait", on=[409, 429]))
        told.append(header("WWW-Authenticate", "How to say who asks", on=[401, 403]))
        if self.on_record:
            whole = {"type": "integer", "minimum": 1}
            kind = {"type": "string", "format": "uuid"} if getattr(view, "keyed_by_uuid", False) else whole
            told.append(OpenApiParameter("id", kind, OpenApiParameter.PATH, description="Its id"))
        if getattr(view, "has_editions", True):
            told.append(header("ETag", "The edition that is answered", on=good))
        if self.operation is None:
            told.append(header("If-None-Match", "The ETag of an answer that is at hand: where it still holds, 304"))
            return [*super().get_override_parameters(), *told]
        if self.method == "POST":
            words = "Names this request, so that it is done once however often it is sent: a UUID, say. Kept for a day."
            told.append(header("Idempotency-Key", words))
        if self.on_record:
            words = "The ETag of the edition that was read: another one is answered with 412."
            told.append(header("If-Match", words, required=self.operation.guarded))
        if good[0] in (201, 202) and view.has_addresses:
            told.append(header("Location", "The record that came of it", on=good))
        return [*super().get_override_parameters(), *told]

    def get_request_serializer(self) -> Any:
        return self.operation.body if self.operation else None

    def get_response_serializers(self) -> Any:
        answer = super().get_response_serializers()
        if self.operation is None:
            kept = OpenApiResponse(None, description="Not modified since the ETag in If-None-Match.")
            return {200: answer, 304: kept, **_problems(READS)}
        without = {404} if not self.on_record else set()
        without |= set() if self.operation.guarded else {428}
        without |= {412} if not self.on_record else set()
        return {self.operation.status: answer, **_problems([one for one in REFUSALS if one not in without])}


def _problems(statuses: Any) -> dict[tuple[int, str], OpenApiResponse]:
    return {(one, PROBLEM): OpenApiResponse(ProblemSerializer, description=REFUSALS[one]) for one in statuses}


def closed_bodies(result: Any, **_: Any) -> Any:
    """drf-spectacular's hook after all: the bodies of writes take no other members than those that are described."""
    for name, schema in result["components"]["schemas"].items():
        if name.endswith("Body"):
            schema["additionalProperties"] = False
    return result
