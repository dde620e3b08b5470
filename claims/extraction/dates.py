"""Find dates in running text and resolve them against the day of publication.

Our own patterns find and read them: `dateparser`, which reads one expression at a time, costs milliseconds a call and
takes "may" and "second" for dates. What cannot be resolved, because the text has no
day of publication, is still marked, so that its digits are not taken for figures.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from claims.extraction.numerals import read_words
from claims.vocabulary import Precision

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_WEEKDAY = r"(?P<weekday>Mon|Tues?|Wednes|Thurs|Fri|Satur|Sun)day"
_COUNT = r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_EDGE = r"(?<![\w/-])"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: `text[start:end]`. `day` is its first day, None where nothing tells which day is meant."""

    start: int
    end: int
    day: date | None
    precision: Precision
    vague: bool = False  # a week, a season: known less finely than `precision` says

    @property
    def iso(self) -> str:
        """The date as finely as it is known: 2025-02-24, 2025-02 or 2025; empty where unresolved."""
        if self.day is None:
            return ""
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]
        return self.day.isoformat()[:length]


def find_dates(text: str, published_on: date | None, is_future: Callable[[int], bool]) -> list[DateMention]:
    """All date expressions of `text`, in order, without overlaps; the longest wins.

    `is_future(position)` says whether the clause around a position looks ahead: "will vote on Monday" means the next
    Monday, "voted on Monday" the last one, or the day of publication itself.

    Fires on "February 12, 2025", "12 Feb", "27 October", "2025-02-12", "4/23/2025" (month first), "on Friday", "last
    week", "yesterday", "three years ago", "in 1991", "early March". Leaves alone "may" in small letters, "a second",
    "2,025 tanks".
    """
    now = _Now(published_on, is_future)
    found = sorted(
        (mention for pattern, rule in _RULES for match in pattern.finditer(text) for mention in rule(match, now)),
        key=lambda mention: (mention.start, -mention.end),
    )
    result: list[DateMention] = []
    for mention in found:
        if not result or mention.start >= result[-1].end:
            result.append(mention)
    return result


@dataclass(frozen=True, slots=True)
class _Now:
    """What a date is read against: the day of publication, and whether the clause around a position looks ahead."""

    day: date | None
    ahead: Callable[[int], bool]


Rule = Callable[[re.Match[str], _Now], Iterator[DateMention]]


def _absolute(match: re.Match[str], now: _Now) -> Iterator[DateMention]:
    """ "February 12, 2025", "12 Feb.", "June 21": without a year, the year that brings it closest to publication."""
    month = _month(match["month"])
    year = match["year"]
    if year:
        day = _day(int(year), month, int(match["day"]))
        if day:
            yield DateMention(match.start(), match.end(), day, Precision.DAY)
        return
    if _day(2024, month, int(match["day"])) is None:
        return
    if now.day is None:
        yield DateMention(match.start(), match.end(), None, Precision.DAY)
        return
    today = now.day
    near = (_day(today.year + shift, month, int(match["day"])) for shift in (-1, 0, 1))
    known = [day for day in near if day]
    if known:
        closest = min(known, key=lambda day: abs((day - today).days) * (1 if day <= today else 1.5))
        yield DateMention(match.start(), match.end(), closest, Precision.DAY)


def _numeric(match: re.Match[str], _: _Now) -> Iterator[DateMention]:
    """ "2025-02-12", "4/23/2025", "23.4.2025": month first with slashes, with dots the day first, unless it cannot
    be."""
    if match["iso"]:
        year, first, second = (int(part) for part in match["iso"].split("-"))
    else:
        first, second, year = (int(match[part]) for part in ("a", "b", "y"))
        if first > 12 or (match["dot"] == "." and second <= 12):
            first, second = second, first
        year += 2000 if year < 70 else 1900 if year < 100 else 0
    day = _day(year, first, second)
    if day:
        yield DateMention(match.start(), match.end(), day, Precision.DAY)


def _weekday(match: re.Match[str], now: _Now) -> Iterator[DateMention]:
    """ "on Friday", "last Tuesday", "Monday of last week", "Saturday's": the nearest one behind, or ahead in a clause
    that looks ahead."""
    wanted = next(number for number, name in enumerate(_DAYS) if name.startswith(match["weekday"].casefold()))
    if now.day is None:
        yield DateMention(match.start(), match.end(), None, Precision.DAY)
        return
    back = (now.day.weekday() - wanted) % 7
    which, week = (match["which"] or "").casefold(), " ".join((match["week"] or "").casefold().split())
    if week:
        days = wanted - now.day.weekday() + (7 if "next" in week else -7)
    elif which == "next" or (which != "last" and now.ahead(match.start())):
        days = -back % 7 or (7 if which == "next" else 0)
    else:
        days = -(back or (7 if which == "last" else 0))
    yield DateMention(match.start(), match.end(), _shifted(now.day, "day", days), Precision.DAY)


_RELATIVE_DAYS = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def _relative(match: re.Match[str], now: _Now) -> Iterator[DateMention]:
    """ "yesterday", "last week", "this month", "next year", "earlier this week"."""
    words = " ".join(match[0].casefold().split())
    if now.day is None:
        yield DateMention(match.start(), match.end(), None, Precision.DAY)
        return
    if match["relday"] or match["part"]:
        shift = _RELATIVE_DAYS.get(words, 0)
        yield DateMention(match.start(), match.end(), _shifted(now.day, "day", shift), Precision.DAY)
        return
    unit = match["unit"].casefold()
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(match["step"].casefold(), 0)
    if unit == "year":
        yield DateMention(match.start(), match.end(), _shifted(now.day, "year", shift), Precision.YEAR)
    elif unit == "month":
        moved = _shifted(now.day, "month", shift)
        yield DateMention(match.start(), match.end(), moved and moved.replace(day=1), Precision.MONTH)
    else:
        yield DateMention(match.start(), match.end(), _shifted(now.day, "week", shift), Precision.MONTH, vague=True)


