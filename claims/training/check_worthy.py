"""Train the learned part of `claims.extraction.worthiness` on labelled sentences.

A linear support vector machine with squared hinge loss over the clues of `claims.extraction.worth_clues`, both classes
given the same weight. Its margins become log odds by a logistic regression on the margins that sentences get when they
are held out (Platt, 1999). The same file always gives the same weights.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from claims.evaluation.reading import MissingPeerError, UnreadableError, rows
from claims.evaluation.report import Track, silent
from claims.evaluation.scoring import auc, calibration_error, macro_f1
from claims.extraction import Stretch, load_nlp
from claims.extraction.claims import Reader
from claims.extraction.reading import read
from claims.extraction.speakers import Cast
from claims.extraction.worth_clues import GROUPS, clues
from claims.extraction.worth_model import BUCKETS, FILE, Buckets, Model, buckets, damped, fingerprint, write_model
from claims.extraction.worthiness import SHARE, WORTHY, features, probability

if TYPE_CHECKING:
    from spacy.tokens import Span

FOLDS = 5
RAREST = 2
"""Sentences in which a bucket must be hit to count."""
STRENGTH = 0.1
"""The inverse of the L2 penalty (scikit-learn's C), chosen on two thirds of the training data."""
LARGEST = 30
"""What the most telling bucket has; the file keeps thousandths in 16 bits."""
TELLING = 0.5
"""The power of the log-count ratio: between none (0) and all (1) of it."""
_WORTHY = {1: True, 0: False, "1": True, "0": False, "check_worthy": True, "not_check_worthy": False, "opinion": False}


@dataclass(frozen=True, slots=True)
class Seen:
    """What the model sees of one sentence."""

    hits: Buckets
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One row of the data with the sentences that extraction finds in it."""

    text: str
    worthy: bool
    sentences: tuple[Seen, ...] = ()


def train(path: Path, out: Path = FILE) -> None:
    """Learn from the rows of a file and write the weights, with the scores that they get by cross-validation.

    The same file gives the same bytes. Raises UnreadableError for a file that `examples` cannot read or that has one
    class alone, and MissingPeerError where scikit-learn is not installed.
    """
    found = examples(path)
    worthy = [example.worthy for example in found]
    held_out = cross_validated(found)
    scores = {**scored(worthy, held_out), "calibration_error": reliability(worthy, held_out)}
    about = {
        "sha256": sha256(path.read_bytes()).hexdigest(),
        "rows": len(found),
        "worthy": sum(worthy),
        "cross-validation": {name: round(score, 3) for name, score in scores.items()},
    }
    write_model(out, replace(learn(found), about=about))


def examples(path: Path, *, track: Track = silent) -> list[Example]:
    """The rows of a JSON Lines file, read as extraction reads them, each on its own.

    A row has a `text` or `sentence`, and a `label`: 1 or "check_worthy" for one worth checking; 0, "not_check_worthy"
    or "opinion" for any other. Raises UnreadableError for a row without.
    """
    found = []
    for row in rows(path, fields={"label"}):
        text = row.get("text", row.get("sentence"))
        label = row["label"]
        if not isinstance(text, str):
            raise UnreadableError(f"{path}: a row has neither a text nor a sentence: {str(row)[:100]}.")
        if not isinstance(label, int | str) or label not in _WORTHY:
            raise UnreadableError(f"{path}: the label {label!r} is neither 1 nor 0, check_worthy nor not_check_worthy.")
        found.append(Example(text, _WORTHY[label]))
    return [
        replace(example, sentences=sentences)
        for example, sentences in zip(
            found, track(_read([each.text for each in found]), total=len(found), label="reading sentences"), strict=True
        )
    ]


def _read(texts: Sequence[str]) -> Iterator[tuple[Seen, ...]]:
    """What the model sees of the sentences of each text."""
    place, stretches = 0, []
    for text in texts:
        stretches.append(Stretch(place, place + len(text)))
        place += len(text) + 2
    paragraphs = read("\n\n".join(texts), stretches, load_nlp())
    done = 0
    for number, group in groupby(paragraphs, key=lambda paragraph: paragraph.number):
        yield from [()] * (number - done)
        done = number + 1
        seen: list[Seen] = []

        def judge(sentence: Span, *, figures: int, dates: int, attributed: bool, into: list[Seen] = seen) -> float:
            signs = tuple(sorted(features(sentence, figures, dates, attributed)))
            into.append(Seen(buckets(clues(sentence, signs)), signs))
            return 0.0

        cast = Cast()
        own = list(group)
        for paragraph in own:
            cast.add(paragraph.doc)
        reader = Reader(cast, judge)
        for paragraph in own:
            reader.read(paragraph)
        yield tuple(seen)
    yield from [()] * (len(texts) - done)


def judged(model: Model, example: Example) -> float:
    """The probability that a row is worth checking: that of its worthiest sentence, 0 where it has none."""
    return max((probability(model, seen.hits, seen.signs) for seen in example.sentences), default=0.0)


def scored(gold: Sequence[bool], said: Sequence[float]) -> dict[str, float]:
    """Macro-F1 at `WORTHY` and the area under the ROC curve."""
    return {"macro_f1": macro_f1(gold, [probability >= WORTHY for probability in said]), "auc": auc(gold, said)}


def reliability(gold: Sequence[bool], said: Sequence[float]) -> float:
    """The expected calibration error where the classes weigh as much as in a text of which `SHARE` is worth checking:
    sentences worth checking are repeated as often as that takes, to the nearest whole."""
    worthy = sum(gold)
    times = max(1, round(SHARE / (1 - SHARE) * (len(gold) - worthy) / worthy)) if worthy else 1
    rows_ = [pair for pair in zip(said, gold, strict=True) for _ in range(times if pair[1] else 1)]
    return calibration_error([probability for probability, _ in rows_], [truth for _, truth in rows_])


def folds(found: Sequence[Example]) -> list[int]:
    """The fold of each row: texts that differ only in case, figures and punctuation share one."""
    return [fingerprint(example.text) % FOLDS for example in found]


def cross_validated(found: Sequence[Example], *, track: Track = silent) -> list[float]:
    """The probability of each row by a model that was trained on the other folds."""
    places, said = folds(found), [0.0] * len(found)
    for fold in track(range(FOLDS), total=FOLDS, label="cross-validating"):
        model = learn([example for example, place in zip(found, places, strict=True) if place != fold])
        for number, place in enumerate(places):
            if place == fold:
                said[number] = judged(model, found[number])
    return said


def learn(found: Sequence[Example]) -> Model:
    """The model of some rows, its margins turned into log odds. Raises UnreadableError where one class is missing."""
    places = folds(found)
    merged = [_merged(example) for example in found]
    worthy = [example.worthy for example in found]
    held_out = [0.0] * len(found)
    for fold in sorted(set(places)):
        others = [number for number, place in enumerate(places) if place != fold]
        model = _fitted([merged[number] for number in others], [worthy[number] for number in others])
        for number, place in enumerate(places):
            if place == fold:
                held_out[number] = model.log_odds(merged[number])
    slope, offset = _platt(held_out, worthy)
    model = _fitted(merged, worthy)
    return replace(
        model,
        weights=array("f", (weight * slope for weight in model.weights)),
        bias=model.bias * slope + offset,
        seen=frozenset(fingerprint(example.text) for example in found),
    )


def _merged(example: Example) -> Buckets:
    """The clues of all sentences of a row, which has one label for them all."""
    merged: dict[str, Counter[int]] = {group: Counter() for group in GROUPS}
    for sentence in example.sentences:
        for group, hits in sentence.hits.items():
            merged[group].update(hits)
    return merged


def _fitted(merged: Sequence[Buckets], worthy: Sequence[bool]) -> Model:
    """A Model whose log odds are the margins of a support vector machine."""
    try:
        import numpy as np
        from scipy.sparse import csr_matrix, diags
        from sklearn.preprocessing import normalize
        from sklearn.svm import LinearSVC
    except ImportError as error:
        raise MissingPeerError("scikit-learn") from error
    if len(set(worthy)) < 2:
        raise UnreadableError("Sentences of both classes are needed to tell them apart.")
    truth = np.array(worthy)
    counts = {}
    for group in GROUPS:
        columns = [bucket for hits in merged for bucket in hits[group]]
        values = [damped(times) for hits in merged for times in hits[group].values()]
        ends = np.cumsum([0, *(len(hits[group]) for hits in merged)])
        counts[group] = csr_matrix((values, columns, ends), shape=(len(merged), BUCKETS))
    together = sum(counts.values())
    found_in = np.asarray((together > 0).sum(axis=0)).ravel()
    rarity = np.log((1 + len(merged)) / (1 + found_in)) + 1
    scaled = together @ diags(rarity)
    for_, against = (1 + np.asarray(scaled[truth == side].sum(axis=0)).ravel() for side in (True, False))
    ratio = np.abs(np.log((for_ / for_.sum()) / (against / against.sum())))
    telling = np.where(found_in >= RAREST, rarity * ratio**TELLING, 0)
    telling *= LARGEST / max(telling.max(), 1e-9)  # what counts is the proportion
    seen = sum(share * normalize(counts[group] @ diags(telling)) for group, share in GROUPS.items())
    machine = LinearSVC(C=STRENGTH, class_weight="balanced", random_state=0).fit(seen, truth)
    return Model(
        telling=array("f", telling.tolist()),
        weights=array("f", machine.coef_[0].tolist()),
        bias=float(machine.intercept_[0]),
        groups=GROUPS,
        seen=frozenset(),
        about={},
    )


def _platt(margins: Sequence[float], worthy: Sequence[bool]) -> tuple[float, float]:
    """Slope and offset that turn margins into log odds for a text of which `SHARE` is worth checking (Platt, 1999)."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    known = [SHARE / sum(worthy) if truth else (1 - SHARE) / (len(worthy) - sum(worthy)) for truth in worthy]
    fit = LogisticRegression(C=1e6).fit([[margin] for margin in margins], worthy, np.array(known) * len(worthy))
    return float(fit.coef_[0][0]), float(fit.intercept_[0])
