"""figure_differs/1: two figures for one quantity of one happening.

Most pairs of different figures about one happening are not in conflict: they count other things, other parts, other
times. So the rule compares only what has the same measure, unit and subject; takes from each article and voice the
whole and not its parts; and for general measures (so many of something, so much money) asks that the words around the
figures be the same as well.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.detection.answers import Answer, sort_out
from claims.detection.numbers import agree, charted, shown
from claims.detection.questions import asked
from claims.detection.reports import independent, own_versions, stated, who
from claims.detection.types import Figure, Finding, FoundPosition, Happening, Member, Report, fingerprint
from claims.detection.wording import content, similarity
from claims.extraction.names import canonical_state, fold_name
from claims.vocabulary import Comparator, ContradictionKind, EventKind, Gate, Resolution

RULE = "figure_differs/1"
TOLLS = frozenset({"killed", "injured", "wounded", "missing", "casualties", "identified_dead"})
"""Counts that grow, or are corrected, while a happening is being understood."""
SINGLE = TOLLS | {"crowd_size", "magnitude", "depth", "depth_km", "aboard"}
"""Measures of which a happening has one value at a time."""
_RUNNING = TOLLS | {"troops"}
_ALIKE = 0.6
_PEOPLE = TOLLS | {"crowd_size", "aboard"}
_Key = tuple[str, str, str, str]
_DAYS_ALIKE = 3
_SUDDEN = frozenset({EventKind.ATTACK, EventKind.DISASTER, EventKind.ACCIDENT})


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as one report tells it."""

    report: Report
    figure: Figure

    @property
    def day(self) -> date | None:
        return self.figure.as_of or self.report.day


def figure_differs(happening: Happening, reports: Sequence[Report]) -> list[Finding]:
    """Figures for one quantity that cannot all be right at one time.

    "338,000" and "nearly two million" for one march are a real conflict; for a toll, "at least 13" in the morning and
    "34" at night are one count that rose (figure_superseded). Leaves alone "more than 140" beside 141, members in 1991
    beside members today, a part beside its whole, other units, and figures of copies of one text.
    """
    found: list[Finding] = []
    for (measure, unit, subject, _), told in sorted(_comparable(reports).items(), key=lambda item: item[0]):
        wholes = _wholes(told) if measure in SINGLE else told
        if measure in _RUNNING:
            replaced = [each for each in told if each.figure.superseded]
            found += _running(happening, measure, unit, subject, wholes, replaced)
        else:
            for alike in [wholes] if measure in SINGLE else _alike(wholes):
                finding = _differing(happening, measure, unit, subject, alike, ())
                found += [finding] if finding else []
    return found


def _comparable(reports: Iterable[Report]) -> dict[_Key, list[Told]]:
    """Figures by what they count: measure, unit, subject, and the whole that they are a part of."""
    groups: dict[_Key, list[Told]] = {}
    for report in reports:
        if not stated(report):
            continue
        for figure in report.figures:
            if figure.value is None or figure.group or figure.partial or figure.measure in _NOT_HERE:
                continue
            unit = "" if figure.measure in _PEOPLE else figure.unit.casefold()
            key = (figure.measure, unit, fold_name(figure.subject), str(figure.total or ""))
            groups.setdefault(key, []).append(Told(report, figure))
    return _one_scope(groups)


def _one_scope(groups: dict[_Key, list[Told]]) -> dict[_Key, list[Told]]:
    """Join what is told without a place to what is told for the one country that is named, if only one is: the toll of
    a quake is the toll of the country it hit. Where two are named, a bare figure may be of either, and stays alone."""
    named: dict[str, set[str]] = {}
    states: dict[str, set[str]] = {}
    for (measure, _, subject, _), told in groups.items():
        if subject:
            named.setdefault(measure, set()).add(subject)
            if canonical_state(told[0].figure.subject):
                states.setdefault(measure, set()).add(subject)
    result: dict[_Key, list[Told]] = {}
    for (measure, unit, subject, total), told in groups.items():
        scopes = states.get(measure) or named.get(measure, set())
        shared = "" if measure in SINGLE and len(scopes) == 1 and subject in scopes else subject
        result.setdefault((measure, unit, shared, total), []).extend(told)
    return result


