"""Operations that will go: from when they are not to be used any more, and until when they still answer.

The headers are those of RFC 9745 (Deprecation, a date as seconds after an at sign), RFC 8594 (Sunset, an HTTP date) and
the link relation of either, which leads to what is to be used instead.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.http import http_date


@dataclass(frozen=True, slots=True)
class Ageing:
    """`since` and `until` are moments with a time zone; `instead` is the address where it is told what to do."""

    since: datetime
    until: datetime
    instead: str

    def headers(self) -> dict[str, str]:
        return {
            "Deprecation": f"@{int(self.since.timestamp())}",
            "Sunset": http_date(self.until.timestamp()),
            "Link": f'<{self.instead}>; rel="deprecation", <{self.instead}>; rel="sunset"',
        }