def _ago(match: re.Match[str], now: _Now) -> Iterator[DateMention]:
    """ "three years ago" is known to the year, "two months ago" to the month, "five days ago" to the day."""
    amount = 1 if match["count"].casefold() in {"a", "an"} else int(read_words(match["count"]) or match["count"])
    unit = match["unit"].casefold()
    precision = {"day": Precision.DAY, "week": Precision.MONTH, "month": Precision.MONTH}.get(unit, Precision.YEAR)
    amount, unit = (amount * 10, "year") if unit == "decade" else (amount, unit)
    day = _shifted(now.day, unit, -amount) if now.day else None
    yield DateMention(match.start(), match.end(), day, precision, vague=unit == "week")


def _month_only(match: re.Match[str], now: _Now) -> Iterator[DateMention]:
    """ "February 2022", "in October", "last March", "mid-January": without a year the nearest one behind, or ahead."""
    month = _month(match["month"])
    if match["year"]:
        yield DateMention(match.start(), match.end(), date(int(match["year"]), month, 1), Precision.MONTH)
        return
    if not match["lead"]:
        return
    if now.day is None:
        yield DateMention(match.start("month"), match.end(), None, Precision.MONTH)
        return
    ahead = now.ahead(match.start())
    year = now.day.year
    if ahead and month < now.day.month:
        year += 1
    elif not ahead and month > now.day.month:
        year -= 1
    yield DateMention(match.start("month"), match.end(), _day(year, month, 1), Precision.MONTH)


def _year_only(match: re.Match[str], _: _Now) -> Iterator[DateMention]:
    """ "in 1991", "since 2014", "the 2003 record", "early 2022", "2014 and 2022"."""
    yield DateMention(match.start("year"), match.end("year"), date(int(match["year"]), 1, 1), Precision.YEAR)


_COUNTED = "people|troops|soldiers|civilians|homes|houses|votes|tons|tonnes|dollars|miles|km"
_BEFORE_YEAR = (
    "in|since|until|by|of|from|during|before|after|for|to|and|year|through|the|early|late|mid|spring|summer|autumn|"
    "fall|"
    "winter|end of|than"
)
_BEFORE_MONTH = "in|since|until|by|during|of|from|last|next|this|late|early|mid|before|after|through"
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"{_EDGE}{_MONTH}\s+{_DAY}(?!\d|[.:,]\d)(?:\s*,?\s+{_YEAR}(?![\d-]))?(?!\w)"), _absolute),
    (re.compile(rf"{_EDGE}(?:the\s+)?{_DAY}(?:\s+of)?[\s-]+{_MONTH}(?!\w)(?:,?[\s-]+{_YEAR}(?![\d-]))?"), _absolute),
    (
        re.compile(
            r"(?<![\w./-])(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<a>\d{1,2})(?P<dot>[./])(?P<b>\d{1,2})(?P=dot)(?P<y>\d{4}|"
            r"\d{2}))"
            r"(?![\w/-]|\.\d)"
        ),
        _numeric,
    ),
    (
        re.compile(
            rf"{_EDGE}(?:(?P<which>last|next|this|past)\s+)?{_WEEKDAY}(?:'s|’s)?"
            r"(?P<week>\s+(?:of\s+)?(?:last|next)\s+week)?(?!\w)",
            re.IGNORECASE,
        ),
        _weekday,
    ),
    (
        re.compile(
            r"\b(?:(?P<relday>yesterday|today|tonight|tomorrow|last night)|"
            r"(?P<part>(?:this|earlier) (?:morning|afternoon|evening|today))|"
            r"(?:earlier |later )?(?P<step>last|past|previous|this|next|coming)\s+(?P<unit>week|month|year))(?!\w|-)",
            re.IGNORECASE,
        ),
        _relative,
    ),
    (re.compile(rf"\b{_COUNT}\s+(?P<unit>day|week|month|year|decade)s?\s+(?:ago|earlier this)\b", re.IGNORECASE), _ago),
    (
        re.compile(
            rf"{_EDGE}(?P<lead>(?:{_BEFORE_MONTH})[\s-]+)?(?:(?:early|late|mid)[\s-]+)?{_MONTH}(?:['’]s)?"
            rf"(?:,?\s+(?:of\s+)?{_YEAR})?(?![\w]|\s+\d)"
        ),
        _month_only,
    ),
    (
        re.compile(
            rf"(?:\b(?:{_BEFORE_YEAR})[\s-]+|['’]s\s+|[('’]|(?<=\d{{4}}[-–/]))(?P<year>1[89]\d\d|20\d\d)"
            rf"(?![\w%]|[,.]\d|-\d|\s+(?:{_COUNTED}))",
            re.IGNORECASE,
        ),
        _year_only,
    ),
)


def _month(word: str) -> int:
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(word[:3].casefold()))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shifted(day: date, unit: str, by: int) -> date | None:
    """The day so many days, weeks, months or years on; a day that the month has not becomes its last one. None for a
    year that no calendar has."""
    try:
        if unit in {"day", "week"}:
            return day + timedelta(by * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + by * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None
