"""The checklist as a page shows it: what is left to mend, what is waived and by whom, and what holds."""

from dataclasses import dataclass

from claims import rules
from claims.actions.checking import check
from claims.checklist import Check, Finding
from claims.models import User, Verdict, Waiver
from claims.models.verdict import DRAFTS


@dataclass(frozen=True, slots=True)
class Line:
    """A finding, the exception made for it if there is one, and whether this person may make one or take it back."""

    finding: Finding
    waiver: Waiver | None
    may_waive: bool
    may_take_back: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """`lines` in the order of the checklist, what blocks first; `passed` are the points without any finding."""

    lines: list[Line]
    passed: list[str]

    @property
    def blocking(self) -> int:
        """How many findings stop publication."""
        return sum(line.finding.stops for line in self.lines)


def checklist_of(user: User, verdict: Verdict) -> Checklist | None:
    """The checklist of what is not published yet; None once it is."""
    if verdict.status not in (*DRAFTS, Verdict.Status.SCHEDULED):
        return None
    found = sorted(check(verdict), key=lambda finding: (not finding.stops, bool(finding.waived)))
    waivers = {(waiver.check_name, waiver.subject): waiver for waiver in verdict.waivers.select_related("by")}
    decides = rules.may_edit_verdict(user, verdict) or rules.may_publish(user, verdict)
    may_waive = decides and user.has_perm("claims.add_waiver")
    may_take_back = decides and user.has_perm("claims.delete_waiver")
    lines = []
    for finding in found:
        waiver = waivers.get((finding.check, finding.subject)) if finding.waived else None
        lines.append(Line(finding, waiver, may_waive and finding.is_waivable, may_take_back and waiver is not None))
    failed = {finding.check for finding in found}
    return Checklist(lines, [point.label for point in Check if point not in failed])
