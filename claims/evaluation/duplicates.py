"""manage.py evaluate duplicates: find the article that a text, cut to half its length and edited, was taken from.

The rows are articles: objects with `id` and `text` (or `body`). Each gives one copy (see recutting). All pairs of these
articles and copies are judged as the pipeline judges them (`matching.copies.repeats`), and by MinHash.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any

from claims.evaluation.reading import MissingPeerError, UnreadableError, rows
from claims.evaluation.recutting import recut
from claims.evaluation.report import Report, Row, Score, Track, silent
from claims.evaluation.scoring import Counts
from claims.matching.copies import RUN, SKETCH, Text, credit_of, repeats, runs_of, sketch_of, words_of

_RELATED = 50
"""Words in a row that two articles of a file share where one has taken text from the other."""
_NEIGHBOURS = 40
_PEER = 0.5
_PERMUTATIONS = 128

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Item:
    """An article or the copy of one. `article` is the article's place in the file; `cut` is "" for the article."""

    name: str
    article: int
    words: str
    text: Text
    cut: str = ""


def evaluate(path: Path, *, track: Track = silent, peers: bool = True) -> Report:
    """The share of the copies that are known as copies of their article, and whether any other pair is taken for one.

    Precision counts every pair of texts from two different articles that is taken for copies as wrong. Raises
    UnreadableError for a file without such articles, MissingPeerError where datasketch is not installed.
    """
    articles = rows(path, fields=["id"])
    items = [
        item
        for place, row in enumerate(track(articles, total=len(articles), label="Re-cut"))
        for item in _items(place, row, path)
    ]
    # Of texts without a run in common nothing could say that they are copies.
    pairs = sorted(_together(item.text.runs for item in items))
    related = _related(items, pairs)
    judged = [pair for pair in pairs if _articles(items, pair) not in related]
    shares = {
        pair: repeats(items[pair[0]].text, items[pair[1]].text)
        for pair in track(judged, total=len(judged), label="Crosscheck")
    }
    found = {pair for pair, share in shares.items() if share}
    looked_up = _looked_up(items)
    scored = [Row("Crosscheck", _scores(items, found)), Row("Crosscheck, by sketch", _scores(items, found & looked_up))]
    if peers:
        resemblance = _resemblance(items, track)
        judged_by_peer = {pair: share for pair, share in resemblance.items() if _articles(items, pair) not in related}
        taken = {pair for pair, share in judged_by_peer.items() if share >= _PEER}
        best = max((share for pair, share in judged_by_peer.items() if not _is_copy(items, pair)), default=0.0)
        safe = {pair for pair, share in judged_by_peer.items() if share > best}
        scored.append(Row(f"MinHash at {_PEER}", _scores(items, taken)))
        scored.append(Row(f"MinHash at {best:.2f}, its best here", _scores(items, safe)))
    missed = [item for place, item in enumerate(items) if item.cut and (place - 1, place) not in found]
    wrong = sorted(pair for pair in found if not _is_copy(items, pair))
    return Report(
        task="duplicates",
        items=len(articles),
        unit="articles, each with a copy cut to half",
        rows=tuple(scored),
        details={
            "recall by cut": _by_cut(items, found),
            "candidates by sketch, on average": len(looked_up) / len(items),
            "pairs of articles left out": sorted([articles[a]["id"], articles[b]["id"]] for a, b in related),
        },
        notes=(
            "Each copy is cut to about half in one of four ways that its id decides, and edited: dateline and credit, "
            "quotation marks and dashes, British spelling, a line of boilerplate.",
            f"Right is a copy set beside its own article. Any other pair is wrong, of {len(items):,} texts; left out "
            f"are the {len(related)} pairs of articles that themselves share {_RELATED} words or more in a row.",
            f"By sketch: each text is compared only with the {_NEIGHBOURS} that share most of its {SKETCH} smallest "
            "checksums, as an index gives them.",
            f"MinHash: {_PERMUTATIONS} permutations over the same runs of {RUN} words, resemblance of {_PEER} or more; "
            "then the lowest threshold that takes no wrong pair here.",
        ),
        misses=(
            *(f"missed: {item.name} ({item.cut}, {len(item.text.runs)} runs)" for item in missed),
            *(f"wrong: {items[a].name} beside {items[b].name}" for a, b in wrong),
        ),
    )


