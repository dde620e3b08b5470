"""offer/1: something was never offered, and who could offer it is on record with the promise."""

import re
from collections.abc import Sequence

from claims.detection.questions import truth_asked
from claims.detection.reports import independent, negated, own_versions, who
from claims.detection.types import Finding, FoundPosition, Member, Report, fingerprint
from claims.detection.wording import content, names, stem
from claims.matching.titles import short
from claims.vocabulary import ContradictionKind, Gate, Modality, Stance

RULE = "offer/1"
_NEVER_OFFERED = re.compile(
    r"\b(?:never|not|at no (?:time|point))\b[^.;]{0,40}\b"
    r"(?:on the table|on offer|offered|promised|an option|in prospect)\b",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"\b[A-Z]\w+")
_ALIKE = 4
"""Letters at the start that two forms of one word share: "membership", "members"."""
_SHARED_NAMES = 2


def offer(reports: Sequence[Report]) -> list[Finding]:
    """A denial that something was ever offered, against a promise of it by somebody whom the denial names.

    Fires on "Norwegian membership of the League was never on the table" against "the League declared that Norway would
    become a member". Whether the promise came within the time that the denial means is for the editor to say, so the
    gate is needs_scope. Leaves alone promises by others, about others, or of something else, and forecasts.
    """
    denials = [report for report in reports if report.stance == Stance.ASSERTS and _NEVER_OFFERED.search(report.text)]
    promises = [
        report
        for report in reports
        if report.source and report.stance == Stance.ASSERTS and report.modality == Modality.PROJECTED
        and not negated(report.text)
    ]  # fmt: skip
    found = []
    for denial in sorted(denials, key=lambda report: report.key):
        kept = [promise for promise in promises if _promised(promise, denial)]
        if kept:
            found.append(_finding(denial, sorted(kept, key=lambda report: report.key)))
    return found


def _promised(promise: Report, denial: Report) -> bool:
    """Whether the promise is of what the denial speaks of, by somebody whom it names."""
    named, source = _named(denial.text), _named(promise.source)
    shared = (_named(promise.text) | source) & named
    topics = content(denial.text) - names(denial.text) - shared
    same = any(_related(word, topic) for word in content(promise.text) for topic in topics)
    return bool(source & named) and same and len(shared) >= _SHARED_NAMES and independent(promise, denial)


def _named(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _CAPITALISED.findall(text))


def _related(one: str, other: str) -> bool:
    """Whether two stems are forms of one word, as "memb" of "members" and "membership" are."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _ALIKE and longer.startswith(shorter)


def _finding(denial: Report, promises: Sequence[Report]) -> Finding:
    return Finding(
        fingerprint=fingerprint("offer", denial.claim),
        question=truth_asked(denial.text),
        kind=ContradictionKind.SELF if own_versions([denial, *promises]) else ContradictionKind.POLARITY,
        gate=Gate.NEEDS_SCOPE,
        rule=RULE,
        score=0.6,
        explanation=(
            f"{who([denial])} says that it was never so, and {who(promises)} is quoted with the promise: "
            f"“{short(promises[0].text, 160)}”."
        ),
        positions=(
            FoundPosition("no", "Never offered", (Member(denial.key),), {"polarity": "no"}),
            FoundPosition("yes", "Promised", tuple(Member(report.key) for report in promises), {"polarity": "yes"}),
        ),
    )
