"""figure_differs/1: two figures for one quantity of one happening.

Most pairs of different figures about one happening are not in conflict: they count other things, other parts, other
times. So the rule compares only what has the same measure, unit and subject; takes from each article and voice the
whole and not its parts; and for general measures (so many of something, so much money) asks that the words around the
figures be the same as well.
"""

import re
from collections.abc import Sequence

from claims.detection.answers import Answer
from claims.detection.counted import Told, anchor, answers_of, made
from claims.detection.grouping import SINGLE, comparable
from claims.detection.numbers import shown
from claims.detection.reports import who
from claims.detection.tolls import toll
from claims.detection.types import Finding, Happening, Report
from claims.detection.wording import content, similarity
from claims.extraction.scopes import TOLLS
from claims.vocabulary import EventKind, Gate, Resolution

RULE = "figure_differs/1"
_OF_DEALS = frozenset({"amount", "aircraft"})
"""Measures of which a deal has one value: what it is worth, what it buys."""
_ROLES = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "fee": r"fees?|fines?|fined|penalt(?:y|ies)|damages|compensation",
        "share": r"(?:a|per|each|every) share|dividend",
        "invested": r"invest\w*|put into|spend(?:s|ing)?|pour|inject\w*|mills|plants?",
        "lent": r"loans?|debts?|bonds?|credit",
        "earned": r"revenues?|sales|turnover|profits?|loss(?:es)?|earn\w*|backlog",
        "given": r"grants?|donat\w+|aid",
    }.items()
}
_READ_OFF = frozenset({"magnitude", "depth", "depth_km"})
_RUNNING = TOLLS | {"troops"}
_ALIKE = 0.6


def figure_differs(happening: Happening, reports: Sequence[Report]) -> list[Finding]:
    """Figures for one quantity that cannot all be right at one time.

    "40,000" and "nearly 200,000" for one march are a real conflict; for a toll, "at least 12" in the morning and
    "30" at night are one count that rose (figure_superseded). Leaves alone "more than 140" beside 141, members in 1991
    beside members today, a part beside its whole, other units, and figures of copies of one text.
    """
    found: list[Finding] = []
    for (measure, unit, subject, _), told in sorted(comparable(happening, reports).items(), key=lambda item: item[0]):
        single = measure in SINGLE or (happening.kind == EventKind.ECONOMY and measure in _OF_DEALS)
        wholes = _wholes(measure, told) if single else told
        if measure in _RUNNING:
            replaced = [each for each in told if each.figure.superseded]
            found += toll(happening, measure, unit, subject, [*replaced, *wholes])
        else:
            for alike in _by_role(wholes) if measure == "amount" and single else [wholes] if single else _alike(wholes):
                finding = _differing(happening, measure, unit, subject, alike)
                found += [finding] if finding else []
    return found


def _wholes(measure: str, told: Sequence[Told]) -> list[Told]:
    """Of each article and voice the largest standing figure: the smaller ones are parts of it, or what it replaced. A
    reading of an instrument has no parts."""
    standing = [each for each in told if not each.figure.superseded]
    if measure in _READ_OFF:
        return standing
    largest: dict[tuple[int, str], Told] = {}
    for each in standing:
        key = (each.report.version, each.report.source)
        if key not in largest or _size(each) > _size(largest[key]):
            largest[key] = each
    return sorted(largest.values(), key=lambda each: each.figure.key)


def _by_role(told: Sequence[Told]) -> list[list[Told]]:
    """Sums of money by what they are for, as the words around them say: the price of a deal, what is to be invested, a
    fee."""
    groups: dict[str, list[Told]] = {}
    for each in told:
        at = max(0, each.report.quote.find(each.figure.quote))
        around = each.report.quote[max(0, at - 45) : at + len(each.figure.quote) + 45]
        role = next((name for name, pattern in _ROLES.items() if pattern.search(around)), "")
        groups.setdefault(role, []).append(each)
    return list(groups.values())


def _size(told: Told) -> tuple[object, ...]:
    return (told.figure.value_max or told.figure.value or 0, -told.figure.key)


def _alike(told: Sequence[Told]) -> list[list[Told]]:
    """Figures whose reports say the same apart from the figure, grouped; each group needs a word in common with all."""
    groups: list[list[Told]] = []
    for each in sorted(told, key=lambda each: each.figure.key):
        for group in groups:
            if all(_same_statement(each, other) for other in group):
                group.append(each)
                break
        else:
            groups.append([each])
    return [group for group in groups if len(group) > 1]


def _same_statement(one: Told, other: Told) -> bool:
    return (
        similarity(one.report.text, other.report.text) >= _ALIKE
        and len(content(one.report.text) & content(other.report.text)) >= 3
        and one.figure.as_of == other.figure.as_of
    )


def _differing(happening: Happening, measure: str, unit: str, subject: str, told: Sequence[Told]) -> Finding | None:
    answers = answers_of(told)
    if len(answers) < 2:
        return None
    disputed = all(each.report.source for answer in answers for each in answer.items)
    texts = "; ".join(
        f"{shown(answer.lead.figure)} ({who(each.report for each in answer.items)})" for answer in answers
    )
    apart = "different sources count differently" if disputed else "no reading of the words lets them agree"
    return made(
        happening, measure, unit, subject, answers, _topic(measure, answers), rule=RULE, gate=Gate.REAL,
        suggested=Resolution.GENUINELY_DISPUTED if disputed else None,
        score=0.95 if measure in SINGLE | _OF_DEALS else 0.7,
        explanation=f"The figures for the same thing at the same time differ, and {apart}: {texts}.",
    )  # fmt: skip


def _topic(measure: str, answers: Sequence[Answer[Told]]) -> tuple[str, ...]:
    """For general measures the words of the first report: the same happening may have many such figures."""
    if measure in SINGLE:
        return ()
    return (" ".join(sorted(content(anchor(each for answer in answers for each in answer.items).report.text))),)
