"""A site that goes on sending, a little at a time, is cut off: a timeout alone is for one read."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any

import httpcore
import httpx
import pytest

from claims import links

SITE = "93.184.215.14"
OPENING = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
DRIPS = {
    "headers": ("http", OPENING + b"X-Long: "),
    "body": ("http", OPENING + b"\r\n"),
    "handshake": ("https", b"\x16\x03\x03\x40\x00"),  # a TLS record of 16 kB
}


class Loopback(httpcore.SyncBackend):
    """A network on which every address is ours, on the port where the test listens."""

    def __init__(self, port: int) -> None:
        self.port = port

    def connect_tcp(self, host: str, port: int, *args: Any, **kwargs: Any) -> httpcore.NetworkStream:
        assert host == SITE
        return super().connect_tcp("127.0.0.1", self.port, *args, **kwargs)


@pytest.fixture
def dripping(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], httpx.HTTPTransport]]:
    """`dripping(opening)` is the way to a site that sends this and then a byte at a time."""
    monkeypatch.setattr(links, "SECONDS", 0.15)
    done = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def site(opening: bytes) -> None:
        with suppress(OSError), listener.accept()[0] as connection:
            connection.sendall(opening)
            while not done.wait(0.02):
                connection.sendall(b"x")

    def dripping(opening: bytes) -> httpx.HTTPTransport:
        threading.Thread(target=site, args=[opening], daemon=True).start()
        transport = httpx.HTTPTransport()
        transport._pool = httpcore.ConnectionPool(network_backend=Loopback(listener.getsockname()[1]))
        return transport

    yield dripping
    done.set()
    listener.close()


@pytest.mark.parametrize("part", DRIPS)
@pytest.mark.parametrize("way", ["page", "message"])
def test_a_drip_has_an_end(dripping: Any, part: str, way: str) -> None:
    scheme, opening = DRIPS[part]
    begun = time.monotonic()
    asked: dict[str, Any] = {"resolve": lambda *_: [SITE], "transport": dripping(opening)}
    url = f"{scheme}://slow.example.org/"
    if way == "page":
        with pytest.raises(links.RefusedError, match="No answer in time"):
            links.fetch_page(url, largest=10**6, **asked)
    else:
        receipt = links.post(url, content=b"{}", headers={}, https_only=False, **asked)
        assert receipt.error == "No answer in time"
    assert time.monotonic() - begun < 2


def test_what_is_in_time_is_whole() -> None:
    class Quick(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            return httpx.Response(200, content=b"Here it is.")

    into = BytesIO()
    links.fetch("http://a.example.org/", into=into, largest=99, resolve=lambda *_: [SITE], transport=Quick())
    assert into.getvalue() == b"Here it is."
