"""Find clock times: "3pm", "12.38am", "2:35 a.m.", "10:44 GMT", "2100 local time", "just after noon", "six o'clock in
the evening", "at 1.22" beside another clock time."""

import re
from dataclasses import dataclass

from claims.extraction.numerals import read_words

_HALF = r"(?P<half>[ap])\.?\s?m\.?(?![a-z])"
_ZONE = (
    r"(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]T|IST|JST|KST|HKT|AES?T|MSK|"
    r"(?:local|eastern|pacific|Moscow|Kyiv|Kiev|Beijing|Gulf)(?: standard| daylight)? time)"
)
_PART = r"\s(?P<part>in the morning|in the afternoon|in the evening|at night)(?!\w)"
_HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TWELVE = re.compile(rf"(?<![\w.:,/-])(?P<hour>1[0-2]|0?\d)(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF}", re.IGNORECASE)
_OCLOCK = re.compile(
    rf"(?<![\w.:,/-])(?P<hour>1[0-2]|[1-9]|{_HOUR_WORDS})\so['’]clock(?!\w)(?:{_PART})?", re.IGNORECASE
)
_IN_WORDS = re.compile(
    rf"(?:\b(?:at|by|around|about|until|before|after|since|from)\s(?P<hour>1[0-2]|[1-9])|"
    rf"(?<![\w.:,/-])(?P<hours>1[0-2]|[1-9])[:.](?P<minutes>[0-5]\d)){_PART}",
    re.IGNORECASE,
)
_TWENTY_FOUR = re.compile(
    rf"(?<![\w.:,/-])(?:(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)|(?P<hours>[01]\d|2[0-3])(?P<minutes>[0-5]\d))"
    rf"\s?(?:hrs\b|{_ZONE}(?!\w)|(?<=\bat \d\d\d\d )hours\b)",
    re.IGNORECASE,
)
_COLON = re.compile(r"(?<![\w.:,/-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\w:]|\.\d)")
_DOTTED = re.compile(
    r"\bat\s+(?:about\s+|around\s+)?(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?![\w%]|\.\d|\s*(?:million|billion|"
    r"per|km|m\b))"
)
_NAMED = re.compile(
    r"\b(?:at|by|around|about|after|before|until|till|since|from|past|towards?|between|and|to)\s(?:local\s)?"
    r"(?P<name>noon|midday|midnight)(?![\w-])",
    re.IGNORECASE,
)
_PATTERNS = (_TWELVE, _OCLOCK, _IN_WORDS, _TWENTY_FOUR, _COLON)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A clock time at `text[start:end]`; `value` is "HH:MM" as the text gives it, in whatever zone it means."""

    start: int
    end: int
    value: str


def find_times(text: str) -> list[TimeMention]:
    """All clock times of `text`, in order, without overlaps.

    A dotted time without am or pm ("at 1.22") counts only where the text has another clock time, which also lends it
    the half of the day. Leaves alone scores ("2:1"), verses, "at 1.22 million", "120 hours" and document symbols.
    """
    found = [_mention(match) for pattern in _PATTERNS for match in pattern.finditer(text)]
    if found:
        found += [_mention(match) for match in _DOTTED.finditer(text)]
    found += [
        TimeMention(match.start("name"), match.end(), "00:00" if match["name"].casefold() == "midnight" else "12:00")
        for match in _NAMED.finditer(text)
    ]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    result: list[TimeMention] = []
    for mention in found:
        if not result or mention.start >= result[-1].end:
            result.append(mention)
    return result


def _mention(match: re.Match[str]) -> TimeMention:
    groups = match.groupdict()
    name = "hour" if groups["hour"] else "hours"
    words = match[name]
    hour = int(words) if words.isdigit() else int(read_words(words) or 0)
    minute = int(groups.get("minute") or groups.get("minutes") or 0)
    half, part = (groups.get("half") or "").casefold(), (groups.get("part") or "").casefold()
    late = half == "p" or part.endswith(("afternoon", "evening")) or (part.endswith("night") and 5 <= hour < 12)
    if (half or part) and hour <= 12:
        hour = hour % 12 + (12 if late else 0)
    return TimeMention(match.start(name), match.end(), f"{hour:02d}:{minute:02d}")
