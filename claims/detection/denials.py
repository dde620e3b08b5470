"""Which report a denial denies: the one that extraction has linked, or the one that its words point back to."""

import re
from collections.abc import Iterable

from claims.detection.propositions import proposition
from claims.detection.reports import independent, negated
from claims.detection.types import Report
from claims.vocabulary import Stance

_REPORTS = r"(?:reports?|claims?|allegations?|accusations?|rumou?rs?|stor(?:y|ies)|statements?|account)"
_UNTRUE = (
    r"(?:not true|untrue|false|a lie|lies|nonsense|baseless|unfounded|fabricated|fake(?: news)?|wrong|not the case)"
)
_BARE = re.compile(
    r"^\W*(?:(?:(?:there (?:is|was|were|has been|had been)|"
    r"(?:I|we|he|she|they|it|[A-Z]\w+)(?: has| had| have)? (?:made|took|taken|gave|given|did|done|held)) )?"
    r"no such (?P<noun>\w+)"
    r"(?: (?:ever|has|had|have|was|were|is|been|occurred|happened|existed|exists|held|made|given|took|place)){0,4}"
    r"|nothing of the (?:sort|kind) (?:ever )?(?:has |had )?(?:occurred|happened|took place)"
    rf"|(?:that|this|it|(?:the|these|those|such|all) {_REPORTS}) (?:is|are|was|were) (?:\w+ly |all )?{_UNTRUE}"
    r"|(?:that|this|it) (?:(?:has )?never|did not|didn['’]t) (?:happen|happened|occurred|take place|took place)"
    r")\W*$",
    re.IGNORECASE,
)
"""A sentence that says no more than that something is not so."""
_NONE_HELD = re.compile(
    r"^\W*(?:there (?:was|were|has been|have been|had been) (?:no|never any?)|no) (?:\w+ ){0,2}?"
    r"(?:meeting|meetings|talks|call|conversation|visit|trip|deal|agreement|attack|strike|explosion|vote|order|plan)\b"
    r"(?! (?:in|at|on|of|about) )",
    re.IGNORECASE,
)
_NEAR = 700
"""Characters between what is said and the bare words that deny it."""


def denied(denial: Report, known: dict[int, Report], versions: dict[int, list[Report]]) -> Report | None:
    """The report that a denial denies, where it is known and may be set against it.

    Fires on what extraction has linked ("the ministry denied it"), and on "No such meeting occurred", "That is not
    true" soon after somebody else's words. Leaves alone such words after nothing that they could mean, and a denial of
    what was only asked.
    """
    if denial.refers_to is not None:
        claimed = known.get(denial.refers_to)
        against = denial.stance == Stance.DENIES or (
            claimed is not None and negated(denial.text) != negated(claimed.text)
        )
        return claimed if claimed and against and denial.source and _may_oppose(claimed, denial) else None
    bare = _BARE.match(denial.text)
    if not bare:
        return None
    before = [
        report
        for report in versions.get(denial.version, ())
        if 0 < denial.start - report.start <= _NEAR
        and report.stance == Stance.ASSERTS
        and _may_oppose(report, denial)
        and not _BARE.match(report.text)
        and (_speaks_of(report, bare["noun"]) if bare["noun"] else bool(report.source))
    ]
    return max(before, key=lambda report: (report.start, report.key), default=None)


def denies_the_happening(report: Report) -> bool:
    """Whether a report says that its happening did not take place: "No such meeting occurred", "There were no talks
    between the two". Leaves alone what denies a part of it: "they did not meet in Lima"."""
    return bool(_BARE.match(report.text) or _NONE_HELD.match(report.text))


def by_version(reports: Iterable[Report]) -> dict[int, list[Report]]:
    """The reports of each text."""
    found: dict[int, list[Report]] = {}
    for report in reports:
        found.setdefault(report.version, []).append(report)
    return found


def _may_oppose(claimed: Report, denial: Report) -> bool:
    return claimed.stance != Stance.QUESTIONS and _other_voice(claimed, denial)


def _other_voice(one: Report, other: Report) -> bool:
    """Independent, or in one text the outlet's own words and those of somebody whom it quotes."""
    overlap = one.start < other.start + len(other.quote) and other.start < one.start + len(one.quote)
    return independent(one, other) or (one.version == other.version and one.source != other.source and not overlap)


def _speaks_of(report: Report, noun: str) -> bool:
    wanted = {concept for clause in proposition(noun).clauses for concept in clause.concepts}
    return bool(wanted & proposition(report.text).affirmation().concepts)
