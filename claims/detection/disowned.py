"""disowned/1: somebody is quoted as saying something, and says that he never did."""

import re
from collections.abc import Sequence

from claims.detection.denials import by_version
from claims.detection.propositions import proposition
from claims.detection.questions import truth_asked
from claims.detection.reports import own_versions, who
from claims.detection.types import Finding, FoundPosition, Member, Report, fingerprint
from claims.matching.titles import short
from claims.vocabulary import ContradictionKind, Gate, Modality, Stance

RULE = "disowned/1"
_SAYING = r"(?:say|said|tell|told|state|claim|suggest|make|made|give|gave)"
_DISOWNED = re.compile(
    rf"\b(?:I|he|she|they|we) (?:have |has |had )?(?:never|did not|didn['’]t) (?:ever )?{_SAYING}\b(?P<what>.*)"
    r"|\b(?:was|were|had been) never (?:said|stated|made) by (?:me|him|her|them)\b"
    r"|\bden(?:y|ies|ied) (?:ever )?(?:having (?:said|told|made|stated)|saying|telling|making|stating)\b(?P<that>.*)",
    re.IGNORECASE | re.DOTALL,
)
_POINTS_BACK = re.compile(
    r"^\W*(?:any|such|those|these|that|the|of) (?:such )?(?:statements?|remarks?|comments?|claims?|words|things?)\W*$",
    re.IGNORECASE,
)
_NEAR = 700
"""Characters between a quotation and the bare words that disown it."""
_SHARED = 2


def disowned(reports: Sequence[Report]) -> list[Finding]:
    """A denial of one's own words, against a report of those words.

    Fires on "I did not make any such statement" after somebody is quoted in the same article, and on "he never told a
    newspaper that the fleet had sailed" against any report of one happening in which a Source says that the fleet had
    sailed. Leaves alone "he did not say when" and what others said of something else.
    """
    versions = by_version(reports)
    questions: list[tuple[list[Report], list[Report]]] = []
    for denial in sorted(reports, key=lambda report: report.key):
        match = _DISOWNED.search(denial.text) if denial.source and denial.stance == Stance.ASSERTS else None
        if match is None:
            continue
        what = match["what"] or match["that"] or ""
        words = [report for report in reports if _may_be_meant(report, denial)]
        if _POINTS_BACK.match(what):
            near = [report for report in versions[denial.version] if report in words and _near(report, denial)]
            meant = sorted(near, key=lambda report: (abs(report.start - denial.start), report.key))[:1]
        else:
            meant = [report for report in words if _shares(report, what) and _one_matter(report, denial)]
        if not meant:
            continue
        home = next((known for known in questions if _one_question(known, denial, meant)), None)
        if home is None:
            questions.append(([denial], meant))
        else:
            home[0].append(denial)
            home[1].extend(report for report in meant if report not in home[1])
    return [_finding(denials, sorted(meant, key=lambda report: report.key)) for denials, meant in questions]


def _one_question(known: tuple[list[Report], list[Report]], denial: Report, meant: Sequence[Report]) -> bool:
    """Whether the words disowned are those of a question already known: the same, or alike and of one happening."""
    for report in meant:
        for other in known[1]:
            alike = len(proposition(report.text).concepts & proposition(other.text).concepts) >= _SHARED
            if report == other or (alike and (_one_matter(denial, known[0][0]) or _one_matter(report, other))):
                return True
    return False


def _may_be_meant(report: Report, denial: Report) -> bool:
    """Whether a report gives somebody's words: neither the denial itself nor another one, nor a forecast."""
    apart = report.start + len(report.quote) <= denial.start or denial.start + len(denial.quote) <= report.start
    return (
        bool(report.source)
        and report.stance in (Stance.ASSERTS, Stance.REPORTS)
        and report.modality == Modality.ACTUAL
        and not _DISOWNED.search(report.text)
        and not proposition(report.text).denials
        and (report.version != denial.version or apart)
    )


def _near(report: Report, denial: Report) -> bool:
    return report.source == denial.source and abs(report.start - denial.start) <= _NEAR


def _one_matter(report: Report, denial: Report) -> bool:
    return report.version == denial.version or (report.event is not None and report.event == denial.event)


def _shares(report: Report, what: str) -> bool:
    """Whether the words that are disowned and those that are quoted speak of the same things."""
    wanted = proposition(what).concepts
    shared = wanted & proposition(report.text).concepts
    return len(shared) >= _SHARED and 3 * len(shared) >= len(wanted)


def _finding(denials: Sequence[Report], quoted: Sequence[Report]) -> Finding:
    first = quoted[0]
    told = [*denials, *quoted]
    return Finding(
        fingerprint=fingerprint("disowned", min(report.claim for report in denials)),
        question=truth_asked(f"{first.source} said: {first.text.rstrip('.')}"),
        kind=ContradictionKind.SELF if own_versions(told) else ContradictionKind.ATTRIBUTION,
        gate=Gate.REAL,
        rule=RULE,
        score=0.8,
        explanation=(
            f"{who(denials)} says that these words of {who(quoted)} were never said: “{short(first.text, 160)}”."
        ),
        positions=(
            FoundPosition("no", "Never said", _members(denials), {"polarity": "no"}, denials[0].event),
            FoundPosition("yes", "Said", _members(quoted), {"polarity": "yes"}, first.event),
        ),
        event=min((report.event for report in told if report.event is not None), default=None),
    )


def _members(reports: Sequence[Report]) -> tuple[Member, ...]:
    return tuple(Member(report.key) for report in reports)