def _items(place: int, row: dict[str, Any], path: Path) -> tuple[_Item, _Item]:
    words = row.get("text") or row.get("body")
    if not isinstance(words, str) or not words.strip():
        raise UnreadableError(f"{path}: the article {row['id']} has neither text nor body.")
    name = str(row["id"])
    copy = recut(name, words)
    return (
        _Item(name, place, words, Text(2 * place, None, runs_of(words), credit_of(words))),
        _Item(f"copy of {name}", place, copy.text,
              Text(2 * place + 1, None, runs_of(copy.text), credit_of(copy.text)), copy.cut),
    )  # fmt: skip


def _together(checksums: Iterable[Iterable[int]]) -> set[Pair]:
    """The pairs of texts with a checksum in common."""
    holding: dict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(checksums):
        for checksum in each:
            holding[checksum].append(place)
    return {pair for places in holding.values() for pair in combinations(places, 2)}


def _looked_up(items: Sequence[_Item]) -> set[Pair]:
    """The pairs of each text with those before it that share most of its sketch."""
    holding: dict[int, list[int]] = defaultdict(list)
    pairs: set[Pair] = set()
    for place, item in enumerate(items):
        sketch = sketch_of(item.text.runs)
        known = Counter(other for checksum in sketch for other in holding[checksum])
        pairs.update((other, place) for other, _ in known.most_common(_NEIGHBOURS))
        for checksum in sketch:
            holding[checksum].append(place)
    return pairs


def _related(items: Sequence[_Item], pairs: Iterable[Pair]) -> set[Pair]:
    """Pairs of articles, by their places in the file, of which one has taken text from the other: they are copies that
    nobody has annotated. Found by the longest passage in common, not by what is being measured."""
    related = set()
    for one, other in pairs:
        left, right = items[one], items[other]
        if left.cut or right.cut or len(left.text.runs & right.text.runs) <= _RELATED - RUN:
            continue
        words = words_of(left.words), words_of(right.words)
        longest = SequenceMatcher(None, *words, autojunk=False).find_longest_match()
        if longest.size >= _RELATED:
            related.add((left.article, right.article))
    return related


def _articles(items: Sequence[_Item], pair: Pair) -> Pair:
    return items[pair[0]].article, items[pair[1]].article


def _is_copy(items: Sequence[_Item], pair: Pair) -> bool:
    one, other = _articles(items, pair)
    return one == other


def _scores(items: Sequence[_Item], found: Iterable[Pair]) -> dict[str, Score]:
    counts = Counts()
    for pair in found:
        if _is_copy(items, pair):
            counts.right += 1
        else:
            counts.wrong += 1
    counts.missed = len(items) // 2 - counts.right
    return {"recall": counts.recall, "precision": counts.precision, "wrong pairs": counts.wrong}


def _by_cut(items: Sequence[_Item], found: Container[Pair]) -> dict[str, float]:
    hits: dict[str, list[bool]] = defaultdict(list)
    for place, item in enumerate(items):
        if item.cut:
            hits[item.cut].append((place - 1, place) in found)
    return {cut: sum(known) / len(known) for cut, known in sorted(hits.items())}


def _resemblance(items: Sequence[_Item], track: Track) -> dict[Pair, float]:
    """The share of equal places in the MinHash signatures of each pair, where there are any."""
    try:
        import numpy as np  # what datasketch computes with
        from datasketch import MinHash
    except ImportError as error:
        raise MissingPeerError("datasketch") from error
    signatures = []
    for item in track(items, total=len(items), label="MinHash"):
        signature = MinHash(num_perm=_PERMUTATIONS)
        signature.update_batch([run.to_bytes(4, "big") for run in item.text.runs])
        signatures.append(signature.hashvalues)
    table = np.array(signatures)
    found = {}
    for place in range(len(items) - 1):
        equal = (table[place + 1 :] == table[place]).mean(axis=1)
        found.update({(place, place + 1 + int(other)): float(equal[other]) for other in equal.nonzero()[0]})
    return found
