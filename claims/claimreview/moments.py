"""When something was published, as desks write it: ISO 8601, "Wed 3 Oct 2018, 11:08pm", "June 15th  2018".

The day is found as in articles (articles.parsing.dates); the clock beside it is read where there is one. A time without
a zone is taken as UTC for ordering, and is written without one.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from articles.parsing.dates import find_dates

_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s?(?P<zone>Z|UTC|GMT|BST|CET|CEST|E[SD]T|C[SD]T|M[SD]T|P[SD]T)\b)?",
    re.IGNORECASE,
)
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7,
    "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
LONGEST = 200  # characters of a text that can be a date


@dataclass(frozen=True, slots=True)
class Moment:
    """`text` is ISO 8601, no finer than what was given; `at` is for ordering."""

    text: str
    at: datetime


def read_moment(text: str, *, today: date, month_first: bool | None = None) -> Moment | None:
    """The first moment in `text`; None where there is no whole date in it, or one after `today`. `month_first` says how
    to read 5/4/2017; otherwise it is read as in articles."""
    text = " ".join(text[:LONGEST].split())
    if _ISO.fullmatch(text):
        return _iso(text, today)
    found = next(find_dates(text, month_first=month_first, today=today), None)
    if found is None:
        return None
    day, start, end = found
    clock = _CLOCK.search(text[:start] + "|" + text[end:])
    moment = _at(day, clock) if clock else None
    if moment is None:
        return Moment(day.isoformat(), datetime.combine(day, time.min, UTC))
    return Moment(moment.isoformat(), moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _iso(text: str, today: date) -> Moment | None:
    written = re.sub(r"\s?(?:UTC|GMT)$", "Z", text, flags=re.IGNORECASE)
    try:
        moment = datetime.fromisoformat(written.replace(" ", "T", 1))
        at = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if not date(1900, 1, 1) <= at.date() <= today + timedelta(days=1):
        return None
    return Moment(text if written == text and " " not in text else moment.isoformat(), at)


def _at(day: date, clock: re.Match[str]) -> datetime | None:
    hour = int(clock["hour"])
    if clock["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    zone = timezone(timedelta(hours=_ZONES[clock["zone"].upper()])) if clock["zone"] else None
    try:
        return datetime.combine(day, time(hour, int(clock["minute"]), int(clock["second"] or 0)), zone)
    except ValueError:
        return None
