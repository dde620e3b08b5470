"""Every error of the API in one shape: problem details, RFC 9457."""

import logging
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.signals import got_request_exception
from django.http import Http404
from rest_framework import exceptions
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import APIView, set_rollback

from articles.api.reading import PROBLEM

logger = logging.getLogger(__name__)


def problem(exception: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. None leaves an unforeseen exception to Django's page for developers, in DEBUG only."""
    if isinstance(exception, Http404):
        exception = exceptions.NotFound("There is no such record, or it is not public.")
    elif isinstance(exception, PermissionDenied):
        exception = exceptions.PermissionDenied()
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


def details(exception: exceptions.APIException) -> dict[str, Any]:
    """The body. Sentences that belong to single parameters go to `errors`."""
    found: Any = exception.detail
    body = {"type": "about:blank", "title": HTTPStatus(exception.status_code).phrase, "status": exception.status_code}
    if isinstance(found, dict):
        errors = {name: [str(sentence) for sentence in sentences] for name, sentences in found.items()}
        sentences = [f"{name}: {sentence}" for name, several in errors.items() for sentence in several]
        return {**body, "detail": " ".join(sentences), "errors": errors}
    return {**body, "detail": " ".join(map(str, found)) if isinstance(found, list) else str(found)}


def headers(exception: exceptions.APIException) -> dict[str, str]:
    wait = getattr(exception, "wait", None)
    return {} if wait is None else {"Retry-After": str(wait)}


class NothingHereView(APIView):
    """Addresses under the API that name nothing. Without it they would get the site's page for readers."""

    def initial(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        raise exceptions.NotFound("The API has nothing at this address. See /api/docs/.")
