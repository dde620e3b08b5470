"""Train the learned attribution (`claims.extraction.sayings`) on annotated news articles.

Three logistic regressions on the clues of `claims.extraction.clues` and `contents`: the head of the cue among all
candidates, the source among the phrases around an annotated cue, the content among the places where it can stand. The
clues of most use are kept, so that the weights stay small.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from claims.evaluation.attribution import LEARNT_FROM, Article, articles
from claims.evaluation.attribution import Span as Characters
from claims.evaluation.reading import MissingPeerError
from claims.extraction.clues import cue_candidates, cue_clues, source_candidates, source_clues
from claims.extraction.contents import Places, content_clues, contents, trimmed
from claims.extraction.language import load_nlp
from claims.extraction.reading import read
from claims.extraction.sayings import phrase
from claims.extraction.sheet import Sheet
from claims.extraction.types import Stretch
from claims.extraction.weights import write_weights

RAREST = {"cue": 5, "source": 4, "content": 4}
"""How often a clue must occur to be weighed."""
KEPT = {"cue": 24_000, "source": 12_000, "content": 24_000}
"""How many clues each model keeps: those that decide most often, by weight times the root of their count."""
RAREST_LEMMA = 3
STRENGTH = 0.3
"""The inverse of the L2 penalty (scikit-learn's C), chosen on a third of the training articles."""
LEAST_OVERLAP = 0.5
NEARLY_BEST = 0.07
"""A place counts as the content where its overlap (Dice, by tokens) with the annotated one is at least
`LEAST_OVERLAP` and at most `NEARLY_BEST` below the best place's."""

Example = tuple[list[str], bool]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotated attribution as tokens of its paragraph; `source` is -1 where it has none."""

    cue: int
    source: int
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class Page:
    """One parsed paragraph with its annotation."""

    sheet: Sheet
    annotated: tuple[Annotated, ...]


def train(path: Path, out: Path) -> None:
    """Learn from the articles of a file (those of its split "train", where it has one) and write the weights.

    The same file gives the same weights. Raises UnreadableError for a file that `evaluate attribution` cannot read,
    MissingPeerError where scikit-learn is not installed.
    """
    if find_spec("sklearn") is None:
        raise MissingPeerError("scikit-learn")
    everything = articles(path)
    chosen = [article for article in everything if article.split == LEARNT_FROM] or everything
    write_weights(out, learn([page for article in chosen for page in pages(article)]))


def pages(article: Article) -> Iterator[Page]:
    """The paragraphs of an article, parsed as extraction parses them."""
    for paragraph in read(article.text, [Stretch(0, len(article.text))], load_nlp()):
        sheet = Sheet(paragraph.doc, [(span.start, span.end) for span in paragraph.sentences])
        bounds = [(token.idx + paragraph.offset, token.idx + len(token) + paragraph.offset) for token in paragraph.doc]
        annotated = []
        for each in article.attributions:
            cue = _root(sheet, _tokens(bounds, each.cue))
            if cue is not None:
                source = _root(sheet, _tokens(bounds, each.source))
                content = frozenset(
                    token
                    for token in _tokens(bounds, each.content)
                    if trimmed(sheet, token, token + 1) == (token, token + 1)
                )
                annotated.append(Annotated(cue, -1 if source is None else source, content))
        yield Page(sheet, tuple(annotated))


def learn(found: Sequence[Page]) -> dict[str, dict[str, float]]:
    """The models of `claims.extraction.sayings` from annotated paragraphs."""
    counts = Counter(page.sheet.lemma[each.cue] for page in found for each in page.annotated)
    lemmas = {lemma: 1.0 for lemma, count in sorted(counts.items()) if count >= RAREST_LEMMA}
    return {
        "cue lemmas": lemmas,
        "cue": _fitted("cue", [example for page in found for example in _cues(page, lemmas)]),
        "source": _fitted("source", [example for page in found for example in _sources(page)]),
        "content": _fitted("content", [example for page in found for example in _contents(page)]),
    }


def _tokens(bounds: Sequence[Characters], spans: Sequence[Characters]) -> list[int]:
    return [token for token, (start, end) in enumerate(bounds) if any(start < to and at < end for at, to in spans)]


def _root(sheet: Sheet, tokens: Sequence[int]) -> int | None:
    """The token on which a span hangs: the first whose head is outside, and a word rather than a mark."""
    inside = set(tokens)
    tops = [token for token in tokens if sheet.head[token] not in inside or sheet.head[token] == token]
    words = [token for token in tops if sheet.pos[token] not in {"PUNCT", "SPACE"}]
    return next(iter([*words, *tops]), None)


def _cues(page: Page, lemmas: dict[str, float]) -> Iterator[Example]:
    heads = {each.cue for each in page.annotated}
    for token in cue_candidates(page.sheet, lemmas):
        yield cue_clues(page.sheet, token), token in heads


def _sources(page: Page) -> Iterator[Example]:
    sources: defaultdict[int, set[int]] = defaultdict(set)
    for each in page.annotated:
        sources[each.cue].add(each.source)
    for cue, right in sources.items():
        for token, path in source_candidates(page.sheet, cue):
            yield source_clues(page.sheet, cue, token, path), token in right


def _contents(page: Page) -> Iterator[Example]:
    for each in page.annotated:
        if each.source < 0 or not each.content:
            continue
        source = phrase(page.sheet, each.source, each.cue)
        places = contents(page.sheet, each.cue, source)
        overlaps = [_overlap(place, each.content) for place in places]
        least = max(LEAST_OVERLAP, max(overlaps, default=0.0) - NEARLY_BEST)
        if not overlaps or max(overlaps) < least:
            continue
        for (place, names), overlap in zip(places.items(), overlaps, strict=True):
            yield content_clues(page.sheet, each.cue, source, place, names), overlap >= least


def _overlap(places: Places, content: frozenset[int]) -> float:
    tokens = {token for start, end in places for token in range(start, end)}
    return 2 * len(tokens & content) / (len(tokens) + len(content))


def _fitted(name: str, examples: Sequence[Example]) -> dict[str, float]:
    """A logistic regression over the clues of the examples, with the weights that matter most."""
    import numpy as np
    from scipy.sparse import csr_matrix  # training alone needs these
    from sklearn.linear_model import LogisticRegression

    counts = Counter(clue for clues, _ in examples for clue in set(clues))
    known = {clue: number for number, clue in enumerate(sorted(counts)) if counts[clue] >= RAREST[name]}
    known = {clue: number for number, clue in enumerate(known)}
    columns: list[int] = []
    ends = [0]
    for clues, _ in examples:
        columns += sorted({known[clue] for clue in clues if clue in known})
        ends.append(len(columns))
    seen = csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(examples), len(known)))
    model = LogisticRegression(C=STRENGTH, max_iter=200).fit(seen, [right for _, right in examples])
    weights = dict(zip(known, model.coef_[0].tolist(), strict=True))
    useful = sorted(weights, key=lambda clue: (-abs(weights[clue]) * counts[clue] ** 0.5, clue))[: KEPT[name]]
    return {"": float(model.intercept_[0])} | {clue: weights[clue] for clue in useful}
