"""evaluate pairs: sentence pairs that contradict each other, taken to be about one happening.

Each sentence of a pair is one article of its own outlet, told of the same happening on the same day. A pair counts as
a contradiction where detection finds a question to which the two give different answers; a question whose difference
it explains away (apparent) does not count. Sets whose pairs come from anywhere on the web or from captions of pictures
are much unlike news: their scores tell of the rules for negation and figures alone.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from claims.detection.engine import find
from claims.detection.qualifiers import qualified
from claims.detection.types import Figure, Finding, Happening
from claims.detection.types import Report as Told
from claims.evaluation.batches import extractions
from claims.evaluation.reading import rows
from claims.evaluation.report import Report, Row, Score, Track, silent
from claims.evaluation.scoring import Counts
from claims.evaluation.tokenised import untokenised
from claims.extraction import EventCues, ExtractedClaim, Extraction
from claims.vocabulary import EventKind, Gate

CONTRADICTION, ENTAILMENT = "contradiction", "entailment"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NEGATION = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE)
_TWO = 2


def evaluate(path: Path, *, track: Track = silent, peers: bool = True) -> Report:
    """Contradictions found among labelled sentence pairs: a JSON Lines file with `a`, `b`, `label` (contradiction,
    entailment, neutral) and `set`.

    Raises UnreadableError for a file that is not so.
    """
    pairs = rows(path, fields=("a", "b", "label", "set"))
    texts = [(untokenised(str(pair["a"])), untokenised(str(pair["b"]))) for pair in pairs]
    gold = [(str(pair["set"]), str(pair["label"])) for pair in pairs]
    read = extractions((text for pair in texts for text in pair), track=track)
    found = [compare((one, read[one]), (other, read[other])) for one, other in texts]
    said = {"Crosscheck": [opened(findings) for findings in found]}
    if peers:
        said["numbers differ"] = [_numbers_differ(one, other) for one, other in texts]
        said["number + negation"] = [
            _numbers_differ(one, other) or _negation_differs(one, other) for one, other in texts
        ]
    return Report(
        task="pairs",
        items=len(pairs),
        unit="sentence pairs",
        rows=tuple(Row(system, _scores(gold, answers)) for system, answers in said.items()),
        details={system: _by_set(gold, answers) for system, answers in said.items()},
        notes=(
            "A pair counts as found where detection opens a question that is not merely apparent; precision, recall and"
            " F1 are those of the label contradiction, over all pairs and for each set.",
            "Both sentences are taken to be told of one happening on one day, each by an outlet of its own.",
        ),
        misses=tuple(
            f"{name}: {label}, {_rules(findings)}: {one} | {other}"
            for (name, label), findings, (one, other) in zip(gold, found, texts, strict=True)
            if opened(findings) != (label == CONTRADICTION)
        ),
    )


def compare(one: tuple[str, Extraction], other: tuple[str, Extraction]) -> tuple[Finding, ...]:
    """The questions on which two texts differ, each given with its extraction, taken to be of one happening."""
    reports = [*_reports(*one, article=1, key=0), *_reports(*other, article=2, key=1000)]
    cues = [claim.cues for extraction in (one[1], other[1]) for claim in extraction.claims]
    kinds = [each.kind for each in cues if each.kind not in (EventKind.OTHER, EventKind.STATEMENT)]
    dated = next((each for each in cues if each.date), EventCues())
    happening = Happening(
        key=1,
        kind=EventKind.VOTE if EventKind.VOTE in kinds else kinds[0] if kinds else EventKind.OTHER,
        title="What both sentences tell of",
        date=dated.date,
        date_precision=dated.date_precision,
    )
    return find([happening], reports)


def _reports(text: str, extraction: Extraction, *, article: int, key: int) -> list[Told]:
    """What one text says as detection takes it; the text itself where extraction finds nothing worth checking."""
    outlet = f"outlet {article}"
    if not extraction.claims:
        return [Told(key, key, article, article, outlet, outlet, text, text, event=1)]
    return [
        Told(
            key=key + number,
            claim=key + number,
            article=article,
            version=article,
            publisher=outlet,
            origin=outlet,
            text=claim.text,
            quote=claim.quote,
            source=claim.speaker.name if claim.speaker else "",
            said_on=claim.said_on,
            stance=claim.stance,
            modality=claim.modality,
            event=1,
            figures=tuple(_figures(claim, (key + number) * 100)),
            refers_to=None if claim.refers_to is None else key + claim.refers_to,
            start=claim.start,
        )
        for number, claim in enumerate(extraction.claims)
    ]


def _figures(claim: ExtractedClaim, key: int) -> list[Figure]:
    return [
        qualified(
            Figure(
                key=key + number,
                measure=found.measure,
                quote=found.quote,
                value=found.value,
                value_max=found.value_max,
                value_text=found.value_text,
                comparator=found.comparator,
                unit=found.unit,
                total=found.total,
                group=found.group,
                as_of=found.as_of,
                subject=found.subject,
                superseded=found.superseded,
            ),
            claim.quote,
            found.start - claim.start,
        )
        for number, found in enumerate(claim.measurements)
    ]


def opened(findings: Sequence[Finding]) -> bool:
    """Whether a contradiction between the two texts would be put before an editor."""
    return any(_counts(finding) for finding in findings)


def _counts(finding: Finding) -> bool:
    """Whether the answers of a finding come from both texts and no scope explains the difference."""
    sides = {member.report // 1000 for position in finding.positions for member in position.members}
    return finding.gate != Gate.APPARENT and len(sides) == _TWO


def _rules(findings: Sequence[Finding]) -> str:
    return ", ".join(finding.rule for finding in findings if _counts(finding)) or "nothing found"


def _numbers_differ(one: str, other: str) -> bool:
    left, right = ({found[0].replace(",", "") for found in _NUMBER.finditer(text)} for text in (one, other))
    return bool(left and right and left != right)


def _negation_differs(one: str, other: str) -> bool:
    return bool(_NEGATION.search(one)) != bool(_NEGATION.search(other))


def _scores(gold: Sequence[tuple[str, str]], said: Sequence[bool]) -> dict[str, Score]:
    counts = _count([label for _, label in gold], said)
    of_sets: dict[str, Score] = {}
    for name in sorted({name for name, _ in gold}):
        own = [(label, answer) for (each, label), answer in zip(gold, said, strict=True) if each == name]
        of_sets[f"f1 {name}"] = _count([label for label, _ in own], [answer for _, answer in own]).f1
    return counts.scores() | of_sets


def _by_set(gold: Sequence[tuple[str, str]], said: Sequence[bool]) -> dict[str, dict[str, Score]]:
    """For each set its scores, and the share of each other label on which a contradiction was opened."""
    result: dict[str, dict[str, Score]] = {}
    for name in sorted({name for name, _ in gold}):
        own = [(label, answer) for (each, label), answer in zip(gold, said, strict=True) if each == name]
        result[name] = _count([label for label, _ in own], [answer for _, answer in own]).scores() | {
            f"false alarms on {other}": sum(answers) / len(answers)
            for other in sorted({label for label, _ in own} - {CONTRADICTION})
            if (answers := [answer for label, answer in own if label == other])
        }
    return result


def _count(labels: Sequence[str], said: Sequence[bool]) -> Counts:
    truth = [label == CONTRADICTION for label in labels]
    return Counts(
        right=sum(real and answer for real, answer in zip(truth, said, strict=True)),
        wrong=sum(answer and not real for real, answer in zip(truth, said, strict=True)),
        missed=sum(real and not answer for real, answer in zip(truth, said, strict=True)),
    )
