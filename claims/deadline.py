"""A time for a whole conversation with another site.

A timeout of an HTTP client is for one read: a site that sends a byte now and then meets it for ever, while it says its
headers, shakes hands for TLS or sends its body. Here the connections are cut off at the end, whatever waits for them.
They are learnt of by httpcore's trace extension: https://www.encode.io/httpcore/extensions/#trace
"""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from typing import Any

import httpx


class TooLateError(TimeoutError):
    """The time was over before the end."""


class Deadline:
    """Cuts off every connection that a request which it `watches` opens."""

    def __init__(self) -> None:
        self.is_over = False
        self._lock = Lock()
        self._sockets: list[socket.socket] = []

    def watch(self, request: httpx.Request) -> None:
        """For httpx's event hooks. Raises TooLateError."""
        self.check()
        request.extensions["trace"] = self._trace

    def check(self) -> None:
        """Raises TooLateError."""
        if self.is_over:
            raise TooLateError

    def end(self) -> None:
        """The time is over."""
        with self._lock:
            self.is_over = True
            for each in self._sockets:
                with suppress(OSError):  # the other side was quicker
                    each.shutdown(socket.SHUT_RDWR)

    def forget(self) -> None:
        """Close what was kept to cut off connections."""
        with self._lock:
            while self._sockets:
                self._sockets.pop().close()

    def _trace(self, event: str, told: Mapping[str, Any]) -> None:
        if event != "connection.connect_tcp.complete":
            return
        with self._lock:
            # Of its own, since TLS takes the connection's socket over and leaves nothing of it.
            self._sockets.append(told["return_value"].get_extra_info("socket").dup())
            self.check()


@contextmanager
def within(seconds: float) -> Iterator[Deadline]:
    """A deadline in `seconds`. Raises TooLateError at its end, also where the end looked like that of an answer."""
    deadline = Deadline()
    timer = Timer(seconds, deadline.end)
    timer.daemon = True
    timer.start()
    try:
        yield deadline
    except (httpx.HTTPError, OSError) as trouble:
        if deadline.is_over:
            raise TooLateError from trouble
        raise
    finally:
        timer.cancel()
        deadline.forget()
