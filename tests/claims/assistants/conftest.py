"""The SDK's own client on both ways to the server."""

import os
import socket
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import anyio
import pytest
import uvicorn
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from mcp import Client, StdioServerParameters

from claims.asgi import application
from tests.claims.api.world import World, build

Answer = TypeVar("Answer")
Talk = Callable[[Callable[[Client], Awaitable[Any]]], Any]


@pytest.fixture
def world(transactional_db: None) -> World:
    """Committed, for the server reads it over a connection of its own."""
    cache.clear()
    return build()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The site as an ASGI server serves it, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(application, log_level="warning", lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [free]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            threading.Event().wait(0.05)
        yield f"http://127.0.0.1:{free.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(params=["stdio", "http"])
def talk(request: pytest.FixtureRequest, world: World) -> Talk:
    """`talk(conversation)` is what a conversation with a client on either transport returns."""
    reach: Any = f"{request.getfixturevalue('address')}/mcp" if request.param == "http" else process()

    def talk(conversation: Callable[[Client], Awaitable[Answer]]) -> Answer:
        async def whole() -> Answer:
            async with Client(reach) as client:
                return await conversation(client)

        return anyio.run(whole)

    return talk


def process(**environment: str) -> StdioServerParameters:
    """`manage.py mcp` on the database of the tests."""
    database = connection.settings_dict
    url = f"postgres://{database['USER']}@{quote(database['HOST'], safe='')}:{database['PORT']}/{database['NAME']}"
    return StdioServerParameters(
        command=sys.executable,
        args=[str(Path(settings.BASE_DIR, "manage.py")), "mcp"],
        cwd=str(settings.BASE_DIR),
        env={**os.environ, "CROSSCHECK_ENV": "test", "DATABASE_URL": url, **environment},
    )
