"""How much of the API may be used: per key, and per address for who has none.

The same arithmetic as for tries of passwords (claims.accounts.limits), but every request is counted here, so it is one
statement by primary key on a table that PostgreSQL does not log. It holds across processes and machines: all of them
count in the one row, and two at the same moment wait for each other there.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from claims.accounts.address import client_address, counted_as
from claims.accounts.limits import Limit

SPEND = """
    INSERT INTO claims_allowance AS held (key, until) VALUES (%(key)s, clock_timestamp() + %(step)s)
    ON CONFLICT (key) DO UPDATE SET until = greatest(held.until, clock_timestamp()) + %(step)s
    WHERE greatest(held.until, clock_timestamp()) + %(step)s <= clock_timestamp() + %(per)s
    RETURNING until - clock_timestamp()
"""
LOOK = "SELECT until - clock_timestamp() FROM claims_allowance WHERE key = %(key)s"
NOTHING = timedelta(0)
UNITS = {"check": "content-bytes"}
"""What a policy counts, where it is not requests."""


@dataclass(frozen=True, slots=True)
class Spent:
    """A request, counted. `wait` are the seconds until the next one is allowed: 0 where this one was."""

    policy: str
    limit: Limit
    ahead: timedelta
    wait: int

    @property
    def left(self) -> int:
        """How much more is allowed right now."""
        return 0 if self.wait else max(0, int((self.limit.per - self.ahead) / (self.limit.per / self.limit.tries)))

    def headers(self) -> dict[str, str]:
        """RateLimit-Policy and RateLimit as draft-ietf-httpapi-ratelimit-headers-10 has them, and Retry-After."""
        unit = f';qu="{UNITS[self.policy]}"' if self.policy in UNITS else ""
        told = {
            "RateLimit-Policy": f'"{self.policy}";q={self.limit.tries}{unit};w={int(self.limit.per.total_seconds())}',
            "RateLimit": f'"{self.policy}";r={self.left};t={math.ceil(max(self.ahead, NOTHING).total_seconds())}',
        }
        return told | ({"Retry-After": str(self.wait)} if self.wait else {})


def limit_headers(spent: Iterable[Spent]) -> dict[str, str]:
    """What an answer says of everything that was spent on it; nothing where that is nothing."""
    every = [one.headers() for one in spent]
    return {name: ", ".join(one[name] for one in every) for name in ("RateLimit-Policy", "RateLimit") if every}


def spend(policy: str, *, whose: str, weight: int = 1) -> Spent:
    """Count one request of `whose` against the limit that settings call `policy` ("address", "key", "writes"), or as
    many bytes as it weighs ("check")."""
    limit = Limit.read(settings.API_LIMITS[policy])
    key = salted_hmac("claims.accounts.allowances", f"{policy}\n{whose}", algorithm="sha256").hexdigest()
    told = limit.of(key, weight=weight)
    with connection.cursor() as cursor:
        cursor.execute(SPEND, told)
        if (row := cursor.fetchone()) is not None:
            return Spent(policy, limit, row[0], wait=0)
        cursor.execute(LOOK, told)
        row = cursor.fetchone()
    ahead: timedelta = row[0] if row else NOTHING
    over = ahead + told["step"] - limit.per
    return Spent(policy, limit, ahead, wait=max(1, math.ceil(over.total_seconds())))


def spend_by_address(request: HttpRequest) -> Spent:
    """Count a request of somebody without a key, or with one that is none."""
    return spend("address", whose=counted_as(client_address(request)))
