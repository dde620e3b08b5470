"""Whose figure it is where no verb of saying has a subject: "the ministry's count stands at 40", "organisers at
90,000"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.cues import COUNTS, SOURCES, Attribution
from claims.extraction.speakers import Cast, speaker_of
from claims.extraction.types import Speaker
from claims.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_JOINS = frozenset({",", ";", "and", "while", "but"})
_BEFORE_FIGURES = frozenset({"at", "about", "around", "some", "nearly", "over", "almost", "roughly", "only", "just"})
_FARTHEST = 4
"""Tokens between a source and its figure where the verb is left out."""


def is_source(token: Token) -> bool:
    """Whether a noun can say something: a name, or "police", "the report"."""
    return token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or token.lemma_.casefold() in SOURCES


def counted(token: Token, sentence: Span, cast: Cast, last: Speaker | None, people: list[Span]) -> Attribution | None:
    """ "The ministry's own estimate is far lower, at 1,100": a count with an owner and a figure.

    Leaves alone "the ministry's account is full" and "their tally was 40", which name no figure or nobody.
    """
    verb = token.head
    if token.lower_ not in COUNTS or token.dep_ != "nsubj" or not sentence.start <= verb.i < sentence.end:
        return None
    owner = next((child for child in token.children if child.dep_ == "poss" and is_source(child)), None)
    first, end = verb.left_edge, sentence.doc[min(verb.right_edge.i, sentence.end - 1)]
    if owner is None or not any(part.like_num for part in sentence.doc[verb.i : end.i + 1]):
        return None
    content = first.idx, end.idx + len(end)
    frame = owner.left_edge.idx, token.idx + len(token)
    return Attribution(
        speaker_of(owner, cast, last, people), token.text, token.idx, Stance.ASSERTS, content, frame, "figure"
    )


def gapped(act: Attribution, sentence: Span, cast: Cast, last: Speaker | None, people: list[Span]) -> list[Attribution]:
    """The sources that share the verb of an attributed figure: "police put the turnout at 40,000, organisers at
    90,000".

    Leaves alone "police put the losses at 40 ships and 300 men", where nobody else speaks.
    """
    doc = sentence.doc
    found = []
    for token in sentence:
        if token.idx < act.frame[1] or not is_source(token) or doc[max(token.left_edge.i, 1) - 1].lower_ not in _JOINS:
            continue
        place = token.i + 1
        while place < min(sentence.end, token.i + _FARTHEST) and doc[place].lower_ in _BEFORE_FIGURES:
            place += 1
        if place >= sentence.end or not doc[place].like_num:
            continue
        while place + 1 < sentence.end and doc[place + 1].lower_ not in _JOINS and not doc[place + 1].is_punct:
            place += 1
        content = token.left_edge.idx, doc[place].idx + len(doc[place])
        frame = token.left_edge.idx, token.idx + len(token)
        speaker = speaker_of(token, cast, last, people)
        found.append(Attribution(speaker, act.cue, token.idx, act.stance, content, frame, "figure"))
    return found
