"""silence/1: one outlet says that somebody has not commented, another has the comment."""

import re
from collections.abc import Sequence

from claims.detection.propositions import proposition
from claims.detection.questions import truth_asked
from claims.detection.reports import independent, who
from claims.detection.types import Finding, FoundPosition, Member, Report, fingerprint
from claims.detection.wording import stem
from claims.matching.titles import short
from claims.vocabulary import ContradictionKind, Gate, Modality, Resolution, Stance

RULE = "silence/1"
_HOW = r"(?: (?:yet|so far|officially|publicly|immediately|formally)){0,2}"
_SILENT = re.compile(
    rf"^(?P<who>[^;:]{{3,90}}?) (?:has|have|had)(?: not|n['’]t){_HOW} (?:commented|responded|reacted)\b{_HOW}(?P<on>.*)"
    r"|^(?P<silent>[^;:]{3,90}?) (?:has|have|had) (?:remained silent|made no (?:\w+ )?(?:comment|statement))"
    r"\b(?P<of>.*)"
    r"|\bno (?:official |public |immediate )?(?:comment|statement|reaction|response) (?:from|by)"
    r" (?P<nobody>[^,;:.]{3,90})(?P<about>.*)",
    re.IGNORECASE | re.DOTALL,
)
_DAYS = 3
"""Days between the two at most."""
_NAME = re.compile(r"\b[A-Z][\w'’-]+")
_OFFICE = re.compile(
    r"\b(?:governments?|minist\w+|officials?|spokes\w+|presiden\w+|palace|authorities|army|military|embassy|chancellor)\b",
    re.IGNORECASE,
)


def silence(reports: Sequence[Report]) -> list[Finding]:
    """That somebody has said nothing of a matter, against what they are reported to say of it.

    Fires on "the Norwegian government has not commented on the meeting" against a denial of the meeting by a Norwegian
    minister, in another article. A comment may have come between the two, so the gate is needs_scope, and apparent
    where it came on a later day. Leaves alone "declined to comment", which somebody may do to one outlet only, and what
    the same people say of something else.
    """
    found = []
    for silent in sorted(reports, key=lambda report: report.key):
        match = _SILENT.search(silent.text) if silent.stance in (Stance.ASSERTS, Stance.REPORTS) else None
        if match is None:
            continue
        actor = match["who"] or match["silent"] or match["nobody"]
        matter = _matter(match["on"] or match["of"] or match["about"] or "")
        spoken = [report for report in reports if _speaks(report, actor) and _of_it(report, silent, matter)]
        if spoken:
            found.append(_finding(silent, sorted(spoken, key=lambda report: report.key)))
    return found


def _speaks(report: Report, actor: str) -> bool:
    """Whether the report gives the words of the actor: the same name, and an office where the actor is one."""
    if not report.source or report.stance == Stance.QUESTIONS or report.modality != Modality.ACTUAL:
        return False
    told = f"{report.source} {_introduction(report)}"
    same = bool(_names(actor) & _names(told))
    return same and (not _OFFICE.search(actor) or bool(_OFFICE.search(f"{report.source} {report.quote[:80]}")))


def _introduction(report: Report) -> str:
    """The start of a quote that names its speaker, by country and office: "The Norwegian minister, Ola Hansen,"."""
    return report.quote[:60] if report.source.split()[-1] in report.quote else ""


def _names(text: str) -> frozenset[str]:
    return frozenset(stem(name) for name in _NAME.findall(text)) - {"the"}


def _matter(words: str) -> frozenset[str]:
    """What nothing was said of: "on the meeting" of "on the meeting, which was first reported by …"."""
    clauses = proposition(words).clauses
    return clauses[0].concepts if clauses else frozenset()


def _of_it(report: Report, silent: Report, matter: frozenset[str]) -> bool:
    if not independent(report, silent) or report.article == silent.article or _SILENT.search(report.text):
        return False
    if report.day and silent.day and abs((report.day - silent.day).days) > _DAYS:
        return False
    same_event = report.event is not None and report.event == silent.event
    return 2 * len(matter & proposition(report.text).concepts) >= len(matter) if matter else same_event


def _finding(silent: Report, spoken: Sequence[Report]) -> Finding:
    later = all(report.day and silent.day and report.day > silent.day for report in spoken)
    events = [report.event for report in (silent, *spoken) if report.event is not None]
    return Finding(
        fingerprint=fingerprint("silence", silent.claim),
        question=truth_asked(silent.text),
        kind=ContradictionKind.POLARITY,
        gate=Gate.APPARENT if later else Gate.NEEDS_SCOPE,
        rule=RULE,
        score=0.75,
        explanation=(
            f"{who([silent])} says that there was no comment, and {who(spoken)} gives one: "
            f"“{short(spoken[0].text, 160)}”."
        ),
        positions=(
            FoundPosition("silent", "No comment", (Member(silent.key),), {"polarity": "yes"}, silent.event),
            FoundPosition(
                "spoken",
                "Commented",
                tuple(Member(report.key) for report in spoken),
                {"polarity": "no"},
                spoken[0].event,
            ),
        ),
        event=min(events, default=None),
        suggested=Resolution.DIFFERENT_AS_OF if later else None,
    )
