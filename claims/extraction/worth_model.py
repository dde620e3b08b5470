"""The learned part of `claims.extraction.worthiness`: a linear model over hashed clues, read from a file once.

Clues are counted in 2^17 buckets (feature hashing: Weinberger et al., ICML 2009), so that the file holds no words and
its size does not depend on the vocabulary. A bucket has two numbers: how telling its clues are, for or against, which
scales them before each group is brought to length 1; and its weight. In training, how telling a bucket is comes of its
rarity (inverse document frequency) and the log-count ratio of the two classes (Wang and Manning, ACL 2012).
"""

from __future__ import annotations

import base64
import gzip
import json
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from math import log, sqrt
from pathlib import Path
from zlib import crc32

from claims.extraction.worth_clues import letters

FILE = Path(__file__).with_name("worthiness.json.gz")
"""The weights in use, written by `manage.py train check-worthy`; `worthiness.md` beside it says what they are."""
BUCKETS = 1 << 17
STEPS = 1000
"""Numbers are kept as whole thousandths, in 16 bits."""

Buckets = Mapping[str, Mapping[int, int]]
"""How often each bucket is hit, by group of clues."""
_NOTHING: Mapping[int, int] = {}


def buckets(clues: Mapping[str, list[str]]) -> Buckets:
    """The clues of a sentence, hashed."""
    found: dict[str, Counter[int]] = {}
    for group, seen in clues.items():
        if group == "letters":
            found[group] = Counter(chain.from_iterable(map(_letter_buckets, seen)))
        else:
            seed = crc32(group.encode())
            found[group] = Counter([crc32(clue.encode(errors="replace"), seed) % BUCKETS for clue in seen])
    return found


@lru_cache(maxsize=20_000)
def _letter_buckets(word: str) -> tuple[int, ...]:
    """The same words come again and again: their letters are hashed once."""
    seed = crc32(b"letters")
    return tuple(crc32(clue.encode(errors="replace"), seed) % BUCKETS for clue in letters(word))


def damped(times: int) -> float:
    """What it weighs that a clue is seen so often: the second time adds less than the first."""
    return 1 + log(times)


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in units of log odds. `telling` and `weights` have one number for each bucket; `groups` gives the share
    of each group of clues; `seen` are the fingerprints of the texts it was trained on; `about` is for people."""

    telling: array[float]
    weights: array[float]
    bias: float
    groups: Mapping[str, float]
    seen: frozenset[int]
    about: Mapping[str, object]

    def log_odds(self, hits: Buckets) -> float:
        """How far the clues speak for a sentence that is worth checking (above 0) or against it."""
        total = self.bias
        telling, weights = self.telling, self.weights
        for group, share in self.groups.items():
            spoken = length = 0.0
            for bucket, times in hits.get(group, _NOTHING).items():
                told = telling[bucket]
                if times > 1:
                    told *= damped(times)
                length += told * told
                spoken += told * weights[bucket]
            if length:
                total += share * spoken / sqrt(length)
        return total


def fingerprint(text: str) -> int:
    """A text whatever its case, spacing, figures and punctuation, in 32 bits: tells near-copies, holds no words."""
    letters = "".join(character for character in text.casefold() if character.isalpha())
    return crc32(letters.encode(errors="replace"))


@cache
def load_model() -> Model:
    """The weights in use, read at the first call and kept."""
    return read_model(FILE)


def read_model(path: Path) -> Model:
    """Raises OSError, ValueError or KeyError for a file that is missing or is not one of `write_model`."""
    kept = json.loads(gzip.decompress(path.read_bytes()))
    return Model(
        telling=array("f", (step / STEPS for step in _unpacked("h", kept["telling"]))),
        weights=array("f", (step / STEPS for step in _unpacked("h", kept["weights"]))),
        bias=kept["bias"],
        groups=kept["groups"],
        seen=frozenset(_unpacked("I", kept["seen"])),
        about=kept["about"],
    )


def write_model(path: Path, model: Model) -> None:
    """Write a model so that `read_model` reads it: the same model gives the same bytes."""
    kept = {
        "about": dict(model.about),
        "groups": dict(model.groups),
        "bias": model.bias,
        "telling": _packed("h", (round(number * STEPS) for number in model.telling)),
        "weights": _packed("h", (round(number * STEPS) for number in model.weights)),
        "seen": _packed("I", sorted(model.seen)),
    }
    path.write_bytes(gzip.compress(json.dumps(kept, indent=0).encode(), mtime=0))


def _packed(kind: str, numbers: Iterable[int]) -> str:
    return base64.b64encode(_little(array(kind, numbers)).tobytes()).decode()


def _unpacked(kind: str, text: str) -> array[int]:
    numbers = array(kind)
    numbers.frombytes(base64.b64decode(text))
    return _little(numbers)


def _little(numbers: array[int]) -> array[int]:
    """The file is little-endian wherever it is written or read."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
