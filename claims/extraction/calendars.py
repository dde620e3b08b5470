"""The calendar behind dates in words: names of months, days, seasons and holidays, and sums that cannot overflow."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "fall": ("FA", 9), "autumn": ("FA", 9), "winter": ("WI", 12)}
"""The code of a season in TIMEX3 and the month in which it starts, in the northern half of the world."""
_MON, _THU = 0, 3


def month_number(name: str) -> int:
    """1 to 12 for the name of a month or its usual abbreviation."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].casefold()))


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 for the beginning of the name of a weekday."""
    return next(number for number, day in enumerate(WEEKDAYS) if day.startswith(name.casefold()))


def ordinal_number(word: str) -> int:
    """1 to 31 for "first", "1st", "twenty-first"; raises ValueError for another word."""
    digits = re.sub(r"\D", "", word)
    return int(digits) if digits else ORDINALS.index("-".join(word.casefold().split())) + 1


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, unit: str, by: int) -> date | None:
    """The day so many days, weeks, months, quarters or years on; a day that the month has not becomes its last one.
    None for a year that no calendar has."""
    try:
        if unit in {"day", "week"}:
            return day + timedelta(by * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + by * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def week_value(day: date) -> str:
    """The week of a day in ISO 8601: 2025-W09."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday (a key of `HOLIDAYS`) in a year; None outside the calendar."""
    if not date.min.year < year < date.max.year:
        return None
    return HOLIDAYS[name](year)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], date]:
    """The nth such weekday of the month; the last one where `nth` is -1."""

    def of(year: int) -> date:
        if nth < 0:
            last = date(year, month, monthrange(year, month)[1])
            return last - timedelta((last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))

    return of


def _before_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) - timedelta(days)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's day": _fixed(1, 1),
    "martin luther king day": _nth(1, _MON, 3),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(2, _MON, 3),
    "st. patrick's day": _fixed(3, 17),
    "ash wednesday": _before_easter(46),
    "palm sunday": _before_easter(7),
    "good friday": _before_easter(2),
    "easter sunday": _before_easter(0),
    "easter monday": _before_easter(-1),
    "easter": _before_easter(0),
    "may day": _fixed(5, 1),
    "memorial day": _nth(5, _MON, -1),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, _MON, 1),
    "columbus day": _nth(10, _MON, 2),
    "halloween": _fixed(10, 31),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "thanksgiving day": _nth(11, _THU, 4),
    "thanksgiving": _nth(11, _THU, 4),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
}
"""Holidays that news dates things by, most of them American, as newswire in English is; the longest name first."""
