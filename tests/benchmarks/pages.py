"""How long the server takes for a page: `python -m tests.benchmarks.pages desk --claims 200000`.

Makes a database of its own beside the configured one, fills it (see `world`) unless it is there already, asks for every
page the same number of times in turn, and prints the median and the 95th percentile in milliseconds, with how many
queries a page makes. The time is that of Django's handler, middleware and rendering included, network excluded. The
peer in the same run is the same list of claims as Django's own ModelAdmin makes it. A page of the site is also asked
for with the tag that it came with, as a cache does: that answer is 304 and has no page.
"""

import argparse
import math
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import django
from rich.console import Console
from rich.progress import track
from rich.table import Table


def main() -> None:
    """Parse, prepare, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("desk", "site"), help="whose pages")
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    os.environ.setdefault("CROSSCHECK_ENV", "development")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claims.settings")
    django.setup()
    console = Console()
    with scratch("crosscheck_benchmark", options.claims, console, "fill"):
        from tests.benchmarks import addresses

        table = Table("page", "p50 ms", "p95 ms", "304 ms", "queries", "kB", title=f"{options.claims:,} claims")
        for row in measure(addresses.DESK if options.what == "desk" else addresses.SITE, options.rounds):
            table.add_row(*row)
        console.print(table)


@contextmanager
def scratch(name: str, claims: int, console: Console, fill: str) -> Iterator[None]:
    """A database for `claims` claims, filled by that function of `world` and kept for the next run, as the connection
    of this process."""
    from django.core.management import call_command
    from django.db import connection, connections

    from claims.models import Claim
    from tests.benchmarks import world

    name = f"{name}_{claims}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            cursor.execute(f'CREATE DATABASE "{name}"')
    connections["default"].close()
    connections["default"].settings_dict["NAME"] = name
    call_command("migrate", verbosity=0)
    if not Claim.objects.exists():
        getattr(world, fill)(claims=claims, track=lambda steps: track(steps, "Filling", console=console))
    try:
        yield
    finally:
        connections["default"].close()


def measure(pages: dict[str, Callable[[], str]], rounds: int) -> Iterator[tuple[str, ...]]:
    """Each page's name, p50 and p95 in milliseconds, p95 of a 304, queries, and size. The desk is measured as an editor
    sees it, the site as a reader does."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from claims.models import User
    from tests.benchmarks import addresses

    client = Client()
    if pages is addresses.DESK:
        client.force_login(User.objects.get(username="editor1"))
    taken: dict[str, list[float]] = {name: [] for name in pages}
    again: dict[str, list[float]] = {name: [] for name in pages}
    seen: dict[str, tuple[int, int]] = {}
    for name, make in pages.items():
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(make())
        if answer.status_code != 200:
            raise SystemExit(f"{name} answered {answer.status_code}")
        seen[name] = (len(queries), len(answer.content))
    for _ in range(rounds):
        for name, make in pages.items():
            address = make()
            began = time.perf_counter()
            answer = client.get(address)
            taken[name].append(1_000 * (time.perf_counter() - began))
            if tag := answer.headers.get("ETag"):
                began = time.perf_counter()
                if client.get(address, headers={"If-None-Match": tag}).status_code != 304:
                    raise SystemExit(f"{name} does not know its own tag")
                again[name].append(1_000 * (time.perf_counter() - began))
    for name in pages:
        count, size = seen[name]
        unchanged = f"{p95(again[name]):.1f}" if again[name] else ""
        median, most = statistics.median(taken[name]), p95(taken[name])
        yield name, f"{median:.0f}", f"{most:.0f}", unchanged, str(count), f"{size / 1_000:.0f}"


def p95(times: list[float]) -> float:
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


if __name__ == "__main__":
    main()
