"""Calls of the API inside this process: through its own views, as if they had come over HTTP."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.urls import resolve

from claims.accounts.allowances import limit_headers
from claims.assistants.tools import ROWS, Operation

HOPS = 2


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, as the API counts and admits them: the header with a key, and the address with what proxies say.

    `limits` takes up what the API says is left of the allowance, for the answer over HTTP.
    """

    authorization: str = ""
    address: str = "127.0.0.1"
    forwarded_for: str = ""
    limits: dict[str, str] = field(default_factory=dict, compare=False)


class RefusedError(Exception):
    """The API has refused; the message is what it says."""


def call(operation: Operation, arguments: Mapping[str, Any], *, by: Caller) -> dict[str, Any]:
    """What the API answers. Raises RefusedError, with its sentence, for a call that it does not answer with success."""
    path, query, body = operation.path, "", b""
    if operation.method == "post":
        body = json.dumps(dict(arguments)).encode()
    elif "id" in operation.parameters:
        key = arguments.get("id")
        if not isinstance(key, int) or not 0 < key < 10**18:
            raise RefusedError("id: the number of a record is needed.")
        path = path.replace("{id}", str(key))
        query = urlencode({name: value for name, value in arguments.items() if name != "id"}, doseq=True)
    else:
        query = _query(arguments)
    for _ in range(HOPS):
        response = _answered(operation.method, path, query, body, by)
        if response.status_code != 301:
            break
        path = urlsplit(response["Location"]).path  # merged into another record
    told: dict[str, Any] = json.loads(response.content)
    if response.status_code != 200:
        raise RefusedError(_sentence(told["detail"], response.get("Retry-After", "")))
    return told


def _sentence(detail: str, wait: str) -> str:
    """What the API says, without the header that an assistant does not see."""
    return f"{detail.partition(':')[0].rstrip('.')}: try again in {wait} seconds." if wait else detail


def _query(arguments: Mapping[str, Any]) -> str:
    """The arguments of a list as the API takes them."""
    given = {"page_size": ROWS, **{name: value for name, value in arguments.items() if value is not None}}
    if isinstance(given.get("cursor"), str) and "://" in given["cursor"]:  # a whole address, as `next` is
        given["cursor"] = parse_qs(given["cursor"].partition("?")[2]).get("cursor", [""])[0]
    return urlencode({name: _text(value) for name, value in given.items()}, doseq=True)


def _text(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def _answered(method: str, path: str, query: str, body: bytes, by: Caller) -> Any:
    site = urlsplit(settings.SITE_URL)
    environment: dict[str, Any] = {
        "REQUEST_METHOD": method.upper(),
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": site.hostname or "localhost",
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "HTTP_HOST": site.netloc,
        "REMOTE_ADDR": by.address,
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(body),
    }
    if by.authorization:
        environment["HTTP_AUTHORIZATION"] = by.authorization
    if by.forwarded_for:
        environment["HTTP_X_FORWARDED_FOR"] = by.forwarded_for
    found = resolve(path)
    request = WSGIRequest(environment)
    response = found.func(request, *found.args, **found.kwargs)
    by.limits.update(limit_headers(request.META.get("crosscheck.spent", [])))
    return response.render() if hasattr(response, "render") else response