_NOT_HERE = frozenset(
    {"votes_for", "votes_against", "abstentions", "not_voting", "duration", "ordinal", "percentage", "age"}
)
"""Votes have a rule of their own; the others are said of too many things to be compared by their words alone."""


def _wholes(told: Sequence[Told]) -> list[Told]:
    """Of each article and voice the largest standing figure: the smaller ones are parts of it, or what it replaced.
    What an outlet tells in its own voice must be the largest in the whole article."""
    largest: dict[tuple[int, str], Told] = {}
    for each in told:
        if each.figure.superseded:
            continue
        key = (each.report.version, each.report.source)
        if key not in largest or _size(each) > _size(largest[key]):
            largest[key] = each
    top = {version: max(_size(each) for (at, _), each in largest.items() if at == version) for version, _ in largest}
    kept = (each for (version, source), each in largest.items() if source or _size(each) == top[version])
    return sorted(kept, key=lambda each: each.figure.key)


def _size(told: Told) -> tuple[object, ...]:
    return (told.figure.value_max or told.figure.value or 0, -told.figure.key)


def _alike(told: Sequence[Told]) -> list[list[Told]]:
    """Figures whose reports say the same apart from the figure, grouped; each group needs a word in common with all."""
    groups: list[list[Told]] = []
    for each in sorted(told, key=lambda each: each.figure.key):
        for group in groups:
            if all(_same_statement(each, other) for other in group):
                group.append(each)
                break
        else:
            groups.append([each])
    return [group for group in groups if len(group) > 1]


def _same_statement(one: Told, other: Told) -> bool:
    return (
        similarity(one.report.text, other.report.text) >= _ALIKE
        and len(content(one.report.text) & content(other.report.text)) >= 3
        and one.figure.as_of == other.figure.as_of
    )


def _running(
    happening: Happening, measure: str, unit: str, subject: str, told: Sequence[Told], replaced: Sequence[Told]
) -> list[Finding]:
    """A count that runs: what is told for one time may clash, what is told for different times replaces."""
    found: list[Finding] = []
    times = _times(happening, told)
    for _, group in times:
        finding = _differing(happening, measure, unit, subject, group, (_anchor(group).day,))
        if finding and _only_rises(group):
            finding = None
        found += [finding] if finding else []
    time_of: dict[int, object] = {id(each): first for first, group in times for each in group}
    time_of |= {id(each): "replaced" for each in replaced}
    series = _superseded(happening, measure, unit, subject, [*replaced, *told], time_of)
    return [*found, *([series] if series else [])]


def _times(happening: Happening, told: Sequence[Told]) -> list[tuple[date | None, list[Told]]]:
    """Group by the time for which they speak: the day in a sudden happening, a few days in one that goes on."""
    slack = 0 if happening.kind in _SUDDEN else _DAYS_ALIKE
    groups: list[tuple[date | None, list[Told]]] = []
    for each in sorted(told, key=lambda each: (each.day or date.min, each.figure.key)):
        if groups and (groups[-1][0] == each.day or _within(groups[-1][0], each.day, slack)):
            groups[-1][1].append(each)
        else:
            groups.append((each.day, [each]))
    return groups


def _within(first: date | None, day: date | None, slack: int) -> bool:
    return first is not None and day is not None and (day - first).days <= slack


def _only_rises(told: Sequence[Told]) -> bool:
    """Whether the figures of one day are a minimum that grew: nobody contradicts "at least 13" with "at least 34"."""
    order = sorted(told, key=lambda each: each.figure.value or 0)
    return all(each.figure.comparator == Comparator.AT_LEAST for each in order[1:]) and bool(order[0].figure.value)


