"""Dates that name their place in the calendar: days, months, years and holidays.

What the text leaves out (the year of "12 February", of "in October") is the one that brings it nearest to the day of
publication, on the side to which the clause looks.
"""

import re
from datetime import date

from claims.extraction.calendars import (
    HOLIDAYS,
    MONTHS,
    ORDINALS,
    day_of,
    holiday,
    month_number,
    ordinal_number,
)
from claims.extraction.date_types import DateMention, Setting, mention, rule
from claims.extraction.numerals import read_words
from claims.vocabulary import Precision

EDGE = r"(?<![\w/-])"
HYPHEN = r"[\s-]{1,3}"
MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
FULL_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b(?=\s{1,4}(?:of\s)?(?:1[89]|20)\d\d)))"
)
_WORDED = "|".join(sorted((re.sub("-", r"[-\\s]", word) for word in ORDINALS), key=len, reverse=True))
DAY = rf"(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|(?i:{_WORDED}))"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
WORDED_YEAR = rf"(?i:nineteen[\s-](?:{_TENS})(?:[\s-](?:{_UNITS}))?|two thousand(?:\s(?:and\s)?(?:{_UNITS}))?)"
YEAR = rf"(?P<year>1[89]\d\d|20\d\d|{WORDED_YEAR})"
WEEKDAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
NAMED_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s?,)? (?:the )?)?"
_GIVEN_NAMES = frozenset({"march", "april", "may", "june", "august"})
"""Months whose names are also words or given names."""
_OTHER_SIDE = 2.0
"""A day on the side to which the clause does not look must be this much nearer than one on the other side."""


def year_of(words: str) -> int:
    """ "1996", "nineteen ninety-six", "two thousand and one" as a number."""
    if words.isdigit():
        return int(words)
    parts = words.casefold().replace("-", " ").split()
    if parts[0] == "nineteen":
        return 1900 + int(read_words(" ".join(parts[1:])) or 0)
    return int(read_words(" ".join(parts)) or 0)


