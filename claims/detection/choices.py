"""vote_position/1, outcome/1, date_differs/1: questions that have one answer out of a few."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from claims.detection.answers import Answer, sort_out
from claims.detection.questions import date_asked, outcome_asked, position_asked
from claims.detection.reports import independent, own_versions, stated, who
from claims.detection.types import Figure, Finding, FoundPosition, Happening, Member, Report, Shown, fingerprint
from claims.extraction.names import canonical_name, fold_name
from claims.matching.titles import day_in_words, with_article
from claims.matching.types import Window
from claims.vocabulary import Comparator, ContradictionKind, EventKind, Gate, Resolution

VOTE_POSITION, OUTCOME, DATE = "vote_position/1", "outcome/1", "date_differs/1"
_ABSTAINED, _NOT_VOTING = "abstain", "not_voting"
_ISO_DAY = 10
_DAYS_OFF = 3
_OF_ONE_DAY = frozenset({
    EventKind.VOTE, EventKind.DISASTER, EventKind.ACCIDENT, EventKind.ATTACK, EventKind.PROTEST, EventKind.ELECTION,
})  # fmt: skip
_FAILED = frozenset({"rejected", "vetoed", "failed", "defeated"})
_WORDS = {
    "yes": "voted in favour",
    "no": "voted against",
    _ABSTAINED: "abstained",
    _NOT_VOTING: "did not vote",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer that one report gives."""

    report: Report
    figure: Figure

    @property
    def value(self) -> str:
        return self.figure.value_text.casefold()


def vote_position(happening: Happening, reports: Sequence[Report]) -> list[Finding]:
    """How one member voted: two reports of one vote that differ.

    Fires on a state that voted yes in one report and abstained in another (participant), and on "did not vote" against
    "abstained", which are two things (characterisation). Leaves alone votes of the same state on two texts, which are
    two happenings, and what a state announced beforehand.
    """
    if happening.kind != EventKind.VOTE:
        return []
    found = []
    for subject, every in sorted(_by_subject(_choices(reports, "vote_position")).items()):
        choices = _single(every)
        if not subject or not choices:
            continue
        name = canonical_name(choices[0].figure.subject)
        values = {choice.value for choice in choices}
        wording = values == {_ABSTAINED, _NOT_VOTING}
        finding = _differing(
            happening, choices, same=lambda one, other: one == other, name=("vote_position", happening.key, subject),
            question=position_asked(happening, name), rule=VOTE_POSITION,
            kind=ContradictionKind.CHARACTERISATION if wording else ContradictionKind.PARTICIPANT, score=0.85,
            said="Abstaining and not voting are recorded apart" if wording else f"{_start(name)} cast one vote",
            label=lambda value: _WORDS.get(value, value),
        )  # fmt: skip
        found += [finding] if finding else []
    return found


def outcome(happening: Happening, reports: Sequence[Report]) -> list[Finding]:
    """Whether it passed: adopted in one report and rejected in another.

    Fires on "the Assembly adopted the text" against "the text failed in the Assembly" for one vote. Leaves alone
    "vetoed" beside "rejected", and an amendment that failed beside the text that passed.
    """
    finding = _differing(
        happening, _choices(reports, "outcome"), same=lambda one, other: _passed(one) == _passed(other),
        name=("outcome", happening.key), question=outcome_asked(happening), rule=OUTCOME,
        kind=ContradictionKind.POLARITY, score=0.8, said="One vote has one outcome",
        label=lambda value: value, chart=lambda value: {"polarity": "yes" if _passed(value) else "no"},
    )  # fmt: skip
    return [finding] if finding else []


def date_differs(happening: Happening, reports: Sequence[Report]) -> list[Finding]:
    """The day of a happening that has one: two reports that date it to different days.

    Fires on 27 October against 28 October for one vote. Leaves alone "in October" beside "27 October", claims that
    name two days, days that are far from the happening, and wars, talks and deals, of which every step has its day.
    """
    if happening.kind not in _OF_ONE_DAY:
        return []
    choices = [
        choice
        for choice in _choices(reports, "event_date")
        if choice.figure.comparator == Comparator.EXACT and _is_day_of(happening, choice)
    ]
    finding = _differing(
        happening, choices, same=lambda one, other: one == other,
        name=("date", happening.key), question=date_asked(happening), rule=DATE,
        kind=ContradictionKind.TEMPORAL, score=0.8, said="It happened on one day",
        label=_day_in_words, chart=lambda value: {"date": value},
    )  # fmt: skip
    return [finding] if finding else []


