"""What the learned part of `claims.extraction.worthiness` looks at: clues, in groups, read off one parsed sentence.

Every clue is a short string. Figures are replaced by their shape, so that a weight is learnt for "<number> percent"
and not for 12 percent; names and quantities that the parser recognises are replaced by their kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claims.extraction.reading import entities

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

GROUPS = {"kinds": 1.0, "grammar": 1.0, "links": 1.5, "letters": 1.5, "counts": 0.5, "signs": 1.0}
"""The groups of clues and the share of each in a score, chosen on two thirds of the training data. The signs are those
of `claims.extraction.worthiness`."""
LONGEST_WORD = 30
"""Letters of a word that are looked at; longer ones are no words."""
MOST_TOKENS = 200
"""Tokens of a sentence that are looked at; what has more is a table or a list."""

_FUNCTION = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "PUNCT"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_HELPERS = frozenset({"aux", "auxpass", "neg"})
_COUNTED_TAGS = frozenset(
    {"VBD", "VBN", "VBZ", "VBP", "VB", "VBG", "MD", "CD", "JJR", "JJS", "NNP", "NNPS", "PRP", "PRP$", "RBR", "UH", "$"}
)
_MOST_COUNTED = 4
_LENGTHS = (4, 7, 10, 14, 18, 23, 29, 37)


def clues(sentence: Span, signs: Iterable[str]) -> dict[str, list[str]]:
    """The clues of a sentence by group; a clue occurs as often as it is seen. For letters, its words are given, whose
    clues are `letters` of them.

    "Taxes rose 12 percent" gives, among others: kinds "rose <PERCENT>", grammar "NNS VBD CD", links "nsubj tax<rise",
    counts "VBD 1".
    """
    tokens = [token for token in sentence[:MOST_TOKENS] if not token.is_space]
    words = [_shape(token.lower_) for token in tokens]
    tags = [token.tag_ for token in tokens]
    classes = [token.pos_ for token in tokens]
    kinds = [token.ent_type_ for token in tokens]
    collapsed = list(_collapsed(words, kinds))
    grammar = [word if class_ in _FUNCTION else tag for word, tag, class_ in zip(words, tags, classes, strict=True)]
    return {
        "kinds": [*collapsed, *_runs(collapsed, 2)],
        "grammar": [*_runs(grammar, 2), *_runs(grammar, 3)],
        "links": list(_links(tokens, tags, classes, kinds)),
        "letters": words,
        "counts": _counts(words, tags, [entity.label_ for entity in entities(sentence)]),
        "signs": list(signs),
    }


def _shape(word: str) -> str:
    """A word as it is weighed: "<year>", "<decade>" and "<number>" stand for those."""
    if word.isalpha() or not any(character.isdigit() for character in word):
        return word[:LONGEST_WORD]
    if len(word) == 4 and word.isdecimal() and word[:2] in {"19", "20"}:
        return "<year>"
    return "<decade>" if word[:-1].lstrip("'").isdecimal() and word.endswith("s") else "<number>"


def _runs(items: Sequence[str], length: int) -> Iterator[str]:
    """All runs of `length` items, with a mark at either end."""
    marked = ["^", *items, "$"]
    return (" ".join(marked[at : at + length]) for at in range(len(marked) - length + 1))


def _collapsed(words: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    """The words, with each name or quantity as one item, its kind."""
    before = ""
    for word, kind in zip(words, kinds, strict=True):
        if not kind:
            yield word
        elif kind != before:
            yield f"<{kind}>"
        before = kind


def _links(tokens: Sequence[Token], tags: Sequence[str], classes: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    """The links of the parse tree, by lemma and by tag, and how the main verb is put."""
    places = {token.i: place for place, token in enumerate(tokens)}
    lemmas = [_shape(token.lemma_.lower()) for token in tokens]
    links = [token.dep_ for token in tokens]
    heads = [places.get(token.head.i, place) for place, token in enumerate(tokens)]
    for place, (head, link, lemma) in enumerate(zip(heads, links, lemmas, strict=True)):
        if classes[place] == "PUNCT":
            continue
        yield f"{link} {lemma}<{lemmas[head]}"
        yield f"{link} {tags[place]}<{tags[head]}"
        yield f"{link} {lemma}"
        if link in _SUBJECTS:
            who = _who(lemmas[place], tags[place], classes[place], kinds[place])
            yield f"{link} {who}<{tags[head]}"
            yield f"{link} {who}<{lemmas[head]}"
        if link == "ROOT":
            before = [child for child in range(place) if heads[child] == place]
            helpers = "+".join(lemmas[child] for child in before if links[child] in _HELPERS)
            subjects = [
                _who(lemmas[child], tags[child], classes[child], kinds[child])
                for child in before
                if links[child] in _SUBJECTS
            ]
            subject = subjects[0] if subjects else "-"
            yield f"root {helpers} {tags[place]}"
            yield f"root {subject} {helpers} {tags[place]}"
            yield f"root {subject} {lemma}"


def _who(lemma: str, tag: str, class_: str, kind: str) -> str:
    """A subject as it is weighed: the pronoun, or else what kind of name or noun it is."""
    return lemma if class_ == "PRON" else kind or tag


def letters(word: str) -> Iterator[str]:
    """Runs of two to five letters of a word and the spaces around it; a shape ("<year>") is one clue."""
    if word.startswith("<"):
        return iter((word,))
    spaced = f" {word} "
    return (spaced[at : at + length] for length in range(2, 6) for at in range(len(spaced) - length + 1))


def _counts(words: Sequence[str], tags: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """How long the sentence is, and how often it has each of some tags and kinds of names, none included."""
    length = sum(len(words) >= edge for edge in _LENGTHS)
    seen = Counter([*(tag for tag in tags if tag in _COUNTED_TAGS), *kinds])
    seen["figure"] = sum(word in {"<number>", "<year>", "<decade>"} for word in words)
    names = sorted(_COUNTED_TAGS | seen.keys())
    return [f"length {length}", *(f"{name} {min(seen[name], _MOST_COUNTED)}" for name in names)]
