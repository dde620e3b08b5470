"""Dates as publications write them: ISO, "June 20, 2025", "20 June 2025" and numeric with a year of two or four digits.

A numeric date whose order is open (4.5.25) is read in this order of evidence: as the other numeric dates of the same
text are (4.23.25 can only be month first), else day first when written with full stops and a four-digit year, as is
usual where full stops are (05.04.2025), else month first, as most English-language outlets that write numeric dates are
American. A year of two digits is 1970 to 2069. Dates before 1900, after 2099, or more than a day after `today` are not
dates of publication. Month names are English.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NUMERIC = r"(?<![\d.,/-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d/-]|[.,]\d)"
_DATE = re.compile(
    r"(?<![\d.,/-])(?P<iy>\d{4})(?P<isep>[-/])(?P<im>\d{1,2})(?P=isep)(?P<id>\d{1,2})(?!\d)"
    rf"|\b(?P<m1>{_MONTH})\s{{1,3}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s{{1,3}}(?P<y1>\d{{4}})\b"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?(?P<m2>{_MONTH})[\s,-]{{1,3}}(?P<y2>\d{{4}})\b"
    rf"|{_NUMERIC}",
    re.IGNORECASE,
)
_LABELS = (
    "published posted updated modified created issued date dated first last on at and the time of publication edited "
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday "
    "am pm a p m noon midnight utc gmt bst ist est edt et cst cdt ct mst mdt mt pst pdt pt cet cest eet eest msk local "
    "z t"
)
_ALLOWED = frozenset(_LABELS.split())
_WORD = re.compile(r"[^\W_]+")
_CLOCK = re.compile(
    r"(?:T|\b)\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d{1,6})?)?(?:\s?[ap]\.?m\b\.?)?|[+-]\d{2}:?\d{2}\b|\b\d{1,2}\s?[ap]m\b",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"\b(?:updated|modified|edited)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?:(?:published|posted|updated|last updated):?\s)?(?:\d{1,3}|an?|one)\s"
    r"(?:second|minute|min|hour|hr|day|week|month|year)s?\sago",
    re.IGNORECASE,
)
_MAX_DATE_LINE = 120
_CENTURY_PIVOT = 70
_EARLIEST, _LATEST = date(1900, 1, 1), date(2099, 12, 31)


def months_come_first(text: str) -> bool | None:
    """Whether the numeric dates in `text` write the month first; None when none of them tells, or they disagree."""
    orders = set()
    for match in re.finditer(_NUMERIC, text):
        a, b = int(match["a"]), int(match["b"])
        if a <= 12 < b <= 31 or b <= 12 < a <= 31:
            orders.add(a <= 12)
    return orders.pop() if len(orders) == 1 else None


def find_dates(
    text: str, *, month_first: bool | None = None, today: date | None = None
) -> Iterator[tuple[date, int, int]]:
    """Each calendar date written in `text` with the characters `start` to `end` that it takes."""
    latest = today + timedelta(days=1) if today else _LATEST
    for match in _DATE.finditer(text):
        found = _to_date(match, month_first)
        if found and _EARLIEST <= found <= latest:
            yield found, match.start(), match.end()


def parse_date_line(
    text: str, *, month_first: bool | None = None, today: date | None = None
) -> tuple[date | None, str] | None:
    """Read a line that says when something was published: (date, the rest of the line).

    The rest is "" for a line that is a date and nothing else ("Published on 4.23.25", "Updated Fri 20 June 2025, 10:15
    GMT") and holds what else is there for one like "By Ana Ruiz | June 20, 2025". The date is None for "3 hours ago".
    Of several dates the first that is not an update counts. None when the line holds no date.
    """
    if len(text) > _MAX_DATE_LINE:
        return None
    if _RELATIVE.fullmatch(text):
        return None, ""
    rest, position, chosen, updated = "", 0, None, False
    for found, start, end in find_dates(text, month_first=month_first, today=today):
        before = text[position:start]
        if chosen is None or (updated and not _UPDATE.search(before)):
            chosen, updated = found, bool(_UPDATE.search(before))
        rest += before + " "
        position = end
    if chosen is None:
        return None
    rest = _CLOCK.sub(" ", rest + text[position:])
    if all(word.lower() in _ALLOWED for word in _WORD.findall(rest)):
        return chosen, ""
    return chosen, rest.strip(" \t\xa0|,·•–—-")


def _to_date(match: re.Match[str], month_first: bool | None) -> date | None:
    if match["iy"]:
        parts = match["iy"], match["im"], match["id"]
    elif match["m1"]:
        parts = match["y1"], _month(match["m1"]), match["d1"]
    elif match["m2"]:
        parts = match["y2"], _month(match["m2"]), match["d2"]
    else:
        a, b, year = match["a"], match["b"], match["y"]
        if len(year) == 2:
            year = ("19" if int(year) >= _CENTURY_PIVOT else "20") + year
        if int(a) > 12 or int(b) > 12:
            month_first = int(a) <= 12
        elif month_first is None:
            month_first = not (match["sep"] == "." and len(match["y"]) == 4)
        parts = (year, a, b) if month_first else (year, b, a)
    try:
        return date(*map(int, parts))
    except ValueError:  # 31 June, month 13
        return None


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)
