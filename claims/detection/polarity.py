"""polarity/1: somebody says so, somebody says not.

Two ways to find it. A claim that denies another (`refers_to`) names its opposite itself. Otherwise two propositions
must have nearly the same content words and names, and opposite signs; similar words with the same sign join the answer
that they support. Embeddings have no say: they put "voted for" beside "voted against".
"""

import re
from collections.abc import Sequence

from claims.detection.questions import truth_asked
from claims.detection.reports import independent, negated, own_versions, who
from claims.detection.types import Finding, FoundPosition, Member, Report, fingerprint
from claims.detection.wording import content, names, similarity
from claims.vocabulary import ContradictionKind, Gate, Modality, Resolution, Stance

RULE = "polarity/1"
_SAME = 0.72
_LONG_ENOUGH = 4
_APPRAISAL = re.compile(
    r"^\W*(?:it|this|that|there) (?:is|was|would be|had been) (?:\w+ )?"
    r"(?:ridiculous|absurd|wrong|shameful|crucial|right|good|bad|great|terrible|no point|unfair|fair|unacceptable|"
    r"important)\b",
    re.IGNORECASE,
)
"""A proposition that is a judgement and not a fact: to deny it is to disagree, not to contradict."""


def polarity(reports: Sequence[Report]) -> list[Finding]:
    """A proposition that one side asserts and another denies or negates.

    Fires on "Trump claimed that Putin is open to the idea" against "the Kremlin denied it", within one article too,
    where two Sources speak. Leaves alone a denial of something that nobody in the reports asserts, one Source that
    repeats its own denial, a question, a forecast, and sentences that merely share their topic.
    """
    usable = sorted(
        (report for report in reports if report.stance != Stance.QUESTIONS and report.modality == Modality.ACTUAL),
        key=lambda report: report.key,
    )
    by_key = {report.key: report for report in reports}
    found: dict[str, Finding] = {}
    opposed = [(claimed, denial, 0.9) for denial in usable if (claimed := _denied(denial, by_key))]
    opposed += [(one, other, 0.7) for one, other in _opposites(usable)]
    for claimed, denied, score in opposed:
        if _APPRAISAL.search(claimed.text) or any(
            _in(finding, claimed) and _in(finding, denied) for finding in found.values()
        ):
            continue
        finding = _finding(claimed, denied, usable, score)
        found.setdefault(finding.fingerprint, finding)
    return list(found.values())


def _denied(denial: Report, by_key: dict[int, Report]) -> Report | None:
    """The report that a denial denies, where it is known and may be set against it."""
    claimed = by_key.get(denial.refers_to) if denial.refers_to is not None else None
    if claimed is None or claimed.stance == Stance.QUESTIONS or not independent(claimed, denial):
        return None
    against = denial.stance == Stance.DENIES or negated(denial.text) != negated(claimed.text)
    return claimed if against else None


def _opposites(reports: Sequence[Report]) -> list[tuple[Report, Report]]:
    """Pairs of the same words with opposite signs, the asserting one first. Indexed by name, so that only reports that
    share one are compared."""
    by_name: dict[str, list[Report]] = {}
    pairs: dict[tuple[int, int], tuple[Report, Report]] = {}
    for report in reports:
        if len(content(report.text)) < _LONG_ENOUGH:
            continue
        for name in names(report.text):
            for other in by_name.setdefault(name, []):
                if (other.key, report.key) in pairs or sign(other) == sign(report) or not independent(other, report):
                    continue
                if _same_proposition(other, report):
                    yes, no = (other, report) if sign(other) else (report, other)
                    pairs[other.key, report.key] = (yes, no)
            by_name[name].append(report)
    return list(pairs.values())


def _same_proposition(one: Report, other: Report) -> bool:
    return similarity(one.text, other.text) >= _SAME and names(one.text) == names(other.text)


def sign(report: Report) -> bool:
    """Whether the report says that its bare proposition holds: a denial of a negative one does."""
    return negated(report.text) == (report.stance == Stance.DENIES)


def _in(finding: Finding, report: Report) -> bool:
    return any(member.report == report.key for position in finding.positions for member in position.members)


def _finding(claimed: Report, denied: Report, reports: Sequence[Report], score: float) -> Finding:
    yes, no = [claimed], [denied]
    for report in reports:
        if report in (claimed, denied) or len(content(report.text)) < _LONG_ENOUGH:
            continue
        if _same_proposition(claimed, report):
            (yes if sign(report) == sign(claimed) else no).append(report)
    same_speaker = bool(claimed.source) and claimed.source == denied.source and claimed.day != denied.day
    told = [*yes, *no]
    proposition = claimed.text.strip().rstrip(".")
    return Finding(
        fingerprint=fingerprint("polarity", min(report.claim for report in told)),
        question=truth_asked(proposition),
        kind=ContradictionKind.SELF if own_versions(told) else ContradictionKind.POLARITY,
        gate=Gate.APPARENT if same_speaker else Gate.REAL,
        rule=RULE,
        score=score,
        explanation=(
            f"{who([claimed])} says that it is so, and {who([denied])} says that it is not: “{_short(proposition)}”."
        ),
        positions=(
            FoundPosition(
                "yes", "It is so", tuple(Member(report.key) for report in yes), {"polarity": "yes"}, claimed.event
            ),
            FoundPosition(
                "no", "It is not so", tuple(Member(report.key) for report in no), {"polarity": "no"}, denied.event
            ),
        ),
        event=claimed.event or denied.event,
        suggested=Resolution.POSITION_CHANGED if same_speaker else Resolution.GENUINELY_DISPUTED,
    )


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:159]}…"