def _choices(reports: Sequence[Report], measure: str) -> list[Choice]:
    return [
        Choice(report, figure)
        for report in reports
        if stated(report)
        for figure in report.figures
        if figure.measure == measure and figure.value_text and not figure.superseded
    ]


def _by_subject(choices: Sequence[Choice]) -> dict[str, list[Choice]]:
    found: dict[str, list[Choice]] = {}
    for choice in choices:
        found.setdefault(fold_name(canonical_name(choice.figure.subject)), []).append(choice)
    return found


def _passed(value: str) -> bool:
    return value not in _FAILED


def _single(choices: Sequence[Choice]) -> list[Choice]:
    """One choice of each report. Where a sentence seems to say that somebody voted both ways, the words that stand
    closest together count: the longer stretch has taken in the vote of the next one named."""
    found: dict[int, Choice] = {}
    for choice in sorted(choices, key=lambda choice: (len(choice.figure.quote), choice.figure.key)):
        found.setdefault(choice.report.key, choice)
    return list(found.values())


def _is_day_of(happening: Happening, choice: Choice) -> bool:
    """Whether a day may be that of the happening: a full date, the only one that the claim gives, and close to the day
    on which others put it."""
    dates = [figure for figure in choice.report.figures if figure.measure == "event_date"]
    if len(dates) > 1 or len(choice.value) != _ISO_DAY or happening.window is None:
        return False
    day = date.fromisoformat(choice.value)
    return happening.window.apart(Window(day, day)) <= _DAYS_OFF


def _start(name: str) -> str:
    """A name as it starts a sentence: "The United States"."""
    words = with_article(name)
    return f"{words[:1].upper()}{words[1:]}"


def _day_in_words(value: str) -> str:
    return day_in_words(date.fromisoformat(value))


def _differing(
    happening: Happening, choices: Sequence[Choice], *, same: Callable[[str, str], bool], name: tuple[object, ...],
    question: str, rule: str, kind: ContradictionKind, score: float, said: str, label: Callable[[str], str],
    chart: Callable[[str], dict[str, Shown]] = lambda value: {},  # noqa: ARG005  # no figures
) -> Finding | None:  # fmt: skip
    answers = sort_out(
        choices,
        firmness=lambda choice: (-len(choice.value), choice.value, choice.figure.key),
        agree=lambda one, other: same(one.value, other.value),
    )
    if len(answers) < 2 or not _independent(answers):
        return None
    told = [choice.report for answer in answers for choice in answer.items]
    changed = _changed(answers)
    if changed and rule != VOTE_POSITION:
        return None
    texts = "; ".join(
        f"{who(choice.report for choice in answer.items)}: {label(answer.lead.value)}" for answer in answers
    )
    return Finding(
        fingerprint=fingerprint(*name),
        question=question,
        kind=ContradictionKind.SELF if own_versions(told) else kind,
        gate=Gate.APPARENT if changed else Gate.REAL,
        rule=rule,
        score=score,
        explanation=f"{said}, and the reports differ — {texts}.",
        positions=tuple(
            FoundPosition(
                key=answer.lead.value,
                answer=label(answer.lead.value),
                members=tuple(
                    {each.report.key: Member(each.report.key, each.figure.key) for each in answer.items}.values()
                ),
                figures=chart(answer.lead.value),
                event=happening.key,
            )
            for answer in answers
        ),
        event=happening.key,
        suggested=Resolution.FIGURE_SUPERSEDED if changed else None,
    )


def _independent(answers: Sequence[Answer[Choice]]) -> bool:
    return any(
        independent(one.report, other.report)
        for place, left in enumerate(answers)
        for right in answers[place + 1 :]
        for one in left.items
        for other in right.items
    )


def _changed(answers: Sequence[Answer[Choice]]) -> bool:
    """Whether one article in its own voice gives two of the answers: then it tells of a change."""
    voices = [{(each.report.version, each.report.voice) for each in answer.items} for answer in answers]
    return any(one & other for place, one in enumerate(voices) for other in voices[place + 1 :])
