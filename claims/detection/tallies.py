"""tally_differs/1: two counts of one vote."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.detection.answers import Answer, sort_out
from claims.detection.questions import tally_asked
from claims.detection.reports import independent, own_versions, stated, who
from claims.detection.types import Figure, Finding, FoundPosition, Happening, Member, Report, Shown, fingerprint
from claims.matching.profiles import COUNTS
from claims.matching.tallies import Relation, compare
from claims.matching.types import Tally
from claims.vocabulary import Comparator, ContradictionKind, EventKind, Gate, Resolution

RULE = "tally_differs/1"
_COUNTED = {
    "votes_for": "in favour",
    "votes_against": "against",
    "abstentions": "abstaining",
    "not_voting": "not voting",
}


@dataclass(frozen=True, slots=True)
class Count:
    """The tally that one report gives, and the figures it is made of."""

    report: Report
    tally: Tally
    figures: tuple[Figure, ...]


def counts_of(reports: Sequence[Report]) -> list[Count]:
    """All tallies that the reports put forward as fact: one for each group of figures, one for each count alone.

    A count of a named part ("five European countries abstained") is left out, and so is one that is not exact.
    """
    found: list[Count] = []
    for report in reports:
        if not stated(report):
            continue
        groups: dict[object, list[Figure]] = {}
        for figure in report.figures:
            whole = figure.measure in COUNTS and not figure.subject and not figure.superseded
            if whole and figure.value is not None and figure.comparator == Comparator.EXACT:
                groups.setdefault(figure.group or ("alone", figure.key), []).append(figure)
        for figures in groups.values():
            named: dict[str, int] = {}
            for figure in figures:
                if figure.value is not None:
                    named.setdefault(figure.measure, int(figure.value))
            found.append(Count(report, Tally(**named), tuple(figures)))
    return found


def tally_differs(happening: Happening, reports: Sequence[Report]) -> Finding | None:
    """Two reports of one vote whose counts cannot both be right.

    Whole tallies are compared, on what both state: 93–8–73 and 89–8–73 differ on the votes in favour, and a bare "93
    in favour" is the same answer as the first. Where one article itself gives both counts, the later replaced the
    earlier. Fires on 93–8–73 against 89–8–73 for one text. Leaves alone 93–8–73 against "93 to 8", a group's own
    count, and counts of two votes, which are two happenings.
    """
    if happening.kind != EventKind.VOTE:
        return None
    answers = sort_out(counts_of(reports), firmness=_firmness, agree=_agree)
    if len(answers) < 2 or not any(
        independent(one.report, other.report)
        for place, left in enumerate(answers)
        for right in answers[place + 1 :]
        for one in left.items
        for other in right.items
    ):
        return None
    if not any(len(answer.lead.tally.stated) > 1 for answer in answers):
        return None
    told = [report for answer in answers for report in _reports(answer)]
    revised = _told_by_one(answers)
    far = any(compare(answers[0].lead.tally, answer.lead.tally) is Relation.APART for answer in answers[1:])
    own = own_versions(told)
    gate, suggested, score = Gate.REAL, None, 0.98
    if revised:
        gate, suggested, score = Gate.APPARENT, Resolution.FIGURE_SUPERSEDED, 0.95
    elif far and not happening.identifiers:
        gate, score = Gate.NEEDS_SCOPE, 0.6
    return Finding(
        fingerprint=fingerprint("tally", happening.key),
        question=tally_asked(happening),
        kind=ContradictionKind.SELF if own else ContradictionKind.NUMERIC,
        gate=gate,
        rule=RULE,
        score=score,
        explanation=_explanation(answers, revised=revised),
        positions=tuple(
            FoundPosition(
                key=_key(answer.lead.tally),
                answer=_answer(answer.lead.tally),
                members=members(answer.items),
                figures=charted(answer.lead.tally, happening.membership),
                event=happening.key,
            )
            for answer in answers
        ),
        event=happening.key,
        suggested=suggested,
    )


def members(counts: Sequence[Count]) -> tuple[Member, ...]:
    """One member for each report, with the first figure of its tally."""
    return tuple(
        {count.report.key: Member(count.report.key, count.figures[0].key) for count in reversed(counts)}.values()
    )


def charted(tally: Tally, membership: int | None) -> dict[str, Shown]:
    """A tally for charts, with the membership of the body where known."""
    chart: dict[str, Shown] = dict(tally.stated)
    if membership is not None:
        chart["membership"] = membership
    return chart


def _agree(one: Count, other: Count) -> bool:
    return compare(one.tally, other.tally) in (Relation.SAME, Relation.AGREES, Relation.NONE)


def _firmness(count: Count) -> tuple[object, ...]:
    return (-len(count.tally.stated), -count.tally.total, sorted(count.tally.stated.items()), count.report.key)


def _reports(answer: Answer[Count]) -> list[Report]:
    return [count.report for count in answer.items]


def _told_by_one(answers: Sequence[Answer[Count]]) -> bool:
    """Whether one article, in its own voice, gives two of the answers: then it tells of a correction."""
    voices = [{(report.version, report.voice) for report in _reports(answer)} for answer in answers]
    return any(one & other for place, one in enumerate(voices) for other in voices[place + 1 :])


def _key(tally: Tally) -> str:
    return " ".join(f"{name}={count}" for name, count in tally.stated.items())


def _answer(tally: Tally) -> str:
    return shown(tally)


def shown(tally: Tally) -> str:
    """ "93–8–73" where all three are stated, otherwise the counts with their names."""
    if tally.votes_for is not None and tally.votes_against is not None:
        rest = f"–{tally.abstentions}" if tally.abstentions is not None else ""
        return f"{tally.votes_for}–{tally.votes_against}{rest}"
    return ", ".join(f"{count} {_COUNTED[name]}" for name, count in tally.stated.items())


def _explanation(answers: Sequence[Answer[Count]], *, revised: bool) -> str:
    told = "; ".join(f"{who(_reports(answer))}: {shown(answer.lead.tally)}" for answer in answers)
    stated = [answer.lead.tally.stated for answer in answers]
    values = {name: list(dict.fromkeys(str(counts[name]) for counts in stated if name in counts)) for name in _COUNTED}
    points = ", ".join(f"{' or '.join(found)} {_COUNTED[name]}" for name, found in values.items() if len(found) > 1)
    if revised:
        return f"One article gives both counts of this vote, so one replaced the other ({points}) — {told}."
    return f"One vote has one count, and these differ ({points}) — {told}."
