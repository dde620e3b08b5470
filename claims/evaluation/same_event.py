"""evaluate same-event: sentence pairs that report one happening, or two that look alike.

The sentences of the file are one collection, as the reports that a newsroom holds are: how rare a word is, and what
else a sentence is like, is measured among them. Labels and pairing play no part in that.
"""

import re
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from pathlib import Path

from claims.evaluation.pairs import compare, opened
from claims.evaluation.report import Report, Row, Track, silent
from claims.evaluation.scoring import auc
from claims.matching.collection import Collection
from claims.matching.likeness import THRESHOLD, likeness, rarity, trained_on
from claims.training.same_event import Pair, Read, digest, fit, read_pairs

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def evaluate(path: Path, *, track: Track = silent, peers: bool = True) -> Report:
    """How well same and different happenings are told apart: a JSON Lines file with `a`, `b`, `scope` (same, or
    another word) and `topic`.

    Where the file has sentences that the weights were learnt from, each topic is scored with weights learnt from the
    other topics. Raises UnreadableError for a file that is not so, MissingPeerError where learning needs scikit-learn
    and it is not installed.
    """
    read = read_pairs(path, track=track)
    gold = [pair.same for pair in read.pairs]
    known = any(digest(text) in trained_on() for text in read.wordings)
    scores, alone = _held_out(read, track) if known else _scored(read, read.pairs, Collection(read.wordings.values()))
    told = {"Crosscheck": scores, "Crosscheck, each pair alone": alone}
    recall = _share(scores, gold, THRESHOLD, same=True)
    thresholds = dict.fromkeys(told, THRESHOLD)
    if peers:
        told["Jaccard"] = [_jaccard(*pair.texts) for pair in read.pairs]
        told["TF-IDF"] = _cosines(read.pairs)
        thresholds |= {name: _reaching(told[name], gold, recall) for name in ("Jaccard", "TF-IDF")}
    differ = [opened(compare(*((text, read.extractions[text]) for text in pair.texts))) for pair in read.pairs]
    numbers = [_numbers_differ(*pair.texts) for pair in read.pairs]
    shown = [
        Row(
            name,
            {
                "auc": auc(gold, values),
                "false alarms": _share(values, gold, thresholds[name], same=False),
                "recall": _share(values, gold, thresholds[name], same=True),
                "contradictions on different": _opened(
                    values, gold, thresholds[name], differ if name.startswith("Crosscheck") else numbers
                ),
            },
        )
        for name, values in told.items()
    ]
    if peers:
        everything = [1.0] * len(gold)
        shown.append(Row("numbers differ", {"contradictions on different": _opened(everything, gold, 1.0, numbers)}))
    return Report(
        task="same-event",
        items=len(gold),
        unit="sentence pairs",
        rows=tuple(shown),
        details={"threshold": THRESHOLD, "cross-validated": known, "topics": len({pair.topic for pair in read.pairs})},
        notes=(
            f"False alarms: the share of pairs on different events that are called the same, at {THRESHOLD}; recall: of"
            " pairs on the same event. Peers have the threshold at which their recall reaches ours.",
            "Contradictions on different: the share of pairs on different events that are called the same and on which"
            " a contradiction would be opened (ours: by detection; peers: where the numbers differ).",
            "The weights were learnt from this file: each topic is scored with weights learnt from the other topics."
            if known
            else "Scored with the weights that ship with the code.",
        ),
        misses=tuple(
            f"{'same' if pair.same else 'different'}, scored {score:.2f}: {pair.one} | {pair.other}"
            for pair, score in zip(read.pairs, scores, strict=True)
            if (score >= THRESHOLD) != pair.same
        ),
    )


def _held_out(read: Read, track: Track) -> tuple[list[float], list[float]]:
    """The scores of each topic with weights learnt from the other topics."""
    collection = Collection(read.wordings.values())
    found: dict[Pair, tuple[float, float]] = {}
    topics = sorted({pair.topic for pair in read.pairs})
    for topic in track(topics, total=len(topics), label="leaving topics out"):
        own = [pair for pair in read.pairs if pair.topic == topic]
        collection.use(fit(read, [pair for pair in read.pairs if pair.topic != topic], collection))
        found |= dict(zip(own, zip(*_scored(read, own, collection), strict=True), strict=True))
    return [found[pair][0] for pair in read.pairs], [found[pair][1] for pair in read.pairs]


def _scored(read: Read, pairs: Sequence[Pair], collection: Collection) -> tuple[list[float], list[float]]:
    """The score of each pair in the collection, and as if there were no other sentences."""
    sides = [read.sides(pair) for pair in pairs]
    alone = [likeness(*both, among=rarity(both), weights=collection.weights).score for both in sides]
    return [collection.likeness(*both).score for both in sides], alone


def _share(scores: Sequence[float], gold: Sequence[bool], threshold: float, *, same: bool) -> float:
    """The share of pairs labelled `same` that are called the same."""
    own = [score >= threshold for score, truth in zip(scores, gold, strict=True) if truth is same]
    return sum(own) / len(own) if own else 0.0


def _opened(scores: Sequence[float], gold: Sequence[bool], threshold: float, differ: Sequence[bool]) -> float:
    own = [
        score >= threshold and differs for score, truth, differs in zip(scores, gold, differ, strict=True) if not truth
    ]
    return sum(own) / len(own) if own else 0.0


def _reaching(scores: Sequence[float], gold: Sequence[bool], recall: float) -> float:
    """The highest threshold at which the recall is at least `recall`."""
    own = sorted((score for score, truth in zip(scores, gold, strict=True) if truth), reverse=True)
    return own[max(0, round(recall * len(own)) - 1)] if own else 1.0


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _jaccard(one: str, other: str) -> float:
    left, right = set(_words(one)), set(_words(other))
    return len(left & right) / len(left | right) if left | right else 0.0


def _cosines(pairs: Sequence[Pair]) -> list[float]:
    """TF-IDF cosine, with the frequencies of the file."""
    texts = {text for pair in pairs for text in pair.texts}
    counts = Counter(word for text in texts for word in set(_words(text)))
    weight = {word: log((1 + len(texts)) / (1 + count)) + 1 for word, count in counts.items()}
    vectors = {text: {word: (1 + log(n)) * weight[word] for word, n in Counter(_words(text)).items()} for text in texts}
    lengths = {text: sqrt(sum(value**2 for value in vector.values())) or 1.0 for text, vector in vectors.items()}
    return [
        sum(value * vectors[other].get(word, 0.0) for word, value in vectors[one].items())
        / (lengths[one] * lengths[other])
        for one, other in (pair.texts for pair in pairs)
    ]


def _numbers_differ(one: str, other: str) -> bool:
    return set(_NUMBER.findall(one)) != set(_NUMBER.findall(other))
