"""Asking for a link reaches the public web, and nothing else."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from claims.links import HOPS, Answer, ask, is_public

SITE = "93.184.215.14"


class Web(httpx.BaseTransport):
    """Sites by name and path, and a record of which address was asked, under which name."""

    def __init__(self, pages: dict[str, httpx.Response | Exception]) -> None:
        self.pages = pages
        self.asked: list[tuple[str, str, Any]] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        name = request.headers["Host"]
        self.asked.append((request.url.host, name, request.extensions.get("sni_hostname")))
        answer = self.pages[f"{name}{request.url.path}"]
        if isinstance(answer, Exception):
            raise answer
        return answer


def resolving(**hosts: list[str]) -> Callable[[str, int], list[str]]:
    def resolve(host: str, port: int) -> list[str]:
        if host == "gone.example.org":
            raise OSError("no such host")
        return hosts.get(host.split(".", maxsplit=1)[0], [SITE])

    return resolve


def to(address: str) -> httpx.Response:
    return httpx.Response(302, headers={"Location": address})


@pytest.mark.parametrize("status", [200, 206, 404, 410, 503])
def test_the_status_is_what_the_site_answers(status: int) -> None:
    web = Web({"www.example.org/a": httpx.Response(status)})
    assert ask("https://www.example.org/a", resolve=resolving(), transport=web) == Answer(status)
    assert web.asked == [(SITE, "www.example.org", "www.example.org")], "pinned to the address that was looked at"


def test_redirects_are_followed_each_looked_at_anew() -> None:
    web = Web({"www.example.org/a": to("/b"), "www.example.org/b": to("http://two.example.org/c"),
               "two.example.org/c": httpx.Response(200)})  # fmt: skip
    assert ask("https://www.example.org/a", resolve=resolving(), transport=web).status == 200
    assert len(web.asked) == 3


@pytest.mark.parametrize(
    "inside",
    ["127.0.0.1", "10.0.0.8", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "240.0.0.1", "::1",
     "fec0::1", "::10.0.0.8", "::ffff:0:10.0.0.8", "64:ff9b:1::a00:8", "4000::1",
     "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1", "ff02::1",
     "not an address"],
)  # fmt: skip
def test_addresses_that_are_not_public_are_never_asked(inside: str) -> None:
    web = Web({"www.example.org/a": to("http://inside.example.org/")})
    assert not is_public(inside)
    for start in ("http://inside.example.org/", "https://www.example.org/a"):
        answer = ask(start, resolve=resolving(inside=[inside]), transport=web)
        assert answer == Answer(None, "The address is not on the public web")
    assert [name for _, name, _ in web.asked] == ["www.example.org"]


def test_one_address_inside_is_enough_to_refuse() -> None:
    answer = ask("http://both.example.org/", resolve=resolving(both=[SITE, "127.0.0.1"]), transport=Web({}))
    assert answer.error == "The address is not on the public web"


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("ftp://www.example.org/", "Only http and https are asked for"),
        ("file:///etc/passwd", "Only http and https are asked for"),
        ("javascript:alert(1)", "Only http and https are asked for"),
        ("http://www.example.org:5432/", "The address has a port, a name or a password in it"),
        ("http://user:secret@www.example.org/", "The address has a port, a name or a password in it"),
        ("https:///nowhere", "The address has a port, a name or a password in it"),
        ("http://gone.example.org/", "There is no such site"),
    ],
)
def test_what_is_not_asked_for(url: str, error: str) -> None:
    web = Web({})
    assert ask(url, resolve=resolving(), transport=web) == Answer(None, error)
    assert web.asked == []


def test_a_circle_of_redirects_ends() -> None:
    web = Web({"www.example.org/a": to("/a")})
    assert ask("http://www.example.org/a", resolve=resolving(), transport=web).error == f"More than {HOPS} redirects"
    assert len(web.asked) == HOPS


@pytest.mark.parametrize(
    ("error", "words"),
    [(httpx.ReadTimeout("slow"), "No answer in time"), (httpx.ConnectError("shut"), "No connection (ConnectError)")],
)
def test_no_answer_is_an_answer_too(error: Exception, words: str) -> None:
    web = Web({"www.example.org/a": error})
    assert ask("http://www.example.org/a", resolve=resolving(), transport=web) == Answer(None, words)


def test_nothing_of_the_body_is_read() -> None:
    class Endless(httpx.SyncByteStream):
        def __iter__(self) -> Any:
            pytest.fail("the body was read")

    web = Web({"www.example.org/a": httpx.Response(200, stream=Endless())})
    assert ask("http://www.example.org/a", resolve=resolving(), transport=web) == Answer(200)
