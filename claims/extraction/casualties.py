"""Figures of people killed, hurt or missing: which word near a figure says what became of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.extraction import lexicon
from claims.extraction.reading import text_of
from claims.extraction.types import ExtractedMeasurement

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

REACH = 9
"""Tokens between a figure and the word that says what it measures; another figure between counts as six."""
CASUALTIES = frozenset({"killed", "injured", "missing", "casualties", "identified_dead"})

_DEAD = r"(?:killed|dead|died|deaths|lost (?:their|his|her) li(?:fe|ves))"
_HURT = r"(?:wounded|injured|hurt|missing|captured|injuries)"
_BOTH = re.compile(
    rf"\b{_DEAD}(?:\s*,\s*|\s*(?:and|or|and/or)\s+)(?:been |were |have been )?(?:seriously |badly )?{_HURT}\b"
    r"|\b(?:wounded|injured) (?:and|or) (?:killed|dead)\b",
    re.IGNORECASE,
)
_LOST_LIVES = re.compile(
    r"\b(?:lost|lose|losing) (?:their|his|her) li(?:fe|ves)\b|\bclaim(?:ed|s|ing)? (?:the lives of|lives)",
    re.IGNORECASE,
)
_NONE_OF = r"deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|injuries|victims"
_NOBODY = re.compile(
    rf"\bno(?:body| one| (?:{_NONE_OF})| reports? of (?:any )?(?:{_NONE_OF}))\b"
    r"(?P<verb>\s+(?:was|were|had been|has been|have been)?\s*(?:killed|died|dead|injured|hurt|wounded))?",
    re.IGNORECASE,
)
_LINKS = frozenset({"nummod", "quantmod", "pobj", "prep", "compound", "dobj", "attr", "appos"})


@dataclass(frozen=True, slots=True)
class Fates:
    """The words of one sentence that say what became of people, found once: (first character, token index, measure)."""

    words: tuple[tuple[int, int, str], ...]


def fates(sentence: Span) -> Fates:
    """All such words of a sentence; "killed or wounded" and "killed, wounded, missing" are one word, casualties."""
    text = text_of(sentence.doc)
    combined = [match.span() for match in _BOTH.finditer(text, sentence.start_char, sentence.end_char)]
    lives = [match.span() for match in _LOST_LIVES.finditer(text, sentence.start_char, sentence.end_char)]
    found = []
    for token in sentence:
        measure = (
            "casualties" if _inside(token.idx, combined) else "killed" if _inside(token.idx, lives) else fate(token)
        )
        if measure:
            found.append((token.idx, token.i, measure))
    return Fates(tuple(found))


def _inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def fate(token: Token) -> str:
    """The measure that one word stands for: "died" → killed, "wounded" → injured, "majority" → margin; empty for
    others."""
    lemma = token.lemma_.casefold()
    if lemma in lexicon.DEAD or (lemma in lexicon.KILL and token.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}):
        return "killed"
    if lemma == "victim" and any(other.lemma_ == "identify" for other in token.doc[token.i : token.i + 4]):
        return "identified_dead"
    if lemma in lexicon.INJURE:
        return "injured"
    if lemma in lexicon.MISSING or (token.lower_ == "missing" and token.pos_ in {"ADJ", "VERB"}):
        return "missing"
    if lemma in lexicon.CASUALTY or token.lower_ in lexicon.CASUALTY:
        return "casualties"
    return "margin" if lemma in lexicon.MARGIN else ""


def governing(tokens: Span, unit: Token | None, known: Fates, starts: Sequence[int]) -> str:
    """The measure of a figure by the word that governs it: through the verb it belongs to, otherwise the nearest.

    Fires on "killed at least 13", "611 dead", "deaths … have leapt to 611", "put the toll at 40". Leaves alone figures
    with nothing in reach, and those that another figure parts from the word ("killed 12 and 30 houses burned").
    """
    if not known.words:
        return ""
    through_verb = _by_verb(tokens, unit, {index: measure for _, index, measure in known.words})
    if through_verb:
        return through_verb
    best, nearest = "", REACH + 1
    for position, index, measure in known.words:
        distance = tokens.start - index if index < tokens.start else index - tokens.end + 1
        if distance >= nearest:
            continue
        low, high = sorted((position, tokens.start_char))
        inside = (start for start in starts if not tokens.start_char <= start < tokens.end_char)
        distance += 6 * sum(1 for start in inside if low < start < high)
        if distance < nearest:
            best, nearest = measure, distance
    return best


def _by_verb(tokens: Span, unit: Token | None, known: dict[int, str]) -> str:
    """What the verb says of its subject ("98 are still missing"); for a bare figure after a verb, what the verb's
    subject or object is ("Deaths have leapt to 611")."""
    counted = unit if unit is not None else tokens.root
    if counted.dep_ in {"nsubj", "nsubjpass"}:
        verb = counted.head
        complements = [child for child in verb.children if child.dep_ in {"acomp", "attr", "oprd", "xcomp"}]
        return next((known[token.i] for token in (verb, *complements) if token.i in known), "")
    link = counted
    while link.head.i != link.i and link.dep_ in _LINKS and link.pos_ != "VERB":
        link = link.head
    if unit is not None or link.pos_ not in {"VERB", "AUX"}:
        return ""
    before = [child for child in link.children if child.i < tokens.start and child.i in known]
    return next((known[child.i] for child in before if child.dep_ in {"nsubj", "nsubjpass", "dobj"}), "")


def nobody(sentence: Span) -> list[ExtractedMeasurement]:
    """ "nobody died", "no fatalities", "no reports of deaths" are a figure of nought; "no one said" is not."""
    result = []
    for match in _NOBODY.finditer(text_of(sentence.doc), sentence.start_char, sentence.end_char):
        found = match[0].casefold()
        if found.startswith(("nobody", "no one")) and not match["verb"]:
            continue
        hurt = re.search(r"injur|hurt|wound", found)
        both = "casualt" in found and "report" not in found
        measure = "injured" if hurt else "casualties" if both else "killed"
        result.append(ExtractedMeasurement(measure, match[0], match.start(), match.end(), Decimal(0), unit="person"))
    return result