def _superseded(
    happening: Happening, measure: str, unit: str, subject: str, told: Sequence[Told], time_of: dict[int, object]
) -> Finding | None:
    answers = _answers(told, agree=_same_step)
    times = {time_of[id(each)] for answer in answers for each in answer.items}
    rising = _only_rises(told)
    if len(answers) < 2 or (len(times) < 2 and not rising):
        return None
    ordered = sorted(answers, key=lambda answer: min((each.day or date.max, each.figure.key) for each in answer.items))
    steps = "; ".join(
        f"{_as_of(answer)}{shown(answer.lead.figure)} ({who(each.report for each in answer.items)})"
        for answer in ordered
    )
    return _made(
        happening, measure, unit, subject, ordered, ("series",), Gate.APPARENT, Resolution.FIGURE_SUPERSEDED, 0.85,
        f"The count changed as more became known: {steps}.",
    )  # fmt: skip


def _as_of(answer: Answer[Told]) -> str:
    day = min((each.day for each in answer.items if each.day), default=None)
    return f"{day.day} {day:%B %Y}: " if day else ""


def _differing(
    happening: Happening, measure: str, unit: str, subject: str, told: Sequence[Told], scope: tuple[object, ...]
) -> Finding | None:
    answers = _answers(told)
    if len(answers) < 2:
        return None
    voices = [{each.report.source for each in answer.items} for answer in answers]
    disputed = all(all(voice) for voice in voices)
    texts = "; ".join(
        f"{shown(answer.lead.figure)} ({who(each.report for each in answer.items)})" for answer in answers
    )
    apart = "different sources count differently" if disputed else "no reading of the words lets them agree"
    return _made(
        happening, measure, unit, subject, answers, scope, Gate.REAL,
        Resolution.GENUINELY_DISPUTED if disputed else None, 0.9 if measure in SINGLE else 0.7,
        f"The figures for the same thing at the same time differ, and {apart}: {texts}.",
    )  # fmt: skip


def _same_step(one: Figure, other: Figure) -> bool:
    """Whether two figures are one step of a count that runs: there "at least 708" is the count of its day, and not any
    larger one that came later."""
    if one.comparator == other.comparator:
        return agree(one, other)
    return agree(_counted(one), _counted(other))


def _counted(figure: Figure) -> Figure:
    bound = figure.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    return replace(figure, comparator=Comparator.EXACT) if bound else figure


def _answers(told: Sequence[Told], *, agree: Callable[[Figure, Figure], bool] = agree) -> list[Answer[Told]]:
    """The answers, without those that nobody independent contradicts."""
    found = sort_out(told, firmness=_firmness, agree=lambda one, other: agree(one.figure, other.figure))
    return [answer for answer in found if any(_opposed(answer, other) for other in found if other is not answer)]


def _opposed(one: Answer[Told], other: Answer[Told]) -> bool:
    return any(independent(left.report, right.report) for left in one.items for right in other.items)


def _firmness(told: Told) -> tuple[object, ...]:
    order = (Comparator.EXACT, Comparator.APPROX, Comparator.RANGE, Comparator.AT_LEAST, Comparator.AT_MOST)
    digits = len(told.figure.value.normalize().as_tuple().digits) if told.figure.value else 0
    return (order.index(told.figure.comparator), -digits, told.figure.value, told.figure.key)


def _made(
    happening: Happening, measure: str, unit: str, subject: str,
    answers: Sequence[Answer[Told]], scope: tuple[object, ...],
    gate: Gate, suggested: Resolution | None, score: float, explanation: str,
) -> Finding:  # fmt: skip
    reports = [each.report for answer in answers for each in answer.items]
    return Finding(
        fingerprint=fingerprint("figure", happening.key, measure, unit, subject, *scope, *_topic(measure, answers)),
        question=asked(happening, measure, unit, answers[0].lead.figure.subject),
        kind=ContradictionKind.SELF if own_versions(reports) else ContradictionKind.NUMERIC,
        gate=gate,
        rule=RULE,
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


def _topic(measure: str, answers: Sequence[Answer[Told]]) -> tuple[str, ...]:
    """For general measures the words of the first report: the same happening may have many such figures."""
    if measure in _RUNNING | SINGLE:
        return ()
    return (" ".join(sorted(content(_anchor([each for answer in answers for each in answer.items]).report.text))),)


def _anchor(told: Sequence[Told]) -> Told:
    """The first that was recorded: it stays the first whatever is told later."""
    return min(told, key=lambda each: each.figure.key)
