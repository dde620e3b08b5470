"""Dates told from the day of publication ("on Friday", "last week", "three years ago") or from a date told before them
("a year earlier", "the following day").
"""

import re
from datetime import date

from claims.extraction.calendar_dates import (
    DAY,
    HYPHEN,
    MONTH,
    NAMED_WEEKDAY,
    WEEKDAY,
    nearest_day,
)
from claims.extraction.calendars import month_number, ordinal_number, shifted, week_value, weekday_number
from claims.extraction.date_types import DateMention, Setting, mention, period, rule
from claims.extraction.numerals import read_words
from claims.vocabulary import Precision

_COUNT = (
    r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"eighteen|twenty(?:-five)?|thirty|forty|fifty|\d{1,3})"
)
_STEPS = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_PRECISIONS = {"day": Precision.DAY, "week": Precision.MONTH, "month": Precision.MONTH}


def unit_mention(span: tuple[int, int], unit: str, day: date | None, *, vague: bool = False) -> DateMention:
    """The day, week, month or year (a decade ago is known to the year) that a day lies in."""
    precision = _PRECISIONS.get(unit, Precision.YEAR)
    if unit == "week":
        return mention(span, day, precision, vague=True, value=week_value(day) if day else "")
    return mention(span, day, precision, vague=vague)


