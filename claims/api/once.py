"""One request, done wholly or not at all, and once however often it is sent.

`Idempotency-Key` follows draft-ietf-httpapi-idempotency-key-header-07: the first answer is kept for a day and sent
again, byte for byte, whenever the same request comes under the same name; another request under that name is refused
with 422. What failed on our side is not kept: sent again, it is tried again.
"""

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, OperationalError, connection, transaction
from django.http import Http404, HttpResponse
from rest_framework import exceptions
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.errors import BadHeaderError, ConflictError, problem, refusal_of
from claims.api.keys import key_in
from claims.models import ApiKey, Replay

HEADER = "Idempotency-Key"
WAIT = "5s"
"""How long a second request waits for the first of its name."""
BUSY = {"55P03", "40P01", "40001"}
"""SQLSTATEs of a lock that was not to be had: waited for in vain, or in a circle."""
FORESEEN = (exceptions.APIException, PermissionDenied, ValidationError, IntegrityError, Http404)

Doing = Callable[[], Response]
Answer = TypeVar("Answer")


def once(request: Request, do: Doing) -> HttpResponse:
    """What `do` answers, `wholly`. A POST with the header is done once."""
    key = key_in(request)
    name = _name_in(request) if request.method == "POST" else ""
    return wholly(request, lambda: _replayed(request, key, name, do) if name and key else _plain(do()))


def wholly(request: Request, do: Callable[[], Answer]) -> Answer:
    """What `do` answers, in one transaction in which the history notes the key; its refusals as errors of the API."""
    key = key_in(request)
    try:
        with pghistory.context(api_key=key.prefix if key else None), transaction.atomic():
            return do()
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") not in BUSY:
            raise
        raise BusyError from error
    except (ValidationError, IntegrityError) as refusal:  # the latter at the commit too, where some rules wait for it
        raise refusal_of(refusal) from refusal


class OtherRequestError(BadHeaderError):
    """The name stands for another request."""

    status_code = 422


class BusyError(ConflictError):
    """Somebody else is at the same records."""

    default_detail = "Something else is at work on the same record, or on this same request: send it again in a moment."
    wait = 1


def _name_in(request: Request) -> str:
    name: str = request.headers.get(HEADER, "")
    if HEADER in request.headers and not (0 < len(name) <= 255 and name.isascii() and name.isprintable()):
        raise BadHeaderError({HEADER: ["Use 1 to 255 printable ASCII characters, such as a UUID."]})
    return name


def _replayed(request: Request, key: ApiKey, name: str, do: Doing) -> HttpResponse:
    asked = _hash(request)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{WAIT}'")
        Replay.objects.bulk_create([Replay(api_key=key, name=name, request_sha256=asked)], ignore_conflicts=True)
        cursor.execute("SET LOCAL lock_timeout = DEFAULT")
    replay = Replay.objects.get(api_key=key, name=name)
    if replay.request_sha256 != asked:
        raise OtherRequestError({HEADER: ["Another request was sent under this name: choose a new one."]})
    if replay.status is not None:
        return HttpResponse(bytes(replay.body), status=replay.status, headers=replay.headers)
    answer = _answer(request, do)
    replay.status, replay.body, replay.headers = answer.status_code, answer.content, dict(answer.items())
    replay.save(update_fields=["status", "body", "headers"])
    return answer


def _answer(request: Request, do: Doing) -> HttpResponse:
    """What `do` answers. A refusal undoes what was done, and is an answer that is kept too."""
    try:
        with transaction.atomic():
            answer = do()
            connection.check_constraints()  # what waits for the commit speaks now, while its answer can be kept
            return _plain(answer)
    except FORESEEN as refusal:
        found = refusal_of(refusal) if isinstance(refusal, ValidationError | IntegrityError) else refusal
        told = problem(found, {"request": request})
        if told is None or told.status_code >= 500:
            raise
        return _plain(told)


def _plain(answer: Response) -> HttpResponse:
    """`answer` as bytes, now: what is kept and what is sent are the same."""
    body = JSONRenderer().render(answer.data) if answer.data is not None else b""
    kind = answer.content_type or "application/json"
    return HttpResponse(body, status=answer.status_code, content_type=kind, headers=_headers(answer))


def _headers(answer: Response) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name.lower() != "content-type"}


def _hash(request: Request) -> str:
    """Names what is asked for: the operation, the edition it is asked of, and the body to the byte."""
    told = (request.method, request.get_full_path(), request.content_type, request.headers.get("If-Match"))
    return hashlib.sha256(repr(told).encode() + request.body).hexdigest()
