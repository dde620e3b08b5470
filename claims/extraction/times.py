"""Find clock times: "3pm", "12.38am", "2:35 a.m.", "10:44 GMT", "2100 local time", "at 1.22" beside another clock
time."""

import re
from dataclasses import dataclass

_HALF = r"(?P<half>[ap])\.?\s?m\.?(?![a-z])"
_ZONE = r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|IST|JST|MSK|local time|hours|Moscow time|Kyiv time)"
_TWELVE = re.compile(rf"(?<![\w.:,/-])(?P<hour>1[0-2]|0?\d)(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF}", re.IGNORECASE)
_TWENTY_FOUR = re.compile(
    rf"(?<![\w.:,/-])(?P<hour>[01]?\d|2[0-3])(?:[:.]?(?P<minute>[0-5]\d))\s?(?:hrs\b|{_ZONE}\b)", re.IGNORECASE
)
_COLON = re.compile(r"(?<![\w.:,/-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\w:]|\.\d)")
_DOTTED = re.compile(
    r"\bat\s+(?:about\s+|around\s+)?(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?![\w%]|\.\d|\s*(?:million|billion|"
    r"per|km|m\b))"
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A clock time at `text[start:end]`; `value` is "HH:MM" as the text gives it, in whatever zone it means."""

    start: int
    end: int
    value: str


def find_times(text: str) -> list[TimeMention]:
    """All clock times of `text`, in order, without overlaps.

    A dotted time without am or pm ("at 1.22") counts only where the text has another clock time, which also lends it
    the half of the day. Leaves alone scores ("2:1"), verses, "at 1.22 million" and document symbols.
    """
    found = [_mention(match) for pattern in (_TWELVE, _TWENTY_FOUR, _COLON) for match in pattern.finditer(text)]
    if found:
        found += [_mention(match) for match in _DOTTED.finditer(text)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    result: list[TimeMention] = []
    for mention in found:
        if not result or mention.start >= result[-1].end:
            result.append(mention)
    return result


def _mention(match: re.Match[str]) -> TimeMention:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = match.groupdict().get("half")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.casefold() == "p" else 0)
    return TimeMention(match.start("hour"), match.end(), f"{hour:02d}:{minute:02d}")
