"""Learn the weights of `claims.matching.likeness` from sentence pairs: `manage.py train same-event FILE`.

Two logistic regressions: over the evidence of a pair by itself, and then over the company that the first makes it keep.
A topic of hundreds of pairs may not outvote the others: a pair weighs by the root of its topic's size.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.evaluation.batches import extractions
from claims.evaluation.reading import MissingPeerError, rows
from claims.evaluation.report import Track, silent
from claims.evaluation.tokenised import untokenised
from claims.extraction import Extraction
from claims.matching.collection import Collection
from claims.matching.likeness import EVIDENCE, METHOD, Weights
from claims.matching.wordings import Wording, wording

_DIGITS = 4
_NONE = Weights(0.0, dict.fromkeys(EVIDENCE, 0.0))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, and whether they report the same happening. Pairs of one `topic` share people and places."""

    one: str
    other: str
    same: bool
    topic: str

    @property
    def texts(self) -> tuple[str, str]:
        return self.one, self.other


@dataclass(frozen=True, slots=True)
class Read:
    """The sentences of a file as extraction and matching read them."""

    pairs: tuple[Pair, ...]
    extractions: dict[str, Extraction]
    wordings: dict[str, Wording]

    def sides(self, pair: Pair) -> tuple[Wording, Wording]:
        """Both sentences of a pair as matching takes them."""
        return self.wordings[pair.one], self.wordings[pair.other]


def train(path: Path, out: Path) -> None:
    """Learn from the pairs of a file and write the weights. The same file gives the same bytes.

    Raises UnreadableError for a file that holds no such pairs, MissingPeerError without scikit-learn.
    """
    read = read_pairs(path)
    weights = fit(read, read.pairs, Collection(read.wordings.values(), weights=_NONE))
    kept = {
        "method": METHOD,
        "pairs": len(read.pairs),
        "weights": {
            "bias": weights.bias,
            "evidence": dict(weights.evidence),
            "company_bias": weights.company_bias,
            "company": weights.company,
        },
        "sentences": " ".join(sorted(digest(text) for text in read.wordings)),
    }
    out.write_text(f"{json.dumps(kept, indent=1)}\n", encoding="utf-8")


def read_pairs(path: Path, *, track: Track = silent) -> Read:
    """Read a file of sentence pairs, tokens joined as people write. Raises UnreadableError for one that is not so."""
    pairs = tuple(
        Pair(untokenised(str(row["a"])), untokenised(str(row["b"])), row["scope"] == "same", str(row["topic"]))
        for row in rows(path, fields=("a", "b", "scope", "topic"))
    )
    found = extractions((text for pair in pairs for text in pair.texts), track=track)
    wordings = {
        text: wording(text, (figure for claim in extraction.claims for figure in claim.measurements))
        for text, extraction in found.items()
    }
    return Read(pairs, found, wordings)


def digest(text: str) -> str:
    """A short name of a sentence, by which a file that was learnt from is known again."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def fit(read: Read, pairs: Sequence[Pair], collection: Collection) -> Weights:
    """The weights that `pairs` teach. `collection` holds the wordings of all of `read`; it is left with other weights.

    Raises MissingPeerError without scikit-learn.
    """
    try:
        from sklearn.linear_model import LogisticRegression  # training alone needs it
    except ImportError as error:
        raise MissingPeerError("scikit-learn") from error
    sizes = Counter(pair.topic for pair in pairs)
    worth = [sizes[pair.topic] ** -0.5 for pair in pairs]
    labels = [pair.same for pair in pairs]
    found = [collection.evidence(*read.sides(pair)) for pair in pairs]
    own = LogisticRegression(max_iter=1000).fit([[each[name] for name in EVIDENCE] for each in found], labels, worth)
    evidence = {name: _rounded(value) for name, value in zip(EVIDENCE, own.coef_[0], strict=True)}
    collection.use(Weights(_rounded(own.intercept_[0]), evidence))
    company = [[collection.company(*read.sides(pair))] for pair in pairs]
    kept = LogisticRegression().fit(company, labels, worth)
    return Weights(_rounded(own.intercept_[0]), evidence, _rounded(kept.intercept_[0]), _rounded(kept.coef_[0][0]))


def _rounded(value: float) -> float:
    return round(float(value), _DIGITS)
