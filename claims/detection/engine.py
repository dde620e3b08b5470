"""Run every rule over a set of happenings and the reports on them."""

from collections.abc import Mapping, Sequence

from claims.detection.choices import date_differs, outcome, vote_position
from claims.detection.disowned import disowned
from claims.detection.figures import figure_differs
from claims.detection.offers import offer
from claims.detection.polarity import polarity
from claims.detection.scopes import body_or_scope
from claims.detection.silences import silence
from claims.detection.tallies import tally_differs
from claims.detection.times import time_differs
from claims.detection.types import Finding, Happening, Report

METHOD = "detection/3"


def find(happenings: Sequence[Happening], reports: Sequence[Report]) -> tuple[Finding, ...]:
    """All questions to which the reports give different answers, ordered by fingerprint.

    The order of the input does not matter. Each fingerprint occurs once.
    """
    of: dict[int, list[Report]] = {}
    for report in sorted(reports, key=lambda report: report.key):
        if report.event is not None:
            of.setdefault(report.event, []).append(report)
    found: list[Finding] = []
    for happening in sorted(happenings, key=lambda happening: happening.key):
        told = of.get(happening.key, [])
        found += _within(happening, told)
    found += body_or_scope(happenings, of)
    found += polarity(reports)
    found += offer(reports)
    found += disowned(reports)
    found += silence(reports)
    unique: Mapping[str, Finding] = {finding.fingerprint: finding for finding in reversed(found)}
    return tuple(unique[name] for name in sorted(unique))


def _within(happening: Happening, told: Sequence[Report]) -> list[Finding]:
    tally = tally_differs(happening, told)
    return [
        *([tally] if tally else []),
        *figure_differs(happening, told),
        *vote_position(happening, told),
        *outcome(happening, told),
        *date_differs(happening, told),
        *time_differs(happening, told),
    ]
