"""time_differs/1: the hour of one step of a happening."""

import re
from collections.abc import Sequence

from claims.detection.answers import Answer, sort_out
from claims.detection.counted import Told, opposed
from claims.detection.questions import time_asked
from claims.detection.reports import own_versions, stated, who
from claims.detection.types import Finding, FoundPosition, Happening, Member, Report, fingerprint
from claims.extraction.names import fold_name
from claims.vocabulary import ContradictionKind, Gate, Resolution

RULE = "time_differs/1"
_ROUGH, _EXACT = 10, 2
"""Minutes by which two hours may differ: where one of them is told as rough, and where both are told to the minute."""
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|shortly|just|before|after|approximately|circa)\b", re.IGNORECASE
)
_ZONE = re.compile(r"\b(?:GMT|UTC|[A-Z]{1,4}ST|[A-Z]{1,3}DT|Z)\b")
_DAY_MINUTES = 24 * 60


def time_differs(happening: Happening, reports: Sequence[Report]) -> list[Finding]:
    """Two reports that put one step of a happening at different hours.

    Fires on a departure at 9.10 against one at 9.40, and on contact lost at 10.50 against 9.50. Leaves alone "about
    9.50" beside 9.51, hours of different steps, and hours given in different time zones.
    """
    groups: dict[tuple[str, str], list[Told]] = {}
    for report in reports:
        for figure in report.figures if stated(report) else ():
            if figure.measure == "event_time" and _minutes(figure.value_text) is not None and figure.subject:
                named = _ZONE.search(figure.quote)
                key = (fold_name(figure.subject), named[0] if named else "")
                groups.setdefault(key, []).append(Told(report, figure))
    found = []
    for (step, zone), told in sorted(groups.items()):
        finding = _differing(happening, step, zone, told)
        found += [finding] if finding else []
    return found


def _differing(happening: Happening, step: str, zone: str, told: Sequence[Told]) -> Finding | None:
    answers = sort_out(
        told, firmness=lambda each: (_rough(each), each.figure.value_text, each.figure.key), agree=_agree
    )
    answers = [answer for answer in answers if any(opposed(answer, other) for other in answers if other is not answer)]
    if len(answers) < 2:
        return None
    revised = any(each.figure.superseded for answer in answers for each in answer.items)
    reports = [each.report for answer in answers for each in answer.items]
    name = told[0].figure.subject
    texts = "; ".join(
        f"{answer.lead.figure.value_text} ({who(each.report for each in answer.items)})" for answer in answers
    )
    return Finding(
        fingerprint=fingerprint("time", happening.key, step, zone),
        question=time_asked(happening, name),
        kind=ContradictionKind.SELF if own_versions(reports) else ContradictionKind.TEMPORAL,
        gate=Gate.APPARENT if revised else Gate.REAL,
        rule=RULE,
        score=0.9,
        explanation=f"{'The hour was revised' if revised else 'One step has one hour'} ({name}): {texts}.",
        positions=tuple(_position(happening, answer) for answer in answers),
        event=happening.key,
        suggested=Resolution.FIGURE_SUPERSEDED if revised else None,
    )


def _position(happening: Happening, answer: Answer[Told]) -> FoundPosition:
    members = {each.report.key: Member(each.report.key, each.figure.key) for each in answer.items}
    return FoundPosition(
        key=answer.lead.figure.value_text,
        answer=answer.lead.figure.value_text,
        members=tuple(members.values()),
        event=happening.key,
    )


def _agree(one: Told, other: Told) -> bool:
    left, right = _minutes(one.figure.value_text), _minutes(other.figure.value_text)
    if left is None or right is None:
        return False
    apart = abs(left - right)
    return min(apart, _DAY_MINUTES - apart) <= (_ROUGH if _rough(one) or _rough(other) else _EXACT)


def _rough(told: Told) -> bool:
    """Whether the hour is told as a rough one: "at about 9.50"."""
    at = told.report.quote.find(told.figure.quote)
    return bool(_ABOUT.search(told.report.quote[max(0, at - 15) : at + len(told.figure.quote)]))


def _minutes(value: str) -> int | None:
    match = re.match(r"(\d{2}):(\d{2})", value)
    return int(match[1]) * 60 + int(match[2]) if match else None
