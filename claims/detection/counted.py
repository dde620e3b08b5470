"""What the rules about figures share: a figure as it is told, sorted into answers, and made into a finding."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from claims.detection.answers import Answer, sort_out
from claims.detection.numbers import agree, charted, shown
from claims.detection.questions import asked
from claims.detection.reports import independent, own_versions
from claims.detection.types import Figure, Finding, FoundPosition, Happening, Member, Report, fingerprint
from claims.vocabulary import Comparator, ContradictionKind, Gate, Resolution

_FIRMEST = (Comparator.EXACT, Comparator.APPROX, Comparator.RANGE, Comparator.AT_LEAST, Comparator.AT_MOST)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as one report tells it."""

    report: Report
    figure: Figure

    @property
    def day(self) -> date | None:
        """The day for which the figure speaks."""
        return self.figure.as_of or self.report.day


def answers_of(told: Iterable[Told], *, agree: Callable[[Figure, Figure], bool] = agree) -> list[Answer[Told]]:
    """The answers, without those that nobody independent contradicts."""
    found = sort_out(told, firmness=firmness, agree=lambda one, other: agree(one.figure, other.figure))
    return [answer for answer in found if any(opposed(answer, other) for other in found if other is not answer)]


def opposed(one: Answer[Told], other: Answer[Told]) -> bool:
    """Whether somebody who gives the one answer may contradict somebody who gives the other."""
    return any(independent(left.report, right.report) for left in one.items for right in other.items)


def firmness(told: Told) -> tuple[object, ...]:
    """A sort key: exact before rounded before bounds, more digits first."""
    digits = len(told.figure.value.normalize().as_tuple().digits) if told.figure.value else 0
    return (_FIRMEST.index(told.figure.comparator), -digits, told.figure.value, told.figure.key)


def anchor(told: Iterable[Told]) -> Told:
    """The first that was recorded: it stays the first whatever is told later."""
    return min(told, key=lambda each: each.figure.key)


def made(
    happening: Happening, measure: str, unit: str, scope: str, answers: Sequence[Answer[Told]],
    parts: tuple[object, ...], *, rule: str, gate: Gate, suggested: Resolution | None, score: float, explanation: str,
) -> Finding:  # fmt: skip
    """The finding that `answers` to one question about a happening differ. `parts` tell this question from others about
    the same measure."""
    reports = [each.report for answer in answers for each in answer.items]
    return Finding(
        fingerprint=fingerprint("figure", happening.key, measure, unit, scope, *parts),
        question=asked(happening, measure, unit, answers[0].lead.figure.subject),
        kind=ContradictionKind.SELF if own_versions(reports) else ContradictionKind.NUMERIC,
        gate=gate,
        rule=rule,
        score=score,
        explanation=explanation,
        positions=tuple(
            FoundPosition(
                key=_key(answer.lead.figure),
                answer=shown(answer.lead.figure),
                members=tuple(
                    {each.report.key: Member(each.report.key, each.figure.key) for each in answer.items}.values()
                ),
                figures=charted(answer.lead.figure),
                event=happening.key,
            )
            for answer in answers
        ),
        event=happening.key,
        suggested=suggested,
    )


def _key(figure: Figure) -> str:
    return f"{figure.comparator} {figure.value} {figure.value_max or ''}".strip()