def _weekday(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "on Friday", "last Tuesday", "Monday of last week", "Saturday's": the nearest one behind, or ahead in a clause
    that looks ahead; not "every Friday", "Sunday Times"."""
    wanted, span = weekday_number(match["weekday"]), match.span()
    which, week = " ".join((match["which"] or "").casefold().split()), (match["week"] or "").casefold()
    if which in {"every", "each", "any", "per", "bloody", "black"}:
        return None
    if setting.today is None:
        return mention(span, None, Precision.DAY)
    if which in {"the previous", "the following"} and setting.focus and setting.focus.day:
        step = 1 if which == "the following" else -1
        days = (wanted - setting.focus.day.weekday()) * step % 7 or 7
        return mention(span, shifted(setting.focus.day, "day", days * step), Precision.DAY)
    back = (setting.today.weekday() - wanted) % 7
    if week or which == "this":
        step = 7 if "next" in week else -7 if "last" in week else 0
        days = wanted - setting.today.weekday() + step
    elif which in {"next", "this coming", "coming", "the following"}:
        days = -back % 7 or 7
    elif which:
        days = -(back or 7)
    else:
        days = -back % 7 if setting.ahead(match.start()) else -back
    return mention(span, shifted(setting.today, "day", days), Precision.DAY)


_RELATIVE_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}


def _day_word(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "yesterday", "today", "tonight", "last night", "this morning", "the day after tomorrow"; not "USA Today"."""
    words = " ".join(match["word"].casefold().split())
    shift = _RELATIVE_DAYS.get(words, 0)
    return mention(match.span(), setting.today and shifted(setting.today, "day", shift), Precision.DAY)


def _step(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "last week", "this month", "early next year", "the current fiscal year", "the previous month"; not "the last
    two weeks", which lasts."""
    unit, step, span = match["unit"].casefold(), match["step"].casefold(), match.span()
    if match["unit"].istitle():  # a programme's name: "This Week"
        return None
    if setting.today is None:
        return mention(span, None, Precision.DAY)
    origin = setting.today
    if step in {"following", "previous"} and setting.focus and setting.focus.day:
        origin = setting.focus.day
    day = shifted(origin, unit, _STEPS.get(step, 0))
    if day and unit == "month":
        day = day.replace(day=1)
    return unit_mention(span, unit, day)


def _ago(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "three years ago" is known to the year, "two months ago" to the month, "five days ago" to the day. "A year ago"
    among the figures of a quarter is that quarter of the year before."""
    unit, span = match["unit"].casefold(), match.span()
    amount = _amount(match["count"])
    if unit == "year" and amount == 1 and setting.quarter:
        return period(span, f"{setting.quarter[0] - 1}-Q{setting.quarter[1]}")
    return unit_mention(span, unit, setting.today and shifted(setting.today, unit, -amount))


def _amount(words: str) -> int:
    if words.casefold() in {"a", "an"}:
        return 1
    return int(words) if words.isdigit() else int(read_words(words) or 1)


def _from_focus(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "a year earlier", "two days later", "the day before": told from the date told last, otherwise from the day of
    publication. Nothing is told from a date less fine than the step."""
    unit, span, amount = match["unit"].casefold(), match.span(), _amount(match["count"])
    back = match["way"].casefold() in {"earlier", "before", "previously"}
    if unit == "year" and amount == 1 and back and setting.quarter:
        return period(span, f"{setting.quarter[0] - 1}-Q{setting.quarter[1]}")
    focus = setting.focus
    if focus is None or focus.day is None or setting.today is None:
        if not (back and unit in {"year", "month"}) or setting.today is None:
            return None
        return unit_mention(span, unit, shifted(setting.today, unit, -amount))
    if unit == "day" and focus.precision is not Precision.DAY:
        return None
    day = shifted(focus.day, unit, -amount if back else amount)
    return unit_mention(span, unit, day)


def _same(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "that day", "the same year", "the following day", "the next day": of the date told last."""
    focus, unit = setting.focus, match["unit"].casefold()
    if focus is None or focus.day is None:
        return None
    if unit == "day" and focus.precision is not Precision.DAY:
        return None
    step = {"that": 0, "that same": 0, "the same": 0, "the previous": -1}.get(
        " ".join(match["which"].casefold().split()), 1
    )
    return unit_mention(match.span(), unit, shifted(focus.day, unit, step))


def _current(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "earlier in the week", "the end of the month", "for the year", "later in the day": the one of the day of
    publication; not "the end of the day", "in the day"."""
    if match["unit"].casefold() == "day" and not match["within"]:
        return None
    return unit_mention(match.span("date"), match["unit"].casefold(), setting.today, vague=True)


def _year_end(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "by year-end": this year, or the year before in "since year-end"."""
    back = (match["lead"] or "").casefold() in {"since", "from"}
    day = setting.today and shifted(setting.today, "year", -back)
    return mention(match.span("date"), day, Precision.YEAR, vague=True)


def _week_of(match: re.Match[str], setting: Setting) -> DateMention | None:
    """ "the week of March 6", "the week ended Friday, Oct. 27": the week of that day, in which the clause lies."""
    month, number = month_number(match["month"]), ordinal_number(match["day"])
    return unit_mention(match.span(), "week", nearest_day(month, number, setting, match.start()))


RULES = (
    rule(
        "day",
        r"(?<![\w/-])(?:(?P<which>last|next|this (?:coming|past)|this|past|coming|the (?:previous|following)|every|"
        rf"each|any|per|black|bloody) )?{WEEKDAY}(?:['’]s)?(?P<week> (?:of )?(?:last|next|this) week)?(?!\w)"
        r"(?! (?:Times|Telegraph|Mirror|Night Live)\b)",
        _weekday,
    ),
    rule(
        "yesterday today tonight tomorrow night morning afternoon evening",
        r"(?<!\bUSA\s)\b(?:(?:earlier|later|late|early) )?(?P<word>yesterday|today|tonight|tomorrow|last night|"
        r"this (?:morning|afternoon|evening)|(?<=the\s)day (?:before yesterday|after tomorrow))(?!\w)",
        _day_word,
    ),
    rule(
        "week month year",
        rf"\b(?<!\bthe\s)(?:(?:earlier|later|early|late|mid){HYPHEN})?(?P<step>last|previous|this|next|coming) "
        r"(?:(?:fiscal|calendar|school) )?(?P<unit>week|month|year)(?!\w|-)",
        _step,
    ),
    rule(
        "week month year",
        r"\bthe (?P<step>current|previous|following|coming|next) (?:(?:fiscal|calendar) )?(?P<unit>week|month|year)"
        r"(?!\w|-)",
        _step,
    ),
    rule(
        "ago this",
        rf"\b{_COUNT}{HYPHEN}(?P<unit>day|week|month|year|decade)s? (?:or (?:so|two) )?(?:ago|earlier this)\b",
        _ago,
    ),
    rule(
        "week",
        r"\b(?:[Tt]he )?week (?:of|end(?:ed|ing)|beginning|starting)(?: on)? "
        rf"{NAMED_WEEKDAY}{MONTH} {DAY}(?!\w|[.,]\d)",
        _week_of,
        cased=True,
    ),
)
LEANING = (
    rule(
        "earlier later before previously",
        rf"\b{_COUNT} (?P<unit>day|week|month|year)s? (?P<way>earlier|later|previously|before(?=[.,;:)]| and\b|$))\b"
        r"(?! than\b)",
        _from_focus,
    ),
    rule(
        "that same following next previous",
        r"\b(?P<which>that(?: same)?|the (?:same|following|next|previous)) (?P<unit>day|week|month|year)(?!\w|-)",
        _same,
    ),
    rule(
        "day week month year",
        r"\b(?:(?P<within>(?:earlier|later|early|late) in )|(?:(?:the )?(?:end|middle|beginning|start|rest)|months|"
        r"part|half) of |(?:for|in|during|through|throughout) )(?P<date>the (?:full )?(?P<unit>day|week|month|year))"
        r"(?!\w|-| (?:before|after|that|when|\d|to come|of\b|ahead))",
        _current,
    ),
    rule(
        "year",
        rf"\b(?:(?P<lead>since|from|by|at|until) )?(?P<date>(?:the )?year(?:['’]s)?{HYPHEN}end)\b",
        _year_end,
    ),
)
