"""Figures of people killed, hurt, missing, saved or held: which word near a figure says what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.extraction import lexicon
from claims.extraction.fates import Fates

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

REACH = 9
"""Tokens between a figure and the word that says what it measures; another figure between counts as six."""
CASUALTIES = frozenset({"killed", "injured", "missing", "casualties", "identified_dead"})
FATES = CASUALTIES | {"rescued", "detained", "released"}

_FAR = 25
"""Tokens over which a total announces its figure."""
_LINKS = frozenset({"nummod", "quantmod", "pobj", "prep", "compound", "dobj", "attr", "appos"})
_COMPLEMENTS = frozenset({"acomp", "attr", "oprd", "xcomp", "prt", "advmod", "prep", "ccomp"})
_TOTALS = lexicon.words("number count figure total tally list toll amount sum")
"""Subjects that measure what they are of: "the number of the dead has gone up to five"."""
_FORCES = lexicon.words("man woman soldier fighter troop serviceman sailor marine officer policeman militant")
"""Who is lost by being killed: "the battalion lost 23 men"."""
_TAKES_LIVES = lexicon.words("take claim cost lose loss end")


def directly(tokens: Span, unit: Token | None, known: Fates) -> str:
    """The measure of a figure by the verb it belongs to: "eight are being looked for", "killing 12 people", "took some
    3,000 lives", "lost 23 men"; empty where the verb says nothing of it."""
    if unit is not None:
        lemma, verb = unit.lemma_.casefold(), unit.head
        if lemma == "life" and any(
            token.lemma_.casefold() in _TAKES_LIVES
            for token in tokens.doc[max(tokens.sent.start, tokens.start - 6) : tokens.start]
        ):
            return "killed"
        if unit.dep_ == "dobj" and lemma in _FORCES and verb.lemma_ == "lose":
            return "killed"
    return _by_verb(tokens, unit, {index: measure for _, index, measure in known.words}) if known.words else ""


def governing(tokens: Span, known: Fates, starts: Sequence[int]) -> str:
    """The measure of a figure by the nearest word that says what became of people.

    Fires on "killed at least 13", "611 dead", "deaths … have leapt to 611", "put the toll at 40". Leaves alone figures
    with nothing in reach, and those that another figure parts from the word ("killed 12 and 30 houses burned").
    """
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


def of_total(tokens: Span, known: Fates, starts: Sequence[int]) -> str:
    """The measure of a bare figure by a total far before it: "The number of dead in the fire … has gone up to five";
    another figure between, or a new clause, ends the reach."""
    measures = {index: measure for _, index, measure in known.words}
    for place in range(tokens.start - 1, max(tokens.sent.start, tokens.start - _FAR) - 1, -1):
        token = tokens.doc[place]
        if token.text in {";", ":"} or token.idx in starts:
            return ""
        if token.lemma_.casefold() in _TOTALS:
            return next((measures[part] for part in range(place, place + 5) if part in measures), "")
    return ""


def _by_verb(tokens: Span, unit: Token | None, known: dict[int, str]) -> str:
    """What the verb says of its subject ("98 are still missing") or object ("killing 12 people"); for a bare figure
    after a verb, what the verb's subject or object is ("Deaths have leapt to 611")."""
    counted = unit if unit is not None else tokens.root
    if counted.dep_ == "pobj" and counted.head.i == tokens.end and counted.head.lower_ == "of":
        counted = tokens.root  # "four of the crew were found"
    near = range(tokens.end, counted.i + 3)
    while counted.dep_ == "conj" and counted.head.pos_ == "NOUN" and not any(place in known for place in near):
        counted = counted.head  # "12 soldiers and 30 civilians were released"
    verb = counted.head
    if counted.dep_ in {"nsubj", "nsubjpass"}:
        complements = [child for child in verb.children if child.dep_ in _COMPLEMENTS]
        deeper = [child for word in complements if word.dep_ == "prep" for child in word.children]
        return next((known[token.i] for token in (verb, *complements, *deeper) if token.i in known), "")
    if counted.dep_ == "dobj" and verb.pos_ == "VERB" and verb.i in known:
        return known[verb.i]
    link = counted
    while link.head.i != link.i and link.dep_ in _LINKS and link.pos_ != "VERB":
        link = link.head
    if unit is not None or link.pos_ not in {"VERB", "AUX"}:
        return ""
    before = [child for child in link.children if child.i < tokens.start]
    for child in before:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            whole = child.lemma_.casefold() in _TOTALS
            parts = child.doc[child.left_edge.i : min(tokens.start, child.right_edge.i + 1)] if whole else (child,)
            measure = next((known[part.i] for part in (child, *parts) if part.i in known), "")
            if measure:
                return measure
    return ""
