"""`manage.py evaluate check-worthy FILE`: which sentences are worth checking.

A row has a `text` or `sentence`, and a `label`: 1 or "check_worthy", 0, "not_check_worthy" or "opinion". The file that
the weights were trained on is judged by cross-validation: every fifth by weights trained anew, in the same way, on the
other four. Any other file is judged with the weights in use, less the rows that they were trained on. The peer, a
logistic regression over TF-IDF, is cross-validated on the rows judged.
"""

from collections.abc import Sequence
from pathlib import Path

from claims.evaluation.reading import MissingPeerError, UnreadableError
from claims.evaluation.report import Report, Row, Track, silent
from claims.extraction.worth_model import fingerprint, load_model
from claims.extraction.worthiness import SHARE, WORTHY
from claims.training.check_worthy import FOLDS, Example, cross_validated, examples, folds, judged, reliability, scored

_SHOWN = 200


def evaluate(path: Path, *, track: Track = silent, peers: bool = True) -> Report:
    """Judge our check-worthiness and a peer's on labelled sentences.

    Raises UnreadableError where the file is not as described above, or, for cross-validation, has too few rows of one
    class; MissingPeerError where scikit-learn is needed and not installed.
    """
    found = examples(path, track=track)
    model = load_model()
    known = [fingerprint(example.text) in model.seen for example in found]
    trained_on = sum(known) * 2 >= len(found)
    notes = [f"A sentence is called check-worthy at a probability of {WORTHY} or more."]
    if trained_on:
        held_out = cross_validated(found, track=track)
        notes.append(
            f"The weights in use were trained on these rows: the scores are those of {FOLDS}-fold cross-validation."
        )
    else:
        left_out = sum(known)
        found = [example for example, seen in zip(found, known, strict=True) if not seen]
        held_out = [judged(model, example) for example in found]
        notes.append(f"Judged with the weights in use. {left_out} rows that they were trained on are left out.")
    gold = [example.worthy for example in found]
    systems = [Row("Crosscheck", {**scored(gold, held_out), "calibration_error": reliability(gold, held_out)})]
    notes.append(f"The calibration error is that of a text of which {SHARE:.0%} is worth checking.")
    if peers:
        systems.append(Row("TF-IDF, logistic regression", scored(gold, _peer(found))))
        notes.append(
            f"The peer is trained on these rows in {FOLDS} folds, its classes weighing the same: in few rows it learns "
            "little."
        )
    return Report(
        task="check-worthy",
        items=len(found),
        unit="sentences",
        rows=tuple(systems),
        details={"worthy": sum(gold), "cross_validated": trained_on},
        notes=tuple(notes),
        misses=tuple(
            f"{'missed' if example.worthy else 'not worth it'}, {said:.2f}: {example.text[:_SHOWN]}"
            for example, said in zip(found, held_out, strict=True)
            if (said >= WORTHY) != example.worthy
        ),
    )


def _peer(found: Sequence[Example]) -> list[float]:
    """Probabilities by scikit-learn's TF-IDF and logistic regression as they come, cross-validated in our folds."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
    except ImportError as error:
        raise MissingPeerError("scikit-learn") from error
    places, said = folds(found), [0.0] * len(found)
    for fold in range(FOLDS):
        others = [example for example, place in zip(found, places, strict=True) if place != fold]
        held_out = [number for number, place in enumerate(places) if place == fold]
        if len({example.worthy for example in others}) < 2:
            raise UnreadableError("Too few rows of one class for a peer to learn from: leave it out, --no-peers.")
        if not held_out:
            continue
        peer = make_pipeline(TfidfVectorizer(), LogisticRegression(class_weight="balanced", max_iter=1000))
        peer.fit([example.text for example in others], [example.worthy for example in others])
        answers = peer.predict_proba([found[number].text for number in held_out])[:, 1]
        for number, answer in zip(held_out, answers.tolist(), strict=True):
            said[number] = answer
    return said
