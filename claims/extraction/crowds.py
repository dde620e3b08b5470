"""Which figures count people together: a crowd in the street, those on board."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.extraction import lexicon
from claims.extraction.casualties import REACH
from claims.extraction.reading import text_of
from claims.extraction.scenes import Scene, Topic

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SMALLEST_CROWD = 20
_PEOPLE_OF_A_CROWD = 1000
_CRAFT = "plane|flight|jet|aircraft|airliner|ship|ferry|boat|bus|train|vessel"
_ON_BOARD = re.compile(rf"\s+(?:people |were |are |was )*on (?:board )?(?:that|the|this) (?:{_CRAFT})\b", re.IGNORECASE)
_BOARD_AFTER = re.compile(r"(?:\s+[\w'’-]+){0,2}?\s+(?:on[ -]board|aboard|onboard)\b", re.IGNORECASE)
_BOARD_BEFORE = re.compile(
    r"\b(?:number|total|figure|list|count|people|those|persons)\b[^.;,\d]{0,20}\b(?:on board|aboard)\b[^.;,\d]{0,16}$",
    re.IGNORECASE,
)
_OUTDOORS = re.compile(
    r"\s(?:were |was |had been )?(?:(?:on|in|at|along|around) (?:the )?(?:[A-Z]\w+ )?(?:Boulevard|Avenue|Square|Plaza|"
    r"Street|square|streets|avenue|boulevard|plaza|rally|march|demonstration|protest)\b|out on the)"
)


def is_crowd(tokens: Span, word: str, bare: bool, scene: Scene, topic: Topic, value: Decimal) -> bool:
    """ "312,000 marched", "a turnout of 180,000", "500 protesters"; not "marched 20 miles", "200 houses at the
    rally"."""
    if not (bare or word in lexicon.PERSONS or word in lexicon.CROWD_NOUNS):
        return False
    before = scene.sentence.doc[max(scene.sentence.start, tokens.start - 5) : tokens.start]
    return (
        word in lexicon.CROWD_NOUNS
        or scene.crowd_phrase
        or (value >= _PEOPLE_OF_A_CROWD and _people_out(tokens, word, topic))
        or _drawn(tokens, word)
        or any(abs(index - tokens.end) <= 2 * REACH for index in scene.crowd)
        or any(token.lemma_.casefold() in lexicon.CROWD_NOUNS for token in before)
    )


def _people_out(tokens: Span, word: str, topic: Topic) -> bool:
    """ "500,000 people on the avenue", "40,000 people were there" after the figure of a crowd."""
    if word not in {"people", "person"}:
        return False
    end = min(tokens.sent.end, tokens.end + 1)
    last = tokens.doc[end - 1]
    rest = text_of(tokens.doc)[last.idx + len(last) : min(tokens.sent.end_char, last.idx + len(last) + 60)]
    return topic.measure == "crowd_size" or bool(_OUTDOORS.match(rest))


def _drawn(tokens: Span, word: str) -> bool:
    """ "drew 40,000 people", "100,000 people filled the square", not "workers of a shop that draws many"."""
    counted = (
        next((token for token in tokens.root.ancestors if token.lemma_.casefold() == word), None) if word else None
    )
    counted = counted if counted is not None else tokens.root
    verb = counted.head
    place = "dobj" if verb.lemma_ in {"draw", "attract"} else "nsubj"
    return verb.lemma_.casefold() in lexicon.DRAWING and counted.dep_ == place


def is_aboard(tokens: Span, noun: Token | None, bare: bool, word: str) -> bool:
    """ "124 people on board", "12 on that flight", "put the number on board at 112"; not "124 crates on board"."""
    if not (bare or word in lexicon.PERSONS | lexicon.ABOARD):
        return False
    text, sentence = text_of(tokens.doc), tokens.sent
    end = tokens.end_char if noun is None else max(tokens.end_char, noun.idx + len(noun))
    rest = text[end : min(sentence.end_char, end + 60)]
    if bare and text[max(0, tokens.start_char - 8) : tokens.start_char].casefold().endswith("crew of "):
        return True
    if _BOARD_AFTER.match(rest) or (bare and _ON_BOARD.match(rest)):
        return True
    return bare and bool(
        _BOARD_BEFORE.search(text[max(sentence.start_char, tokens.start_char - 60) : tokens.start_char])
    )
