"""Periods that are no week, month or year: quarters, halves, seasons, weekends, decades, centuries, and the vague past,
present and future."""

import re
from datetime import timedelta

from claims.extraction.calendar_dates import EDGE, HYPHEN, MONTH
from claims.extraction.calendars import SEASONS, day_of, month_number, ordinal_number, week_value
from claims.extraction.date_types import DateMention, Setting, mention, period, rule
from claims.vocabulary import Precision

_SATURDAY = 5


def _quarter(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "the third quarter", "third-quarter", "last year's first quarter", "Q3 2025", "the year-ago second quarter": of
    the year named; otherwise of this year, or of the one before where it is still to come and nothing looks ahead."""
    span, number = match.span(), int(match["q"]) if match["q"] else ordinal_number(match["nth"])
    given = match["year"] or match["after"]
    if given:
        return _reported(span, int(given), number, setting, given=True)
    if setting.today is None:
        return period(span, "")
    year, words = setting.today.year, " ".join(match[0].casefold().split())
    if re.search(r"\b(?:last year|year-ago|year-earlier|a year ago|year before)", words):
        return period(span, f"{year - 1}-Q{number}")
    if "next year" in words:
        return period(span, f"{year + 1}-Q{number}")
    begun = number * 3 - 2 <= setting.today.month
    if "this year" not in words and not begun and not setting.ahead(match.start()):
        year -= 1
    return _reported(span, year, number, setting)


def _reported(span: tuple[int, int], year: int, number: int, setting: Setting, *, given: bool = False) -> DateMention:
    """A quarter that later words may lean on: figures are reported for the latest that is over. Where the text names
    the year, it dates the event to that year."""
    over = setting.today is None or (year, number * 3) < (setting.today.year, setting.today.month)
    if setting.quarter is None or (over and (year, number) > setting.quarter):
        setting.quarter = (year, number)
    if given:
        return mention(span, day_of(year, 1, 1), Precision.YEAR, value=f"{year}-Q{number}")
    return period(span, f"{year}-Q{number}")


def _quarter_ended(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "the quarter ended Sept. 30": the quarter of the calendar in which it ended."""
    if setting.today is None:
        return period(match.span("date"), "")
    month = month_number(match["month"])
    year = setting.today.year - (month > setting.today.month)
    return _reported(match.span("date"), year, (month + 2) // 3, setting)


def _relative_quarter(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "this quarter", "last quarter", "the next quarter": told from the day of publication."""
    if setting.today is None:
        return period(match.span(), "")
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(match["step"].casefold(), 0)
    place = setting.today.year * 4 + (setting.today.month - 1) // 3 + step
    return period(match.span(), f"{place // 4}-Q{place % 4 + 1}")


def _that_quarter(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "the quarter", "the latest period", "the year-ago quarter", "year-earlier profit", "the 1988 period": told from
    the quarter spoken of before; the year before or the year named where there is none."""
    span, words = match.span(), " ".join(match[0].casefold().split())
    back = re.search(r"year-ago|year-earlier|last year|year ago|year earlier|year before", words) is not None
    if setting.quarter:
        year, number = setting.quarter
        year = int(match["year"]) if match["year"] else year - back
        return period(span, f"{year}-Q{number}")
    if match["year"]:
        return mention(span, day_of(int(match["year"]), 1, 1), Precision.YEAR)
    if back and setting.today:
        return mention(span, day_of(setting.today.year - 1, 1, 1), Precision.YEAR, vague=True)
    return None


def _half(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "the first half of 1990", "the second half of this year"; not the half of a match."""
    half = 1 if match["nth"].casefold().startswith("first") else 2
    words = (match["when"] or "").casefold()
    if match["year"]:
        year = int(match["year"])
        return mention(match.span(), day_of(year, 1, 1), Precision.YEAR, value=f"{year}-H{half}")
    if setting.today is None:
        return period(match.span(), "")
    year = setting.today.year + (1 if "next" in words else -1 if "last" in words else 0)
    return period(match.span(), f"{year}-H{half}")


def _season_of_year(match: re.Match[str], _: Setting) -> DateMention | None:
    """ "the spring of 1990", "winter 2013"."""
    code, _month = SEASONS[match["season"].casefold()]
    year = int(match["year"])
    return mention(match.span(), day_of(year, 1, 1), Precision.YEAR, value=f"{year}-{code}")


def _season(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "last fall", "this summer", "in the spring": told from the day of publication; not "the fall of the wall",
    "spring water"."""
    if setting.today is None:
        return period(match.span("date"), "")
    code, start = SEASONS[match["season"].casefold()]
    step, now, year = match["step"].casefold(), setting.today.month, setting.today.year
    if step == "the":
        step = "this" if start <= now else "next" if setting.ahead(match.start()) else "last"
    if step == "last" and start + 2 >= now:
        year -= 1
    elif step in {"next", "coming"} and start <= now:
        year += 1
    return period(match.span("date"), f"{year}-{code}")


def _weekend(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "over the weekend", "last weekend", "next weekend": the one behind, or ahead in a clause that looks ahead."""
    if setting.today is None:
        return period(match.span(), "")
    back = (setting.today.weekday() - _SATURDAY) % 7
    step = match["step"].casefold()
    if step in {"next", "this coming", "coming"} or (step in {"the", "this"} and setting.ahead(match.start())):
        days = -back % 7
    elif step == "this":
        days = -back if back < 2 else 7 - back
    else:
        days = -back
    try:
        saturday = setting.today + timedelta(days)
    except OverflowError:
        return None
    return period(match.span(), f"{week_value(saturday)}-WE")


def _decade(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "the 1980s", "the early '90s"; not "in his 80s", "in the 80s", which may be years of age or degrees."""
    if match["long"]:
        return period(match.span(), f"{match['long']}X")
    year = setting.today.year if setting.today else 0
    century = 20 if year >= 2000 and int(match["short"]) <= year % 100 // 10 else 19
    return period(match.span(), f"{century}{match['short']}X")


def _century(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "the 19th century", "the twentieth century", "this century", "the last century"."""
    if match["nth"]:
        number = ordinal_number(match["nth"])
    elif setting.today is None:
        return period(match.span(), "")
    else:
        step = {"last": -1, "next": 1}.get(match["step"].casefold(), 0)
        number = (setting.today.year - 1) // 100 + 1 + step
    return period(match.span(), f"{number - 1:02d}XX") if 1 <= number <= 99 else None


def _past(match: re.Match[str], _: Setting) -> DateMention | None:
    """ "recently", "a few years ago", "in the past"; not "in the past year", which lasts, "65 million years ago"."""
    return period(match.span(), "PAST_REF")


def _present(match: re.Match[str], _: Setting) -> DateMention | None:
    """ "now", "currently", "these days"; not "now that"."""
    return period(match.span(), "PRESENT_REF")


def _future(match: re.Match[str], _: Setting) -> DateMention | None:
    """ "in the near future"; not "future losses"."""
    return period(match.span(), "FUTURE_REF")


def _stretch(_: re.Match[str], setting: Setting) -> None:
    """ "the first nine months": figures that follow are no longer those of a quarter."""
    setting.quarter = None


_NTH = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)"
_SEASONS = "|".join(SEASONS)
_SEASON_TRIGGERS = " ".join(SEASONS)
_FISCAL = rf"(?:fiscal{HYPHEN})?"
_PART = rf"(?:(?:early|mid|late){HYPHEN})?"
_YEAR = r"(?:19|20)\d\d"
RULES = (
    rule(
        "quarter q1 q2 q3 q4",
        rf"{EDGE}(?:(?:the|its|their|a|(?:this|last|next) year['’]s) )?"
        rf"(?:(?P<year>{_YEAR})(?:['’]s)? |(?:(?:comparable|corresponding|same) )?(?:year-ago|year-earlier) )?{_FISCAL}"
        rf"(?:{_NTH}{HYPHEN}(?:fiscal{HYPHEN})?quarter|(?-i:Q)(?P<q>[1-4]))(?!\w)"
        rf"(?: (?:of )?(?:(?:fiscal (?:year )?)?(?P<after>{_YEAR})(?!\w|[,.]\d)|(?:last|this|next) year|"
        r"a year (?:ago|earlier)))?",
        _quarter,
    ),
    rule(
        "quarter months",
        r"\b(?P<date>(?:the|its) (?:fiscal )?(?:quarter|three months)) (?:which )?(?:that )?end(?:ed|ing|s) "
        rf"(?-i:{MONTH})",
        _quarter_ended,
    ),
    rule(
        "quarter",
        rf"{EDGE}(?:the )?(?P<step>this|last|next|coming|current|previous) {_FISCAL}quarter(?!\w|-| of)",
        _relative_quarter,
    ),
    rule(
        "half quarters",
        rf"{EDGE}(?:the )?(?P<nth>(?:first|second|last) half|(?:first|last) two quarters) of "
        rf"(?:(?:fiscal )?(?P<year>{_YEAR})(?!\w)|(?P<when>(?:the|this|last|next) year))(?!\w|-)",
        _half,
    ),
    rule(
        _SEASON_TRIGGERS,
        rf"{EDGE}(?P<date>{_PART}(?P<step>last|this|next|coming) (?P<season>{_SEASONS}))(?!\w|-)",
        _season,
    ),
    rule(
        _SEASON_TRIGGERS,
        rf"{EDGE}(?:the )?{_PART}(?P<season>{_SEASONS}) (?:of )?(?P<year>{_YEAR})(?!\w|[,.]\d)",
        _season_of_year,
    ),
    rule(
        _SEASON_TRIGGERS,
        rf"\b(?:in|by|during|of|since|until|over|through|into|before|after|for) (?P<date>(?P<step>the) {_PART}"
        rf"(?P<season>{_SEASONS}))(?!\w|-| (?:of|\w+s)\b)",
        _season,
    ),
    rule("weekend", r"\b(?P<step>the|this coming|this|last|past|next|coming) weekend(?!\w|-)", _weekend),
    rule(
        "0s 0's 0’s",
        rf"(?<![\w,.$£€/])(?:the )?{_PART}(?:(?P<long>1[6-9]\d|20\d)0['’]?s|['’‘](?P<short>\d)0['’]?s)(?!\w)",
        _decade,
    ),
    rule(
        "century",
        rf"{EDGE}(?:the )?{_PART}(?:(?P<nth>1?\dth|1st|2nd|3rd|20th|21st|(?:four|fif|six|seven|eigh|nine)teenth|"
        rf"twentieth|twenty-first){HYPHEN}century|(?P<step>this|last|next) century)(?!\w)",
        _century,
    ),
    rule(
        "now currently these moment present",
        rf"{EDGE}(?:(?:right )?now(?! that\b)|currently|nowadays|these days|at present|at the moment)(?!\w|-)",
        _present,
    ),
    rule(
        "recently ago past",
        rf"{EDGE}(?:recently|(?:(?:a few|several|many) |(?<!illion\s)(?<!hundred\s)(?<!thousand\s))"
        r"(?:day|week|month|year|decade)s ago|(?<=in\s)the past(?! (?:\w+ )?(?:day|week|month|quarter|year|decade)s?\b)"
        r")(?!\w|-)",
        _past,
    ),
    rule("future", rf"{EDGE}the (?:near )?future(?!\w|-)", _future),
)
LEANING = (
    rule(
        "quarter period year-ago year-earlier",
        rf"{EDGE}(?:(?:the|that) (?:(?:latest|recent|most recent|same|comparable|corresponding|year-ago|year-earlier) )"
        rf"{{0,2}}(?:(?P<year>{_YEAR}) )?(?:quarter|(?<!\bthe\s)(?<!\bthat\s)period)"
        r"(?: (?:last year|a year (?:ago|earlier)|the year before))?|last year['’]s (?:same )?(?:quarter|period)|"
        r"(?:year-ago|year-earlier))(?!\w|-)",
        _that_quarter,
    ),
    rule(
        "months year",
        r"\b(?:(?:first|latest|last|past) (?:four|five|six|seven|eight|nine|ten|eleven|twelve|12) months|full year)\b",
        _stretch,
    ),
)
