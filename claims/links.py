"""Asking other sites: is a cited link alive, what does a page say, take this message. Nobody can use us to reach what
is not on the public web.

An address comes from whoever wrote the evidence, so it is not trusted. Every hop of a redirect is resolved by us, and
refused unless all of its addresses are global ones; then exactly the address that was looked at is connected to, so
that a name which resolves differently the second time leads nowhere else. Only http and https, on their own ports;
few hops, little time, and no more of the body than was asked for. A message is posted without a hop.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import BinaryIO

import httpx

from claims.deadline import TooLateError, within

HOPS = 5
SECONDS = 10.0
"""For one step, such as a connection; the whole way with its hops and a page's body may take twice as long."""
FETCH_SECONDS = 300.0
"""For the whole of a file."""
EXCERPT = 500
"""Bytes of the answer to a message that are kept."""
AGENT = "Crosscheck link check"
PORTS = {"http": 80, "https": 443}

UNICAST = ipaddress.ip_network("2000::/3")
"""All of IPv6 that is given out for the public internet (IANA, "IPv6 Address Space")."""

Resolve = Callable[[str, int], list[str]]
TROUBLE = (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status, or the reason for none."""

    status: int | None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a site sent: where it was found in the end, its bytes as they are without the transport's compression, and
    what they are said to be ("text/html; charset=utf-8")."""

    url: str
    content: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a message: the status and the first words of the answer, or why there was none; in how long."""

    status: int | None
    excerpt: str
    error: str
    milliseconds: int


class RefusedError(ValueError):
    """We do not ask for such an address; the message says why."""


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of `host`. Raises OSError where it has none."""
    return list({str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})


def ask(url: str, *, resolve: Resolve = resolve, transport: httpx.BaseTransport | None = None) -> Answer:
    """What `url` answers in the end, its redirects followed. Never raises for what comes from outside.

    `transport` takes the place of the network in tests.
    """
    try:
        with _client(transport, 2 * SECONDS) as client, _followed(client, url, resolve) as response:
            return Answer(response.status_code)
    except TROUBLE as trouble:
        return Answer(None, _why(trouble))


def fetch(
    url: str,
    *,
    into: BinaryIO,
    largest: int,
    resolve: Resolve = resolve,
    transport: httpx.BaseTransport | None = None,
) -> str:
    """Write the body of what `url` answers into `into`, at most `largest` bytes, and return its content type. The same
    care is taken as in `ask`. Raises RefusedError, also where there is no good answer."""
    with _good(url, resolve, transport, FETCH_SECONDS) as response:
        _body(response, into, largest)
        return str(response.headers.get("Content-Type", ""))


def fetch_page(
    url: str, *, largest: int, resolve: Resolve = resolve, transport: httpx.BaseTransport | None = None
) -> Page:
    """The page at `url`, its redirects followed, of `largest` bytes at most and within seconds. Raises as `fetch`."""
    into = BytesIO()
    with _good(url, resolve, transport, 2 * SECONDS) as response:
        _body(response, into, largest)
        found = response.extensions["asked"]
        return Page(found, into.getvalue(), response.headers.get("Content-Type", ""))


def post(
    url: str,
    *,
    content: bytes,
    headers: Mapping[str, str],
    https_only: bool,
    resolve: Resolve = resolve,
    transport: httpx.BaseTransport | None = None,
) -> Receipt:
    """Post `content` to `url`, no redirect followed. Never raises for what comes from outside."""
    began = time.monotonic()
    status, excerpt, error = None, "", ""
    try:
        if https_only and httpx.URL(url).scheme != "https":
            raise RefusedError("Only https is asked for")
        with _client(transport, 2 * SECONDS) as client:
            request = _pinned(client, httpx.URL(url), resolve, method="POST", content=content, headers=headers)
            response = client.send(request, stream=True)
            try:
                first = next(response.iter_bytes(EXCERPT), b"")
                status, excerpt = response.status_code, first[:EXCERPT].decode("utf-8", "replace").replace("\x00", "")
            finally:
                response.close()
    except TROUBLE as trouble:
        error = _why(trouble)
    return Receipt(status, excerpt, error, int((time.monotonic() - began) * 1000))


@contextmanager
def _client(transport: httpx.BaseTransport | None, seconds: float) -> Iterator[httpx.Client]:
    """A client whose connections end after so many seconds."""
    with (
        within(seconds) as deadline,
        httpx.Client(
            transport=transport,
            timeout=SECONDS,
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": AGENT},
            event_hooks={"request": [deadline.watch]},
        ) as client,
    ):
        yield client
        deadline.check()


@contextmanager
def _followed(client: httpx.Client, url: str, resolve: Resolve) -> Iterator[httpx.Response]:
    """The response at the end of the redirects, its body unread. Raises RefusedError where there is no end."""
    for _ in range(HOPS):
        target = httpx.URL(url)
        response = client.send(_pinned(client, target, resolve), stream=True)
        try:
            if not response.is_redirect:
                response.extensions["asked"] = url
                yield response
                return
            url = str(target.join(response.headers["Location"]))
        finally:
            response.close()  # what is not read is of no interest, and may have no end
    raise RefusedError(f"More than {HOPS} redirects")


@contextmanager
def _good(
    url: str, resolve: Resolve, transport: httpx.BaseTransport | None, seconds: float
) -> Iterator[httpx.Response]:
    """The response at the end of the redirects. Whatever is in the way is raised as RefusedError."""
    try:
        with _client(transport, seconds) as client, _followed(client, url, resolve) as response:
            yield response
    except RefusedError:
        raise
    except TROUBLE as trouble:
        raise RefusedError(_why(trouble)) from trouble


def _body(response: httpx.Response, into: BinaryIO, largest: int) -> None:
    if response.status_code != httpx.codes.OK:
        raise RefusedError(f"The answer is {response.status_code}")
    size = 0
    for part in response.iter_bytes(64 * 1024):
        size += len(part)
        if size > largest:
            raise RefusedError(f"It is larger than {largest:,} bytes")
        into.write(part)


def _why(trouble: Exception) -> str:
    if isinstance(trouble, RefusedError):
        return str(trouble)
    return (
        "No answer in time"
        if isinstance(trouble, httpx.TimeoutException | TooLateError)
        else f"No connection ({type(trouble).__name__})"
    )


def _pinned(
    client: httpx.Client,
    url: httpx.URL,
    resolve: Resolve,
    *,
    method: str = "GET",
    content: bytes | None = None,
    headers: Mapping[str, str] = MappingProxyType({}),
) -> httpx.Request:
    """A request for `url` that goes to an address which we have looked at, under the name that it has there."""
    if url.scheme not in PORTS:
        raise RefusedError("Only http and https are asked for")
    if not url.host or url.userinfo or url.port not in (None, PORTS[url.scheme]):
        raise RefusedError("The address has a port, a name or a password in it")
    try:
        addresses = resolve(url.host, PORTS[url.scheme])
    except OSError as error:
        raise RefusedError("There is no such site") from error
    if not addresses or not all(is_public(address) for address in addresses):
        raise RefusedError("The address is not on the public web")
    address = addresses[0]
    return client.build_request(
        method,
        url.copy_with(host=address),
        content=content,
        headers={**headers, "Host": url.netloc.decode()},
        extensions={"sni_hostname": url.host},
    )


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet; those that wrap another are judged by what they wrap."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if found in ipaddress.ip_network("64:ff9b::/96"):  # IPv4 behind a translator
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
        if found not in UNICAST:  # others wrap IPv4 in older ways, or are for one site
            return False
    return found.is_global and not found.is_multicast
