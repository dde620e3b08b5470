"""Pages by offset or by token, within the first results of a search.

A token says where the next page begins, for which search, and when the first page was asked for: what was published
since is left out, so that no result is shown twice. It is not secret and not signed: whoever makes one up sees no more
than an offset would show.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self, TypeVar

from django.utils import timezone
from rest_framework.exceptions import ValidationError

Row = TypeVar("Row")

MOST = 1_000
"""Results that one search leads to. Further down nobody looks, and the whole is to be had from /api/v1/."""
SIZE = 10
LARGEST = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins and how long it is. `asked_at` is when the first page was asked for, in whole seconds."""

    offset: int
    size: int
    asked_at: datetime
    search: str

    @classmethod
    def read(cls, given: Mapping[str, Any], parameters: Iterable[str]) -> Self:
        """The place that the values `given` for the `parameters` of a list name. Raises a 400 for a token that is not
        of this search."""
        size = min(given["pageSize"] or SIZE, LARGEST)
        search = _digest([given[name] for name in sorted({*parameters} - {"pageSize", "pageToken", "offset"})])
        if not given["pageToken"]:
            return cls(given["offset"], size, timezone.now(), search)
        try:
            match json.loads(base64.urlsafe_b64decode(given["pageToken"].encode("ascii") + b"==")):
                case [int(offset), int(seconds), str(of)] if 0 <= offset <= MOST and of == search:
                    return cls(offset, size, datetime.fromtimestamp(seconds, UTC), search)
        except (ValueError, OverflowError, OSError, RecursionError):
            pass  # said below
        raise ValidationError("Invalid page token: send the nextPageToken of the page before with the same parameters.")

    def of(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The rows of this page, of all that were found."""
        return rows[self.offset : self.offset + self.size]

    def following(self, found: int) -> str:
        """The token of the next page; empty where there is none."""
        end = self.offset + self.size
        if end >= found:
            return ""
        token = json.dumps([end, int(self.asked_at.timestamp()), self.search])
        return base64.urlsafe_b64encode(token.encode()).decode().rstrip("=")


def _digest(values: Sequence[Any]) -> str:
    """What must be the same from page to page, in short."""
    return hashlib.blake2b(json.dumps(values).encode(), digest_size=6).hexdigest()
