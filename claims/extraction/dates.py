"""Find dates in running text and resolve them against the day of publication.

Our own patterns find and read them: `dateparser`, which reads one expression at a time, costs milliseconds a call and
takes "may" and "second" for dates. What cannot be resolved, because the text has no day of publication, is still
marked, so that its digits are not taken for figures.

All patterns look for their expressions first; of those that overlap, the one that starts first and reaches furthest is
read, in the order of the text, as later ones lean on earlier ones ("a year earlier").
"""

from collections.abc import Callable
from datetime import date

from claims.extraction import calendar_dates, periods, relative_dates
from claims.extraction.date_types import DateMention, Setting

_FIXED = (*calendar_dates.RULES, *relative_dates.RULES, *periods.RULES)
_LEANING = (*relative_dates.LEANING, *periods.LEANING)
"""Rules for words that lean on an earlier date; what they find is not leant on in turn."""
_RULES = (*((rule, True) for rule in _FIXED), *((rule, False) for rule in _LEANING))


def find_dates(text: str, published_on: date | None, is_future: Callable[[int], bool]) -> list[DateMention]:
    """All date expressions of `text`, in order, without overlaps; the longest wins.

    `is_future(position)` says whether the clause around a position looks ahead: "will vote on Monday" means the next
    Monday, "voted on Monday" the last one, or the day of publication itself.

    Fires on "February 12, 2025", "12 Feb", "27 October", "2025-02-12", "4/23/2025" (month first), "on Friday", "last
    week", "yesterday", "three years ago", "in 1991", "early March", "the third quarter", "the 1990s", "recently".
    Leaves alone "may" in small letters, "a second", "2,025 tanks", "for two weeks", "every Friday".
    """
    setting = Setting(text, published_on, is_future)
    plain = text.casefold()
    candidates = [
        (match, rule.read, fixed)
        for rule, fixed in _RULES
        if any(trigger in plain for trigger in rule.triggers)
        for match in rule.pattern.finditer(text)
    ]
    candidates.sort(key=lambda found: (found[0].start(), -found[0].end()))
    result: list[DateMention] = []
    for match, read, fixed in candidates:
        if result and match.end() <= result[-1].end:
            continue
        mention = read(match, setting)
        if mention is None or (result and mention.start < result[-1].end):
            continue
        result.append(mention)
        if fixed and mention.day:
            setting.focus = mention
    return result
