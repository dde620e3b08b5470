"""The peers of `manage.py evaluate dates`, set up as fairly as they allow: both are told the day of writing, and their
answers are written as TIMEX3 values in the precision in which they give them. Of two readings of Recognizers-Text the
one not after the day of writing counts, as in news; dateparser does better with its own preference, the current period.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time

from claims.evaluation.reading import MissingPeerError

Finding = tuple[int, int, str]
Finder = Callable[[str, date], list[Finding]]
_DATELIKE = re.compile(r"[A-Za-z]{3}|\d{4}|\d[/-]\d")
_AMOUNT = re.compile(r"[$%]")
_RANGE = re.compile(r"\((\d{4})-(\d{2})-01,(\d{4})-(\d{2})-01,P(\d+)[MY]\)")


def dateparser() -> Finder:
    """dateparser's `search_dates`, in English, without the finds that can be no date ("$22", "15%", "we"): they
    would lower its F1 by a quarter. Raises MissingPeerError."""
    try:
        from dateparser.date import DateDataParser
        from dateparser.search import search_dates
    except ImportError as error:
        raise MissingPeerError("dateparser") from error

    def find(text: str, day: date) -> list[Finding]:
        settings = {"RELATIVE_BASE": datetime.combine(day, time())}
        reader = DateDataParser(languages=["en"], settings=settings)
        result, place = [], 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, place)
            if start < 0:
                continue
            place = start + len(words)
            if not _DATELIKE.search(words) or _AMOUNT.search(words):
                continue
            data = reader.get_date_data(words)
            period = data.period if data.date_obj else "day"
            if period == "time":
                continue
            length = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V"}.get(period, "%Y-%m-%d")
            result.append((start, place, moment.strftime(length)))
        return result

    return find


def recognizers() -> Finder:
    """Microsoft's Recognizers-Text, its date and time model for English. Raises MissingPeerError."""
    try:
        from recognizers_date_time import Culture, recognize_datetime
    except ImportError as error:
        raise MissingPeerError("Recognizers-Text") from error

    def find(text: str, day: date) -> list[Finding]:
        found = recognize_datetime(text, Culture.English, reference=datetime.combine(day, time()))
        return [
            (item.start, item.end + 1, value)
            for item in found
            if item.resolution
            for value in _resolved(item.resolution["values"], day)
        ]

    return find


PEERS: dict[str, Callable[[], Finder]] = {"dateparser": dateparser, "Recognizers-Text": recognizers}


def _resolved(values: list[dict[str, str]], day: date) -> Iterator[str]:
    """One value of those that Recognizers-Text offers: the last one that is not after the day of writing, or the
    first. An unresolved pattern (XXXX-WXX-5) takes the day or the start of the period that it stands for."""
    dated = [value for value in values if value["type"] in {"date", "daterange", "datetime", "datetimerange"}]
    if not dated:
        return
    past = [value for value in dated if value.get("value", value.get("start", ""))[:10] <= day.isoformat()]
    best = past[-1] if past else dated[0]
    timex, first = best["timex"], best.get("value", best.get("start", ""))[:10]
    bounds = _RANGE.fullmatch(timex)
    if bounds:
        yield _period(bounds)
    elif timex.startswith("("):
        yield first
    elif timex in {"SP", "SU", "FA", "WI"}:
        yield f"{first[:4]}-{timex}"
    elif "XX" in timex[:4]:
        yield first[: 7 if re.fullmatch(r"XXXX-\d\d", timex) else 10] if "W" not in timex else first
    else:
        yield timex


def _period(bounds: re.Match[str]) -> str:
    """A quarter, half, decade from the range that Recognizers-Text gives: (1989-07-01,1989-10-01,P3M) is 1989-Q3."""
    year, month, end_year = int(bounds[1]), int(bounds[2]), int(bounds[3])
    months = (end_year - year) * 12 + int(bounds[4]) - month
    if months == 3 and month % 3 == 1:
        return f"{year}-Q{month // 3 + 1}"
    if months == 6 and month % 6 == 1:
        return f"{year}-H{month // 6 + 1}"
    return f"{year // 10}X" if months == 120 and year % 10 == 0 else f"{year}-{month:02d}"
