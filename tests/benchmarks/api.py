"""How many requests a second the list of claims answers: `python -m tests.benchmarks.api --claims 100000`.

Fills a database of its own (see `world`) unless it is there already. Then one process of each server answers four
connections, one server after the other and several times in turn, so that a slow moment of the machine is nobody's
alone: this API through DRF with its filters, permissions, limits and paging on, asked for the first page again and
again and for pages all over the list; the same rows from a bare ASGI handler, from Datasette and from PostGraphile.
Needs `pip install -r tests/benchmarks/requirements.txt` and `npm install --prefix tests/benchmarks`. Times are those of
the asker on the same machine.
"""

import argparse
import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import django
from rich.console import Console
from rich.table import Table

from tests.benchmarks.pages import p95, scratch

CONNECTIONS = 4
PAGES = 400  # places all over the list
POSTGRAPHILE = Path(__file__).parent / "node_modules" / "postgraphile" / "cli.js"


@dataclass
class Server:
    """A peer: how it is started and what it is asked for."""

    name: str
    command: list[str]  # its last part is followed by the port, or by the address if it is --bind
    paths: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    body: str | None = None  # of a POST
    times: list[float] = field(default_factory=list)
    seconds: float = 0
    processor: float = 0  # seconds of the server's own process
    memory: float = 0  # MB resident


def main() -> None:
    """Parse, prepare, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=5, help="of each turn")
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    os.environ.setdefault("CROSSCHECK_ENV", "development")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claims.settings")
    django.setup()
    console = Console()
    with (
        scratch("crosscheck_benchmark", options.claims, console, "fill"),
        tempfile.TemporaryDirectory() as folder,
    ):
        servers = peers(Path(folder))
        for _ in range(options.turns):
            for server in servers:
                measure(server, options.seconds)
    table = Table(
        "server", "requests/s", "p50 ms", "p95 ms", "CPU ms/request", "MB", title=f"{options.claims:,} claims"
    )
    for server in servers:
        count = len(server.times)
        table.add_row(
            server.name,
            f"{count / server.seconds:,.0f}",
            f"{statistics.median(server.times):.1f}",
            f"{p95(server.times):.1f}",
            f"{1_000 * server.processor / count:.2f}",
            f"{server.memory:.0f}",
        )
    console.print(table)


def peers(folder: Path) -> list[Server]:
    """The servers, with the same rows. Writes a copy of them into `folder`."""
    from django.db import connection

    from tests.benchmarks.peers import QUESTION, WHOLE, as_view, to_sqlite

    to_sqlite(folder / "desk.db")
    as_view()
    place = connection.get_connection_params()
    user, name, host = place["user"], place["dbname"], str(place["host"])
    url = f"postgres://{user}@/{name}?host={quote(host, safe='')}&port={place['port']}"
    ours = {
        "CROSSCHECK_ENV": "development",
        "DEBUG": "0",
        "DATABASE_URL": url,
        "API_LIMIT_ADDRESS": "1000000/1m",
    }
    python = [sys.executable, "-m"]
    gunicorn = [
        *python,
        "gunicorn",
        "claims.wsgi",
        "--workers",
        "1",
        "--threads",
        str(CONNECTIONS),
        "--keep-alive",
        "60",
    ]
    dsn = f"user={user} dbname={name} host={host} port={place['port']} options='-c jit=off'"
    bare = "uvicorn tests.benchmarks.peers:bare --no-access-log"
    postgraphile = "--schema peer --disable-graphiql --disable-query-log --max-pool-size 4 --connection"
    graph = ["node", str(POSTGRAPHILE), *postgraphile.split(), url, "--port"]
    node = {"NODE_ENV": "production"}
    return [
        Server("bare handler", [*python, *bare.split(), "--port"], ["/"], {"PEER_DSN": dsn}),
        Server(
            "Datasette",
            [*python, "datasette", str(folder / "desk.db"), "--port"],
            ["/desk/list.json?_size=50&_shape=array&_nocount=1"],
        ),
        Server("PostGraphile, one joined view", graph, ["/graphql"], node, QUESTION),
        Server("PostGraphile, what this API tells", graph, ["/graphql"], node, WHOLE),
        Server("this API, the first page", [*gunicorn, "--bind"], ["/api/v1/claims/"], ours),
        Server("this API, pages all over", [*gunicorn, "--bind"], places(), ours),
    ]


def places() -> list[str]:
    """Addresses of pages all over the list, by the cursors that its links would have."""
    from claims.api.views import ClaimViewSet
    from claims.keyset import Order

    order = Order.of(ClaimViewSet.queryset, ClaimViewSet.orderings[0])
    public = list(
        ClaimViewSet.queryset.select_related(None).prefetch_related(None).only("id", "created_at").order_by("id")
    )
    chosen = random.Random(1).sample(public, min(PAGES, len(public)))  # noqa: S311 - which pages is no secret
    return [f"/api/v1/claims/?cursor={order.cursor(claim, backwards=False)}" for claim in chosen]


def measure(server: Server, seconds: float) -> None:
    """One turn of `server`: start it, ask until it is warm, then on every connection for `seconds`, and stop it."""
    with running(server) as (port, process):
        load(server, port, min(2.0, seconds))
        used = cpu(process)
        began = time.perf_counter()
        server.times += load(server, port, seconds)
        server.seconds += time.perf_counter() - began
        server.processor += cpu(process) - used
        server.memory = max(server.memory, resident(process))


@contextmanager
def running(server: Server) -> Iterator[tuple[int, int]]:
    """Port and process of a started server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    last = f"127.0.0.1:{port}" if server.command[-1] == "--bind" else str(port)
    process = subprocess.Popen(
        [*server.command, last],
        env={**os.environ, **server.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            if process.poll() is not None:
                raise SystemExit(f"{server.name} did not start")
            try:
                ask(http.client.HTTPConnection("127.0.0.1", port, timeout=30), server.paths[0], server.body)
                break
            except OSError:
                time.sleep(0.1)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="utf-8").split()
        yield port, int(children[0]) if children else process.pid
    finally:
        process.terminate()
        process.wait()


def ask(connection: http.client.HTTPConnection, path: str, body: str | None) -> bytes:
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    connection.request("POST" if body else "GET", path, body, headers)
    answer = connection.getresponse()
    told = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status}: {told[:200]!r}")
    return told


def load(server: Server, port: int, seconds: float) -> list[float]:
    """Milliseconds of each request of four connections that ask without a pause."""
    taken: list[list[float]] = [[] for _ in range(CONNECTIONS)]
    until = time.perf_counter() + seconds

    def run(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        step = number
        while (began := time.perf_counter()) < until:
            ask(connection, server.paths[step % len(server.paths)], server.body)
            taken[number].append(1_000 * (time.perf_counter() - began))
            step += CONNECTIONS

    threads = [threading.Thread(target=run, args=[number]) for number in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [one for each in taken for one in each]


def cpu(process: int) -> float:
    """Seconds of processor that the process has used (proc(5), fields 14 and 15 of stat)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(process: int) -> float:
    """Megabytes of memory that the process has."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


if __name__ == "__main__":
    main()
