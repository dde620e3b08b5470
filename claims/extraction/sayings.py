"""Who says, thinks or wants what, learned: the source, the cue and the content of every attribution in a paragraph.

Three small linear models over the parse read in turn: is this word the head of a cue, which phrase is its source,
which stretch of the sentence (or which quotations of the paragraph) is its content. A cue is kept where the three
together are sure enough. What the weights learnt from, and how well they do, is in `sayings.md` beside them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from claims.extraction.clues import cue_candidates, cue_clues, source_candidates, source_clues
from claims.extraction.contents import Places, content_clues, contents, trimmed
from claims.extraction.sheet import Sheet
from claims.extraction.weights import Model, probability, read_weights

if TYPE_CHECKING:
    from spacy.tokens import Doc

WEIGHTS = Path(__file__).parent / "sayings.tsv.gz"
THRESHOLD = 0.28
"""The score that gave the best F1 on a third of the training articles, by weights learnt from the others."""
_OPENING = frozenset({"aux", "auxpass", "neg", "advmod"})
_LINKING = frozenset({"ADP", "PART", "ADV", "ADJ"})
_CONTENT_MARKS = frozenset({",", ":", "that", "whether", "if", "“", '"', "‘"})
_LONGEST_LINK = 7
"""Tokens between a cue's head and what follows it that can still be its own words."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution. All numbers are tokens of the paragraph: `cue`, `source` and `contents` are spans, `cue_head`
    and `source_head` the words on which they hang. `score` (0-1) is how sure the reading is.

    "Hill told reporters that the radar failed": source "Hill", cue "told", content "that the radar failed".
    """

    source: tuple[int, int]
    source_head: int
    cue: tuple[int, int]
    cue_head: int
    contents: Places
    score: float


@cache
def load_weights() -> dict[str, Model]:
    """The models "cue", "source" and "content", read at the first call and kept; "cue lemmas" holds the words other
    than verbs that can be the head of a cue."""
    return read_weights(WEIGHTS)


def sayings(doc: Doc, sentences: Sequence[tuple[int, int]], *, threshold: float = THRESHOLD) -> list[Saying]:
    """The attributions of one parsed paragraph, in the order of their cues. `sentences` are its token spans.

    Fires on "Hill believes the plan is sound", "calls for a vote by the council", "“It failed,” he said. “Badly.”",
    "Hill: the plan is sound". Leaves alone a sentence in which nobody says, thinks, wants or knows anything, and what
    is said within what somebody else says.
    """
    sheet, models = Sheet(doc, sentences), load_weights()
    found = (read_saying(sheet, cue, sure, models, threshold) for cue, sure in read_cues(sheet, models))
    return _apart([saying for saying in found if saying])


def _apart(found: Sequence[Saying]) -> list[Saying]:
    """The sayings without those that stand mostly inside a surer one: each word is said by one."""
    taken: set[int] = set()
    kept = []
    for saying in sorted(found, key=lambda saying: -saying.score):
        content = {token for start, end in saying.contents for token in range(start, end)}
        if saying.cue_head not in taken and 2 * len(content & taken) <= len(content):
            kept.append(saying)
            taken.update(content, range(*saying.source), range(*saying.cue))
    return sorted(kept, key=lambda saying: saying.cue_head)


def read_cues(
    sheet: Sheet, models: Mapping[str, Model], lemmas: Collection[str] | None = None
) -> Iterator[tuple[int, float]]:
    """The words that can be the head of a cue, each with the chance that it is one. `lemmas` limits them."""
    for cue in cue_candidates(sheet, models["cue lemmas"]):
        if lemmas is None or sheet.lemma[cue] in lemmas:
            yield cue, probability(models["cue"], cue_clues(sheet, cue))


def read_saying(
    sheet: Sheet, cue: int, sure: float, models: Mapping[str, Model], threshold: float = THRESHOLD
) -> Saying | None:
    """The attribution of a cue that is one with the chance `sure`; None where its score is below the threshold.

    The score is that chance times the geometric mean of those of source and content, so what is below the threshold
    on the way need not be read on.
    """
    found = read_source(sheet, cue, models["source"]) if sure >= threshold else None
    if found is None or sure * sqrt(found[0]) < threshold:
        return None
    chance, head = found
    source = phrase(sheet, head, cue)
    right, places = max(
        (
            (probability(models["content"], content_clues(sheet, cue, source, places, names)), places)
            for places, names in contents(sheet, cue, source).items()
        ),
        default=(0.0, ()),
    )
    score = sure * sqrt(chance * right)
    if score < threshold:
        return None
    return Saying(source, head, _cue_span(sheet, cue, source, places), cue, places, round(score, 4))


def read_source(sheet: Sheet, cue: int, model: Model) -> tuple[float, int] | None:
    """The phrase that is most likely the source of a cue, by its head and with the chance that it is; None where the
    sentence has no noun."""
    return max(
        (
            (probability(model, source_clues(sheet, cue, token, path)), token)
            for token, path in source_candidates(sheet, cue)
        ),
        default=None,
    )


def phrase(sheet: Sheet, head: int, cue: int) -> tuple[int, int]:
    """The whole phrase of a source, without what lies on the cue's other side."""
    start, end = sheet.left[head], sheet.right[head] + 1
    if start <= cue < end:
        start, end = (start, cue) if head < cue else (cue + 1, end)
    start, end = trimmed(sheet, start, end)
    return (start, end) if start < end else (head, head + 1)


def _cue_span(sheet: Sheet, cue: int, source: tuple[int, int], places: Places) -> tuple[int, int]:
    """The words of a cue: its auxiliaries and adverbs, and what leads straight to content or source ("according to",
    "is optimistic about", "continues to deny") but not whom it tells ("told reporters")."""
    start, end = cue, cue + 1
    while start > source[1] and sheet.head[start - 1] == cue and sheet.dep[start - 1] in _OPENING:
        start -= 1
    follows = min((at for at in (source[0], *(at for at, _ in places)) if at >= end), default=end)
    between = range(end, min(follows, cue + _LONGEST_LINK))
    light = sheet.pos[cue] == "AUX"
    if follows - end < _LONGEST_LINK and all(
        light or sheet.pos[at] in _LINKING or sheet.tag[at] == "VB" for at in between
    ):
        end = follows
    while end > cue + 1 and sheet.lower[end - 1] in _CONTENT_MARKS:
        end -= 1
    return start, end