def _absolute(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "February 12, 2025", "12 Feb.", "Friday, Oct. 27", "the Fourth of July", "March eighth". "Feb. 30" is marked, so
    that its year is not read alone, but is no day."""
    month, number = month_number(match["month"]), ordinal_number(match["day"])
    if match["year"]:
        return mention(match.span(), day_of(year_of(match["year"]), month, number), Precision.DAY)
    return mention(match.span(), nearest_day(month, number, setting, match.start()), Precision.DAY)


def nearest_day(month: int, number: int, setting: Setting, position: int) -> date | None:
    """The day of that month nearest to publication, on the side to which the clause around `position` looks; None where
    no year near by has it, or the day of publication is unknown."""
    if setting.today is None:
        return None
    near = (day_of(setting.today.year + shift, month, number) for shift in (-1, 0, 1))
    return _nearest([day for day in near if day], setting.today, ahead=setting.ahead(position))


def _nearest(days: list[date], today: date, *, ahead: bool) -> date | None:
    return min(
        days,
        key=lambda day: abs((day - today).days) * (1 if day == today or (day > today) == ahead else _OTHER_SIDE),
        default=None,
    )


def _numeric(match: re.Match[str], _: Setting) -> DateMention | None:
    """ "2025-02-12", "4/23/2025", "23.4.2025": month first with slashes, with dots the day first, unless it cannot
    be."""
    if match["iso"]:
        year, first, second = (int(part) for part in match["iso"].split("-"))
    else:
        first, second, year = (int(match[part]) for part in ("a", "b", "y"))
        if first > 12 or (match["dot"] == "." and second <= 12):
            first, second = second, first
        year += 2000 if year < 70 else 1900 if year < 100 else 0
    day = day_of(year, first, second)
    return mention(match.span(), day, Precision.DAY) if day else None


def _month_only(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "February 2022", "in October", "last March", "mid-January", "December sales"; not "May I", "March on",
    "April Smith"."""
    month, span = month_number(match["month"]), (match.start("date"), match.end())
    if match["year"]:
        return mention(span, day_of(year_of(match["year"]), month, 1), Precision.MONTH)
    if match["lead"] and match["lead"].casefold() in {"each", "every"}:
        return None
    which = (match["which"] or "").casefold()
    led = bool(which or match["lead"] or match["part"] or match["yearly"])
    if match["month"].casefold() in _GIVEN_NAMES and not led:
        return None
    if match["month"].endswith(".") and not led:
        return None
    if setting.today is None:
        return mention(span, None, Precision.MONTH)
    year, now = setting.today.year, setting.today.month
    if match["yearly"]:
        year += {"last": -1, "next": 1}.get(match["yearly"].casefold(), 0)
    elif which == "next":
        year += month <= now
    elif which in {"last", "past"}:
        year -= month >= now
    elif which != "this":
        year += _year_shift(month, now, ahead=setting.ahead(match.start("date")))
    return mention(span, day_of(year, month, 1), Precision.MONTH)


def _year_shift(month: int, now: int, *, ahead: bool) -> int:
    if ahead:
        return 1 if month < now else 0
    return -1 if month > now else 0


def _year_only(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "in 1991", "the 2003 record", "early 2022", "2014-15", "nineteen ninety-six"; not "2000 people", "$1990", "some
    1700 rebels", "resolution 1973"."""
    year, before = year_of(match["year"]), setting.text[max(0, match.start() - _LEAD_WIDTH) : match.start()]
    if _NUMBERED.search(before):
        return None
    even, plural = year % 100 == 0, _PLURAL.match(setting.text, match.end()) is not None
    if (even or plural) and _QUANTITY.search(before):
        return None
    if even and plural and not _BEFORE_EVEN_YEAR.search(before):
        return None
    return mention(match.span(), day_of(year, 1, 1), Precision.YEAR)


def _short_year(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "the summer of '97": of the century that brings it before the next year's end."""
    year = 1900 + int(match["short"])
    if setting.today and year + 100 <= setting.today.year + 1:
        year += 100
    return mention(match.span("date"), day_of(year, 1, 1), Precision.YEAR)


def _holiday(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "Thanksgiving", "last Christmas Eve", "Labor Day 1997"; not "the Christmas season"."""
    name = " ".join(match["name"].casefold().replace("’", "'").split())
    if match["year"]:
        return mention(match.span(), holiday(name, int(match["year"])), Precision.DAY)
    if setting.today is None:
        return mention(match.span(), None, Precision.DAY)
    today, which = setting.today, (match["which"] or "").casefold()
    near = [day for shift in (-1, 0, 1) if (day := holiday(name, today.year + shift))]
    if which:
        near = [day for day in near if _on_side(day, today, which)]
    return mention(match.span(), _nearest(near, today, ahead=setting.ahead(match.start())), Precision.DAY)


def _on_side(day: date, today: date, which: str) -> bool:
    return day < today if which == "last" else day > today if which == "next" else day.year == today.year


_COUNTED = (
    "people|persons|men|women|children|troops|soldiers|civilians|students|workers|employees|jobs|members|residents|"
    "voters|refugees|homes|houses|votes|tons|tonnes|dollars|pounds|euros|miles|km|kilomet\\w+|met(?:er|re)s|feet|acres|"
    "hectares|barrels|shares|points|degrees|calories|watts|times|hours|hrs|GMT|UTC|local time|years|days|units|percent|"
    "per cent|million|billion|thousand|pages|seats|copies|vehicles|cars|megawatts|words|others"
)
_NUMBERED = re.compile(
    r"\b(?:resolutions?|flight|room|no\.|number|article|section|page|channel|model|windows)\s$", re.IGNORECASE
)
_QUANTITY = re.compile(
    r"\b(?:some|over|nearly|almost|only|at least|at most|up to|as many as|(?:more|less|fewer) than|another|"
    r"kill(?:ed|ing)|total of)\s$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s(?!(?:has|was|is|as|this|his|its|does|plus|perhaps|always)\b)[a-z]{1,20}s\b")
_BEFORE_EVEN_YEAR = re.compile(r"\b(?:the|in|since|during|for|from)\s$", re.IGNORECASE)
_LEAD_WIDTH = 16
"""Characters before a number in which the words stand that tell whether it is a year."""
_BEFORE_MONTH = (
    "in|since|until|till|by|during|of|from|to|and|or|between|before|after|through|the|on|than|a|for|each|every"
)
_HOLIDAY = "|".join(re.escape(name).replace(r"\ ", " ").replace("'", "['’]") for name in HOLIDAYS)
_DIGITS_BEFORE = r"(?:(?<=\d)|(?<=\d[snrt][tdh]))"
"""A day in words is one only beside "of", a year or a stop: not "the second March on Rome", "in May first results"."""
_MONTH_TRIGGERS = " ".join(name[:3] for name in MONTHS)
RULES = (
    rule(
        _MONTH_TRIGGERS,
        rf"{EDGE}{NAMED_WEEKDAY}{MONTH} (?:the )?{DAY}(?!\d|[.:,]\d| (?:million|billion)|-[a-z])"
        rf"(?:{_DIGITS_BEFORE}|(?=[^\w\s]|\s{{0,4}}$| (?:of )?(?:19|20|nineteen|two thousand)))"
        rf"(?:(?:\s?,)? (?:of )?{YEAR}(?![\d-]))?(?!\w)",
        _absolute,
        cased=True,
    ),
    rule(
        _MONTH_TRIGGERS,
        rf"{EDGE}{NAMED_WEEKDAY}(?:the )?{DAY}(?: of|{_DIGITS_BEFORE}){HYPHEN}{MONTH}(?!\w)"
        rf"(?:,?{HYPHEN}{YEAR}(?![\d-]))?",
        _absolute,
        cased=True,
    ),
    rule(
        "1 2 3 4 5 6 7 8 9",
        r"(?<![\w./-])(?:(?P<iso>\d{4}-\d{2}-\d{2})"
        r"|(?P<a>\d{1,2})(?P<dot>[./])(?P<b>\d{1,2})(?P=dot)(?P<y>\d{4}|\d{2}))(?![\w/-]|\.\d)",
        _numeric,
    ),
    rule(
        _MONTH_TRIGGERS,
        rf"{EDGE}(?:(?P<lead>(?i:{_BEFORE_MONTH})){HYPHEN})?(?P<date>(?:(?P<which>(?i:last|next|this|past)) )?"
        rf"(?P<part>(?i:early|late|mid){HYPHEN})?{FULL_MONTH})(?!\w|-[A-Z])"
        rf"(?:,? (?:of )?(?:{YEAR}(?!\d|[.,]\d)|(?P<yearly>last|this|next) year\b))?(?:['’]s)?(?! (?:\d|on\b))",
        _month_only,
        cased=True,
    ),
    rule(
        "16 17 18 19 20 nineteen two",
        rf"(?:(?<![\w.,$£€#%/:-])|(?<=\d{{4}}[-–/])|(?<=(?-i:[a-z])-))(?P<year>(?:1[6-9]\d\d|20\d\d)(?!\w)"
        rf"|nineteen[\s-](?:{_TENS})(?:[\s-](?:{_UNITS}))?|(?<=the\syear\s)two\sthousand(?!\w))(?:['’]s)?"
        r"(?![\w%]|[,.:]\d|[-–/]\d{1,2}[-/]|-(?:strong|plus|odd|seat|met(?:er|re)|mile|member|page)\b"
        rf"| (?:{_COUNTED})\b| (?-i:[A-Z])\w+ (?:Avenue|Street|Road|Boulevard|Drive)\b)",
        _year_only,
    ),
    rule(
        "' ’",
        r"\b(?:in|of|since|from|to|by|and|spring|summer|fall|winter) (?P<date>['’](?P<short>\d\d))(?![\w'’%]|[,.]\d)",
        _short_year,
    ),
    rule(
        "day easter halloween thanksgiving christmas eve",
        rf"{EDGE}(?:(?P<which>last|next|this) )?(?P<name>{_HOLIDAY})(?:['’]s)?"
        r"(?:,? (?P<year>1[89]\d\d|20\d\d))?(?!\w| (?:season|party|parties|tree|gifts?|shopping|sales|present|carol|"
        r"card|dinner|holidays?|weekend|week|island))",
        _holiday,
    ),
)
