"""Every error of the API in one shape: problem details, RFC 9457.

Sentences that belong to a part of the request stand in `errors` too, each with the part: the member of the body as a
JSON Pointer, as in the RFC's own example, the query parameter or the header.
"""

import logging
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.core.exceptions import ValidationError as Refusal
from django.core.signals import got_request_exception
from django.db import IntegrityError
from django.http import Http404
from rest_framework import exceptions
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import APIView, set_rollback

from articles.api.reading import PROBLEM
from claims.actions.refusals import sentence_of

logger = logging.getLogger(__name__)

NON_FIELD = "non_field_errors"


class BadBodyError(exceptions.ValidationError):
    """The body is not what the operation takes; `detail` says what is wrong with which member."""

    place = "pointer"


class BadHeaderError(exceptions.ValidationError):
    """A header is missing or cannot be read: {"If-Match": ["…"]}."""

    place = "header"


class NeedsHeaderError(BadHeaderError):
    """The change is made only of an edition that one names (RFC 6585, 3)."""

    status_code = 428


class ChangedError(exceptions.APIException):
    """The record is no longer as the If-Match header has it."""

    status_code = 412
    default_detail = "Somebody has changed this record since: read it again."


class RefusedError(exceptions.ValidationError):
    """The request is well formed, and the rules of the desk refuse it."""

    status_code = 422
    place = "pointer"


class TooLargeError(exceptions.APIException):
    """There is more of the request than is read."""

    status_code = 413
    default_detail = "The request is larger than any that is taken."


class LaterError(exceptions.APIException):
    """Others are served first."""

    status_code = 503
    default_detail = "Too much is asked of this at the moment: Retry-After says for how many seconds to wait."
    wait = 5


class ConflictError(exceptions.APIException):
    """It clashes with another record, or with what somebody else does at this moment."""

    status_code = 409


def problem(exception: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. None leaves an unforeseen exception to Django's page for developers, in DEBUG only."""
    if isinstance(exception, Http404):
        exception = exceptions.NotFound("There is no such record, or it is not public.")
    elif isinstance(exception, PermissionDenied):
        exception = exceptions.PermissionDenied(str(exception) or None)
    elif isinstance(exception, RequestDataTooBig):
        exception = TooLargeError()
    elif isinstance(exception, SuspiciousOperation | BadRequest):
        exception = exceptions.ParseError("The request cannot be read: it has too many parts, or malformed ones.")
    elif not isinstance(exception, exceptions.APIException):
        if settings.DEBUG:
            return None
        logger.error("Internal error: %s", context["request"].path, exc_info=exception)
        got_request_exception.send(sender=problem, request=context["request"])
        exception = exceptions.APIException("Something went wrong on our side. It has been recorded.")
    set_rollback()

    # Whatever the view renders otherwise, YAML or a page: an error is JSON.
    context["request"].accepted_renderer = JSONRenderer()
    context["request"].accepted_media_type = PROBLEM
    return Response(details(exception), status=exception.status_code, headers=headers(exception), content_type=PROBLEM)


def refusal_of(refusal: Refusal | IntegrityError) -> exceptions.APIException:
    """What an action or the database refused, as an error of the API."""
    if isinstance(refusal, IntegrityError):
        return ConflictError(sentence_of(refusal))
    if hasattr(refusal, "error_dict"):
        return RefusedError(
            {NON_FIELD if name == "__all__" else name: said for name, said in refusal.message_dict.items()}
        )
    return RefusedError(refusal.messages)


def details(exception: exceptions.APIException) -> dict[str, Any]:
    """The body."""
    found: Any = exception.detail
    body = {"type": "about:blank", "title": HTTPStatus(exception.status_code).phrase, "status": exception.status_code}
    if not isinstance(found, dict):
        sentence = " ".join(map(str, found)) if isinstance(found, list) else str(found)
        return {**body, "detail": _printable(sentence)}
    place = getattr(exception, "place", "parameter")
    errors, told = [], []
    for path, sentence in _sentences(found):
        name = "/".join(("#", *(part.replace("~", "~0").replace("/", "~1") for part in path)))
        errors.append({"detail": sentence, place: name if place == "pointer" else ".".join(path)})
        told.append(f"{'.'.join(path)}: {sentence}" if path else sentence)
    return {**body, "detail": " ".join(told), "errors": errors}


def _sentences(found: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each sentence in DRF's nest of dictionaries and lists, with the way to what it is about."""
    if isinstance(found, dict):
        for name, inside in found.items():
            yield from _sentences(inside, path if name == NON_FIELD else (*path, _printable(str(name))))
    elif isinstance(found, list):
        for number, inside in enumerate(found):
            yield from _sentences(inside, path if isinstance(inside, str) else (*path, str(number)))
    else:
        yield path, _printable(str(found))


def _printable(text: str) -> str:
    """`text` as UTF-8 can have it: halves of a character, which JSON may name alone, are written as its escapes."""
    return text.encode(errors="backslashreplace").decode()


def headers(exception: exceptions.APIException) -> dict[str, str]:
    """What the status asks for: how long to wait, how to say who one is."""
    told = {"Retry-After": str(exception.wait)} if getattr(exception, "wait", None) is not None else {}  # type: ignore[attr-defined]  # a Throttled's
    if challenge := getattr(exception, "auth_header", None):
        told["WWW-Authenticate"] = challenge
    return told


class NothingHereView(APIView):
    """Addresses under the API that name nothing. Without it they would get the site's page for readers."""

    def initial(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        raise exceptions.NotFound("The API has nothing at this address. See /api/docs/.")
