"""polarity/3: somebody says so, somebody says not.

Two ways to find it. A denial names its opposite itself (see denials). Otherwise one report must deny what the other
affirms, or say its opposite, about the same people and things (see propositions). Embeddings have no say: they put
"voted for" beside "voted against".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.detection.closeness import Closeness, far_apart
from claims.detection.denials import by_version, denied, denies_the_happening
from claims.detection.opposition import of_one_happening, opposed, repeated
from claims.detection.propositions import proposition
from claims.detection.questions import truth_asked
from claims.detection.reports import independent, negated, own_versions, who
from claims.detection.types import Finding, FoundPosition, Member, Report, fingerprint
from claims.detection.wording import content, names, similarity
from claims.vocabulary import ContradictionKind, Gate, Modality, Resolution, Stance

RULE = "polarity/3"
_LINKED, _ONE_HAPPENING, _ALIKE = 0.9, 0.85, 0.75
"""How sure it is that two reports oppose each other: by how they were brought together."""
_SAME = 0.72
_LONG_ENOUGH = 4
_MANY, _MANY_IN_STORY = 60, 300
"""Reports with one name in common above which the name tells nothing; reports on one story above which they are too
many to be compared by twos."""
_APPRAISAL = re.compile(
    r"^\W*(?:it|this|that|there) (?:is|was|would be|had been) (?:\w+ )?"
    r"(?:ridiculous|absurd|wrong|shameful|crucial|right|good|bad|great|terrible|no point|unfair|fair|unacceptable|"
    r"important)\b|\b(?:should|must|ought to|needs? to|have to|has to|had to)\b|"
    r"\b(?:I|we) (?:\w+ )?(?:want|need|hope|wish|believe|think|feel)\b|^\W*(?:here|nor)\b",
    re.IGNORECASE,
)
"""A proposition that is a judgement, a demand or a wish, and not a fact: to deny it is to disagree, not to
contradict."""
_THAT_DAY = re.compile(
    r"\b(?:yesterday|today|tonight|last night|this morning|(?:on )?that (?:day|date)|the previous day|"
    r"the (?:day|night|evening) before)\b",
    re.IGNORECASE,
)
"""Words of a denial that speaks of one day only."""
_DAY_SLACK = 2
_FOR_NOW = re.compile(r"\b(?:not yet|yet to|so far|no longer|still|until now|for now)\b", re.IGNORECASE)
"""What holds at one time only."""


@dataclass(frozen=True, slots=True)
class _Clash:
    """One report that says so, one that says not, and the concepts they share."""

    score: float
    yes: Report
    no: Report
    about: frozenset[str]

    @property
    def order(self) -> tuple[float, int, int]:
        return -self.score, self.yes.key, self.no.key


def polarity(reports: Sequence[Report]) -> list[Finding]:
    """A proposition that one side asserts and another denies or negates.

    Fires on "Trump claimed that Putin is open to the idea" against "the Kremlin denied it", within one article too,
    where two Sources speak; on "no delegate met the envoy" against "the minister met the envoy in Lima"; and on
    "rejected" against "accepted". Leaves alone a denial of something that nobody in the reports asserts, one Source
    that repeats its own denial, a question, a forecast, and sentences that merely share their topic.
    """
    usable = sorted(
        (report for report in reports if report.stance != Stance.QUESTIONS and report.modality == Modality.ACTUAL),
        key=lambda report: report.key,
    )
    clashes = sorted(_clashes(usable, reports), key=lambda clash: clash.order)
    return [_finding(group, usable) for group in _questions(clashes)]


def _clashes(usable: Sequence[Report], reports: Sequence[Report]) -> Iterable[_Clash]:
    known, versions = {report.key: report for report in reports}, by_version(usable)
    for report in usable:
        claimed = denied(report, known, versions)
        if claimed and not _APPRAISAL.search(claimed.text):
            yield _Clash(_LINKED, claimed, report, _concepts(claimed))
    against = {report.key for report in usable if _may_be_against(report)}
    for one, other, close in _to_compare(usable, Closeness(reports)):
        if one.key not in against and other.key not in against:
            continue  # two plain statements
        side = _side(one, other, close)
        yes, no = (one, other) if side > 0 else (other, one)
        if side and not _APPRAISAL.search(yes.text):
            yield _Clash(_ONE_HAPPENING if close else _ALIKE, yes, no, _concepts(yes) & _concepts(no))


def _may_be_against(report: Report) -> bool:
    """Whether a report denies anything or has a word with an opposite: without one, two statements agree or differ, but
    do not oppose each other."""
    told = proposition(report.text)
    return report.stance == Stance.DENIES or bool(told.denials or told.sided)


def _side(one: Report, other: Report, close: bool) -> int:
    """1 where `one` says that it is so and `other` that it is not, -1 the other way round, else 0."""
    if any(_THAT_DAY.search(each.text) for each in (one, other)) and far_apart(one, other, _DAY_SLACK):
        return 0
    denies = (one.stance == Stance.DENIES, other.stance == Stance.DENIES)
    if denies == (False, False):
        return opposed(one.text, other.text, close=close)
    if denies == (True, True):
        return 0
    denial, claimed = (one, other) if denies[0] else (other, one)
    return (-1 if denies[0] else 1) * repeated(denial.text, claimed.text, close=close)


def _concepts(report: Report) -> frozenset[str]:
    return frozenset(concept for clause in proposition(report.text).clauses for concept in clause.concepts)


def _to_compare(reports: Sequence[Report], ground: Closeness) -> Iterable[tuple[Report, Report, bool]]:
    """Pairs that may oppose each other, each once, and whether they are close: about one happening, or in two texts on
    one story. Of the others those that share a name which few have."""
    groups: dict[object, list[Report]] = {}
    for report in reports:
        for event in ground.events[report.version]:
            groups.setdefault(event, []).append(report)
        for version in ground.kin(report):
            groups.setdefault(("texts", *sorted((version, report.version))), []).append(report)
        for name in names(report.text):
            groups.setdefault(name, []).append(report)
    seen = set()
    for key, group in groups.items():
        if len(group) > (_MANY if isinstance(key, str) else _MANY_IN_STORY):
            continue
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                if (one.key, other.key) in seen or not independent(one, other):
                    continue
                close = ground.close(one, other)
                if close or (isinstance(key, str) and not far_apart(one, other)):
                    seen.add((one.key, other.key))
                    yield one, other, close


def _questions(clashes: Sequence[_Clash]) -> list[list[_Clash]]:
    """The clashes by question: those that share a report and are about the same concepts, surest first. A report that
    is on one side of a question is not taken to its other side."""
    groups: list[list[_Clash]] = []
    for clash in clashes:
        home = next((group for group in groups if any(_one_question(clash, other) for other in group)), None)
        if home is None:
            groups.append([clash])
        elif not (_has(home, "no", clash.yes) or _has(home, "yes", clash.no)):
            home.append(clash)
    return groups


def _one_question(one: _Clash, other: _Clash) -> bool:
    shared = {one.yes.key, one.no.key} & {other.yes.key, other.no.key}
    smaller = min(len(one.about), len(other.about))
    return bool(shared) and len(one.about & other.about) * 2 >= smaller


def _has(group: Sequence[_Clash], side: str, report: Report) -> bool:
    return any(getattr(clash, side) == report for clash in group)


def _same_proposition(one: Report, other: Report) -> bool:
    return similarity(one.text, other.text) >= _SAME and names(one.text) == names(other.text)


def _tells_it_too(report: Report, clash: _Clash) -> bool:
    """Whether another article tells of the same thing as the side that says so, in its own words."""
    return (
        report.stance != Stance.DENIES
        and report.article not in {clash.yes.article, clash.no.article}
        and not far_apart(report, clash.yes)
        and of_one_happening(clash.yes.text, report.text)
    )


def _denies_it_too(report: Report, clash: _Clash) -> bool:
    """Whether another article says of the same happening, of which one side tells, that it did not take place at
    all."""
    return (
        not negated(clash.yes.text)
        and report.event is not None
        and report.event == clash.yes.event
        and report.article != clash.yes.article
        and report.stance != Stance.DENIES
        and denies_the_happening(report)
    )


def sign(report: Report) -> bool:
    """Whether the report says that its bare proposition holds: a denial of a negative one does."""
    return negated(report.text) == (report.stance == Stance.DENIES)


def _finding(group: Sequence[_Clash], reports: Sequence[Report]) -> Finding:
    first = group[0]
    yes = {clash.yes.key: clash.yes for clash in group}
    no = {clash.no.key: clash.no for clash in group}
    for report in reports:
        if report.key in yes or report.key in no:
            continue
        if len(content(report.text)) >= _LONG_ENOUGH and _same_proposition(first.yes, report):
            (yes if sign(report) == sign(first.yes) else no)[report.key] = report
        elif _tells_it_too(report, first):
            yes[report.key] = report
        elif _denies_it_too(report, first):
            no[report.key] = report
    claimed, denial = first.yes, first.no
    told = [*yes.values(), *no.values()]
    same_speaker = bool(claimed.source) and claimed.source == denial.source and claimed.day != denial.day
    for_now = any(_FOR_NOW.search(report.text) for report in (claimed, denial)) and claimed.day != denial.day
    suggested = Resolution.POSITION_CHANGED if same_speaker else Resolution.DIFFERENT_AS_OF if for_now else None
    statement = claimed.text.strip().rstrip(".")
    events = [report.event for report in told if report.event is not None]
    return Finding(
        fingerprint=fingerprint("polarity", min(report.claim for report in told)),
        question=truth_asked(statement),
        kind=ContradictionKind.SELF if own_versions(told) else ContradictionKind.POLARITY,
        gate=Gate.APPARENT if suggested else Gate.REAL,
        rule=RULE,
        score=first.score,
        explanation=(
            f"{who(yes.values())} says that it is so, and {who(no.values())} says that it is not: "
            f"“{_short(statement)}”."
        ),
        positions=(
            FoundPosition("yes", "It is so", _members(yes), {"polarity": "yes"}, claimed.event),
            FoundPosition("no", "It is not so", _members(no), {"polarity": "no"}, denial.event),
        ),
        event=min(events, default=None),
        suggested=suggested or Resolution.GENUINELY_DISPUTED,
    )


def _members(reports: dict[int, Report]) -> tuple[Member, ...]:
    return tuple(Member(key) for key in sorted(reports))


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:159]}…"
