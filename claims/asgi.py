"""ASGI entry point: the site, and the server for assistants at /mcp."""

import os
from typing import Any

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claims.settings")

site: Any = get_asgi_application()

from claims.assistants.server import PATH, over_http  # noqa: E402 - reads the settings, which are set up above

assistants = over_http()


async def application(scope: Any, receive: Any, send: Any) -> None:
    """The server for assistants also starts and stops with the process; Django has nothing to do then."""
    for_assistants = scope["type"] == "lifespan" or scope.get("path") == PATH
    await (assistants if for_assistants else site)(scope, receive, send)
