"""How often a secret may be tried: per address, by everybody together, and per account.

Each count is one row of claims_tries, changed by one statement, before the secret is looked at: two processes that try
at the same moment wait for each other at the row. The row holds the time until which its tries are spent (the generic
cell rate algorithm): a try moves that time on by period / tries, and is refused where this would lead further ahead
than the period. So a limit of 10 in 30 minutes allows ten at once and one more every three minutes, over any window,
and a refused try costs nothing.

What an account is called is what was typed, whether there is such an account or not: a limit tells nothing about it.
Rows whose time is over mean nothing any more and are swept up by the tries that follow.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import connection, transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from claims.accounts.address import client_address, counted_as

TAKE = """
    INSERT INTO claims_tries AS tries (key, until) VALUES (%(key)s, clock_timestamp() + %(step)s)
    ON CONFLICT (key) DO UPDATE SET until = greatest(tries.until, clock_timestamp()) + %(step)s
    WHERE greatest(tries.until, clock_timestamp()) + %(step)s <= clock_timestamp() + %(per)s
    RETURNING 1
"""
GIVE_BACK = "UPDATE claims_tries SET until = until - %(step)s WHERE key = %(key)s"
SWEEP = """
    DELETE FROM claims_tries WHERE key IN (
        SELECT key FROM claims_tries WHERE until < clock_timestamp() ORDER BY until LIMIT 10 FOR UPDATE SKIP LOCKED
    )
"""
UNITS = {"s": "seconds", "m": "minutes", "h": "hours"}


class TooManyTriesError(ValidationError):
    """A limit is reached. Says so, and not which, nor whether there is such an account."""

    def __init__(self) -> None:
        super().__init__("Too many tries. Wait a few minutes, then try again.", code="too_many_tries")


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries in so long a time."""

    tries: int
    per: timedelta

    @classmethod
    def read(cls, text: str) -> "Limit":
        """The limit that "10/30m" means: s, m and h are seconds, minutes and hours.

        Raises ImproperlyConfigured for anything else.
        """
        found = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)([smh])", text.strip())
        if not found:
            raise ImproperlyConfigured(f"{text!r} is not a limit: write 10/30m for ten tries in thirty minutes.")
        number, length, unit = found.groups()
        return cls(int(number), timedelta(**{UNITS[unit]: int(length)}))

    def of(self, key: str, *, weight: int = 1) -> dict[str, Any]:
        """What the statements above are told, where one counts for as many as `weight`, and at most for all."""
        return {"key": key, "step": self.per / self.tries * min(weight, self.tries), "per": self.per}


@dataclass(frozen=True, slots=True)
class Taken:
    """Tries that were counted, to be given back where the secret was right."""

    counts: tuple[tuple[str, Limit], ...]

    def give_back(self) -> None:
        """Take this try off the counts again. Only its own: right ones do not make up for wrong ones."""
        with connection.cursor() as cursor:
            for key, limit in self.counts:
                cursor.execute(GIVE_BACK, limit.of(key))


def take(what: str, *, request: HttpRequest, account: str) -> Taken:
    """Count one try of `what` ("password", "code", "reset") for `account`, before it is made.

    Raises TooManyTriesError, and counts nothing, where a limit is reached.
    """
    address = counted_as(client_address(request))
    limits = {name: Limit.read(text) for name, text in settings.LOGIN_LIMITS.items()}
    # An address first, so that one visitor cannot use up what everybody shares; always in this order, so that two who
    # wait for each other's rows never wait in a circle.
    return _take(
        (_key(what, "address", address), limits["address"]),
        (_key(what, "everybody", ""), limits["everybody"]),
        (_key(what, "account", folded(account)), limits["account"]),
    )


def take_part(what: str, *, request: HttpRequest, limits: Mapping[str, str]) -> Taken:
    """Count one thing that anybody may do, such as writing to us: by the `address` of who asks and by `everybody`.

    Raises TooManyTriesError, and counts nothing, where a limit is reached.
    """
    address = counted_as(client_address(request))
    return _take(
        (_key(what, "address", address), Limit.read(limits["address"])),
        (_key(what, "everybody", ""), Limit.read(limits["everybody"])),
    )


def once(what: str, *, within: timedelta) -> None:
    """Let `what` pass once. Raises TooManyTriesError where it has passed already, `within` this time."""
    _take((_key("once", "", what), Limit(1, within)))


def folded(name: str) -> str:
    """`name` as it is counted: spellings that could reach one account are one."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def _take(*counts: tuple[str, Limit]) -> Taken:
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        for key, limit in counts:
            cursor.execute(TAKE, limit.of(key))
            if cursor.fetchone() is None:
                raise TooManyTriesError  # the transaction takes back what was counted before it
        cursor.execute(SWEEP)
    return Taken(counts)


def _key(what: str, kind: str, whose: str) -> str:
    """What is counted, unreadable to who sees the table: people type passwords into the field for names."""
    return salted_hmac("claims.accounts.limits", f"{what}\n{kind}\n{whose}", algorithm="sha256").hexdigest()
