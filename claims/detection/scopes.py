"""body_or_scope/1: counts of different votes that readers would take for one."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from claims.detection.questions import which_vote_asked
from claims.detection.reports import who
from claims.detection.tallies import Count, charted, counts_of, members, shown
from claims.detection.types import Finding, FoundPosition, Happening, Report, fingerprint
from claims.matching.bodies import arithmetic
from claims.matching.tallies import Relation, compare
from claims.matching.types import Tally
from claims.vocabulary import ContradictionKind, EventKind, Gate, Resolution

RULE = "body_or_scope/1"
_DAY_SLACK = 1
_TOPIC = 0.3
_Vote = tuple[Happening, Count]


def body_or_scope(happenings: Sequence[Happening], reports: Mapping[int, Sequence[Report]]) -> list[Finding]:
    """Two votes close in time and topic whose counts stand in different articles as if they were one.

    Fires where one article has "the US resolution" at 93–8–73 and another at 10–0–5: 15 is the whole Security Council
    and 174 can only be the General Assembly, so both may be right of different votes; and on two texts in one body of
    which neither article says which it means. Leaves alone votes whose sponsors the articles tell apart, votes days
    apart, and two votes that one article reports side by side, because there the reader sees both.
    """
    votes = [
        (happening, count)
        for happening in sorted(happenings, key=lambda happening: happening.key)
        if happening.kind == EventKind.VOTE and (count := _fullest(reports.get(happening.key, ())))
    ]
    linked = {
        frozenset((left[0].key, right[0].key))
        for left, right in combinations(votes, 2)
        if _confusable(left[0], right[0]) and _apart(left, right, reports)
    }
    return [_finding(group, reports) for group in _groups(votes, linked)]


def _groups(votes: Sequence[_Vote], linked: set[frozenset[int]]) -> list[list[_Vote]]:
    """Votes of which each is confusable with every other: first one for each body, then pairs within one body of which
    neither is told apart by its sponsor."""
    groups: list[list[_Vote]] = []
    for vote in votes:
        for group in groups:
            bodies = {happening.body for happening, _ in group}
            if vote[0].body not in bodies and all(frozenset((vote[0].key, each[0].key)) in linked for each in group):
                group.append(vote)
                break
        else:
            groups.append([vote])
    pairs = [
        [left, right]
        for left, right in combinations(votes, 2)
        if frozenset((left[0].key, right[0].key)) in linked
        and left[0].body == right[0].body
        and not (left[0].sponsors or right[0].sponsors)
    ]
    return [group for group in groups if len(group) > 1] + pairs


def _fullest(reports: Sequence[Report]) -> Count | None:
    """The fullest tally that is told of a vote; None where no report has two counts of it."""
    counts = [count for count in counts_of(reports) if len(count.tally.stated) > 1]
    return min(counts, key=lambda count: (-len(count.tally.stated), -count.tally.total, count.report.key), default=None)


def _confusable(one: Happening, other: Happening) -> bool:
    """Whether a reader of one article would take the other article's vote for the same."""
    if one.window and other.window and one.window.apart(other.window) > _DAY_SLACK:
        return False
    if one.sponsors and other.sponsors and not one.sponsors & other.sponsors:
        return False
    if one.body == other.body and one.identifiers and other.identifiers:
        return False
    same_sponsor = bool(one.sponsors & other.sponsors)
    same_day = bool(one.window and other.window)
    topic = _share(one.terms, other.terms)
    people = _share(one.participants - one.sponsors, other.participants - other.sponsors)
    if same_sponsor and (same_day or topic >= _TOPIC or people >= _TOPIC):
        return True
    return same_day and topic >= _TOPIC and people >= _TOPIC


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / max(smaller, 3) if smaller else 0.0


def _apart(left: _Vote, right: _Vote, reports: Mapping[int, Sequence[Report]]) -> bool:
    """Whether the counts differ and some article has only one of them."""
    if compare(left[1].tally, right[1].tally) in (Relation.SAME, Relation.AGREES):
        return False
    ones = {report.origin for report in reports[left[0].key]}
    others = {report.origin for report in reports[right[0].key]}
    return bool(ones - others) and bool(others - ones)


def _finding(group: Sequence[_Vote], reports: Mapping[int, Sequence[Report]]) -> Finding:
    bodies = {happening.body for happening, _ in group if happening.body}
    differ = len(bodies) > 1
    score = 0.95 if differ and all(happening.membership for happening, _ in group) else 0.7
    anchor = group[0][0]
    return Finding(
        fingerprint=fingerprint("scope" if differ else "sibling", anchor.key),
        question=_question(group),
        kind=ContradictionKind.NUMERIC,
        gate=Gate.APPARENT if differ else Gate.NEEDS_SCOPE,
        rule=RULE,
        score=score,
        explanation=_explanation(group),
        positions=tuple(
            FoundPosition(
                key=f"event {happening.key}",
                answer=_answer(_whole(count.tally, happening.membership), happening.body),
                members=members(_agreeing(count, reports[happening.key])),
                figures=charted(_whole(count.tally, happening.membership), happening.membership),
                event=happening.key,
            )
            for happening, count in group
        ),
        event=anchor.key,
        suggested=Resolution.DIFFERENT_BODY_OR_SCOPE if differ else Resolution.DIFFERENT_EVENT,
    )


def _agreeing(count: Count, reports: Sequence[Report]) -> list[Count]:
    near = (Relation.SAME, Relation.AGREES, Relation.NONE)
    return [
        count,
        *(other for other in counts_of(reports) if compare(count.tally, other.tally) in near and other != count),
    ]


def _answer(tally: Tally, body: str) -> str:
    return f"{shown(tally)} in the {body}" if body else shown(tally)


def _whole(tally: Tally, membership: int | None) -> Tally:
    """A tally that adds up to the whole body leaves nobody over: what it does not state is nought."""
    if membership is None or tally.total != membership:
        return tally
    return Tally(tally.votes_for or 0, tally.votes_against or 0, tally.abstentions or 0, tally.not_voting)


def _question(group: Sequence[_Vote]) -> str:
    shared = frozenset.intersection(*(happening.sponsors for happening, _ in group))
    return which_vote_asked(shared, [happening for happening, _ in group])


def _explanation(group: Sequence[_Vote]) -> str:
    sums = "; ".join(
        f"{arithmetic(count.tally, happening.body, happening.membership)} ({who([count.report])})"
        for happening, count in group
    )
    return f"These are counts of different votes that read like one: {sums}."
