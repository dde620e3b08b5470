"""A folder of stories through the real pipeline: ingest, extract, match, detect, then judged against its annotation.

Everything happens in a scratch database. Beside our scores stands the floor: what "another figure for one measure of
one story is a contradiction" gets on perfect facts.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db.models import Prefetch

from articles.actions import Incoming, add_articles, publishers_named
from articles.models import ArticleVersion
from articles.parsing import ParsedArticle, parse_rows
from claims.actions.pipeline import process, waiting
from claims.actions.reading import read_all
from claims.actions.told import happening_of, reports_on
from claims.detection.grouping import scopes_of
from claims.detection.types import Report as Told
from claims.evaluation.reading import UnreadableError, rows
from claims.evaluation.report import Report, Row, Track, silent, tracked
from claims.evaluation.scoring import calibration_error
from claims.evaluation.scratch import scratch_database
from claims.evaluation.speed import speed
from claims.evaluation.story_judge import LABELS, Gold, Judgement, Predictions, judge, sentences_f1
from claims.extraction import Extraction
from claims.extraction.worthiness import WORTHY
from claims.matching.profiles import COUNTS
from claims.models import Appearance, Contradiction, Event, Measurement, Position, PositionAppearance

_VOTES = {"yes": "in favour", "no": "against", "abstain": "abstained", "not_voting": "not voting"}
_FACT = ("id", "article", "start", "end", "measure", "value", "comparator", "event", "speaker")


def evaluate(path: Path, *, track: Track = silent, peers: bool = True, predictions: Path | None = None) -> Report:
    """Run the pipeline on all articles of the folder at once and judge what it found.

    `predictions` is a file to write, in the form that `score_stories.py` reads. Raises UnreadableError for a folder
    that lacks a part or has an article that cannot be taken in.
    """
    gold = read_gold(path)
    articles = read_articles(path)
    with scratch_database():
        names = take_in(articles)
        versions = list(waiting())
        with tracked(track, total=len(versions), label="Finding claims") as advance:
            outcome = process(versions=versions, progress=advance)
        if outcome.failed:
            raise UnreadableError(f"The pipeline failed: {'; '.join(sorted(set(outcome.failed.values())))}.")
        found = predicted(names)
        scores = dict(Contradiction.objects.values_list("pk", "score"))
    pace = speed(list(articles.values()), track=track)
    if predictions:
        predictions.write_text(json.dumps(found.as_json(), indent=1), encoding="utf-8")
    judgement = judge(gold, found)
    ours = {**_scores(judgement), "check-worthy F1": sentences_f1(gold.sentences, found.sentences)}
    facts = judgement.facts(gold.facts)
    table = [Row("Crosscheck", ours)]
    if peers:
        table.append(Row("other figure, one story (gold facts)", _scores(judge(gold, _naive(gold)))))
    confidence = [(scores[int(str(key).partition(",")[0])], right) for key, right in judgement.flags]
    error = calibration_error([score for score, _ in confidence], [right for _, right in confidence])
    return Report(
        task="stories",
        items=sum(judgement.table.values()),
        unit="pairs of facts",
        rows=tuple(table),
        details={
            "facts": {"gold": len(gold.facts), **facts},
            "labels": {name: {**judgement.label(name).scores(), "gold": judgement.total(name)} for name in LABELS},
            "confusion": {name: {said: judgement.table[name, said] for said in (*LABELS, "missed")} for name in LABELS},
            "calibration_error": error,
            "speed": {"articles_per_second": pace.ours, "spacy_alone": pace.spacy, "ratio": pace.ratio},
            "contradictions": len(found.contradictions),
        },
        notes=(
            f"Facts: {', '.join(f'{name} {share:.3f}' for name, share in facts.items())}.",
            f"{pace.ours:.1f} articles a second on one core, database writes included; spaCy alone parses "
            f"{pace.spacy:.1f} ({pace.ratio:.2f} of it).",
            f"The score of a suggestion is off by {error:.3f} on average (expected calibration error over "
            f"{len(confidence)} pairs read off {len(found.contradictions)} suggestions).",
        ),
        misses=tuple(_told(pair, said, gold, judgement) for pair, said in judgement.missed),
    )


def read_gold(path: Path) -> Gold:
    """The annotation in a folder of stories. Raises UnreadableError where a part is missing."""
    unjudged = path / "unjudged.jsonl"
    return Gold(
        facts=rows(path / "facts.jsonl", fields=(*(set(_FACT) - {"id"}), "id", "quote")),
        pairs=rows(path / "pairs.jsonl", fields=("a", "b", "label")),
        sentences=rows(path / "checkworthy.jsonl", fields=("article", "start", "end", "label")),
        unjudged=frozenset((row["a"], row["b"]) for row in rows(unjudged, fields=("a", "b")))
        if unjudged.exists()
        else frozenset(),
    )


def read_articles(path: Path) -> dict[str, ParsedArticle]:
    """The articles of the folder by their ids. Raises UnreadableError for one that cannot be read."""
    file = path / "articles.jsonl"
    articles = {}
    try:
        with file.open("rb") as lines:
            for row in parse_rows(lines):
                if row.article is None:
                    raise UnreadableError(f"{file}, line {row.line}: {row.error}")
                articles[row.identifier] = row.article
    except OSError as error:
        raise UnreadableError(f"{file} cannot be read: {error}.") from error
    return articles


def take_in(articles: Mapping[str, ParsedArticle]) -> dict[int, str]:
    """Add every article. Returns the id that the annotation uses for each version."""
    publishers = publishers_named(names=[article.publisher for article in articles.values()])
    texts = [Incoming(article, publishers[article.publisher], identifier=name) for name, article in articles.items()]
    names = {}
    for name, attempt in zip(articles, add_articles(texts=texts), strict=True):
        if attempt.version_id is None:
            raise UnreadableError(f"Article {name} cannot be taken in: {attempt.reason}")
        names[attempt.version_id] = name
    return names


def predicted(names: dict[int, str]) -> Predictions:
    """What the database holds, as the judge reads it.

    The judge's events are finer than ours where a figure is told of a part: the dead of one province are another event
    to it than the dead of the country, to us another scope of one Event.
    """
    facts: list[dict[str, object]] = []
    scopes = _scopes()
    readings = read_all(list(ArticleVersion.objects.filter(pk__in=names).order_by("pk")))
    appearances = Appearance.objects.select_related("claim").prefetch_related(
        Prefetch("measurements", Measurement.objects.order_by("pk"))
    )
    for appearance in appearances.order_by("pk"):
        event = appearance.claim.event_id
        common: dict[str, object] = {"article": names[appearance.version_id], "speaker": appearance.source_name or None}
        start, end = _sentences(readings[appearance.version_id], appearance)
        facts.append({
            **common, "id": f"a{appearance.pk}", "start": start, "end": end, "event": event,
            "measure": "asserted", "value": True, "value_max": None, "comparator": "exact", "unit": "bool",
        })  # fmt: skip
        for row in appearance.measurements.all():
            scope = "" if row.group or row.measure in COUNTS else scopes.get(row.pk, "")
            facts.append({
                **common, "id": f"m{row.pk}", "start": row.start, "end": row.end, **_value(row),
                "event": f"{event}, {scope}" if event and scope else event,
            })  # fmt: skip
    sentences = [
        {
            "article": names[key],
            "start": sentence.start,
            "end": sentence.end,
            "check_worthy": sentence.check_worthiness >= WORTHY,
        }
        for key, reading in readings.items()
        for sentence in reading.sentences
    ]
    return Predictions(facts, [question for row in _contradictions() for question in _questions(row)], sentences)


def _scopes() -> dict[int, str]:
    """The scope of every figure that is not told of its whole Event."""
    events = Event.objects.prefetch_related("identifiers").order_by("pk")
    told: dict[int, list[Told]] = defaultdict(list)
    for report in reports_on(events={event.pk for event in events}, versions=set()):
        if report.event is not None:
            told[report.event].append(report)
    return {
        figure: scope
        for event in events
        for figure, scope in scopes_of(happening_of(event), told[event.pk]).items()
        if scope
    }


def _sentences(reading: Extraction, appearance: Appearance) -> tuple[int, int]:
    """The whole sentences in which something is asserted: the judge marks them, or the words of saying in them."""
    around = [each for each in reading.sentences if each.start < appearance.end and appearance.start < each.end]
    return (
        min([appearance.start, *(each.start for each in around)]),
        max([appearance.end, *(each.end for each in around)]),
    )


def _value(row: Measurement) -> dict[str, object]:
    dollars = row.measure == "amount" and row.unit == "USD"
    text = _VOTES.get(row.value_text, row.value_text)
    return {
        "measure": "amount_usd" if dollars else row.measure,
        "value": float(row.value) if row.value is not None else text,
        "value_max": float(row.value_max) if row.value_max is not None else None,
        "comparator": row.comparator,
        "unit": row.unit,
    }


def _contradictions() -> Iterable[Contradiction]:
    members = PositionAppearance.objects.select_related("measurement").prefetch_related("appearance__measurements")
    positions = Position.objects.order_by("pk").prefetch_related(Prefetch("memberships", members.order_by("pk")))
    return Contradiction.objects.order_by("pk").prefetch_related(Prefetch("positions", positions))


def _questions(row: Contradiction) -> Iterator[dict[str, Any]]:
    """A contradiction as the judge reads it. One about a tally asks as many questions as counts are in dispute: who has
    88–55–22 agrees with 88–55–23 on the votes in favour."""
    common = {
        "kind": row.kind,
        "gate": row.gate,
        "suggested_resolution": row.suggested_resolution or None,
        "rule": row.rule,
        "score": row.score,
    }
    positions = list(row.positions.all())
    counts: dict[str, dict[object, list[str]]] = defaultdict(lambda: defaultdict(list))
    whole: list[list[str]] = []
    for position in positions:
        alone = []
        for member in position.memberships.all():
            tally = [
                other
                for other in member.appearance.measurements.all()
                if member.measurement and other.group and other.group == member.measurement.group
            ]
            for count in tally:
                counts[count.measure][count.value].append(f"m{count.pk}")
            if not tally:
                alone.append(f"m{member.measurement_id}" if member.measurement_id else f"a{member.appearance_id}")
        whole.append(alone)
    if any(whole):
        yield {**common, "id": row.pk, "positions": whole}
    for measure, values in counts.items():
        if len(values) > 1:
            yield {**common, "id": f"{row.pk}, {measure}", "positions": list(values.values())}


def _scores(judgement: Judgement) -> dict[str, float | int | None]:
    found = judgement.label("contradiction")
    return {
        "macro F1": judgement.macro_f1,
        "contradiction P": found.precision,
        "R": found.recall,
        "agree F1": judgement.label("agree").f1,
        "different F1": judgement.label("different_event").f1,
        "updated F1": judgement.label("updated_over_time").f1,
        "alarms on agree": judgement.false_alarms("agree"),
        "on different": judgement.false_alarms("different_event"),
    }


def _naive(gold: Gold) -> Predictions:
    """Perfect facts, and every other value of one measure in one story taken for a contradiction."""
    questions: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    stories = _stories(gold)
    for fact in gold.facts:
        questions[stories[fact["id"]], fact["measure"]][str(fact["value"])].append(fact["id"])
    contradictions = [
        {"id": number, "gate": "real", "suggested_resolution": None, "positions": list(answers.values())}
        for number, answers in enumerate(questions.values())
        if len(answers) > 1
    ]
    facts = [{**fact, "event": stories[fact["id"]]} for fact in gold.facts]
    return Predictions(facts, contradictions, ())


def _stories(gold: Gold) -> dict[str, str]:
    """The story of each fact: facts that some pair compares are of one story."""
    of = {fact["id"]: fact["id"] for fact in gold.facts}

    def root(fact: str) -> str:
        while of[fact] != fact:
            fact = of[fact]
        return fact

    for pair in gold.pairs:
        of[root(pair["a"])] = root(pair["b"])
    return {fact: root(fact) for fact in of}


def _told(pair: Any, said: str, gold: Gold, judgement: Judgement) -> str:
    words = {fact["id"]: fact for fact in gold.facts}
    one, other = words[pair["a"]], words[pair["b"]]
    measures = "/".join(dict.fromkeys((one["measure"], other["measure"])))
    return (
        f"{pair['label']} read as {said} [{measures}]: {one['article']} “{one['quote']}” ({one['value']}) | "
        f"{other['article']} “{other['quote']}” ({other['value']})"
        f"{'' if judgement.found[one['id']] else ' – first not found'}"
        f"{'' if judgement.found[other['id']] else ' – second not found'}"
    )
