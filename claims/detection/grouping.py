"""What may be compared: figures of one measure, unit and scope.

Most pairs of different figures about one happening are not in conflict: they count other things, other parts, other
times. The dead of one province and of the whole country, the passengers and the crew, are kept apart here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from claims.detection.counted import Told
from claims.detection.reports import committed, stated
from claims.detection.types import Figure, Happening, Report
from claims.extraction.names import canonical_state, fold_name, state_of
from claims.extraction.scopes import TOLLS
from claims.vocabulary import EventKind, Modality, Precision

SINGLE = TOLLS | {"crowd_size", "magnitude", "depth", "depth_km", "aboard"}
"""Measures of which a happening has one value at a time."""
PEOPLE = TOLLS | {"crowd_size", "aboard"}
_ABOARD = frozenset({"passenger", "crew"})
_FORECAST = "forecast"
_KEPT_APART = _ABOARD | {
    _FORECAST, "aftershock", "fighters", "civilians", "children", "women", "police", "workers", "rescuers",
}  # fmt: skip
"""Scopes that are no places, and so never stand for the whole."""
_BY_DAY = frozenset({"count", "released", "missiles", "drones", "detained", "bodies"})
"""What is counted day by day while a war goes on."""
_ISO_DAY = 10
_CLAUSES = re.compile(r"[.;:]\s|,\s|\b(?:and|but|while|whereas)\s")
_NEARLY_ALL = 4
_ONE_PLACE = frozenset({EventKind.DISASTER, EventKind.ACCIDENT, EventKind.ATTACK})
_NOT_HERE = frozenset(
    {"votes_for", "votes_against", "abstentions", "not_voting", "duration", "ordinal", "percentage", "age"}
)
"""Votes have a rule of their own; the others are said of too many things to be compared by their words alone."""
Key = tuple[str, str, str, str]
"""Measure, unit, scope, and the whole that the figure is a part of."""


def comparable(happening: Happening, reports: Sequence[Report]) -> dict[Key, list[Told]]:
    """The figures of the reports by what they count. Leaves out what nobody puts forward as fact, except that of a deal
    what is to be done is its content, and figures that their words call a part of another."""
    scopes = scopes_of(happening, reports)
    groups: dict[Key, list[Told]] = {}
    for report in reports:
        if not (stated(report) or (happening.kind == EventKind.ECONOMY and committed(report))):
            continue
        for figure in report.figures:
            if figure.value is None or figure.group or figure.measure in _NOT_HERE or _part(figure, report.figures):
                continue
            unit = "" if figure.measure in PEOPLE else figure.unit.casefold()
            key = (figure.measure, unit, scopes[figure.key], str(figure.total or ""))
            groups.setdefault(key, []).append(Told(_in_voice(report, figure), figure))
    return groups


def _in_voice(report: Report, figure: Figure) -> Report:
    """The report as that of whoever gives the figure: one sentence may have the figures of several."""
    return replace(report, source=figure.voice) if figure.voice else report


def _part(figure: Figure, figures: Iterable[Figure]) -> bool:
    """Whether the words call a figure a part of another of its kind: "including 300 deaths" is a part of the
    casualties, and all of the deaths."""
    others = (other for other in figures if other.measure in TOLLS and other.measure != figure.measure)
    return figure.partial and not any((other.value or 0) > (figure.value or 0) for other in others)


def scopes_of(happening: Happening, reports: Iterable[Report]) -> Mapping[int, str]:
    """The scope of every figure by its key, folded for comparing; "" where it is told of the whole happening.

    In a war what was fired or exchanged on one day is not what was on another. A place stands for the whole where the
    happening was in that country, or where it is the only one that is named: the toll of a quake is that of the country
    it hit. Where two countries are named, what an authority of one of them counts without naming a place is its own;
    any other bare figure may be of either, and stays by itself.
    """
    named: dict[str, dict[int, str]] = {}
    teller: dict[int, Report] = {}
    values: dict[int, Decimal] = {}
    for report in reports:
        day = _day_told(report) if happening.kind == EventKind.CONFLICT else ""
        for figure in report.figures:
            group = day if figure.measure in _BY_DAY else ""
            if figure.measure == "aboard" and figure.unit in _ABOARD:
                group = figure.unit
            if figure.measure == "crowd_size":
                group = _other_day(happening, report, figure)
            if figure.measure in SINGLE and report.modality != Modality.ACTUAL:
                group = _FORECAST
            named.setdefault(figure.measure, {})[figure.key] = figure.subject or group
            teller[figure.key] = report
            values[figure.key] = figure.value or Decimal(0)
    found: dict[int, str] = {}
    for measure, scopes in named.items():
        told = {(teller[key].article, scope) for key, scope in scopes.items()}
        whole = _whole(happening, told) if measure in SINGLE else ""
        states = {scope for scope in scopes.values() if canonical_state(scope)}
        if measure in TOLLS and len(states) > 1 and happening.kind in _ONE_PLACE:
            whole = _worst_hit(scopes, values)
        for key, scope in scopes.items():
            own = scope
            if not scope and measure in TOLLS and len(states) > 1 and not whole:
                own = next((state for state in map(state_of, teller[key].source.split()) if state in states), "") or ""
            found[key] = "" if own == whole else fold_name(own)
    return found


def _other_day(happening: Happening, report: Report, figure: Figure) -> str:
    """The day that the clause of a figure gives for it, where that is another than the happening's: "9,000 came today;
    4,000 had come on 2 May"."""
    if happening.date is None or happening.date_precision != Precision.DAY:
        return ""
    for clause in _CLAUSES.split(report.quote):
        if figure.quote in clause:
            for other in report.figures:
                if other.measure == "event_date" and other.quote in clause and len(other.value_text) == _ISO_DAY:
                    apart = abs((date.fromisoformat(other.value_text) - happening.date).days)
                    return other.value_text if apart > 1 else ""
    return ""


def _worst_hit(scopes: Mapping[int, str], values: Mapping[int, Decimal]) -> str:
    """Of several countries the one that has nearly all of the victims: a bare toll is its own; "" where none has."""
    worst: dict[str, Decimal] = {}
    for key, scope in scopes.items():
        if canonical_state(scope):
            worst[scope] = max(worst.get(scope, Decimal(0)), values.get(key, Decimal(0)))
    first, *rest = sorted(worst, key=lambda state: (-worst[state], state))
    return first if all(worst[first] >= _NEARLY_ALL * worst[other] for other in rest) and worst[first] else ""


def _day_told(report: Report) -> str:
    """The day that the report gives for what it tells; "" for none."""
    days = (figure.value_text for figure in report.figures if figure.measure == "event_date")
    return next((day for day in days if len(day) == _ISO_DAY), "")


def _whole(happening: Happening, told: Iterable[tuple[int, str]]) -> str:
    """The place that stands for the whole; "" where none does. `told` are articles and the scopes that they name: one
    that a single article names beside others stands for no more than itself."""
    articles = Counter(scope for _, scope in told if scope and not scope[0].isdigit() and scope not in _KEPT_APART)
    states = {scope for scope in articles if canonical_state(scope)}
    if happening.kind in _ONE_PLACE and canonical_state(happening.place):
        return happening.place if states == {happening.place} else ""
    whole = states or set({fold_name(scope): scope for scope in articles}.values())
    only = next(iter(whole)) if len(whole) == 1 else ""
    return only if len(articles) == 1 or articles[only] > 1 else ""
