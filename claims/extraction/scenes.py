"""What the rules of measuring need to know of a sentence, and of the figures before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extraction import lexicon
from claims.extraction.fates import Fates, fates
from claims.extraction.figure_types import Figure

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_HANDED = lexicon.words("hand return transfer receive exchange repatriate give swap deliver get")
_FOUND = lexicon.words("recover find retrieve pull discover bring")


@dataclass(frozen=True, slots=True)
class Topic:
    """What the figures just before measured, so that a bare figure can be read."""

    measure: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is found once for all figures of a sentence."""

    sentence: Span
    lemmas: frozenset[str]
    crowd: tuple[int, ...]  # token indices of verbs of gathering
    crowd_phrase: bool
    fates: Fates
    bodies: bool  # whether bodies are handed over, not found
    starts: tuple[int, ...]


def scene_of(sentence: Span, found: Sequence[Figure]) -> Scene:
    """What the rules need to know of a sentence."""
    lowered = sentence.text.casefold()
    lemmas = frozenset(token.lemma_.casefold() for token in sentence)
    return Scene(
        sentence=sentence,
        lemmas=lemmas,
        crowd=tuple(token.i for token in sentence if token.pos_ == "VERB" and _gathers(token, token.lemma_.casefold())),
        crowd_phrase=any(phrase in lowered for phrase in lexicon.CROWD_PHRASES),
        fates=fates(sentence) if found else Fates(()),  # only figures are judged by them
        bodies=bool(lemmas & lexicon.BODIES and lemmas & _HANDED) and not lemmas & _FOUND,
        starts=tuple(figure.core_start for figure in found),
    )


def _gathers(token: Token, lemma: str) -> bool:
    """ "marched", "turned out"; not "turned 64"."""
    if lemma == "turn":
        return any(child.dep_ == "prt" and child.lower_ in {"out", "up"} for child in token.children)
    return lemma in lexicon.CROWD_VERBS
