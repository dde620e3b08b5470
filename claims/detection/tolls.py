"""toll_differs/1 and toll_superseded/1: counts that run while a happening is being understood.

The dead of a quake are counted for weeks, the casualties of a war for years. So two figures clash only where they are
told for one time and neither was still growing; told for different times, or called replaced by the text itself, one
has taken the place of the other.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from claims.detection.answers import Answer
from claims.detection.counted import Told, answers_of, made
from claims.detection.numbers import agree, shown
from claims.detection.reports import who
from claims.detection.types import Figure, Finding, Happening
from claims.vocabulary import Comparator, EventKind, Gate, Resolution

DIFFERS, SUPERSEDED = "toll_differs/1", "toll_superseded/1"
_DAYS_ALIKE = 3
_FAR, _BEYOND = 3, 10
"""How many times as large a count of about the same time is no later count any more; and is one of something else."""
_SUDDEN = frozenset({EventKind.ATTACK, EventKind.DISASTER, EventKind.ACCIDENT})


def toll(happening: Happening, measure: str, unit: str, scope: str, told: Sequence[Told]) -> list[Finding]:
    """What the reports of one toll make of it: clashes at one time, and the series over time.

    "Nobody died" against "40 dead" on one day is a clash, and so are the mayor's 16 beside the governor's 25 in one
    article, and the two sides' counts of one week of a war.
    "At least 12" in the morning and "30" at night, or 900 that the text says was cut to 400, are one count that
    changed. Leaves alone "more than 500" beside 510.
    """
    standing = [each for each in told if not each.figure.superseded]
    found = []
    times = _times(happening, standing)
    for group in times:
        finding = _clash(happening, measure, unit, scope, group)
        found += [finding] if finding else []
    series = _series(happening, measure, unit, scope, told, times)
    return [*found, *([series] if series else [])]


def _times(happening: Happening, told: Sequence[Told]) -> list[list[Told]]:
    """Group by the time for which they speak: the day in a sudden happening, a few days in one that goes on."""
    slack = 0 if happening.kind in _SUDDEN else _DAYS_ALIKE
    groups: list[list[Told]] = []
    for each in sorted(told, key=lambda each: (each.day or date.min, each.figure.key)):
        first = groups[-1][0].day if groups else None
        if groups and (first == each.day or (first and each.day and (each.day - first).days <= slack)):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _clash(happening: Happening, measure: str, unit: str, scope: str, told: Sequence[Told]) -> Finding | None:
    every = answers_of(told, agree=same_step)
    if len(every) < 2 or _only_rises(every):
        return None
    early = happening.kind in _SUDDEN
    answers = [one for one in every if any(_clashing(one, other, early) for other in every if other is not one)]
    if len(answers) < 2:
        return None
    disputed = all(each.report.source for answer in answers for each in answer.items)
    apart = "different sources count differently" if disputed else "none of them was still growing"
    return made(
        happening, measure, unit, scope, answers, (min(told, key=lambda each: each.figure.key).day,), rule=DIFFERS,
        gate=Gate.REAL, suggested=Resolution.GENUINELY_DISPUTED if disputed else None, score=0.92,
        explanation=f"The counts for the same time differ, and {apart}: {_listed(answers)}.",
    )  # fmt: skip


def _clashing(one: Answer[Told], other: Answer[Told], early: bool) -> bool:
    """Whether two answers told for about one time are in conflict. While a sudden happening is `early`, on the day
    itself, every hour has its count, and in a war every day: there only "none" against some, counts far apart, and two
    voices side by side in one article or on one day of a war are. Eleven beside two thousand are the dead of a part."""
    low, high = sorted((_value(one.lead), _value(other.lead)))
    if low and high > _BEYOND * low:
        return False
    if not low or high > _FAR * low:
        return True
    pairs = [(left, right) for left in one.items for right in other.items]
    if early:
        return any(left.report.version == right.report.version for left, right in pairs)
    return any(left.day == right.day for left, right in pairs)


def _only_rises(answers: Sequence[Answer[Told]]) -> bool:
    """Whether the counts of one day are a minimum that grew: nobody contradicts "at least 12" with "at least 30", nor
    "none so far" with either. A firm "nobody died" does not grow."""
    order = sorted(answers, key=lambda answer: _value(answer.lead))
    lowest = order[0]
    grown = all(_growing(each) for answer in order[1:] for each in answer.items)
    return grown and (bool(_value(lowest.lead)) or all(each.figure.provisional for each in lowest.items))


def _growing(told: Told) -> bool:
    return told.figure.comparator == Comparator.AT_LEAST or told.figure.provisional


def _value(told: Told) -> Decimal:
    return told.figure.value or Decimal(0)


def _series(
    happening: Happening, measure: str, unit: str, scope: str, told: Sequence[Told], times: Sequence[Sequence[Told]]
) -> Finding | None:
    """The steps of a count, where it has changed: told for more than one time, called replaced, or only growing."""
    answers = answers_of(told, agree=same_step)
    if len(answers) < 2:
        return None
    time_of = {each.figure.key: number for number, group in enumerate(times) for each in group}
    moments = {time_of.get(each.figure.key, -1) for answer in answers for each in answer.items}
    early = happening.kind in _SUDDEN
    told_apart = len(moments) > 1 or _only_rises(answers)
    if not told_apart and all(_clashing(one, other, early) for one, other in combinations(answers, 2)):
        return None
    ordered = sorted(answers, key=lambda answer: min((each.day or date.max, each.figure.key) for each in answer.items))
    return made(
        happening, measure, unit, scope, ordered, ("series",), rule=SUPERSEDED, gate=Gate.APPARENT,
        suggested=Resolution.FIGURE_SUPERSEDED, score=0.92,
        explanation=f"The count changed as more became known: {_listed(ordered, dated=True)}.",
    )  # fmt: skip


def same_step(one: Figure, other: Figure) -> bool:
    """Whether two figures are one step of a count that runs.

    There a bound is a bound within its digits: "more than 500" is the 510 of its day, and not the 620 of a later one,
    of which a reporter would write "more than 600".
    """
    bounds = {Comparator.AT_LEAST, Comparator.AT_MOST}
    if one.comparator in bounds or other.comparator in bounds:
        return _same_digits(one, other)
    return agree(one, other)


def _same_digits(one: Figure, other: Figure) -> bool:
    low, high = sorted((one, other), key=lambda figure: figure.value or Decimal(0))
    if low.value is None or high.value is None or low.value == high.value:
        return low.value == high.value
    rough = low if low.comparator == Comparator.AT_LEAST else high if high.comparator == Comparator.AT_MOST else None
    if rough is None or rough.value is None:
        return False
    step = Decimal(1).scaleb(int(rough.value.normalize().as_tuple().exponent))
    return step > 1 and high.value - low.value < step


def _listed(answers: Iterable[Answer[Told]], *, dated: bool = False) -> str:
    return "; ".join(
        f"{_as_of(answer) if dated else ''}{shown(answer.lead.figure)} ({who(each.report for each in answer.items)})"
        for answer in answers
    )


def _as_of(answer: Answer[Told]) -> str:
    day = min((each.day for each in answer.items if each.day), default=None)
    return f"{day.day} {day:%B %Y}: " if day else ""
