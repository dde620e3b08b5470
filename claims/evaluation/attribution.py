"""`manage.py evaluate attribution FILE`: who says what in news articles, beside a regular-expression reading.

The file has one article a line: `id`, `text` and `attr`, a list of attributions, each with the parts Source, Cue and
Content; a part is a list of `{"spans": [[start, end], ...]}` in characters of the text (PolNeAR: Newell, Margolin and
Ruths, "An Attribution Relations Corpus for Political News", LREC 2018).

One of ours is right where all three parts are those of one annotated attribution, and each annotated one is found once
(pairs with the most in common first). Two parts are the same where they share, in characters without white space and
punctuation at their ends, at least half of the *longer* one: naming the surname of a long phrase, or one word of a
sentence that was said, is not enough. For the cue it is half of the shorter, as whether "told", "has told" or "told
reporters on Monday" is the cue is a matter of taste. Looser and stricter readings of "same" are scored beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.evaluation.attribution_peer import pattern_attributions
from claims.evaluation.reading import UnreadableError, rows
from claims.evaluation.report import Report, Row, Score, Track, silent
from claims.evaluation.scoring import Counts
from claims.extraction.language import load_nlp
from claims.extraction.reading import read
from claims.extraction.sayings import sayings
from claims.extraction.types import Stretch

LEARNT_FROM = "train"
"""The split that the weights learnt from, whose articles are left out of the scores."""
_EDGES = " \t\n\r\xa0,;:.!?–—-"

Span = tuple[int, int]
Same = Callable[[int, int, int], bool]
"""Whether two parts are the same, from the characters of the one, of the other and of both."""
Standard = tuple[Same, Same, Same]


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution as spans of characters, in order. An empty part is one that the text does not have."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    @property
    def complete(self) -> bool:
        return bool(self.source and self.cue and self.content)


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated article."""

    id: str
    text: str
    split: str
    attributions: tuple[Attributed, ...]


def _half_of_longer(one: int, other: int, both: int) -> bool:
    return 0 < max(one, other) <= 2 * both


def _half_of_shorter(one: int, other: int, both: int) -> bool:
    return 0 < min(one, other) <= 2 * both


def _equal(one: int, other: int, both: int) -> bool:
    return one == other == both > 0


def _any(_one: int, _other: int, _both: int) -> bool:
    return True


STANDARD: Standard = (_half_of_longer, _half_of_shorter, _half_of_longer)
OTHER_STANDARDS: dict[str, Standard] = {
    "loose": (_half_of_shorter, _half_of_shorter, _half_of_shorter),
    "strict": (_half_of_longer, _half_of_longer, _half_of_longer),
    "exact": (_equal, _equal, _equal),
    "source and cue": (_half_of_longer, _half_of_shorter, _any),
}
"""What makes source, cue and content the same, by the name under which it is scored."""


def evaluate(path: Path, *, track: Track = silent, peers: bool = True) -> Report:
    """Score our attributions, and those of the patterns, on an annotated file.

    Raises UnreadableError where the file is not as described above.
    """
    everything = articles(path)
    held_out = [article for article in everything if article.split != LEARNT_FROM]
    judged = held_out or everything
    systems: dict[str, Callable[[str], list[Attributed]]] = {"Crosscheck": find}
    if peers:
        systems["Patterns"] = lambda text: [Attributed(*parts) for parts in pattern_attributions(text)]
    found = {
        name: [_bare(article.text, system(article.text)) for article in track(judged, total=len(judged), label=name)]
        for name, system in systems.items()
    }
    notes = [
        "Right: source and content share at least half of the longer of both spans with the annotation, the cue half "
        "of the shorter. Loose: half of the shorter for all; strict: half of the longer for all; exact: the same "
        "characters. Source and cue: the content is not looked at.",
        "Annotated attributions without a source or without content in the text are left out, and so is what is found "
        "at their cues.",
    ]
    if held_out and len(held_out) < len(everything):
        left_out = len(everything) - len(held_out)
        notes.append(f"{left_out} articles of the split '{LEARNT_FROM}' are left out: the weights learnt from them.")
    elif not held_out:
        notes.append("The weights learnt from these articles: the scores are too good.")
    gold = [_bare(article.text, article.attributions) for article in judged]
    return Report(
        task="attribution",
        items=sum(each.complete for parts in gold for each in parts),
        unit="attributions",
        rows=tuple(Row(name, _scores(gold, ours)) for name, ours in found.items()),
        details={"articles": len(judged), "missed": _missed(gold, found["Crosscheck"])},
        notes=tuple(notes),
        misses=tuple(_misses(judged, gold, found["Crosscheck"])),
    )


def find(text: str) -> list[Attributed]:
    """The attributions that Crosscheck finds in a text."""
    found = []
    for paragraph in read(text, [Stretch(0, len(text))], load_nlp()):
        starts = [token.idx + paragraph.offset for token in paragraph.doc]
        ends = [start + len(token) for start, token in zip(starts, paragraph.doc, strict=True)]
        for saying in sayings(paragraph.doc, [(span.start, span.end) for span in paragraph.sentences]):
            parts = ((saying.source,), (saying.cue,), saying.contents)
            found.append(Attributed(*(tuple((starts[low], ends[high - 1]) for low, high in part) for part in parts)))
    return found


