"""Find clock times: "3pm", "12.38am", "2:35 a.m.", "10:44 GMT", "2100 local time", "just after noon", "six o'clock in
the evening", "half past eleven", "at around 19.20"."""

import re
from dataclasses import dataclass
from decimal import Decimal

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
    rf"(?:\b(?:at|by|around|about|until|till|before|after|since|from)\s(?P<hour>1[0-2]|[1-9]|{_HOUR_WORDS})|"
    rf"(?<![\w.:,/-])(?P<hours>1[0-2]|[1-9])[:.](?P<minutes>[0-5]\d)){_PART}",
    re.IGNORECASE,
)
_TENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
_PAST = re.compile(
    rf"(?<![\w.:,/-])(?P<hand>(?:a\s)?quarter|half|[1-5]?\d(?:\sminutes?)?|(?:{_HOUR_WORDS}|{_TENS}|"
    rf"twenty[-\s]five)(?:\sminutes?)?)\s(?P<way>past|to|before)\s(?P<hour>1[0-2]|[1-9]|{_HOUR_WORDS})(?![\w%-]|[.,:]\d)"
    rf"(?:\so['’]clock(?!\w))?(?:{_PART})?",
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
_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)\"”]|(?:on|local|this|that|when|as|yesterday|today|and|in the|near|outside)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_RATED = re.compile(
    r"\b(?:clos|trad|stand|stood|put|rate|index|estimat|valu|share|euro|pound|dollar|yen|currenc|yield|measur|magnitude|"
    r"averag|price|set|ended|finish|level|unchanged|scor|point|ratio|stock|future|barrel|fix|peg|steady|quot|unemploy|inflation|growth|deficit|temperature|speed|per\b)\w*[^.;]*$",
    re.IGNORECASE,
)
_RATED_REACH = 60
_AT = re.compile(r"\b(?:at|about|around|by)\s$", re.IGNORECASE)
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

    A dotted time without am or pm ("at 1.22") counts where the text has another clock time, or where it ends its clause
    and no rate or price is spoken of. Leaves alone scores ("2:1"), verses, "at 1.22 million", "closed at 1.22",
    "120 hours" and document symbols.
    """
    found = [_mention(match) for pattern in _PATTERNS for match in pattern.finditer(text)]
    found += [_by_the_hand(match) for match in _PAST.finditer(text) if _is_clock(text, match)]
    beside = bool(found)
    found += [_mention(match) for match in _DOTTED.finditer(text) if beside or _is_time_of_day(text, match)]
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


def _is_time_of_day(text: str, match: re.Match[str]) -> bool:
    """ "got the call at 6.43." and "came at 12.50 on Friday", not "closed at 6.43 on Friday"."""
    before = text[max(0, match.start() - _RATED_REACH) : match.start()]
    return bool(_ENDS.match(text, match.end())) and not _RATED.search(before)


def _is_clock(text: str, match: re.Match[str]) -> bool:
    """ "five past ten", "quarter to six", "at ten to six"; not "at five to seven dollars", "ten to six people"."""
    hand = match["hand"].casefold()
    if match["way"].casefold() == "past" or hand.endswith("quarter"):
        return True
    if hand == "half" or "minute" in hand:
        return hand != "half"
    minutes = _number(hand)
    told = minutes % 5 == 0 and minutes > _number(match["hour"])
    return told and bool(_AT.search(text, max(0, match.start() - 8), match.start()))


def _by_the_hand(match: re.Match[str]) -> TimeMention:
    """ "quarter past seven" → 07:15, "23 minutes past ten in the evening" → 22:23, "twenty to eight" → 07:40."""
    hand = re.sub(r"\sminutes?$", "", match["hand"].casefold())
    minutes = 30 if hand == "half" else 15 if hand.endswith("quarter") else int(_number(hand))
    hour = int(_number(match["hour"]))
    at = 60 * _of_day(hour, "", match["part"] or "") + (minutes if match["way"].casefold() == "past" else -minutes)
    return TimeMention(match.start(), match.end(), f"{at // 60 % 24:02d}:{at % 60:02d}")


def _number(words: str) -> Decimal:
    return Decimal(words) if words.isdigit() else read_words(words) or Decimal(0)


def _of_day(hour: int, half: str, part: str) -> int:
    """The hour from 0 to 23: with "pm" and "in the evening" after noon."""
    half, part = half.casefold(), part.casefold()
    late = half == "p" or part.endswith(("afternoon", "evening")) or (part.endswith("night") and 5 <= hour < 12)
    return hour % 12 + (12 if late else 0) if (half or part) and hour <= 12 else hour


def _mention(match: re.Match[str]) -> TimeMention:
    groups = match.groupdict()
    name = "hour" if groups["hour"] else "hours"
    minute = int(groups.get("minute") or groups.get("minutes") or 0)
    hour = _of_day(int(_number(match[name])), groups.get("half") or "", groups.get("part") or "")
    return TimeMention(match.start(name), match.end(), f"{hour:02d}:{minute:02d}")
