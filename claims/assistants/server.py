"""The server, and the two ways to reach it: standard input and output, and streamable HTTP at /mcp."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import close_old_connections
from mcp.server import Server
from mcp.server.context import ServerRequestContext
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
)
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claims.assistants.calls import Caller, RefusedError, call
from claims.assistants.tools import BY_NAME, Operation, tools

PATH = "/mcp"
LARGEST_REQUEST = 1_000_000
"""Bytes."""
AT_ONCE = 4
"""Calls that one process answers at the same time, each with a connection to the database."""
LIMITS = "crosscheck.limits"
"""Where a call over HTTP leaves what the API says is left."""
KEY = "CROSSCHECK_API_KEY"
"""The environment variable with the key of an assistant that talks over standard input."""
INSTRUCTIONS = (
    "Crosscheck keeps what is claimed in the news, by whom in which exact words, where sources disagree, and what"
    " fact-checkers found. Quote it with the `url` of what you use. No record of a claim says nothing about its truth,"
    " and many voices for one answer are no evidence: go by verdicts, resolutions and evidence."
)

_pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="assistants")


def server() -> Server[Any]:
    """A server with every tool."""
    return Server(
        "crosscheck",
        version="1.0.0",
        title="Crosscheck",
        instructions=INSTRUCTIONS,
        website_url=settings.SITE_URL,
        on_list_tools=_listed,
        on_call_tool=_called,
    )


def over_http() -> Starlette:
    """The server as an ASGI application. It keeps no sessions, so any process may answer any request."""
    hosts = [host for host in settings.ALLOWED_HOSTS if host != "*"]
    security = TransportSecuritySettings(
        enable_dns_rebinding_protection="*" not in settings.ALLOWED_HOSTS,
        allowed_hosts=[*hosts, *(f"{host}:*" for host in hosts)],
        allowed_origins=[settings.SITE_URL],
    )
    application = server().streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        max_request_body_size=LARGEST_REQUEST,
        transport_security=security,
    )
    application.add_middleware(TellingLimits)
    return application


class TellingLimits:
    """Middleware: the answer to a call says what is left of the allowance, in the headers that the API has."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        limits: dict[str, str] = {}

        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in limits.items():
                    headers[name] = value
            await send(message)

        await self.app({**scope, LIMITS: limits}, receive, tell)


def over_stdio() -> None:
    """Serve one assistant over standard input and output, until it hangs up."""
    anyio.run(_stdio)


async def _stdio() -> None:
    one = server()
    async with stdio_server() as (read, write):
        await one.run(read, write, one.create_initialization_options())


async def _listed(_context: ServerRequestContext[Any], _params: PaginatedRequestParams | None) -> ListToolsResult:
    return ListToolsResult(tools=list(await sync_to_async(tools)()))


async def _called(context: ServerRequestContext[Any], params: CallToolRequestParams) -> CallToolResult:
    operation = BY_NAME.get(params.name)
    if operation is None:
        return _refused(f"There is no tool {params.name[:100]!r}. There are: {', '.join(BY_NAME)}.")
    answer = sync_to_async(_asked, thread_sensitive=False, executor=_pool)
    try:
        told = await answer(operation, params.arguments or {}, _caller(context))
    except RefusedError as refusal:
        return _refused(str(refusal))
    return CallToolResult(
        content=[TextContent(type="text", text=json.dumps(told, ensure_ascii=False))], structured_content=told
    )


def _asked(operation: Operation, arguments: dict[str, Any], by: Caller) -> dict[str, Any]:
    """The API's answer, with the connection of this thread looked after as Django does around a request."""
    close_old_connections()
    try:
        return call(operation, arguments, by=by)
    finally:
        close_old_connections()


def _refused(sentence: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=sentence)], is_error=True)


def _caller(context: ServerRequestContext[Any]) -> Caller:
    """Who asks: over HTTP as its headers say, over standard input as the environment does."""
    request = context.request
    if request is None:
        key = os.environ.get(KEY, "")
        return Caller(f"Bearer {key}" if key else "")
    return Caller(
        authorization=request.headers.get("authorization", ""),
        address=request.client.host if request.client else "",
        limits=request.scope.get(LIMITS, {}),
        forwarded_for=",".join(request.headers.getlist("x-forwarded-for")),  # as a proxy that adds a line left it
    )