def articles(path: Path) -> list[Article]:
    """The annotated articles of a file. Raises UnreadableError."""
    found = []
    for row in rows(path, fields=("id", "text", "attr")):
        try:
            attributions = tuple(
                Attributed(*(_spans(each.get(part), row["text"]) for part in ("Source", "Cue", "Content")))
                for each in row["attr"]
            )
        except (AttributeError, TypeError, ValueError, KeyError) as error:
            raise UnreadableError(f"{path}: the attributions of {row['id']} cannot be read ({error}).") from error
        found.append(Article(str(row["id"]), row["text"], str(row.get("split", "")), attributions))
    return found


def _spans(parts: list[dict[str, list[list[int]]]] | None, text: str) -> tuple[Span, ...]:
    spans = sorted((int(start), int(end)) for part in parts or [] for start, end in part["spans"])
    if any(not 0 <= start < end <= len(text) for start, end in spans):
        raise ValueError("a span outside the text")
    return tuple(spans)


def trimmed(text: str, span: Span) -> Span:
    """The span without white space and punctuation at its ends; all of it where it is nothing else."""
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip(_EDGES))
    end = span[1] - len(words) + len(words.rstrip(_EDGES))
    return (start, end) if start < end else span


def _bare(text: str, found: Iterable[Attributed]) -> list[Attributed]:
    return [
        Attributed(*(tuple(trimmed(text, span) for span in part) for part in (each.source, each.cue, each.content)))
        for each in found
    ]


def _counted(gold: Sequence[Sequence[Attributed]], ours: Sequence[Sequence[Attributed]], standard: Standard) -> Counts:
    counts = Counts()
    for annotated, found in zip(gold, ours, strict=True):
        pairs, wrong = compared(annotated, found, standard)
        counts.right += len(pairs)
        counts.wrong += len(wrong)
        counts.missed += sum(each.complete for each in annotated) - len(pairs)
    return counts


def _scores(gold: Sequence[Sequence[Attributed]], ours: Sequence[Sequence[Attributed]]) -> dict[str, Score]:
    others = {f"{name} f1": _counted(gold, ours, standard).f1 for name, standard in OTHER_STANDARDS.items()}
    return _counted(gold, ours, STANDARD).scores() | others


def compared(
    annotated: Sequence[Attributed], found: Sequence[Attributed], standard: Standard
) -> tuple[list[tuple[int, int]], list[int]]:
    """The pairs (annotated, found) that are the same, and the found ones that are wrong, as indexes.

    Those that have most in common are paired first. What is found at the cue of an incomplete annotation is in
    neither list.
    """
    possible = []
    for place, truth in enumerate(annotated):
        for at, one in enumerate(found):
            if truth.complete and _shared(truth.cue, one.cue)[2]:
                parts = (
                    _shared(truth.source, one.source),
                    _shared(truth.cue, one.cue),
                    _shared(truth.content, one.content),
                )
                if all(same(*part) for same, part in zip(standard, parts, strict=True)):
                    possible.append((-sum(both / max(of, other) for of, other, both in parts), place, at))
    pairs: dict[int, int] = {}
    for _, place, at in sorted(possible):
        if place not in pairs and at not in pairs.values():
            pairs[place] = at
    incomplete = [truth.cue for truth in annotated if not truth.complete]
    wrong = [
        at
        for at, one in enumerate(found)
        if at not in pairs.values() and not any(_shared(cue, one.cue)[2] for cue in incomplete)
    ]
    return list(pairs.items()), wrong


def _missed(gold: Sequence[Sequence[Attributed]], ours: Sequence[Sequence[Attributed]]) -> dict[str, int]:
    """How many annotated attributions are missed for what reason: their cue was not found, or was found with another
    source or content."""
    same_source, _, same_content = STANDARD
    reasons: Counter[str] = Counter()
    for annotated, found in zip(gold, ours, strict=True):
        right = {place for place, _ in compared(annotated, found, STANDARD)[0]}
        for place, truth in enumerate(annotated):
            if truth.complete and place not in right:
                near = [one for one in found if _shared(truth.cue, one.cue)[2]]
                if not near:
                    reasons["cue not found"] += 1
                elif not any(same_source(*_shared(truth.source, one.source)) for one in near):
                    reasons["other source"] += 1
                elif not any(same_content(*_shared(truth.content, one.content)) for one in near):
                    reasons["other content"] += 1
                else:
                    reasons["other"] += 1
    return dict(reasons.most_common())


def _shared(one: Sequence[Span], other: Sequence[Span]) -> tuple[int, int, int]:
    """The characters of the one, of the other and of both."""
    both = sum(max(0, min(end, to) - max(start, at)) for start, end in one for at, to in other)
    return sum(end - start for start, end in one), sum(to - at for at, to in other), both


def _misses(
    judged: Sequence[Article], gold: Sequence[Sequence[Attributed]], ours: Sequence[Sequence[Attributed]]
) -> Iterator[str]:
    for article, annotated, found in zip(judged, gold, ours, strict=True):
        pairs, wrong = compared(annotated, found, STANDARD)
        seen = {place for place, _ in pairs}
        for place, truth in enumerate(annotated):
            if truth.complete and place not in seen:
                yield f"{article.id}: missed {_shown(article.text, truth)}"
        for at in wrong:
            yield f"{article.id}: wrong {_shown(article.text, found[at])}"


def _shown(text: str, each: Attributed) -> str:
    parts = ((text[start:end] for start, end in part) for part in (each.source, each.cue, each.content))
    return " | ".join(" ".join(" … ".join(part).split()) for part in parts)
