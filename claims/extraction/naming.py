"""The measure of one figure by the first rule that knows it, from what the figure itself says to the topic before."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.extraction import lexicon
from claims.extraction.casualties import FATES, directly, governing, of_total
from claims.extraction.counted import is_year, measured_in
from claims.extraction.crowds import SMALLEST_CROWD, is_aboard, is_crowd
from claims.extraction.cues import SOURCES
from claims.extraction.figure_types import Figure
from claims.extraction.reading import text_of
from claims.extraction.scenes import Scene, Topic
from claims.extraction.units import kilometres, unit
from claims.vocabulary import Comparator

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

TOPICS = FATES | {"crowd_size", "troops", "aircraft", "magnitude", "missiles", "drones", "bodies", "barrels_per_day"}
"""Measures that a bare figure takes over from the figures before it, also in the next sentence."""
CARRIED = (TOPICS | {"aboard", "jobs"}) - {"magnitude"}
"""Measures that a bare figure takes over from the figure before it in its sentence."""
_POPULATION = re.compile(
    r"\b(?:population|city|town|country|nation|island|people|metropolis|state|province|territory|region) (?:of|is|was) "
    r"(?:about |some |around |nearly |almost |over |more than |roughly |only |just )?$",
    re.IGNORECASE,
)
_AGED = re.compile(r"\baged?\s(?:\d{1,3}(?:,\s(?:and\s)?|\s(?:and|or|to)\s)){1,6}$", re.IGNORECASE)
"""Ages after the first: "two men, aged 31 and 40"."""
_AGES_REACH = 40
_THINGS = {
    "missile": "missiles", "drone": "drones", "uav": "drones", "job": "jobs", "arrest": "detained",
    "detention": "detained",
}  # fmt: skip
_DEFINITE = lexicon.words("the these those both his her its their our")
"""Before a number in words they point back at things already known: "the two leaders" counts nothing."""
_BEFORE_PRONOUN = lexicon.words("no every any some each this that which another")
_PLANE_MAKERS = lexicon.words("boeing airbus embraer bombardier comac")
Named = tuple[str, str, Decimal, Decimal | None]
"""Measure, unit, value and upper value."""


def _pronoun(tokens: Span) -> bool:
    """The one of "no one", "every one", "this one", which is no number."""
    return tokens.start > 0 and tokens.doc[tokens.start - 1].lower_ in _BEFORE_PRONOUN


def name_figure(figure: Figure, tokens: Span, noun: Token | None, scene: Scene, topic: Topic) -> Named | None:
    """Measure, unit and values of a figure by the first rule that knows it: what the figure itself says comes first."""
    value, upper = figure.value, figure.value_max
    word = noun.lemma_.casefold() if noun is not None else ""
    if figure.currency:
        return "amount", figure.currency, value, upper
    if figure.share:
        return "percentage", "percent", round(100 * value, 2), None
    if figure.percent:
        return "percentage", "percent", value, upper
    text = text_of(scene.sentence.doc)
    aged = figure.unit.endswith(" of age") or _AGED.search(text[max(0, figure.start - _AGES_REACH) : figure.start])
    if aged or is_year(text, figure, noun) or (tokens.text.casefold() == "one" and _pronoun(tokens)):
        return None
    measured = measured_in(figure, noun)
    if measured:
        return _name_by_unit(measured, value, upper, tokens, scene)
    if _is_magnitude(figure, tokens, noun, word, scene, topic):
        return "magnitude", "magnitude", value, upper
    bare = _is_bare(tokens, noun, word)
    trigger = directly(tokens, noun, scene.fates)
    held = bool(trigger) and (bare or _is_person(noun, word) or (noun is not None and noun.pos_ == "PROPN"))
    if held and trigger != "margin" and word not in lexicon.BODIES and value == value.to_integral_value():
        return trigger, "person" if bare else word, value, upper
    if word in _THINGS:
        return _THINGS[word], "person" if _THINGS[word] in FATES else word, value, upper
    if (scene.bodies and (bare or word in lexicon.BODIES)) or (bare and topic.measure == "bodies"):
        return "bodies", "body", value, upper
    fated = _other_fate(tokens, noun, scene) if bare or word in lexicon.PERSONS else ""
    if fated:
        return "count", fated, value, upper
    if not is_aboard(tokens, noun, bare, word):
        trigger = trigger or governing(tokens, scene.fates, scene.starts)
        if not trigger:
            trigger = of_total(tokens, scene.fates, scene.starts) if bare else _shared(tokens, noun, topic, scene)
    if trigger in FATES and value != value.to_integral_value():
        return None if bare else ("count", word, value, upper)
    if trigger == "margin":
        return ("margin", "vote", value, upper) if bare or word == "vote" else ("count", word, value, upper)
    if trigger and (bare or _is_person(noun, word)):
        return trigger, "person" if bare else word, value, upper
    return _name_by_noun(figure, tokens, noun, word, scene, topic)


def _name_by_unit(measured: str, value: Decimal, upper: Decimal | None, tokens: Span, scene: Scene) -> Named:
    """Durations, lengths in kilometres, and so many of any other unit of measurement."""
    known = unit(measured)
    if known and known.dimension in {"time", "calendar"}:
        return "duration", measured, value, upper
    if measured == "barrel per day":
        return "barrels_per_day", "barrel", value, upper
    length = kilometres(measured, value)
    if length is None:
        return "count", measured, value, upper
    near = scene.sentence.doc[max(scene.sentence.start, tokens.start - 5) : min(scene.sentence.end, tokens.end + 6)]
    deep = any(token.lemma_.casefold() in lexicon.DEPTH for token in near)
    return ("depth_km" if deep else "distance"), "km", length, None if upper is None else kilometres(measured, upper)


def _is_bare(tokens: Span, noun: Token | None, word: str) -> bool:
    """Whether a figure counts no noun: "counted 312,000", "12 others", "the 107,000 of the police"."""
    if noun is None or word in {"other", "rest", "total"}:
        return True
    owned = noun.head.lower_ == "of" and noun.head.i == tokens.end and tokens.start > 0
    return owned and word in SOURCES and tokens.doc[tokens.start - 1].lower_ == "the"


def _shared(tokens: Span, noun: Token | None, topic: Topic, scene: Scene) -> str:
    """The fate of the figure before, with which this one is joined: "the freed were 12 soldiers and 30 nurses"."""
    joined = noun is not None and noun.dep_ == "conj" and noun.head.lemma_.casefold() in lexicon.PERSONS
    first = bool(scene.starts) and scene.starts[0] < tokens.start_char
    return topic.measure if joined and first and topic.measure in FATES else ""


def _other_fate(tokens: Span, noun: Token | None, scene: Scene) -> str:
    """What became of people by a word of no measure of its own: "200 were displaced", "convicted 12 people"."""
    counted = tokens.root if noun is None else noun
    verb = counted.head
    if counted.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.casefold() in lexicon.OTHER_FATES | lexicon.JUDGED:
        return verb.lower_
    known = {index for _, index, _ in scene.fates.words}
    for token in scene.sentence.doc[tokens.end : min(scene.sentence.end, tokens.end + 4)]:
        if token.i in known or token.text in {",", ";"} or token.like_num:
            return ""
        if token.lemma_.casefold() in lexicon.OTHER_FATES and token.pos_ in {"VERB", "ADJ"}:
            return token.lower_
    return ""


def _is_person(noun: Token | None, word: str) -> bool:
    named = noun is not None and noun.ent_type_ in {"NORP", "GPE"}
    return named or word in lexicon.PERSONS | lexicon.DEAD | lexicon.CASUALTY


def _name_by_noun(
    figure: Figure, tokens: Span, noun: Token | None, word: str, scene: Scene, topic: Topic
) -> Named | None:
    """What is left when no casualty word governs: fates ("arrested"), craft, crowds, troops, counts, the topic
    before."""
    value, upper = figure.value, figure.value_max
    bare = _is_bare(tokens, noun, word)
    after = scene.sentence.doc[tokens.end : min(scene.sentence.end, tokens.end + 4)]
    if word in lexicon.AIRCRAFT or (noun is not None and _is_craft(noun)):
        return "aircraft", "aircraft", value, upper
    carried = noun is not None and noun.dep_ == "dobj" and noun.head.lemma_ == "carry" and word in {"people", "person"}
    if word in lexicon.ABOARD or carried or is_aboard(tokens, noun, bare, word):
        return "aboard", word or "person", value, upper
    before = text_of(tokens.doc)[max(scene.sentence.start_char, figure.start - 60) : figure.start]
    if (bare or word in lexicon.PERSONS) and _POPULATION.search(before):
        return "count", "inhabitant", value, upper
    if value >= SMALLEST_CROWD and is_crowd(tokens, word, bare, scene, topic, value):
        return "crowd_size", "person", value, upper
    sent = any(token.lemma_ in {"send", "deploy", "dispatch", "station", "amass"} for token in after[:2])
    if word in lexicon.TROOPS or (bare and sent):
        return "troops", word or "person", value, upper
    if not bare:
        known = figure.in_words and tokens.start > 0 and tokens.doc[tokens.start - 1].lower_ in _DEFINITE
        return None if known or tokens.text.casefold() == "one" else ("count", word, value, upper)
    if topic.measure in CARRIED and value >= (SMALLEST_CROWD if topic.measure == "crowd_size" else 1):
        return topic.measure, topic.unit, value, upper
    return ("count", word, value, upper) if word in SOURCES else None


def _is_craft(noun: Token) -> bool:
    """Aircraft by their make: "90 Airbus A350s", "12 Boeing 787 Dreamliner and 777X aircraft"."""
    if noun.pos_ != "PROPN":
        return False
    parts = {token.lower_ for token in noun.lefts} | {token.lemma_.casefold() for token in noun.conjuncts}
    return bool(parts & (_PLANE_MAKERS | lexicon.AIRCRAFT))


def _is_magnitude(figure: Figure, tokens: Span, noun: Token | None, word: str, scene: Scene, topic: Topic) -> bool:
    """ "an 8.6 magnitude earthquake", "measured at 7.4"; not "7.48 million people", "two earthquakes"."""
    if not 1 <= figure.value < 10 or figure.in_words or figure.comparator is Comparator.RANGE:
        return False
    decimals = -int(figure.value.normalize().as_tuple().exponent)
    named = tokens.start > 0 and tokens.doc[tokens.start - 1].lower_ == "magnitude"
    if word in lexicon.QUAKE or word in {"shock", "temblor"} or named:
        return decimals == 1 or named or word == "magnitude"
    context = bool(scene.lemmas & lexicon.QUAKE) or topic.measure == "magnitude"
    return decimals == 1 and context and (noun is None or noun.pos_ == "PROPN")
